// Written by `cargo xtask regenerate` from api-spec/models/Wide.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::models::AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre;
use crate::response::impl_model;

/// Members whose names fill a line.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Wide {
    /// A long name.
    #[doc(alias = "ProvisionedInputOutputOperationsPerSecond")]
    pub provisioned_input_output_operations_per_second: i64,

    /// A long name and long words: its place does not fit a line.
    #[doc(alias = "ProvisionedInputOutputOperationsPerMinute")]
    pub provisioned_input_output_operations_per_minute: bool,

    /// One of many flags.
    #[doc(alias = "OneFlag")]
    pub one_flag: bool,

    /// One of many flags.
    #[doc(alias = "AnotherFlag")]
    pub another_flag: bool,

    /// One of many flags.
    #[doc(alias = "ThirdFlag")]
    pub third_flag: bool,

    /// One of many flags.
    #[doc(alias = "FourthFlag")]
    pub fourth_flag: bool,

    /// A long name and a long type.
    #[doc(alias = "AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre")]
    pub a_model_whose_name_is_longer_than_the_names_of_other_models_are: Option<
        AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre,
    >,
}

impl_model!(Wide);

impl Object for Wide {
    fn required(&self) -> &'static [&'static str] {
        &[
            "ProvisionedInputOutputOperationsPerSecond",
            "ProvisionedInputOutputOperationsPerMinute",
            "OneFlag",
            "AnotherFlag",
            "ThirdFlag",
            "FourthFlag",
        ]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "ProvisionedInputOutputOperationsPerSecond" => {
                (
                    0,
                    Slot::Scalar(
                        &mut self.provisioned_input_output_operations_per_second,
                    ),
                )
            }
            "ProvisionedInputOutputOperationsPerMinute" => {
                (
                    1,
                    Slot::Switch(
                        &mut self.provisioned_input_output_operations_per_minute,
                        "switched-on",
                        "switched-off",
                    ),
                )
            }
            "OneFlag" => (2, Slot::Scalar(&mut self.one_flag)),
            "AnotherFlag" => (3, Slot::Scalar(&mut self.another_flag)),
            "ThirdFlag" => (4, Slot::Scalar(&mut self.third_flag)),
            "FourthFlag" => (5, Slot::Scalar(&mut self.fourth_flag)),
            "AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre" => {
                (
                    6,
                    Slot::Object(
                        &mut self
                            .a_model_whose_name_is_longer_than_the_names_of_other_models_are,
                    ),
                )
            }
            _ => return None,
        };
        Some(slot)
    }
}
