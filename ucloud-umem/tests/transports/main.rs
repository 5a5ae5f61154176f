//! The transports for tests: what they answer, what goes wrong on them, and what they write down.
//!
//! The modules are marked as test code because that is how clippy knows that their helpers may
//! panic.

#[cfg(test)]
mod fake;
#[cfg(test)]
mod fault;
#[cfg(test)]
#[path = "../support/leaks.rs"]
mod leaks;
#[cfg(test)]
#[cfg(feature = "replay")]
mod recorded_secrets;
#[cfg(test)]
#[cfg(feature = "replay")]
mod replay;

#[cfg(test)]
use ucloud_umem::{Client, Credentials, transport::Transport};

/// Returns a client with this transport, a region and a zone.
#[cfg(test)]
fn client(transport: impl Transport) -> Client {
    Client::builder()
        .credentials(Credentials::new("public", "private"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .transport(transport)
        .build()
        .expect("a client")
}
