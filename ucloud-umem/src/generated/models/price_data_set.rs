// Written by `cargo xtask regenerate` from api-spec/models/PriceDataSet.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::response::model;

/// The price of a change to a distributed Redis space, in parts.
///
/// Today's page has it no longer: the names are those of the vendor's SDK, and what is
/// said of them comes from an earlier edition of the page, which gave no units.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PriceDataSet {
    /// Price of the change for this account, after its discounts. No unit is given.
    #[doc(alias = "CustomPrice")]
    pub custom_price: Option<i64>,

    /// Until when the space is paid for. How it is counted is not said; elsewhere in the
    /// vendor's API it is in Unix seconds.
    #[doc(alias = "PurchaseValue")]
    pub purchase_value: Option<i64>,

    /// Price of the change. No unit is given.
    #[doc(alias = "TotalPrice")]
    pub total_price: Option<i64>,
}

model!(PriceDataSet);

impl Object for PriceDataSet {
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
