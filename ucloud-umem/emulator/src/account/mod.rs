//! The account: its regions and its projects.
//!
//! Calls in other projects are executed too: a project need not be listed to be used.

pub(crate) mod project;
pub(crate) mod region;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::clock::Moment;
#[cfg(test)]
use crate::coverage::Coverage;
use crate::scope::DEFAULT_PROJECT;
use crate::seed::document::ProjectSeed;

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

/// A project beside the default one.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Project {
    id: String,
    name: String,
    created: Moment,
}

impl Account {
    /// Returns the projects for the listing of all resources; the default one is left out.
    pub(crate) fn listing(&self) -> Value {
        let rows = self.projects.iter().map(
            |own| json!({ "id": own.id, "name": own.name, "created": own.created.to_string() }),
        );
        rows.collect()
    }

    /// Returns true if the project is listed.
    pub(crate) fn has_project(&self, id: &str) -> bool {
        id == DEFAULT_PROJECT || self.projects.iter().any(|project| project.id == id)
    }

    /// Adds a project.
    pub(crate) fn seed(&mut self, seed: &ProjectSeed, now: Moment) {
        let name = seed.name.as_ref().unwrap_or(&seed.id).clone();
        self.projects.push(Project { id: seed.id.clone(), name, created: now });
    }
}
