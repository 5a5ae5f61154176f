//! A call of the gateway: it is converted, passed to the emulator, and its response returned.

use std::time::{Instant, SystemTime};

use http::header::{CONTENT_TYPE, HOST};
use http::uri::Authority;
use http::{HeaderValue, Method, Request, Response, Uri};
use hyper::body::Bytes;
use serde_json::Value;

use super::call_log::action_name;
use super::forms::{self, Received};
use super::response::HungUp;
use super::{Site, call_parameters};
use crate::gateway::{signature, signed_text};
use crate::generation::{Arrived, Generation};
use crate::served_call::ServedCall;
use ucloud_umem::transport::{HttpRequest, Transport as _};

pub(super) async fn answer(
    site: &Site,
    request: &Request<Bytes>,
    arrival: Generation,
) -> Result<Response<Bytes>, HungUp> {
    let start = Instant::now();
    let mut received = match forms::read(request) {
        Ok(received) => received,
        Err(problem) => return Ok(problem.into()),
    };
    sign_as_pairs(&mut received, site);
    let action = received.pairs.get("Action").and_then(|action| action_name(action));
    let action = action.map(str::to_owned);
    let body =
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&received.pairs).finish();
    let mut call = HttpRequest::new(Method::POST, uri(request, site), body);
    call.headers = request.headers().clone();
    let arrived = Arrived { emulator: site.emulator.clone(), at: arrival };
    let sent = site.faults.around(arrived).send(call).await;
    let json: Option<Value> =
        sent.as_ref().ok().and_then(|response| serde_json::from_slice(&response.body).ok());
    let request_id = sent.as_ref().ok().and_then(|response| {
        let id = response.headers.get("x-ucloud-request-uuid")?;
        Some(id.to_str().ok()?.to_owned())
    });
    let parameters = call_parameters::shown(&received.pairs);
    let resource_ids = call_parameters::resource_ids(&parameters, json.as_ref());
    let call = ServedCall {
        at: SystemTime::now(),
        action,
        form: received.form,
        ret_code: json.as_ref().and_then(|json| json.get("RetCode")?.as_i64()),
        status: sent.as_ref().ok().map(|response| response.status),
        took: start.elapsed(),
        request_id,
        parameters,
        resource_ids,
    };
    site.calls.record(call, arrival, site.emulator.generation());
    // A broken connection to the emulator breaks the connection to the client.
    let sent = sent.map_err(|_| HungUp)?;
    let mut response = Response::new(sent.body);
    *response.status_mut() = sent.status;
    *response.headers_mut() = sent.headers;
    let content_type = if json.is_some() { "application/json" } else { "text/html" };
    response.headers_mut().entry(CONTENT_TYPE).or_insert(HeaderValue::from_static(content_type));
    Ok(response)
}

/// Returns the URI of a call. If other machines can reach the emulator, it has the host under which
/// this one does.
fn uri(request: &Request<Bytes>, site: &Site) -> Uri {
    let host = request.headers().get(HOST).filter(|_| site.is_remote);
    let host = host.and_then(|host| Authority::try_from(host.as_bytes()).ok());
    let uri = host.and_then(|host| Uri::try_from(format!("http://{host}/")).ok());
    uri.unwrap_or_else(|| Uri::from_static("/"))
}

/// Signs a call with nested JSON again, as pairs, which the emulator checks. The client signed the
/// JSON itself.
fn sign_as_pairs(received: &mut Received, site: &Site) {
    let Some(text) = received.nested_text.take() else { return };
    let pairs = &mut received.pairs;
    let emulator = &site.emulator.0;
    let value = |name: &str| pairs.get(name).map(String::as_str);
    let private_key =
        emulator.keys.private_key(value("PublicKey"), value("SecurityToken"), emulator.clock.now());
    let Ok(private_key) = private_key else { return };
    if value("Signature") == Some(&signature(text, &private_key)) {
        let text = signed_text(pairs);
        pairs.insert("Signature".to_owned(), signature(text, &private_key));
    }
}
