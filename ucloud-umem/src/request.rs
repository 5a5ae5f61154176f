//! Requests: the trait, and the parts that all of them have.

use crate::encode::EncodeForm;
use crate::options::Options;
use crate::response::Response;

/// Request of one action, for [`Client::send`](crate::Client::send).
///
/// Each action has its own struct in [`actions`](crate::actions). You cannot implement this trait.
/// Call an action that this version does not know with [`Client::action`](crate::Client::action).
pub trait Request: EncodeForm + Send + Sync + 'static {
    /// Response of the action.
    type Response: Response;

    #[doc(hidden)]
    const ACTION: Action<'static>;

    #[doc(hidden)]
    fn options(&self) -> &Options;

    #[doc(hidden)]
    fn options_mut(&mut self) -> &mut Options;
}

/// Effect of executing an action again, which decides about retries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Effect {
    /// Changes nothing.
    Read,
    /// Leaves the same state when executed again: rename, set, delete.
    Idempotent,
    /// Does something new each time: create, back up, restart, flush.
    NonIdempotent,
}

/// Facts about an action that a call needs.
#[derive(Clone, Copy, Debug)]
pub struct Action<'a> {
    /// Name on the wire.
    pub name: &'a str,
    /// Effect of executing it again.
    pub effect: Effect,
    /// Presence of the parameter Region.
    pub region: Presence,
    /// Presence of the parameter Zone.
    pub zone: Presence,
    /// Action that shows if a call with an unknown outcome took effect.
    pub verify: Option<&'a str>,
}

/// Presence of a parameter in the documentation of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Not a parameter of the action.
    Absent,
    /// Optional parameter.
    Optional,
    /// Required parameter.
    Required,
}

/// Client of a request, and the options of this call.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Call<C> {
    client: C,
    options: Options,
}

impl<C> Call<C> {
    pub(crate) fn new(client: C) -> Self {
        Self { client, options: Options::default() }
    }

    pub(crate) fn client(&self) -> &C {
        &self.client
    }

    /// Moves the call to another client, and returns the first one.
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

/// Writes the methods that every request has, for the common parameters that its action takes.
macro_rules! common_setters {
    ($($row:ident),* $(,)?) => {
        $(crate::request::common_setters!(@ $row);)*

        /// Adds a parameter by its name on the wire, if this version of the crate does not know it.
        ///
        /// A list becomes `Name.0`, `Name.1`..., a structure `Name.Member`: see [`IntoParamValue`](crate::IntoParamValue). It
        /// replaces a parameter of the same name that was added before, and the action's own parameter of that name; of a
        /// list, entry by entry. `Action`, `PublicKey`, `SecurityToken` and `Signature` cannot be added.
        pub fn param(
            mut self,
            name: impl Into<String>,
            value: impl crate::IntoParamValue,
        ) -> Self {
            self.call.options_mut().param(&name.into(), value);
            self
        }

        /// Sets the time limit of one attempt of this call. Default: the client's, 65 s.
        pub fn with_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.call.options_mut().attempt_timeout = Some(timeout);
            self
        }

        /// Sets the time limit of this call, over all attempts and the pauses between them. Default: the client's, none.
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
        /// Sets the region of this call. Default: the client's.
        #[doc(alias = "Region")]
        pub fn region(mut self, region: impl Into<String>) -> Self {
            self.call.options_mut().region = Some(region.into());
            self
        }
    };
    (@ zone) => {
        /// Sets the zone of this call. Default: the client's.
        #[doc(alias = "Zone")]
        pub fn zone(mut self, zone: impl Into<String>) -> Self {
            self.call.options_mut().zone = crate::options::ZoneOption::Set(zone.into());
            self
        }

        /// Leaves out the client's zone, for an action that takes the zone as a filter.
        pub fn without_zone(mut self) -> Self {
            self.call.options_mut().zone = crate::options::ZoneOption::Omitted;
            self
        }
    };
    (@ project_id) => {
        /// Sets the project of this call. Default: the client's, or else the account's default project.
        #[doc(alias = "ProjectId")]
        pub fn project_id(mut self, project_id: impl Into<String>) -> Self {
            self.call.options_mut().project_id = Some(project_id.into());
            self
        }
    };
}

pub(crate) use common_setters;

/// Implements `Request`, and the methods that send a request and show it, async and blocking.
macro_rules! impl_request {
    ($name:ident => $response:ident, $action:ident) => {
        impl<C: Send + Sync + 'static> crate::request::Request for $name<C> {
            type Response = $response;

            const ACTION: crate::request::Action<'static> = $action;

            fn options(&self) -> &crate::options::Options {
                self.call.options()
            }

            fn options_mut(&mut self) -> &mut crate::options::Options {
                self.call.options_mut()
            }
        }

        impl $name<crate::Client> {
            /// Sends the request.
            // An `async fn` would be compiled, and checked for `Send`, for each action. This is compiled where it is called.
            #[inline]
            pub fn send(self) -> impl Future<Output = crate::Result<$response>> + Send {
                crate::Client::send_owned(self, |request| request.call.client())
            }

            /// Returns what [`send`](Self::send) would send, without sending it.
            #[inline]
            pub fn preview(&self) -> impl Future<Output = crate::Result<crate::Preview>> + Send {
                self.call.client().preview(self)
            }
        }

        impl IntoFuture for $name<crate::Client> {
            type Output = crate::Result<$response>;
            type IntoFuture = crate::transport::BoxFuture<'static, Self::Output>;

            /// Sends the request: `request.await` is `request.send().await`.
            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                Box::pin(self.send())
            }
        }

        #[cfg(feature = "blocking")]
        impl $name<crate::blocking::Client> {
            /// Sends the request.
            // Compiled where it is called: 62 actions cost an application those that it uses.
            #[inline]
            pub fn send(self) -> crate::Result<$response> {
                self.call.client().clone().send(self)
            }

            /// Returns what [`send`](Self::send) would send, without sending it.
            #[inline]
            pub fn preview(&self) -> crate::Result<crate::Preview> {
                self.call.client().preview(self)
            }
        }
    };
}

pub(crate) use impl_request;

/// Writes a client's methods for the blocking client too.
///
/// Their examples are compiled once.
macro_rules! impl_client {
    (
        $(#[$heading:meta])*
        impl Client {$(
            $(#[$attribute:meta])*
            pub fn $name:ident(&$self:ident $(, $argument:ident: $type:ty)* $(,)?) -> $output:ty
                $body:block
        )*}
    ) => {
        $(#[$heading])*
        impl crate::Client {$(
            $(#[$attribute])*
            pub fn $name(&$self $(, $argument: $type)*) -> $output $body
        )*}

        $(#[$heading])*
        #[cfg(feature = "blocking")]
        impl crate::blocking::Client {$(
            $(#[cfg_attr(not(doctest), $attribute)])*
            #[doc = ""]
            #[doc = " With this client, leave out `.await`."]
            pub fn $name(&$self $(, $argument: $type)*) -> $output $body
        )*}
    };
}

pub(crate) use impl_client;
