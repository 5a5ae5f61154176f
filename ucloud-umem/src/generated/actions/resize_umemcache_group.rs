// Written by `cargo xtask regenerate` from api-spec/actions/ResizeUMemcacheGroup.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ResizeUMemcacheGroup",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: Some("DescribeUMemcacheGroup"),
};

/// Enlarges the memory of a Memcached group.
///
/// A group can grow but not shrink so far. A larger group costs more:
/// `DescribeUMemcacheUpgradePrice` returns the price. `DescribeUMemcacheGroup` shows
/// `Resizing` during the change. UCloud does not document whether the data is kept.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with
/// [`DescribeUMemcacheGroup`](crate::actions::DescribeUMemcacheGroup). See [the vendor's
/// page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client.resize_umemcache_group("umemcache-5gk2wzqd", 8).send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/resize_umem_cache_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ResizeUMemcacheGroup<C = ()> {
    call: Call<C>,
    group_id: String,
    size: i64,
    coupon_id: Option<String>,
}

impl ResizeUMemcacheGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `group_id`: Group to resize, such as `umemcache-00abc`.
    /// - `size`: New memory of the group: 1, 2, 4, 8, 16 or 32, and more than it has
    ///   now. Unit: GB.
    pub fn new(group_id: impl Into<String>, size: i64) -> Self {
        Self::on((), group_id, size)
    }
}

impl<C> ResizeUMemcacheGroup<C> {
    pub(crate) fn on(client: C, group_id: impl Into<String>, size: i64) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
            size,
            coupon_id: None,
        }
    }

    /// Coupon to pay with.
    #[doc(alias = "CouponId")]
    pub fn coupon_id(mut self, coupon_id: impl Into<String>) -> Self {
        self.coupon_id = Some(coupon_id.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(ResizeUMemcacheGroup => ResizeUMemcacheGroupResponse, ACTION);

impl<C> EncodeForm for ResizeUMemcacheGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("CouponId", &self.coupon_id);
        form.put("GroupId", &self.group_id);
        form.put("Size", &self.size);
    }
}

/// The reply to [`ResizeUMemcacheGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ResizeUMemcacheGroupResponse {
    metadata: Metadata,
}

impl_response!(ResizeUMemcacheGroupResponse);

impl Object for ResizeUMemcacheGroupResponse {}
