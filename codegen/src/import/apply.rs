//! Writes the keys of import into the trees of the description's files; all other keys stay as they
//! are.

use std::collections::{BTreeMap, VecDeque};

use crate::api::Effect;
use crate::description::keys::{ACTION, ENUM, MODEL, PRODUCT as PRODUCT_KEYS, Shape};
use crate::description::tree::{Node, Style, Value};
use crate::description::{
    Action, Common, Description, Enum, EnumValue, Example, Model, PRODUCT, Row, Target, Text,
};
use crate::diagnostics::Span;
use crate::import::tables::plain_name;
use crate::layout;

/// Returns the text of every file that import writes, by path. `trees` are the files as they are.
pub(crate) fn texts(
    description: &Description,
    trees: &BTreeMap<&str, &Node>,
) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let mut put = |path: String, shape: &Shape, write: &dyn Fn(&mut Node)| {
        let tree = trees.get(path.as_str());
        let mut node = tree.map_or_else(empty, |node| (*node).clone());
        write(&mut node);
        texts.insert(path, layout::print(&node, shape));
    };
    if let Some(product) = &description.product {
        put(PRODUCT.into(), &PRODUCT_KEYS, &|node| {
            let old = get(node, "common").cloned();
            if old.is_some() || !product.common.is_empty() {
                set(node, "common", Some(rows(old, &product.common, |row| &row.name, common)));
            }
        });
    }
    for action in &description.actions {
        let path = format!("actions/{}.yaml", action.named.name.value);
        put(path, &ACTION, &|node| write_action(node, action));
    }
    for values in &description.enums {
        let path = format!("enums/{}.yaml", values.named.name.value);
        if !trees.contains_key(path.as_str()) {
            put(path, &ENUM, &|node| write_enum(node, values));
        }
    }
    for model in &description.models {
        let path = format!("models/{}.yaml", model.named.name.value);
        put(path, &MODEL, &|node| write_model(node, model));
    }
    texts
}

fn write_action(node: &mut Node, action: &Action) {
    set(node, "action", text(Some(&action.named.name)));
    set(node, "rust", text(action.named.rust.as_ref()));
    set(node, "source", text(action.source.as_ref()));
    if get(node, "effect").is_none() {
        let effect = match action.effect {
            Some(Effect::Read) => "read",
            Some(Effect::Idempotent) => "idempotent",
            Some(Effect::NonIdempotent) | None => "non_idempotent",
        };
        set(node, "effect", Some(scalar(effect)));
    }
    for (key, list) in [("request", &action.request), ("response", &action.response)] {
        let old = get(node, key).cloned();
        if old.is_some() || !list.is_empty() {
            set(node, key, Some(rows(old, list, |row| &row.name, row)));
        }
    }
    if let Some(example) = &action.example {
        let mut new = get(node, "example").cloned().unwrap_or_else(empty);
        write_example(&mut new, example);
        set(node, "example", Some(new));
    }
}

fn write_example(node: &mut Node, example: &Example) {
    for (key, pairs) in [("request", &example.request), ("ignored", &example.ignored)] {
        let entry = |(name, value): &(Text, Text)| (name.clone(), scalar(value));
        let entries = pairs.iter().map(entry).collect();
        set(node, key, (!pairs.is_empty()).then(|| node_of(Value::Map(entries))));
    }
    if let Some(response) = &example.response {
        let lines = response.text.trim_end_matches('\n');
        set(node, "response", Some(scalar(&format!("{lines}\n"))));
    }
}

fn write_model(node: &mut Node, model: &Model) {
    set(node, "model", text(Some(&model.named.name)));
    set(node, "rust", text(model.named.rust.as_ref()));
    let old = get(node, "members").cloned();
    set(node, "members", Some(rows(old, &model.members, |row| &row.name, row)));
}

fn write_enum(node: &mut Node, values: &Enum) {
    set(node, "enum", text(Some(&values.named.name)));
    let value = |value: &EnumValue| {
        let mut node = empty();
        set(&mut node, "wire", text(Some(&value.wire)));
        set(&mut node, "rust", text(value.rust.as_ref()));
        node
    };
    let values = values.values.iter().map(value).collect();
    set(node, "values", Some(node_of(Value::List(values))));
}

/// Returns the list of rows, each with the keys that it has in the old list.
fn rows<R>(
    old: Option<Node>,
    rows: &[R],
    name: impl Fn(&R) -> &str,
    write: impl Fn(&mut Node, &R),
) -> Node {
    let mut known: BTreeMap<String, VecDeque<Node>> = BTreeMap::new();
    if let Some(Node { value: Value::List(nodes), .. }) = old {
        for node in nodes {
            let Some(Value::Scalar { text, .. }) = get(&node, "name").map(|name| &name.value)
            else {
                continue;
            };
            known.entry(plain_name(text)).or_default().push_back(node);
        }
    }
    let row = |row: &R| {
        let old = known.get_mut(&plain_name(name(row))).and_then(VecDeque::pop_front);
        let mut node = old.unwrap_or_else(empty);
        write(&mut node, row);
        node
    };
    node_of(Value::List(rows.iter().map(row).collect()))
}

fn row(node: &mut Node, row: &Row) {
    let flag = |is: bool| is.then(|| plain("true"));
    set(node, "name", text(Some(&row.name)));
    if let Some(ty) = &row.ty {
        set(node, "type", Some(scalar(&ty.written())));
    }
    set(node, "required", flag(row.required));
    set(node, "undocumented", flag(row.undocumented.is_some()));
    set(node, "source", text(row.source.as_ref()));
    match row.conversion.as_ref().map(|conversion| &conversion.target) {
        None => set(node, "as", None),
        Some(Target::Enum(name)) => set(node, "as", Some(scalar(name))),
        Some(_) => {}
    }
    set(node, "optional", text(row.optional.as_ref()));
    set(node, "reconciled", text(row.reconciled.as_ref()));
    set(node, "sensitive", flag(row.sensitive.is_some()));
    set(node, "rust", text(row.rust.as_ref()));
}

fn common(node: &mut Node, row: &Common) {
    set(node, "name", text(Some(&row.name)));
    if let Some(ty) = &row.ty {
        set(node, "type", Some(scalar(&ty.written())));
    }
}

fn node_of(value: Value) -> Node {
    Node { span: Span::file(0), value }
}

fn empty() -> Node {
    node_of(Value::Map(Vec::new()))
}

fn plain(text: &str) -> Node {
    node_of(Value::Scalar { text: text.to_owned(), style: Style::Plain })
}

fn scalar(text: &str) -> Node {
    node_of(Value::Scalar { text: text.to_owned(), style: Style::Quoted })
}

fn text(text: Option<&Text>) -> Option<Node> {
    text.map(|text| scalar(text))
}

fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
}

/// Sets a key, or removes it.
fn set(node: &mut Node, key: &str, value: Option<Node>) {
    let Value::Map(entries) = &mut node.value else { return };
    let place = entries.iter().position(|(name, _)| name.value == key);
    match (place, value) {
        (Some(place), Some(value)) => entries[place].1 = value,
        (Some(place), None) => {
            entries.remove(place);
        }
        (None, Some(value)) => {
            entries.push((Text { value: key.to_owned(), span: Span::file(0) }, value));
        }
        (None, None) => {}
    }
}
