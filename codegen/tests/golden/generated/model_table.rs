// Written by `cargo xtask regenerate` from api-spec/models/. Edit that instead.

//! What the emulator knows of the structures in replies.

use crate::emulator::action::{
    MemberKind, ModelSpec, always, always_list, sometimes, sometimes_list,
};

pub(super) static A_MODEL_WHOSE_NAME_IS_LONGER_THAN_THE_NAMES_OF_OTHER_MODELS_ARE: ModelSpec = ModelSpec {
    name: "AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre",
    members: &[sometimes("Value", MemberKind::Text)],
};

pub(super) static ASIDE: ModelSpec = ModelSpec {
    name: "Aside",
    members: &[sometimes("Step", MemberKind::Object(&STEP))],
};

pub(super) static DISH: ModelSpec = ModelSpec {
    name: "Dish",
    members: &[
        always("DishId", MemberKind::Text),
        always("State", MemberKind::Text),
        always("Type", MemberKind::Text),
        always("CreateTime", MemberKind::Int),
        sometimes("EndTime", MemberKind::Int),
        always("Weight", MemberKind::Float),
        sometimes("Price", MemberKind::Float),
        sometimes("Fee", MemberKind::Int),
        always("Tip", MemberKind::Float),
        always("Count", MemberKind::Int),
        sometimes("Calories", MemberKind::Int),
        always("Vegan", MemberKind::Bool),
        sometimes("Gift", MemberKind::Bool),
        always("Hot", MemberKind::Switch("Yes", "No")),
        sometimes("Spicy", MemberKind::Switch("enable", "disable")),
        sometimes("Heat", MemberKind::Text),
        always("Note", MemberKind::Text),
        sometimes("Remark", MemberKind::Text),
        always("Secret", MemberKind::Text),
        sometimes("Key", MemberKind::Text),
        sometimes("Rank", MemberKind::Text),
        sometimes("Protocol", MemberKind::Text),
        sometimes_list("Sides", MemberKind::Object(&NAMED)),
        sometimes("Old", MemberKind::Text),
    ],
};

pub(super) static BURN: ModelSpec = ModelSpec {
    name: "Error",
    members: &[
        always("Reason", MemberKind::Text),
        sometimes("Missing", MemberKind::Text),
        sometimes("FromJson", MemberKind::Text),
    ],
};

pub(super) static ITEM10: ModelSpec = ModelSpec {
    name: "Item10",
    members: &[sometimes("Id", MemberKind::Text), sometimes("State", MemberKind::Text)],
};

pub(super) static ITEM2: ModelSpec = ModelSpec {
    name: "Item2",
    members: &[always("Id", MemberKind::Text)],
};

pub(super) static NAMED: ModelSpec = ModelSpec {
    name: "Named",
    members: &[always("Entry", MemberKind::Text), sometimes("State", MemberKind::Text)],
};

pub(super) static CHOICE: ModelSpec = ModelSpec {
    name: "Option",
    members: &[
        always("Name", MemberKind::Text),
        sometimes("Error", MemberKind::Object(&BURN)),
    ],
};

pub(super) static SHORT: ModelSpec = ModelSpec {
    name: "Short",
    members: &[
        always("A", MemberKind::Int),
        always("B", MemberKind::Int),
        always("Ab", MemberKind::Int),
        always("Abc", MemberKind::Int),
        always("Abcd", MemberKind::Int),
        always("Abcde", MemberKind::Int),
        always("Abcdef", MemberKind::Int),
        always("Abcdefg", MemberKind::Int),
        always("Abcdefgh", MemberKind::Int),
        always("Bc", MemberKind::Int),
        always("Bcd", MemberKind::Int),
        always("Bcde", MemberKind::Int),
    ],
};

pub(super) static STEP: ModelSpec = ModelSpec {
    name: "Step",
    members: &[
        always("Title", MemberKind::Text),
        always_list("Steps", MemberKind::Object(&STEP)),
        sometimes("Next", MemberKind::Object(&STEP)),
        always("Aside", MemberKind::Object(&ASIDE)),
    ],
};

pub(super) static UMEM_BACKUP_SET: ModelSpec = ModelSpec {
    name: "UMemBackupSet",
    members: &[
        always("BackupName", MemberKind::Text),
        always("CreateTime", MemberKind::Int),
        always("State", MemberKind::Text),
        always("BackupId", MemberKind::Text),
        always("BackupType", MemberKind::Text),
        sometimes("BlockCount", MemberKind::Int),
        sometimes("BlockSize", MemberKind::Int),
        sometimes("Protocol", MemberKind::Text),
        sometimes("SpaceId", MemberKind::Text),
    ],
};

pub(super) static WIDE: ModelSpec = ModelSpec {
    name: "Wide",
    members: &[
        always("ProvisionedInputOutputOperationsPerSecond", MemberKind::Int),
        always(
            "ProvisionedInputOutputOperationsPerMinute",
            MemberKind::Switch("switched-on", "switched-off"),
        ),
        always("OneFlag", MemberKind::Bool),
        always("AnotherFlag", MemberKind::Bool),
        always("ThirdFlag", MemberKind::Bool),
        always("FourthFlag", MemberKind::Bool),
        sometimes(
            "AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre",
            MemberKind::Object(
                &A_MODEL_WHOSE_NAME_IS_LONGER_THAN_THE_NAMES_OF_OTHER_MODELS_ARE,
            ),
        ),
    ],
};
