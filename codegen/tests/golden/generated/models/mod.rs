// Written by `cargo xtask regenerate` from api-spec/models/. Edit that instead.

//! Structures that replies share.

mod a_model_whose_name_is_longer_than_the_names_of_other_models_are;
mod aside;
mod burn;
mod choice;
mod dish;
mod item10;
mod item2;
mod named;
mod short;
mod step;
mod umem_backup_set;
mod wide;

pub use a_model_whose_name_is_longer_than_the_names_of_other_models_are::AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre;
pub use aside::Aside;
pub use burn::Burn;
pub use choice::Choice;
pub use dish::Dish;
pub use item10::Item10;
pub use item2::Item2;
pub use named::Named;
pub use short::Short;
pub use step::Step;
pub use umem_backup_set::UMemBackupSet;
pub use wide::Wide;
