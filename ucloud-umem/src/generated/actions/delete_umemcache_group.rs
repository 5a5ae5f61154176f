// Written by `cargo xtask regenerate` from api-spec/actions/DeleteUMemcacheGroup.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DeleteUMemcacheGroup",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: Some("DescribeUMemcacheGroup"),
};

/// Deletes a Memcached group.
///
/// The data in the group is lost. `DescribeUMemcacheGroup` shows it as `Deleting` until
/// it is gone.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. After a lost response, check with
/// [`DescribeUMemcacheGroup`](crate::actions::DescribeUMemcacheGroup). See [the vendor's
/// page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client.delete_umemcache_group("umemcache-5gk2wzqd").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/delete_umem_cache_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteUMemcacheGroup<C = ()> {
    call: Call<C>,
    group_id: String,
}

impl DeleteUMemcacheGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `group_id`: Group to delete, such as `umemcache-00abc`.
    pub fn new(group_id: impl Into<String>) -> Self {
        Self::on((), group_id)
    }
}

impl<C> DeleteUMemcacheGroup<C> {
    pub(crate) fn on(client: C, group_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DeleteUMemcacheGroup => DeleteUMemcacheGroupResponse, ACTION);

impl<C> EncodeForm for DeleteUMemcacheGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
    }
}

/// The reply to [`DeleteUMemcacheGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DeleteUMemcacheGroupResponse {
    metadata: Metadata,
}

impl_response!(DeleteUMemcacheGroupResponse);

impl Object for DeleteUMemcacheGroupResponse {}
