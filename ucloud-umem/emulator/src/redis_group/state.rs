//! State of Redis groups. A group is a primary, with a standby or without, or a read-only replica
//! of a primary.

use serde::{Deserialize, Serialize};

use super::RedisGroups;
use super::backup_strategy::Strategy;
use super::conversion::Conversion;
use super::data::Data;
use crate::call::Call;
use crate::clock::{Moment, Time};
use crate::context::high_availability;
use crate::context::{Behaviour, Context};
use crate::instance::{AsInstance, Instance};
use crate::lifecycle::{STAYS, Transition};
use crate::redis_group::config;
use crate::refusal::Refusal;
use crate::resize::Resize;
use crate::response::{Attributes, attributes};

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<RedisGroups>)] =
    &[("DeleteURedisGroup", delete), ("DescribeURedisGroup", describe)];

pub(crate) const CREATION: Transition = Transition::new(&[("Creating", 1), ("Running", STAYS)]);

pub(crate) const PROTOCOL: &str = "redis";

/// A primary or a read-only replica.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    pub(crate) instance: Instance,
    /// The id of the primary that it follows; none where it is one itself.
    pub(crate) primary: Option<String>,
    pub(crate) standby: bool,
    pub(crate) config_id: String,
    pub(crate) rewrite_hour: i64,
    pub(crate) strategy: Strategy,
    pub(crate) data: Data,
    /// Change of its size that is under way or will be.
    pub(crate) resize: Option<Resize>,
    pub(crate) conversion: Conversion,
}

impl AsInstance for Group {
    fn instance(&self) -> &Instance {
        &self.instance
    }

    fn next_change(&self, time: Time) -> Option<Moment> {
        let resize = Resize::next_change(self.resize.as_ref(), &self.instance.life, time);
        [resize, self.strategy.next_due()].into_iter().flatten().min()
    }
}

impl Group {
    /// Makes a group with defaults.
    pub(crate) fn new(instance: Instance, now: Moment) -> Self {
        Self {
            config_id: config::default_for(&instance.version).to_owned(),
            instance,
            primary: None,
            standby: true,
            rewrite_hour: 0,
            strategy: Strategy::new(false, 0, now),
            data: Data::loaded(0, now),
            resize: None,
            conversion: Conversion::default(),
        }
    }

    /// Returns the size of its data, in MB.
    pub(crate) fn used(&self, now: Moment) -> i64 {
        self.data.used(self.instance.size, now)
    }

    /// Returns its attributes, for every action that shows it.
    pub(crate) fn attributes(&self, time: Time) -> Attributes {
        let instance = &self.instance;
        let is_default = self.config_id == config::default_for(&instance.version);
        let mut all = instance.attributes(time);
        all.extend(attributes([
            ("GroupId", instance.id.as_str().into()),
            ("GroupName", instance.name.as_str().into()),
            ("MemorySize", instance.size.into()),
            ("UsedSize", self.used(time.now).into()),
            ("Protocol", PROTOCOL.into()),
            ("ResourceType", "single".into()),
            ("Type", if self.standby { "double" } else { "single" }.into()),
            ("HighAvailability", high_availability(self.standby)),
            ("Role", if self.primary.is_some() { "slave" } else { "master" }.into()),
            ("MasterGroupId", self.primary.as_deref().into()),
            ("ConfigId", self.config_id.as_str().into()),
            ("DefaultConfigId", is_default.into()),
            ("RewriteTime", self.rewrite_hour.into()),
            ("AutoBackup", self.strategy.automatic.into()),
            ("BackupTime", self.strategy.hour.into()),
            ("ProxyName", "".into()),
            ("SupportAofRollback", true.into()),
            ("AofRollbackEnable", true.into()),
            ("State", self.state(time).into()),
        ]));
        all
    }

    /// Returns the state. It is `DelayUpgrade` while a resize waits; the group then works as in
    /// `Running`.
    fn state(&self, time: Time) -> Option<&'static str> {
        let waits = self.resize.as_ref().is_some_and(|resize| resize.awaited().is_some());
        match self.instance.life.state(time) {
            Some("Running") if waits => Some("DelayUpgrade"),
            state => state,
        }
    }
}

impl RedisGroups {
    /// Returns the group that the call names, mutably. It must be in one of these states.
    pub(crate) fn group_in(
        &mut self,
        states: &[&str],
        call: &Call,
        time: Time,
    ) -> Result<&mut Group, Refusal> {
        let group = self.groups.named_mut(call, "GroupId")?;
        if let Some(zone) = call.given("SlaveZone") {
            if zone != group.instance.slave_zone {
                return Err(Refusal::unusable("SlaveZone", zone));
            }
        }
        group.instance.expect(states, time)?;
        Ok(group)
    }

    /// Returns the read-only replicas of a group, mutably.
    pub(crate) fn replicas_mut(&mut self, id: &str) -> impl Iterator<Item = &mut Group> {
        self.groups.iter_mut().filter(move |group| group.primary.as_deref() == Some(id))
    }
}

/// Deletes a group. The replicas of a primary must be deleted first; UCloud does not document this.
fn delete(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    if context.store.groups.was_deleted(call, "GroupId") {
        return Ok(Attributes::new());
    }
    let time = context.time;
    let group = context.store.groups.named(call, "GroupId")?;
    if group.instance.is_being_deleted(time) {
        return Ok(Attributes::new());
    }
    let group = if group.instance.has_failed(time) {
        group
    } else {
        context.store.group_in(&["Running", "ISolation"], call, time)?
    };
    let id = group.instance.id.clone();
    if group.instance.is_expired(time) {
        return Err(Refusal::new(20104, format!("Resource [{id}] has expired")));
    }
    let is_replica = |group: &&Group| group.primary.as_ref() == Some(&id);
    let replica = context.store.groups.iter().find(is_replica);
    if let Some(replica) = replica {
        return Err(Refusal::has_replica(&id, &replica.instance.id));
    }
    context.store.groups.named_mut(call, "GroupId")?.instance.delete(time);
    Ok(Attributes::new())
}

/// Lists groups. Replicas have their own rows. The documented states are fewer than for
/// DescribeUMem; both show the same one.
fn describe(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let groups = context.store.groups.listed(call, "GroupId");
    call.page(groups, |group| group.attributes(context.time))
}

#[cfg(test)]
pub(crate) mod tests {
    use std::time::Duration;

    use serde_json::Value;

    use super::super::order::tests::{ORDER, ordered};
    use crate::coverage::Coverage;

    pub(crate) fn described(run: &mut Coverage, id: &str) -> Value {
        run.first("DescribeURedisGroup", &[("GroupId", id)])
    }

    pub(crate) fn scenario(run: &mut Coverage) {
        let response = run.call("CreateURedisGroup", ORDER);
        let id = response["GroupId"].as_str().unwrap();
        let group = &[("GroupId", id)];
        assert_eq!(described(run, id)["State"], "Creating");
        assert_eq!(run.refused("DeleteURedisGroup", group), 20204);
        run.step();
        assert_eq!(described(run, id)["State"], "Running");
        let elsewhere = &[group[0], ("ProjectId", "org-other")];
        assert_eq!(run.refused("DeleteURedisGroup", elsewhere), 230);
        assert_eq!(run.call("DescribeURedisGroup", elsewhere)["TotalCount"], 0);
        run.call("DeleteURedisGroup", group);
        assert_eq!(described(run, id)["State"], "Deleting");
        run.call("DeleteURedisGroup", group);
        let named = format!("[GroupId] {id} cannot be acted on in state Deleting");
        run.refuses("RestartURedisGroup", group, 20204, &named);
        run.step();
        assert_eq!(run.call("DescribeURedisGroup", group)["TotalCount"], 0);
        // Tools repeat a delete until the list is empty.
        run.call("DeleteURedisGroup", group);
        run.refuses("DeleteURedisGroup", &[group[0], ("ProjectId", "org-other")], 230, "[GroupId]");
    }

    #[test]
    fn what_has_expired_cannot_be_deleted_before_it_is_renewed() {
        let mut run = Coverage::default();
        let month = ordered(&mut run, &[]);
        let hour = ordered(&mut run, &[("ChargeType", "Dynamic")]);
        run.pass(Duration::from_secs(30 * 24 * 60 * 60));
        assert_eq!(run.refused("DeleteURedisGroup", &[("GroupId", &month)]), 20104);
        run.call("DeleteURedisGroup", &[("GroupId", &hour)]);
    }

    #[test]
    fn groups_come_in_pages() {
        let mut run = Coverage::default();
        for id in ["uredis-a", "uredis-b", "uredis-c"] {
            run.seed_group(id, 0);
        }
        let page = run.call("DescribeURedisGroup", &[("Offset", "1"), ("Limit", "1")]);
        assert_eq!(page["TotalCount"], 3);
        assert_eq!(page["DataSet"].as_array().unwrap().len(), 1);
        assert_eq!(page["DataSet"][0]["GroupId"], "uredis-b");
        let elsewhere = run.call("DescribeURedisGroup", &[("Zone", "cn-bj2-02")]);
        assert_eq!(elsewhere["TotalCount"], 0);
    }
}
