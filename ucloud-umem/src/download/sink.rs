//! Receivers of downloaded bytes.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::task::ready;

use bytes::{Buf as _, Bytes};
use tokio::io::AsyncWrite;

use super::entity::Entity;
use crate::error::{Error, ErrorKind, Outcome, Result};
use crate::transport::BoxFuture;

/// Receiver of downloaded bytes.
pub(crate) trait Sink: Send {
    /// Learns which file the bytes are of, before the first of them.
    fn begin<'a>(&'a mut self, entity: &'a Entity) -> BoxFuture<'a, Result<()>> {
        _ = entity;
        Box::pin(async { Ok(()) })
    }

    /// Writes a piece.
    fn write(&mut self, piece: Bytes) -> BoxFuture<'_, Result<()>>;

    /// Removes all bytes, so that the download starts again; returns `false` if that cannot be
    /// done.
    fn rewind(&mut self) -> BoxFuture<'_, Result<bool>> {
        Box::pin(async { Ok(false) })
    }

    /// Writes out what is buffered.
    fn flush(&mut self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

/// Makes the error of a file or writer. The download has no effect on the service.
pub(crate) fn io_error(problem: impl std::fmt::Display, error: io::Error) -> Error {
    Error::new(ErrorKind::Io, Outcome::Unknown, format!("{problem}: {error}")).with_source(error)
}

/// Writer of an application.
pub(super) struct WriterSink<W>(W);

impl<W: AsyncWrite + Send + Unpin> WriterSink<W> {
    pub(super) fn new(writer: W) -> Self {
        Self(writer)
    }
}

impl<W: AsyncWrite + Send + Unpin> Sink for WriterSink<W> {
    fn write(&mut self, mut piece: Bytes) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let written = poll_fn(|context| {
                while !piece.is_empty() {
                    let count = ready!(Pin::new(&mut self.0).poll_write(context, &piece))?;
                    if count == 0 {
                        return io::Result::Err(io::ErrorKind::WriteZero.into()).into();
                    }
                    piece.advance(count.min(piece.len()));
                }
                Ok(()).into()
            });
            written.await.map_err(|error| io_error("failed writer of a download", error))
        })
    }

    fn flush(&mut self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async {
            let flushed = poll_fn(|context| Pin::new(&mut self.0).poll_flush(context));
            flushed.await.map_err(|error| io_error("failed writer of a download", error))
        })
    }
}
