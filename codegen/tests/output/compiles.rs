//! Generated code in the place of `src/generated`: it compiles, its tests pass, clippy and rustdoc
//! are content.
//!
//! The crate is copied into a separate workspace below `target`; nothing is fetched. The copy has
//! the dependencies and features of the real workspace, and reuses what is compiled of them. clippy
//! is the compiler of its tests, so that each crate is compiled once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{files, fill, generated, golden, sources, workspace, write};

/// Features that generated code depends on; without a transport, whose dependencies the page would
/// need checked.
const FEATURES: &str = "--features=blocking,serde";

/// In the place of the emulator's `words.rs`: another product has none of these value sets.
const NO_WORDS: &str = "
pub(crate) trait Words: 'static {
    fn words() -> Vec<&'static str>;
}
macro_rules! impl_words {
    ($($name:ident),*) => {$(
        #[derive(Clone, Debug)]
        pub(crate) struct $name;
        impl Words for $name {
            fn words() -> Vec<&'static str> {
                Vec::new()
            }
        }
    )*};
}
impl_words!(ChargeType, InstanceState, Protocol, ProxyState, ReplicaState, UMemBackupState);
impl_words!(UMemcacheGroupState, URedisBackupState);
";

#[test]
fn the_golden_files_compile_pass_their_tests_and_please_clippy_and_rustdoc() {
    let tests = fs::read_to_string(golden().join("made_up_product.rs")).unwrap();
    let copy = copy_of_the_crate("kitchen", generated(), Some(&tests));
    check(&copy, &["documented_examples::", "made_up_product::"]);
    no_text_became_markup(&copy.join("target/doc/ucloud_umem"));
}

/// A product without value sets, paged lists and waiters leaves parts of the core unused.
#[test]
fn what_is_imported_from_odd_pages_compiles_without_warnings_and_passes_its_tests() {
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/oddities/expected");
    let generated =
        codegen::generate(&sources(&expected)).unwrap_or_else(|report| panic!("{report}"));
    let copy = copy_of_the_crate("harbour", generated.files, None);
    check(&copy, &["documented_examples::"]);
}

/// Compiles a copy, runs these tests of it and the examples of its generated code, and makes the
/// pages of the client. Reports all complaints.
fn check(copy: &Path, tests: &[&str]) {
    let runs = [
        [&["test", "--workspace", "--tests", "--"], tests].concat(),
        vec!["test", "--workspace", "--doc", "--", "src/generated"],
        vec!["doc", "--package=ucloud-umem", "--no-deps", "--no-default-features", FEATURES],
    ];
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
    emulator_tests: Option<&str>,
) -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let krate = workspace().join("ucloud-umem");
    let (client, emulator) = ("src/generated", "emulator/src/generated");
    let mut new = files(&krate);
    // Tests of the real product stay behind, but for the unit tests of the client.
    let left_out = [client, emulator, "examples", "tests", "emulator/tests"];
    new.retain(|path, _| !left_out.iter().any(|folder| path.starts_with(folder)));
    for (path, text) in generated {
        let path = match path.strip_prefix("emulator") {
            Ok(path) => Path::new(emulator).join(path),
            Err(_) => Path::new(client).join(path),
        };
        new.insert(path, text);
    }
    new.insert(PathBuf::from("emulator/src/words.rs"), NO_WORDS.to_owned());
    if let Some(tests) = emulator_tests {
        new.insert(PathBuf::from("emulator/tests/made_up_product.rs"), tests.to_owned());
    }
    let manifest = new.get_mut(Path::new("emulator/Cargo.toml")).unwrap();
    manifest.push_str("\n[lib]\ntest = false\n");

    // cargo tells libraries apart by their path in the workspace: each copy needs another one.
    let folder = copy.join(name);
    fill(&folder.join("ucloud-umem"), &new);
    for (folder, file) in [(&copy, "Cargo.lock"), (&copy, "clippy.toml"), (&folder, "README.md")] {
        write(&folder.join(file), &fs::read_to_string(workspace().join(file)).unwrap());
    }
    let manifest = fs::read_to_string(workspace().join("Cargo.toml")).unwrap();
    let members = manifest.lines().find(|line| line.starts_with("members = ")).unwrap();
    let paths = ["ucloud-umem", "ucloud-umem/emulator"].map(|path| format!("{name}/{path}"));
    let manifest = manifest
        .replace(members, &format!("members = {paths:?}"))
        .replace("path = \"ucloud-umem\"", &format!("path = \"{name}/ucloud-umem\""));
    write(&copy.join("Cargo.toml"), &manifest);
    copy
}

fn cargo(copy: &Path, arguments: &[&str]) -> Result<(), String> {
    let clippy = format!("clippy-driver{}", std::env::consts::EXE_SUFFIX);
    let (command, rest) = arguments.split_first().unwrap();
    let output = Command::new(env!("CARGO"))
        .current_dir(copy)
        .arg(command)
        .args(["--quiet", "--offline"])
        .args(rest)
        .env("CARGO_BUILD_BUILD_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap())
        .env("CARGO_TARGET_DIR", copy.join("target"))
        .env("RUSTC_WORKSPACE_WRAPPER", Path::new(env!("CARGO")).with_file_name(clippy))
        // As `cargo clippy` hands over its arguments.
        .env("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__")
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .unwrap();
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    Err(format!("cargo {}:\n{said}{complained}", arguments.join(" ")))
}
