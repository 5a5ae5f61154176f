// Written by `cargo xtask regenerate` from api-spec/. Edit that instead.

use crate::actions::{
    CloseKitchen, CreateMeal, CreateMealRequired, DescribeDish, DescribeUMemBackup,
    FindEntry, GetRecipe, GetRecipeResponse, IsolationDish, ListOrder, ListOven,
    PourWater, ReserveTable, WashPlate,
};
use crate::client::Client;
use crate::enums::{Course, DishState, Heat};
use crate::models::{Dish, Item10, Named, UMemBackupSet};
use crate::waiter::{Absent, Rule, Waiter};

#[cfg(feature = "blocking")]
use crate::blocking;

/// # Cooking
///
/// Meals, from the order to the plate.
impl Client {
    /// Order a meal: [`CreateMeal`].
    #[doc(alias = "CreateMeal")]
    pub fn create_meal(&self, required: CreateMealRequired) -> CreateMeal<Self> {
        CreateMeal::on(self.clone(), required)
    }

    /// List the dishes of a meal: [`DescribeDish`].
    #[doc(alias = "DescribeDish")]
    pub fn describe_dish(&self, meal_id: impl Into<String>) -> DescribeDish<Self> {
        DescribeDish::on(self.clone(), meal_id)
    }

    /// Waits until a dish can be eaten.
    ///
    /// It asks [`DescribeDish`] until `state` is `Done`; `Burnt` ends it with an error.
    pub fn wait_until_dish_done(
        &self,
        meal_id: impl Into<String>,
        dish_id: impl Into<String>,
    ) -> Waiter<Dish> {
        let request = DescribeDish::new(meal_id);
        let dish_id = dish_id.into();
        let found = move |entry: &Dish| entry.dish_id == dish_id;
        Waiter::paged(self.clone(), request, found, dish_done())
    }

    /// Waits until `dish_gone`.
    ///
    /// It asks [`DescribeDish`] until the entry is gone.
    pub fn wait_until_dish_gone(
        &self,
        meal_id: impl Into<String>,
        dish_id: impl Into<String>,
    ) -> Waiter<Dish, Option<Dish>> {
        let request = DescribeDish::new(meal_id);
        let dish_id = dish_id.into();
        let found = move |entry: &Dish| entry.dish_id == dish_id;
        Waiter::paged(self.clone(), request, found, dish_gone())
    }

    /// Find an entry by the names of variables: [`FindEntry`].
    #[doc(alias = "FindEntry")]
    pub fn find_entry(
        &self,
        request: impl Into<String>,
        entry: impl Into<String>,
    ) -> FindEntry<Self> {
        FindEntry::on(self.clone(), request, entry)
    }

    /// Waits until the entry is there.
    ///
    /// It asks [`FindEntry`] until `state` is `Done`.
    pub fn wait_until_entry_found(
        &self,
        request: impl Into<String>,
        entry: impl Into<String>,
        shelf: impl Into<String>,
        entry_name: impl Into<String>,
    ) -> Waiter<Named> {
        let request = FindEntry::new(request, entry).shelf(shelf);
        let entry_name = entry_name.into();
        let found = move |entry: &Named| entry.entry_name == entry_name;
        Waiter::listed(self.clone(), request, found, entry_found())
    }

    /// Read a recipe: [`GetRecipe`].
    #[doc(alias = "GetRecipe")]
    pub fn get_recipe(&self, recipe_id: impl Into<String>) -> GetRecipe<Self> {
        GetRecipe::on(self.clone(), recipe_id)
    }

    /// Waits until the recipe is written.
    ///
    /// It asks [`GetRecipe`] until `state` is `Done` or `Ordered`; `Burnt` ends it with
    /// an error.
    pub fn wait_until_recipe_written(
        &self,
        recipe_id: impl Into<String>,
    ) -> Waiter<GetRecipeResponse> {
        let request = GetRecipe::new(recipe_id);
        Waiter::replied(self.clone(), request, recipe_written())
    }

    /// List the orders of a table: [`ListOrder`].
    #[doc(alias = "ListOrder")]
    pub fn list_order(
        &self,
        order_id: impl Into<String>,
        heat: Heat,
    ) -> ListOrder<Self> {
        ListOrder::on(self.clone(), order_id, heat)
    }

    /// Waits until the order was taken away.
    ///
    /// It asks [`ListOrder`] until the entry is gone; `Lost` or `Forgotten` ends it with
    /// an error.
    pub fn wait_until_order_gone(
        &self,
        order_id: impl Into<String>,
        heat: Heat,
        id: impl Into<String>,
    ) -> Waiter<Item10, Option<Item10>> {
        let request = ListOrder::new(order_id, heat);
        let id: String = id.into();
        let found = move |entry: &Item10| entry.id.as_deref() == Some(id.as_str());
        Waiter::listed(self.clone(), request, found, order_gone())
    }

    /// Waits until the order is ready: "\] \*/ # and \<b>.
    ///
    /// It asks [`ListOrder`] until `state` is `Ready`; an entry that is not there ends
    /// it with an error.
    pub fn wait_until_order_ready(
        &self,
        order_id: impl Into<String>,
        heat: Heat,
        id: impl Into<String>,
    ) -> Waiter<Item10> {
        let request = ListOrder::new(order_id, heat);
        let id: String = id.into();
        let found = move |entry: &Item10| entry.id.as_deref() == Some(id.as_str());
        Waiter::listed(self.clone(), request, found, order_ready())
    }

    /// List the ovens: [`ListOven`].
    #[doc(alias = "ListOven")]
    pub fn list_oven(&self) -> ListOven<Self> {
        ListOven::on(self.clone())
    }

    /// Reserve a table whose rows are called like what the crate itself has:
    /// [`ReserveTable`].
    #[doc(alias = "ReserveTable")]
    pub fn reserve_table(
        &self,
        kind: impl Into<String>,
        vpc_id: impl Into<String>,
        guest: impl Into<String>,
    ) -> ReserveTable<Self> {
        ReserveTable::on(self.clone(), kind, vpc_id, guest)
    }
}

/// # Cooking
///
/// Meals, from the order to the plate.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// Order a meal: [`CreateMeal`].
    #[doc(alias = "CreateMeal")]
    pub fn create_meal(&self, required: CreateMealRequired) -> CreateMeal<Self> {
        CreateMeal::on(self.clone(), required)
    }

    /// List the dishes of a meal: [`DescribeDish`].
    #[doc(alias = "DescribeDish")]
    pub fn describe_dish(&self, meal_id: impl Into<String>) -> DescribeDish<Self> {
        DescribeDish::on(self.clone(), meal_id)
    }

    /// Waits until a dish can be eaten.
    ///
    /// It asks [`DescribeDish`] until `state` is `Done`; `Burnt` ends it with an error.
    pub fn wait_until_dish_done(
        &self,
        meal_id: impl Into<String>,
        dish_id: impl Into<String>,
    ) -> blocking::Waiter<Dish> {
        self.waiter(|client| client.wait_until_dish_done(meal_id, dish_id))
    }

    /// Waits until `dish_gone`.
    ///
    /// It asks [`DescribeDish`] until the entry is gone.
    pub fn wait_until_dish_gone(
        &self,
        meal_id: impl Into<String>,
        dish_id: impl Into<String>,
    ) -> blocking::Waiter<Dish, Option<Dish>> {
        self.waiter(|client| client.wait_until_dish_gone(meal_id, dish_id))
    }

    /// Find an entry by the names of variables: [`FindEntry`].
    #[doc(alias = "FindEntry")]
    pub fn find_entry(
        &self,
        request: impl Into<String>,
        entry: impl Into<String>,
    ) -> FindEntry<Self> {
        FindEntry::on(self.clone(), request, entry)
    }

    /// Waits until the entry is there.
    ///
    /// It asks [`FindEntry`] until `state` is `Done`.
    pub fn wait_until_entry_found(
        &self,
        request: impl Into<String>,
        entry: impl Into<String>,
        shelf: impl Into<String>,
        entry_name: impl Into<String>,
    ) -> blocking::Waiter<Named> {
        self.waiter(|client| {
            client.wait_until_entry_found(request, entry, shelf, entry_name)
        })
    }

    /// Read a recipe: [`GetRecipe`].
    #[doc(alias = "GetRecipe")]
    pub fn get_recipe(&self, recipe_id: impl Into<String>) -> GetRecipe<Self> {
        GetRecipe::on(self.clone(), recipe_id)
    }

    /// Waits until the recipe is written.
    ///
    /// It asks [`GetRecipe`] until `state` is `Done` or `Ordered`; `Burnt` ends it with
    /// an error.
    pub fn wait_until_recipe_written(
        &self,
        recipe_id: impl Into<String>,
    ) -> blocking::Waiter<GetRecipeResponse> {
        self.waiter(|client| client.wait_until_recipe_written(recipe_id))
    }

    /// List the orders of a table: [`ListOrder`].
    #[doc(alias = "ListOrder")]
    pub fn list_order(
        &self,
        order_id: impl Into<String>,
        heat: Heat,
    ) -> ListOrder<Self> {
        ListOrder::on(self.clone(), order_id, heat)
    }

    /// Waits until the order was taken away.
    ///
    /// It asks [`ListOrder`] until the entry is gone; `Lost` or `Forgotten` ends it with
    /// an error.
    pub fn wait_until_order_gone(
        &self,
        order_id: impl Into<String>,
        heat: Heat,
        id: impl Into<String>,
    ) -> blocking::Waiter<Item10, Option<Item10>> {
        self.waiter(|client| client.wait_until_order_gone(order_id, heat, id))
    }

    /// Waits until the order is ready: "\] \*/ # and \<b>.
    ///
    /// It asks [`ListOrder`] until `state` is `Ready`; an entry that is not there ends
    /// it with an error.
    pub fn wait_until_order_ready(
        &self,
        order_id: impl Into<String>,
        heat: Heat,
        id: impl Into<String>,
    ) -> blocking::Waiter<Item10> {
        self.waiter(|client| client.wait_until_order_ready(order_id, heat, id))
    }

    /// List the ovens: [`ListOven`].
    #[doc(alias = "ListOven")]
    pub fn list_oven(&self) -> ListOven<Self> {
        ListOven::on(self.clone())
    }

    /// Reserve a table whose rows are called like what the crate itself has:
    /// [`ReserveTable`].
    #[doc(alias = "ReserveTable")]
    pub fn reserve_table(
        &self,
        kind: impl Into<String>,
        vpc_id: impl Into<String>,
        guest: impl Into<String>,
    ) -> ReserveTable<Self> {
        ReserveTable::on(self.clone(), kind, vpc_id, guest)
    }
}

/// # Hostile # \[text\] \<b>\`
///
/// A section's text, too: \*/ "\] \<script>alert(1)\</script> <https://a.example>.
impl Client {
    /// Close the kitchen: [`CloseKitchen`].
    #[doc(alias = "CloseKitchen")]
    #[deprecated(
        note = "It never closes. \\<script>alert(2)\\</script> \\<b> \"\\] fn main() {} \\*/ <https://a.example> \\[Vec\\]."
    )]
    pub fn close_kitchen(&self) -> CloseKitchen<Self> {
        CloseKitchen::on(self.clone())
    }

    /// Keep a dish apart: [`IsolationDish`].
    #[doc(alias = "ISolationDish")]
    pub fn isolation_dish(
        &self,
        aof_id: impl Into<String>,
        ufry_id: impl Into<String>,
    ) -> IsolationDish<Self> {
        IsolationDish::on(self.clone(), aof_id, ufry_id)
    }

    /// \*/ "\] #\[deprecated\] \<script>alert(1)\</script> \`unbalanced \[link\]
    /// <https://a.example/x_y_z>: [`WashPlate`].
    #[doc(alias = "WashPlate")]
    pub fn wash_plate(&self, plate_id: impl Into<String>) -> WashPlate<Self> {
        WashPlate::on(self.clone(), plate_id)
    }
}

/// # Hostile # \[text\] \<b>\`
///
/// A section's text, too: \*/ "\] \<script>alert(1)\</script> <https://a.example>.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// Close the kitchen: [`CloseKitchen`].
    #[doc(alias = "CloseKitchen")]
    #[deprecated(
        note = "It never closes. \\<script>alert(2)\\</script> \\<b> \"\\] fn main() {} \\*/ <https://a.example> \\[Vec\\]."
    )]
    pub fn close_kitchen(&self) -> CloseKitchen<Self> {
        CloseKitchen::on(self.clone())
    }

    /// Keep a dish apart: [`IsolationDish`].
    #[doc(alias = "ISolationDish")]
    pub fn isolation_dish(
        &self,
        aof_id: impl Into<String>,
        ufry_id: impl Into<String>,
    ) -> IsolationDish<Self> {
        IsolationDish::on(self.clone(), aof_id, ufry_id)
    }

    /// \*/ "\] #\[deprecated\] \<script>alert(1)\</script> \`unbalanced \[link\]
    /// <https://a.example/x_y_z>: [`WashPlate`].
    #[doc(alias = "WashPlate")]
    pub fn wash_plate(&self, plate_id: impl Into<String>) -> WashPlate<Self> {
        WashPlate::on(self.clone(), plate_id)
    }
}

/// # Bare
impl Client {
    /// PourWater: [`PourWater`].
    #[doc(alias = "PourWater")]
    pub fn pour_water(
        &self,
        glass_id: impl Into<String>,
        course: Course,
    ) -> PourWater<Self> {
        PourWater::on(self.clone(), glass_id, course)
    }
}

/// # Bare
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// PourWater: [`PourWater`].
    #[doc(alias = "PourWater")]
    pub fn pour_water(
        &self,
        glass_id: impl Into<String>,
        course: Course,
    ) -> PourWater<Self> {
        PourWater::on(self.clone(), glass_id, course)
    }
}

/// # Backups
///
/// What the tests of the crate itself call.
impl Client {
    /// List the backups of a distributed Redis space: [`DescribeUMemBackup`].
    #[doc(alias = "DescribeUMemBackup")]
    pub fn describe_umem_backup(
        &self,
        space_id: impl Into<String>,
    ) -> DescribeUMemBackup<Self> {
        DescribeUMemBackup::on(self.clone(), space_id)
    }

    /// Waits until a backup is finished.
    ///
    /// It asks [`DescribeUMemBackup`] until `state` is `Done`.
    pub fn wait_until_umem_backup_done(
        &self,
        space_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> Waiter<UMemBackupSet> {
        let request = DescribeUMemBackup::new(space_id);
        let backup_id = backup_id.into();
        let found = move |entry: &UMemBackupSet| entry.backup_id == backup_id;
        Waiter::paged(self.clone(), request, found, umem_backup_done())
    }
}

/// # Backups
///
/// What the tests of the crate itself call.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// List the backups of a distributed Redis space: [`DescribeUMemBackup`].
    #[doc(alias = "DescribeUMemBackup")]
    pub fn describe_umem_backup(
        &self,
        space_id: impl Into<String>,
    ) -> DescribeUMemBackup<Self> {
        DescribeUMemBackup::on(self.clone(), space_id)
    }

    /// Waits until a backup is finished.
    ///
    /// It asks [`DescribeUMemBackup`] until `state` is `Done`.
    pub fn wait_until_umem_backup_done(
        &self,
        space_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> blocking::Waiter<UMemBackupSet> {
        self.waiter(|client| client.wait_until_umem_backup_done(space_id, backup_id))
    }
}

fn dish_done() -> Rule<Dish, Dish> {
    Rule {
        name: "dish_done",
        action: "DescribeDish",
        state: |entry| Some(entry.state.as_str()),
        success: &["Done"],
        failure: &["Burnt"],
        absent: Absent::Retry,
        result: |entry| entry,
    }
}

fn dish_gone() -> Rule<Dish, Option<Dish>> {
    Rule {
        name: "dish_gone",
        action: "DescribeDish",
        state: |entry| Some(entry.state.as_str()),
        success: &[],
        failure: &[],
        absent: Absent::Success(|last| last),
        result: Some,
    }
}

fn umem_backup_done() -> Rule<UMemBackupSet, UMemBackupSet> {
    Rule {
        name: "umem_backup_done",
        action: "DescribeUMemBackup",
        state: |entry| Some(entry.state.as_str()),
        success: &["Done"],
        failure: &[],
        absent: Absent::Retry,
        result: |entry| entry,
    }
}

fn entry_found() -> Rule<Named, Named> {
    Rule {
        name: "entry_found",
        action: "FindEntry",
        state: |entry| entry.state.as_ref().map(DishState::as_str),
        success: &["Done"],
        failure: &[],
        absent: Absent::Retry,
        result: |entry| entry,
    }
}

fn recipe_written() -> Rule<GetRecipeResponse, GetRecipeResponse> {
    Rule {
        name: "recipe_written",
        action: "GetRecipe",
        state: |entry| Some(entry.state.as_str()),
        success: &["Done", "Ordered"],
        failure: &["Burnt"],
        absent: Absent::Retry,
        result: |entry| entry,
    }
}

fn order_gone() -> Rule<Item10, Option<Item10>> {
    Rule {
        name: "order_gone",
        action: "ListOrder",
        state: |entry| entry.state.as_deref(),
        success: &[],
        failure: &["Lost", "Forgotten"],
        absent: Absent::Success(|last| last),
        result: Some,
    }
}

fn order_ready() -> Rule<Item10, Item10> {
    Rule {
        name: "order_ready",
        action: "ListOrder",
        state: |entry| entry.state.as_deref(),
        success: &["Ready"],
        failure: &[],
        absent: Absent::Failure,
        result: |entry| entry,
    }
}
