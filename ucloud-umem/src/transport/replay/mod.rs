//! Recordings of the service, for tests that answer from them.
//!
//! A test runs once against the service or the emulator, through a [`Recorder`], which writes a JSON file to be
//! checked in. From then on it runs through a [`Replay`], which answers from this file, without a network and without
//! keys:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use ucloud_umem::transport::replay::{Recorder, Replay};
//! use ucloud_umem::{Client, Credentials};
//!
//! /// What the program does, and the test looks at.
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
//! // Once, where `RECORD` is set.
//! let recorder = Recorder::new(&path);
//! let own = recorder.clone();
//! let client = from_env.wrap_transport(move |network| own.around(network)).build()?;
//! assert_eq!(count(&client).await?, Some(7));
//! recorder.save()?;
//!
//! // From then on.
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
//! # What is in the file
//!
//! Every request in the order in which they were made, retries included: its parameters, and the HTTP status, the
//! request id, `Retry-After` and the body of its reply, or how it failed. A request that the client gave up, because its
//! time was up, is a reply that took too long. Bodies are JSON where they are compact JSON, else text, else base64.
//!
//! # What is not
//!
//! - `PublicKey`, `SecurityToken` and `Signature` are left out.
//! - A password, each other parameter that is marked as a secret, and each parameter or member of a reply whose name
//!   has a word such as password, secret or token in it is `***`. On replay any value is equal to that.
//! - Another parameter or value of the reply that holds one of these, as it is, in base64, percent-encoded or escaped,
//!   is `***` too. Texts of less than four characters are not looked for. One of at least eight is looked for in later
//!   requests and replies too.
//! - The query of a presigned address in a response is `***`: it has a parameter such as `Signature`, `Expires` or
//!   `X-Amz-Date`. A parameter of a request that holds such an address is `***` as a whole.
//! - Names that only your program knows are given to [`Recorder::hiding`].
//! - Requests of [`InstanceMetadata`](crate::credentials::InstanceMetadata) are not recorded: what it answers is secret.
//!
//! A file that is checked in is read by others: look at it before that.

mod file;
mod json_text;
mod player;
mod recorder;
mod redact;

pub use player::Replay;
pub use recorder::{Recorder, RecordingTransport};
