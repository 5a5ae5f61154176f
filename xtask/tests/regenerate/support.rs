//! A separate folder for each test, with a description and the real command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

#[path = "../support/mod.rs"]
mod shared;

pub(crate) use shared::*;

/// A description in `spec`, and `gen`, which `regenerate` makes.
pub(crate) struct Bench {
    folder: TempDir,
}

impl Bench {
    /// Makes a bench with the project's own description.
    pub(crate) fn new() -> Self {
        let bench = Self { folder: TempDir::new().unwrap() };
        copy(&workspace().join("api-spec"), &bench.spec());
        bench
    }

    /// Makes a bench with a made-up description of this many actions.
    pub(crate) fn made_up(actions: usize) -> Self {
        let bench = Self { folder: TempDir::new().unwrap() };
        crate::made_up::write(&bench.spec(), actions);
        bench
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn spec(&self) -> PathBuf {
        self.path().join("spec")
    }

    pub(crate) fn generated(&self) -> PathBuf {
        self.path().join("gen")
    }

    /// Returns the command for this bench's folders.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(["regenerate", "--spec", "spec", "--out", "gen"]).current_dir(self.path());
        command
    }

    /// Runs the command, which must end well.
    pub(crate) fn regenerate(&self) -> String {
        let output = self.command().output().unwrap();
        assert_eq!(code(&output), Some(0), "{}", said(&output));
        said(&output)
    }

    /// Runs `--check`.
    pub(crate) fn check(&self) -> Output {
        self.command().arg("--check").output().unwrap()
    }

    /// Replaces text in a file of the description.
    pub(crate) fn edit(&self, file: &str, old: &str, new: &str) {
        let path = self.spec().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{file} has no {old:?}");
        fs::write(path, text.replace(old, new)).unwrap();
    }

    /// Files beside the description and the generated files, which no run may leave.
    #[cfg(unix)]
    pub(crate) fn litter(&self) -> Vec<PathBuf> {
        let is_litter = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default();
            name.as_encoded_bytes().starts_with(b".")
                || !["spec", "gen"].iter().any(|folder| path.starts_with(folder))
        };
        snapshot(self.path()).into_keys().filter(is_litter).collect()
    }
}
