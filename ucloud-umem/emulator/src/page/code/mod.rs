//! A call as code to copy: Rust, curl, Python and Go.

mod go;
mod literal;
mod python;
mod rust;
mod shell;

use super::values::Filled;

/// Keys and address that the code uses.
pub(crate) struct Target {
    /// Base URL, without a `/` at the end.
    pub(crate) base_url: String,
    pub(crate) public_key: String,
    /// `None` if it is not the default, which everybody knows: code then reads it from the
    /// environment.
    pub(crate) private_key: Option<&'static str>,
}

/// A call in one language.
pub(crate) struct Code {
    /// Id in the page.
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) text: String,
}

/// Writes a call in every language. `curl` is the client's own command line.
pub(crate) fn all(filled: &Filled, target: &Target, curl: &str) -> [Code; 4] {
    [
        Code { id: "rust", title: "Rust", text: rust::program(filled, target) },
        Code { id: "curl", title: "curl", text: shell::commands(filled, target, curl) },
        Code { id: "python", title: "Python", text: python::program(filled, target) },
        Code { id: "go", title: "Go", text: go::program(filled, target) },
    ]
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Target, rust};
    use crate::generated::page_table::ACTIONS;
    use crate::page::values::{Filled, find_action};

    /// The Rust code of every action with its samples, which the tests of the page compile.
    #[test]
    fn every_action_is_in_the_file_that_is_compiled() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page/programs.rs");
        let target = Target {
            base_url: "http://127.0.0.1:8080".to_owned(),
            public_key: "emulator".to_owned(),
            private_key: Some("emulator"),
        };
        let mut programs = String::from(
            "//! The programs that the page shows, one per action with its samples.\n//!\n//! `UPDATE_GOLDEN=1 cargo test -p umem-emulator --lib page::code` writes this file.\n",
        );
        for action in ACTIONS {
            let filled = Filled::samples(find_action(action.name).unwrap());
            let program = rust::program(&filled, &target);
            programs.push_str(&format!("\nmod {} {{\n{program}}}\n", action.method));
        }
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&file, &programs).unwrap();
        }
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(written == programs, "set UPDATE_GOLDEN=1 to write {}", file.display());
    }
}
