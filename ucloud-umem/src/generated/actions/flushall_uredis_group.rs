// Written by `cargo xtask regenerate` from api-spec/actions/FlushallURedisGroup.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::enums::FlushType;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "FlushallURedisGroup",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: Some("DescribeUMem"),
};

/// Deletes the data in a Redis group.
///
/// The group stays, its data does not. A second execution also deletes what was written
/// since the first. `DescribeUMem` shows the memory in use by all databases, so it shows
/// little after `FlushDb`.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with [`DescribeUMem`](crate::actions::DescribeUMem). See
/// [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::FlushType;
///
/// let _response = client
///     .flushall_uredis_group("uredis-2vbhj1de", FlushType::FlushAll)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/flushall_uredis_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct FlushallURedisGroup<C = ()> {
    call: Call<C>,
    group_id: String,
    flush_type: FlushType,
    db_num: Option<i64>,
    top_organization_id: Option<i64>,
    organization_id: Option<i64>,
    slave_zone: Option<String>,
}

impl FlushallURedisGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `group_id`: Group whose data is deleted.
    /// - `flush_type`: Databases to empty: one or all. Known values: `FlushDb`,
    ///   `FlushAll`.
    pub fn new(group_id: impl Into<String>, flush_type: FlushType) -> Self {
        Self::on((), group_id, flush_type)
    }
}

impl<C> FlushallURedisGroup<C> {
    pub(crate) fn on(
        client: C,
        group_id: impl Into<String>,
        flush_type: FlushType,
    ) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
            flush_type,
            db_num: None,
            top_organization_id: None,
            organization_id: None,
            slave_zone: None,
        }
    }

    /// Number of the database to empty; required with `FlushDb`.
    #[doc(alias = "DbNum")]
    pub fn db_num(mut self, db_num: i64) -> Self {
        self.db_num = Some(db_num);
        self
    }

    /// Number of the company. Not further documented by UCloud.
    #[doc(alias = "TopOrganizationId")]
    pub fn top_organization_id(mut self, top_organization_id: i64) -> Self {
        self.top_organization_id = Some(top_organization_id);
        self
    }

    /// Number of the organisation. Not further documented by UCloud; `ProjectId` selects
    /// the project.
    #[doc(alias = "OrganizationId")]
    pub fn organization_id(mut self, organization_id: i64) -> Self {
        self.organization_id = Some(organization_id);
        self
    }

    /// Zone of the replica, if the group is spread over two zones: in the same region as
    /// `Zone`, but another zone.
    #[doc(alias = "SlaveZone")]
    pub fn slave_zone(mut self, slave_zone: impl Into<String>) -> Self {
        self.slave_zone = Some(slave_zone.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(FlushallURedisGroup => FlushallURedisGroupResponse, ACTION);

impl<C> EncodeForm for FlushallURedisGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("DbNum", &self.db_num);
        form.put("FlushType", &self.flush_type);
        form.put("GroupId", &self.group_id);
        form.put("OrganizationId", &self.organization_id);
        form.put("SlaveZone", &self.slave_zone);
        form.put("TopOrganizationId", &self.top_organization_id);
    }
}

/// The reply to [`FlushallURedisGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct FlushallURedisGroupResponse {
    metadata: Metadata,
}

impl_response!(FlushallURedisGroupResponse);

impl Object for FlushallURedisGroupResponse {}
