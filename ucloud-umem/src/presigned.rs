//! Presigned addresses: whoever sees one can use it until it expires.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::percent_decode_str;

use crate::secret::{HIDDEN, Secret, names_a_secret};

/// Parts of names, in lower case, of parameters that only presigned addresses have.
const PARTS: [&str; 2] = ["x-amz-", "x-goog-"];

/// Ends of such names, in lower case.
const ENDS: [&str; 6] = ["accesskeyid", "auth_key", "expires", "publickey", "sig", "sign"];

/// Returns the text with `***` in place of the query of each presigned address.
///
/// The text may be anything: a sentence, a page, or JSON whose escapes are not undone, even several
/// times. So this looks for parameters of a query and not for whole URLs. Without a query, the
/// value after a secret name and `=` is replaced. The time is linear.
pub(crate) fn redact(text: &str) -> Cow<'_, str> {
    let mut redacted = String::new();
    let mut copied = 0;
    let mut start = 0;
    for piece in text.split_inclusive(ends_word) {
        // An escaped quotation mark ends a word too.
        let word = piece.trim_end_matches(ends_word).trim_end_matches('\\');
        if let Some(secret) = secret_part(word) {
            redacted.push_str(&text[copied..start + secret]);
            redacted.push_str(HIDDEN);
            copied = start + word.len();
        }
        start += piece.len();
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    redacted.push_str(&text[copied..]);
    Cow::Owned(redacted)
}

/// Checks for a character that no URL has.
fn ends_word(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '`')
}

/// Returns where in a word the secret begins, if it holds one.
fn secret_part(word: &str) -> Option<usize> {
    // An address within an address is percent-encoded.
    let query =
        ["?", "%3F", "%3f"].iter().find_map(|mark| word.find(mark).map(|place| place + mark.len()));
    if let Some(query) = query {
        let plain = percent_decode_str(&word[query..]).decode_utf8_lossy();
        if parameters(&plain).any(|(name, _)| is_of_presigned(name)) {
            return Some(query);
        }
    }
    let secret = parameters(word).find(|(name, _)| names_a_secret(name));
    secret.map(|(_, value)| value).filter(|value| *value < word.len())
}

/// Returns the values in a presigned address that only its holder may know.
pub(crate) fn secret_values(address: &str) -> impl Iterator<Item = &str> {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(name, _)| is_of_presigned(name)).map(|(_, value)| value)
}

/// Checks for a name that only a parameter of a presigned address has.
fn is_of_presigned(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    names_a_secret(name)
        || PARTS.iter().any(|part| lower.contains(part))
        || ENDS.iter().any(|end| lower.ends_with(end))
}

/// Returns the names before each `=`, and where their values begin.
fn parameters(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    text.match_indices('=').map(move |(end, _)| {
        let before = &text[..end];
        let name = before.trim_end_matches(in_name).len();
        (&before[name..], end + 1)
    })
}

/// Download address with a signature: whoever has it can use it until it expires.
/// [`Client::download`](crate::Client::download) downloads from it.
///
/// `Debug`, `Display` and serde show it without its query. [`reveal`](Self::reveal) returns all of
/// it. Its memory is wiped when it is dropped.
///
/// ```
/// use ucloud_umem::PresignedUrl;
///
/// let address = PresignedUrl::new("http://a.example/nightly.rdb?Expires=1&Signature=s3cret");
/// assert_eq!(address.to_string(), "http://a.example/nightly.rdb?***");
/// assert!(address.reveal().ends_with("Signature=s3cret"));
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PresignedUrl(Secret);

impl PresignedUrl {
    /// Makes one of the whole address, without white space around it: the service ends some
    /// addresses with a line feed.
    pub fn new(address: impl AsRef<str>) -> Self {
        Self(Secret::new(address.as_ref().trim()))
    }

    /// Returns the whole address, for another program.
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }
}

impl fmt::Display for PresignedUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.reveal();
        let open = whole.split(['?', '#']).next().unwrap_or(whole);
        // A query that is percent-encoded is in the open part too.
        f.write_str(&redact(open))?;
        if open.len() < whole.len() { write!(f, "?{HIDDEN}") } else { Ok(()) }
    }
}

impl fmt::Debug for PresignedUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PresignedUrl({:?})", self.to_string())
    }
}

/// Writes the address without its query, so that you can serialize a struct that holds one.
#[cfg(feature = "serde")]
impl serde::Serialize for PresignedUrl {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_query_of_a_presigned_address_is_hidden_in_every_text() {
        for (text, expected) in [
            (
                "http://a.ufileos.com/b?UCloudPublicKey=k&Expires=15&Signature=sb+/Q=",
                "http://a.ufileos.com/b?***",
            ),
            ("see https://a/b?X-Amz-Date=1 or c", "see https://a/b?*** or c"),
            ("https://a/b?sig=x", "https://a/b?***"),
            ("/b?q-%73ignature=x\n", "/b?***\n"),
            // JSON, with its escapes and with those of `Debug` on top.
            (
                r#"{"URL":"http:\/\/a\/b?k=v\u0026Signature=x\n","A":1}"#,
                r#"{"URL":"http:\/\/a\/b?***","A":1}"#,
            ),
            (
                r#""{\"URL\":\"http://a/b?k=v\\u0026Signature=x\"}""#,
                r#""{\"URL\":\"http://a/b?***\"}""#,
            ),
            // HTML.
            (
                "<a href='http://a/b?k=v&amp;Signature=x'>http://a/b?token=x</a>",
                "<a href='http://a/b?***'>http://a/b?***</a>",
            ),
            // Spaces that are not escaped, and an address in an address.
            ("http://a/b?name=my file&Signature=x", "http://a/b?name=my file&Signature=***"),
            ("http://a/b?to=https%3A%2F%2Fc%3FSignature%3Dx", "http://a/b?***"),
            ("https%3A%2F%2Fc%3FSignature%3Dx", "https%3A%2F%2Fc%3F***"),
            ("http://a/b?名=备份&Signature=x 中", "http://a/b?*** 中"),
            ("http://a/b#access_token=x", "http://a/b#access_token=***"),
            ("bad Signature=x", "bad Signature=***"),
        ] {
            assert_eq!(redact(text), expected);
            assert_eq!(redact(expected), expected);
        }
    }

    #[test]
    fn other_text_stays() {
        for text in [
            "",
            "\\",
            "why? Signature is missing",
            "http://a/b?Region=cn-bj2&Limit=20&NextToken=x",
            "Signature=",
            "100% = 1, a=b ?c",
            r#"{"A":"b?c=d"}"#,
        ] {
            assert!(matches!(redact(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn a_long_text_takes_linear_time() {
        for part in ["?a=", "=", "a", "%3F", "\\", "&Signature=", "\"", "中"] {
            let text = part.repeat((4 << 20) / part.len());
            redact(&text);
        }
    }

    #[test]
    fn no_format_shows_the_query() {
        for (address, shown) in [
            ("http://a/b?UCloudPublicKey=k&Signature=s3cret", "http://a/b?***"),
            ("http://a/b?s3cret", "http://a/b?***"),
            ("http://a/b#s3cret", "http://a/b?***"),
            ("http%3A%2F%2Fa%2Fb%3FSignature%3Ds3cret", "http%3A%2F%2Fa%2Fb%3F***"),
            ("http://a/b", "http://a/b"),
            ("", ""),
        ] {
            let address = PresignedUrl::new(address);
            assert_eq!(address.to_string(), shown);
            assert_eq!(format!("{address:?}"), format!("PresignedUrl({shown:?})"));
            #[cfg(feature = "serde")]
            assert_eq!(serde_json::to_value(&address).unwrap(), shown);
        }
    }

    #[test]
    fn white_space_around_an_address_is_left_out() {
        let address = PresignedUrl::new("http://a/b?Signature=x=\n");
        assert_eq!(address.reveal(), "http://a/b?Signature=x=");
        assert_eq!(address, PresignedUrl::new("\r\n http://a/b?Signature=x="));
    }
}
