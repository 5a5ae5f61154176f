// Written by `cargo xtask regenerate` from api-spec/actions/RemoveUDRedisData.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "RemoveUDRedisData",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: Some("DescribeUMem"),
};

/// Deletes the data in a distributed Redis space.
///
/// The space stays, its data does not. A second execution also deletes what was written
/// since the first. `DescribeUMem` shows how much memory is in use.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with [`DescribeUMem`](crate::actions::DescribeUMem). See
/// [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client.remove_udredis_data("umem-4mzp0vqe").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/remove_ud_redis_data
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct RemoveUDRedisData<C = ()> {
    call: Call<C>,
    space_id: String,
}

impl RemoveUDRedisData {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `space_id`: Space whose data is deleted.
    pub fn new(space_id: impl Into<String>) -> Self {
        Self::on((), space_id)
    }
}

impl<C> RemoveUDRedisData<C> {
    pub(crate) fn on(client: C, space_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(RemoveUDRedisData => RemoveUDRedisDataResponse, ACTION);

impl<C> EncodeForm for RemoveUDRedisData<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`RemoveUDRedisData`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct RemoveUDRedisDataResponse {
    metadata: Metadata,
}

impl_response!(RemoveUDRedisDataResponse);

impl Object for RemoveUDRedisDataResponse {}
