// Written by `cargo xtask regenerate` from api-spec/enums/ResourceType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Which kind of instance something is.
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
    /// A distributed space, of Redis or of Memcached.
    #[doc(alias = "distributed")]
    Distributed,

    /// A Redis group, or a single Memcached node.
    #[doc(alias = "single")]
    Single,

    /// An instance of the high-performance kind.
    #[doc(alias = "performance")]
    Performance,

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
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "distributed" => Self::Distributed,
            "single" => Self::Single,
            "performance" => Self::Performance,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(ResourceType);
