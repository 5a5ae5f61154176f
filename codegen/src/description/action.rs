//! `actions/*.yaml`.

use crate::api::{Absent, Effect};
use crate::description::fields::Fields;
use crate::description::keys;
use crate::description::named::Named;
use crate::description::row::{self, Row};
use crate::description::tree::{Node, Style, Text, Value};
use crate::diagnostics::{Diagnostics, Span};

/// Action.
#[derive(Clone, Debug)]
pub(crate) struct Action {
    pub(crate) named: Named,
    /// False for a file that cannot be read, of which only the name is known.
    pub(crate) readable: bool,
    pub(crate) title: Option<Text>,
    pub(crate) section: Option<Text>,
    pub(crate) source: Option<Text>,
    pub(crate) doc: Option<Text>,
    pub(crate) deprecated: Option<Text>,
    pub(crate) effect: Option<Effect>,
    pub(crate) verify: Option<Text>,
    pub(crate) request: Vec<Row>,
    pub(crate) response: Vec<Row>,
    pub(crate) pages: Option<Pages>,
    pub(crate) once: Option<Once>,
    pub(crate) waiters: Vec<Waiter>,
    pub(crate) example: Option<Example>,
}

impl Action {
    /// Checks for a parameter that `pagination` sets.
    pub(crate) fn is_paged_by(&self, parameter: &str) -> bool {
        let pages = self.pages.iter().flat_map(|pages| [&pages.offset, &pages.limit]);
        pages.flatten().any(|name| name.value == parameter)
    }
}

/// `pagination`: names of rows.
#[derive(Clone, Debug)]
pub(crate) struct Pages {
    pub(crate) offset: Option<Text>,
    pub(crate) limit: Option<Text>,
    pub(crate) items: Option<Text>,
    pub(crate) total: Option<Text>,
    pub(crate) key: Option<Text>,
}

/// `once`: names of an action and of rows.
#[derive(Clone, Debug)]
pub(crate) struct Once {
    pub(crate) name: Text,
    pub(crate) find: Text,
    /// Optional parameters that the list takes from the create.
    pub(crate) with: Vec<Text>,
    pub(crate) list: Text,
    /// Field of an entry with the name.
    pub(crate) matched: Text,
    pub(crate) id: Text,
}

/// One of the `waiters`.
#[derive(Clone, Debug)]
pub(crate) struct Waiter {
    pub(crate) name: Text,
    pub(crate) doc: Option<Text>,
    /// Optional parameters that it sends.
    pub(crate) with: Vec<Text>,
    pub(crate) find: Option<Find>,
    pub(crate) member: Option<Text>,
    /// Names of fields, each with the argument that it must equal.
    pub(crate) expect: Vec<(Text, Text)>,
    pub(crate) success: Vec<Text>,
    pub(crate) failure: Vec<Text>,
    pub(crate) absent: Option<(Absent, Span)>,
}

/// `find` of a waiter.
#[derive(Clone, Debug)]
pub(crate) struct Find {
    pub(crate) list: Option<Text>,
    /// The list inside of that list's entries, after the dot.
    pub(crate) nested: Option<Text>,
    pub(crate) key: Option<Text>,
    /// True if the wait needs every entry with the key.
    pub(crate) all: bool,
}

/// `example`.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) span: Span,
    pub(crate) request: Vec<(Text, Text)>,
    pub(crate) ignored: Vec<(Text, Text)>,
    pub(crate) response: Option<ResponseText>,
}

/// Response of an example.
#[derive(Clone, Debug)]
pub(crate) struct ResponseText {
    pub(crate) text: Text,
    /// True if it is written with `|`, so that its lines are the file's.
    pub(crate) literal: bool,
}

pub(super) fn read(
    node: Option<&Node>,
    stem: &str,
    file: usize,
    diagnostics: &mut Diagnostics,
) -> Action {
    let (fields, readable) = Fields::read_file(node, &keys::ACTION, file, diagnostics);
    let request = fields.maps("request", diagnostics, |node, diagnostics| {
        row::read(node, &keys::PARAMETER, diagnostics)
    });
    let response = fields.maps("response", diagnostics, |node, diagnostics| {
        row::read(node, &keys::MEMBER, diagnostics)
    });
    Action {
        named: Named::read(&fields, "action", stem),
        readable,
        title: fields.text("title"),
        section: fields.text("section"),
        source: fields.text("source"),
        doc: fields.text("doc"),
        deprecated: fields.text("deprecated"),
        effect: fields.text("effect").and_then(|word| effect(&word)),
        verify: fields.text("verify"),
        request,
        response,
        pages: fields.node("pagination").and_then(|node| pages(node, diagnostics)),
        once: fields.node("once").and_then(|node| once(node, diagnostics)),
        waiters: fields.maps("waiters", diagnostics, waiter),
        example: fields.node("example").and_then(|node| example(node, diagnostics)),
    }
}

fn effect(word: &str) -> Option<Effect> {
    match word {
        "read" => Some(Effect::Read),
        "idempotent" => Some(Effect::Idempotent),
        "non_idempotent" => Some(Effect::NonIdempotent),
        _ => None,
    }
}

fn pages(node: &Node, diagnostics: &mut Diagnostics) -> Option<Pages> {
    let fields = Fields::read(node, &keys::PAGES, diagnostics)?;
    Some(Pages {
        offset: fields.text("offset"),
        limit: fields.text("limit"),
        items: fields.text("items"),
        total: fields.text("total"),
        key: fields.text("key"),
    })
}

fn once(node: &Node, diagnostics: &mut Diagnostics) -> Option<Once> {
    let fields = Fields::read(node, &keys::ONCE, diagnostics)?;
    let with = fields.values("with", diagnostics);
    Some(Once {
        name: fields.text("name")?,
        find: fields.text("find")?,
        with,
        list: fields.text("in")?,
        matched: fields.text("match")?,
        id: fields.text("id")?,
    })
}

fn waiter(node: &Node, diagnostics: &mut Diagnostics) -> Option<Waiter> {
    let fields = Fields::read(node, &keys::WAITER, diagnostics)?;
    let find = fields.node("find").and_then(|node| {
        let fields = Fields::read(node, &keys::FIND, diagnostics)?;
        let part = |text: &Text, part: &str| Text { value: part.to_owned(), span: text.span };
        let list = fields.text("in");
        let dotted = list.as_ref().and_then(|text| {
            let (list, nested) = text.split_once('.')?;
            Some((part(text, list), part(text, nested)))
        });
        let (list, nested) =
            dotted.map_or((list, None), |(list, nested)| (Some(list), Some(nested)));
        let entries = fields.text("entries");
        Some(Find {
            list,
            nested,
            key: fields.text("key"),
            all: entries.is_some_and(|entries| entries.value == "all"),
        })
    });
    let absent = fields.text("absent").and_then(|word| Some((absent(&word)?, word.span)));
    let with = fields.values("with", diagnostics);
    let expect = fields.names("expect", diagnostics);
    let success = fields.values("success", diagnostics);
    let failure = fields.values("failure", diagnostics);
    Some(Waiter {
        name: fields.text("name")?,
        doc: fields.text("doc"),
        with,
        find,
        member: fields.text("member"),
        expect,
        success,
        failure,
        absent,
    })
}

fn absent(word: &str) -> Option<Absent> {
    match word {
        "retry" => Some(Absent::Retry),
        "success" => Some(Absent::Success),
        "failure" => Some(Absent::Failure),
        _ => None,
    }
}

fn example(node: &Node, diagnostics: &mut Diagnostics) -> Option<Example> {
    let fields = Fields::read(node, &keys::EXAMPLE, diagnostics)?;
    let literal = fields
        .node("response")
        .is_some_and(|node| matches!(node.value, Value::Scalar { style: Style::Literal, .. }));
    Some(Example {
        span: fields.span,
        request: fields.names("request", diagnostics),
        ignored: fields.names("ignored", diagnostics),
        response: fields.text("response").map(|text| ResponseText { text, literal }),
    })
}
