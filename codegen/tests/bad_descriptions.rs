//! Diagnostics of descriptions.
//!
//! Each folder of `tests/bad` is a description with diagnostics; `expected.txt` has its report.
//! `UPDATE_EXPECTED=1 cargo test -p codegen --test bad_descriptions` writes the reports, and
//! reviewers read their diff.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use codegen::Sources;
use similar::TextDiff;

const EXPECTED: &str = "expected.txt";

/// A folder with this file has no product.yaml on purpose.
const NO_PRODUCT: &str = "no-product";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

/// Descriptions by the names of their folders.
fn descriptions() -> io::Result<BTreeMap<String, Sources>> {
    let product = fs::read_to_string(root().join("product.yaml"))?;
    let unheld = unheld();
    let mut descriptions = BTreeMap::new();
    for entry in fs::read_dir(root())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && !unheld.contains_key(name.as_str()) {
            let mut sources = Sources::new();
            if !entry.path().join(NO_PRODUCT).exists() {
                sources.insert("product.yaml", product.clone());
            }
            insert(&mut sources, &entry.path(), "")?;
            descriptions.insert(name, sources);
        }
    }
    for (name, files) in unheld {
        let mut sources = Sources::new();
        sources.insert("product.yaml", product.clone());
        for (path, text) in files {
            sources.insert(path, text);
        }
        descriptions.insert(name.to_owned(), sources);
    }
    Ok(descriptions)
}

fn insert(sources: &mut Sources, folder: &Path, prefix: &str) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            insert(sources, &entry.path(), &format!("{name}/"))?;
        } else if name != EXPECTED && name != NO_PRODUCT {
            sources.insert(name, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}

/// Descriptions whose files no checkout could hold on every machine.
fn unheld() -> BTreeMap<&'static str, Vec<(&'static str, String)>> {
    let action = |name: &str, rest: &str| {
        format!(
            "action: {name}\ntitle: Cook\nsection: Cooking\nsource: kitchen/cook\neffect: read\n{rest}"
        )
    };
    let model = |name: &str| {
        format!(
            "model: {name}\ndoc: A thing.\nmembers:\n  - {{ name: A, type: string, doc: A text. }}\n"
        )
    };
    let used = "response:\n  - { name: A, type: Aux, doc: A. }\n  - { name: B, type: string, as: Com1, doc: B. }\n";
    BTreeMap::from([
        (
            "file-names-differ-by-case",
            vec![
                ("actions/Cook.yaml", action("Cook", "")),
                ("actions/cook.yaml", action("cook", "")),
            ],
        ),
        (
            "file-leaves-its-folder",
            vec![
                ("../actions/Cook.yaml", action("Cook", "")),
                ("/actions/Cook.yaml", action("Cook", "")),
                ("actions/../../Cook.yaml", action("Cook", "")),
                ("actions/..\\Cook.yaml", action("Cook", "")),
            ],
        ),
        (
            "name-of-a-device",
            vec![
                ("actions/CON.yaml", action("CON", used)),
                ("models/Aux.yaml", model("Aux")),
                (
                    "enums/Com1.yaml",
                    "enum: Com1\ndoc: Values.\nvalues:\n  - { wire: a, doc: A. }\n".into(),
                ),
            ],
        ),
        (
            "name-not-ascii",
            vec![
                (
                    "actions/Größe.yaml",
                    action("Größe", "response:\n  - { name: A, type: 1st, doc: A. }\n"),
                ),
                ("models/1st.yaml", model("1st")),
            ],
        ),
    ])
}

#[test]
fn reports_are_as_expected() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut differences = String::new();
    for (name, sources) in descriptions().unwrap() {
        let report = match codegen::generate(&sources) {
            Ok(_) => "no diagnostic was found\n".to_owned(),
            Err(report) => report.to_string(),
        };
        let path = root().join(&name).join(EXPECTED);
        if update {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &report).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if report != expected {
            let diff = TextDiff::from_lines(&expected, &report);
            let header = format!("tests/bad/{name}/{EXPECTED}");
            differences += &diff.unified_diff().header(&header, "the report").to_string();
        }
    }
    assert!(
        differences.is_empty(),
        "reports are not what is expected:\n{differences}\n\
         UPDATE_EXPECTED=1 cargo test -p codegen --test bad_descriptions"
    );
}

#[test]
fn reports_have_a_place_and_help() {
    for (name, sources) in descriptions().unwrap() {
        let report = codegen::generate(&sources).expect_err(&name);
        let places: Vec<_> =
            report.diagnostics.iter().map(|m| (m.file.clone(), m.line, m.column)).collect();
        assert!(places.is_sorted(), "{name}: {places:?}");
        for diagnostic in &report.diagnostics {
            assert!(diagnostic.line > 0 && diagnostic.column > 0, "{name}: {diagnostic}");
            assert!(
                !diagnostic.help.is_empty(),
                "{name} does not say what to write:\n{diagnostic}"
            );
        }
    }
}
