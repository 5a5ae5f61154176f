//! Writes and removes files: the only code that changes the tree.

use std::fs;
use std::io;
use std::path::Path;

use crate::failure::Failure;
use crate::folders::Folder;

/// Whether a file is one of an editor or a system, which no command reads, reports or removes: `.DS_Store`, `.mod.rs.swp`.
pub(crate) fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Writes files of a folder, and removes those without a text, in this order.
///
/// Each file is old or new, never half of both. A run that is interrupted has changed the first of them, and the next run
/// changes the others.
pub(crate) fn update<'a>(
    folder: &Folder,
    changes: impl IntoIterator<Item = (&'a Path, Option<&'a str>)>,
) -> Result<(), Failure> {
    for (relative, text) in changes {
        let path = folder.path.join(relative);
        match text {
            Some(text) => write(&path, text),
            None => remove(&path, &folder.path),
        }
        .map_err(|error| Failure::io("write", folder.shown_file(relative), &error))?;
    }
    Ok(())
}

/// Writes a temporary file and renames it. Its name is always the same, so that one that a killed run left goes as well.
fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let name = path.file_name().unwrap_or_default().display();
    let temporary = path.with_file_name(format!(".{name}.tmp"));
    let written =
        fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// Removes a file, and the folders that are empty without it.
fn remove(path: &Path, root: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    for folder in path.ancestors().skip(1).take_while(|folder| *folder != root) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
