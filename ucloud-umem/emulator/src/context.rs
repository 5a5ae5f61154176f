//! The world of an action: its kind of resource, the time, and new ids.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::call::Call;
use crate::clock::Time;
use crate::ids::Ids;
use crate::keys::Keys;
use crate::refusal::Refusal;
use crate::response::Attributes;
use crate::servers::Servers;

/// Characters that are encoded in a path.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Function that carries an action out and returns attributes, of which the response shows those
/// that its page documents.
pub(crate) type Behaviour<K> = fn(&mut Context<'_, K>, &Call) -> Result<Attributes, Refusal>;

/// Resources of a kind, and whatever else an action needs.
pub(crate) struct Context<'a, K> {
    pub(crate) store: &'a mut K,
    pub(crate) ids: &'a mut Ids,
    /// Real servers, which follow the store after the action.
    pub(crate) servers: &'a mut Servers,
    pub(crate) time: Time,
    pub(crate) keys: &'a Keys,
    /// Address at which the emulator is reached.
    pub(crate) base_url: &'a str,
}

impl<K> Context<'_, K> {
    /// Returns the address of the file of a backup.
    pub(crate) fn download_address(&self, backup_id: &str) -> String {
        // The id of a seed may have any characters.
        let id = utf8_percent_encode(backup_id, ENCODED);
        format!("{}/_emulator/downloads/{id}.rdb", self.base_url)
    }
}

/// Returns the service's word for a hot standby.
pub(crate) fn high_availability(standby: bool) -> Value {
    if standby { "enable" } else { "disable" }.into()
}
