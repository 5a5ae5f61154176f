//! Errors of the commands, and their exit codes.

use std::fmt::{self, Display};
use std::io;
use std::process::ExitCode;

/// Error of a command.
#[derive(Debug)]
pub enum Error {
    /// The description has diagnostics, or files differ from what it gives: exit code 1.
    Findings(String),
    /// An argument, a file or a folder cannot be used: exit code 2.
    Unusable(String),
}

impl Error {
    /// Creates the error of a file or folder: `cannot write src/generated: ...`.
    pub(crate) fn io(operation: &str, path: impl Display, error: &io::Error) -> Self {
        Self::Unusable(format!("cannot {operation} {path}: {error}"))
    }

    /// Returns the exit code of the command.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Findings(_) => ExitCode::from(1),
            Self::Unusable(_) => ExitCode::from(2),
        }
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Findings(text) => f.write_str(text),
            Self::Unusable(text) => write!(f, "error: {text}"),
        }
    }
}

impl std::error::Error for Error {}
