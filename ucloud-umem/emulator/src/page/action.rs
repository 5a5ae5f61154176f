//! Actions: the list of all, the actions of a resource, and the form of an action.

use std::collections::BTreeMap;

use askama::Template;

use super::prose::{Piece, pieces};
use super::suggestions::suggestions;
use super::table::{ActionText, Effect, ParameterText, RustValue, SectionText};
use super::texts::Texts;
use super::values::{parameters, scope};
use crate::action::{ActionSpec, ParameterKind, ParameterSpec};
use crate::actions::Action;
use crate::generated::action_table::ACTIONS;
use crate::generated::page_table;
use crate::store::Kinds;

/// A group of the list.
pub(crate) struct Section {
    pub(crate) text: &'static SectionText,
    pub(crate) actions: Vec<&'static ActionText>,
}

/// Returns all actions by section.
pub(crate) fn sections() -> Vec<Section> {
    let sections = page_table::SECTIONS.iter().map(|text| {
        let own = page_table::ACTIONS.iter().filter(|action| action.section == text.title);
        Section { text, actions: own.collect() }
    });
    sections.filter(|section| !section.actions.is_empty()).collect()
}

/// Kind of the listed resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    RedisGroup,
    Space,
    MemcachedGroup,
}

impl Kind {
    /// Returns the kind of this word.
    pub(crate) fn find(word: &str) -> Option<Self> {
        [Self::RedisGroup, Self::Space, Self::MemcachedGroup]
            .into_iter()
            .find(|kind| kind.word() == word)
    }

    /// Returns the word for it in addresses.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::RedisGroup => "redis",
            Self::Space => "space",
            Self::MemcachedGroup => "memcached",
        }
    }

    /// Returns the parameter with the id of such a resource, if the action has one.
    fn id_parameter(self, action: &ActionText) -> Option<&'static str> {
        let has = |name: &str| action.parameters.iter().any(|own| own.name == name);
        let own = match self {
            Self::Space => has("SpaceId").then_some("SpaceId"),
            Self::MemcachedGroup => {
                (has("GroupId") && action.name.contains("Memcache")).then_some("GroupId")
            }
            Self::RedisGroup => {
                let is_own = action.name.contains("URedis") && !action.name.contains("UDRedis");
                (has("GroupId") && is_own).then_some("GroupId")
            }
        };
        own.or_else(|| has("ResourceId").then_some("ResourceId"))
    }
}

/// The actions that take the id of a resource.
#[derive(Template)]
#[template(path = "actions_of.html", whitespace = "minimize")]
pub(crate) struct ActionsOf<'a> {
    t: &'static Texts,
    id: &'a str,
    actions: Vec<(&'static ActionText, &'static str)>,
    /// Region, zone and project of the resource, as the end of a query.
    query: String,
}

impl<'a> ActionsOf<'a> {
    pub(crate) fn new(t: &'static Texts, kind: Kind, id: &'a str, query: &str) -> Self {
        let actions = page_table::ACTIONS.iter().zip(ACTIONS).filter_map(|(action, spec)| {
            let id = kind.id_parameter(action)?;
            // An order with an optional id is for another resource, such as a copy.
            let is_required = spec.parameters.iter().any(|own| own.name == id && own.required);
            (is_required || action.effect != Effect::NonIdempotent).then_some((action, id))
        });
        let actions = actions.collect();
        let query = if query.is_empty() { String::new() } else { format!("&{query}") };
        Self { t, id, actions, query }
    }
}

/// The form of an action.
#[derive(Template)]
#[template(path = "action.html", whitespace = "minimize")]
pub(crate) struct ActionForm {
    t: &'static Texts,
    action: &'static ActionText,
    doc: Vec<Piece>,
    effect: &'static str,
    is_example_only: bool,
    required: Vec<Field>,
    optional: Vec<Field>,
    /// True if optional parameters are shown from the beginning.
    is_open: bool,
}

/// Optional parameters that are shown from the beginning. More of them are folded.
const FEW: usize = 5;

/// A parameter in a form.
struct Field {
    text: &'static ParameterText,
    spec: &'static ParameterSpec,
    doc: Vec<Piece>,
    kind: &'static str,
    input: Input,
    value: String,
}

/// Element that takes a value.
enum Input {
    /// Input of this type and keyboard.
    Line { secret: bool, numeric: bool },
    /// Choice of values, each with its meaning.
    Choice(Vec<(&'static str, &'static str)>),
    /// Suggested values.
    Suggestions(Vec<String>),
    /// A line for each value.
    Lines,
}

impl ActionForm {
    /// Makes the form with some values filled in.
    pub(crate) fn new(
        t: &'static Texts,
        (action, spec): (&'static ActionText, &'static ActionSpec),
        values: &BTreeMap<String, String>,
        kinds: &Kinds,
    ) -> Self {
        let is_filled = |field: &Field| !field.value.is_empty();
        let scope: Vec<_> = scope(spec).collect();
        let fields = parameters(action, spec).map(|(text, spec)| {
            let known = scope.iter().find(|(name, _)| *name == text.name);
            let known = known.map(|(_, value)| (*value).to_owned());
            let value = values.get(text.name).cloned().or(known);
            Field {
                text,
                spec,
                doc: pieces(text.doc),
                kind: kind(t, text, spec),
                input: input(text, spec, kinds),
                value: value.unwrap_or_default(),
            }
        });
        let (required, optional): (Vec<_>, Vec<_>) = fields.partition(|field| field.spec.required);
        Self {
            t,
            action,
            doc: pieces(action.doc),
            effect: match action.effect {
                Effect::Read => t.reads,
                Effect::Idempotent => t.repeatable,
                Effect::NonIdempotent => t.counts,
            },
            is_example_only: Action::find(action.name).is_none(),
            is_open: optional.len() <= FEW || optional.iter().any(is_filled),
            required,
            optional,
        }
    }
}

impl Field {
    fn is_list(&self) -> bool {
        self.text.is_list()
    }

    fn is_value(&self, value: &str) -> bool {
        self.value == value
    }

    /// Returns true if the value is not one of those that the field offers.
    fn is_other(&self, offered: &[(&str, &str)]) -> bool {
        !self.value.is_empty() && !offered.iter().any(|(value, _)| *value == self.value)
    }
}

fn kind(t: &Texts, text: &ParameterText, spec: &ParameterSpec) -> &'static str {
    match (text.value, spec.kind) {
        (RustValue::Timestamp, _) => t.kind_timestamp,
        (RustValue::Price, _) => t.kind_price,
        (_, ParameterKind::Text) => t.kind_text,
        (_, ParameterKind::Secret) => t.kind_secret,
        (_, ParameterKind::Base64) => t.kind_base64,
        (_, ParameterKind::Int) => t.kind_int,
        (_, ParameterKind::Float) => t.kind_float,
        (_, ParameterKind::Bool) => t.kind_bool,
        (_, ParameterKind::Switch(..) | ParameterKind::OneOf(_)) => t.kind_choice,
    }
}

fn input(text: &ParameterText, spec: &ParameterSpec, kinds: &Kinds) -> Input {
    if text.name.split('.').any(|part| part == "N") {
        return Input::Lines;
    }
    let meaning = |value: &'static str| match text.value {
        RustValue::Enum(set) => {
            let known = set.values.iter().find(|(wire, ..)| *wire == value);
            (value, known.map_or("", |(_, _, doc)| *doc))
        }
        _ => (value, ""),
    };
    match (spec.kind, text.value) {
        (ParameterKind::Bool, _) => Input::Choice(vec![("true", ""), ("false", "")]),
        (ParameterKind::Switch(on, off), _) => Input::Choice(vec![(on, ""), (off, "")]),
        (ParameterKind::OneOf(values), _) => {
            Input::Choice(values.iter().copied().map(meaning).collect())
        }
        (_, RustValue::Enum(set)) => {
            Input::Suggestions(set.values.iter().map(|(wire, ..)| (*wire).to_owned()).collect())
        }
        (ParameterKind::Text, _) => match suggestions(kinds, text.name) {
            ids if ids.is_empty() => Input::Line { secret: false, numeric: false },
            ids => Input::Suggestions(ids),
        },
        (kind, _) => Input::Line {
            secret: matches!(kind, ParameterKind::Secret | ParameterKind::Base64),
            numeric: matches!(kind, ParameterKind::Int | ParameterKind::Float),
        },
    }
}
