// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! Requests and replies, one pair per action.

mod describe_umem_backup;

pub use describe_umem_backup::{DescribeUMemBackup, DescribeUMemBackupResponse};
