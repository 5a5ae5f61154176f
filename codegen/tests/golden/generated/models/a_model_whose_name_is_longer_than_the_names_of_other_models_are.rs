// Written by `cargo xtask regenerate` from api-spec/models/AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// `AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre`, as the service has it.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre {
    /// `Value`, as the service has it.
    #[doc(alias = "Value")]
    pub value: Option<String>,
}

impl_model!(AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre);

impl Object for AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre {
    fn optional(&self) -> &'static [&'static str] {
        &["Value"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Value" => (0, Slot::Scalar(&mut self.value)),
            _ => return None,
        };
        Some(slot)
    }
}
