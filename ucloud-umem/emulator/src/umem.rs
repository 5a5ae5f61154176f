//! Instances of every kind, in one list.

use crate::call::Call;
use crate::clock::Time;
use crate::context::{Behaviour, Context};
use crate::instance::Instance;
use crate::memcached_group::{self, MemcachedGroup};
use crate::redis_group::{self, Group};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::space::Space;
use crate::store::Kinds;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Kinds>)] = &[("DescribeUMem", describe)];

/// Returns the default attributes that only this list shows.
fn common() -> Attributes {
    attributes([
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
    Memcached(&'a MemcachedGroup),
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
            Self::Group(_) => redis_group::PROTOCOL,
            Self::Memcached(_) => memcached_group::PROTOCOL,
        }
    }

    /// Returns the type by which UCloud's command line deletes, flushes or resizes an instance.
    fn resource_type(&self) -> &'static str {
        match self {
            Self::Space(space) if space.instance.high_performance => "performance",
            Self::Space(_) => "cluster",
            Self::Group(_) | Self::Memcached(_) => "single",
        }
    }

    /// Returns the attributes for this list. A primary is shown with its read-only replicas.
    fn attributes(&self, replicas: &[&Group], time: Time) -> Attributes {
        let mut all = common();
        match self {
            Self::Space(space) => all.extend(space.attributes(time)),
            Self::Memcached(group) => all.extend(group.attributes(time)),
            Self::Group(group) => {
                all.extend(group.attributes(time));
                let id = &group.instance.id;
                let own = replicas.iter().filter(|own| own.primary.as_ref() == Some(id));
                let own: Vec<_> = own.map(|replica| replica.attributes(time)).collect();
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

/// Returns the instances that a call names by its `ResourceId`, or all of them: a kind after the
/// other.
fn rows<'a>(store: &'a Kinds, call: &'a Call) -> impl Iterator<Item = Row<'a>> {
    let spaces = store.spaces.spaces.listed(call, "ResourceId").map(Row::Space);
    let groups = store.redis.groups.listed(call, "ResourceId");
    let groups = groups.filter(|group| group.primary.is_none()).map(Row::Group);
    let memcached = store.memcached.groups.listed(call, "ResourceId");
    spaces.chain(groups).chain(memcached.map(Row::Memcached))
}

/// Lists instances of all kinds, oldest first.
fn describe(context: &mut Context<'_, Kinds>, call: &Call) -> Result<Attributes, Refusal> {
    let (store, time) = (&*context.store, context.time);
    let protocol = call.given("Protocol");
    let kind = call.given("ResourceType");
    let mut rows: Vec<_> = rows(store, call)
        .filter(|row| protocol.is_none_or(|wanted| row.protocol() == wanted))
        .filter(|row| kind.is_none_or(|wanted| row.resource_type() == wanted))
        .collect();
    rows.sort_by_key(|row| row.instance().created.unix_seconds());
    let replicas = store.redis.groups.iter().filter(|group| group.primary.is_some());
    let replicas = replicas.filter(|group| call.lists(group.instance.created));
    let replicas: Vec<_> = replicas.collect();
    call.page(rows, |row| row.attributes(&replicas, time))
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::Value;

    use crate::coverage::Coverage;
    use crate::redis_group::order::tests::ordered;

    const REDIS: (&str, &str) = ("Protocol", "redis");

    pub(crate) fn scenario(run: &mut Coverage) {
        run.seed_space("umem-a", 0);
        let primary = ordered(run, &[]);
        let replica = ordered(run, &[("MasterGroupId", &primary)]);
        let space = run.first("DescribeUMem", &[REDIS, ("ResourceId", "umem-a")]);
        assert_eq!((&space["ResourceType"], &space["Role"]), (&"cluster".into(), &Value::Null));
        let group = run.first("DescribeUMem", &[REDIS, ("ResourceId", &primary)]);
        assert_eq!((&group["ResourceType"], &group["OwnSlave"]), (&"single".into(), &"Yes".into()));
        let own = &group["DataSet"][0];
        assert_eq!((&own["GroupId"], &own["MasterGroupId"]), (&replica.into(), &primary.into()));
    }

    /// Returns the ids in a list.
    fn listed(run: &mut Coverage, pairs: &[(&str, &str)]) -> Vec<String> {
        let response = run.call("DescribeUMem", pairs);
        let rows = response["DataSet"].as_array().unwrap();
        rows.iter().map(|row| row["ResourceId"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_list_has_every_kind_the_oldest_first_and_no_replicas() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 2);
        run.seed_space("umem-a", 1);
        run.seed_group("uredis-b", 0);
        let replica = ordered(&mut run, &[("MasterGroupId", "uredis-a")]);
        assert_eq!(listed(&mut run, &[REDIS]), ["uredis-a", "umem-a", "uredis-b"]);
        let page = [REDIS, ("Offset", "1"), ("Limit", "1")];
        assert_eq!(listed(&mut run, &page), ["umem-a"]);
        assert_eq!(listed(&mut run, &[REDIS, ("ResourceId", &replica)]), [""; 0]);
        assert_eq!(listed(&mut run, &[REDIS, ("ResourceId", "umem-x")]), [""; 0]);
        assert_eq!(listed(&mut run, &[REDIS, ("ProjectId", "org-x")]), [""; 0]);
        assert_eq!(listed(&mut run, &[("Protocol", "memcache")]), [""; 0]);
        run.seed_memcache("umemcache-a");
        assert_eq!(listed(&mut run, &[("Protocol", "memcache")]), ["umemcache-a"]);
        assert_eq!(listed(&mut run, &[REDIS]).len(), 3);
        assert_eq!(run.refused("DescribeUMem", &[("Protocol", "sql")]), 230);
        assert_eq!(run.refused("DescribeUMem", &[]), 220);
        let single = run.first("DescribeUMem", &[REDIS, ("ResourceId", "uredis-b")]);
        assert_eq!((&single["OwnSlave"], &single["DataSet"]), (&"No".into(), &Value::Null));
    }

    /// UCloud's command line chooses the action so, and skips an instance whose type it does not
    /// know.
    #[test]
    fn the_type_of_an_instance_names_the_action_that_deletes_it() {
        let mut run = Coverage::default();
        for fast in ["false", "true"] {
            let fast = ("HighPerformance", fast);
            ordered(&mut run, &[fast]);
            run.call("CreateUMemSpace", &[("Name", "a-space"), ("Size", "1"), fast]);
        }
        run.step();
        for _ in 0..4 {
            let row = run.first("DescribeUMem", &[REDIS]);
            let id = row["ResourceId"].as_str().unwrap();
            match row["ResourceType"].as_str().unwrap() {
                "single" | "g4v6" => run.call("DeleteURedisGroup", &[("GroupId", id)]),
                "performance" | "cluster" => run.call("DeleteUMemSpace", &[("SpaceId", id)]),
                other => panic!("{id} has the type {other}"),
            };
            run.step();
        }
        assert_eq!(listed(&mut run, &[REDIS]), [""; 0]);
    }

    #[test]
    fn kinds_can_be_listed_by_themselves() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 0);
        run.seed_space("umem-a", 0);
        // The configuration of another version than the group's.
        let own = ("ConfigId", "3cdeeb90-dcbf-46e8-95cd-a05d8860a22c");
        let order = [("HighPerformance", "true"), own, ("Version", "4.0")];
        let fast = ordered(&mut run, &order);
        let order = [("Name", "a-space"), ("Size", "1"), ("HighPerformance", "true")];
        let space = run.call("CreateUMemSpace", &order)["SpaceId"].clone();
        let groups = ["uredis-a".to_owned(), fast.clone()];
        for (kind, ids) in [
            ("single", &groups[..]),
            ("cluster", &["umem-a".to_owned()]),
            ("performance", &[space.as_str().unwrap().to_owned()]),
            ("distributed", &[]),
        ] {
            let pairs = [REDIS, ("ResourceType", kind)];
            assert_eq!(listed(&mut run, &pairs), ids, "{kind}");
        }
        let described = |run: &mut Coverage, id| {
            let pairs = [REDIS, ("ResourceId", id)];
            run.first("DescribeUMem", &pairs)["DefaultConfigId"].clone()
        };
        assert_eq!(described(&mut run, &fast), *"false");
        assert_eq!(described(&mut run, "uredis-a"), *"true");
    }
}
