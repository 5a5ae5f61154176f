// Written by `cargo xtask regenerate` from api-spec/actions/ModifyURedisConfig.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ModifyURedisConfig",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Changes one setting of a configuration for Redis groups.
///
/// If the group was created with a default configuration, `GroupId` names it. A default
/// configuration is `Unmodifiable`, so each such call may make a new one; UCloud does
/// not document it. UCloud does not document either if a setting takes effect without a
/// restart. No action shows the settings of a configuration; `ModifyTime` of
/// `DescribeURedisConfig` is the only trace of a change.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client
///     .modify_uredis_config(
///         "6c9298a3-9d7f-428c-b1d0-e87ab3b8a1ea",
///         "maxmemory-policy",
///         "allkeys-lru",
///     )
///     .group_id("uredis-2vbhj1de")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/modify_uredis_config
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ModifyURedisConfig<C = ()> {
    call: Call<C>,
    config_id: String,
    key: String,
    value: String,
    group_id: Option<String>,
    region_flag: Option<bool>,
}

impl ModifyURedisConfig {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `config_id`: Configuration to change.
    /// - `key`: Name of the setting.
    /// - `value`: New value of the setting.
    pub fn new(
        config_id: impl Into<String>,
        key: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        Self::on((), config_id, key, value)
    }
}

impl<C> ModifyURedisConfig<C> {
    pub(crate) fn on(
        client: C,
        config_id: impl Into<String>,
        key: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        Self {
            call: Call::new(client),
            config_id: config_id.into(),
            key: key.into(),
            value: value.into(),
            group_id: None,
            region_flag: None,
        }
    }

    /// Group that uses the configuration; required where the group was created with a
    /// default configuration.
    #[doc(alias = "GroupId")]
    pub fn group_id(mut self, group_id: impl Into<String>) -> Self {
        self.group_id = Some(group_id.into());
        self
    }

    /// `true` if the group is spread over two zones. Default: `false`.
    #[doc(alias = "RegionFlag")]
    pub fn region_flag(mut self, region_flag: bool) -> Self {
        self.region_flag = Some(region_flag);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(ModifyURedisConfig => ModifyURedisConfigResponse, ACTION);

impl<C> EncodeForm for ModifyURedisConfig<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("ConfigId", &self.config_id);
        form.put("GroupId", &self.group_id);
        form.put("Key", &self.key);
        form.put("RegionFlag", &self.region_flag);
        form.put("Value", &self.value);
    }
}

/// The reply to [`ModifyURedisConfig`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ModifyURedisConfigResponse {
    metadata: Metadata,
}

impl_response!(ModifyURedisConfigResponse);

impl Object for ModifyURedisConfigResponse {}
