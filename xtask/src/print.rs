//! What the commands print. A reader who has gone away is no reason to fail, nor to panic as `println!` does.

use std::fmt::Display;
use std::io::{self, Write};

/// What a command was asked for.
pub(crate) fn say(text: impl Display) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// What is wrong or odd.
pub(crate) fn complain(text: impl Display) {
    let _ = writeln!(io::stderr(), "{text}");
}
