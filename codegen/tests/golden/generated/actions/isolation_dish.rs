// Written by `cargo xtask regenerate` from api-spec/actions/ISolationDish.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ISolationDish",
    effect: Effect::Idempotent,
    region: Presence::Absent,
    zone: Presence::Absent,
    verify: None,
};

/// Keep a dish apart.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client.isolation_dish("aof-id", "ufry-id").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.kitchen.example/api/kitchen/isolation_dish
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct IsolationDish<C = ()> {
    call: Call<C>,
    aof_id: String,
    ufry_id: String,
    enable_ipv6: Option<bool>,
}

impl IsolationDish {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `aof_id`: Words of the product, spelled in types as it says.
    /// - `ufry_id`: Required but not in the example.
    pub fn new(aof_id: impl Into<String>, ufry_id: impl Into<String>) -> Self {
        Self::on((), aof_id, ufry_id)
    }
}

impl<C> IsolationDish<C> {
    pub(crate) fn on(
        client: C,
        aof_id: impl Into<String>,
        ufry_id: impl Into<String>,
    ) -> Self {
        Self {
            call: Call::new(client),
            aof_id: aof_id.into(),
            ufry_id: ufry_id.into(),
            enable_ipv6: None,
        }
    }

    /// Digits stay with the word before them.
    #[doc(alias = "EnableIPV6")]
    pub fn enable_ipv6(mut self, enable_ipv6: bool) -> Self {
        self.enable_ipv6 = Some(enable_ipv6);
        self
    }

    common_setters!(project_id);
}

impl_request!(IsolationDish => IsolationDishResponse, ACTION);

impl<C> EncodeForm for IsolationDish<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("AOFId", &self.aof_id);
        form.put("EnableIPV6", &self.enable_ipv6);
        form.put("UFryId", &self.ufry_id);
    }
}

/// The reply to [`IsolationDish`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct IsolationDishResponse {
    metadata: Metadata,
}

impl_response!(IsolationDishResponse);

impl Object for IsolationDishResponse {}
