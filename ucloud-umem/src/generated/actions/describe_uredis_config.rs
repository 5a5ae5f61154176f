// Written by `cargo xtask regenerate` from api-spec/actions/DescribeURedisConfig.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::models::URedisConfig;
use crate::paging::{Listing, Paged, impl_paged_request};
use crate::request::{Action, Call, Effect, Presence, common_setters};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeURedisConfig",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Lists the configurations for Redis groups.
///
/// The response contains names and times of the configurations, but not their settings.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.describe_uredis_config().limit(20).send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_uredis_config
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeURedisConfig<C = ()> {
    call: Call<C>,
    region_flag: Option<bool>,
    version: Option<String>,
    config_id: Option<String>,
    offset: Option<i64>,
    limit: Option<i64>,
}

impl DescribeURedisConfig {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    pub fn new() -> Self {
        Self::on(())
    }
}

impl Default for DescribeURedisConfig {
    fn default() -> Self {
        Self::new()
    }
}

impl<C> DescribeURedisConfig<C> {
    pub(crate) fn on(client: C) -> Self {
        Self {
            call: Call::new(client),
            region_flag: None,
            version: None,
            config_id: None,
            offset: None,
            limit: None,
        }
    }

    /// `true` to list configurations for groups that are spread over two zones. Default:
    /// `false`.
    #[doc(alias = "RegionFlag")]
    pub fn region_flag(mut self, region_flag: bool) -> Self {
        self.region_flag = Some(region_flag);
        self
    }

    /// Lists configurations for this version of Redis only.
    #[doc(alias = "Version")]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Lists this configuration only.
    #[doc(alias = "ConfigId")]
    pub fn config_id(mut self, config_id: impl Into<String>) -> Self {
        self.config_id = Some(config_id.into());
        self
    }

    /// Number of configurations to skip. Default: 0.
    #[doc(alias = "Offset")]
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Maximum number of configurations to return. Default: 10.
    #[doc(alias = "Limit")]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_paged_request!(DescribeURedisConfig => DescribeURedisConfigResponse, ACTION);

impl<C> EncodeForm for DescribeURedisConfig<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("ConfigId", &self.config_id);
        form.put("Limit", &self.limit);
        form.put("Offset", &self.offset);
        form.put("RegionFlag", &self.region_flag);
        form.put("Version", &self.version);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for DescribeURedisConfig<C> {
    type Item = URedisConfig;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.data_set
    }
}

impl<C: Clone + Send + Sync + 'static> Paged for DescribeURedisConfig<C> {
    fn offset(&self) -> Option<i64> {
        self.offset
    }

    fn set_offset(&mut self, offset: i64) {
        self.offset = Some(offset);
    }

    fn limit(&self) -> Option<i64> {
        self.limit.or(Some(10))
    }

    fn total(response: &Self::Response) -> Option<i64> {
        response.total_count
    }

    fn key(item: &Self::Item) -> Option<&str> {
        item.config_id.as_deref()
    }
}

/// The reply to [`DescribeURedisConfig`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeURedisConfigResponse {
    /// Configurations that fit the request, on all pages together.
    #[doc(alias = "TotalCount")]
    pub total_count: Option<i64>,

    /// One entry per configuration.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<URedisConfig>,

    metadata: Metadata,
}

impl_response!(DescribeURedisConfigResponse);

impl Object for DescribeURedisConfigResponse {
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
