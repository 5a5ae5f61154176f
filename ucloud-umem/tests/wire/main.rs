//! The crate over real sockets: the requests that a server sees, and the results of its responses.
//!
//! Each test says how many requests the server is to see. The modules are marked as test code
//! because that is how clippy knows that their helpers may panic.
#![cfg(feature = "reqwest")]

#[cfg(test)]
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod support;

#[cfg(test)]
mod assume_role;
#[cfg(test)]
mod bearer;
#[cfg(test)]
#[cfg(feature = "blocking")]
mod blocking;
#[cfg(test)]
mod channel_key;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod concurrency;
#[cfg(test)]
mod credentials;
#[cfg(test)]
mod framing;
#[cfg(test)]
mod interception;
#[cfg(test)]
mod preview;
#[cfg(test)]
mod redirects;
#[cfg(test)]
mod responses;
#[cfg(test)]
mod retry;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod types;
