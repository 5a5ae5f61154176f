//! Regions and zones.

/// Region in UCloud's list.
///
/// With the feature `serde`, it serializes as its id. Only ids in
/// [`regions::ALL`](crate::regions::ALL) can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Region {
    /// Id, as in a request: `cn-bj2`.
    pub id: &'static str,
    /// Location, in English.
    pub name: &'static str,
    /// Zones.
    pub zones: &'static [Zone],
}

/// Zone of a region.
///
/// With the feature `serde`, it serializes as its id. Only ids in
/// [`regions::ALL`](crate::regions::ALL) can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Zone {
    /// Id, as in a request: `cn-bj2-05`.
    pub id: &'static str,
    /// Name, in English.
    pub name: &'static str,
}
