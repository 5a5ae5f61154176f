// Written by `cargo xtask regenerate` from api-spec/actions/ResizeUhproxy.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ResizeUhproxy",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: Some("DescribeUDRedisProxyInfo"),
};

/// Changes the CPU cores of a proxy of a distributed Redis space.
///
/// The price depends on the cores. UCloud does not document what happens to open
/// connections.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with
/// [`DescribeUDRedisProxyInfo`](crate::actions::DescribeUDRedisProxyInfo). See [the
/// vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client
///     .resize_uhproxy("umem-4mzp0vqe", "uhproxy-1c4tvq0s", 4)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/resize_uhproxy
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ResizeUhproxy<C = ()> {
    call: Call<C>,
    space_id: String,
    proxy_id: String,
    new_cpu: i64,
    coupon_id: Option<String>,
}

impl ResizeUhproxy {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `space_id`: Space that the proxy belongs to.
    /// - `proxy_id`: Proxy to resize, by the `ProxyId` that `DescribeUDRedisProxyInfo`
    ///   lists. UCloud's command line passes the `ResourceId` of `CreateUDRedisUhproxy`.
    /// - `new_cpu`: New number of CPU cores of the proxy. Range not documented by
    ///   UCloud.
    pub fn new(
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
        new_cpu: i64,
    ) -> Self {
        Self::on((), space_id, proxy_id, new_cpu)
    }
}

impl<C> ResizeUhproxy<C> {
    pub(crate) fn on(
        client: C,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
        new_cpu: i64,
    ) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
            proxy_id: proxy_id.into(),
            new_cpu,
            coupon_id: None,
        }
    }

    /// Coupon to pay with.
    #[doc(alias = "CouponId")]
    pub fn coupon_id(mut self, coupon_id: impl Into<String>) -> Self {
        self.coupon_id = Some(coupon_id.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(ResizeUhproxy => ResizeUhproxyResponse, ACTION);

impl<C> EncodeForm for ResizeUhproxy<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("CouponId", &self.coupon_id);
        form.put("NewCPU", &self.new_cpu);
        form.put("ProxyId", &self.proxy_id);
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`ResizeUhproxy`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ResizeUhproxyResponse {
    metadata: Metadata,
}

impl_response!(ResizeUhproxyResponse);

impl Object for ResizeUhproxyResponse {}
