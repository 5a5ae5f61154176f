// Written by `cargo xtask regenerate` from api-spec/. Edit that instead.

use crate::actions::DescribeUMemBackup;
use crate::client::Client;
use crate::models::UMemBackupSet;
use crate::waiter::{Absent, Rule, Waiter};

#[cfg(feature = "blocking")]
use crate::blocking;

/// # Backups
///
/// Taking, listing and fetching copies of the data.
impl Client {
    /// List the backups of a distributed Redis space: [`DescribeUMemBackup`].
    #[doc(alias = "DescribeUMemBackup")]
    pub fn describe_umem_backup(
        &self,
        space_id: impl Into<String>,
    ) -> DescribeUMemBackup<Self> {
        DescribeUMemBackup::on(self.clone(), space_id)
    }

    /// Waits until a backup is finished, so that its download address can be asked for.
    ///
    /// It asks [`DescribeUMemBackup`] until `state` is `Done`.
    pub fn wait_until_umem_backup_done(
        &self,
        space_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> Waiter<UMemBackupSet> {
        let request = DescribeUMemBackup::new(space_id);
        let backup_id = backup_id.into();
        let found = move |entry: &UMemBackupSet| entry.backup_id == backup_id;
        Waiter::paged(self.clone(), request, found, umem_backup_done())
    }
}

/// # Backups
///
/// Taking, listing and fetching copies of the data.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// List the backups of a distributed Redis space: [`DescribeUMemBackup`].
    #[doc(alias = "DescribeUMemBackup")]
    pub fn describe_umem_backup(
        &self,
        space_id: impl Into<String>,
    ) -> DescribeUMemBackup<Self> {
        DescribeUMemBackup::on(self.clone(), space_id)
    }

    /// Waits until a backup is finished, so that its download address can be asked for.
    ///
    /// It asks [`DescribeUMemBackup`] until `state` is `Done`.
    pub fn wait_until_umem_backup_done(
        &self,
        space_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> blocking::Waiter<UMemBackupSet> {
        self.waiter(|client| client.wait_until_umem_backup_done(space_id, backup_id))
    }
}

fn umem_backup_done() -> Rule<UMemBackupSet, UMemBackupSet> {
    Rule {
        name: "umem_backup_done",
        action: "DescribeUMemBackup",
        state: |entry| Some(entry.state.as_str()),
        success: &["Done"],
        failure: &[],
        absent: Absent::Retry,
        result: |entry| entry,
    }
}
