// Written by `cargo xtask regenerate` from api-spec/enums/. Edit that instead.

//! Value sets of parameters.

pub(super) const HEAT: &[&str] = &[
    "",
    "1",
    "very hot",
    "say \"ah\"",
    "back\\slash",
    "辣",
    "// no comment",
    "Unknown",
    "None",
    "Ok",
    "cn-bj2",
    "Item10",
    "Item2",
];
