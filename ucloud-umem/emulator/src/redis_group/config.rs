//! Configurations of Redis groups, each for a version of Redis.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use serde_json::{Value, json};

use super::RedisGroups;
use super::settings::KEYS;
use crate::call::Call;
use crate::clock::Moment;
use crate::collection::Resource;
use crate::context::{Behaviour, Context};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::scope::Scope;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<RedisGroups>)] = &[
    ("DescribeURedisConfig", describe),
    ("DescribeURedisVersion", versions),
    ("ModifyURedisConfig", modify),
];

/// The versions of Redis that every zone offers.
pub(crate) const VERSIONS: &[&str] = &["3.0", "3.2", "4.0", "5.0", "6.0", "7.0"];
/// The default configurations, as the pages name them, and the version that each is for.
const DEFAULTS: &[(&str, &str)] = &[
    ("3.0", "03f58ca9-b64d-4bdd-abc7-c6b9a46fd801"),
    ("4.0", "6c9298a3-9d7f-428c-b1d0-e87ab3b8a1ea"),
    ("5.0", "3cdeeb90-dcbf-46e8-95cd-a05d8860a22c"),
    ("6.0", "1d990520-aac8-4e0f-9384-f58611e8eb28"),
    ("7.0", "48dcf534-db41-11ec-a1a6-52670028d520"),
];
/// Creation time of the default configurations: the date in the page's example, in Unix seconds.
const DEFAULTS_MADE: u64 = 1_425_458_755;

/// A configuration that was made of a default one, for one group.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    id: String,
    scope: Scope,
    version: String,
    two_zones: bool,
    created: Moment,
    modified: Moment,
    /// Settings that differ from the default configuration.
    pub(crate) settings: BTreeMap<String, String>,
}

/// It stays when its group is gone: other groups may come to use it.
impl Resource for Config {
    fn id(&self) -> &str {
        &self.id
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }
}

impl Config {
    /// Returns the members that `/_emulator/state` shows.
    pub(crate) fn listing(&self) -> Value {
        json!({
            "id": self.id,
            "version": self.version,
            "project": self.scope.project,
            "region": self.scope.region,
            "zone": self.scope.zone,
            "created": self.created.to_string(),
            "settings": self.settings,
        })
    }

    fn attributes(&self) -> Attributes {
        let settings = self.settings.iter();
        let settings: Vec<_> = settings.map(|(key, value)| format!("{key} {value}")).collect();
        attributes([
            ("ConfigId", self.id.as_str().into()),
            ("Name", format!("redis-{}-{}", self.version, self.id).into()),
            ("Description", settings.join(", ").into()),
            ("Version", self.version.as_str().into()),
            ("Zone", self.scope.zone.as_str().into()),
            ("RegionFlag", self.two_zones.into()),
            ("IsModify", "Modifiable".into()),
            ("State", "Usable".into()),
            ("CreateTime", self.created.unix_seconds().into()),
            ("ModifyTime", self.modified.unix_seconds().into()),
        ])
    }
}

/// Returns the id of the configuration that groups of a version have, unless they are given another
/// one.
///
/// No page names one for 3.2; the vendor's own tests give it that of 3.0.
pub(crate) fn default_for(version: &str) -> &'static str {
    let mut defaults = DEFAULTS.iter().rev();
    let default = defaults.find(|(first, _)| version >= *first);
    default.map_or("", |(_, id)| id)
}

/// Returns true if this is the id of a default configuration.
pub(crate) fn is_default(id: &str) -> bool {
    DEFAULTS.iter().any(|(_, default)| *default == id)
}

/// Refuses a version of Redis that is not on offer.
pub(crate) fn check_version(call: &Call) -> Result<(), Refusal> {
    match call.given("Version") {
        Some(version) if !VERSIONS.contains(&version) => Err(Refusal::unusable("Version", version)),
        _ => Ok(()),
    }
}

/// Returns the version of the configuration in the call, if it has one. Neither a default
/// configuration nor a visible one is an error.
pub(crate) fn version(store: &RedisGroups, call: &Call) -> Result<Option<String>, Refusal> {
    let Some(id) = call.given("ConfigId") else { return Ok(None) };
    let version = match DEFAULTS.iter().find(|(_, default)| *default == id) {
        Some((version, _)) => version,
        None => store.configs.named(call, "ConfigId")?.version.as_str(),
    };
    Ok(Some(version.to_owned()))
}

/// Returns the attributes of a default configuration, which exists in every zone, for groups in one
/// zone and in two.
fn default_attributes((version, id): (&str, &str), call: &Call) -> Attributes {
    attributes([
        ("ConfigId", id.into()),
        ("Name", format!("redis-{version}").into()),
        ("Description", "default-config".into()),
        ("Version", version.into()),
        ("Zone", call.scope().zone.into()),
        ("RegionFlag", call.flag("RegionFlag").into()),
        ("IsModify", "Unmodifiable".into()),
        ("State", "Usable".into()),
        ("CreateTime", DEFAULTS_MADE.into()),
        ("ModifyTime", DEFAULTS_MADE.into()),
    ])
}

fn versions(_: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    call.page(VERSIONS, |version| attributes([("Version", (*version).into())]))
}

/// Lists the default configurations, then those made from them.
fn describe(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let asked = |name, value: &str| call.filter(name).is_none_or(|wanted| wanted == value);
    let defaults = DEFAULTS
        .iter()
        .filter(|(version, id)| asked("Version", version) && asked("ConfigId", id))
        .map(|default| default_attributes(*default, call));
    let made = context.store.configs.listed(call, "ConfigId").filter(|config| {
        asked("Version", &config.version) && config.two_zones == call.flag("RegionFlag")
    });
    call.page(defaults.chain(made.map(Config::attributes)), |row| row)
}

/// Changes a setting. A default configuration stays as it is: the group gets its own copy.
fn modify(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let Context { store, ids, time, .. } = context;
    let (id, key) = (call.required("ConfigId")?, call.required("Key")?);
    let values = KEYS.iter().find(|(known, _)| *known == key);
    let (_, values) = values.ok_or_else(|| Refusal::unusable("Key", key))?;
    let value = call.required("Value")?;
    if !values.have(value) {
        return Err(Refusal::unusable("Value", value));
    }
    let setting = (key.to_owned(), value.to_owned());
    let Some((version, _)) = DEFAULTS.iter().find(|(_, default)| *default == id) else {
        let config = store.configs.named_mut(call, "ConfigId")?;
        config.modified = time.now;
        config.settings.extend([setting]);
        return Ok(Attributes::new());
    };
    let own = ids.new_id("redis-config");
    let group = store.groups.named_mut(call, "GroupId")?;
    if group.config_id != id {
        return Err(Refusal::unusable("ConfigId", id));
    }
    group.config_id.clone_from(&own);
    let scope = group.instance.scope.clone();
    let two_zones = !group.instance.slave_zone.is_empty();
    store.configs.insert(Config {
        id: own,
        scope,
        version: (*version).to_owned(),
        two_zones,
        created: time.now,
        modified: time.now,
        settings: BTreeMap::from([setting]),
    });
    Ok(Attributes::new())
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::{Value, json};

    use super::DEFAULTS;
    use crate::coverage::Coverage;

    type Pair<'a> = (&'a str, &'a str);

    const ONE_ZONE: Pair<'_> = ("RegionFlag", "false");
    const TWO_ZONES: Pair<'_> = ("RegionFlag", "true");
    const DEFAULT: Pair<'_> = ("ConfigId", "6c9298a3-9d7f-428c-b1d0-e87ab3b8a1ea");

    pub(crate) fn scenario(run: &mut Coverage) {
        let offered = run.call("DescribeURedisVersion", &[]);
        let configs = run.call("DescribeURedisConfig", &[ONE_ZONE]);
        for (response, versions) in [
            (&offered, &["3.0", "3.2", "4.0", "5.0", "6.0", "7.0"][..]),
            (&configs, &["3.0", "4.0", "5.0", "6.0", "7.0"]),
        ] {
            let rows = response["DataSet"].as_array().unwrap();
            let listed: Vec<_> = rows.iter().map(|row| &row["Version"]).collect();
            assert_eq!(listed, versions);
            assert_eq!(response["TotalCount"], versions.len());
        }
        run.seed_group("uredis-a", 0);
        run.call("ModifyURedisConfig", &change(DEFAULT.1, "timeout", "60"));
    }

    fn change<'a>(id: &'a str, key: &'a str, value: &'a str) -> [Pair<'a>; 4] {
        let group = ("GroupId", "uredis-a");
        [("ConfigId", id), ("Key", key), ("Value", value), group]
    }

    fn listed(run: &mut Coverage, pairs: &[Pair<'_>]) -> Vec<Value> {
        let response = run.call("DescribeURedisConfig", pairs);
        let rows = response["DataSet"].as_array().unwrap().clone();
        assert_eq!(response["TotalCount"], rows.len());
        rows
    }

    #[test]
    fn default_configurations_are_everywhere_and_are_found_by_version_and_id() {
        let mut run = Coverage::default();
        for (version, id) in DEFAULTS {
            let by_version = listed(&mut run, &[ONE_ZONE, ("Version", version)]);
            assert_eq!(by_version.len(), 1, "{version}");
            assert_eq!(by_version[0]["ConfigId"], *id);
            assert_eq!(listed(&mut run, &[ONE_ZONE, ("ConfigId", id)]), by_version);
        }
        let wrong = [ONE_ZONE, DEFAULT, ("Version", "5.0")];
        assert_eq!(listed(&mut run, &wrong), [Value::Null; 0]);
        let elsewhere = [TWO_ZONES, DEFAULT, ("Region", "hk"), ("Zone", "hk-02")];
        let shown = &listed(&mut run, &elsewhere)[0];
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
        let page = run.call("DescribeURedisConfig", &page);
        assert_eq!((&page["TotalCount"], &page["DataSet"][1]), (&5.into(), &Value::Null));
        assert_eq!(page["DataSet"][0]["Version"], "6.0");
    }

    #[test]
    fn a_version_has_the_configuration_of_the_last_one_that_has_any() {
        for (version, of) in [("3.0", "3.0"), ("3.2", "3.0"), ("4.0", "4.0"), ("7.0", "7.0")] {
            let (_, id) = DEFAULTS.iter().find(|(version, _)| *version == of).unwrap();
            assert_eq!(super::default_for(version), *id, "{version}");
        }
    }

    /// The versions of spaces are those of their shards, which are groups of Redis too.
    #[test]
    fn a_version_that_is_not_listed_cannot_be_ordered() {
        let mut run = Coverage::default();
        let listed = run.call("DescribeURedisVersion", &[]);
        let group = [("Name", "a-group"), ("HighAvailability", "enable")];
        let space = [("Name", "a-space"), ("Size", "8")];
        for (action, order) in [("CreateURedisGroup", group), ("CreateUMemSpace", space)] {
            for row in listed["DataSet"].as_array().unwrap() {
                let version = ("Version", row["Version"].as_str().unwrap());
                run.call(action, &[order[0], order[1], version]);
            }
            for version in ["8.8", "4", "4.00", "redis-4.0"] {
                let pairs = [order[0], order[1], ("Version", version)];
                run.refuses(action, &pairs, 230, "[Version]");
            }
        }
    }

    #[test]
    fn a_group_gets_a_configuration_of_its_own_when_it_is_changed() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 0);
        run.call("ModifyURedisConfig", &change(DEFAULT.1, "timeout", "60"));
        let group = run.first("DescribeURedisGroup", &[("GroupId", "uredis-a")]);
        let own = group["ConfigId"].as_str().unwrap();
        assert_ne!(own, DEFAULT.1);
        let find = [ONE_ZONE, ("ConfigId", own)];
        let shown = &listed(&mut run, &find)[0];
        assert_eq!(
            (&shown["IsModify"], &shown["Version"], &shown["Description"]),
            (&"Modifiable".into(), &"4.0".into(), &"timeout 60".into())
        );
        run.step();
        let policy = change(own, "maxmemory-policy", "allkeys-lru");
        run.call("ModifyURedisConfig", &policy);
        let changed = &listed(&mut run, &find)[0];
        assert_eq!(changed["Description"], "maxmemory-policy allkeys-lru, timeout 60");
        // The default one is as it was, and the group no longer uses it.
        let default = listed(&mut run, &[ONE_ZONE, DEFAULT]);
        assert_eq!(default[0]["Description"], "default-config");
        let again = change(DEFAULT.1, "timeout", "5");
        assert_eq!(run.refused("ModifyURedisConfig", &again), 230);
        assert_eq!(listed(&mut run, &[ONE_ZONE]).len(), 6);
        assert_eq!(listed(&mut run, &[TWO_ZONES]).len(), 5);
    }

    #[test]
    fn a_change_names_what_there_is() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 0);
        for (pairs, ret_code, named) in [
            (change("no-such-id", "timeout", "60"), 230, "[ConfigId]"),
            (change(DEFAULT.1, "no-such-key", "60"), 230, "[Key]"),
            (change(DEFAULT.1, "timeout", "-1"), 230, "[Value]"),
            (change(DEFAULT.1, "maxmemory-policy", "all"), 230, "[Value]"),
            (change(DEFAULT.1, "notify-keyspace-events", "Ko"), 230, "[Value]"),
            (change(DEFAULT.1, "list-max-ziplist-size", "x"), 230, "[Value]"),
            (change(DEFAULTS[0].1, "timeout", "60"), 230, "[ConfigId]"),
        ] {
            run.refuses("ModifyURedisConfig", &pairs, ret_code, named);
        }
        let without_group = &change(DEFAULT.1, "timeout", "60")[..3];
        run.refuses("ModifyURedisConfig", without_group, 220, "[GroupId]");
        assert_eq!(listed(&mut run, &[ONE_ZONE]).len(), 5);
    }
}
