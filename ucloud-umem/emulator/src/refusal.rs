//! Refusals of calls, by their meaning.

/// Characters of a value that a message repeats.
const SHOWN: usize = 60;

/// A RetCode and a sentence.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) ret_code: i64,
    pub(crate) message: String,
}

impl Refusal {
    /// By its RetCode; those of `ret_codes.yaml` that have no constructor here.
    pub(crate) fn new(ret_code: i64, message: impl Into<String>) -> Self {
        Self { ret_code, message: message.into() }
    }

    /// Adds the parameter to the resource in brackets: `[umem-a]` becomes `[SpaceId] umem-a`. Takes
    /// the ids of the call, with the names of their parameters.
    pub(crate) fn naming<'a>(mut self, ids: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        for (name, id) in ids {
            let named = format!("[{name}] {id}");
            self.message = self.message.replace(&format!("[{id}]"), &named);
        }
        self
    }

    /// An action that the emulator does not have.
    pub(crate) fn unknown_action(name: &str) -> Self {
        let name = shown(name);
        let message = format!(
            "Action [{name}] is not available: this emulator knows the actions of UMem alone"
        );
        Self::new(161, message)
    }

    /// A parameter that is not there. The gateway uses this code though its table does not list it.
    pub(crate) fn missing(name: &str) -> Self {
        Self::new(220, format!("Missing params [{name}]"))
    }

    /// A parameter that cannot be used. The gateway uses this code though its table does not list
    /// it.
    pub(crate) fn unusable(name: &str, value: &str) -> Self {
        let value = shown(value);
        Self::new(230, format!("Params [{name}] not available: {value}"))
    }

    /// The same of a secret, which is not repeated.
    pub(crate) fn unusable_secret(name: &str) -> Self {
        Self::new(230, format!("Params [{name}] not available"))
    }

    /// An id that names nothing in the project, region and zone of the call.
    ///
    /// The code is permanent: QueryFailed (20003) would ask the caller to try again later.
    pub(crate) fn no_such_resource(name: &str, id: &str) -> Self {
        let id = shown(id);
        Self::new(230, format!("Params [{name}] not available: {id} not found"))
    }

    /// A read-only replica, of which only the primary can be changed so.
    pub(crate) fn replica(id: &str) -> Self {
        let id = shown(id);
        let message = format!("Params [GroupId] not available: {id} is a read-only replica");
        Self::new(230, message)
    }

    /// A primary that cannot be deleted before its read-only replicas.
    pub(crate) fn has_replica(id: &str, replica: &str) -> Self {
        let (id, replica) = (shown(id), shown(replica));
        let message = format!("Params [GroupId] not available: {id} has the replica {replica}");
        Self::new(230, message)
    }

    /// A resource that is busy, or not in the state that the action needs: UpdateFailed.
    pub(crate) fn wrong_state(id: &str, state: &str) -> Self {
        let id = shown(id);
        Self::new(20204, format!("Resource [{id}] cannot be acted on in state {state}"))
    }

    /// A resource for which something is ordered that has not been done yet: UpdateFailed.
    pub(crate) fn already_ordered(id: &str, what: &str) -> Self {
        let id = shown(id);
        Self::new(20204, format!("Resource [{id}] has a {what} ordered already"))
    }

    /// Memory that cannot be what a parameter asks for: ResizeFailed.
    pub(crate) fn resize_failed(name: &str, why: &str) -> Self {
        Self::new(20011, format!("Resize failed [{name}]: {why}"))
    }

    /// Data that cannot be brought back from what a parameter names: RestoreFailed.
    pub(crate) fn restore_failed(name: &str, why: &str) -> Self {
        Self::new(20207, format!("Restore failed [{name}]: {why}"))
    }
}

fn shown(value: &str) -> String {
    let mut shown: String = value.chars().take(SHOWN).collect();
    if shown.len() < value.len() {
        shown.push_str("...");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_named_and_a_long_one_cut() {
        let message = Refusal::unusable("Limit", "many").message;
        assert_eq!(message, "Params [Limit] not available: many");
        let message = Refusal::unusable("Limit", &"辣".repeat(1000)).message;
        assert!(message.ends_with("辣...") && message.len() < 300, "{message}");
    }
}
