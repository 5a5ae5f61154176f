//! Certificates that nobody may trust, programs that trust none, and authorities of the
//! application's own.
//!
//! On Linux, where two variables of the environment say which roots a program trusts.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{CertificateParams, Issuer, KeyPair, date_time_ymd};
use reqwest::ClientBuilder;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::danger::ClientCertVerifier;
use tokio_rustls::rustls::server::{NoClientAuth, WebPkiClientVerifier};
use tokio_rustls::rustls::{RootCertStore, ServerConfig};
use ucloud_umem::{Client, ErrorKind, PresignedUrl};

use crate::isolated_process::{alone, assert_passed};
use crate::support::{Answer, Server, builder};
use crate::tls::{Listening, assert_untrusted, client, read};

/// Variable that makes this test the program that trusts only the root of the test.
const TRUSTING: &str = "UMEM_FAULTS_CERTIFICATES";

/// Makes a key, and a certificate for this host that is valid until this year.
fn certificate(host: &str, until: i32, by: Option<&Issuer<'_, KeyPair>>) -> Signed {
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new([host.to_owned()]).unwrap();
    params.not_before = date_time_ymd(2020, 1, 1);
    params.not_after = date_time_ymd(until, 1, 1);
    let certificate = match by {
        Some(issuer) => params.signed_by(&key, issuer).unwrap(),
        None => params.self_signed(&key).unwrap(),
    };
    Signed { certificate: certificate.der().clone(), key }
}

struct Signed {
    certificate: CertificateDer<'static>,
    key: KeyPair,
}

impl Signed {
    /// Returns certificate and key as PEM.
    fn pem(&self) -> String {
        let certificate = pem("CERTIFICATE", &self.certificate);
        certificate + &pem("PRIVATE KEY", &self.key.serialize_der())
    }
}

/// Makes an authority with its own certificate.
fn authority() -> (Issuer<'static, KeyPair>, CertificateDer<'static>) {
    let mut params = CertificateParams::new([]).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    let root = params.self_signed(&key).unwrap().der().clone();
    (Issuer::new(params, key), root)
}

fn pem(label: &str, der: &[u8]) -> String {
    let encoded = STANDARD.encode(der).into_bytes();
    let lines: Vec<_> = encoded.chunks(64).map(|line| String::from_utf8_lossy(line)).collect();
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
}

/// Starts a server with this certificate. Its responses are successes.
async fn serving(signed: Signed) -> Listening {
    let clients = Arc::new(NoClientAuth);
    serving_to(clients, signed).await
}

/// Starts a server for clients with a certificate that this verifier accepts.
async fn serving_to(clients: Arc<dyn ClientCertVerifier>, signed: Signed) -> Listening {
    let key = PrivateKeyDer::try_from(signed.key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(aws_lc_rs::default_provider().into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_client_cert_verifier(clients)
        .with_single_cert(vec![signed.certificate], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let serve = move |stream: TcpStream| {
        let acceptor = acceptor.clone();
        async move {
            // Whether the handshake works is the client's affair.
            let Ok(mut stream) = acceptor.accept(stream).await else { return };
            _ = stream.read(&mut [0; 4096]).await;
            let response = b"HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"RetCode\":0}";
            _ = stream.write_all(response).await;
            _ = stream.shutdown().await;
        }
    };
    Listening::start(serve).await
}

/// Needs a separate process, because all of a process has the same trusted roots.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn certificates_that_nobody_may_trust_fail_once() {
    if let Ok(ports) = std::env::var(TRUSTING) {
        let mut ports = ports.split(',').map(|port| port.parse::<u16>().unwrap());
        let mut client =
            || client(&format!("https://localhost:{}", ports.next().unwrap())).unwrap();
        assert_eq!(read(&client()).await.unwrap(), 1, "a good one is trusted");
        for what in ["expired", "another host's", "self-signed"] {
            assert_untrusted(&read(&client()).await.unwrap_err(), what);
        }
        return;
    }
    let (issuer, root) = authority();
    let mut servers = Vec::new();
    for signed in [
        certificate("localhost", 2100, Some(&issuer)),
        certificate("localhost", 2021, Some(&issuer)),
        certificate("umem.example", 2100, Some(&issuer)),
        certificate("localhost", 2100, None),
    ] {
        servers.push(serving(signed).await);
    }
    let folder = tempfile::tempdir().unwrap();
    let roots = folder.path().join("roots.pem");
    std::fs::write(&roots, pem("CERTIFICATE", &root)).unwrap();
    let ports: Vec<_> = servers.iter().map(|server| server.address.port().to_string()).collect();
    let program = alone("certificates::certificates_that_nobody_may_trust_fail_once")
        .env(TRUSTING, ports.join(","))
        .env("SSL_CERT_FILE", roots)
        .env_remove("SSL_CERT_DIR")
        .output();
    assert_passed(&program.unwrap());
    for (server, what) in servers.iter().zip(["good", "expired", "other", "own"]) {
        // A name may stand for two addresses, at one of which nobody listens.
        assert_eq!(server.connections(), 1, "{what}");
    }
}

/// Returns a client of this server, with HTTP configured by this function.
fn configured(
    server: &Listening,
    configure: impl Fn(ClientBuilder) -> ClientBuilder + Send + Sync + 'static,
) -> Client {
    let url = format!("https://localhost:{}", server.address.port());
    builder(&url).configure_http(configure).build().unwrap()
}

#[tokio::test]
async fn an_own_authority_is_trusted_where_it_was_added() {
    let (issuer, root) = authority();
    let server = serving(certificate("localhost", 2100, Some(&issuer))).await;
    let root = reqwest::Certificate::from_der(&root).unwrap();
    let own = root.clone();
    let beside = configured(&server, move |http| http.tls_certs_merge([own.clone()]));
    assert_eq!(read(&beside).await.unwrap(), 1);
    let alone = configured(&server, move |http| http.tls_certs_only([root.clone()]));
    assert_eq!(read(&alone).await.unwrap(), 1);
    let (_, other) = authority();
    let other = reqwest::Certificate::from_der(&other).unwrap();
    let other = configured(&server, move |http| http.tls_certs_merge([other.clone()]));
    assert_untrusted(&read(&other).await.unwrap_err(), "another authority's");
    let url = format!("https://localhost:{}", server.address.port());
    let Some(client) = client(&url) else { return };
    assert_untrusted(&read(&client).await.unwrap_err(), "a stranger's");
}

#[tokio::test]
async fn a_service_that_wants_a_certificate_is_shown_it() {
    let (issuer, root) = authority();
    let mut roots = RootCertStore::empty();
    roots.add(root.clone()).unwrap();
    let provider = Arc::new(aws_lc_rs::default_provider());
    let clients = WebPkiClientVerifier::builder_with_provider(roots.into(), provider);
    let clients = clients.build().unwrap();
    let signed = certificate("localhost", 2100, Some(&issuer));
    let server = serving_to(clients, signed).await;
    let root = reqwest::Certificate::from_der(&root).unwrap();
    let own = certificate("client.example", 2100, Some(&issuer)).pem();
    let identity = reqwest::Identity::from_pem(own.as_bytes()).unwrap();
    let trusted = root.clone();
    let known = configured(&server, move |http| {
        http.tls_certs_only([trusted.clone()]).identity(identity.clone())
    });
    assert_eq!(read(&known).await.unwrap(), 1);
    let unknown = configured(&server, move |http| http.tls_certs_only([root.clone()]));
    let error = read(&unknown).await.unwrap_err();
    // The service refuses it after the client has begun to send.
    assert_eq!(error.kind(), ErrorKind::Connect, "{error}");
}

/// Variable that makes this test the program without trusted roots.
const WITHOUT_ROOTS: &str = "UMEM_FAULTS_WITHOUT_ROOTS";

#[tokio::test]
async fn without_root_certificates_https_is_an_error_and_http_works() {
    if let Ok(url) = std::env::var(WITHOUT_ROOTS) {
        match builder("https://127.0.0.1:1").build() {
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::Config, "{error}");
                let roots = std::env::var("SSL_CERT_FILE").unwrap();
                let named = format!("root certificates are read from SSL_CERT_FILE={roots}");
                assert!(error.to_string().contains(&named), "{error}");
            }
            Ok(_) => panic!("nothing is trusted"),
        }
        read(&builder(&url).build().unwrap()).await.unwrap();
        return;
    }
    let server = Server::always(Answer::ok());
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.pem");
    std::fs::write(&empty, "").unwrap();
    let program = alone("certificates::without_root_certificates_https_is_an_error_and_http_works")
        .env(WITHOUT_ROOTS, server.url())
        .env("SSL_CERT_FILE", empty)
        .env("SSL_CERT_DIR", folder.path())
        .output();
    assert_passed(&program.unwrap());
    assert_eq!(server.requests(), 1);
}

/// The base URL is plain http: clients for it trust no certificate.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_download_over_tls_trusts_the_authority_of_the_application() {
    let (issuer, root) = authority();
    let server = serving(certificate("localhost", 2100, Some(&issuer))).await;
    let address = format!("https://localhost:{}/a?Signature=x", server.address.port());
    let address = PresignedUrl::new(address);
    let plain = || builder("http://127.0.0.1:1");
    let root = reqwest::Certificate::from_der(&root).unwrap();
    let trusting = plain().configure_http(move |http| http.tls_certs_merge([root.clone()]));
    let download = trusting.build().unwrap().download(&address);
    assert_eq!(download.to_writer(Vec::new()).await.unwrap(), 13);
    let download = plain().build().unwrap().download(&address);
    assert_untrusted(&download.to_writer(Vec::new()).await.unwrap_err(), "without it");
}
