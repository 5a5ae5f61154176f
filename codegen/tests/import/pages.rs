//! Pages made up in the vendor's form, each for one oddity: the files that import makes of them,
//! and its notes, are as they were reviewed.
//!
//! In `pages/*.md` a case is its title behind `%%`, a page, `%% gives`, and the result. `⟨200b⟩`
//! is a character that an editor does not show.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::support::{File, Spec};

const PAGE: &str = "kitchen-api/dish.md";

/// Returns what import makes of a page: its files, and its notes or errors.
fn result(text: &str) -> String {
    let pages = [File { path: PAGE.into(), text: text.into() }];
    let mut spec = Spec::default();
    let mut result = String::new();
    match spec.import_with(&pages, true) {
        Ok(imported) => {
            assert_eq!(spec.complaint(&imported, &pages), None, "{text}");
            for (_, yaml) in spec.sources.iter().filter(|(path, _)| *path != "product.yaml") {
                let is_same =
                    |line: &&str| ["source: ", "effect: "].iter().any(|key| line.starts_with(key));
                let lines = yaml.lines().filter(|line| !is_same(line));
                result.extend(lines.map(|line| format!("{line}\n")));
            }
            result.extend(imported.notes.iter().map(|note| format!("{note}\n")));
        }
        Err(error) => result = format!("error: {error}\n"),
    }
    result.replace(&format!("{PAGE}:"), "line ")
}

/// Returns the text with the characters that are written by their numbers.
fn unescaped(text: &str) -> String {
    let mut pieces = text.split('⟨');
    let mut unescaped = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once('⟩').unwrap();
        unescaped.extend(char::from_u32(u32::from_str_radix(number, 16).unwrap()));
        unescaped.push_str(rest);
    }
    unescaped
}

fn check(path: &Path) {
    let text = fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    let mut new = String::new();
    let parts: Vec<_> = text.split("%% ").skip(1).collect();
    for case in parts.chunks(2) {
        let [page, _] = case else { panic!("{}: a case without `%% gives`", path.display()) };
        let (_, page_text) = page.split_once('\n').unwrap();
        new.push_str(&format!("%% {page}%% gives\n{}", result(&unescaped(page_text))));
    }
    if env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(path, &new).unwrap();
    } else if new != text {
        let diff = similar::TextDiff::from_lines(&text, &new);
        let diff = diff.unified_diff().context_radius(20).to_string();
        panic!(
            "{}\n{diff}\nIf it is meant: UPDATE_EXPECTED=1 cargo test -p codegen --test import",
            path.display()
        );
    }
}

#[test]
fn what_is_made_of_a_page_is_as_it_was_reviewed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/pages");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for path in files {
        check(&path);
    }
}
