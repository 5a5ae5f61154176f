//! Client for UCloud UMem: managed Redis and Memcached.

mod any_action;
mod builder;
mod call;
mod client;
mod credentials;
mod decode;
#[cfg(feature = "emulator")]
pub mod emulator;
mod encode;
mod environment;
mod error;
mod generated;
mod open_enum;
pub mod paging;
mod region;
mod request;
mod response;
mod ret_code;
mod retry;
mod secret;
#[cfg(test)]
mod testing;
mod timestamp;
pub mod transport;
pub mod waiter;

#[cfg(feature = "blocking")]
pub mod blocking;

pub use any_action::{AnyAction, AnyReply};
pub use builder::Builder;
pub use client::Client;
pub use credentials::{Credentials, CredentialsProvider};
pub use error::{Error, ErrorKind, Outcome, Result};
pub use generated::{RetCode, actions, enums, models, regions};
pub use open_enum::UnknownValue;
pub use region::{Region, Zone};
pub use request::{Effect, ParamValue, Request};
pub use response::{Metadata, Response};
pub use ret_code::UnknownCode;
pub use secret::Password;
pub use timestamp::Timestamp;
