//! The page itself, with the present content of its live parts.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use askama::Template;

use super::action::{Section, sections};
use super::language::Language;
use super::table::ActionText;
use super::texts::Texts;
use crate::fault;
use crate::generated::page_table;

/// The whole page.
#[derive(Template)]
#[template(path = "page.html", whitespace = "minimize")]
pub(crate) struct Page {
    t: &'static Texts,
    language: Language,
    live: Live,
    sections: Vec<Section>,
    actions: &'static [ActionText],
    /// Names of faults, each with a sample of its value if it takes one.
    faults: Vec<(&'static str, Option<&'static str>)>,
    step_ms: u128,
}

/// Parts that the script replaces as they change.
pub(crate) struct Live {
    pub(crate) clock: LivePart,
    pub(crate) resources: LivePart,
    pub(crate) calls: LivePart,
    pub(crate) faults: LivePart,
}

/// A rendered part.
pub(crate) struct LivePart {
    html: String,
    /// Its entity tag, so that the script does not fetch the same again.
    version: String,
}

impl LivePart {
    pub(crate) fn new(html: String) -> Self {
        Self { version: version(&html), html }
    }
}

impl Page {
    pub(crate) fn new(language: Language, live: Live, step_ms: u128) -> Self {
        Self {
            t: Texts::of(language),
            language,
            live,
            sections: sections(),
            actions: page_table::ACTIONS,
            faults: fault::names().collect(),
            step_ms,
        }
    }

    fn is_english(&self) -> bool {
        self.language == Language::English
    }
}

/// Returns the entity tag of a text.
pub(crate) fn version(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}
