//! Blocking downloads.

use std::io::Write;
use std::path::Path;
use std::sync::mpsc;

use bytes::Bytes;
use tokio::sync::oneshot;

use super::Client;
use crate::PresignedUrl;
use crate::download::{Download, Sink, writer_error};
use crate::error::{Error, Result};
use crate::transport::BoxFuture;

impl Client {
    /// Starts a download from a presigned address; see
    /// [`Client::download`](crate::Client::download).
    pub fn download(&self, address: &PresignedUrl) -> Download<Self> {
        Download::new(self.clone(), address)
    }
}

impl Download<Client> {
    /// Downloads to a file, and returns its length in bytes; see
    /// [`Download::to_file`](crate::Download::to_file).
    pub fn to_file(self, path: impl AsRef<Path>) -> Result<u64> {
        let path = path.as_ref().to_owned();
        let (client, download) = self.rebind(|client| client.inner().clone());
        client.runtime().block_on(async move { download.to_file(path).await })?
    }

    /// Downloads to a writer, and returns the number of bytes. The writer is flushed.
    ///
    /// The calling thread writes, while the thread of the client downloads. After an error, the
    /// writer has a part of the file.
    pub fn to_writer(self, mut writer: impl Write) -> Result<u64> {
        let (client, download) = self.rebind(|client| client.inner().clone());
        let (sender, pieces) = mpsc::channel();
        let wait = client.runtime().start(async move {
            let mut sink = ChannelSink(sender);
            download.write_into(&mut sink).await
        })?;
        for Piece { bytes, written } in &pieces {
            writer.write_all(&bytes).map_err(writer_error)?;
            // The download may have reached its deadline.
            _ = written.send(());
        }
        let length = wait()??;
        writer.flush().map_err(writer_error)?;
        Ok(length)
    }
}

/// Piece on its way to the thread that writes it.
struct Piece {
    bytes: Bytes,
    /// Receives that it is written.
    written: oneshot::Sender<()>,
}

/// Sends each piece to the thread that writes, and waits until it is written.
struct ChannelSink(mpsc::Sender<Piece>);

impl Sink for ChannelSink {
    fn write(&mut self, bytes: Bytes) -> BoxFuture<'_, Result<()>> {
        let (written, is_written) = oneshot::channel();
        let sent = self.0.send(Piece { bytes, written });
        Box::pin(async move {
            // Nobody sees this error: the writer has failed.
            let gone = || Error::invalid_request("writer of the download is gone");
            sent.map_err(|_| gone())?;
            is_written.await.map_err(|_| gone())
        })
    }
}
