//! Folders of the commands, and paths in messages.

use std::env;
use std::fmt;
use std::path::{Component, Path, PathBuf};

use crate::error::Error;

/// The description's folder in the workspace.
pub const SPEC: &str = "api-spec";

/// Folder of a command, with its name in messages.
#[derive(Clone, Debug)]
pub struct Folder {
    /// Absolute path.
    pub path: PathBuf,
    /// Name in messages: as given, or relative to the workspace.
    pub shown: String,
    /// True if a flag gives it; false for the workspace's own.
    pub given: bool,
}

impl Folder {
    /// Finds the folder that a flag gives, or else the usual one of the workspace.
    pub fn find(given: Option<&Path>, usual: &str) -> Result<Self, Error> {
        let path = match given {
            Some(path) => std::path::absolute(path)
                .map_err(|error| Error::io("find", path.display(), &error))?,
            None => workspace()?.join(usual),
        };
        let shown = given.map_or_else(|| usual.to_owned(), slashes);
        Ok(Self { path: plain(&path), shown, given: given.is_some() })
    }

    /// Returns the name of one of its files in messages.
    pub(crate) fn shown_file(&self, relative: &Path) -> String {
        format!("{}/{}", self.shown.trim_end_matches('/'), slashes(relative))
    }
}

impl fmt::Display for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// Returns the workspace: the folder above this crate, which cargo names when it runs or tests it.
fn workspace() -> Result<PathBuf, Error> {
    env::var_os("CARGO_MANIFEST_DIR")
        .and_then(|xtask| Path::new(&xtask).parent().map(Path::to_path_buf))
        .ok_or_else(|| {
            Error::Unusable("run it as `cargo xtask`, or give both --spec and --out".into())
        })
}

/// Removes `.`, a trailing slash (which would make a symbolic link look like its target), and `..`
/// after a folder that is not a link.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        let parent_is_link = plain.symlink_metadata().is_ok_and(|data| data.is_symlink());
        match component {
            Component::ParentDir if !parent_is_link => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

/// Returns the line that runs a command with the folders that flags give.
pub(crate) fn command_line<const N: usize>(
    command: &str,
    folders: [(&str, &Option<PathBuf>); N],
) -> String {
    let given = folders.iter().filter_map(|(flag, folder)| {
        folder.as_ref().map(|folder| format!(" {flag} {}", quoted(folder)))
    });
    format!("cargo xtask {command}{}", given.collect::<String>())
}

/// Quotes a path for a shell.
pub(crate) fn quoted(path: &Path) -> String {
    let text = slashes(path);
    if text.contains(char::is_whitespace) { format!("'{text}'") } else { text }
}

/// Returns the path with `/`, on every system.
pub(crate) fn slashes(path: &Path) -> String {
    let text = path.display().to_string();
    if cfg!(windows) { text.replace('\\', "/") } else { text }
}
