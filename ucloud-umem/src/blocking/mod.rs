//! Client without `await`.
//!
//! It has the methods of the async [`Client`](crate::Client), which wait for their results. A
//! separate thread does the work, so you can make, use and drop a blocking client anywhere. Inside
//! an async runtime, it blocks only the calling thread.
//!
//! ```no_run
//! # fn main() -> ucloud_umem::Result<()> {
//! use ucloud_umem::blocking::Client;
//!
//! let client = Client::from_env()?;
//! for backup in client.describe_umem_backup("uredis-abc").items() {
//!     println!("{}", backup?.backup_id);
//! }
//! # Ok(())
//! # }
//! ```

mod client;
mod download;
mod paging;
mod runtime;
mod waiter;

pub use client::Client;
pub use paging::{Items, Pages};
pub use waiter::Waiter;
