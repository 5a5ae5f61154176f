//! Nothing secret is printed, whatever is printed, and in whatever form.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use bytes::Bytes;
use ucloud_umem::credentials::InstanceMetadata;
use ucloud_umem::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use ucloud_umem::{Client, ClientBuilder, Credentials, CredentialsProvider, Effect, Password};

use crate::support::secret_scan::{Shown, events};
use crate::support::server::ClosedPort;
use crate::support::{Answer, PUBLIC_KEY, Server};

const PRIVATE_KEY: &str = "pr1v/+=&%é-7f3a9c51d2";
const TOKEN: &str = "t0k/+=&%ü-5b8e2d64a1";
const PASSWORD: &str = "p4s s/+=&%\r\nö-9c1d7e35f8";

fn credentials() -> Credentials {
    Credentials::new(PUBLIC_KEY, PRIVATE_KEY).with_security_token(TOKEN)
}

fn builder(url: &str) -> ClientBuilder {
    let builder = Client::builder().credentials(credentials()).base_url(url);
    builder.region("cn-bj2").zone("cn-bj2-05").timeout(Duration::from_millis(300))
}

fn encoded() -> String {
    STANDARD.encode(PASSWORD)
}

#[test]
fn every_form_is_looked_for() {
    let text = "prefix";
    for printed in [
        PASSWORD.to_owned(),
        format!("{:?}", Some(PASSWORD)),
        format!("{:?}", PASSWORD.as_bytes()),
        format!("{:?}", Bytes::from(PASSWORD)),
        format!("a=b&{}", form_urlencoded::byte_serialize(PASSWORD.as_bytes()).collect::<String>()),
        STANDARD.encode(format!("{text}{PASSWORD}{text}")),
        STANDARD.encode(format!("{text}.{PASSWORD}{text}")),
        URL_SAFE.encode(format!("{text}..{PASSWORD}{text}")),
        serde_json::json!({ text: PASSWORD }).to_string(),
    ] {
        let mut shown = Shown::default();
        shown.text("it", printed.clone());
        assert!(!shown.leaks([PASSWORD]).is_empty(), "{printed}");
    }
}

/// Keeps what it is given and answers with success.
#[derive(Debug, Default)]
struct Capture(Mutex<Vec<HttpRequest>>);

impl Transport for Capture {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        Box::pin(async { Ok(HttpResponse::new(http::StatusCode::OK, r#"{"RetCode":0}"#)) })
    }
}

#[tokio::test]
async fn no_type_prints_a_secret() {
    let mut shown = Shown::default();
    shown.value("credentials", &credentials());
    shown.value("password", &Password::new(PASSWORD));
    let capture = Arc::new(Capture::default());
    let transport: Arc<dyn Transport> = Arc::clone(&capture) as _;
    let builder = builder("http://127.0.0.1").transport(transport);
    shown.value("builder", &builder);
    let client = builder.build().unwrap();
    shown.value("client", &client);

    let call = client.describe_umem_backup("x").param("Password", PASSWORD);
    shown.value("a typed call", &call);
    shown.value("its items", &call.clone().items());
    shown.value("its pages", &call.clone().pages());
    shown.value("a waiter", &client.wait_until_umem_backup_done("x", "y"));
    shown.value("a typed response", &call.send().await.unwrap());
    let call = client.action("CreateUMemSpace").param("Password", encoded());
    let call = call.param("Plain", PASSWORD);
    shown.value("a call by name", &call);
    let response = call.send().await.unwrap();
    shown.value("a response by name", &response);
    shown.value("its metadata", response.metadata());
    shown.value(
        "a request by name",
        &ucloud_umem::actions::DescribeUMemBackup::new("x").param("Password", PASSWORD),
    );

    let requests = capture.0.lock().unwrap().clone();
    assert_eq!(requests.len(), 2);
    let mut signatures = Vec::new();
    for request in &requests {
        shown.value("a request of the transport", request);
        let mut pairs = form_urlencoded::parse(&request.body);
        signatures.push(pairs.find(|(name, _)| name == "Signature").unwrap().1.into_owned());
    }
    let body = requests[0].body.clone();
    shown.value("a response of the transport", &HttpResponse::new(http::StatusCode::OK, body));
    #[cfg(feature = "blocking")]
    {
        let client = ucloud_umem::blocking::Client::new(client).unwrap();
        shown.value("a blocking client", &client);
        let call = client.describe_umem_backup("x").param("Password", PASSWORD);
        shown.value("a blocking call", &call);
        shown.value("its blocking items", &call.items());
    }
    let encoded = encoded();
    let secrets = [PRIVATE_KEY, TOKEN, PASSWORD, &encoded];
    shown.assert_silent(secrets.into_iter().chain(signatures.iter().map(|text| &**text)));
}

/// Credentials that a metadata service gives, over a real socket.
async fn of_the_host() -> (InstanceMetadata, Credentials) {
    let metadata = Server::unsigned(|_| {
        let data = serde_json::json!({
            "AccessKeyId": PUBLIC_KEY,
            "AccessKeySecret": PRIVATE_KEY,
            "SecurityToken": TOKEN,
            "Expiration": "2999-01-01T00:00:00Z",
        });
        Answer::json(serde_json::json!({ "RetCode": 0, "Data": data }).to_string())
    });
    let source = InstanceMetadata::new().base_url(metadata.url());
    let credentials = source.credentials().await.unwrap();
    assert_eq!(metadata.requests(), 1);
    (source, credentials)
}

#[tokio::test]
async fn no_call_prints_a_secret() {
    let events = events();
    let mut shown = Shown::default();
    let mut secrets: BTreeSet<String> =
        [PRIVATE_KEY.into(), TOKEN.into(), PASSWORD.into(), encoded()].into();
    let head = "HTTP/1.1 200 OK\r\n";
    let answers = [
        ("success", Answer::ok(), 1),
        ("odd members", Answer::json(r#"{"RetCode":0,"DataSet":[{"State":[]}]}"#), 1),
        ("a RetCode", Answer::ret_code(171), 1),
        ("html", Answer::json("<html>welcome</html>"), 1),
        ("503", Answer::status(503, "busy"), 3),
        ("429", Answer::status(429, "slow down"), 1),
        ("a redirect", Answer::status(307, "").with_header("Location", "/x"), 1),
        ("not UTF-8", Answer::json(b"\x1f\x8b"), 1),
        ("cut", Answer::cut(), 3),
        ("half a body", Answer::raw(format!("{head}Content-Length: 99\r\n\r\n{{")), 3),
        ("no http", Answer::raw("SSH-2.0-OpenSSH_9.9\r\n"), 3),
        ("silence", Answer::Silence, 3),
    ];
    for (what, answer, requests) in answers {
        let server = Server::with_key(PRIVATE_KEY, move |_| answer.clone());
        let client = builder(&server.url()).deadline(Duration::from_secs(2)).build().unwrap();
        let call = client.describe_umem_backup("x").param("Password", PASSWORD);
        let call = if what == "429" { call.with_max_attempts(1) } else { call };
        match call.send().await {
            Ok(response) => shown.value(what, &response),
            Err(error) => shown.error(what, &error),
        }
        assert_eq!(server.requests(), requests, "{what}");
        let call = client.action("CreateUMemSpace").param("Password", encoded());
        match call.with_max_attempts(1).send().await {
            Ok(response) => shown.value(what, &response),
            Err(error) => shown.error(what, &error),
        }
        assert_eq!(server.requests(), requests + 1, "{what}");
        for seen in server.seen() {
            assert_eq!(seen.value("SecurityToken"), Some(TOKEN), "{what}");
            secrets.insert(seen.value("Signature").unwrap().to_owned());
            // Neither the URL nor a header says what the body says.
            shown.text(&format!("the head of {what}"), seen.head);
        }
    }
    let (source, temporary) = of_the_host().await;
    shown.value("instance metadata", &source);
    shown.value("its credentials", &temporary);
    let port = ClosedPort::new();
    let client = builder(&port.url()).build().unwrap();
    let call = client.action("X").with_effect(Effect::Read).param("Password", PASSWORD);
    shown.error("a closed port", &call.send().await.unwrap_err());
    for (what, credentials) in [
        ("a key with a line end", Credentials::new(PUBLIC_KEY, format!("{PRIVATE_KEY}\n"))),
        ("a token with a space", credentials().with_security_token(format!("{TOKEN} "))),
    ] {
        let client = Client::builder().credentials(credentials).base_url("http://127.0.0.1:1");
        let error = client.build().unwrap().action("X").send().await.unwrap_err();
        assert_eq!(error.attempts(), 0);
        shown.error(what, &error);
    }
    let call = client.action("X").param("SecurityToken", TOKEN).param("Password", PASSWORD);
    shown.error("a reserved name", &call.send().await.unwrap_err());

    let events = String::from_utf8_lossy(&events.lock().unwrap()).into_owned();
    for part in ["hyper_util", "reqwest", "ucloud_umem", "DEBUG", "TRACE"] {
        assert!(events.contains(part), "no event has {part}");
    }
    shown.text("events", events);
    shown.assert_silent(secrets.iter().map(|secret| &**secret));
}

#[tokio::test]
async fn an_answer_that_repeats_the_request_is_not_quoted() {
    let mut shown = Shown::default();
    let mut secrets: BTreeSet<String> = [PASSWORD.into(), TOKEN.into()].into();
    for (what, status) in [("a page", 502), ("a message", 200), ("text", 200)] {
        let server = Server::with_key(PRIVATE_KEY, move |seen| {
            let mut form = form_urlencoded::Serializer::new(String::new());
            // The secrets first, so that they are in what is quoted.
            let form = form.extend_pairs(seen.pairs.iter().rev()).finish();
            Answer::status(
                status,
                match what {
                    "a page" => format!("<p>{form}"),
                    "a message" => {
                        format!(r#"{{"RetCode":171,"Message":"bad: {form}"}}"#)
                    }
                    _ => form,
                },
            )
        });
        let client = builder(&server.url()).build().unwrap();
        let call = client.action("CreateUMemSpace").param("Password", PASSWORD);
        shown.error(what, &call.send().await.unwrap_err());
        secrets.insert(server.only().value("Signature").unwrap().to_owned());
    }
    shown.assert_silent(secrets.iter().map(|secret| &**secret));
}

#[tokio::test]
async fn an_answer_that_repeats_the_request_is_not_quoted_in_part() {
    for (what, before) in [("a page", 150), ("a page", 180), ("a message", 450), ("a message", 480)]
    {
        let server = Server::with_key(PRIVATE_KEY, move |seen| {
            let signature = seen.value("Signature").expect("a signature");
            let text = format!("{}{signature}", " ".repeat(before));
            match what {
                "a page" => Answer::status(502, text),
                _ => Answer::json(format!(r#"{{"RetCode":171,"Message":"{text}"}}"#)),
            }
        });
        let client = builder(&server.url()).build().unwrap();
        let mut shown = Shown::default();
        shown.error(what, &client.action("CreateX").send().await.unwrap_err());
        let seen = server.only();
        // Enough of it to find the rest, had it been cut off where the quotation ends.
        shown.assert_silent([&seen.value("Signature").unwrap()[..12]]);
    }
}

#[tokio::test]
async fn a_message_that_repeats_a_secret_in_two_escapes_is_not_quoted() {
    // HTML within JSON, whose ampersands are escaped too, as Go does.
    let body = r#"{"RetCode":171,"Message":"bad: p4s\u0026amp;s\u0026lt;9c1d7e"}"#;
    let credentials = ucloud_umem::Credentials::new("public", "private");
    let builder = ucloud_umem::Client::builder().credentials(credentials);
    let client = builder.transport(ucloud_umem::transport::responses([body])).build();
    let call = client.unwrap().action("X").param("Password", "p4s&s<9c1d7e");
    let error = call.send().await.unwrap_err();
    assert!(!format!("{error} {error:?}").contains("p4s"), "{error:?}");
}

#[tokio::test]
async fn a_request_id_that_repeats_a_secret_or_is_no_id_is_not_kept() {
    for (id, kept) in [("6d7f", true), ("", false), ("long", false)] {
        let service = ucloud_umem::transport::from_fn(move |request| {
            let form = String::from_utf8_lossy(&request.body).into_owned();
            let signature = form.rsplit('=').next().unwrap().to_owned();
            let mut response =
                ucloud_umem::transport::HttpResponse::new(http::StatusCode::OK, "{}");
            let id = match id {
                "" => signature,
                "long" => "a".repeat(129),
                id => id.to_owned(),
            };
            response.headers.insert("x-ucloud-request-uuid", id.parse().unwrap());
            response
        });
        let credentials = ucloud_umem::Credentials::new("public", "private");
        let builder = ucloud_umem::Client::builder().credentials(credentials);
        let client = builder.transport(service).build().unwrap();
        let error = client.action("CreateX").send().await.unwrap_err();
        assert_eq!(error.request_id().is_some(), kept, "{id:?}: {error:?}");
    }
}

#[tokio::test]
async fn a_response_of_any_action_does_not_print_what_is_secret_by_its_name() {
    let body =
        r#"{"RetCode":0,"Data":[{"SecretKey":"S1","Token":null,"Id":"shown"}],"Password":"S2"}"#;
    let credentials = ucloud_umem::Credentials::new("public", "private");
    let builder = ucloud_umem::Client::builder().credentials(credentials);
    let client = builder.transport(ucloud_umem::transport::responses([body])).build();
    let response = client.unwrap().action("CreateKey").send().await.unwrap();
    let printed = format!("{response:?}");
    assert!(!printed.contains("S1") && !printed.contains("S2"), "{printed}");
    assert!(printed.contains("shown") && printed.contains("Null"), "{printed}");
    assert_eq!(response.value["Password"], "S2");
}
