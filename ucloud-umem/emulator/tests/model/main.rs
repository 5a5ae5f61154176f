//! The emulator against a small model of it.

#![cfg(test)] // Clippy lets helpers of test code panic.

mod model;
