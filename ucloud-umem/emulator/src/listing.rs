//! The resources as the control path `/_emulator/state` shows them: of all kinds, in the order in
//! which they were made, without secrets.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use crate::clock::{Moment, Time};
use crate::instance::Instance;
use crate::redis_group::config::Config;
use crate::response::Attributes;
use crate::store::{Kinds, Store};

/// Members of every instance, and the attributes that they come from.
const OF_INSTANCES: &[(&str, &str)] = &[
    ("id", "ResourceId"),
    ("name", "Name"),
    ("state", "State"),
    ("size_gb", "Size"),
    ("used_mb", "UsedSize"),
    ("version", "Version"),
    ("address", "VirtualIP"),
    ("port", "Port"),
    ("has_password", "HasPassword"),
    ("charge_type", "ChargeType"),
    ("tag", "Tag"),
    ("vpc_id", "VPCId"),
    ("subnet_id", "SubnetId"),
    ("high_performance", "IsHighPerformance"),
];
const OF_SPACES: &[(&str, &str)] = &[("protocol", "Protocol"), ("type", "Type")];
const OF_GROUPS: &[(&str, &str)] = &[
    ("type", "Type"),
    ("replica_of", "MasterGroupId"),
    ("config_id", "ConfigId"),
    ("auto_backup", "AutoBackup"),
    ("backup_hour", "BackupTime"),
];
const OF_SHARDS: &[(&str, &str)] = &[
    ("id", "BlockId"),
    ("state", "BlockState"),
    ("size_gb", "BlockSize"),
    ("used_mb", "BlockUsedSize"),
    ("address", "BlockVip"),
    ("port", "BlockPort"),
];
const OF_PROXIES: &[(&str, &str)] =
    &[("id", "ProxyId"), ("state", "State"), ("cores", "CPU"), ("address", "Vip")];
const OF_BACKUPS: &[(&str, &str)] =
    &[("id", "BackupId"), ("name", "BackupName"), ("type", "BackupType"), ("state", "State")];

impl Store {
    /// Returns the resources, each kind in the order of creation.
    pub(crate) fn listing(&self, time: Time) -> Map<String, Value> {
        let Kinds { spaces, redis, memcached, account, networks, roles, workflows } = &self.kinds;
        let mut backups: HashMap<&str, Vec<Value>> = HashMap::new();
        for backup in spaces.backups.iter() {
            let row = backup_row(&backup.attributes(time), backup.taken);
            backups.entry(&backup.owner).or_default().push(row);
        }
        for backup in redis.backups.iter() {
            let row = backup_row(&backup.attributes("normal", time), backup.taken);
            backups.entry(&backup.owner).or_default().push(row);
        }
        let mut of = |id: &str| Value::from(backups.remove(id).unwrap_or_default());
        let spaces = spaces.spaces.iter().map(|space| {
            let mut row = instance_row(&space.instance, &space.attributes(time), OF_SPACES);
            let state = space.state(time);
            let shards = space.shards.iter();
            let shards = shards.map(|shard| renamed(&shard.attributes(state, time), OF_SHARDS));
            let proxies = space.proxies.iter();
            let proxies = proxies.map(|proxy| {
                let mut row = renamed(&space.proxy_attributes(proxy, time), OF_PROXIES);
                row.insert("port".to_owned(), proxy.address().1.into());
                row
            });
            row.insert("shards".to_owned(), shards.collect());
            row.insert("proxies".to_owned(), proxies.collect());
            row.insert("backups".to_owned(), of(&space.instance.id));
            row
        });
        let spaces: Value = spaces.collect();
        let groups = redis.groups.iter().map(|group| {
            let mut row = instance_row(&group.instance, &group.attributes(time), OF_GROUPS);
            row.insert("backups".to_owned(), of(&group.instance.id));
            row
        });
        let groups: Value = groups.collect();
        let memcached = memcached.groups.iter();
        let memcached =
            memcached.map(|group| instance_row(&group.instance, &group.attributes(time), &[]));
        let configs = redis.configs.iter().map(Config::listing);
        let all = [
            ("spaces", spaces),
            ("redis_groups", groups),
            ("memcached_groups", memcached.collect()),
            ("redis_configs", configs.collect()),
            ("projects", account.listing()),
            ("vpcs", networks.listing()),
            ("roles", roles.listing()),
            ("workflows", workflows.listing()),
        ];
        all.into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect()
    }
}

fn instance_row(
    instance: &Instance,
    attributes: &Attributes,
    more: &[(&str, &str)],
) -> Map<String, Value> {
    let mut row = renamed(attributes, OF_INSTANCES);
    row.append(&mut renamed(attributes, more));
    for (name, value) in [
        ("project", json!(instance.scope.project)),
        ("region", json!(instance.scope.region)),
        ("zone", json!(instance.scope.zone)),
        ("standby_zone", json!(instance.slave_zone)),
        ("running_version", json!(instance.running_version)),
        ("problem", json!(instance.problem)),
        ("scanned_keys", scanned_keys(instance)),
        ("created", json!(instance.created.to_string())),
        ("modified", json!(instance.modified.to_string())),
        ("expires", json!(instance.expires.to_string())),
    ] {
        row.insert(name.to_owned(), value);
    }
    row
}

/// Returns the keys that the last scan has found, with its kind; null without a scan.
fn scanned_keys(instance: &Instance) -> Value {
    let scanned = instance.scanned.as_ref();
    scanned.map_or(Value::Null, |(kind, keys)| json!({ "kind": kind, "keys": keys }))
}

fn backup_row(attributes: &Attributes, taken: Moment) -> Value {
    let mut row = renamed(attributes, OF_BACKUPS);
    row.insert("taken".to_owned(), taken.to_string().into());
    row.into()
}

/// Returns some attributes under other names.
fn renamed(attributes: &Attributes, names: &[(&str, &str)]) -> Map<String, Value> {
    let value = |name: &str| attributes.get(name).cloned().unwrap_or_default();
    names.iter().map(|(own, wire)| ((*own).to_owned(), value(wire))).collect()
}
