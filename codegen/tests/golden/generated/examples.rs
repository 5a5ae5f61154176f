// Written by `cargo xtask regenerate` from the examples in api-spec/actions/. Edit that instead.

//! The documented examples, as tests.

use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::{ErrorKind, Password, Price, Timestamp};
use crate::actions::{
    CloseKitchen, CloseKitchenResponse, CreateMeal, CreateMealCourse,
    CreateMealCourseLamp, CreateMealCoursePlate, CreateMealRequired, CreateMealResponse,
    CreateMealTable, DescribeDish, DescribeDishResponse, GetRecipe, GetRecipeResponse,
    ListOrder, ListOrderResponse, ListOven, ListOvenResponse, ReserveTable,
    ReserveTableField, ReserveTableResponse,
};
use crate::enums::{Course, Heat};
use crate::testing::pairs;
use super::example_replies;

#[test]
fn close_kitchen_request() {
    let request = CloseKitchen::new();
    assert!(pairs(&request).is_empty());
}

#[test]
fn close_kitchen_response() {
    let text = example_replies::CLOSE_KITCHEN;
    let reply = CloseKitchenResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
#[expect(deprecated, reason = "the documented example uses it")]
fn create_meal_request() {
    let plates = CreateMealCoursePlate::new(20).color("white").warm(true);
    let plates_2 = CreateMealCoursePlate::new(21);
    let lamp = CreateMealCourseLamp::new().watt(40.0);
    let courses = CreateMealCourse::new("Soup", [plates, plates_2])
        .heat(Heat::SayAh)
        .lamp(lamp);
    let plates_3 = CreateMealCoursePlate::new(31);
    let courses_2 = CreateMealCourse::new("Roast", [plates_3]);
    let required = CreateMealRequired {
        name: "Müller & Söhne".to_owned(),
        guests: 12,
        budget: 99.5,
        vegan: true,
        course: Course::Main,
        password: Password::new("s3cret"),
        tags: vec!["a".to_owned(), "b".to_owned()],
        courses: vec![courses, courses_2],
    };
    let table = CreateMealTable::new().number(7).cloth("blue").seats([1]);
    let request = CreateMeal::new(required)
        .region("north-1")
        .zone("north-1-a")
        .table(table)
        .table_x("x")
        .time(Timestamp::from_unix_seconds(1_577_836_800))
        .most_fee(Price::from_hundredths(150))
        .times([Timestamp::from_unix_seconds(1_577_836_800)])
        .gift(true)
        .note("no onions")
        .pin(Password::new("0000"))
        .heats([Heat::from("unheard of")])
        .weights([1.0])
        .flags([false])
        .old("o")
        .the_person_who_is_to_be_asked_when_something_is_not_clear(
            "the person whose name is longer than any line of code",
        );
    let expected = [
        pair("Budget", "99.5"),
        pair("Course", "main"),
        pair("Courses.0.Heat", "say \"ah\""),
        pair("Courses.0.Lamp.Watt", "40"),
        pair("Courses.0.Plates.0.Color", "white"),
        pair("Courses.0.Plates.0.Size", "20"),
        pair("Courses.0.Plates.0.Warm", "warm"),
        pair("Courses.0.Plates.1.Size", "21"),
        pair("Courses.0.Title", "Soup"),
        pair("Courses.1.Plates.0.Size", "31"),
        pair("Courses.1.Title", "Roast"),
        pair("Flags.0", "false"),
        pair("Gift", "enable"),
        pair("Guests", "12"),
        pair("Heats.0", "unheard of"),
        pair("MostFee", "150"),
        pair("Name", "Müller & Söhne"),
        pair("Note", &BASE64_STANDARD.encode("no onions")),
        pair("Old", "o"),
        pair("Password", &BASE64_STANDARD.encode("s3cret")),
        pair("Pin", "0000"),
        pair("Region", "north-1"),
        pair("Table.Cloth", "blue"),
        pair("Table.Number", "7"),
        pair("Table.Seats.0", "1"),
        pair("TableX", "x"),
        pair("Tags.0", "a"),
        pair("Tags.1", "b"),
        pair(
            "ThePersonWhoIsToBeAskedWhenSomethingIsNotClear",
            "the person whose name is longer than any line of code",
        ),
        pair("Time", "1577836800"),
        pair("Times.0", "1577836800"),
        pair("Vegan", "true"),
        pair("Weights.0", "1"),
        pair("Zone", "north-1-a"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn create_meal_response() {
    let text = example_replies::CREATE_MEAL;
    let reply = CreateMealResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.meal_id, "meal-1");
}

#[test]
fn describe_dish_request() {
    let request = DescribeDish::new("meal \"1\" \\ & 2")
        .region("attic")
        .zone("attic-1")
        .project_id("org-x")
        .offset(3)
        .limit(1_000_000);
    let expected = [
        pair("Limit", "1000000"),
        pair("MealId", "meal \"1\" \\ & 2"),
        pair("Offset", "3"),
        pair("ProjectId", "org-x"),
        pair("Region", "attic"),
        pair("Zone", "attic-1"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
#[expect(deprecated, reason = "the documented example has it")]
fn describe_dish_response() {
    let text = example_replies::DESCRIBE_DISH;
    let reply = DescribeDishResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.dish_id, "dish-1");
    assert_eq!(data_set.state.as_str(), "Done");
    assert_eq!(data_set.kind, "soup");
    assert_eq!(data_set.create_time, Timestamp::from_unix_seconds(1_577_836_800));
    assert_eq!(data_set.end_time, Some(Timestamp::from_unix_seconds(1_577_836_801)));
    assert_eq!(Some(data_set.weight), Some(0.35));
    assert_eq!(data_set.price, Some(12.5));
    assert_eq!(data_set.fee, Some(Price::from_hundredths(150)));
    assert_eq!(data_set.tip, Price::from_hundredths(100));
    assert_eq!(data_set.count, 1_234_567);
    assert!(data_set.vegan);
    assert_eq!(data_set.gift, Some(false));
    assert!(data_set.hot);
    assert_eq!(data_set.spicy, Some(false));
    assert_eq!(data_set.heat.as_ref().map(Heat::as_str), Some("very hot"));
    assert_travels_as(&data_set.note, "bm8gb25pb25z");
    assert_travels_as(data_set.remark.as_deref().unwrap(), "plain");
    assert_eq!(data_set.secret.reveal(), "hunter2");
    assert_travels_as(data_set.key.as_ref().unwrap().reveal(), "aHVudGVyMg==");
    assert_eq!(data_set.rank, Some(4));
    assert_eq!(data_set.protocol.as_deref(), Some("spoon"));
    assert_eq!(data_set.old.as_deref(), Some("a \"quoted\" \\ text"));
    let data_set = &reply.data_set[1];
    assert_eq!(data_set.dish_id, "2");
    assert_eq!(data_set.state.as_str(), "Raw");
    assert_eq!(data_set.kind, "");
    assert_eq!(data_set.create_time, Timestamp::from_unix_seconds(0));
    assert_eq!(Some(data_set.weight), Some(2.0));
    assert_eq!(data_set.tip, Price::from_hundredths(0));
    assert_eq!(data_set.count, -5);
    assert!(!data_set.vegan);
    assert!(!data_set.hot);
    assert_travels_as(&data_set.note, "b25l");
    assert_eq!(data_set.secret.reveal(), "");
    assert_eq!(reply.total_count, 9);
}

#[test]
fn get_recipe_request() {
    let request = GetRecipe::new("r-1");
    let expected = [pair("RecipeId", "r-1")];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn get_recipe_response() {
    let text = example_replies::GET_RECIPE;
    let reply = GetRecipeResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.state.as_str(), "cooking");
    assert_eq!(reply.ingredients["flour"]["a/b~c"][0], 1);
    assert_eq!(reply.ingredients["flour"]["a/b~c"][1], 2.5);
    assert_eq!(reply.ingredients["flour"]["a/b~c"][2], serde_json::Value::Null);
    assert_eq!(reply.ingredients["flour"]["a/b~c"][3], true);
    assert_eq!(reply.ingredients["flour"]["g"], 500);
    let extra = reply.extra.as_ref().unwrap();
    assert_eq!(*extra, serde_json::json!([]));
    assert_eq!(reply.steps.title, "Mix");
    let steps = &reply.steps.steps[0];
    assert_eq!(steps.title, "Sift");
    assert!(steps.steps.is_empty());
    let next = reply.steps.next.as_ref().unwrap();
    assert_eq!(next.title, "Bake");
    assert!(next.steps.is_empty());
    let step = next.aside.step.as_ref().unwrap();
    assert_eq!(step.title, "Wait");
    assert!(step.steps.is_empty());
    let choices = &reply.choices[0];
    assert_eq!(choices.name, "Sugar");
    let error = choices.error.as_ref().unwrap();
    assert_eq!(error.reason, "none left");
    assert_eq!(error.from_json_text.as_deref(), Some("x"));
    assert_eq!(reply.numbers[0], 1);
    assert_eq!(reply.numbers[1], 2);
    assert_eq!(reply.numbers[2], 3);
    assert_eq!(Some(reply.weights[0]), Some(0.5));
    assert_eq!(Some(reply.weights[1]), Some(1.0));
    assert!(reply.flags[0]);
    assert!(!reply.flags[1]);
    assert_eq!(reply.states[0].as_str(), "Done");
    assert_eq!(reply.states[1].as_str(), "Raw");
    assert_eq!(reply.times[0], Timestamp::from_unix_seconds(0));
    assert_eq!(reply.names[0], "a");
    assert_eq!(reply.names[1], "1");
    assert_eq!(reply.names[2], "true");
    assert!(reply.fresh);
    assert!(!reply.open);
    assert!(reply.public);
    assert!(reply.tested);
    assert_eq!(reply.photo_url.reveal(), "http://a.example/b?Expires=1&Signature=abc");
    assert_eq!(reply.video_url.as_ref().unwrap().reveal(), "http://a.example/c");
    assert_eq!(reply.photo_ur_ls[0].reveal(), "http://a.example/d?sign=abc");
    assert_eq!(reply.motto.as_deref(), Some("Eat well"));
    assert_eq!(reply.details.as_deref(), Some("m"));
}

#[test]
fn list_order_request() {
    let request = ListOrder::new("o-1", Heat::VeryHot);
    let expected = [pair("Heat", "very hot"), pair("OrderId", "o-1")];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn list_order_response() {
    let text = example_replies::LIST_ORDER;
    let reply = ListOrderResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    let orders = &reply.orders[0];
    assert_eq!(orders.id.as_deref(), Some("o-1"));
    assert_eq!(orders.state.as_deref(), Some("Ready"));
    let orders = &reply.orders[1];
    assert_eq!(orders.id.as_deref(), Some("o-2"));
    assert!(reply.others.is_empty());
}

#[test]
fn list_oven_request() {
    let request = ListOven::new().region("north-1").max(5);
    let expected = [pair("Max", "5"), pair("Region", "north-1")];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn list_oven_response() {
    let text = example_replies::LIST_OVEN;
    let reply = ListOvenResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.ovens[0], "left");
    assert_eq!(reply.ovens[1], "right");
}

#[test]
fn reserve_table_request() {
    let fields = ReserveTableField::new().one_id("a").third_id("b");
    let request = ReserveTable::new("round", "v-1", "c")
        .send_to("s")
        .dishes(2)
        .is_new(true)
        .parameter("p")
        .other_vpc_id("v-2")
        .form("f")
        .request("r")
        .fields([fields]);
    let expected = [
        pair("Fields.0.OneId", "a"),
        pair("Fields.0.ThirdId", "b"),
        pair("Items", "2"),
        pair("New", "true"),
        pair("Param", "p"),
        pair("Send", "s"),
        pair("Type", "round"),
        pair("VPCId", "v-1"),
        pair("VpcId", "v-2"),
        pair("client", "c"),
        pair("form", "f"),
        pair("request", "r"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn reserve_table_response() {
    let error = ReserveTableResponse::from_json(example_replies::RESERVE_TABLE)
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Protocol);
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// The text is that of the example, decoded or, where that is no base64, as it is.
#[track_caller]
fn assert_travels_as(plain: &str, wire: &str) {
    if plain != wire {
        assert_eq!(BASE64_STANDARD.encode(plain), wire);
    }
}
