//! Lines on standard error that never block: if nobody reads them, they are dropped.

use std::fmt;
use std::io::{self, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;
use std::time::Duration;

/// Lines that wait until they are written; beyond them, new ones are dropped.
const MOST_WAITING: usize = 1000;
/// Longest time that the last lines may take when the program ends.
const LAST_LINES: Duration = Duration::from_millis(500);

/// Number of dropped lines, and the next line, unless there is none.
type Line = (u64, Option<String>);

/// Sender of lines to the standard error.
pub(crate) struct Log {
    lines: SyncSender<Line>,
    dropped: AtomicU64,
}

/// End of the thread that writes the lines.
pub(crate) struct Writer(Receiver<()>);

impl Log {
    /// Starts the thread that writes.
    pub(crate) fn start() -> io::Result<(Self, Writer)> {
        let (lines, waiting) = mpsc::sync_channel(MOST_WAITING);
        let (done, end) = mpsc::channel::<()>();
        thread::Builder::new().name("umem-emulator-log".to_owned()).spawn(move || {
            write_lines(&waiting);
            drop(done);
        })?;
        Ok((Self { lines, dropped: AtomicU64::new(0) }, Writer(end)))
    }

    /// Writes a line soon, or drops and counts it where too many wait already.
    pub(crate) fn line(&self, line: impl fmt::Display) {
        let dropped = self.dropped.swap(0, Ordering::Relaxed);
        if self.lines.try_send((dropped, Some(line.to_string()))).is_err() {
            self.dropped.fetch_add(dropped + 1, Ordering::Relaxed);
        }
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        let dropped = self.dropped.swap(0, Ordering::Relaxed);
        // If the queue is still full, nobody reads it.
        _ = self.lines.try_send((dropped, None));
    }
}

impl Writer {
    /// Waits for the last lines, but not for a reader that never comes. The log has to be dropped
    /// before.
    pub(crate) fn finish(self) {
        // It ends, or time is up.
        _ = self.0.recv_timeout(LAST_LINES);
    }
}

fn write_lines(lines: &Receiver<Line>) {
    let mut lost = 0;
    for (dropped, line) in lines {
        lost += dropped;
        if lost > 0 {
            let notice = format!("umem-emulator: {lost} lines of the log were dropped");
            if write(&notice) {
                lost = 0;
            }
        }
        if line.is_some_and(|line| !write(&line)) {
            lost += 1;
        }
    }
}

fn write(line: &str) -> bool {
    writeln!(io::stderr().lock(), "{line}").is_ok()
}
