// Written by `cargo xtask regenerate` from api-spec/models/Error.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// Called like a type of the crate.
#[doc(alias = "Error")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Burn {
    /// What happened.
    #[doc(alias = "Reason")]
    pub reason: String,

    /// Called like a method of every reply.
    #[doc(alias = "Missing")]
    pub absent: Option<String>,

    /// Called like a method of every model.
    #[doc(alias = "FromJson")]
    pub from_json_text: Option<String>,
}

impl_model!(Burn);

impl Object for Burn {
    fn required(&self) -> &'static [&'static str] {
        &["Reason"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["Missing", "FromJson"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Reason" => (0, Slot::Scalar(&mut self.reason)),
            "Missing" => (1, Slot::Scalar(&mut self.absent)),
            "FromJson" => (2, Slot::Scalar(&mut self.from_json_text)),
            _ => return None,
        };
        Some(slot)
    }
}
