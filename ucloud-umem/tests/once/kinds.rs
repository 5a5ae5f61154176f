//! The five creates, each with a list of what exists.

use std::collections::BTreeSet;
use std::time::Duration;

use ucloud_umem::enums::HighAvailability;
use ucloud_umem::once::CreatedOnce;
use ucloud_umem::transport::BoxFuture;
use ucloud_umem::{Client, Result};
use umem_emulator::Emulator;

pub(crate) const NAME: &str = "orders-cache";
const SPACE: &str = "umem-a";
const GROUP: &str = "uredis-a";

/// Settings of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    pub(crate) name: &'static str,
    pub(crate) list_lag: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) timeout: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self { name: NAME, list_lag: None, deadline: None, timeout: Duration::from_secs(5) }
    }
}

/// A kind of resource.
pub(crate) struct Kind {
    pub(crate) create: &'static str,
    pub(crate) list: &'static str,
    pub(crate) send_once: fn(Client, Settings) -> BoxFuture<'static, Result<CreatedOnce>>,
    /// Creates a resource of the name with a plain call.
    pub(crate) send: fn(Client) -> BoxFuture<'static, Result<String>>,
    /// Creates a resource of the name where the call does not look.
    pub(crate) send_elsewhere: fn(Client) -> BoxFuture<'static, Result<String>>,
    /// Returns the ids of all resources of the name.
    pub(crate) ids: fn(Client) -> BoxFuture<'static, BTreeSet<String>>,
}

/// Adds what backups are taken of.
pub(crate) fn seed(emulator: &Emulator) {
    for space in [SPACE, "umem-b"] {
        emulator.seed_space(space, 1).expect("a space");
    }
    for group in [GROUP, "uredis-b"] {
        emulator.seed_group(group, 1).expect("a group");
    }
}

macro_rules! kind {
    (
        $create:literal, $list:literal, $id:ident,
        |$client:ident, $name:ident| $request:expr,
        |$other:ident| $elsewhere:expr,
        |$reader:ident| $items:expr,
        |$entry:ident| $pair:expr $(,)?
    ) => {
        Kind {
            create: $create,
            list: $list,
            send_once: |$client, settings| {
                let $name = settings.name;
                let mut request = $request.with_timeout(settings.timeout);
                if let Some(list_lag) = settings.list_lag {
                    request = request.with_list_lag(list_lag);
                }
                if let Some(deadline) = settings.deadline {
                    request = request.with_deadline(deadline);
                }
                Box::pin(request.send_once())
            },
            send: |$client| {
                let $name = NAME;
                Box::pin(async move { $request.send().await.map(|response| response.$id) })
            },
            send_elsewhere: |$other| {
                Box::pin(async move { $elsewhere.send().await.map(|response| response.$id) })
            },
            ids: |$reader| {
                Box::pin(async move {
                    let mut items = $items.items();
                    let mut ids = BTreeSet::new();
                    while let Some($entry) = items.try_next().await.expect("the list") {
                        let (name, id): (Option<String>, Option<String>) = $pair;
                        if name.as_deref() == Some(NAME) {
                            ids.insert(id.expect("an id"));
                        }
                    }
                    ids
                })
            },
        }
    };
}

#[expect(deprecated, reason = "the lists of one kind each")]
pub(crate) const ALL: &[Kind] = &[
    kind!(
        "CreateUMemSpace",
        "DescribeUMemSpace",
        space_id,
        |client, name| client.create_umem_space(16, name),
        |client| client.with_zone("cn-bj2-02").create_umem_space(16, NAME),
        |client| client.describe_umem_space(),
        |entry| (entry.name, entry.space_id),
    ),
    kind!(
        "CreateURedisGroup",
        "DescribeURedisGroup",
        group_id,
        |client, name| client.create_uredis_group(name, HighAvailability::Enabled),
        |client| client.with_zone("cn-bj2-02").create_uredis_group(NAME, HighAvailability::Enabled),
        |client| client.describe_uredis_group(),
        |entry| (entry.name, entry.group_id),
    ),
    kind!(
        "CreateUMemcacheGroup",
        "DescribeUMemcacheGroup",
        group_id,
        |client, name| client.create_umemcache_group(name),
        |client| client.create_umemcache_group(NAME).region("cn-sh2").without_zone(),
        |client| client.describe_umemcache_group(),
        |entry| (entry.name, entry.group_id),
    ),
    kind!(
        "CreateUMemBackup",
        "DescribeUMemBackup",
        backup_id,
        |client, name| client.create_umem_backup(SPACE, name),
        |client| client.create_umem_backup("umem-b", NAME),
        |client| client.describe_umem_backup(SPACE),
        |entry| (Some(entry.backup_name), Some(entry.backup_id)),
    ),
    kind!(
        "CreateURedisBackup",
        "DescribeURedisBackup",
        backup_id,
        |client, name| client.create_uredis_backup(GROUP, name),
        |client| client.create_uredis_backup("uredis-b", NAME),
        |client| client.describe_uredis_backup().group_id(GROUP),
        |entry| (entry.backup_name, entry.backup_id),
    ),
];
