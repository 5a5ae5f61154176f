//! The page at `/`, and the parts that its script asks for under `/_page/`.

use std::collections::BTreeMap;
use std::time::Instant;

use askama::Template;
use http::header::{
    ACCEPT, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use hyper::body::Bytes;
use percent_encoding::percent_decode_str;

use super::response::{HungUp, Problem, with_type};
use super::{Site, control, relay};
use crate::Emulator;
use crate::generation::Generation;
use crate::page::action::{ActionForm, ActionsOf, Kind};
use crate::page::calls::Calls;
use crate::page::code::{self, Target};
use crate::page::controls::{ClockTime, FaultList, Notice, read_fault};
use crate::page::language::Language;
use crate::page::resources::Resources;
use crate::page::result::{CallResult, CodeView, Received, Signed};
use crate::page::shell::{Live, LivePart, Page, version};
use crate::page::texts::Texts;
use crate::page::values::{Filled, find_action};
use crate::page::{ICON, SCRIPT, STYLE};
use ucloud_umem::{Client, Credentials, Preview};

/// The default private key, which everybody knows.
const KNOWN_KEY: &str = "emulator";

/// Headers of everything that belongs to the page: no other site can embed, read or extend it.
const HEADERS: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
         img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
];

type Fields = BTreeMap<String, String>;

/// Returns true if a browser asks for the page. All other requests for `/` are calls.
pub(super) fn is_wanted<B>(request: &Request<B>) -> bool {
    let accepted = request.headers().get_all(ACCEPT).iter();
    let mut accepted = accepted.filter_map(|value| value.to_str().ok());
    let is_browser = accepted.any(|value| value.split([',', ';']).any(|t| t.trim() == "text/html"));
    is_read(request) && request.uri().query().is_none_or(str::is_empty) && is_browser
}

/// Returns true if the request changes nothing.
pub(super) fn is_read<B>(request: &Request<B>) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD)
}

/// Responds with the page in a language; without one, in the language that the browser prefers.
pub(super) fn page(
    site: &Site,
    request: &Request<Bytes>,
    language: Option<Language>,
) -> Response<Bytes> {
    if !is_read(request) {
        return Problem::wrong_method("GET, HEAD").into();
    }
    let language = language.unwrap_or_else(|| preferred(request.headers()));
    let t = Texts::of(language);
    let part = |name| LivePart::new(live(site, t, name).unwrap_or_default());
    let live = Live {
        clock: part("clock"),
        resources: part("resources"),
        calls: part("calls"),
        faults: part("faults"),
    };
    html(request, &Page::new(language, live, site.emulator.step().as_millis()))
}

/// Responds to what the page's script reads.
pub(super) fn show(site: &Site, request: &Request<Bytes>) -> Response<Bytes> {
    let (path, t) = path_and_texts(request);
    let query = request.uri().query().unwrap_or_default();
    let values = || form_urlencoded::parse(query.as_bytes()).into_owned().collect::<Fields>();
    match path {
        "style.css" => with_headers(with_type(StatusCode::OK, "text/css; charset=utf-8", STYLE)),
        "script.js" => {
            with_headers(with_type(StatusCode::OK, "text/javascript; charset=utf-8", SCRIPT))
        }
        "icon.svg" => with_headers(with_type(StatusCode::OK, "image/svg+xml", ICON)),
        _ => {
            if let Some(part) = live(site, t, path) {
                return text(request, part);
            }
            if let Some(name) = path.strip_prefix("action/") {
                return match find_action(name) {
                    Some(action) => {
                        let form = site
                            .emulator
                            .with(|store, _| ActionForm::new(t, action, &values(), &store.kinds));
                        html(request, &form)
                    }
                    None => Problem::new(StatusCode::NOT_FOUND, t.unknown_action).into(),
                };
            }
            let of = path.strip_prefix("for/").and_then(|rest| rest.split_once('/'));
            let of = of.and_then(|(kind, id)| {
                Some((Kind::find(kind)?, percent_decode_str(id).decode_utf8_lossy()))
            });
            match of {
                Some((kind, id)) => html(request, &ActionsOf::new(t, kind, &id, query)),
                None => Problem::new(StatusCode::NOT_FOUND, "unknown part of the page").into(),
            }
        }
    }
}

fn path_and_texts(request: &Request<Bytes>) -> (&str, &'static Texts) {
    let path = request.uri().path().strip_prefix("/_page/").unwrap_or_default();
    (path, Texts::of(preferred(request.headers())))
}

/// Renders a part that changes while the page is open.
fn live(site: &Site, t: &'static Texts, name: &str) -> Option<String> {
    let rendered = match name {
        "clock" => ClockTime { now: site.emulator.clock().now().to_string() }.render(),
        "calls" => {
            let (count, calls) = site.calls.last(site.emulator.generation());
            Calls::new(t, count, &calls).render()
        }
        "faults" => {
            let faults = site.faults.left().iter().map(ToString::to_string).collect();
            FaultList { t, faults, hit: site.faults.injected() }.render()
        }
        "resources" => {
            site.emulator.with(|store, time| Resources::new(t, &store.kinds, time)).render()
        }
        _ => return None,
    };
    rendered.ok()
}

/// Responds to what the page's script sends.
pub(super) async fn change(
    site: &Site,
    request: &Request<Bytes>,
    arrival: Generation,
) -> Result<Response<Bytes>, HungUp> {
    if *request.method() != Method::POST {
        return Ok(Problem::wrong_method("GET, HEAD, POST").into());
    }
    if !control::has_json(request) {
        return Ok(control::wrong_type().into());
    }
    let fields = match fields(request.body()) {
        Ok(fields) => fields,
        Err(problem) => return Ok(problem.into()),
    };
    let (path, t) = path_and_texts(request);
    let notice = |result: Result<String, (Option<&'static str>, String)>| {
        let (text, field, is_error) = match &result {
            Ok(text) => (text, None, false),
            Err((field, text)) => (text, *field, true),
        };
        Ok(html(request, &Notice { text, is_error, field }))
    };
    match path {
        "send" | "code" => {
            let name = fields.get("Action").map(String::as_str).unwrap_or_default();
            let Some(action) = find_action(name) else {
                return Ok(Problem::new(StatusCode::NOT_FOUND, t.unknown_action).into());
            };
            let filled = Filled::read(action, &fields);
            let target = target(site, request.headers());
            let preview = match preview(site, &filled, &target).await {
                Ok(preview) => preview,
                Err(error) => {
                    let problem = Problem::new(StatusCode::BAD_REQUEST, error.to_string());
                    return Ok(problem.into());
                }
            };
            if path == "send" {
                return Ok(html(
                    request,
                    &send(site, request.headers(), t, &filled, &preview, arrival).await,
                ));
            }
            let codes = code::all(&filled, &target, &preview.curl());
            Ok(html(request, &CodeView { t, codes }))
        }
        "faults" => {
            let added = read_fault(&fields).and_then(|fault| {
                control::add_faults(site, vec![fault]).map_err(|problem| (None, problem))
            });
            notice(added.map(|()| t.fault_added.to_owned()))
        }
        "faults/clear" => {
            let fault = fields.get("fault").map_or("", |fault| fault);
            if fault.is_empty() {
                site.faults.clear();
                return notice(Ok(t.no_faults.to_owned()));
            }
            let removed = control::remove_fault(site, fault).map_err(|problem| (None, problem));
            notice(removed.map(|()| t.fault_removed.to_owned()))
        }
        "clock" => {
            let seconds = fields.get("seconds").and_then(|text| text.trim().parse().ok());
            let most = control::LONGEST_ADVANCE_MS / 1000;
            let moved = match seconds.filter(|seconds: &u64| *seconds <= most) {
                Some(seconds) => control::advance(&site.emulator, seconds * 1000),
                None => Err(format!("expected a whole number from 0 to {most}")),
            };
            let moved = moved.map_err(|problem| (Some("seconds"), problem));
            notice(moved.map(|()| site.emulator.clock().now().to_string()))
        }
        "reset" => {
            site.emulator.aside(Emulator::reset).await;
            site.faults.reset();
            notice(Ok(t.reset_done.to_owned()))
        }
        _ => Ok(Problem::new(StatusCode::NOT_FOUND, "unknown part of the page").into()),
    }
}

/// Returns where code on the page finds the emulator: at the address of the page.
fn target(site: &Site, headers: &HeaderMap) -> Target {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let (public_key, private_key) = site.emulator.0.keys.permanent();
    Target {
        base_url: format!("http://{}", host.unwrap_or("127.0.0.1")),
        public_key: public_key.to_owned(),
        private_key: (private_key == KNOWN_KEY).then_some(KNOWN_KEY),
        has_channel: site.emulator.0.keys.channel_key().is_some(),
    }
}

/// Signs a call as the client does.
async fn preview(site: &Site, filled: &Filled, target: &Target) -> ucloud_umem::Result<Preview> {
    let (public_key, private_key) = site.emulator.0.keys.permanent();
    let client = Client::builder()
        .base_url(&target.base_url)
        .allow_plain_http()
        .credentials(Credentials::new(public_key, private_key))
        .channel_key(site.emulator.0.keys.channel_key().unwrap_or_default())
        .transport(site.emulator.clone())
        .build()?;
    let mut request = client.action(filled.action.name);
    for (name, value) in filled.pairs() {
        request = request.param(&name, value);
    }
    request.preview().await
}

/// Sends a signed call as if it had come over HTTP. It is a call like all others: faults happen to
/// it, and the list of calls has it.
async fn send(
    site: &Site,
    headers: &HeaderMap,
    t: &'static Texts,
    filled: &Filled,
    preview: &Preview,
    arrival: Generation,
) -> CallResult {
    let mut call = Request::new(Bytes::copy_from_slice(preview.reveal_body()));
    *call.method_mut() = Method::POST;
    let form = HeaderValue::from_static("application/x-www-form-urlencoded");
    call.headers_mut().insert(CONTENT_TYPE, form);
    // Download addresses name the host of the caller.
    if let Some(host) = headers.get(HOST) {
        call.headers_mut().insert(HOST, host.clone());
    }
    let channel_key = site.emulator.0.keys.channel_key();
    if let Some(key) = channel_key.and_then(|key| HeaderValue::try_from(key).ok()) {
        call.headers_mut().insert(HeaderName::from_static("channel-key"), key);
    }
    let start = Instant::now();
    let response = relay::answer(site, &call, arrival).await;
    let took = start.elapsed();
    let received = response.ok().map(|response| {
        let shown = |(name, value): (&HeaderName, &HeaderValue)| {
            (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        Received {
            status: response.status(),
            headers: response.headers().iter().map(shown).collect(),
            body: String::from_utf8_lossy(response.body()).into_owned(),
            is_example: response.headers().contains_key("x-emulator-answer"),
        }
    });
    let mut form = preview.parameters();
    form.push(("Signature".to_owned(), preview.reveal_signature()));
    let signed = Signed {
        url: preview.url().to_string(),
        headers: preview.headers(),
        form,
        text: preview.canonical(),
    };
    CallResult::new(t, filled, signed, received, took)
}

/// Reads the fields of a form, which are texts.
fn fields(body: &[u8]) -> Result<Fields, Problem> {
    serde_json::from_slice(body).map_err(|_| {
        let message = "invalid body: expected a JSON object of texts";
        Problem::new(StatusCode::BAD_REQUEST, message)
    })
}

fn preferred(headers: &HeaderMap) -> Language {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Language::negotiate(accepted.unwrap_or_default())
}

/// Renders a template as the response.
fn html(request: &Request<Bytes>, template: &impl Template) -> Response<Bytes> {
    match template.render() {
        Ok(rendered) => text(request, rendered),
        Err(_) => {
            let message = "the page cannot be written";
            Problem::new(StatusCode::INTERNAL_SERVER_ERROR, message).into()
        }
    }
}

/// Responds with HTML, or with 304 if the browser has the same already.
fn text(request: &Request<Bytes>, text: String) -> Response<Bytes> {
    let tag = version(&text);
    let known = request.headers().get(IF_NONE_MATCH).is_some_and(|known| known == tag.as_str());
    let mut response = if known {
        with_type(StatusCode::NOT_MODIFIED, "text/html; charset=utf-8", Bytes::new())
    } else {
        with_type(StatusCode::OK, "text/html; charset=utf-8", text)
    };
    if let Ok(tag) = HeaderValue::try_from(tag) {
        response.headers_mut().insert(ETAG, tag);
    }
    let vary = HeaderValue::from_static("Accept, Accept-Language");
    response.headers_mut().insert(VARY, vary);
    with_headers(response)
}

fn with_headers(mut response: Response<Bytes>) -> Response<Bytes> {
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
