//! The maintainers' commands: `cargo xtask --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::main(std::env::args_os())
}
