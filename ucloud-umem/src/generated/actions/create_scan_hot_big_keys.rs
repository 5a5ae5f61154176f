// Written by `cargo xtask regenerate` from api-spec/actions/CreateScanHotBigKeys.yaml. Edit that instead.

use crate::decode::Object;
use crate::encode::{EncodeForm, Form};
use crate::enums::ScanType;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "CreateScanHotBigKeys",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Scans an instance for big or hot keys.
///
/// Big keys hold much data; hot keys are used most. The response contains no id of the
/// scan, and no documented action of UMem returns its results. Each execution starts one
/// more scan.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::ScanType;
///
/// let _response = client
///     .create_scan_hot_big_keys("umem-4mzp0vqe", ScanType::ScanBigKeys)
///     .space_id("umem-4mzp0vqe")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/create_scan_hot_big_keys
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateScanHotBigKeys<C = ()> {
    call: Call<C>,
    group_id: String,
    scan_type: ScanType,
    space_id: Option<String>,
    is_retry: Option<bool>,
    task_id: Option<String>,
}

impl CreateScanHotBigKeys {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `group_id`: Instance to scan.
    /// - `scan_type`: Kind of keys to look for. Known values: `ScanBigKeys`,
    ///   `ScanHotKeys`.
    pub fn new(group_id: impl Into<String>, scan_type: ScanType) -> Self {
        Self::on((), group_id, scan_type)
    }
}

impl<C> CreateScanHotBigKeys<C> {
    pub(crate) fn on(
        client: C,
        group_id: impl Into<String>,
        scan_type: ScanType,
    ) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
            scan_type,
            space_id: None,
            is_retry: None,
            task_id: None,
        }
    }

    /// Space to scan, where the instance is a distributed one.
    #[doc(alias = "SpaceId")]
    pub fn space_id(mut self, space_id: impl Into<String>) -> Self {
        self.space_id = Some(space_id.into());
        self
    }

    /// `true` to repeat an earlier scan; `TaskId` is then required.
    #[doc(alias = "IsRetry")]
    pub fn is_retry(mut self, is_retry: bool) -> Self {
        self.is_retry = Some(is_retry);
        self
    }

    /// Scan to repeat.
    #[doc(alias = "TaskId")]
    pub fn task_id(mut self, task_id: impl Into<String>) -> Self {
        self.task_id = Some(task_id.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(CreateScanHotBigKeys => CreateScanHotBigKeysResponse, ACTION);

impl<C> EncodeForm for CreateScanHotBigKeys<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
        form.put("IsRetry", &self.is_retry);
        form.put("SpaceId", &self.space_id);
        form.put("TaskId", &self.task_id);
        form.put("Type", &self.scan_type);
    }
}

/// The reply to [`CreateScanHotBigKeys`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CreateScanHotBigKeysResponse {
    metadata: Metadata,
}

impl_response!(CreateScanHotBigKeysResponse);

impl Object for CreateScanHotBigKeysResponse {}
