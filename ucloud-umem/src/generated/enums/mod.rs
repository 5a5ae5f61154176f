// Written by `cargo xtask regenerate` from api-spec/enums/. Edit that instead.

//! Value sets that are known to grow.

mod backup_state;
mod backup_type;

pub use backup_state::BackupState;
pub use backup_type::BackupType;
