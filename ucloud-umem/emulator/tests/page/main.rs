//! The page at `/`: its code compiles, its parts are escaped and guarded, and it works in a browser.

#![cfg(test)] // Clippy lets helpers of test code panic.

#[allow(deprecated, dead_code, missing_docs, unused_imports, reason = "programs to copy")]
#[rustfmt::skip] // as the page shows it
mod programs;

#[allow(dead_code, reason = "the tests of the server use the rest")]
#[path = "../support/http.rs"]
mod http;

mod browser;
mod code;
mod flows;
mod parts;
