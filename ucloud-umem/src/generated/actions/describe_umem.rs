// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUMem.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::{Protocol, ResourceType};
use crate::models::UMemInstance;
use crate::paging::{Listing, Paged, impl_paged_request};
use crate::request::{Action, Call, Effect, Presence, common_setters};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUMem",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Lists instances of every kind, or describes one.
///
/// With `Protocol` `redis` the response has Redis groups and distributed spaces
/// together; with `memcache` it has Memcached groups, each a single node. Read-only
/// replicas of a Redis group are in the entry of their primary (`replicas`). Separate
/// entries are possible too: UCloud documents a `Role` for them.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::Protocol;
///
/// let response = client
///     .describe_umem(Protocol::Memcache)
///     .limit(20)
///     .resource_id("uredis-2vbhj1de")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_umem
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUMem<C = ()> {
    call: Call<C>,
    protocol: Protocol,
    offset: Option<i64>,
    limit: Option<i64>,
    resource_id: Option<String>,
    resource_type: Option<ResourceType>,
}

impl DescribeUMem {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `protocol`: Protocol of the instances to list. Known values: `memcache`, `redis`.
    pub fn new(protocol: Protocol) -> Self {
        Self::on((), protocol)
    }
}

impl<C> DescribeUMem<C> {
    pub(crate) fn on(client: C, protocol: Protocol) -> Self {
        Self {
            call: Call::new(client),
            protocol,
            offset: None,
            limit: None,
            resource_id: None,
            resource_type: None,
        }
    }

    /// Number of instances to skip. Default: 0.
    #[doc(alias = "Offset")]
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Maximum number of instances to return. Default: 20.
    #[doc(alias = "Limit")]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Instance to describe, by its `SpaceId` or `GroupId`. Without it all instances are
    /// listed, in pages.
    #[doc(alias = "ResourceId")]
    pub fn resource_id(mut self, resource_id: impl Into<String>) -> Self {
        self.resource_id = Some(resource_id.into());
        self
    }

    /// Kind of instances to list. Only UCloud's SDK has this parameter; its test sends
    /// `single`. Known values: `distributed`, `single`, `performance`, `cluster`,
    /// `g4v6`.
    #[doc(alias = "ResourceType")]
    pub fn resource_type(mut self, resource_type: ResourceType) -> Self {
        self.resource_type = Some(resource_type);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_paged_request!(DescribeUMem => DescribeUMemResponse, ACTION);

impl<C> EncodeForm for DescribeUMem<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Limit", &self.limit);
        form.put("Offset", &self.offset);
        form.put("Protocol", &self.protocol);
        form.put("ResourceId", &self.resource_id);
        form.put("ResourceType", &self.resource_type);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for DescribeUMem<C> {
    type Item = UMemInstance;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.data_set
    }
}

impl<C: Clone + Send + Sync + 'static> Paged for DescribeUMem<C> {
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
        item.resource_id.as_deref()
    }
}

/// The reply to [`DescribeUMem`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUMemResponse {
    /// Total number of instances, on every page.
    #[doc(alias = "TotalCount")]
    pub total_count: Option<i64>,

    /// One entry per instance.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<UMemInstance>,

    metadata: Metadata,
}

impl_response!(DescribeUMemResponse);

impl Object for DescribeUMemResponse {
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
