//! What is taken out of a request and its reply before they are written down.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use super::file::{Body, Parameters};
use super::json_text::{Token, compact, depth, tokens};
use crate::presigned;
use crate::secret::{HIDDEN, Secrets, names_a_secret, unescape_json};
use crate::transport::HttpRequest;
use crate::transport::form::{self, Pair};

/// Parameters of which a recording has no trace: they change with who calls.
const LEFT_OUT: [&str; 3] = ["PublicKey", "SecurityToken", "Signature"];

/// JSON nested deeper than this is written as text.
const DEEPEST: usize = 32;

/// Whether the value of a parameter or member with this name is hidden.
fn is_hidden(name: &str, also: &[String]) -> bool {
    names_a_secret(name)
        || also.iter().any(|other| {
            // `Disks.0.Key` is the `Key` of a structure.
            let last = name.rsplit('.').next().unwrap_or(name);
            other.eq_ignore_ascii_case(name) || other.eq_ignore_ascii_case(last)
        })
}

/// Whether the value of a pair is hidden, because the request marks it or by its name.
fn is_secret(request: &HttpRequest, pair: &Pair<'_>, also: &[String]) -> bool {
    let marked = request.secrets.iter().any(|secret| secret.place == pair.place);
    marked || is_hidden(&pair.name, also)
}

/// Checks for a presigned address.
fn is_presigned(text: &str) -> bool {
    matches!(presigned::redact(text), Cow::Owned(_))
}

fn secrets_of<'p>(
    request: &HttpRequest,
    pairs: impl Iterator<Item = Pair<'p>>,
) -> Secrets {
    Secrets::from_escaped(pairs.filter_map(|pair| request.body.get(pair.place)))
}

/// Knows the secrets of one request and of those before it, and takes them out of what is written of it and of its reply.
pub(super) struct Redactor<'a> {
    also: &'a [String],
    secrets: Secrets,
    earlier: Secrets,
}

impl<'a> Redactor<'a> {
    /// `also` are names beside those that are hidden anyway.
    pub(super) fn of(request: &HttpRequest, also: &'a [String]) -> Self {
        let secret = form::pairs(&request.body).filter(|pair| {
            LEFT_OUT.contains(&&*pair.name) || is_secret(request, pair, also)
        });
        let secrets = secrets_of(request, secret);
        Self { also, secrets, earlier: Secrets::default() }
    }

    /// The same, for one of many: it takes out the passwords of earlier requests, and leaves its own for later ones.
    pub(super) fn after(
        request: &HttpRequest,
        also: &'a [String],
        known: &mut Secrets,
    ) -> Self {
        let earlier = known.clone();
        // What is left out is of no use to a later request, or its own again.
        let own = form::pairs(&request.body).filter(|pair| {
            !LEFT_OUT.contains(&&*pair.name) && is_secret(request, pair, also)
        });
        known.extend_with_long(secrets_of(request, own));
        Self { earlier, ..Self::of(request, also) }
    }

    /// The parameters as they may be seen, and by which they are found again.
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

    /// A body as it may be seen.
    pub(super) fn body(&self, body: &[u8]) -> Body {
        let Ok(text) = std::str::from_utf8(body) else {
            // Text in another encoding has zeros between its letters.
            let text = String::from_utf8_lossy(body).replace('\0', "");
            return if self.hides(&text) || self.json(&text) != text {
                Body::Text(HIDDEN.to_owned())
            } else {
                Body::Bytes(body.to_vec())
            };
        };
        let text = self.json(text);
        let is_json = text.starts_with(['{', '['])
            && serde_json::from_str::<&RawValue>(&text).is_ok()
            && compact(&text) == text
            && depth(&text) <= DEEPEST;
        match text {
            text if self.hides(&text) => Body::Text(HIDDEN.to_owned()),
            text if is_json => Body::Json(text),
            text => Body::Text(text),
        }
    }

    /// A sentence as it may be seen.
    pub(super) fn sentence(&self, text: &str) -> String {
        let text = if self.hides(text) { HIDDEN } else { text };
        presigned::redact(text).into_owned()
    }

    /// JSON with another value in the place of each that must not be seen; other text is hardly changed.
    fn json(&self, text: &str) -> String {
        let hidden = format!("\"{HIDDEN}\"");
        let mut out = String::with_capacity(text.len());
        let mut last = "";
        // Whether the next value belongs to a secret name.
        let mut secret = false;
        // How deep in a structure that is hidden as a whole.
        let mut within = 0_usize;
        for token in tokens(text) {
            if within > 0 {
                match token {
                    Token::Mark('{' | '[') => within += 1,
                    Token::Mark('}' | ']') => within -= 1,
                    _ => {}
                }
                continue;
            }
            match token {
                Token::Mark(':') => secret = is_hidden(&decoded(last), self.also),
                Token::Mark('{' | '[') if secret => {
                    (secret, within) = (false, 1);
                    out.push_str(&hidden);
                    continue;
                }
                Token::Mark(_) => secret = false,
                Token::Text(raw) => {
                    if (secret && raw != "\"\"") || self.hides(&decoded(raw)) {
                        out.push_str(&hidden);
                        continue;
                    }
                    last = raw;
                    out.push_str(&without_presigned(raw));
                    continue;
                }
                // Whether there is a password is no secret.
                Token::Word("true" | "false" | "null") | Token::Space(_) => {}
                Token::Word(word) => {
                    if secret || self.hides(word) {
                        out.push_str(&hidden);
                        continue;
                    }
                    // A number, unless it is no JSON.
                    out.push_str(&presigned::redact(word));
                    continue;
                }
            }
            token.write(&mut out);
        }
        out
    }

    /// Whether a text holds a secret, also in JSON within it.
    fn hides(&self, text: &str) -> bool {
        self.secrets.appear_in(text) || self.earlier.appear_in(text)
    }
}

/// JSON text with `***` in place of the query of each presigned address.
fn without_presigned(raw: &str) -> Cow<'_, str> {
    match serde_json::from_str::<String>(raw) {
        Ok(text) => match presigned::redact(&text) {
            Cow::Owned(redacted) => Value::from(redacted).to_string().into(),
            Cow::Borrowed(_) => raw.into(),
        },
        // It has no end, or is no JSON.
        Err(_) => presigned::redact(raw),
    }
}

/// What stands between the quotes of JSON text.
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
    fn what_a_request_marks_as_secret_is_hidden_whatever_its_name() {
        let form = crate::encode::signed_form(&Login, &[], "").unwrap();
        let uri = http::Uri::from_static("http://127.0.0.1");
        let request = HttpRequest::post(uri, http::HeaderMap::new(), &form, 0);
        let parameters = Redactor::of(&request, &[]).parameters(&request);
        let expected =
            [("Auth", HIDDEN), ("Note", HIDDEN), ("Pin", HIDDEN), ("Zone", "cn-bj2-05")]
                .map(|(n, v)| (n.to_owned(), v.to_owned()));
        assert_eq!(parameters, Parameters::from(expected));
    }
}
