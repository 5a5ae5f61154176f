//! Input of a guardian, by which it learns which processes there are.

use std::io::Write as _;
use std::process::ChildStdin;
use std::sync::Arc;

/// Input of a guardian, which ends when all of its clones are dropped. On systems without a guardian
/// it does nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct GuardianInput(Option<Arc<ChildStdin>>);

impl GuardianInput {
    pub(super) fn new(input: Option<ChildStdin>) -> Self {
        Self(input.map(Arc::new))
    }

    /// Makes the guardian end a process group if the emulator does not.
    pub(super) fn begin(&self, pid: u32) {
        self.say(&format!("{pid}\n"));
    }

    /// Makes it forget a process group.
    pub(super) fn end(&self, pid: u32) {
        self.say(&format!("-{pid}\n"));
    }

    fn say(&self, line: &str) {
        if let Some(mut input) = self.0.as_deref() {
            // Somebody may have killed it.
            _ = input.write_all(line.as_bytes());
        }
    }
}
