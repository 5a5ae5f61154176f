//! What the description says of each action, as the emulator reads it.

#![allow(
    dead_code,
    reason = "a product may have only some kinds of parameters and fields"
)]

/// An action: its parameters and its documented reply.
#[derive(Clone, Copy, Debug)]
pub struct ActionSpec {
    /// `DescribeUMemBackup`.
    pub name: &'static str,
    /// In the order of the page's table.
    pub parameters: &'static [ParameterSpec],
    /// Members of the reply but for the envelope's, in the order of the page's table.
    pub reply: &'static [MemberSpec],
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
    /// What stands in for it when it is left out.
    pub default: Option<&'static str>,
}

/// What a parameter may hold.
#[derive(Clone, Copy, Debug)]
pub enum ParameterKind {
    /// Any text.
    Text,
    /// A text that no message repeats.
    Secret,
    /// A text in base64, which no message repeats.
    Base64,
    /// A whole number of 64 bits.
    Int,
    /// A number.
    Float,
    /// `true` or `false`.
    Bool,
    /// One of two words, the first of which means yes.
    Switch(&'static str, &'static str),
    /// One of these texts.
    OneOf(&'static [&'static str]),
}

/// A structure in replies.
#[derive(Debug)]
pub struct ModelSpec {
    /// `UMemBackup`.
    pub name: &'static str,
    /// In the order of the page's table.
    pub members: &'static [MemberSpec],
}

/// A member of a reply or of a structure in it.
#[derive(Clone, Copy, Debug)]
pub struct MemberSpec {
    /// `DataSet`.
    pub name: &'static str,
    /// What it, or an entry of its list, holds.
    pub kind: MemberKind,
    /// Whether it is a list.
    pub list: bool,
    /// Whether every reply has it.
    pub required: bool,
}

/// What a member holds on the wire.
#[derive(Clone, Copy, Debug)]
pub enum MemberKind {
    /// A text.
    Text,
    /// A whole number.
    Int,
    /// A number.
    Float,
    /// `true` or `false`.
    Bool,
    /// One of two words, the first of which means yes.
    Switch(&'static str, &'static str),
    /// A structure.
    Object(&'static ModelSpec),
    /// Any JSON.
    Json,
}

/// A parameter that a call must have.
pub(crate) const fn required(name: &'static str, kind: ParameterKind) -> ParameterSpec {
    ParameterSpec { name, kind, required: true, default: None }
}

/// A parameter that may be left out.
pub(crate) const fn optional(name: &'static str, kind: ParameterKind) -> ParameterSpec {
    ParameterSpec { name, kind, required: false, default: None }
}

/// A parameter that may be left out, and what then stands in for it.
pub(crate) const fn with_default(
    name: &'static str,
    kind: ParameterKind,
    default: &'static str,
) -> ParameterSpec {
    ParameterSpec { name, kind, required: false, default: Some(default) }
}

/// A single value that every reply has.
pub(crate) const fn always(name: &'static str, kind: MemberKind) -> MemberSpec {
    MemberSpec { name, kind, list: false, required: true }
}

/// A single value that a reply may lack.
pub(crate) const fn sometimes(name: &'static str, kind: MemberKind) -> MemberSpec {
    MemberSpec { name, kind, list: false, required: false }
}

/// A list that every reply has.
pub(crate) const fn always_list(name: &'static str, kind: MemberKind) -> MemberSpec {
    MemberSpec { name, kind, list: true, required: true }
}

/// A list that a reply may lack.
pub(crate) const fn sometimes_list(name: &'static str, kind: MemberKind) -> MemberSpec {
    MemberSpec { name, kind, list: true, required: false }
}
