//! The application's own observer.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tracing::Level;
use tracing::instrument::WithSubscriber as _;
use ucloud_umem::observer::{Attempt, FinishedCall, Observer};
use ucloud_umem::transport::{self, Fault, Faults};
use ucloud_umem::{ErrorKind, Outcome};

use super::recorder::Recorder;
use super::{builder, throttled_once};

/// One line per observed event.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<String>>>);

impl Observer for Lines {
    fn on_attempt(&self, attempt: &Attempt<'_>) {
        let Attempt { action, number, status, ret_code, request_id, error, .. } = attempt;
        let status = status.map(|status| status.as_u16());
        let error = error.map(|error| (error.kind(), error.outcome(), error.attempts()));
        let again = attempt.retry_in.map(|pause| pause.as_secs());
        self.0.lock().unwrap().push(format!(
            "{action} {number} {status:?} {ret_code:?} {request_id:?} {error:?} {again:?}"
        ));
    }

    fn on_call(&self, call: &FinishedCall<'_>) {
        let FinishedCall { action, attempts, status, ret_code, request_id, .. } = call;
        let status = status.map(|status| status.as_u16());
        let error = call.error.map(|error| (error.kind(), error.action().is_some()));
        let seconds = call.elapsed.as_secs();
        self.0.lock().unwrap().push(format!(
            "{action} {attempts} in {seconds} s {status:?} {ret_code:?} {request_id:?} {error:?}"
        ));
    }
}

#[tokio::test(start_paused = true)]
async fn it_is_told_of_every_attempt_and_every_call() {
    let lines = Lines::default();
    let client = builder(throttled_once()).observer(lines.clone()).build().unwrap();
    client.action("CreateX").send().await.unwrap();
    // It is the same for what is derived of the client.
    client.with_region("hk").action("ModifyX").send().await.unwrap();
    assert_eq!(
        *lines.0.lock().unwrap(),
        [
            r#"CreateX 1 Some(200) Some(153 Throttled) Some("id-1") Some((Throttled, Refused, 1)) Some(1)"#,
            r#"CreateX 2 Some(200) Some(0) Some("id-2") None None"#,
            r#"CreateX 2 in 1 s Some(200) Some(0) Some("id-2") None"#,
            r#"ModifyX 1 Some(200) Some(0) Some("id-2") None None"#,
            r#"ModifyX 1 in 0 s Some(200) Some(0) Some("id-2") None"#,
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn it_is_told_of_what_failed() {
    let lines = Lines::default();
    let service = transport::from_fn(|_| r#"{"RetCode":0}"#);
    let faults = Faults::new().with(Fault::refused()).around(service);
    let client = builder(faults).observer(lines.clone()).max_attempts(2).build().unwrap();
    client.action("CreateX").send().await.unwrap_err();
    client.action("no name").send().await.unwrap_err();
    client.action("X").param("Action", 1).send().await.unwrap_err();
    assert_eq!(
        *lines.0.lock().unwrap(),
        [
            "CreateX 1 None None None Some((Connect, NotSent, 1)) Some(0)",
            "CreateX 2 None None None Some((Connect, NotSent, 2)) None",
            "CreateX 2 in 0 s None None None Some((Connect, true))",
            "X 0 in 0 s None None None Some((InvalidRequest, true))",
        ]
    );
}

struct Panicking;

impl Observer for Panicking {
    fn on_attempt(&self, _: &Attempt<'_>) {
        std::panic::panic_any("of the observer")
    }

    fn on_call(&self, _: &FinishedCall<'_>) {
        std::panic::panic_any("of the observer")
    }
}

#[tokio::test]
async fn its_panic_costs_nothing() {
    let service = transport::responses([r#"{"RetCode":0,"SpaceId":"uredis-1"}"#]);
    let client = builder(service).observer(Panicking).build().unwrap();
    let recorder = Recorder::default();
    let call = client.action("CreateX").send();
    let response = call.with_subscriber(recorder.dispatch()).await.unwrap();
    assert_eq!(response.value["SpaceId"], "uredis-1");
    let told = recorder.events_that_say("observer of calls panicked");
    let levels: Vec<_> = told.iter().map(|event| event.level).collect();
    assert_eq!(levels, [Level::ERROR; 2], "one of the attempt and one of the call");
    let call = client.action("CreateX").with_timeout(Duration::from_secs(1));
    let error = call.send().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::InvalidRequest, Outcome::NotSent));
}
