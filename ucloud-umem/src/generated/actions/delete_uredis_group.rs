// Written by `cargo xtask regenerate` from api-spec/actions/DeleteURedisGroup.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DeleteURedisGroup",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: Some("DescribeUMem"),
};

/// Deletes a Redis group.
///
/// The data in the group is lost. UCloud does not document what happens to its backups.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. After a lost response, check with
/// [`DescribeUMem`](crate::actions::DescribeUMem). See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client.delete_uredis_group("uredis-2vbhj1de").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/delete_uredis_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteURedisGroup<C = ()> {
    call: Call<C>,
    group_id: String,
}

impl DeleteURedisGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `group_id`: Group to delete.
    pub fn new(group_id: impl Into<String>) -> Self {
        Self::on((), group_id)
    }
}

impl<C> DeleteURedisGroup<C> {
    pub(crate) fn on(client: C, group_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DeleteURedisGroup => DeleteURedisGroupResponse, ACTION);

impl<C> EncodeForm for DeleteURedisGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
    }
}

/// The reply to [`DeleteURedisGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DeleteURedisGroupResponse {
    metadata: Metadata,
}

impl_response!(DeleteURedisGroupResponse);

impl Object for DeleteURedisGroupResponse {}
