// Written by `cargo xtask regenerate` from api-spec/actions/DescribeDish.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::models::Dish;
use crate::paging::{Listing, Paged, impl_paged_request};
use crate::request::{Action, Call, Effect, Presence, common_setters};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeDish",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// List the dishes of a meal.
///
/// Dishes that are cooking and those that are done, page by page.
///
/// Sorted by:
///
/// - the order they were asked for, and then
/// - their price, highest first; see <https://docs.kitchen.example/api/prices>.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.describe_dish("meal-id").limit(50).send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.kitchen.example/api/kitchen/describe_dish
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeDish<C = ()> {
    call: Call<C>,
    meal_id: String,
    offset: Option<i64>,
    limit: Option<i64>,
}

impl DescribeDish {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `meal_id`: Meal whose dishes are listed.
    pub fn new(meal_id: impl Into<String>) -> Self {
        Self::on((), meal_id)
    }
}

impl<C> DescribeDish<C> {
    pub(crate) fn on(client: C, meal_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            meal_id: meal_id.into(),
            offset: None,
            limit: None,
        }
    }

    /// How many dishes to skip. Default: 0.
    #[doc(alias = "Offset")]
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Most dishes to return. Default: 20.
    #[doc(alias = "Limit")]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_paged_request!(DescribeDish => DescribeDishResponse, ACTION);

impl<C> EncodeForm for DescribeDish<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Limit", &self.limit);
        form.put("MealId", &self.meal_id);
        form.put("Offset", &self.offset);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for DescribeDish<C> {
    type Item = Dish;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.data_set
    }
}

impl<C: Clone + Send + Sync + 'static> Paged for DescribeDish<C> {
    fn offset(&self) -> Option<i64> {
        self.offset
    }

    fn set_offset(&mut self, offset: i64) {
        self.offset = Some(offset);
    }

    fn limit(&self) -> Option<i64> {
        self.limit.or(Some(20))
    }

    fn total(response: &Self::Response) -> Option<i64> {
        Some(response.total_count)
    }

    fn key(item: &Self::Item) -> Option<&str> {
        Some(&item.dish_id)
    }
}

/// The reply to [`DescribeDish`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeDishResponse {
    /// The dishes.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<Dish>,

    /// Dishes in all, on every page.
    #[doc(alias = "TotalCount")]
    pub total_count: i64,

    metadata: Metadata,
}

impl_response!(DescribeDishResponse);

impl Object for DescribeDishResponse {
    fn required(&self) -> &'static [&'static str] {
        &["DataSet", "TotalCount"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "DataSet" => (0, Slot::Objects(&mut self.data_set)),
            "TotalCount" => (1, Slot::Scalar(&mut self.total_count)),
            _ => return None,
        };
        Some(slot)
    }
}
