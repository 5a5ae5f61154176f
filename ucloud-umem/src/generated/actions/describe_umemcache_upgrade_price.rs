// Written by `cargo xtask regenerate` from api-spec/actions/DescribeUMemcacheUpgradePrice.yaml. Edit that instead.

use crate::Price;
use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "DescribeUMemcacheUpgradePrice",
    effect: Effect::Read,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: None,
};

/// Returns the price of more memory for a Memcached group.
///
/// Prices what `ResizeUMemcacheGroup` does; nothing is ordered.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client
///     .describe_umemcache_upgrade_price(8, "umemcache-5gk2wzqd")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/describe_umem_cache_upgrade_price
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct DescribeUMemcacheUpgradePrice<C = ()> {
    call: Call<C>,
    size: i64,
    group_id: String,
}

impl DescribeUMemcacheUpgradePrice {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `size`: Memory that the group would have. Unit: GB.
    /// - `group_id`: Group that would be resized, such as `umemcache-00abc`.
    pub fn new(size: i64, group_id: impl Into<String>) -> Self {
        Self::on((), size, group_id)
    }
}

impl<C> DescribeUMemcacheUpgradePrice<C> {
    pub(crate) fn on(client: C, size: i64, group_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            size,
            group_id: group_id.into(),
        }
    }

    common_setters!(region, zone, project_id);
}

impl_request!(
    DescribeUMemcacheUpgradePrice => DescribeUMemcacheUpgradePriceResponse, ACTION
);

impl<C> EncodeForm for DescribeUMemcacheUpgradePrice<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("GroupId", &self.group_id);
        form.put("Size", &self.size);
    }
}

/// The reply to [`DescribeUMemcacheUpgradePrice`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct DescribeUMemcacheUpgradePriceResponse {
    /// Price of the change.
    #[doc(alias = "Price")]
    pub price: Option<Price>,

    /// Price of the change before discounts.
    #[doc(alias = "OriginalPrice")]
    pub original_price: Option<Price>,

    /// Price of the change by UCloud's price list.
    #[doc(alias = "ListPrice")]
    pub list_price: Option<Price>,

    metadata: Metadata,
}

impl_response!(DescribeUMemcacheUpgradePriceResponse);

impl Object for DescribeUMemcacheUpgradePriceResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["Price", "OriginalPrice", "ListPrice"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Price" => (0, Slot::Scalar(&mut self.price)),
            "OriginalPrice" => (1, Slot::Scalar(&mut self.original_price)),
            "ListPrice" => (2, Slot::Scalar(&mut self.list_price)),
            _ => return None,
        };
        Some(slot)
    }
}
