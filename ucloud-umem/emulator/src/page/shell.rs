//! The page itself, whose parts are filled by requests of its script.

use askama::Template;

use super::action::{Section, sections};
use super::controls::{Controls, controls};
use super::language::Language;
use super::texts::Texts;

/// The whole page.
#[derive(Template)]
#[template(path = "page.html", whitespace = "minimize")]
pub(crate) struct Page {
    t: &'static Texts,
    language: Language,
    sections: Vec<Section>,
    controls: Controls,
}

impl Page {
    pub(crate) fn new(language: Language, step_ms: u128) -> Self {
        let t = Texts::of(language);
        Self { t, language, sections: sections(), controls: controls(t, step_ms) }
    }

    fn is_english(&self) -> bool {
        self.language == Language::English
    }
}
