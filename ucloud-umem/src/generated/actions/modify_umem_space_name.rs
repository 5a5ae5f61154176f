// Written by `cargo xtask regenerate` from api-spec/actions/ModifyUMemSpaceName.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ModifyUMemSpaceName",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Renames a distributed Redis space.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client
///     .modify_umem_space_name("umem-4mzp0vqe", "orders-cache")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/modify_umem_space_name
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ModifyUMemSpaceName<C = ()> {
    call: Call<C>,
    space_id: String,
    name: String,
}

impl ModifyUMemSpaceName {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `space_id`: Space to rename.
    /// - `name`: New name of the space, 6 to 63 characters long.
    pub fn new(space_id: impl Into<String>, name: impl Into<String>) -> Self {
        Self::on((), space_id, name)
    }
}

impl<C> ModifyUMemSpaceName<C> {
    pub(crate) fn on(
        client: C,
        space_id: impl Into<String>,
        name: impl Into<String>,
    ) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
            name: name.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(ModifyUMemSpaceName => ModifyUMemSpaceNameResponse, ACTION);

impl<C> EncodeForm for ModifyUMemSpaceName<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Name", &self.name);
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`ModifyUMemSpaceName`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ModifyUMemSpaceNameResponse {
    metadata: Metadata,
}

impl_response!(ModifyUMemSpaceNameResponse);

impl Object for ModifyUMemSpaceNameResponse {}
