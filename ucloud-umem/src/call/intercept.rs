//! Changes of a request before it is signed: default parameters and interceptors.

use std::sync::Arc;

use http::HeaderMap;

use crate::credentials::Credentials;
use crate::encode::{SignedForm, WrittenParameters, signed_form};
use crate::error::{Error, Result};
use crate::interceptor::{InterceptedRequest, Interceptor};
use crate::options::{Options, RESERVED};
use crate::param::IntoParamValue;

/// Default parameters and interceptors of a client.
#[derive(Clone, Default)]
pub(crate) struct Interception {
    /// Each with the name that it was set by: a list or structure has several parameters.
    defaults: Vec<(String, Options)>,
    interceptors: Vec<Arc<dyn Interceptor>>,
}

impl Interception {
    /// Sets a default parameter, in place of one with the same name.
    pub(crate) fn set_default(&mut self, name: &str, value: impl IntoParamValue) {
        let mut options = Options::default();
        options.param(name, value);
        self.defaults.retain(|(other, _)| other != name);
        self.defaults.push((name.to_owned(), options));
    }

    /// Adds an interceptor, which runs after the others.
    pub(crate) fn push(&mut self, interceptor: impl Interceptor) {
        self.interceptors.push(Arc::new(interceptor));
    }

    /// Checks the default parameters.
    pub(crate) fn check(&self) -> Result<()> {
        for (name, options) in &self.defaults {
            let advice = match name.as_str() {
                "Region" => "set it with `ClientBuilder::region`",
                "Zone" => "set it with `ClientBuilder::zone`",
                "ProjectId" => "set it with `ClientBuilder::project_id`",
                name if RESERVED.contains(&name) => "the client sets it; remove it",
                _ => match &options.problem {
                    Some(problem) => return Err(Error::config(problem.clone())),
                    None => continue,
                },
            };
            return Err(Error::config(format!("reserved default parameter {name}: {advice}")));
        }
        Ok(())
    }

    /// Changes a form and its headers. A form that was signed is signed again.
    pub(super) fn apply(
        &self,
        action: &str,
        form: SignedForm,
        headers: &mut HeaderMap,
        credentials: &Credentials,
    ) -> Result<SignedForm> {
        if self.defaults.is_empty() && self.interceptors.is_empty() {
            return Ok(form);
        }
        let mut parameters = WrittenParameters::from_form(&form);
        for (name, options) in &self.defaults {
            if !parameters.has_any_of(name) {
                options.added.iter().for_each(|(name, value)| parameters.set(name, value));
            }
        }
        let mut request = InterceptedRequest::new(action, parameters, headers);
        for interceptor in &self.interceptors {
            interceptor.intercept(&mut request).map_err(|error| {
                Error::invalid_request(format!("request refused by an interceptor: {error}"))
                    .with_source(error)
            })?;
        }
        let parameters = request.into_parameters().map_err(|name| {
            Error::invalid_request(format!(
                "reserved parameter {name} changed by an interceptor: the client sets it; leave it \
                 as it is"
            ))
        })?;
        signed_form(&parameters, &[], credentials.signing_key())
    }
}
