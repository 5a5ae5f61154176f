//! The list of projects.

use serde_json::Value;

use crate::call::Call;
use crate::context::{Behaviour, Context};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::scope::DEFAULT_PROJECT;
use crate::store::Kinds;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Kinds>)] = &[("GetProjectList", list)];

/// Creation time of the default project, in seconds since 1970.
const DEFAULT_CREATED: u64 = 1_500_000_000;

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
