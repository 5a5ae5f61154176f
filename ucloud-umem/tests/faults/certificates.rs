//! Certificates that nobody may trust, and programs that trust none.
//!
//! On Linux, where two variables of the environment say which roots a program trusts.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{CertificateParams, Issuer, KeyPair, date_time_ymd};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use ucloud_umem::ErrorKind;

use crate::alone::{alone, assert_passed};
use crate::support::{Answer, Server, builder};
use crate::tls::{Listening, assert_untrusted, client, read};

/// Where the variable is set, this test is the program whose only trusted root is the test's.
const TRUSTING: &str = "UMEM_FAULTS_CERTIFICATES";

/// A key, and a certificate for this host that is valid until this year.
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

/// A server with this certificate that answers everything with success.
async fn serving(signed: Signed) -> Listening {
    let key = PrivateKeyDer::try_from(signed.key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(ring::default_provider().into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![signed.certificate], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let serve = move |stream: TcpStream| {
        let acceptor = acceptor.clone();
        async move {
            // Whether the handshake works is the client's affair.
            let Ok(mut stream) = acceptor.accept(stream).await else { return };
            _ = stream.read(&mut [0; 4096]).await;
            let reply = b"HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"RetCode\":0}";
            _ = stream.write_all(reply).await;
            _ = stream.shutdown().await;
        }
    };
    Listening::start(serve).await
}

/// Needs a program of its own, because the trusted roots are those of a program.
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
    let mut params = CertificateParams::new([]).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    let root = params.self_signed(&key).unwrap();
    let issuer = Issuer::new(params, key);
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
    let encoded = STANDARD.encode(root.der()).into_bytes();
    let lines: Vec<_> =
        encoded.chunks(64).map(|line| String::from_utf8_lossy(line)).collect();
    let lines = lines.join("\n");
    let label = |word| format!("-----{word} CERTIFICATE-----\n");
    let pem = format!("{}{lines}\n{}", label("BEGIN"), label("END"));
    std::fs::write(&roots, pem).unwrap();
    let ports: Vec<_> =
        servers.iter().map(|server| server.address.port().to_string()).collect();
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

/// Where the variable is set, this test is the program without trusted roots.
const WITHOUT_ROOTS: &str = "UMEM_FAULTS_WITHOUT_ROOTS";

#[tokio::test]
async fn without_root_certificates_https_is_an_error_and_http_works() {
    if let Ok(url) = std::env::var(WITHOUT_ROOTS) {
        match builder("https://127.0.0.1:1").build() {
            Err(error) => assert_eq!(error.kind(), ErrorKind::Config, "{error}"),
            Ok(_) => panic!("nothing is trusted"),
        }
        read(&builder(&url).build().unwrap()).await.unwrap();
        return;
    }
    let server = Server::always(Answer::ok());
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.pem");
    std::fs::write(&empty, "").unwrap();
    let program = alone(
        "certificates::without_root_certificates_https_is_an_error_and_http_works",
    )
    .env(WITHOUT_ROOTS, server.url())
    .env("SSL_CERT_FILE", empty)
    .env("SSL_CERT_DIR", folder.path())
    .output();
    assert_passed(&program.unwrap());
    assert_eq!(server.requests(), 1);
}
