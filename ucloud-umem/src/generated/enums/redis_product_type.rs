// Written by `cargo xtask regenerate` from api-spec/enums/RedisProductType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Redis product to price.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::RedisProductType;
///
/// let value = RedisProductType::from("MS_Redis");
/// match &value {
///     RedisProductType::Group => println!("Group"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RedisProductType {
    /// A Redis group, which is a primary and its replica.
    #[doc(alias = "MS_Redis")]
    Group,

    /// A replica of a Redis group.
    #[doc(alias = "S_Redis")]
    Replica,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl RedisProductType {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Group => "MS_Redis",
            Self::Replica => "S_Redis",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "MS_Redis" => Self::Group,
            "S_Redis" => Self::Replica,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(RedisProductType);
