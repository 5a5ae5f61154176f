//! Decisions on each action, in one reviewed table: effect, pagination and waiters.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use codegen::api::{Absent, Action, Api, Effect, Waiter};
use xtask::description;
use xtask::folders::{Folder, SPEC};

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/regenerate/decisions.txt");

#[test]
fn what_was_decided_of_each_action_is_as_it_was_reviewed() {
    let spec = Folder::find(None, SPEC).unwrap();
    let sources = description::read(&spec).unwrap();
    let generated = codegen::generate(&sources).unwrap_or_else(|report| panic!("{report}"));
    let table = table(&generated.api);
    if env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(TABLE, table).unwrap();
        return;
    }
    let reviewed = fs::read_to_string(Path::new(TABLE)).unwrap().replace("\r\n", "\n");
    let diff = similar::TextDiff::from_lines(&reviewed, &table);
    assert!(
        reviewed == table,
        "{}\nIf it is meant: UPDATE_EXPECTED=1 cargo test -p xtask --test regenerate decisions",
        diff.unified_diff().header("as it was reviewed", "as api-spec has it")
    );
}

fn table(api: &Api) -> String {
    let mut table = String::from("# action | effect | after a lost response | pages | waiters\n");
    for action in &api.actions {
        let waiters: Vec<_> = action.waiters.iter().map(|waiter| waiter.name.as_str()).collect();
        writeln!(
            table,
            "{} | {} | {} | {} | {}",
            action.wire,
            effect(action.effect),
            action.verify.as_deref().unwrap_or("-"),
            pages(action),
            if waiters.is_empty() { "-".to_owned() } else { waiters.join(", ") },
        )
        .unwrap();
    }
    table.push_str("\n# waiter | looks for | success | failure | if it is missing\n");
    for action in &api.actions {
        for waiter in &action.waiters {
            writeln!(
                table,
                "{} | {} | {} | {} | {}",
                waiter.name,
                looks_for(action, waiter),
                success(waiter),
                listed(&waiter.failure),
                match waiter.absent {
                    Absent::Retry => "retry",
                    Absent::Success => "success",
                    Absent::Failure => "failure",
                },
            )
            .unwrap();
        }
    }
    table
}

fn looks_for(action: &Action, waiter: &Waiter) -> String {
    let Some(find) = &waiter.find else { return action.wire.clone() };
    let entries = if find.all { "every entry" } else { "the entry" };
    let nested = find.nested.as_ref();
    let nested = nested.map_or(String::new(), |nested| format!(".{}", nested.list));
    let (list, key) = (&find.list, &find.key.rust);
    format!("{entries} in {}.{list}{nested} by {key}", action.wire)
}

fn success(waiter: &Waiter) -> String {
    let expect = waiter
        .expect
        .iter()
        .map(|expect| format!(", {} equal to {}", expect.member.rust, expect.argument));
    format!("{}{}", listed(&waiter.success), expect.collect::<String>())
}

fn listed(words: &[String]) -> String {
    if words.is_empty() { "-".to_owned() } else { words.join(" or ") }
}

fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Read => "read",
        Effect::Idempotent => "idempotent",
        Effect::NonIdempotent => "non-idempotent",
    }
}

/// Returns the field with the entries, its total and key, and the default length of a page.
fn pages(action: &Action) -> String {
    let Some(pages) = &action.pages else { return "-".to_owned() };
    let total = pages.total.as_ref().map_or("no total", |total| total.rust.as_str());
    let key = pages.key.as_ref().map_or("no key", |key| key.rust.as_str());
    let limit = pages.default_limit.map_or("unknown".to_owned(), |limit| limit.to_string());
    format!("{} by {key}, {total}, {limit} a page", pages.items)
}
