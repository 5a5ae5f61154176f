//! Log of calls and their results, without anything secret.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use super::OnCall;
use crate::generated::action_table::ACTIONS;
use crate::generation::Generation;
use crate::served_call::ServedCall;

/// Calls to remember.
const MOST: usize = 100;
/// Unknown actions to count.
const MOST_UNKNOWN: usize = 100;
/// Characters of the name of an action.
const LONGEST_NAME: usize = 64;

/// Returns the action of a call, where it looks like the name of one: whatever else is there may be
/// a secret in the wrong place.
pub(super) fn action_name(text: &str) -> Option<&str> {
    let is_name = text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.len() <= LONGEST_NAME
        && text.chars().all(|c| c.is_ascii_alphanumeric());
    is_name.then_some(text)
}

/// Returns true if UMem or this emulator has an action of this name.
fn is_known(name: &str) -> bool {
    ACTIONS.iter().any(|action| action.name == name)
}

/// The last calls, and the callback for each.
pub(super) struct CallLog {
    on_call: Option<OnCall>,
    kept: Mutex<Kept>,
}

/// Calls since the last reset.
#[derive(Default)]
struct Kept {
    generation: Generation,
    count: u64,
    last: VecDeque<ServedCall>,
    /// Number of calls of each action that UMem does not have.
    unknown: BTreeMap<String, u64>,
}

impl CallLog {
    pub(super) fn new(on_call: Option<OnCall>) -> Self {
        Self { on_call, kept: Mutex::default() }
    }

    /// Records a call that arrived at this generation of the emulator. After a reset it is
    /// reported, but not kept.
    pub(super) fn record(&self, call: ServedCall, arrival: Generation, now: Generation) {
        if let Some(on_call) = &self.on_call {
            on_call(&call);
        }
        let mut kept = self.kept(now);
        if arrival != kept.generation {
            return;
        }
        kept.count += 1;
        if let Some(action) = call.action.as_ref().filter(|name| !is_known(name)) {
            if kept.unknown.len() < MOST_UNKNOWN || kept.unknown.contains_key(action) {
                *kept.unknown.entry(action.clone()).or_default() += 1;
            }
        }
        if kept.last.len() == MOST {
            kept.last.pop_front();
        }
        kept.last.push_back(call);
    }

    /// Returns the calls since the last reset.
    fn kept(&self, now: Generation) -> MutexGuard<'_, Kept> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.generation < now {
            *kept = Kept { generation: now, ..Kept::default() };
        }
        kept
    }

    /// Returns how many there were, and the last of them, the latest at the end.
    pub(super) fn last(&self, now: Generation) -> (u64, Vec<ServedCall>) {
        let kept = self.kept(now);
        (kept.count, kept.last.iter().cloned().collect())
    }

    /// Returns the same as JSON: how many there were, and the last of them, the latest at the end.
    pub(super) fn to_json(&self, now: Generation) -> Value {
        let kept = self.kept(now);
        let calls = kept.last.iter().map(|call| {
            json!({
                "at": humantime::format_rfc3339_millis(call.at).to_string(),
                "action": call.action,
                "form": call.form.to_string(),
                "ret_code": call.ret_code,
                "status": call.status.map(|status| status.as_u16()),
                "request_id": call.request_id,
                "duration_ms": call.took.as_secs_f64() * 1000.0,
                "parameters": call.parameters.iter().cloned().collect::<BTreeMap<_, _>>(),
                "resource_ids": call.resource_ids,
            })
        });
        json!({
            "count": kept.count,
            "unknown_actions": kept.unknown,
            "last": calls.collect::<Value>(),
        })
    }
}
