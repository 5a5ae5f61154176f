//! Scope of a resource.

/// A project, a region and a zone: what is elsewhere is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scope {
    pub(crate) project: String,
    pub(crate) region: String,
    pub(crate) zone: String,
}
