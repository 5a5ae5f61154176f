//! Reaching the server, or not.

use std::time::{Duration, Instant};

use ucloud_umem::{ErrorKind, Outcome};

use crate::alone::{alone, assert_passed};
use crate::support::{Answer, Server, builder};

#[tokio::test]
async fn of_two_addresses_the_living_one_is_used() {
    let server = Server::always(Answer::ok());
    // Where it stands for two addresses, nobody listens at the IPv6 one.
    let url = format!("http://localhost:{}", server.address().port());
    let client = builder(&url).build().unwrap();
    let reply = client.action("CreateX").send().await.unwrap();
    assert_eq!((reply.metadata().attempts(), server.requests()), (1, 1));
}

#[tokio::test]
async fn a_name_that_nobody_knows_is_a_failed_connect() {
    let client = builder("http://umem.invalid").allow_plain_http().build().unwrap();
    let error = client.action("CreateX").with_max_attempts(1).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect, "{error}");
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
}

/// Where the variable is set, this test is the program that runs under a proxy.
const UNDER_A_PROXY: &str = "UMEM_WIRE_UNDER_A_PROXY";

#[tokio::test]
async fn a_proxy_of_the_environment_sees_no_call_to_this_machine() {
    if let Ok(url) = std::env::var(UNDER_A_PROXY) {
        builder(&url).build().unwrap().action("CreateX").send().await.unwrap();
        return;
    }
    let server = Server::always(Answer::ok());
    let proxy = Server::always(Answer::ok());
    let test = "network::a_proxy_of_the_environment_sees_no_call_to_this_machine";
    let mut program = alone(test);
    program.env(UNDER_A_PROXY, server.url());
    for variable in
        ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "ALL_PROXY"]
    {
        program.env(variable, proxy.url());
    }
    assert_passed(&program.output().unwrap());
    assert_eq!((server.requests(), proxy.connections()), (1, 0));
}

/// How many connections a listener that accepts none takes before the system drops what comes.
#[cfg(target_os = "linux")]
const MOST_WAITING: usize = 8192;

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_black_hole_runs_into_the_connect_timeout() {
    use std::net::{TcpListener, TcpStream};

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let mut waiting = Vec::new();
    while let Ok(stream) =
        TcpStream::connect_timeout(&address, Duration::from_millis(100))
    {
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
async fn a_proxy_of_the_environment_takes_calls_to_other_hosts() {
    const BEHIND_A_PROXY: &str = "UMEM_FAULTS_BEHIND_A_PROXY";
    if std::env::var(BEHIND_A_PROXY).is_ok() {
        let client = builder("http://umem.example/api").allow_plain_http().build();
        client.unwrap().action("CreateX").send().await.unwrap();
        return;
    }
    let proxy = Server::always(Answer::ok());
    let mut program =
        alone("network::a_proxy_of_the_environment_takes_calls_to_other_hosts");
    let program = program.env(BEHIND_A_PROXY, "").env("HTTP_PROXY", proxy.url());
    assert_passed(&program.env("http_proxy", proxy.url()).output().unwrap());
    assert_eq!(proxy.only().path(), "http://umem.example/api");
}

#[tokio::test]
async fn a_proxy_that_is_configured_carries_the_calls() {
    let proxy = Server::always(Answer::ok());
    let address = proxy.url();
    let client = builder("http://umem.invalid/api")
        .allow_plain_http()
        .configure_http(move |http| {
            http.proxy(reqwest::Proxy::http(&*address).expect("a proxy"))
        })
        .build()
        .unwrap();
    client.action("X").send().await.unwrap();
    assert_eq!(proxy.only().path(), "http://umem.invalid/api");
}

#[tokio::test]
async fn what_cannot_be_configured_is_an_error_of_the_builder() {
    let client = builder("https://umem.invalid")
        .configure_http(|http| http.user_agent("two\r\nlines"))
        .build();
    assert_eq!(client.unwrap_err().kind(), ErrorKind::Config);
}
