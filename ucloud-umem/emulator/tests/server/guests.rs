//! UCloud's own tools as guests: their requests, which are files in `tests/guests`, played in their
//! order. The tools themselves need a network.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::Value;
use umem_emulator::{Emulator, Server};

use crate::http::{FORM, ask, encoded, signed};

/// Longest time for a state that a step waits for.
const LONGEST: Duration = Duration::from_secs(20);

/// Requests of a tool, in their order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Flow {
    tool: Tool,
    common: BTreeMap<String, Value>,
    steps: Vec<Step>,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Tool {
    Go,
    Python,
}

/// A request, and what its response has. `tests/guests/README.md` describes the keys.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    call: String,
    with: BTreeMap<String, Value>,
    #[serde(default)]
    gives: BTreeMap<String, Value>,
    #[serde(default)]
    has: Vec<String>,
    says: Option<String>,
    #[serde(default)]
    until: BTreeMap<String, Value>,
    #[serde(default)]
    keep: BTreeMap<String, String>,
}

/// A flow while it is played.
struct Play<'a> {
    server: &'a Server,
    flow: &'a Flow,
    kept: BTreeMap<String, Value>,
}

impl Play<'_> {
    /// Returns a value of the file, or the kept value that it names.
    fn value<'a>(&'a self, value: &'a Value) -> &'a Value {
        let name = value.as_str().and_then(|text| text.strip_prefix('$'));
        name.map_or(value, |name| &self.kept[name])
    }

    /// Sends a request as the tool does.
    fn send(&self, step: &Step) -> Value {
        let mut parameters = self.flow.common.clone();
        parameters.extend(step.with.clone());
        let text = |value: &Value| match self.value(value) {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let mut pairs: Vec<_> =
            parameters.iter().map(|(name, value)| (name.as_str(), text(value))).collect();
        let go = self.flow.tool == Tool::Go;
        pairs.retain(|(_, value)| !(go && value.is_empty()));
        pairs.push(("Action", step.call.clone()));
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let target = if go { format!("/?Action={}", step.call) } else { "/".to_owned() };
        let headers = format!("{FORM}U-Timestamp-Ms: 1800000000000\r\n");
        let body = encoded(&signed(&pairs, "emulator"));
        let response = ask(self.server, "POST", &target, &headers, &body);
        assert_eq!(response.status(), 200, "{}", step.call);
        response.json()
    }

    fn fits(&self, response: &Value, expected: &BTreeMap<String, Value>) -> bool {
        expected.iter().all(|(path, value)| at(response, path) == self.value(value))
    }

    fn play(&mut self, step: &Step) {
        let deadline = Instant::now() + LONGEST;
        let mut response = self.send(step);
        while !self.fits(&response, &step.until) {
            assert!(Instant::now() < deadline, "{} until {:?}: {response}", step.call, step.until);
            std::thread::sleep(Duration::from_millis(20));
            response = self.send(step);
        }
        let ret_code = step.gives.get("RetCode").cloned().unwrap_or_else(|| 0.into());
        assert_eq!(response["RetCode"], ret_code, "{} {:?}: {response}", step.call, step.with);
        assert!(self.fits(&response, &step.gives), "{} {:?}: {response}", step.call, step.gives);
        for path in &step.has {
            assert!(!at(&response, path).is_null(), "{} has no {path}: {response}", step.call);
        }
        if let Some(words) = &step.says {
            let message = response["Message"].as_str().unwrap_or_default();
            assert!(message.contains(words), "{}: {message}", step.call);
        }
        for (name, path) in &step.keep {
            self.kept.insert(name.clone(), at(&response, path).clone());
        }
    }
}

/// Returns the value at a path such as `DataSet.0.State`; null if there is none.
fn at<'a>(response: &'a Value, path: &str) -> &'a Value {
    response.pointer(&format!("/{}", path.replace('.', "/"))).unwrap_or(&Value::Null)
}

/// Plays a flow against an emulator with its default step.
fn play(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guests").join(name);
    let text = std::fs::read_to_string(&path).expect("the file of the flow");
    let flow: Flow =
        serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let server = Emulator::new().serve("127.0.0.1:0").unwrap();
    let mut play = Play { server: &server, flow: &flow, kept: BTreeMap::new() };
    for step in &flow.steps {
        play.play(step);
    }
}

macro_rules! flows {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                play(concat!(stringify!($name), ".yaml"));
            }
        )*

        #[test]
        fn every_flow_is_played() {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guests");
            let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            let files = entries.filter(|path| path.extension().is_some_and(|it| it == "yaml"));
            let mut files: Vec<_> =
                files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
            files.sort_unstable();
            assert_eq!(files, [$(stringify!($name)),*]);
        }
    };
}

flows! {
    cli_create
    cli_group
    cli_setup
    cli_space
    go_group
    go_space
    python_setup
    python_without
    terraform_group
    terraform_memcache
    terraform_space
    terraform_zones
}
