// Written by `cargo xtask regenerate` from api-spec/regions.yaml. Edit that instead.

//! Regions and zones, as constants.

use crate::region::{Region, Zone};

/// The north.
pub const NORTH_1: &str = "north-1";

/// Upper floor.
pub const NORTH_1_A: &str = "north-1-a";

/// Lower "floor" \\ cellar.
pub const NORTH_1_B: &str = "north-1-b";

/// The south, which has no zones of its own.
pub const SOUTH: &str = "south";

/// A region whose name is longer than a line of generated code can be, so that it wraps
/// in its documentation.
pub const A_REGION_WITH_AN_ID_THAT_IS_AS_LONG_AS_A_LINE_CAN_HOLD_AND_THEN_SOME_MORE: &str = "a-region-with-an-id-that-is-as-long-as-a-line-can-hold-and-then-some-more";

/// The only zone.
pub const A_ZONE_WITH_AN_ID_THAT_IS_AS_LONG_AS_A_LINE_CAN_HOLD_AND_THEN_SOME_MORE: &str = "a-zone-with-an-id-that-is-as-long-as-a-line-can-hold-and-then-some-more";

/// Every region the vendor lists.
pub const ALL: &[Region] = &[
    Region {
        id: NORTH_1,
        name: "The north",
        zones: &[
            Zone {
                id: NORTH_1_A,
                name: "Upper floor",
            },
            Zone {
                id: NORTH_1_B,
                name: "Lower \"floor\" \\ cellar",
            },
        ],
    },
    Region {
        id: SOUTH,
        name: "The south, which has no zones of its own",
        zones: &[],
    },
    Region {
        id: A_REGION_WITH_AN_ID_THAT_IS_AS_LONG_AS_A_LINE_CAN_HOLD_AND_THEN_SOME_MORE,
        name: "A region whose name is longer than a line of generated code can be, so that it wraps in its documentation",
        zones: &[
            Zone {
                id: A_ZONE_WITH_AN_ID_THAT_IS_AS_LONG_AS_A_LINE_CAN_HOLD_AND_THEN_SOME_MORE,
                name: "The only zone",
            },
        ],
    },
];
