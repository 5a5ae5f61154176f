//! Traits of the API's value sets, which can get new values at any time.

#![allow(dead_code, unused_macros, unused_imports, reason = "a product may have no value sets")]

use std::fmt;

/// Value of the API that this version of the crate does not know.
///
/// Only decoding and parsing make one, so it never has the text of a variant.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownValue(String);

impl UnknownValue {
    pub(crate) fn new(value: &str) -> Self {
        Self(value.to_owned())
    }

    /// Returns the value as the API spells it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Implements an enum by the table of its values: ordering, printing, parsing, encoding and
/// decoding.
macro_rules! open_enum {
    (const VALUES: $name:ident = [$(($wire:literal, $variant:ident $(,)?)),* $(,)?];) => {
        impl $name {
            /// Values that this version of the crate knows, in the order of their variants.
            pub const VALUES: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the value as the API spells it.
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
        }

        impl PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl Default for $name {
            /// Returns the empty value, which replaces a required one that the response lacks.
            #[inline]
            fn default() -> Self {
                Self::from("")
            }
        }

        impl std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl From<&str> for $name {
            #[inline]
            fn from(value: &str) -> Self {
                match value {
                    $($wire => Self::$variant,)*
                    _ => Self::Unknown(crate::UnknownValue::new(value)),
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            #[inline]
            fn from_str(value: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(value))
            }
        }

        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        crate::response::serialize_as!($name, std::borrow::Cow<'_, str>, value => value.as_str(), |text| Self::from(&*text));

        impl crate::encode::EncodeValue for $name {
            #[inline]
            fn write(&self, name: &str, form: &mut crate::encode::Form<'_>) {
                form.text(name, self.as_str());
            }
        }

        crate::decode::scalar!(
            $name,
            value => value.text(|text| Self::from(text)),
            this => Some(crate::decode::Value::Text(this.as_str()))
        );
    };
}

pub(crate) use open_enum;
