// Written by `cargo xtask regenerate` from api-spec/actions/CreateURedisBackup.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "CreateURedisBackup",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: Some("DescribeURedisBackup"),
};

/// Takes a backup of a Redis group.
///
/// The backup is taken after the call has returned; `DescribeURedisBackup` shows it as
/// `Success` when it is finished. Each execution takes one more backup, and the number
/// of backups is limited.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with
/// [`DescribeURedisBackup`](crate::actions::DescribeURedisBackup). See [the vendor's
/// page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .create_uredis_backup("uredis-2vbhj1de", "nightly")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/create_uredis_backup
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateURedisBackup<C = ()> {
    call: Call<C>,
    group_id: String,
    backup_name: String,
    slave_zone: Option<String>,
}

impl CreateURedisBackup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `group_id`: Group to back up.
    /// - `backup_name`: Name of the backup: 6 to 63 letters, digits, `-` and `_`.
    pub fn new(group_id: impl Into<String>, backup_name: impl Into<String>) -> Self {
        Self::on((), group_id, backup_name)
    }
}

impl<C> CreateURedisBackup<C> {
    pub(crate) fn on(
        client: C,
        group_id: impl Into<String>,
        backup_name: impl Into<String>,
    ) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
            backup_name: backup_name.into(),
            slave_zone: None,
        }
    }

    /// Zone of the replica, if the group is spread over two zones: in the same region as
    /// `Zone`, but another zone.
    #[doc(alias = "SlaveZone")]
    pub fn slave_zone(mut self, slave_zone: impl Into<String>) -> Self {
        self.slave_zone = Some(slave_zone.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(CreateURedisBackup => CreateURedisBackupResponse, ACTION);

impl<C> EncodeForm for CreateURedisBackup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("BackupName", &self.backup_name);
        form.put("GroupId", &self.group_id);
        form.put("SlaveZone", &self.slave_zone);
    }
}

/// The reply to [`CreateURedisBackup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CreateURedisBackupResponse {
    /// Id of the new backup.
    #[doc(alias = "BackupId")]
    pub backup_id: String,

    metadata: Metadata,
}

impl_response!(CreateURedisBackupResponse);

impl Object for CreateURedisBackupResponse {
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
