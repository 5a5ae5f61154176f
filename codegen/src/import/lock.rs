//! `pages.lock`: what import last saw of each page. It lets a page be compared that is not there, and shows which text
//! has changed without keeping the text.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::description::Type;
use crate::import::page::{Page, PageModel, PageRow};
use crate::report::At;

/// The file's name.
pub(crate) const FILE: &str = "pages.lock";

/// What structures are called in the description, by the action of their page and their name there; `None`: no reply has it.
pub(crate) type Names = BTreeMap<String, BTreeMap<String, Option<String>>>;

/// Pages by their source, without examples and lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lock {
    pub(crate) pages: BTreeMap<String, Page>,
    pub(crate) names: Names,
}

impl Lock {
    /// Reads the file; an `Err` says what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let value: Value =
            serde_json::from_str(text).map_err(|error| error.to_string())?;
        let Value::Object(pages) = value else {
            return Err("it is no JSON object".into());
        };
        let mut lock = Self::default();
        for (source, value) in pages {
            let (page, names) = page(&source, &value)
                .zip(names(&value))
                .ok_or_else(|| format!("the entry of {source} makes no sense"))?;
            lock.names.insert(page.action.clone(), names);
            lock.pages.insert(source, page);
        }
        Ok(lock)
    }

    /// The file's text: a line per row.
    pub(crate) fn text(&self) -> String {
        let pages: Map<_, _> = self
            .pages
            .iter()
            .map(|(source, page)| {
                (source.clone(), entry(page, self.names.get(&page.action)))
            })
            .collect();
        format!("{:#}\n", Value::Object(pages))
    }
}

fn entry(page: &Page, names: Option<&BTreeMap<String, Option<String>>>) -> Value {
    let models: Vec<_> = page
        .models
        .iter()
        .map(|model| {
            let mut entry = Map::new();
            entry.insert("model".into(), json!(model.name));
            entry.insert("rows".into(), json!(lines(&model.rows)));
            // Most structures have the page's name.
            match names.and_then(|names| names.get(&model.name)) {
                Some(Some(called)) if *called == model.name => None,
                Some(Some(called)) => entry.insert("called".into(), json!(called)),
                Some(None) | None => entry.insert("unused".into(), json!(true)),
            };
            Value::Object(entry)
        })
        .collect();
    json!({
        "action": page.action,
        "text": page.text,
        "request": lines(&page.request),
        "response": lines(&page.response),
        "models": models,
    })
}

fn lines(rows: &[PageRow]) -> Vec<String> {
    rows.iter()
        .map(|row| {
            let required = if row.required { " required" } else { "" };
            format!("{} {}{required} {}", row.name, row.ty().written(), row.text)
        })
        .collect()
}

/// Whether two pages say the same, in whatever order their rows come.
pub(crate) fn says_the_same(one: &Page, other: &Page) -> bool {
    let rows = |rows: &[PageRow]| {
        let mut lines = lines(rows);
        lines.sort();
        lines
    };
    let models = |page: &Page| {
        let models = page.models.iter();
        let mut models: Vec<_> =
            models.map(|model| (model.name.clone(), rows(&model.rows))).collect();
        models.sort();
        models
    };
    (&one.source, &one.action, &one.text) == (&other.source, &other.action, &other.text)
        && rows(&one.request) == rows(&other.request)
        && rows(&one.response) == rows(&other.response)
        && models(one) == models(other)
}

fn page(source: &str, value: &Value) -> Option<Page> {
    let text = |key: &str| Some(value.get(key)?.as_str()?.to_owned());
    let models = value.get("models")?.as_array()?.iter().map(|model| {
        let name = model.get("model")?.as_str()?.to_owned();
        Some(PageModel { name, rows: rows(model.get("rows")?)?, line: 0 })
    });
    Some(Page {
        file: String::new(),
        source: source.to_owned(),
        action: text("action")?,
        line: 0,
        text: text("text")?,
        request: rows(value.get("request")?)?,
        response: rows(value.get("response")?)?,
        models: models.collect::<Option<_>>()?,
        example_request: None,
        example_response: None,
    })
}

/// What the structures of a page are called.
fn names(value: &Value) -> Option<BTreeMap<String, Option<String>>> {
    let models = value.get("models")?.as_array()?.iter().map(|model| {
        let name = model.get("model")?.as_str()?.to_owned();
        let called = match (model.get("called"), model.get("unused")) {
            (Some(called), _) => Some(called.as_str()?.to_owned()),
            (None, Some(_)) => None,
            (None, None) => Some(name.clone()),
        };
        Some((name, called))
    });
    models.collect()
}

fn rows(value: &Value) -> Option<Vec<PageRow>> {
    value.as_array()?.iter().map(|line| row(line.as_str()?)).collect()
}

fn row(line: &str) -> Option<PageRow> {
    let words: Vec<_> = line.split(' ').collect();
    let (name, ty, required, text) = match words.as_slice() {
        [name, ty, text] => (name, ty, false, text),
        [name, ty, "required", text] => (name, ty, true, text),
        _ => return None,
    };
    let Type { shape, list, .. } = Type::parse(ty, At::file(0));
    Some(PageRow {
        name: (*name).to_owned(),
        shape,
        list,
        required,
        text: (*text).to_owned(),
        line: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::description::{Scalar, TypeShape};

    fn row(name: &str, shape: TypeShape, list: bool, required: bool) -> PageRow {
        PageRow {
            name: name.into(),
            shape,
            list,
            required,
            text: "0123456789ab".into(),
            line: 0,
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let int = TypeShape::Scalar(Scalar::Int);
        let page = Page {
            file: String::new(),
            source: "a-api/describe_a".into(),
            action: "DescribeA".into(),
            line: 0,
            text: "abcdef012345".into(),
            request: vec![row("Disks.N.Size", int, false, true)],
            response: vec![row("Set", TypeShape::Model("ASet".into()), true, false)],
            models: vec![PageModel {
                name: "ASet".into(),
                rows: vec![row("Any", TypeShape::Object, false, true)],
                line: 0,
            }],
            example_request: None,
            example_response: None,
        };
        let names: Names = [(
            "DescribeA".into(),
            [("ASet".into(), Some("DescribeAASet".into()))].into(),
        )]
        .into();
        let lock = Lock { pages: [(page.source.clone(), page.clone())].into(), names };
        let text = lock.text();
        assert!(text.contains("\"Disks.N.Size int required 0123456789ab\""), "{text}");
        let read = Lock::parse(&text).unwrap();
        assert_eq!(read.text(), text);
        assert_eq!(read.pages["a-api/describe_a"].models, page.models);
        assert_eq!(read.names, lock.names);
    }

    #[test]
    fn what_makes_no_sense_is_told() {
        for broken in ["", "[]", "{\"a/b\": {}}", "{\"a/b\": 1}"] {
            assert!(Lock::parse(broken).is_err(), "{broken}");
        }
        let short = r#"{"a/b": {"action":"A","text":"","request":["x"],"response":[],"models":[]}}"#;
        assert_eq!(Lock::parse(short).unwrap_err(), "the entry of a/b makes no sense");
    }
}
