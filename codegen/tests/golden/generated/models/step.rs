// Written by `cargo xtask regenerate` from api-spec/models/Step.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::models::Aside;
use crate::response::impl_model;

/// A step of a recipe, which has steps of its own.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Step {
    /// What to do.
    #[doc(alias = "Title")]
    pub title: String,

    /// What that takes.
    #[doc(alias = "Steps")]
    pub steps: Vec<Step>,

    /// What comes then.
    #[doc(alias = "Next")]
    pub next: Option<Box<Step>>,

    /// What can be done meanwhile.
    #[doc(alias = "Aside")]
    pub aside: Aside,
}

impl_model!(Step);

impl Object for Step {
    fn required(&self) -> &'static [&'static str] {
        &["Title", "Steps", "Aside"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["Next"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Title" => (0, Slot::Scalar(&mut self.title)),
            "Steps" => (1, Slot::Objects(&mut self.steps)),
            "Aside" => (2, Slot::Object(&mut self.aside)),
            "Next" => (3, Slot::Object(&mut self.next)),
            _ => return None,
        };
        Some(slot)
    }
}
