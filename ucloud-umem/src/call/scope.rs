//! Scope: the region, zone and project of a call.

use std::sync::Arc;

use tokio::time::Instant;

use super::deadline::{deadline_error, within};
use crate::credentials::{CredentialsProvider, Location, provider_error};
use crate::error::{Error, Result};
use crate::options::{Options, ZoneOption};
use crate::request::{Action, Presence};

/// Default scope of a client's calls.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    region: Option<Arc<str>>,
    zone: Option<Arc<str>>,
    /// The only region that the zone is for, if it came with one.
    zone_region: Option<Arc<str>>,
    project_id: Option<Arc<str>>,
}

impl Scope {
    /// Makes the scope of one source, whose zone is in its region.
    pub(crate) fn new(region: Option<&str>, zone: Option<&str>, project_id: Option<&str>) -> Self {
        let region: Option<Arc<str>> = region.map(Arc::from);
        Self {
            zone: zone.map(Arc::from),
            zone_region: region.clone(),
            region,
            project_id: project_id.map(Arc::from),
        }
    }

    /// Takes what is not set from another scope.
    pub(crate) fn or(self, other: Self) -> Self {
        let (zone, zone_region) = match self.zone {
            Some(zone) => (Some(zone), self.zone_region),
            None => (other.zone, other.zone_region),
        };
        Self {
            region: self.region.or(other.region),
            zone,
            zone_region,
            project_id: self.project_id.or(other.project_id),
        }
    }

    pub(crate) fn with_region(self, region: &str) -> Self {
        Self { region: Some(region.into()), ..self }
    }

    /// Sets the zone of calls to any region.
    pub(crate) fn with_zone(self, zone: &str) -> Self {
        Self { zone: Some(zone.into()), zone_region: None, ..self }
    }

    pub(crate) fn with_project_id(self, project_id: &str) -> Self {
        Self { project_id: Some(project_id.into()), ..self }
    }

    pub(crate) fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    pub(crate) fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }

    pub(crate) fn project_id(&self) -> Option<&str> {
        self.project_id.as_deref()
    }

    /// Returns the zone of calls to this region.
    pub(crate) fn zone_in(&self, region: Option<&str>) -> Option<&str> {
        let own = self.zone_region.as_deref();
        let is_elsewhere = own.is_some() && region.is_some() && own != region;
        self.zone().filter(|_| !is_elsewhere)
    }

    /// Asks for the location of the credentials, if the call needs a region or zone that nobody
    /// set.
    pub(super) async fn find_location(
        &self,
        provider: &dyn CredentialsProvider,
        action: &Action<'_>,
        options: &Options,
        deadline: Option<Instant>,
    ) -> Result<Location> {
        let own_region = options.region.as_deref().or(self.region());
        let takes = |name: &str, presence| {
            presence != Presence::Absent && options.added_param(name).is_none()
        };
        let region = takes("Region", action.region) && own_region.is_none();
        let zone = takes("Zone", action.zone)
            && matches!(options.zone, ZoneOption::Inherited)
            && self.zone_in(own_region).is_none();
        if !region && !zone {
            return Ok(Location::default());
        }
        let is_required = (region && action.region == Presence::Required)
            || (zone && action.zone == Presence::Required);
        match within(deadline, provider.location()).await {
            Some(Ok(location)) => Ok(location),
            // The call does not fail because of an optional parameter.
            Some(Err(error)) if !is_required => {
                tracing::debug!(%error, "region and zone of the host are not known");
                Ok(Location::default())
            }
            Some(Err(error)) => Err(provider_error(error)),
            None => Err(deadline_error("no region and zone")),
        }
    }

    /// Resolves the scope of a call: its own options come first, then the client, then the
    /// location.
    pub(super) fn resolve<'a>(
        &'a self,
        action: &Action<'_>,
        options: &'a Options,
        location: &'a Location,
    ) -> Result<CallScope<'a>> {
        let find = |name: &str, presence, value: Option<&'a str>| match (presence, value) {
            (Presence::Absent, _) => Ok(None),
            (Presence::Required, None) if options.added_param(name).is_none() => {
                Err(self.missing(name))
            }
            (_, value) => Ok(value),
        };
        let region = options.region.as_deref().or(self.region());
        let found = location.region.as_deref();
        let zone = match &options.zone {
            // A zone belongs to a region.
            ZoneOption::Inherited => self
                .zone_in(region)
                .or(location.zone.as_deref().filter(|_| region.is_none() || region == found)),
            ZoneOption::Omitted => None,
            ZoneOption::Set(zone) => Some(zone.as_str()),
        };
        Ok(CallScope {
            region: find("Region", action.region, region.or(found))?,
            zone: find("Zone", action.zone, zone)?,
            project_id: options.project_id.as_deref().or(self.project_id()),
        })
    }

    /// Makes the error of a call without a required region or zone.
    fn missing(&self, name: &str) -> Error {
        let setter = name.to_lowercase();
        let other = match name {
            "Zone" if self.zone.is_some() => ", and the client's is in another region",
            _ => "",
        };
        Error::invalid_request(format!(
            "missing {name}{other}: set it for the call (`.{setter}(..)`), for the client \
             (`.with_{setter}(..)`) or in the environment (`UCLOUD_{}`)",
            name.to_uppercase()
        ))
    }
}

/// Resolved scope of one call.
pub(super) struct CallScope<'a> {
    pub(super) region: Option<&'a str>,
    pub(super) zone: Option<&'a str>,
    pub(super) project_id: Option<&'a str>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::Effect;

    #[test]
    fn a_zone_of_another_region_is_not_sent_and_the_error_names_the_cause() {
        let scope = Scope::new(Some("cn-bj2"), Some("cn-bj2-05"), None);
        let action = Action {
            name: "ListX",
            effect: Effect::Read,
            region: Presence::Required,
            zone: Presence::Required,
            verify: None,
        };
        let (options, location) = (Options::default(), Location::default());
        let zone = |scope: &Scope| {
            let resolved = scope.resolve(&action, &options, &location);
            resolved.map(|resolved| resolved.zone.map(str::to_owned))
        };
        assert_eq!(zone(&scope).expect("a zone").as_deref(), Some("cn-bj2-05"));
        let error = zone(&scope.with_region("hk")).expect_err("no zone");
        let text = error.to_string();
        assert!(text.contains("missing Zone, and the client's is in another"), "{text}");
    }
}
