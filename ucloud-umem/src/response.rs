//! Parts that all responses share.

use bytes::Bytes;
use http::StatusCode;

use crate::RetCode;
use crate::decode::{self, Counted, DecodeReport, Field, Need, Object, Slot, Value};
use crate::error::{Error, ErrorKind, Outcome, Result};

/// Response of one action; each has its own struct in [`actions`](crate::actions).
pub trait Response: Object + Default + Send + Sync + 'static {
    #[doc(hidden)]
    fn metadata_mut(&mut self) -> &mut Metadata;
}

/// Facts about a response beside its fields.
///
/// That of a response which was not received but made, by `Default` or from JSON, is empty.
#[derive(Clone, Debug, Default)]
pub struct Metadata(Option<Box<Inner>>);

#[derive(Clone)]
struct Inner {
    request_id: Option<String>,
    status: Option<StatusCode>,
    attempts: u32,
    raw: Bytes,
    missing: Counted,
}

impl std::fmt::Debug for Inner {
    /// Leaves out the body, which may hold anything.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Metadata")
            .field("request_id", &self.request_id)
            .field("status", &self.status)
            .field("attempts", &self.attempts)
            .field("raw_bytes", &self.raw.len())
            .field("missing", &self.missing.first())
            .field("missing_count", &self.missing.count())
            .finish()
    }
}

impl Metadata {
    pub(crate) fn received(
        request_id: Option<String>,
        status: StatusCode,
        attempts: u32,
        raw: Bytes,
        missing: Counted,
    ) -> Self {
        Self(Some(Box::new(Inner { request_id, status: Some(status), attempts, raw, missing })))
    }

    fn made(raw: &str, missing: Counted) -> Self {
        let raw = Bytes::copy_from_slice(raw.as_bytes());
        Self(Some(Box::new(Inner { request_id: None, status: None, attempts: 0, raw, missing })))
    }

    /// The id under which the vendor's support finds the call (`X-UCLOUD-REQUEST-UUID`), where the
    /// response named one.
    pub fn request_id(&self) -> Option<&str> {
        self.0.as_ref()?.request_id.as_deref()
    }

    /// The HTTP status; none for a response that was not received.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.as_ref()?.status
    }

    /// Returns the number of attempts; 0 for a response that was not received.
    pub fn attempts(&self) -> u32 {
        self.0.as_ref().map_or(0, |inner| inner.attempts)
    }

    /// The body as it came, members included that this version of the crate does not know.
    pub fn raw(&self) -> &[u8] {
        self.0.as_ref().map_or(&[], |inner| &inner.raw)
    }

    /// Returns the body as JSON. A number that no `f64` holds, such as `1E400`, is its text.
    ///
    /// Fails with kind [`Protocol`](ErrorKind::Protocol) where the body is not JSON, or has more
    /// than 100,000 list entries and structures.
    pub fn json(&self) -> Result<serde_json::Value> {
        let none = || Error::protocol("there is no JSON");
        let text = std::str::from_utf8(self.raw()).map_err(|error| none().with_source(error))?;
        decode::read_json(without_mark(text)).map_err(|error| none().with_source(error))
    }

    pub(crate) fn missing(&self) -> &[String] {
        self.0.as_ref().map_or(&[], |inner| inner.missing.first())
    }

    pub(crate) fn missing_count(&self) -> usize {
        self.0.as_ref().map_or(0, |inner| inner.missing.count())
    }
}

/// Implements a response: its fields, and the methods that every response has.
macro_rules! impl_response {
    ($(#[$attribute:meta])* const FIELDS: $name:ident = $fields:tt;) => {
        impl $name {
            /// Returns request id, HTTP status, number of attempts and the body as received.
            #[inline]
            pub fn metadata(&self) -> &crate::response::Metadata {
                &self.metadata
            }

            /// Returns required fields that the response lacked, such as `DataSet[0].State`; the first 100 of them.
            ///
            /// Each holds its empty value.
            #[inline]
            pub fn missing(&self) -> &[String] {
                self.metadata.missing()
            }

            /// Returns the number of required fields that the response lacked, of which [`missing`](Self::missing) names
            /// the first 100.
            #[inline]
            pub fn missing_count(&self) -> usize {
                self.metadata.missing_count()
            }

            /// Reads a response from JSON, by the same rules as one from the service.
            // Compiled where it is called: 62 responses cost an application those that it uses.
            #[inline]
            pub fn from_json(json: &str) -> crate::Result<Self> {
                crate::response::from_json(json)
            }
        }

        impl crate::response::Response for $name {
            #[inline]
            fn metadata_mut(&mut self) -> &mut crate::response::Metadata {
                &mut self.metadata
            }
        }

        crate::decode::impl_object! {
            $(#[$attribute])*
            const FIELDS: $name = $fields;
        }
        crate::response::serialize!($name);
    };
}

pub(crate) use impl_response;

/// Implements a model: its fields, and the methods that every model has.
macro_rules! impl_model {
    ($(#[$attribute:meta])* const FIELDS: $name:ident = $fields:tt;) => {
        impl $name {
            /// Reads it from JSON, by the same rules as from a response.
            #[inline]
            pub fn from_json(json: &str) -> crate::Result<Self> {
                crate::decode::from_json(json)
            }
        }

        crate::decode::impl_object! {
            $(#[$attribute])*
            const FIELDS: $name = $fields;
        }
        crate::response::serialize!($name);
    };
}

pub(crate) use impl_model;

/// Writes `Serialize` and `Deserialize`, where the feature is on.
macro_rules! serialize {
    ($name:ident) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::serialize::serialize(self, serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::serialize::deserialize(deserializer)
            }
        }
    };
}

pub(crate) use serialize;

/// Writes `Serialize` and `Deserialize` as a value of another type, where the feature is on.
macro_rules! serialize_as {
    ($name:ident, $other:ty, $value:ident => $write:expr, $read:expr) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $value = self;
                serde::Serialize::serialize(&$write, serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <$other as serde::Deserialize>::deserialize(deserializer).map($read)
            }
        }
    };
}

pub(crate) use serialize_as;

/// Reads a response that was not received.
pub(crate) fn from_json<R: Response>(json: &str) -> Result<R> {
    let mut response = R::default();
    let notes = read(json, None, &mut response)?;
    *response.metadata_mut() = Metadata::made(json, notes.missing);
    Ok(response)
}

/// Reads a response's text, to a call of this action; one whose RetCode is not a whole number 0 is
/// an error.
pub(crate) fn read(
    text: &str,
    action: Option<&str>,
    response: &mut dyn Object,
) -> Result<DecodeReport> {
    let mut envelope = Envelope { ret_code: None, message: None, action: None, response };
    let notes = decode::decode(without_mark(text), &mut envelope)?;
    if let (Some(asked), Some(told)) = (action, &envelope.action) {
        if told.strip_suffix("Response").unwrap_or(told) != asked {
            // The name is not shown: it may be anything.
            tracing::warn!(asked, "response names another action");
        }
    }
    match envelope.ret_code {
        Some(Number(0)) => {
            notes.emit();
            match absent(envelope.response) {
                Some(name) => {
                    Err(Error::protocol(format!("invalid response: a success without {name}")))
                }
                None => Ok(notes),
            }
        }
        Some(Number(number)) => {
            let ret_code = RetCode::from(number);
            let message = envelope.message.filter(|message| !message.is_empty());
            let message = message.unwrap_or_else(|| "the service gave no message".to_owned());
            let (kind, outcome) = classify(number);
            Err(Error::new(kind, outcome, message).with_ret_code(ret_code))
        }
        None => Err(Error::protocol("response without a RetCode: expected a whole number")),
    }
}

/// Returns the name of a field that is absent or empty, and that a success must have.
fn absent(response: &mut dyn Object) -> Option<&'static str> {
    let mut fields = response.fields().iter().enumerate();
    let absent = fields.find(|(index, field)| {
        field.need == Need::Present
            && match response.slot(*index) {
                Some(Slot::Scalar(place)) => matches!(place.get(), None | Some(Value::Text(""))),
                _ => true,
            }
    });
    absent.map(|(_, field)| field.name)
}

/// Mark that some services put before a text.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The text without the mark that some services put before it.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// Returns kind and outcome of a RetCode other than 0.
fn classify(ret_code: i64) -> (ErrorKind, Outcome) {
    match ret_code {
        // The gateway gave up on a service that may still be at it.
        110 | 130 | 150 => (ErrorKind::Service, Outcome::Unknown),
        153 => (ErrorKind::Throttled, Outcome::Refused),
        _ => (ErrorKind::Service, Outcome::Refused),
    }
}

/// Fields around those of every response.
struct Envelope<'a> {
    ret_code: Option<Number>,
    message: Option<String>,
    /// Action that the response names.
    action: Option<String>,
    response: &'a mut dyn Object,
}

impl Object for Envelope<'_> {
    fn fields(&self) -> &'static [Field] {
        self.response.fields()
    }

    fn slot(&mut self, index: usize) -> Option<Slot<'_>> {
        match index.checked_sub(self.fields().len()) {
            None => self.response.slot(index),
            Some(0) => Some(Slot::Exact(&mut self.ret_code)),
            Some(1) => Some(Slot::Scalar(&mut self.message)),
            Some(_) => Some(Slot::Scalar(&mut self.action)),
        }
    }

    /// A field of the response that is called like one of the envelope counts more.
    fn further_field(&self, name: &str) -> Option<usize> {
        let own = ["RetCode", "Message", "Action"];
        let index = own.iter().position(|own| *own == name)?;
        Some(self.fields().len() + index)
    }
}

/// A whole number that nothing else passes for: not a fraction, not a boolean.
#[derive(Default)]
struct Number(i64);

decode::scalar!(
    Number,
    value => match value {
        Value::Int(number) => Some(Self(number)),
        Value::Text(text) => text.parse().ok().map(Self),
        _ => None,
    },
    number => Some(Value::Int(number.0))
);
