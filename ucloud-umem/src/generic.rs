//! Actions without a type of this crate, called by name.

use std::fmt;

use serde_json::{Map, Value};

use crate::call::Draft;
use crate::client::Client;
use crate::decode::read_json;
use crate::encode::{EncodeForm, Form};
use crate::error::{Error, Result};
use crate::presigned;
use crate::preview::Preview;
use crate::request::{Action, Call, Effect, Presence, common_setters};
use crate::response::{self, Metadata};
use crate::secret::{HIDDEN, names_a_secret};
use crate::transport::BoxFuture;

/// Request of an action by its name; see [`Client::action`].
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct GenericRequest<C = ()> {
    call: Call<C>,
    name: String,
    effect: Effect,
}

/// Response of an action that was called by its name.
///
/// `Debug` shows `***` in place of fields with secret names, such as `SecretKey`, and in place of
/// the query of presigned addresses.
///
/// With the feature `serde`, it serializes as its [`value`](Self::value), without fields with
/// secret names and without the queries of presigned addresses. The metadata of a deserialized
/// response is empty.
#[derive(Clone)]
#[non_exhaustive]
pub struct GenericResponse {
    /// Whole response. A number that does not fit into `f64`, such as `1E400`, is its text.
    pub value: Value,
    metadata: Metadata,
}

impl GenericResponse {
    /// Returns request id, HTTP status, number of attempts and the unchanged body.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }
}

impl fmt::Debug for GenericResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GenericResponse")
            .field("value", &redact(&self.value, Some(HIDDEN)))
            .field("metadata", &self.metadata)
            .finish()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for GenericResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        redact(&self.value, None).serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for GenericResponse {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        if value.is_object() {
            return Ok(Self { value, metadata: Metadata::default() });
        }
        Err(serde::de::Error::custom("invalid response: expected an object"))
    }
}

/// Replaces the queries of presigned addresses by `***`, and fields with secret names by a text;
/// without a text, these fields are left out.
fn redact(value: &Value, secret: Option<&str>) -> Value {
    match value {
        Value::Object(members) => {
            // Not collected: that sorts first, and a sort takes long to compile.
            let mut shown = Map::new();
            for (name, value) in members {
                let hidden = names_a_secret(name) && !value.is_null();
                let value = match secret {
                    None if hidden => continue,
                    Some(text) if hidden => text.into(),
                    _ => redact(value, secret),
                };
                shown.insert(presigned::redact(name).into_owned(), value);
            }
            Value::Object(shown)
        }
        Value::Array(entries) => entries.iter().map(|entry| redact(entry, secret)).collect(),
        Value::String(text) => presigned::redact(text).into(),
        other => other.clone(),
    }
}

impl Client {
    /// Calls any action of any UCloud product by its name, signed and retried like all others.
    ///
    /// It is treated as non-idempotent unless you set [`with_effect`](GenericRequest::with_effect).
    ///
    /// ```no_run
    /// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
    /// use ucloud_umem::Effect;
    ///
    /// let response = client
    ///     .action("DescribeUHostInstance")
    ///     .param("Limit", 10)
    ///     .with_effect(Effect::Read)
    ///     .send()
    ///     .await?;
    /// println!("{}", response.value["TotalCount"]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn action(&self, name: impl Into<String>) -> GenericRequest<Self> {
        GenericRequest::new(self.clone(), name.into())
    }
}

impl<C> GenericRequest<C> {
    pub(crate) fn new(client: C, name: String) -> Self {
        Self { call: Call::new(client), name, effect: Effect::NonIdempotent }
    }

    /// Sets the effect of executing the action again, which decides about retries. Default:
    /// non-idempotent.
    pub fn with_effect(mut self, effect: Effect) -> Self {
        self.effect = effect;
        self
    }

    common_setters!(region, zone, project_id);

    /// Adds the members of a JSON object as parameters, like [`param`](Self::param).
    ///
    /// ```no_run
    /// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
    /// use serde_json::json;
    ///
    /// let request = client.action("CreateUHostInstance").params(json!({
    ///     "Name": "web-1",
    ///     "Disks": [{ "IsBoot": true, "Size": 20 }, { "IsBoot": false, "Size": 100 }],
    /// }));
    /// println!("{}", request.send().await?.value);
    /// # Ok(())
    /// # }
    /// ```
    pub fn params(mut self, object: impl Into<Value>) -> Self {
        let options = self.call.options_mut();
        if let Value::Object(members) = object.into() {
            members.into_iter().for_each(|(name, value)| options.param(&name, value));
        } else {
            options.problem = Some("invalid parameters: expected a JSON object".to_owned());
        }
        self
    }

    /// Returns the facts about the action. Fails if the name is not valid.
    fn action(&self) -> Result<Action<'_>> {
        let name = &self.name;
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            let name = name.escape_debug();
            return Err(Error::invalid_request(format!(
                "invalid action name \"{name}\": expected ASCII letters and digits"
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

    /// Returns the call on this client, which can be sent or previewed.
    pub(crate) fn draft<'a>(&'a self, client: &'a Client) -> Result<Draft<'a>> {
        Ok(client.draft(self.action()?, self.call.options(), &NoParameters))
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn client(&self) -> &C {
        self.call.client()
    }

    /// Moves the call to another client, and returns the first one.
    #[cfg(feature = "blocking")]
    pub(crate) fn rebind<D>(self, client: impl FnOnce(&C) -> D) -> (C, GenericRequest<D>) {
        let other = client(self.call.client());
        let (client, call) = self.call.rebind(other);
        (client, GenericRequest { call, name: self.name, effect: self.effect })
    }
}

impl GenericRequest<Client> {
    /// Sends the request. Like every call, it fails if the RetCode is not 0.
    pub async fn send(self) -> Result<GenericResponse> {
        let draft = self.draft(self.call.client())?;
        let mut value = Value::Null;
        let mut read = |text: &str| {
            let report = response::read(text, Some(draft.action.name), &mut Anything)?;
            value = read_json(response::without_mark(text))
                .map_err(|error| Error::protocol(format!("invalid response: {error}")))?;
            Ok(report)
        };
        let metadata = draft.send(&mut read).await?;
        Ok(GenericResponse { value, metadata })
    }

    /// Returns what [`send`](Self::send) would send, without sending it.
    pub async fn preview(&self) -> Result<Preview> {
        self.call.client().show(&self.draft(self.call.client())?).await
    }
}

impl IntoFuture for GenericRequest<Client> {
    type Output = Result<GenericResponse>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    /// Sends the request: `request.await` is `request.send().await`.
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

/// Form of a request whose parameters are all added by name.
struct NoParameters;

impl EncodeForm for NoParameters {
    fn parameters(&self, _: &mut Form<'_>) {}
}

/// Response without known fields except RetCode and message.
#[derive(Default)]
struct Anything;

impl crate::decode::Object for Anything {}
