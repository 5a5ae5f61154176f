//! The thread that writes the state file.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::storage::Storage;

/// Shortest time from one write to the next.
const PAUSE: Duration = Duration::from_secs(1);

/// Returns the text of the state as it is now.
type Snapshot = Box<dyn Fn() -> String + Send>;

/// Handle of the thread. Dropped, it waits for a last write.
pub(super) struct Writer {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    signal: Mutex<Signal>,
    changed: Condvar,
}

#[derive(Default)]
struct Signal {
    /// Number of changes, and how many of them the last write has tried to save.
    changes: u64,
    tried: u64,
    /// True if somebody waits for the next write.
    urgent: bool,
    ended: bool,
    /// Problem of the last write.
    problem: Option<String>,
}

impl Writer {
    pub(super) fn start(storage: Storage, snapshot: Snapshot) -> Self {
        let shared = Arc::new(Shared { signal: Mutex::default(), changed: Condvar::new() });
        let of_thread = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("umem-emulator-state".to_owned())
            .spawn(move || of_thread.write_until_ended(&storage, &snapshot));
        if let Err(error) = &thread {
            shared.signal().problem = Some(format!("no thread: {error}"));
        }
        Self { shared, thread: thread.ok() }
    }

    pub(super) fn changed(&self) {
        self.shared.signal().changes += 1;
        self.shared.changed.notify_all();
    }

    /// Waits until the present state is written.
    pub(super) fn save(&self) -> Result<(), String> {
        let mut signal = self.shared.signal();
        if self.thread.is_some() {
            signal.changes += 1;
            signal.urgent = true;
            self.shared.changed.notify_all();
            let own = signal.changes;
            while signal.tried < own {
                signal = self.shared.wait(signal);
            }
        }
        signal.problem.clone().map_or(Ok(()), Err)
    }

    pub(super) fn problem(&self) -> Option<String> {
        self.shared.signal().problem.clone()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.shared.signal().ended = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // A panic there has been printed.
            _ = thread.join();
        }
    }
}

impl Shared {
    fn signal(&self) -> MutexGuard<'_, Signal> {
        // Nothing can panic while it is locked.
        self.signal.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, signal: MutexGuard<'a, Signal>) -> MutexGuard<'a, Signal> {
        self.changed.wait(signal).unwrap_or_else(PoisonError::into_inner)
    }

    fn write_until_ended(&self, storage: &Storage, snapshot: &Snapshot) {
        let mut signal = self.signal();
        let mut last_write: Option<Instant> = None;
        loop {
            let is_due = signal.changes > signal.tried || signal.problem.is_some();
            let left = last_write.map_or(Duration::ZERO, |at| PAUSE.saturating_sub(at.elapsed()));
            let ends = signal.ended;
            if !ends && !is_due {
                signal = self.wait(signal);
                continue;
            }
            if !ends && !signal.urgent && !left.is_zero() {
                let waited = self.changed.wait_timeout(signal, left);
                (signal, _) = waited.unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            let tried = signal.changes;
            drop(signal);
            let result = storage.replace(&snapshot());
            last_write = Some(Instant::now());
            signal = self.signal();
            signal.tried = tried;
            signal.urgent &= signal.changes > tried;
            signal.problem = result.err().map(|error| error.to_string());
            self.changed.notify_all();
            if ends {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn many_changes_are_few_writes_and_the_last_one_is_saved() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.json");
        let count = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&count);
        let snapshot = move || (counted.fetch_add(1, Ordering::SeqCst) + 1).to_string();
        let writer = Writer::start(Storage::new(&path).unwrap(), Box::new(snapshot));
        let start = Instant::now();
        while start.elapsed() < Duration::from_millis(300) {
            writer.changed();
            thread::yield_now();
        }
        assert!((1..=2).contains(&count.load(Ordering::SeqCst)));
        writer.save().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        drop(writer);
        let at_the_end = std::fs::read_to_string(&path).unwrap();
        let number = |text: &str| text.parse::<usize>().unwrap();
        assert_eq!(number(&at_the_end), number(&text) + 1);
        assert_eq!(count.load(Ordering::SeqCst), number(&at_the_end));
    }

    #[test]
    fn a_failed_write_is_told_and_tried_again() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("gone");
        std::fs::create_dir(&inner).unwrap();
        let storage = Storage::new(&inner.join("state.json")).unwrap();
        let writer = Writer::start(storage, Box::new(|| "{}".to_owned()));
        writer.save().unwrap();
        std::fs::remove_dir_all(&inner).unwrap();
        assert!(writer.save().is_err());
        assert!(writer.problem().is_some());
        std::fs::create_dir(&inner).unwrap();
        writer.save().unwrap();
        assert_eq!(writer.problem(), None);
    }
}
