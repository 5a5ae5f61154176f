//! Credentials of a role over real sockets: nothing shows them.

use ucloud_umem::Client;
use ucloud_umem::credentials::AssumeRole;

use crate::support::secret_scan::{Shown, events};
use crate::support::{Answer, PUBLIC_KEY, Server, builder};

const KEY: &str = "r0le-key-5b8e2d64a1";
const TOKEN: &str = "r0le-token-9c1d7e35f8";

fn client(sts: &Server, service: &Server) -> Client {
    let base = builder(&sts.url()).max_attempts(1).build().unwrap();
    let role = AssumeRole::new(&base, "ucs:iam::56000001:role/backups", "nightly");
    Client::builder().credentials(role).base_url(service.url()).build().unwrap()
}

fn credentials() -> String {
    format!(
        r#""Credentials":{{"AccessKeyId":"{PUBLIC_KEY}","AccessKeySecret":"{KEY}",
            "SecurityToken":"{TOKEN}","Expiration":"2999-01-01T00:00:00Z"}}"#
    )
}

#[tokio::test]
async fn the_role_signs_calls_to_another_endpoint() {
    let sts = Server::always(Answer::json(format!(r#"{{"RetCode":0,{}}}"#, credentials())));
    let service = Server::with_key(KEY, |_| Answer::ok());
    let client = client(&sts, &service);
    client.action("X").send().await.unwrap();
    client.action("X").send().await.unwrap();
    assert_eq!(sts.only().value("Action"), Some("AssumeRole"));
    for seen in service.seen() {
        assert_eq!(seen.value("PublicKey"), Some(PUBLIC_KEY));
        assert_eq!(seen.value("SecurityToken"), Some(TOKEN));
    }
}

#[tokio::test]
async fn nothing_shows_the_credentials() {
    let events = events();
    let mut output = Shown::default();
    let keys = credentials();
    for (what, answer) in [
        ("success", Answer::json(format!(r#"{{"RetCode":0,{keys}}}"#))),
        ("half of it", Answer::json(format!(r#"{{"RetCode":0,{keys}"#))),
        ("no RetCode", Answer::json(format!("{{{keys}}}"))),
        ("a refusal", Answer::json(format!(r#"{{"RetCode":299,"Message":"no",{keys}}}"#))),
        ("503", Answer::status(503, format!("{{{keys}}}"))),
        ("429", Answer::status(429, format!("{{{keys}}}"))),
        ("not text", Answer::json([keys.as_bytes(), b"\xff"].concat())),
        ("no http", Answer::raw(format!("{keys}\r\n"))),
    ] {
        let sts = Server::always(answer);
        let service = Server::unsigned(|_| Answer::ret_code(171));
        let client = client(&sts, &service);
        output.value(what, &client);
        let error = client.action("X").send().await.unwrap_err();
        output.error(what, &error);
        assert_eq!(error.to_string().contains("role/backups"), what != "success", "{error}");
        assert_eq!(sts.requests(), 1, "{what}");
    }
    let events = String::from_utf8_lossy(&events.lock().unwrap()).into_owned();
    output.text("events", events);
    output.assert_silent([KEY, TOKEN]);
}
