//! Where the description is and where the generated files go.

use std::env;
use std::fmt;
use std::path::{Component, Path, PathBuf};

use crate::failure::Failure;
use crate::flags::Regenerate;

/// The two folders of a run.
#[derive(Debug)]
pub struct Folders {
    /// The description.
    pub spec: Folder,
    /// The generated files.
    pub out: Folder,
    /// What to type to write them.
    pub command: String,
}

/// A folder, and how messages name it.
#[derive(Clone, Debug)]
pub struct Folder {
    /// Where it is: absolute.
    pub path: PathBuf,
    /// Its name in messages: as it was given, or relative to the workspace.
    pub shown: String,
    /// Whether it was given by a flag rather than being the workspace's own.
    pub given: bool,
}

impl Folders {
    /// The folders that the flags name, with the workspace's own for those that they do not.
    pub fn find(flags: &Regenerate) -> Result<Self, Failure> {
        let mut command = String::from("cargo xtask regenerate");
        for (flag, folder) in [("--spec", &flags.spec), ("--out", &flags.out)] {
            if let Some(folder) = folder {
                command = format!("{command} {flag} {}", quoted(folder));
            }
        }
        let folders = Self {
            spec: Folder::find(flags.spec.as_deref(), "api-spec")?,
            out: Folder::find(flags.out.as_deref(), "ucloud-umem/src/generated")?,
            command,
        };
        if folders.spec.path.starts_with(&folders.out.path) {
            return Err(Failure::Unusable(format!(
                "{} holds the description, so it cannot be the output folder, which belongs to regenerate alone",
                folders.out
            )));
        }
        if folders.out.path.starts_with(&folders.spec.path) {
            return Err(Failure::Unusable(format!(
                "{} is in the description's folder, which holds nothing that is generated but the schema",
                folders.out
            )));
        }
        Ok(folders)
    }
}

impl Folder {
    pub(crate) fn find(given: Option<&Path>, usual: &str) -> Result<Self, Failure> {
        let path = match given {
            Some(path) => std::path::absolute(path)
                .map_err(|error| Failure::io("find", path.display(), &error))?,
            None => workspace()?.join(usual),
        };
        let shown = given.map_or_else(|| usual.to_owned(), slashes);
        Ok(Self { path: plain(&path), shown, given: given.is_some() })
    }

    /// How messages name a file in it.
    pub(crate) fn shown_file(&self, relative: &Path) -> String {
        format!("{}/{}", self.shown.trim_end_matches('/'), slashes(relative))
    }
}

impl fmt::Display for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// The workspace is the folder above this crate, which cargo names when it runs or tests it.
fn workspace() -> Result<PathBuf, Failure> {
    env::var_os("CARGO_MANIFEST_DIR")
        .and_then(|xtask| Path::new(&xtask).parent().map(Path::to_path_buf))
        .ok_or_else(|| {
            Failure::Unusable(
                "run it as `cargo xtask`, or give both --spec and --out".into(),
            )
        })
}

/// Without `.`, without a trailing slash (which would make a symbolic link look like its target), and without `..`
/// where the folder before it is plainly there to be dropped.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        let parent_is_link =
            plain.symlink_metadata().is_ok_and(|data| data.is_symlink());
        match component {
            Component::ParentDir if !parent_is_link => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

/// As a shell takes it.
pub(crate) fn quoted(path: &Path) -> String {
    let text = slashes(path);
    if text.contains(char::is_whitespace) { format!("'{text}'") } else { text }
}

/// The path with `/`, on every system.
pub(crate) fn slashes(path: &Path) -> String {
    let text = path.display().to_string();
    if cfg!(windows) { text.replace('\\', "/") } else { text }
}
