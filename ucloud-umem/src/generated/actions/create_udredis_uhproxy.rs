// Written by `cargo xtask regenerate` from api-spec/actions/CreateUDRedisUhproxy.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "CreateUDRedisUhproxy",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: Some("DescribeUDRedisProxyInfo"),
};

/// Adds proxies to a distributed Redis space.
///
/// `DescribeUDRedisProxyInfo` shows a proxy as `PROXY_NORMAL` once it can be used. Each
/// execution orders more proxies, which cost money.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with
/// [`DescribeUDRedisProxyInfo`](crate::actions::DescribeUDRedisProxyInfo). See [the
/// vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .create_udredis_uhproxy("umem-4mzp0vqe", 2)
///     .proxy_cnt(2)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/create_ud_redis_uhproxy
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateUDRedisUhproxy<C = ()> {
    call: Call<C>,
    space_id: String,
    cpu: i64,
    port: Option<i64>,
    proxy_cnt: Option<i64>,
    coupon_id: Option<String>,
}

impl CreateUDRedisUhproxy {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `space_id`: Space that the proxies are added to.
    /// - `cpu`: CPU cores of a proxy. Range not documented by UCloud.
    pub fn new(space_id: impl Into<String>, cpu: i64) -> Self {
        Self::on((), space_id, cpu)
    }
}

impl<C> CreateUDRedisUhproxy<C> {
    pub(crate) fn on(client: C, space_id: impl Into<String>, cpu: i64) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
            cpu,
            port: None,
            proxy_cnt: None,
            coupon_id: None,
        }
    }

    /// Port that the proxies listen on. Default: 6379.
    #[doc(alias = "Port")]
    pub fn port(mut self, port: i64) -> Self {
        self.port = Some(port);
        self
    }

    /// Number of proxies to add. Default not documented by UCloud.
    #[doc(alias = "ProxyCnt")]
    pub fn proxy_cnt(mut self, proxy_cnt: i64) -> Self {
        self.proxy_cnt = Some(proxy_cnt);
        self
    }

    /// Coupon to pay with.
    #[doc(alias = "CouponId")]
    pub fn coupon_id(mut self, coupon_id: impl Into<String>) -> Self {
        self.coupon_id = Some(coupon_id.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(CreateUDRedisUhproxy => CreateUDRedisUhproxyResponse, ACTION);

impl<C> EncodeForm for CreateUDRedisUhproxy<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("CPU", &self.cpu);
        form.put("CouponId", &self.coupon_id);
        form.put("Port", &self.port);
        form.put("ProxyCnt", &self.proxy_cnt);
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`CreateUDRedisUhproxy`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CreateUDRedisUhproxyResponse {
    /// Id of the new proxy as a resource. UCloud does not document if it is the
    /// `ProxyId` too: `DescribeUDRedisProxyInfo` has both, and UCloud's command line
    /// passes this id as `ProxyId`. With several new proxies, UCloud does not document
    /// which one it names.
    #[doc(alias = "ResourceId")]
    pub resource_id: String,

    metadata: Metadata,
}

impl_response!(CreateUDRedisUhproxyResponse);

impl Object for CreateUDRedisUhproxyResponse {
    fn required(&self) -> &'static [&'static str] {
        &["ResourceId"]
    }

    fn present(&self) -> &'static [&'static str] {
        &["ResourceId"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "ResourceId" => (0, Slot::Scalar(&mut self.resource_id)),
            _ => return None,
        };
        Some(slot)
    }
}
