// Written by `cargo xtask regenerate` from api-spec/actions/GetUMemSpaceState.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::UMemSpaceState;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "GetUMemSpaceState",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Returns the state of a distributed space.
///
/// The states here are few; `DescribeUMem` has more.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.get_umem_space_state("umem-4mzp0vqe").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/get_umem_space_state
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetUMemSpaceState<C = ()> {
    call: Call<C>,
    space_id: String,
}

impl GetUMemSpaceState {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `space_id`: Space to look at.
    pub fn new(space_id: impl Into<String>) -> Self {
        Self::on((), space_id)
    }
}

impl<C> GetUMemSpaceState<C> {
    pub(crate) fn on(client: C, space_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(GetUMemSpaceState => GetUMemSpaceStateResponse, ACTION);

impl<C> EncodeForm for GetUMemSpaceState<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("SpaceId", &self.space_id);
    }
}

/// The reply to [`GetUMemSpaceState`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct GetUMemSpaceStateResponse {
    /// State of the space; a list with one entry for one space. Known values:
    /// `Starting`, `Running`, `Fail`.
    #[doc(alias = "State")]
    pub state: Vec<UMemSpaceState>,

    metadata: Metadata,
}

impl_response!(GetUMemSpaceStateResponse);

impl Object for GetUMemSpaceStateResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["State"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "State" => (0, Slot::Scalars(&mut self.state)),
            _ => return None,
        };
        Some(slot)
    }
}
