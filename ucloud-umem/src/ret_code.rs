//! Traits of the RetCode, which is compared by its number.

/// Number of a RetCode that this version of the crate does not know.
///
/// Only [`RetCode::from`](crate::RetCode) makes one, so it never has the number of a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnknownCode(i64);

impl UnknownCode {
    pub(crate) fn new(number: i64) -> Self {
        Self(number)
    }

    /// Returns the number.
    pub fn number(self) -> i64 {
        self.0
    }
}

/// Implements the RetCode by the table of its numbers: printing, and its number for serde.
macro_rules! ret_code {
    (
        const CODES: $name:ident = [$(($number:literal, $variant:ident $(,)?)),* $(,)?];
        const TEMPORARY: $_:ident = [$($temporary:ident),* $(,)?];
    ) => {
        impl $name {
            /// Returns the number.
            pub fn number(self) -> i64 {
                match self {
                    $(Self::$variant => $number,)*
                    Self::Unknown(code) => code.number(),
                }
            }

            /// Returns the name of its variant; none for a number that has no variant.
            pub fn name(self) -> Option<&'static str> {
                match self {
                    $(Self::$variant => Some(stringify!($variant)),)*
                    Self::Unknown(_) => None,
                }
            }

            /// Returns `true` if the same call may succeed a little later.
            pub fn is_temporary(self) -> bool {
                let temporary: &[Self] = &[$(Self::$temporary),*];
                temporary.contains(&self)
            }
        }

        impl From<i64> for $name {
            fn from(number: i64) -> Self {
                match number {
                    $($number => Self::$variant,)*
                    _ => Self::Unknown(crate::UnknownCode::new(number)),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self.name() {
                    Some(name) => write!(f, "{} {name}", self.number()),
                    None => write!(f, "{}", self.number()),
                }
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }

        crate::response::serialize_as!($name, i64, code => code.number(), Self::from);
    };
}

pub(crate) use ret_code;
