//! The catalogue of faults, and the required behaviour for each.
//!
//! `README.md` beside this file is the catalogue. Two of its tables are executed:
//! [on the wire](wire) over real sockets and [on a paused clock](timing) over a transport in
//! memory; its third says where the rest is tested. The modules are marked as test code because
//! that is how clippy knows that their helpers may panic.
#![cfg(feature = "reqwest")]

#[cfg(test)]
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod support;

#[cfg(test)]
mod answers;
#[cfg(test)]
mod cancel;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
#[cfg(target_os = "linux")]
#[cfg(any(feature = "rustls", feature = "rustls-ring"))]
mod certificates;
#[cfg(test)]
mod isolated_process;
#[cfg(test)]
mod network;
#[cfg(test)]
#[cfg(any(feature = "rustls", feature = "rustls-ring", feature = "native-tls"))]
mod proxy;
#[cfg(test)]
mod responses;
#[cfg(test)]
mod timing;
#[cfg(test)]
#[cfg(any(feature = "rustls", feature = "rustls-ring", feature = "native-tls"))]
mod tls;
#[cfg(test)]
mod wire;
