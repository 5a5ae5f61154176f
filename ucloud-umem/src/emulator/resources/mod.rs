//! What the emulator's actions do, one file per kind of resource.

pub(crate) mod backup;
pub(crate) mod space;

use std::time::Duration;

use serde_json::{Map, Value};

use super::check::{Call, Refusal};
use super::clock::Moment;
use super::store::Store;

/// Carries an action out and gives the members of its reply.
pub(crate) type Behaviour = fn(
    &mut Store,
    &Call<'_>,
    now: Moment,
    step: Duration,
) -> Result<Map<String, Value>, Refusal>;

/// Actions that do something; all others answer with their documented examples.
const BEHAVIOURS: &[(&str, Behaviour)] = &[("DescribeUMemBackup", backup::describe)];

/// What the action does, if it does anything.
pub(crate) fn behaviour(action: &str) -> Option<Behaviour> {
    BEHAVIOURS.iter().find(|(name, _)| *name == action).map(|(_, behaviour)| *behaviour)
}
