//! Recordings of the service, for tests without a network.
//!
//! A test runs once against the service or the emulator with a [`Recorder`], which writes a JSON
//! file to be checked in. Afterwards it runs with a [`Replay`] of this file, without network and
//! keys:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use ucloud_umem::transport::replay::{Recorder, Replay};
//! use ucloud_umem::{Client, Credentials};
//!
//! /// Function under test.
//! async fn count(client: &Client) -> ucloud_umem::Result<Option<i64>> {
//!     Ok(client.describe_umem_backup("uredis-abc").limit(1).send().await?.total_count)
//! }
//!
//! let path = "tests/recordings/count.json";
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("count.json");
//! # let network = ucloud_umem::transport::from_fn(|_| r#"{"RetCode":0,"TotalCount":7}"#);
//! # let keys = Credentials::new("public", "private");
//! # let from_env = Client::builder().credentials(keys).region("cn-bj2").zone("cn-bj2-05");
//! # let from_env = from_env.transport(network);
//! # #[cfg(any())]
//! let from_env = Client::builder().from_env()?;
//!
//! // Once, for example if `RECORD` is set.
//! let recorder = Recorder::new(&path);
//! let own = recorder.clone();
//! let client = from_env.wrap_transport(move |network| own.around(network)).build()?;
//! assert_eq!(count(&client).await?, Some(7));
//! recorder.save()?;
//!
//! // Afterwards.
//! let replay = Replay::load(&path)?;
//! let client = Client::builder()
//!     .credentials(Credentials::new("any", "any"))
//!     .region("cn-bj2")
//!     .zone("cn-bj2-05")
//!     .transport(replay.clone())
//!     .build()?;
//! assert_eq!(count(&client).await?, Some(7));
//! replay.finish()?;
//! # Ok(())
//! # }
//! ```
//!
//! # Contents of the file
//!
//! All requests in their order, with retries: the parameters, and either the HTTP status, request
//! id, `Retry-After` and body of the response, or the failure. If the client dropped a request
//! because its time was over, that is a timeout. Bodies are JSON if possible, else text, else
//! base64. Each of these is on its own line.
//!
//! # Secrets
//!
//! - `PublicKey`, `SecurityToken` and `Signature` are left out.
//! - Passwords, other secret parameters, and parameters or fields with words such as password,
//!   secret or token in their names are `***`. On replay, `***` equals any value.
//! - Other values that contain one of these are `***` too: unchanged, in base64, percent-encoded or
//!   escaped. Texts with less than four characters are not searched for. Texts with at least eight
//!   are searched for in later requests and responses.
//! - The query of a presigned address in a response is `***`: it has a parameter such as
//!   `Signature`, `Expires` or `X-Amz-Date`. A parameter of a request with such an address is
//!   completely `***`.
//! - Pass other secret names of your program to [`Recorder::hiding`].
//! - Requests of [`InstanceMetadata`](crate::credentials::InstanceMetadata) are not recorded,
//!   because the responses are secret.
//!
//! Check the file before you commit it.

mod file;
mod json_text;
mod player;
mod recorder;
mod redact;

pub use player::Replay;
pub use recorder::Recorder;
