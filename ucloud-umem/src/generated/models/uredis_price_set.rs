// Written by `cargo xtask regenerate` from api-spec/models/URedisPriceSet.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::enums::ChargeType;
use crate::response::model;

/// What a Redis group, or a replica of one, costs by one way of paying.
///
/// The vendor's page gives no unit for prices, and earlier editions of its price pages
/// differ (yuan, thousandths of a yuan): compare with a price that is known before
/// computing with them.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct URedisPriceSet {
    /// Price before discounts. The page gives no unit.
    #[doc(alias = "OriginalPrice")]
    pub original_price: i64,

    /// Way of paying that the price is for. Known values: `Year`, `Month`, `Dynamic`,
    /// `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Price by the vendor's price list. The page gives no unit.
    #[doc(alias = "ListPrice")]
    pub list_price: Option<i64>,

    /// Price in all. The page gives no unit.
    #[doc(alias = "Price")]
    pub price: Option<i64>,
}

model!(URedisPriceSet);

impl Object for URedisPriceSet {
    fn required(&self) -> &'static [&'static str] {
        &["OriginalPrice"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["ChargeType", "ListPrice", "Price"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "OriginalPrice" => (0, Slot::Scalar(&mut self.original_price)),
            "ChargeType" => (1, Slot::Scalar(&mut self.charge_type)),
            "ListPrice" => (2, Slot::Scalar(&mut self.list_price)),
            "Price" => (3, Slot::Scalar(&mut self.price)),
            _ => return None,
        };
        Some(slot)
    }
}
