// Written by `cargo xtask regenerate` from api-spec/models/Aside.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::models::Step;
use crate::response::impl_model;

/// Leads back to a step through an option.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Aside {
    /// The step.
    #[doc(alias = "Step")]
    pub step: Option<Box<Step>>,
}

impl_model!(Aside);

impl Object for Aside {
    fn optional(&self) -> &'static [&'static str] {
        &["Step"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Step" => (0, Slot::Object(&mut self.step)),
            _ => return None,
        };
        Some(slot)
    }
}
