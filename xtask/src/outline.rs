//! The public API as one line per item: `api.txt` beside the generated code.
//!
//! A reviewer sees in it what a change means to those who use the crate, and so does regenerate, which compares the old
//! one with the new one. Left of a bar stands what programs compile against, right of it what they notice when they run.

use std::fmt::{self, Display};

use codegen::api::{
    Absent, Action, Api, Effect, Enum, Expect, Member, MemberType, Model, Parameter,
    ParameterType, Presence, Region, RetCode, Scalar, Structure, Waiter,
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
pub(crate) struct Item {
    /// How far it is indented: an item belongs to the nearest one above that is indented less.
    depth: usize,
    /// What it is and its name: `parameter SpaceId`.
    name: String,
    /// What programs compile against.
    pub(crate) contract: String,
    /// What they notice when they run.
    pub(crate) behaviour: String,
}

/// The first words of items' names.
const KINDS: [&str; 18] = [
    "product",
    "action",
    "effect",
    "verify",
    "region",
    "zone",
    "project",
    "parameter",
    "structure",
    "field",
    "member",
    "pages",
    "waiter",
    "model",
    "enum",
    "value",
    "ret_code",
    "deprecated",
];

impl Outline {
    /// The outline of an API.
    pub fn of(api: &Api) -> Self {
        let mut outline = Self::default();
        let product = &api.product;
        let endpoints = format!("{} {}", product.endpoint, product.in_vpc_endpoint);
        outline.push(
            0,
            format!("product {}", product.name),
            product.krate.as_str(),
            endpoints,
        );
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
            let deepest = outline.items.last().map_or(0, |above| above.depth + 1);
            if depth > deepest || !KINDS.contains(&name.split(' ').next()?) {
                return None;
            }
            outline.push(depth, name, contract, behaviour);
        }
        Some(outline)
    }

    fn push(
        &mut self,
        depth: usize,
        name: impl Into<String>,
        contract: impl Into<String>,
        behaviour: impl Into<String>,
    ) {
        self.items.push(Item {
            depth,
            name: one_line(&name.into()),
            contract: one_line(&contract.into()),
            behaviour: one_line(&behaviour.into()),
        });
    }

    fn deprecated(&mut self, depth: usize, why: Option<&String>) {
        if let Some(why) = why {
            self.push(depth, "deprecated", "", why);
        }
    }

    fn action(&mut self, action: &Action) {
        self.push(
            0,
            format!("action {}", action.wire),
            format!("{} {}", action.rust, action.method),
            "",
        );
        self.deprecated(1, action.deprecated.as_ref());
        self.push(1, "effect", "", effect(action.effect));
        if let Some(verify) = &action.verify {
            self.push(1, "verify", "", verify);
        }
        for (name, presence) in [
            ("region", action.region),
            ("zone", action.zone),
            ("project", action.project_id),
        ] {
            match presence {
                Presence::Absent => {}
                Presence::Optional => self.push(1, name, "", "optional"),
                Presence::Required => self.push(1, name, "", REQUIRED),
            }
        }
        self.parameters(1, "parameter", &action.parameters);
        action.structures.iter().for_each(|structure| self.structure(structure));
        self.members(&action.members);
        if let Some(pages) = &action.pages {
            let mut behaviour = format!("offset {} limit {}", pages.offset, pages.limit);
            if let Some(limit) = pages.default_limit {
                behaviour = format!("{behaviour} of {limit}");
            }
            for (what, field) in [("total", &pages.total), ("key", &pages.key)] {
                if let Some(field) = field {
                    behaviour = format!("{behaviour} {what} {}", field.rust);
                }
            }
            let items = format!("{} [{}]", pages.items, member_type(&pages.item));
            self.push(1, "pages", items, behaviour);
        }
        action.waiters.iter().for_each(|waiter| self.waiter(waiter));
    }

    fn structure(&mut self, structure: &Structure) {
        self.push(
            1,
            format!("structure {}", structure.wire),
            structure.rust.as_str(),
            "",
        );
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
            let required =
                if parameter.required && !parameter.argument { REQUIRED } else { "" };
            let behaviour = [wire.as_str(), required].join(" ");
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
            let behaviour = [wire.as_str(), required].join(" ");
            self.push(
                1,
                format!("member {}", member.wire),
                format!("{} {ty}", member.rust),
                behaviour,
            );
            self.deprecated(2, member.deprecated.as_ref());
        }
    }

    fn waiter(&mut self, waiter: &Waiter) {
        let contract = match &waiter.find {
            Some(find) => format!(
                "{}{} in {}{} by {} {}",
                if find.all { "all " } else { "" },
                find.watched(),
                find.list,
                find.nested
                    .as_ref()
                    .map_or(String::new(), |nested| format!(" {}", nested.list)),
                find.key.rust,
                scalar(&find.key.scalar).0
            ),
            None => "reply".into(),
        };
        let contract = match waiter.with.as_slice() {
            [] => contract,
            with => format!("{contract} with {}", with.join(" ")),
        };
        let expect = waiter.expect.iter().map(|expect| {
            let Expect { member, argument, .. } = expect;
            format!(" {argument} {} equals {}", scalar(&member.scalar).0, member.rust)
        });
        let contract = format!("{contract}{}", expect.collect::<String>());
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
        self.push(0, format!("model {}", model.wire), model.rust.as_str(), "");
        self.members(&model.members);
    }

    fn values(&mut self, values: &Enum) {
        self.push(0, format!("enum {}", values.rust), "", "");
        for value in &values.values {
            self.push(
                1,
                format!("value {}", value.rust),
                "",
                format!("{:?}", value.wire),
            );
        }
    }

    fn ret_code(&mut self, code: &RetCode) {
        let temporary = if code.temporary { "temporary" } else { "" };
        self.push(0, format!("ret_code {}", code.number), code.rust.as_str(), temporary);
    }

    fn region(&mut self, region: &Region) {
        self.push(
            0,
            format!("region {}", region.id),
            region.rust.as_str(),
            region.name.as_str(),
        );
        for zone in &region.zones {
            self.push(
                1,
                format!("zone {}", zone.id),
                zone.rust.as_str(),
                zone.name.as_str(),
            );
        }
    }

    /// Items, each after its own name and the names of the items that it belongs to.
    pub(crate) fn paths(&self) -> Vec<(Vec<&str>, &Item)> {
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

/// What stands right of the bar where every call must have a value.
pub(crate) const REQUIRED: &str = "required";

/// The text in one line, as an item is.
fn one_line(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

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
        Scalar::Text => ("string", None),
        Scalar::Int => ("int", None),
        Scalar::Float => ("float", None),
        Scalar::Bool => ("bool", None),
        Scalar::Switch { on, off } => ("bool", Some(format!("{on:?}/{off:?}"))),
        Scalar::Timestamp => ("timestamp", None),
        Scalar::Price => ("price", None),
        Scalar::Base64 => ("string", Some("base64".into())),
        Scalar::Password { base64 } => ("password", base64.then(|| "base64".into())),
        Scalar::PresignedUrl => ("presigned_url", None),
        Scalar::Enum(name) => (name.as_str(), None),
    };
    (seen.to_owned(), wire.unwrap_or_default())
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
