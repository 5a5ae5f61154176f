//! Tests in a separate process, because environment and trusted roots belong to a process.

use std::process::{Command, Output};

/// Returns a command that runs this test alone, in a separate process without the environment's
/// proxies.
pub(crate) fn alone(test: &str) -> Command {
    let mut program = Command::new(std::env::current_exe().expect("this program"));
    program.args(["--exact", test]);
    for scheme in ["http", "https", "all", "no"] {
        let variable = format!("{scheme}_proxy");
        program.env_remove(variable.to_uppercase()).env_remove(variable);
    }
    // Where it is set, reqwest takes the program for a server's and leaves proxies alone.
    program.env_remove("REQUEST_METHOD");
    program
}

/// Asserts that a program ran one test with success.
pub(crate) fn assert_passed(output: &Output) {
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}
