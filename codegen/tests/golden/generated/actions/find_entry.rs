// Written by `cargo xtask regenerate` from api-spec/actions/FindEntry.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::models::Named;
use crate::paging::Listing;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "FindEntry",
    effect: Effect::Read,
    region: Presence::Absent,
    zone: Presence::Absent,
    verify: None,
};

/// Find an entry by the names of variables.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.find_entry("request", "entry").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.kitchen.example/api/kitchen/find_entry
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct FindEntry<C = ()> {
    call: Call<C>,
    request: String,
    entry: String,
    shelf: Option<String>,
}

impl FindEntry {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `request`: Called like a variable of the generated code.
    /// - `entry`: Another one.
    pub fn new(request: impl Into<String>, entry: impl Into<String>) -> Self {
        Self::on((), request, entry)
    }
}

impl<C> FindEntry<C> {
    pub(crate) fn on(
        client: C,
        request: impl Into<String>,
        entry: impl Into<String>,
    ) -> Self {
        Self {
            call: Call::new(client),
            request: request.into(),
            entry: entry.into(),
            shelf: None,
        }
    }

    /// The shelf to look on.
    #[doc(alias = "Shelf")]
    pub fn shelf(mut self, shelf: impl Into<String>) -> Self {
        self.shelf = Some(shelf.into());
        self
    }

    common_setters!(project_id);
}

impl_request!(FindEntry => FindEntryResponse, ACTION);

impl<C> EncodeForm for FindEntry<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Entry", &self.entry);
        form.put("Request", &self.request);
        form.put("Shelf", &self.shelf);
    }
}

impl<C: Clone + Send + Sync + 'static> Listing for FindEntry<C> {
    type Item = Named;

    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
        &mut response.entries
    }
}

/// The reply to [`FindEntry`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct FindEntryResponse {
    /// The entries.
    #[doc(alias = "Entries")]
    pub entries: Vec<Named>,

    metadata: Metadata,
}

impl_response!(FindEntryResponse);

impl Object for FindEntryResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["Entries"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Entries" => (0, Slot::Objects(&mut self.entries)),
            _ => return None,
        };
        Some(slot)
    }
}
