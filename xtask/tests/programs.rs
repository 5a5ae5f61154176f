//! Programs of users, built with exactly the dependencies that they name.
#![cfg(test)]

use std::fs;
use std::path::Path;
use std::process::Command;

#[path = "support/mod.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod support;

/// A program that uses reqwest without TLS. This crate is added to it without changing a line.
const HOST: &str = "
fn main() {
    reqwest::Client::new();
}
";
const HOST_DEPENDENCIES: &str = r#"
[dependencies]
reqwest = { version = "0.13", default-features = false }
ucloud-umem = "0.1"
"#;

#[test]
fn the_programs_of_the_readme_and_of_a_host_with_its_own_reqwest_build_and_run() {
    let root = support::workspace();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    // With the profile of the workspace, whose compiled dependencies then fit.
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let profile = &manifest[manifest.find("[profile.dev]").unwrap()..];
    write(
        &folder.join("Cargo.toml"),
        &format!("[workspace]\nmembers = [\"host\", \"readme\"]\nresolver = \"3\"\n\n{profile}"),
    );
    // The versions that are here already, so that nothing has to be fetched.
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    program(folder, "host", HOST_DEPENDENCIES, HOST);
    program(folder, "readme", block(&readme, "toml"), block(&readme, "rust"));

    let build = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--offline", "--workspace"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target())
        .output()
        .unwrap();
    let said = support::said(&build);
    assert!(build.status.success() && said.is_empty(), "{said}");
    let host = Command::new(target().join("debug/host")).output().unwrap();
    assert!(host.status.success(), "{}", support::said(&host));
}

#[test]
fn the_readme_has_no_links_that_are_dead_where_the_package_is_shown() {
    let readme = fs::read_to_string(support::workspace().join("README.md")).unwrap();
    for link in readme.split("](").skip(1) {
        let target = link.split(')').next().unwrap();
        assert!(target.starts_with("https://"), "a relative link: {target}");
    }
}

/// Returns the target folder of the workspace, with most dependencies compiled.
fn target() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap()
}

/// Returns the only code block in this language.
fn block<'a>(text: &'a str, language: &str) -> &'a str {
    let blocks: Vec<_> = text.split(&format!("```{language}\n")).skip(1).collect();
    let [block] = blocks[..] else { panic!("{} blocks of {language}", blocks.len()) };
    block.split_once("```").unwrap().0
}

fn program(folder: &Path, name: &str, dependencies: &str, main: &str) {
    let crate_path = support::workspace().join("ucloud-umem");
    let published = "ucloud-umem = \"0.1\"";
    assert!(dependencies.contains(published), "{dependencies}");
    let here = format!("ucloud-umem = {{ path = {crate_path:?} }}");
    let dependencies = dependencies.replace(published, &here);
    let manifest = format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n{dependencies}");
    write(&folder.join(name).join("Cargo.toml"), &manifest);
    write(&folder.join(name).join("src/main.rs"), main);
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
