//! The three request forms of the gateway, each converted to pairs.

use http::header::CONTENT_TYPE;
use http::{Method, Request, StatusCode};
use hyper::body::Bytes;
use serde_json::Value;

use super::json;
use super::response::Problem;
use crate::gateway::{self, Parameters};
use crate::served_call::RequestForm;

/// A call as it came, before anything of it is checked.
pub(super) struct Received {
    pub(super) form: RequestForm,
    pub(super) pairs: Parameters,
    /// Signed text of nested JSON, without the private key, if it differs from the pairs.
    pub(super) nested_text: Option<String>,
}

const FORM: &str = "application/x-www-form-urlencoded";
pub(super) const JSON: &str = "application/json";

/// Returns the type of a body without its parameters, where the request says it.
pub(super) fn media_type(request: &Request<Bytes>) -> Option<&str> {
    let content_type = request.headers().get(CONTENT_TYPE)?;
    let content_type = content_type.to_str().unwrap_or("(not text)");
    Some(content_type.split(';').next().unwrap_or_default().trim())
}

/// Reads a request in any form. The body comes after the query, so its value of a repeated name
/// counts.
pub(super) fn read(request: &Request<Bytes>) -> Result<Received, Problem> {
    let query = request.uri().query().unwrap_or_default();
    let mut pairs = gateway::parameters(query.as_bytes());
    let received = |form, pairs| Ok(Received { form, pairs, nested_text: None });
    match *request.method() {
        // The body of a GET is ignored.
        Method::GET | Method::HEAD => return received(RequestForm::Query, pairs),
        Method::POST => {}
        _ => return Err(Problem::wrong_method("GET, HEAD, POST")),
    }
    let media_type = media_type(request).unwrap_or(FORM);
    if request.body().is_empty() || media_type.eq_ignore_ascii_case(FORM) {
        pairs.extend(gateway::parameters(request.body()));
        return received(RequestForm::Form, pairs);
    }
    if !media_type.eq_ignore_ascii_case(JSON) {
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "the Content-Type of a call is application/x-www-form-urlencoded or application/json",
        ));
    }
    let wrong =
        |message: &str| Problem::new(StatusCode::BAD_REQUEST, format!("the body {message}"));
    let body = serde_json::from_slice(request.body());
    let Ok(Value::Object(body)) = body else {
        return Err(wrong("is not a JSON object"));
    };
    let nested_text = json::is_nested(&body).then(|| {
        let query = pairs.iter().map(|(name, value)| (name.clone(), value.clone().into()));
        let mut whole: serde_json::Map<_, _> = query.collect();
        whole.extend(body.clone());
        json::signed_text(&whole)
    });
    json::flatten(body, &mut pairs)
        .map_err(|json::TooLarge| wrong("comes to too many parameters"))?;
    Ok(Received { form: RequestForm::Json, pairs, nested_text })
}
