// Written by `cargo xtask regenerate` from api-spec/actions/RegisterUMemDefrag.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::enums::DefragOperation;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "RegisterUMemDefrag",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Switches the defragmentation of an instance on or off.
///
/// Defragmentation moves data together in memory while Redis runs, so that the gaps can
/// be used again. No documented action of UMem shows what is set. Each `Once` runs the
/// task again.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::DefragOperation;
///
/// let _response = client
///     .register_umem_defrag("uredis-2vbhj1de")
///     .operate_type(DefragOperation::Once)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/register_umem_defrag
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct RegisterUMemDefrag<C = ()> {
    call: Call<C>,
    resource_id: String,
    start_time: Option<Timestamp>,
    end_time: Option<Timestamp>,
    operate_type: Option<DefragOperation>,
    frag_time: Option<i64>,
    frag_size: Option<i64>,
    start_hour: Option<i64>,
    start_min: Option<i64>,
    end_hour: Option<i64>,
    end_min: Option<i64>,
    is_union: Option<bool>,
}

impl RegisterUMemDefrag {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `resource_id`: Redis group or distributed space to defragment.
    pub fn new(resource_id: impl Into<String>) -> Self {
        Self::on((), resource_id)
    }
}

impl<C> RegisterUMemDefrag<C> {
    pub(crate) fn on(client: C, resource_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            resource_id: resource_id.into(),
            start_time: None,
            end_time: None,
            operate_type: None,
            frag_time: None,
            frag_size: None,
            start_hour: None,
            start_min: None,
            end_hour: None,
            end_min: None,
            is_union: None,
        }
    }

    /// Start time of defragmentation.
    #[doc(alias = "StartTime")]
    pub fn start_time(mut self, start_time: Timestamp) -> Self {
        self.start_time = Some(start_time);
        self
    }

    /// Time at which defragmentation is switched off.
    #[doc(alias = "EndTime")]
    pub fn end_time(mut self, end_time: Timestamp) -> Self {
        self.end_time = Some(end_time);
        self
    }

    /// Operation: defragment once, or switch a strategy on or off. Spaces accept `Once`
    /// only. Known values: `Once`, `Open`, `Close`.
    #[doc(alias = "OperateType")]
    pub fn operate_type(mut self, operate_type: DefragOperation) -> Self {
        self.operate_type = Some(operate_type);
        self
    }

    /// Period of the task. UCloud does not document whether it is the duration or the
    /// interval. Unit: minutes.
    #[doc(alias = "FragTime")]
    pub fn frag_time(mut self, frag_time: i64) -> Self {
        self.frag_time = Some(frag_time);
        self
    }

    /// Threshold for defragmentation: 100 to 200. Unit not documented by UCloud. Has no
    /// effect on spaces.
    #[doc(alias = "FragSize")]
    pub fn frag_size(mut self, frag_size: i64) -> Self {
        self.frag_size = Some(frag_size);
        self
    }

    /// Hour at which the window begins. Has no effect on spaces.
    #[doc(alias = "StartHour")]
    pub fn start_hour(mut self, start_hour: i64) -> Self {
        self.start_hour = Some(start_hour);
        self
    }

    /// Minute of that hour at which the window begins. Has no effect on spaces.
    #[doc(alias = "StartMin")]
    pub fn start_min(mut self, start_min: i64) -> Self {
        self.start_min = Some(start_min);
        self
    }

    /// Hour at which the window ends. Has no effect on spaces.
    #[doc(alias = "EndHour")]
    pub fn end_hour(mut self, end_hour: i64) -> Self {
        self.end_hour = Some(end_hour);
        self
    }

    /// Minute of that hour at which the window ends. Has no effect on spaces.
    #[doc(alias = "EndMin")]
    pub fn end_min(mut self, end_min: i64) -> Self {
        self.end_min = Some(end_min);
        self
    }

    /// `true` if threshold and window must both be met. Has no effect on spaces.
    #[doc(alias = "IsUnion")]
    pub fn is_union(mut self, is_union: bool) -> Self {
        self.is_union = Some(is_union);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(RegisterUMemDefrag => RegisterUMemDefragResponse, ACTION);

impl<C> EncodeForm for RegisterUMemDefrag<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("EndHour", &self.end_hour);
        form.put("EndMin", &self.end_min);
        form.put("EndTime", &self.end_time);
        form.put("FragSize", &self.frag_size);
        form.put("FragTime", &self.frag_time);
        form.put("IsUnion", &self.is_union);
        form.put("OperateType", &self.operate_type);
        form.put("ResourceId", &self.resource_id);
        form.put("StartHour", &self.start_hour);
        form.put("StartMin", &self.start_min);
        form.put("StartTime", &self.start_time);
    }
}

/// The reply to [`RegisterUMemDefrag`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct RegisterUMemDefragResponse {
    metadata: Metadata,
}

impl_response!(RegisterUMemDefragResponse);

impl Object for RegisterUMemDefragResponse {}
