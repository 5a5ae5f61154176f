//! Options of one call: scope, time limits, and parameters added by name.

use std::fmt;
use std::time::Duration;

/// Parameters of every call that only the client can set.
pub(crate) const RESERVED: [&str; 4] = ["Action", "PublicKey", "SecurityToken", "Signature"];

/// Options of one call beside the parameters of its action.
#[derive(Clone, Default, PartialEq)]
pub struct Options {
    pub(crate) region: Option<String>,
    pub(crate) zone: ZoneOption,
    pub(crate) project_id: Option<String>,
    /// Parameters added by name, in the byte order of their names, each once. A `BTreeMap`
    /// would be a twentieth of all that this crate compiles.
    pub(crate) added: Vec<(String, String)>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) max_attempts: Option<u32>,
    /// Longest time until a list shows what was created.
    pub(crate) list_lag: Option<Duration>,
    /// Reason why an added parameter cannot be sent.
    pub(crate) problem: Option<String>,
}

/// Zone of one call.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum ZoneOption {
    /// Zone of the client.
    #[default]
    Inherited,
    /// No zone, whatever the client has.
    Omitted,
    /// This zone.
    Set(String),
}

impl Options {
    /// Sets a parameter, in place of one with the same name.
    pub(crate) fn set_param(&mut self, name: String, value: String) {
        match self.find_param(&name) {
            Ok(index) => self.added[index].1 = value,
            Err(index) => self.added.insert(index, (name, value)),
        }
    }

    /// Returns the value of a parameter that was added by name.
    pub(crate) fn added_param(&self, name: &str) -> Option<&str> {
        let index = self.find_param(name).ok()?;
        self.added.get(index).map(|(_, value)| value.as_str())
    }

    fn find_param(&self, name: &str) -> Result<usize, usize> {
        self.added.binary_search_by(|(other, _)| (**other).cmp(name))
    }

    /// Removes the entries or members that were added of a list or structure.
    pub(crate) fn remove_members(&mut self, name: &str) {
        self.added.retain(|(other, _)| {
            !other.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
        });
    }
}

impl fmt::Debug for Options {
    /// Shows the names of added parameters without their values: a value may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let added: Vec<_> = self.added.iter().map(|(name, _)| name).collect();
        f.debug_struct("Options")
            .field("region", &self.region)
            .field("zone", &self.zone)
            .field("project_id", &self.project_id)
            .field("added", &added)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("deadline", &self.deadline)
            .field("max_attempts", &self.max_attempts)
            .field("list_lag", &self.list_lag)
            .finish_non_exhaustive()
    }
}
