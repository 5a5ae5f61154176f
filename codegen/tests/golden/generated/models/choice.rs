// Written by `cargo xtask regenerate` from api-spec/models/Option.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::models::Burn;
use crate::response::impl_model;

/// Called like a type of the prelude.
#[doc(alias = "Option")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Choice {
    /// Its name.
    #[doc(alias = "Name")]
    pub name: String,

    /// Why it cannot be had, if it cannot.
    #[doc(alias = "Error")]
    pub error: Option<Burn>,
}

impl_model!(Choice);

impl Object for Choice {
    fn required(&self) -> &'static [&'static str] {
        &["Name"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["Error"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Name" => (0, Slot::Scalar(&mut self.name)),
            "Error" => (1, Slot::Object(&mut self.error)),
            _ => return None,
        };
        Some(slot)
    }
}
