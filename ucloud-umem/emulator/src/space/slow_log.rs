//! Slow logs of distributed Redis spaces. Without a real server they derive from the age of the
//! space: one slow command an hour.

use super::Spaces;
use super::proxies::CLIENTS;
use super::state::Space;
use crate::call::Call;
use crate::clock::Time;
use crate::context::{Behaviour, Context};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::servers::SlowCommand;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Spaces>)] = &[("DescribeUDRedisSlowlog", describe)];

const HOUR: u64 = 60 * 60;
/// Redis keeps no more.
const MOST: u64 = 128;
/// Commands that take long, and how long in microseconds.
const COMMANDS: &[(&str, i64)] = &[
    ("KEYS session:*", 48_211),
    ("HGETALL cart:1042", 12_907),
    ("SMEMBERS followers:77", 23_450),
    ("ZRANGE leaderboard 0 -1 WITHSCORES", 15_688),
    ("LRANGE events 0 -1", 31_022),
];

/// A command, the shard that ran it and, where the space has any, the proxy that it came through.
struct Entry<'a> {
    shard: Option<&'a str>,
    proxy: Option<&'a str>,
    attributes: Attributes,
}

/// Returns the slow commands, newest first.
fn entries(space: &Space, time: Time) -> Vec<Entry<'_>> {
    let created = space.instance.created.unix_seconds();
    let hours = time.now.unix_seconds().saturating_sub(created) / HOUR;
    let entry = |hour: u64| {
        let shard = nth(&space.shards, hour).map(|shard| shard.id.as_str());
        let proxy = nth(&space.proxies, hour).map(|proxy| proxy.id.as_str());
        let command = nth(COMMANDS, hour);
        let client = nth(CLIENTS, hour);
        let attributes = attributes([
            ("StartTime", (created + hour * HOUR).into()),
            ("SpendTime", command.map(|(_, spent)| *spent).into()),
            ("Command", command.map(|(text, _)| *text).into()),
            ("BlockId", shard.into()),
            ("Client", client.map(|(address, _)| format!("{address}:50000")).into()),
        ]);
        Entry { shard, proxy, attributes }
    };
    (1..=hours).rev().take(usize::try_from(MOST).unwrap_or(usize::MAX)).map(entry).collect()
}

/// Returns a command of the real server, for the first shard and the first proxy.
fn real_entry<'a>(space: &'a Space, command: &SlowCommand) -> Entry<'a> {
    let shard = space.shards.first().map(|shard| shard.id.as_str());
    let attributes = attributes([
        ("StartTime", command.started.into()),
        ("SpendTime", command.microseconds.into()),
        ("Command", command.command.as_str().into()),
        ("BlockId", shard.into()),
        ("Client", command.client.as_str().into()),
    ]);
    let proxy = space.proxies.first().map(|proxy| proxy.id.as_str());
    Entry { shard, proxy, attributes }
}

/// Returns the nth element of a list that starts again at its end.
fn nth<T>(list: &[T], n: u64) -> Option<&T> {
    let length = u64::try_from(list.len()).ok()?;
    list.get(usize::try_from(n.checked_rem(length)?).ok()?)
}

/// Lists slow commands of the space, a shard or a proxy; UCloud does not document which. An unknown
/// instance has none.
fn describe(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let instance = call.required("InstanceId")?;
    let through = call.filter("ProxyId");
    let is_of = |entry: &Entry<'_>, space: &Space| {
        let of_instance = instance == space.instance.id
            || entry.shard == Some(instance)
            || entry.proxy == Some(instance);
        of_instance && through.is_none_or(|id| entry.proxy == Some(id))
    };
    let spaces = context.store.spaces.listed(call, "SpaceId");
    let (servers, time) = (&mut *context.servers, context.time);
    let entries = spaces.flat_map(|space| {
        let mut entries = match servers.slow_log(&space.instance.id) {
            Some(commands) => commands.iter().map(|command| real_entry(space, command)).collect(),
            None => entries(space, time),
        };
        entries.retain(|entry| is_of(entry, space));
        entries
    });
    call.page(entries, |entry| entry.attributes)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::time::Duration;

    use serde_json::Value;

    use crate::coverage::Coverage;

    const SPACE: (&str, &str) = ("InstanceId", "umem-a");

    fn log(run: &mut Coverage, pairs: &[(&str, &str)]) -> (Vec<Value>, i64) {
        let response = run.call("DescribeUDRedisSlowlog", pairs);
        let entries = response["DataSet"].as_array().unwrap().clone();
        (entries, response["TotalCount"].as_i64().unwrap())
    }

    pub(crate) fn scenario(run: &mut Coverage) {
        run.seed_space("umem-a", 1);
        let (entries, total) = log(run, &[SPACE]);
        assert_eq!((entries.len(), total), (10, 48));
        let times: Vec<_> = entries.iter().map(|entry| entry["StartTime"].as_u64()).collect();
        let now = run.emulator().clock().now().unix_seconds();
        assert_eq!(times[..2], [Some(now), Some(now - 3600)]);
    }

    #[test]
    fn a_slow_log_grows_by_an_entry_an_hour() {
        let mut run = Coverage::default();
        let order = [("Name", "a-space"), ("Size", "8")];
        let space = run.call("CreateUMemSpace", &order)["SpaceId"].clone();
        let space = ("InstanceId", space.as_str().unwrap());
        let hour = Duration::from_secs(60 * 60);
        let clock = run.emulator().clock().clone();
        assert_eq!(log(&mut run, &[space]).1, 0);
        clock.advance(Duration::from_secs(60 * 60 - 1));
        assert_eq!(log(&mut run, &[space]).1, 0);
        clock.advance(Duration::from_secs(1));
        let (first, total) = log(&mut run, &[space]);
        assert_eq!(total, 1);
        clock.advance(hour);
        let (entries, total) = log(&mut run, &[space, ("Limit", "1")]);
        assert_eq!((entries.len(), total), (1, 2));
        assert_eq!(log(&mut run, &[space]).0[1], first[0]);
        clock.advance(hour * 1000);
        assert_eq!(log(&mut run, &[space]).1, 128);
        run.refuses("DescribeUDRedisSlowlog", &[space, ("Limit", "-1")], 230, "[Limit]");
    }

    #[test]
    fn a_slow_log_is_that_of_a_shard_or_of_a_proxy_too() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        run.seed_space("umem-b", 0);
        let space = ("SpaceId", "umem-a");
        let shard =
            run.first(
                "DescribeUMemBlockInfo",
                &[space, ("Offset", "1"), ("Limit", "1")],
            )["BlockId"]
                .clone();
        let shard = shard.as_str().unwrap();
        assert_eq!(log(&mut run, &[SPACE, ("ProxyId", "udproxy-x")]).1, 0);
        run.call("CreateUDRedisUhproxy", &[space, ("CPU", "2"), ("ProxyCnt", "3")]);
        let proxies = run.call("DescribeUDRedisProxyInfo", &[space])["DataSet"].clone();
        let proxy = proxies[0]["ProxyId"].as_str().unwrap();

        assert_eq!(log(&mut run, &[SPACE]).1, 24);
        let (entries, total) = log(&mut run, &[("InstanceId", shard), space]);
        assert_eq!(total, 6);
        assert!(entries.iter().all(|entry| entry["BlockId"] == shard), "{entries:?}");
        assert_eq!(log(&mut run, &[("InstanceId", proxy)]).1, 8);
        assert_eq!(log(&mut run, &[SPACE, ("ProxyId", proxy)]).1, 8);
        assert_eq!(log(&mut run, &[("InstanceId", shard), ("ProxyId", proxy)]).1, 2);

        for nothing in [
            &[("InstanceId", shard), ("SpaceId", "umem-b")][..],
            &[("InstanceId", "umem-x")],
            &[SPACE, ("ProjectId", "org-other")],
        ] {
            assert_eq!(log(&mut run, nothing), (vec![], 0), "{nothing:?}");
        }
    }
}
