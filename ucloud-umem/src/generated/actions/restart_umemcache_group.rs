// Written by `cargo xtask regenerate` from api-spec/actions/RestartUMemcacheGroup.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "RestartUMemcacheGroup",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Restarts a Memcached group.
///
/// UCloud does not document what happens to the data. Memcached keeps it in memory only,
/// so expect an empty cache and broken connections. Each execution is one more restart.
/// `DescribeUMemcacheGroup` shows `Restarting` during the restart, but no action shows
/// afterwards that a group was restarted: you cannot wait for a restart safely.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client.restart_umemcache_group("umemcache-5gk2wzqd").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/restart_umem_cache_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct RestartUMemcacheGroup<C = ()> {
    call: Call<C>,
    group_id: String,
}

impl RestartUMemcacheGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `group_id`: Group to restart, such as `umemcache-00abc`.
    pub fn new(group_id: impl Into<String>) -> Self {
        Self::on((), group_id)
    }
}

impl<C> RestartUMemcacheGroup<C> {
    pub(crate) fn on(client: C, group_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(RestartUMemcacheGroup => RestartUMemcacheGroupResponse, ACTION);

impl<C> EncodeForm for RestartUMemcacheGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
    }
}

/// The reply to [`RestartUMemcacheGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct RestartUMemcacheGroupResponse {
    metadata: Metadata,
}

impl_response!(RestartUMemcacheGroupResponse);

impl Object for RestartUMemcacheGroupResponse {}
