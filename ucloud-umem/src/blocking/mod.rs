//! The same client without `await`.
//!
//! Every method is that of the async [`Client`](crate::Client) but waits for its result. The work is done on a
//! thread of the client's own, so a blocking client can be made, used and dropped anywhere, inside an async runtime
//! too, where it blocks the thread that calls it and nothing else.
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
mod paging;
mod runtime;
mod waiter;

pub use client::Client;
pub use paging::{Items, Pages};
pub use waiter::Waiter;
