//! Changes that ResizeURedisGroup can make besides the size.

use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::clock::Moment;
use crate::instance::Instance;

/// Changes that are ordered together with a size.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Conversion {
    charge_type: Option<String>,
    standby: Option<bool>,
    high_performance: Option<bool>,
}

impl Conversion {
    /// Reads the order of a call.
    pub(super) fn ordered(call: &Call) -> Self {
        let high_performance = call.given("HighPerformance");
        Self {
            charge_type: call.given("ChargeType").map(str::to_owned),
            standby: call.given("Type").map(|kind| kind == "double"),
            high_performance: high_performance.map(|_| call.flag("HighPerformance")),
        }
    }

    /// Changes a group at the end of its change of size.
    pub(super) fn carry_out(self, instance: &mut Instance, standby: &mut bool, end: Moment) {
        if let Some(charge_type) = self.charge_type {
            instance.pay_by(charge_type, end);
        }
        *standby = self.standby.unwrap_or(*standby);
        if let Some(high_performance) = self.high_performance {
            instance.high_performance = high_performance;
        }
    }
}
