//! Reads, writes and removes files: the only code that changes the tree.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::folders::Folder;

/// Lists a folder in the order of the names. Hidden files are of editors and systems, and left out:
/// `.DS_Store`, `.mod.rs.swp`.
pub(crate) fn entries(folder: &Path) -> io::Result<Vec<(PathBuf, fs::FileType)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = PathBuf::from(entry.file_name());
        if !name.as_os_str().as_encoded_bytes().starts_with(b".") {
            entries.push((name, entry.file_type()?));
        }
    }
    entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(entries)
}

/// Reads a file, but not more than `limit` bytes of it.
pub(crate) fn read_bytes(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Decodes a text. The error is the line, counted from 1, with the first byte that is not UTF-8,
/// and the bytes.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, (usize, Vec<u8>)> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.split(|byte| *byte == b'\n').count();
        (line, error.into_bytes())
    })
}

/// Converts a result for a file that may be missing: `None` if it is.
pub(crate) fn if_found<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes files of a folder, and removes those without a text, in this order.
///
/// Each file is old or new, never half of both. A run that is interrupted has changed the first
/// files, and the next run changes the others.
pub(crate) fn update<'a>(
    folder: &Folder,
    changes: impl IntoIterator<Item = (&'a Path, Option<&'a str>)>,
) -> Result<(), Error> {
    for (relative, text) in changes {
        let path = folder.path.join(relative);
        match text {
            Some(text) => write(&path, text),
            None => remove(&path, &folder.path),
        }
        .map_err(|error| Error::io("write", folder.shown_file(relative), &error))?;
    }
    Ok(())
}

/// Writes a temporary file and renames it. Its name is always the same, so that the next run
/// replaces one that a killed run left.
fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let name = path.file_name().unwrap_or_default().display();
    let temporary = path.with_file_name(format!(".{name}.tmp"));
    let written = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// Removes a file, and the folders that are empty without it.
fn remove(path: &Path, root: &Path) -> io::Result<()> {
    if_found(fs::remove_file(path))?;
    for folder in path.ancestors().skip(1).take_while(|folder| *folder != root) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
