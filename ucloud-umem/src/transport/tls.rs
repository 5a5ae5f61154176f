//! The TLS backend of the HTTP client, as the crate's features choose it.

use std::error::Error as StdError;

use reqwest::ClientBuilder;

#[cfg(any(
    all(feature = "rustls-ring", not(feature = "rustls")),
    not(any(feature = "rustls", feature = "rustls-ring", feature = "native-tls"))
))]
use crate::error::Error;
use crate::error::Result;

/// The certificates that a client trusts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// Certificates of the operating system.
    System,
    /// None: the base URL is plain http, and a machine without root certificates can call it.
    Nothing,
    /// Certificates of the system, and changes by `configure_http`.
    Application,
}

/// Chooses rustls, with the process's default provider of cryptography or else aws-lc.
#[cfg(feature = "rustls")]
#[expect(clippy::unnecessary_wraps, reason = "other backends can fail")]
pub(super) fn set_up(builder: ClientBuilder, trust: Trust) -> Result<ClientBuilder> {
    // If another crate turns on reqwest's native-tls, that would be the default.
    let builder = builder.tls_backend_rustls();
    Ok(match trust {
        Trust::System | Trust::Application => builder,
        Trust::Nothing => builder.tls_certs_only([]),
    })
}

/// Gives reqwest a whole configuration with ring. Without its own provider, reqwest would panic.
#[cfg(all(feature = "rustls-ring", not(feature = "rustls")))]
pub(super) fn set_up(builder: ClientBuilder, trust: Trust) -> Result<ClientBuilder> {
    use rustls::crypto::ring::default_provider;
    use rustls::{ClientConfig, RootCertStore};
    use rustls_platform_verifier::BuilderVerifierExt;

    let failed = |error: rustls::Error| {
        Error::config(format!("unusable TLS configuration{}", hint())).with_source(error)
    };
    let config = || {
        ClientConfig::builder_with_provider(default_provider().into())
            .with_safe_default_protocol_versions()
            .map_err(failed)
    };
    let config = match trust {
        Trust::System => config()?.with_platform_verifier().map_err(failed)?,
        Trust::Nothing => config()?.with_root_certificates(RootCertStore::empty()),
        // reqwest builds it, because certificates of the application would have no effect on this
        // one.
        Trust::Application => {
            // An existing default stays.
            _ = default_provider().install_default();
            return Ok(builder.tls_backend_rustls());
        }
    };
    Ok(builder.tls_backend_preconfigured(config.with_no_client_auth()))
}

/// Chooses the library of the operating system.
#[cfg(all(feature = "native-tls", not(any(feature = "rustls", feature = "rustls-ring"))))]
#[expect(clippy::unnecessary_wraps, reason = "other backends can fail")]
pub(super) fn set_up(builder: ClientBuilder, _trust: Trust) -> Result<ClientBuilder> {
    Ok(builder.tls_backend_native())
}

/// Refuses https, which needs a backend.
#[cfg(not(any(feature = "rustls", feature = "rustls-ring", feature = "native-tls")))]
pub(super) fn set_up(builder: ClientBuilder, trust: Trust) -> Result<ClientBuilder> {
    if trust == Trust::System {
        return Err(Error::config(
            "an https base URL needs TLS: turn on the feature `rustls`, `rustls-ring` or `native-tls`",
        ));
    }
    Ok(builder)
}

/// Names the variables that replace the system's root certificates, if they are set.
pub(super) fn hint() -> String {
    let variables = ["SSL_CERT_FILE", "SSL_CERT_DIR"];
    let set = variables.into_iter().filter_map(|name| {
        let value = std::env::var_os(name)?;
        Some(format!("{name}={}", value.to_string_lossy()))
    });
    match set.collect::<Vec<_>>().as_slice() {
        [] => String::new(),
        set => format!("; root certificates are read from {}", set.join(" and ")),
    }
}

/// Returns `true` if the error is one of TLS, which another attempt would meet again.
pub(super) fn is_tls_error(error: &(dyn StdError + 'static)) -> bool {
    #[cfg(any(feature = "rustls", feature = "rustls-ring"))]
    if error.is::<rustls::Error>() {
        return true;
    }
    #[cfg(feature = "native-tls")]
    if error.is::<native_tls::Error>() {
        return true;
    }
    _ = error;
    false
}
