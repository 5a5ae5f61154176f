// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! Actions, as the emulator reads them.

use crate::action::{
    ActionSpec, MemberKind, ParameterKind, list, optional, required, single, with_default,
};
use super::{example_replies, model_table, value_table};

/// Every action, in the byte order of their names.
pub(crate) const ACTIONS: &[ActionSpec] = &[
    CLOSE_KITCHEN,
    CREATE_MEAL,
    DESCRIBE_DISH,
    DESCRIBE_UMEM_BACKUP,
    FIND_ENTRY,
    GET_RECIPE,
    ISOLATION_DISH,
    LIST_ORDER,
    LIST_OVEN,
    POUR_WATER,
    RESERVE_TABLE,
    WASH_PLATE,
];

/// Regions and zones that only the documented examples use.
pub(crate) const EXAMPLE_PLACES: &[(&str, Option<&str>)] = &[("attic", Some("attic-1"))];

const CLOSE_KITCHEN: ActionSpec = ActionSpec {
    name: "CloseKitchen",
    parameters: &[],
    response: &[],
    example: Some(example_replies::CLOSE_KITCHEN),
};

const CREATE_MEAL: ActionSpec = ActionSpec {
    name: "CreateMeal",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Name", ParameterKind::Text),
        required("Guests", ParameterKind::Int),
        required("Budget", ParameterKind::Float),
        required("Vegan", ParameterKind::Bool),
        required("Course", ParameterKind::Text),
        required("Password", ParameterKind::Base64),
        required("Tags.N", ParameterKind::Text),
        required("Courses.N.Title", ParameterKind::Text),
        required("Courses.N.Plates.N.Size", ParameterKind::Int),
        optional("Courses.N.Plates.N.Color", ParameterKind::Text),
        optional("Courses.N.Plates.N.Warm", ParameterKind::Switch("warm", "cold")),
        optional("Courses.N.Heat", ParameterKind::OneOf(value_table::HEAT)),
        optional("Courses.N.Lamp.Watt", ParameterKind::Float),
        optional("Table.Number", ParameterKind::Int),
        optional("Table.Cloth", ParameterKind::Text),
        optional("Table.Seats.N", ParameterKind::Int),
        optional("TableX", ParameterKind::Text),
        optional("Time", ParameterKind::Int),
        with_default("MostFee", ParameterKind::Int, "500"),
        optional("Times.N", ParameterKind::Int),
        with_default("Gift", ParameterKind::Switch("enable", "disable"), "disable"),
        optional("Note", ParameterKind::Base64),
        optional("Pin", ParameterKind::Secret),
        optional("Heats.N", ParameterKind::OneOf(value_table::HEAT)),
        optional("Weights.N", ParameterKind::Float),
        optional("Flags.N", ParameterKind::Bool),
        optional("Old", ParameterKind::Text),
        optional("ThePersonWhoIsToBeAskedWhenSomethingIsNotClear", ParameterKind::Text),
    ],
    response: &[single("MealId", MemberKind::Text)],
    example: Some(example_replies::CREATE_MEAL),
};

const DESCRIBE_DISH: ActionSpec = ActionSpec {
    name: "DescribeDish",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("MealId", ParameterKind::Text),
        with_default("Offset", ParameterKind::Int, "0"),
        with_default("Limit", ParameterKind::Int, "20"),
    ],
    response: &[
        list("DataSet", MemberKind::Object(&model_table::DISH)),
        single("TotalCount", MemberKind::Int),
    ],
    example: Some(example_replies::DESCRIBE_DISH),
};

const DESCRIBE_UMEM_BACKUP: ActionSpec = ActionSpec {
    name: "DescribeUMemBackup",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        with_default("Offset", ParameterKind::Int, "0"),
        with_default("Limit", ParameterKind::Int, "10"),
    ],
    response: &[
        list("DataSet", MemberKind::Object(&model_table::UMEM_BACKUP_SET)),
        single("TotalCount", MemberKind::Int),
    ],
    example: None,
};

const FIND_ENTRY: ActionSpec = ActionSpec {
    name: "FindEntry",
    parameters: &[
        required("Request", ParameterKind::Text),
        required("Entry", ParameterKind::Text),
        optional("Shelf", ParameterKind::Text),
    ],
    response: &[list("Entries", MemberKind::Object(&model_table::NAMED))],
    example: None,
};

const GET_RECIPE: ActionSpec = ActionSpec {
    name: "GetRecipe",
    parameters: &[
        optional("ProjectId", ParameterKind::Text),
        required("RecipeId", ParameterKind::Text),
    ],
    response: &[
        single("State", MemberKind::Text),
        single("Ingredients", MemberKind::Json),
        single("Extra", MemberKind::Json),
        single("Steps", MemberKind::Object(&model_table::STEP)),
        single("Alternative", MemberKind::Object(&model_table::STEP)),
        list("Choices", MemberKind::Object(&model_table::CHOICE)),
        single("Short", MemberKind::Object(&model_table::SHORT)),
        single("Wide", MemberKind::Object(&model_table::WIDE)),
        list("Numbers", MemberKind::Int),
        list("Weights", MemberKind::Float),
        list("Flags", MemberKind::Bool),
        list("States", MemberKind::Text),
        list("Times", MemberKind::Int),
        list("Names", MemberKind::Text),
        single("Fresh", MemberKind::Bool),
        single("Open", MemberKind::Bool),
        single("Public", MemberKind::Bool),
        single("Tested", MemberKind::Bool),
        single("PhotoURL", MemberKind::Text),
        single("VideoURL", MemberKind::Text),
        list("PhotoURLs", MemberKind::Text),
        single("Motto", MemberKind::Text),
        single("Metadata", MemberKind::Text),
    ],
    example: Some(example_replies::GET_RECIPE),
};

const ISOLATION_DISH: ActionSpec = ActionSpec {
    name: "ISolationDish",
    parameters: &[
        required("AOFId", ParameterKind::Text),
        required("UFryId", ParameterKind::Text),
        optional("EnableIPV6", ParameterKind::Bool),
    ],
    response: &[],
    example: None,
};

const LIST_ORDER: ActionSpec = ActionSpec {
    name: "ListOrder",
    parameters: &[
        required("OrderId", ParameterKind::Text),
        required("Heat", ParameterKind::OneOf(value_table::HEAT)),
    ],
    response: &[
        list("Orders", MemberKind::Object(&model_table::ITEM10)),
        list("Others", MemberKind::Object(&model_table::ITEM2)),
    ],
    example: Some(example_replies::LIST_ORDER),
};

const LIST_OVEN: ActionSpec = ActionSpec {
    name: "ListOven",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("Start", ParameterKind::Int),
        required("Max", ParameterKind::Int),
    ],
    response: &[list("Ovens", MemberKind::Text)],
    example: Some(example_replies::LIST_OVEN),
};

const POUR_WATER: ActionSpec = ActionSpec {
    name: "PourWater",
    parameters: &[
        required("GlassId", ParameterKind::Text),
        required("Course", ParameterKind::Text),
        optional("Fill", ParameterKind::Int),
        required("Ice", ParameterKind::Bool),
        required("Straw", ParameterKind::Text),
        required("Second", ParameterKind::Text),
    ],
    response: &[
        single("Level", MemberKind::Int),
        single("Aside", MemberKind::Object(&model_table::ASIDE)),
    ],
    example: None,
};

const RESERVE_TABLE: ActionSpec = ActionSpec {
    name: "ReserveTable",
    parameters: &[
        optional("Zone", ParameterKind::Text),
        required("Type", ParameterKind::Text),
        optional("Send", ParameterKind::Text),
        optional("Items", ParameterKind::Int),
        optional("New", ParameterKind::Bool),
        optional("Param", ParameterKind::Text),
        required("VPCId", ParameterKind::Text),
        optional("VpcId", ParameterKind::Text),
        required("client", ParameterKind::Text),
        optional("form", ParameterKind::Text),
        optional("request", ParameterKind::Text),
        optional("Fields.N.OneId", ParameterKind::Text),
        optional("Fields.N.OtherId", ParameterKind::Text),
        optional("Fields.N.ThirdId", ParameterKind::Text),
    ],
    response: &[
        single("Ticket", MemberKind::Text),
        single("Missing", MemberKind::Text),
        single("VPCId", MemberKind::Text),
        single("VpcId", MemberKind::Text),
    ],
    example: Some(example_replies::RESERVE_TABLE),
};

const WASH_PLATE: ActionSpec = ActionSpec {
    name: "WashPlate",
    parameters: &[
        required("PlateId", ParameterKind::Text),
        optional("Soap", ParameterKind::Text),
        optional("Water", ParameterKind::Text),
        optional("Towel", ParameterKind::Text),
    ],
    response: &[single("Clean", MemberKind::Bool)],
    example: None,
};
