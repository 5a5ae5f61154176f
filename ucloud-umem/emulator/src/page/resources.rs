//! Resources of the emulator, as a part of the page.

use std::collections::HashMap;

use askama::Template;
use serde_json::Value;

use super::action::Kind;
use super::texts::Texts;
use super::tone::tone;
use crate::clock::Time;
use crate::instance::Instance;
use crate::price::{GroupParts, SpaceParts, memcache_monthly, unit_price};
use crate::redis_group::Group;
use crate::response::Attributes;
use crate::scope::DEFAULT_PROJECT;
use crate::scope::Scope;
use crate::store::Kinds;
use ucloud_umem::Timestamp;

/// Resources of a kind that are shown, so that a page of a large test stays quick.
const MOST: usize = 200;
/// Backups of a resource that are shown.
const MOST_BACKUPS: usize = 20;

/// All resources.
#[derive(Template)]
#[template(path = "resources.html", whitespace = "minimize")]
pub(crate) struct Resources {
    t: &'static Texts,
    groups: [List; 3],
    surroundings: Vec<Surrounding>,
}

/// A project or a VPC that was seeded.
struct Surrounding {
    kind: &'static str,
    id: String,
    name: String,
    /// Project, region and subnets of a VPC.
    detail: String,
}

/// Resources of one kind.
struct List {
    title: &'static str,
    create: &'static str,
    create_action: &'static str,
    count: usize,
    resources: Vec<Resource>,
}

/// A resource.
struct Resource {
    kind: Kind,
    id: String,
    name: String,
    state: String,
    size_gb: i64,
    used_mb: i64,
    address: String,
    version: String,
    /// Version of its real server, if it is another one.
    other_version: Option<String>,
    /// Problem of its real server.
    problem: Option<String>,
    price: String,
    expires: String,
    is_expired: bool,
    is_by_the_hour: bool,
    tag: String,
    scope: Scope,
    replicas: Vec<Replica>,
    parts: Vec<Part>,
    backups: Option<Backups>,
}

/// A read-only replica of a Redis group.
struct Replica {
    id: String,
    name: String,
    state: String,
    problem: Option<String>,
    address: String,
    price: String,
}

/// A shard or a proxy of a space.
struct Part {
    /// `shards` or `proxies`, in ids of the page.
    word: &'static str,
    title: &'static str,
    entries: Vec<PartEntry>,
}

struct PartEntry {
    id: String,
    state: String,
    detail: String,
    address: String,
}

/// The latest backups of a resource.
struct Backups {
    count: usize,
    latest: Vec<Backup>,
}

/// A backup.
struct Backup {
    id: String,
    name: String,
    state: String,
    taken: String,
    /// Names of its files, without `.rdb`; none until it is finished.
    files: Vec<String>,
}

impl Resources {
    pub(crate) fn new(t: &'static Texts, kinds: &Kinds, time: Time) -> Self {
        let Kinds { spaces, redis, memcached, .. } = kinds;
        let space_backups = by_owner(spaces.backups.iter(), |own| &own.owner);
        let group_backups = by_owner(redis.backups.iter(), |own| &own.owner);
        let primaries = || redis.groups.iter().filter(|group| group.primary.is_none());
        let groups = primaries().rev().take(MOST).map(|group| {
            let mut resource = redis_group(t, kinds, group, time);
            let own = group_backups.get(&*resource.id).map_or(&[][..], Vec::as_slice);
            resource.backups = Some(Backups::new(own, |own| {
                let file = vec![own.id.clone()];
                Backup::new(&own.attributes("normal", time), "BackupTime", file)
            }));
            resource
        });
        let all_spaces = spaces.spaces.iter().rev().take(MOST).map(|space| {
            let price = price(t, &space.instance, SpaceParts::from_space(space).monthly());
            let all = space.attributes(time);
            let mut resource = Resource::new(Kind::Space, &all, &space.instance, price, time);
            let state = space.state(time);
            let shards = space.shards.iter().map(|shard| {
                PartEntry::new(&shard.attributes(state, time), "BlockId", shard.address())
            });
            let proxies = space.proxies.iter().map(|proxy| {
                PartEntry::new(&space.proxy_attributes(proxy, time), "ProxyId", proxy.address())
            });
            resource.parts = vec![
                Part { word: "shards", title: t.shards, entries: shards.collect() },
                Part { word: "proxies", title: t.proxies, entries: proxies.collect() },
            ];
            resource.parts.retain(|part| !part.entries.is_empty());
            let own = space_backups.get(&*resource.id).map_or(&[][..], Vec::as_slice);
            resource.backups = Some(Backups::new(own, |own| {
                Backup::new(&own.attributes(time), "CreateTime", own.files().collect())
            }));
            resource
        });
        let caches = memcached.groups.iter().rev().take(MOST).map(|group| {
            let all = group.attributes(time);
            let price = price(t, &group.instance, memcache_monthly(group.instance.size));
            Resource::new(Kind::MemcachedGroup, &all, &group.instance, price, time)
        });
        let groups = [
            List {
                title: t.redis_groups,
                create: t.create_group,
                create_action: "CreateURedisGroup",
                count: primaries().count(),
                resources: groups.collect(),
            },
            List {
                title: t.spaces,
                create: t.create_space,
                create_action: "CreateUMemSpace",
                count: spaces.spaces.iter().count(),
                resources: all_spaces.collect(),
            },
            List {
                title: t.memcached_groups,
                create: t.create_memcached,
                create_action: "CreateUMemcacheGroup",
                count: memcached.groups.iter().count(),
                resources: caches.collect(),
            },
        ];
        Self { t, groups, surroundings: surroundings(t, kinds) }
    }
}

impl List {
    fn is_cut(&self) -> bool {
        self.count > self.resources.len()
    }
}

/// Returns projects and VPCs beside the default ones.
fn surroundings(t: &Texts, kinds: &Kinds) -> Vec<Surrounding> {
    let own = |kind, row: &Value| {
        let member = |name: &str| row.get(name).and_then(Value::as_str).map(str::to_owned);
        let subnets = row.get("subnets").and_then(Value::as_array).into_iter().flatten();
        let subnets = subnets.filter_map(|subnet| subnet.as_str().map(str::to_owned));
        let detail = ["project", "region"].into_iter().filter_map(member).chain(subnets);
        Surrounding {
            kind,
            id: member("id").unwrap_or_default(),
            name: member("name").unwrap_or_default(),
            detail: detail.collect::<Vec<_>>().join(", "),
        }
    };
    let lists = [(t.project, kinds.account.listing()), (t.vpc, kinds.networks.listing())];
    let all = lists
        .iter()
        .flat_map(|(kind, list)| list.as_array().into_iter().flatten().map(|row| own(kind, row)));
    all.take(MOST).collect()
}

fn redis_group(t: &Texts, kinds: &Kinds, group: &Group, time: Time) -> Resource {
    let redis = &kinds.redis;
    let all = group.attributes(time);
    let price = |own: &Group| price(t, &own.instance, GroupParts::from_group(own).monthly());
    let mut resource = Resource::new(Kind::RedisGroup, &all, &group.instance, price(group), time);
    let replicas = redis.groups.iter().filter(|own| own.primary.as_ref() == Some(&resource.id));
    let replicas = replicas.map(|own| {
        let all = own.attributes(time);
        Replica {
            id: text(&all, "GroupId"),
            name: text(&all, "Name"),
            state: text(&all, "State"),
            problem: own.instance.problem.clone(),
            address: address(&all),
            price: price(own),
        }
    });
    resource.replicas = replicas.collect();
    resource
}

impl Resource {
    fn new(kind: Kind, all: &Attributes, instance: &Instance, price: String, time: Time) -> Self {
        let expires = number(all, "ExpireTime");
        let is_by_the_hour = text(all, "ChargeType") == "Dynamic";
        let now = i64::try_from(time.now.unix_seconds()).unwrap_or(i64::MAX);
        Self {
            kind,
            id: text(all, "ResourceId"),
            name: text(all, "Name"),
            state: text(all, "State"),
            size_gb: number(all, "Size"),
            used_mb: number(all, "UsedSize"),
            address: address(all),
            other_version: other_version(instance),
            problem: instance.problem.clone(),
            version: text(all, "Version"),
            price,
            expires: moment(expires),
            is_expired: !is_by_the_hour && expires <= now,
            is_by_the_hour,
            tag: text(all, "Tag"),
            scope: instance.scope.clone(),
            replicas: Vec::new(),
            parts: Vec::new(),
            backups: None,
        }
    }

    fn size_mb(&self) -> i64 {
        self.size_gb.saturating_mul(1024)
    }

    fn tone(&self) -> &'static str {
        tone(&self.state)
    }

    /// Returns region, zone and project as a query.
    fn scope_query(&self) -> String {
        let Scope { project, region, zone } = &self.scope;
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("Region", region).append_pair("Zone", zone);
        if project != DEFAULT_PROJECT {
            query.append_pair("ProjectId", project);
        }
        query.finish()
    }

    fn delete_action(&self) -> (&'static str, &'static str) {
        match self.kind {
            Kind::RedisGroup => ("DeleteURedisGroup", "GroupId"),
            Kind::Space => ("DeleteUMemSpace", "SpaceId"),
            Kind::MemcachedGroup => ("DeleteUMemcacheGroup", "GroupId"),
        }
    }

    fn backup_action(&self) -> Option<(&'static str, &'static str)> {
        match self.kind {
            Kind::RedisGroup => Some(("CreateURedisBackup", "GroupId")),
            Kind::Space => Some(("CreateUMemBackup", "SpaceId")),
            Kind::MemcachedGroup => None,
        }
    }
}

impl Replica {
    fn tone(&self) -> &'static str {
        tone(&self.state)
    }
}

impl Backup {
    fn tone(&self) -> &'static str {
        tone(&self.state)
    }

    fn new(all: &Attributes, taken: &str, files: Vec<String>) -> Self {
        let state = text(all, "State");
        let is_done = tone(&state) == "good";
        Self {
            id: text(all, "BackupId"),
            name: text(all, "BackupName"),
            taken: moment(number(all, taken)),
            files: if is_done { files } else { Vec::new() },
            state,
        }
    }
}

impl PartEntry {
    fn tone(&self) -> &'static str {
        tone(&self.state)
    }

    fn new(all: &Attributes, id: &str, (host, port): (&str, i64)) -> Self {
        let detail = match number(all, "BlockSize") {
            0 => format!("{} CPU", number(all, "CPU")),
            size => format!("{size} GB"),
        };
        let state = ["State", "BlockState"].map(|name| text(all, name)).concat();
        Self { id: text(all, id), state, detail, address: format!("{host}:{port}") }
    }
}

impl Backups {
    /// Shows the latest of them.
    fn new<T>(all: &[&T], show: impl Fn(&T) -> Backup) -> Self {
        let latest = all.iter().rev().take(MOST_BACKUPS).map(|own| show(own));
        Self { count: all.len(), latest: latest.collect() }
    }
}

/// Groups backups by their owner, the oldest first.
fn by_owner<'a, T>(
    all: impl Iterator<Item = &'a T>,
    owner: impl Fn(&'a T) -> &'a String,
) -> HashMap<&'a str, Vec<&'a T>> {
    let mut groups: HashMap<&str, Vec<&T>> = HashMap::new();
    for own in all {
        groups.entry(owner(own)).or_default().push(own);
    }
    groups
}

/// Writes what an instance costs by its charge type.
fn price(t: &Texts, instance: &Instance, monthly: i64) -> String {
    let price = unit_price(monthly, &instance.charge_type);
    let unit = match &*instance.charge_type {
        "Year" => t.yuan_per_year,
        "Month" => t.yuan_per_month,
        _ => t.yuan_per_hour,
    };
    format!("{}.{:02} {unit}", price / 100, price % 100)
}

/// Returns the version of the real server, unless it is the one that was asked for.
fn other_version(instance: &Instance) -> Option<String> {
    let running = instance.running_version.as_ref()?;
    let rest = running.strip_prefix(&*instance.version);
    let is_wanted = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    (!is_wanted).then(|| running.clone())
}

fn text(all: &Attributes, name: &str) -> String {
    all.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn number(all: &Attributes, name: &str) -> i64 {
    all.get(name).and_then(Value::as_i64).unwrap_or_default()
}

/// Returns the first address of a resource.
fn address(all: &Attributes) -> String {
    let first = all.get("Address").and_then(|list| list.get(0));
    let ip = first.and_then(|first| first.get("IP")?.as_str());
    let port = first.and_then(|first| first.get("Port")?.as_i64());
    match (ip, port) {
        (Some(ip), Some(port)) => format!("{ip}:{port}"),
        _ => format!("{}:{}", text(all, "VirtualIP"), number(all, "Port")),
    }
}

/// Writes seconds since 1970 as a date and a time in UTC.
fn moment(seconds: i64) -> String {
    let text = Timestamp::from_unix_seconds(seconds).to_string();
    let (date, time) = (text.get(..10), text.get(11..16));
    format!("{} {}", date.unwrap_or_default(), time.unwrap_or_default())
}
