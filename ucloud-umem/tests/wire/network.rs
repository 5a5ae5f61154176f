//! Reaching the server, or not.

use std::process::Command;

use ucloud_umem::{ErrorKind, Outcome};

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
    let mut program = Command::new(std::env::current_exe().unwrap());
    program.args([
        "--exact",
        "network::a_proxy_of_the_environment_sees_no_call_to_this_machine",
    ]);
    program.env(UNDER_A_PROXY, server.url());
    for variable in
        ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "ALL_PROXY"]
    {
        program.env(variable, proxy.url());
    }
    for variable in ["no_proxy", "NO_PROXY", "REQUEST_METHOD"] {
        program.env_remove(variable);
    }
    let output = program.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("1 passed"), "{text}");
    assert_eq!((server.requests(), proxy.connections()), (1, 0));
}
