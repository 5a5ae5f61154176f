//! Places for connections: how many there are, and which connection makes room when all are taken.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::timeout;

/// Connections at once. Beyond them the one that is idle for the longest time is closed.
const MOST: u32 = 256;
/// After a response a connection is not closed for others for so long: its client may still be
/// reading, or about to send.
const REST: Duration = Duration::from_millis(100);

/// All places.
pub(super) struct Places {
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

/// Scope of one connection. It is free again when it is dropped.
pub(super) struct Scope {
    places: Arc<Places>,
    number: u64,
    idle_from: Mutex<Option<Instant>>,
    _permit: OwnedSemaphorePermit,
}

/// Way in which a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// At once, unless a request is under way.
    IfIdle,
    /// After the request that has begun.
    WhenDone,
}

impl Places {
    pub(super) fn new() -> Arc<Self> {
        let free = Arc::new(Semaphore::new(MOST as usize));
        Arc::new(Self { free, taken: Mutex::default() })
    }

    /// Takes a place. Where there is none, an idle connection is closed; where none is idle, it
    /// waits.
    pub(super) async fn take(self: &Arc<Self>) -> (Scope, oneshot::Receiver<End>) {
        let permit = loop {
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
        let places = Arc::clone(self);
        let place = Scope { places, number, idle_from: Mutex::default(), _permit: permit };
        place.set_idle_from(Some(Instant::now()));
        (place, receiver)
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
        // It is never closed, so that this cannot fail.
        _ = self.free.acquire_many(MOST).await;
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        // Nothing can panic while it is locked.
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Scope {
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
        let mut taken = self.places.taken();
        if let Some(before) = std::mem::replace(&mut *idle_from, now) {
            taken.idle.remove(&(before, self.number));
        }
        if let Some(now) = now {
            taken.idle.insert((now, self.number));
        }
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        self.set_idle_from(None);
        self.places.taken().connections.remove(&self.number);
    }
}
