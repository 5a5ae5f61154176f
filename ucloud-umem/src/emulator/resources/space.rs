//! Distributed Redis spaces.

use std::time::Duration;

use super::{Behaviour, Context};
use crate::emulator::call::Call;
use crate::emulator::clock::{Moment, Time};
use crate::emulator::instance::Instance;
use crate::emulator::life::{Life, STAYS, Transition};
use crate::emulator::place::Place;
use crate::emulator::refusal::Refusal;
use crate::emulator::reply::{Facts, facts};
use crate::emulator::store::{Resource, Store};

pub(super) const BEHAVIOURS: &[(&str, Behaviour)] = &[
    ("CreateUMemSpace", create),
    ("DeleteUMemSpace", delete),
    ("DescribeUMemSpace", describe),
    ("GetUMemSpaceState", state),
];

const CREATION: Transition = &[("Starting", 1), ("Running", STAYS)];
const DELETION: Transition = &[("Deleting", 1)];

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Shards of a space where nobody says how many.
pub(super) const SHARDS: i64 = 4;

/// A distributed space.
#[derive(Debug)]
pub(crate) struct Space {
    pub(crate) instance: Instance,
    protocol: String,
    /// `single` or `double`.
    pub(super) kind: String,
    pub(crate) shards: i64,
    rewrite_hour: i64,
}

impl Resource for Space {
    fn id(&self) -> &str {
        &self.instance.id
    }

    fn place(&self) -> &Place {
        &self.instance.place
    }

    fn is_gone(&self, time: Time) -> bool {
        self.instance.life.state(time).is_none()
    }
}

impl Space {
    /// What one shard holds, in MB.
    pub(crate) fn shard_size(&self) -> i64 {
        self.instance.size.saturating_mul(1024) / self.shards
    }

    /// What is true of it, for whatever action shows it.
    pub(super) fn facts(&self, time: Time) -> Facts {
        let mut all = self.instance.facts(time);
        all.extend(facts([
            ("SpaceId", self.instance.id.as_str().into()),
            ("Protocol", self.protocol.as_str().into()),
            ("Type", self.kind.as_str().into()),
            ("RewriteTime", self.rewrite_hour.into()),
        ]));
        all
    }
}

impl Store {
    /// Adds a space with finished backups, one a day up to yesterday; one that is there keeps its backups.
    pub(crate) fn seed_space(
        &mut self,
        id: &str,
        place: Place,
        backups: u32,
        now: Moment,
    ) {
        if self.spaces.has(id) {
            return;
        }
        let day = |days: u32| now.before(DAY.saturating_mul(days));
        let created = day(backups.saturating_add(1));
        let life = Life::since(created, CREATION);
        let new = Instance::new(id, place, life, created, self);
        self.spaces.add(Space {
            instance: Instance { size: SHARDS, ..new },
            protocol: "redis".to_owned(),
            kind: "double".to_owned(),
            shards: SHARDS,
            rewrite_hour: 0,
        });
        for days in (1..=backups).rev() {
            self.add_backup(id, format!("daily-{days}"), "auto", day(days));
        }
    }
}

fn create(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    call.sized("Name", 6..=63)?;
    let shards = call.positive("BlockCnt")?.unwrap_or(SHARDS);
    let id = context.store.new_id("umem");
    let instance = Instance::ordered(call, &id, CREATION, context.time, context.store)?;
    context.store.spaces.add(Space {
        instance,
        protocol: call.required("Protocol")?.to_owned(),
        kind: call.required("Type")?.to_owned(),
        shards,
        rewrite_hour: 0,
    });
    Ok(facts([("SpaceId", id.into())]))
}

fn delete(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let time = context.time;
    let space = context.store.spaces.named_mut(call, "SpaceId")?;
    space.instance.expect(&["Running"], time)?;
    space.instance.life.enter(DELETION, time);
    Ok(Facts::new())
}

fn describe(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let protocol = call.filter("Protocol");
    let spaces = context
        .store
        .spaces
        .listed(call, "SpaceId")
        .filter(|space| protocol.is_none_or(|protocol| protocol == space.protocol));
    call.page(spaces.collect(), |space| space.facts(context.time))
}

fn state(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let space = context.store.spaces.named(call, "SpaceId")?;
    Ok(space.instance.facts(context.time))
}

#[cfg(test)]
pub(super) mod tests {
    use crate::emulator::walk::Walk;

    const ORDER: &[(&str, &str)] = &[("Name", "a-space"), ("Size", "8")];

    pub(crate) fn scenario(walk: &mut Walk) {
        let id = walk.call("CreateUMemSpace", ORDER)["SpaceId"].clone();
        let space = &[("SpaceId", id.as_str().unwrap())];
        assert_eq!(walk.call("GetUMemSpaceState", space)["State"][0], "Starting");
        walk.step();
        let listed = walk.first("DescribeUMemSpace", space);
        assert_eq!((&listed["State"], &listed["Size"]), (&"Running".into(), &8.into()));
        walk.call("DeleteUMemSpace", space);
        walk.step();
        assert_eq!(walk.call("DescribeUMemSpace", space)["TotalCount"], 0);
        assert_eq!(walk.refused("GetUMemSpaceState", space), 20003);
    }

    #[test]
    fn an_order_is_checked_and_leaves_nothing_when_refused() {
        let mut walk = Walk::default();
        for (parameter, ret_code) in [
            (("Size", "0"), 230),
            (("Name", "short"), 230),
            (("Type", "triple"), 230),
            (("Password", "plain text"), 230),
            (("BlockCnt", "-1"), 230),
            (("ChargeType", "Trial"), 20015),
        ] {
            let order: Vec<_> = ORDER.iter().copied().chain([parameter]).collect();
            assert_eq!(
                walk.refused("CreateUMemSpace", &order),
                ret_code,
                "{parameter:?}"
            );
        }
        assert_eq!(walk.call("DescribeUMemSpace", &[])["TotalCount"], 0);
        // The page says that any other mode makes an ordinary space.
        let order: Vec<_> =
            ORDER.iter().copied().chain([("ClusterMode", "x")]).collect();
        walk.call("CreateUMemSpace", &order);
    }

    #[test]
    fn only_a_space_that_runs_can_be_deleted() {
        let mut walk = Walk::default();
        let id = walk.call("CreateUMemSpace", ORDER)["SpaceId"].clone();
        let space = &[("SpaceId", id.as_str().unwrap())];
        assert_eq!(walk.refused("DeleteUMemSpace", space), 20204);
        walk.step();
        let elsewhere = &[space[0], ("ProjectId", "org-other")];
        assert_eq!(walk.refused("DeleteUMemSpace", elsewhere), 20003);
        walk.call("DeleteUMemSpace", space);
    }
}
