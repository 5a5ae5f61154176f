//! Calls that are given up, runtimes that end, many calls at once, and code of the application that
//! panics.

use std::collections::BTreeSet;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::{Duration, SystemTime};

use http::StatusCode;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::task::JoinSet;
use tokio::time::{Instant, advance, sleep, timeout};
use ucloud_umem::credentials::CachedCredentials;
use ucloud_umem::transport::{
    self, BoxFuture, HttpRequest, HttpResponse, Transport, TransportError,
};
use ucloud_umem::{Client, Credentials, CredentialsProvider, Effect, ErrorKind};

use crate::support::{Answer, Server, builder, client};

type BoxError = Box<dyn std::error::Error + Send + Sync>;

const SECOND: Duration = Duration::from_secs(1);

/// Takes this many polls.
async fn polls(mut left: u32) {
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(());
        }
        left -= 1;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// Counts itself while it lives.
struct Alive(Arc<AtomicUsize>);

impl Alive {
    fn new(count: &Arc<AtomicUsize>) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(Arc::clone(count))
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A service, and a source of credentials, that need several polls for each result.
#[derive(Debug, Default)]
struct Slow {
    responses: Mutex<Vec<Result<&'static str, &'static str>>>,
    alive: Arc<AtomicUsize>,
    fetched: AtomicUsize,
}

impl Transport for Slow {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let alive = Alive::new(&self.alive);
        Box::pin(async move {
            let _alive = alive;
            polls(2).await;
            let response = self.responses.lock().unwrap().pop();
            match response.unwrap_or(Ok(r#"{"RetCode":0}"#)) {
                Ok(body) => Ok(HttpResponse::new(StatusCode::OK, body)),
                Err(problem) => Err(TransportError::maybe_sent(problem)),
            }
        })
    }
}

impl CredentialsProvider for Slow {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        let alive = Alive::new(&self.alive);
        Box::pin(async move {
            let _alive = alive;
            polls(2).await;
            let number = self.fetched.fetch_add(1, Ordering::SeqCst);
            let life = SystemTime::now() + Duration::from_secs(3600);
            let keys = Credentials::new(format!("public-{number}"), "private");
            Ok(keys.with_security_token("token").with_expiration(life))
        })
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_can_be_dropped_at_each_await() {
    let mut most = 0;
    for patience in 0.. {
        // Lost, then not known, then good: every wait that a call has.
        let script = vec![Ok(r#"{"RetCode":174}"#), Err("reset")];
        let slow = Arc::new(Slow { responses: Mutex::new(script), ..Slow::default() });
        let transport: Arc<dyn Transport> = Arc::clone(&slow) as _;
        let client = Client::builder()
            .credentials(CachedCredentials::new(Arc::clone(&slow)))
            .transport(transport)
            .build()
            .unwrap();
        let before = Arc::strong_count(&slow);
        let finished = {
            let call = client.action("X").with_effect(Effect::Read).send();
            let mut call = pin!(call);
            let mut finished = false;
            for _ in 0..patience {
                finished =
                    poll_fn(|context| Poll::Ready(call.as_mut().poll(context).is_ready())).await;
                if finished {
                    break;
                }
                advance(SECOND).await;
            }
            finished
        };
        assert_eq!(Arc::strong_count(&slow), before, "after {patience} polls");
        assert_eq!(slow.alive.load(Ordering::SeqCst), 0, "after {patience} polls");
        // What was left of the script is answered to reads, which repeat it.
        let next = client.action("Y").with_effect(Effect::Read).send();
        let next = timeout(10 * SECOND, next).await;
        next.expect("nobody waits for what was dropped").unwrap();
        most = patience;
        if finished {
            break;
        }
    }
    // Two fetches and three attempts of three polls each, and a pause.
    assert!((10..30).contains(&most), "{most}");
}

#[test]
fn a_runtime_that_ends_under_a_call_leaves_the_client_usable() {
    let server = Server::start(|seen| match seen.value("Action") {
        Some("Hang") => Answer::Silence,
        _ => Answer::ok(),
    });
    let client = client(&server);
    let runtime = || {
        let mut runtime = tokio::runtime::Builder::new_multi_thread();
        runtime.worker_threads(1).enable_all().build().unwrap()
    };
    let (first, second) = (runtime(), runtime());
    let hung = first.spawn(client.action("Hang").send());
    while server.requests() == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    // Leaves a connection that nobody works on any more: the only thread is busy until the end.
    first.block_on(client.action("X").send()).unwrap();
    let (busy, until) = std::sync::mpsc::channel::<()>();
    let (begun, blocked) = std::sync::mpsc::channel();
    first.spawn(async move {
        begun.send(()).unwrap();
        _ = until.recv();
    });
    blocked.recv().unwrap();
    first.shutdown_background();
    second.block_on(async {
        let call = timeout(10 * SECOND, client.action("X").send()).await;
        call.expect("a new connection").unwrap();
        drop(busy);
        let ended = timeout(10 * SECOND, hung).await.expect("an end");
        assert!(ended.unwrap_err().is_cancelled());
    });
    assert_eq!((server.requests(), server.connections()), (3, 3));
}

/// Never answers the first time.
struct HangsOnce(AtomicBool);

impl CredentialsProvider for HangsOnce {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        let hang = !self.0.swap(true, Ordering::SeqCst);
        Box::pin(async move {
            if hang {
                std::future::pending::<()>().await;
            }
            Ok(Credentials::new("public", "private"))
        })
    }
}

#[test]
fn a_runtime_that_ends_under_a_fetch_of_credentials_strands_nobody() {
    let source = Arc::new(HangsOnce(AtomicBool::new(false)));
    let client = Client::builder()
        .credentials(CachedCredentials::new(Arc::clone(&source)))
        .transport(transport::from_fn(|_| r#"{"RetCode":0}"#))
        .build()
        .unwrap();
    let runtime = || tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let (first, second) = (runtime().unwrap(), runtime().unwrap());
    let hung = first.spawn(client.action("X").send());
    while !source.0.load(Ordering::SeqCst) {
        std::thread::sleep(Duration::from_millis(5));
    }
    first.shutdown_background();
    second.block_on(async {
        assert!(hung.await.unwrap_err().is_cancelled());
        let call = timeout(10 * SECOND, client.action("X").send()).await;
        call.expect("its own fetch").unwrap();
    });
}

/// Responds with the nonce that was sent, each after a different time.
#[derive(Debug, Default)]
struct Echo {
    alive: Arc<AtomicUsize>,
    most: AtomicUsize,
}

impl Transport for Echo {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let alive = Alive::new(&self.alive);
        self.most.fetch_max(self.alive.load(Ordering::SeqCst), Ordering::SeqCst);
        Box::pin(async move {
            let _alive = alive;
            let nonce: u64 = request.parameter("Nonce").unwrap().parse().unwrap();
            sleep(SECOND + Duration::from_millis(nonce * 7919 % 1000)).await;
            let body = format!(r#"{{"RetCode":0,"Nonce":{nonce}}}"#);
            Ok(HttpResponse::new(StatusCode::OK, body))
        })
    }
}

#[tokio::test(start_paused = true)]
async fn a_thousand_calls_at_once_get_each_its_own_response() {
    let echo = Arc::new(Echo::default());
    let transport: Arc<dyn Transport> = Arc::clone(&echo) as _;
    let keys = Credentials::new("public", "private");
    let client = Client::builder().credentials(keys).transport(transport).build();
    let client = client.unwrap();
    let mut calls = JoinSet::new();
    for nonce in 0..1000 {
        let call = client.action("Echo").param("Nonce", nonce);
        calls.spawn(async move { (nonce, call.send().await.unwrap()) });
    }
    let mut nonces = BTreeSet::new();
    while let Some(call) = calls.join_next().await {
        let (nonce, response) = call.unwrap();
        assert_eq!(response.value["Nonce"], nonce);
        nonces.insert(nonce);
    }
    assert_eq!((nonces.len(), echo.most.load(Ordering::SeqCst)), (1000, 1000));
}

#[tokio::test]
async fn calls_that_queue_at_the_service_end_within_their_deadline() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    // One connection at a time, 50 ms each; the others wait.
    let serving = tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            _ = stream.read(&mut [0; 4096]).await;
            sleep(Duration::from_millis(50)).await;
            let head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 13";
            let response = format!("{head}\r\n\r\n{{\"RetCode\":0}}");
            _ = stream.write_all(response.as_bytes()).await;
        }
    });
    let client = builder(&url).build().unwrap();
    for (deadline, all) in [(Duration::from_millis(300), false), (60 * SECOND, true)] {
        let start = Instant::now();
        let mut calls = JoinSet::new();
        for _ in 0..20 {
            calls.spawn(client.action("X").with_deadline(deadline).send());
        }
        let (mut good, mut late) = (0, 0);
        while let Some(call) = calls.join_next().await {
            match call.unwrap() {
                Ok(_) => good += 1,
                Err(error) => {
                    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
                    late += 1;
                }
            }
        }
        assert!(start.elapsed() < deadline + 5 * SECOND, "{:?}", start.elapsed());
        assert_eq!((good + late, late == 0), (20, all), "{good} {late}");
    }
    serving.abort();
}

/// Panics the first time it is asked.
struct PanicsOnce(AtomicBool);

impl CredentialsProvider for PanicsOnce {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(async {
            sleep(SECOND).await;
            assert!(self.0.swap(true, Ordering::SeqCst), "as the test wants it");
            Ok(Credentials::new("public", "private"))
        })
    }
}

#[tokio::test(start_paused = true)]
async fn a_source_of_credentials_that_panics_fails_one_call() {
    let source = CachedCredentials::new(PanicsOnce(AtomicBool::new(false)));
    let service = transport::from_fn(|_| r#"{"RetCode":0}"#);
    let client = Client::builder().credentials(source).transport(service.clone());
    let client = client.build().unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..100 {
        calls.spawn(client.action("X").send());
    }
    let (mut good, mut panics) = (0, 0);
    while let Some(call) = timeout(10 * SECOND, calls.join_next()).await.unwrap() {
        match call {
            Ok(response) => good += u32::from(response.is_ok()),
            Err(error) => panics += u32::from(error.is_panic()),
        }
    }
    assert_eq!((good, panics, service.requests().len()), (99, 1, 99));
}

#[tokio::test(start_paused = true)]
async fn a_transport_that_panics_fails_one_call() {
    let mut first = true;
    let service = transport::from_fn(move |_| {
        assert!(!std::mem::take(&mut first), "as the test wants it");
        r#"{"RetCode":0}"#
    });
    let keys = Credentials::new("public", "private");
    let client = Client::builder().credentials(keys).transport(service).build();
    let client = client.unwrap();
    let call = tokio::spawn(client.action("X").send());
    assert!(call.await.unwrap_err().is_panic());
    client.action("X").send().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_progress_callback_that_panics_fails_one_wait() {
    let body = r#"{"RetCode":0,"DataSet":[{"BackupId":"b","State":"Done"}]}"#;
    let service = transport::from_fn(move |_| body);
    let keys = Credentials::new("public", "private");
    let builder = Client::builder().credentials(keys).transport(service);
    let client = builder.region("cn-bj2").zone("cn-bj2-05").build().unwrap();
    let waiter = || client.wait_until_umem_backup_done("x", "b");
    let panics = waiter().on_poll(|_| panic!("as the test wants it"));
    let wait = tokio::spawn(panics.wait(SECOND));
    assert!(wait.await.unwrap_err().is_panic());
    waiter().wait(SECOND).await.unwrap();
}
