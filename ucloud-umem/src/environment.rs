//! What the process's environment says.

use std::env;
use std::time::Duration;

use crate::builder::Builder;
use crate::credentials::Credentials;
use crate::error::{Error, ErrorKind, Outcome, Result};

type Lookup = dyn Fn(&str) -> Option<std::ffi::OsString>;

/// Variables, wherever they come from.
pub(crate) struct Environment(Box<Lookup>);

impl Environment {
    pub(crate) fn of_process() -> Self {
        Self(Box::new(|name| env::var_os(name)))
    }

    /// Sets the builder as the variables say.
    pub(crate) fn apply(&self, mut builder: Builder) -> Result<Builder> {
        if let Some(credentials) = self.credentials()? {
            builder = builder.credentials(credentials);
        }
        if let Some(region) = self.get("UCLOUD_REGION")? {
            builder = builder.region(region);
        }
        if let Some(zone) = self.get("UCLOUD_ZONE")? {
            builder = builder.zone(zone);
        }
        if let Some(project_id) = self.get("UCLOUD_PROJECT_ID")? {
            builder = builder.project_id(project_id);
        }
        if let Some(base_url) = self.get("UCLOUD_API_BASE_URL")? {
            builder = builder.base_url(base_url);
        }
        if let Some(seconds) = self.get("UCLOUD_TIMEOUT_SECOND")? {
            let timeout = seconds.trim().parse().ok().filter(|seconds| *seconds > 0);
            let timeout = timeout.map(Duration::from_secs).ok_or_else(|| {
                Error::config(
                    "UCLOUD_TIMEOUT_SECOND must be a whole number of seconds above 0",
                )
            })?;
            builder = builder.timeout(timeout);
        }
        Ok(builder)
    }

    /// The key pair, if both halves are there; one without the other is a mistake.
    fn credentials(&self) -> Result<Option<Credentials>> {
        const PUBLIC: &str = "UCLOUD_PUBLIC_KEY";
        const PRIVATE: &str = "UCLOUD_PRIVATE_KEY";
        let missing = |missing, there| {
            let problem = format!("{there} is set and {missing} is not");
            Err(Error::new(ErrorKind::Credentials, Outcome::NotSent, problem))
        };
        let credentials = match (self.get(PUBLIC)?, self.get(PRIVATE)?) {
            (Some(public_key), Some(private_key)) => {
                Credentials::new(public_key, private_key)
            }
            (Some(_), None) => return missing(PRIVATE, PUBLIC),
            (None, Some(_)) => return missing(PUBLIC, PRIVATE),
            (None, None) => return Ok(None),
        };
        let credentials = match self.get("UCLOUD_SECURITY_TOKEN")? {
            Some(token) => credentials.with_security_token(token),
            None => credentials,
        };
        credentials.check()?;
        Ok(Some(credentials))
    }

    /// The variable's value; an empty one counts as not set.
    fn get(&self, name: &str) -> Result<Option<String>> {
        match (self.0)(name).map(std::ffi::OsString::into_string) {
            None => Ok(None),
            Some(Ok(value)) => Ok(Some(value).filter(|value| !value.is_empty())),
            Some(Err(_)) => Err(Error::config(format!("{name} is not UTF-8 text"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Client;
    use crate::testing::Nowhere;

    fn builder() -> Builder {
        Client::builder().transport(Nowhere)
    }

    fn client(variables: &'static [(&'static str, &'static str)]) -> Result<Client> {
        let lookup = |name: &str| {
            variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).into())
        };
        Environment(Box::new(lookup)).apply(builder())?.build()
    }

    #[test]
    fn everything_is_taken() {
        let client = client(&[
            ("UCLOUD_PUBLIC_KEY", "public"),
            ("UCLOUD_PRIVATE_KEY", "private"),
            ("UCLOUD_REGION", "cn-bj2"),
            ("UCLOUD_ZONE", "cn-bj2-05"),
            ("UCLOUD_PROJECT_ID", "org-x"),
            ("UCLOUD_API_BASE_URL", "http://127.0.0.1:1"),
            ("UCLOUD_TIMEOUT_SECOND", "7"),
        ]);
        let client = client.unwrap();
        assert_eq!(client.region(), Some("cn-bj2"));
        assert_eq!(client.zone(), Some("cn-bj2-05"));
        assert_eq!(client.project_id(), Some("org-x"));
        assert_eq!(client.shared().base_url, "http://127.0.0.1:1/");
        assert_eq!(client.shared().attempt_timeout, Duration::from_secs(7));
    }

    #[test]
    fn mistakes_name_the_variable_and_show_no_key() {
        for (variables, kind, word) in [
            (&[][..], ErrorKind::Credentials, "UCLOUD_PUBLIC_KEY"),
            (
                &[("UCLOUD_PUBLIC_KEY", "p")][..],
                ErrorKind::Credentials,
                "UCLOUD_PRIVATE_KEY is not",
            ),
            (
                &[("UCLOUD_PRIVATE_KEY", "hunter2")][..],
                ErrorKind::Credentials,
                "UCLOUD_PUBLIC_KEY is not",
            ),
            (
                &[("UCLOUD_PUBLIC_KEY", "p"), ("UCLOUD_PRIVATE_KEY", "hunter2\n")][..],
                ErrorKind::Credentials,
                "line end",
            ),
            (
                &[("UCLOUD_TIMEOUT_SECOND", "soon")][..],
                ErrorKind::Config,
                "UCLOUD_TIMEOUT_SECOND",
            ),
            (
                &[("UCLOUD_TIMEOUT_SECOND", "0")][..],
                ErrorKind::Config,
                "UCLOUD_TIMEOUT_SECOND",
            ),
        ] {
            let lookup = move |name: &str| {
                variables
                    .iter()
                    .find(|(n, _)| *n == name)
                    .map(|(_, value)| (*value).into())
            };
            let built =
                Environment(Box::new(lookup)).apply(builder()).and_then(Builder::build);
            let error = built.unwrap_err();
            assert_eq!(error.kind(), kind, "{error}");
            assert!(error.to_string().contains(word), "{error}");
            assert!(!format!("{error:?} {error}").contains("hunter2"), "{error:?}");
        }
    }
}
