// Written by `cargo xtask regenerate` from api-spec/actions/ListOven.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::paging::{Listing, Paged, impl_paged_request};
use crate::request::{Action, Call, Effect, Presence, common_setters};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ListOven",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// List the ovens.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.list_oven().send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.kitchen.example/api/kitchen/list_oven
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListOven<C = ()> {
    call: Call<C>,
    start: Option<i64>,
    max: Option<i64>,
}

impl ListOven {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    pub fn new() -> Self {
        Self::on(())
    }
}

impl Default for ListOven {
    fn default() -> Self {
        Self::new()
    }
}

impl<C> ListOven<C> {
    pub(crate) fn on(client: C) -> Self {
        Self {
            call: Call::new(client),
            start: None,
            max: Some(20),
        }
    }

    /// How many ovens to skip.
    #[doc(alias = "Start")]
    pub fn start(mut self, start: i64) -> Self {
        self.start = Some(start);
        self
    }

    /// Most ovens to return. Default: 20.
    #[doc(alias = "Max")]
    pub fn max(mut self, max: i64) -> Self {
        self.max = Some(max);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_paged_request!(ListOven => ListOvenResponse, ACTION);

impl<C> EncodeForm for ListOven<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Max", &self.max);
        form.put("Start", &self.start);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for ListOven<C> {
    type Item = String;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.ovens
    }
}

impl<C: Clone + Send + Sync + 'static> Paged for ListOven<C> {
    fn offset(&self) -> Option<i64> {
        self.start
    }

    fn set_offset(&mut self, offset: i64) {
        self.start = Some(offset);
    }

    fn limit(&self) -> Option<i64> {
        self.max.or(Some(20))
    }
}

/// The reply to [`ListOven`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ListOvenResponse {
    /// Names of the ovens.
    #[doc(alias = "Ovens")]
    pub ovens: Vec<String>,

    metadata: Metadata,
}

impl_response!(ListOvenResponse);

impl Object for ListOvenResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["Ovens"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Ovens" => (0, Slot::Scalars(&mut self.ovens)),
            _ => return None,
        };
        Some(slot)
    }
}
