//! Files of backups, which clients download.

use std::fs::File;
use std::io::{self, Read as _};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::StatusCode;
use percent_encoding::percent_decode_str;

use crate::backup::BackupFile;
use crate::emulator::{Emulator, State};
use crate::store::Kinds;
use ucloud_umem::transport::{HttpResponse, StreamedResponse, TransportError};

/// Path of the files, before their names.
pub(crate) const PATH: &str = "/_emulator/downloads/";
/// Size of a piece of a file that is read at once.
const PIECE: usize = 64 * 1024;

/// Content of a file to download.
pub(crate) enum Content {
    Bytes(Vec<u8>),
    File(File),
}

impl Emulator {
    /// Returns the file of a backup, or of one of its shards, at this path.
    pub(crate) fn content(&self, path: &str) -> Option<Content> {
        let name = path.strip_prefix(PATH)?.strip_suffix(".rdb")?;
        let name = &*percent_decode_str(name).decode_utf8().ok()?;
        let State { store, servers, .. } = &mut *self.state();
        let time = self.catch_up(store, servers);
        let Kinds { spaces, redis, .. } = &store.kinds;
        // Files of shards are named by the backup, then by the shard.
        let ends = name.match_indices('-').map(|(at, _)| at).chain([name.len()]);
        let of_space = || {
            let mut ids = ends.filter_map(|end| name.get(..end));
            ids.find_map(|id| Some((id, spaces.backups.get(id)?.file(name, time)?)))
        };
        let of_group = redis.backups.get(name).map(|backup| backup.file(time));
        let (id, file) = match of_group {
            Some(file) => (name, file?),
            None => of_space()?,
        };
        match file {
            BackupFile::Made(bytes) => Some(Content::Bytes(bytes)),
            BackupFile::Stored => servers.backup_file(id).map(Content::File),
        }
    }

    /// Responds to a client in this process that downloads a backup.
    pub(crate) fn download_response(&self, path: &str) -> StreamedResponse {
        match self.content(path) {
            Some(Content::Bytes(bytes)) => HttpResponse::new(StatusCode::OK, bytes).into(),
            Some(Content::File(file)) => StreamedResponse::new(StatusCode::OK, Pieces(file)),
            None => {
                let body = serde_json::json!({ "Message": NOT_THERE }).to_string();
                HttpResponse::new(StatusCode::NOT_FOUND, body).into()
            }
        }
    }
}

/// Message for a file that does not exist.
pub(crate) const NOT_THERE: &str = "unknown backup";

/// Reads the next piece of a file; none at its end.
pub(crate) fn read_piece(file: &mut File) -> io::Result<Option<Bytes>> {
    let mut piece = Vec::with_capacity(PIECE);
    file.take(PIECE as u64).read_to_end(&mut piece)?;
    Ok(Some(piece).filter(|piece| !piece.is_empty()).map(Bytes::from))
}

/// File as a stream of pieces. Reading from a local file takes no time worth another thread.
struct Pieces(File);

impl Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = read_piece(&mut self.0).map_err(TransportError::maybe_sent);
        Poll::Ready(piece.transpose())
    }
}
