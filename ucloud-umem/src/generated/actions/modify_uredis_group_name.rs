// Written by `cargo xtask regenerate` from api-spec/actions/ModifyURedisGroupName.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ModifyURedisGroupName",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Renames a Redis group.
///
/// The id of the group stays the same.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client
///     .modify_uredis_group_name("uredis-2vbhj1de", "orders-cache")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/modify_uredis_group_name
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ModifyURedisGroupName<C = ()> {
    call: Call<C>,
    group_id: String,
    name: String,
}

impl ModifyURedisGroupName {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `group_id`: Group to rename.
    /// - `name`: New name: 6 to 63 letters, digits, `-` and `_`.
    pub fn new(group_id: impl Into<String>, name: impl Into<String>) -> Self {
        Self::on((), group_id, name)
    }
}

impl<C> ModifyURedisGroupName<C> {
    pub(crate) fn on(
        client: C,
        group_id: impl Into<String>,
        name: impl Into<String>,
    ) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
            name: name.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(ModifyURedisGroupName => ModifyURedisGroupNameResponse, ACTION);

impl<C> EncodeForm for ModifyURedisGroupName<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
        form.put("Name", &self.name);
    }
}

/// The reply to [`ModifyURedisGroupName`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ModifyURedisGroupNameResponse {
    metadata: Metadata,
}

impl_response!(ModifyURedisGroupNameResponse);

impl Object for ModifyURedisGroupNameResponse {}
