// Written by `cargo xtask regenerate` from api-spec/actions/CheckUDredisSpaceAllowance.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "CheckUDredisSpaceAllowance",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Checks whether a zone has room for distributed Redis spaces.
///
/// For spaces of the high-performance kind. Without `GroupId`, the response says how
/// many new spaces of a size the zone has room for; with it, whether a shard can be
/// resized to the size.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .check_udredis_space_allowance(8, 1)
///     .group_id("umem-4mzp0vqe")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/check_udredis_space_allowance
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct CheckUDRedisSpaceAllowance<C = ()> {
    call: Call<C>,
    size: i64,
    count: i64,
    group_id: Option<String>,
}

impl CheckUDRedisSpaceAllowance {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `size`: Memory of each new space, or new memory of the shard to resize. Unit
    ///   not documented by UCloud; other sizes of the product are in GB.
    /// - `count`: Number of new spaces: 1 to 10. Its meaning for a resize is not
    ///   documented by UCloud.
    pub fn new(size: i64, count: i64) -> Self {
        Self::on((), size, count)
    }
}

impl<C> CheckUDRedisSpaceAllowance<C> {
    pub(crate) fn on(client: C, size: i64, count: i64) -> Self {
        Self {
            call: Call::new(client),
            size,
            count,
            group_id: None,
        }
    }

    /// Resource to resize; required to check a resize. Leave it out to check for new
    /// spaces. UCloud does not document whether it is the id of the space or of the
    /// shard.
    #[doc(alias = "GroupId")]
    pub fn group_id(mut self, group_id: impl Into<String>) -> Self {
        self.group_id = Some(group_id.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(CheckUDRedisSpaceAllowance => CheckUDRedisSpaceAllowanceResponse, ACTION);

impl<C> EncodeForm for CheckUDRedisSpaceAllowance<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Count", &self.count);
        form.put("GroupId", &self.group_id);
        form.put("Size", &self.size);
    }
}

/// The reply to [`CheckUDRedisSpaceAllowance`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CheckUDRedisSpaceAllowanceResponse {
    /// For new spaces, how many can be created. For a resize, 1 where the zone has room
    /// and 0 where it has not.
    #[doc(alias = "Count")]
    pub count: i64,

    /// `true` if a resize moves the shard to another host, as this field means in
    /// `CheckURedisAllowance`. Only the example in UCloud's documentation has this
    /// field.
    #[doc(alias = "NeedMigrate")]
    pub need_migrate: Option<bool>,

    metadata: Metadata,
}

impl_response!(CheckUDRedisSpaceAllowanceResponse);

impl Object for CheckUDRedisSpaceAllowanceResponse {
    fn required(&self) -> &'static [&'static str] {
        &["Count"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["NeedMigrate"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Count" => (0, Slot::Scalar(&mut self.count)),
            "NeedMigrate" => (1, Slot::Scalar(&mut self.need_migrate)),
            _ => return None,
        };
        Some(slot)
    }
}
