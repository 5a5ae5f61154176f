//! Generated code in the place of `src/generated`: it compiles, its tests pass, clippy and rustdoc
//! are content.
//!
//! The crate is copied into a separate workspace below `target`; nothing is fetched.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use crate::support::{files, fill, generated, golden, sources, workspace, write};

/// Features that generated code depends on; without a transport, which takes most of the time to
/// build.
const FEATURES: &str = "ucloud-umem/blocking,ucloud-umem/serde";

#[test]
fn the_golden_files_compile_pass_their_tests_and_please_clippy_and_rustdoc() {
    // The tests of the emulator are those of another product's behaviour.
    let tests = fs::read_to_string(golden().join("emulator_tests.rs")).unwrap();
    let copy = copy_of_the_crate("kitchen", generated(), tests);
    content(
        &copy,
        &[
            &["clippy", "--lib", "--", "-D", "warnings"],
            &["clippy", "--lib", "--profile", "test", "--", "-D", "warnings"],
            &["test", "--lib", "--", "documented_examples", "made_up_product::"],
            &["test", "--doc", "--", "src/generated"],
            &["doc", "--no-deps"],
        ],
    );
    no_text_became_markup(&target().join("doc/ucloud_umem"));
}

/// A product without value sets, paged lists and waiters leaves parts of the core unused.
#[test]
fn what_is_imported_from_odd_pages_compiles_without_warnings_and_passes_its_tests() {
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/oddities/expected");
    let generated =
        codegen::generate(&sources(&expected)).unwrap_or_else(|report| panic!("{report}"));
    let copy = copy_of_the_crate("harbour", generated.files, String::new());
    // `cargo rustc` builds one package.
    let strict = ["ucloud-umem", "umem-emulator"].map(|package| {
        ["rustc", "-p", package, "--lib", "--profile", "check", "--", "-D", "warnings"]
    });
    content(
        &copy,
        &[
            &strict[0],
            &strict[1],
            &["test", "--lib", "--", "documented_examples"],
            &["test", "--doc", "--", "src/generated"],
            &["doc", "--no-deps"],
        ],
    );
}

/// Returns the target folder of all copies, so that dependencies are compiled once.
fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("copies")
}

fn content(copy: &Path, runs: &[&[&str]]) {
    // Copies have one name, so the library of one would be taken for that of another.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let complaints: Vec<_> =
        runs.iter().filter_map(|arguments| cargo(copy, arguments).err()).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Fails if a hostile text of the description is markup in a page.
fn no_text_became_markup(pages: &Path) {
    let pages = files(pages);
    let client = &pages[Path::new("struct.Client.html")];
    assert!(client.contains("&lt;script&gt;alert("), "the page shows the text");
    for (path, page) in pages {
        for markup in ["<script>alert", "<img src=", "href=\"javascript:", "<h2 id=\"a-heading\""] {
            assert!(!page.contains(markup), "{}: {markup}", path.display());
        }
    }
}

/// Puts the crate with generated files below `target`, and leaves what is as it was untouched.
fn copy_of_the_crate(
    name: &str,
    generated: BTreeMap<PathBuf, String>,
    emulator_tests: String,
) -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let krate = workspace().join("ucloud-umem");
    let (client, emulator) = ("src/generated", "emulator/src/generated");
    let mut new = files(&krate);
    new.retain(|path, _| !path.starts_with(client) && !path.starts_with(emulator));
    for (path, text) in generated {
        let path = match path.strip_prefix("emulator") {
            Ok(path) => Path::new(emulator).join(path),
            Err(_) => Path::new(client).join(path),
        };
        new.insert(path, text);
    }
    new.insert(PathBuf::from("emulator/src/tests.rs"), emulator_tests);

    fill(&copy.join("ucloud-umem"), &new);
    for name in ["Cargo.lock", "clippy.toml", "README.md"] {
        write(&copy.join(name), &fs::read_to_string(workspace().join(name)).unwrap());
    }
    let manifest = fs::read_to_string(workspace().join("Cargo.toml")).unwrap();
    let members = |line: &str| line.starts_with("members = ");
    assert_eq!(manifest.lines().filter(|line| members(line)).count(), 1);
    let manifest: Vec<_> = manifest
        .lines()
        .map(|line| {
            if members(line) {
                "members = [\"ucloud-umem\", \"ucloud-umem/emulator\"]"
            } else {
                line
            }
        })
        .collect();
    write(&copy.join("Cargo.toml"), &manifest.join("\n"));
    copy
}

fn cargo(copy: &Path, arguments: &[&str]) -> Result<(), String> {
    let (command, rest) = arguments.split_first().unwrap();
    let output = Command::new(env!("CARGO"))
        .current_dir(copy)
        .arg(command)
        .args(["--quiet", "--offline", "--no-default-features", "--features", FEATURES])
        .args((!arguments.contains(&"-p")).then_some("--workspace"))
        .args(rest)
        .env("CARGO_TARGET_DIR", target())
        .env("RUSTDOCFLAGS", "-D warnings")
        .env_remove("RUSTC_WORKSPACE_WRAPPER")
        .output()
        .unwrap();
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    Err(format!("cargo {}:\n{said}{complained}", arguments.join(" ")))
}
