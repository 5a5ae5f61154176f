//! Waiting: every way in which a wait can end.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use http::StatusCode;
use script::{absent, client, group, response};
use ucloud_umem::models::UMemcacheGroup;
use ucloud_umem::{ErrorKind, Result};

const MINUTE: Duration = Duration::from_secs(60);

async fn wait(script: Vec<(StatusCode, String)>) -> Result<String> {
    let group = client(script).wait_until_umemcache_group_running("b").wait(MINUTE).await;
    group.map(|group| state(&group))
}

/// Waits until the group is gone. Returns the last state.
async fn wait_for_end(script: Vec<(StatusCode, String)>) -> Result<Option<String>> {
    let gone = client(script).wait_until_umemcache_group_deleted("b").wait(MINUTE).await;
    gone.map(|group| group.as_ref().map(state))
}

fn state(group: &UMemcacheGroup) -> String {
    group.state.as_ref().map(ToString::to_string).unwrap_or_default()
}

#[tokio::test(start_paused = true)]
async fn a_state_that_ends_it_well_gives_the_entry() {
    let script = vec![group("Creating"), group("Running")];
    assert_eq!(wait(script).await.unwrap(), "Running");
}

#[tokio::test(start_paused = true)]
async fn a_state_that_ends_it_badly_ends_it_at_once() {
    let start = tokio::time::Instant::now();
    let error = wait(vec![group("CreateFail"), group("Running")]).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Wait);
    assert!(error.to_string().contains("it is CreateFail"), "{error}");
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn an_unknown_state_an_outage_and_throttling_go_on() {
    let outage = (StatusCode::SERVICE_UNAVAILABLE, String::new());
    let throttled = response(r#"{ "RetCode": 153 }"#);
    // Each look tries three times before it fails.
    let mut script = vec![outage; 3];
    script.extend(vec![throttled; 3]);
    script.extend([response(r#"{ "RetCode": 0 }"#), group("Thinking"), group("Running")]);
    assert_eq!(wait(script).await.unwrap(), "Running");
}

#[tokio::test(start_paused = true)]
async fn a_code_that_advises_to_try_again_does_not_end_a_wait() {
    for code in [20003, 20016, 20102, 20202, 20206] {
        // As many as a poll has attempts, so that the poll fails too.
        let mut script = vec![group("Creating")];
        script.extend(vec![response(&format!(r#"{{ "RetCode": {code} }}"#)); 3]);
        script.push(group("Running"));
        assert_eq!(wait(script).await.unwrap(), "Running", "{code}");
    }
    let error = wait(vec![response(r#"{ "RetCode": 230 }"#)]).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Service, 1));
}

#[tokio::test(start_paused = true)]
async fn states_that_come_and_go_are_waited_for() {
    let mut script = Vec::new();
    for _ in 0..3 {
        script.extend([group("Creating"), response(r#"{ "RetCode": 0 }"#)]);
        script.push(group("Stopping"));
    }
    script.push(group("Running"));
    assert_eq!(wait(script).await.unwrap(), "Running");
}

#[tokio::test(start_paused = true)]
async fn time_that_is_up_is_told_with_the_last_state() {
    let mut states = vec![group("Creating")];
    states.extend(vec![group("Stopping"); 99]);
    for (script, told) in [
        (states, "not within 60 s: the last state was Stopping"),
        (vec![absent(); 100], "not within 60 s: it was never there"),
    ] {
        let start = tokio::time::Instant::now();
        let error = wait(script).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Wait);
        let text = error.to_string();
        assert!(text.contains(told), "{text}");
        // The last look is shortly before time is up.
        let elapsed = start.elapsed().as_secs_f64();
        assert!((59.8..=60.0).contains(&elapsed), "{elapsed}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_ready_shortly_before_time_is_up_is_seen() {
    for longest in [Duration::from_millis(500), MINUTE] {
        let start = tokio::time::Instant::now();
        let ready = start + longest - Duration::from_millis(150);
        let service = ucloud_umem::transport::from_fn(move |_| {
            let now = tokio::time::Instant::now();
            let (status, body) = group(if now < ready { "Creating" } else { "Running" });
            Ok(ucloud_umem::transport::HttpResponse::new(status, body))
        });
        let waiter = script::client_of(service).wait_until_umemcache_group_running("b");
        assert_eq!(state(&waiter.wait(longest).await.unwrap()), "Running");
    }
}

#[tokio::test(start_paused = true)]
async fn a_last_poll_that_is_slow_has_its_time() {
    // Twice what the first poll took is kept for the second, but no more than 5 s.
    for (first, second, longest) in [(4900, 4900, 9950), (2000, 3900, 6050), (6000, 4900, 11_050)] {
        let [first, second, longest] = [first, second, longest].map(Duration::from_millis);
        let slow = script::Slow::new([("Creating", first), ("Running", second)]);
        let waiter = script::client_of(slow).wait_until_umemcache_group_running("b");
        assert_eq!(state(&waiter.wait(longest).await.unwrap()), "Running");
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_there_and_is_not_listed_any_more_is_gone() {
    let mut gone = vec![group("Creating")];
    gone.extend(vec![absent(); 99]);
    let start = tokio::time::Instant::now();
    let error = wait(gone).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Wait);
    let text = error.to_string();
    assert!(text.contains("it is gone: the last state was Creating"), "{text}");
    assert!(start.elapsed() < MINUTE / 2, "{:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn looks_that_fail_are_told() {
    let outage = (StatusCode::SERVICE_UNAVAILABLE, String::new());
    let error = wait(vec![outage; 400]).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Wait);
    let text = error.to_string();
    let told = "not within 60 s: nothing was seen; the last poll to end failed";
    assert!(text.contains(told), "{text}");
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(source.contains("503"), "{source}");
    assert_eq!(error.attempts(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_reply_that_is_no_list_is_no_evidence_that_something_is_gone() {
    for unclear in [
        r#"{ "RetCode": 0, "TotalCount": 1 }"#,
        r#"{ "RetCode": 0, "TotalCount": 1E400 }"#,
        r#"{ "RetCode": 0, "TotalCount": 1, "DataSet": [] }"#,
        r#"{ "RetCode": 0, "DataSet": "busy" }"#,
        r#"{ "RetCode": 0, "DataSet": [{ "State": "Deleting" }] }"#,
        r#"{ "RetCode": 0, "DataSet": [{ "GroupId": "", "State": "Deleting" }] }"#,
        r#"{ "RetCode": 0 }"#,
    ] {
        let script = vec![response(unclear), group("Stopping"), absent()];
        let polls = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&polls);
        client(script)
            .wait_until_umemcache_group_deleted("b")
            .on_poll(move |progress| counted.store(progress.polls, Ordering::Relaxed))
            .wait(MINUTE)
            .await
            .unwrap();
        assert_eq!(polls.load(Ordering::Relaxed), 3, "{unclear}");
    }
    // The second unclear response in a row means that there is nothing.
    for silent in [r#"{ "RetCode": 0 }"#, r#"{ "RetCode": 0, "TotalCount": 3, "DataSet": [] }"#] {
        assert_eq!(wait_for_end(vec![response(silent); 2]).await.unwrap(), None);
    }
    // A second page that is not there.
    let others =
        r#"{ "RetCode": 0, "TotalCount": 3, "DataSet": [{ "GroupId": "x" }, { "GroupId": "y" }] }"#;
    let empty = r#"{ "RetCode": 0, "TotalCount": 3, "DataSet": [] }"#;
    let script = vec![response(others), response(empty), group("Stopping"), absent()];
    assert_eq!(wait_for_end(script).await.unwrap().as_deref(), Some("Stopping"));
}

#[tokio::test(start_paused = true)]
async fn an_error_that_would_come_again_ends_it() {
    let refused = response(r#"{ "RetCode": 171, "Message": "no" }"#);
    let error = wait(vec![refused, group("Running")]).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
}

#[tokio::test(start_paused = true)]
async fn what_was_waited_to_be_gone_gives_the_last_entry_seen() {
    for (script, last) in
        [(vec![group("Creating"), absent()], Some("Creating")), (vec![absent()], None)]
    {
        assert_eq!(wait_for_end(script).await.unwrap().as_deref(), last);
    }
}

#[tokio::test(start_paused = true)]
async fn the_longest_time_there_is_does_not_overflow() {
    let script = vec![group("Creating"), group("Running")];
    let waiter = client(script).wait_until_umemcache_group_running("b");
    assert_eq!(state(&waiter.wait(Duration::MAX).await.unwrap()), "Running");
}

/// Marked as test code because that is how clippy knows that it may panic.
#[cfg(test)]
mod script {
    use std::collections::VecDeque;
    use std::sync::Mutex;
    use std::time::Duration;

    use http::StatusCode;
    use ucloud_umem::transport::{
        BoxFuture, HttpRequest, HttpResponse, Transport, TransportError, responses,
    };
    use ucloud_umem::{Client, Credentials};

    /// A service that takes its time for each state of the group.
    #[derive(Debug)]
    pub(crate) struct Slow(Mutex<VecDeque<(&'static str, Duration)>>);

    impl Slow {
        pub(crate) fn new<const N: usize>(states: [(&'static str, Duration); N]) -> Self {
            Self(Mutex::new(states.into()))
        }
    }

    impl Transport for Slow {
        fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
            let (state, time) = self.0.lock().unwrap().pop_front().unwrap();
            Box::pin(async move {
                tokio::time::sleep(time).await;
                let (status, body) = group(state);
                Ok(HttpResponse::new(status, body))
            })
        }
    }

    /// Returns a client that gets these responses, one after the other.
    pub(crate) fn client(script: Vec<(StatusCode, String)>) -> Client {
        let script = script.into_iter().map(|(status, body)| HttpResponse::new(status, body));
        client_of(responses(script))
    }

    /// Returns a client with this transport.
    pub(crate) fn client_of(service: impl Transport) -> Client {
        Client::builder()
            .credentials(Credentials::new("public", "private"))
            .region("cn-bj2")
            .zone("cn-bj2-05")
            .transport(service)
            .build()
            .unwrap()
    }

    pub(crate) fn absent() -> (StatusCode, String) {
        response(r#"{ "RetCode": 0, "DataSet": [] }"#)
    }

    pub(crate) fn response(body: &str) -> (StatusCode, String) {
        (StatusCode::OK, body.to_owned())
    }

    /// Returns a list with the group and another one.
    pub(crate) fn group(state: &str) -> (StatusCode, String) {
        let other = r#"{ "GroupId": "a", "State": "Running" }"#;
        let entries = format!(r#"[{other}, {{ "GroupId": "b", "State": "{state}" }}]"#);
        response(&format!(r#"{{ "RetCode": 0, "DataSet": {entries} }}"#))
    }
}
