// Written by `cargo xtask regenerate` from api-spec/models/URedisPriceSet.yaml. Edit that instead.

use crate::Price;
use crate::decode::{Object, Slot};
use crate::enums::ChargeType;
use crate::response::impl_model;

/// Price of a Redis group, or of a replica of one, for one way of paying.
#[doc(alias = "URedisPriceSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct URedisPrice {
    /// Price before discounts.
    #[doc(alias = "OriginalPrice")]
    pub original_price: Price,

    /// Way of paying that the price is for. Known values: `Year`, `Month`, `Dynamic`,
    /// `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Price by UCloud's price list.
    #[doc(alias = "ListPrice")]
    pub list_price: Option<Price>,

    /// Price in all.
    #[doc(alias = "Price")]
    pub price: Option<Price>,
}

impl_model!(URedisPrice);

impl Object for URedisPrice {
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
