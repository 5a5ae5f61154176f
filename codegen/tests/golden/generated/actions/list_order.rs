// Written by `cargo xtask regenerate` from api-spec/actions/ListOrder.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::Heat;
use crate::models::{Item10, Item2};
use crate::paging::Listing;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ListOrder",
    effect: Effect::Read,
    region: Presence::Absent,
    zone: Presence::Absent,
    verify: None,
};

/// List the orders of a table.
///
/// All of them at once.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::Heat;
///
/// let response = client.list_order("order-id", Heat::Empty).send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.kitchen.example/api/kitchen/list_order
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListOrder<C = ()> {
    call: Call<C>,
    order_id: String,
    heat: Heat,
}

impl ListOrder {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `order_id`: Order that is looked for.
    /// - `heat`: How hot it was ordered.
    pub fn new(order_id: impl Into<String>, heat: Heat) -> Self {
        Self::on((), order_id, heat)
    }
}

impl<C> ListOrder<C> {
    pub(crate) fn on(client: C, order_id: impl Into<String>, heat: Heat) -> Self {
        Self {
            call: Call::new(client),
            order_id: order_id.into(),
            heat,
        }
    }

    common_setters!(project_id);
}

impl_request!(ListOrder => ListOrderResponse, ACTION);

impl<C> EncodeForm for ListOrder<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Heat", &self.heat);
        form.put("OrderId", &self.order_id);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for ListOrder<C> {
    type Item = Item10;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.orders
    }
}

/// The reply to [`ListOrder`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ListOrderResponse {
    /// The orders.
    #[doc(alias = "Orders")]
    pub orders: Vec<Item10>,

    /// Orders of other tables.
    #[doc(alias = "Others")]
    pub others: Vec<Item2>,

    metadata: Metadata,
}

impl_response!(ListOrderResponse);

impl Object for ListOrderResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["Orders", "Others"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Orders" => (0, Slot::Objects(&mut self.orders)),
            "Others" => (1, Slot::Objects(&mut self.others)),
            _ => return None,
        };
        Some(slot)
    }
}
