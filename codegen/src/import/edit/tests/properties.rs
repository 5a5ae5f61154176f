//! Random changes of random files: each does what it says, and no other line moves.

use proptest::prelude::*;

use super::random::Tape;
use super::*;
use crate::description::tree::{Node, Value};
use crate::import::edit::expected::Expected;
use crate::import::edit::lines::Lines;
use crate::import::edit::read;
use crate::import::edit::syntax::{Collection, Form, Kind, Part, Syntax};
use crate::source::File;

/// A step of a path that lives longer than the file that it was found in.
#[derive(Clone, Debug)]
enum Own {
    Key(String),
    Index(usize),
}

/// A change and the collection that it is made of.
#[derive(Debug)]
enum Op {
    Set(String, Yaml, Vec<String>),
    Remove(String, usize),
    Insert(usize, Yaml),
    RemoveEntry(usize),
}

/// The paths of all maps and lists.
fn collections(node: &Node, path: &mut Vec<Own>, found: &mut Vec<Vec<Own>>) {
    match &node.value {
        Value::Map(entries) => {
            found.push(path.clone());
            for (key, node) in entries {
                path.push(Own::Key(key.value.clone()));
                collections(node, path, found);
                path.pop();
            }
        }
        Value::List(nodes) => {
            found.push(path.clone());
            for (index, node) in nodes.iter().enumerate() {
                path.push(Own::Index(index));
                collections(node, path, found);
                path.pop();
            }
        }
        Value::Null | Value::Broken | Value::Scalar { .. } => {}
    }
}

fn op(tape: &mut Tape<'_>, collection: &Collection<'_>, number: usize) -> Op {
    let count = collection.parts.len();
    let (is_insert, index) = (count == 0 || tape.pick(2) == 0, tape.pick(count + 1));
    if collection.list {
        return if is_insert {
            Op::Insert(index, tape.yaml())
        } else {
            Op::RemoveEntry(index.min(count - 1))
        };
    }
    let key = |index: usize| collection.parts[index].key.unwrap().to_owned();
    if count > 0 && tape.pick(3) == 1 {
        let index = index.min(count - 1);
        return Op::Remove(key(index), index);
    }
    if !is_insert {
        return Op::Set(key(index.min(count - 1)), tape.yaml(), Vec::new());
    }
    let new = format!("new {number}");
    let mut order: Vec<_> = (0..index).map(key).collect();
    order.push(new.clone());
    Op::Set(new, tape.yaml(), order)
}

/// The comments of a text, which the random files number.
fn comments(text: &str) -> Vec<&str> {
    let starts = text.match_indices("# c");
    starts.filter_map(|(start, _)| text[start + 2..].split(' ').next()).collect()
}

/// What a change does, told once more: the index of the part, and whether it is new, gone or another.
fn meant(op: &Op, collection: &mut Expected) -> usize {
    match (op, collection) {
        (Op::Set(key, value, order), Expected::Map(entries)) => {
            let new = (key.clone(), Expected::from(value));
            match entries.iter().position(|(known, _)| known == key) {
                Some(index) => {
                    entries[index] = new;
                    index
                }
                None => {
                    let index = order.len() - 1;
                    entries.insert(index, new);
                    index
                }
            }
        }
        (Op::Remove(_, index), Expected::Map(entries)) => {
            entries.remove(*index);
            *index
        }
        (Op::Insert(index, value), Expected::List(values)) => {
            values.insert(*index, Expected::from(value));
            *index
        }
        (Op::RemoveEntry(index), Expected::List(values)) => {
            values.remove(*index);
            *index
        }
        (op, other) => panic!("{op:?} of {other:?}"),
    }
}

/// The bytes whose lines a change may touch, and those whose comments it may take.
fn concerned(
    op: &Op,
    index: usize,
    (value, holder): (&Syntax<'_>, Option<usize>),
) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
    let collection = value.collection().unwrap();
    let parts = &collection.parts;
    let before = holder.unwrap_or(value.span.start);
    let previous = index.checked_sub(1).map(|index| &parts[index]);
    let start = previous.map_or(before, Part::end);
    match op {
        Op::Set(_, _, order) if order.is_empty() => {
            let part = &parts[index];
            (part.start..part.extent(), part.start..part.end())
        }
        Op::Set(..) | Op::Insert(..) => {
            let end = match (previous, parts.get(index)) {
                (Some(part), _) | (None, Some(part)) => part.extent(),
                (None, None) => value.span.end,
            };
            (start..end, 0..0)
        }
        Op::Remove(..) | Op::RemoveEntry(_) => {
            let part = &parts[index];
            let end = match parts.get(index + 1) {
                Some(next) if index == 0 || collection.form == Form::Flow => {
                    next.extent()
                }
                None if collection.form == Form::Flow => value.span.end,
                _ => part.extent(),
            };
            (start..end, part.start..part.extent())
        }
    }
}

/// Whether the last thing in a value is a `|` or `>` block.
fn ends_block(value: &Syntax<'_>) -> bool {
    match &value.kind {
        Kind::Scalar => false,
        Kind::Block { .. } => true,
        Kind::Collection(collection) => {
            collection.parts.last().is_some_and(|part| ends_block(&part.value))
        }
    }
}

/// The collection at a path.
fn at<'a>(expected: &'a mut Expected, path: &[Own]) -> &'a mut Expected {
    path.iter().fold(expected, |value, step| match (value, step) {
        (Expected::Map(entries), Own::Key(key)) => {
            &mut entries.iter_mut().find(|(known, _)| known == key).unwrap().1
        }
        (Expected::List(values), Own::Index(index)) => &mut values[*index],
        (value, _) => panic!("{value:?}"),
    })
}

fn one_change(
    document: &mut Document,
    tape: &mut Tape<'_>,
    number: usize,
) -> Result<(), TestCaseError> {
    let before = document.clone();
    let body = &before.text[before.mark..];
    let mut paths = Vec::new();
    collections(&before.root, &mut Vec::new(), &mut paths);
    let own = &paths[tape.pick(paths.len())];
    let step = |step| match step {
        &Own::Index(index) => Step::Index(index),
        Own::Key(key) => Step::Key(key),
    };
    let path: Vec<_> = own.iter().map(step).collect();
    let syntax = Syntax::read(body, &before.root).expect("every layout is understood");
    let (value, holder) = syntax.find(&path).unwrap();
    let collection = value.collection().unwrap();
    let op = op(tape, collection, number);
    let result = match &op {
        Op::Set(key, value, order) => {
            let order: Vec<_> = order.iter().map(String::as_str).collect();
            document.set(&path, key, value, &order)
        }
        Op::Remove(key, _) => document.remove(&path, key),
        Op::Insert(index, value) => document.insert(&path, *index, value),
        Op::RemoveEntry(index) => document.remove_entry(&path, *index),
    };
    let mut expected = Expected::from(&before.root);
    let index = meant(&op, at(&mut expected, own));
    let told =
        || format!("{op:?} at {path:?} of\n{}gives\n{}", before.text, document.text);
    if result.is_err() {
        // What follows the removed lines would become lines of the block before them.
        let is_gone = matches!(op, Op::Remove(..) | Op::RemoveEntry(_));
        let is_below = index
            .checked_sub(1)
            .is_some_and(|index| ends_block(&collection.parts[index].value));
        prop_assert!(is_gone && is_below, "refused: {}", told());
        prop_assert_eq!(&document.text, &before.text);
        return Ok(());
    }
    let file = File::new("", document.text());
    let read = read(&file.text).map(|node| Expected::from(&node));
    prop_assert_eq!(read, Some(expected), "{}", told());

    let lines = Lines::new(body);
    let holder = holder.map(|(_, part)| part.mark);
    let (touched, taken) = concerned(&op, index, (value, holder));
    let head = &body[..lines.start(touched.start)];
    let tail = &body[lines.next(touched.end)..];
    let new = &document.text[before.mark..];
    prop_assert!(document.text.starts_with(&before.text[..before.mark]));
    prop_assert!(new.starts_with(head), "lines before: {}", told());
    let is_last = !body.ends_with('\n') && tail.is_empty();
    prop_assert!(is_last || new.ends_with(tail), "lines after: {}", told());

    let mut kept = comments(&body[..taken.start]);
    // Lines that go take the comment at their end with them.
    let is_lines = match &op {
        Op::Remove(..) | Op::RemoveEntry(_) => true,
        Op::Set(..) => collection.parts.get(index).is_some_and(|part| {
            part.value.collection().is_some_and(|old| old.form == Form::Block)
        }),
        Op::Insert(..) => false,
    };
    let is_lines = is_lines && !taken.is_empty() && lines.trails(taken.end);
    let rest = if is_lines { lines.end(taken.end) } else { taken.end };
    kept.extend(comments(&body[rest..]));
    let mut left = comments(new).into_iter();
    for comment in kept {
        prop_assert!(left.any(|left| left == comment), "{comment} is gone: {}", told());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changes_do_what_they_say(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut tape = Tape::new(&bytes);
        let (count, file) = (1 + tape.pick(6), tape.file());
        let document = Document::parse(&file);
        prop_assert!(document.is_some(), "{}", file);
        let mut document = document.unwrap();
        for number in 0..count {
            one_change(&mut document, &mut tape, number)?;
        }
    }

    #[test]
    fn nothing_panics(
        file in "([-?:,\\[\\]{}|>'\"# \n\r\tabé~+1&*!%]|- |: |\n  ){0,60}",
        bytes in proptest::collection::vec(any::<u8>(), 0..20),
    ) {
        if let Some(mut document) = Document::parse(&file) {
            let mut tape = Tape::new(&bytes);
            let mut paths = Vec::new();
            collections(&document.root, &mut Vec::new(), &mut paths);
            for path in &paths {
                let step = |step| match step {
                    &Own::Index(index) => Step::Index(index),
                    Own::Key(key) => Step::Key(key),
                };
                let path: Vec<_> = path.iter().map(step).collect();
                for key in ["a", "b", "ab", "n"] {
                    let _ = document.set(&path, key, &tape.yaml(), &["n"]);
                    let _ = document.insert(&path, tape.pick(3), &tape.yaml());
                    let _ = document.remove(&path, key);
                    let _ = document.remove_entry(&path, tape.pick(3));
                }
                prop_assert!(Document::parse(document.text()).is_some());
            }
        }
    }
}
