//! Projects.
//!
//! Calls in other projects are executed too: a project need not be listed to be used.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Account;
use crate::call::Call;
use crate::clock::Moment;
use crate::context::{Behaviour, Context};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::scope::DEFAULT_PROJECT;
use crate::seed::document::ProjectSeed;
use crate::store::Kinds;

pub(super) const BEHAVIOURS: &[(&str, Behaviour<Kinds>)] = &[("GetProjectList", list)];

/// Creation time of the default project, in seconds since 1970.
const DEFAULT_CREATED: u64 = 1_500_000_000;

/// A project beside the default one.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Project {
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

/// Lists the default project, then the others.
#[expect(clippy::unnecessary_wraps, reason = "it is a `Behaviour`")]
fn list(context: &mut Context<'_, Kinds>, _: &Call) -> Result<Attributes, Refusal> {
    let kinds = &*context.store;
    let row = |id: &str, name: &str, created: u64| -> Value {
        let resources = kinds.instances().filter(|own| own.scope.project == id).count();
        let row = attributes([
            ("ProjectId", id.into()),
            ("ProjectName", name.into()),
            ("CreateTime", created.into()),
            ("IsDefault", (id == DEFAULT_PROJECT).into()),
            ("ResourceCount", resources.into()),
            ("MemberCount", 1.into()),
            ("ParentId", "".into()),
            ("ParentName", "".into()),
        ]);
        row.into()
    };
    let others = kinds.account.projects.iter();
    let others = others.map(|own| row(&own.id, &own.name, own.created.unix_seconds()));
    let default = row(DEFAULT_PROJECT, "Default", DEFAULT_CREATED);
    let rows: Vec<Value> = [default].into_iter().chain(others).collect();
    Ok(attributes([("ProjectCount", rows.len().into()), ("ProjectSet", rows.into())]))
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::coverage::Coverage;

    pub(crate) fn scenario(run: &mut Coverage) {
        run.emulator().seed_project("org-a", "orders").unwrap();
        run.seed_space("umem-a", 1);
        run.seed_group("uredis-a", 0);
        run.call("CreateUMemSpace", &[("Name", "a-space"), ("Size", "1"), ("ProjectId", "org-a")]);
        let response = run.call("GetProjectList", &[("IsFinance", "No")]);
        assert_eq!(response["ProjectCount"], 2);
        let rows = response["ProjectSet"].as_array().unwrap();
        for (row, id, name, is_default, resources) in [
            (&rows[0], "org-emulator", "Default", true, 2),
            (&rows[1], "org-a", "orders", false, 1),
        ] {
            assert_eq!((&row["ProjectId"], &row["ProjectName"]), (&id.into(), &name.into()));
            assert_eq!(row["IsDefault"], is_default);
            assert_eq!(row["ResourceCount"], resources, "{id}");
        }
    }
}
