//! A scripted source of credentials, a service that knows some tokens, and a calendar.

use std::future::pending;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use tokio::time::{Instant, sleep};
use ucloud_umem::credentials::CachedCredentials;
use ucloud_umem::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use ucloud_umem::{Client, Credentials, CredentialsProvider};

pub(crate) type BoxError = Box<dyn std::error::Error + Send + Sync>;

pub(crate) const SECOND: Duration = Duration::from_secs(1);
pub(crate) const MINUTE: Duration = Duration::from_secs(60);
pub(crate) const HOUR: Duration = Duration::from_secs(3600);
/// Never in any text.
pub(crate) const SECRET: &str = "hunter2";

/// A calendar clock that goes with tokio's.
#[derive(Clone)]
pub(crate) struct Calendar(pub(crate) Instant);

impl Calendar {
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    pub(crate) fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + 1000 * HOUR + self.0.elapsed()
    }
}

/// Behaviour of a source.
#[derive(Clone, Copy)]
pub(crate) enum Act {
    /// Gives a token that lives this long.
    Give(Duration),
    GiveForGood,
    /// Gives a key with a line end stuck to it.
    GiveBroken,
    /// Gives the first token again.
    Repeat,
    Fail,
    Hang,
}

/// A scripted source that takes a second for each fetch.
pub(crate) struct Source {
    script: Vec<Act>,
    asked: AtomicUsize,
    pub(crate) calendar: Calendar,
}

impl Source {
    pub(crate) fn new(script: impl Into<Vec<Act>>) -> Arc<Self> {
        let calendar = Calendar::start();
        Arc::new(Self { script: script.into(), asked: AtomicUsize::new(0), calendar })
    }

    pub(crate) fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }

    pub(crate) fn cached(self: &Arc<Self>) -> Arc<CachedCredentials<Arc<Self>>> {
        let calendar = self.calendar.clone();
        let cache = CachedCredentials::new(Arc::clone(self));
        Arc::new(cache.with_clock(move || calendar.now()))
    }

    pub(crate) fn client(self: &Arc<Self>, transport: &Arc<Service>) -> Client {
        let transport: Arc<dyn Transport> = Arc::clone(transport) as _;
        let builder = Client::builder().credentials(self.cached());
        builder.transport(transport).region("hk").build().unwrap()
    }
}

impl CredentialsProvider for Source {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(async {
            let number = self.asked.fetch_add(1, Ordering::Relaxed);
            let act = self.script[number.min(self.script.len() - 1)];
            sleep(SECOND).await;
            let token = |number: usize| {
                Credentials::new(format!("key-{number}"), SECRET)
                    .with_security_token(format!("{SECRET}-{number}"))
            };
            match act {
                Act::Give(life) => Ok(token(number).with_expiration(self.calendar.now() + life)),
                Act::GiveForGood => Ok(token(number)),
                Act::GiveBroken => Ok(Credentials::new("broken\n", SECRET)),
                Act::Repeat => Ok(token(0)),
                Act::Fail => Err("the vault is sealed".into()),
                Act::Hang => pending().await,
            }
        })
    }
}

/// A service that knows the tokens of some keys, and answers each request after a second.
#[derive(Debug)]
pub(crate) struct Service {
    known: Vec<&'static str>,
    seen: Mutex<Vec<Vec<(String, String)>>>,
}

impl Service {
    pub(crate) fn knowing(known: impl Into<Vec<&'static str>>) -> Arc<Self> {
        Arc::new(Self { known: known.into(), seen: Mutex::default() })
    }

    pub(crate) fn requests(&self) -> usize {
        self.seen.lock().unwrap().len()
    }

    /// Returns the values of this parameter, request by request.
    pub(crate) fn values(&self, name: &str) -> Vec<Option<String>> {
        let seen = self.seen.lock().unwrap();
        let value = |pairs: &Vec<(String, String)>| {
            pairs.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone())
        };
        seen.iter().map(value).collect()
    }
}

impl Transport for Service {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        assert_eq!(request.method, http::Method::POST);
        let pairs: Vec<_> = form_urlencoded::parse(&request.body).into_owned().collect();
        let key = pairs.iter().find(|(name, _)| name == "PublicKey").unwrap().1.clone();
        let known = self.known.contains(&&*key);
        self.seen.lock().unwrap().push(pairs);
        Box::pin(async move {
            sleep(SECOND).await;
            let body = if known {
                r#"{"RetCode":0}"#
            } else {
                r#"{"RetCode":174,"Message":"token not found"}"#
            };
            let mut response = HttpResponse::new(http::StatusCode::OK, body);
            let id = http::HeaderValue::from_static("6d7f");
            response.headers.insert("x-ucloud-request-uuid", id);
            Ok(response)
        })
    }
}
