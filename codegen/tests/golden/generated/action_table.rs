// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! What the emulator knows of every action.

use crate::emulator::action::{
    ActionSpec, MemberKind, ParameterKind, always, always_list, optional, required,
    sometimes, sometimes_list, with_default,
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
    reply: &[],
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
    reply: &[always("MealId", MemberKind::Text)],
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
    reply: &[
        always_list("DataSet", MemberKind::Object(&model_table::DISH)),
        always("TotalCount", MemberKind::Int),
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
    reply: &[
        sometimes_list("DataSet", MemberKind::Object(&model_table::UMEM_BACKUP_SET)),
        sometimes("TotalCount", MemberKind::Int),
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
    reply: &[sometimes_list("Entries", MemberKind::Object(&model_table::NAMED))],
    example: None,
};

const GET_RECIPE: ActionSpec = ActionSpec {
    name: "GetRecipe",
    parameters: &[
        optional("ProjectId", ParameterKind::Text),
        required("RecipeId", ParameterKind::Text),
    ],
    reply: &[
        always("State", MemberKind::Text),
        always("Ingredients", MemberKind::Json),
        sometimes("Extra", MemberKind::Json),
        always("Steps", MemberKind::Object(&model_table::STEP)),
        sometimes("Alternative", MemberKind::Object(&model_table::STEP)),
        sometimes_list("Choices", MemberKind::Object(&model_table::CHOICE)),
        sometimes("Short", MemberKind::Object(&model_table::SHORT)),
        sometimes("Wide", MemberKind::Object(&model_table::WIDE)),
        always_list("Numbers", MemberKind::Int),
        sometimes_list("Weights", MemberKind::Float),
        sometimes_list("Flags", MemberKind::Bool),
        sometimes_list("States", MemberKind::Text),
        sometimes_list("Times", MemberKind::Int),
        sometimes_list("Names", MemberKind::Text),
        always("Fresh", MemberKind::Bool),
        always("Open", MemberKind::Bool),
        always("Public", MemberKind::Bool),
        always("Tested", MemberKind::Bool),
        always("PhotoURL", MemberKind::Text),
        sometimes("VideoURL", MemberKind::Text),
        sometimes_list("PhotoURLs", MemberKind::Text),
        sometimes("Motto", MemberKind::Text),
        sometimes("Metadata", MemberKind::Text),
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
    reply: &[],
    example: None,
};

const LIST_ORDER: ActionSpec = ActionSpec {
    name: "ListOrder",
    parameters: &[
        required("OrderId", ParameterKind::Text),
        required("Heat", ParameterKind::OneOf(value_table::HEAT)),
    ],
    reply: &[
        sometimes_list("Orders", MemberKind::Object(&model_table::ITEM10)),
        sometimes_list("Others", MemberKind::Object(&model_table::ITEM2)),
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
    reply: &[sometimes_list("Ovens", MemberKind::Text)],
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
    reply: &[
        sometimes("Level", MemberKind::Int),
        sometimes("Aside", MemberKind::Object(&model_table::ASIDE)),
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
    reply: &[
        always("Ticket", MemberKind::Text),
        sometimes("Missing", MemberKind::Text),
        always("VPCId", MemberKind::Text),
        sometimes("VpcId", MemberKind::Text),
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
    reply: &[sometimes("Clean", MemberKind::Bool)],
    example: None,
};
