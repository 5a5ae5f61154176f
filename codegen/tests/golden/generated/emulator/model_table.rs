// Written by `cargo xtask regenerate` from api-spec/models/. Edit that instead.

//! Structures in responses, as the emulator reads them.

use crate::action::{MemberKind, ModelSpec, list, single};

pub(super) static A_MODEL_WHOSE_NAME_IS_LONGER_THAN_THE_NAMES_OF_OTHER_MODELS_ARE: ModelSpec = ModelSpec {
    members: &[single("Value", MemberKind::Text)],
};

pub(super) static ASIDE: ModelSpec = ModelSpec {
    members: &[single("Step", MemberKind::Object(&STEP))],
};

pub(super) static DISH: ModelSpec = ModelSpec {
    members: &[
        single("DishId", MemberKind::Text),
        single("State", MemberKind::Text),
        single("Type", MemberKind::Text),
        single("CreateTime", MemberKind::Int),
        single("EndTime", MemberKind::Int),
        single("Weight", MemberKind::Float),
        single("Price", MemberKind::Float),
        single("Fee", MemberKind::Int),
        single("Tip", MemberKind::Float),
        single("Count", MemberKind::Int),
        single("Calories", MemberKind::Int),
        single("Vegan", MemberKind::Bool),
        single("Gift", MemberKind::Bool),
        single("Hot", MemberKind::Switch("Yes", "No")),
        single("Spicy", MemberKind::Switch("enable", "disable")),
        single("Heat", MemberKind::Text),
        single("Note", MemberKind::Text),
        single("Remark", MemberKind::Text),
        single("Secret", MemberKind::Text),
        single("Key", MemberKind::Text),
        single("Rank", MemberKind::Text),
        single("Protocol", MemberKind::Text),
        list("Sides", MemberKind::Object(&NAMED)),
        single("Old", MemberKind::Text),
    ],
};

pub(super) static BURN: ModelSpec = ModelSpec {
    members: &[
        single("Reason", MemberKind::Text),
        single("Missing", MemberKind::Text),
        single("FromJson", MemberKind::Text),
    ],
};

pub(super) static ITEM10: ModelSpec = ModelSpec {
    members: &[single("Id", MemberKind::Text), single("State", MemberKind::Text)],
};

pub(super) static ITEM2: ModelSpec = ModelSpec {
    members: &[single("Id", MemberKind::Text)],
};

pub(super) static NAMED: ModelSpec = ModelSpec {
    members: &[single("Entry", MemberKind::Text), single("State", MemberKind::Text)],
};

pub(super) static CHOICE: ModelSpec = ModelSpec {
    members: &[
        single("Name", MemberKind::Text),
        single("Error", MemberKind::Object(&BURN)),
    ],
};

pub(super) static SHORT: ModelSpec = ModelSpec {
    members: &[
        single("A", MemberKind::Int),
        single("B", MemberKind::Int),
        single("Ab", MemberKind::Int),
        single("Abc", MemberKind::Int),
        single("Abcd", MemberKind::Int),
        single("Abcde", MemberKind::Int),
        single("Abcdef", MemberKind::Int),
        single("Abcdefg", MemberKind::Int),
        single("Abcdefgh", MemberKind::Int),
        single("Bc", MemberKind::Int),
        single("Bcd", MemberKind::Int),
        single("Bcde", MemberKind::Int),
    ],
};

pub(super) static STEP: ModelSpec = ModelSpec {
    members: &[
        single("Title", MemberKind::Text),
        list("Steps", MemberKind::Object(&STEP)),
        single("Next", MemberKind::Object(&STEP)),
        single("Aside", MemberKind::Object(&ASIDE)),
    ],
};

pub(super) static UMEM_BACKUP_SET: ModelSpec = ModelSpec {
    members: &[
        single("BackupName", MemberKind::Text),
        single("CreateTime", MemberKind::Int),
        single("State", MemberKind::Text),
        single("BackupId", MemberKind::Text),
        single("BackupType", MemberKind::Text),
        single("BlockCount", MemberKind::Int),
        single("BlockSize", MemberKind::Int),
        single("Protocol", MemberKind::Text),
        single("SpaceId", MemberKind::Text),
    ],
};

pub(super) static WIDE: ModelSpec = ModelSpec {
    members: &[
        single("ProvisionedInputOutputOperationsPerSecond", MemberKind::Int),
        single(
            "ProvisionedInputOutputOperationsPerMinute",
            MemberKind::Switch("switched-on", "switched-off"),
        ),
        single("OneFlag", MemberKind::Bool),
        single("AnotherFlag", MemberKind::Bool),
        single("ThirdFlag", MemberKind::Bool),
        single("FourthFlag", MemberKind::Bool),
        single(
            "AModelWhoseNameIsLongerThanTheNamesOfOtherModelsAre",
            MemberKind::Object(
                &A_MODEL_WHOSE_NAME_IS_LONGER_THAN_THE_NAMES_OF_OTHER_MODELS_ARE,
            ),
        ),
    ],
};
