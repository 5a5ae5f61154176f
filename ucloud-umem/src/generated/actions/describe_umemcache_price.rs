// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUMemcachePrice.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::{ChargeType, Standby};
use crate::models::UMemcachePrice;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUMemcachePrice",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Required,
    verify: None,
};

/// Returns the price of a new Memcached group.
///
/// Prices one group; nothing is ordered.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::ChargeType;
///
/// let response = client
///     .describe_umemcache_price(8)
///     .charge_type(ChargeType::Month)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_umem_cache_price
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUMemcachePrice<C = ()> {
    call: Call<C>,
    size: i64,
    charge_type: Option<ChargeType>,
    quantity: Option<i64>,
    standby: Option<Standby>,
}

impl DescribeUMemcachePrice {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `size`: Memory of the group: 1 to 32. Unit: GB.
    pub fn new(size: i64) -> Self {
        Self::on((), size)
    }
}

impl<C> DescribeUMemcachePrice<C> {
    pub(crate) fn on(client: C, size: i64) -> Self {
        Self {
            call: Call::new(client),
            size,
            charge_type: None,
            quantity: None,
            standby: None,
        }
    }

    /// Billing method of the group. Without it the response has a price for each of
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

    /// Hot standby of the group. Default: `double`. Known values: `single`, `double`.
    #[doc(alias = "Type")]
    pub fn standby(mut self, standby: Standby) -> Self {
        self.standby = Some(standby);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DescribeUMemcachePrice => DescribeUMemcachePriceResponse, ACTION);

impl<C> EncodeForm for DescribeUMemcachePrice<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("ChargeType", &self.charge_type);
        form.put("Quantity", &self.quantity);
        form.put("Size", &self.size);
        form.put("Type", &self.standby);
    }
}

/// The reply to [`DescribeUMemcachePrice`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUMemcachePriceResponse {
    /// One price for the given `ChargeType`, or one for each.
    #[doc(alias = "DataSet")]
    pub data_set: Vec<UMemcachePrice>,

    metadata: Metadata,
}

impl_response!(DescribeUMemcachePriceResponse);

impl Object for DescribeUMemcachePriceResponse {
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
