//! Rust client for [UCloud](https://www.ucloud.cn) UMem, UCloud's managed Redis and
//! Memcached.
//!
//! - [`Client`] has one method per action of the API.
//! - Retries never create a resource twice.
//! - Responses that deviate from the API docs still decode.
//! - Secrets never appear in logs or errors.
//!
//! ```no_run
//! # async fn run() -> ucloud_umem::Result<()> {
//! use std::time::Duration;
//! use ucloud_umem::Client;
//!
//! let client = Client::from_env()?;
//!
//! let page = client.describe_umem_backup("umem-4mzp0vqe").limit(20).send().await?;
//! for backup in &page.data_set {
//!     println!("{} {:?}", backup.backup_id, backup.state);
//! }
//!
//! let mut backups = client.describe_umem_backup("umem-4mzp0vqe").items(); // all pages
//! while let Some(backup) = backups.try_next().await? {
//!     println!("{}", backup.backup_name); // each shard of a backup has an entry
//! }
//!
//! let new = client.create_umem_backup("umem-4mzp0vqe", "nightly").send().await?;
//! client
//!     .wait_until_umem_backup_done("umem-4mzp0vqe", new.backup_id)
//!     .wait(Duration::from_secs(600))
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! [`Client::from_env`] reads the keys from the environment, from the files of UCloud's own
//! tools in `~/.ucloud`, or from the instance metadata of a UCloud host.
//! [`Client::builder`] sets everything in code.
//!
//! # Where to find things
//!
//! Search this documentation for a name of the API (`DescribeUMemBackup`, `SpaceId`) to
//! find its Rust name.
//!
//! | guide | content |
//! |---|---|
//! | [actions](guide::actions) | table of all actions |
//! | [requests](guide::requests) | parameters, responses, pagination, any other action, defaults |
//! | [credentials](guide::credentials) | keys, profiles, temporary credentials, endpoints |
//! | [creating](guide::creating) | `send_once`: a create that is safe to repeat |
//! | [waiting](guide::waiting) | `wait_until_*` methods |
//! | [downloads](guide::downloads) | backups to files or writers, resuming |
//! | [errors](guide::errors) | errors and retries; [table of RetCodes](guide::ret_codes) |
//! | [testing](guide::testing) | fakes, faults, the emulator, recordings |
//! | [observability](guide::observability) | tracing, metrics, previews |
//! | [secrets](guide::secrets) | protection of keys and passwords |
//! | [features](guide::features) | Cargo features, TLS, proxies, the blocking client |
//!
//! Requests and responses are in [`actions`], the structs in responses in [`models`], value
//! sets in [`enums`], regions and zones in [`regions`].
//!
//! # Words of UMem
//!
//! | word | meaning |
//! |---|---|
//! | UMem | The product (云内存): all of the below. |
//! | URedis, group | Redis with one primary and optional replicas (主备版). Each node has all the data. The unit is a group; its id looks like `uredis-2vbhj1de`. |
//! | UDRedis, space | Distributed Redis (分布式版). The data is split over shards. The unit is a space; its id looks like `umem-4mzp0vqe`. |
//! | shard, block | One part of a space (分片). The API calls it a block; this documentation calls it a shard. |
//! | proxy | Server in front of a space (代理). It lets ordinary Redis clients use the space. |
//! | UMemcache | Memcached. A Memcached group is one node. |
//! | resource, instance | A group or a space. `ResourceId` holds the id of either. |
//! | RetCode | Number in each response: 0 for success, otherwise the error; see [`RetCode`]. |

// Applications hold these.
#[cfg(feature = "blocking")]
pub mod blocking;
mod builder;
mod client;
mod download;
mod error;
mod generic;
pub mod observer;
pub mod once;
mod options;
pub mod paging;
mod param;
mod preview;
mod request;
mod response;
pub mod waiter;

// A call goes through these.
mod call;
pub mod credentials;

// On the wire.
mod decode;
mod encode;
mod json_escape;
#[cfg(feature = "serde")]
mod serialize;
pub mod transport;

// Values.
mod open_enum;
mod presigned;
mod price;
mod region;
mod ret_code;
mod secret;
mod secret_header;
mod timestamp;

// The numbers and names of fields are UCloud's choice.
#[allow(
    clippy::large_stack_arrays,
    clippy::similar_names,
    clippy::struct_excessive_bools,
    clippy::struct_field_names,
    clippy::too_many_lines
)]
#[rustfmt::skip] // prettyplease lays it out.
mod generated;
#[cfg(all(test, feature = "serde"))]
mod documented_examples;
pub mod guide;
pub mod interceptor;

pub use builder::ClientBuilder;
pub use client::Client;
pub use credentials::{Credentials, CredentialsProvider};
pub use download::{Download, DownloadProgress};
pub use error::{Error, ErrorKind, Outcome, Result};
pub use generated::{RetCode, actions, enums, models, regions};
pub use generic::{GenericRequest, GenericResponse};
pub use open_enum::UnknownValue;
pub use param::IntoParamValue;
pub use presigned::PresignedUrl;
pub use preview::Preview;
pub use price::Price;
pub use region::{Region, Zone};
pub use request::{Effect, Request};
pub use response::{Metadata, Response};
pub use ret_code::UnknownCode;
pub use secret::Password;
pub use timestamp::{Timestamp, TimestampRangeError};
