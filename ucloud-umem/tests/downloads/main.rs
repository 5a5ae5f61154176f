//! Downloads over real sockets: what arrives in a file or writer, whatever the server does.
//!
//! The modules are marked as test code because that is how clippy knows that their helpers may
//! panic.
#![cfg(feature = "reqwest")]

#[cfg(test)]
#[path = "../support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "other tests use the rest of it")]
mod support;

#[cfg(test)]
#[cfg(feature = "blocking")]
mod blocking;
#[cfg(test)]
mod broken;
#[cfg(test)]
mod cancel;
#[cfg(test)]
mod chaos;
#[cfg(test)]
mod fakes;
#[cfg(test)]
mod files;
#[cfg(test)]
mod redirects;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod resume;
#[cfg(test)]
mod storage;
