// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUMemBackupURL.yaml. Edit that instead.

use crate::PresignedUrl;
use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUMemBackupURL",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Returns the download addresses of a backup of a distributed Redis space.
///
/// Call it once the backup is `Done`. UCloud does not document the response before that.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_umem_backup_url(
///         "umem-4mzp0vqe",
///         "a75b24a9-d9e1-4d38-9dc1-aecad4644d5e",
///     )
///     .block_id("umemblock-3qk0a1zx")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_umem_backup_url
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUMemBackupUrl<C = ()> {
    call: Call<C>,
    space_id: String,
    backup_id: String,
    block_id: Option<String>,
}

impl DescribeUMemBackupUrl {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `space_id`: Space that the backup was taken of.
    /// - `backup_id`: Backup to download.
    pub fn new(space_id: impl Into<String>, backup_id: impl Into<String>) -> Self {
        Self::on((), space_id, backup_id)
    }
}

impl<C> DescribeUMemBackupUrl<C> {
    pub(crate) fn on(
        client: C,
        space_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
            backup_id: backup_id.into(),
            block_id: None,
        }
    }

    /// Shard (block) to get the address for. UCloud does not document what is returned
    /// without it.
    #[doc(alias = "BlockId")]
    pub fn block_id(mut self, block_id: impl Into<String>) -> Self {
        self.block_id = Some(block_id.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DescribeUMemBackupUrl => DescribeUMemBackupUrlResponse, ACTION);

impl<C> EncodeForm for DescribeUMemBackupUrl<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("BackupId", &self.backup_id);
        form.put("BlockId", &self.block_id);
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`DescribeUMemBackupUrl`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUMemBackupUrlResponse {
    /// One address per shard. Anyone who has it can download the shard until it expires.
    #[doc(alias = "BackupURL")]
    pub backup_url: Vec<PresignedUrl>,

    metadata: Metadata,
}

impl_response!(DescribeUMemBackupUrlResponse);

impl Object for DescribeUMemBackupUrlResponse {
    fn required(&self) -> &'static [&'static str] {
        &["BackupURL"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "BackupURL" => (0, Slot::Scalars(&mut self.backup_url)),
            _ => return None,
        };
        Some(slot)
    }
}
