// Written by `cargo xtask regenerate` from api-spec/enums/ChargeType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Billing method.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::ChargeType;
///
/// let value = ChargeType::from("Year");
/// match &value {
///     ChargeType::Year => println!("Year"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChargeType {
    /// By the year, in advance.
    Year,

    /// By the month, in advance.
    Month,

    /// By the hour.
    Dynamic,

    /// Free trial, for which the account needs a permission. UCloud documents it for
    /// responses only; UCloud's command line offers it for orders too.
    Trial,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl ChargeType {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Year => "Year",
            Self::Month => "Month",
            Self::Dynamic => "Dynamic",
            Self::Trial => "Trial",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "Year" => Self::Year,
            "Month" => Self::Month,
            "Dynamic" => Self::Dynamic,
            "Trial" => Self::Trial,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(ChargeType);
