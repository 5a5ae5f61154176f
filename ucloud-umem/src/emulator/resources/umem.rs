//! Instances of every kind, in one list.

use serde_json::Value;

use super::group::Group;
use super::memcache::MemcacheGroup;
use super::space::Space;
use super::{Behaviour, Context};
use crate::emulator::call::Call;
use crate::emulator::clock::Time;
use crate::emulator::refusal::Refusal;
use crate::emulator::reply::{Facts, facts};
use crate::emulator::store::Store;

pub(super) const BEHAVIOURS: &[(&str, Behaviour)] = &[("DescribeUMem", describe)];

/// What only this list shows, of an instance of whatever kind that does not say otherwise.
fn common() -> Facts {
    facts([
        ("AutoBackup", false.into()),
        ("BackupTime", 0.into()),
        ("ConfigId", "".into()),
        ("DefaultConfigId", true.into()),
        ("IsRWMode", false.into()),
        ("ProductType", 0.into()),
    ])
}

/// The instances that a call names by its `ResourceId`, or all of them: a kind after the other.
fn rows(store: &Store, call: &Call, time: Time) -> Vec<Facts> {
    let spaces = store.spaces.listed(call, "ResourceId").map(|own| space(own, time));
    let groups = store.groups.listed(call, "ResourceId");
    let groups = groups.filter(|group| group.primary.is_none());
    let groups = groups.map(|own| group(own, store, time));
    let memcache = store.memcache_groups.listed(call, "ResourceId");
    let memcache = memcache.map(|own| memcache_group(own, time));
    spaces.chain(groups).chain(memcache).collect()
}

fn space(space: &Space, time: Time) -> Facts {
    let mut all = common();
    all.extend(space.facts(time));
    let kind = space.instance.resource_type("distributed");
    all.insert("ResourceType".to_owned(), kind.into());
    all
}

fn memcache_group(group: &MemcacheGroup, time: Time) -> Facts {
    let mut all = common();
    all.extend(group.facts(time));
    all
}

/// A primary, with its read-only replicas.
fn group(group: &Group, store: &Store, time: Time) -> Facts {
    let replicas = store
        .groups
        .iter()
        .filter(|other| other.primary.as_deref() == Some(&group.instance.id));
    let replicas: Vec<_> = replicas.map(|replica| replica.facts(time)).collect();
    let mut all = common();
    all.extend(group.facts(time));
    let own_slave = if replicas.is_empty() { "No" } else { "Yes" };
    all.insert("OwnSlave".to_owned(), own_slave.into());
    if !replicas.is_empty() {
        all.insert("DataSet".to_owned(), replicas.into());
    }
    all
}

/// The oldest first.
fn describe(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let mut rows = rows(context.store, call, context.time);
    for name in ["Protocol", "ResourceType"] {
        if let Some(wanted) = call.given(name) {
            rows.retain(|row| row.get(name).is_some_and(|own| own == wanted));
        }
    }
    rows.sort_by_key(|row| row.get("CreateTime").and_then(Value::as_u64));
    call.page(rows, |row| row)
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::group_order::tests::ordered;
    use super::*;
    use crate::emulator::walk::Walk;

    const REDIS: (&str, &str) = ("Protocol", "redis");

    pub(crate) fn scenario(walk: &mut Walk) {
        walk.seed_space("umem-a", 0);
        let primary = ordered(walk, &[]);
        let replica = ordered(walk, &[("MasterGroupId", &primary)]);
        let space = walk.first("DescribeUMem", &[REDIS, ("ResourceId", "umem-a")]);
        assert_eq!(
            (&space["ResourceType"], &space["Role"]),
            (&"distributed".into(), &Value::Null)
        );
        let group = walk.first("DescribeUMem", &[REDIS, ("ResourceId", &primary)]);
        assert_eq!(
            (&group["ResourceType"], &group["OwnSlave"]),
            (&"single".into(), &"Yes".into())
        );
        let own = &group["DataSet"][0];
        assert_eq!(
            (&own["GroupId"], &own["MasterGroupId"]),
            (&replica.into(), &primary.into())
        );
    }

    /// The ids in a list.
    fn listed(walk: &mut Walk, pairs: &[(&str, &str)]) -> Vec<String> {
        let reply = walk.call("DescribeUMem", pairs);
        let rows = reply["DataSet"].as_array().unwrap();
        rows.iter().map(|row| row["ResourceId"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_list_has_every_kind_the_oldest_first_and_no_replicas() {
        let mut walk = Walk::default();
        walk.seed_group("uredis-a", 2);
        walk.seed_space("umem-a", 1);
        walk.seed_group("uredis-b", 0);
        let replica = ordered(&mut walk, &[("MasterGroupId", "uredis-a")]);
        assert_eq!(listed(&mut walk, &[REDIS]), ["uredis-a", "umem-a", "uredis-b"]);
        let page = [REDIS, ("Offset", "1"), ("Limit", "1")];
        assert_eq!(listed(&mut walk, &page), ["umem-a"]);
        assert_eq!(listed(&mut walk, &[REDIS, ("ResourceId", &replica)]), [""; 0]);
        assert_eq!(listed(&mut walk, &[REDIS, ("ResourceId", "umem-x")]), [""; 0]);
        assert_eq!(listed(&mut walk, &[REDIS, ("ProjectId", "org-x")]), [""; 0]);
        assert_eq!(listed(&mut walk, &[("Protocol", "memcache")]), [""; 0]);
        walk.seed_memcache("umemcache-a");
        assert_eq!(listed(&mut walk, &[("Protocol", "memcache")]), ["umemcache-a"]);
        assert_eq!(listed(&mut walk, &[REDIS]).len(), 3);
        assert_eq!(walk.refused("DescribeUMem", &[("Protocol", "sql")]), 230);
        assert_eq!(walk.refused("DescribeUMem", &[]), 220);
        let single = walk.first("DescribeUMem", &[REDIS, ("ResourceId", "uredis-b")]);
        assert_eq!(
            (&single["OwnSlave"], &single["DataSet"]),
            (&"No".into(), &Value::Null)
        );
    }

    #[test]
    fn kinds_can_be_listed_by_themselves() {
        let mut walk = Walk::default();
        walk.seed_group("uredis-a", 0);
        walk.seed_space("umem-a", 0);
        // The configuration of another version than the group's.
        let own = ("ConfigId", "3cdeeb90-dcbf-46e8-95cd-a05d8860a22c");
        let order = [("HighPerformance", "true"), own, ("Version", "4.0")];
        let fast = ordered(&mut walk, &order);
        for (kind, id) in
            [("single", "uredis-a"), ("distributed", "umem-a"), ("performance", &fast)]
        {
            let pairs = [REDIS, ("ResourceType", kind)];
            assert_eq!(listed(&mut walk, &pairs), [id]);
            let is_default = if id == fast { "false" } else { "true" };
            assert_eq!(
                walk.first("DescribeUMem", &pairs)["DefaultConfigId"],
                *is_default
            );
        }
    }
}
