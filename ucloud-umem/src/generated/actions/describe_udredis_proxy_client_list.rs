// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUDRedisProxyClientList.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::models::ProxyClient;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUDRedisProxyClientList",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Lists the clients that are connected to a proxy.
///
/// Each entry counts the connections from one client address.
///
/// Effect: read; it is retried freely. The vendor has no page of it; it is known from
/// `sdk-python 0.11.150`.
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_udredis_proxy_client_list("umem-4mzp0vqe", "uhproxy-1c4tvq0s")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUDRedisProxyClientList<C = ()> {
    call: Call<C>,
    space_id: String,
    proxy_id: String,
}

impl DescribeUDRedisProxyClientList {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `space_id`: Space that the proxy belongs to.
    /// - `proxy_id`: Proxy to look at, by the `ProxyId` that `DescribeUDRedisProxyInfo`
    ///   lists.
    pub fn new(space_id: impl Into<String>, proxy_id: impl Into<String>) -> Self {
        Self::on((), space_id, proxy_id)
    }
}

impl<C> DescribeUDRedisProxyClientList<C> {
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

impl_request!(
    DescribeUDRedisProxyClientList => DescribeUDRedisProxyClientListResponse, ACTION
);

impl<C> EncodeForm for DescribeUDRedisProxyClientList<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("ProxyId", &self.proxy_id);
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`DescribeUDRedisProxyClientList`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUDRedisProxyClientListResponse {
    /// Connections to the proxy in all.
    #[doc(alias = "Count")]
    pub count: i64,

    /// One entry per client address, all at once.
    #[doc(alias = "ProxyClientList")]
    pub proxy_client_list: Vec<ProxyClient>,

    /// Time at which the connections were counted.
    #[doc(alias = "Time")]
    pub time: Option<Timestamp>,

    metadata: Metadata,
}

impl_response!(DescribeUDRedisProxyClientListResponse);

impl Object for DescribeUDRedisProxyClientListResponse {
    fn required(&self) -> &'static [&'static str] {
        &["Count", "ProxyClientList"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["Time"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Count" => (0, Slot::Scalar(&mut self.count)),
            "ProxyClientList" => (1, Slot::Objects(&mut self.proxy_client_list)),
            "Time" => (2, Slot::Scalar(&mut self.time)),
            _ => return None,
        };
        Some(slot)
    }
}
