// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! What the emulator knows of every action.

use crate::emulator::action::{ActionSpec, ParameterKind, ParameterSpec};

/// Every action, in the byte order of their names.
pub(crate) const ACTIONS: &[ActionSpec] = &[ActionSpec {
    name: "DescribeUMemBackup",
    parameters: &[
        ParameterSpec { name: "Region", kind: ParameterKind::Text, required: true },
        ParameterSpec { name: "Zone", kind: ParameterKind::Text, required: true },
        ParameterSpec { name: "ProjectId", kind: ParameterKind::Text, required: false },
        ParameterSpec { name: "SpaceId", kind: ParameterKind::Text, required: true },
        ParameterSpec { name: "Offset", kind: ParameterKind::Int, required: false },
        ParameterSpec { name: "Limit", kind: ParameterKind::Int, required: false },
    ],
    example: Some("{\n  \"RetCode\": 0\n}\n"),
}];

/// Regions and zones that only the documented examples use.
pub(crate) const EXAMPLE_PLACES: &[(&str, Option<&str>)] =
    &[("cn-zj", Some("cn-zj-01"))];
