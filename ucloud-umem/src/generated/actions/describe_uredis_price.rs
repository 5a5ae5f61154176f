// Written by `cargo xtask regenerate` from api-spec/actions/DescribeURedisPrice.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::{ChargeType, RedisProductType};
use crate::models::URedisPrice;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeURedisPrice",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Returns the price of a new Redis group.
///
/// Prices a group, or a read-only replica of one (`ProductType`); nothing is ordered.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::ChargeType;
///
/// let response = client
///     .describe_uredis_price(8)
///     .charge_type(ChargeType::Month)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_uredis_price
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeURedisPrice<C = ()> {
    call: Call<C>,
    size: i64,
    charge_type: Option<ChargeType>,
    quantity: Option<i64>,
    region_flag: Option<bool>,
    product_type: Option<RedisProductType>,
    high_performance: Option<bool>,
}

impl DescribeURedisPrice {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `size`: Memory of the group: 1 to 32. Unit: GB.
    pub fn new(size: i64) -> Self {
        Self::on((), size)
    }
}

impl<C> DescribeURedisPrice<C> {
    pub(crate) fn on(client: C, size: i64) -> Self {
        Self {
            call: Call::new(client),
            size,
            charge_type: None,
            quantity: None,
            region_flag: None,
            product_type: None,
            high_performance: None,
        }
    }

    /// Billing method of the group. Without it the response has a price for each of
    /// `Year`, `Month` and `Dynamic`. Known values: `Year`, `Month`, `Dynamic`, `Trial`.
    #[doc(alias = "ChargeType")]
    pub fn charge_type(mut self, charge_type: ChargeType) -> Self {
        self.charge_type = Some(charge_type);
        self
    }

    /// Years or months to pay for, depending on `ChargeType`. UCloud documents it here
    /// for `Dynamic` only, and for the other price actions with every `ChargeType`. Unit
    /// for `Dynamic` not documented by UCloud. Default: 1.
    #[doc(alias = "Quantity")]
    pub fn quantity(mut self, quantity: i64) -> Self {
        self.quantity = Some(quantity);
        self
    }

    /// `true` if the group is spread over two zones. Default: `false`.
    #[doc(alias = "RegionFlag")]
    pub fn region_flag(mut self, region_flag: bool) -> Self {
        self.region_flag = Some(region_flag);
        self
    }

    /// Product to price: a group or a replica. Default: `MS_Redis`. Known values:
    /// `MS_Redis`, `S_Redis`.
    #[doc(alias = "ProductType")]
    pub fn product_type(mut self, product_type: RedisProductType) -> Self {
        self.product_type = Some(product_type);
        self
    }

    /// `true` if the group is of the high-performance kind. Default: `false`.
    #[doc(alias = "HighPerformance")]
    pub fn high_performance(mut self, high_performance: bool) -> Self {
        self.high_performance = Some(high_performance);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DescribeURedisPrice => DescribeURedisPriceResponse, ACTION);

impl<C> EncodeForm for DescribeURedisPrice<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("ChargeType", &self.charge_type);
        form.put("HighPerformance", &self.high_performance);
        form.put("ProductType", &self.product_type);
        form.put("Quantity", &self.quantity);
        form.put("RegionFlag", &self.region_flag);
        form.put("Size", &self.size);
    }
}

/// The reply to [`DescribeURedisPrice`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeURedisPriceResponse {
    /// One price for the given `ChargeType`, or one for each.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<URedisPrice>,

    metadata: Metadata,
}

impl_response!(DescribeURedisPriceResponse);

impl Object for DescribeURedisPriceResponse {
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
