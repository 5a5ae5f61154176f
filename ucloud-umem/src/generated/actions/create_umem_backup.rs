// Written by `cargo xtask regenerate` from api-spec/actions/CreateUMemBackup.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "CreateUMemBackup",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: Some("DescribeUMemBackup"),
};

/// Takes a backup of a distributed Redis space.
///
/// The backup is taken after the call has returned; `DescribeUMemBackup` shows each of
/// its shards as `Done` when it is finished. Each execution takes one more backup, and
/// the number of backups is limited.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with
/// [`DescribeUMemBackup`](crate::actions::DescribeUMemBackup). See [the vendor's
/// page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.create_umem_backup("umem-4mzp0vqe", "nightly").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/create_umem_backup
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateUMemBackup<C = ()> {
    call: Call<C>,
    space_id: String,
    backup_name: String,
}

impl CreateUMemBackup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `space_id`: Space to back up.
    /// - `backup_name`: Name of the backup: 6 to 63 letters, digits, `-` and `_`.
    pub fn new(space_id: impl Into<String>, backup_name: impl Into<String>) -> Self {
        Self::on((), space_id, backup_name)
    }
}

impl<C> CreateUMemBackup<C> {
    pub(crate) fn on(
        client: C,
        space_id: impl Into<String>,
        backup_name: impl Into<String>,
    ) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
            backup_name: backup_name.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(CreateUMemBackup => CreateUMemBackupResponse, ACTION);

impl<C> EncodeForm for CreateUMemBackup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("BackupName", &self.backup_name);
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`CreateUMemBackup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CreateUMemBackupResponse {
    /// Id of the new backup.
    #[doc(alias = "BackupId")]
    pub backup_id: String,

    metadata: Metadata,
}

impl_response!(CreateUMemBackupResponse);

impl Object for CreateUMemBackupResponse {
    fn required(&self) -> &'static [&'static str] {
        &["BackupId"]
    }

    fn present(&self) -> &'static [&'static str] {
        &["BackupId"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "BackupId" => (0, Slot::Scalar(&mut self.backup_id)),
            _ => return None,
        };
        Some(slot)
    }
}
