// Written by `cargo xtask regenerate` from api-spec/actions/DescribeURedisSlowlog.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::models::URedisSlowlog;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeURedisSlowlog",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Reads the slow log of a Redis group.
///
/// Slow commands, up to `Limit` of them. There is no `Offset`: to see more, set a higher
/// `Limit`.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_uredis_slowlog("uredis-2vbhj1de")
///     .limit(20)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_uredis_slowlog
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeURedisSlowlog<C = ()> {
    call: Call<C>,
    group_id: String,
    limit: Option<i64>,
}

impl DescribeURedisSlowlog {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `group_id`: Group whose slow log is read, such as `uredis-00abc`.
    pub fn new(group_id: impl Into<String>) -> Self {
        Self::on((), group_id)
    }
}

impl<C> DescribeURedisSlowlog<C> {
    pub(crate) fn on(client: C, group_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            group_id: group_id.into(),
            limit: None,
        }
    }

    /// Maximum number of entries to return. Default: 10.
    #[doc(alias = "Limit")]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DescribeURedisSlowlog => DescribeURedisSlowlogResponse, ACTION);

impl<C> EncodeForm for DescribeURedisSlowlog<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
        form.put("Limit", &self.limit);
    }
}

/// The reply to [`DescribeURedisSlowlog`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeURedisSlowlogResponse {
    /// Entries in all, of which the response has at most `Limit`.
    #[doc(alias = "TotalCount")]
    pub total_count: i64,

    /// One entry per slow command.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<URedisSlowlog>,

    metadata: Metadata,
}

impl_response!(DescribeURedisSlowlogResponse);

impl Object for DescribeURedisSlowlogResponse {
    fn required(&self) -> &'static [&'static str] {
        &["TotalCount"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["DataSet"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "TotalCount" => (0, Slot::Scalar(&mut self.total_count)),
            "DataSet" => (1, Slot::Objects(&mut self.data_set)),
            _ => return None,
        };
        Some(slot)
    }
}
