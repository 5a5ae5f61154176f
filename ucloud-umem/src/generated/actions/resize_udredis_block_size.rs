// Written by `cargo xtask regenerate` from api-spec/actions/ResizeUDRedisBlockSize.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ResizeUDRedisBlockSize",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: Some("DescribeUMemBlockInfo"),
};

/// Changes the memory of a shard of a distributed Redis space.
///
/// Resizes one shard (block) of the space; the others keep their size. The price depends
/// on the size. `CheckUDredisSpaceAllowance` checks whether the zone has room. After a
/// call with `StartTime`, `DescribeUMemBlockInfo` shows the old size until then: do not
/// order the change again.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with
/// [`DescribeUMemBlockInfo`](crate::actions::DescribeUMemBlockInfo). See [the vendor's
/// page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let _response = client
///     .resize_udredis_block_size("umem-4mzp0vqe", "umemblock-3qk0a1zx", 8)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/resize_ud_redis_block_size
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ResizeUDRedisBlockSize<C = ()> {
    call: Call<C>,
    space_id: String,
    block_id: String,
    block_size: i64,
    start_time: Option<Timestamp>,
    high_performance: Option<bool>,
}

impl ResizeUDRedisBlockSize {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `space_id`: Space that the shard belongs to.
    /// - `block_id`: Shard to resize.
    /// - `block_size`: New memory of the shard: 4, 8, 12, 16 or 20. Unit: GB.
    pub fn new(
        space_id: impl Into<String>,
        block_id: impl Into<String>,
        block_size: i64,
    ) -> Self {
        Self::on((), space_id, block_id, block_size)
    }
}

impl<C> ResizeUDRedisBlockSize<C> {
    pub(crate) fn on(
        client: C,
        space_id: impl Into<String>,
        block_id: impl Into<String>,
        block_size: i64,
    ) -> Self {
        Self {
            call: Call::new(client),
            space_id: space_id.into(),
            block_id: block_id.into(),
            block_size,
            start_time: None,
            high_performance: None,
        }
    }

    /// Start time, within a day from now. Without it, or with 0, the change starts
    /// immediately. Default: 0.
    #[doc(alias = "StartTime")]
    pub fn start_time(mut self, start_time: Timestamp) -> Self {
        self.start_time = Some(start_time);
        self
    }

    /// `true` if the shard is of the high-performance kind. Default: `false`.
    #[doc(alias = "HighPerformance")]
    pub fn high_performance(mut self, high_performance: bool) -> Self {
        self.high_performance = Some(high_performance);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(ResizeUDRedisBlockSize => ResizeUDRedisBlockSizeResponse, ACTION);

impl<C> EncodeForm for ResizeUDRedisBlockSize<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("BlockId", &self.block_id);
        form.put("BlockSize", &self.block_size);
        form.put("HighPerformance", &self.high_performance);
        form.put("SpaceId", &self.space_id);
        form.put("StartTime", &self.start_time);
    }
}

/// The reply to [`ResizeUDRedisBlockSize`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ResizeUDRedisBlockSizeResponse {
    metadata: Metadata,
}

impl_response!(ResizeUDRedisBlockSizeResponse);

impl Object for ResizeUDRedisBlockSizeResponse {}
