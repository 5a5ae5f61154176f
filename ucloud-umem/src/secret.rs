//! Text that must not be seen.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD as BASE64, URL_SAFE};
use percent_encoding::{percent_decode, percent_decode_str};
use zeroize::Zeroizing;

/// What stands in the place of a secret, wherever one would be shown.
pub(crate) const HIDDEN: &str = "***";

/// A password of an instance: never printed, and wiped from memory when dropped.
///
/// The caller gives plain text; where the API wants base64, the client encodes it. An empty one clears the
/// password.
///
/// ```
/// use ucloud_umem::Password;
///
/// let password = Password::new("correct_horse");
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

/// Writes `***`, so that a struct of the application's own that holds a password can be serialized.
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
    /// Takes the same time wherever the first difference stands.
    fn eq(&self, other: &Self) -> bool {
        let (left, right) = (self.0.as_bytes(), other.0.as_bytes());
        let difference = left.iter().zip(right).fold(0, |found, (a, b)| found | (a ^ b));
        left.len() == right.len() && std::hint::black_box(difference) == 0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

/// Parts of names, in lower case, of what must not be seen.
const SECRET_WORDS: [&str; 8] = [
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "secret",
    "token",
    "privatekey",
    "signature",
];

/// Ends of names, in lower case, that only sound like it: where a list goes on.
const OPEN_WORDS: [&str; 2] = ["nexttoken", "pagetoken"];

/// Whether a parameter or member of this name holds what must not be seen, going by its name.
pub(crate) fn names_a_secret(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_open = OPEN_WORDS.iter().any(|word| lower.ends_with(word));
    !is_open && SECRET_WORDS.iter().any(|word| lower.contains(word))
}

/// What a signed request holds that must not be seen, to be looked for in what the service says.
#[derive(Clone, Default)]
pub(crate) struct Secrets(Vec<Zeroizing<String>>);

impl Secrets {
    /// Shorter ones are in every other sentence.
    const SHORTEST: usize = 4;
    /// Shorter ones may be words that stand in a reply for another reason.
    #[cfg(feature = "replay")]
    const LONG: usize = 8;
    /// In longer base64 and in hexadecimal digits, shorter ones stand by chance.
    const SHORTEST_WITHIN: usize = 6;

    /// Takes the values of escaped pairs, as they are on the wire.
    pub(crate) fn of<'v>(escaped: impl Iterator<Item = &'v [u8]>) -> Self {
        let mut secrets = Self::default();
        for value in escaped {
            let value = percent_decode(value).decode_utf8_lossy().into_owned();
            if let Some(plain) =
                BASE64.decode(&value).ok().and_then(|p| String::from_utf8(p).ok())
            {
                secrets.push_all_forms(plain);
            }
            secrets.push_all_forms(value);
        }
        secrets
    }

    /// Takes those of others that are so long that they stand nowhere by chance, each once.
    #[cfg(feature = "replay")]
    pub(crate) fn add_long_ones(&mut self, others: Self) {
        let long = others.0.into_iter().filter(|secret| secret.len() >= Self::LONG);
        for secret in long {
            if !self.0.contains(&secret) {
                self.0.push(secret);
            }
        }
    }

    /// Takes a text, and it in base64 and in hexadecimal digits; percent-encoded forms are decoded when they are met.
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
        // What stands before it moves it against the groups of six bits; only whole groups are its own.
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

    /// Whether a text holds one of them, as it is or escaped for a form, for JSON or for HTML.
    pub(crate) fn appear_in(&self, text: &str) -> bool {
        let spaced = text.replace('+', " ");
        let [unescaped, from_form] = [text, &spaced].map(|text| {
            Zeroizing::new(percent_decode_str(text).decode_utf8_lossy().into_owned())
        });
        let from_json = json_unescaped(text);
        let from_html = html_unescaped(text);
        let forms = [text, &unescaped, &from_form, &from_json, &from_html];
        self.0.iter().any(|secret| forms.iter().any(|form| form.contains(&**secret)))
    }
}

/// The text with the escapes of HTML undone: every character by its number, and those that have to be escaped by name.
fn html_unescaped(text: &str) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match rest
            .split_once(';')
            .and_then(|(name, after)| Some((character(name)?, after)))
        {
            Some((character, after)) => {
                plain.push(character);
                rest = after;
            }
            None => plain.push('&'),
        }
    }
    plain.push_str(rest);
    plain
}

/// What an escape of HTML stands for, by what is between `&` and `;`.
fn character(name: &str) -> Option<char> {
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

/// The text with the escapes of JSON's strings undone, wherever they stand: it may be half a reply, and no JSON.
pub(crate) fn json_unescaped(text: &str) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        // What is no escape stays as it is.
        let (character, length) = first_escape(rest).unwrap_or(('\\', 1));
        plain.push(character);
        rest = &rest[length..];
    }
    plain.push_str(rest);
    plain
}

/// The character that the escape at the beginning of a text stands for, and how long the escape is.
fn first_escape(text: &str) -> Option<(char, usize)> {
    let character = match text.as_bytes().get(1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return first_code_point(text),
        _ => return None,
    };
    Some((character, 2))
}

/// The same of `\u00e9`, or of two such escapes that stand for one character.
fn first_code_point(text: &str) -> Option<(char, usize)> {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u16::from_str_radix(digits, 16).ok().filter(|_| hex)
    };
    let units = [unit(0)?].into_iter().chain(unit(6));
    let character = char::decode_utf16(units).next()?.ok()?;
    Some((character, 6 * character.len_utf16()))
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
        let secrets = Secrets::of([&secret[..]].into_iter());
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
        let secrets = Secrets::of([plain.as_bytes()].into_iter());
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
        let secrets = Secrets::of([&b"a%26b%3Cc%22d'%26amp;"[..]].into_iter());
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
        for name in [
            "Password",
            "NewPasswd",
            "Pwd",
            "SecretKey",
            "Token",
            "PrivateKey",
            "NextTokenSecret",
        ] {
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
            (r"\ud83d\q\u12", r"\ud83d\q\u12"),
            (r"中\", r"中\"),
            (r"\中中中中中中", r"\中中中中中中"),
            (r"\a中中中a", r"\a中中中a"),
            (r"\u00中\u+123", r"\u00中\u+123"),
        ] {
            assert_eq!(json_unescaped(text).as_str(), plain);
        }
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
        for text in [
            format!("{password:?}"),
            format!("{password:#?}"),
            format!("{:?}", Some(&password.0)),
        ] {
            assert!(!text.contains("hunter2"), "{text}");
        }
    }
}
