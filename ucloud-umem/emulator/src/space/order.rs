//! Orders of distributed Redis spaces, empty or with the data of another one.

use std::ops::RangeInclusive;

use super::Spaces;
use super::allowance::has_room;
use super::proxy::{self, Proxy};
use super::shard::Shard;
use super::state::{CREATION, Space};
use crate::call::Call;
use crate::clock::Time;
use crate::context::{Behaviour, Context};
use crate::instance::Instance;
use crate::redis_group::config;
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::servers::{Origin, Servers};

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Spaces>)] = &[("CreateUMemSpace", create)];

/// Default number of shards, and size of a seeded space in GB.
pub(crate) const SHARDS: i64 = 4;
/// Sizes of a space, in GB.
pub(crate) const SIZES: RangeInclusive<i64> = 1..=1024;

fn create(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let Context { store, ids, servers, time, .. } = context;
    call.sized("Name", 6..=63)?;
    let size = call.required_within("Size", SIZES)?;
    let protocol = call.required("Protocol")?;
    let kind = call.required("Type")?;
    if (protocol, kind) == ("redis", "single") {
        return Err(Refusal::unusable("Type", kind));
    }
    // A shard has whole GB.
    let count = call.within("BlockCnt", 1..=size)?.unwrap_or(SHARDS.min(size));
    let cores = call.within("ProxySize", 0..=i64::MAX)?.unwrap_or(0);
    let proxy_port = call.port("ProxyPort")?.unwrap_or(proxy::PORT);
    let (origin, data) = data(store, servers, call, *time)?;
    if data > size.saturating_mul(1024) {
        let why = format!("the {data} MB of data do not fit");
        return Err(Refusal::restore_failed("Size", &why));
    }
    config::check_version(call)?;
    let id = ids.new_id("umem");
    let instance = Instance::ordered(call, &id, CREATION, *time, ids)?;
    if !has_room(store, &instance, size) {
        return Err(Refusal::new(20000, "The zone has no room [Size]"));
    }
    if let Some(origin) = origin {
        servers.give(&origin, &id)?;
    }
    let shards = Shard::sharing(size, data, count, instance.port, time.now, ids);
    let proxies = (cores > 0).then(|| Proxy::new(cores, proxy_port, time.now, ids));
    store.spaces.insert(Space {
        instance,
        protocol: protocol.to_owned(),
        kind: kind.to_owned(),
        splits_reads: call.text("ClusterMode") == Some("RWMode"),
        rewrite_hour: 0,
        shards,
        proxies: proxies.into_iter().collect(),
    });
    Ok(attributes([("SpaceId", id.into())]))
}

/// Returns the data that the space begins with, and its size in MB: from a backup, from another
/// space, or none.
fn data(
    store: &Spaces,
    servers: &Servers,
    call: &Call,
    time: Time,
) -> Result<(Option<Origin>, i64), Refusal> {
    if call.filter("BackupId").is_some() {
        let backup = store.finished_backup(call, time)?;
        return Ok((Some(Origin::Backup(backup.id.clone())), backup.held));
    }
    if call.filter("RollbackSpaceId").is_none() {
        return Ok((None, 0));
    }
    let source = store.spaces.named(call, "RollbackSpaceId")?;
    if !source.instance.high_performance {
        let why = "the space does not support it";
        return Err(Refusal::restore_failed("RollbackSpaceId", why));
    }
    let to = call.required_moment("RollbackTime", source.instance.created, time.now)?;
    let id = &source.instance.id;
    let backups = store.backups.iter().filter(|own| own.owner == *id && own.is_done(time));
    let backups = backups.map(|backup| (&*backup.id, backup.taken, backup.held));
    let past = servers.rolled_back(backups, to, time.now)?;
    let (origin, held) = past.unwrap_or_else(|| (Origin::Instance(id.clone()), source.used()));
    Ok((Some(origin), held))
}

#[cfg(test)]
pub(crate) mod tests {
    use std::time::Duration;

    use serde_json::Value;

    use crate::coverage::Coverage;

    const ORDER: &[(&str, &str)] = &[("Name", "a-space"), ("Size", "8")];

    /// Returns the order with additional parameters.
    fn with<'a>(parameters: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        [ORDER, parameters].concat()
    }

    /// Orders a space, and returns it when it runs.
    fn ordered(run: &mut Coverage, parameters: &[(&str, &str)]) -> Value {
        let id = run.call("CreateUMemSpace", &with(parameters))["SpaceId"].clone();
        run.step();
        run.first("DescribeUMemSpace", &[("SpaceId", id.as_str().unwrap())])
    }

    pub(crate) fn scenario(run: &mut Coverage) {
        run.emulator().seed_vpc("uvnet-a", ["subnet-a"]).unwrap();
        let order = [
            ("Protocol", "memcache"),
            ("Type", "single"),
            ("ChargeType", "Year"),
            ("Quantity", "2"),
            ("Port", "7000"),
            ("BlockCnt", "2"),
            ("Tag", "a-tag"),
            ("VPCId", "uvnet-a"),
            ("SubnetId", "subnet-a"),
            ("SlaveZone", "cn-bj2-02"),
            ("Version", "7.0"),
            ("Password", "UGFzc3dvcmQx"),
        ];
        let space = ordered(run, &order);
        for (member, value) in [
            ("Name", "a-space"),
            ("Protocol", "memcache"),
            ("Type", "single"),
            ("ChargeType", "Year"),
            ("Tag", "a-tag"),
            ("VPCId", "uvnet-a"),
            ("SubnetId", "subnet-a"),
            ("State", "Running"),
        ] {
            assert_eq!(space[member], value, "{member}");
        }
        let paid = space["ExpireTime"].as_i64().zip(space["CreateTime"].as_i64());
        assert_eq!(paid.map(|(end, start)| end - start), Some(2 * 365 * 24 * 60 * 60));
        let addresses = space["Address"].as_array().unwrap();
        assert_eq!((addresses.len(), &addresses[1]["Port"]), (2, &7000.into()));
        assert_ne!(addresses[0]["IP"], addresses[1]["IP"]);
    }

    #[test]
    fn an_order_is_checked_and_leaves_nothing_when_refused() {
        let mut run = Coverage::default();
        for (parameter, ret_code, named) in [
            (("Size", "0"), 230, "[Size]"),
            (("Size", "1025"), 230, "[Size]"),
            (("Name", "short"), 230, "[Name]"),
            (("Type", "triple"), 230, "[Type]"),
            (("Type", "single"), 230, "[Type]"),
            (("Password", "plain text"), 230, "[Password]"),
            (("Password", "c2hvcnQ="), 230, "[Password]"),
            (("Password", "d2l0aCBhIHNwYWNl"), 230, "[Password]"),
            (("BlockCnt", "-1"), 230, "[BlockCnt]"),
            (("BlockCnt", "9"), 230, "[BlockCnt]"),
            (("ProxySize", "-1"), 230, "[ProxySize]"),
            (("Port", "65536"), 230, "[Port]"),
            (("ProxyPort", "0"), 230, "[ProxyPort]"),
            (("SlaveZone", "cn-bj2-05"), 230, "[SlaveZone]"),
            (("SlaveZone", "hk-02"), 230, "[SlaveZone]"),
            (("Zone", "hk-02"), 230, "[Zone]"),
            (("ChargeType", "Trial"), 20015, "[ChargeType]"),
            (("BackupId", "umembackup-x"), 220, "[SpaceId]"),
            (("RollbackSpaceId", "umem-x"), 230, "[RollbackSpaceId]"),
        ] {
            run.refuses("CreateUMemSpace", &with(&[parameter]), ret_code, named);
        }
        assert_eq!(run.call("DescribeUMemSpace", &[])["TotalCount"], 0);
        // Any other mode makes an ordinary space.
        run.call("CreateUMemSpace", &with(&[("ClusterMode", "x")]));
        // `P@ss-word` is good for hosts.
        run.call("CreateUMemSpace", &with(&[("Password", "UEBzcy13b3Jk")]));
    }

    #[test]
    fn a_small_space_has_fewer_shards() {
        let mut run = Coverage::default();
        for (size, shards) in [("1", 1), ("3", 3), ("1024", 4)] {
            let space = ordered(&mut run, &[("Size", size)]);
            assert_eq!(space["Address"].as_array().unwrap().len(), shards, "{size}");
            assert_eq!(space["Size"].to_string(), size);
        }
    }

    #[test]
    fn a_space_with_a_proxy_is_reached_through_it() {
        let mut run = Coverage::default();
        let space = ordered(&mut run, &[("ProxySize", "2"), ("ProxyPort", "7001")]);
        let id = [("SpaceId", space["SpaceId"].as_str().unwrap())];
        let proxy = run.first("DescribeUDRedisProxyInfo", &id);
        assert_eq!((&proxy["CPU"], &proxy["State"]), (&2.into(), &"PROXY_NORMAL".into()));
        assert_eq!(space["Address"].as_array().unwrap().len(), 1);
        assert_eq!(space["Address"][0]["IP"], proxy["Vip"]);
        assert_eq!(space["Address"][0]["Port"], 7001);
        let without = ordered(&mut run, &[("ProxySize", "0")]);
        assert_eq!(without["Address"].as_array().unwrap().len(), 4);
    }

    #[test]
    fn a_space_begins_with_the_data_of_a_backup() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 1);
        run.seed_space("umem-b", 0);
        let source = ("SpaceId", "umem-a");
        let finished = run.first("DescribeUMemBackup", &[source])["BackupId"].clone();
        let finished = ("BackupId", finished.as_str().unwrap());
        run.call("RemoveUDRedisData", &[source]);
        assert_eq!(ordered(&mut run, &[source, finished])["UsedSize"], 1536);

        let other = with(&[("SpaceId", "umem-b"), finished]);
        run.refuses("CreateUMemSpace", &other, 230, "[BackupId]");
        let small = with(&[source, finished, ("Size", "1")]);
        run.refuses("CreateUMemSpace", &small, 20207, "[Size]");
        let name = ("BackupName", "not-finished");
        let begun = run.call("CreateUMemBackup", &[source, name])["BackupId"].clone();
        let begun = begun.as_str().unwrap();
        let order = with(&[source, ("BackupId", begun)]);
        run.refuses("CreateUMemSpace", &order, 20204, begun);
        run.step();
        let order = [source, ("BackupId", begun)];
        assert_eq!(ordered(&mut run, &order)["UsedSize"], 0);
    }

    #[test]
    fn a_space_of_high_performance_can_be_rolled_back() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 1);
        let backup = run.first("DescribeUMemBackup", &[("SpaceId", "umem-a")])["BackupId"].clone();
        let backup = [
            ("SpaceId", "umem-a"),
            ("BackupId", backup.as_str().unwrap()),
            ("HighPerformance", "true"),
        ];
        let source = ordered(&mut run, &backup);
        assert_eq!(
            (&source["SupportAofRollback"], &source["AofRollbackEnable"]),
            (&true.into(), &true.into())
        );
        let created = source["CreateTime"].as_i64().unwrap();
        let source = ("RollbackSpaceId", source["SpaceId"].as_str().unwrap());
        run.emulator().clock().advance(Duration::from_secs(60));

        let ordinary = with(&[("RollbackSpaceId", "umem-a"), ("RollbackTime", "1")]);
        run.refuses("CreateUMemSpace", &ordinary, 20207, "[RollbackSpaceId]");
        run.refuses("CreateUMemSpace", &with(&[source]), 220, "[RollbackTime]");
        for (moment, ret_code) in [(created - 1, 230), (created + 61, 230), (created, 0)] {
            let moment = moment.to_string();
            let order = with(&[source, ("RollbackTime", &moment)]);
            assert_eq!(run.ret_code("CreateUMemSpace", &order), ret_code, "{moment}");
        }
        let moment = created.to_string();
        let rolled_back = ordered(&mut run, &[source, ("RollbackTime", &moment)]);
        assert_eq!(rolled_back["UsedSize"], 1536);
    }
}
