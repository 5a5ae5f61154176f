// Written by `cargo xtask regenerate` from api-spec/enums/Protocol.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Protocol of an instance.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::Protocol;
///
/// let value = Protocol::from("memcache");
/// match &value {
///     Protocol::Memcache => println!("Memcache"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Protocol {
    /// The protocol of Memcached.
    #[doc(alias = "memcache")]
    Memcache,

    /// The protocol of Redis.
    #[doc(alias = "redis")]
    Redis,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl Protocol {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Memcache => "memcache",
            Self::Redis => "redis",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "memcache" => Self::Memcache,
            "redis" => Self::Redis,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(Protocol);
