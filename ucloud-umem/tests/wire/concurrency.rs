//! Many calls at once, calls that are given up, and lists in pages.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http::StatusCode;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};
use ucloud_umem::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use ucloud_umem::{ErrorKind, Outcome};

use crate::support::{Answer, Seen, Server, builder, client};

/// Answers with the nonce that was sent, some sooner than others.
fn echo(seen: &Seen) -> Answer {
    let nonce: u64 = seen.value("Nonce").expect("a nonce").parse().expect("a number");
    let body = format!(r#"{{"RetCode":0,"Nonce":{nonce}}}"#).into_bytes();
    Answer::Late(Duration::from_millis(nonce * 7 % 40), body)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_call_gets_its_own_response() {
    const CALLS: i64 = 200;
    let server = Server::start(echo);
    let client = client(&server);
    let mut calls = JoinSet::new();
    for nonce in 0..CALLS {
        let call = client.action("Echo").param("Nonce", nonce);
        calls.spawn(async move { (nonce, call.send().await) });
    }
    while let Some(call) = calls.join_next().await {
        let (nonce, response) = call.unwrap();
        assert_eq!(response.unwrap().value["Nonce"], nonce);
    }
    let seen = server.seen();
    assert_eq!(seen.len(), 200);
    let nonces: BTreeSet<_> = seen.iter().map(|seen| seen.value("Nonce")).collect();
    assert_eq!(nonces.len(), 200);
}

#[tokio::test]
async fn connections_are_kept() {
    let server = Server::always(Answer::ok());
    let client = client(&server);
    for _ in 0..20 {
        client.clone().with_region("hk").action("X").send().await.unwrap();
    }
    assert_eq!((server.requests(), server.connections()), (20, 1));
}

/// Time of a request to [`Busy`].
const PAUSE: Duration = Duration::from_millis(20);

/// Counts the requests that are sent at once.
#[derive(Debug, Default)]
pub(crate) struct Busy {
    now: AtomicUsize,
    pub(crate) most: AtomicUsize,
}

impl Transport for Busy {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async {
            self.most.fetch_max(self.now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            sleep(PAUSE).await;
            self.now.fetch_sub(1, Ordering::SeqCst);
            Ok(HttpResponse::new(StatusCode::OK, r#"{"RetCode":0}"#))
        })
    }
}

#[tokio::test(start_paused = true)]
async fn calls_wait_for_one_of_the_most_connections() {
    for (most, expected, turns) in [(Some(1), 1, 12), (Some(5), 5, 3), (None, 12, 1)] {
        let busy = Arc::new(Busy::default());
        let builder = builder("http://127.0.0.1").transport(Arc::clone(&busy));
        let client = match most {
            Some(most) => builder.max_connections(most),
            None => builder,
        };
        let client = client.build().unwrap();
        let start = Instant::now();
        let mut calls = JoinSet::new();
        for number in 0..12 {
            let client = if number % 2 == 0 { client.clone() } else { client.with_region("hk") };
            calls.spawn(client.action("X").send());
        }
        while let Some(call) = calls.join_next().await {
            call.unwrap().unwrap();
        }
        assert_eq!(busy.most.load(Ordering::SeqCst), expected);
        assert_eq!(start.elapsed(), turns * PAUSE);
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_waits_for_a_connection_within_its_deadline() {
    let busy = Arc::new(Busy::default());
    let client = builder("http://127.0.0.1").transport(Arc::clone(&busy)).max_connections(1);
    let client = client.build().unwrap();
    let first = tokio::spawn(client.action("CreateX").send());
    // The time limit of an attempt begins after the wait.
    let second = client.action("CreateX").with_timeout(PAUSE * 3 / 2).send();
    let second = tokio::spawn(second);
    tokio::task::yield_now().await;
    let late = client.action("CreateX").with_deadline(PAUSE / 4).send();
    let error = late.await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Timeout, Outcome::NotSent), "{error}");
    assert!(error.to_string().contains("no connection was free"), "{error}");
    // One that is given up takes no place.
    assert!(timeout(Duration::from_millis(1), client.action("X").send()).await.is_err());
    first.await.unwrap().unwrap();
    second.await.unwrap().unwrap();
    client.action("X").send().await.unwrap();
    assert_eq!(busy.most.load(Ordering::SeqCst), 1);
}

#[test]
fn a_client_without_connections_is_refused() {
    let error = builder("http://127.0.0.1").max_connections(0).build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    builder("http://127.0.0.1").max_connections(usize::MAX).build().unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn few_connections_carry_many_calls() {
    let server = Server::start(echo);
    let client = builder(&server.url()).max_connections(10).build().unwrap();
    let mut calls = JoinSet::new();
    for nonce in 0..200 {
        let call = client.action("Echo").param("Nonce", nonce);
        calls.spawn(async move { call.send().await.unwrap() });
    }
    while let Some(call) = calls.join_next().await {
        call.unwrap();
    }
    assert_eq!(server.requests(), 200);
    // A few more are opened before an older one is idle again.
    assert!(server.connections() <= 20, "{}", server.connections());
}

#[tokio::test]
async fn a_call_that_is_given_up_leaves_the_client_usable() {
    let server = Server::start(|seen| match seen.value("Action") {
        Some("Hang") => Answer::Silence,
        _ => Answer::json(format!(r#"{{"RetCode":0,"Number":{}}}"#, seen.number)),
    });
    let client = client(&server);
    let mut earlier = None;
    for patience in [0, 1, 5, 50] {
        let patience = Duration::from_millis(patience);
        assert!(timeout(patience, client.action("Hang").send()).await.is_err());
        let response = client.action("Echo").send().await.unwrap();
        let number = response.value["Number"].as_u64();
        assert!(number > earlier, "not its own response: {number:?} after {earlier:?}");
        earlier = number;
    }
    assert!(server.requests() <= 8, "{}", server.requests());
}

#[tokio::test]
async fn a_call_that_is_given_up_closes_its_connection() {
    let server = Server::always(Answer::Silence);
    let client = client(&server);
    let call = client.describe_umem_backup("x").send();
    assert!(timeout(Duration::from_millis(50), call).await.is_err());
    for _ in 0..100 {
        if server.closed() == 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!((server.requests(), server.closed()), (1, 1));
}

#[test]
fn a_client_outlives_the_runtime_of_its_calls() {
    let server = Server::always(Answer::ok());
    let client = client(&server);
    for number in 1..=3 {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.unwrap().block_on(client.action("CreateX").send()).unwrap();
        assert_eq!(server.requests(), number);
    }
}

/// Returns a service that lists this many backups, in pages of the requested size.
pub(crate) fn pages(total: i64) -> impl Fn(&Seen) -> Answer + Send + Sync + 'static {
    move |seen| {
        let number = |name: &str| seen.value(name).and_then(|text| text.parse().ok());
        let (offset, limit) = (number("Offset").unwrap_or(0), number("Limit").unwrap_or(10));
        let backups: Vec<_> = (offset..total.min(offset + limit))
            .map(|index: i64| serde_json::json!({ "BackupId": format!("backup-{index}") }))
            .collect();
        let page = serde_json::json!({ "RetCode": 0, "TotalCount": total, "DataSet": backups });
        Answer::json(page.to_string())
    }
}

#[tokio::test]
async fn a_list_is_fetched_page_by_page() {
    let server = Server::start(pages(25));
    let mut items = client(&server).describe_umem_backup("x").limit(7).items();
    let mut ids = Vec::new();
    while let Some(backup) = items.try_next().await.unwrap() {
        // No page is fetched before it is needed.
        assert_eq!(server.requests(), ids.len() / 7 + 1);
        ids.push(backup.backup_id);
    }
    let expected: Vec<_> = (0..25).map(|index| format!("backup-{index}")).collect();
    assert_eq!(ids, expected);
    let seen = server.seen();
    let offsets: Vec<_> = seen.iter().map(|seen| seen.value("Offset")).collect();
    assert_eq!(offsets, [Some("0"), Some("7"), Some("14"), Some("21")]);
}

#[tokio::test]
async fn a_list_whose_page_fails_can_be_resumed() {
    let list = pages(25);
    let server = Server::start(move |seen| match seen.number {
        1 => Answer::ret_code(160),
        _ => list(seen),
    });
    let client = client(&server);
    let mut items = client.describe_umem_backup("x").items();
    for _ in 0..10 {
        items.try_next().await.unwrap().unwrap();
    }
    let error = items.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(items.try_next().await.unwrap().is_none(), "an error ends it");
    let mut rest = client.describe_umem_backup("x").offset(items.resume_offset()).items();
    let mut count = 10;
    while let Some(backup) = rest.try_next().await.unwrap() {
        assert_eq!(backup.backup_id, format!("backup-{count}"));
        count += 1;
    }
    assert_eq!((count, server.requests()), (25, 4));
}

#[tokio::test]
async fn a_server_that_ignores_the_offset_is_found_out() {
    let groups = r#"[{"GroupId":"a"},{"GroupId":"b"}]"#;
    for total in ["", r#","TotalCount":100"#] {
        let body = format!(r#"{{"RetCode":0,"DataSet":{groups}{total}}}"#);
        let server = Server::always(Answer::json(body));
        let mut items = client(&server).describe_umemcache_group().limit(2).items();
        for id in ["a", "b"] {
            let group = items.try_next().await.unwrap().unwrap();
            assert_eq!(group.group_id.as_deref(), Some(id));
        }
        let error = items.try_next().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Paging, "{error}");
        assert_eq!(server.requests(), 2);
    }
}
