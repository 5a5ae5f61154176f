// Written by `cargo xtask regenerate` from api-spec/models/UMemcachePriceSet.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::enums::ChargeType;
use crate::response::model;

/// What a Memcached group costs by one way of paying.
///
/// The vendor's page gives no unit for prices, and earlier editions of its price pages
/// differ (yuan, thousandths of a yuan): compare with a price that is known before
/// computing with them.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemcachePriceSet {
    /// Way of paying that the price is for. Known values: `Year`, `Month`, `Dynamic`,
    /// `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Price in all. The page gives no unit.
    #[doc(alias = "Price")]
    pub price: Option<i64>,

    /// Price by the vendor's price list. The page gives no unit.
    #[doc(alias = "ListPrice")]
    pub list_price: Option<i64>,

    /// Price before discounts. The page gives no unit.
    #[doc(alias = "OriginalPrice")]
    pub original_price: Option<i64>,
}

model!(UMemcachePriceSet);

impl Object for UMemcachePriceSet {
    fn optional(&self) -> &'static [&'static str] {
        &["ChargeType", "Price", "ListPrice", "OriginalPrice"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "ChargeType" => (0, Slot::Scalar(&mut self.charge_type)),
            "Price" => (1, Slot::Scalar(&mut self.price)),
            "ListPrice" => (2, Slot::Scalar(&mut self.list_price)),
            "OriginalPrice" => (3, Slot::Scalar(&mut self.original_price)),
            _ => return None,
        };
        Some(slot)
    }
}
