//! Configurations of Redis groups, and the versions of Redis that they are for.

use super::{Behaviour, Context};
use crate::emulator::call::Call;
use crate::emulator::refusal::Refusal;
use crate::emulator::reply::{Facts, facts};

pub(super) const BEHAVIOURS: &[(&str, Behaviour)] =
    &[("DescribeURedisConfig", describe), ("DescribeURedisVersion", versions)];

/// The versions that every zone offers, and the id of the default configuration of each, as the pages name them.
const DEFAULTS: &[(&str, &str)] = &[
    ("3.0", "03f58ca9-b64d-4bdd-abc7-c6b9a46fd801"),
    ("4.0", "6c9298a3-9d7f-428c-b1d0-e87ab3b8a1ea"),
    ("5.0", "3cdeeb90-dcbf-46e8-95cd-a05d8860a22c"),
    ("6.0", "1d990520-aac8-4e0f-9384-f58611e8eb28"),
    ("7.0", "48dcf534-db41-11ec-a1a6-52670028d520"),
];
/// When the default configurations were made: the date in the page's example, in Unix seconds.
const DEFAULTS_MADE: u64 = 1_425_458_755;

/// A default configuration, which is in every zone, for groups in one zone and in two.
fn default_facts((version, id): (&str, &str), call: &Call) -> Facts {
    facts([
        ("ConfigId", id.into()),
        ("Name", format!("redis-{version}").into()),
        ("Description", "default-config".into()),
        ("Version", version.into()),
        ("Zone", call.place().zone.into()),
        ("RegionFlag", call.flag("RegionFlag").into()),
        ("IsModify", "Unmodifiable".into()),
        ("State", "Usable".into()),
        ("CreateTime", DEFAULTS_MADE.into()),
        ("ModifyTime", DEFAULTS_MADE.into()),
    ])
}

fn versions(_: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    call.page(DEFAULTS.to_vec(), |(version, _)| facts([("Version", version.into())]))
}

fn describe(_: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let asked =
        |name, value: &str| call.filter(name).is_none_or(|wanted| wanted == value);
    let defaults = DEFAULTS
        .iter()
        .filter(|(version, id)| asked("Version", version) && asked("ConfigId", id));
    call.page(defaults.collect(), |default| default_facts(*default, call))
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::{Value, json};

    use super::DEFAULTS;
    use crate::emulator::walk::Walk;

    type Pair<'a> = (&'a str, &'a str);

    const ONE_ZONE: Pair<'_> = ("RegionFlag", "false");
    const TWO_ZONES: Pair<'_> = ("RegionFlag", "true");
    const DEFAULT: Pair<'_> = ("ConfigId", "6c9298a3-9d7f-428c-b1d0-e87ab3b8a1ea");

    pub(crate) fn scenario(walk: &mut Walk) {
        let offered = walk.call("DescribeURedisVersion", &[]);
        let configs = walk.call("DescribeURedisConfig", &[ONE_ZONE]);
        for reply in [&offered, &configs] {
            let rows = reply["DataSet"].as_array().unwrap();
            let versions: Vec<_> = rows.iter().map(|row| &row["Version"]).collect();
            assert_eq!(versions, ["3.0", "4.0", "5.0", "6.0", "7.0"]);
            assert_eq!(reply["TotalCount"], 5);
        }
    }

    fn listed(walk: &mut Walk, pairs: &[Pair<'_>]) -> Vec<Value> {
        let reply = walk.call("DescribeURedisConfig", pairs);
        let rows = reply["DataSet"].as_array().unwrap().clone();
        assert_eq!(reply["TotalCount"], rows.len());
        rows
    }

    #[test]
    fn default_configurations_are_everywhere_and_are_found_by_version_and_id() {
        let mut walk = Walk::default();
        for (version, id) in DEFAULTS {
            let by_version = listed(&mut walk, &[ONE_ZONE, ("Version", version)]);
            assert_eq!(by_version.len(), 1, "{version}");
            assert_eq!(by_version[0]["ConfigId"], *id);
            assert_eq!(listed(&mut walk, &[ONE_ZONE, ("ConfigId", id)]), by_version);
        }
        let wrong = [ONE_ZONE, DEFAULT, ("Version", "5.0")];
        assert_eq!(listed(&mut walk, &wrong), [Value::Null; 0]);
        let elsewhere = [TWO_ZONES, DEFAULT, ("Region", "hk"), ("Zone", "hk-02")];
        let shown = &listed(&mut walk, &elsewhere)[0];
        let expected = json!({
            "ConfigId": DEFAULT.1,
            "Name": "redis-4.0",
            "Description": "default-config",
            "Version": "4.0",
            "Zone": "hk-02",
            "RegionFlag": true,
            "IsModify": "Unmodifiable",
            "State": "Usable",
            "CreateTime": 1_425_458_755,
            "ModifyTime": 1_425_458_755,
        });
        assert_eq!(*shown, expected);
        let page = [ONE_ZONE, ("Offset", "3"), ("Limit", "1")];
        let page = walk.call("DescribeURedisConfig", &page);
        assert_eq!(
            (&page["TotalCount"], &page["DataSet"][1]),
            (&5.into(), &Value::Null)
        );
        assert_eq!(page["DataSet"][0]["Version"], "6.0");
    }
}
