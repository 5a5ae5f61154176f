// Written by `cargo xtask regenerate` from api-spec/actions/StartURedisGroup.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "StartURedisGroup",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Starts a closed Redis group.
///
/// UCloud does not document the state of a group that `ShutdownURedisGroup` has shut
/// down. `DescribeUMem` shows a closed group as `ISolation`.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client.start_uredis_group("uredis-2vbhj1de").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/start_uredis_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct StartURedisGroup<C = ()> {
    call: Call<C>,
    group_id: String,
}

impl StartURedisGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `group_id`: Group to start.
    pub fn new(group_id: impl Into<String>) -> Self {
        Self::on((), group_id)
    }
}

impl<C> StartURedisGroup<C> {
    pub(crate) fn on(client: C, group_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(StartURedisGroup => StartURedisGroupResponse, ACTION);

impl<C> EncodeForm for StartURedisGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
    }
}

/// The reply to [`StartURedisGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct StartURedisGroupResponse {
    metadata: Metadata,
}

impl_response!(StartURedisGroupResponse);

impl Object for StartURedisGroupResponse {}
