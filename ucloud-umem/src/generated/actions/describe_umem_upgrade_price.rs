// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUMemUpgradePrice.yaml. Edit that instead.

use crate::Price;
use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::Standby;
use crate::models::UMemPriceChange;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUMemUpgradePrice",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Returns the price of a change to a distributed Redis space.
///
/// Prices a larger space or larger shards (`BlockIds`, `BlockSize`), splitting shards
/// (`IsSplit`), a proxy with more CPU cores (`ProxyId`, `NewCPU`), or added read
/// replicas (`ReplicaSize`); nothing is ordered. UCloud does not document which of these
/// go together.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_umem_upgrade_price(32, "umem-4mzp0vqe")
///     .proxy_id("uhproxy-1c4tvq0s")
///     .new_cpu(4)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_umem_upgrade_price
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUMemUpgradePrice<C = ()> {
    call: Call<C>,
    size: i64,
    space_id: String,
    standby: Option<Standby>,
    high_performance: Option<bool>,
    is_split: Option<bool>,
    block_ids: Vec<String>,
    block_size: Vec<i64>,
    proxy_id: Option<String>,
    new_cpu: Option<i64>,
    replica_size: Option<i64>,
}

impl DescribeUMemUpgradePrice {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `size`: Memory to price for the space. Unit: GB.
    /// - `space_id`: Space that would be changed.
    pub fn new(size: i64, space_id: impl Into<String>) -> Self {
        Self::on((), size, space_id)
    }
}

impl<C> DescribeUMemUpgradePrice<C> {
    pub(crate) fn on(client: C, size: i64, space_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            size,
            space_id: space_id.into(),
            standby: Some(Standby::Enabled),
            high_performance: None,
            is_split: None,
            block_ids: Vec::new(),
            block_size: Vec::new(),
            proxy_id: None,
            new_cpu: None,
            replica_size: None,
        }
    }

    /// Hot standby of the space. With Redis there always is one. Default: `double`.
    /// Known values: `single`, `double`.
    #[doc(alias = "Type")]
    pub fn standby(mut self, standby: Standby) -> Self {
        self.standby = Some(standby);
        self
    }

    /// `true` if the space is of the high-performance kind. Default: `false`.
    #[doc(alias = "HighPerformance")]
    pub fn high_performance(mut self, high_performance: bool) -> Self {
        self.high_performance = Some(high_performance);
        self
    }

    /// `true` to price splitting shards. Default: `false`.
    #[doc(alias = "IsSplit")]
    pub fn is_split(mut self, is_split: bool) -> Self {
        self.is_split = Some(is_split);
        self
    }

    /// Shards (blocks) that would be resized. Not needed for spaces of the
    /// high-performance kind.
    #[doc(alias = "BlockIds")]
    pub fn block_ids(
        mut self,
        block_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.block_ids = block_ids.into_iter().map(Into::into).collect();
        self
    }

    /// Memory that each of these shards would have, in the order of `BlockIds`. Not
    /// needed for spaces of the high-performance kind. Unit: GB.
    #[doc(alias = "BlockSize")]
    pub fn block_size(mut self, block_size: impl IntoIterator<Item = i64>) -> Self {
        self.block_size = block_size.into_iter().collect();
        self
    }

    /// Proxy that would be resized.
    #[doc(alias = "ProxyId")]
    pub fn proxy_id(mut self, proxy_id: impl Into<String>) -> Self {
        self.proxy_id = Some(proxy_id.into());
        self
    }

    /// CPU cores that the proxy would have.
    #[doc(alias = "NewCPU")]
    pub fn new_cpu(mut self, new_cpu: i64) -> Self {
        self.new_cpu = Some(new_cpu);
        self
    }

    /// Memory of the read replicas to add. Unit not documented by UCloud; other sizes of
    /// this action are in GB.
    #[doc(alias = "ReplicaSize")]
    pub fn replica_size(mut self, replica_size: i64) -> Self {
        self.replica_size = Some(replica_size);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DescribeUMemUpgradePrice => DescribeUMemUpgradePriceResponse, ACTION);

impl<C> EncodeForm for DescribeUMemUpgradePrice<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("BlockIds", &self.block_ids);
        form.put("BlockSize", &self.block_size);
        form.put("HighPerformance", &self.high_performance);
        form.put("IsSplit", &self.is_split);
        form.put("NewCPU", &self.new_cpu);
        form.put("ProxyId", &self.proxy_id);
        form.put("ReplicaSize", &self.replica_size);
        form.put("Size", &self.size);
        form.put("SpaceId", &self.space_id);
        form.put("Type", &self.standby);
    }
}

/// The reply to [`DescribeUMemUpgradePrice`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUMemUpgradePriceResponse {
    /// Price of the change.
    #[doc(alias = "Price")]
    pub price: Option<Price>,

    /// Price of the change before discounts.
    #[doc(alias = "OriginalPrice")]
    pub original_price: Option<Price>,

    /// Parts of the price. Only UCloud's SDK has this field.
    #[doc(alias = "DataSet")]
    #[deprecated(note = "UCloud's SDK announces its removal.")]
    pub data_set: Option<UMemPriceChange>,

    metadata: Metadata,
}

impl_response!(DescribeUMemUpgradePriceResponse);

impl Object for DescribeUMemUpgradePriceResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["Price", "OriginalPrice", "DataSet"]
    }

    #[expect(deprecated, reason = "the service still has what it advises against")]
    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Price" => (0, Slot::Scalar(&mut self.price)),
            "OriginalPrice" => (1, Slot::Scalar(&mut self.original_price)),
            "DataSet" => (2, Slot::Object(&mut self.data_set)),
            _ => return None,
        };
        Some(slot)
    }
}
