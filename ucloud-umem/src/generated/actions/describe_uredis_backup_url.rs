// Written by `cargo xtask regenerate` from api-spec/actions/DescribeURedisBackupURL.yaml. Edit that instead.

use crate::PresignedUrl;
use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeURedisBackupURL",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Returns the download address of a backup of a Redis group.
///
/// In UCloud's example the address contains a signature and its expiry time: anyone who
/// has it can download the backup until then.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_uredis_backup_url("a75b24a9-d9e1-4d38-9dc1-aecad4644d5e")
///     .group_id("uredis-2vbhj1de")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_uredis_backup_url
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeURedisBackupUrl<C = ()> {
    call: Call<C>,
    backup_id: String,
    region_flag: Option<bool>,
    group_id: Option<String>,
    slave_zone: Option<String>,
    is_cross_region: Option<bool>,
}

impl DescribeURedisBackupUrl {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `backup_id`: Backup to download.
    pub fn new(backup_id: impl Into<String>) -> Self {
        Self::on((), backup_id)
    }
}

impl<C> DescribeURedisBackupUrl<C> {
    pub(crate) fn on(client: C, backup_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            backup_id: backup_id.into(),
            region_flag: None,
            group_id: None,
            slave_zone: None,
            is_cross_region: None,
        }
    }

    /// `true` if the group is spread over two zones. Default: `false`.
    #[doc(alias = "RegionFlag")]
    pub fn region_flag(mut self, region_flag: bool) -> Self {
        self.region_flag = Some(region_flag);
        self
    }

    /// Group that the backup was taken of.
    #[doc(alias = "GroupId")]
    pub fn group_id(mut self, group_id: impl Into<String>) -> Self {
        self.group_id = Some(group_id.into());
        self
    }

    /// Zone of the replica, if the group is spread over two zones: in the same region as
    /// `Zone`, but another zone.
    #[doc(alias = "SlaveZone")]
    pub fn slave_zone(mut self, slave_zone: impl Into<String>) -> Self {
        self.slave_zone = Some(slave_zone.into());
        self
    }

    /// `true` to get the address of the copy in another region. Default: `false`.
    #[doc(alias = "IsCrossRegion")]
    pub fn is_cross_region(mut self, is_cross_region: bool) -> Self {
        self.is_cross_region = Some(is_cross_region);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DescribeURedisBackupUrl => DescribeURedisBackupUrlResponse, ACTION);

impl<C> EncodeForm for DescribeURedisBackupUrl<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("BackupId", &self.backup_id);
        form.put("GroupId", &self.group_id);
        form.put("IsCrossRegion", &self.is_cross_region);
        form.put("RegionFlag", &self.region_flag);
        form.put("SlaveZone", &self.slave_zone);
    }
}

/// The reply to [`DescribeURedisBackupUrl`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeURedisBackupUrlResponse {
    /// Address of the backup.
    #[doc(alias = "BackupURL")]
    #[deprecated(note = "Use `BackupPath`.")]
    pub backup_url: Option<PresignedUrl>,

    /// Address of the backup on the public network.
    #[doc(alias = "BackupPath")]
    pub backup_path: Option<PresignedUrl>,

    /// Another address of the backup: by its name, one inside UCloud's network. Only the
    /// example in UCloud's documentation has this field.
    #[doc(alias = "InnerBackupPath")]
    pub inner_backup_path: Option<PresignedUrl>,

    metadata: Metadata,
}

impl_response!(DescribeURedisBackupUrlResponse);

impl Object for DescribeURedisBackupUrlResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["BackupURL", "BackupPath", "InnerBackupPath"]
    }

    #[expect(deprecated, reason = "the service still has what it advises against")]
    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "BackupURL" => (0, Slot::Scalar(&mut self.backup_url)),
            "BackupPath" => (1, Slot::Scalar(&mut self.backup_path)),
            "InnerBackupPath" => (2, Slot::Scalar(&mut self.inner_backup_path)),
            _ => return None,
        };
        Some(slot)
    }
}
