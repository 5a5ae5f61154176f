//! Runs the table of faults on the wire: each fault, each effect, over real sockets.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use ucloud_umem::{Client, Credentials, Error, ErrorKind, Password, Result, RetCode};

use crate::answers::Fault;
use crate::catalogue::{Call, End, rows};
use crate::support::secret_scan::{Shown, events};
use crate::support::server::ClosedPort;
use crate::support::{Answer, PUBLIC_KEY, REQUEST_ID, Server};

const PRIVATE_KEY: &str = "pr1v/+=&%é-7f3a9c51d2";
const TOKEN: &str = "t0k/+=&%ü-5b8e2d64a1";
const PASSWORD: &str = "p4s s/+=&%\r\nö-9c1d7e35f8";

/// Time limit of an attempt without a response.
const SHORT: Duration = Duration::from_millis(1_500);
/// The same for all other rows, so that a machine with much to do makes no difference.
const LONG: Duration = Duration::from_secs(60);
/// Longest time of two pauses after throttled attempts.
const PAUSES: Duration = Duration::from_millis(1_000 + 200 + 1_000 + 400);
/// Longest delay of a call on a busy machine.
const GRACE: Duration = Duration::from_secs(10);
/// The row of services that do not answer in time.
const LATE: &str = "21";
/// Calls at once.
const AT_ONCE: usize = 48;

/// Part of a service that a client is connected to.
struct Service {
    url: String,
    server: Option<Server>,
    elsewhere: Option<Server>,
    /// Keeps the port closed.
    _closed: Option<ClosedPort>,
}

impl Service {
    fn new(url: String) -> Self {
        Self { url, server: None, elsewhere: None, _closed: None }
    }

    fn serving(server: Server) -> Self {
        let service = Self::new(server.url());
        Self { server: Some(server), ..service }
    }

    /// Meets each of these with one request, and the last from then on.
    fn meeting(faults: Vec<Fault>) -> Self {
        match faults[0] {
            Fault::Closed => {
                let port = ClosedPort::new();
                let service = Self::new(port.url());
                return Self { _closed: Some(port), ..service };
            }
            Fault::HangUp => return Self::serving(Server::hanging_up()),
            Fault::Answer(_) | Fault::Elsewhere(_) => {}
        }
        let elsewhere = Server::always(Answer::ok());
        let location = elsewhere.url();
        let answers = faults.into_iter().map(|fault| match fault {
            Fault::Elsewhere(status) => {
                let body = r#"{"RetCode":0}"#;
                Answer::status(status, body).with_header("Location", location.clone())
            }
            Fault::Answer(answer) => answer,
            Fault::Closed | Fault::HangUp => panic!("it is met by all requests"),
        });
        let answers: Vec<_> = answers.collect();
        let server = Server::with_key(PRIVATE_KEY, move |seen| {
            answers[seen.number.min(answers.len() - 1)].clone()
        });
        let elsewhere = Some(elsewhere);
        Self { elsewhere, ..Self::serving(server) }
    }

    fn client(&self, timeout: Duration) -> Client {
        let keys = Credentials::new(PUBLIC_KEY, PRIVATE_KEY).with_security_token(TOKEN);
        let builder = Client::builder().credentials(keys).base_url(&self.url);
        let builder = builder.region("cn-bj2").zone("cn-bj2-05");
        let builder = builder.timeout(timeout).max_response_bytes(1 << 20);
        builder.build().expect("a client")
    }

    /// Requests that were read, and signatures that were seen.
    fn seen(&self) -> (u32, Vec<String>) {
        let seen = self.server.as_ref().map(Server::seen).unwrap_or_default();
        let count = u32::try_from(seen.len()).expect("a small number");
        let signature =
            |seen: &crate::support::Seen| seen.value("Signature").expect("a signature").to_owned();
        (count, seen.iter().map(signature).collect())
    }
}

/// Makes a call with a password, and gives its name and attempts.
async fn make(call: Call, client: &Client) -> (&'static str, Result<u32>) {
    let password = Password::new(PASSWORD);
    match call {
        Call::Read => {
            let call = client.describe_umem_backup("uredis-abc");
            let response = call.param("Password", PASSWORD).send().await;
            ("DescribeUMemBackup", response.map(|response| response.metadata().attempts()))
        }
        Call::Idempotent => {
            let response = client.modify_umem_password("uredis-abc", password).send().await;
            ("ModifyUMemPassword", response.map(|response| response.metadata().attempts()))
        }
        Call::Creates => {
            // It counts like a create, and its success needs no id.
            let call = client.restart_uredis_group("uredis-abc");
            let response = call.param("Password", PASSWORD).send().await;
            ("RestartURedisGroup", response.map(|response| response.metadata().attempts()))
        }
    }
}

/// A cell of the table, met for good, or once and then success.
struct Case {
    fault: Fault,
    call: Call,
    expected: End,
    once: bool,
    timeout: Duration,
    what: String,
}

/// Differences of a call from its cell, and text to search for secrets.
struct Outcome {
    what: String,
    problems: Vec<String>,
    error: Option<Error>,
    signatures: Vec<String>,
}

/// Makes the call of a case, and compares.
async fn meet(case: Case) -> Outcome {
    let Case { fault, call, expected, once, timeout, what } = case;
    let (has_id, codes) = (fault.has_id(), fault.response_codes());
    let then = once.then(|| Fault::Answer(Answer::ok()));
    let service = Service::meeting([fault].into_iter().chain(then).collect());
    let client = service.client(timeout);
    let start = Instant::now();
    let (action, result) = make(call, &client).await;
    let elapsed = start.elapsed();
    let (seen, signatures) = service.seen();
    let found = End {
        seen,
        tried: result.as_ref().map_or_else(Error::attempts, |attempts| *attempts),
        error: result.as_ref().err().map(|error| (error.kind(), error.outcome())),
    };
    let expected = match expected {
        // What is tried again meets success.
        End { tried: 2.., .. } if once => End { seen: 2, tried: 2, error: None },
        _ => expected,
    };
    let mut problems = Vec::new();
    if found != expected {
        problems.push(format!("expected {expected:?}, found {found:?}: {result:?}"));
    }
    let late = if timeout == SHORT { SHORT * found.tried } else { Duration::ZERO };
    if elapsed > late + PAUSES + GRACE {
        problems.push(format!("it took {elapsed:?}"));
    }
    if service.elsewhere.as_ref().is_some_and(|other| other.connections() > 0) {
        problems.push("a request went elsewhere".to_owned());
    }
    let error = result.err();
    if let Some(error) = &error {
        let text = error.to_string();
        let attempts = format!("{} attempts", found.tried);
        let id = error.request_id();
        let status = error.status().map(|status| status.as_u16());
        let code = error.ret_code().map(RetCode::number);
        let by_code = matches!(error.kind(), ErrorKind::Service);
        let sent_code = codes.and_then(|(_, code)| code).filter(|_| by_code);
        for (wrong, problem) in [
            (error.action() != Some(action) || !text.contains(action), "no action"),
            (found.tried > 1 && !text.contains(&attempts), "no attempts"),
            (has_id != id.is_some(), "the request id is not the one received"),
            (id.is_some_and(|id| id != REQUEST_ID || !text.contains(id)), "another id"),
            (codes.is_some_and(|(sent, _)| status != Some(sent)), "another status"),
            (codes.is_some() && by_code && code != sent_code, "another RetCode"),
            (text.lines().count() != 1 || text.len() > 1000, "not one short line"),
        ] {
            if wrong {
                problems.push(format!("{problem}: {text} {error:?}"));
            }
        }
    }
    Outcome { what, problems, error, signatures }
}

/// Returns the cells of the table, each with a lasting fault and, where possible, with one that
/// occurs once.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for row in rows("On the wire") {
        let [number, words, ends @ ..] = &row[..] else { panic!("{row:?}") };
        assert_eq!(ends.len(), Call::ALL.len(), "{row:?}");
        let fault = Fault::named(words);
        let for_good = matches!(fault, Fault::Closed | Fault::HangUp);
        for (call, end) in Call::ALL.into_iter().zip(ends) {
            for once in [false, true].into_iter().take(if for_good { 1 } else { 2 }) {
                let once_only = if once { ", once" } else { "" };
                cases.push(Case {
                    fault: fault.clone(),
                    call,
                    expected: End::parse(end),
                    once,
                    timeout: if *number == LATE { SHORT } else { LONG },
                    what: format!("{number} {words}, {call:?}{once_only}"),
                });
            }
        }
    }
    cases
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_fault_has_the_end_that_the_table_says() {
    let events = events();
    // What is measured by time comes last, when there is little else to do.
    let (others, late): (Vec<_>, Vec<_>) =
        cases().into_iter().partition(|case| case.timeout == LONG);
    let mut outcomes = Vec::new();
    for cases in [others, late] {
        let at_once = Arc::new(Semaphore::new(AT_ONCE));
        let mut calls = JoinSet::new();
        for case in cases {
            let at_once = Arc::clone(&at_once);
            calls.spawn(async move {
                let _turn = at_once.acquire().await;
                meet(case).await
            });
        }
        outcomes.extend(calls.join_all().await);
    }
    assert!(outcomes.len() > 700, "{}", outcomes.len());
    let mut shown = Shown::default();
    let mut problems = Vec::new();
    let encoded = STANDARD.encode(PASSWORD);
    let secrets = [PRIVATE_KEY, TOKEN, PASSWORD, &encoded].map(str::to_owned);
    let mut secrets = BTreeSet::from(secrets);
    for outcome in outcomes {
        let Outcome { what, problems: own, error, signatures } = outcome;
        problems.extend(own.into_iter().map(|problem| format!("ROW {what}: {problem}")));
        if let Some(error) = &error {
            shown.error(&what, error);
        }
        secrets.extend(signatures);
    }
    problems.sort();
    assert!(problems.is_empty(), "{}", problems.join("\n"));

    let events = String::from_utf8_lossy(&events.lock().unwrap()).into_owned();
    for part in ["hyper_util", "reqwest", "DEBUG", "TRACE"] {
        assert!(events.contains(part), "no event has {part}");
    }
    shown.text("events", events);
    shown.assert_silent(secrets.iter().map(|secret| &**secret));
}
