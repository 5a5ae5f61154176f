//! What a change means, told without places and quotes: what is written is compared with it.

use crate::description::tree::{Node, Text, Value};

use super::yaml::ended;
use super::{Change, Step, Yaml};

/// A value without its place and its style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// Nothing is written, or `null`.
    Nothing,
    /// A word, a sentence, a number or a truth value: its text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Keys and values, equal keys included.
    Map(Vec<(String, Self)>),
}

impl From<&Node> for Expected {
    fn from(node: &Node) -> Self {
        match &node.value {
            Value::Null | Value::Broken => Self::Nothing,
            Value::Scalar { text, .. } => Self::Text(text.clone()),
            Value::List(nodes) => Self::List(nodes.iter().map(Self::from).collect()),
            Value::Map(entries) => {
                let entry =
                    |(key, node): &(Text, Node)| (key.value.clone(), Self::from(node));
                Self::Map(entries.iter().map(entry).collect())
            }
        }
    }
}

impl From<&Yaml> for Expected {
    fn from(value: &Yaml) -> Self {
        match value {
            Yaml::Text(text) => Self::Text(text.clone()),
            Yaml::Flag(flag) => Self::Text(flag.to_string()),
            Yaml::Literal(text) => Self::Text(ended(text).into_owned()),
            Yaml::List(values) => Self::List(values.iter().map(Self::from).collect()),
            Yaml::Map(entries) => {
                let entry =
                    |(key, value): &(String, Yaml)| (key.clone(), Self::from(value));
                Self::Map(entries.iter().map(entry).collect())
            }
        }
    }
}

impl Expected {
    /// Makes a change of the collection at `path`.
    pub(super) fn change(
        &mut self,
        path: &[Step<'_>],
        change: Change<'_>,
    ) -> Option<()> {
        match (self.find(path)?, change) {
            (Self::Map(entries), Change::Replace { index, value }) => {
                entries.get_mut(index)?.1 = Self::from(value);
            }
            (Self::Map(entries), Change::Insert { index, key: Some(key), value })
                if index <= entries.len() =>
            {
                entries.insert(index, (key.to_owned(), Self::from(value)));
            }
            (Self::Map(entries), Change::Remove { index }) if index < entries.len() => {
                entries.remove(index);
            }
            (Self::List(values), Change::Insert { index, key: None, value })
                if index <= values.len() =>
            {
                values.insert(index, Self::from(value));
            }
            (Self::List(values), Change::Remove { index }) if index < values.len() => {
                values.remove(index);
            }
            _ => return None,
        }
        Some(())
    }

    fn find(&mut self, path: &[Step<'_>]) -> Option<&mut Self> {
        path.iter().try_fold(self, |value, step| match (value, step) {
            (Self::Map(entries), Step::Key(key)) => entries
                .iter_mut()
                .find_map(|(known, value)| (known == key).then_some(value)),
            (Self::List(values), Step::Index(index)) => values.get_mut(*index),
            _ => None,
        })
    }
}
