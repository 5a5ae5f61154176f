//! Instances of every kind, in one list.

use super::group::{self, Group};
use super::memcache::{self, MemcacheGroup};
use super::space::Space;
use super::{Behaviour, Context};
use crate::call::Call;
use crate::clock::Time;
use crate::instance::Instance;
use crate::refusal::Refusal;
use crate::reply::{Facts, facts};
use crate::store::Store;

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

/// An instance of any kind.
#[derive(Clone, Copy)]
enum Row<'a> {
    Space(&'a Space),
    /// A primary.
    Group(&'a Group),
    Memcached(&'a MemcacheGroup),
}

impl Row<'_> {
    fn instance(&self) -> &Instance {
        match self {
            Self::Space(space) => &space.instance,
            Self::Group(group) => &group.instance,
            Self::Memcached(group) => &group.instance,
        }
    }

    fn protocol(&self) -> &str {
        match self {
            Self::Space(space) => &space.protocol,
            Self::Group(_) => group::PROTOCOL,
            Self::Memcached(_) => memcache::PROTOCOL,
        }
    }

    /// The words that UCloud's command line goes by when it deletes, empties or resizes an instance.
    fn resource_type(&self) -> &'static str {
        match self {
            Self::Space(space) if space.instance.high_performance => "performance",
            Self::Space(_) => "cluster",
            Self::Group(_) | Self::Memcached(_) => "single",
        }
    }

    /// What this list shows of it. A primary is shown with its read-only replicas.
    fn facts(&self, replicas: &[&Group], time: Time) -> Facts {
        let mut all = common();
        match self {
            Self::Space(space) => all.extend(space.facts(time)),
            Self::Memcached(group) => all.extend(group.facts(time)),
            Self::Group(group) => {
                all.extend(group.facts(time));
                let id = &group.instance.id;
                let own = replicas.iter().filter(|own| own.primary.as_ref() == Some(id));
                let own: Vec<_> = own.map(|replica| replica.facts(time)).collect();
                let own_slave = if own.is_empty() { "No" } else { "Yes" };
                all.insert("OwnSlave".to_owned(), own_slave.into());
                if !own.is_empty() {
                    all.insert("DataSet".to_owned(), own.into());
                }
            }
        }
        all.insert("ResourceType".to_owned(), self.resource_type().into());
        all
    }
}

/// Returns the instances that a call names by its `ResourceId`, or all of them: a kind after the other.
fn rows<'a>(store: &'a Store, call: &'a Call) -> impl Iterator<Item = Row<'a>> {
    let spaces = store.spaces.listed(call, "ResourceId").map(Row::Space);
    let groups = store.groups.listed(call, "ResourceId");
    let groups = groups.filter(|group| group.primary.is_none()).map(Row::Group);
    let memcached = store.memcache_groups.listed(call, "ResourceId");
    spaces.chain(groups).chain(memcached.map(Row::Memcached))
}

/// The oldest first.
fn describe(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let (store, time) = (&*context.store, context.time);
    let protocol = call.given("Protocol");
    let kind = call.given("ResourceType");
    let mut rows: Vec<_> = rows(store, call)
        .filter(|row| protocol.is_none_or(|wanted| row.protocol() == wanted))
        .filter(|row| kind.is_none_or(|wanted| row.resource_type() == wanted))
        .collect();
    rows.sort_by_key(|row| row.instance().created.unix_seconds());
    let replicas = store.groups.iter().filter(|group| group.primary.is_some());
    let replicas: Vec<_> = replicas.collect();
    call.page(rows, |row| row.facts(&replicas, time))
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::Value;

    use super::super::group_order::tests::ordered;
    use crate::walk::Walk;

    const REDIS: (&str, &str) = ("Protocol", "redis");

    pub(crate) fn scenario(walk: &mut Walk) {
        walk.seed_space("umem-a", 0);
        let primary = ordered(walk, &[]);
        let replica = ordered(walk, &[("MasterGroupId", &primary)]);
        let space = walk.first("DescribeUMem", &[REDIS, ("ResourceId", "umem-a")]);
        assert_eq!(
            (&space["ResourceType"], &space["Role"]),
            (&"cluster".into(), &Value::Null)
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

    /// UCloud's command line chooses the action so, and skips an instance whose type it does not know.
    #[test]
    fn the_type_of_an_instance_names_the_action_that_deletes_it() {
        let mut walk = Walk::default();
        for fast in ["false", "true"] {
            let fast = ("HighPerformance", fast);
            ordered(&mut walk, &[fast]);
            walk.call("CreateUMemSpace", &[("Name", "a-space"), ("Size", "1"), fast]);
        }
        walk.step();
        for _ in 0..4 {
            let row = walk.first("DescribeUMem", &[REDIS]);
            let id = row["ResourceId"].as_str().unwrap();
            match row["ResourceType"].as_str().unwrap() {
                "single" | "g4v6" => walk.call("DeleteURedisGroup", &[("GroupId", id)]),
                "performance" | "cluster" => {
                    walk.call("DeleteUMemSpace", &[("SpaceId", id)])
                }
                other => panic!("{id} has the type {other}"),
            };
            walk.step();
        }
        assert_eq!(listed(&mut walk, &[REDIS]), [""; 0]);
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
        let order = [("Name", "a-space"), ("Size", "1"), ("HighPerformance", "true")];
        let space = walk.call("CreateUMemSpace", &order)["SpaceId"].clone();
        let groups = ["uredis-a".to_owned(), fast.clone()];
        for (kind, ids) in [
            ("single", &groups[..]),
            ("cluster", &["umem-a".to_owned()]),
            ("performance", &[space.as_str().unwrap().to_owned()]),
            ("distributed", &[]),
        ] {
            let pairs = [REDIS, ("ResourceType", kind)];
            assert_eq!(listed(&mut walk, &pairs), ids, "{kind}");
        }
        let described = |walk: &mut Walk, id| {
            let pairs = [REDIS, ("ResourceId", id)];
            walk.first("DescribeUMem", &pairs)["DefaultConfigId"].clone()
        };
        assert_eq!(described(&mut walk, &fast), *"false");
        assert_eq!(described(&mut walk, "uredis-a"), *"true");
    }
}
