//! Strategies of automatic backups of Redis groups and of their copies in other regions.

use std::iter;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::RedisGroups;
use super::changes::AT_REST;
use crate::backup_kind::BackupKind;
use crate::call::Call;
use crate::clock::{DAY, Moment, Time};
use crate::context::{Behaviour, Context};
use crate::gateway;
use crate::ids::Ids;
use crate::refusal::Refusal;
use crate::response::Attributes;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<RedisGroups>)] =
    &[("UpdateURedisBackupStrategy", set_strategy)];

/// Longest time for which missed backups are taken later, if the clock jumps.
const MADE_UP_FOR: Duration = DAY.saturating_mul(366);

/// Schedule of automatic backups, and the region of their copies.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Strategy {
    pub(crate) automatic: bool,
    /// By UTC, since the pages name no time zone.
    pub(crate) hour: i64,
    pub(crate) copies: Option<Copies>,
    /// Up to when automatic backups have been taken.
    taken_until: Moment,
}

/// Copies that are kept in another region for so long.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Copies {
    pub(crate) region: String,
    pub(crate) kept: Duration,
}

impl Strategy {
    /// Makes a strategy without copies. Automatic backups are taken from now on.
    pub(crate) fn new(automatic: bool, hour: i64, now: Moment) -> Self {
        Self { automatic, hour, copies: None, taken_until: now }
    }

    /// Takes automatic backups from now on, or no longer.
    fn set_automatic(&mut self, automatic: bool, hour: i64, now: Moment) {
        (self.automatic, self.hour, self.taken_until) = (automatic, hour, now);
    }

    /// Returns when the next automatic backup is due.
    pub(crate) fn next_due(&self) -> Option<Moment> {
        let next = self.next_after(self.taken_until);
        next.filter(|_| self.automatic)
    }

    /// Returns the next time of its hour, which does not come at the end of time.
    fn next_after(&self, last: Moment) -> Option<Moment> {
        let next = last.next_hour(u32::try_from(self.hour).unwrap_or(0));
        (next > last).then_some(next)
    }

    /// Returns the times of automatic backups since the previous call.
    fn due(&mut self, now: Moment) -> Vec<Moment> {
        let from = self.taken_until.max(now.before(MADE_UP_FOR));
        self.taken_until = from.max(now);
        if !self.automatic {
            return Vec::new();
        }
        let next = |last: &Moment| self.next_after(*last).filter(|next| *next <= now);
        iter::successors(next(&from), next).collect()
    }
}

impl RedisGroups {
    /// Takes the automatic backups that were due since the last call, of groups that ran then.
    pub(crate) fn take_due_backups(&mut self, time: Time, ids: &mut Ids) {
        let mut due = Vec::new();
        for group in self.groups.iter_mut() {
            let life = group.instance.life;
            let mut moments = group.strategy.due(time.now);
            moments.retain(|now| life.state(Time { now: *now, ..time }) == Some("Running"));
            if !moments.is_empty() {
                due.push((group.clone(), moments));
            }
        }
        for (group, moments) in due {
            for moment in moments {
                let name = format!("auto-{}", moment.unix_seconds());
                self.add_group_backup(ids, &group, name, BackupKind::Automatic, moment);
            }
        }
    }
}

fn set_strategy(
    context: &mut Context<'_, RedisGroups>,
    call: &Call,
) -> Result<Attributes, Refusal> {
    let hour = call.within("BackupTime", 0..=23)?.unwrap_or(0);
    let copies = match call.text("OperationType") {
        Some("modify") => Some(copies(call)?),
        _ => None,
    };
    let time = context.time;
    let strategy = &mut context.store.group_in(AT_REST, call, time)?.strategy;
    if matches!(call.text("OperationType"), Some("modify" | "close")) {
        strategy.copies = copies;
    } else {
        strategy.set_automatic(call.flag("AutoBackup"), hour, time.now);
    }
    Ok(Attributes::new())
}

/// Reads the region of copies from a call, and the time to keep them.
fn copies(call: &Call) -> Result<Copies, Refusal> {
    let region = call.given("DstRegion").ok_or_else(|| Refusal::missing("DstRegion"))?;
    if !gateway::has_region(region) || call.text("Region") == Some(region) {
        return Err(Refusal::unusable("DstRegion", region));
    }
    let days = call.positive("SaveDays")?;
    let days = days.ok_or_else(|| Refusal::missing("SaveDays"))?;
    let days = u32::try_from(days).unwrap_or(u32::MAX);
    Ok(Copies { region: region.to_owned(), kept: DAY.saturating_mul(days) })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::backup::tests::{COPIES, listed};
    use super::super::order::tests::ordered;
    use super::*;
    use crate::coverage::Coverage;

    pub(crate) fn scenario(run: &mut Coverage) {
        run.seed_group("uredis-a", 0);
        let group = ("GroupId", "uredis-a");
        let on = [group, ("AutoBackup", "enable"), ("BackupTime", "23")];
        run.call("UpdateURedisBackupStrategy", &on);
        let row = run.first("DescribeURedisGroup", &[group]);
        assert_eq!((&row["AutoBackup"], &row["BackupTime"]), (&"enable".into(), &23.into()));
    }

    #[test]
    fn what_is_switched_on_takes_no_backups_of_the_time_before() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 0);
        let group = ("GroupId", "uredis-a");
        let switch = |run: &mut Coverage, to: &str, hour: &str| {
            run.pass(DAY * 3);
            let pairs = [group, ("AutoBackup", to), ("BackupTime", hour)];
            run.call("UpdateURedisBackupStrategy", &pairs);
            let listed = run.call("DescribeURedisBackup", &[group]);
            listed["TotalCount"].as_i64().unwrap()
        };
        assert_eq!(switch(&mut run, "enable", "5"), 0);
        assert_eq!(switch(&mut run, "enable", "20"), 3);
        assert_eq!(switch(&mut run, "disable", "20"), 6);
        assert_eq!(switch(&mut run, "enable", "1"), 6);
        run.pass(DAY);
        assert_eq!(run.call("DescribeURedisBackup", &[group])["TotalCount"], 7);
    }

    #[test]
    fn a_strategy_is_checked() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 0);
        let group = ("GroupId", "uredis-a");
        let [modify, region, days] = COPIES;
        for (pairs, ret_code) in [
            (&[("GroupId", "x")][..], 230),
            (&[group, ("BackupTime", "24")], 230),
            (&[group, ("AutoBackup", "on")], 230),
            (&[group, ("OperationType", "other")], 230),
            (&[group, ("SlaveZone", "cn-bj2-02")], 230),
            (&[group, modify, days], 220),
            (&[group, modify, region], 220),
            (&[group, modify, region, ("SaveDays", "0")], 230),
            (&[group, modify, days, ("DstRegion", "atlantis")], 230),
            (&[group, modify, days, ("DstRegion", "cn-bj2")], 230),
        ] {
            let code = run.refused("UpdateURedisBackupStrategy", pairs);
            assert_eq!(code, ret_code, "{pairs:?}");
        }
    }

    #[test]
    fn a_group_that_is_being_resized_takes_no_backup_however_the_clock_is_moved() {
        for jumps in [&[4 * 60 * 60][..], &[59 * 60, 60, 60, 3 * 60 * 60]] {
            let mut run = Coverage::with_step(Duration::from_secs(60));
            let order = [("AutoBackup", "enable"), ("BackupTime", "9")];
            let id = ordered(&mut run, &order);
            let group = ("GroupId", id.as_str());
            // It takes from half a minute before nine to half a minute after.
            let resize = [group, ("Size", "2"), ("StartTime", "1800003570")];
            run.call("ResizeURedisGroup", &resize);
            for seconds in jumps {
                run.pass(Duration::from_secs(*seconds));
                run.call("DescribeURedisGroup", &[group]);
            }
            assert_eq!(listed(&mut run, &[group], "BackupTime"), [0; 0], "{jumps:?}");
        }
    }

    /// The clock is stopped at 08:00 by UTC.
    #[test]
    fn a_change_of_size_that_the_clock_passes_costs_no_backup() {
        let hours = |hours: u64| Duration::from_secs(hours * 60 * 60);
        for begins in ["1800003600", "1800018000"] {
            let mut run = Coverage::default();
            let order = [("AutoBackup", "enable"), ("BackupTime", "9")];
            let id = ordered(&mut run, &order);
            let group = ("GroupId", id.as_str());
            let resize = [group, ("Size", "2"), ("StartTime", begins)];
            run.call("ResizeURedisGroup", &resize);
            run.pass(hours(8));
            assert_eq!(listed(&mut run, &[group], "BackupTime"), [1_800_003_600]);
        }
    }

    /// The clock is stopped at 08:00 by UTC.
    #[test]
    fn automatic_backups_are_taken_when_the_clock_passes_their_hour() {
        let mut run = Coverage::default();
        let hours = |hours: u64| Duration::from_secs(hours * 60 * 60);
        let order = [("AutoBackup", "enable"), ("BackupTime", "9"), ("ChargeType", "Dynamic")];
        let id = ordered(&mut run, &order);
        let group = ("GroupId", id.as_str());
        let all = [group, ("Limit", "9999")];
        let count = |run: &mut Coverage| listed(run, &all, "BackupId").len();
        assert_eq!(count(&mut run), 0);
        run.pass(hours(1));
        assert_eq!(listed(&mut run, &all, "BackupTime"), [1_800_003_600]);
        assert_eq!(listed(&mut run, &all, "BackupType"), ["Auto"]);
        assert_eq!(listed(&mut run, &all, "State"), ["Success"]);
        run.pass(hours(48));
        assert_eq!(count(&mut run), 3);
        run.call("ShutdownURedisGroup", &[group]);
        run.pass(hours(24));
        assert_eq!(count(&mut run), 3);
        run.call("StartURedisGroup", &[group]);
        let strategy = "UpdateURedisBackupStrategy";
        run.call(strategy, &[group, ("AutoBackup", "disable")]);
        run.pass(hours(48));
        assert_eq!(count(&mut run), 3);
        run.call(strategy, &[group, ("BackupTime", "12")]);
        run.pass(hours(2));
        assert_eq!(count(&mut run), 3);
        run.pass(hours(1));
        assert_eq!(count(&mut run), 4);
        run.pass(hours(24 * 1000));
        assert_eq!(count(&mut run), 4 + 366);
        run.pass(Duration::MAX);
        assert_eq!(count(&mut run), 4 + 2 * 366);
    }
}
