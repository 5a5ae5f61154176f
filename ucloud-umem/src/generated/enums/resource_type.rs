// Written by `cargo xtask regenerate` from api-spec/enums/ResourceType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Kind of an instance.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::ResourceType;
///
/// let value = ResourceType::from("distributed");
/// match &value {
///     ResourceType::Distributed => println!("Distributed"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ResourceType {
    /// A distributed space. UCloud's documentation still lists it; UCloud's command line
    /// does not know it any more.
    #[doc(alias = "distributed")]
    Distributed,

    /// A Redis group, or a single Memcached node.
    #[doc(alias = "single")]
    Single,

    /// A high-performance distributed space.
    #[doc(alias = "performance")]
    Performance,

    /// A distributed space. UCloud's command line has this value and UCloud's
    /// documentation does not.
    #[doc(alias = "cluster")]
    Cluster,

    /// A Redis group. UCloud's command line has this value and UCloud's documentation
    /// does not.
    #[doc(alias = "g4v6")]
    G4v6,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl ResourceType {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Distributed => "distributed",
            Self::Single => "single",
            Self::Performance => "performance",
            Self::Cluster => "cluster",
            Self::G4v6 => "g4v6",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "distributed" => Self::Distributed,
            "single" => Self::Single,
            "performance" => Self::Performance,
            "cluster" => Self::Cluster,
            "g4v6" => Self::G4v6,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(ResourceType);
