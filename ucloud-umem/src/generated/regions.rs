// Written by `cargo xtask regenerate` from api-spec/regions.yaml. Edit that instead.

//! Regions and zones, as constants.

use crate::region::{Region, Zone};

/// Beijing 2, North China.
pub const CN_BJ2: &str = "cn-bj2";

/// Beijing 2 zone B.
pub const CN_BJ2_02: &str = "cn-bj2-02";

/// Every region the vendor lists.
pub const ALL: &[Region] = &[Region {
    id: CN_BJ2,
    name: "Beijing 2, North China",
    zones: &[
        Zone { id: CN_BJ2_02, name: "Beijing 2 zone B" },
        Zone { id: "cn-bj2-05", name: "Beijing 2 zone E" },
    ],
}];
