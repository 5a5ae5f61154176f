//! Limit of connections. When it is reached, an idle connection is closed for a new one.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::timeout;

/// Maximum number of connections. For one more, the connection that is idle longest is closed.
const MOST: u32 = 256;
/// Time after a response in which a connection is not closed for others: its client may still be
/// reading, or about to send.
const REST: Duration = Duration::from_millis(100);

/// Permits for all connections.
pub(super) struct ConnectionLimit {
    free: Arc<Semaphore>,
    taken: Mutex<Taken>,
}

#[derive(Default)]
struct Taken {
    last: u64,
    /// Requests to each connection to end.
    connections: HashMap<u64, oneshot::Sender<End>>,
    /// Connections without a request, by the moment from which they may be closed.
    idle: BTreeSet<(Instant, u64)>,
}

/// Permit of one connection, released on drop.
pub(super) struct Permit {
    limit: Arc<ConnectionLimit>,
    number: u64,
    idle_from: Mutex<Option<Instant>>,
    _semaphore: OwnedSemaphorePermit,
}

/// Way in which a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// At once, unless a request is under way.
    IfIdle,
    /// After the request that has begun.
    WhenDone,
}

impl ConnectionLimit {
    pub(super) fn new() -> Arc<Self> {
        let free = Arc::new(Semaphore::new(MOST as usize));
        Arc::new(Self { free, taken: Mutex::default() })
    }

    /// Acquires a permit. If none is left, closes an idle connection, or waits until one is idle.
    pub(super) async fn acquire(self: &Arc<Self>) -> (Permit, oneshot::Receiver<End>) {
        let semaphore_permit = loop {
            if let Ok(permit) = Arc::clone(&self.free).try_acquire_owned() {
                break permit;
            }
            self.close_idle();
            let freed = Arc::clone(&self.free).acquire_owned();
            if let Ok(Ok(permit)) = timeout(REST, freed).await {
                break permit;
            }
        };
        let (sender, receiver) = oneshot::channel();
        let mut taken = self.taken();
        taken.last += 1;
        let number = taken.last;
        taken.connections.insert(number, sender);
        drop(taken);
        let limit = Arc::clone(self);
        let permit =
            Permit { limit, number, idle_from: Mutex::default(), _semaphore: semaphore_permit };
        permit.set_idle_from(Some(Instant::now()));
        (permit, receiver)
    }

    /// Closes the connection that is idle for the longest time, if there is one.
    pub(super) fn close_idle(&self) {
        let mut taken = self.taken();
        let Some(longest) = taken.idle.first().copied() else { return };
        let (from, number) = longest;
        if from <= Instant::now() {
            taken.idle.remove(&longest);
            if let Some(connection) = taken.connections.remove(&number) {
                // It may have ended by itself.
                _ = connection.send(End::IfIdle);
            }
        }
    }

    /// Lets every connection end when its request is done, and waits for that.
    pub(super) async fn close_all(&self) {
        let connections = std::mem::take(&mut self.taken().connections);
        for connection in connections.into_values() {
            // It may have ended by itself.
            _ = connection.send(End::WhenDone);
        }
        // The semaphore is never closed, so this cannot fail.
        _ = self.free.acquire_many(MOST).await;
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        // Nothing can panic while it is locked.
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Permit {
    /// Notes that a request has begun.
    pub(super) fn begin(&self) {
        self.set_idle_from(None);
    }

    /// Notes that a request has its response.
    pub(super) fn end(&self) {
        self.set_idle_from(Some(Instant::now() + REST));
    }

    pub(super) fn is_idle(&self) -> bool {
        self.idle_from.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn set_idle_from(&self, now: Option<Instant>) {
        let mut idle_from = self.idle_from.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken = self.limit.taken();
        if let Some(before) = std::mem::replace(&mut *idle_from, now) {
            taken.idle.remove(&(before, self.number));
        }
        if let Some(now) = now {
            taken.idle.insert((now, self.number));
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.set_idle_from(None);
        self.limit.taken().connections.remove(&self.number);
    }
}
