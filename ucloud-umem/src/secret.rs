//! Text that must not be seen.

use std::fmt;

use zeroize::Zeroizing;

/// A password of an instance: never printed, and wiped from memory when dropped.
///
/// The caller gives plain text; where the API wants base64, the client encodes it. An empty one clears the
/// password.
///
/// ```
/// use ucloud_umem::Password;
///
/// let password = Password::new("correct horse");
/// assert_eq!(format!("{password:?}"), "Password(***)");
/// ```
#[derive(Clone, Default)]
pub struct Password(Secret);

impl Password {
    /// Takes the plain text.
    pub fn new(plain: impl Into<String>) -> Self {
        Self(Secret::new(plain))
    }

    /// The plain text, for whoever really needs it.
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }
}

impl PartialEq for Password {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Password {}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(***)")
    }
}

/// Text that is never printed and is wiped when dropped.
#[derive(Clone, Default)]
pub(crate) struct Secret(Zeroizing<String>);

impl Secret {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl PartialEq for Secret {
    /// Takes the same time wherever the first difference stands.
    fn eq(&self, other: &Self) -> bool {
        let (left, right) = (self.0.as_bytes(), other.0.as_bytes());
        let difference = left.iter().zip(right).fold(0, |found, (a, b)| found | (a ^ b));
        left.len() == right.len() && std::hint::black_box(difference) == 0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equality_looks_at_every_byte() {
        assert_eq!(Secret::new("abc"), Secret::new("abc"));
        for other in ["", "ab", "abd", "xbc", "abcd"] {
            assert_ne!(Secret::new("abc"), Secret::new(other));
        }
    }

    #[test]
    fn no_format_shows_it() {
        let password = Password::new("hunter2");
        for text in [
            format!("{password:?}"),
            format!("{password:#?}"),
            format!("{:?}", Some(&password.0)),
        ] {
            assert!(!text.contains("hunter2"), "{text}");
        }
    }
}
