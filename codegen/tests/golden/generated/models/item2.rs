// Written by `cargo xtask regenerate` from api-spec/models/Item2.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// Sorts before `Item10` by its number.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Item2 {
    /// Its id.
    #[doc(alias = "Id")]
    pub id: String,
}

impl_model!(Item2);

impl Object for Item2 {
    fn required(&self) -> &'static [&'static str] {
        &["Id"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Id" => (0, Slot::Scalar(&mut self.id)),
            _ => return None,
        };
        Some(slot)
    }
}
