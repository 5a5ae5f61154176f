//! A made-up product with every type, every attribute and every collision of names: what it gives
//! is checked in.
//!
//! `UPDATE_GOLDEN=1 cargo test -p codegen --test output` writes it anew; the diff is then what a
//! reviewer reads.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use similar::TextDiff;

use crate::support::{files, fill, generated, golden};

#[test]
fn the_golden_description_gives_the_golden_files() {
    let new = generated();
    let folder = golden().join("generated");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fill(&folder, &new);
    }
    let old = files(&folder);
    let mut differences = String::new();
    for path in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
        let (was, is) = (old.get(path), new.get(path));
        if was == is {
            continue;
        }
        let [was, is] = [was, is].map(|text| text.map_or("", String::as_str));
        let name = path.display().to_string();
        let diff = TextDiff::from_lines(was, is);
        writeln!(differences, "{name}:\n{}", diff.unified_diff().header(&name, &name)).unwrap();
    }
    assert!(
        differences.is_empty(),
        "tests/golden/generated is not what the description gives:\n{differences}\n\
         UPDATE_GOLDEN=1 cargo test -p codegen --test output"
    );
}

#[test]
fn generating_twice_gives_the_same_bytes() {
    assert!(generated() == generated());
}

#[test]
fn no_line_of_text_is_out_of_its_comment() {
    // What the hostile texts of the description would be as code.
    let code = ["fn main", "fn code", "compile_error!", "indented_code", "#![allow", "fenced"];
    for (path, text) in generated() {
        for line in text.lines().map(str::trim_start) {
            let in_comment = line.starts_with("//");
            let in_text = line.contains('"');
            for code in code {
                assert!(
                    in_comment || in_text || !line.contains(code),
                    "{}: {line}",
                    path.display()
                );
            }
        }
    }
}
