//! The maintainers' commands: the only code that reads and writes the tree. `codegen` decides what is written.
//!
//! A library, so that `cargo test` asks the same questions as the commands do.

pub mod changes;
pub mod description;
pub mod drift;
pub mod failure;
mod files;
pub mod flags;
pub mod fmt;
pub mod folders;
pub mod import;
pub mod outline;
pub mod pages;
mod print;
pub mod regenerate;

use std::ffi::OsString;
use std::process::ExitCode;

use failure::Failure;
use flags::Command;

/// Runs the command that the arguments name; the first argument is the program itself.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let command = match flags::parse(arguments) {
        Ok(command) => command,
        Err(error) => {
            // Help was asked for, or the arguments are wrong: clap knows which, and where each is printed.
            let code = if error.use_stderr() { 2 } else { 0 };
            return if error.print().is_ok() {
                ExitCode::from(code)
            } else {
                ExitCode::from(2)
            };
        }
    };
    match run(&command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            print::complain(failure.to_string().trim_end());
            failure.exit_code()
        }
    }
}

fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Regenerate(flags) => regenerate::run(flags),
        Command::Import(flags) => import::run(flags),
        Command::Fmt(flags) => fmt::run(flags),
    }
}
