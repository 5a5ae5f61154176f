//! What changed between two descriptions, in the API's terms.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display};

use crate::api::{
    Action, Api, Effect, Enum, Member, MemberType, Model, Parameter, ParameterType,
    Presence, Scalar,
};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whether a program that used the old API may no longer compile, or its calls may no longer be accepted.
    pub breaking: bool,
    /// What it is.
    pub text: String,
    /// Whether there is something that was not there.
    addition: bool,
}

impl Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Self { breaking: true, .. } => "breaking",
            Self { addition: true, .. } => "added",
            _ => "changed",
        };
        write!(f, "{kind}: {}", self.text)
    }
}

/// What changed between two descriptions, breaking changes first.
pub fn changes(old: &Api, new: &Api) -> Vec<Change> {
    let mut changes = Changes::default();
    changes.compare(
        "action",
        &old.actions,
        &new.actions,
        |action| action.wire.clone(),
        Changes::action,
    );
    changes.compare(
        "model",
        &old.models,
        &new.models,
        |model| model.wire.clone(),
        Changes::model,
    );
    changes.compare(
        "enum",
        &old.enums,
        &new.enums,
        |values| values.rust.clone(),
        Changes::values,
    );
    changes.compare(
        "RetCode",
        &old.ret_codes,
        &new.ret_codes,
        |code| code.number.to_string(),
        |changes, _, old, new| {
            let what = format!("RetCode {}", old.number);
            changes.renamed(&what, &old.rust, &new.rust);
            changes.differs(false, &what, "temporary", &old.temporary, &new.temporary);
        },
    );
    changes.compare(
        "region",
        &old.regions,
        &new.regions,
        |region| region.id.clone(),
        |changes, what, old, new| {
            changes.compare(
                &format!("{what}, zone"),
                &old.zones,
                &new.zones,
                |zone| zone.id.clone(),
                |_, _, _, _| {},
            );
        },
    );
    changes.list.sort_by_key(|change| (!change.breaking, !change.addition));
    changes.list
}

#[derive(Default)]
struct Changes {
    list: Vec<Change>,
}

impl Changes {
    fn breaking(&mut self, text: String) {
        self.list.push(Change { breaking: true, text, addition: false });
    }

    fn added(&mut self, text: String) {
        self.list.push(Change { breaking: false, text, addition: true });
    }

    fn changed(&mut self, breaking: bool, text: String) {
        self.list.push(Change { breaking, text, addition: false });
    }

    /// Things that are found again by their names.
    fn compare<T>(
        &mut self,
        kind: &str,
        old: &[T],
        new: &[T],
        name: impl Fn(&T) -> String,
        both: impl Fn(&mut Self, &str, &T, &T),
    ) {
        let by_name: BTreeMap<_, _> =
            new.iter().map(|thing| (name(thing), thing)).collect();
        let known: BTreeSet<_> = old.iter().map(&name).collect();
        for thing in old {
            let name = name(thing);
            let what = format!("{kind} {name}");
            match by_name.get(&name) {
                Some(now) => both(self, &what, thing, now),
                None => self.breaking(format!("{what} is gone")),
            }
        }
        for thing in new.iter().map(&name).filter(|name| !known.contains(name)) {
            self.added(format!("{kind} {thing}"));
        }
    }

    fn renamed(&mut self, what: &str, old: &str, new: &str) {
        if old != new {
            self.breaking(format!("{what}: `{old}` is now called `{new}`"));
        }
    }

    fn differs<T: PartialEq + fmt::Debug>(
        &mut self,
        breaking: bool,
        what: &str,
        of: &str,
        old: &T,
        new: &T,
    ) {
        if old != new {
            self.changed(breaking, format!("{what}: {of} was {old:?} and is {new:?}"));
        }
    }

    fn action(&mut self, what: &str, old: &Action, new: &Action) {
        self.renamed(what, &old.rust, &new.rust);
        if old.rust == new.rust {
            self.renamed(what, &old.method, &new.method);
        }
        self.differs(false, what, "effect", &effect(old.effect), &effect(new.effect));
        for (name, old, new) in [
            ("Region", old.region, new.region),
            ("Zone", old.zone, new.zone),
            ("ProjectId", old.project_id, new.project_id),
        ] {
            // A setter that goes breaks; so does a row that every call must have from now on.
            let breaking = new == Presence::Absent || new == Presence::Required;
            self.differs(breaking, what, name, &presence(old), &presence(new));
        }
        self.parameters(&format!("{what}, parameter"), &old.parameters, &new.parameters);
        let structures = |action: &Action| action.structures.clone();
        self.compare(
            &format!("{what}, structure"),
            &structures(old),
            &structures(new),
            |structure| structure.wire.clone(),
            |changes, what, old, new| {
                changes.renamed(what, &old.rust, &new.rust);
                changes.parameters(&format!("{what}, field"), &old.fields, &new.fields);
            },
        );
        self.members(&format!("{what}, member"), &old.members, &new.members);
        self.paging(what, old, new);
        self.compare(
            &format!("{what}, waiter"),
            &old.waiters,
            &new.waiters,
            |waiter| waiter.name.clone(),
            |changes, what, old, new| {
                let rule = |waiter: &crate::api::Waiter| {
                    (
                        waiter.success.clone(),
                        waiter.failure.clone(),
                        format!("{:?}", waiter.absent),
                    )
                };
                changes.differs(false, what, "its states", &rule(old), &rule(new));
                let seen = |waiter: &crate::api::Waiter| {
                    waiter.find.as_ref().map(|find| find.item.clone())
                };
                changes.differs(true, what, "what it gives", &seen(old), &seen(new));
            },
        );
        if is_rewritten(old, new) {
            self.changed(false, format!("{what}: documentation changed"));
        }
    }

    fn paging(&mut self, what: &str, old: &Action, new: &Action) {
        match (&old.pages, &new.pages) {
            (None, Some(_)) => {
                self.added(format!("{what}: paging, `items()` and `pages()`"));
            }
            (Some(_), None) => self.breaking(format!(
                "{what}: paging is gone, and `items()` and `pages()` with it"
            )),
            (Some(old), Some(new)) if format!("{old:?}") != format!("{new:?}") => {
                self.changed(old.item != new.item, format!("{what}: paging changed"));
            }
            _ => {}
        }
    }

    fn parameters(&mut self, kind: &str, old: &[Parameter], new: &[Parameter]) {
        let arguments = |list: &[Parameter]| -> Vec<String> {
            list.iter()
                .filter(|parameter| parameter.argument)
                .map(|parameter| parameter.wire.clone())
                .collect()
        };
        let (before, now) = (arguments(old), arguments(new));
        let known: BTreeSet<_> = old.iter().map(|parameter| &parameter.wire).collect();
        for parameter in new
            .iter()
            .filter(|parameter| parameter.argument && !known.contains(&parameter.wire))
        {
            self.breaking(format!("{kind} {} is new and required", parameter.wire));
        }
        let optional: Vec<_> = new
            .iter()
            .filter(|parameter| !parameter.argument || known.contains(&parameter.wire))
            .cloned()
            .collect();
        self.compare(
            kind,
            old,
            &optional,
            |parameter| parameter.wire.clone(),
            |changes, what, old, new| {
                changes.renamed(what, &old.rust, &new.rust);
                changes.differs(
                    true,
                    what,
                    "type",
                    &parameter_type(old),
                    &parameter_type(new),
                );
                match (old.argument, new.argument) {
                    (false, true) => changes.breaking(format!("{what} became required")),
                    (true, false) => changes.breaking(format!(
                        "{what} became optional: an argument is now a setter"
                    )),
                    _ => {}
                }
            },
        );
        let both = |list: &[String], other: &[String]| -> Vec<String> {
            list.iter().filter(|name| other.contains(name)).cloned().collect()
        };
        if both(&before, &now) != both(&now, &before) {
            self.breaking(format!(
                "{kind}s: the order of arguments was {} and is {}",
                before.join(", "),
                now.join(", ")
            ));
        }
    }

    fn members(&mut self, kind: &str, old: &[Member], new: &[Member]) {
        self.compare(
            kind,
            old,
            new,
            |member| member.wire.clone(),
            |changes, what, old, new| {
                changes.renamed(what, &old.rust, &new.rust);
                changes.differs(
                    true,
                    what,
                    "type",
                    &member_type(old),
                    &member_type(new),
                );
            },
        );
    }

    fn model(&mut self, what: &str, old: &Model, new: &Model) {
        self.renamed(what, &old.rust, &new.rust);
        self.members(&format!("{what}, member"), &old.members, &new.members);
    }

    fn values(&mut self, what: &str, old: &Enum, new: &Enum) {
        self.compare(
            &format!("{what}, value"),
            &old.values,
            &new.values,
            |value| value.wire.clone(),
            |changes, what, old, new| {
                changes.renamed(what, &old.rust, &new.rust);
            },
        );
    }
}

fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Read => "read",
        Effect::Idempotent => "idempotent",
        Effect::NonIdempotent => "non_idempotent",
    }
}

fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Absent => "absent",
        Presence::Optional => "optional",
        Presence::Required => "required",
    }
}

/// The type as a program sees it.
fn parameter_type(parameter: &Parameter) -> String {
    let entry = match &parameter.ty {
        ParameterType::Scalar(value) => scalar(value),
        ParameterType::Structure(name) => name.clone(),
    };
    if parameter.list { format!("[{entry}]") } else { entry }
}

fn member_type(member: &Member) -> String {
    let entry = match &member.ty {
        MemberType::Scalar(value) => scalar(value),
        MemberType::Model(name) => name.clone(),
        MemberType::Json => "any JSON".into(),
    };
    match (member.list, member.required) {
        (true, _) => format!("[{entry}]"),
        (false, true) => entry,
        (false, false) => format!("{entry}, optional"),
    }
}

fn scalar(scalar: &Scalar) -> String {
    match scalar {
        Scalar::Text => "string".into(),
        Scalar::Int => "int".into(),
        Scalar::Float => "float".into(),
        Scalar::Bool => "bool".into(),
        Scalar::Switch { on, off } => format!("bool as {on}/{off}"),
        Scalar::Timestamp => "timestamp".into(),
        Scalar::Base64 => "string in base64".into(),
        Scalar::Password { base64: true } => "password in base64".into(),
        Scalar::Password { base64: false } => "password".into(),
        Scalar::Enum(name) => name.clone(),
    }
}

/// Whether what is written of an action, or of a row that it still has, is written differently.
fn is_rewritten(old: &Action, new: &Action) -> bool {
    let own = |action: &Action| {
        (
            action.title.clone(),
            action.doc.clone(),
            action.deprecated.clone(),
            action.page.clone(),
        )
    };
    let (before, now) = (rows(old), rows(new));
    own(old) != own(new)
        || before.iter().any(|(row, texts)| now.get(row).is_some_and(|now| now != texts))
}

/// Documentation of every row, by its place and name.
fn rows(action: &Action) -> BTreeMap<(&str, &str), [Option<&str>; 2]> {
    let fields = action.structures.iter().flat_map(|structure| {
        structure.fields.iter().map(|field| (structure.wire.as_str(), field))
    });
    let parameters = action.parameters.iter().map(|parameter| ("request", parameter));
    let parameters = fields.chain(parameters).map(|(place, row)| {
        ((place, row.wire.as_str()), [row.doc.as_deref(), row.deprecated.as_deref()])
    });
    let members = action.members.iter().map(|row| {
        (
            ("response", row.wire.as_str()),
            [row.doc.as_deref(), row.deprecated.as_deref()],
        )
    });
    parameters.chain(members).collect()
}
