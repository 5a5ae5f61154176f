//! Bearer tokens: sent as a header in place of keys and signature, and shown nowhere.

use std::time::Duration;

use ucloud_umem::{Client, Credentials, Password, Preview};

use super::preview::{run, shells, shown};
use crate::support::secret_scan::{Shown, events};
use crate::support::server::ClosedPort;
use crate::support::{Answer, Server};

const TOKEN: &str = "eyJhbGciOi.t0ken~5b8e2d64a1-_+/=";
const SECRETS: [&str; 2] = [TOKEN, "5b8e2d64a1"];

fn client(url: &str) -> Client {
    let builder = Client::builder().credentials(Credentials::bearer(TOKEN)).base_url(url);
    let builder = builder.region("cn-bj2").zone("cn-bj2-05").timeout(Duration::from_millis(300));
    builder.build().unwrap()
}

fn always(answer: Answer) -> Server {
    Server::unsigned(move |_| answer.clone())
}

async fn preview(client: &Client) -> Preview {
    client.modify_umem_password("x", Password::new("hunter-2")).preview().await.unwrap()
}

#[tokio::test]
async fn neither_keys_nor_a_signature_are_sent() {
    let server = always(Answer::ok());
    let client = client(&server.url());
    client.describe_umem_backup("a b").limit(20).send().await.unwrap();
    let typed = server.seen().pop().unwrap();
    let expected = [
        ("Action", "DescribeUMemBackup"),
        ("Limit", "20"),
        ("Region", "cn-bj2"),
        ("SpaceId", "a b"),
        ("Zone", "cn-bj2-05"),
    ];
    assert_eq!(typed.pairs, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    client.action("X").param("A", "1").send().await.unwrap();
    #[cfg(feature = "blocking")]
    {
        let client = self::client(&server.url());
        ucloud_umem::blocking::Client::new(client).unwrap().action("X").send().unwrap();
    }
    let bearer = format!("Bearer {TOKEN}");
    for seen in server.seen() {
        assert_eq!(seen.header("authorization"), Some(&*bearer));
        for name in ["PublicKey", "Signature", "SecurityToken"] {
            assert_eq!(seen.value(name), None);
        }
    }
    let client = crate::support::client(&Server::always(Answer::ok()));
    let keys = client.action("X").preview().await.unwrap();
    assert!(!keys.headers().iter().any(|(name, _)| name == "authorization"));
}

#[tokio::test]
async fn previews_show_what_is_sent_without_the_token() {
    let server = always(Answer::ok());
    let client = client(&server.url());
    let preview = preview(&client).await;
    assert!(preview.headers().contains(&("authorization".to_owned(), "***".to_owned())));
    assert_eq!((preview.canonical(), preview.reveal_signature()), (String::new(), String::new()));
    assert!(!shown(&preview).contains(TOKEN));
    client.modify_umem_password("x", Password::new("hunter-2")).send().await.unwrap();
    let sent: Vec<_> = form_urlencoded::parse(preview.reveal_body()).into_owned().collect();
    assert_eq!(sent, server.only().pairs);
    assert!(preview.body().contains("&Password=***&"), "{}", preview.body());
}

#[tokio::test]
async fn the_command_line_sends_the_token_from_the_environment() {
    for shell in shells() {
        let server = always(Answer::ok());
        let line = preview(&client(&server.url())).await.curl();
        for unneeded in ["PRIVATE_KEY", "PUBLIC_KEY", "openssl dgst", "Signature"] {
            assert!(!line.contains(unneeded), "{line}");
        }
        let password = ("UCLOUD_PASSWORD", "hunter-2");
        let (fine, text) = run(shell, &line, &[password]).unwrap();
        assert!(!fine && text.contains("UCLOUD_ACCESS_TOKEN"), "{shell}: {text}");
        let variables = [password, ("UCLOUD_ACCESS_TOKEN", TOKEN)];
        let (_, text) = run(shell, &line, &variables).unwrap();
        assert_eq!(text, r#"{"RetCode":0}"#, "{shell}: {line}");
        let seen = server.only();
        assert_eq!(seen.header("authorization"), Some(&*format!("Bearer {TOKEN}")));
        assert_eq!(seen.value("Password"), Some("aHVudGVyLTI="));
    }
}

#[tokio::test]
async fn nothing_shows_it() {
    let events = events();
    let mut output = Shown::default();
    output.value("credentials", &Credentials::bearer(TOKEN));
    let answers = [
        ("success", Answer::ok()),
        ("an unknown token", Answer::ret_code(174)),
        ("a message", Answer::json(format!(r#"{{"RetCode":171,"Message":"{TOKEN}"}}"#))),
        ("a page", Answer::status(503, format!("<p>Authorization: Bearer {TOKEN}</p>"))),
        ("a request id", Answer::ret_code(171).with_header("X-UCLOUD-REQUEST-UUID", TOKEN)),
        ("no http", Answer::raw(format!("{TOKEN}\r\n"))),
    ];
    for (what, answer) in answers {
        let server = always(answer);
        let client = client(&server.url());
        output.value(what, &client);
        match client.action("X").send().await {
            Ok(response) => output.value(what, &response),
            Err(error) => output.error(what, &error),
        }
    }
    let port = ClosedPort::new();
    output.error("a closed port", &client(&port.url()).action("X").send().await.unwrap_err());
    let fake = ucloud_umem::transport::from_fn(|_| serde_json::json!({ "RetCode": 0 }));
    let builder = Client::builder().credentials(Credentials::bearer(TOKEN));
    builder.transport(fake.clone()).build().unwrap().action("X").send().await.unwrap();
    let request = fake.requests().pop().unwrap();
    output.value("request", &request);
    output.value("headers", &request.headers);
    let events = String::from_utf8_lossy(&events.lock().unwrap()).into_owned();
    output.text("events", events);
    output.assert_silent(SECRETS);
}

#[cfg(feature = "replay")]
#[tokio::test]
async fn recordings_do_not_have_it() {
    use ucloud_umem::transport::{from_fn, replay::Recorder};

    let file = std::env::temp_dir().join(format!("bearer-{}.json", std::process::id()));
    let recorder = Recorder::new(&file);
    let fake = from_fn(|_| serde_json::json!({ "RetCode": 0, "Text": TOKEN, "Other": "kept" }));
    let builder = Client::builder().credentials(Credentials::bearer(TOKEN));
    let client = builder.transport(recorder.around(fake)).build().unwrap();
    client.action("X").send().await.unwrap();
    recorder.save().unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(text.contains("kept"), "{text}");
    let mut output = Shown::default();
    output.text("recording", text);
    output.assert_silent(SECRETS);
}
