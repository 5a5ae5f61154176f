//! Tone of a state, which the style shows by a colour beside the word.

/// Returns `good`, `busy` or `bad`.
pub(crate) fn tone(state: &str) -> &'static str {
    let settled = ["Running", "Success", "Done", "PROXY_NORMAL"];
    if settled.contains(&state) {
        return "good";
    }
    let failed = ["Fail", "Error", "Expired", "Shutdown", "Closed", "Isolation"];
    if failed.iter().any(|word| state.contains(word)) { "bad" } else { "busy" }
}
