//! Settings of a client beside its keys.

use std::time::Duration;

/// Settings of one source: environment or profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) region: Option<String>,
    pub(crate) zone: Option<String>,
    pub(crate) project_id: Option<String>,
    pub(crate) base_url: Option<String>,
    /// Source of the base URL, for the error about an invalid one.
    pub(crate) base_url_source: Option<String>,
    pub(crate) allow_plain_http: bool,
    pub(crate) timeout: Option<Duration>,
}

impl Settings {
    /// Fills gaps from other settings.
    ///
    /// A zone belongs to a region: the other zone is left out if the regions differ.
    pub(super) fn or(self, others: Self) -> Self {
        let elsewhere = match (&self.region, &others.region) {
            (Some(region), Some(other)) => region != other,
            _ => false,
        };
        let zone = others.zone.filter(|_| !elsewhere);
        let base_url_source = match self.base_url {
            Some(_) => self.base_url_source,
            None => others.base_url_source,
        };
        Self {
            base_url_source,
            allow_plain_http: self.allow_plain_http || others.allow_plain_http,
            region: self.region.or(others.region),
            zone: self.zone.or(zone),
            project_id: self.project_id.or(others.project_id),
            base_url: self.base_url.or(others.base_url),
            timeout: self.timeout.or(others.timeout),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(region: Option<&str>, zone: Option<&str>) -> Settings {
        let text = |text: Option<&str>| text.map(str::to_owned);
        Settings { region: text(region), zone: text(zone), ..Settings::default() }
    }

    #[test]
    fn a_zone_of_another_region_is_left_out() {
        let profile = || settings(Some("cn-bj2"), Some("cn-bj2-05"));
        assert_eq!(settings(None, None).or(profile()), profile());
        assert_eq!(settings(Some("cn-bj2"), None).or(profile()), profile());
        assert_eq!(settings(Some("hk"), None).or(profile()), settings(Some("hk"), None));
        assert_eq!(
            settings(None, Some("cn-bj2-04")).or(profile()),
            settings(Some("cn-bj2"), Some("cn-bj2-04"))
        );
    }
}
