// Written by `cargo xtask regenerate` from api-spec/actions/DescribeURedisBackup.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::BackupRegionType;
use crate::models::URedisBackup;
use crate::paging::{Listing, Paged, impl_paged_request};
use crate::request::{Action, Call, Effect, Presence, common_setters};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeURedisBackup",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Lists the backups of a Redis group.
///
/// Lists finished backups, failed backups and backups in progress.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_uredis_backup()
///     .group_id("uredis-2vbhj1de")
///     .limit(20)
///     .backup_id("a75b24a9-d9e1-4d38-9dc1-aecad4644d5e")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_uredis_backup
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeURedisBackup<C = ()> {
    call: Call<C>,
    group_id: Option<String>,
    offset: Option<i64>,
    limit: Option<i64>,
    slave_zone: Option<String>,
    region_type: Option<BackupRegionType>,
    backup_id: Option<String>,
}

impl DescribeURedisBackup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    pub fn new() -> Self {
        Self::on(())
    }
}

impl Default for DescribeURedisBackup {
    fn default() -> Self {
        Self::new()
    }
}

impl<C> DescribeURedisBackup<C> {
    pub(crate) fn on(client: C) -> Self {
        Self {
            call: Call::new(client),
            group_id: None,
            offset: None,
            limit: None,
            slave_zone: None,
            region_type: None,
            backup_id: None,
        }
    }

    /// Group whose backups are listed; required unless `RegionType` is set.
    #[doc(alias = "GroupId")]
    pub fn group_id(mut self, group_id: impl Into<String>) -> Self {
        self.group_id = Some(group_id.into());
        self
    }

    /// Number of backups to skip. Default: 0.
    #[doc(alias = "Offset")]
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Maximum number of backups to return. Default: 10.
    #[doc(alias = "Limit")]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Zone of the replica, if the group is spread over two zones: in the same region as
    /// the group's own zone, but another zone.
    #[doc(alias = "SlaveZone")]
    pub fn slave_zone(mut self, slave_zone: impl Into<String>) -> Self {
        self.slave_zone = Some(slave_zone.into());
        self
    }

    /// Backups to list: ordinary ones, or copies between regions. Default: `normal`.
    /// Known values: `normal`, `source`, `target`.
    #[doc(alias = "RegionType")]
    pub fn region_type(mut self, region_type: BackupRegionType) -> Self {
        self.region_type = Some(region_type);
        self
    }

    /// Lists this backup only.
    #[doc(alias = "BackupId")]
    pub fn backup_id(mut self, backup_id: impl Into<String>) -> Self {
        self.backup_id = Some(backup_id.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_paged_request!(DescribeURedisBackup => DescribeURedisBackupResponse, ACTION);

impl<C> EncodeForm for DescribeURedisBackup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("BackupId", &self.backup_id);
        form.put("GroupId", &self.group_id);
        form.put("Limit", &self.limit);
        form.put("Offset", &self.offset);
        form.put("RegionType", &self.region_type);
        form.put("SlaveZone", &self.slave_zone);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for DescribeURedisBackup<C> {
    type Item = URedisBackup;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.data_set
    }
}

impl<C: Clone + Send + Sync + 'static> Paged for DescribeURedisBackup<C> {
    fn offset(&self) -> Option<i64> {
        self.offset
    }

    fn set_offset(&mut self, offset: i64) {
        self.offset = Some(offset);
    }

    fn limit(&self) -> Option<i64> {
        self.limit.or(Some(10))
    }

    fn total(response: &Self::Response) -> Option<i64> {
        response.total_count
    }

    fn key(item: &Self::Item) -> Option<&str> {
        item.backup_id.as_deref()
    }
}

/// The reply to [`DescribeURedisBackup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeURedisBackupResponse {
    /// Backups in all. UCloud documents it as the backups of the account, not of the
    /// group.
    #[doc(alias = "TotalCount")]
    pub total_count: Option<i64>,

    /// One entry per backup.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<URedisBackup>,

    metadata: Metadata,
}

impl_response!(DescribeURedisBackupResponse);

impl Object for DescribeURedisBackupResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["TotalCount", "DataSet"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "TotalCount" => (0, Slot::Scalar(&mut self.total_count)),
            "DataSet" => (1, Slot::Objects(&mut self.data_set)),
            _ => return None,
        };
        Some(slot)
    }
}
