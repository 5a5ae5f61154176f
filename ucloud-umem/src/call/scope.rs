//! Where a call goes, and the form that takes it there.

use crate::client::Client;
use crate::credentials::{Credentials, Location};
use crate::encode::{EncodeForm, SignedForm, signed_form};
use crate::error::{Error, Result};
use crate::request::{Action, Options, Presence, Zone};

/// Where a call goes.
pub(crate) struct Scope<'a> {
    region: Option<&'a str>,
    zone: Option<&'a str>,
    project_id: Option<&'a str>,
}

impl<'a> Scope<'a> {
    pub(crate) fn of(
        client: &'a Client,
        action: &Action<'_>,
        options: &'a Options,
        location: &'a Location,
    ) -> Result<Self> {
        let added = |name: &str| options.added.iter().any(|(added, _)| added == name);
        let find = |name: &str, presence, value: Option<&'a str>| match (presence, value)
        {
            (Presence::Absent, _) => Ok(None),
            (Presence::Required, None) if !added(name) => {
                let setter = name.to_lowercase();
                let other = match name {
                    "Zone" if client.zone_in(None).is_some() => {
                        ", and the client's is in another region"
                    }
                    _ => "",
                };
                Err(Error::invalid_request(format!(
                    "it needs a {name}{other}: give it to the call (`.{setter}(..)`), to the client \
                     (`.with_{setter}(..)`) or to the environment (`UCLOUD_{}`)",
                    name.to_uppercase()
                )))
            }
            (_, value) => Ok(value),
        };
        let region = options.region.as_deref().or(client.region());
        let found = location.region.as_deref();
        let zone = match &options.zone {
            // A zone belongs to a region.
            Zone::Inherited => client.zone_in(region).or(location
                .zone
                .as_deref()
                .filter(|_| region.is_none() || region == found)),
            Zone::Left => None,
            Zone::Set(zone) => Some(zone.as_str()),
        };
        Ok(Self {
            region: find("Region", action.region, region.or(found))?,
            zone: find("Zone", action.zone, zone)?,
            project_id: options.project_id.as_deref().or(client.project_id()),
        })
    }

    pub(crate) fn sign(
        &self,
        action: &Action<'_>,
        options: &Options,
        request: &dyn EncodeForm,
        credentials: &Credentials,
    ) -> Result<SignedForm> {
        credentials.check()?;
        if let Some(problem) = &options.problem {
            return Err(Error::invalid_request(problem.clone()));
        }
        let common = [
            ("Action", Some(action.name)),
            ("ProjectId", self.project_id.or(credentials.project_id())),
            ("PublicKey", Some(credentials.public_key())),
            ("Region", self.region),
            ("SecurityToken", credentials.security_token()),
            ("Zone", self.zone),
        ];
        let mut others = Vec::with_capacity(common.len() + options.added.len());
        for (name, value) in &options.added {
            if matches!(
                name.as_str(),
                "Action" | "PublicKey" | "SecurityToken" | "Signature"
            ) {
                return Err(Error::invalid_request(format!(
                    "{name} cannot be added by name"
                )));
            }
            others.push((name.as_str(), value.as_str()));
        }
        for (name, value) in common {
            let Some(value) = value else { continue };
            // What is added by name wins.
            if let Err(index) = others.binary_search_by(|(other, _)| (*other).cmp(name))
            {
                others.insert(index, (name, value));
            }
        }
        signed_form(request, &others, credentials.private_key())
    }
}

/// The pairs that a request sends, without its signature.
#[cfg(test)]
pub(crate) fn pairs_of<R: crate::request::Request>(
    client: &Client,
    request: &R,
) -> Vec<(String, String)> {
    let location = Location::default();
    let scope =
        Scope::of(client, &R::ACTION, request.options(), &location).expect("a scope");
    let credentials = Credentials::new("public", "private");
    let form = scope
        .sign(&R::ACTION, request.options(), request, &credentials)
        .expect("the request can be written");
    let pairs = form_urlencoded::parse(form.body()).into_owned();
    pairs.filter(|(name, _)| name != "Signature").collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::Effect;

    #[test]
    fn a_zone_of_another_region_is_not_sent_and_the_error_says_so() {
        let builder = Client::builder()
            .credentials(Credentials::new("public", "private"))
            .transport(crate::transport::replies([""; 0]))
            .region("cn-bj2")
            .zone_of(Some("cn-bj2".to_owned()), "cn-bj2-05".to_owned());
        let client = builder.build().expect("a client");
        let action = Action {
            name: "ListX",
            effect: Effect::Read,
            region: Presence::Required,
            zone: Presence::Required,
            verify: None,
        };
        let (options, location) = (Options::default(), Location::default());
        let of = |client: &Client| {
            let scope = Scope::of(client, &action, &options, &location);
            scope.map(|scope| scope.zone.map(str::to_owned))
        };
        assert_eq!(of(&client).expect("a zone").as_deref(), Some("cn-bj2-05"));
        let error = of(&client.with_region("hk")).expect_err("no zone");
        let text = error.to_string();
        assert!(text.contains("needs a Zone, and the client's is in another"), "{text}");
    }
}
