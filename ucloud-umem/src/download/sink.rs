//! Receivers of downloaded bytes.

use std::io;

use bytes::Bytes;
use tokio::io::{AsyncWrite, AsyncWriteExt as _};

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
pub(super) fn io_error(problem: impl std::fmt::Display, error: io::Error) -> Error {
    Error::new(ErrorKind::Io, Outcome::Unknown, format!("{problem}: {error}")).with_source(error)
}

/// Makes the error of the writer of an application.
pub(crate) fn writer_error(error: io::Error) -> Error {
    io_error("failed writer of a download", error)
}

/// Writer of an application.
pub(super) struct WriterSink<W>(W);

impl<W: AsyncWrite + Send + Unpin> WriterSink<W> {
    pub(super) fn new(writer: W) -> Self {
        Self(writer)
    }
}

impl<W: AsyncWrite + Send + Unpin> Sink for WriterSink<W> {
    fn write(&mut self, piece: Bytes) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move { self.0.write_all(&piece).await.map_err(writer_error) })
    }

    fn flush(&mut self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async { self.0.flush().await.map_err(writer_error) })
    }
}
