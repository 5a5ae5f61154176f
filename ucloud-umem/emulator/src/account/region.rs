//! Regions and zones: all of UCloud's.

use serde_json::Value;

use crate::call::Call;
use crate::context::{Behaviour, Context};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::scope::{REGION, ZONE};
use crate::store::Kinds;
use ucloud_umem::regions;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Kinds>)] = &[("GetRegion", list)];

/// All rights, as UCloud writes them.
const ALL_RIGHTS: &str = "11111111111111111111111111111111";

/// Lists every zone with its region, whatever the call names.
#[expect(clippy::unnecessary_wraps, reason = "it is a `Behaviour`")]
fn list(_: &mut Context<'_, Kinds>, _: &Call) -> Result<Attributes, Refusal> {
    let zones =
        regions::ALL.iter().flat_map(|region| region.zones.iter().map(move |zone| (region, zone)));
    let rows = (1_i64..).zip(zones).map(|(number, (region, zone))| -> Value {
        let row = attributes([
            ("RegionId", number.into()),
            ("RegionName", zone.name.into()),
            ("IsDefault", ((region.id, zone.id) == (REGION, ZONE)).into()),
            ("BitMaps", ALL_RIGHTS.into()),
            ("Region", region.id.into()),
            ("Zone", zone.id.into()),
        ]);
        row.into()
    });
    Ok(attributes([("Regions", rows.collect())]))
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::coverage::Coverage;
    use crate::scope::{REGION, ZONE};
    use ucloud_umem::regions;

    pub(crate) fn scenario(run: &mut Coverage) {
        let response = run.call("GetRegion", &[]);
        let rows = response["Regions"].as_array().unwrap();
        let zones = regions::ALL.iter().map(|region| region.zones.len()).sum::<usize>();
        assert_eq!(rows.len(), zones);
        let defaults: Vec<_> = rows.iter().filter(|row| row["IsDefault"] == true).collect();
        assert_eq!(defaults.len(), 1);
        assert_eq!((&defaults[0]["Region"], &defaults[0]["Zone"]), (&REGION.into(), &ZONE.into()));
        let mut numbers: Vec<_> = rows.iter().map(|row| row["RegionId"].as_i64()).collect();
        numbers.dedup();
        assert_eq!(numbers.len(), zones);
    }
}
