// Written by `cargo xtask regenerate` from api-spec/actions/DeleteUMemSpace.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DeleteUMemSpace",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: Some("DescribeUMem"),
};

/// Deletes a distributed Redis space.
///
/// The data in the space is lost. UCloud does not document what happens to its backups.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. After a lost response, check with
/// [`DescribeUMem`](crate::actions::DescribeUMem). See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client.delete_umem_space("umem-4mzp0vqe").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/delete_umem_space
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteUMemSpace<C = ()> {
    call: Call<C>,
    space_id: String,
}

impl DeleteUMemSpace {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `space_id`: Space to delete.
    pub fn new(space_id: impl Into<String>) -> Self {
        Self::on((), space_id)
    }
}

impl<C> DeleteUMemSpace<C> {
    pub(crate) fn on(client: C, space_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DeleteUMemSpace => DeleteUMemSpaceResponse, ACTION);

impl<C> EncodeForm for DeleteUMemSpace<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`DeleteUMemSpace`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DeleteUMemSpaceResponse {
    metadata: Metadata,
}

impl_response!(DeleteUMemSpaceResponse);

impl Object for DeleteUMemSpaceResponse {}
