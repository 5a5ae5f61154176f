//! Spans and events of calls, on a clock that is paused.

use tracing::instrument::WithSubscriber as _;
use tracing::{Instrument as _, Level};
use ucloud_umem::transport::{self, Fault, Faults};

use super::recorder::{Fields, Recorder};
use super::{builder, throttled_once};

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[tokio::test(start_paused = true)]
async fn a_call_is_a_span_and_an_attempt_an_event() {
    let recorder = Recorder::default();
    let client = builder(throttled_once()).build().unwrap();
    let call = client.action("CreateX").send();
    call.with_subscriber(recorder.dispatch()).await.unwrap();

    let spans = recorder.spans();
    assert_eq!(spans.len(), 1, "{spans:#?}");
    assert_eq!((spans[0].name, spans[0].level), ("ucloud_call", Level::INFO));
    assert_eq!(
        spans[0].fields,
        fields(&[
            ("otel.name", "CreateX"),
            ("otel.kind", "client"),
            ("rpc.system", "ucloud"),
            ("rpc.method", "CreateX"),
            ("http.request.method", "POST"),
            ("http.request.resend_count", "1"),
            ("http.response.status_code", "200"),
            ("url.full", "https://api.example.com/x"),
            ("server.address", "api.example.com"),
            ("server.port", "443"),
            ("ucloud.ret_code", "0"),
            ("ucloud.request_id", "id-2"),
        ])
    );
    let mut attempts = recorder.events_that_say("attempt ended");
    assert_eq!(attempts.len(), 2, "{attempts:#?}");
    for attempt in &mut attempts {
        assert_eq!((attempt.level, attempt.span), (Level::DEBUG, Some(spans[0].id)));
        assert!(attempt.fields.remove("elapsed").is_some());
    }
    let pause = attempts[0].fields.remove("retry_in").unwrap();
    assert!(pause.starts_with("1."), "{pause}");
    assert_eq!(
        attempts[0].fields,
        fields(&[
            ("message", "attempt ended"),
            ("http.request.resend_count", "0"),
            ("http.response.status_code", "200"),
            ("ucloud.ret_code", "153"),
            ("ucloud.request_id", "id-1"),
            ("error.type", "Throttled"),
            ("error", "CreateX: 153 Throttled: too many (request id-1)"),
        ])
    );
    assert_eq!(
        attempts[1].fields,
        fields(&[
            ("message", "attempt ended"),
            ("http.request.resend_count", "1"),
            ("http.response.status_code", "200"),
            ("ucloud.ret_code", "0"),
            ("ucloud.request_id", "id-2"),
        ])
    );
}

#[tokio::test(start_paused = true)]
async fn a_failed_call_is_marked_in_its_span() {
    let recorder = Recorder::default();
    let service = transport::from_fn(|_| r#"{"RetCode":0}"#);
    let faults = Faults::new().with(Fault::lost_response()).around(service);
    let client = builder(faults).build().unwrap();
    let call = client.action("CreateX").send();
    call.with_subscriber(recorder.dispatch()).await.unwrap_err();
    let fields = &recorder.spans()[0].fields;
    assert_eq!(fields["otel.status_code"], "ERROR");
    assert_eq!(fields["error.type"], "Connect");
    assert!(!fields.contains_key("http.response.status_code"));
}

#[tokio::test(start_paused = true)]
async fn nothing_is_said_above_debug() {
    let recorder = Recorder::default();
    let service = transport::from_fn(|_| r#"{"RetCode":171}"#);
    let failing = builder(service).build().unwrap();
    let calls = async {
        let client = builder(throttled_once()).build().unwrap();
        client.action("CreateX").send().await.unwrap();
        failing.action("CreateX").send().await.unwrap_err();
    };
    calls.with_subscriber(recorder.dispatch()).await;
    let events = recorder.events();
    assert_eq!(events.len(), 3);
    assert!(events.iter().all(|event| event.level > Level::INFO), "{events:#?}");
}

#[cfg(feature = "blocking")]
#[test]
fn a_blocking_call_is_told_of_where_it_was_made() {
    let recorder = Recorder::default();
    let client = builder(throttled_once()).build().unwrap();
    let client = ucloud_umem::blocking::Client::new(client).unwrap();
    tracing::dispatcher::with_default(&recorder.dispatch(), || {
        tracing::info_span!("callers own").in_scope(|| client.action("CreateX").send())
    })
    .unwrap();
    let spans = recorder.spans();
    let names: Vec<_> = spans.iter().map(|span| span.name).collect();
    assert_eq!(names, ["callers own", "ucloud_call"]);
    assert_eq!(spans[1].parent, Some(spans[0].id));
    assert_eq!(recorder.events_that_say("attempt ended").len(), 2);
}

#[tokio::test(start_paused = true)]
async fn every_page_is_a_span_of_its_own_within_that_of_its_caller() {
    let recorder = Recorder::default();
    let service = transport::responses([
        r#"{"RetCode":0,"TotalCount":2,"DataSet":[{"GroupId":"a"}]}"#,
        r#"{"RetCode":0,"TotalCount":2,"DataSet":[{"GroupId":"b"}]}"#,
    ]);
    let client = builder(service).build().unwrap();
    let list = async {
        let mut items = client.describe_umemcache_group().items();
        while items.try_next().await.unwrap().is_some() {}
    };
    let outer = recorder.dispatch();
    let list = async { list.instrument(tracing::info_span!("callers own")).await };
    list.with_subscriber(outer).await;
    let spans = recorder.spans();
    assert_eq!(spans.len(), 3, "{spans:#?}");
    assert!(spans[1..].iter().all(|span| span.parent == Some(spans[0].id)));
}
