// Written by `cargo xtask regenerate` from api-spec/actions/UpdateURedisRewriteTime.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "UpdateURedisRewriteTime",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Sets the maintenance hour of a Redis group.
///
/// UCloud calls it the rewrite time here, and the maintenance time in the lists of
/// groups.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client
///     .update_uredis_rewrite_time("uredis-2vbhj1de", 3)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/update_uredis_rewrite_time
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateURedisRewriteTime<C = ()> {
    call: Call<C>,
    group_id: String,
    rewrite_time: i64,
    slave_zone: Option<String>,
}

impl UpdateURedisRewriteTime {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `group_id`: Group to change, by its id. UCloud documents it as the name.
    /// - `rewrite_time`: Hour of the day: 0 to 23. Range and unit are not documented by
    ///   UCloud here; the lists of groups have an hour of the same name.
    pub fn new(group_id: impl Into<String>, rewrite_time: i64) -> Self {
        Self::on((), group_id, rewrite_time)
    }
}

impl<C> UpdateURedisRewriteTime<C> {
    pub(crate) fn on(client: C, group_id: impl Into<String>, rewrite_time: i64) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
            rewrite_time,
            slave_zone: None,
        }
    }

    /// Zone of the replica, if the group is spread over two zones: in the same region as
    /// `Zone`, but another zone.
    #[doc(alias = "SlaveZone")]
    pub fn slave_zone(mut self, slave_zone: impl Into<String>) -> Self {
        self.slave_zone = Some(slave_zone.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(UpdateURedisRewriteTime => UpdateURedisRewriteTimeResponse, ACTION);

impl<C> EncodeForm for UpdateURedisRewriteTime<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
        form.put("RewriteTime", &self.rewrite_time);
        form.put("SlaveZone", &self.slave_zone);
    }
}

/// The reply to [`UpdateURedisRewriteTime`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct UpdateURedisRewriteTimeResponse {
    metadata: Metadata,
}

impl_response!(UpdateURedisRewriteTimeResponse);

impl Object for UpdateURedisRewriteTimeResponse {}
