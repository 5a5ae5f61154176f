//! What differs between two outlines, in the API's terms, and what it means to those who use the crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display};

use crate::outline::{Item, Outline, REQUIRED};

/// One difference between two outlines, in the API's terms.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// What it means to those who use the crate.
    pub kind: ChangeKind,
    /// What it is.
    pub text: String,
}

/// What a change means to those who use the crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Their programs may no longer compile, or their calls may no longer be accepted.
    Breaking,
    /// There is more than before.
    Added,
    /// Something behaves in another way.
    Changed,
}

impl Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            ChangeKind::Breaking => "breaking",
            ChangeKind::Added => "added",
            ChangeKind::Changed => "changed",
        };
        write!(f, "{kind}: {}", self.text)
    }
}

/// What changed from the old outline to the new one, breaking changes first.
pub fn between(old: &Outline, new: &Outline) -> Vec<Change> {
    let (old, new) = (old.paths(), new.paths());
    let old_by_path: BTreeMap<_, _> =
        old.iter().map(|(path, item)| (path, *item)).collect();
    let new_paths: BTreeSet<_> = new.iter().map(|(path, _)| path).collect();
    let mut changes = Vec::new();
    for (path, item) in &old {
        // With an item goes what belongs to it, which then is not worth a line each.
        let parent_is_gone =
            path.len() > 1 && !new_paths.contains(&path[..path.len() - 1].to_vec());
        if !new_paths.contains(path) && !parent_is_gone {
            changes.push(gone(path, item));
        }
    }
    for (path, item) in &new {
        let parent_is_new = path.len() > 1
            && !old_by_path.contains_key(&path[..path.len() - 1].to_vec());
        match old_by_path.get(path) {
            Some(old) => changes.extend(changed(path, old, item)),
            None if parent_is_new => {}
            None => changes.push(added(path, item)),
        }
    }
    changes.sort_by_key(|change| change.kind);
    changes
}

fn gone(path: &[&str], item: &Item) -> Change {
    let kind = match kind(path) {
        // Facts of an action, each of which only matters while calls run.
        "verify" | "deprecated" | "effect" => ChangeKind::Changed,
        "region" | "zone" | "project" if path.len() > 1 && item.contract.is_empty() => {
            ChangeKind::Changed
        }
        _ => ChangeKind::Breaking,
    };
    Change { kind, text: format!("{} is gone", title(path)) }
}

fn added(path: &[&str], item: &Item) -> Change {
    let breaks = item.contract.starts_with("argument ") || becomes_required(path, item);
    let kind = match kind(path) {
        _ if breaks => ChangeKind::Breaking,
        "verify" | "deprecated" => ChangeKind::Changed,
        _ => ChangeKind::Added,
    };
    let what = if breaks { ", which every call must have" } else { "" };
    Change { kind, text: format!("{}{}{what}", title(path), value(item)) }
}

fn changed(path: &[&str], old: &Item, new: &Item) -> Option<Change> {
    if old == new {
        return None;
    }
    let breaks = old.contract != new.contract || becomes_required(path, new);
    let kind = if breaks { ChangeKind::Breaking } else { ChangeKind::Changed };
    let (old, new) = if breaks && old.contract != new.contract {
        (&old.contract, &new.contract)
    } else {
        (&old.behaviour, &new.behaviour)
    };
    let shown = |text: &str| {
        if text.is_empty() { "nothing".to_owned() } else { format!("`{text}`") }
    };
    Some(Change {
        kind,
        text: format!("{}: {} -> {}", title(path), shown(old), shown(new)),
    })
}

/// A call that was accepted without a region, a zone or a project no longer is.
fn becomes_required(path: &[&str], new: &Item) -> bool {
    path.len() > 1
        && matches!(path.last(), Some(&("region" | "zone" | "project")))
        && new.behaviour == REQUIRED
}

fn kind<'a>(path: &[&'a str]) -> &'a str {
    path.last().and_then(|name| name.split(' ').next()).unwrap_or_default()
}

/// `action DescribeUMemBackup, parameter SpaceId`.
fn title(path: &[&str]) -> String {
    path.join(", ")
}

fn value(item: &Item) -> String {
    let text = if item.contract.is_empty() { &item.behaviour } else { &item.contract };
    if text.is_empty() { String::new() } else { format!(" ({text})") }
}
