// Written by `cargo xtask regenerate` from api-spec/models/Named.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::enums::DishState;
use crate::response::impl_model;

/// An entry.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Named {
    /// Its name.
    #[doc(alias = "Entry")]
    pub entry_name: String,

    /// How far it is. Known values: `Ordered`, `cooking`, `Done`, `Burnt`.
    #[doc(alias = "State")]
    pub state: Option<DishState>,
}

impl_model!(Named);

impl Object for Named {
    fn required(&self) -> &'static [&'static str] {
        &["Entry"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["State"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Entry" => (0, Slot::Scalar(&mut self.entry_name)),
            "State" => (1, Slot::Scalar(&mut self.state)),
            _ => return None,
        };
        Some(slot)
    }
}
