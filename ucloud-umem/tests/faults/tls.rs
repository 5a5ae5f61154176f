//! Servers that do not speak TLS as they must, and certificates that nobody may trust.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{CertificateParams, Issuer, KeyPair, date_time_ymd};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use ucloud_umem::{Client, Effect, Error, ErrorKind, Outcome};

use crate::alone::{alone, assert_passed};
use crate::support::{Answer, Server, builder};

/// Where the variable is set, this test is the program whose only trusted root is the test's.
const TRUSTING: &str = "UMEM_FAULTS_CERTIFICATES";

/// A listener, and how many connections it has had.
struct Listening {
    address: SocketAddr,
    connections: Arc<AtomicUsize>,
}

impl Listening {
    /// Serves each connection by this.
    async fn start<F: Future<Output = ()> + Send + 'static>(
        serve: impl Fn(TcpStream) -> F + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let connections = Arc::new(AtomicUsize::new(0));
        let own = Arc::clone(&connections);
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                own.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(serve(stream));
            }
        });
        Self { address, connections }
    }

    fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

/// A client of this URL; none where this machine has no root certificates, and says so.
fn client(url: &str) -> Option<Client> {
    match builder(url).build() {
        Ok(client) => Some(client),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Config, "{error}");
            None
        }
    }
}

async fn read(client: &Client) -> Result<u32, Error> {
    let reply = client.action("X").with_effect(Effect::Read).send().await?;
    Ok(reply.metadata().attempts())
}

fn assert_untrusted(error: &Error, what: &str) {
    assert_eq!(error.kind(), ErrorKind::Connect, "{what}: {error} {error:?}");
    assert_eq!(error.outcome(), Outcome::NotSent, "{what}: {error}");
    assert_eq!(error.attempts(), 1, "{what}: {error:?}");
    assert!(!error.is_retryable(), "{what}: {error}");
}

#[tokio::test]
async fn plain_text_where_tls_is_expected_fails_once() {
    let server = Listening::start(|mut stream| async move {
        // The client's greeting is read, so that closing the connection does not reset it.
        assert!(stream.read(&mut [0; 1024]).await.unwrap() > 0);
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
    });
    let server = server.await;
    let Some(client) = client(&format!("https://{}", server.address)) else { return };
    assert_untrusted(&read(&client).await.unwrap_err(), "plain text");
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_handshake_that_stalls_runs_into_the_connect_timeout() {
    let server = Listening::start(|mut stream| async move {
        // Takes all in and says nothing.
        while stream.read(&mut [0; 1024]).await.is_ok_and(|count| count > 0) {}
    });
    let server = server.await;
    let Some(client) = client(&format!("https://{}", server.address)) else { return };
    let start = Instant::now();
    let call = client.action("X").with_max_attempts(1).send();
    let error = call.await.unwrap_err();
    let elapsed = start.elapsed();
    assert!((5..8).contains(&elapsed.as_secs()), "{elapsed:?}");
    assert_eq!(
        (error.kind(), error.outcome(), error.attempts()),
        (ErrorKind::Timeout, Outcome::NotSent, 1),
        "{error:?}"
    );
    assert_eq!(server.connections(), 1);
}

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
#[cfg(target_os = "linux")]
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
    let program = alone("tls::certificates_that_nobody_may_trust_fail_once")
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

#[cfg(target_os = "linux")]
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
    let program =
        alone("tls::without_root_certificates_https_is_an_error_and_http_works")
            .env(WITHOUT_ROOTS, server.url())
            .env("SSL_CERT_FILE", empty)
            .env("SSL_CERT_DIR", folder.path())
            .output();
    assert_passed(&program.unwrap());
    assert_eq!(server.requests(), 1);
}
