//! Downloads of backups; see [the guide](crate::guide::downloads).

mod attempts;
mod entity;
mod partial_file;
mod sink;

use std::fmt;
use std::path::Path;
use std::time::Duration;

use tokio::io::AsyncWrite;

use crate::PresignedUrl;
use crate::client::Client;
use crate::error::Result;
use attempts::{Attempts, Known};
use partial_file::PartialFile;
#[cfg(not(feature = "blocking"))]
use sink::Sink;
use sink::WriterSink;
#[cfg(feature = "blocking")]
pub(crate) use sink::{Sink, writer_error};

/// Download from a presigned address; made by [`Client::download`].
///
/// The address is enough: no keys, no headers of the API and no cookies are sent. A broken
/// connection is retried, and continues where it broke if the server can do that. See [the
/// guide](crate::guide::downloads).
#[must_use = "nothing is downloaded until `to_file` or `to_writer`"]
pub struct Download<C = Client> {
    client: C,
    address: PresignedUrl,
    resume: bool,
    limits: Limits,
    on_progress: OnProgress,
}

/// Time limits of a download.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Limits {
    deadline: Option<Duration>,
    read_timeout: Option<Duration>,
}

/// Function that receives progress.
pub(crate) type OnProgress = Box<dyn FnMut(&DownloadProgress) + Send + Sync>;

/// Progress of a download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DownloadProgress {
    /// Bytes written so far, including the bytes of a resumed download.
    ///
    /// It falls to 0 if the download has to start again.
    pub bytes: u64,
    /// Length of the file, if the server says it.
    pub total: Option<u64>,
}

impl Client {
    /// Starts a download from a presigned address, such as the address of a backup.
    ///
    /// ```no_run
    /// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
    /// let response = client.describe_uredis_backup_url("a75b24a9-d9e1").send().await?;
    /// if let Some(address) = response.backup_path {
    ///     let bytes = client.download(&address).resume(true).to_file("nightly.rdb").await?;
    ///     println!("{bytes} bytes");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn download(&self, address: &PresignedUrl) -> Download {
        Download::new(self.clone(), address)
    }
}

impl<C> Download<C> {
    pub(crate) fn new(client: C, address: &PresignedUrl) -> Self {
        Self {
            client,
            address: address.clone(),
            resume: false,
            limits: Limits::default(),
            on_progress: Box::new(|_| {}),
        }
    }

    /// Keeps the part of a file that has arrived if the download fails or is cancelled, and
    /// continues from it the next time. Default: `false`; the part is removed.
    ///
    /// The part of `nightly.rdb` is `nightly.rdb.part`. `nightly.rdb.part.json` beside it says what
    /// it is a part of. If the file on the server is another one by then, the download starts
    /// again. Run only one such download to a path at a time.
    pub fn resume(mut self, resume: bool) -> Self {
        self.resume = resume;
        self
    }

    /// Sets the time limit of the whole download, with its retries. Default: none.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.limits.deadline = Some(deadline);
        self
    }

    /// Sets the longest time without a byte from the server, after which the download is retried.
    /// Default: the [`timeout`](crate::ClientBuilder::timeout) of the client.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.limits.read_timeout = Some(timeout);
        self
    }

    /// Calls a function after each piece that was written, to show progress.
    ///
    /// It runs on the thread that polls the download; keep it fast.
    pub fn on_progress(
        mut self,
        on_progress: impl FnMut(&DownloadProgress) + Send + Sync + 'static,
    ) -> Self {
        self.on_progress = Box::new(on_progress);
        self
    }

    /// Replaces the client.
    #[cfg(feature = "blocking")]
    pub(crate) fn rebind<D>(self, rebind: impl FnOnce(&C) -> D) -> (C, Download<D>) {
        let Self { client, address, resume, limits, on_progress } = self;
        let other = rebind(&client);
        (client, Download { client: other, address, resume, limits, on_progress })
    }
}

impl Download {
    /// Downloads to a file, and returns its length in bytes.
    ///
    /// The file appears when it is complete: until then the bytes are in a temporary file in the
    /// same folder. An existing file is replaced. The length is compared with the one that the
    /// server says. If the future is dropped, the temporary file is removed, unless
    /// [`resume`](Self::resume) is on.
    pub async fn to_file(self, path: impl AsRef<Path>) -> Result<u64> {
        let shown = self.address.to_string();
        let (mut file, known) = PartialFile::open(path.as_ref(), self.resume, shown).await?;
        let length = self.attempts(&mut file, known)?.run().await?;
        file.finish(length).await?;
        Ok(length)
    }

    /// Downloads to a writer, and returns the number of bytes. The writer is flushed, but not shut
    /// down.
    ///
    /// After an error or a cancellation, the writer has a part of the file.
    /// [`resume`](Self::resume) has no effect: retries continue only within this download.
    pub async fn to_writer(self, writer: impl AsyncWrite + Send + Unpin) -> Result<u64> {
        self.write_into(&mut WriterSink::new(writer)).await
    }

    pub(crate) async fn write_into(self, sink: &mut dyn Sink) -> Result<u64> {
        let length = self.attempts(sink, Known::default())?.run().await?;
        sink.flush().await?;
        Ok(length)
    }

    fn attempts(self, sink: &mut dyn Sink, known: Known) -> Result<Attempts<'_>> {
        Attempts::new(
            self.client.shared().clone(),
            &self.address,
            self.limits,
            self.on_progress,
            sink,
            known,
        )
    }
}

impl<C> fmt::Debug for Download<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("address", &self.address)
            .field("resume", &self.resume)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
