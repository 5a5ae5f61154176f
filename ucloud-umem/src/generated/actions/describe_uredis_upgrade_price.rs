// Written by `cargo xtask regenerate` from api-spec/actions/DescribeURedisUpgradePrice.yaml. Edit that instead.

use crate::Price;
use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::ConvertType;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeURedisUpgradePrice",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Returns the price of a change to a Redis group.
///
/// Prices more memory (`Size`), or a change to another kind (`ConvertType`); nothing is
/// ordered.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_uredis_upgrade_price(8, "uredis-2vbhj1de")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_uredis_upgrade_price
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeURedisUpgradePrice<C = ()> {
    call: Call<C>,
    size: i64,
    group_id: String,
    high_performance: Option<bool>,
    convert_type: Option<ConvertType>,
}

impl DescribeURedisUpgradePrice {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `size`: Memory to price for the group: 1 to 32. Unit: GB.
    /// - `group_id`: Group that would be changed, such as `uredis-00abc`.
    pub fn new(size: i64, group_id: impl Into<String>) -> Self {
        Self::on((), size, group_id)
    }
}

impl<C> DescribeURedisUpgradePrice<C> {
    pub(crate) fn on(client: C, size: i64, group_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            size,
            group_id: group_id.into(),
            high_performance: None,
            convert_type: None,
        }
    }

    /// `true` if the group is of the high-performance kind. Default: `false`.
    #[doc(alias = "HighPerformance")]
    pub fn high_performance(mut self, high_performance: bool) -> Self {
        self.high_performance = Some(high_performance);
        self
    }

    /// Kind that the group would change to. Leave it out to price memory alone. Known
    /// values: `HighPerformance`, `Normal`.
    #[doc(alias = "ConvertType")]
    pub fn convert_type(mut self, convert_type: ConvertType) -> Self {
        self.convert_type = Some(convert_type);
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(DescribeURedisUpgradePrice => DescribeURedisUpgradePriceResponse, ACTION);

impl<C> EncodeForm for DescribeURedisUpgradePrice<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("ConvertType", &self.convert_type);
        form.put("GroupId", &self.group_id);
        form.put("HighPerformance", &self.high_performance);
        form.put("Size", &self.size);
    }
}

/// The reply to [`DescribeURedisUpgradePrice`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeURedisUpgradePriceResponse {
    /// Price of the change.
    #[doc(alias = "Price")]
    pub price: Option<Price>,

    /// Price of the change before discounts.
    #[doc(alias = "OriginalPrice")]
    pub original_price: Option<Price>,

    metadata: Metadata,
}

impl_response!(DescribeURedisUpgradePriceResponse);

impl Object for DescribeURedisUpgradePriceResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["Price", "OriginalPrice"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Price" => (0, Slot::Scalar(&mut self.price)),
            "OriginalPrice" => (1, Slot::Scalar(&mut self.original_price)),
            _ => return None,
        };
        Some(slot)
    }
}
