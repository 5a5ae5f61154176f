//! The public API as one line per item: `api.txt` beside the generated code.
//!
//! A reviewer sees in it what a change means to those who use the crate, and so does regenerate, which compares the old
//! one with the new one. Left of a bar stands what programs compile against, right of it what they notice when they run.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display};

use codegen::api::{
    Absent, Action, Api, Effect, Enum, Member, MemberType, Model, Parameter, ParameterType, Presence, Region, RetCode,
    Scalar, Structure, Waiter,
};

/// The file's name. It also marks a folder as one that regenerate has written.
pub const FILE: &str = "api.txt";

/// The first lines of the file.
pub const HEADER: &str = "\
# Written by `cargo xtask regenerate` from api-spec: the public API, one line per item.
# Left of a bar: what programs compile against. Right of it: what they notice when they run.
";

/// The items of an API, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    items: Vec<Item>,
}

/// One line of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Item {
    /// How far it is indented: an item belongs to the nearest one above that is indented less.
    depth: usize,
    /// What it is and its name: `parameter SpaceId`.
    name: String,
    /// What programs compile against.
    contract: String,
    /// What they notice when they run.
    behaviour: String,
}

/// The first word of an item's name, and whether it may stand under another.
const KINDS: [&str; 18] = [
    "product", "action", "effect", "verify", "region", "zone", "project", "parameter", "structure", "field", "member",
    "pages", "waiter", "model", "enum", "value", "code", "deprecated",
];

impl Outline {
    /// The outline of an API.
    pub fn of(api: &Api) -> Self {
        let mut outline = Self::default();
        let product = &api.product;
        let endpoints = format!("{} {}", product.endpoint, product.in_vpc_endpoint);
        outline.push(0, format!("product {}", product.name), product.krate.clone(), endpoints);
        api.actions.iter().for_each(|action| outline.action(action));
        api.models.iter().for_each(|model| outline.model(model));
        api.enums.iter().for_each(|values| outline.values(values));
        api.ret_codes.iter().for_each(|code| outline.ret_code(code));
        api.regions.iter().for_each(|region| outline.region(region));
        outline
    }

    /// Reads the file back; `None` when something else has been at it.
    pub fn parse(text: &str) -> Option<Self> {
        let mut outline = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let item = line.trim_start_matches(' ');
            let depth = (line.len() - item.len()) / 2;
            let (name, rest) = item.split_once(':').unwrap_or((item, ""));
            let (contract, behaviour) = rest.split_once('|').unwrap_or((rest, ""));
            if !KINDS.contains(&name.split(' ').next()?) {
                return None;
            }
            outline.push(depth, name.to_owned(), contract.trim().to_owned(), behaviour.trim().to_owned());
        }
        Some(outline)
    }

    fn push(&mut self, depth: usize, name: String, contract: String, behaviour: String) {
        self.items.push(Item { depth, name, contract, behaviour });
    }

    fn deprecated(&mut self, depth: usize, why: Option<&String>) {
        if let Some(why) = why {
            self.push(depth, "deprecated".into(), String::new(), why.replace('\n', " "));
        }
    }

    fn action(&mut self, action: &Action) {
        self.push(0, format!("action {}", action.wire), format!("{} {}", action.rust, action.method), String::new());
        self.deprecated(1, action.deprecated.as_ref());
        self.push(1, "effect".into(), String::new(), effect(action.effect).into());
        if let Some(verify) = &action.verify {
            self.push(1, "verify".into(), String::new(), verify.clone());
        }
        for (name, presence) in [("region", action.region), ("zone", action.zone), ("project", action.project_id)] {
            match presence {
                Presence::Absent => {}
                Presence::Optional => self.push(1, name.into(), String::new(), "optional".into()),
                Presence::Required => self.push(1, name.into(), String::new(), REQUIRED.into()),
            }
        }
        self.parameters(1, "parameter", &action.parameters);
        action.structures.iter().for_each(|structure| self.structure(structure));
        self.members(&action.members);
        if let Some(pages) = &action.pages {
            let mut behaviour = format!("offset {} limit {}", pages.offset, pages.limit);
            if let Some(limit) = pages.default_limit {
                behaviour.push_str(&format!(" of {limit}"));
            }
            for (what, field) in [("total", &pages.total), ("key", &pages.key)] {
                if let Some(field) = field {
                    behaviour.push_str(&format!(" {what} {}", field.rust));
                }
            }
            let items = format!("{} [{}]", pages.items, member_type(&pages.item));
            self.push(1, "pages".into(), items, behaviour);
        }
        action.waiters.iter().for_each(|waiter| self.waiter(waiter));
    }

    fn structure(&mut self, structure: &Structure) {
        self.push(1, format!("structure {}", structure.wire), structure.rust.clone(), String::new());
        self.parameters(2, "field", &structure.fields);
    }

    fn parameters(&mut self, depth: usize, kind: &str, parameters: &[Parameter]) {
        let mut arguments = 0;
        for parameter in parameters {
            let place = if parameter.argument {
                arguments += 1;
                format!("argument {arguments}")
            } else {
                "setter".into()
            };
            let (single, wire) = match &parameter.ty {
                ParameterType::Scalar(value) => scalar(value),
                ParameterType::Structure(name) => (name.clone(), String::new()),
            };
            let ty = if parameter.list { format!("[{single}]") } else { single };
            let required = if parameter.required && !parameter.argument { REQUIRED } else { "" };
            let behaviour = [wire.as_str(), required].join(" ").trim().to_owned();
            let contract = format!("{place} {} {ty}", parameter.rust);
            self.push(depth, format!("{kind} {}", parameter.wire), contract, behaviour);
            self.deprecated(depth + 1, parameter.deprecated.as_ref());
        }
    }

    fn members(&mut self, members: &[Member]) {
        for member in members {
            let (single, wire) = match &member.ty {
                MemberType::Scalar(value) => scalar(value),
                other => (member_type(other), String::new()),
            };
            let boxed = if member.boxed { format!("box {single}") } else { single };
            let ty = match (member.list, member.required) {
                (true, _) => format!("[{boxed}]"),
                (false, true) => boxed,
                (false, false) => format!("{boxed}?"),
            };
            let required = if member.list && member.required { REQUIRED } else { "" };
            let behaviour = [wire.as_str(), required].join(" ").trim().to_owned();
            self.push(1, format!("member {}", member.wire), format!("{} {ty}", member.rust), behaviour);
            self.deprecated(2, member.deprecated.as_ref());
        }
    }

    fn waiter(&mut self, waiter: &Waiter) {
        let contract = match &waiter.find {
            Some(find) => format!("{} in {} by {} {}", find.item, find.list, find.key.rust, scalar(&find.key.scalar).0),
            None => "reply".into(),
        };
        let absent = match waiter.absent {
            Absent::Retry => "retry",
            Absent::Success => "success",
            Absent::Failure => "failure",
        };
        let behaviour = format!(
            "{} success {} failure {} absent {absent}",
            waiter.member.rust,
            listed(&waiter.success),
            listed(&waiter.failure),
        );
        self.push(1, format!("waiter {}", waiter.name), contract, behaviour);
    }

    fn model(&mut self, model: &Model) {
        self.push(0, format!("model {}", model.wire), model.rust.clone(), String::new());
        self.members(&model.members);
    }

    fn values(&mut self, values: &Enum) {
        self.push(0, format!("enum {}", values.rust), String::new(), String::new());
        for value in &values.values {
            self.push(1, format!("value {}", value.rust), String::new(), format!("{:?}", value.wire));
        }
    }

    fn ret_code(&mut self, code: &RetCode) {
        let temporary = if code.temporary { "temporary" } else { "" };
        self.push(0, format!("code {}", code.number), code.rust.clone(), temporary.into());
    }

    fn region(&mut self, region: &Region) {
        self.push(0, format!("region {}", region.id), region.rust.clone(), region.name.clone());
        for zone in &region.zones {
            self.push(1, format!("zone {}", zone.id), zone.rust.clone(), zone.name.clone());
        }
    }

    /// Items by their names and those of the items they belong to, and whether the outline's own order has them.
    fn paths(&self) -> Vec<(Vec<&str>, &Item)> {
        let mut path = Vec::new();
        self.items
            .iter()
            .map(|item| {
                path.truncate(item.depth);
                path.push(item.name.as_str());
                (path.clone(), item)
            })
            .collect()
    }
}

const REQUIRED: &str = "required";

fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Read => "read",
        Effect::Idempotent => "idempotent",
        Effect::NonIdempotent => "non_idempotent",
    }
}

/// What a program sees of a scalar, and how it goes over the wire where that does not follow.
fn scalar(scalar: &Scalar) -> (String, String) {
    let (seen, wire) = match scalar {
        Scalar::Text => ("string", String::new()),
        Scalar::Int => ("int", String::new()),
        Scalar::Float => ("float", String::new()),
        Scalar::Bool => ("bool", String::new()),
        Scalar::Switch { on, off } => ("bool", format!("{on:?}/{off:?}")),
        Scalar::Timestamp => ("timestamp", String::new()),
        Scalar::Base64 => ("string", "base64".into()),
        Scalar::Password { base64: true } => ("password", "base64".into()),
        Scalar::Password { base64: false } => ("password", String::new()),
        Scalar::Enum(name) => (name.as_str(), String::new()),
    };
    (seen.to_owned(), wire)
}

fn member_type(ty: &MemberType) -> String {
    match ty {
        MemberType::Scalar(value) => scalar(value).0,
        MemberType::Model(name) => name.clone(),
        MemberType::Json => "json".into(),
    }
}

fn listed(states: &[String]) -> String {
    if states.is_empty() { "-".into() } else { states.join(",") }
}

impl Display for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEADER)?;
        for Item { depth, name, contract, behaviour } in &self.items {
            let indent = 2 * depth;
            write!(f, "{:indent$}{name}", "")?;
            match (contract.as_str(), behaviour.as_str()) {
                ("", "") => writeln!(f)?,
                (contract, "") => writeln!(f, ": {contract}")?,
                ("", behaviour) => writeln!(f, ": | {behaviour}")?,
                (contract, behaviour) => writeln!(f, ": {contract} | {behaviour}")?,
            }
        }
        Ok(())
    }
}

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
pub fn changes(old: &Outline, new: &Outline) -> Vec<Change> {
    let (old, new) = (old.paths(), new.paths());
    let old_by_path: BTreeMap<_, _> = old.iter().map(|(path, item)| (path, *item)).collect();
    let new_paths: BTreeSet<_> = new.iter().map(|(path, _)| path).collect();
    let mut changes = Vec::new();
    for (path, item) in &old {
        // With an item goes what belongs to it, which then is not worth a line each.
        let parent_is_gone = path.len() > 1 && !new_paths.contains(&path[..path.len() - 1].to_vec());
        if !new_paths.contains(path) && !parent_is_gone {
            changes.push(gone(path, item));
        }
    }
    for (path, item) in &new {
        let parent_is_new = path.len() > 1 && !old_by_path.contains_key(&path[..path.len() - 1].to_vec());
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
        "region" | "zone" | "project" if path.len() > 1 && item.contract.is_empty() => ChangeKind::Changed,
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
    let shown = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("`{text}`") };
    Some(Change { kind, text: format!("{}: {} -> {}", title(path), shown(old), shown(new)) })
}

/// A call that was accepted without a region, a zone or a project no longer is.
fn becomes_required(path: &[&str], new: &Item) -> bool {
    path.len() > 1 && matches!(path.last(), Some(&("region" | "zone" | "project"))) && new.behaviour == REQUIRED
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
