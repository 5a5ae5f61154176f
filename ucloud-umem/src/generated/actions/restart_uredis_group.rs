// Written by `cargo xtask regenerate` from api-spec/actions/RestartURedisGroup.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "RestartURedisGroup",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Restarts a Redis group.
///
/// Each execution is one more restart. No action shows that a group was restarted:
/// `DescribeUMem` may show `Running` all the time. You cannot wait for a restart.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client.restart_uredis_group("uredis-2vbhj1de").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/restart_uredis_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct RestartURedisGroup<C = ()> {
    call: Call<C>,
    group_id: String,
}

impl RestartURedisGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `group_id`: Group to restart.
    pub fn new(group_id: impl Into<String>) -> Self {
        Self::on((), group_id)
    }
}

impl<C> RestartURedisGroup<C> {
    pub(crate) fn on(client: C, group_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(RestartURedisGroup => RestartURedisGroupResponse, ACTION);

impl<C> EncodeForm for RestartURedisGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
    }
}

/// The reply to [`RestartURedisGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct RestartURedisGroupResponse {
    metadata: Metadata,
}

impl_response!(RestartURedisGroupResponse);

impl Object for RestartURedisGroupResponse {}
