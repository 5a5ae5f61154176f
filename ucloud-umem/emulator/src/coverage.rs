//! Coverage of actions by scenarios.
//!
//! The file of each kind of resource has a scenario. Together the scenarios must call every action
//! with behaviour, and show every documented field of its response, nested ones too.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde_json::{Map, Value};

use crate::action::{ActionSpec, MemberKind, MemberSpec};
use crate::answer::Source;
use crate::generated::action_table::ACTIONS;
use crate::scope::{REGION, ZONE};
use crate::store::Store;
use crate::{Clock, Emulator, actions};
use ucloud_umem::Timestamp;

/// An emulator whose clock stands, and what its responses have shown.
pub(super) struct Coverage {
    emulator: Emulator,
    seen: Seen,
}

/// Members that were seen, by action and path: `DescribeUMem`, `DescribeUMem.DataSet`.
type Seen = BTreeMap<String, Shown>;

struct Shown {
    documented: &'static [MemberSpec],
    members: BTreeSet<String>,
}

impl Default for Coverage {
    fn default() -> Self {
        Self::with_step(Duration::from_millis(200))
    }
}

impl Coverage {
    /// Makes a run whose emulator keeps each state for this long.
    pub(super) fn with_step(step: Duration) -> Self {
        let clock = Clock::stopped_at(Timestamp::from_unix_seconds(1_800_000_000));
        let emulator = Emulator::builder().clock(clock).step(step).build();
        Self { emulator, seen: Seen::new() }
    }

    /// Returns the response to a call, which must succeed. The default region and zone are the
    /// emulator's.
    pub(super) fn call(&mut self, action: &str, pairs: &[(&str, &str)]) -> Value {
        let (spec, response) = self.answer(action, pairs);
        assert_eq!(response["RetCode"], 0, "{action} {pairs:?}: {response}");
        let mut members = response.as_object().unwrap().clone();
        for name in ["Action", "RetCode"] {
            members.remove(name);
        }
        record(&mut self.seen, action, spec.response, &members);
        response
    }

    /// Returns the first entry of a list.
    pub(super) fn first(&mut self, action: &str, pairs: &[(&str, &str)]) -> Value {
        self.call(action, pairs)["DataSet"][0].clone()
    }

    /// Returns the RetCode of a call, which must be refused.
    pub(super) fn refused(&mut self, action: &str, pairs: &[(&str, &str)]) -> i64 {
        let (_, response) = self.answer(action, pairs);
        assert!(response["Message"].is_string(), "{action} {pairs:?}: {response}");
        response["RetCode"].as_i64().unwrap()
    }

    /// Returns the RetCode of a call.
    pub(super) fn ret_code(&mut self, action: &str, pairs: &[(&str, &str)]) -> i64 {
        self.answer(action, pairs).1["RetCode"].as_i64().unwrap()
    }

    /// Checks that a call is refused with this RetCode, and that the message contains this text.
    pub(super) fn refuses(
        &mut self,
        action: &str,
        pairs: &[(&str, &str)],
        ret_code: i64,
        named: &str,
    ) {
        let (_, response) = self.answer(action, pairs);
        assert_eq!(response["RetCode"], ret_code, "{action} {pairs:?}: {response}");
        let message = response["Message"].as_str().unwrap();
        assert!(message.contains(named), "{action} {pairs:?}: {message}");
    }

    /// Checks that nothing is lost when the resources are stored and read again.
    fn assert_stored(&self) {
        self.emulator.with(|store, _| {
            let stored = serde_json::to_value(&*store).unwrap();
            let read: Store = serde_json::from_value(stored.clone()).unwrap();
            assert_eq!(serde_json::to_value(&read).unwrap(), stored);
        });
    }

    pub(super) fn emulator(&self) -> &Emulator {
        &self.emulator
    }

    /// Lets one step of every transition pass.
    pub(super) fn step(&self) {
        self.emulator.clock().advance(self.emulator.step());
    }

    /// Lets so much time pass.
    pub(super) fn pass(&self, time: Duration) {
        self.emulator.clock().advance(time);
    }

    pub(super) fn seed_space(&self, id: &str, backups: u32) {
        self.emulator.seed_space(id, backups).unwrap();
    }

    pub(super) fn seed_memcache(&self, id: &str) {
        self.emulator.seed_memcache(id).unwrap();
    }

    pub(super) fn seed_group(&self, id: &str, backups: u32) {
        self.emulator.seed_group(id, backups).unwrap();
    }

    fn answer(&self, action: &str, pairs: &[(&str, &str)]) -> (&'static ActionSpec, Value) {
        let spec = ACTIONS.iter().find(|spec| spec.name == action);
        let spec = spec.unwrap_or_else(|| panic!("there is no action {action}"));
        let scope = [("Region", REGION), ("Zone", ZONE)];
        let pairs = scope.iter().chain(pairs);
        let pairs = pairs.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let now = self.emulator.generation();
        let acted = self.emulator.act(spec, pairs.collect(), now, None);
        let (response, source) = acted.expect("no reset");
        assert_eq!(source, Source::State, "{action} has no behaviour");
        (spec, serde_json::from_str(&response).unwrap())
    }
}

/// Records the fields that a response shows. An empty list shows none of its entries' fields.
fn record(
    seen: &mut Seen,
    scope: &str,
    documented: &'static [MemberSpec],
    members: &Map<String, Value>,
) {
    for (name, value) in members {
        let member = documented.iter().find(|member| member.name == name);
        let member = member.unwrap_or_else(|| panic!("{scope}: {name} is not documented"));
        let entries = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        assert_eq!(member.list, value.is_array(), "{scope}.{name}");
        if let MemberKind::Object(model) = member.kind {
            for entry in entries {
                let entry = entry.as_object().unwrap();
                record(seen, &format!("{scope}.{name}"), model.members, entry);
            }
        }
    }
    let shown = seen
        .entry(scope.to_owned())
        .or_insert_with(|| Shown { documented, members: BTreeSet::new() });
    let full =
        members.iter().filter(|(_, value)| value.as_array().is_none_or(|list| !list.is_empty()));
    shown.members.extend(full.map(|(name, _)| name.clone()));
}

/// Returns the documented fields that no response has shown.
fn missing(seen: &Seen) -> Vec<String> {
    let all = seen.iter().flat_map(|(scope, shown)| {
        let names = shown.documented.iter().map(|member| member.name);
        let missing = names.filter(|name| !shown.members.contains(*name));
        missing.map(move |name| format!("{scope}.{name}"))
    });
    all.collect()
}

#[test]
fn replies_of_actions_with_behaviour_are_complete() {
    let mut seen = Seen::new();
    for scenario in actions::scenarios() {
        let mut run = Coverage { seen, ..Coverage::default() };
        scenario(&mut run);
        run.assert_stored();
        seen = run.seen;
    }
    let uncalled: Vec<_> = actions::names().filter(|name| !seen.contains_key(*name)).collect();
    assert_eq!(uncalled, [""; 0], "no scenario calls these with success");
    assert_eq!(missing(&seen), [""; 0], "documented, and no scenario's response has it");
}

#[test]
fn an_action_has_one_behaviour_and_is_documented() {
    let mut names: Vec<_> = actions::names().collect();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    for name in names {
        assert!(ACTIONS.iter().any(|action| action.name == name), "{name}");
    }
}
