//! A separate folder for each test, with pages, a description and the real command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::support::{Files, assert_holds, code, copy, said, snapshot};

/// The folder of the made-up product's pages, which is the first part of their addresses.
pub(crate) const PAGES: &str = "harbour-api";

/// The checkout of the documentation, which holds that folder.
pub(crate) const DOCS: &str = ".";

/// Pages in `harbour-api`, and `spec`, which `import` writes.
pub(crate) struct Sandbox {
    folder: TempDir,
}

impl Sandbox {
    /// Makes an empty sandbox.
    pub(crate) fn bare() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// Makes a sandbox with the made-up product's pages and no description.
    pub(crate) fn with_pages() -> Self {
        let sandbox = Self::bare();
        copy(&here().join("pages"), &sandbox.pages());
        sandbox
    }

    /// Makes a sandbox with the pages and a hand-written description that was never imported.
    pub(crate) fn by_hand() -> Self {
        let sandbox = Self::with_pages();
        copy(&here().join("by_hand"), &sandbox.spec());
        sandbox
    }

    /// Makes a sandbox with the pages, imported into the hand-written description.
    pub(crate) fn new() -> Self {
        let sandbox = Self::by_hand();
        sandbox.import(&[DOCS]);
        sandbox
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn spec(&self) -> PathBuf {
        self.path().join("spec")
    }

    pub(crate) fn pages(&self) -> PathBuf {
        self.path().join(PAGES)
    }

    /// Returns the path of a page, by its name without `.md`.
    pub(crate) fn page(&self, name: &str) -> PathBuf {
        self.pages().join(name).with_extension("md")
    }

    /// Returns the bytes of every file of the description.
    pub(crate) fn files(&self) -> Files {
        snapshot(&self.spec())
    }

    /// Returns the text of a file of the description.
    pub(crate) fn text(&self, file: &str) -> String {
        fs::read_to_string(self.spec().join(file)).unwrap()
    }

    /// Returns import with these arguments, for this description.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.xtask("import");
        command.args(["--spec", "spec"]).args(arguments);
        command
    }

    /// Returns a maintainers' command that runs in this folder.
    pub(crate) fn xtask(&self, name: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.arg(name).current_dir(self.path());
        command
    }

    /// Runs import, and returns its output.
    pub(crate) fn output(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs import, which must succeed, and returns its report.
    pub(crate) fn import(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        assert_eq!(code(&output), Some(0), "{}", said(&output));
        assert!(output.stderr.is_empty(), "{}", said(&output));
        stdout(&output)
    }

    /// Runs `regenerate`, which must accept the description.
    pub(crate) fn regenerate(&self) {
        let mut command = self.xtask("regenerate");
        let output = command.args(["--spec", "spec", "--out", "gen"]).output().unwrap();
        assert_eq!(code(&output), Some(0), "{}", said(&output));
    }

    /// Replaces text that a page has once.
    pub(crate) fn edit(&self, page: &str, old: &str, new: &str) {
        edit(&self.page(page), old, new);
    }

    /// Replaces text that a file of the description has once.
    pub(crate) fn edit_spec(&self, file: &str, old: &str, new: &str) {
        edit(&self.spec().join(file), old, new);
    }

    /// Imports with `--prune` and gives what is between the first and the last paragraph of the
    /// report: what moved, what was assumed, what is left to do. `--check` has to say the same
    /// first and write nothing, and a second import has to find nothing to do.
    pub(crate) fn drift(&self) -> String {
        let docs = if self.spec().exists() { DOCS } else { PAGES };
        let before = self.files();
        let checked = self.output(&["--check", "--prune", docs]);
        assert_holds(&self.spec(), &before, "after --check");
        let told = self.import(&["--prune", docs]);
        let is_written = self.files() != before;
        assert_eq!(code(&checked), Some(i32::from(is_written)), "{}", said(&checked));
        assert_eq!(middle(&stdout(&checked)), middle(&told));

        let written = self.files();
        let again = self.import(&["--prune", DOCS]);
        assert!(again.ends_with("spec is up to date\n"), "{again}");
        assert_holds(&self.spec(), &written, "after a second import");
        middle(&told)
    }
}

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

fn edit(path: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert_eq!(text.matches(old).count(), 1, "{old:?} in {path:?}");
    fs::write(path, text.replace(old, new)).unwrap();
}

/// Returns the standard output of a run.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Returns a report without its first and last paragraph.
fn middle(report: &str) -> String {
    let paragraphs: Vec<_> = report.trim_end().split("\n\n").collect();
    match paragraphs.as_slice() {
        [_, middle @ .., _] => middle.join("\n\n"),
        ["spec is up to date"] => String::new(),
        _ => panic!("no report: {report}"),
    }
}
