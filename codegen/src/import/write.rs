//! From the merged description to the text of its files: new files are written whole, known ones are edited in place.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::Effect;
use crate::description::keys::{self, Shape};
use crate::description::{
    Action, Description, Example, Model, PRODUCT, Product, Row, Text, Type,
};
use crate::import::edit::{self, Document, Refused, Step, Yaml};
use crate::import::merge::plain_name;
use crate::lookup::Lookup;
use crate::source::Sources;

/// Texts by path; `None`: the file goes.
pub(crate) type Files = BTreeMap<String, Option<String>>;

/// The path of a file that cannot be edited.
#[derive(Debug)]
pub(crate) struct Unwritable(pub(crate) String);

/// What has to be written, and what has to go, so that the files say what the description says.
pub(crate) fn files(
    sources: &Sources,
    old: &Description,
    new: &Description,
) -> Result<Files, Unwritable> {
    let mut files = Files::new();
    let (was, is) = (Lookup::new(old), Lookup::new(new));
    let mut put = |path: String, text: Option<String>| {
        if let Some(text) = text {
            files.insert(path, Some(text));
        }
    };
    for (name, action) in &is.actions {
        let path = format!("actions/{name}.yaml");
        let text = match was.actions.get(name) {
            None => Some(new_action(action)),
            Some(before) => edited(sources, &path, |edit| edit.action(before, action))?,
        };
        put(path, text);
    }
    for (name, model) in &is.models {
        let path = format!("models/{name}.yaml");
        let text = match was.models.get(name) {
            None => Some(new_model(model)),
            Some(before) => edited(sources, &path, |edit| {
                edit.thing(
                    before.named.rust.as_ref(),
                    model.named.rust.as_ref(),
                    &keys::MODEL,
                )?;
                edit.rows(
                    "members",
                    &before.members,
                    &model.members,
                    &keys::MODEL,
                    &keys::MEMBER,
                )
            })?,
        };
        put(path, text);
    }
    if let (Some(before), Some(product)) = (&old.product, &new.product) {
        let path = PRODUCT.to_owned();
        let text = edited(sources, &path, |edit| edit.common(before, product))?;
        put(path, text);
    }
    let actions = was.actions.keys().filter(|name| !is.actions.contains_key(*name));
    files.extend(actions.map(|name| (format!("actions/{name}.yaml"), None)));
    let models = was.models.keys().filter(|name| !is.models.contains_key(*name));
    files.extend(models.map(|name| (format!("models/{name}.yaml"), None)));
    let enums = was.enums.keys().filter(|name| !is.enums.contains_key(*name));
    files.extend(enums.map(|name| (format!("enums/{name}.yaml"), None)));
    Ok(files)
}

/// The text of a known file, when it changes.
fn edited(
    sources: &Sources,
    path: &str,
    edit: impl FnOnce(&mut Edit) -> Result<(), Refused>,
) -> Result<Option<String>, Unwritable> {
    let failed = || Unwritable(path.to_owned());
    let text = sources.get(path).ok_or_else(failed)?;
    let mut editing = Edit { text, document: None };
    edit(&mut editing).map_err(|Refused| failed())?;
    let new = editing.document.map(|document| document.text().to_owned());
    Ok(new.filter(|new| new != text))
}

/// A known file, which is read again only when there is something to change.
struct Edit<'a> {
    text: &'a str,
    document: Option<Document>,
}

impl Edit<'_> {
    fn document(&mut self) -> Result<&mut Document, Refused> {
        if self.document.is_none() {
            self.document = Document::parse(self.text);
        }
        self.document.as_mut().ok_or(Refused)
    }

    /// Sets a key, or removes it.
    fn put(
        &mut self,
        path: &[Step<'_>],
        key: &str,
        value: Option<Yaml>,
        shape: &Shape,
    ) -> Result<(), Refused> {
        let order = order(shape);
        let document = self.document()?;
        match value {
            Some(value) => document.set(path, key, &value, &order),
            None => document.remove(path, key),
        }
    }

    /// The name in Rust of what the file describes.
    fn thing(
        &mut self,
        old: Option<&Text>,
        new: Option<&Text>,
        shape: &Shape,
    ) -> Result<(), Refused> {
        if value(old) == value(new) {
            Ok(())
        } else {
            self.put(&[], "rust", words(new), shape)
        }
    }

    fn action(&mut self, old: &Action, new: &Action) -> Result<(), Refused> {
        self.thing(old.named.rust.as_ref(), new.named.rust.as_ref(), &keys::ACTION)?;
        if value(old.source.as_ref()) != value(new.source.as_ref()) {
            self.put(&[], "source", words(new.source.as_ref()), &keys::ACTION)?;
        }
        self.rows(
            "request",
            &old.request,
            &new.request,
            &keys::ACTION,
            &keys::PARAMETER,
        )?;
        self.rows(
            "response",
            &old.response,
            &new.response,
            &keys::ACTION,
            &keys::MEMBER,
        )?;
        match (&old.example, &new.example) {
            (_, None) => Ok(()),
            (None, Some(new)) => {
                self.put(&[], "example", Some(example(new)), &keys::ACTION)
            }
            (Some(old), Some(new)) => self.example(old, new),
        }
    }

    fn example(&mut self, old: &Example, new: &Example) -> Result<(), Refused> {
        self.pairs("request", &old.request, &new.request)?;
        self.pairs("set_aside", &old.set_aside, &new.set_aside)?;
        let text = |example: &Example| {
            example.response.as_ref().map(|reply| reply.text.value.clone())
        };
        if text(old) == text(new) {
            return Ok(());
        }
        let value = text(new).map(Yaml::Literal);
        self.put(&[Step::Key("example")], "response", value, &keys::EXAMPLE)
    }

    /// Pairs that are the same keep their bytes.
    fn pairs(
        &mut self,
        key: &str,
        old: &[(Text, Text)],
        new: &[(Text, Text)],
    ) -> Result<(), Refused> {
        let map = |pairs: &[(Text, Text)]| -> BTreeMap<String, String> {
            pairs
                .iter()
                .map(|(name, value)| (name.value.clone(), value.value.clone()))
                .collect()
        };
        let (was, is) = (map(old), map(new));
        if was == is {
            return Ok(());
        }
        let above = [Step::Key("example")];
        if old.is_empty() || new.is_empty() {
            return self.put(&above, key, pairs(new), &keys::EXAMPLE);
        }
        let path = [Step::Key("example"), Step::Key(key)];
        let order: Vec<_> = new.iter().map(|(name, _)| name.value.as_str()).collect();
        let document = self.document()?;
        for name in was.keys().filter(|name| !is.contains_key(*name)) {
            document.remove(&path, name)?;
        }
        for (name, value) in new {
            if was.get(&name.value) != Some(&value.value) {
                document.set(
                    &path,
                    &name.value,
                    &Yaml::Text(value.value.clone()),
                    &order,
                )?;
            }
        }
        Ok(())
    }

    fn rows(
        &mut self,
        key: &str,
        old: &[Row],
        new: &[Row],
        above: &Shape,
        shape: &Shape,
    ) -> Result<(), Refused> {
        let kept: BTreeMap<_, _> =
            new.iter().map(|row| (plain_name(&row.name), row)).collect();
        if old.is_empty() {
            let rows = (!new.is_empty()).then(|| rows(new));
            return rows.map_or(Ok(()), |rows| self.put(&[], key, Some(rows), above));
        }
        let path = [Step::Key(key)];
        let mut before = BTreeMap::new();
        for (index, row) in old.iter().enumerate().rev() {
            let name = plain_name(&row.name);
            if kept.contains_key(&name) {
                before.insert(name, row);
            } else {
                self.document()?.remove_entry(&path, index)?;
            }
        }
        for (index, row) in new.iter().enumerate() {
            match before.get(&plain_name(&row.name)) {
                Some(before) => {
                    self.row(&[Step::Key(key), Step::Index(index)], before, row, shape)?;
                }
                None => self.document()?.insert(&path, index, &new_row(row))?,
            }
        }
        Ok(())
    }

    fn row(
        &mut self,
        path: &[Step<'_>],
        old: &Row,
        new: &Row,
        shape: &Shape,
    ) -> Result<(), Refused> {
        let was: BTreeMap<_, _> = keys_of(old).into_iter().collect();
        for (key, value) in keys_of(new) {
            if was.get(key) != Some(&value) && (value.is_some() || was.contains_key(key))
            {
                self.put(path, key, value, shape)?;
            }
        }
        Ok(())
    }

    /// Common rows are only ever added.
    fn common(&mut self, old: &Product, new: &Product) -> Result<(), Refused> {
        let known: BTreeSet<_> =
            old.common.iter().map(|row| row.name.value.as_str()).collect();
        let added: Vec<_> = new
            .common
            .iter()
            .filter(|row| !known.contains(row.name.value.as_str()))
            .map(|row| {
                let ty = row.ty.as_ref().map(Type::written).unwrap_or_default();
                Yaml::Map(vec![
                    ("name".into(), Yaml::Text(row.name.value.clone())),
                    ("type".into(), Yaml::Text(ty)),
                ])
            })
            .collect();
        if added.is_empty() {
            return Ok(());
        }
        if known.is_empty() {
            return self.put(&[], "common", Some(Yaml::List(added)), &keys::PRODUCT);
        }
        let count = old.common.len();
        for (place, row) in added.iter().enumerate() {
            self.document()?.insert(&[Step::Key("common")], count + place, row)?;
        }
        Ok(())
    }
}

fn order(shape: &Shape) -> Vec<&'static str> {
    shape.keys.iter().map(|key| key.name).collect()
}

fn value(text: Option<&Text>) -> Option<&str> {
    text.map(|text| text.value.as_str())
}

fn words(text: Option<&Text>) -> Option<Yaml> {
    text.map(|text| Yaml::Text(text.value.clone()))
}

/// What import may write of a row, in the order that it is best written in.
fn keys_of(row: &Row) -> [(&'static str, Option<Yaml>); 9] {
    let flag = |is: bool| is.then_some(Yaml::Flag(true));
    [
        ("name", Some(Yaml::Text(row.name.value.clone()))),
        ("type", row.ty.as_ref().map(|ty| Yaml::Text(ty.written()))),
        ("required", flag(row.required)),
        ("undocumented", flag(row.undocumented.is_some())),
        ("source", words(row.source.as_ref())),
        ("optional", words(row.optional.as_ref())),
        ("settled", words(row.settled.as_ref())),
        ("sensitive", flag(row.sensitive.is_some())),
        ("rust", words(row.rust.as_ref())),
    ]
}

fn new_row(row: &Row) -> Yaml {
    present(keys_of(row))
}

fn rows(rows: &[Row]) -> Yaml {
    Yaml::List(rows.iter().map(new_row).collect())
}

fn pairs(pairs: &[(Text, Text)]) -> Option<Yaml> {
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| (name.value.clone(), Yaml::Text(value.value.clone())))
        .collect();
    (!pairs.is_empty()).then_some(Yaml::Map(pairs))
}

fn example(example: &Example) -> Yaml {
    let response = example.response.as_ref();
    present([
        ("request", pairs(&example.request)),
        ("set_aside", pairs(&example.set_aside)),
        ("response", response.map(|reply| Yaml::Literal(reply.text.value.clone()))),
    ])
}

fn present<const N: usize>(keys: [(&str, Option<Yaml>); N]) -> Yaml {
    let keys = keys.into_iter();
    Yaml::Map(keys.filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
}

fn new_action(action: &Action) -> String {
    let effect = match action.effect {
        Some(Effect::Read) => "read",
        Some(Effect::Idempotent) => "idempotent",
        Some(Effect::NonIdempotent) | None => "non_idempotent",
    };
    let list = |list: &[Row]| (!list.is_empty()).then(|| rows(list));
    edit::file(&present([
        ("action", Some(Yaml::Text(action.named.name.value.clone()))),
        ("rust", words(action.named.rust.as_ref())),
        ("source", words(action.source.as_ref())),
        ("effect", Some(Yaml::Text(effect.into()))),
        ("request", list(&action.request)),
        ("response", list(&action.response)),
        ("example", action.example.as_ref().map(example)),
    ]))
}

fn new_model(model: &Model) -> String {
    edit::file(&present([
        ("model", Some(Yaml::Text(model.named.name.value.clone()))),
        ("rust", words(model.named.rust.as_ref())),
        ("members", Some(rows(&model.members))),
    ]))
}
