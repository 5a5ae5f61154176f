// Written by `cargo xtask regenerate` from api-spec/models/Dish.yaml. Edit that instead.

use crate::{Password, Price, Timestamp};
use crate::decode::{Object, Slot};
use crate::enums::{DishState, Heat};
use crate::models::Named;
use crate::response::impl_model;

/// One dish of a meal.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dish {
    /// Id of the dish.
    #[doc(alias = "DishId")]
    pub dish_id: String,

    /// How far it is. Known values: `Ordered`, `cooking`, `Done`, `Burnt`.
    #[doc(alias = "State")]
    pub state: DishState,

    /// A keyword on the wire: given a better name.
    #[doc(alias = "Type")]
    pub kind: String,

    /// When it was ordered.
    #[doc(alias = "CreateTime")]
    pub create_time: Timestamp,

    /// When it was done.
    #[doc(alias = "EndTime")]
    pub end_time: Option<Timestamp>,

    /// What it weighs. Unit: kg.
    #[doc(alias = "Weight")]
    pub weight: f64,

    /// What it costs. Unit: EUR.
    #[doc(alias = "Price")]
    pub price: Option<f64>,

    /// Fee for serving it.
    #[doc(alias = "Fee")]
    pub fee: Option<Price>,

    /// Tip for the cook.
    #[doc(alias = "Tip")]
    pub tip: Price,

    /// Portions.
    #[doc(alias = "Count")]
    pub count: i64,

    /// What it gives, as far as that is known. Unit: kcal.
    #[doc(alias = "Calories")]
    pub calories: Option<i64>,

    /// Whether it is vegan.
    #[doc(alias = "Vegan")]
    pub vegan: bool,

    /// Whether it is on the house.
    #[doc(alias = "Gift")]
    pub gift: Option<bool>,

    /// Whether it is hot.
    #[doc(alias = "Hot")]
    pub hot: bool,

    /// Whether it is spicy.
    #[doc(alias = "Spicy")]
    pub spicy: Option<bool>,

    /// How hot it is.
    #[doc(alias = "Heat")]
    pub heat: Option<Heat>,

    /// What the guest wrote, in base64 on the wire.
    #[doc(alias = "Note")]
    pub note: String,

    /// The same where there may be none.
    #[doc(alias = "Remark")]
    pub remark: Option<String>,

    /// The secret ingredient.
    #[doc(alias = "Secret")]
    pub secret: Password,

    /// The key of the pantry, in base64 on the wire.
    #[doc(alias = "Key")]
    pub key: Option<Password>,

    /// Place on the menu.
    #[doc(alias = "Rank")]
    pub rank: Option<i64>,

    /// Only the example has it.
    #[doc(alias = "Protocol")]
    pub protocol: Option<String>,

    /// What comes with it.
    #[doc(alias = "Sides")]
    pub sides: Vec<Named>,

    /// What the guest said.
    #[doc(alias = "Old")]
    #[deprecated(note = "`Note` says it better; \"\\] # \\*/.")]
    pub old: Option<String>,
}

impl_model!(Dish);

impl Object for Dish {
    fn required(&self) -> &'static [&'static str] {
        &[
            "DishId",
            "State",
            "Type",
            "CreateTime",
            "Weight",
            "Tip",
            "Count",
            "Vegan",
            "Hot",
            "Note",
            "Secret",
        ]
    }

    fn optional(&self) -> &'static [&'static str] {
        &[
            "EndTime",
            "Price",
            "Fee",
            "Calories",
            "Gift",
            "Spicy",
            "Heat",
            "Remark",
            "Key",
            "Rank",
            "Protocol",
            "Sides",
            "Old",
        ]
    }

    #[expect(deprecated, reason = "the service still has what it advises against")]
    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "DishId" => (0, Slot::Scalar(&mut self.dish_id)),
            "State" => (1, Slot::Scalar(&mut self.state)),
            "Type" => (2, Slot::Scalar(&mut self.kind)),
            "CreateTime" => (3, Slot::Scalar(&mut self.create_time)),
            "Weight" => (4, Slot::Scalar(&mut self.weight)),
            "Tip" => (5, Slot::Scalar(&mut self.tip)),
            "Count" => (6, Slot::Scalar(&mut self.count)),
            "Vegan" => (7, Slot::Scalar(&mut self.vegan)),
            "Hot" => (8, Slot::Switch(&mut self.hot, "Yes", "No")),
            "Note" => (9, Slot::Base64(&mut self.note)),
            "Secret" => (10, Slot::Scalar(&mut self.secret)),
            "EndTime" => (11, Slot::Scalar(&mut self.end_time)),
            "Price" => (12, Slot::Scalar(&mut self.price)),
            "Fee" => (13, Slot::Scalar(&mut self.fee)),
            "Calories" => (14, Slot::Scalar(&mut self.calories)),
            "Gift" => (15, Slot::Scalar(&mut self.gift)),
            "Spicy" => (16, Slot::Switch(&mut self.spicy, "enable", "disable")),
            "Heat" => (17, Slot::Scalar(&mut self.heat)),
            "Remark" => (18, Slot::Base64(&mut self.remark)),
            "Key" => (19, Slot::Base64(&mut self.key)),
            "Rank" => (20, Slot::Scalar(&mut self.rank)),
            "Protocol" => (21, Slot::Scalar(&mut self.protocol)),
            "Sides" => (22, Slot::Objects(&mut self.sides)),
            "Old" => (23, Slot::Scalar(&mut self.old)),
            _ => return None,
        };
        Some(slot)
    }
}
