//! A proxy in front of a distributed Redis space.

use serde::{Deserialize, Serialize};

use crate::clock::{Moment, Time};
use crate::ids::Ids;
use crate::lifecycle::{Lifecycle, STAYS, Transition};
use crate::refusal::Refusal;
use crate::resize::Resize;
use crate::response::{Attributes, attributes};

const CREATION: Transition = Transition::new(&[("PROXY_CREATING", 1), ("PROXY_NORMAL", STAYS)]);
const RESIZING: Transition =
    Transition::new(&[("PROXY_INIT_RESIZE", 1), ("PROXY_RESIZING", 1), ("PROXY_NORMAL", STAYS)]);
const DELETION: Transition = Transition::new(&[("PROXY_CLOSED", 1)]);

/// Default port of a proxy.
pub(crate) const PORT: i64 = 6379;
/// A proxy of a space.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Proxy {
    /// Id that CreateUDRedisUhproxy returns as `ResourceId` and all others take as `ProxyId`: the
    /// vendor's command-line client passes the one as the other.
    pub(crate) id: String,
    address: String,
    port: i64,
    pub(crate) cores: i64,
    life: Lifecycle,
    resize: Option<Resize>,
}

impl Proxy {
    pub(crate) fn new(cores: i64, port: i64, now: Moment, ids: &mut Ids) -> Self {
        Self {
            id: ids.new_id("uhproxy"),
            address: ids.new_address(),
            port,
            cores,
            life: Lifecycle::since(now, CREATION),
            resize: None,
        }
    }

    pub(crate) fn is_served_at(&mut self, address: &str, port: i64) {
        if (self.port, &*self.address) != (port, address) {
            address.clone_into(&mut self.address);
            self.port = port;
        }
    }

    pub(crate) fn address(&self) -> (&str, i64) {
        (&self.address, self.port)
    }

    pub(crate) fn is_gone(&self, time: Time) -> bool {
        self.life.state(time).is_none()
    }

    /// Applies the orders that are due.
    pub(crate) fn apply_due_orders(&mut self, time: Time) {
        Resize::carry_out(&mut self.resize, &mut self.life, &mut self.cores, time);
    }

    pub(crate) fn next_change(&self, time: Time) -> Option<Moment> {
        Resize::next_change(self.resize.as_ref(), &self.life, time)
    }

    /// Refuses an action that needs it working.
    pub(super) fn expect_normal(&self, time: Time) -> Result<(), Refusal> {
        self.life.expect(&["PROXY_NORMAL"], &self.id, time)
    }

    pub(super) fn delete(&mut self, time: Time) {
        self.life.enter(DELETION, time);
    }

    /// Begins to resize it. The old cores count until the new ones run.
    pub(super) fn resize(&mut self, to: i64, now: Moment) {
        self.resize = Some(Resize::new(now, RESIZING, to));
    }

    /// Returns its attributes in a space that spreads reads like this.
    pub(super) fn attributes(
        &self,
        read_mode: Option<&'static str>,
        high_performance: bool,
        time: Time,
    ) -> Attributes {
        attributes([
            ("ProxyId", self.id.as_str().into()),
            ("ResourceId", self.id.as_str().into()),
            ("Vip", self.address.as_str().into()),
            ("PublicIp", "".into()),
            ("CPU", self.cores.into()),
            ("State", self.life.state(time).into()),
            ("ProxyType", i64::from(high_performance).into()),
            ("SupportReadOnly", read_mode.is_some().into()),
            ("ReadOnly", false.into()),
            ("ReadMode", read_mode.into()),
        ])
    }
}
