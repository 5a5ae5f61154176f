//! Protection from web pages: requests that a page makes a browser send are refused.
//!
//! Browsers name the origin of a request in `Origin` and `Sec-Fetch-Site`, and its target in
//! `Host`. If a page binds its name to this machine (DNS rebinding), `Host` has that name.

use std::net::{Ipv4Addr, Ipv6Addr};

use http::header::{HOST, ORIGIN, USER_AGENT};
use http::uri::Authority;
use http::{HeaderValue, Method, Request, StatusCode};

use super::response::Problem;

const FETCH_SITE: &str = "sec-fetch-site";

/// Names under which the emulator trusts to be meant, beside IP addresses and `localhost`.
#[derive(Debug, Default)]
pub(super) struct Guard {
    names: Vec<String>,
}

impl Guard {
    pub(super) fn allow(&mut self, name: String) {
        self.names.push(name);
    }

    /// Refuses a call of the gateway that comes from a web page.
    ///
    /// Programs in other containers call the emulator by a name. A browser adds `Origin` to each
    /// `POST`, but not to a `GET` of a page to its own host.
    pub(super) fn check_call<B>(&self, request: &Request<B>) -> Result<(), Problem> {
        check_site(request)?;
        if request.method() != Method::POST {
            check_link(request)?;
        } else if !request.headers().contains_key(ORIGIN) {
            return Ok(());
        }
        self.check_host(request)
    }

    /// Refuses a request for a control path or for instance metadata that comes from a web page.
    pub(super) fn check_control<B>(&self, request: &Request<B>) -> Result<(), Problem> {
        check_site(request)?;
        self.check_host(request)
    }

    /// Refuses a request for the page that names another host. A link of another site may lead to
    /// it: that site cannot read it.
    pub(super) fn check_page<B>(&self, request: &Request<B>) -> Result<(), Problem> {
        self.check_host(request)
    }

    fn check_host<B>(&self, request: &Request<B>) -> Result<(), Problem> {
        let in_target = request.uri().authority().map(Authority::as_str);
        let in_headers = request.headers().get_all(HOST).iter();
        let mut hosts = in_headers.map(text).chain(in_target);
        match hosts.find(|host| !self.is_trusted(host)) {
            None => Ok(()),
            Some(host) => Err(forbidden(format!(
                "host {host:?} is not trusted: expected an IP address or localhost; `--allow-host` adds a name"
            ))),
        }
    }

    fn is_trusted(&self, host: &str) -> bool {
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|c| c.is_ascii_digit()) => name,
            _ => host,
        };
        if let Some(v6) = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            return v6.parse::<Ipv6Addr>().is_ok();
        }
        let mut names = self.names.iter().map(String::as_str).chain(["localhost"]);
        name.parse::<Ipv4Addr>().is_ok() || names.any(|own| name.eq_ignore_ascii_case(own))
    }
}

/// Refuses what a browser sends for a page of another origin.
fn check_site<B>(request: &Request<B>) -> Result<(), Problem> {
    let headers = request.headers();
    let mut sites = headers.get_all(FETCH_SITE).iter();
    if sites.any(|site| site == "cross-site") {
        return Err(forbidden("request comes from a page of another site"));
    }
    let own = headers.get(HOST).map(|host| format!("http://{}", text(host)));
    let is_own = |origin: &HeaderValue| {
        own.as_ref().is_some_and(|own| text(origin).eq_ignore_ascii_case(own))
    };
    match headers.get_all(ORIGIN).iter().find(|origin| !is_own(origin)) {
        None => Ok(()),
        Some(origin) => {
            let origin = text(origin);
            Err(forbidden(format!("request comes from a page of {origin:?}")))
        }
    }
}

/// Refuses a `GET` of a browser that may be for an image or a link of another page.
///
/// Such a request has no `Origin`, and over plain HTTP to another machine no `Sec-Fetch-Site`.
fn check_link<B>(request: &Request<B>) -> Result<(), Problem> {
    let headers = request.headers();
    let is_browser = headers.get(USER_AGENT).is_some_and(|name| text(name).starts_with("Mozilla/"));
    match headers.get(FETCH_SITE).map(text) {
        Some("same-origin" | "none") => Ok(()),
        None if !is_browser => Ok(()),
        _ => Err(forbidden(
            "GET of a browser may come from a page of another site: send the call as a POST",
        )),
    }
}

fn forbidden(message: impl Into<String>) -> Problem {
    Problem::new(StatusCode::FORBIDDEN, message)
}

fn text(value: &HeaderValue) -> &str {
    value.to_str().unwrap_or("(not text)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_allowed_names_are_trusted() {
        let mut guard = Guard::default();
        guard.allow("emulator".to_owned());
        for (host, trusted) in [
            ("127.0.0.1", true),
            ("127.0.0.1:8080", true),
            ("192.168.0.9:1", true),
            ("[::1]", true),
            ("[::1]:8080", true),
            ("localhost", true),
            ("LocalHost:8080", true),
            ("emulator", true),
            ("Emulator:8080", true),
            ("emulator.example", false),
            ("localhost.example", false),
            ("127.0.0.1.example", false),
            ("127.0.0.1.", false),
            ("127.1", false),
            ("::1", false),
            ("[::1].example", false),
            ("[::1", false),
            ("[127.0.0.1]", false),
            ("127.0.0.1:evil", false),
            ("127.0.0.1@evil.example", false),
            ("(not text)", false),
            ("", false),
        ] {
            assert_eq!(guard.is_trusted(host), trusted, "{host}");
        }
    }
}
