//! Guides, one page per topic.
//!
//! Start with [`in_process`] for tests in Rust, and with [`server`] for everything else.

// Names that the pages link to.
#[cfg(doc)]
use crate::{Clock, Emulator, EmulatorBuilder, Server, ServerBuilder};

#[doc = include_str!("in_process.md")]
pub mod in_process {}

#[doc = include_str!("server.md")]
pub mod server {}

#[doc = include_str!("tools.md")]
pub mod tools {}

#[doc = include_str!("control.md")]
pub mod control {}

#[doc = include_str!("real_data.md")]
pub mod real_data {}

#[doc = include_str!("surroundings.md")]
pub mod surroundings {}

#[doc = include_str!("containers.md")]
pub mod containers {}

#[doc = include_str!("behaviour.md")]
pub mod behaviour {}
