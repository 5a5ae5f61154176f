//! Proxies of the environment and of the application.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use ucloud_umem::credentials::InstanceMetadata;
use ucloud_umem::{CredentialsProvider as _, Effect, Outcome};

use crate::isolated_process::{alone, assert_passed};
use crate::network::line;
use crate::support::server::ClosedPort;
use crate::support::{Answer, Server, builder};
use crate::tls::Listening;

/// Variable that makes this test the program behind a proxy.
const UNDER_A_PROXY: &str = "UMEM_WIRE_UNDER_A_PROXY";

#[tokio::test]
async fn a_proxy_of_the_environment_sees_no_call_to_this_machine() {
    if let Ok(url) = std::env::var(UNDER_A_PROXY) {
        builder(&url).build().unwrap().action("CreateX").send().await.unwrap();
        return;
    }
    let server = Server::always(Answer::ok());
    let proxy = Server::always(Answer::ok());
    let test = "proxy::a_proxy_of_the_environment_sees_no_call_to_this_machine";
    let mut program = alone(test);
    program.env(UNDER_A_PROXY, server.url());
    for variable in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "ALL_PROXY"] {
        program.env(variable, proxy.url());
    }
    assert_passed(&program.output().unwrap());
    assert_eq!((server.requests(), proxy.connections()), (1, 0));
}

#[tokio::test]
async fn a_proxy_of_the_environment_sees_nothing_of_instance_metadata() {
    const ON_A_HOST: &str = "UMEM_FAULTS_ON_A_HOST";
    if std::env::var(ON_A_HOST).is_ok() {
        let source = InstanceMetadata::new().base_url("http://umem.invalid");
        source.credentials().await.unwrap_err();
        return;
    }
    let proxy = Server::always(Answer::ok());
    let mut program = alone("proxy::a_proxy_of_the_environment_sees_nothing_of_instance_metadata");
    let program = program.env(ON_A_HOST, "").env("http_proxy", proxy.url());
    assert_passed(&program.env("ALL_PROXY", proxy.url()).output().unwrap());
    assert_eq!(proxy.connections(), 0);
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
    let mut program = alone("proxy::a_proxy_of_the_environment_takes_calls_to_other_hosts");
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
        .configure_http(move |http| http.proxy(reqwest::Proxy::http(&*address).expect("a proxy")))
        .build()
        .unwrap();
    client.action("X").send().await.unwrap();
    assert_eq!(proxy.only().path(), "http://umem.invalid/api");
}

/// Variable that makes this test the program behind a broken proxy.
const BAD_PROXY: &str = "UMEM_FAULTS_BAD_PROXY";

/// Returns the error lines of calls to these URLs, in a process with a proxy in this variable.
fn lines_behind(variable: &str, proxy: &str, urls: &str) -> Vec<String> {
    let mut program = alone("proxy::a_proxy_that_is_no_use_is_named");
    let program = program.arg("--nocapture").env(BAD_PROXY, urls).env(variable, proxy);
    let output = program.output().unwrap();
    assert_passed(&output);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().filter_map(|line| Some(line.split_once("LINE ")?.1.to_owned())).collect()
}

#[tokio::test]
async fn a_proxy_that_is_no_use_is_named() {
    if let Ok(urls) = std::env::var(BAD_PROXY) {
        for url in urls.split(' ') {
            println!("LINE {}", line(url).await);
        }
        return;
    }
    let dead = ClosedPort::new().url();
    for line in lines_behind("HTTP_PROXY", &dead, "http://umem.example") {
        assert!(line.contains("could not connect to umem.example: "), "{line}");
        assert!(line.contains("; HTTP_PROXY sets a proxy (3 attempts"), "{line}");
    }
    let urls = "http://umem.example https://umem.example";
    let lines = lines_behind("all_proxy", "socks5://127.0.0.1:1", urls);
    assert_eq!(lines.len(), 2);
    for line in lines {
        let hint = if cfg!(feature = "socks") { "umem.example: " } else { "the feature `socks`" };
        assert!(line.contains(hint), "{line}");
        assert!(line.contains("; all_proxy sets a proxy"), "{line}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_that_asks_for_authorization_is_asked_once_and_named() {
    const UNAUTHORIZED: &str = "UMEM_FAULTS_UNAUTHORIZED";
    if let Ok(urls) = std::env::var(UNAUTHORIZED) {
        for url in urls.split(' ') {
            let client = builder(url).allow_plain_http().build().unwrap();
            let call = client.action("X").with_effect(Effect::Read).send();
            let error = call.await.unwrap_err();
            assert!(error.to_string().contains("the proxy asks for authorization"), "{error}");
            assert!(error.to_string().contains("407"), "{error}");
            assert_eq!((error.attempts(), error.is_retryable()), (1, false), "{error}");
            assert_ne!(error.outcome(), Outcome::Unknown, "{error}");
        }
        return;
    }
    // A proxy answers `CONNECT` before there is a form to read.
    let proxy = Listening::start(|mut stream| async move {
        _ = stream.read(&mut [0; 4096]).await;
        let head = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n";
        _ = stream.write_all(format!("{head}Content-Length: 0\r\n\r\n").as_bytes()).await;
        _ = stream.shutdown().await;
    })
    .await;
    let mut program = alone("proxy::a_proxy_that_asks_for_authorization_is_asked_once_and_named");
    let address = format!("http://{}", proxy.address);
    let program = program
        .env(UNAUTHORIZED, "http://umem.example https://umem.example")
        .env("HTTP_PROXY", &address)
        .env("HTTPS_PROXY", &address)
        .output();
    assert_passed(&program.unwrap());
    assert_eq!(proxy.connections(), 2);
}
