//! `pages.lock`: digests of what the pages say in prose, by which a changed sentence is noticed though none is kept.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::import::page::{Page, PageModel, PageRow};

/// The file's name.
pub(crate) const FILE: &str = "pages.lock";

/// Digests by the name of a row.
pub(crate) type Rows = BTreeMap<String, String>;

/// What is kept of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Digests {
    /// Of all that is in its file.
    pub(crate) bytes: String,
    /// Of what is not taken as data.
    pub(crate) prose: String,
    pub(crate) request: Rows,
    pub(crate) response: Rows,
    /// By the structure's name; a second table of one name has a number behind it.
    pub(crate) models: BTreeMap<String, Rows>,
}

/// Pages by their source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lock(pub(crate) BTreeMap<String, Digests>);

impl Lock {
    /// Reads the file; an `Err` says what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let value: Value =
            serde_json::from_str(text).map_err(|error| error.to_string())?;
        let Value::Object(pages) = value else {
            return Err("expected a JSON object".into());
        };
        let page = |(source, value): (String, Value)| match digests(&value) {
            Some(digests) => Ok((source, digests)),
            None => Err(format!("expected digests in the entry of {source}")),
        };
        pages.into_iter().map(page).collect::<Result<_, _>>().map(Self)
    }

    /// The file's text: a line per digest.
    pub(crate) fn text(&self) -> String {
        let entry = |(source, page): (&String, &Digests)| {
            let mut entry = Map::new();
            entry.insert("bytes".into(), json!(page.bytes));
            entry.insert("prose".into(), json!(page.prose));
            for (key, rows) in [("request", &page.request), ("response", &page.response)]
            {
                if !rows.is_empty() {
                    entry.insert(key.into(), json!(rows));
                }
            }
            if !page.models.is_empty() {
                entry.insert("models".into(), json!(page.models));
            }
            (source.clone(), Value::Object(entry))
        };
        format!("{:#}\n", Value::Object(self.0.iter().map(entry).collect()))
    }
}

impl Digests {
    /// Of a page about something else than an action: all of it is prose.
    pub(crate) fn of_prose(bytes: &str) -> Self {
        Self { bytes: bytes.to_owned(), prose: bytes.to_owned(), ..Self::default() }
    }

    /// Of an action's page.
    pub(crate) fn of(page: &Page) -> Self {
        let models = numbered(&page.models);
        Self {
            bytes: page.bytes.clone(),
            prose: page.prose.clone(),
            request: texts(&page.request),
            response: texts(&page.response),
            models: models.map(|(name, model)| (name, texts(&model.rows))).collect(),
        }
    }
}

/// Models by their name; the second of a name is `Name 2`.
pub(crate) fn numbered(
    models: &[PageModel],
) -> impl Iterator<Item = (String, &PageModel)> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    models.iter().map(move |model| {
        let count = seen.entry(&model.name).or_default();
        *count += 1;
        let number = if *count == 1 { String::new() } else { format!(" {count}") };
        (format!("{}{number}", model.name), model)
    })
}

fn texts(rows: &[PageRow]) -> Rows {
    rows.iter().map(|row| (row.name.clone(), row.text.clone())).collect()
}

fn digests(value: &Value) -> Option<Digests> {
    let text = |key: &str| Some(value.get(key)?.as_str()?.to_owned());
    let rows = |key: &str| value.get(key).map_or(Some(Rows::new()), rows);
    let models = match value.get("models") {
        None => BTreeMap::new(),
        Some(models) => {
            let model = |(name, value): (&String, &Value)| {
                Some((name.clone(), self::rows(value)?))
            };
            models.as_object()?.iter().map(model).collect::<Option<_>>()?
        }
    };
    Some(Digests {
        bytes: text("bytes")?,
        prose: text("prose")?,
        request: rows("request")?,
        response: rows("response")?,
        models,
    })
}

fn rows(value: &Value) -> Option<Rows> {
    let row =
        |(name, text): (&String, &Value)| Some((name.clone(), text.as_str()?.into()));
    value.as_object()?.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let rows =
            |name: &str| Rows::from([(name.to_owned(), "0123456789ab".to_owned())]);
        let page = Digests {
            bytes: "a".into(),
            prose: "b".into(),
            request: rows("Disks.N.Size"),
            response: Rows::new(),
            models: [("Disk 2".to_owned(), rows("Size"))].into(),
        };
        let pages = [
            ("a-api/a".to_owned(), page),
            ("a-api/b".to_owned(), Digests::of_prose("c")),
        ];
        let lock = Lock(pages.into());
        let text = lock.text();
        assert!(text.contains("\n      \"Disks.N.Size\": \"0123456789ab\"\n"), "{text}");
        assert_eq!(Lock::parse(&text), Ok(lock));
    }

    #[test]
    fn what_makes_no_sense_is_told() {
        for broken in [
            "",
            "[]",
            "{\"a/b\": {}}",
            "{\"a/b\": 1}",
            "{\"a/b\": {\"bytes\": \"\", \"prose\": \"\", \"request\": []}}",
        ] {
            assert!(Lock::parse(broken).is_err(), "{broken}");
        }
    }
}
