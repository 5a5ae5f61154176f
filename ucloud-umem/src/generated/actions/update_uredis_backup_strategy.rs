// Written by `cargo xtask regenerate` from api-spec/actions/UpdateURedisBackupStrategy.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::enums::BackupStrategyOperation;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "UpdateURedisBackupStrategy",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Changes the automatic backups of a Redis group.
///
/// `AutoBackup` and `BackupTime` set automatic backups. Send both: UCloud documents a
/// default for each, and does not document that one left out stays unchanged.
/// `OperationType` starts and ends copies in another region.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client
///     .update_uredis_backup_strategy("uredis-2vbhj1de")
///     .backup_time(3)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/update_uredis_backup_strategy
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateURedisBackupStrategy<C = ()> {
    call: Call<C>,
    group_id: String,
    backup_time: Option<i64>,
    auto_backup: Option<bool>,
    slave_zone: Option<String>,
    operation_type: Option<BackupStrategyOperation>,
    dst_region: Option<String>,
    save_days: Option<i64>,
}

impl UpdateURedisBackupStrategy {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `group_id`: Group whose automatic backups are changed.
    pub fn new(group_id: impl Into<String>) -> Self {
        Self::on((), group_id)
    }
}

impl<C> UpdateURedisBackupStrategy<C> {
    pub(crate) fn on(client: C, group_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
            backup_time: None,
            auto_backup: None,
            slave_zone: None,
            operation_type: None,
            dst_region: None,
            save_days: None,
        }
    }

    /// Hour of the day at which automatic backups start: 0 to 23, as documented for
    /// `CreateURedisGroup`. Default: 0.
    #[doc(alias = "BackupTime")]
    pub fn backup_time(mut self, backup_time: i64) -> Self {
        self.backup_time = Some(backup_time);
        self
    }

    /// `true` if backups are taken automatically. Default: `true`.
    #[doc(alias = "AutoBackup")]
    pub fn auto_backup(mut self, auto_backup: bool) -> Self {
        self.auto_backup = Some(auto_backup);
        self
    }

    /// Zone of the replica, if the group is spread over two zones: in the same region as
    /// `Zone`, but another zone.
    #[doc(alias = "SlaveZone")]
    pub fn slave_zone(mut self, slave_zone: impl Into<String>) -> Self {
        self.slave_zone = Some(slave_zone.into());
        self
    }

    /// Setting to change: automatic backups, or their copies in another region. Default:
    /// `normal`. Known values: `normal`, `modify`, `close`.
    #[doc(alias = "OperationType")]
    pub fn operation_type(mut self, operation_type: BackupStrategyOperation) -> Self {
        self.operation_type = Some(operation_type);
        self
    }

    /// Region that the copies are kept in; required with `modify`.
    #[doc(alias = "DstRegion")]
    pub fn dst_region(mut self, dst_region: impl Into<String>) -> Self {
        self.dst_region = Some(dst_region.into());
        self
    }

    /// Time for which copies are kept; required with `modify`. Unit: days.
    #[doc(alias = "SaveDays")]
    pub fn save_days(mut self, save_days: i64) -> Self {
        self.save_days = Some(save_days);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(UpdateURedisBackupStrategy => UpdateURedisBackupStrategyResponse, ACTION);

impl<C> EncodeForm for UpdateURedisBackupStrategy<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.switch("AutoBackup", self.auto_backup, "enable", "disable");
        form.put("BackupTime", &self.backup_time);
        form.put("DstRegion", &self.dst_region);
        form.put("GroupId", &self.group_id);
        form.put("OperationType", &self.operation_type);
        form.put("SaveDays", &self.save_days);
        form.put("SlaveZone", &self.slave_zone);
    }
}

/// The reply to [`UpdateURedisBackupStrategy`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct UpdateURedisBackupStrategyResponse {
    metadata: Metadata,
}

impl_response!(UpdateURedisBackupStrategyResponse);

impl Object for UpdateURedisBackupStrategyResponse {}
