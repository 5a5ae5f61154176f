// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUMemBackup.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::models::UMemBackup;
use crate::paging::{Listing, Paged, impl_paged_request};
use crate::request::{Action, Call, Effect, Presence, common_setters};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUMemBackup",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Lists the backups of a distributed Redis space.
///
/// Lists finished backups and backups in progress, in pages. Each entry is the backup of
/// one shard (block): all entries of one backup of the space have the same `BackupId`.
/// UCloud does not document whether `Offset`, `Limit` and `TotalCount` count backups or
/// entries; `items()` and `pages()` lose no entry either way. An entry comes twice only
/// if the service counts entries and sends more than `Limit` of them.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.describe_umem_backup("umem-4mzp0vqe").limit(20).send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_umem_backup
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUMemBackup<C = ()> {
    call: Call<C>,
    space_id: String,
    offset: Option<i64>,
    limit: Option<i64>,
}

impl DescribeUMemBackup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `space_id`: Space whose backups are listed.
    pub fn new(space_id: impl Into<String>) -> Self {
        Self::on((), space_id)
    }
}

impl<C> DescribeUMemBackup<C> {
    pub(crate) fn on(client: C, space_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
            offset: None,
            limit: None,
        }
    }

    /// Number of backups or entries to skip. Default: 0.
    #[doc(alias = "Offset")]
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Maximum number of backups or entries to return. Default: 10.
    #[doc(alias = "Limit")]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_paged_request!(DescribeUMemBackup => DescribeUMemBackupResponse, ACTION);

impl<C> EncodeForm for DescribeUMemBackup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Limit", &self.limit);
        form.put("Offset", &self.offset);
        form.put("SpaceId", &self.space_id);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for DescribeUMemBackup<C> {
    type Item = UMemBackup;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.data_set
    }
}

impl<C: Clone + Send + Sync + 'static> Paged for DescribeUMemBackup<C> {
    fn offset(&self) -> Option<i64> {
        self.offset
    }

    fn set_offset(&mut self, offset: i64) {
        self.offset = Some(offset);
    }

    fn limit(&self) -> Option<i64> {
        self.limit.or(Some(10))
    }
}

/// The reply to [`DescribeUMemBackup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUMemBackupResponse {
    /// One entry per shard of each backup.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<UMemBackup>,

    /// Total number of backups or entries, on every page.
    #[doc(alias = "TotalCount")]
    pub total_count: Option<i64>,

    metadata: Metadata,
}

impl_response!(DescribeUMemBackupResponse);

impl Object for DescribeUMemBackupResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["DataSet", "TotalCount"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "DataSet" => (0, Slot::Objects(&mut self.data_set)),
            "TotalCount" => (1, Slot::Scalar(&mut self.total_count)),
            _ => return None,
        };
        Some(slot)
    }
}
