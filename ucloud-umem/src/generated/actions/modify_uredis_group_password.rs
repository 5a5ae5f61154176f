// Written by `cargo xtask regenerate` from api-spec/actions/ModifyURedisGroupPassword.yaml. Edit that instead.

use crate::Password;
use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::enums::ResourceType;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ModifyURedisGroupPassword",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Changes or clears the password of a Redis group.
///
/// Only the password of a primary can be changed; the service refuses it for replicas.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::Password;
///
/// let _response = client
///     .modify_uredis_group_password("uredis-2vbhj1de", Password::new("correct_horse"))
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/modify_uredis_group_password
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ModifyURedisGroupPassword<C = ()> {
    call: Call<C>,
    group_id: String,
    password: Password,
    resource_type: Option<ResourceType>,
}

impl ModifyURedisGroupPassword {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `group_id`: Group whose password is changed. It must be a primary group, not a
    ///   read-only replica of one.
    /// - `password`: New password, in plain text: 6 to 36 letters, digits, `-` and `_`.
    ///   An empty one clears it.
    pub fn new(group_id: impl Into<String>, password: Password) -> Self {
        Self::on((), group_id, password)
    }
}

impl<C> ModifyURedisGroupPassword<C> {
    pub(crate) fn on(
        client: C,
        group_id: impl Into<String>,
        password: Password,
    ) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
            password,
            resource_type: None,
        }
    }

    /// Kind of the instance. Only UCloud's SDK has this parameter; its test sends
    /// `single`. Known values: `distributed`, `single`, `performance`, `cluster`,
    /// `g4v6`.
    #[doc(alias = "ResourceType")]
    pub fn resource_type(mut self, resource_type: ResourceType) -> Self {
        self.resource_type = Some(resource_type);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(ModifyURedisGroupPassword => ModifyURedisGroupPasswordResponse, ACTION);

impl<C> EncodeForm for ModifyURedisGroupPassword<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
        form.base64("Password", &self.password);
        form.put("ResourceType", &self.resource_type);
    }
}

/// The reply to [`ModifyURedisGroupPassword`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ModifyURedisGroupPasswordResponse {
    metadata: Metadata,
}

impl_response!(ModifyURedisGroupPasswordResponse);

impl Object for ModifyURedisGroupPasswordResponse {}
