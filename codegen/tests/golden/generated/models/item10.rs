// Written by `cargo xtask regenerate` from api-spec/models/Item10.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// Sorts after `Item2` by its number.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Item10 {
    /// Its id.
    #[doc(alias = "Id")]
    pub id: Option<String>,

    /// How far it is; a text and no enum.
    #[doc(alias = "State")]
    pub state: Option<String>,
}

impl_model!(Item10);

impl Object for Item10 {
    fn optional(&self) -> &'static [&'static str] {
        &["Id", "State"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Id" => (0, Slot::Scalar(&mut self.id)),
            "State" => (1, Slot::Scalar(&mut self.state)),
            _ => return None,
        };
        Some(slot)
    }
}
