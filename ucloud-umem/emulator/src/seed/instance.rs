//! The instance of a seed.

use super::document::Common;
use crate::clock::{DAY, Moment};
use crate::ids::Ids;
use crate::instance::Instance;
use crate::lifecycle::{Lifecycle, Transition};
use crate::scope::{DEFAULT_PROJECT, REGION, Scope, ZONE};
use ucloud_umem::regions;

impl Common<'_> {
    /// Returns the scope, by default the one of `Emulator::client`.
    pub(super) fn scope(&self) -> Scope {
        let region = self.region.unwrap_or(REGION);
        let first = || {
            let listed = regions::ALL.iter().find(|listed| listed.id == region);
            listed.and_then(|listed| listed.zones.first()).map(|zone| zone.id)
        };
        let zone = match region {
            REGION => Some(ZONE),
            _ => first(),
        };
        Scope {
            project: self.project.unwrap_or(DEFAULT_PROJECT).to_owned(),
            region: region.to_owned(),
            zone: self.zone.or(zone).unwrap_or_default().to_owned(),
        }
    }

    /// Makes the instance. What the seed leaves out comes from the defaults of an order.
    pub(crate) fn instance(
        &self,
        prefix: &str,
        creation: Moment,
        now: Moment,
        ids: &mut Ids,
    ) -> Instance {
        let id = self.id.map_or_else(|| ids.new_id(prefix), str::to_owned);
        let created = self.created.map_or(creation, |when| when.moment(now));
        let life = Lifecycle::since(created, Transition::stays(self.state.unwrap_or("Running")));
        let new = Instance::new(&id, self.scope(), life, created, ids);
        let text = |value: Option<&str>, default: String| value.map_or(default, str::to_owned);
        Instance {
            name: text(self.name, new.name),
            size: self.size_gb.unwrap_or(new.size),
            version: text(self.version, new.version),
            port: self.port.unwrap_or(new.port),
            port_is_ordered: self.port.is_some(),
            slave_zone: text(self.standby_zone, new.slave_zone),
            high_performance: self.high_performance.unwrap_or(new.high_performance),
            password: self.password.cloned().unwrap_or(new.password),
            charge_type: text(self.charge_type, new.charge_type),
            tag: text(self.tag, new.tag),
            vpc_id: text(self.vpc_id, new.vpc_id),
            subnet_id: text(self.subnet_id, new.subnet_id),
            expires: self.expires.map_or_else(|| now.after(DAY * 30), |when| when.moment(now)),
            ..new
        }
    }
}
