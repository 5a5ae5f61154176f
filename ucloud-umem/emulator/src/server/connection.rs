//! Listening and connections, with limits for the size and time of requests.

use std::future::{Future as _, poll_fn};
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use http::StatusCode;
use http_body_util::BodyExt as _;
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};

use super::Site;
use super::connection_limit::{ConnectionLimit, End, Permit};
use super::response::Problem;

const MOST_HEAD: usize = 64 * 1024;
const MOST_BODY: usize = 1024 * 1024;
/// Of a body that is too large this much is read over, so that its sender comes to reading the
/// response.
const MOST_DISCARDED: usize = 16 * MOST_BODY;
/// Connections that wait until they are accepted; the standard library lets 128 wait, and those
/// beyond try again after 1 s.
const BACKLOG: u32 = 4096;
/// Pause before the next try if no connection can be accepted, e.g. without file descriptors.
const PAUSE: Duration = Duration::from_millis(50);

/// Listens on an address. Needs a runtime.
pub(super) fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // So that it can be started again at once; on Windows this would share the address.
    #[cfg(not(windows))]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Serves until `stopped` says how long requests that have begun may go on.
pub(super) async fn serve(
    listener: TcpListener,
    site: Arc<Site>,
    request_timeout: Duration,
    mut stopped: oneshot::Receiver<Duration>,
) {
    let limit = ConnectionLimit::new();
    let grace = {
        let mut accepting = pin!(accept(&listener, &limit, &site, request_timeout));
        poll_fn(|context| {
            if let Poll::Ready(grace) = pin!(&mut stopped).poll(context) {
                return Poll::Ready(grace);
            }
            // It never ends.
            _ = accepting.as_mut().poll(context);
            Poll::Pending
        })
        .await
    };
    drop(listener);
    if let Ok(grace) = grace {
        // Longer requests end with the runtime.
        _ = timeout(grace, limit.close_all()).await;
    }
}

async fn accept(
    listener: &TcpListener,
    limit: &Arc<ConnectionLimit>,
    site: &Arc<Site>,
    request_timeout: Duration,
) -> std::convert::Infallible {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            limit.close_idle();
            sleep(PAUSE).await;
            continue;
        };
        let (permit, end) = limit.acquire().await;
        let site = Arc::clone(site);
        tokio::spawn(connection(stream, site, request_timeout, permit, end));
    }
}

async fn connection(
    stream: TcpStream,
    site: Arc<Site>,
    request_timeout: Duration,
    permit: Permit,
    mut end: oneshot::Receiver<End>,
) {
    // Small responses would otherwise wait for the client's acknowledgement.
    _ = stream.set_nodelay(true);
    let (site, permit) = (&site, &permit);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(request_timeout)
        .max_buf_size(MOST_HEAD)
        // A client may close its side once it has said everything.
        .half_close(true)
        .serve_connection(
            TokioIo::new(stream),
            service_fn(|request| async move {
                permit.begin();
                let response = site.answer(request, request_timeout).await;
                permit.end();
                response
            }),
        );
    let mut connection = pin!(connection);
    let end = poll_fn(|context| {
        // First, so that a request that has arrived gets its response.
        if connection.as_mut().poll(context).is_ready() {
            return Poll::Ready(None);
        }
        Pin::new(&mut end).poll(context).map(Some)
    });
    // An error of the connection needs no action: the client sees it.
    let Some(end) = end.await else { return };
    connection.as_mut().graceful_shutdown();
    let has_ended = poll_fn(|context| Poll::Ready(connection.as_mut().poll(context).is_ready()));
    // Half a request that has arrived is not waited for, where the permit is needed.
    let is_over = has_ended.await || (end == Ok(End::IfIdle) && permit.is_idle());
    if !is_over {
        _ = connection.await;
    }
}

/// Reads the whole body. A body that is too large or too slow is an error.
pub(super) async fn read_body(body: Incoming, longest: Duration) -> Result<Bytes, Problem> {
    match timeout(longest, collect(body)).await {
        Ok(result) => result.map_err(Problem::last),
        Err(_) => {
            let message = format!("the body did not arrive within {longest:?}");
            Err(Problem::new(StatusCode::REQUEST_TIMEOUT, message).last())
        }
    }
}

async fn collect(mut body: Incoming) -> Result<Bytes, Problem> {
    let too_large = || {
        let message = format!("a body may have {MOST_BODY} bytes");
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, message)
    };
    if body.size_hint().lower() > MOST_DISCARDED as u64 {
        return Err(too_large());
    }
    let (mut whole, mut length) = (Vec::new(), 0);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| {
            Problem::new(StatusCode::BAD_REQUEST, "the body breaks the rules of HTTP")
        })?;
        let Ok(data) = frame.into_data() else { continue };
        length += data.len();
        if length > MOST_DISCARDED {
            break;
        }
        if length <= MOST_BODY {
            whole.extend_from_slice(&data);
        }
    }
    if length > MOST_BODY { Err(too_large()) } else { Ok(whole.into()) }
}
