// Written by `cargo xtask regenerate` from api-spec/actions/ISolationURedisGroup.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::enums::TransformType;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ISolationURedisGroup",
    effect: Effect::Idempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Opens or closes a Redis group.
///
/// `DescribeUMem` shows a closed group in the state `ISolation`. UCloud does not
/// document how this differs from `ShutdownURedisGroup` and `StartURedisGroup`.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::TransformType;
///
/// let _response = client
///     .isolation_uredis_group("uredis-2vbhj1de", TransformType::Close)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/i_solation_uredis_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct IsolationURedisGroup<C = ()> {
    call: Call<C>,
    group_id: String,
    transform_type: TransformType,
    slave_zone: Option<String>,
}

impl IsolationURedisGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `group_id`: Group to open or close.
    /// - `transform_type`: Operation: open or close the group. Known values: `UNBind`,
    ///   `Bind`.
    pub fn new(group_id: impl Into<String>, transform_type: TransformType) -> Self {
        Self::on((), group_id, transform_type)
    }
}

impl<C> IsolationURedisGroup<C> {
    pub(crate) fn on(
        client: C,
        group_id: impl Into<String>,
        transform_type: TransformType,
    ) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
            transform_type,
            slave_zone: None,
        }
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

impl_request!(IsolationURedisGroup => IsolationURedisGroupResponse, ACTION);

impl<C> EncodeForm for IsolationURedisGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
        form.put("SlaveZone", &self.slave_zone);
        form.put("TransformType", &self.transform_type);
    }
}

/// The reply to [`IsolationURedisGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct IsolationURedisGroupResponse {
    metadata: Metadata,
}

impl_response!(IsolationURedisGroupResponse);

impl Object for IsolationURedisGroupResponse {}
