//! Looking for secrets in what is printed or written.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use bytes::Bytes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Returns every form in which a text may appear in another.
pub(crate) fn forms(secret: &str) -> BTreeSet<String> {
    let bytes = secret.as_bytes();
    let hex = format!("{:x}", Bytes::copy_from_slice(bytes));
    let percent = utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string();
    let form: String = form_urlencoded::byte_serialize(bytes).collect();
    let debug = format!("{secret:?}");
    let json = serde_json::to_string(secret).unwrap();
    let decimal: Vec<_> = bytes.iter().map(ToString::to_string).collect();
    let mut forms = BTreeSet::from([
        secret.to_owned(),
        secret.escape_default().to_string(),
        bytes.escape_ascii().to_string(),
        debug.trim_matches('"').to_owned(),
        json.trim_matches('"').to_owned(),
        percent.to_lowercase(),
        percent,
        form.to_lowercase(),
        form,
        hex.to_uppercase(),
        hex,
        decimal.join(", "),
    ]);
    for engine in [STANDARD, URL_SAFE] {
        for before in 0..3 {
            // What stands before it moves it against the groups of six bits; only whole groups are
            // its own.
            let text = engine.encode([&b"  "[..before], bytes].concat());
            let own = (before * 8).div_ceil(6)..(before + bytes.len()) * 8 / 6;
            forms.insert(text[own].to_owned());
        }
    }
    forms
}
