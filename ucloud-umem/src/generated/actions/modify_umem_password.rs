// Written by `cargo xtask regenerate` from api-spec/actions/ModifyUMemPassword.yaml. Edit that instead.

use crate::Password;
use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ModifyUMemPassword",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Changes or clears the password of a distributed Redis space.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::Password;
///
/// let _response = client
///     .modify_umem_password("umem-4mzp0vqe", Password::new("correct_horse"))
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/modify_umem_password
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ModifyUMemPassword<C = ()> {
    call: Call<C>,
    space_id: String,
    password: Password,
}

impl ModifyUMemPassword {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `space_id`: Space whose password is changed.
    /// - `password`: New password, in plain text: 6 to 36 letters, digits, `-` and `_`.
    ///   An empty one clears it.
    pub fn new(space_id: impl Into<String>, password: Password) -> Self {
        Self::on((), space_id, password)
    }
}

impl<C> ModifyUMemPassword<C> {
    pub(crate) fn on(
        client: C,
        space_id: impl Into<String>,
        password: Password,
    ) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
            password,
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(ModifyUMemPassword => ModifyUMemPasswordResponse, ACTION);

impl<C> EncodeForm for ModifyUMemPassword<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.base64("Password", &self.password);
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`ModifyUMemPassword`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ModifyUMemPasswordResponse {
    metadata: Metadata,
}

impl_response!(ModifyUMemPasswordResponse);

impl Object for ModifyUMemPasswordResponse {}
