//! What the description says of each action, as the emulator reads it.

/// An action: its parameters and its documented reply.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ActionSpec {
    /// `DescribeUMemBackup`.
    pub(crate) name: &'static str,
    /// In the order of the page's table.
    pub(crate) parameters: &'static [ParameterSpec],
    /// The documented reply; none where the page has no example.
    pub(crate) example: Option<&'static str>,
}

/// A parameter of an action.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ParameterSpec {
    /// Its name as the page has it: `SpaceId`, `Disks.N.Size`.
    pub(crate) name: &'static str,
    /// What it may hold.
    pub(crate) kind: ParameterKind,
    /// Whether a call without it is refused.
    pub(crate) required: bool,
}

/// What a parameter may hold.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ParameterKind {
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
