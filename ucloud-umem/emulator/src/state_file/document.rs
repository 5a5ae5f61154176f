//! The text of a state file: a JSON document with a version.

use serde::{Deserialize, Serialize};

use crate::clock::StoredClock;
use crate::keys::StoredKeys;
use crate::store::Store;

/// Version of the format.
const VERSION: u64 = 1;

/// Content of a state file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Restored {
    #[serde(rename = "version")]
    _version: u64,
    pub(crate) clock: StoredClock,
    /// Number of requests, from which request ids are made.
    pub(crate) calls: u64,
    pub(crate) keys: StoredKeys,
    pub(crate) store: Store,
}

/// The same, to be written.
#[derive(Serialize)]
struct Written<'a> {
    version: u64,
    clock: StoredClock,
    calls: u64,
    keys: &'a StoredKeys,
    store: &'a Store,
}

/// Reads documents.
pub(super) struct Document;

/// The part that every version has.
#[derive(Deserialize)]
struct Version {
    version: u64,
}

impl Document {
    /// Reads a document. The problem names the line.
    pub(super) fn read(text: &[u8]) -> Result<Restored, String> {
        let Version { version } = serde_json::from_slice(text).map_err(|e| e.to_string())?;
        if version != VERSION {
            return Err(format!("unknown version {version}: this program reads version {VERSION}"));
        }
        serde_json::from_slice(text).map_err(|error| error.to_string())
    }
}

/// Returns the text of a state.
pub(crate) fn write(clock: StoredClock, calls: u64, keys: &StoredKeys, store: &Store) -> String {
    let written = Written { version: VERSION, clock, calls, keys, store };
    // Nothing in it can fail to be written: it has neither maps with odd keys nor numbers like NaN.
    serde_json::to_string_pretty(&written).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Clock;

    #[test]
    fn what_is_not_a_state_is_explained_with_its_line() {
        let whole = write(Clock::system().store(), 7, &StoredKeys::default(), &Store::default());
        assert_eq!(Document::read(whole.as_bytes()).map(|state| state.calls), Ok(7));
        for (text, word) in [
            (String::new(), "line 1"),
            ("\n\nno".to_owned(), "line 3 column"),
            (whole[..whole.len() / 2].to_owned(), "EOF while parsing"),
            ("{}".to_owned(), "missing field `version`"),
            (whole.replace("\"version\": 1", "\"version\": 2"), "unknown version 2"),
            (whole.replace("\"calls\"", "\"cells\""), "unknown field `cells`"),
            (whole.replace("\"spaces\": {", "\"spaces\": 7, \"more\": {"), "expected struct"),
            (whole.replace("\"all\": []", "\"all\": 7"), "expected a sequence at line"),
            (
                whole.replace("\"last\": 0", &format!("\"last\": {}", u64::MAX)),
                "at most 4294967296 at line",
            ),
            (
                whole.replace("\"addresses\": 0", "\"addresses\": 5000000000"),
                "at most 4294967296 at line",
            ),
        ] {
            let problem = Document::read(text.as_bytes()).err().unwrap();
            assert!(problem.contains(word), "{problem}");
        }
    }
}
