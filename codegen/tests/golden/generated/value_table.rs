// Written by `cargo xtask regenerate` from api-spec/enums/. Edit that instead.

//! What the emulator takes for parameters that have a set of values.

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
