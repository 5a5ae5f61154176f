// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUDRedisSlowlog.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::models::UDRedisSlowlog;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUDRedisSlowlog",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Reads the slow log of a distributed Redis space.
///
/// Slow commands, up to `Limit` of them. There is no `Offset`: to see more, set a higher
/// `Limit`. The action requires an instance, and accepts a space and a proxy. UCloud
/// does not document how the three are related.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_udredis_slowlog("umem-4mzp0vqe")
///     .proxy_id("uhproxy-1c4tvq0s")
///     .limit(20)
///     .space_id("umem-4mzp0vqe")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_ud_redis_slowlog
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUDRedisSlowlog<C = ()> {
    call: Call<C>,
    instance_id: String,
    proxy_id: Option<String>,
    limit: Option<i64>,
    space_id: Option<String>,
}

impl DescribeUDRedisSlowlog {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `instance_id`: Instance whose slow log is read. UCloud does not document the kind
    /// of this id.
    pub fn new(instance_id: impl Into<String>) -> Self {
        Self::on((), instance_id)
    }
}

impl<C> DescribeUDRedisSlowlog<C> {
    pub(crate) fn on(client: C, instance_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            instance_id: instance_id.into(),
            proxy_id: None,
            limit: None,
            space_id: None,
        }
    }

    /// Proxy of the space.
    #[doc(alias = "ProxyId")]
    pub fn proxy_id(mut self, proxy_id: impl Into<String>) -> Self {
        self.proxy_id = Some(proxy_id.into());
        self
    }

    /// Maximum number of entries to return. Default: 10.
    #[doc(alias = "Limit")]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Distributed Redis space.
    #[doc(alias = "SpaceId")]
    pub fn space_id(mut self, space_id: impl Into<String>) -> Self {
        self.space_id = Some(space_id.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DescribeUDRedisSlowlog => DescribeUDRedisSlowlogResponse, ACTION);

impl<C> EncodeForm for DescribeUDRedisSlowlog<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("InstanceId", &self.instance_id);
        form.put("Limit", &self.limit);
        form.put("ProxyId", &self.proxy_id);
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`DescribeUDRedisSlowlog`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUDRedisSlowlogResponse {
    /// Entries in all, of which the response has at most `Limit`.
    #[doc(alias = "TotalCount")]
    pub total_count: i64,

    /// One entry per slow command.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<UDRedisSlowlog>,

    metadata: Metadata,
}

impl_response!(DescribeUDRedisSlowlogResponse);

impl Object for DescribeUDRedisSlowlogResponse {
    fn required(&self) -> &'static [&'static str] {
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
