// Written by `cargo xtask regenerate` from api-spec/actions/ResizeUMemSpace.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::enums::Standby;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ResizeUMemSpace",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: Some("DescribeUMem"),
};

/// Enlarges the memory of a distributed space of the older kind.
///
/// The larger space costs more.
///
/// **Deprecated:** It works on spaces of the older kind only, not on high-performance
/// ones, and UCloud advises against it. `ResizeUDRedisBlockSize` resizes a shard.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with [`DescribeUMem`](crate::actions::DescribeUMem). See
/// [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client.resize_umem_space("umem-4mzp0vqe", 32).send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/resize_umem_space
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ResizeUMemSpace<C = ()> {
    call: Call<C>,
    space_id: String,
    size: i64,
    standby: Option<Standby>,
    coupon_id: Option<String>,
}

impl ResizeUMemSpace {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `space_id`: Space to resize.
    /// - `size`: Memory that the space is to have: more than it has now, and 1024 at
    ///   most. Unit: GB.
    pub fn new(space_id: impl Into<String>, size: i64) -> Self {
        Self::on((), space_id, size)
    }
}

impl<C> ResizeUMemSpace<C> {
    pub(crate) fn on(client: C, space_id: impl Into<String>, size: i64) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
            size,
            standby: None,
            coupon_id: None,
        }
    }

    /// Hot standby of the space. Default: `double`. Known values: `single`, `double`.
    #[doc(alias = "Type")]
    pub fn standby(mut self, standby: Standby) -> Self {
        self.standby = Some(standby);
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

impl_request!(ResizeUMemSpace => ResizeUMemSpaceResponse, ACTION);

impl<C> EncodeForm for ResizeUMemSpace<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("CouponId", &self.coupon_id);
        form.put("Size", &self.size);
        form.put("SpaceId", &self.space_id);
        form.put("Type", &self.standby);
    }
}

/// The reply to [`ResizeUMemSpace`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ResizeUMemSpaceResponse {
    metadata: Metadata,
}

impl_response!(ResizeUMemSpaceResponse);

impl Object for ResizeUMemSpaceResponse {}
