//! Runs the table of faults that take time, on a clock that is paused and a transport in memory.

use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;
use ucloud_umem::transport::{HttpResponse, TransportError};
use ucloud_umem::{Effect, Error};

use crate::catalogue::{Call, End, rows};
use crate::support::FakeTransport;
use crate::support::fake::Attempt;

/// More attempts than any call makes.
const MOST: usize = 9;

/// Returns the end of an attempt, by the table's words.
fn attempt(words: &str) -> Attempt {
    let response = |status, body: String| Attempt::Response(HttpResponse::new(status, body));
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    match (words, first) {
        ("ok", _) => response(StatusCode::OK, r#"{"RetCode":0}"#.to_owned()),
        ("silence", _) => Attempt::Silence,
        ("not sent", _) => Attempt::Failure(TransportError::not_sent("no network")),
        ("connecting late", _) => {
            Attempt::Failure(TransportError::not_sent("timed out").timed_out())
        }
        ("lost", _) => Attempt::Failure(TransportError::maybe_sent("reset")),
        ("untrusted", _) => {
            Attempt::Failure(TransportError::not_sent("unknown issuer").permanent())
        }
        ("malformed", _) => Attempt::Failure(TransportError::maybe_sent("too long").malformed()),
        (_, "429" | "503") => {
            let status: StatusCode = first.parse().expect("a status");
            let mut response = HttpResponse::new(status, "");
            if !rest.is_empty() {
                let after = rest.parse().expect("a header");
                response.headers.insert("retry-after", after);
            }
            Attempt::Response(response)
        }
        _ => {
            let code: i64 = words.parse().unwrap_or_else(|_| panic!("what is {words}?"));
            response(StatusCode::OK, format!(r#"{{"RetCode":{code}}}"#))
        }
    }
}

/// Reads `0 to 0.7 s` or `65 s`.
fn read_range(text: &str) -> (Duration, Duration) {
    let text = text.strip_suffix(" s").expect("seconds");
    let (least, most) = text.split_once(" to ").unwrap_or((text, text));
    let read = |text: &str| Duration::from_secs_f64(text.parse().expect("a number"));
    (read(least), read(most))
}

fn read_time(text: &str) -> Duration {
    if text == "max" {
        return Duration::MAX;
    }
    Duration::from_secs_f64(text.parse().expect("seconds"))
}

/// Makes the call, and says how it differs from what the table says.
async fn differs(words: &str, with: &str, call: Call, expected: &str) -> Option<String> {
    let (end, range) = expected.split_once(", ").expect("an end and a time");
    let (end, (least, most)) = (End::parse(end), read_range(range));
    let steps: Vec<_> = words.split("; ").collect();
    let script = (0..MOST).map(|index| attempt(steps[index.min(steps.len() - 1)]));
    let fake = FakeTransport::new(script);
    let effect = match call {
        Call::Read => Effect::Read,
        Call::Idempotent => Effect::Idempotent,
        Call::Creates => Effect::NonIdempotent,
    };
    let request = fake.client().action("X").with_effect(effect);
    let request = match with.split_once(' ') {
        None => request,
        Some(("timeout", time)) => request.with_timeout(read_time(time)),
        Some(("deadline", time)) => request.with_deadline(read_time(time)),
        Some(("attempts", most)) => request.with_max_attempts(most.parse().unwrap()),
        Some(_) => panic!("what is {with}?"),
    };
    let start = Instant::now();
    let result = request.send().await;
    // The clock counts in milliseconds.
    let elapsed = start.elapsed().saturating_sub(Duration::from_millis(1));
    let attempts = result.as_ref().map(|response| response.metadata().attempts());
    let found = End {
        seen: u32::try_from(fake.attempts()).unwrap(),
        tried: attempts.unwrap_or_else(Error::attempts),
        error: result.as_ref().err().map(|error| (error.kind(), error.outcome())),
    };
    let in_time = elapsed + Duration::from_millis(1) >= least && elapsed <= most;
    if found == end && in_time {
        return None;
    }
    Some(format!("ROW {words} {with} {call:?}: {expected}: {found:?} after {elapsed:?}"))
}

#[tokio::test(start_paused = true)]
async fn every_fault_takes_the_time_that_the_table_says() {
    let mut problems = Vec::new();
    let mut count = 0;
    for row in rows("On a paused clock") {
        let [_, words, with, ends @ ..] = &row[..] else { panic!("{row:?}") };
        assert_eq!(ends.len(), Call::ALL.len(), "{row:?}");
        for (call, end) in Call::ALL.into_iter().zip(ends) {
            // Pauses are drawn at random.
            for _ in 0..5 {
                problems.extend(differs(words, with, call, end).await);
                count += 1;
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(count > 500, "{count}");
}
