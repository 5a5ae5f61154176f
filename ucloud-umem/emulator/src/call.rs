//! A call that passed every check, as an action reads it.

use std::ops::RangeInclusive;

use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::action::{ActionSpec, ParameterKind, ParameterSpec};
use crate::check::check_parameters;
use crate::clock::Moment;
use crate::gateway::{self, Parameters};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::scope::{DEFAULT_PROJECT, Scope};
use ucloud_umem::Password;
use ucloud_umem::regions;

/// A call, whose parameters are what the description of its action says. Passwords are among them:
/// it is not to be printed.
pub(crate) struct Call {
    pub(crate) action: &'static ActionSpec,
    parameters: Parameters,
    reach: Reach,
    /// Creation time of the newest resources that lists show; none if they show all.
    newest_listed: Option<Moment>,
}

/// Region, zone and project of a call. They are read once, because lists compare each resource with
/// them.
struct Reach {
    project: String,
    region: String,
    zone: Option<String>,
}

impl Call {
    /// Checks the parameters of a call.
    pub(crate) fn checked(
        action: &'static ActionSpec,
        parameters: Parameters,
    ) -> Result<Self, Refusal> {
        check_parameters(action, &parameters)?;
        gateway::check_scope(&parameters)?;
        let given = |name| parameters.get(name).filter(|text| !text.is_empty()).cloned();
        let reach = Reach {
            project: given("ProjectId").unwrap_or_else(|| DEFAULT_PROJECT.to_owned()),
            region: given("Region").unwrap_or_default(),
            zone: given("Zone"),
        };
        Ok(Self { action, parameters, reach, newest_listed: None })
    }

    /// Hides newer resources from lists.
    pub(crate) fn list_up_to(&mut self, newest: Moment) {
        self.newest_listed = Some(newest);
    }

    /// Returns true if lists show a resource that was created at this time.
    pub(crate) fn lists(&self, created: Moment) -> bool {
        self.newest_listed.is_none_or(|newest| created <= newest)
    }

    /// Returns a parameter as sent, or its documented default. Empty text counts as text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str).or_else(|| self.row(name)?.default)
    }

    /// Returns a parameter that the call itself has and that is not empty, without a default.
    pub(crate) fn given(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// Adds a parameter that follows from others.
    pub(crate) fn set(&mut self, name: &str, value: String) {
        self.parameters.insert(name.to_owned(), value);
    }

    /// Returns the ids of resources in the call, with the names of their parameters.
    pub(crate) fn ids(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.parameters.iter().map(|(name, id)| (name.as_str(), id.as_str()));
        pairs.filter(|(name, id)| name.ends_with("Id") && !id.is_empty())
    }

    fn row(&self, name: &str) -> Option<&'static ParameterSpec> {
        self.action.parameters.iter().find(|row| row.name == name)
    }

    /// Returns a parameter that filters a list, unless it is empty.
    pub(crate) fn filter(&self, name: &str) -> Option<&str> {
        self.text(name).filter(|text| !text.is_empty())
    }

    /// Returns a parameter that the call needs, even if UCloud documents it as optional.
    pub(crate) fn required(&self, name: &str) -> Result<&str, Refusal> {
        self.text(name).ok_or_else(|| Refusal::missing(name))
    }

    /// Returns an integer.
    pub(crate) fn int(&self, name: &str) -> Result<Option<i64>, Refusal> {
        let Some(text) = self.text(name) else { return Ok(None) };
        text.trim().parse().map(Some).map_err(|_| Refusal::unusable(name, text))
    }

    /// Yes or no, in whatever words; no where neither the call nor the page has it.
    pub(crate) fn flag(&self, name: &str) -> bool {
        let kind = self.row(name).map(|row| row.kind);
        match (self.text(name), kind) {
            (Some(text), Some(ParameterKind::Switch(on, _))) => text == on,
            (text, _) => text == Some("true"),
        }
    }

    /// Returns a password, which travels as base64, in plain text: empty, or 6 to 36 visible
    /// characters of ASCII.
    pub(crate) fn password(&self, name: &str) -> Result<Option<Password>, Refusal> {
        self.password_of(name, |c| c.is_ascii_graphic())
    }

    /// Returns a password by the rule for changing one: empty, or 6 to 36 letters, digits, `-` and
    /// `_`.
    pub(crate) fn new_password(&self, name: &str) -> Result<Option<Password>, Refusal> {
        self.password_of(name, is_plain)
    }

    fn password_of(
        &self,
        name: &str,
        allowed: fn(char) -> bool,
    ) -> Result<Option<Password>, Refusal> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let bytes = BASE64_STANDARD.decode(text).ok();
        let plain = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        plain
            .filter(|plain| {
                let fits = plain.is_empty() || (6..=36).contains(&plain.len());
                fits && plain.chars().all(allowed)
            })
            .map(|plain| Some(Password::new(plain)))
            .ok_or_else(|| Refusal::unusable_secret(name))
    }

    /// Returns the values of a list in the order of their indexes, whatever the first index is; or
    /// the one value without an index.
    pub(crate) fn list(&self, name: &str) -> Vec<&str> {
        let mut entries: Vec<(u64, &str)> = self
            .parameters
            .iter()
            .filter_map(|(other, value)| {
                let index = match other.strip_prefix(name)? {
                    "" => 0,
                    rest => rest.strip_prefix('.')?.parse().ok()?,
                };
                Some((index, value.as_str()))
            })
            .collect();
        entries.sort_by_key(|(index, _)| *index);
        entries.into_iter().map(|(_, value)| value).collect()
    }

    /// Returns a positive integer.
    pub(crate) fn positive(&self, name: &str) -> Result<Option<i64>, Refusal> {
        self.within(name, 1..=i64::MAX)
    }

    /// Returns an integer in this range.
    pub(crate) fn within(
        &self,
        name: &str,
        bounds: RangeInclusive<i64>,
    ) -> Result<Option<i64>, Refusal> {
        match self.int(name)? {
            Some(number) if !bounds.contains(&number) => {
                Err(Refusal::unusable(name, &number.to_string()))
            }
            number => Ok(number),
        }
    }

    /// Returns a required integer in this range.
    pub(crate) fn required_within(
        &self,
        name: &str,
        bounds: RangeInclusive<i64>,
    ) -> Result<i64, Refusal> {
        self.within(name, bounds)?.ok_or_else(|| Refusal::missing(name))
    }

    /// Returns a required moment in this range, in seconds since 1970.
    pub(crate) fn required_moment(
        &self,
        name: &str,
        first: Moment,
        last: Moment,
    ) -> Result<i64, Refusal> {
        let [first, last] =
            [first, last].map(|moment| i64::try_from(moment.unix_seconds()).unwrap_or(i64::MAX));
        self.required_within(name, first..=last)
    }

    /// Returns a port to listen on.
    pub(crate) fn port(&self, name: &str) -> Result<Option<i64>, Refusal> {
        self.within(name, 1..=65535)
    }

    /// Returns a count, which may not be negative; `or` if neither the call nor the documentation
    /// has one.
    pub(crate) fn count(&self, name: &str, or: usize) -> Result<usize, Refusal> {
        match self.int(name)? {
            None => Ok(or),
            Some(count) => {
                usize::try_from(count).map_err(|_| Refusal::unusable(name, &count.to_string()))
            }
        }
    }

    /// Returns a text of this length, in characters.
    pub(crate) fn sized(&self, name: &str, length: RangeInclusive<usize>) -> Result<&str, Refusal> {
        let text = self.required(name)?;
        let fits = length.contains(&text.chars().count());
        if fits { Ok(text) } else { Err(Refusal::unusable(name, text)) }
    }

    /// Returns a name of this length, of letters, digits, `-` and `_`.
    pub(crate) fn name(&self, name: &str, length: RangeInclusive<usize>) -> Result<&str, Refusal> {
        let text = self.sized(name, length)?;
        if text.chars().all(is_plain) { Ok(text) } else { Err(Refusal::unusable(name, text)) }
    }

    /// Returns true if a resource is within the call's project, region and, if it names one, zone.
    pub(crate) fn reaches(&self, scope: &Scope) -> bool {
        let is_in_zone = self.reach.zone.as_ref().is_none_or(|zone| *zone == scope.zone);
        is_in_zone && self.reaches_region(scope)
    }

    /// Returns true if a region's resource is within the call's project and region.
    pub(crate) fn reaches_region(&self, scope: &Scope) -> bool {
        self.reach.region == scope.region && self.reach.project == scope.project
    }

    /// Returns the scope of what the call creates: in the first zone of the region if it names
    /// none.
    pub(crate) fn scope(&self) -> Scope {
        let Reach { project, region, zone } = &self.reach;
        let first = || {
            let listed = regions::ALL.iter().find(|listed| listed.id == region);
            let zone = listed.and_then(|listed| listed.zones.first());
            zone.map_or_else(|| format!("{region}-01"), |zone| zone.id.to_owned())
        };
        Scope {
            project: project.clone(),
            region: region.clone(),
            zone: zone.clone().unwrap_or_else(first),
        }
    }

    /// Returns the zone of a standby in another zone of the region; empty without one.
    pub(crate) fn standby_zone(&self) -> Result<&str, Refusal> {
        let Some(zone) = self.given("SlaveZone") else { return Ok("") };
        let scope = self.scope();
        if zone != scope.zone && gateway::has_zone(&scope.region, zone) {
            Ok(zone)
        } else {
            Err(Refusal::unusable("SlaveZone", zone))
        }
    }

    /// Returns the page of a list that the call asks for by `Offset` and `Limit`: `DataSet` and
    /// `TotalCount`.
    ///
    /// Attributes are made of the rows on the page alone; all others are only counted.
    pub(crate) fn page<T>(
        &self,
        rows: impl IntoIterator<Item = T>,
        row: impl Fn(T) -> Attributes,
    ) -> Result<Attributes, Refusal> {
        let (offset, limit) = (self.count("Offset", 0)?, self.count("Limit", usize::MAX)?);
        let mut rows = rows.into_iter();
        let before = rows.by_ref().take(offset).count();
        let page: Vec<Attributes> = rows.by_ref().take(limit).map(row).collect();
        let total = before + page.len() + rows.count();
        Ok(attributes([("DataSet", page.into()), ("TotalCount", total.into())]))
    }
}

/// Returns true for the characters of names and passwords.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Effect, list, optional, required, with_default};

    const ACTION: ActionSpec = ActionSpec {
        effect: Effect::Read,
        name: "ListShard",
        parameters: &[
            required("Region", ParameterKind::Text),
            optional("Zone", ParameterKind::Text),
            optional("ProjectId", ParameterKind::Text),
            with_default("Offset", ParameterKind::Int, "0"),
            with_default("Limit", ParameterKind::Int, "2"),
            optional("BlockIds.N", ParameterKind::Text),
            optional("Backup", ParameterKind::Switch("enable", "disable")),
            with_default("Fast", ParameterKind::Bool, "true"),
            optional("Password", ParameterKind::Base64),
        ],
        response: &[list("DataSet", crate::action::MemberKind::Json)],
        example: None,
    };

    fn call(pairs: &[(&str, &str)]) -> Call {
        let region = [("Region", regions::ALL[0].id)];
        let pairs = region.iter().chain(pairs);
        let pairs = pairs.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Call::checked(&ACTION, pairs.collect()).unwrap()
    }

    #[test]
    fn lists_begin_at_any_number_and_are_in_the_order_of_their_indexes() {
        let values = [("BlockIds.10", "k"), ("BlockIds.2", "c"), ("BlockIds.1", "b")];
        assert_eq!(call(&values).list("BlockIds"), ["b", "c", "k"]);
        assert_eq!(call(&[("BlockIds.0", "a")]).list("BlockIds"), ["a"]);
        assert_eq!(call(&[("BlockIds", "a")]).list("BlockIds"), ["a"]);
        assert_eq!(call(&[]).list("BlockIds"), [""; 0]);
    }

    #[test]
    fn what_is_left_out_has_its_documented_default() {
        let call = call(&[("Backup", "enable")]);
        assert_eq!((call.text("Limit"), call.text("Zone")), (Some("2"), None));
        assert!(call.flag("Fast") && call.flag("Backup") && !call.flag("Zone"));
        let attributes =
            call.page(vec!["a", "b", "c"], |id| attributes([("Id", id.into())])).unwrap();
        assert_eq!(attributes["DataSet"].as_array().unwrap().len(), 2);
        assert_eq!(attributes["TotalCount"], 3);
    }

    #[test]
    fn what_is_given_is_not_the_default() {
        assert_eq!(call(&[]).given("Limit"), None);
        assert_eq!(call(&[("Zone", "")]).given("Zone"), None);
        assert_eq!(call(&[("Limit", "3")]).given("Limit"), Some("3"));
    }

    #[test]
    fn numbers_are_within_their_range() {
        let within = |value| call(&[("Limit", value)]).within("Limit", 0..=23);
        assert_eq!(within("0").unwrap(), Some(0));
        assert_eq!(within("23").unwrap(), Some(23));
        assert_eq!(within("24").unwrap_err().ret_code, 230);
        assert_eq!(within("-1").unwrap_err().ret_code, 230);
    }

    #[test]
    fn the_standby_is_in_another_zone_of_the_region() {
        let region = regions::ALL.iter().find(|region| region.zones.len() > 1).unwrap();
        let elsewhere = regions::ALL.iter().find(|other| other.id != region.id).unwrap();
        let [first, second, ..] = region.zones else { panic!("it has two") };
        let scope = [("Region", region.id), ("Zone", first.id)];
        let of = |zone| {
            let pairs = [scope[0], scope[1], ("SlaveZone", zone)];
            let zone = call(&pairs).standby_zone().map(str::to_owned);
            zone.map_err(|refusal| refusal.message)
        };
        assert_eq!(of("").as_deref(), Ok(""));
        assert_eq!(of(second.id).as_deref(), Ok(second.id));
        assert!(of(first.id).unwrap_err().contains("[SlaveZone]"));
        assert!(of(elsewhere.zones[0].id).unwrap_err().contains("[SlaveZone]"));
    }

    #[test]
    fn a_password_has_6_to_36_plain_characters() {
        let of = |plain: &str| {
            let text = BASE64_STANDARD.encode(plain);
            call(&[("Password", &text)]).new_password("Password")
        };
        for plain in ["abc_-9", &"x".repeat(36), ""] {
            assert_eq!(of(plain).unwrap().unwrap().reveal(), plain);
        }
        for plain in ["abc_-", &"x".repeat(37), "with a space", "\u{fc}bungen"] {
            let refusal = of(plain).unwrap_err();
            assert_eq!((refusal.ret_code, refusal.message.contains(plain)), (230, false));
        }
    }

    #[test]
    fn an_empty_password_is_one_and_bad_ones_are_not_repeated() {
        assert_eq!(call(&[]).password("Password").unwrap(), None);
        let of = |text| call(&[("Password", text)]).password("Password");
        assert_eq!(of("").unwrap(), Some(Password::new("")));
        assert_eq!(of("UGFzc3dvcmQx").unwrap(), Some(Password::new("Password1")));
        let refusal = of("//8=").unwrap_err();
        assert_eq!((refusal.ret_code, refusal.message.contains("//8=")), (230, false));
    }

    #[test]
    fn numbers_keep_within_their_bounds() {
        let limit = |text| call(&[("Limit", text)]);
        assert_eq!(limit("3").within("Limit", 1..=3).unwrap(), Some(3));
        assert_eq!(call(&[]).within("Zone", 1..=3).unwrap(), None);
        for text in ["0", "4"] {
            let refusal = limit(text).within("Limit", 1..=3).unwrap_err();
            assert!(refusal.message.contains("[Limit]"), "{}", refusal.message);
        }
        assert_eq!(call(&[]).required_within("Port", 1..=3).unwrap_err().ret_code, 220);
        assert!(limit("65535").port("Limit").is_ok() && limit("65536").port("Limit").is_err());
    }

    #[test]
    fn a_new_password_keeps_the_rule_or_is_empty() {
        for (plain, good) in [
            ("", true),
            ("short", false),
            ("shorty", true),
            (&"x".repeat(36), true),
            (&"x".repeat(37), false),
            ("a-b_c1", true),
            ("Passw@rd", false),
            ("Passwörter", false),
        ] {
            let password = BASE64_STANDARD.encode(plain);
            let password = call(&[("Password", &password)]).new_password("Password");
            assert_eq!(password.is_ok(), good, "{plain}");
            if let Err(refusal) = password {
                assert_eq!(refusal.ret_code, 230);
                assert!(!refusal.message.contains(plain), "{}", refusal.message);
            }
        }
        assert_eq!(call(&[]).new_password("Password").unwrap(), None);
    }

    #[test]
    fn another_project_region_or_zone_is_out_of_reach() {
        let region = &regions::ALL[0];
        let scope = call(&[]).scope();
        assert_eq!(scope.project, DEFAULT_PROJECT);
        assert_eq!(scope.zone, region.zones[0].id);
        assert!(call(&[("Zone", ""), ("ProjectId", DEFAULT_PROJECT)]).reaches(&scope));
        assert!(!call(&[("ProjectId", "org-other")]).reaches(&scope));
        let elsewhere = Scope { zone: "elsewhere".to_owned(), ..scope.clone() };
        assert!(call(&[]).reaches(&elsewhere));
        assert!(!call(&[("Zone", region.zones[0].id)]).reaches(&elsewhere));
        let elsewhere = Scope { region: "elsewhere".to_owned(), ..scope };
        assert!(!call(&[]).reaches(&elsewhere));
    }
}
