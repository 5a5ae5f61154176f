// Written by `cargo xtask regenerate` from api-spec/actions/CheckURedisAllowance.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::Protocol;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "CheckURedisAllowance",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Checks whether a zone has room for Redis groups.
///
/// Without `GroupId`, the response says how many new groups of a size the zone has room
/// for; with it, whether that group can be resized to the size.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .check_uredis_allowance(8, 1)
///     .group_id("uredis-2vbhj1de")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/check_uredis_allowance
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct CheckURedisAllowance<C = ()> {
    call: Call<C>,
    size: i64,
    count: i64,
    protocol: Option<Protocol>,
    region_flag: Option<bool>,
    group_id: Option<String>,
    slave_zone: Option<String>,
}

impl CheckURedisAllowance {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `size`: Memory of each new group, or new memory of the group to resize: 1, 2,
    ///   4, 8, 16 or 32. Unit: GB.
    /// - `count`: Number of new groups: 1 to 10. Its meaning for a resize is not
    ///   documented by UCloud.
    pub fn new(size: i64, count: i64) -> Self {
        Self::on((), size, count)
    }
}

impl<C> CheckURedisAllowance<C> {
    pub(crate) fn on(client: C, size: i64, count: i64) -> Self {
        Self {
            call: Call::new(client),
            size,
            count,
            protocol: None,
            region_flag: None,
            group_id: None,
            slave_zone: None,
        }
    }

    /// Protocol of the groups. Not described by UCloud, and without a documented
    /// default. Known values: `memcache`, `redis`.
    #[doc(alias = "Protocol")]
    pub fn protocol(mut self, protocol: Protocol) -> Self {
        self.protocol = Some(protocol);
        self
    }

    /// `true` if the groups are spread over two zones. Default: `false`.
    #[doc(alias = "RegionFlag")]
    pub fn region_flag(mut self, region_flag: bool) -> Self {
        self.region_flag = Some(region_flag);
        self
    }

    /// Group to resize; required to check a resize. Leave it out to check for new
    /// groups.
    #[doc(alias = "GroupId")]
    pub fn group_id(mut self, group_id: impl Into<String>) -> Self {
        self.group_id = Some(group_id.into());
        self
    }

    /// Zone of the replica, if the groups are spread over two zones. Only UCloud's SDK
    /// has this parameter, without a description.
    #[doc(alias = "SlaveZone")]
    pub fn slave_zone(mut self, slave_zone: impl Into<String>) -> Self {
        self.slave_zone = Some(slave_zone.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(CheckURedisAllowance => CheckURedisAllowanceResponse, ACTION);

impl<C> EncodeForm for CheckURedisAllowance<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Count", &self.count);
        form.put("GroupId", &self.group_id);
        form.put("Protocol", &self.protocol);
        form.put("RegionFlag", &self.region_flag);
        form.put("Size", &self.size);
        form.put("SlaveZone", &self.slave_zone);
    }
}

/// The reply to [`CheckURedisAllowance`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CheckURedisAllowanceResponse {
    /// For new groups, how many can be created. For a resize, 1 where the zone has room
    /// and 0 where it has not.
    #[doc(alias = "Count")]
    pub count: i64,

    /// `true` if the hosts of the group lack room, so that a resize moves it. UCloud's
    /// documentation of `ResizeURedisGroup` describes such a move: primary and replica
    /// change places, connections break for a moment, and the load rises. Only the
    /// example in UCloud's documentation has this field.
    #[doc(alias = "NeedMigrate")]
    pub need_migrate: Option<bool>,

    metadata: Metadata,
}

impl_response!(CheckURedisAllowanceResponse);

impl Object for CheckURedisAllowanceResponse {
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
