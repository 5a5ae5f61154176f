//! Previews: they show the form of a real call, and the command line makes such a call.

use std::collections::BTreeSet;
use std::io;
use std::process::Command;
use std::time::Duration;

use bytes::Bytes;
use sha1::{Digest as _, Sha1};
use ucloud_umem::actions::DescribeUMemBackup;
use ucloud_umem::transport::BoxFuture;
use ucloud_umem::{
    Client, Credentials, CredentialsProvider, ErrorKind, Outcome, Password, Preview,
};

use crate::support::{Answer, PRIVATE_KEY, PUBLIC_KEY, Seen, Server, builder, client};

const TOKEN: &str = "t0k/+=&%$(x)'ü-5b8e2d64a1";
const PASSWORD: &str = "p4s s/+=&%$(x)`'\"\\\r\nö-9c1d7e35f8\n";

/// A name and values that are awkward for a shell, a form or a terminal.
const AWKWARD: [(&str, &str); 8] = [
    ("-n", "-e"),
    ("$(exit 9)", "`exit 9`; exit 9 # \" ' '' \\ \\n \\\\ !! ~ * {a,b}"),
    ("Empty", ""),
    ("Format", "%s %d %% %n 100%"),
    ("Lines", "a\r\n\r\nb\tc\0d\u{1b}[31m"),
    ("Name", "中文名字 😀👩‍👩‍👧 é\u{301} \u{202e}txt.exe"),
    ("Plus", "a+b c&d=e"),
    ("Z\u{7f}'", "\u{feff}"),
];

/// Returns the hidden values of a request.
fn hidden(preview: &Preview) -> Vec<String> {
    let shown = preview.parameters().into_iter();
    shown.filter(|(_, value)| value == "***").map(|(name, _)| name).collect()
}

/// Returns everything that a preview shows without `reveal`.
pub(super) fn shown(preview: &Preview) -> String {
    let parameters = preview.parameters();
    format!(
        "{preview:?} {preview:#?} {parameters:?} {:?} {} {} {} {} {}",
        preview.headers(),
        preview.canonical(),
        preview.body(),
        preview.curl(),
        preview.url(),
        preview.action(),
    )
}

fn assert_silent(preview: &Preview, secrets: &[&str]) {
    let shown = shown(preview);
    let signature = preview.reveal_signature();
    for secret in secrets.iter().chain([&PRIVATE_KEY, &&*signature]) {
        let escaped: String = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
        assert!(!shown.contains(secret) && !shown.contains(&escaped), "{shown}");
    }
}

/// Returns the pairs of a form.
fn pairs(form: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(form).into_owned().collect()
}

#[tokio::test]
async fn a_preview_is_what_is_sent_then() {
    let server = Server::always(Answer::ok());
    let client = client(&server).with_project_id("org-x");
    let typed = client.describe_umem_backup("a b&中").limit(20).param("Extra", "+");
    let by_name = client.action("DescribeUHostInstance").param("Limit", 10);
    let mut previews = vec![
        typed.preview().await.unwrap(),
        client.preview(&DescribeUMemBackup::new("x").zone("")).await.unwrap(),
        by_name.preview().await.unwrap(),
    ];
    assert_eq!(server.requests(), 0, "a preview sends nothing");
    typed.send().await.unwrap();
    client.send(DescribeUMemBackup::new("x").zone("")).await.unwrap();
    by_name.send().await.unwrap();
    #[cfg(feature = "blocking")]
    {
        // A separate client, because only this thread serves the async client's connections.
        let client = crate::support::client(&server).with_project_id("org-x");
        let client = ucloud_umem::blocking::Client::new(client).unwrap();
        let typed = client.describe_umem_backup("blocking");
        let by_name = client.action("X").region("other");
        previews.push(typed.preview().unwrap());
        previews.push(client.preview(&DescribeUMemBackup::new("y")).unwrap());
        previews.push(by_name.preview().unwrap());
        assert_eq!(server.requests(), 3, "a preview sends nothing");
        typed.send().unwrap();
        client.send(DescribeUMemBackup::new("y")).unwrap();
        by_name.send().unwrap();
    }
    let seen = server.seen();
    assert_eq!(seen.len(), previews.len());
    for (seen, preview) in seen.iter().zip(&previews) {
        assert_eq!(pairs(preview.reveal_body()), seen.pairs);
        let (signature, parameters) = seen.pairs.split_last().unwrap();
        assert_eq!(signature.1, preview.reveal_signature());
        assert_eq!(preview.parameters(), parameters);
        assert_eq!(pairs(preview.body().as_bytes()), parameters);
        assert_eq!(seen.value("Action"), Some(preview.action()));
        assert_eq!(format!("{}", preview.url()).trim_end_matches('/'), server.url());
        let canonical = preview.canonical();
        let canonical = canonical.strip_suffix("***").unwrap().to_owned() + PRIVATE_KEY;
        let digest = Bytes::copy_from_slice(&Sha1::digest(canonical));
        assert_eq!(format!("{digest:x}"), signature.1);
        assert_silent(preview, &[]);
    }
}

#[tokio::test]
async fn secrets_are_revealed_only_where_that_is_asked_for() {
    let credentials = Credentials::new(PUBLIC_KEY, PRIVATE_KEY).with_security_token("t0k/7");
    let client = Client::builder()
        .credentials(credentials)
        .base_url("http://127.0.0.1:1/")
        .region("cn-bj2")
        .zone("cn-bj2-05");
    let client = client.build().unwrap();
    let call = client.modify_umem_password("x", Password::new("hunter-2"));
    let preview = call.preview().await.unwrap();
    assert_eq!(hidden(&preview), ["Password", "SecurityToken"]);
    let secrets = ["t0k/7", "hunter-2", "aHVudGVyLTI="];
    assert_silent(&preview, &secrets);
    assert!(preview.body().contains("&Password=***&"), "{}", preview.body());
    assert!(preview.body().contains("&SecurityToken=***&"), "{}", preview.body());
    assert!(preview.canonical().contains("Password***PublicKey"));
    let revealed = pairs(preview.reveal_body());
    assert!(revealed.contains(&("Password".into(), "aHVudGVyLTI=".into())));
    assert!(revealed.contains(&("SecurityToken".into(), "t0k/7".into())));
    // What is added by name is a secret by its name, encoded or not.
    let preview = client.action("X").param("AdminPassword", "hunter-2").preview().await;
    assert_eq!(hidden(preview.as_ref().unwrap()), ["AdminPassword", "SecurityToken"]);
    for name in ["AdminPasswd", "SecretKey", "ApiToken", "PrivateKey"] {
        let call = client.action("CreateX").param(name, "correct horse");
        let preview = call.preview().await.unwrap();
        assert!(hidden(&preview).contains(&name.to_owned()), "{name}");
    }
    assert_silent(&preview.unwrap(), &secrets);
}

/// A source of credentials that has none.
#[derive(Clone, Copy)]
enum Without {
    SayingSo,
    Silent,
    Unasked,
}

impl CredentialsProvider for Without {
    fn credentials(
        &self,
    ) -> BoxFuture<'_, Result<Credentials, Box<dyn std::error::Error + Send + Sync>>> {
        match self {
            Self::SayingSo => Box::pin(async { Err("no keys today".into()) }),
            Self::Silent => Box::pin(std::future::pending()),
            Self::Unasked => panic!("nobody was to ask for credentials"),
        }
    }
}

#[tokio::test]
async fn what_a_call_would_refuse_a_preview_refuses() {
    use Without::{SayingSo, Silent, Unasked};
    let client = |without: Without| {
        let builder = Client::builder().credentials(without);
        builder.base_url("http://127.0.0.1:1").build().unwrap()
    };
    let placed = |without| client(without).with_region("cn-bj2").with_zone("cn-bj2-05");
    let short = Duration::from_millis(20);
    let typed = |client: &Client| client.describe_umem_backup("x").with_deadline(short);
    for (error, kind, action, text) in [
        (
            typed(&client(Unasked)).preview().await,
            ErrorKind::InvalidRequest,
            Some("DescribeUMemBackup"),
            "missing Region",
        ),
        (
            client(Unasked).action("a b").preview().await,
            ErrorKind::InvalidRequest,
            None,
            "invalid action name",
        ),
        (
            placed(SayingSo).action("X").param("Signature", "").preview().await,
            ErrorKind::Credentials,
            Some("X"),
            "no credentials",
        ),
        (
            typed(&placed(SayingSo)).preview().await,
            ErrorKind::Credentials,
            Some("DescribeUMemBackup"),
            "no credentials",
        ),
        (
            typed(&placed(Silent)).preview().await,
            ErrorKind::Timeout,
            Some("DescribeUMemBackup"),
            "within the allowed time",
        ),
    ] {
        let error = error.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (kind, Outcome::NotSent), "{error}");
        assert_eq!((error.action(), error.attempts()), (action, 0), "{error}");
        assert!(error.to_string().contains(text), "{error}");
    }
    let client = builder("http://127.0.0.1:1").build().unwrap();
    let error = client.action("X").param("Signature", "").preview().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "X: reserved parameter Signature: the client sets it; remove it from the call"
    );
}

/// Runs the line, with these variables and no others that are ours.
pub(super) fn run(
    shell: &str,
    line: &str,
    variables: &[(&str, &str)],
) -> io::Result<(bool, String)> {
    let mut command = Command::new(shell);
    command.args(["-c", line]).env_clear().env("PATH", std::env::var("PATH").unwrap());
    let output = command.envs(variables.iter().copied()).output()?;
    let text = [&*output.stdout, &*output.stderr].concat();
    Ok((output.status.success(), String::from_utf8_lossy(&text).into_owned()))
}

/// Returns the shells of this machine. Empty if a program that the command needs is missing.
pub(super) fn shells() -> Vec<&'static str> {
    for (program, argument) in [("curl", "--version"), ("openssl", "version")] {
        if Command::new(program).arg(argument).output().is_err() {
            eprintln!("SKIPPED: there is no {program} to run the command line of a preview with");
            return Vec::new();
        }
    }
    let there = |shell: &&str| run(shell, ":", &[]).is_ok_and(|(fine, _)| fine);
    let shells: Vec<_> = ["sh", "dash", "bash", "zsh", "ksh"].into_iter().filter(there).collect();
    assert!(!shells.is_empty(), "there is no shell");
    shells
}

pub(super) const KEYS: [(&str, &str); 2] =
    [("UCLOUD_PUBLIC_KEY", PUBLIC_KEY), ("UCLOUD_PRIVATE_KEY", PRIVATE_KEY)];

#[tokio::test]
async fn the_command_line_makes_the_very_call() {
    for shell in shells() {
        // It refuses what is not signed as it must.
        let server = Server::always(Answer::json(r#"{"RetCode":0,"Text":"taken"}"#));
        let url = format!("{}/it's/api", server.url());
        let client = builder(&url).region("cn-bj2").zone("cn-bj2-05").build().unwrap();
        let mut awkward = client.action("Echo");
        for (name, value) in AWKWARD {
            awkward = awkward.param(name, value);
        }
        let plain = client.describe_umem_backup("uredis-abc").limit(20);
        for preview in [plain.preview().await.unwrap(), awkward.preview().await.unwrap()] {
            let line = preview.curl();
            let (_, text) = run(shell, &line, &KEYS).unwrap();
            assert_eq!(text, r#"{"RetCode":0,"Text":"taken"}"#, "{shell}: {line}");
            let seen = server.seen().pop().unwrap();
            assert_eq!(seen.pairs, pairs(preview.reveal_body()), "{shell}: {line}");
            assert!(seen.head.starts_with("POST /it's/api HTTP/1.1\r\n"), "{}", seen.head);
            let form = Some("application/x-www-form-urlencoded");
            assert_eq!(seen.header("content-type"), form);
            assert!(!line.chars().any(|c| c.is_control() && c != '\n'), "{line:?}");
        }
        assert_eq!(server.requests(), 2);
    }
}

#[tokio::test]
async fn the_command_line_sends_no_private_key_for_a_parameter_of_this_name() {
    let client = builder("http://127.0.0.1:1").build().unwrap();
    let call = client.action("X").param("PrivateKey", "y");
    let line = call.preview().await.unwrap().curl();
    assert!(line.contains("\"${UCLOUD_PRIVATE_KEY_2?}\""), "{line}");
}

#[tokio::test]
async fn the_command_line_encodes_a_password_that_is_added_by_name_no_further() {
    let client = builder("http://127.0.0.1:1").region("r").zone("z").build().unwrap();
    let call = client.modify_umem_password("x", Password::new(PASSWORD));
    for (call, encodes) in [(call.clone(), true), (call.param("Password", "eA=="), false)] {
        let line = call.preview().await.unwrap().curl();
        assert_eq!(line.contains("openssl base64"), encodes, "{line}");
    }
}

#[tokio::test]
async fn the_command_line_takes_every_secret_from_the_environment() {
    for shell in shells() {
        let server = Server::always(Answer::ok());
        let credentials = Credentials::new(PUBLIC_KEY, PRIVATE_KEY).with_security_token(TOKEN);
        let client = builder(&server.url()).credentials(credentials);
        let client = client.region("cn-bj2").zone("cn-bj2-05").build().unwrap();
        let typed = client.modify_umem_password("x", Password::new(PASSWORD));
        let preview = typed.preview().await.unwrap();
        let line = preview.curl();
        assert_silent(&preview, &[TOKEN, PASSWORD, PUBLIC_KEY][..2]);
        assert!(!line.contains(PUBLIC_KEY), "{line}");

        let secrets = [("UCLOUD_SECURITY_TOKEN", TOKEN), ("UCLOUD_PASSWORD", PASSWORD)];
        let all: Vec<_> = KEYS.into_iter().chain(secrets).collect();
        let (_, text) = run(shell, &line, &all).unwrap();
        assert_eq!(text, r#"{"RetCode":0}"#, "{shell}: {line}");
        assert_eq!(server.only().pairs, pairs(preview.reveal_body()), "{shell}: {line}");

        for missing in 0..all.len() {
            let mut some = all.clone();
            let (name, _) = some.remove(missing);
            let (fine, text) = run(shell, &line, &some).unwrap();
            assert!(!fine && text.contains(name), "{shell}: {text}");
            // An empty key is none.
            if name != "UCLOUD_PASSWORD" {
                some.push((name, ""));
                let (fine, text) = run(shell, &line, &some).unwrap();
                assert!(!fine && text.contains(name), "{shell}: {text}");
            }
        }
        assert_eq!(server.requests(), 1, "without one of them nothing is sent");

        // An empty password is one; two passwords have two variables.
        let call = client.action("X").param("Password", "").param("password", PASSWORD);
        let preview = call.preview().await.unwrap();
        let line = preview.curl();
        let variables: BTreeSet<_> = line
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .filter(|word| word.starts_with("UCLOUD_PASSWORD"))
            .collect();
        assert_eq!(variables, BTreeSet::from(["UCLOUD_PASSWORD", "UCLOUD_PASSWORD_2"]));
        let secrets = [("UCLOUD_PASSWORD", ""), ("UCLOUD_PASSWORD_2", PASSWORD)];
        let token = ("UCLOUD_SECURITY_TOKEN", TOKEN);
        let all: Vec<_> = KEYS.into_iter().chain(secrets).chain([token]).collect();
        let (_, text) = run(shell, &line, &all).unwrap();
        assert_eq!(text, r#"{"RetCode":0}"#, "{shell}: {line}");
        let last = server.seen().pop().as_ref().map(|seen: &Seen| seen.pairs.clone());
        assert_eq!(last, Some(pairs(preview.reveal_body())), "{shell}: {line}");
    }
}
