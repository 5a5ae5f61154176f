// Written by `cargo xtask regenerate` from api-spec/enums/. Edit that instead.

//! Value sets that are known to grow.

mod backup_state;

pub use backup_state::BackupState;
