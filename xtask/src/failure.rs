//! Why a command did not do what was asked, and the exit status that says so.

use std::fmt::{self, Display};
use std::io;
use std::process::ExitCode;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// The description has diagnostics, or what is checked in is not what it gives: exit status 1.
    Wrong(String),
    /// An argument is wrong, or a file or folder cannot be used: exit status 2.
    Unusable(String),
}

impl Failure {
    /// A file or folder could not be used: `cannot write src/generated: ...`.
    pub(crate) fn io(doing: &str, path: impl Display, error: &io::Error) -> Self {
        Self::Unusable(format!("cannot {doing} {path}: {error}"))
    }

    /// The exit status that says so.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Wrong(_) => ExitCode::from(1),
            Self::Unusable(_) => ExitCode::from(2),
        }
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wrong(text) => f.write_str(text),
            Self::Unusable(text) => write!(f, "error: {text}"),
        }
    }
}

impl std::error::Error for Failure {}
