//! What every request has in common.

use std::fmt;
use std::time::Duration;

use crate::encode::EncodeForm;
use crate::param::IntoParamValue;
use crate::response::Response;

/// A request of one action, as [`Client::send`](crate::Client::send) takes it.
///
/// Each action has a struct of its own in [`actions`](crate::actions); this trait cannot be implemented outside the
/// crate. An action that this version does not know is called with [`Client::action`](crate::Client::action).
pub trait Request: EncodeForm + Send + Sync + 'static {
    /// What the service answers.
    type Response: Response;

    #[doc(hidden)]
    const ACTION: Action<'static>;

    #[doc(hidden)]
    fn options(&self) -> &Options;
}

/// What a repeated execution of an action does, which decides what a retry may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Effect {
    /// It changes nothing.
    Read,
    /// It leaves the same end state when it is executed again: rename, set, delete.
    Idempotent,
    /// Each execution counts: create, back up, restart, flush.
    NonIdempotent,
}

/// What the client needs to know of an action before it calls it.
#[derive(Clone, Copy, Debug)]
pub struct Action<'a> {
    /// Its name on the wire.
    pub name: &'a str,
    /// What a retry may do.
    pub effect: Effect,
    /// Whether it takes a Region.
    pub region: Presence,
    /// Whether it takes a Zone.
    pub zone: Presence,
    /// The action that shows whether a lost call took effect.
    pub verify: Option<&'a str>,
}

/// Whether an action takes a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It does not know it.
    Absent,
    /// It can do without.
    Optional,
    /// It cannot do without.
    Required,
}

/// The client a request is bound to, and what was said of this one call.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Call<C> {
    client: C,
    options: Options,
}

/// What was said of one call beside its parameters.
#[derive(Clone, Default, PartialEq)]
pub struct Options {
    pub(crate) region: Option<String>,
    pub(crate) zone: Zone,
    pub(crate) project_id: Option<String>,
    /// In the byte order of their names, each once.
    pub(crate) added: Vec<(String, String)>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) max_attempts: Option<u32>,
    /// What cannot be sent of what was added.
    pub(crate) problem: Option<String>,
}

impl fmt::Debug for Options {
    /// Shows the names of what was added, and no values: one of them may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let added: Vec<_> = self.added.iter().map(|(name, _)| name).collect();
        f.debug_struct("Options")
            .field("region", &self.region)
            .field("zone", &self.zone)
            .field("project_id", &self.project_id)
            .field("added", &added)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("deadline", &self.deadline)
            .field("max_attempts", &self.max_attempts)
            .finish_non_exhaustive()
    }
}

/// The zone of one call.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Zone {
    /// The client's.
    #[default]
    Inherited,
    /// None, whatever the client has.
    Left,
    /// This one.
    Set(String),
}

impl<C> Call<C> {
    pub(crate) fn new(client: C) -> Self {
        Self { client, options: Options::default() }
    }

    pub(crate) fn client(&self) -> &C {
        &self.client
    }

    /// The same call on another client; the first is given back.
    #[cfg(feature = "blocking")]
    pub(crate) fn rebind<D>(self, client: D) -> (C, Call<D>) {
        (self.client, Call { client, options: self.options })
    }

    pub(crate) fn options(&self) -> &Options {
        &self.options
    }

    pub(crate) fn options_mut(&mut self) -> &mut Options {
        &mut self.options
    }
}

impl Options {
    /// Adds a parameter by name, with all that its value holds.
    pub(crate) fn param(&mut self, name: &str, value: impl IntoParamValue) {
        value.add(name, self);
    }

    /// Forgets what was added of a list or a structure.
    pub(crate) fn clear_below(&mut self, name: &str) {
        self.added.retain(|(other, _)| {
            !other.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
        });
    }

    /// Adds a pair, in place of one of the same name.
    pub(crate) fn add(&mut self, name: String, value: String) {
        match self.added.binary_search_by(|(other, _)| other.cmp(&name)) {
            Ok(index) => self.added[index].1 = value,
            Err(index) => self.added.insert(index, (name, value)),
        }
    }
}

/// Writes the methods that every request has, for the common rows that its action takes.
macro_rules! common_setters {
    ($($row:ident),* $(,)?) => {
        $(crate::request::common_setters!(@ $row);)*

        /// Adds a parameter by its name on the wire, for what this version of the crate does not know.
        ///
        /// A list becomes `Name.0`, `Name.1`..., a structure `Name.Member`: see [`IntoParamValue`](crate::IntoParamValue). It
        /// takes the place of what was added by the same name, and of the action's own parameter of that name, of a list's entry
        /// by entry. `Action`, `PublicKey`, `SecurityToken` and `Signature` cannot be
        /// added.
        pub fn param(
            mut self,
            name: impl Into<String>,
            value: impl crate::IntoParamValue,
        ) -> Self {
            self.call.options_mut().param(&name.into(), value);
            self
        }

        /// How long one attempt of this call may take. Default: the client's, 65 s.
        pub fn with_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.call.options_mut().attempt_timeout = Some(timeout);
            self
        }

        /// How long this call may take, over all attempts and the pauses between them. Default: the client's, none.
        pub fn with_deadline(mut self, deadline: std::time::Duration) -> Self {
            self.call.options_mut().deadline = Some(deadline);
            self
        }

        /// Sets the most attempts of this call. Default: the client's, 3; 1 never retries.
        ///
        /// Retries also use the [retry budget](crate::guide::errors#limits-of-retries) of the client, which can end a call earlier.
        pub fn with_max_attempts(mut self, attempts: u32) -> Self {
            self.call.options_mut().max_attempts = Some(attempts);
            self
        }
    };
    (@ region) => {
        /// The region of this call. Default: the client's.
        #[doc(alias = "Region")]
        pub fn region(mut self, region: impl Into<String>) -> Self {
            self.call.options_mut().region = Some(region.into());
            self
        }
    };
    (@ zone) => {
        /// The zone of this call. Default: the client's.
        #[doc(alias = "Zone")]
        pub fn zone(mut self, zone: impl Into<String>) -> Self {
            self.call.options_mut().zone = crate::request::Zone::Set(zone.into());
            self
        }

        /// Leaves out the client's zone, for an action that takes the zone as a filter.
        pub fn without_zone(mut self) -> Self {
            self.call.options_mut().zone = crate::request::Zone::Left;
            self
        }
    };
    (@ project_id) => {
        /// The project of this call. Default: the client's, or else the account's default project.
        #[doc(alias = "ProjectId")]
        pub fn project_id(mut self, project_id: impl Into<String>) -> Self {
            self.call.options_mut().project_id = Some(project_id.into());
            self
        }
    };
}

pub(crate) use common_setters;

/// Makes a request one of an action, and writes the methods that send it and show it, async and blocking.
macro_rules! impl_request {
    ($name:ident => $response:ident, $action:ident) => {
        impl<C: Send + Sync + 'static> crate::request::Request for $name<C> {
            type Response = $response;

            const ACTION: crate::request::Action<'static> = $action;

            fn options(&self) -> &crate::request::Options {
                self.call.options()
            }
        }

        impl $name<crate::Client> {
            /// Sends the request.
            pub async fn send(self) -> crate::Result<$response> {
                self.call.client().clone().send(self).await
            }

            /// What [`send`](Self::send) would send, without sending it.
            pub async fn preview(&self) -> crate::Result<crate::Preview> {
                self.call.client().preview(self).await
            }
        }

        impl IntoFuture for $name<crate::Client> {
            type Output = crate::Result<$response>;
            type IntoFuture = crate::transport::BoxFuture<'static, Self::Output>;

            /// Sends the request: `request.await` is `request.send().await`.
            // Compiled where it is called, like the blocking methods below.
            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                Box::pin(self.send())
            }
        }

        #[cfg(feature = "blocking")]
        impl $name<crate::blocking::Client> {
            /// Sends the request.
            // Compiled where it is called: 55 actions cost an application those that it uses.
            #[inline]
            pub fn send(self) -> crate::Result<$response> {
                self.call.client().clone().send(self)
            }

            /// What [`send`](Self::send) would send, without sending it.
            #[inline]
            pub fn preview(&self) -> crate::Result<crate::Preview> {
                self.call.client().preview(self)
            }
        }
    };
}

pub(crate) use impl_request;
