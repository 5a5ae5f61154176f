//! What a client can be told beside its keys, wherever it is told.

use std::time::Duration;

use crate::builder::ClientBuilder;

/// Where calls go and how long they may take, as far as one place says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Settings {
    pub(super) region: Option<String>,
    pub(super) zone: Option<String>,
    pub(super) project_id: Option<String>,
    pub(super) base_url: Option<String>,
    /// The place that sets the base URL, for the error about a wrong one.
    pub(super) base_url_source: Option<String>,
    pub(super) allow_plain_http: bool,
    pub(super) timeout: Option<Duration>,
}

impl Settings {
    /// These, and the others where these say nothing.
    ///
    /// A zone belongs to a region: one of the others is left out where these name another region.
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

    /// Sets the builder so; what is not said stays as it was.
    pub(super) fn apply(self, mut builder: ClientBuilder) -> ClientBuilder {
        if let Some(zone) = self.zone {
            builder = builder.zone_of(self.region.clone(), zone);
        }
        if let Some(region) = self.region {
            builder = builder.region(region);
        }
        if let Some(project_id) = self.project_id {
            builder = builder.project_id(project_id);
        }
        if let Some(base_url) = self.base_url {
            builder = builder.base_url_from(base_url, self.base_url_source);
        }
        if self.allow_plain_http {
            builder = builder.allow_plain_http();
        }
        if let Some(timeout) = self.timeout {
            builder = builder.timeout(timeout);
        }
        builder
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(region: Option<&str>, zone: Option<&str>) -> Settings {
        let text = |text: Option<&str>| text.map(str::to_owned);
        Settings { region: text(region), zone: text(zone), ..Settings::default() }
    }

    #[test]
    fn a_zone_of_another_region_is_left_out() {
        let profile = || of(Some("cn-bj2"), Some("cn-bj2-05"));
        assert_eq!(of(None, None).or(profile()), profile());
        assert_eq!(of(Some("cn-bj2"), None).or(profile()), profile());
        assert_eq!(of(Some("hk"), None).or(profile()), of(Some("hk"), None));
        assert_eq!(
            of(None, Some("cn-bj2-04")).or(profile()),
            of(Some("cn-bj2"), Some("cn-bj2-04"))
        );
    }
}
