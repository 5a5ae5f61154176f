//! Default parameters and interceptors: they change what is signed, sent and previewed.

use std::sync::{Arc, Mutex};

use http::HeaderValue;
use ucloud_umem::interceptor::{InterceptError, InterceptedRequest, Interceptor};
use ucloud_umem::{ClientBuilder, Credentials, Error, ErrorKind, Outcome, Password};

use crate::support::{self, Answer, PRIVATE_KEY, PUBLIC_KEY, Server};

/// Interceptor made of a function.
struct Run<F>(F);

impl<F> Interceptor for Run<F>
where
    F: Fn(&mut InterceptedRequest<'_>) -> Result<(), InterceptError> + Send + Sync + 'static,
{
    fn intercept(&self, request: &mut InterceptedRequest<'_>) -> Result<(), InterceptError> {
        self.0(request)
    }
}

fn builder(base_url: &str) -> ClientBuilder {
    support::builder(base_url).region("cn-bj2").zone("cn-bj2-05")
}

fn intercept<F>(run: F) -> Run<F>
where
    F: Fn(&mut InterceptedRequest<'_>) -> Result<(), InterceptError> + Send + Sync + 'static,
{
    Run(run)
}

#[tokio::test]
async fn a_default_parameter_is_sent_unless_the_call_has_a_value() {
    let server = Server::always(Answer::ok());
    let client = builder(&server.url())
        .default_param("Limit", 5)
        .default_param("Tags", ["other", "b"])
        .default_param("Tags", ["a", "b"])
        .build()
        .unwrap();
    let calls = [
        client.describe_umem_backup("x"),
        client.describe_umem_backup("x").limit(20),
        client.describe_umem_backup("x").param("Limit", 30),
        client.describe_umem_backup("x").param("Tags", ["c"]),
    ];
    let mut previews = Vec::new();
    for call in calls {
        previews.push(call.preview().await.unwrap());
        call.send().await.unwrap();
    }
    let seen = server.seen();
    for (preview, seen) in previews.iter().zip(&seen) {
        assert_eq!(preview.parameters(), seen.pairs.split_last().unwrap().1);
    }
    let values = |name| seen.iter().map(|seen| seen.value(name)).collect::<Vec<_>>();
    assert_eq!(values("Limit"), ["5", "20", "30", "5"].map(Some));
    assert_eq!(values("Tags.0"), ["a", "a", "a", "c"].map(Some));
    assert_eq!(values("Tags.1"), [Some("b"), Some("b"), Some("b"), None]);
}

#[test]
fn a_default_parameter_that_the_client_sets_is_refused() {
    for (name, advice) in [
        ("Action", "remove it"),
        ("Signature", "remove it"),
        ("Region", "ClientBuilder::region"),
        ("ProjectId", "ClientBuilder::project_id"),
    ] {
        let error = builder("http://127.0.0.1:1").default_param(name, "x").build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains(name) && error.to_string().contains(advice), "{error}");
    }
    let error = builder("http://127.0.0.1:1").default_param("Ratio", f64::NAN).build();
    assert!(error.unwrap_err().to_string().contains("Ratio"));
}

#[tokio::test]
async fn an_interceptor_changes_what_is_signed_and_sent() {
    let server = Server::script([Answer::ret_code(153), Answer::ok()]);
    let runs = Arc::new(Mutex::new(Vec::new()));
    let seen_values = Arc::clone(&runs);
    let client = builder(&server.url())
        .default_param("Tag", "billing")
        .interceptor(intercept(|request| {
            assert_eq!(request.parameter("Tag"), Some("billing"));
            request.set_parameter("Tag", "it's 中文 &+");
            request.set_parameter("A", "first");
            request.remove_parameter("Limit");
            request.remove_parameter("Missing");
            request.headers_mut().insert("x-team", HeaderValue::from_static("it's"));
            Ok(())
        }))
        .interceptor(intercept(move |request| {
            let parameters = request.parameters();
            let parameters = parameters.map(|(name, value)| format!("{name}={value}"));
            let parameters: Vec<_> = parameters.collect();
            seen_values.lock().unwrap().push(format!("{} {parameters:?}", request.action()));
            Ok(())
        }))
        .build()
        .unwrap();
    let call = client.describe_umem_backup("x").limit(20);
    let preview = call.preview().await.unwrap();
    call.send().await.unwrap();
    let runs = runs.lock().unwrap();
    assert_eq!(runs.len(), 3, "the preview and two attempts");
    assert!(runs[0].starts_with("DescribeUMemBackup [\"A=first\", \"Action="), "{}", runs[0]);
    let seen = server.seen();
    assert_eq!(seen.len(), 2);
    for seen in seen {
        assert_eq!(seen.value("Tag"), Some("it's 中文 &+"));
        assert_eq!((seen.value("A"), seen.value("Limit")), (Some("first"), None));
        assert_eq!(seen.header("x-team"), Some("it's"));
        assert_eq!(preview.parameters(), seen.pairs.split_last().unwrap().1);
    }
    assert!(preview.headers().contains(&("x-team".to_owned(), "it's".to_owned())));
    assert!(preview.curl().contains(r"--header 'x-team: it'\''s' "), "{}", preview.curl());
}

#[tokio::test]
async fn an_interceptor_sees_no_secrets() {
    const TOKEN: &str = "t0k-5b8e2d64a1";
    let server = Server::always(Answer::ok());
    let shown = Arc::new(Mutex::new(String::new()));
    let texts = Arc::clone(&shown);
    let client = builder(&server.url())
        .credentials(Credentials::new(PUBLIC_KEY, PRIVATE_KEY).with_security_token(TOKEN))
        .interceptor(intercept(move |request| {
            let parameters: Vec<_> = request.parameters().collect();
            let text = format!("{parameters:?} {request:?} {:?}", request.headers());
            texts.lock().unwrap().push_str(&text);
            let mut secret = HeaderValue::from_static("h3ader");
            secret.set_sensitive(true);
            request.headers_mut().insert("x-secret", secret);
            if request.parameter("Password").is_some() {
                request.set_parameter("Password", "bmV3LXBhc3N3b3Jk");
            }
            Ok(())
        }))
        .build()
        .unwrap();
    let call = client.modify_umem_password("x", Password::new("hunter-2"));
    let preview = call.preview().await.unwrap();
    call.send().await.unwrap();
    assert_eq!(server.only().value("Password"), Some("bmV3LXBhc3N3b3Jk"));
    assert_eq!(server.only().value("SecurityToken"), Some(TOKEN));
    let preview = format!("{preview:?} {:?} {}", preview.headers(), preview.curl());
    let shown = shown.lock().unwrap();
    assert!(shown.contains(r#"("Password", "***")"#), "{shown}");
    for secret in [PRIVATE_KEY, TOKEN, "hunter-2", "aHVudGVyLTI=", "bmV3LXBhc3N3b3Jk", "h3ader"] {
        assert!(!shown.contains(secret) && !preview.contains(secret), "{shown} {preview}");
    }
    // Only its own change of the header is visible to the next request.
    assert!(preview.contains("--header 'x-secret: ***'"), "{preview}");
}

#[tokio::test]
async fn an_interceptor_sees_neither_bearer_token_nor_channel_key() {
    const TOKEN: &str = "t0k-91c7f3a2d8";
    const CHANNEL_KEY: &str = "ch4n-6e20b5";
    let server = Server::unsigned(|_| Answer::ok());
    let shown = Arc::new(Mutex::new(String::new()));
    let texts = Arc::clone(&shown);
    let client = builder(&server.url())
        .credentials(Credentials::bearer(TOKEN))
        .channel_key(CHANNEL_KEY)
        .interceptor(intercept(move |request| {
            let parameters: Vec<_> = request.parameters().collect();
            let headers: Vec<_> = request.headers().iter().collect();
            // `Debug` of a header value hides a secret; its bytes do not.
            let values: Vec<_> = headers.iter().map(|(_, value)| value.to_str().unwrap()).collect();
            let text = format!("{parameters:?} {headers:?} {values:?} {request:?}");
            texts.lock().unwrap().push_str(&text);
            request.set_parameter("Tag", "billing");
            request.headers_mut().insert("x-team", HeaderValue::from_static("caches"));
            request.headers_mut().insert("channel-key", HeaderValue::from_static("other"));
            Ok(())
        }))
        .build()
        .unwrap();
    let call = client.describe_umem_backup("x");
    let preview = call.preview().await.unwrap();
    call.send().await.unwrap();
    let shown = shown.lock().unwrap().clone();
    for secret in [TOKEN, CHANNEL_KEY, "authorization", "channel-key"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    let seen = server.only();
    assert_eq!(seen.header("authorization"), Some(&*format!("Bearer {TOKEN}")));
    assert_eq!(
        (seen.header("channel-key"), seen.header("x-team")),
        (Some(CHANNEL_KEY), Some("caches"))
    );
    assert_eq!(seen.value("Tag"), Some("billing"));
    assert_eq!((seen.value("PublicKey"), seen.value("Signature")), (None, None));
    assert_eq!(preview.parameters(), seen.pairs);
    for name in ["authorization", "channel-key"] {
        assert!(preview.headers().contains(&(name.to_owned(), "***".to_owned())));
    }
    let curl = preview.curl();
    for text in
        ["--header 'x-team: caches'", "$UCLOUD_ACCESS_TOKEN", "\nchannel-key: $UCLOUD_CHANNEL_KEY"]
    {
        assert!(curl.contains(text), "{curl}");
    }
    assert_eq!(curl.matches("channel-key").count(), 1, "{curl}");
}

fn assert_not_sent(error: &Error, text: &str) {
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::InvalidRequest, Outcome::NotSent));
    assert!(error.to_string().contains(text), "{error}");
    assert_eq!(error.action(), Some("DescribeUMem"));
}

#[tokio::test]
async fn an_interceptor_can_refuse_a_request_but_not_change_the_keys() {
    let server = Server::always(Answer::ok());
    let refuse = intercept(|_| Err("not in this program".into()));
    let client = builder(&server.url()).interceptor(refuse).build().unwrap();
    let error = client.action("DescribeUMem").send().await.unwrap_err();
    assert_not_sent(&error, "request refused by an interceptor: not in this program");
    let error = client.action("DescribeUMem").preview().await.unwrap_err();
    assert_not_sent(&error, "not in this program");
    for name in ["Action", "PublicKey", "SecurityToken", "Signature"] {
        let set = intercept(move |request| {
            request.set_parameter(name, "x");
            Ok(())
        });
        let remove = intercept(move |request| {
            request.remove_parameter(name);
            Ok(())
        });
        for builder in
            [builder(&server.url()).interceptor(set), builder(&server.url()).interceptor(remove)]
        {
            let call = builder.build().unwrap().action("DescribeUMem");
            assert_not_sent(&call.send().await.unwrap_err(), name);
        }
    }
    assert_eq!(server.requests(), 0);
}

#[cfg(feature = "blocking")]
#[test]
fn the_blocking_client_has_them_too() {
    let server = Server::always(Answer::ok());
    let client = builder(&server.url())
        .default_param("Tag", "billing")
        .interceptor(intercept(|request| {
            request.set_parameter("Limit", "7");
            Ok(())
        }))
        .build()
        .unwrap();
    let client = ucloud_umem::blocking::Client::new(client).unwrap();
    let call = client.describe_umem_backup("x");
    assert!(call.preview().unwrap().body().contains("Limit=7"));
    call.send().unwrap();
    let seen = server.only();
    assert_eq!((seen.value("Tag"), seen.value("Limit")), (Some("billing"), Some("7")));
}
