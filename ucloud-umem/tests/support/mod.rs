//! Helpers of tests: a scripted server, a scripted transport, and clients of both.

pub(crate) mod answer;
pub(crate) mod fake;
pub(crate) mod leaks;
pub(crate) mod secret_scan;
pub(crate) mod server;

use ucloud_umem::{Client, ClientBuilder, Credentials};

pub(crate) use answer::{Answer, REQUEST_ID};
pub(crate) use fake::FakeTransport;
pub(crate) use server::{Seen, Server};

/// The keys of the vendor's worked example.
pub(crate) const PUBLIC_KEY: &str = "ucloudsomeone@example.com1296235120854146120";
pub(crate) const PRIVATE_KEY: &str = "46f09bb9fab4f12dfc160dae12273d5332b5debe";

/// Returns a builder for this endpoint, without anything that a test may set itself.
pub(crate) fn builder(base_url: &str) -> ClientBuilder {
    Client::builder().credentials(Credentials::new(PUBLIC_KEY, PRIVATE_KEY)).base_url(base_url)
}

/// Returns a client of this server, with a region and a zone.
pub(crate) fn client(server: &Server) -> Client {
    builder(&server.url()).region("cn-bj2").zone("cn-bj2-05").build().expect("a client")
}
