//! The key of a dedicated channel: sent as a header, and shown nowhere.

use std::time::Duration;

use ucloud_umem::{Client, PresignedUrl, Preview};

use super::preview::{KEYS, run, shells, shown};
use crate::support::secret_scan::Shown;
use crate::support::server::ClosedPort;
use crate::support::{Answer, Server, builder};

/// Awkward for a shell.
const KEY: &str = "ch4n-$(exit)`\\'\"=9c1d7e35f8";

fn client(url: &str) -> Client {
    let builder = builder(url).region("cn-bj2").zone("cn-bj2-05").channel_key(KEY);
    builder.timeout(Duration::from_millis(300)).build().unwrap()
}

async fn preview(client: &Client) -> Preview {
    client.describe_umem_backup("x").preview().await.unwrap()
}

#[tokio::test]
async fn every_call_sends_it_as_a_header() {
    let server = Server::always(Answer::ok());
    let client = client(&server.url());
    client.describe_umem_backup("x").send().await.unwrap();
    client.with_region("hk").action("X").send().await.unwrap();
    #[cfg(feature = "blocking")]
    {
        let client = self::client(&server.url());
        ucloud_umem::blocking::Client::new(client).unwrap().action("X").send().unwrap();
    }
    for seen in server.seen() {
        assert_eq!(seen.header("channel-key"), Some(KEY));
        assert!(seen.pairs.iter().all(|(_, value)| value != KEY));
    }
    // An empty one, and none, are not sent.
    for builder in [builder(&server.url()), builder(&server.url()).channel_key("")] {
        builder.build().unwrap().action("X").send().await.unwrap();
        assert_eq!(server.seen().pop().unwrap().header("channel-key"), None);
    }
}

#[tokio::test]
async fn downloads_do_not_send_it() {
    let server = Server::unsigned(|_| Answer::json("data"));
    let address = PresignedUrl::new(format!("{}/a.rdb?Signature=x", server.url()));
    client("http://127.0.0.1:1").download(&address).to_writer(Vec::new()).await.unwrap();
    assert_eq!(server.only().header("channel-key"), None);
}

#[tokio::test]
async fn previews_show_the_header_without_the_key() {
    let client = client("http://127.0.0.1:1");
    let preview = preview(&client).await;
    let headers = preview.headers();
    assert!(headers.contains(&("channel-key".to_owned(), "***".to_owned())), "{headers:?}");
    assert_eq!(headers[0].1, "application/x-www-form-urlencoded");
    assert!(!shown(&preview).contains(KEY));
    let line = preview.curl();
    assert!(line.contains("channel-key: $UCLOUD_CHANNEL_KEY"), "{line}");
}

#[tokio::test]
async fn the_command_line_sends_it_from_the_environment() {
    for shell in shells() {
        let server = Server::always(Answer::ok());
        let line = preview(&client(&server.url())).await.curl();
        let mut variables = KEYS.to_vec();
        let (fine, text) = run(shell, &line, &variables).unwrap();
        assert!(!fine && text.contains("UCLOUD_CHANNEL_KEY"), "{shell}: {text}");
        variables.push(("UCLOUD_CHANNEL_KEY", KEY));
        let (_, text) = run(shell, &line, &variables).unwrap();
        assert_eq!(text, r#"{"RetCode":0}"#, "{shell}: {line}");
        assert_eq!(server.only().header("channel-key"), Some(KEY), "{shell}: {line}");
    }
}

#[tokio::test]
async fn an_unknown_token_says_that_the_key_may_be_of_another_account() {
    let advice = "channel key, which may belong to another account";
    let server = Server::always(Answer::ret_code(174));
    let error = client(&server.url()).action("X").send().await.unwrap_err();
    assert_eq!(error.ret_code().map(ucloud_umem::RetCode::number), Some(174));
    assert!(error.to_string().contains(advice), "{error}");
    assert_eq!(server.requests(), 1);
    // Other RetCodes, and clients without such a key, say nothing about it.
    let without = builder(&server.url()).build().unwrap();
    let error = without.action("X").send().await.unwrap_err();
    assert!(!error.to_string().contains("channel"), "{error}");
    let server = Server::always(Answer::ret_code(171));
    let error = client(&server.url()).action("X").send().await.unwrap_err();
    assert!(!error.to_string().contains("channel"), "{error}");
}

#[tokio::test]
async fn nothing_shows_it() {
    let mut output = Shown::default();
    let builder = builder("http://127.0.0.1:1").channel_key(KEY);
    output.value("builder", &builder);
    let error = builder.clone().channel_key(format!("{KEY}\n")).build().unwrap_err();
    assert!(error.to_string().contains("invalid channel key"), "{error}");
    output.error("invalid", &error);
    let client = builder.build().unwrap();
    output.value("client", &client);
    output.value("preview", &client.action("X").preview().await.unwrap());
    let escaped = serde_json::json!(KEY).to_string();
    let answers = [
        ("a message", Answer::json(format!(r#"{{"RetCode":171,"Message":{escaped}}}"#))),
        ("a page", Answer::status(503, format!("<p>channel-key: {KEY}</p>"))),
        ("a request id", Answer::ret_code(171).with_header("X-UCLOUD-REQUEST-UUID", KEY)),
        ("no http", Answer::raw(format!("{KEY}\r\n"))),
    ];
    for (what, answer) in answers {
        let server = Server::always(answer);
        let error = self::client(&server.url()).action("X").send().await.unwrap_err();
        output.error(what, &error);
    }
    let port = ClosedPort::new();
    let error = self::client(&port.url()).action("X").send().await.unwrap_err();
    output.error("a closed port", &error);
    output.assert_silent([KEY, "9c1d7e35f8"]);
}

#[tokio::test]
async fn transports_and_events_do_not_show_it() {
    let events = crate::support::secret_scan::events();
    let fake = ucloud_umem::transport::from_fn(|_| serde_json::json!({ "RetCode": 0 }));
    let client = builder("http://127.0.0.1:1").channel_key(KEY).transport(fake.clone());
    client.build().unwrap().action("X").send().await.unwrap();
    let request = fake.requests().pop().unwrap();
    assert_eq!(request.headers["channel-key"], KEY);
    let mut output = Shown::default();
    output.value("request", &request);
    output.value("headers", &request.headers);

    let server = Server::always(Answer::ok());
    self::client(&server.url()).action("X").send().await.unwrap();
    let events = String::from_utf8_lossy(&events.lock().unwrap()).into_owned();
    output.text("events", events);
    output.assert_silent([KEY, "9c1d7e35f8"]);
}

#[cfg(feature = "replay")]
#[tokio::test]
async fn recordings_do_not_have_it() {
    use ucloud_umem::transport::{from_fn, replay::Recorder};

    let file = std::env::temp_dir().join(format!("channel-key-{}.json", std::process::id()));
    let recorder = Recorder::new(&file);
    let fake = from_fn(|_| serde_json::json!({ "RetCode": 0, "Text": KEY, "Other": "kept" }));
    let client = builder("http://127.0.0.1:1").channel_key(KEY).transport(recorder.around(fake));
    client.build().unwrap().action("X").send().await.unwrap();
    recorder.save().unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(text.contains("kept"), "{text}");
    let mut output = Shown::default();
    output.text("recording", text);
    output.assert_silent([KEY, "9c1d7e35f8"]);
}
