//! Workflows: definitions, which are stored and given back. None is ever executed.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::context::{Behaviour, Context};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::scope::Scope;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Workflows>)] =
    &[("CreateSFWorkflowFromTemplate", create), ("GetSFWorkflowTemplate", get)];

/// Most versions of all workflows together; each can be as large as a request.
const MOST: usize = 1000;

const DEFINITION: &str = "Workflow";
/// The steps of a workflow: as UCloud's example has them, and as its table misspells them.
const STEPS: [&str; 2] = ["Activities", "Activites"];

/// The workflows of all projects and regions.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Workflows {
    all: Vec<Workflow>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Workflow {
    id: String,
    /// The zone has no meaning.
    scope: Scope,
    /// Definitions, from version 1 on.
    versions: Vec<Map<String, Value>>,
}

impl Workflows {
    /// Returns the workflows for the listing of all resources.
    pub(crate) fn listing(&self) -> Value {
        let rows = self.all.iter().map(|own| {
            let Scope { project, region, .. } = &own.scope;
            json!({ "id": own.id, "project": project, "region": region, "versions": own.versions.len() })
        });
        rows.collect()
    }
}

/// Stores a workflow, or a new version of it.
fn create(context: &mut Context<'_, Workflows>, call: &Call) -> Result<Attributes, Refusal> {
    let named = |name| call.given(name).ok_or_else(|| Refusal::missing(name));
    let id = format!("{}.{}", named("Namespace")?, named("WorkflowName")?);
    let definition = definition(call).ok_or_else(|| {
        let message = "Params [Workflow] not available: expected base64 of a JSON object";
        Refusal::new(230, message)
    })?;
    let all = &mut context.store.all;
    if all.iter().map(|own| own.versions.len()).sum::<usize>() >= MOST {
        let message =
            format!("Params [Workflow] not available: the emulator keeps {MOST} versions");
        return Err(Refusal::new(230, message));
    }
    let known = all.iter_mut().find(|own| own.id == id && call.reaches_region(&own.scope));
    let version = match known {
        Some(known) => {
            known.versions.push(definition);
            known.versions.len()
        }
        None => {
            all.push(Workflow { id, scope: call.scope(), versions: vec![definition] });
            1
        }
    };
    Ok(attributes([("Version", version.into())]))
}

/// Reads the definition in a call.
fn definition(call: &Call) -> Option<Map<String, Value>> {
    let bytes = BASE64_STANDARD.decode(call.given(DEFINITION)?).ok()?;
    let definition: Map<String, Value> = serde_json::from_slice(&bytes).ok()?;
    let lists = ["Input", "Output"].into_iter().chain(STEPS);
    let mut given = lists.filter_map(|name| definition.get(name));
    given.all(|list| list.is_array() || list.is_null()).then_some(definition)
}

/// Returns a version of a workflow; the newest counts as the published one.
fn get(context: &mut Context<'_, Workflows>, call: &Call) -> Result<Attributes, Refusal> {
    let id = call.required("WorkflowId")?;
    let mut all = context.store.all.iter();
    let workflow = all
        .find(|own| own.id == id && call.reaches_region(&own.scope))
        .ok_or_else(|| Refusal::no_such_resource("WorkflowId", id))?;
    let newest = i64::try_from(workflow.versions.len()).unwrap_or(i64::MAX);
    let version = call.within("WorkflowVersion", 1..=newest)?.unwrap_or(newest);
    let index = usize::try_from(version - 1).unwrap_or(usize::MAX);
    let mut definition = workflow.versions.get(index).cloned().unwrap_or_default();
    let steps = STEPS.iter().find_map(|name| definition.get(*name).cloned());
    for name in STEPS {
        definition
            .insert(name.to_owned(), steps.clone().unwrap_or_else(|| Vec::<Value>::new().into()));
    }
    Ok(attributes([
        ("WorkflowId", id.into()),
        ("Version", version.into()),
        (DEFINITION, Value::Object(definition)),
    ]))
}

#[cfg(test)]
pub(crate) mod tests {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    use serde_json::{Value, json};

    use super::MOST;
    use crate::coverage::Coverage;

    const NAMES: [(&str, &str); 2] = [("Namespace", "orders"), ("WorkflowName", "nightly")];
    const ID: (&str, &str) = ("WorkflowId", "orders.nightly");

    fn create(run: &mut Coverage, definition: &Value) -> Value {
        let text = BASE64_STANDARD.encode(definition.to_string());
        run.call("CreateSFWorkflowFromTemplate", &[NAMES[0], NAMES[1], ("Workflow", &text)])
    }

    pub(crate) fn scenario(run: &mut Coverage) {
        let definition = json!({
            "Input": [{ "Name": "UserID", "Type": "INT64", "Value": "1" }],
            "Output": [{ "Name": "Id", "Type": "STRING", "Value": "" }],
            "Activities": [{
                "Name": "start", "Type": "StartActivity", "RetryTimes": "0", "Timeout": "600000", "Next": "end",
                "Input": { "query": { "Action": "VerifyUser" } }, "Output": ["Id"],
            }],
        });
        assert_eq!(create(run, &definition)["Version"], 1);
        let stored = run.call("GetSFWorkflowTemplate", &[ID]);
        assert_eq!((&stored["WorkflowId"], &stored["Version"]), (&ID.1.into(), &1.into()));
        for name in ["Input", "Output", "Activities"] {
            assert_eq!(stored["Workflow"][name], definition[name], "{name}");
        }
    }

    #[test]
    fn a_workflow_has_versions() {
        let mut run = Coverage::default();
        let step = |name: &str| json!({ "Activites": [{ "Name": name }] });
        assert_eq!(create(&mut run, &step("a"))["Version"], 1);
        assert_eq!(create(&mut run, &step("b"))["Version"], 2);
        for (version, name) in [("1", "a"), ("2", "b")] {
            let pairs = [ID, ("WorkflowVersion", version)];
            let stored = run.call("GetSFWorkflowTemplate", &pairs);
            assert_eq!(stored["Workflow"]["Activities"][0]["Name"], name);
        }
        assert_eq!(run.call("GetSFWorkflowTemplate", &[ID])["Version"], 2);
        for version in ["0", "3"] {
            let pairs = [ID, ("WorkflowVersion", version)];
            run.refuses("GetSFWorkflowTemplate", &pairs, 230, "[WorkflowVersion]");
        }
        for elsewhere in [("ProjectId", "org-a"), ("WorkflowId", "orders.daily")] {
            run.refuses("GetSFWorkflowTemplate", &[ID, elsewhere], 230, "[WorkflowId]");
        }
    }

    #[test]
    fn no_more_versions_are_kept_than_there_may_be() {
        let mut run = Coverage::default();
        for version in 1..=MOST {
            assert_eq!(create(&mut run, &json!({}))["Version"], version);
        }
        let empty = ("Workflow", "e30=");
        for name in ["nightly", "daily"] {
            let pairs = [NAMES[0], ("WorkflowName", name), empty];
            run.refuses("CreateSFWorkflowFromTemplate", &pairs, 230, "keeps 1000 versions");
        }
        assert_eq!(run.call("GetSFWorkflowTemplate", &[ID])["Version"], MOST);
    }

    #[test]
    fn a_definition_is_a_json_object() {
        let mut run = Coverage::default();
        for definition in ["", "no base64", "WzFd", "eyJJbnB1dCI6MX0="] {
            let pairs = [NAMES[0], NAMES[1], ("Workflow", definition)];
            run.refuses("CreateSFWorkflowFromTemplate", &pairs, 230, "[Workflow]");
        }
        assert_eq!(run.refused("CreateSFWorkflowFromTemplate", &[NAMES[0]]), 220);
    }
}
