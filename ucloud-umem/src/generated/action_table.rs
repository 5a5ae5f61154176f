// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! What the emulator knows of every action.

use super::example_replies;
use crate::emulator::action::{ActionSpec, ParameterKind, ParameterSpec};

/// Every action, in the byte order of their names.
pub(crate) const ACTIONS: &[ActionSpec] = &[DESCRIBE_UMEM_BACKUP];

/// Regions and zones that only the documented examples use.
pub(crate) const EXAMPLE_PLACES: &[(&str, Option<&str>)] =
    &[("cn-zj", Some("cn-zj-01"))];

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
    example: Some(example_replies::DESCRIBE_UMEM_BACKUP),
};

const fn required(name: &'static str, kind: ParameterKind) -> ParameterSpec {
    ParameterSpec { name, kind, required: true }
}

const fn optional(name: &'static str, kind: ParameterKind) -> ParameterSpec {
    ParameterSpec { name, kind, required: false }
}
