//! Output of the commands. A closed stream is not an error, and does not panic as `println!` does.

use std::fmt::Display;
use std::io::{self, Write};

/// Prints the result of a command.
pub(crate) fn print(text: impl Display) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// Prints an error or a warning.
pub(crate) fn complain(text: impl Display) {
    let _ = writeln!(io::stderr(), "{text}");
}
