//! A printed description reads back unchanged, and printing it again changes nothing.

use proptest::prelude::*;

use super::{format, print};
use crate::description::keys::{FILES, Kind, Shape};
use crate::description::tree::{self, Node, Style, Value};
use crate::diagnostics::text::is_unseen;
use crate::diagnostics::{Diagnostics, Span};
use crate::source::{File, Sources};

fn parsed(text: &str) -> Node {
    let file = File::new("x.yaml", text);
    let mut diagnostics = Diagnostics::default();
    let tree = tree::parse(0, &file, &mut diagnostics);
    assert!(tree.comments.is_empty(), "{text}");
    diagnostics.into_report(&[file]).unwrap();
    tree.root.unwrap()
}

/// Returns the node without places and styles, its keys in one order.
fn plain(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".into(),
        Value::Broken => "broken".into(),
        Value::Scalar { text, .. } => format!("{text:?}"),
        Value::List(nodes) => {
            format!("{:?}", nodes.iter().map(plain).collect::<Vec<_>>())
        }
        Value::Map(entries) => {
            let entries = entries.iter().map(|(key, node)| (key.value.clone(), plain(node)));
            let mut entries: Vec<_> = entries.collect();
            entries.sort();
            format!("{entries:?}")
        }
    }
}

fn node(value: Value) -> Node {
    Node { span: Span::file(0), value }
}

fn scalar(text: String) -> Node {
    node(Value::Scalar { text, style: Style::Quoted })
}

/// Bytes that a random file is made of; after the last one, zeroes.
struct Tape<'a>(&'a [u8]);

impl Tape<'_> {
    fn next(&mut self) -> usize {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        usize::from(*first)
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 24] = [
            "word",
            "Two words",
            ": ",
            " #",
            "'",
            "\"",
            "\\",
            "\n",
            "\t",
            "  ",
            "- ",
            "[a",
            "}",
            ",",
            "7",
            "0x1f",
            "true",
            "~",
            "Yes",
            "名称",
            "|",
            "%",
            "\n\n",
            "1.50",
        ];
        (0..=self.next() % 5).map(|_| PIECES[self.next() % PIECES.len()]).collect()
    }

    fn map(&mut self, shape: &Shape) -> Node {
        let mut entries = Vec::new();
        for key in shape.keys {
            if key.required || self.next().is_multiple_of(3) {
                let name = tree::Text { value: key.name.into(), span: Span::file(0) };
                entries.push((name, self.value(&key.kind)));
            }
        }
        let place = self.next() % entries.len().max(1);
        entries.rotate_left(place);
        node(Value::Map(entries))
    }

    fn value(&mut self, kind: &Kind) -> Node {
        match kind {
            Kind::Text | Kind::Value | Kind::Lines => {
                let text = self.text();
                scalar(text)
            }
            Kind::Choice(words) => scalar(words[0].0.into()),
            Kind::Conversion => scalar("timestamp".into()),
            Kind::Flag => node(Value::Scalar { text: "true".into(), style: Style::Plain }),
            Kind::Int => node(Value::Scalar { text: "7".into(), style: Style::Plain }),
            Kind::Map(shape) => self.map(shape),
            Kind::Maps(shape) => {
                let nodes = (0..self.next() % 3).map(|_| self.map(shape)).collect();
                node(Value::List(nodes))
            }
            Kind::Values => {
                let nodes = (0..self.next() % 3).map(|_| self.value(&Kind::Text)).collect();
                node(Value::List(nodes))
            }
            Kind::Names => {
                let count = self.next() % 3;
                let entry = |number: usize| {
                    let value = format!("{}{number}", self.text());
                    (tree::Text { value, span: Span::file(0) }, self.value(&Kind::Text))
                };
                let entries = (0..count).map(entry).collect();
                node(Value::Map(entries))
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_is_read_as_it_was(bytes in proptest::collection::vec(any::<u8>(), 0..400), kind in 0..FILES.len()) {
        let (_, shape) = FILES[kind];
        let node = Tape(&bytes).map(shape);
        let text = print(&node, shape);
        let again = parsed(&text);
        prop_assert_eq!(plain(&again), plain(&node), "{}", text);
        prop_assert_eq!(print(&again, shape), text);
    }
}

#[test]
fn the_layout() {
    let mut sources = Sources::new();
    sources.insert(
        "actions/Cook.yaml",
        r#"
waiters:
- {member: State, name: cooked, success: [Done, '7', "true"]}
effect:   read
request: [{doc: 'How many: 1 to 9.', name: "Count", default: "7", type: int},
  {
    type: '[string]', name: Names, required: true }]
action: Cook
response: []
source: a/cook
example:
  response: |-
    {}
  request: { "Count": 7 }
"#,
    );
    sources.insert("models/Dish.yaml", "members: []\nmodel: Dish\nnote: >\n  Two\n  lines\r\n");
    let texts = format(&sources).unwrap();
    assert_eq!(
        texts["actions/Cook.yaml"],
        r#"action: Cook
source: a/cook
effect: read
request:
  - { name: Count, type: int, default: 7, doc: "How many: 1 to 9." }
  - { name: Names, type: "[string]", required: true }
response: []
waiters:
  - name: cooked
    member: State
    success: [Done, "7", "true"]
example:
  request: { Count: "7" }
  response: "{}"
"#
    );
    assert_eq!(texts["models/Dish.yaml"], "model: Dish\nnote: |\n  Two lines\nmembers: []\n");
}

#[test]
fn comments_are_refused() {
    let mut sources = Sources::new();
    let text = "# above\nmodel: Dish # beside\nmembers:\n  # between\n  - { name: Id, type: string }\n# below\n";
    sources.insert("models/Dish.yaml", text);
    let report = format(&sources).unwrap_err();
    let places: Vec<_> =
        report.diagnostics.iter().map(|diagnostic| (diagnostic.line, diagnostic.column)).collect();
    assert_eq!(places, [(1, 1), (2, 13), (4, 3), (6, 1)]);
    assert!(report.diagnostics[0].title.starts_with("comment in a description"), "{report}");
    // A `#` in a text is not a comment.
    sources.insert("models/Dish.yaml", "model: Dish\ndoc: \"a # b\"\nnote: a#b\nmembers: []\n");
    assert!(format(&sources).is_ok());
}

#[test]
fn nothing_that_is_unseen_is_printed() {
    let text = super::scalar("a\u{feff}\u{7}b");
    assert_eq!(text, "\"a\\U0000feff\\U00000007b\"");
    assert!(!text.contains(is_unseen));
}
