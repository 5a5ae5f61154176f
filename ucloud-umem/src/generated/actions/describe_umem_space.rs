// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUMemSpace.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::Protocol;
use crate::models::UMemSpace;
use crate::paging::{Listing, Paged, impl_paged_request};
use crate::request::{Action, Call, Effect, Presence, common_setters};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUMemSpace",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Lists the distributed spaces, or describes one.
///
/// **Deprecated:** Use `DescribeUMem`, which lists instances of every kind.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_umem_space()
///     .limit(20)
///     .space_id("umem-4mzp0vqe")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_umem_space
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUMemSpace<C = ()> {
    call: Call<C>,
    offset: Option<i64>,
    limit: Option<i64>,
    space_id: Option<String>,
    protocol: Option<Protocol>,
}

impl DescribeUMemSpace {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    pub fn new() -> Self {
        Self::on(())
    }
}

impl Default for DescribeUMemSpace {
    fn default() -> Self {
        Self::new()
    }
}

impl<C> DescribeUMemSpace<C> {
    pub(crate) fn on(client: C) -> Self {
        Self {
            call: Call::new(client),
            offset: None,
            limit: None,
            space_id: None,
            protocol: None,
        }
    }

    /// Number of spaces to skip. Default: 0.
    #[doc(alias = "Offset")]
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Maximum number of spaces to return. Default: 20.
    #[doc(alias = "Limit")]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Space to describe. Without it all spaces are listed, in pages.
    #[doc(alias = "SpaceId")]
    pub fn space_id(mut self, space_id: impl Into<String>) -> Self {
        self.space_id = Some(space_id.into());
        self
    }

    /// Lists only spaces with this protocol. UCloud does not document what is listed
    /// without it. Known values: `memcache`, `redis`.
    #[doc(alias = "Protocol")]
    pub fn protocol(mut self, protocol: Protocol) -> Self {
        self.protocol = Some(protocol);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_paged_request!(DescribeUMemSpace => DescribeUMemSpaceResponse, ACTION);

impl<C> EncodeForm for DescribeUMemSpace<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Limit", &self.limit);
        form.put("Offset", &self.offset);
        form.put("Protocol", &self.protocol);
        form.put("SpaceId", &self.space_id);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for DescribeUMemSpace<C> {
    type Item = UMemSpace;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.data_set
    }
}

impl<C: Clone + Send + Sync + 'static> Paged for DescribeUMemSpace<C> {
    fn offset(&self) -> Option<i64> {
        self.offset
    }

    fn set_offset(&mut self, offset: i64) {
        self.offset = Some(offset);
    }

    fn limit(&self) -> Option<i64> {
        self.limit.or(Some(20))
    }

    fn total(response: &Self::Response) -> Option<i64> {
        response.total_count
    }

    fn key(item: &Self::Item) -> Option<&str> {
        item.space_id.as_deref()
    }
}

/// The reply to [`DescribeUMemSpace`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUMemSpaceResponse {
    /// One entry per space.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<UMemSpace>,

    /// Total number of spaces, on every page.
    #[doc(alias = "TotalCount")]
    pub total_count: Option<i64>,

    metadata: Metadata,
}

impl_response!(DescribeUMemSpaceResponse);

impl Object for DescribeUMemSpaceResponse {
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
