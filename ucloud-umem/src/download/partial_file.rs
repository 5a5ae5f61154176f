//! Temporary file of a download, and the note beside it that tells what it is a part of.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use serde_json::{Value, json};

use super::attempts::Known;
use super::entity::Entity;
use super::sink::{Sink, io_error};
use crate::decode::read_json;
use crate::error::{Error, Result};
use crate::transport::BoxFuture;

/// File that gets its name when it is complete.
pub(super) struct PartialFile(Arc<Inner>);

struct Inner {
    file: File,
    target: PathBuf,
    temporary: PathBuf,
    /// Note, if the download can be resumed.
    note: Option<PathBuf>,
    /// Address without its signature.
    address: String,
}

/// Work with the file that may block.
type Work = dyn FnOnce(&Inner) -> io::Result<()> + Send;

impl PartialFile {
    /// Opens the temporary file of a target, and returns what is in it already.
    pub(super) async fn open(
        target: &Path,
        resume: bool,
        address: String,
    ) -> Result<(Self, Known)> {
        let target = target.to_owned();
        let Some(name) = target.file_name().filter(|_| !target.is_dir()) else {
            let problem = "expected the path of a file, not of a folder";
            return Err(Error::invalid_request(format!(
                "invalid `{}`: {problem}",
                target.display()
            )));
        };
        let beside = |prefix: &str, suffix: &str| {
            let mut temporary = OsString::from(prefix);
            temporary.push(name);
            temporary.push(suffix);
            target.with_file_name(temporary)
        };
        let (temporary, note) = if resume {
            (beside("", ".part"), Some(beside("", ".part.json")))
        } else {
            let unique = format!(".{}-{:x}.part", std::process::id(), fastrand::u64(..));
            (beside(".", &unique), None)
        };
        run(Box::new(move || {
            let mut options = File::options();
            options.write(true).create(true).create_new(!resume).truncate(false);
            let file = options.open(&temporary).map_err(|error| {
                io_error(format_args!("could not open `{}`", temporary.display()), error)
            })?;
            let inner = Inner { file, target, temporary, note, address };
            // The file is removed if this fails.
            let this = Self(Arc::new(inner));
            let known = this.0.known().map_err(|error| this.0.problem("could not read", error))?;
            Ok((this, known))
        }))
        .await
    }

    /// Gives the complete file its name.
    pub(super) async fn finish(self, length: u64) -> Result<()> {
        let complete = move |inner: &Inner| {
            inner.file.sync_all()?;
            if inner.file.metadata()?.len() != length {
                // Another download to the same path writes it too.
                return Err(io::Error::other("another program has changed it"));
            }
            fs::rename(&inner.temporary, &inner.target)?;
            if let Some(note) = &inner.note {
                // Without its file, it does no harm.
                _ = fs::remove_file(note);
            }
            Ok(())
        };
        self.work("could not complete", Box::new(complete)).await
    }

    /// Works with the file on a thread that may block.
    async fn work(&self, verb: &'static str, work: Box<Work>) -> Result<()> {
        let inner = Arc::clone(&self.0);
        let work = move || work(&inner).map_err(|error| inner.problem(verb, error));
        run(Box::new(work)).await
    }
}

/// Runs work that may block. It is boxed, because tokio is compiled once for each type of work.
async fn run<T: Send + 'static>(work: Box<dyn FnOnce() -> Result<T> + Send>) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(io_error("unavailable thread for a file", error.into())),
    }
}

impl Inner {
    fn problem(&self, verb: &str, error: io::Error) -> Error {
        io_error(format_args!("{verb} `{}`", self.temporary.display()), error)
    }

    /// Returns what is in the file, and empties it if that is not known.
    fn known(&self) -> io::Result<Known> {
        let Some(note) = &self.note else { return Ok(Known::default()) };
        let length = self.file.metadata()?.len();
        let read = fs::read(note).ok().and_then(|text| self.read_note(&text));
        if let Some(entity) = read {
            // The last byte is fetched again, so that the server compares a complete part too.
            let longest = entity.length.map_or(u64::MAX, |length| length.saturating_sub(1));
            if entity.length.is_none_or(|whole| length <= whole) && length > 0 {
                let position = length.min(longest);
                self.cut(position)?;
                return Ok(Known { entity, position });
            }
        }
        self.cut(0).map(|()| Known::default())
    }

    fn read_note(&self, text: &[u8]) -> Option<Entity> {
        let note = read_json(std::str::from_utf8(text).ok()?).ok()?;
        let validator = note.get("validator")?.as_str()?.to_owned();
        let length = note.get("length").and_then(Value::as_u64);
        (note.get("address")?.as_str()? == self.address)
            .then_some(Entity { validator: Some(validator), length })
    }

    /// Cuts the file to a length, where the next bytes are written.
    fn cut(&self, length: u64) -> io::Result<()> {
        self.file.set_len(length)?;
        (&self.file).seek(SeekFrom::Start(length)).map(drop)
    }
}

impl Sink for PartialFile {
    fn begin<'a>(&'a mut self, entity: &'a Entity) -> BoxFuture<'a, Result<()>> {
        let Entity { validator, length } = entity;
        let note = json!({ "address": self.0.address, "validator": validator, "length": length });
        let write = move |inner: &Inner| match &inner.note {
            Some(path) => fs::write(path, note.to_string()),
            None => Ok(()),
        };
        Box::pin(self.work("could not write the note of", Box::new(write)))
    }

    fn write(&mut self, piece: Bytes) -> BoxFuture<'_, Result<()>> {
        let write = move |inner: &Inner| (&inner.file).write_all(&piece);
        Box::pin(self.work("could not write", Box::new(write)))
    }

    fn rewind(&mut self) -> BoxFuture<'_, Result<bool>> {
        Box::pin(async {
            self.work("could not empty", Box::new(|inner| inner.cut(0))).await?;
            Ok(true)
        })
    }
}

impl Drop for Inner {
    /// Removes the file, unless it is complete or can be resumed. It runs after the last write,
    /// which may still be under way when the download is dropped.
    fn drop(&mut self) {
        let is_kept =
            self.note.is_some() && self.file.metadata().is_ok_and(|metadata| metadata.len() > 0);
        if is_kept {
            return;
        }
        for path in [Some(&self.temporary), self.note.as_ref()].into_iter().flatten() {
            // A complete file has another name by now.
            _ = fs::remove_file(path);
        }
    }
}
