// Written by `cargo xtask regenerate` from api-spec/models/PriceDataSet.yaml. Edit that instead.

use crate::Price;
use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// Parts of the price of a change to a distributed Redis space.
///
/// The names are from UCloud's SDK, the descriptions from an earlier edition of the
/// documentation page.
#[doc(alias = "PriceDataSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemPriceChange {
    /// Price of the change for this account, after its discounts.
    #[doc(alias = "CustomPrice")]
    pub custom_price: Option<Price>,

    /// End of the time paid for. Unit not documented by UCloud; elsewhere in UCloud's
    /// API it is in Unix seconds.
    #[doc(alias = "PurchaseValue")]
    pub purchase_value: Option<i64>,

    /// Price of the change.
    #[doc(alias = "TotalPrice")]
    pub total_price: Option<Price>,
}

impl_model!(UMemPriceChange);

impl Object for UMemPriceChange {
    fn optional(&self) -> &'static [&'static str] {
        &["CustomPrice", "PurchaseValue", "TotalPrice"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "CustomPrice" => (0, Slot::Scalar(&mut self.custom_price)),
            "PurchaseValue" => (1, Slot::Scalar(&mut self.purchase_value)),
            "TotalPrice" => (2, Slot::Scalar(&mut self.total_price)),
            _ => return None,
        };
        Some(slot)
    }
}
