// Written by `cargo xtask regenerate` from api-spec/actions/DeleteUDRedisProxy.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DeleteUDRedisProxy",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: Some("DescribeUDRedisProxyInfo"),
};

/// Deletes a proxy of a distributed Redis space.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. After a lost response, check with
/// [`DescribeUDRedisProxyInfo`](crate::actions::DescribeUDRedisProxyInfo). See [the
/// vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client
///     .delete_udredis_proxy("umem-4mzp0vqe", "uhproxy-1c4tvq0s")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/delete_ud_redis_proxy
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteUDRedisProxy<C = ()> {
    call: Call<C>,
    space_id: String,
    proxy_id: String,
}

impl DeleteUDRedisProxy {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `space_id`: Space that the proxy belongs to.
    /// - `proxy_id`: Proxy to delete, by the `ProxyId` that `DescribeUDRedisProxyInfo`
    ///   lists. UCloud's command line passes the `ResourceId` of `CreateUDRedisUhproxy`.
    pub fn new(space_id: impl Into<String>, proxy_id: impl Into<String>) -> Self {
        Self::on((), space_id, proxy_id)
    }
}

impl<C> DeleteUDRedisProxy<C> {
    pub(crate) fn on(
        client: C,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
    ) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
            proxy_id: proxy_id.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DeleteUDRedisProxy => DeleteUDRedisProxyResponse, ACTION);

impl<C> EncodeForm for DeleteUDRedisProxy<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("ProxyId", &self.proxy_id);
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`DeleteUDRedisProxy`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DeleteUDRedisProxyResponse {
    metadata: Metadata,
}

impl_response!(DeleteUDRedisProxyResponse);

impl Object for DeleteUDRedisProxyResponse {}
