//! Types of the generated table of the page.

/// A group of actions.
pub(crate) struct SectionText {
    pub(crate) title: &'static str,
    pub(crate) doc: &'static str,
}

/// Meaning of a RetCode.
pub(crate) struct RetCodeText {
    pub(crate) number: i64,
    /// Name of the variant in Rust.
    pub(crate) name: &'static str,
    pub(crate) doc: &'static str,
}

/// Result of a second execution of an action.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    Read,
    Idempotent,
    NonIdempotent,
}

/// Texts of an action, and its names in Rust.
pub(crate) struct ActionText {
    /// `CreateURedisGroup`.
    pub(crate) name: &'static str,
    /// `create_uredis_group`: the client's method.
    pub(crate) method: &'static str,
    pub(crate) title: &'static str,
    pub(crate) doc: &'static str,
    /// Title of its section.
    pub(crate) section: &'static str,
    /// Address of its documentation page.
    pub(crate) page: Option<&'static str>,
    pub(crate) effect: Effect,
    /// Reason not to use it any more.
    pub(crate) deprecated: Option<&'static str>,
    /// Structure that holds the arguments, if there are many.
    pub(crate) bundle: Option<&'static str>,
    /// False if it has structures, which code on the page does not write.
    pub(crate) typed: bool,
    /// In the order of the page's table; as many as the action table has.
    pub(crate) parameters: &'static [ParameterText],
}

/// Texts of a parameter, and its names in Rust.
pub(crate) struct ParameterText {
    /// `GroupId`, or `BlockIds.N` for a list.
    pub(crate) name: &'static str,
    /// Name of the argument or of the setter.
    pub(crate) rust: &'static str,
    pub(crate) place: Place,
    pub(crate) value: RustValue,
    /// A value that looks real.
    pub(crate) sample: Option<&'static str>,
    pub(crate) doc: &'static str,
}

/// Place of a parameter in the client's code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A setter that most requests have: region, zone and project.
    Scope,
    Argument,
    Setter,
}

/// Type of a parameter in the client.
#[derive(Clone, Copy)]
pub(crate) enum RustValue {
    Text,
    Int,
    Float,
    Bool,
    /// `bool`, with this word on the wire for `true`.
    Switch(&'static str),
    Timestamp,
    Price,
    Password,
    Enum(&'static RustEnum),
}

/// A set of values.
pub(crate) struct RustEnum {
    pub(crate) name: &'static str,
    /// Value on the wire, variant in Rust, and documentation.
    pub(crate) values: &'static [(&'static str, &'static str, &'static str)],
}

impl ParameterText {
    /// Returns true if it is a list of single values: `BlockIds.N`.
    pub(crate) fn is_list(&self) -> bool {
        self.name.strip_suffix(".N").is_some()
    }
}
