//! Description of each action, as the emulator reads it.

pub(crate) use ucloud_umem::Effect;

/// An action: its parameters and its documented response.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ActionSpec {
    /// `DescribeUMemBackup`.
    pub(crate) name: &'static str,
    /// Effect of a call.
    pub(crate) effect: Effect,
    /// In the order of the page's table.
    pub(crate) parameters: &'static [ParameterSpec],
    /// Members of the response but for the envelope's, in the order of the page's table.
    pub(crate) response: &'static [MemberSpec],
    /// Documented response; none if the page has no example.
    pub(crate) example: Option<&'static str>,
}

/// A parameter of an action.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ParameterSpec {
    /// Its name as the page has it: `SpaceId`, `Disks.N.Size`.
    pub(crate) name: &'static str,
    /// Kind of its values.
    pub(crate) kind: ParameterKind,
    /// True if a call without it is refused.
    pub(crate) required: bool,
    /// Value of a call that leaves it out.
    pub(crate) default: Option<&'static str>,
}

/// Kind of the values of a parameter.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ParameterKind {
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

/// A structure in responses.
#[derive(Debug)]
pub(crate) struct ModelSpec {
    /// In the order of the page's table.
    pub(crate) members: &'static [MemberSpec],
}

/// A member of a response or of a structure in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MemberSpec {
    /// `DataSet`.
    pub(crate) name: &'static str,
    /// Kind of the value, or of an entry of the list.
    pub(crate) kind: MemberKind,
    /// True if it is a list.
    pub(crate) list: bool,
}

/// Kind of a member on the wire.
#[derive(Clone, Copy, Debug)]
pub(crate) enum MemberKind {
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

/// Describes a parameter that a call must have.
pub(crate) const fn required(name: &'static str, kind: ParameterKind) -> ParameterSpec {
    ParameterSpec { name, kind, required: true, default: None }
}

/// Describes a parameter that may be left out.
pub(crate) const fn optional(name: &'static str, kind: ParameterKind) -> ParameterSpec {
    ParameterSpec { name, kind, required: false, default: None }
}

/// Describes a parameter that may be left out, and its default.
pub(crate) const fn with_default(
    name: &'static str,
    kind: ParameterKind,
    default: &'static str,
) -> ParameterSpec {
    ParameterSpec { name, kind, required: false, default: Some(default) }
}

/// Describes a member with a single value.
pub(crate) const fn single(name: &'static str, kind: MemberKind) -> MemberSpec {
    MemberSpec { name, kind, list: false }
}

/// Describes a member with a list.
pub(crate) const fn list(name: &'static str, kind: MemberKind) -> MemberSpec {
    MemberSpec { name, kind, list: true }
}
