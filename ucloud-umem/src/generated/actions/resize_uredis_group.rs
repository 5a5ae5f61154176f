// Written by `cargo xtask regenerate` from api-spec/actions/ResizeURedisGroup.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::enums::{ChargeType, Standby};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ResizeURedisGroup",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: Some("DescribeUMem"),
};

/// Enlarges the memory of a Redis group.
///
/// Call `CheckURedisAllowance` first to check whether the zone has room. If the host of
/// the group has no room, the group moves to another: primary and replica change places,
/// connections break for a moment, and the load rises. Otherwise applications notice
/// nothing. A larger group costs more. After a call with `StartTime`, `DescribeUMem`
/// shows the old size until then: do not order the change again.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with [`DescribeUMem`](crate::actions::DescribeUMem). See
/// [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::ChargeType;
///
/// let _response = client
///     .resize_uredis_group("uredis-2vbhj1de", 8)
///     .charge_type(ChargeType::Month)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/resize_uredis_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ResizeURedisGroup<C = ()> {
    call: Call<C>,
    group_id: String,
    size: i64,
    charge_type: Option<ChargeType>,
    standby: Option<Standby>,
    start_time: Option<Timestamp>,
    high_performance: Option<bool>,
    coupon_id: Option<String>,
}

impl ResizeURedisGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `group_id`: Group to resize.
    /// - `size`: New memory of the group: 1, 2, 4, 8, 16 or 32, and more than it has
    ///   now. Unit: GB.
    pub fn new(group_id: impl Into<String>, size: i64) -> Self {
        Self::on((), group_id, size)
    }
}

impl<C> ResizeURedisGroup<C> {
    pub(crate) fn on(client: C, group_id: impl Into<String>, size: i64) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
            size,
            charge_type: None,
            standby: None,
            start_time: None,
            high_performance: None,
            coupon_id: None,
        }
    }

    /// Billing method of the group. Known values: `Year`, `Month`, `Dynamic`, `Trial`.
    #[doc(alias = "ChargeType")]
    pub fn charge_type(mut self, charge_type: ChargeType) -> Self {
        self.charge_type = Some(charge_type);
        self
    }

    /// Hot standby of the group. Default: `double`. Known values: `single`, `double`.
    #[doc(alias = "Type")]
    pub fn standby(mut self, standby: Standby) -> Self {
        self.standby = Some(standby);
        self
    }

    /// Start time, within a day from now. Without it the change starts immediately.
    /// Default: 0.
    #[doc(alias = "StartTime")]
    pub fn start_time(mut self, start_time: Timestamp) -> Self {
        self.start_time = Some(start_time);
        self
    }

    /// `true` if the group is of the high-performance kind. Default: `false`.
    #[doc(alias = "HighPerformance")]
    pub fn high_performance(mut self, high_performance: bool) -> Self {
        self.high_performance = Some(high_performance);
        self
    }

    /// Coupon to pay with.
    #[doc(alias = "CouponId")]
    pub fn coupon_id(mut self, coupon_id: impl Into<String>) -> Self {
        self.coupon_id = Some(coupon_id.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(ResizeURedisGroup => ResizeURedisGroupResponse, ACTION);

impl<C> EncodeForm for ResizeURedisGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("ChargeType", &self.charge_type);
        form.put("CouponId", &self.coupon_id);
        form.put("GroupId", &self.group_id);
        form.put("HighPerformance", &self.high_performance);
        form.put("Size", &self.size);
        form.put("StartTime", &self.start_time);
        form.put("Type", &self.standby);
    }
}

/// The reply to [`ResizeURedisGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ResizeURedisGroupResponse {
    metadata: Metadata,
}

impl_response!(ResizeURedisGroupResponse);

impl Object for ResizeURedisGroupResponse {}
