// Written by `cargo xtask regenerate` from api-spec/enums/Course.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// `Course`, as the service has it.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::Course;
///
/// let value = Course::from("starter");
/// match &value {
///     Course::Starter => println!("Starter"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Course {
    /// `starter`, as the service has it.
    #[doc(alias = "starter")]
    Starter,

    /// `main`, as the service has it.
    #[doc(alias = "main")]
    Main,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl Course {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Starter => "starter",
            Self::Main => "main",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "starter" => Self::Starter,
            "main" => Self::Main,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(Course);
