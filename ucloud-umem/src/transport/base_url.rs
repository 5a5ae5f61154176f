//! Base URLs of the service, and other addresses.

use http::Uri;
use http::uri::{Authority, Scheme};

use super::is_loopback;
use crate::error::{Error, Result};
use crate::generated::IN_VPC_ENDPOINT;

/// Reads a base URL. Refuses plain http to hosts outside this machine and the VPC, unless it is
/// allowed.
pub(crate) fn parse_base_url(text: &str, allow_plain_http: bool) -> Result<Uri> {
    let invalid = |problem: &str| Error::config(format!("invalid base URL: {problem}"));
    let uri: Uri = text.trim().parse().map_err(|error: http::uri::InvalidUri| {
        invalid("expected e.g. https://api.ucloud.cn").with_source(error)
    })?;
    let host = check_address(&uri).map_err(invalid)?.host();
    if uri.query().is_some() {
        return Err(invalid("query not allowed in it"));
    }
    let is_plain = uri.scheme() == Some(&Scheme::HTTP);
    if is_plain && !allow_plain_http && !is_loopback(host) && !is_in_vpc(host) {
        return Err(invalid(&format!(
            "plain http to {host} lets everybody on the way read and repeat signed requests; use https, \
             or allow it with `allow_plain_http` or UCLOUD_ALLOW_PLAIN_HTTP=1"
        )));
    }
    // The parser of the HTTP client checks host and port more strictly.
    #[cfg(feature = "reqwest")]
    reqwest::Url::parse(text.trim())
        .map_err(|error| invalid("unusable host or port").with_source(error))?;
    Ok(uri)
}

/// Returns host and port of an address for http or https that has no user name.
pub(crate) fn check_address(uri: &Uri) -> Result<&Authority, &'static str> {
    match (uri.authority(), uri.scheme_str()) {
        (None, _) => Err("missing host, expected e.g. https://example.com"),
        // It would be sent as `Authorization`.
        (Some(authority), _) if authority.as_str().contains('@') => {
            Err("user name or password not allowed in it")
        }
        (Some(authority), Some("http" | "https")) => Ok(authority),
        _ => Err("expected https:// or http:// at its start"),
    }
}

/// Returns `true` for the host of the endpoint inside UCloud's network.
pub(crate) fn is_in_vpc(host: &str) -> bool {
    IN_VPC_ENDPOINT
        .split_once("://")
        .is_some_and(|(_, in_vpc)| host.eq_ignore_ascii_case(in_vpc.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    #[test]
    fn base_urls_that_would_expose_requests_are_refused() {
        for (url, word) in [
            ("http://api.ucloud.cn", "plain http"),
            ("http://127.0.0.1.example.com", "plain http"),
            ("https://user:password@api.ucloud.cn", "user name"),
            ("ftp://api.ucloud.cn", "https:// or http://"),
            ("api.ucloud.cn", "https:// or http://"),
            ("/", "missing host"),
            ("https://api.ucloud.cn/?Action=X", "query"),
            ("https://api.ucloud.cn\r\nX: y", "expected e.g."),
            ("", "expected e.g."),
        ] {
            let error = parse_base_url(url, false).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config, "{url}");
            assert!(error.to_string().contains(word), "{url}: {error}");
            assert!(!error.to_string().contains("password@"), "{error}");
        }
    }

    #[cfg(feature = "reqwest")]
    #[test]
    fn base_urls_with_an_unusable_host_are_refused() {
        for url in ["https://10.0.0.256", "http://127.0.0.1:99999", "https://xn--a"] {
            let error = parse_base_url(url, false).unwrap_err();
            assert!(error.to_string().contains("host or port"), "{error}");
        }
    }

    #[test]
    fn plain_http_stays_on_this_machine_and_in_the_vpc() {
        for url in [
            "https://api.ucloud.cn",
            "http://127.0.0.1:8080",
            "http://[::1]:8080/api",
            "http://localhost",
            IN_VPC_ENDPOINT,
        ] {
            assert!(parse_base_url(url, false).is_ok(), "{url}");
        }
        assert!(parse_base_url("http://proxy.example.com", true).is_ok());
    }
}
