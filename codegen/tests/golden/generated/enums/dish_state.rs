// Written by `cargo xtask regenerate` from api-spec/enums/DishState.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// How far a dish is.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::DishState;
///
/// let value = DishState::from("Ordered");
/// match &value {
///     DishState::Ordered => println!("Ordered"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DishState {
    /// Somebody wants it.
    Ordered,

    /// It is on the stove.
    #[doc(alias = "cooking")]
    Cooking,

    /// It can be eaten.
    Done,

    /// It cannot.
    Burnt,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl DishState {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ordered => "Ordered",
            Self::Cooking => "cooking",
            Self::Done => "Done",
            Self::Burnt => "Burnt",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "Ordered" => Self::Ordered,
            "cooking" => Self::Cooking,
            "Done" => Self::Done,
            "Burnt" => Self::Burnt,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(DishState);
