//! Actions that this crate has no type for.

use std::fmt;

use serde_json::Value;

use crate::call;
use crate::client::Client;
use crate::decode::read_json;
use crate::encode::{EncodeForm, Form};
use crate::error::{Error, Result};
use crate::param::IntoParams;
use crate::presigned;
use crate::preview::{Draft, Preview};
use crate::request::{Action, Call, Effect, Presence, common_setters};
use crate::response::Metadata;
use crate::secret::{HIDDEN, names_a_secret};
use crate::transport::BoxFuture;

/// A call of an action by its name; see [`Client::action`].
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct GenericRequest<C = ()> {
    call: Call<C>,
    name: String,
    effect: Effect,
}

/// The reply of an action that was called by its name.
///
/// `Debug` shows `***` in place of fields whose names say that they are secret, such as `SecretKey`, and in place of the
/// query of presigned addresses.
///
/// With the feature `serde` it is its [`value`](Self::value). Fields whose names say that they are secret are not
/// serialized, presigned addresses are. The metadata of a response that was deserialized is empty.
#[derive(Clone)]
#[non_exhaustive]
pub struct GenericResponse {
    /// The whole response. A number that no `f64` holds, such as `1E400`, is its text.
    pub value: Value,
    metadata: Metadata,
}

impl GenericResponse {
    #[cfg(feature = "serde")]
    pub(crate) fn from_value(value: Value) -> Self {
        Self { value, metadata: Metadata::default() }
    }

    /// Request id, HTTP status, number of attempts and the body as it came.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }
}

impl fmt::Debug for GenericResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GenericResponse")
            .field("value", &shown(&self.value))
            .field("metadata", &self.metadata)
            .finish()
    }
}

/// The value, without fields that are secret by their names, and without the queries of presigned addresses.
fn shown(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| {
                let hidden = names_a_secret(name) && !value.is_null();
                let value = if hidden { HIDDEN.into() } else { shown(value) };
                (presigned::redact(name).into_owned(), value)
            })
            .collect(),
        Value::Array(entries) => entries.iter().map(shown).collect(),
        Value::String(text) => presigned::redact(text).into(),
        other => other.clone(),
    }
}

impl<C> GenericRequest<C> {
    pub(crate) fn on(client: C, name: String) -> Self {
        Self { call: Call::new(client), name, effect: Effect::NonIdempotent }
    }

    /// What a repeated execution does, which decides what a retry may do. Default: it counts.
    pub fn with_effect(mut self, effect: Effect) -> Self {
        self.effect = effect;
        self
    }

    common_setters!(region, zone, project_id);

    /// Adds several parameters at once: pairs, or the members of a JSON object; see [`IntoParams`].
    pub fn params(mut self, params: impl IntoParams) -> Self {
        params.add_all(self.call.options_mut());
        self
    }

    /// What the client needs to know of the action, if it can be one.
    fn action(&self) -> Result<Action<'_>> {
        let name = &self.name;
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            let name = name.escape_debug();
            return Err(Error::invalid_request(format!(
                "\"{name}\" is no name of an action: letters and digits were expected"
            )));
        }
        Ok(Action {
            name,
            effect: self.effect,
            region: Presence::Optional,
            zone: Presence::Optional,
            verify: None,
        })
    }

    /// What is shown of the call on this client, which need not be its own.
    pub(crate) fn draft<'a>(&'a self, client: &'a Client) -> Result<Draft<'a>> {
        let (action, options) = (self.action()?, self.call.options());
        Ok(Draft::new(client, action, options, &NoParameters))
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn client(&self) -> &C {
        self.call.client()
    }

    /// The same call on another client; the first is given back.
    #[cfg(feature = "blocking")]
    pub(crate) fn rebind<D>(
        self,
        client: impl FnOnce(&C) -> D,
    ) -> (C, GenericRequest<D>) {
        let other = client(self.call.client());
        let (client, call) = self.call.rebind(other);
        (client, GenericRequest { call, name: self.name, effect: self.effect })
    }
}

impl GenericRequest<Client> {
    /// Sends the call. Fails where the RetCode is not 0, like every call.
    pub async fn send(self) -> Result<GenericResponse> {
        let action = self.action()?;
        let mut value = Value::Null;
        let client = self.call.client();
        let metadata = call::call(
            client,
            &action,
            self.call.options(),
            &NoParameters,
            &mut |text| {
                let notes =
                    crate::response::read(text, Some(action.name), &mut Anything)?;
                let text = crate::response::without_mark(text);
                value = read_json(text).map_err(|error| {
                    Error::protocol(format!("the reply cannot be read: {error}"))
                })?;
                Ok(notes)
            },
        )
        .await?;
        Ok(GenericResponse { value, metadata })
    }

    /// What [`send`](Self::send) would send, without sending it.
    pub async fn preview(&self) -> Result<Preview> {
        self.draft(self.call.client())?.preview().await
    }
}

impl IntoFuture for GenericRequest<Client> {
    type Output = Result<GenericResponse>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    /// Sends the call: `call.await` is `call.send().await`.
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

/// All parameters of such a call are added by name.
struct NoParameters;

impl EncodeForm for NoParameters {
    fn parameters(&self, _: &mut Form<'_>) {}
}

/// A reply of which nothing is known but its envelope.
#[derive(Default)]
struct Anything;

impl crate::decode::Object for Anything {
    fn member(&mut self, _: &str) -> Option<(usize, crate::decode::Slot<'_>)> {
        None
    }
}
