// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! The examples of the documentation, one per action.

use std::pin::Pin;
use ucloud_umem::{Client, Result};

/// Function that sends the request of an example.
pub(crate) type Example = fn(Client) -> Pin<Box<dyn Future<Output = Result<()>>>>;

/// Names of the actions, and their examples.
pub(crate) const EXAMPLES: &[(&str, Example)] = &[
    ("CloseKitchen", |client| Box::pin(close_kitchen(client))),
    ("CreateMeal", |client| Box::pin(create_meal(client))),
    ("DescribeDish", |client| Box::pin(describe_dish(client))),
    ("DescribeUMemBackup", |client| Box::pin(describe_umem_backup(client))),
    ("FindEntry", |client| Box::pin(find_entry(client))),
    ("GetRecipe", |client| Box::pin(get_recipe(client))),
    ("ISolationDish", |client| Box::pin(isolation_dish(client))),
    ("ListOrder", |client| Box::pin(list_order(client))),
    ("ListOven", |client| Box::pin(list_oven(client))),
    ("PourWater", |client| Box::pin(pour_water(client))),
    ("ReserveTable", |client| Box::pin(reserve_table(client))),
    ("WashPlate", |client| Box::pin(wash_plate(client))),
];

#[expect(deprecated, reason = "its documentation has an example too")]
async fn close_kitchen(client: Client) -> Result<()> {
    client.close_kitchen().send().await?;
    Ok(())
}

async fn create_meal(client: Client) -> Result<()> {
    use ucloud_umem::Password;
    use ucloud_umem::actions::{
        CreateMealCourse, CreateMealCoursePlate, CreateMealRequired,
    };
    use ucloud_umem::enums::Course;
    let plates = CreateMealCoursePlate::new(1);
    let courses = CreateMealCourse::new("Starter", [plates]);
    let required = CreateMealRequired {
        name: "Sunday \"roast\"".to_owned(),
        guests: 4,
        budget: 0.5,
        vegan: true,
        course: Course::Main,
        password: Password::new("correct_horse"),
        tags: vec!["vegan".to_owned()],
        courses: vec![courses],
    };
    client.create_meal(required).table_x("by the window").send().await?;
    Ok(())
}

async fn describe_dish(client: Client) -> Result<()> {
    client.describe_dish("meal-id").limit(50).send().await?;
    Ok(())
}

async fn describe_umem_backup(client: Client) -> Result<()> {
    client.describe_umem_backup("space-id").limit(50).send().await?;
    Ok(())
}

async fn find_entry(client: Client) -> Result<()> {
    client.find_entry("request", "entry").send().await?;
    Ok(())
}

async fn get_recipe(client: Client) -> Result<()> {
    client.get_recipe("recipe-id").send().await?;
    Ok(())
}

async fn isolation_dish(client: Client) -> Result<()> {
    client.isolation_dish("aof-id", "ufry-id").send().await?;
    Ok(())
}

async fn list_order(client: Client) -> Result<()> {
    use ucloud_umem::enums::Heat;
    client.list_order("order-id", Heat::Empty).send().await?;
    Ok(())
}

async fn list_oven(client: Client) -> Result<()> {
    client.list_oven().send().await?;
    Ok(())
}

async fn pour_water(client: Client) -> Result<()> {
    use ucloud_umem::enums::Course;
    client.pour_water("glass-id", Course::Main).send().await?;
    Ok(())
}

async fn reserve_table(client: Client) -> Result<()> {
    client.reserve_table("kind", "vpc-id", "guest").send().await?;
    Ok(())
}

async fn wash_plate(client: Client) -> Result<()> {
    client.wash_plate("plate-id").send().await?;
    Ok(())
}
