// Written by `cargo xtask regenerate` from api-spec/models/UMemcachePriceSet.yaml. Edit that instead.

use crate::Price;
use crate::decode::{Object, Slot};
use crate::enums::ChargeType;
use crate::response::impl_model;

/// Price of a Memcached group for one way of paying.
#[doc(alias = "UMemcachePriceSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemcachePrice {
    /// Way of paying that the price is for. Known values: `Year`, `Month`, `Dynamic`,
    /// `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Price in all.
    #[doc(alias = "Price")]
    pub price: Option<Price>,

    /// Price by UCloud's price list.
    #[doc(alias = "ListPrice")]
    pub list_price: Option<Price>,

    /// Price before discounts.
    #[doc(alias = "OriginalPrice")]
    pub original_price: Option<Price>,
}

impl_model!(UMemcachePrice);

impl Object for UMemcachePrice {
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
