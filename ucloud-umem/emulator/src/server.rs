//! The emulator over HTTP, for other languages and for tests of real connections.

mod call_log;
mod call_parameters;
mod connection;
mod connection_limit;
mod control;
mod forms;
mod guard;
mod json;
mod metadata;
mod page;
mod relay;
mod response;

use std::fmt;
use std::io;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use http::{Method, Request, Response, StatusCode};
use hyper::body::Incoming;
use tokio::sync::oneshot;

use crate::Emulator;
use crate::download::{self, Content};
use crate::error::{Error, Result};
use crate::page::language::Language;
use crate::served_call::ServedCall;
use call_log::CallLog;
use guard::Guard;
use response::{Body, HungUp, Problem, json};
use ucloud_umem::transport::Faults;

/// Longest time for the head of a request, and then for its body.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(10);
/// Longest time that [`Server::stop`] waits for requests that have begun.
const GRACE: Duration = Duration::from_secs(5);

/// An emulator that listens for HTTP on its own thread; it ends when it is dropped.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use umem_emulator::Emulator;
///
/// let emulator = Emulator::new();
/// emulator.seed_space("uredis-abc", 3)?;
/// let server = emulator.serve("127.0.0.1:0")?;
/// println!("listening on {}", server.url());
/// server.stop();
/// # Ok(())
/// # }
/// ```
#[must_use = "it ends when it is dropped"]
pub struct Server {
    address: SocketAddr,
    /// Says how long to let requests go on; dropped, it ends the server at once.
    stop: Option<oneshot::Sender<Duration>>,
    thread: Option<JoinHandle<()>>,
}

/// Builder of a [`Server`].
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use ucloud_umem::transport::Fault;
/// use umem_emulator::Emulator;
///
/// let server = Emulator::new()
///     .server()
///     .fault(Fault::lost_response().for_action("CreateUMemBackup").times(1))
///     .on_call(|call| eprintln!("{call}"))
///     .start("127.0.0.1:0")?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a builder does nothing until `start`"]
pub struct ServerBuilder {
    emulator: Emulator,
    faults: Faults,
    on_call: Option<OnCall>,
    request_timeout: Duration,
    allow_remote: bool,
    guard: Guard,
}

type OnCall = Box<dyn Fn(&ServedCall) + Send + Sync>;

impl Emulator {
    /// Listens at this address; port 0 takes a free one. [`server`](Self::server) has options.
    pub fn serve(&self, address: impl ToSocketAddrs) -> Result<Server> {
        self.server().start(address)
    }

    /// Sets up a server of this emulator.
    pub fn server(&self) -> ServerBuilder {
        ServerBuilder {
            emulator: self.clone(),
            faults: Faults::new(),
            on_call: None,
            request_timeout: REQUEST_TIMEOUT,
            allow_remote: false,
            guard: Guard::default(),
        }
    }
}

impl ServerBuilder {
    /// Adds a fault on the way to the emulator. Default: none.
    ///
    /// For a refused or cut connection, the server closes it without a response. It must accept it
    /// first, to read the action.
    pub fn fault(self, fault: ucloud_umem::transport::Fault) -> Self {
        self.faults.inject(fault);
        self
    }

    /// Sets the faults on the way to the emulator. They can be changed while the server runs.
    pub fn faults(mut self, faults: Faults) -> Self {
        self.faults = faults;
        self
    }

    /// Sets a function that is called on the server's thread after each call of the gateway.
    /// Default: none.
    ///
    /// While it runs, the server waits. Do long work, such as writing to a pipe, on another thread.
    /// A [`ServedCall`] prints as one line, without secrets.
    pub fn on_call(mut self, on_call: impl Fn(&ServedCall) + Send + Sync + 'static) -> Self {
        self.on_call = Some(Box::new(on_call));
        self
    }

    /// Sets the longest time for the head of a request, and then for its body. Default: 10 s.
    ///
    /// A connection that is idle for so long is closed.
    pub fn request_timeout(mut self, timeout: Duration) -> Self {
        self.request_timeout = timeout;
        self
    }

    /// Allows addresses that other machines can reach. Default: no.
    ///
    /// Anyone who can reach the server controls it: the control paths need no signature. Download
    /// addresses then have the host that the call was sent to.
    pub fn allow_remote(mut self, allow: bool) -> Self {
        self.allow_remote = allow;
        self
    }

    /// Adds a host name for the page, control paths and instance metadata. Default: only `localhost`.
    ///
    /// IP addresses are always allowed. Requests with another `Host` may come from a web page and
    /// get HTTP status 403, except calls that are a `POST` without `Origin`.
    pub fn allow_host(mut self, name: impl Into<String>) -> Self {
        self.guard.allow(name.into());
        self
    }

    /// Starts the server at this address; port 0 takes a free one.
    ///
    /// Fails if it cannot listen there, or if other machines can reach the address and
    /// [`allow_remote`](Self::allow_remote) is not set.
    pub fn start(self, address: impl ToSocketAddrs) -> Result<Server> {
        let cannot = |what: &str, error: io::Error| {
            Error::new(format!("the emulator cannot {what}: {error}"))
        };
        let addresses = address.to_socket_addrs();
        let mut addresses = addresses.map_err(|e| cannot("tell its address", e))?;
        let address = addresses.next().ok_or_else(|| {
            Error::new("the emulator was given a name without an address to listen at")
        })?;
        if !(self.allow_remote || address.ip().is_loopback()) {
            return Err(Error::new(format!(
                "the emulator was not allowed to listen at {address}, where other machines reach it"
            )));
        }
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| cannot("start", error))?;
        let listener = {
            let _runtime = runtime.enter();
            connection::listen(address)
        };
        let listener = listener.map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => Error::new(format!(
                "the emulator cannot listen at {address}: another program uses this address, perhaps another \
                 emulator; stop that one, or take a free port (`--listen 127.0.0.1:0`)"
            )),
            _ => cannot(&format!("listen at {address}"), error),
        })?;
        let address = listener.local_addr().map_err(|e| cannot("tell its address", e))?;
        let site = Arc::new(Site {
            emulator: self.emulator,
            faults: self.faults,
            calls: CallLog::new(self.on_call),
            guard: self.guard,
            is_remote: self.allow_remote,
        });
        site.emulator.served_at(format!("http://{address}"));
        let (stop, stopped) = oneshot::channel();
        let thread = thread::Builder::new()
            .name("umem-emulator".to_owned())
            .spawn(move || {
                runtime.block_on(connection::serve(listener, site, self.request_timeout, stopped));
            })
            .map_err(|error| cannot("start", error))?;
        Ok(Server { address, stop: Some(stop), thread: Some(thread) })
    }
}

impl Server {
    /// Returns its base URL: `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the address at which it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes no more requests, lets those that have begun go on for at most 5 s, and ends.
    pub fn stop(mut self) {
        if let Some(stop) = self.stop.take() {
            // It may have ended already.
            _ = stop.send(GRACE);
        }
        self.join();
    }

    fn join(&mut self) {
        if let Some(thread) = self.thread.take() {
            // Dropped by its own callback it cannot wait for itself.
            if thread.thread().id() != thread::current().id() {
                // A panic there has been printed.
                _ = thread.join();
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        self.join();
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("address", &self.address).finish_non_exhaustive()
    }
}

impl fmt::Debug for ServerBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerBuilder")
            .field("emulator", &self.emulator)
            .field("faults", &self.faults)
            .finish_non_exhaustive()
    }
}

/// Shared state of all connections.
struct Site {
    emulator: Emulator,
    faults: Faults,
    calls: CallLog,
    guard: Guard,
    /// True if other machines may reach the emulator.
    is_remote: bool,
}

impl Site {
    /// Returns the response to a request, or an error if the connection closes without one.
    async fn answer(
        self: &Arc<Self>,
        request: Request<Incoming>,
        body_timeout: Duration,
    ) -> Result<Response<Body>, HungUp> {
        let arrival = self.emulator.generation();
        let (head, body) = request.into_parts();
        let body = match connection::read_body(body, body_timeout).await {
            Ok(body) => body,
            Err(problem) => return Ok(Body::from_response(problem.into())),
        };
        let request = Request::from_parts(head, body);
        let path = request.uri().path();
        let language = match path {
            "/" if page::is_wanted(&request) => Some(None),
            "/en" => Some(Some(Language::English)),
            "/zh" => Some(Some(Language::Chinese)),
            _ => None,
        };
        let checked = match path {
            _ if language.is_some() => self.guard.check_page(&request),
            "/" | "/api" | "/api/" => self.guard.check_call(&request),
            "/healthz" => Ok(()),
            _ => self.guard.check_control(&request),
        };
        if let Err(problem) = checked {
            return Ok(Body::from_response(problem.into()));
        }
        if let Some(language) = language {
            let site = Arc::clone(self);
            let page = self.emulator.aside(move |_| page::page(&site, &request, language));
            return Ok(Body::from_response(page.await));
        }
        let response = match path {
            "/" | "/api" | "/api/" => relay::answer(self, &request, arrival).await?,
            "/healthz" => match *request.method() {
                Method::GET | Method::HEAD => {
                    json(StatusCode::OK, &serde_json::json!({ "status": "ok" }))
                }
                _ => Problem::wrong_method("GET, HEAD").into(),
            },
            _ if path.starts_with(download::PATH) => match *request.method() {
                Method::GET | Method::HEAD => {
                    let path = path.to_owned();
                    let content = self.emulator.aside(move |emulator| emulator.content(&path));
                    return Ok(Self::download(content.await));
                }
                _ => Problem::wrong_method("GET, HEAD").into(),
            },
            _ if path.starts_with("/_emulator/") => {
                let site = Arc::clone(self);
                self.emulator.aside(move |_| control::answer(&site, &request)).await
            }
            _ if path.starts_with("/_page/") && page::is_read(&request) => {
                let site = Arc::clone(self);
                self.emulator.aside(move |_| page::show(&site, &request)).await
            }
            _ if path.starts_with("/_page/") => page::change(self, &request, arrival).await?,
            _ if path.starts_with("/meta-data/") => metadata::answer(&self.emulator, &request),
            _ => {
                let paths = "calls go to / or /api/; /healthz, /_emulator/... and /meta-data/... are beside";
                Problem::new(StatusCode::NOT_FOUND, paths).into()
            }
        };
        Ok(Body::from_response(response))
    }

    /// Responds to a download of a backup.
    fn download(content: Option<Content>) -> Response<Body> {
        let body = match content {
            Some(Content::Bytes(bytes)) => Ok(Body::new(bytes.into())),
            Some(Content::File(file)) => Body::of_file(file),
            None => {
                let problem = Problem::new(StatusCode::NOT_FOUND, download::NOT_THERE);
                return Body::from_response(problem.into());
            }
        };
        match body {
            Ok(body) => response::binary(body),
            Err(error) => {
                let status = StatusCode::INTERNAL_SERVER_ERROR;
                Body::from_response(Problem::new(status, error.to_string()).into())
            }
        }
    }
}
