//! Signed form of one attempt.

use super::scope::CallScope;
use crate::credentials::Credentials;
use crate::encode::{EncodeForm, SignedForm, signed_form};
use crate::error::{Error, Result};
use crate::options::{Options, RESERVED};
use crate::request::Action;

/// Writes and signs the parameters of a call; with a bearer token, they are not signed.
///
/// Parameters added by name take the place of others with the same name.
pub(super) fn sign(
    action: &Action<'_>,
    scope: &CallScope<'_>,
    options: &Options,
    request: &dyn EncodeForm,
    credentials: &Credentials,
) -> Result<SignedForm> {
    credentials.check()?;
    if let Some(problem) = &options.problem {
        return Err(Error::invalid_request(problem.clone()));
    }
    if let Some(name) = RESERVED.into_iter().find(|name| options.added_param(name).is_some()) {
        return Err(Error::invalid_request(format!(
            "reserved parameter {name}: the client sets it; remove it from the call"
        )));
    }
    // A bearer token is in place of the key pair: the service refuses a request with both.
    let signing_key = credentials.signing_key();
    // In the byte order of their names.
    let common = [
        ("Action", Some(action.name)),
        ("ProjectId", scope.project_id.or(credentials.project_id())),
        ("PublicKey", signing_key.map(|_| credentials.public_key())),
        ("Region", scope.region),
        ("SecurityToken", credentials.security_token()),
        ("Zone", scope.zone),
    ];
    let mut pairs = [("", ""); 6];
    let mut count = 0;
    for (name, value) in common {
        if let Some(value) = value.filter(|_| options.added_param(name).is_none()) {
            pairs[count] = (name, value);
            count += 1;
        }
    }
    let pairs = &pairs[..count];
    if options.added.is_empty() {
        return signed_form(request, pairs, signing_key);
    }
    let added = options.added.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let mut pairs: Vec<_> = added.chain(pairs.iter().copied()).collect();
    pairs.sort_unstable();
    signed_form(request, &pairs, signing_key)
}

/// Returns the parameters of a request without Action, PublicKey and Signature, in the byte order
/// of their names.
#[cfg(test)]
pub(crate) fn pairs<R: crate::request::Request>(request: &R) -> Vec<(String, String)> {
    let (options, location) = (request.options(), crate::credentials::Location::default());
    let scope = super::scope::Scope::default();
    let scope = scope.resolve(&R::ACTION, options, &location).expect("a scope");
    let credentials = Credentials::new("public", "private");
    let form = sign(&R::ACTION, &scope, options, request, &credentials)
        .expect("the request can be written");
    let pairs = form_urlencoded::parse(form.body()).into_owned();
    pairs
        .filter(|(name, _)| !["Action", "PublicKey", "Signature"].contains(&name.as_str()))
        .collect()
}
