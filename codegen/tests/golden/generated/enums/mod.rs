// Written by `cargo xtask regenerate` from api-spec/enums/. Edit that instead.

//! Value sets that are known to grow.

mod backup_state;
mod backup_type;
mod course;
mod dish_state;
mod heat;

pub use backup_state::BackupState;
pub use backup_type::BackupType;
pub use course::Course;
pub use dish_state::DishState;
pub use heat::Heat;
