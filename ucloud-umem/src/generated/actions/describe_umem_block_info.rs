// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUMemBlockInfo.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::ReadMode;
use crate::models::UMemBlock;
use crate::paging::{Listing, Paged, impl_paged_request};
use crate::request::{Action, Call, Effect, Presence, common_setters};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUMemBlockInfo",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Lists the shards of a distributed Redis space.
///
/// The response contains no total: the list ends with a page that is not full.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_umem_block_info("umem-4mzp0vqe")
///     .limit(20)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_umem_block_info
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUMemBlockInfo<C = ()> {
    call: Call<C>,
    space_id: String,
    offset: Option<i64>,
    limit: Option<i64>,
}

impl DescribeUMemBlockInfo {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `space_id`: Space whose shards are listed.
    pub fn new(space_id: impl Into<String>) -> Self {
        Self::on((), space_id)
    }
}

impl<C> DescribeUMemBlockInfo<C> {
    pub(crate) fn on(client: C, space_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
            offset: Some(0),
            limit: Some(10),
        }
    }

    /// Number of shards to skip. Default: 0.
    #[doc(alias = "Offset")]
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Maximum number of shards to return. Default: 10.
    #[doc(alias = "Limit")]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_paged_request!(DescribeUMemBlockInfo => DescribeUMemBlockInfoResponse, ACTION);

impl<C> EncodeForm for DescribeUMemBlockInfo<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Limit", &self.limit);
        form.put("Offset", &self.offset);
        form.put("SpaceId", &self.space_id);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for DescribeUMemBlockInfo<C> {
    type Item = UMemBlock;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.data_set
    }
}

impl<C: Clone + Send + Sync + 'static> Paged for DescribeUMemBlockInfo<C> {
    fn offset(&self) -> Option<i64> {
        self.offset
    }

    fn set_offset(&mut self, offset: i64) {
        self.offset = Some(offset);
    }

    fn limit(&self) -> Option<i64> {
        self.limit.or(Some(10))
    }

    fn key(item: &Self::Item) -> Option<&str> {
        Some(&item.block_id)
    }
}

/// The reply to [`DescribeUMemBlockInfo`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUMemBlockInfoResponse {
    /// One entry per shard (block).
    #[doc(alias = "DataSet")]
    pub data_set: Vec<UMemBlock>,

    /// Distribution of reads over the nodes of the space, if reads are split from
    /// writes. Known values: `Custom`, `Uniform`, `ReadOnly`.
    #[doc(alias = "ReadMode")]
    pub read_mode: Option<ReadMode>,

    metadata: Metadata,
}

impl_response!(DescribeUMemBlockInfoResponse);

impl Object for DescribeUMemBlockInfoResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["DataSet", "ReadMode"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "DataSet" => (0, Slot::Objects(&mut self.data_set)),
            "ReadMode" => (1, Slot::Scalar(&mut self.read_mode)),
            _ => return None,
        };
        Some(slot)
    }
}
