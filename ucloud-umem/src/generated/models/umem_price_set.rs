// Written by `cargo xtask regenerate` from api-spec/models/UMemPriceSet.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::enums::ChargeType;
use crate::response::model;

/// What a distributed Redis space costs by one way of paying.
///
/// The vendor's page gives no unit for prices, and earlier editions of its price pages
/// differ (yuan, thousandths of a yuan): compare with a price that is known before
/// computing with them.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemPriceSet {
    /// Way of paying that the price is for. Known values: `Year`, `Month`, `Dynamic`,
    /// `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Price now. The page gives no unit.
    #[doc(alias = "Price")]
    pub price: Option<i64>,

    /// Price before discounts. The page gives no unit.
    #[doc(alias = "OriginalPrice")]
    pub original_price: Option<i64>,

    /// Price by the vendor's price list, without a unit. Only the page's example has
    /// this member; the vendor's SDK marks it as deprecated.
    #[doc(alias = "ListPrice")]
    pub list_price: Option<i64>,
}

model!(UMemPriceSet);

impl Object for UMemPriceSet {
    fn optional(&self) -> &'static [&'static str] {
        &["ChargeType", "Price", "OriginalPrice", "ListPrice"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "ChargeType" => (0, Slot::Scalar(&mut self.charge_type)),
            "Price" => (1, Slot::Scalar(&mut self.price)),
            "OriginalPrice" => (2, Slot::Scalar(&mut self.original_price)),
            "ListPrice" => (3, Slot::Scalar(&mut self.list_price)),
            _ => return None,
        };
        Some(slot)
    }
}
