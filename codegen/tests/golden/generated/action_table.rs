// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! What the emulator knows of every action.

use super::example_replies;
use crate::emulator::action::{ActionSpec, ParameterKind, ParameterSpec};

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
        required("Password", ParameterKind::Text),
        required("Tags.N", ParameterKind::Text),
        required("Courses.N.Title", ParameterKind::Text),
        required("Courses.N.Plates.N.Size", ParameterKind::Int),
        optional("Courses.N.Plates.N.Color", ParameterKind::Text),
        optional("Courses.N.Plates.N.Warm", ParameterKind::Switch("warm", "cold")),
        optional("Courses.N.Heat", ParameterKind::Text),
        optional("Courses.N.Lamp.Watt", ParameterKind::Float),
        optional("Table.Number", ParameterKind::Int),
        optional("Table.Cloth", ParameterKind::Text),
        optional("Table.Seats.N", ParameterKind::Int),
        optional("TableX", ParameterKind::Text),
        optional("Time", ParameterKind::Int),
        optional("Times.N", ParameterKind::Int),
        optional("Gift", ParameterKind::Switch("enable", "disable")),
        optional("Note", ParameterKind::Text),
        optional("Pin", ParameterKind::Text),
        optional("Heats.N", ParameterKind::Text),
        optional("Weights.N", ParameterKind::Float),
        optional("Flags.N", ParameterKind::Bool),
        optional("Old", ParameterKind::Text),
        optional("ThePersonWhoIsToBeAskedWhenSomethingIsNotClear", ParameterKind::Text),
    ],
    example: Some(example_replies::CREATE_MEAL),
};

const DESCRIBE_DISH: ActionSpec = ActionSpec {
    name: "DescribeDish",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("MealId", ParameterKind::Text),
        optional("Offset", ParameterKind::Int),
        optional("Limit", ParameterKind::Int),
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
        optional("Offset", ParameterKind::Int),
        optional("Limit", ParameterKind::Int),
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
    example: None,
};

const GET_RECIPE: ActionSpec = ActionSpec {
    name: "GetRecipe",
    parameters: &[
        optional("ProjectId", ParameterKind::Text),
        required("RecipeId", ParameterKind::Text),
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
    example: None,
};

const LIST_ORDER: ActionSpec = ActionSpec {
    name: "ListOrder",
    parameters: &[
        required("OrderId", ParameterKind::Text),
        required("Heat", ParameterKind::Text),
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
    example: Some(example_replies::LIST_OVEN),
};

const POUR_WATER: ActionSpec = ActionSpec {
    name: "PourWater",
    parameters: &[
        required("GlassId", ParameterKind::Text),
        required("Course", ParameterKind::Text),
        optional("Fill", ParameterKind::Int),
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
    example: None,
};

const fn required(name: &'static str, kind: ParameterKind) -> ParameterSpec {
    ParameterSpec { name, kind, required: true }
}

const fn optional(name: &'static str, kind: ParameterKind) -> ParameterSpec {
    ParameterSpec { name, kind, required: false }
}
