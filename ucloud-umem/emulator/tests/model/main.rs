//! The emulator against a small model of it.
//!
//! The module is marked as test code because that is how clippy knows that its helpers may panic.

#[cfg(test)]
mod model;
