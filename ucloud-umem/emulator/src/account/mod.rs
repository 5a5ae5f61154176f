//! The account: its regions and its projects.

mod project;
mod region;

use serde::{Deserialize, Serialize};

use crate::context::Behaviour;
#[cfg(test)]
use crate::coverage::Coverage;
use crate::store::Kinds;
use project::Project;

pub(crate) const BEHAVIOURS: &[&[(&str, Behaviour<Kinds>)]] =
    &[project::BEHAVIOURS, region::BEHAVIOURS];

#[cfg(test)]
pub(crate) const SCENARIOS: &[fn(&mut Coverage)] =
    &[project::tests::scenario, region::tests::scenario];

/// Resources of the account that are in no region.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Account {
    /// Projects beside the default one.
    projects: Vec<Project>,
}
