//! Where the service runs.

/// A region, as the vendor's list has it.
///
/// With the feature `serde` it is its id. Only ids in [`regions::ALL`](crate::regions::ALL) can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Region {
    /// What a request calls it: `cn-bj2`.
    pub id: &'static str,
    /// Where it is, in English.
    pub name: &'static str,
    /// Its zones.
    pub zones: &'static [Zone],
}

/// A zone of a region.
///
/// With the feature `serde` it is its id. Only ids in [`regions::ALL`](crate::regions::ALL) can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Zone {
    /// What a request calls it: `cn-bj2-05`.
    pub id: &'static str,
    /// Its name, in English.
    pub name: &'static str,
}
