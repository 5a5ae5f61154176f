// Written by `cargo xtask regenerate` from api-spec/models/. Edit that instead.

//! Structures that replies share.

mod umem_backup_set;

pub use umem_backup_set::UMemBackupSet;
