//! Faults on request, around any transport.

#[cfg(feature = "emulator")]
mod text;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::header::{CONTENT_LENGTH, RETRY_AFTER};
use http::{HeaderValue, StatusCode};

use super::{
    BoxFuture, HttpRequest, HttpResponse, REQUEST_ID, Transport, TransportError,
};

/// Something that goes wrong with a request on its way or with its reply.
///
/// Said alone it happens to every request; [`times`](Self::times), [`after`](Self::after), [`on`](Self::on) and
/// [`by_chance`](Self::by_chance) narrow it down.
///
/// ```
/// use std::time::Duration;
/// use ucloud_umem::transport::Fault;
///
/// let outage = Fault::refused();
/// let slow_for_a_while = Fault::latency(Duration::from_millis(300)).times(10);
/// let create_without_reply = Fault::lost_reply().on("CreateUMemBackup").times(1);
/// let second_call = Fault::throttled().after(1).times(1);
/// let one_in_ten = Fault::cut().by_chance(0.1, 42);
/// ```
#[derive(Clone, Debug)]
#[must_use = "a fault does nothing until a `Faults` or `FaultTransport` has it"]
pub struct Fault {
    /// What it is, in words: `status=503`.
    text: String,
    kind: Kind,
    action: Option<String>,
    skip: u32,
    times: Option<u32>,
    chance: Option<Chance>,
}

#[derive(Clone, Debug)]
enum Kind {
    Latency(Duration),
    End(End),
}

/// How a request ends that does not go its way.
#[derive(Clone, Debug)]
enum End {
    Refused,
    Cut,
    LostReply,
    HalfBody,
    RetCode(i64),
    Reply(HttpResponse),
}

#[derive(Clone, Debug)]
struct Chance {
    of_one: f64,
    seed: u64,
    random: fastrand::Rng,
}

impl Fault {
    fn new(text: impl Into<String>, kind: Kind) -> Self {
        let text = text.into();
        Self { text, kind, action: None, skip: 0, times: None, chance: None }
    }

    fn end(text: impl Into<String>, end: End) -> Self {
        Self::new(text, Kind::End(end))
    }

    /// The request waits this long before it goes on its way, or meets another fault.
    pub fn latency(latency: Duration) -> Self {
        Self::new(format!("latency={}ms", latency.as_millis()), Kind::Latency(latency))
    }

    /// No connection can be made: the request is certainly not sent.
    pub fn refused() -> Self {
        Self::end("refused", End::Refused)
    }

    /// The connection breaks before the service has read the request, which the client cannot know.
    pub fn cut() -> Self {
        Self::end("cut", End::Cut)
    }

    /// The service carries the request out, and the connection breaks before its reply arrives.
    pub fn lost_reply() -> Self {
        Self::end("lost-reply", End::LostReply)
    }

    /// The service carries the request out, and half of its reply's body arrives as if it were all.
    pub fn half_body() -> Self {
        Self::end("half-body", End::HalfBody)
    }

    /// Something before the service answers with this status, such as 503, and a body that is no JSON.
    pub fn status(status: StatusCode) -> Self {
        let response = HttpResponse::new(status, format!("injected fault: {status}"));
        Self::end(format!("status={}", status.as_u16()), End::Reply(response))
    }

    /// HTTP 429, with a `Retry-After` of this many whole seconds.
    pub fn too_many_requests(retry_after: Duration) -> Self {
        let mut response =
            HttpResponse::new(StatusCode::TOO_MANY_REQUESTS, "injected fault");
        let seconds = retry_after.as_secs();
        response.headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        Self::end(format!("too-many-requests={seconds}"), End::Reply(response))
    }

    /// A web page in place of the reply, with status 200.
    pub fn not_json() -> Self {
        let page = "<html><body>injected fault</body></html>";
        Self::end("not-json", End::Reply(HttpResponse::new(StatusCode::OK, page)))
    }

    /// The gateway asks for fewer calls: RetCode 153.
    pub fn throttled() -> Self {
        Self::ret_code(153)
    }

    /// The gateway answers with this RetCode, and the service never sees the request.
    ///
    /// Like all of its replies it has a request id: `injected-fault`.
    pub fn ret_code(number: i64) -> Self {
        Self::end(format!("ret-code={number}"), End::RetCode(number))
    }

    /// Any other reply, in the place of the service's.
    pub fn reply(response: HttpResponse) -> Self {
        Self::end("reply", End::Reply(response))
    }

    /// Only requests of this action. Default: all.
    pub fn on(mut self, action: impl Into<String>) -> Self {
        self.action = Some(action.into());
        self
    }

    /// Lets this many requests pass first, of those that it would happen to. Default: 0.
    pub fn after(mut self, requests: u32) -> Self {
        self.skip = requests;
        self
    }

    /// How often it happens; an attempt of a call is a request. Default: until [`Faults::clear`].
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Happens with this probability, from 0 to 1, by a generator of its own that this seed starts.
    ///
    /// The same seed makes it happen to the same requests, whatever other faults there are. Default: always.
    pub fn by_chance(mut self, probability: f64, seed: u64) -> Self {
        let random = fastrand::Rng::with_seed(seed);
        self.chance = Some(Chance { of_one: probability, seed, random });
        self
    }

    /// Whether it happens to the next request, which calls this action.
    fn happens(&mut self, action: Option<&str>) -> bool {
        if self.is_over()
            || self.action.as_deref().is_some_and(|own| Some(own) != action)
        {
            return false;
        }
        if let Some(Chance { of_one, random, .. }) = &mut self.chance {
            let hit = random.f64() < *of_one;
            if !hit {
                return false;
            }
        }
        if self.skip > 0 {
            self.skip -= 1;
            return false;
        }
        self.times = self.times.map(|times| times - 1);
        true
    }

    fn is_over(&self) -> bool {
        self.times == Some(0)
    }
}

/// In one line, such as `CreateUMemSpace:status=503:times=2`, with what is left of its counts.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(action) = &self.action {
            write!(f, "{action}:")?;
        }
        f.write_str(&self.text)?;
        if let Some(times) = self.times {
            write!(f, ":times={times}")?;
        }
        if self.skip > 0 {
            write!(f, ":after={}", self.skip)?;
        }
        if let Some(chance) = &self.chance {
            write!(f, ":chance={}:seed={}", chance.of_one, chance.seed)?;
        }
        Ok(())
    }
}

/// The faults of one or more transports, which can be changed while these are in use; clones are the same.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> ucloud_umem::Result<()> {
/// use ucloud_umem::transport::{self, Fault, Faults};
/// use ucloud_umem::{Client, Credentials, Outcome};
///
/// let service = transport::from_fn(|_| r#"{ "RetCode": 0 }"#);
/// let faults = Faults::new();
/// let client = Client::builder()
///     .credentials(Credentials::new("public", "private"))
///     .transport(faults.around(service.clone()))
///     .build()?;
///
/// faults.inject(Fault::lost_reply().times(1));
/// let error = client.action("CreateUMemBackup").send().await.unwrap_err();
/// assert_eq!(error.outcome(), Outcome::Unknown);
/// assert_eq!(service.requests().len(), 1, "what may have been carried out is not sent again");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Faults(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    faults: Vec<Fault>,
    injected: u64,
}

/// What is to happen to one request.
struct Fate {
    latency: Duration,
    end: Option<End>,
}

impl Faults {
    /// No faults yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A transport that has these faults on the way to `inner`.
    pub fn around<T: Transport>(&self, inner: T) -> FaultTransport<T> {
        FaultTransport { inner, faults: self.clone() }
    }

    /// Adds a fault after those that are there.
    ///
    /// A request meets the first that fits it; latencies add up.
    pub fn inject(&self, fault: Fault) {
        self.state().faults.push(fault);
    }

    /// Takes all faults away, and forgets how many there were.
    #[cfg(feature = "emulator")]
    pub(crate) fn reset(&self) {
        *self.state() = State::default();
    }

    /// Takes all faults away.
    pub fn clear(&self) {
        self.state().faults.clear();
    }

    /// The faults that are left, in their order.
    #[cfg(feature = "emulator")]
    pub(crate) fn left(&self) -> Vec<Fault> {
        self.state().faults.clone()
    }

    /// How many requests have met a fault so far.
    pub fn injected(&self) -> u64 {
        self.state().injected
    }

    fn fate(&self, action: Option<&str>) -> Fate {
        let State { faults, injected } = &mut *self.state();
        let mut fate = Fate { latency: Duration::ZERO, end: None };
        let mut met = false;
        for fault in &mut *faults {
            if !fault.happens(action) {
                continue;
            }
            met = true;
            match &fault.kind {
                Kind::Latency(latency) => {
                    fate.latency = fate.latency.saturating_add(*latency);
                }
                Kind::End(end) => {
                    fate.end = Some(end.clone());
                    break;
                }
            }
        }
        faults.retain(|fault| !fault.is_over());
        *injected += u64::from(met);
        fate
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing can panic while it is locked.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A transport with faults on the way to another one.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> ucloud_umem::Result<()> {
/// use ucloud_umem::transport::{self, Fault, FaultTransport};
/// use ucloud_umem::{Client, Credentials};
///
/// let service = transport::from_fn(|_| r#"{ "RetCode": 0 }"#);
/// let client = Client::builder()
///     .credentials(Credentials::new("public", "private"))
///     .transport(FaultTransport::new(service).with(Fault::refused().times(2)))
///     .build()?;
///
/// let reply = client.action("CreateUMemBackup").send().await?;
/// assert_eq!(reply.metadata().attempts(), 3);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct FaultTransport<T> {
    inner: T,
    faults: Faults,
}

impl<T: Transport> FaultTransport<T> {
    /// A transport without faults yet.
    pub fn new(inner: T) -> Self {
        Faults::new().around(inner)
    }

    /// The same transport with one more fault; see [`Faults::inject`].
    #[must_use]
    pub fn with(self, fault: Fault) -> Self {
        self.faults.inject(fault);
        self
    }

    /// Its faults, to be changed while it is in use.
    pub fn faults(&self) -> Faults {
        self.faults.clone()
    }

    async fn meet(
        &self,
        fate: Fate,
        request: HttpRequest,
    ) -> Result<HttpResponse, TransportError> {
        if !fate.latency.is_zero() {
            tokio::time::sleep(fate.latency).await;
        }
        match fate.end {
            None => self.inner.send(request).await,
            Some(End::Refused) => {
                Err(TransportError::not_sent("injected fault: connection refused"))
            }
            Some(End::Cut) => {
                Err(TransportError::maybe_sent("injected fault: connection cut"))
            }
            Some(End::LostReply) => {
                self.inner.send(request).await?;
                Err(TransportError::maybe_sent("injected fault: reply lost"))
            }
            Some(End::HalfBody) => {
                let mut response = self.inner.send(request).await?;
                // What was to arrive is still said, as it would be on a connection that breaks.
                let length = HeaderValue::from(response.body.len());
                response.headers.insert(CONTENT_LENGTH, length);
                response.body.truncate(response.body.len() / 2);
                Ok(response)
            }
            Some(End::RetCode(number)) => Ok(declined(&request, number)),
            Some(End::Reply(response)) => Ok(response),
        }
    }
}

/// What the gateway answers to a request that it declines.
fn declined(request: &HttpRequest, ret_code: i64) -> HttpResponse {
    let action = request.action().unwrap_or_default();
    let reply = serde_json::json!({
        "Action": format!("{action}Response"),
        "RetCode": ret_code,
        "Message": "injected fault",
    });
    let mut response = HttpResponse::new(StatusCode::OK, reply.to_string());
    response.headers.insert(REQUEST_ID, HeaderValue::from_static("injected-fault"));
    response
}

impl<T: Transport> Transport for FaultTransport<T> {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let fate = self.faults.fate(request.action().as_deref());
        Box::pin(self.meet(fate, request))
    }
}
