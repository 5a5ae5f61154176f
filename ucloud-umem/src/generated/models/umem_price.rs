// Written by `cargo xtask regenerate` from api-spec/models/UMemPriceSet.yaml. Edit that instead.

use crate::Price;
use crate::decode::{Object, Slot};
use crate::enums::ChargeType;
use crate::response::impl_model;

/// Price of a distributed Redis space for one way of paying.
#[doc(alias = "UMemPriceSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemPrice {
    /// Way of paying that the price is for. Known values: `Year`, `Month`, `Dynamic`,
    /// `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Price now.
    #[doc(alias = "Price")]
    pub price: Option<Price>,

    /// Price before discounts.
    #[doc(alias = "OriginalPrice")]
    pub original_price: Option<Price>,

    /// Price by UCloud's price list. Only the example in UCloud's documentation has this
    /// field.
    #[doc(alias = "ListPrice")]
    #[deprecated(note = "UCloud's SDK announces its removal.")]
    pub list_price: Option<Price>,
}

impl_model!(UMemPrice);

impl Object for UMemPrice {
    fn optional(&self) -> &'static [&'static str] {
        &["ChargeType", "Price", "OriginalPrice", "ListPrice"]
    }

    #[expect(deprecated, reason = "the service still has what it advises against")]
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
