//! The maintainers' commands: the only code that reads and writes the tree. `codegen` decides what
//! is written.
//!
//! A library, so that `cargo test` runs the same checks as the commands.

pub mod description;
mod diff;
pub mod error;
mod files;
pub mod flags;
mod fmt;
pub mod folders;
mod import;
mod pages;
mod print;
pub mod regenerate;

use std::ffi::OsString;
use std::process::ExitCode;

use error::Error;
use flags::Command;

/// Runs the command that the arguments name; the first argument is the program itself.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let command = match flags::parse(arguments) {
        Ok(command) => command,
        // Arguments are wrong, or help was requested: clap knows which, and where each is printed.
        Err(error) => {
            let is_help = !error.use_stderr();
            let is_printed = error.print().is_ok();
            return ExitCode::from(if is_help && is_printed { 0 } else { 2 });
        }
    };
    match run(&command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print::complain(error.to_string().trim_end());
            error.exit_code()
        }
    }
}

fn run(command: &Command) -> Result<(), Error> {
    match command {
        Command::Regenerate(flags) => regenerate::run(flags),
        Command::Import(flags) => import::run(flags),
        Command::Fmt { spec } => fmt::run(spec.as_deref()),
    }
}
