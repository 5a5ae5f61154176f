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
    /// Makes a refusal with a RetCode of `ret_codes.yaml` that has no constructor here.
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

    /// Makes the refusal of an unknown action.
    pub(crate) fn unknown_action(name: &str) -> Self {
        let name = shown(name);
        let message = format!(
            "Action [{name}] is not available: this emulator knows only the actions of UMem that UCloud documents, and some of \
             other products, see https://docs.rs/umem-emulator"
        );
        Self::new(161, message)
    }

    /// Makes the refusal of a missing parameter. The gateway uses this code although its table does
    /// not list it.
    pub(crate) fn missing(name: &str) -> Self {
        Self::new(220, format!("Missing params [{name}]"))
    }

    /// Makes the refusal of an invalid parameter. The gateway uses this code although its table
    /// does not list it.
    pub(crate) fn unusable(name: &str, value: &str) -> Self {
        let value = shown(value);
        Self::new(230, format!("Params [{name}] not available: {value}"))
    }

    /// Makes the refusal of an invalid secret, whose value is not shown.
    pub(crate) fn unusable_secret(name: &str) -> Self {
        Self::new(230, format!("Params [{name}] not available"))
    }

    /// Makes the refusal of an id that is unknown in the project, region and zone of the call.
    ///
    /// The code is permanent: QueryFailed (20003) would ask the caller to try again later.
    pub(crate) fn no_such_resource(name: &str, id: &str) -> Self {
        let id = shown(id);
        Self::new(230, format!("Params [{name}] not available: {id} not found"))
    }

    /// Makes the refusal of a change that only a primary allows.
    pub(crate) fn replica(id: &str) -> Self {
        let id = shown(id);
        let message = format!("Params [GroupId] not available: {id} is a read-only replica");
        Self::new(230, message)
    }

    /// Makes the refusal to delete a primary that has read-only replicas.
    pub(crate) fn has_replica(id: &str, replica: &str) -> Self {
        let (id, replica) = (shown(id), shown(replica));
        let message = format!("Params [GroupId] not available: {id} has the replica {replica}");
        Self::new(230, message)
    }

    /// Makes an UpdateFailed refusal: the resource is busy, or in the wrong state for the action.
    pub(crate) fn wrong_state(id: &str, state: &str) -> Self {
        let id = shown(id);
        Self::new(20204, format!("Resource [{id}] cannot be acted on in state {state}"))
    }

    /// Makes an UpdateFailed refusal: the real server of the resource has a problem.
    pub(crate) fn server(id: &str, problem: &str) -> Self {
        Self::new(20204, format!("Resource [{}] cannot be acted on: {problem}", shown(id)))
    }

    /// Makes an UpdateFailed refusal: an earlier order for the resource is not finished.
    pub(crate) fn already_ordered(id: &str, what: &str) -> Self {
        let id = shown(id);
        Self::new(20204, format!("Resource [{id}] has a {what} ordered already"))
    }

    /// Makes a ResizeFailed refusal: memory that the parameter's value does not allow.
    pub(crate) fn resize_failed(name: &str, why: &str) -> Self {
        Self::new(20011, format!("Resize failed [{name}]: {why}"))
    }

    /// Makes a RestoreFailed refusal: data that cannot be restored from the parameter's value.
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
