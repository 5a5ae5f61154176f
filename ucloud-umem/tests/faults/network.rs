//! Reaching the server, or not.

use std::time::{Duration, Instant};

use ucloud_umem::{Effect, ErrorKind, Outcome};

use crate::support::server::ClosedPort;
use crate::support::{Answer, Server, builder};

#[tokio::test]
async fn of_two_addresses_the_living_one_is_used() {
    let server = Server::always(Answer::ok());
    // Where it stands for two addresses, nobody listens at the IPv6 one.
    let url = format!("http://localhost:{}", server.address().port());
    let client = builder(&url).build().unwrap();
    let response = client.action("CreateX").send().await.unwrap();
    assert_eq!((response.metadata().attempts(), server.requests()), (1, 1));
}

#[tokio::test]
async fn a_name_that_nobody_knows_is_a_failed_connect() {
    let client = builder("http://umem.invalid").allow_plain_http().build().unwrap();
    let error = client.action("CreateX").with_max_attempts(1).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect, "{error}");
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
}

/// Most connections that a listener queues.
#[cfg(target_os = "linux")]
const MOST_WAITING: usize = 8192;

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_black_hole_runs_into_the_connect_timeout() {
    use std::net::{TcpListener, TcpStream};

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let mut waiting = Vec::new();
    while let Ok(stream) = TcpStream::connect_timeout(&address, Duration::from_millis(100)) {
        waiting.push(stream);
        assert!(waiting.len() < MOST_WAITING, "the system queues any number");
    }
    let client = builder(&format!("http://{address}")).build().unwrap();
    let start = Instant::now();
    let call = client.action("CreateX").with_max_attempts(1).send();
    let error = call.await.unwrap_err();
    let elapsed = start.elapsed();
    assert!((5..8).contains(&elapsed.as_secs()), "{elapsed:?}");
    assert_eq!(
        (error.kind(), error.outcome(), error.attempts()),
        (ErrorKind::Timeout, Outcome::NotSent, 1),
        "{error:?}"
    );
    assert!(error.is_retryable(), "{error}");
}

#[tokio::test]
async fn what_cannot_be_configured_is_an_error_of_the_builder() {
    let client = builder("https://umem.invalid")
        .configure_http(|http| http.user_agent("two\r\nlines"))
        .build();
    assert_eq!(client.unwrap_err().kind(), ErrorKind::Config);
}

/// Sends one read to this URL and returns the line of its error.
pub(crate) async fn line(url: &str) -> String {
    let client = builder(url).allow_plain_http().build().unwrap();
    let call = client.action("X").with_effect(Effect::Read).send();
    let error = call.await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    error.to_string()
}

#[tokio::test]
async fn a_failed_connection_names_host_and_cause() {
    let port = ClosedPort::new();
    let host = port.url().replace("http://", "");
    let refused = line(&port.url()).await;
    assert!(refused.starts_with(&format!("X: could not connect to {host}: ")), "{refused}");
    assert!(refused.contains("refused"), "{refused}");
    assert!(refused.ends_with("(3 attempts: the most allowed)"), "{refused}");
    let unknown = line("http://umem.invalid").await;
    assert!(unknown.contains("could not connect to umem.invalid: "), "{unknown}");
    assert!(unknown.contains("lookup") || unknown.contains("known"), "{unknown}");
}
