// Written by `cargo xtask regenerate` from api-spec/enums/Heat.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Values whose texts are nothing like names.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::Heat;
///
/// let value = Heat::from("");
/// match &value {
///     Heat::Empty => println!("Empty"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Heat {
    /// No text at all, which is also the default.
    Empty,

    /// A digit.
    #[doc(alias = "1")]
    One,

    /// A space; it is no alias for rustdoc's search.
    VeryHot,

    /// Quotes: "\] and \*/ and \`.
    SayAh,

    /// A backslash.
    #[doc(alias = "back\\slash")]
    Backslash,

    /// No letter of ASCII.
    Spicy,

    /// `// no comment`, as the service has it.
    NoComment,

    /// The word itself, which the crate needs for values it does not know.
    #[doc(alias = "Unknown")]
    Unspecified,

    /// Named like a variant of the prelude.
    None,

    /// Another one.
    Ok,

    /// A dash.
    #[doc(alias = "cn-bj2")]
    CnBj2,

    /// A number.
    Item10,

    /// A smaller one.
    Item2,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl Heat {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::One => "1",
            Self::VeryHot => "very hot",
            Self::SayAh => "say \"ah\"",
            Self::Backslash => "back\\slash",
            Self::Spicy => "辣",
            Self::NoComment => "// no comment",
            Self::Unspecified => "Unknown",
            Self::None => "None",
            Self::Ok => "Ok",
            Self::CnBj2 => "cn-bj2",
            Self::Item10 => "Item10",
            Self::Item2 => "Item2",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "" => Self::Empty,
            "1" => Self::One,
            "very hot" => Self::VeryHot,
            "say \"ah\"" => Self::SayAh,
            "back\\slash" => Self::Backslash,
            "辣" => Self::Spicy,
            "// no comment" => Self::NoComment,
            "Unknown" => Self::Unspecified,
            "None" => Self::None,
            "Ok" => Self::Ok,
            "cn-bj2" => Self::CnBj2,
            "Item10" => Self::Item10,
            "Item2" => Self::Item2,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(Heat);
