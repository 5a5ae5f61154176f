//! Presigned addresses as a type that does not show the signature.

use std::fmt;

use crate::presigned::redact;
use crate::secret::{HIDDEN, Secret};

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
