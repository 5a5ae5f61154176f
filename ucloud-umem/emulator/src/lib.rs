//! UMem in a box, for tests and experiments. Its behaviour follows the service, not semver.
//!
//! The emulator is a [`Transport`](ucloud_umem::transport::Transport). So signing, retries,
//! deadlines and decoding all run, without a socket or a task. It checks what the real gateway
//! checks (action, keys, signature, parameters), stores the created resources, and computes their
//! states when they are read, by a [`Clock`] that a test can move.
//!
//! Every action works on this state. If an action is described but has no behaviour yet, its
//! parameters are checked and the response is its documented example, with the header
//! `x-emulator-answer: example`.
//!
//! # In a test in Rust
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use umem_emulator::Emulator;
//!
//! let emulator = Emulator::new();
//! emulator.seed_space("uredis-abc", 3)?;
//! let backups = emulator.client().describe_umem_backup("uredis-abc").send().await?;
//! assert_eq!(backups.total_count, Some(3));
//! # Ok(())
//! # }
//! ```
//!
//! # In any language
//!
//! ```sh
//! cargo install umem-emulator
//! umem-emulator --seed-space uredis-abc=3
//! ```
//!
//! Then `http://127.0.0.1:8080/` is the endpoint, and in a browser a page with all resources and
//! actions.
//!
//! # Guides
//!
//! | guide | content |
//! |---|---|
//! | [in process](guide::in_process) | tests in Rust: clocks, faults |
//! | [server](guide::server) | the command, the page, real Redis and Memcached, the state file, who may call |
//! | [tools](guide::tools) | Rust, Python, Go, UCloud's command line, Terraform, curl |
//! | [control](guide::control) | seeds, clock, faults, calls, state, access tokens |
//! | [real data](guide::real_data) | real Redis and Memcached in tests |
//! | [surroundings](guide::surroundings) | regions, projects, networks, roles, workflows |
//! | [containers](guide::containers) | image, Docker Compose, pipelines |
//! | [behaviour](guide::behaviour) | states, checks of calls, limits |

mod account;
#[allow(dead_code, reason = "a product need not have every kind of parameter and member")]
mod action;
mod actions;
mod answer;
mod backup;
mod backup_kind;
mod builder;
mod call;
mod check;
mod clock;
mod collection;
mod context;
#[cfg(test)]
mod coverage;
mod download;
mod emulator;
mod error;
mod fault;
mod gateway;
mod generation;
pub mod guide;
mod ids;
mod instance;
#[allow(
    clippy::large_stack_arrays,
    clippy::similar_names,
)]
#[rustfmt::skip] // prettyplease lays it out.
mod generated;
mod keys;
mod lifecycle;
mod listing;
mod maintenance;
mod memcached_group;
mod network;
mod page;
mod price;
mod rdb;
mod redis_group;
mod refusal;
mod resize;
mod response;
mod role;
mod scanned_key;
mod scope;
mod seed;
mod served_call;
mod server;
mod servers;
mod sha1_hex;
mod space;
mod state_file;
mod store;
mod stored_password;
mod surroundings;
mod tokens;
mod umem;
mod words;
mod workflow;

pub use builder::EmulatorBuilder;
pub use clock::Clock;
pub use emulator::Emulator;
pub use error::{Error, Result};
pub use fault::parse_fault;
pub use seed::seed_schema;
pub use served_call::{RequestForm, ServedCall};
pub use server::{Server, ServerBuilder};
