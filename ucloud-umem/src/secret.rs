//! Secret text: passwords and keys, and finding them in other text.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD as BASE64, URL_SAFE};
use percent_encoding::{percent_decode, percent_decode_str};
use zeroize::Zeroizing;

use crate::json_escape::first_escape;

/// Shown in place of a secret.
pub(crate) const HIDDEN: &str = "***";
/// Scheme of an access token in the header `Authorization`.
pub(crate) const BEARER: &str = "Bearer ";

/// Password of an instance: never printed, and wiped from memory when dropped.
///
/// Pass plain text; the client encodes it in base64 if the API wants it. An empty password removes
/// the password of the instance.
///
/// ```
/// use ucloud_umem::Password;
///
/// let password = Password::new("correct_horse");
/// assert_eq!(format!("{password:?}"), "Password(***)");
/// assert_eq!(password, "correct_horse".into());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Password(Secret);

impl Password {
    /// Makes a password of plain text.
    pub fn new(plain: impl Into<String>) -> Self {
        Self(Secret::new(plain))
    }

    /// Returns the plain text.
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }
}

impl From<&str> for Password {
    /// Makes a password of plain text.
    fn from(plain: &str) -> Self {
        Self::new(plain)
    }
}

impl From<String> for Password {
    /// Makes a password of plain text. The text is wiped with it.
    fn from(plain: String) -> Self {
        Self::new(plain)
    }
}

/// Writes `***`, so that you can serialize a struct that holds a password.
#[cfg(feature = "serde")]
impl serde::Serialize for Password {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(HIDDEN)
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
    /// Takes the same time wherever the first difference is.
    fn eq(&self, other: &Self) -> bool {
        let (left, right) = (self.0.as_bytes(), other.0.as_bytes());
        let difference = left.iter().zip(right).fold(0, |found, (a, b)| found | (a ^ b));
        left.len() == right.len() && std::hint::black_box(difference) == 0
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

/// Parts of secret names, in lower case.
const SECRET_WORDS: [&str; 8] =
    ["password", "passwd", "passphrase", "pwd", "secret", "token", "privatekey", "signature"];

/// Ends of names, in lower case, that only look secret: pagination tokens.
const PUBLIC_WORDS: [&str; 2] = ["nexttoken", "pagetoken"];

/// Checks for a name of a secret parameter or field.
pub(crate) fn names_a_secret(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_public = PUBLIC_WORDS.iter().any(|word| lower.ends_with(word));
    !is_public && SECRET_WORDS.iter().any(|word| lower.contains(word))
}

/// Secrets of a signed request, to be searched for in other text.
#[derive(Clone, Default)]
pub(crate) struct Secrets(Vec<Zeroizing<String>>);

impl Secrets {
    /// Shorter secrets appear in ordinary text.
    const SHORTEST: usize = 4;
    /// Shorter secrets may be words of a response.
    #[cfg(feature = "replay")]
    const LONG: usize = 8;
    /// Shorter secrets appear in base64 and hexadecimal digits by chance.
    const SHORTEST_WITHIN: usize = 6;

    /// Makes the secrets of escaped values, as they are on the wire.
    pub(crate) fn from_escaped<'v>(escaped: impl Iterator<Item = &'v [u8]>) -> Self {
        let mut secrets = Self::default();
        for value in escaped {
            let value = percent_decode(value).decode_utf8_lossy().into_owned();
            if let Some(plain) = BASE64.decode(&value).ok().and_then(|p| String::from_utf8(p).ok())
            {
                secrets.push_all_forms(plain);
            }
            secrets.push_all_forms(value);
        }
        secrets
    }

    /// Adds the value of a secret header, without its scheme.
    pub(crate) fn add_header(&mut self, value: &http::HeaderValue) {
        let value = String::from_utf8_lossy(value.as_bytes());
        let secret = value.strip_prefix(BEARER).unwrap_or(&value);
        self.push_all_forms(secret.to_owned());
    }

    /// Adds other secrets that are too long to appear by chance, each once.
    #[cfg(feature = "replay")]
    pub(crate) fn extend_with_long(&mut self, others: Self) {
        let long = others.0.into_iter().filter(|secret| secret.len() >= Self::LONG);
        for secret in long {
            if !self.0.contains(&secret) {
                self.0.push(secret);
            }
        }
    }

    /// Adds a text, its base64 and its hexadecimal digits. Percent-encoded forms are decoded when
    /// text is searched.
    fn push_all_forms(&mut self, value: String) {
        self.push(BASE64.encode(&value));
        self.push(value.clone());
        let value = Zeroizing::new(value);
        let bytes = value.as_bytes();
        if bytes.len() < Self::SHORTEST_WITHIN {
            return;
        }
        let hex: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let hex = hex.concat();
        self.push(hex.to_uppercase());
        self.push(hex);
        // Text before it shifts it against the groups of six bits; only whole groups belong to it.
        for before in 0..3 {
            let text = Zeroizing::new([&[0; 2][..before], bytes].concat());
            let own = (before * 8).div_ceil(6)..(before + bytes.len()) * 8 / 6;
            for engine in [BASE64, URL_SAFE] {
                let encoded = Zeroizing::new(engine.encode(&text));
                self.push(encoded[own.clone()].to_owned());
            }
        }
    }

    fn push(&mut self, secret: String) {
        let secret = Zeroizing::new(secret);
        if secret.len() >= Self::SHORTEST {
            self.0.push(secret);
        }
    }

    /// Searches a text for them, unchanged or escaped for a form, for JSON or for HTML.
    pub(crate) fn appear_in(&self, text: &str) -> bool {
        let spaced = text.replace('+', " ");
        let [unescaped, from_form] = [text, &spaced]
            .map(|text| Zeroizing::new(percent_decode_str(text).decode_utf8_lossy().into_owned()));
        let from_json = unescape_json(text);
        let from_html = unescape_html(text);
        let forms = [text, &unescaped, &from_form, &from_json, &from_html];
        self.0.iter().any(|secret| forms.iter().any(|form| form.contains(&**secret)))
    }
}

/// Replaces escapes that begin with a mark; other marks stay.
fn unescape(
    text: &str,
    mark: char,
    first_escape: fn(&str) -> Option<(char, usize)>,
) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    let mut rest = text;
    while let Some(at) = rest.find(mark) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (character, length) = first_escape(rest).unwrap_or((mark, mark.len_utf8()));
        plain.push(character);
        rest = &rest[length..];
    }
    plain.push_str(rest);
    plain
}

/// Replaces HTML escapes: numeric ones, and the names of characters that must be escaped.
fn unescape_html(text: &str) -> Zeroizing<String> {
    unescape(text, '&', |text| {
        let (name, _) = text.strip_prefix('&')?.split_once(';')?;
        Some((html_character(name)?, name.len() + "&;".len()))
    })
}

/// Returns the character of an HTML escape, by the text between `&` and `;`.
fn html_character(name: &str) -> Option<char> {
    let number = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        },
        None => {
            return match name {
                "amp" => Some('&'),
                "apos" => Some('\''),
                "gt" => Some('>'),
                "lt" => Some('<'),
                "quot" => Some('"'),
                _ => None,
            };
        }
    };
    char::from_u32(number.ok()?)
}

/// Replaces the escapes of JSON strings anywhere in a text, which may be incomplete JSON.
pub(crate) fn unescape_json(text: &str) -> Zeroizing<String> {
    unescape(text, '\\', first_escape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equality_compares_every_byte() {
        assert_eq!(Secret::new("abc"), Secret::new("abc"));
        for other in ["", "ab", "abd", "xbc", "abcd"] {
            assert_ne!(Secret::new("abc"), Secret::new(other));
        }
    }

    #[test]
    fn secrets_are_found_in_every_form() {
        let secrets = Secrets::from_escaped(
            [&b"p%C3%A4ss%20w%2Bd"[..], b"c2VjcmV0", b"wxyz", b"abc", b""].into_iter(),
        );
        for text in [
            "<päss w+d>",
            "p%C3%A4ss+w%2Bd",
            "p%c3%a4ss%20w%2bd",
            "Password=c2VjcmV0",
            "it is secret",
            "cMOkc3MgdytkCg cMOkc3Mgdytk",
            // `user:päss w+d.`, and its hexadecimal digits.
            "dXNlcjpww6RzcyB3K2Qu",
            "70C3A4737320772B64",
            "736563726574",
            "<wxyz>",
            "d3h5eg==",
        ] {
            assert!(secrets.appear_in(text), "{text}");
        }
        for text in ["abc", "wxy", "", "the password is wrong", "100%"] {
            assert!(!secrets.appear_in(text), "{text}");
        }
    }

    #[test]
    fn secrets_are_found_within_base64_of_both_alphabets() {
        // Each group of six bits is one of the two in which the alphabets differ.
        let secret = b"\x7f\x3e\x7e\x3f\x3e\x7f\x3e\x7e";
        let secrets = Secrets::from_escaped([&secret[..]].into_iter());
        for before in 0..3 {
            let text = [&b"ab"[..before], secret, b"cd"].concat();
            let [standard, url_safe] = [BASE64, URL_SAFE].map(|e| e.encode(&text));
            assert_ne!(standard, url_safe);
            assert!(secrets.appear_in(&standard), "{standard}");
            assert!(secrets.appear_in(&url_safe), "{url_safe}");
        }
    }

    #[test]
    fn secrets_are_found_in_json() {
        let plain = "p\"\\/\u{e9}\u{1d11e}\r\n\t\u{8}\u{c} w";
        let secrets = Secrets::from_escaped([plain.as_bytes()].into_iter());
        let written = serde_json::to_string(plain).unwrap();
        assert!(secrets.appear_in(&written));
        let ascii = written.replace('\u{e9}', "\\u00E9").replace('/', "\\/");
        let ascii = ascii.replace('\u{1d11e}', "\\uD834\\uDD1E");
        assert!(secrets.appear_in(&format!("{{ \"Message\": {ascii}")));
        for odd in ["\\", "\\u", "\\u12", "\\uzz\u{e9}", "\\\u{e9}", "\\u\u{1d11e}"] {
            assert!(!secrets.appear_in(odd), "{odd}");
        }
    }

    #[test]
    fn secrets_are_found_in_html() {
        let secrets = Secrets::from_escaped([&b"a%26b%3Cc%22d'%26amp;"[..]].into_iter());
        for page in [
            "<p>a&amp;b&lt;c&quot;d&#39;&amp;amp;</p>",
            "<p title='a&amp;b&lt;c&#34;d&#x27;&amp;amp;'>",
            "<p>&#97;&#038;&#x62;&#60;c&#x22;d&#039;&#X26;amp;&nbsp;</p>",
        ] {
            assert!(secrets.appear_in(page), "{page}");
        }
        assert!(!secrets.appear_in("<p>a&amp;amp;b&lt;c&quot;d</p>"));
    }

    #[test]
    fn names_say_what_must_not_be_seen() {
        for name in
            ["Password", "NewPasswd", "Pwd", "SecretKey", "Token", "PrivateKey", "NextTokenSecret"]
        {
            assert!(names_a_secret(name), "{name}");
        }
        for name in ["PublicKey", "SpaceId", "Name", "Pass", "NextToken"] {
            assert!(!names_a_secret(name), "{name}");
        }
    }

    #[test]
    fn escapes_are_resolved_wherever_they_stand() {
        for (text, plain) in [
            (r#"a\"b"#, "a\"b"),
            (r"\u0070w\/x\\", "pw/x\\"),
            (r"\ud83d\ude00", "😀"),
            (r"\ud83d\q\u12", "\u{fffd}\\q\\u12"),
            (r"中\", r"中\"),
            (r"\中中中中中中", r"\中中中中中中"),
            (r"\a中中中a", r"\a中中中a"),
            (r"\u00中\u+123", r"\u00中\u+123"),
        ] {
            assert_eq!(unescape_json(text).as_str(), plain);
        }
    }

    #[test]
    fn text_becomes_a_password() {
        let password = Password::new("hunter2");
        assert_eq!(Password::from("hunter2"), password);
        assert_eq!(Password::from("hunter2".to_owned()), password);
    }

    #[cfg(feature = "serde")]
    #[test]
    fn it_is_not_serialized() {
        let password = Password::new("hunter2");
        assert_eq!(serde_json::to_string(&password).unwrap(), "\"***\"");
    }

    #[test]
    fn no_format_shows_it() {
        let password = Password::new("hunter2");
        for text in
            [format!("{password:?}"), format!("{password:#?}"), format!("{:?}", Some(&password.0))]
        {
            assert!(!text.contains("hunter2"), "{text}");
        }
    }
}
