//! Waiting, with rules of its own: every way in which a wait can end.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use http::StatusCode;
use script::{absent, backup, client, reply};
use ucloud_umem::actions::DescribeUMemBackup;
use ucloud_umem::models::UMemBackupSet;
use ucloud_umem::waiter::{Absent, Rule, Waiter};
use ucloud_umem::{Client, ErrorKind, Result};

const MINUTE: Duration = Duration::from_secs(60);

fn waiter<O>(
    script: Vec<(StatusCode, String)>,
    absent: Absent<UMemBackupSet, O>,
    result: fn(UMemBackupSet) -> O,
) -> Waiter<UMemBackupSet, O> {
    watched(client(script), absent, result)
}

fn watched<O>(
    client: Client,
    absent: Absent<UMemBackupSet, O>,
    result: fn(UMemBackupSet) -> O,
) -> Waiter<UMemBackupSet, O> {
    let rule = Rule {
        name: "a_test",
        action: "DescribeUMemBackup",
        state: |entry: &UMemBackupSet| Some(entry.state.as_str()),
        success: &["Done"],
        failure: &["Failed"],
        absent,
        result,
    };
    let request = DescribeUMemBackup::new("uredis-abc");
    Waiter::paged(client, request, |entry| entry.backup_id == "b", rule)
}

async fn wait(script: Vec<(StatusCode, String)>) -> Result<String> {
    let waiter = waiter(script, Absent::Retry, |entry| entry.state.to_string());
    waiter.wait(MINUTE).await
}

#[tokio::test(start_paused = true)]
async fn a_state_that_ends_it_well_gives_the_entry() {
    assert_eq!(wait(vec![backup("Starting"), backup("Done")]).await.unwrap(), "Done");
}

#[tokio::test(start_paused = true)]
async fn a_state_that_ends_it_badly_ends_it_at_once() {
    let start = tokio::time::Instant::now();
    let error = wait(vec![backup("Failed"), backup("Done")]).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Wait);
    assert!(error.to_string().contains("it is Failed"), "{error}");
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn an_unknown_state_an_outage_and_throttling_go_on() {
    let outage = (StatusCode::SERVICE_UNAVAILABLE, String::new());
    let throttled = reply(r#"{ "RetCode": 153 }"#);
    // Each look tries three times before it fails.
    let mut script = vec![outage; 3];
    script.extend(vec![throttled; 3]);
    script.extend([reply(r#"{ "RetCode": 0 }"#), backup("Thinking"), backup("Done")]);
    assert_eq!(wait(script).await.unwrap(), "Done");
}

#[tokio::test(start_paused = true)]
async fn a_code_that_advises_to_try_again_does_not_end_a_wait() {
    for code in [20003, 20016, 20102, 20202, 20206] {
        // As many as a poll has attempts, so that the poll fails too.
        let mut script = vec![backup("Starting")];
        script.extend(vec![reply(&format!(r#"{{ "RetCode": {code} }}"#)); 3]);
        script.push(backup("Done"));
        assert_eq!(wait(script).await.unwrap(), "Done", "{code}");
    }
    let error = wait(vec![reply(r#"{ "RetCode": 230 }"#)]).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Service, 1));
}

#[tokio::test(start_paused = true)]
async fn states_that_come_and_go_are_waited_for() {
    let mut script = Vec::new();
    for _ in 0..3 {
        script.extend([backup("Starting"), reply(r#"{ "RetCode": 0 }"#)]);
        script.push(backup("Stopping"));
    }
    script.push(backup("Done"));
    assert_eq!(wait(script).await.unwrap(), "Done");
}

#[tokio::test(start_paused = true)]
async fn time_that_is_up_is_told_with_the_last_state() {
    let mut states = vec![backup("Starting")];
    states.extend(vec![backup("Stopping"); 99]);
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
            let (status, body) = backup(if now < ready { "Starting" } else { "Done" });
            Ok(ucloud_umem::transport::HttpResponse::new(status, body))
        });
        let entry = watched(script::client_of(service), Absent::Retry, |entry| entry)
            .wait(longest)
            .await
            .unwrap();
        assert_eq!(entry.state.as_str(), "Done");
    }
}

#[tokio::test(start_paused = true)]
async fn a_last_poll_that_is_slow_has_its_time() {
    // Twice what the first poll took is kept for the second, but no more than 5 s.
    for (first, second, longest) in
        [(4900, 4900, 9950), (2000, 3900, 6050), (6000, 4900, 11_050)]
    {
        let [first, second, longest] =
            [first, second, longest].map(Duration::from_millis);
        let slow = script::Slow::new([("Starting", first), ("Done", second)]);
        let entry = watched(script::client_of(slow), Absent::Retry, |entry| entry)
            .wait(longest)
            .await
            .unwrap();
        assert_eq!(entry.state.as_str(), "Done");
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_there_and_is_not_listed_any_more_is_gone() {
    let mut gone = vec![backup("Starting")];
    gone.extend(vec![absent(); 99]);
    let start = tokio::time::Instant::now();
    let error = wait(gone).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Wait);
    let text = error.to_string();
    assert!(text.contains("it is gone: the last state was Starting"), "{text}");
    assert!(start.elapsed() < MINUTE / 2, "{:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn looks_that_fail_are_told() {
    let outage = (StatusCode::SERVICE_UNAVAILABLE, String::new());
    let error = wait(vec![outage; 400]).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Wait);
    let text = error.to_string();
    let told = "not within 60 s: nothing was seen; the last look to end failed";
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
        r#"{ "RetCode": 0 }"#,
    ] {
        let script = vec![reply(unclear), backup("Stopping"), absent()];
        let polls = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&polls);
        waiter(script, Absent::Success(|last| last), Some)
            .on_poll(move |progress| counted.store(progress.polls, Ordering::Relaxed))
            .wait(MINUTE)
            .await
            .unwrap();
        assert_eq!(polls.load(Ordering::Relaxed), 3, "{unclear}");
    }
    // What says nothing twice has nothing, and so has what counts others than it lists.
    for silent in
        [r#"{ "RetCode": 0 }"#, r#"{ "RetCode": 0, "TotalCount": 3, "DataSet": [] }"#]
    {
        let silent = vec![reply(silent); 2];
        let gone = waiter(silent, Absent::Success(|last| last), Some).wait(MINUTE).await;
        assert!(gone.unwrap().is_none());
    }
    // A second page that is not there.
    let others = r#"{ "RetCode": 0, "TotalCount": 3, "DataSet": [{ "BackupId": "x" }, { "BackupId": "y" }] }"#;
    let empty = r#"{ "RetCode": 0, "TotalCount": 3, "DataSet": [] }"#;
    let script = vec![reply(others), reply(empty), backup("Stopping"), absent()];
    let gone = waiter(script, Absent::Success(|last| last), Some).wait(MINUTE).await;
    assert_eq!(gone.unwrap().unwrap().state.as_str(), "Stopping");
}

#[tokio::test(start_paused = true)]
async fn an_error_that_would_come_again_ends_it() {
    let refused = reply(r#"{ "RetCode": 171, "Message": "no" }"#);
    let error = wait(vec![refused, backup("Done")]).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
}

#[tokio::test(start_paused = true)]
async fn what_was_waited_to_be_gone_gives_the_last_entry_seen() {
    for (script, last) in
        [(vec![backup("Starting"), absent()], Some("Starting")), (vec![absent()], None)]
    {
        let gone = waiter(script, Absent::Success(|last| last), Some).wait(MINUTE).await;
        let gone = gone.unwrap().map(|entry| entry.state.to_string());
        assert_eq!(gone.as_deref(), last);
    }
}

#[tokio::test(start_paused = true)]
async fn what_may_not_be_gone_fails() {
    let gone = waiter(vec![absent()], Absent::Failure, |entry| entry);
    let error = gone.wait(MINUTE).await.unwrap_err();
    assert!(error.to_string().contains("it is gone"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn the_longest_time_there_is_does_not_overflow() {
    let script = vec![backup("Starting"), backup("Done")];
    let waiter = waiter(script, Absent::Retry, |entry| entry);
    assert_eq!(waiter.wait(Duration::MAX).await.unwrap().state.as_str(), "Done");
}

/// Marked as test code because that is how clippy knows that it may panic.
#[cfg(test)]
mod script {
    use std::collections::VecDeque;
    use std::sync::Mutex;
    use std::time::Duration;

    use http::StatusCode;
    use ucloud_umem::transport::{
        BoxFuture, HttpRequest, HttpResponse, Transport, TransportError, replies,
    };
    use ucloud_umem::{Client, Credentials};

    /// A service that takes its time for each state of the backup.
    #[derive(Debug)]
    pub(crate) struct Slow(Mutex<VecDeque<(&'static str, Duration)>>);

    impl Slow {
        pub(crate) fn new<const N: usize>(
            states: [(&'static str, Duration); N],
        ) -> Self {
            Self(Mutex::new(states.into()))
        }
    }

    impl Transport for Slow {
        fn send(
            &self,
            _: HttpRequest,
        ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
            let (state, time) = self.0.lock().unwrap().pop_front().unwrap();
            Box::pin(async move {
                tokio::time::sleep(time).await;
                let (status, body) = backup(state);
                Ok(HttpResponse::new(status, body))
            })
        }
    }

    /// A client that is answered with one after the other.
    pub(crate) fn client(script: Vec<(StatusCode, String)>) -> Client {
        let script =
            script.into_iter().map(|(status, body)| HttpResponse::new(status, body));
        client_of(replies(script))
    }

    /// A client of such a service.
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
        reply(r#"{ "RetCode": 0, "DataSet": [] }"#)
    }

    pub(crate) fn reply(body: &str) -> (StatusCode, String) {
        (StatusCode::OK, body.to_owned())
    }

    /// The backup, beside another one.
    pub(crate) fn backup(state: &str) -> (StatusCode, String) {
        let other = r#"{ "BackupId": "a", "State": "Done" }"#;
        let entries = format!(r#"[{other}, {{ "BackupId": "b", "State": "{state}" }}]"#);
        reply(&format!(r#"{{ "RetCode": 0, "DataSet": {entries} }}"#))
    }
}
