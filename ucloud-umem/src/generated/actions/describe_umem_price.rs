// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUMemPrice.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::{ChargeType, ClusterMode, Standby};
use crate::models::UMemPrice;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUMemPrice",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Returns the price of a new distributed Redis space.
///
/// Prices the space together with its shards and proxies; nothing is ordered.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::ChargeType;
///
/// let response = client
///     .describe_umem_price(16)
///     .charge_type(ChargeType::Month)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_umem_price
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUMemPrice<C = ()> {
    call: Call<C>,
    size: i64,
    standby: Option<Standby>,
    charge_type: Option<ChargeType>,
    quantity: Option<i64>,
    high_performance: Option<bool>,
    block_cnt: Option<i64>,
    proxy_size: Option<i64>,
    ulb_mode: Option<bool>,
    cluster_mode: Option<ClusterMode>,
    proxy_cnt: Option<i64>,
}

impl DescribeUMemPrice {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `size`: Memory of the space: 1 to 1024. Unit: GB.
    pub fn new(size: i64) -> Self {
        Self::on((), size)
    }
}

impl<C> DescribeUMemPrice<C> {
    pub(crate) fn on(client: C, size: i64) -> Self {
        Self {
            call: Call::new(client),
            size,
            standby: Some(Standby::Enabled),
            charge_type: None,
            quantity: None,
            high_performance: None,
            block_cnt: None,
            proxy_size: None,
            ulb_mode: None,
            cluster_mode: None,
            proxy_cnt: None,
        }
    }

    /// Hot standby of the space. With Redis there always is one. Default: `double`.
    /// Known values: `single`, `double`.
    #[doc(alias = "Type")]
    pub fn standby(mut self, standby: Standby) -> Self {
        self.standby = Some(standby);
        self
    }

    /// Billing method of the space. Without it the response has a price for each of
    /// `Year`, `Month` and `Dynamic`. Known values: `Year`, `Month`, `Dynamic`, `Trial`.
    #[doc(alias = "ChargeType")]
    pub fn charge_type(mut self, charge_type: ChargeType) -> Self {
        self.charge_type = Some(charge_type);
        self
    }

    /// Years or months to pay for, depending on `ChargeType`. UCloud does not document
    /// what it means with `Dynamic`. UCloud's Terraform provider sends 0 with `Month` to
    /// pay until the end of the month. Default: 1.
    #[doc(alias = "Quantity")]
    pub fn quantity(mut self, quantity: i64) -> Self {
        self.quantity = Some(quantity);
        self
    }

    /// `true` if the space is of the high-performance kind. Default: `false`.
    #[doc(alias = "HighPerformance")]
    pub fn high_performance(mut self, high_performance: bool) -> Self {
        self.high_performance = Some(high_performance);
        self
    }

    /// Number of shards (blocks) of the space. Default not documented by UCloud.
    #[doc(alias = "BlockCnt")]
    pub fn block_cnt(mut self, block_cnt: i64) -> Self {
        self.block_cnt = Some(block_cnt);
        self
    }

    /// CPU cores of a proxy. With 0, or without it, `CreateUMemSpace` creates no proxy;
    /// UCloud does not document this for the price.
    #[doc(alias = "ProxySize")]
    pub fn proxy_size(mut self, proxy_size: i64) -> Self {
        self.proxy_size = Some(proxy_size);
        self
    }

    /// `true` if the proxies are of the load-balancing kind. Default: `false`.
    #[doc(alias = "UlbMode")]
    pub fn ulb_mode(mut self, ulb_mode: bool) -> Self {
        self.ulb_mode = Some(ulb_mode);
        self
    }

    /// `RWMode` to split reads from writes. Without it the space is an ordinary one.
    /// Known values: `RWMode`.
    #[doc(alias = "ClusterMode")]
    pub fn cluster_mode(mut self, cluster_mode: ClusterMode) -> Self {
        self.cluster_mode = Some(cluster_mode);
        self
    }

    /// Number of proxies of the space. Default not documented by UCloud.
    #[doc(alias = "ProxyCnt")]
    pub fn proxy_cnt(mut self, proxy_cnt: i64) -> Self {
        self.proxy_cnt = Some(proxy_cnt);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DescribeUMemPrice => DescribeUMemPriceResponse, ACTION);

impl<C> EncodeForm for DescribeUMemPrice<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("BlockCnt", &self.block_cnt);
        form.put("ChargeType", &self.charge_type);
        form.put("ClusterMode", &self.cluster_mode);
        form.put("HighPerformance", &self.high_performance);
        form.put("ProxyCnt", &self.proxy_cnt);
        form.put("ProxySize", &self.proxy_size);
        form.put("Quantity", &self.quantity);
        form.put("Size", &self.size);
        form.put("Type", &self.standby);
        form.put("UlbMode", &self.ulb_mode);
    }
}

/// The reply to [`DescribeUMemPrice`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUMemPriceResponse {
    /// One price for the given `ChargeType`, or one for each.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<UMemPrice>,

    metadata: Metadata,
}

impl_response!(DescribeUMemPriceResponse);

impl Object for DescribeUMemPriceResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["DataSet"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "DataSet" => (0, Slot::Objects(&mut self.data_set)),
            _ => return None,
        };
        Some(slot)
    }
}
