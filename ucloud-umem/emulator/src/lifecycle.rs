//! States that change over time. They are computed when they are read; no task runs.

use serde::{Deserialize, Serialize};

use crate::clock::{Moment, Time};
use crate::refusal::Refusal;
use crate::words::{InstanceState, ProxyState, UMemBackupState, URedisBackupState, Words as _};

/// Number of steps of a state that does not end by itself.
pub(crate) const STAYS: u32 = u32::MAX;

/// Maximum number of states of a transition.
const MOST: usize = 3;

/// States in their order, and how many steps each lasts. What comes to the end of the last one is
/// gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<StoredState>", try_from = "Vec<StoredState>")]
pub(crate) struct Transition {
    states: [(&'static str, u32); MOST],
    count: usize,
}

/// A state of a transition as it is stored: its name, and its steps unless it stays.
type StoredState = (String, Option<u32>);

impl Transition {
    /// Makes a transition of at most three states.
    pub(crate) const fn new(of: &[(&'static str, u32)]) -> Self {
        assert!(of.len() <= MOST, "a transition has at most three states");
        let mut states = [("", 0); MOST];
        let mut count = 0;
        while count < of.len() {
            states[count] = of[count];
            count += 1;
        }
        Self { states, count }
    }

    /// Makes a transition of one state that does not end by itself.
    pub(crate) const fn stays(state: &'static str) -> Self {
        Self::new(&[(state, STAYS)])
    }

    /// Returns the states, and how many steps each lasts.
    pub(crate) fn states(&self) -> &[(&'static str, u32)] {
        self.states.get(..self.count).unwrap_or_default()
    }
}

impl From<Transition> for Vec<StoredState> {
    fn from(transition: Transition) -> Self {
        let states = transition.states().iter();
        states
            .map(|(state, steps)| ((*state).to_owned(), (*steps != STAYS).then_some(*steps)))
            .collect()
    }
}

impl TryFrom<Vec<StoredState>> for Transition {
    type Error = String;

    fn try_from(stored: Vec<StoredState>) -> Result<Self, String> {
        if stored.len() > MOST {
            return Err(format!("too many states: expected at most {MOST}"));
        }
        let states = stored.into_iter().map(|(name, steps)| {
            let known = known(&name).ok_or_else(|| format!("unknown state `{name}`"))?;
            Ok((known, steps.unwrap_or(STAYS)))
        });
        Ok(Self::new(&states.collect::<Result<Vec<_>, String>>()?))
    }
}

/// Returns a state that UCloud's pages name.
pub(crate) fn known(name: &str) -> Option<&'static str> {
    let sets = [
        InstanceState::words(),
        ProxyState::words(),
        UMemBackupState::words(),
        URedisBackupState::words(),
    ];
    sets.into_iter().flatten().find(|state| *state == name)
}

/// The transition that a resource is in, and since when.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lifecycle {
    transition: Transition,
    since: Moment,
}

impl Lifecycle {
    /// Makes a lifecycle whose transition began at this moment.
    pub(crate) fn since(since: Moment, transition: Transition) -> Self {
        Self { transition, since }
    }

    /// Begins another transition.
    pub(crate) fn enter(&mut self, transition: Transition, time: Time) {
        *self = Self::since(time.now, transition);
    }

    /// Returns the state, or `None` if the resource is gone.
    pub(crate) fn state(&self, time: Time) -> Option<&'static str> {
        let mut left = time.now.since(self.since);
        for (state, steps) in self.transition.states() {
            let lasts = time.step.saturating_mul(*steps);
            if *steps == STAYS || left < lasts {
                return Some(state);
            }
            left -= lasts;
        }
        None
    }

    /// Returns when its state next changes by itself, or when it was gone.
    pub(crate) fn next_change(&self, time: Time) -> Option<Moment> {
        let mut end = self.since;
        for (_, steps) in self.transition.states() {
            if *steps == STAYS {
                return None;
            }
            end = end.after(time.step.saturating_mul(*steps));
            if end > time.now {
                return Some(end);
            }
        }
        Some(end)
    }

    /// Refuses an action that needs one of these states.
    pub(crate) fn expect(&self, states: &[&str], id: &str, time: Time) -> Result<(), Refusal> {
        match self.state(time) {
            Some(state) if states.contains(&state) => Ok(()),
            state => Err(Refusal::wrong_state(id, state.unwrap_or("Deleted"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const STEP: Duration = Duration::from_millis(200);
    const COMING: Transition =
        Transition::new(&[("Starting", 1), ("Creating", 2), ("Running", STAYS)]);
    const GOING: Transition = Transition::new(&[("Deleting", 1)]);

    fn after(milliseconds: u64) -> Time {
        Time { now: Moment::from_millis(milliseconds), step: STEP }
    }

    #[test]
    fn each_state_lasts_its_steps_and_the_last_one_stays() {
        let life = Lifecycle::since(Moment::from_millis(0), COMING);
        for (moment, state) in [
            (0, "Starting"),
            (199, "Starting"),
            (200, "Creating"),
            (599, "Creating"),
            (600, "Running"),
            (u64::MAX, "Running"),
        ] {
            assert_eq!(life.state(after(moment)), Some(state), "{moment}");
        }
        let at_once = Time { now: Moment::from_millis(0), step: Duration::ZERO };
        assert_eq!(life.state(at_once), Some("Running"));
    }

    #[test]
    fn the_next_change_is_the_end_of_the_state() {
        let life = Lifecycle::since(Moment::from_millis(0), COMING);
        for (now, end) in [(0, Some(200)), (199, Some(200)), (200, Some(600)), (600, None)] {
            let end = end.map(Moment::from_millis);
            assert_eq!(life.next_change(after(now)), end, "{now}");
        }
        let life = Lifecycle::since(Moment::from_millis(0), GOING);
        assert_eq!(life.next_change(after(199)), Some(Moment::from_millis(200)));
        assert_eq!(life.next_change(after(300)), Some(Moment::from_millis(200)));
    }

    #[test]
    fn what_was_deleted_is_gone_after_its_last_state() {
        let mut life = Lifecycle::since(Moment::from_millis(0), COMING);
        life.enter(GOING, after(1000));
        assert_eq!(life.state(after(1199)), Some("Deleting"));
        assert_eq!(life.state(after(1200)), None);
    }

    #[test]
    fn an_action_names_the_states_that_it_needs() {
        let life = Lifecycle::since(Moment::from_millis(0), COMING);
        let refusal = life.expect(&["Running"], "umem-a", after(0)).unwrap_err();
        assert_eq!(refusal.ret_code, 20204);
        assert!(refusal.message.contains("umem-a"), "{}", refusal.message);
        assert!(refusal.message.contains("Starting"), "{}", refusal.message);
        life.expect(&["Running"], "umem-a", after(600)).unwrap();
    }

    #[test]
    fn a_transition_is_stored_by_the_names_of_its_states() {
        const BACKUP: Transition = Transition::new(&[("Backuping", 1), ("Success", STAYS)]);
        let stored = r#"[["Backuping",1],["Success",null]]"#;
        assert_eq!(serde_json::to_string(&BACKUP).unwrap(), stored);
        assert_eq!(serde_json::from_str::<Transition>(stored).unwrap(), BACKUP);
        for (wrong, word) in [
            (r#"[["Flying",1]]"#, "unknown state `Flying`"),
            (r#"[["Running",1],["Running",1],["Running",1],["Running",1]]"#, "at most 3"),
        ] {
            let error = serde_json::from_str::<Transition>(wrong).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        }
    }
}
