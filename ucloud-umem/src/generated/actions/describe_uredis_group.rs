// Written by `cargo xtask regenerate` from api-spec/actions/DescribeURedisGroup.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::models::URedisGroup;
use crate::paging::{Listing, Paged, impl_paged_request};
use crate::request::{Action, Call, Effect, Presence, common_setters};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeURedisGroup",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Lists the Redis groups, or describes one.
///
/// **Deprecated:** Use `DescribeUMem`, which lists instances of every kind.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_uredis_group()
///     .group_id("uredis-2vbhj1de")
///     .limit(20)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_uredis_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeURedisGroup<C = ()> {
    call: Call<C>,
    group_id: Option<String>,
    offset: Option<i64>,
    limit: Option<i64>,
}

impl DescribeURedisGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    pub fn new() -> Self {
        Self::on(())
    }
}

impl Default for DescribeURedisGroup {
    fn default() -> Self {
        Self::new()
    }
}

impl<C> DescribeURedisGroup<C> {
    pub(crate) fn on(client: C) -> Self {
        Self {
            call: Call::new(client),
            group_id: None,
            offset: None,
            limit: None,
        }
    }

    /// Group to describe. Without it all groups are listed, and UCloud requires `Offset`
    /// and `Limit`, although both have defaults.
    #[doc(alias = "GroupId")]
    pub fn group_id(mut self, group_id: impl Into<String>) -> Self {
        self.group_id = Some(group_id.into());
        self
    }

    /// Number of groups to skip. Default: 0.
    #[doc(alias = "Offset")]
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Maximum number of groups to return. Default: 20.
    #[doc(alias = "Limit")]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_paged_request!(DescribeURedisGroup => DescribeURedisGroupResponse, ACTION);

impl<C> EncodeForm for DescribeURedisGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
        form.put("Limit", &self.limit);
        form.put("Offset", &self.offset);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for DescribeURedisGroup<C> {
    type Item = URedisGroup;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.data_set
    }
}

impl<C: Clone + Send + Sync + 'static> Paged for DescribeURedisGroup<C> {
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
        item.group_id.as_deref()
    }
}

/// The reply to [`DescribeURedisGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeURedisGroupResponse {
    /// Total number of groups, on every page. UCloud documents a number of nodes; its
    /// example has one group and the number 1.
    #[doc(alias = "TotalCount")]
    pub total_count: Option<i64>,

    /// One entry per group.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<URedisGroup>,

    metadata: Metadata,
}

impl_response!(DescribeURedisGroupResponse);

impl Object for DescribeURedisGroupResponse {
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
