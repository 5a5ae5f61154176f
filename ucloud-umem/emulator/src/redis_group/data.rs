//! Data and slow logs of Redis groups. Without a real server they are computed from the time that
//! has passed.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::RedisGroups;
use crate::call::Call;
use crate::clock::{HOUR, Moment};
use crate::context::{Behaviour, Context};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::servers::SlowCommand;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<RedisGroups>)] =
    &[("FlushallURedisGroup", flush), ("DescribeURedisSlowlog", slow_log)];

const MINUTE: Duration = Duration::from_secs(60);
/// Entries that a slow log keeps, as Redis does.
const SLOW_LOG: u64 = 128;
/// Slow commands of a busy Redis, and their microseconds.
const SLOW_COMMANDS: [(&str, i64); 4] = [
    ("KEYS session:*", 48_210),
    ("HGETALL user:1024", 12_633),
    ("SMEMBERS online", 27_105),
    ("SORT ranking LIMIT 0 100", 15_874),
];

/// Data of a group: a MB more each minute, up to three quarters of its size.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Data {
    /// Size of the data at that moment, in MB.
    held: i64,
    since: Moment,
    /// Since when its slow log is kept.
    started: Moment,
    /// Memory in use, in MB, as the real server says; none without one.
    measured: Option<i64>,
}

impl Data {
    /// Makes the data of a Redis that starts now with this many MB.
    pub(crate) fn loaded(held: i64, now: Moment) -> Self {
        Self { held, since: now, started: now, measured: None }
    }

    /// Returns the memory in use, in MB, of a group of so many GB.
    pub(crate) fn used(&self, size: i64, now: Moment) -> i64 {
        if let Some(measured) = self.measured {
            return measured;
        }
        let minutes = times(MINUTE, self.since, now);
        let held = self.held.saturating_add(i64::try_from(minutes).unwrap_or(i64::MAX));
        held.min(size.saturating_mul(1024) / 4 * 3)
    }

    /// Writes down what the real server says.
    pub(crate) fn measure(&mut self, used: i64) {
        self.measured = Some(used);
    }

    /// Deletes all data; the slow log stays.
    fn empty(&mut self, now: Moment) {
        (self.held, self.since) = (0, now);
    }

    /// Restarts the slow log, which is empty after a restart.
    pub(crate) fn restart(&mut self, now: Moment) {
        self.started = now;
    }

    /// Returns one slow command per hour, newest first.
    fn slow_log(&self, now: Moment) -> Vec<Attributes> {
        let hours = times(HOUR, self.started, now);
        let kept = hours.saturating_sub(SLOW_LOG) + 1..=hours;
        kept.rev()
            .map(|hour| {
                let command = hour % SLOW_COMMANDS.len() as u64;
                let (command, microseconds) = SLOW_COMMANDS[usize::try_from(command).unwrap_or(0)];
                let started = self.started.unix_seconds() + hour * HOUR.as_secs();
                attributes([
                    ("StartTime", started.into()),
                    ("SpendTime", microseconds.into()),
                    ("Command", command.into()),
                ])
            })
            .collect()
    }
}

/// Returns how often an interval has passed.
fn times(interval: Duration, since: Moment, now: Moment) -> u64 {
    now.since(since).as_secs() / interval.as_secs()
}

/// Deletes the data of a group, all of it in database 0. Replicas follow their primary, and cannot
/// be flushed alone.
fn flush(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let time = context.time;
    let all = call.text("FlushType") != Some("FlushDb");
    if !all && call.given("DbNum").is_none() {
        return Err(Refusal::missing("DbNum"));
    }
    let database = call.count("DbNum", 0)?;
    let group = context.store.group_in(&["Running"], call, time)?;
    let id = group.instance.id.clone();
    if group.primary.is_some() {
        return Err(Refusal::replica(&id));
    }
    context.servers.flush(&id, (!all).then_some(database))?;
    if all || database == 0 {
        group.data.empty(time.now);
        for replica in context.store.replicas_mut(&id) {
            replica.data.empty(time.now);
        }
    }
    Ok(Attributes::new())
}

/// Lists slow commands. An unknown group has none.
fn slow_log(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let mut groups = context.store.groups.listed(call, "GroupId");
    let (servers, now) = (&mut *context.servers, context.time.now);
    let slow = groups.next().map(|group| match servers.slow_log(&group.instance.id) {
        Some(commands) => commands.iter().map(slow_command).collect(),
        None => group.data.slow_log(now),
    });
    call.page(slow.unwrap_or_default(), |command| command)
}

fn slow_command(command: &SlowCommand) -> Attributes {
    attributes([
        ("StartTime", command.started.into()),
        ("SpendTime", command.microseconds.into()),
        ("Command", command.command.as_str().into()),
    ])
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::order::tests::ordered;
    use super::super::state::tests::described;
    use super::*;
    use crate::coverage::Coverage;

    const ALL: (&str, &str) = ("FlushType", "FlushAll");
    const ONE: (&str, &str) = ("FlushType", "FlushDb");

    pub(crate) fn scenario(run: &mut Coverage) {
        let id = ordered(run, &[]);
        let group = ("GroupId", id.as_str());
        assert_eq!(run.call("DescribeURedisSlowlog", &[group])["TotalCount"], 0);
        run.pass(HOUR);
        assert_eq!(described(run, &id)["UsedSize"], 60);
        let slow = run.call("DescribeURedisSlowlog", &[group]);
        assert_eq!(slow["TotalCount"], 1);
        run.call("FlushallURedisGroup", &[group, ALL]);
        assert_eq!(described(run, &id)["UsedSize"], 0);
        assert_eq!(run.call("DescribeURedisSlowlog", &[group]), slow);
    }

    #[test]
    fn a_group_fills_to_three_quarters() {
        let start = Moment::from_millis(0);
        let data = Data::loaded(100, start);
        for (minutes, used) in [(0, 100), (1, 101), (667, 767), (668, 768), (9999, 768)] {
            let now = start.after(MINUTE * minutes);
            assert_eq!(data.used(1, now), used, "{minutes}");
        }
        assert_eq!(data.used(2, start.after(MINUTE * 9999)), 1536);
    }

    #[test]
    fn a_slow_log_has_the_newest_entries_and_no_more_than_redis_keeps() {
        let mut run = Coverage::default();
        let id = ordered(&mut run, &[]);
        let group = ("GroupId", id.as_str());
        run.pass(HOUR * 200);
        let response = run.call("DescribeURedisSlowlog", &[group]);
        assert_eq!(response["TotalCount"], 128);
        let rows = response["DataSet"].as_array().unwrap();
        assert_eq!(rows.len(), 10);
        let time = |row: usize| rows[row]["StartTime"].as_u64().unwrap();
        assert_eq!(time(0), 1_800_000_000 + 200 * 3600);
        assert_eq!(time(0) - time(1), 3600);
        assert_ne!(rows[0]["Command"], rows[1]["Command"]);
        let two = run.call("DescribeURedisSlowlog", &[group, ("Limit", "2")]);
        assert_eq!(two["DataSet"].as_array().unwrap().len(), 2);
        let unknown = run.call("DescribeURedisSlowlog", &[("GroupId", "x")]);
        assert_eq!(unknown["TotalCount"], 0);
    }

    #[test]
    fn all_data_is_in_database_0_and_replicas_follow() {
        let mut run = Coverage::default();
        let id = ordered(&mut run, &[]);
        let replica = ordered(&mut run, &[("MasterGroupId", &id)]);
        run.pass(HOUR);
        let group = ("GroupId", id.as_str());
        let used = |run: &mut Coverage, pairs: &[(&str, &str)]| {
            run.call("FlushallURedisGroup", pairs);
            [&id, &replica].map(|id| described(run, id)["UsedSize"].as_i64().unwrap())
        };
        assert_eq!(used(&mut run, &[group, ONE, ("DbNum", "1")]), [60, 60]);
        assert_eq!(used(&mut run, &[group, ONE, ("DbNum", "0")]), [0, 0]);
        run.pass(HOUR);
        assert_eq!(used(&mut run, &[group, ALL]), [0, 0]);

        let mut refused = |pairs: &[(&str, &str)]| run.refused("FlushallURedisGroup", pairs);
        assert_eq!(refused(&[group, ONE]), 220);
        assert_eq!(refused(&[group, ONE, ("DbNum", "-1")]), 230);
        assert_eq!(refused(&[group, ("FlushType", "Some")]), 230);
        assert_eq!(refused(&[group, ALL, ("SlaveZone", "cn-bj2-02")]), 230);
        assert_eq!(refused(&[("GroupId", &replica), ALL]), 230);
        run.call("ShutdownURedisGroup", &[group]);
        assert_eq!(run.refused("FlushallURedisGroup", &[group, ALL]), 20204);
    }
}
