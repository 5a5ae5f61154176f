// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUDRedisProxyInfo.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::models::UDRedisProxy;
use crate::paging::Listing;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUDRedisProxyInfo",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Lists the proxies of a distributed Redis space.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.describe_udredis_proxy_info("umem-4mzp0vqe").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_ud_redis_proxy_info
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUDRedisProxyInfo<C = ()> {
    call: Call<C>,
    space_id: String,
}

impl DescribeUDRedisProxyInfo {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `space_id`: Space whose proxies are listed.
    pub fn new(space_id: impl Into<String>) -> Self {
        Self::on((), space_id)
    }
}

impl<C> DescribeUDRedisProxyInfo<C> {
    pub(crate) fn on(client: C, space_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DescribeUDRedisProxyInfo => DescribeUDRedisProxyInfoResponse, ACTION);

impl<C> EncodeForm for DescribeUDRedisProxyInfo<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("SpaceId", &self.space_id);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for DescribeUDRedisProxyInfo<C> {
    type Item = UDRedisProxy;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.data_set
    }
}

/// The reply to [`DescribeUDRedisProxyInfo`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUDRedisProxyInfoResponse {
    /// One entry per proxy, all at once.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<UDRedisProxy>,

    metadata: Metadata,
}

impl_response!(DescribeUDRedisProxyInfoResponse);

impl Object for DescribeUDRedisProxyInfoResponse {
    fn required(&self) -> &'static [&'static str] {
        &["DataSet"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "DataSet" => (0, Slot::Objects(&mut self.data_set)),
            _ => return None,
        };
        Some(slot)
    }
}
