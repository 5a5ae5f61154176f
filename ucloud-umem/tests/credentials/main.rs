//! Credentials that are fetched, kept and renewed, on a transport in memory and a clock that is
//! paused.
//!
//! The modules are marked as test code because that is how clippy knows that their helpers may
//! panic.

#[cfg(test)]
mod cache;
#[cfg(test)]
mod fakes;
#[cfg(test)]
mod metadata;
#[cfg(test)]
mod unknown_token;
