//! Faults for tests, around any transport.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::header::{CONTENT_LENGTH, RETRY_AFTER};
use http::{HeaderValue, StatusCode};

use super::{
    BoxFuture, HttpRequest, HttpResponse, REQUEST_ID, StreamedResponse, Transport, TransportError,
};

/// Fault of a request or its response.
///
/// It happens to every request unless [`times`](Self::times), [`after`](Self::after),
/// [`for_action`](Self::for_action) or [`by_chance`](Self::by_chance) limit it. Without an action,
/// it happens to downloads too.
///
/// ```
/// use std::time::Duration;
/// use ucloud_umem::transport::Fault;
///
/// let outage = Fault::refused();
/// let slow_for_a_while = Fault::latency(Duration::from_millis(300)).times(10);
/// let create_without_response = Fault::lost_response().for_action("CreateUMemBackup").times(1);
/// let second_call = Fault::throttled().after(1).times(1);
/// let one_in_ten = Fault::cut().by_chance(0.1, 42);
/// ```
#[derive(Clone, Debug)]
#[must_use = "a fault does nothing until `Faults` have it"]
pub struct Fault {
    /// Name and value: `status=503`.
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
    Refused,
    Cut,
    LostResponse,
    HalfBody,
    RetCode(i64),
    Response(HttpResponse),
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

    /// Delays the request, before it is sent or gets another fault.
    pub fn latency(latency: Duration) -> Self {
        Self::new(format!("latency={}ms", latency.as_millis()), Kind::Latency(latency))
    }

    /// Refuses the connection: the request is certainly not sent.
    pub fn refused() -> Self {
        Self::new("refused", Kind::Refused)
    }

    /// Breaks the connection before the service has read the request, which the client cannot know.
    pub fn cut() -> Self {
        Self::new("cut", Kind::Cut)
    }

    /// Breaks the connection after the service has carried out the request, before the response
    /// arrives.
    pub fn lost_response() -> Self {
        Self::new("lost-response", Kind::LostResponse)
    }

    /// Cuts the body of the response in half after the service has carried out the request.
    pub fn half_body() -> Self {
        Self::new("half-body", Kind::HalfBody)
    }

    /// Responds with this status, such as 503, and a body that is not JSON, without calling the
    /// service.
    pub fn status(status: StatusCode) -> Self {
        let response = HttpResponse::new(status, format!("injected fault: {status}"));
        Self::new(format!("status={}", status.as_u16()), Kind::Response(response))
    }

    /// Responds with HTTP 429 and a `Retry-After` in whole seconds.
    pub fn too_many_requests(retry_after: Duration) -> Self {
        let mut response = HttpResponse::new(StatusCode::TOO_MANY_REQUESTS, "injected fault");
        let seconds = retry_after.as_secs();
        response.headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        Self::new(format!("too-many-requests={seconds}"), Kind::Response(response))
    }

    /// Responds with a web page and status 200.
    pub fn not_json() -> Self {
        let page = "<html><body>injected fault</body></html>";
        Self::new("not-json", Kind::Response(HttpResponse::new(StatusCode::OK, page)))
    }

    /// Responds with RetCode 153: too many calls.
    pub fn throttled() -> Self {
        Self::ret_code(153)
    }

    /// Responds with this RetCode and the request id `injected-fault`, without calling the service.
    pub fn ret_code(number: i64) -> Self {
        Self::new(format!("ret-code={number}"), Kind::RetCode(number))
    }

    /// Responds with any other response, without calling the service.
    pub fn response(response: HttpResponse) -> Self {
        Self::new("response", Kind::Response(response))
    }

    /// Limits it to requests of this action. Default: all.
    pub fn for_action(mut self, action: impl Into<String>) -> Self {
        self.action = Some(action.into());
        self
    }

    /// Skips this many requests first. Default: 0.
    pub fn after(mut self, requests: u32) -> Self {
        self.skip = requests;
        self
    }

    /// Limits it to this many requests; each attempt of a call is a request. Default: until
    /// [`Faults::clear`].
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Sets its probability, from 0 to 1, and the seed of its random numbers. Default: always.
    ///
    /// With the same seed it happens to the same requests, whatever other faults there are.
    pub fn by_chance(mut self, probability: f64, seed: u64) -> Self {
        let random = fastrand::Rng::with_seed(seed);
        self.chance = Some(Chance { of_one: probability, seed, random });
        self
    }

    /// Counts a request of this action, and returns `true` if the fault happens to it.
    fn happens(&mut self, action: Option<&str>) -> bool {
        if self.is_over() || self.action.as_deref().is_some_and(|own| Some(own) != action) {
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

/// Writes one line, such as `CreateUMemSpace:status=503:times=2`, with the remaining counts.
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

/// Faults of one or more transports, which can be changed at any time. Clones share them.
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
/// faults.inject(Fault::lost_response().times(1));
/// let error = client.action("CreateUMemBackup").send().await.unwrap_err();
/// assert_eq!(error.outcome(), Outcome::Unknown);
/// assert_eq!(service.requests().len(), 1, "a create that may have been carried out is not repeated");
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

impl Faults {
    /// Makes an empty list of faults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Wraps a transport with these faults.
    pub fn around<T: Transport>(&self, inner: T) -> impl Transport + use<T> {
        FaultTransport { inner, faults: self.clone() }
    }

    /// Adds a fault; see [`inject`](Self::inject).
    #[must_use]
    pub fn with(self, fault: Fault) -> Self {
        self.inject(fault);
        self
    }

    /// Adds a fault at the end of the list.
    ///
    /// A request gets the first fault that fits; latencies add up.
    pub fn inject(&self, fault: Fault) {
        self.state().faults.push(fault);
    }

    /// Removes all faults and sets the count of [`injected`](Self::injected) to 0.
    pub fn reset(&self) {
        *self.state() = State::default();
    }

    /// Removes all faults.
    pub fn clear(&self) {
        self.state().faults.clear();
    }

    /// Removes the first fault that prints as this text; returns false if there is none.
    ///
    /// The text has the remaining counts, as [`left`](Self::left) returns them.
    pub fn remove(&self, text: &str) -> bool {
        let faults = &mut self.state().faults;
        let found = faults.iter().position(|fault| fault.to_string() == text);
        found.map(|index| faults.remove(index)).is_some()
    }

    /// Returns the faults that can still happen, in their order.
    pub fn left(&self) -> Vec<Fault> {
        self.state().faults.clone()
    }

    /// Returns the number of requests with a fault so far.
    pub fn injected(&self) -> u64 {
        self.state().injected
    }

    /// Returns the latency of a request, and the fault that ends it.
    fn next(&self, action: Option<&str>) -> (Duration, Option<Kind>) {
        let State { faults, injected } = &mut *self.state();
        let (mut latency, mut end, mut met) = (Duration::ZERO, None, false);
        for fault in &mut *faults {
            if !fault.happens(action) {
                continue;
            }
            met = true;
            if let Kind::Latency(more) = fault.kind {
                latency = latency.saturating_add(more);
            } else {
                end = Some(fault.kind.clone());
                break;
            }
        }
        faults.retain(|fault| !fault.is_over());
        *injected += u64::from(met);
        (latency, end)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Transport that adds faults to another one.
#[derive(Debug)]
struct FaultTransport<T> {
    inner: T,
    faults: Faults,
}

impl<T: Transport> FaultTransport<T> {
    async fn inject(
        &self,
        latency: Duration,
        end: Option<Kind>,
        request: HttpRequest,
    ) -> Result<HttpResponse, TransportError> {
        if !latency.is_zero() {
            tokio::time::sleep(latency).await;
        }
        match end {
            None | Some(Kind::Latency(_)) => self.inner.send(request).await,
            Some(Kind::Refused) => {
                Err(TransportError::not_sent("injected fault: connection refused"))
            }
            Some(Kind::Cut) => Err(TransportError::maybe_sent("injected fault: connection cut")),
            Some(Kind::LostResponse) => {
                self.inner.send(request).await?;
                Err(TransportError::maybe_sent("injected fault: response lost"))
            }
            Some(Kind::HalfBody) => {
                let mut response = self.inner.send(request).await?;
                // The header keeps the whole length, as on a connection that breaks.
                let length = HeaderValue::from(response.body.len());
                response.headers.insert(CONTENT_LENGTH, length);
                response.body.truncate(response.body.len() / 2);
                Ok(response)
            }
            Some(Kind::RetCode(number)) => Ok(gateway_response(&request, number)),
            Some(Kind::Response(response)) => Ok(response),
        }
    }
}

/// Makes the response of the gateway with a RetCode.
fn gateway_response(request: &HttpRequest, ret_code: i64) -> HttpResponse {
    let action = request.action().unwrap_or_default();
    let body = serde_json::json!({
        "Action": format!("{action}Response"),
        "RetCode": ret_code,
        "Message": "injected fault",
    });
    let mut response = HttpResponse::new(StatusCode::OK, body.to_string());
    response.headers.insert(REQUEST_ID, HeaderValue::from_static("injected-fault"));
    response
}

impl<T: Transport> Transport for FaultTransport<T> {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let (latency, end) = self.faults.next(request.action().as_deref());
        Box::pin(self.inject(latency, end, request))
    }

    fn download(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<StreamedResponse, TransportError>> {
        let (latency, end) = self.faults.next(None);
        Box::pin(async move {
            if end.is_some() {
                return self.inject(latency, end, request).await.map(StreamedResponse::from);
            }
            tokio::time::sleep(latency).await;
            self.inner.download(request).await
        })
    }
}
