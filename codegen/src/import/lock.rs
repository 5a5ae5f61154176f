//! `pages.lock`: digests of what the pages say in prose, by which a changed sentence is noticed
//! though none is kept.

use std::collections::BTreeMap;

use serde_json::json;

use crate::check::TableKind;
use crate::import::page::{Page, PageRow};

/// The file's name.
pub(crate) const FILE: &str = "pages.lock";

/// Digest of a page's file.
const BYTES: &str = "bytes";

/// Digest of what is not taken as data.
const PROSE: &str = "prose";

/// Digests of a page: of its file, of its prose, and of the text of each row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Digests(BTreeMap<String, String>);

/// Pages by their source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lock(pub(crate) BTreeMap<String, Digests>);

/// A row of a page, with the key of its digest.
pub(crate) struct LockedRow<'p> {
    pub(crate) key: String,
    pub(crate) kind: TableKind,
    /// The action or the model.
    pub(crate) table: &'p str,
    pub(crate) row: &'p PageRow,
}

impl Lock {
    /// Reads the file; an error says what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let pages: BTreeMap<String, BTreeMap<String, String>> =
            serde_json::from_str(text).map_err(|error| error.to_string())?;
        let lacks = |(_, digests): &(&String, &BTreeMap<String, String>)| {
            ![BYTES, PROSE].iter().all(|key| digests.contains_key(*key))
        };
        if let Some((page, _)) = pages.iter().find(lacks) {
            return Err(format!("expected `bytes` and `prose` in the entry of {page}"));
        }
        Ok(Self(pages.into_iter().map(|(page, digests)| (page, Digests(digests))).collect()))
    }

    /// Returns the file's text: a line per digest.
    pub(crate) fn text(&self) -> String {
        let pages = self.0.iter().map(|(page, digests)| (page, &digests.0));
        format!("{:#}\n", json!(pages.collect::<BTreeMap<_, _>>()))
    }
}

impl Digests {
    /// Digests of a page about something else than an action: all of it is prose.
    pub(crate) fn of_prose(bytes: &str) -> Self {
        let entry = |key: &str| (key.to_owned(), bytes.to_owned());
        Self([entry(BYTES), entry(PROSE)].into())
    }

    /// Digests of an action's page.
    pub(crate) fn of_action(page: &Page) -> Self {
        let rows = rows(page).map(|locked| (locked.key, locked.row.text.clone()));
        let mut digests: BTreeMap<_, _> = rows.collect();
        digests.insert(BYTES.to_owned(), page.bytes.clone());
        digests.insert(PROSE.to_owned(), page.prose.clone());
        Self(digests)
    }

    pub(crate) fn is_same_file(&self, other: &Self) -> bool {
        self.0.get(BYTES) == other.0.get(BYTES)
    }

    pub(crate) fn is_same_prose(&self, other: &Self) -> bool {
        self.0.get(PROSE) == other.0.get(PROSE)
    }

    /// Returns the digest of a row's text.
    pub(crate) fn row(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

/// Returns the rows of a page. The second table of a name has a number behind it.
pub(crate) fn rows(page: &Page) -> impl Iterator<Item = LockedRow<'_>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let models = page.models.iter().map(move |model| {
        let count = counts.entry(&model.name).or_default();
        *count += 1;
        let number = if *count == 1 { String::new() } else { format!(" {count}") };
        let title = format!("model {}{number}", model.name);
        (TableKind::Model, title, model.name.as_str(), &model.rows)
    });
    let action = page.action.as_str();
    let tables = [
        (TableKind::Request, "request".to_owned(), action, &page.request),
        (TableKind::Response, "response".to_owned(), action, &page.response),
    ];
    tables.into_iter().chain(models).flat_map(|(kind, title, table, rows)| {
        rows.iter().map(move |row| {
            let key = format!("{title} {}", row.name);
            LockedRow { key, kind, table, row }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut digests = Digests::of_prose("a");
        digests.0.extend([("request Disks.N.Size".into(), "0123456789ab".into())]);
        let pages =
            [("a-api/a".to_owned(), digests), ("a-api/b".to_owned(), Digests::of_prose("c"))];
        let lock = Lock(pages.into());
        let text = lock.text();
        assert!(text.contains("\n    \"request Disks.N.Size\": \"0123456789ab\"\n"), "{text}");
        assert_eq!(Lock::parse(&text).unwrap(), lock);
        for broken in ["", "[]", "{\"a/b\": {}}", "{\"a/b\": 1}", "{\"a/b\": {\"bytes\": {}}}"] {
            assert!(Lock::parse(broken).is_err(), "{broken}");
        }
    }
}
