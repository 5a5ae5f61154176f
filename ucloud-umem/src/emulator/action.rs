//! What the description says of each action, as the emulator reads it.

/// An action: its parameters and its documented reply.
#[derive(Clone, Copy, Debug)]
pub struct ActionSpec {
    /// `DescribeUMemBackup`.
    pub name: &'static str,
    /// In the order of the page's table.
    pub parameters: &'static [ParameterSpec],
    /// The documented reply; none where the page has no example.
    pub example: Option<&'static str>,
}

/// A parameter of an action.
#[derive(Clone, Copy, Debug)]
pub struct ParameterSpec {
    /// Its name as the page has it: `SpaceId`, `Disks.N.Size`.
    pub name: &'static str,
    /// What it may hold.
    pub kind: ParameterKind,
    /// Whether a call without it is refused.
    pub required: bool,
}

/// What a parameter may hold.
#[derive(Clone, Copy, Debug)]
pub enum ParameterKind {
    /// Any text.
    Text,
    /// A whole number of 64 bits.
    Int,
    /// A number.
    Float,
    /// `true` or `false`.
    Bool,
    /// One of two words.
    Switch(&'static str, &'static str),
}
