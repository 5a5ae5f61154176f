//! Listening, connections, and what they may cost: their number, and the size and time of what they send.

use std::future::poll_fn;
use std::net::TcpListener;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use http::StatusCode;
use http_body_util::BodyExt as _;
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, oneshot};
use tokio::time::{sleep, timeout};

use super::Site;
use super::response::Problem;

/// Connections at once; more wait until one ends.
const MOST_CONNECTIONS: usize = 256;
const MOST_HEAD: usize = 64 * 1024;
const MOST_BODY: usize = 1024 * 1024;
/// Of a body that is too large this much is read over, so that its sender comes to reading the reply.
const MOST_DISCARDED: usize = 16 * MOST_BODY;
/// Where no connection can be taken, for want of file descriptors, it is tried again after this.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves until it is told to stop, and then lets what has begun go on for as long as it is told.
pub(super) async fn serve(
    listener: TcpListener,
    site: Arc<Site>,
    request_timeout: Duration,
    mut stopped: oneshot::Receiver<Duration>,
) {
    // It is non-blocking and the runtime has I/O, so this cannot fail; without it there is nothing to serve.
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    let graceful = GracefulShutdown::new();
    let grace = {
        let mut accepting = pin!(accept(&listener, &graceful, &site, request_timeout));
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
        // What takes longer ends with the runtime.
        _ = timeout(grace, graceful.shutdown()).await;
    }
}

async fn accept(
    listener: &tokio::net::TcpListener,
    graceful: &GracefulShutdown,
    site: &Arc<Site>,
    request_timeout: Duration,
) -> std::convert::Infallible {
    let free = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let permit = Arc::clone(&free).acquire_owned().await;
        let Ok((stream, _)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };
        let connection = graceful.watch(connection(stream, site, request_timeout));
        tokio::spawn(async move {
            // How a connection ends is the client's affair.
            _ = connection.await;
            drop(permit);
        });
    }
}

fn connection(
    stream: TcpStream,
    site: &Arc<Site>,
    request_timeout: Duration,
) -> impl hyper_util::server::graceful::GracefulConnection<Output: Send> + Send + use<> {
    // Small replies would otherwise wait for the client's acknowledgement.
    _ = stream.set_nodelay(true);
    let site = Arc::clone(site);
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(request_timeout)
        .max_buf_size(MOST_HEAD)
        // A client may close its side once it has said everything.
        .half_close(true)
        .serve_connection(
            TokioIo::new(stream),
            service_fn(move |request| {
                let site = Arc::clone(&site);
                async move { site.answer(request, request_timeout).await }
            }),
        )
}

/// The whole body, if it is neither too large nor too slow; otherwise what is wrong with it.
pub(super) async fn read_body(
    body: Incoming,
    longest: Duration,
) -> Result<Bytes, Problem> {
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
