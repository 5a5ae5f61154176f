//! Checks of seeds before any is added. Each problem names the path of its field.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::path::Path;

use super::document::{Common, GroupSeed, SeedDocument, SpaceSeed, VpcSeed};
use super::files;
use super::value::{Backups, When};
use crate::clock::Moment;
use crate::redis_group::{self, config, size};
use crate::servers::{ServerKind, Servers};
use crate::store::Store;
use crate::{Error, gateway, memcached_group, space};

/// Maximum number of backups of one seeded space or Redis group.
pub(super) const MOST_BACKUPS: usize = 10_000;
/// Maximum number of seeded resources, backups included, since the last reset.
const MOST_RESOURCES: usize = 100_000;

/// Longest key of Memcached, in bytes.
const LONGEST_CACHED_KEY: usize = 250;

/// Sizes and versions of a kind.
struct Offer {
    sizes: Vec<i64>,
    versions: &'static [&'static str],
}

type Checked = Result<(), Error>;

/// Checks all seeds, and returns the number of their resources.
pub(super) fn check(
    store: &Store,
    seeds: &SeedDocument,
    now: Moment,
    servers: &Servers,
) -> Result<usize, Error> {
    let has_redis = servers.have(ServerKind::Redis);
    let redis = || Offer { sizes: size::SIZES.to_vec(), versions: config::VERSIONS };
    let mut sum = Sum { count: store.seeded };
    for (index, seed) in seeds.spaces.iter().enumerate() {
        let path = format!("spaces[{index}]");
        let offer = Offer { sizes: space::SIZES.collect(), versions: config::VERSIONS };
        check_common(&path, &seed.common(), &offer, now)?;
        check_space(&path, seed)?;
        let is_real = has_redis
            && seed.protocol.as_ref().is_none_or(|word| word.text() == redis_group::PROTOCOL);
        check_data(&path, seed.data.is_some(), seed.rdb.as_deref(), is_real)?;
        check_backups(&path, &seed.backups, now)?;
        sum.add(&path, 1 + seed.backups.count())?;
    }
    for (index, seed) in seeds.redis_groups.iter().enumerate() {
        let path = format!("redis_groups[{index}]");
        check_common(&path, &seed.common(), &redis(), now)?;
        check_group(&path, seed, store)?;
        check_data(&path, seed.data.is_some(), seed.rdb.as_deref(), has_redis)?;
        check_backups(&path, &seed.backups, now)?;
        for (index, replica) in seed.replicas.iter().enumerate() {
            check_common(&format!("{path}.replicas[{index}]"), &replica.common(), &redis(), now)?;
        }
        sum.add(&path, 1 + seed.backups.count() + seed.replicas.len())?;
    }
    for (index, seed) in seeds.memcached_groups.iter().enumerate() {
        let path = format!("memcached_groups[{index}]");
        let sizes = memcached_group::SIZES.to_vec();
        let offer = Offer { sizes, versions: &memcached_group::VERSIONS };
        check_common(&path, &seed.common(), &offer, now)?;
        check_cached(&path, seed.data.as_ref(), servers.have(ServerKind::Memcached))?;
        sum.add(&path, 1)?;
    }
    for index in 0..seeds.projects.len() {
        sum.add(&format!("projects[{index}]"), 1)?;
    }
    for (index, seed) in seeds.vpcs.iter().enumerate() {
        let path = format!("vpcs[{index}]");
        check_vpc(&path, seed)?;
        sum.add(&path, 1 + seed.subnets.len())?;
    }
    for index in 0..seeds.roles.len() {
        sum.add(&format!("roles[{index}]"), 1)?;
    }
    check_ids(store, seeds)?;
    Ok(sum.count - store.seeded)
}

/// Number of seeded resources.
struct Sum {
    count: usize,
}

impl Sum {
    fn add(&mut self, path: &str, more: usize) -> Checked {
        self.count = self.count.saturating_add(more);
        if self.count <= MOST_RESOURCES {
            return Ok(());
        }
        Err(Error::new(format!(
            "{path}: too many resources: seeds may come to {MOST_RESOURCES}, backups included, until the emulator is \
             reset"
        )))
    }
}

/// Returns the ids that seeds have, with the paths of their fields.
pub(super) fn given_ids(seeds: &SeedDocument) -> impl Iterator<Item = (String, &str)> {
    let mut ids = Vec::new();
    for (index, seed) in seeds.spaces.iter().enumerate() {
        let path = format!("spaces[{index}]");
        backup_ids(&path, &seed.backups, &mut ids);
        ids.push((format!("{path}.id"), seed.id.as_deref()));
    }
    for (index, seed) in seeds.redis_groups.iter().enumerate() {
        let path = format!("redis_groups[{index}]");
        backup_ids(&path, &seed.backups, &mut ids);
        for (index, replica) in seed.replicas.iter().enumerate() {
            ids.push((format!("{path}.replicas[{index}].id"), replica.id.as_deref()));
        }
        ids.push((format!("{path}.id"), seed.id.as_deref()));
    }
    for (index, seed) in seeds.memcached_groups.iter().enumerate() {
        ids.push((format!("memcached_groups[{index}].id"), seed.id.as_deref()));
    }
    for (index, seed) in seeds.projects.iter().enumerate() {
        ids.push((format!("projects[{index}].id"), Some(&*seed.id)));
    }
    for (index, seed) in seeds.vpcs.iter().enumerate() {
        ids.push((format!("vpcs[{index}].id"), Some(&*seed.id)));
        for (subnet, id) in seed.subnets.iter().enumerate() {
            ids.push((format!("vpcs[{index}].subnets[{subnet}]"), Some(&**id)));
        }
    }
    for (index, urn) in seeds.roles.iter().enumerate() {
        ids.push((format!("roles[{index}]"), Some(&**urn)));
    }
    ids.into_iter().filter_map(|(path, id)| Some((path, id?)))
}

fn backup_ids<'a, T>(
    path: &str,
    backups: &'a Backups<T>,
    ids: &mut Vec<(String, Option<&'a str>)>,
) {
    let Backups::List(list) = backups else { return };
    for (index, backup) in list.iter().enumerate() {
        ids.push((format!("{path}.backups[{index}].id"), backup.id.as_deref()));
    }
}

fn check_ids(store: &Store, seeds: &SeedDocument) -> Checked {
    let mut known = HashSet::new();
    for (path, id) in given_ids(seeds) {
        if id.is_empty() || id.len() > 100 || id.chars().any(char::is_control) {
            return Err(invalid(&path, id, &"1 to 100 bytes, e.g. `uredis-abc`"));
        }
        if !known.insert(id) || store.is_used(id) {
            return Err(Error::new(format!(
                "{path}: id `{id}` already exists: choose another one, or reset the emulator first"
            )));
        }
    }
    Ok(())
}

fn check_common(path: &str, seed: &Common<'_>, offer: &Offer, now: Moment) -> Checked {
    let at = |field: &str| format!("{path}.{field}");
    if let Some(size) = seed.size_gb.filter(|size| !offer.sizes.contains(size)) {
        return Err(invalid(&at("size_gb"), size, &listed(&offer.sizes)));
    }
    if let Some(version) = seed.version.filter(|version| !offer.versions.contains(version)) {
        return Err(invalid(&at("version"), version, &listed(offer.versions)));
    }
    let scope = seed.scope();
    if !gateway::has_region(&scope.region) {
        return Err(invalid(&at("region"), &scope.region, &"a region of UCloud, e.g. `cn-bj2`"));
    }
    let zones = [("zone", Some(&*scope.zone)), ("standby_zone", seed.standby_zone)];
    for (field, zone) in zones.iter().filter_map(|(field, zone)| Some((field, (*zone)?))) {
        if !gateway::has_zone(&scope.region, zone) {
            return Err(invalid(&at(field), zone, &format!("a zone of {}", scope.region)));
        }
    }
    check_within(&at("port"), seed.port, 1, 65535)?;
    if let Some(password) = seed.password {
        let plain = password.reveal();
        let fits = plain.is_empty() || (6..=36).contains(&plain.len());
        if !(fits && plain.chars().all(|c| c.is_ascii_graphic())) {
            let path = at("password");
            return Err(Error::new(format!(
                "{path}: invalid password: expected 6 to 36 visible ASCII characters"
            )));
        }
    }
    check_past(&at("created"), seed.created, now)
}

fn check_vpc(path: &str, seed: &VpcSeed) -> Checked {
    if let Some(region) = seed.region.as_ref().filter(|region| !gateway::has_region(region)) {
        let path = format!("{path}.region");
        return Err(invalid(&path, region, &"a region of UCloud, e.g. `cn-bj2`"));
    }
    let count = i64::try_from(seed.subnets.len()).unwrap_or(i64::MAX);
    check_within(&format!("{path}.subnets"), Some(count), 1, 256)
}

fn check_space(path: &str, seed: &SpaceSeed) -> Checked {
    let size = seed.size_gb.unwrap_or(space::SHARDS);
    check_within(&format!("{path}.shards"), seed.shards, 1, size)?;
    check_within(&format!("{path}.used_mb"), seed.used_mb, 0, size.saturating_mul(1024))?;
    if seed.proxies.len() > space::MOST_PROXIES {
        let path = format!("{path}.proxies");
        return Err(invalid(
            &path,
            seed.proxies.len(),
            &format!("at most {}", space::MOST_PROXIES),
        ));
    }
    for (index, proxy) in seed.proxies.iter().enumerate() {
        let path = format!("{path}.proxies[{index}]");
        check_within(&format!("{path}.cores"), Some(proxy.cores.into()), 1, i64::MAX)?;
        check_within(&format!("{path}.port"), proxy.port, 1, 65535)?;
    }
    Ok(())
}

fn check_group(path: &str, seed: &GroupSeed, store: &Store) -> Checked {
    check_within(&format!("{path}.backup_hour"), Some(seed.backup_hour), 0, 23)?;
    let size = seed.size_gb.unwrap_or(crate::redis_group::SEEDED_SIZE);
    check_within(&format!("{path}.used_mb"), seed.used_mb, 0, size.saturating_mul(1024))?;
    match &seed.config_id {
        Some(id) if !(config::is_default(id) || store.kinds.redis.configs.has(id)) => {
            let path = format!("{path}.config_id");
            Err(invalid(&path, id, &"an id that DescribeURedisConfig lists"))
        }
        _ => Ok(()),
    }
}

/// Refuses data where no server could have it, and a file that cannot be read.
fn check_data(path: &str, has_data: bool, rdb: Option<&Path>, is_real: bool) -> Checked {
    for (field, given) in [("data", has_data), ("rdb", rdb.is_some())] {
        if given && !is_real {
            return Err(no_server(path, field, "--redis-server, or set `used_mb` alone"));
        }
    }
    let Some(file) = rdb else { return Ok(()) };
    if has_data {
        return Err(Error::new(format!("{path}.rdb: expected either `rdb` or `data`")));
    }
    files::check(&format!("{path}.rdb"), file)
}

/// Refuses data where no Memcached could have it.
fn check_cached(path: &str, data: Option<&BTreeMap<String, String>>, is_real: bool) -> Checked {
    if data.is_some() && !is_real {
        return Err(no_server(path, "data", "--memcached"));
    }
    let is_key = |key: &str| {
        let has_space = key.contains(|c: char| c.is_whitespace() || c.is_control());
        (1..=LONGEST_CACHED_KEY).contains(&key.len()) && !has_space
    };
    match data.into_iter().flat_map(BTreeMap::keys).find(|key| !is_key(key)) {
        Some(key) => Err(invalid(
            &format!("{path}.data"),
            key,
            &format!("keys of 1 to {LONGEST_CACHED_KEY} bytes without spaces"),
        )),
        None => Ok(()),
    }
}

fn no_server(path: &str, field: &str, option: &str) -> Error {
    Error::new(format!("{path}.{field}: no server for the data: start the emulator with {option}"))
}

fn check_backups<T>(path: &str, backups: &Backups<T>, now: Moment) -> Checked {
    if backups.count() > MOST_BACKUPS {
        let path = format!("{path}.backups");
        return Err(Error::new(format!(
            "{path}: too many backups: expected from 0 to {MOST_BACKUPS}"
        )));
    }
    if let Backups::List(list) = backups {
        for (index, backup) in list.iter().enumerate() {
            check_past(&format!("{path}.backups[{index}].taken"), backup.taken, now)?;
        }
    }
    Ok(())
}

fn check_past(path: &str, when: Option<When>, now: Moment) -> Checked {
    match when.map(|when| when.moment(now)) {
        Some(moment) if moment > now => Err(invalid(path, moment, &format!("at most {now}"))),
        _ => Ok(()),
    }
}

fn check_within(path: &str, value: Option<i64>, least: i64, most: i64) -> Checked {
    match value {
        Some(value) if !(least..=most).contains(&value) => {
            Err(invalid(path, value, &format!("{least} to {most}")))
        }
        _ => Ok(()),
    }
}

fn invalid(path: &str, value: impl fmt::Display, expected: &dyn fmt::Display) -> Error {
    Error::new(format!("{path}: invalid value `{value}`: expected {expected}"))
}

/// Returns the values of an offer, or the ends of a long one.
fn listed<T: fmt::Display>(values: &[T]) -> String {
    match values {
        [first, .., last] if values.len() > 20 => format!("{first} to {last}"),
        _ => values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    }
}
