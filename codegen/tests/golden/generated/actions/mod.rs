// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! Requests and replies, one pair per action.

mod close_kitchen;
mod create_meal;
mod describe_dish;
mod describe_umem_backup;
mod find_entry;
mod get_recipe;
mod isolation_dish;
mod list_order;
mod list_oven;
mod pour_water;
mod reserve_table;
mod wash_plate;

pub use close_kitchen::{CloseKitchen, CloseKitchenResponse};
pub use create_meal::{
    CreateMeal, CreateMealCourse, CreateMealCourseLamp, CreateMealCoursePlate,
    CreateMealRequired, CreateMealResponse, CreateMealTable,
};
pub use describe_dish::{DescribeDish, DescribeDishResponse};
pub use describe_umem_backup::{DescribeUMemBackup, DescribeUMemBackupResponse};
pub use find_entry::{FindEntry, FindEntryResponse};
pub use get_recipe::{GetRecipe, GetRecipeResponse};
pub use isolation_dish::{IsolationDish, IsolationDishResponse};
pub use list_order::{ListOrder, ListOrderResponse};
pub use list_oven::{ListOven, ListOvenResponse};
pub use pour_water::{PourWater, PourWaterResponse};
pub use reserve_table::{ReserveTable, ReserveTableField, ReserveTableResponse};
pub use wash_plate::{WashPlate, WashPlateResponse};
