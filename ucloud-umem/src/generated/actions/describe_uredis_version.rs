// Written by `cargo xtask regenerate` from api-spec/actions/DescribeURedisVersion.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::models::URedisVersion;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeURedisVersion",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Lists the versions of Redis that a zone offers.
///
/// The values for `Version` of `CreateURedisGroup`.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.describe_uredis_version().send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_uredis_version
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeURedisVersion<C = ()> {
    call: Call<C>,
}

impl DescribeURedisVersion {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    pub fn new() -> Self {
        Self::on(())
    }
}

impl Default for DescribeURedisVersion {
    fn default() -> Self {
        Self::new()
    }
}

impl<C> DescribeURedisVersion<C> {
    pub(crate) fn on(client: C) -> Self {
        Self { call: Call::new(client) }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DescribeURedisVersion => DescribeURedisVersionResponse, ACTION);

impl<C> EncodeForm for DescribeURedisVersion<C> {
    fn parameters(&self, _: &mut Form<'_>) {}
}

/// The reply to [`DescribeURedisVersion`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeURedisVersionResponse {
    /// One entry per version.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<URedisVersion>,

    /// Number of versions.
    #[doc(alias = "TotalCount")]
    pub total_count: Option<i64>,

    metadata: Metadata,
}

impl_response!(DescribeURedisVersionResponse);

impl Object for DescribeURedisVersionResponse {
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
