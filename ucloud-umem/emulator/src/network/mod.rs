//! Networks: virtual private clouds (VPCs) and their subnets.
//!
//! Every region of every project has a default VPC with one subnet. Others are seeds.

mod lists;
mod order;

use std::iter;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::call::Call;
use crate::clock::Moment;
#[cfg(test)]
use crate::coverage::Coverage;
use crate::scope::{Scope, home};
use crate::seed::document::VpcSeed;

pub(crate) use lists::BEHAVIOURS;

#[cfg(test)]
pub(crate) const SCENARIOS: &[fn(&mut Coverage)] = &[lists::tests::scenario];

/// The VPC of an order that names none.
pub(crate) const DEFAULT_VPC: &str = "uvnet-emulator";
/// The subnet of an order that names none.
pub(crate) const DEFAULT_SUBNET: &str = "subnet-emulator";
/// Creation time of the default VPC, in seconds since 1970.
const DEFAULT_CREATED: u64 = 1_500_000_000;
/// Business group of every VPC and subnet.
const TAG: &str = "Default";

/// VPCs beside the default one, in all projects and regions.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Networks {
    vpcs: Vec<Vpc>,
}

/// A VPC. Its address range is 10.0.0.0/8.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vpc {
    id: String,
    name: String,
    /// The zone has no meaning: a VPC is in all zones of the region.
    scope: Scope,
    /// Ids of the subnets. The first one has the addresses 10.0.0.0/16, and so on.
    subnets: Vec<String>,
    created: Moment,
}

impl Vpc {
    /// Returns the default VPC of the call's project and region.
    fn default_for(call: &Call) -> Self {
        Self {
            id: DEFAULT_VPC.to_owned(),
            name: "DefaultVPC".to_owned(),
            scope: call.scope(),
            subnets: vec![DEFAULT_SUBNET.to_owned()],
            created: Moment::from_unix_seconds(DEFAULT_CREATED),
        }
    }

    fn is_default(&self) -> bool {
        self.id == DEFAULT_VPC
    }
}

impl Networks {
    /// Returns the VPCs for the listing of all resources; the default ones are left out.
    pub(crate) fn listing(&self) -> Value {
        let rows = self.vpcs.iter().map(|own| {
            let Scope { project, region, .. } = &own.scope;
            json!({
                "id": own.id, "name": own.name, "project": project, "region": region, "subnets": own.subnets,
                "created": own.created.to_string(),
            })
        });
        rows.collect()
    }

    /// Adds a VPC.
    pub(crate) fn seed(&mut self, seed: &VpcSeed, now: Moment) {
        let home = home();
        let scope = Scope {
            project: seed.project.clone().unwrap_or(home.project),
            region: seed.region.clone().unwrap_or(home.region),
            zone: home.zone,
        };
        self.vpcs.push(Vpc {
            id: seed.id.clone(),
            name: seed.name.as_ref().unwrap_or(&seed.id).clone(),
            scope,
            subnets: seed.subnets.clone(),
            created: now,
        });
    }

    /// Returns true if a VPC or a subnet has this id, in any project and region.
    pub(crate) fn has(&self, id: &str) -> bool {
        [DEFAULT_VPC, DEFAULT_SUBNET].contains(&id)
            || self.vpcs.iter().any(|vpc| vpc.id == id || vpc.subnets.iter().any(|own| own == id))
    }

    /// Returns the VPCs in the project and region of a call, the default one first.
    fn seen_by(&self, call: &Call) -> impl Iterator<Item = Vpc> {
        let seen = self.vpcs.iter().filter(|vpc| call.reaches_region(&vpc.scope));
        iter::once(Vpc::default_for(call)).chain(seen.cloned())
    }
}
