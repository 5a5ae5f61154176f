//! Tests that need a program of their own, because environment and trusted roots are those of a
//! program.

use std::process::{Command, Output};

/// This test alone, in a program of its own, which no proxy of the environment concerns.
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
