//! Removal of secrets from requests and responses.

use std::borrow::Cow;
use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::Value;

use super::file::Parameters;
use super::json_text::tokens;
use crate::presigned;
use crate::secret::{HIDDEN, Secrets, names_a_secret, unescape_json};
use crate::transport::HttpRequest;
use crate::transport::form::{self, Pair};

/// Parameters that a recording leaves out, because they depend on the keys.
const LEFT_OUT: [&str; 3] = ["PublicKey", "SecurityToken", "Signature"];

/// Checks for the name of a secret parameter or field.
fn is_hidden(name: &str, also: &[String]) -> bool {
    names_a_secret(name)
        || also.iter().any(|other| {
            // `Disks.0.Key` is the member `Key` of a structure.
            let last = name.rsplit('.').next().unwrap_or(name);
            other.eq_ignore_ascii_case(name) || other.eq_ignore_ascii_case(last)
        })
}

/// Checks for a secret pair: marked by the request, or by its name.
fn is_secret(request: &HttpRequest, pair: &Pair<'_>, also: &[String]) -> bool {
    let marked = request.secrets.iter().any(|secret| secret.place == pair.place);
    marked || is_hidden(&pair.name, also)
}

/// Checks for a presigned address.
fn is_presigned(text: &str) -> bool {
    matches!(presigned::redact(text), Cow::Owned(_))
}

/// Returns the values of these pairs, and of the secret headers.
fn secrets_of<'p>(request: &HttpRequest, pairs: impl Iterator<Item = Pair<'p>>) -> Secrets {
    let pairs = pairs.filter_map(|pair| request.body.get(pair.place));
    let mut secrets = Secrets::from_escaped(pairs);
    for value in request.headers.values().filter(|value| value.is_sensitive()) {
        secrets.add_header(value);
    }
    secrets
}

/// Removes the secrets of a request, and of earlier ones, from its recording.
pub(super) struct Redactor<'a> {
    also: &'a [String],
    secrets: Secrets,
    earlier: Secrets,
}

impl<'a> Redactor<'a> {
    /// Makes the redactor of one request. `also` are additional secret names.
    pub(super) fn new(request: &HttpRequest, also: &'a [String]) -> Self {
        let secret = form::pairs(&request.body)
            .filter(|pair| LEFT_OUT.contains(&&*pair.name) || is_secret(request, pair, also));
        let secrets = secrets_of(request, secret);
        Self { also, secrets, earlier: Secrets::default() }
    }

    /// Makes the redactor of one of many requests: it uses the secrets of earlier ones, and adds
    /// its own.
    pub(super) fn with_earlier(
        request: &HttpRequest,
        also: &'a [String],
        known: &mut Secrets,
    ) -> Self {
        let earlier = known.clone();
        // Parameters that are left out are not in later requests, or again their own.
        let own = form::pairs(&request.body)
            .filter(|pair| !LEFT_OUT.contains(&&*pair.name) && is_secret(request, pair, also));
        known.extend_with_long(secrets_of(request, own));
        Self { earlier, ..Self::new(request, also) }
    }

    /// Returns the parameters without secrets, by which a replay finds the request.
    pub(super) fn parameters(&self, request: &HttpRequest) -> Parameters {
        let mut parameters = BTreeMap::new();
        for pair in form::pairs(&request.body) {
            if LEFT_OUT.contains(&&*pair.name) {
                continue;
            }
            let hidden = is_secret(request, &pair, self.also)
                || self.hides(&pair.value)
                || is_presigned(&pair.value);
            let value = if hidden { HIDDEN.to_owned() } else { pair.value.into_owned() };
            parameters.insert(pair.name.into_owned(), value);
        }
        parameters
    }

    /// Returns the body without secrets.
    pub(super) fn body(&self, body: &Bytes) -> Bytes {
        let hidden = Bytes::from_static(HIDDEN.as_bytes());
        if let Ok(text) = std::str::from_utf8(body) {
            let text = self.json(text);
            return if self.hides(&text) { hidden } else { text.into() };
        }
        // Text in UTF-16 has zeros between its letters.
        let text = String::from_utf8_lossy(body).replace('\0', "");
        if self.hides(&text) || self.json(&text) != text { hidden } else { body.clone() }
    }

    /// Returns a sentence without secrets.
    pub(super) fn sentence(&self, text: &str) -> String {
        let text = if self.hides(text) { HIDDEN } else { text };
        presigned::redact(text).into_owned()
    }

    /// Replaces secret values in JSON; other text hardly changes.
    fn json(&self, text: &str) -> String {
        let hidden = || Cow::from(format!("\"{HIDDEN}\""));
        let mut out = String::with_capacity(text.len());
        let mut last = "";
        // The next value has a secret name.
        let mut secret = false;
        // Depth within a secret structure.
        let mut within = 0_usize;
        for token in tokens(text) {
            if within > 0 {
                match token {
                    "{" | "[" => within += 1,
                    "}" | "]" => within -= 1,
                    _ => {}
                }
                continue;
            }
            let kept = match token {
                ":" => {
                    secret = is_hidden(&decoded(last), self.also);
                    token.into()
                }
                "{" | "[" if secret => {
                    (secret, within) = (false, 1);
                    hidden()
                }
                "{" | "}" | "[" | "]" | "," => {
                    secret = false;
                    token.into()
                }
                // These do not reveal a secret.
                "true" | "false" | "null" => token.into(),
                "\"\"" if secret => token.into(),
                _ if token.trim_ascii().is_empty() => token.into(),
                _ if secret => hidden(),
                _ if token.starts_with('"') => {
                    if self.hides(&decoded(token)) {
                        hidden()
                    } else {
                        last = token;
                        without_presigned(token)
                    }
                }
                _ if self.hides(token) => hidden(),
                // A number, or invalid JSON.
                _ => presigned::redact(token),
            };
            out.push_str(&kept);
        }
        out
    }

    /// Searches a text for secrets, also in JSON within it.
    fn hides(&self, text: &str) -> bool {
        self.secrets.appear_in(text) || self.earlier.appear_in(text)
    }
}

/// Replaces the query of each presigned address in a JSON string.
fn without_presigned(raw: &str) -> Cow<'_, str> {
    match serde_json::from_str::<String>(raw) {
        Ok(text) => match presigned::redact(&text) {
            Cow::Owned(redacted) => Value::from(redacted).to_string().into(),
            Cow::Borrowed(_) => raw.into(),
        },
        // Invalid JSON, such as a string without an end.
        Err(_) => presigned::redact(raw),
    }
}

/// Decodes a JSON string.
fn decoded(raw: &str) -> String {
    let broken = |_| unescape_json(raw.trim_matches('"')).to_string();
    serde_json::from_str(raw).unwrap_or_else(broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Login;

    impl crate::encode::EncodeForm for Login {
        fn parameters(&self, form: &mut crate::encode::Form<'_>) {
            form.base64("Auth", &crate::Password::new("correct horse"));
            form.put("Note", &"so: correct horse".to_owned());
            form.put("Pin", &crate::Password::new("abc"));
            form.put("Zone", &"cn-bj2-05".to_owned());
        }
    }

    #[test]
    fn marked_secrets_are_hidden_whatever_their_names() {
        let form = crate::encode::signed_form(&Login, &[], Some("")).unwrap();
        let uri = http::Uri::from_static("http://127.0.0.1");
        let request = HttpRequest::post(uri, http::HeaderMap::new(), &form, 0);
        let parameters = Redactor::new(&request, &[]).parameters(&request);
        let expected = [("Auth", HIDDEN), ("Note", HIDDEN), ("Pin", HIDDEN), ("Zone", "cn-bj2-05")]
            .map(|(n, v)| (n.to_owned(), v.to_owned()));
        assert_eq!(parameters, Parameters::from(expected));
    }
}
