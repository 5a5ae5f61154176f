//! Ten thousand mixed calls from 64 connections, checked by what must be true whatever their order
//! was.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use fastrand::Rng;
use tokio::task::JoinSet;
use ucloud_umem::enums::{HighAvailability, Protocol};
use ucloud_umem::models::{UMemBackup, UMemInstance};
use ucloud_umem::{Client, Error, Timestamp};
use umem_emulator::{Clock, Emulator, Server};

use crate::clients::client;

const WORKERS: u64 = 64;
const ROUNDS: u64 = 2;
const TURNS: u64 = 80;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Space,
    Group,
    Cache,
}

/// Actions of a worker on its own resource; nobody else touches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Create,
    Describe,
    Backup,
    ListBackups,
    Resize,
    Rename,
    Restart,
    Delete,
}

/// Resource that a worker has ordered.
#[derive(Debug)]
struct Own {
    kind: Kind,
    id: String,
    name: String,
    /// In GB, with what it had before it was resized last.
    sizes: [i64; 2],
    backups: Vec<String>,
    /// Number of moves of the clock when its deletion had begun.
    deleted: Option<u64>,
}

/// Shared state of all workers.
struct Site {
    emulator: Emulator,
    /// Number of moves of the clock by a step, counted afterwards.
    steps: AtomicU64,
    sent: AtomicU64,
}

struct Worker {
    site: Arc<Site>,
    client: Client,
    rng: Rng,
    own: Vec<Own>,
    /// Numbers of turns that were carried out and refused.
    turns: BTreeMap<Turn, [u64; 2]>,
}

impl Site {
    fn steps(&self) -> u64 {
        self.steps.load(Ordering::SeqCst)
    }

    fn step(&self) {
        self.emulator.clock().advance(self.emulator.step());
        self.steps.fetch_add(1, Ordering::SeqCst);
    }

    /// Returns the response to a call if it is complete. A refusal must come from the resource's
    /// state.
    fn accept<R>(&self, answer: Result<R, Error>, facts: fn(&R) -> (u32, &[String])) -> Option<R> {
        let count = |attempts: u32| self.sent.fetch_add(attempts.into(), Ordering::SeqCst);
        match answer {
            Ok(response) => {
                let (attempts, missing) = facts(&response);
                count(attempts);
                assert_eq!(missing, [""; 0]);
                Some(response)
            }
            Err(error) => {
                count(error.attempts());
                let ret_code = error.ret_code().map(ucloud_umem::RetCode::number);
                assert!(matches!(ret_code, Some(230 | 20204)), "{error}");
                None
            }
        }
    }
}

/// Sends a call and checks the response.
macro_rules! ask {
    ($site:expr, $call:expr) => {
        $site.accept($call.send().await, |response| {
            (response.metadata().attempts(), response.missing())
        })
    };
}

impl Worker {
    async fn round(mut self) -> Self {
        for _ in 0..TURNS {
            if self.rng.u32(..100) == 0 {
                self.site.step();
            }
            let resource = match self.own.len() {
                0 => None,
                _ if self.rng.u32(..12) == 0 => None,
                // The last few, so that what is done to one meets what was done before.
                len => Some(self.rng.usize(len.saturating_sub(4)..len)),
            };
            let (turn, done) = match resource {
                None => {
                    self.create().await;
                    (Turn::Create, true)
                }
                Some(index) => self.act(index).await,
            };
            self.turns.entry(turn).or_default()[usize::from(!done)] += 1;
        }
        self
    }

    /// Deletes what it has just ordered. The clock must stand.
    async fn delete_while_busy(mut self) -> Self {
        self.create().await;
        if let Some(own) = self.own.last() {
            assert!(!delete(&self.site, &self.client, own).await, "{own:?}");
            self.turns.entry(Turn::Delete).or_default()[1] += 1;
        }
        self
    }

    async fn create(&mut self) {
        let kind = self.rng.choice([Kind::Space, Kind::Group, Kind::Cache]).unwrap();
        let (site, client) = (&self.site, &self.client);
        let name = format!("name-{}", self.rng.u32(..));
        let (id, memory) = match kind {
            Kind::Space => {
                let call = client.create_umem_space(16, &name);
                (ask!(site, call).unwrap().space_id, 16)
            }
            Kind::Group => {
                let call = client.create_uredis_group(&name, HighAvailability::Enabled);
                (ask!(site, call).unwrap().group_id, 1)
            }
            Kind::Cache => {
                let call = client.create_umemcache_group(&name);
                (ask!(site, call).unwrap().group_id, 1)
            }
        };
        let backups = Vec::new();
        let sizes = [memory; 2];
        self.own.push(Own { kind, id, name, sizes, backups, deleted: None });
    }

    /// Does something with a resource; says what, and whether it was carried out.
    #[expect(deprecated, reason = "the one action that resizes a whole space")]
    async fn act(&mut self, index: usize) -> (Turn, bool) {
        let (site, client) = (&self.site, &self.client);
        let own = &mut self.own[index];
        let turns: &[Turn] = match own.kind {
            Kind::Space => &[Turn::Backup, Turn::ListBackups, Turn::Resize, Turn::Rename],
            Kind::Group => &[Turn::Resize, Turn::Rename, Turn::Restart],
            Kind::Cache => &[Turn::Resize, Turn::Restart],
        };
        let turn = match self.rng.usize(..10) {
            0..=1 => Turn::Delete,
            2..=4 => Turn::Describe,
            _ => self.rng.choice(turns.iter().copied()).unwrap(),
        };
        let larger = own.sizes[1] * 2;
        let turn = match turn {
            // It is as large as can be.
            Turn::Resize if larger > 32 && own.kind != Kind::Space => Turn::Describe,
            Turn::Resize if larger > 1024 => Turn::Describe,
            turn => turn,
        };
        let id = own.id.as_str();
        let done = match (turn, own.kind) {
            (Turn::Create, _) => unreachable!("it is there"),
            (Turn::Describe, _) => {
                // Read first, so that what was gone by then has to be gone.
                let before = site.steps();
                let call = client.describe_umem(own.protocol()).resource_id(id);
                own.check_rows(&ask!(site, call).unwrap().data_set, before);
                true
            }
            (Turn::ListBackups, _) => {
                let call = client.describe_umem_backup(id).limit(1000);
                let listed = ask!(site, call).unwrap().data_set;
                let ids = oldest_first(&listed);
                assert!(ids == own.backups || (ids.is_empty() && own.deleted.is_some()));
                true
            }
            (Turn::Backup, _) => {
                let made = ask!(site, client.create_umem_backup(id, "a-backup"));
                let made = made.map(|made| made.backup_id);
                own.backups.extend(made.clone());
                made.is_some()
            }
            (Turn::Resize, kind) => {
                let resized = match kind {
                    Kind::Space => ask!(site, client.resize_umem_space(id, larger)).is_some(),
                    Kind::Group => ask!(site, client.resize_uredis_group(id, larger)).is_some(),
                    Kind::Cache => ask!(site, client.resize_umemcache_group(id, larger)).is_some(),
                };
                if resized {
                    own.sizes = [own.sizes[1], larger];
                }
                resized
            }
            (Turn::Rename, kind) => {
                let name = format!("name-{}", self.rng.u32(..));
                let renamed = match kind {
                    Kind::Space => ask!(site, client.modify_umem_space_name(id, &name)).is_some(),
                    _ => ask!(site, client.modify_uredis_group_name(id, &name)).is_some(),
                };
                if renamed {
                    own.name = name;
                }
                renamed
            }
            (Turn::Restart, Kind::Group) => ask!(site, client.restart_uredis_group(id)).is_some(),
            (Turn::Restart, _) => ask!(site, client.restart_umemcache_group(id)).is_some(),
            (Turn::Delete, _) => {
                let deleted = delete(site, client, own).await;
                if deleted {
                    // A deletion may be repeated, even after its end.
                    own.deleted.get_or_insert(site.steps());
                }
                deleted
            }
        };
        (turn, done)
    }
}

/// Deletes a resource; says whether it was not refused.
async fn delete(site: &Site, client: &Client, own: &Own) -> bool {
    let id = own.id.as_str();
    match own.kind {
        Kind::Space => ask!(site, client.delete_umem_space(id)).is_some(),
        Kind::Group => ask!(site, client.delete_uredis_group(id)).is_some(),
        Kind::Cache => ask!(site, client.delete_umemcache_group(id)).is_some(),
    }
}

impl Own {
    fn protocol(&self) -> Protocol {
        match self.kind {
            Kind::Cache => Protocol::Memcache,
            Kind::Space | Kind::Group => Protocol::Redis,
        }
    }

    /// Returns true if its deletion had certainly ended. The clock may have been moved once more
    /// than was counted.
    fn is_gone(&self, steps: u64) -> bool {
        self.deleted.is_some_and(|deleted| steps >= deleted + 2)
    }

    /// Checks what a list shows of it.
    fn check_rows(&self, rows: &[UMemInstance], steps: u64) {
        let [row] = rows else {
            assert!(rows.is_empty() && self.deleted.is_some(), "{self:?}: {rows:?}");
            return;
        };
        assert!(!self.is_gone(steps), "{self:?}");
        assert_eq!(row.resource_id.as_deref(), Some(&*self.id));
        assert_eq!(row.name.as_deref(), Some(&*self.name));
        assert!(self.sizes.contains(&row.size.unwrap()), "{self:?}: {row:?}");
        let deleting = row.state.as_ref().unwrap().as_str() == "Deleting";
        assert_eq!(deleting, self.deleted.is_some(), "{self:?}");
    }
}

/// Looks at everything there is, page by page, while nothing else is called.
async fn check_all(site: &Site, client: &Client, workers: &[Worker]) {
    let steps = site.steps();
    let all: Vec<&Own> = workers.iter().flat_map(|worker| &worker.own).collect();
    let mut rows = BTreeMap::<String, Vec<UMemInstance>>::new();
    let mut addresses = BTreeSet::new();
    for protocol in [Protocol::Redis, Protocol::Memcache] {
        let (mut seen, mut total) = (0, 0);
        // As many pages as there can be rows, and one more.
        for _ in 0..=all.len() {
            let call = client.describe_umem(protocol.clone()).offset(seen).limit(50);
            let page = ask!(site, call).unwrap();
            total = page.total_count.unwrap();
            if page.data_set.is_empty() {
                break;
            }
            seen += i64::try_from(page.data_set.len()).unwrap();
            for row in page.data_set {
                assert_eq!(row.protocol.as_ref(), Some(&protocol));
                for address in &row.address {
                    assert!(addresses.insert(address.ip.clone()), "{address:?} again");
                }
                rows.entry(row.resource_id.clone().unwrap()).or_default().push(row);
            }
        }
        assert_eq!(seen, total, "TotalCount is what all pages have together");
    }
    for own in &all {
        own.check_rows(rows.remove(&own.id).as_deref().unwrap_or_default(), steps);
    }
    assert_eq!(rows.keys().collect::<Vec<_>>(), [""; 0], "nobody ordered these");
    let ids: BTreeSet<_> = all.iter().map(|own| &own.id).collect();
    assert_eq!(ids.len(), all.len(), "two resources have had the same id");

    let mut backups = BTreeSet::new();
    for own in all.iter().filter(|own| own.kind == Kind::Space) {
        let call = client.describe_umem_backup(&own.id).limit(1000);
        let listed = ask!(site, call).unwrap();
        assert!(listed.data_set.is_empty() || !own.is_gone(steps), "{own:?}");
        let mut count = 0;
        // The entries of a backup, one per shard, stand together.
        for shards in listed.data_set.chunk_by(|a, b| a.backup_id == b.backup_id) {
            let backup = &shards[0];
            count += 1;
            assert_eq!(backup.block_count, i64::try_from(shards.len()).ok());
            assert_eq!(backup.space_id.as_ref(), Some(&own.id));
            assert!(own.backups.contains(&backup.backup_id), "{own:?}: {backup:?}");
            let id = backup.backup_id.clone();
            assert!(backups.insert(id), "a backup is there twice");
        }
        assert_eq!(listed.total_count, Some(count));
    }
    assert_eq!(site.emulator.calls(), site.sent.load(Ordering::SeqCst));
}

/// Returns the ids of backups, oldest first, from a list with an entry per shard.
fn oldest_first(listed: &[UMemBackup]) -> Vec<&str> {
    let backups = listed.chunk_by(|a, b| a.backup_id == b.backup_id);
    backups.rev().map(|shards| shards[0].backup_id.as_str()).collect()
}

/// Returns a client with its own connections.
fn worker(site: &Arc<Site>, server: &Server, number: u64) -> Worker {
    Worker {
        site: site.clone(),
        client: client(server),
        rng: Rng::with_seed(number),
        own: Vec::new(),
        turns: BTreeMap::new(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_mixed_calls_leave_what_they_should() {
    let clock = Clock::stopped_at(Timestamp::from_unix_seconds(1_800_000_000));
    let emulator = Emulator::builder().clock(clock).step(Duration::from_secs(1)).build();
    let server = emulator.serve("127.0.0.1:0").unwrap();
    let (steps, sent) = (AtomicU64::new(0), AtomicU64::new(0));
    let site = Arc::new(Site { emulator, steps, sent });
    let observer = client(&server);
    let mut workers: Vec<Worker> =
        (0..WORKERS).map(|number| worker(&site, &server, number)).collect();
    for _ in 0..ROUNDS {
        let round = workers.into_iter().map(Worker::round).collect::<JoinSet<_>>();
        workers = round.join_all().await;
        check_all(&site, &observer, &workers).await;
    }
    let busy = workers.into_iter().map(Worker::delete_while_busy).collect::<JoinSet<_>>();
    workers = busy.join_all().await;
    let sent = site.sent.load(Ordering::SeqCst);
    assert!(sent > 10_000, "{sent} calls");

    let mut turns = BTreeMap::<Turn, [u64; 2]>::new();
    for (turn, counts) in workers.iter().flat_map(|worker| &worker.turns) {
        let all = turns.entry(*turn).or_default();
        all[0] += counts[0];
        all[1] += counts[1];
    }
    assert_eq!(turns.len(), 8, "{turns:?}");
    assert!(turns.values().all(|[carried_out, _]| *carried_out > 100), "{turns:?}");
    assert!(turns[&Turn::Delete][1] > 10, "nothing was ever busy: {turns:?}");
    // What was deleted long ago is gone for good.
    site.step();
    site.step();
    check_all(&site, &observer, &workers).await;
}
