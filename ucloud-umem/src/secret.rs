//! Text that must not be seen.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use percent_encoding::{percent_decode, percent_decode_str};
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

/// What a signed request holds that must not be seen, to be looked for in what the service says.
#[derive(Default)]
pub(crate) struct Secrets(Vec<Zeroizing<String>>);

impl Secrets {
    /// Shorter ones are in every other sentence.
    const SHORTEST: usize = 4;

    /// Takes the values of escaped pairs, as they are on the wire.
    pub(crate) fn of<'v>(escaped: impl Iterator<Item = &'v [u8]>) -> Self {
        let mut secrets = Self::default();
        for value in escaped {
            let value = percent_decode(value).decode_utf8_lossy().into_owned();
            if let Some(plain) =
                BASE64.decode(&value).ok().and_then(|p| String::from_utf8(p).ok())
            {
                secrets.push(plain);
            }
            secrets.push(BASE64.encode(&value));
            secrets.push(value);
        }
        secrets
    }

    fn push(&mut self, secret: String) {
        let secret = Zeroizing::new(secret);
        if secret.len() >= Self::SHORTEST {
            self.0.push(secret);
        }
    }

    /// Whether a text holds one of them, as it is or escaped for a form.
    pub(crate) fn appear_in(&self, text: &str) -> bool {
        let spaced = text.replace('+', " ");
        let [unescaped, from_form] = [text, &spaced].map(|text| {
            Zeroizing::new(percent_decode_str(text).decode_utf8_lossy().into_owned())
        });
        let forms = [text, &unescaped, &from_form];
        self.0.iter().any(|secret| forms.iter().any(|form| form.contains(&**secret)))
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
    fn secrets_are_found_in_every_form() {
        let secrets = Secrets::of(
            [&b"p%C3%A4ss%20w%2Bd"[..], b"c2VjcmV0", b"abc", b""].into_iter(),
        );
        for text in [
            "<päss w+d>",
            "p%C3%A4ss+w%2Bd",
            "p%c3%a4ss%20w%2bd",
            "Password=c2VjcmV0",
            "it is secret",
            "cMOkc3MgdytkCg cMOkc3Mgdytk",
        ] {
            assert!(secrets.appear_in(text), "{text}");
        }
        for text in ["abc", "", "the password is wrong", "100%"] {
            assert!(!secrets.appear_in(text), "{text}");
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
