// Written by `cargo xtask regenerate` from api-spec/actions/CloseKitchen.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "CloseKitchen",
    effect: Effect::Idempotent,
    region: Presence::Absent,
    zone: Presence::Absent,
    verify: None,
};

/// Close the kitchen.
///
/// Nothing is asked and nothing answered.
///
/// **Deprecated:** It never closes. \<script>alert(2)\</script> \<b> "\] fn main() {}
/// \*/ <https://a.example> \[Vec\].
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. The vendor has no page of it; it is known from `sdk-kitchen 2.1.0`.
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client.close_kitchen().send().await?;
/// # Ok(())
/// # }
/// ```
///
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct CloseKitchen<C = ()> {
    call: Call<C>,
}

impl CloseKitchen {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    pub fn new() -> Self {
        Self::on(())
    }
}

impl Default for CloseKitchen {
    fn default() -> Self {
        Self::new()
    }
}

impl<C> CloseKitchen<C> {
    pub(crate) fn on(client: C) -> Self {
        Self { call: Call::new(client) }
    }

    common_setters!(project_id);
}

impl_request!(CloseKitchen => CloseKitchenResponse, ACTION);

impl<C> EncodeForm for CloseKitchen<C> {
    fn parameters(&self, _: &mut Form<'_>) {}
}

/// The reply to [`CloseKitchen`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CloseKitchenResponse {
    metadata: Metadata,
}

impl_response!(CloseKitchenResponse);

impl Object for CloseKitchenResponse {}
