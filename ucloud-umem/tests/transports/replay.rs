//! Recordings: what is written of a call, what is not, and what a replay makes of it.

use std::fs;
use std::path::Path;
use std::time::Duration;

use http::{HeaderName, HeaderValue};
use serde_json::json;
use ucloud_umem::credentials::InstanceMetadata;
use ucloud_umem::transport::replay::{Recorder, Replay};
use ucloud_umem::transport::{
    self, Fault, Faults, HttpResponse, StatusCode, Transport, TransportError,
};
use ucloud_umem::{
    Client, Credentials, CredentialsProvider as _, Effect, Error, ErrorKind, Outcome, Password,
    Result,
};
use umem_emulator::Emulator;

pub(crate) const PUBLIC_KEY: &str = "someone@example.com+17/=";
pub(crate) const TOKEN: &str = "t0k/+=&%ü-5b8e2d64a1";

/// Makes a recorder of this transport, and a client whose calls it records.
fn recording(path: &Path, transport: impl Transport) -> (Recorder, Client) {
    let recorder = Recorder::new(path);
    let own = recorder.clone();
    let keys = Credentials::new(PUBLIC_KEY, "private").with_security_token(TOKEN);
    let builder = Client::builder().credentials(keys).region("cn-bj2").zone("cn-bj2-05");
    let builder = builder.transport(transport);
    let builder = builder.wrap_transport(move |inner| own.around(inner));
    (recorder, builder.build().unwrap())
}

/// Records the calls of a function, and returns the file.
pub(crate) async fn recorded<F: Future>(
    transport: impl Transport,
    calls: impl FnOnce(Client) -> F,
) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new folder/recording.json");
    let (recorder, client) = recording(&path, transport);
    calls(client).await;
    assert!(!path.exists(), "nothing is written before it is saved");
    recorder.save().unwrap();
    fs::read_to_string(path).unwrap()
}

fn client_of(replay: &Replay) -> Client {
    crate::client(replay.clone())
}

/// Returns the visible result of a call.
fn visible_result(result: Result<ucloud_umem::GenericResponse>) -> String {
    match result {
        Ok(response) => format!("{} {:?}", response.value, response.metadata()),
        Err(error) => {
            let (id, code) = (error.request_id(), error.ret_code());
            format!(
                "{error} {:?} {:?} {id:?} {code:?} {}",
                error.kind(),
                error.outcome(),
                error.attempts()
            )
        }
    }
}

/// Reads a whole list, and returns it with the error of another call.
async fn list(client: &Client) -> (Vec<String>, String) {
    let mut items = client.describe_umem_backup("uredis-abc").limit(2).items();
    let mut ids = Vec::new();
    while let Some(backup) = items.try_next().await.unwrap() {
        ids.push(format!("{backup:?}"));
    }
    let call = client.describe_umem_backup("uredis-abc").param("Limit", "x");
    (ids, call.send().await.unwrap_err().to_string())
}

#[tokio::test]
async fn what_is_replayed_is_what_was_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.json");
    let emulator = Emulator::new();
    emulator.seed_space("uredis-abc", 5).unwrap();
    let recorder = Recorder::new(&path);
    let client = Client::builder()
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .transport(recorder.around(emulator));
    let client = client.build().unwrap();

    let live = list(&client).await;
    // The 4 shards of each of 5 backups, on 3 pages and an empty one; and a refusal.
    assert_eq!((live.0.len(), recorder.recorded()), (20, 5));
    recorder.save().unwrap();
    let first = fs::read_to_string(&path).unwrap();
    recorder.save().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), first, "the order is fixed");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left over");

    let replay = Replay::load(&path).unwrap();
    let client = client_of(&replay);
    assert_eq!(list(&client).await, live);
    replay.finish().unwrap();
}

#[tokio::test]
async fn the_file_is_for_people() {
    let mut response =
        HttpResponse::new(StatusCode::OK, r#"{"RetCode":0,"Message":"中","Sizes":[1,2.50]}"#);
    let id = HeaderName::from_static("x-ucloud-request-uuid");
    response.headers.insert(id, HeaderValue::from_static("6d7f"));
    response.headers.insert("x-other", HeaderValue::from_static("not kept"));
    let lost = TransportError::maybe_sent("reset by peer");
    let fake = transport::responses([Err(lost), Ok(response)]);
    let text = recorded(fake, |client| async move {
        let call = client.modify_umem_password("uredis-abc", Password::new("hunter-2"));
        call.send().await.unwrap();
    });
    let expected = r#"{
  "version": 1,
  "exchanges": [
    {
      "request": {"Action":"ModifyUMemPassword","Password":"***","Region":"cn-bj2","SpaceId":"uredis-abc","Zone":"cn-bj2-05"},
      "failure": "reset by peer",
      "cause": "connection",
      "may_be_sent": true,
      "permanent": false
    },
    {
      "request": {"Action":"ModifyUMemPassword","Password":"***","Region":"cn-bj2","SpaceId":"uredis-abc","Zone":"cn-bj2-05"},
      "status": 200,
      "headers": {"x-ucloud-request-uuid":"6d7f"},
      "json": {"RetCode":0,"Message":"中","Sizes":[1,2.50]}
    }
  ]
}
"#;
    assert_eq!(text.await, expected);
}

/// Returns responses and failures of every kind, each for a different action.
fn ends() -> Vec<(&'static str, Result<HttpResponse, TransportError>)> {
    let response = |status: u16, body: &[u8]| {
        Ok(HttpResponse::new(StatusCode::from_u16(status).unwrap(), body.to_vec()))
    };
    let after = |seconds: &'static str| {
        let mut response = HttpResponse::new(StatusCode::TOO_MANY_REQUESTS, "");
        let id = HeaderName::from_static("x-ucloud-request-uuid");
        response.headers.insert(id, HeaderValue::from_static("6d7f"));
        response.headers.insert("retry-after", HeaderValue::from_static(seconds));
        Ok(response)
    };
    let deep = format!(r#"{{"RetCode":0,"D":{}1{}}}"#, "[".repeat(90), "]".repeat(90));
    let deeper = format!("{}{}", "[".repeat(2000), "]".repeat(2000));
    let odd = r#"{"RetCode":0,"B":1e22,"A":"\u4e2d\/","B":12345678901234567890123}"#;
    vec![
        ("Plain", response(200, br#"{"RetCode":0}"#)),
        ("Spaced", response(200, b"{ \"RetCode\" : 0 }\n")),
        ("Odd", response(200, odd.as_bytes())),
        ("Mark", response(200, "\u{feff}{\"RetCode\":0}".as_bytes())),
        ("Deep", response(200, deep.as_bytes())),
        ("Deeper", response(200, deeper.as_bytes())),
        ("Endless", response(200, "[".repeat(100_000).as_bytes())),
        ("Half", response(200, br#"{"RetCode":0,"A":"b"#)),
        ("Binary", response(200, b"{\"RetCode\":0,\"A\":\"\xff\0\"}")),
        ("Page", response(200, b"<html>\r\n\tit's \"here\"</html>")),
        ("Empty", response(204, b"")),
        ("Refused", response(403, br#"{"RetCode":171,"Message":"no"}"#)),
        ("Busy", response(503, b"busy")),
        ("After", after("7")),
        ("Down", Err(TransportError::not_sent("refused by 127.0.0.1"))),
        ("Lost", Err(TransportError::maybe_sent("reset"))),
        (
            "LostWithin",
            Err(TransportError::maybe_sent("reset").with_request_id(Some("6d7f".into()))),
        ),
        ("Slow", Err(TransportError::not_sent("5 s").timed_out())),
        ("Late", Err(TransportError::maybe_sent("65 s").timed_out())),
        ("Untrusted", Err(TransportError::not_sent("bad certificate").permanent())),
        ("Large", Err(TransportError::maybe_sent("longer than 9").malformed())),
    ]
}

/// Results of calls, one for each end.
async fn call_each(client: &Client, effect: Effect) -> Vec<String> {
    let mut all = Vec::new();
    for (action, _) in ends() {
        let start = tokio::time::Instant::now();
        let told = visible_result(client.action(action).with_effect(effect).send().await);
        let waited = start.elapsed() >= Duration::from_secs(7);
        all.push(format!("{action}: {told} {waited}"));
    }
    all
}

#[tokio::test(start_paused = true)]
async fn every_kind_of_end_comes_back() {
    for effect in [Effect::Read, Effect::NonIdempotent] {
        let fake = transport::from_fn(|request| {
            let action = request.action().unwrap();
            ends().into_iter().find(|(other, _)| *other == action).unwrap().1
        });
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ends.json");
        let (recorder, client) = recording(&path, fake.clone());
        let live = call_each(&client, effect).await;
        recorder.save().unwrap();
        let replay = Replay::load(&path).unwrap();
        assert_eq!(call_each(&client_of(&replay), effect).await, live);
        replay.finish().unwrap();
        assert_eq!(recorder.recorded(), fake.requests().len());
        assert!(fs::metadata(&path).unwrap().len() < 1 << 20, "depth costs no space");
    }
}

#[tokio::test]
async fn a_replayed_failure_has_its_causes() {
    let cause = std::io::Error::other(std::fmt::Error);
    let fake = transport::from_fn(move |_| {
        TransportError::not_sent(std::io::Error::other(cause.to_string()))
    });
    let text = recorded(fake, |client| async move {
        client.action("X").with_max_attempts(1).send().await.unwrap_err();
    });
    let replay = Replay::from_json(&text.await).unwrap();
    let call = client_of(&replay).action("X").with_max_attempts(1);
    let error = call.send().await.unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), std::fmt::Error.to_string());
}

#[tokio::test(start_paused = true)]
async fn a_call_that_was_given_up_is_replayed_as_too_late() {
    let faults = Faults::new();
    faults.inject(Fault::latency(Duration::from_secs(100)).times(1));
    let service = faults.around(transport::from_fn(|_| r#"{"RetCode":0}"#));
    let text = recorded(service, |client| async move {
        client.describe_umem_backup("x").send().await.unwrap();
    });
    let text = text.await;
    let replay = Replay::from_json(&text).unwrap();
    let client = client_of(&replay);
    let page = client.describe_umem_backup("x").send().await.unwrap();
    assert_eq!(page.metadata().attempts(), 2);
    replay.finish().unwrap();
    let replay = Replay::from_json(&text).unwrap();
    let call = client_of(&replay).describe_umem_backup("x").with_max_attempts(1);
    let error = call.send().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Timeout, Outcome::Unknown));
}

#[tokio::test]
async fn what_is_asked_of_instance_metadata_is_not_recorded() {
    let recorder = Recorder::new("unused");
    let metadata = transport::from_fn(|_| {
        let key = |name| format!("{name}-key");
        json!({ "RetCode": 0, "Data": { "PublicKey": key("a"), "PrivateKey": key("b"),
            "SecurityToken": "token", "Expiration": 4_000_000_000_i64 } })
    });
    let source = InstanceMetadata::new().transport(recorder.around(metadata.clone()));
    source.credentials().await.unwrap();
    assert!(!metadata.requests().is_empty());
    assert_eq!(recorder.recorded(), 0);
}

#[tokio::test]
async fn another_password_is_the_same_request() {
    let fake = transport::from_fn(|_| r#"{"RetCode":0}"#);
    let text = recorded(fake, |client| async move {
        let call = client.modify_umem_password("x", Password::new("hunter-1"));
        call.param("Remark", "hunter-1").send().await.unwrap();
    });
    let replay = Replay::from_json(&text.await).unwrap();
    let call = client_of(&replay).modify_umem_password("x", Password::new("hunter-2"));
    call.param("Remark", "anything").send().await.unwrap();
}

/// Returns the recording of two lists and one other call.
async fn three_calls() -> Replay {
    let mut number = 0;
    let fake = transport::from_fn(move |_| {
        number += 1;
        json!({ "RetCode": 0, "TotalCount": number })
    });
    let text = recorded(fake, |client| async move {
        for _ in 0..2 {
            client.describe_umem_backup("a").limit(1).send().await.unwrap();
        }
        client.get_umem_space_state("s").send().await.unwrap();
    });
    Replay::from_json(&text.await).unwrap()
}

fn assert_unanswered(error: &Error, expected: &str) {
    assert_eq!(error.to_string(), expected);
    assert_eq!(
        (error.kind(), error.outcome(), error.attempts()),
        (ErrorKind::InvalidRequest, Outcome::NotSent, 1)
    );
}

#[tokio::test]
async fn equal_requests_are_answered_in_their_order() {
    let replay = three_calls().await;
    let client = client_of(&replay);
    client.get_umem_space_state("s").send().await.unwrap();
    for number in 1..=2 {
        let call = client.describe_umem_backup("a").limit(1);
        assert_eq!(call.send().await.unwrap().total_count, Some(number));
    }
    replay.finish().unwrap();
    let error = client.describe_umem_backup("a").limit(1).send().await.unwrap_err();
    assert_unanswered(
        &error,
        "DescribeUMemBackup: more requests than recorded: this one was recorded 2 times",
    );
}

#[tokio::test]
async fn a_request_that_was_not_recorded_is_told_from_the_nearest() {
    let replay = three_calls().await;
    let client = client_of(&replay);
    let nearest = "DescribeUMemBackup: no such request in the recording; \
                   the nearest is exchange 1: ";
    let call = || client.describe_umem_backup("a").limit(1);
    for (call, difference) in [
        (client.describe_umem_backup("a"), r#"Limit is missing and was recorded as "1""#),
        (call().limit(2), r#"Limit is "2" and was recorded as "1""#),
        (call().param("New", "x"), r#"New is "x" and was recorded without"#),
        (call().param("New", "\"x\"\n"), "New is \"\"x\"\\n\" and was recorded without"),
        (
            call().region("hk").param("RootPassword", "hunter-2"),
            r#"Region is "hk" and was recorded as "cn-bj2"; RootPassword is "***" and was recorded without"#,
        ),
    ] {
        let error = call.send().await.unwrap_err();
        assert_unanswered(&error, &format!("{nearest}{difference}"));
    }
    let error = client.action("CreateX").send().await.unwrap_err();
    assert_unanswered(
        &error,
        "CreateX: no call of this action in the recording, \
         which has DescribeUMemBackup, GetUMemSpaceState",
    );
}

#[tokio::test]
async fn what_was_recorded_and_not_asked_for_is_told() {
    let replay = three_calls().await;
    client_of(&replay).describe_umem_backup("a").limit(1).send().await.unwrap();
    let unused = replay.unused();
    assert_eq!(unused[1], r#"GetUMemSpaceState Region="cn-bj2" SpaceId="s" Zone="cn-bj2-05""#);
    let error = replay.finish().unwrap_err();
    let text = error.to_string();
    let told = "2 of 3 recorded requests not made, the first of them DescribeUMemB";
    assert!(text.starts_with(told), "{text}");
    assert_eq!(unused.len(), 2);
}

#[test]
fn a_damaged_file_is_refused_with_its_place() {
    let file = |exchanges: &str| format!("{{\"version\":1,\"exchanges\":[{exchanges}]}}");
    let one = |end: &str| file(&format!(r#"{{"request":{{"Action":"X"}}{end}}}"#));
    let failure = |end: &str| one(&format!(r#","failure":"x"{end}"#));
    for (text, problem) in [
        (String::new(), "EOF while parsing a value at line 1 column 0"),
        ("{\n \"version\":".into(), "EOF while parsing a value at line 2 column 11"),
        ("[]".into(), "invalid type: sequence, expected a map at line 1 column 0"),
        ("[".repeat(100_000), "invalid type: sequence, expected a map at line 1 column 0"),
        ("{}".into(), "missing `version`"),
        (r#"{"version":2}"#.into(), "version 2, expected 1: record it again"),
        (r#"{"version":"1"}"#.into(), "invalid `version`: expected a whole number"),
        (r#"{"version":1}"#.into(), "missing `exchanges`"),
        (r#"{"version":1,"exchanges":[],"x":1}"#.into(), "unknown member `x`: remove it"),
        (file("1"), "invalid `exchanges`: expected a list of objects"),
        (file("{}"), "exchange 1: missing `request`"),
        (file(r#"{"request":[]}"#), "exchange 1: invalid `request`: expected an object of texts"),
        (
            file(r#"{"request":{"A":1}}"#),
            "exchange 1: invalid `request`: expected an object of texts",
        ),
        (one(""), "exchange 1: missing `status` of a response, or `failure`"),
        (one(r#","status":99"#), "exchange 1: invalid `status` 99: expected an HTTP status"),
        (one(r#","status":"x""#), "exchange 1: invalid `status`: expected a number"),
        (one(r#","status":200"#), "exchange 1: missing `json`, `text` or `base64`"),
        (one(r#","status":200,"text":1"#), "exchange 1: invalid `text`: expected text"),
        (
            one(r#","status":200,"text":"","failure":"x""#),
            "exchange 1: unknown member `failure`: remove it",
        ),
        (
            one(r#","status":200,"base64":"!""#),
            "exchange 1: invalid `base64`: Invalid symbol 33, offset 0.",
        ),
        (
            one(r#","status":200,"headers":{"retry-after":"a\nb"},"text":"""#),
            "exchange 1: invalid `headers`: failed to parse header value",
        ),
        (failure(""), "exchange 1: missing `cause`"),
        (
            failure(r#","cause":"fate""#),
            "exchange 1: invalid `cause` \"fate\": expected one of connection, timeout, malformed, \
             unanswered",
        ),
        (
            failure(r#","cause":"timeout","may_be_sent":1"#),
            "exchange 1: invalid `may_be_sent`: expected true or false",
        ),
    ] {
        let error = Replay::from_json(&text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        let expected = format!("invalid recording: {problem}");
        assert_eq!(error.to_string(), expected, "{text:.80}");
    }
    let folder = tempfile::tempdir().unwrap();
    let error = Replay::load(folder.path().join("no.json")).unwrap_err();
    assert!(error.to_string().contains("no.json: unreadable file"), "{error}");
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn every_half_of_a_file_is_refused_or_read() {
    let text = include_str!("recording.json");
    Replay::from_json(text).unwrap();
    for end in (0..text.trim_end().len()).filter(|end| text.is_char_boundary(*end)) {
        assert!(Replay::from_json(&text[..end]).is_err(), "{end}");
    }
}

#[tokio::test]
async fn a_recording_that_cannot_be_written_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    // A folder is in the place of the file.
    let path = folder.path().join("taken");
    fs::create_dir(&path).unwrap();
    fs::write(path.join("old"), "old").unwrap();
    let (recorder, client) = recording(&path, transport::from_fn(|_| "{}"));
    _ = client.action("X").send().await;
    recorder.save().unwrap_err();
    assert_eq!(fs::read(path.join("old")).unwrap(), b"old");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left over");
}

#[cfg(unix)]
#[tokio::test]
async fn who_reads_the_old_recording_reads_the_whole_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json");
    fs::write(&path, "old").unwrap();
    let mut old = fs::File::open(&path).unwrap();
    let (recorder, _) = recording(&path, transport::from_fn(|_| "{}"));
    recorder.save().unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut old, &mut text).unwrap();
    assert_eq!(text, "old");
    Replay::load(&path).unwrap().finish().unwrap();
}

#[cfg(unix)]
#[test]
fn there_is_a_whole_recording_at_every_moment() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json");
    let (recorder, _) = recording(&path, transport::from_fn(|_| "{}"));
    recorder.save().unwrap();
    std::thread::scope(|threads| {
        let saving = threads.spawn(|| (0..100).for_each(|_| recorder.save().unwrap()));
        while !saving.is_finished() {
            Replay::load(&path).unwrap();
        }
    });
}

#[tokio::test]
async fn transports_are_wrapped_from_the_inside_out() {
    let service = transport::from_fn(|_| r#"{"RetCode":0}"#);
    let (inner, outer) = (Recorder::new("unused"), Recorder::new("unused"));
    let faults = Faults::new();
    faults.inject(Fault::refused().times(1));
    let (in_it, between, around) = (inner.clone(), faults.clone(), outer.clone());
    let client = Client::builder()
        .credentials(Credentials::new("public", "private"))
        .wrap_transport(move |network| in_it.around(network))
        .wrap_transport(move |network| between.around(network))
        .wrap_transport(move |network| around.around(network))
        .transport(service.clone());
    client.build().unwrap().action("X").send().await.unwrap();
    let counts = (service.requests().len(), inner.recorded(), outer.recorded());
    assert_eq!(counts, (1, 1, 2));
}
