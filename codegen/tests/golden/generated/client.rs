// Written by `cargo xtask regenerate` from api-spec/. Edit that instead.

use crate::actions::{
    CloseKitchen, CreateMeal, CreateMealRequired, DescribeDish, DescribeUMemBackup,
    FindEntry, GetRecipe, GetRecipeResponse, IsolationDish, ListOrder, ListOven,
    PourWater, ReserveTable, WashPlate,
};
use crate::client::Client;
use crate::enums::{Course, DishState, Heat};
use crate::models::{Dish, Item10, Named, UMemBackupSet};
use crate::waiter::{Acceptor, Entries, Matches, OnMissing, Waiter};

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
    /// It polls [`DescribeDish`] until `state` is `Done`. `Burnt` ends it with an error.
    pub fn wait_until_dish_done(
        &self,
        meal_id: impl Into<String>,
        dish_id: impl Into<String>,
    ) -> Waiter<Dish> {
        let dish_id: String = dish_id.into();
        Waiter::paged(
            self.clone(),
            DescribeDish::new(meal_id),
            dish_done(),
            move |entries| Matches::of(entries, |entry| Some(&entry.dish_id), &dish_id),
        )
    }

    /// Waits until a dish is served as it was ordered.
    ///
    /// It polls [`DescribeDish`] until `state` is `Done`, and each of `count`,
    /// `calories`, `heat`, `old` has the given value. `Burnt` ends it with an error.
    ///
    /// - `portions`: Portions.
    /// - `calories`: What it gives, as far as that is known. Unit: kcal.
    /// - `heat`: How hot it is.
    /// - `remark`: What the guest said.
    pub fn wait_until_dish_served(
        &self,
        meal_id: impl Into<String>,
        dish_id: impl Into<String>,
        portions: i64,
        calories: i64,
        heat: Heat,
        remark: impl Into<String>,
    ) -> Waiter<Dish> {
        let dish_id: String = dish_id.into();
        Waiter::paged(
            self.clone(),
            DescribeDish::new(meal_id),
            dish_served(portions, calories, heat, remark.into()),
            move |entries| Matches::of(entries, |entry| Some(&entry.dish_id), &dish_id),
        )
    }

    /// Waits until a side dish can be eaten.
    ///
    /// It polls [`DescribeDish`] until `state` is `Done`.
    pub fn wait_until_side_done(
        &self,
        meal_id: impl Into<String>,
        entry_name: impl Into<String>,
    ) -> Waiter<Named> {
        let entry_name: String = entry_name.into();
        Waiter::paged(
            self.clone(),
            DescribeDish::new(meal_id),
            side_done(),
            move |entries| Matches::of(
                entries.into_iter().flat_map(|entry| entry.sides),
                |entry| Some(&entry.entry_name),
                &entry_name,
            ),
        )
    }

    /// Waits until `dish_gone`.
    ///
    /// It polls [`DescribeDish`] until the entry is gone.
    pub fn wait_until_dish_gone(
        &self,
        meal_id: impl Into<String>,
        dish_id: impl Into<String>,
    ) -> Waiter<Option<Dish>> {
        let dish_id: String = dish_id.into();
        Waiter::paged(
            self.clone(),
            DescribeDish::new(meal_id),
            dish_gone(),
            move |entries| Matches::of(entries, |entry| Some(&entry.dish_id), &dish_id),
        )
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
    /// It polls [`FindEntry`] until `state` is `Done`.
    pub fn wait_until_entry_found(
        &self,
        request: impl Into<String>,
        entry: impl Into<String>,
        shelf: impl Into<String>,
        entry_name: impl Into<String>,
    ) -> Waiter<Named> {
        let entry_name: String = entry_name.into();
        Waiter::listed(
            self.clone(),
            FindEntry::new(request, entry).shelf(shelf),
            entry_found(),
            move |entries| Matches::of(
                entries,
                |entry| Some(&entry.entry_name),
                &entry_name,
            ),
        )
    }

    /// Read a recipe: [`GetRecipe`].
    #[doc(alias = "GetRecipe")]
    pub fn get_recipe(&self, recipe_id: impl Into<String>) -> GetRecipe<Self> {
        GetRecipe::on(self.clone(), recipe_id)
    }

    /// Waits until the recipe is written.
    ///
    /// It polls [`GetRecipe`] until `state` is `Done` or `Ordered`. `Burnt` ends it with
    /// an error.
    pub fn wait_until_recipe_written(
        &self,
        recipe_id: impl Into<String>,
    ) -> Waiter<GetRecipeResponse> {
        Waiter::responded(self.clone(), GetRecipe::new(recipe_id), recipe_written())
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
    /// It polls [`ListOrder`] until the entry is gone. `Lost` or `Forgotten` ends it
    /// with an error.
    pub fn wait_until_order_gone(
        &self,
        order_id: impl Into<String>,
        heat: Heat,
        id: impl Into<String>,
    ) -> Waiter<Option<Item10>> {
        let id: String = id.into();
        Waiter::listed(
            self.clone(),
            ListOrder::new(order_id, heat),
            order_gone(),
            move |entries| Matches::of(entries, |entry| entry.id.as_ref(), &id),
        )
    }

    /// Waits until the order is ready: "\] \*/ # and \<b>.
    ///
    /// It polls [`ListOrder`] until `state` is `Ready`. An entry that is not there ends
    /// it with an error.
    pub fn wait_until_order_ready(
        &self,
        order_id: impl Into<String>,
        heat: Heat,
        id: impl Into<String>,
    ) -> Waiter<Item10> {
        let id: String = id.into();
        Waiter::listed(
            self.clone(),
            ListOrder::new(order_id, heat),
            order_ready(),
            move |entries| Matches::of(entries, |entry| entry.id.as_ref(), &id),
        )
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
    /// It polls [`DescribeDish`] until `state` is `Done`. `Burnt` ends it with an error.
    pub fn wait_until_dish_done(
        &self,
        meal_id: impl Into<String>,
        dish_id: impl Into<String>,
    ) -> blocking::Waiter<Dish> {
        self.waiter(|client| client.wait_until_dish_done(meal_id, dish_id))
    }

    /// Waits until a dish is served as it was ordered.
    ///
    /// It polls [`DescribeDish`] until `state` is `Done`, and each of `count`,
    /// `calories`, `heat`, `old` has the given value. `Burnt` ends it with an error.
    ///
    /// - `portions`: Portions.
    /// - `calories`: What it gives, as far as that is known. Unit: kcal.
    /// - `heat`: How hot it is.
    /// - `remark`: What the guest said.
    pub fn wait_until_dish_served(
        &self,
        meal_id: impl Into<String>,
        dish_id: impl Into<String>,
        portions: i64,
        calories: i64,
        heat: Heat,
        remark: impl Into<String>,
    ) -> blocking::Waiter<Dish> {
        self.waiter(|client| {
            client
                .wait_until_dish_served(
                    meal_id,
                    dish_id,
                    portions,
                    calories,
                    heat,
                    remark,
                )
        })
    }

    /// Waits until a side dish can be eaten.
    ///
    /// It polls [`DescribeDish`] until `state` is `Done`.
    pub fn wait_until_side_done(
        &self,
        meal_id: impl Into<String>,
        entry_name: impl Into<String>,
    ) -> blocking::Waiter<Named> {
        self.waiter(|client| client.wait_until_side_done(meal_id, entry_name))
    }

    /// Waits until `dish_gone`.
    ///
    /// It polls [`DescribeDish`] until the entry is gone.
    pub fn wait_until_dish_gone(
        &self,
        meal_id: impl Into<String>,
        dish_id: impl Into<String>,
    ) -> blocking::Waiter<Option<Dish>> {
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
    /// It polls [`FindEntry`] until `state` is `Done`.
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
    /// It polls [`GetRecipe`] until `state` is `Done` or `Ordered`. `Burnt` ends it with
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
    /// It polls [`ListOrder`] until the entry is gone. `Lost` or `Forgotten` ends it
    /// with an error.
    pub fn wait_until_order_gone(
        &self,
        order_id: impl Into<String>,
        heat: Heat,
        id: impl Into<String>,
    ) -> blocking::Waiter<Option<Item10>> {
        self.waiter(|client| client.wait_until_order_gone(order_id, heat, id))
    }

    /// Waits until the order is ready: "\] \*/ # and \<b>.
    ///
    /// It polls [`ListOrder`] until `state` is `Ready`. An entry that is not there ends
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
    /// It polls [`DescribeUMemBackup`] until `state` is `Done` in every entry with that
    /// `backup_id`.
    pub fn wait_until_umem_backup_done(
        &self,
        space_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> Waiter<Vec<UMemBackupSet>> {
        let backup_id: String = backup_id.into();
        Waiter::paged(
            self.clone(),
            DescribeUMemBackup::new(space_id),
            umem_backup_done(),
            move |entries| Matches::of(
                entries,
                |entry| Some(&entry.backup_id),
                &backup_id,
            ),
        )
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
    /// It polls [`DescribeUMemBackup`] until `state` is `Done` in every entry with that
    /// `backup_id`.
    pub fn wait_until_umem_backup_done(
        &self,
        space_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> blocking::Waiter<Vec<UMemBackupSet>> {
        self.waiter(|client| client.wait_until_umem_backup_done(space_id, backup_id))
    }
}

fn dish_done() -> Acceptor<Dish, Dish> {
    Acceptor {
        name: "dish_done",
        action: "DescribeDish",
        state: |entry| Some(entry.state.as_str()),
        success: &["Done"],
        failure: &["Burnt"],
        expected: vec![],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

#[expect(deprecated, reason = "the service still has what it advises against")]
fn dish_served(
    portions: i64,
    calories: i64,
    heat: Heat,
    remark: String,
) -> Acceptor<Dish, Dish> {
    Acceptor {
        name: "dish_served",
        action: "DescribeDish",
        state: |entry| Some(entry.state.as_str()),
        success: &["Done"],
        failure: &["Burnt"],
        expected: vec![
            ("Count", Box::new(move |entry| entry.count == portions)),
            ("Calories", Box::new(move |entry| entry.calories == Some(calories))),
            ("Heat", Box::new(move |entry| entry.heat.as_ref() == Some(&heat))),
            ("Old", Box::new(move |entry| entry.old.as_ref() == Some(&remark))),
        ],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn side_done() -> Acceptor<Named, Named> {
    Acceptor {
        name: "side_done",
        action: "DescribeDish",
        state: |entry| entry.state.as_ref().map(DishState::as_str),
        success: &["Done"],
        failure: &[],
        expected: vec![],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn dish_gone() -> Acceptor<Dish, Option<Dish>> {
    Acceptor {
        name: "dish_gone",
        action: "DescribeDish",
        state: |entry| Some(entry.state.as_str()),
        success: &[],
        failure: &[],
        expected: vec![],
        entries: Entries::First(Some),
        on_missing: OnMissing::Success(Default::default),
    }
}

fn umem_backup_done() -> Acceptor<UMemBackupSet, Vec<UMemBackupSet>> {
    Acceptor {
        name: "umem_backup_done",
        action: "DescribeUMemBackup",
        state: |entry| Some(entry.state.as_str()),
        success: &["Done"],
        failure: &[],
        expected: vec![],
        entries: Entries::All(|entries| entries),
        on_missing: OnMissing::Retry,
    }
}

fn entry_found() -> Acceptor<Named, Named> {
    Acceptor {
        name: "entry_found",
        action: "FindEntry",
        state: |entry| entry.state.as_ref().map(DishState::as_str),
        success: &["Done"],
        failure: &[],
        expected: vec![],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn recipe_written() -> Acceptor<GetRecipeResponse, GetRecipeResponse> {
    Acceptor {
        name: "recipe_written",
        action: "GetRecipe",
        state: |entry| Some(entry.state.as_str()),
        success: &["Done", "Ordered"],
        failure: &["Burnt"],
        expected: vec![],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn order_gone() -> Acceptor<Item10, Option<Item10>> {
    Acceptor {
        name: "order_gone",
        action: "ListOrder",
        state: |entry| entry.state.as_deref(),
        success: &[],
        failure: &["Lost", "Forgotten"],
        expected: vec![],
        entries: Entries::First(Some),
        on_missing: OnMissing::Success(Default::default),
    }
}

fn order_ready() -> Acceptor<Item10, Item10> {
    Acceptor {
        name: "order_ready",
        action: "ListOrder",
        state: |entry| entry.state.as_deref(),
        success: &["Ready"],
        failure: &[],
        expected: vec![],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Failure,
    }
}
