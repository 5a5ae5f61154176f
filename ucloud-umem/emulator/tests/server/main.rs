//! The emulator over HTTP: what it takes, what it answers, and what it does with those who break
//! the rules. Everything runs over real sockets.

#![cfg(test)] // Clippy lets helpers of test code panic.

#[path = "../support/http.rs"]
mod http;

mod clients;
mod command;
mod control;
mod curl;
mod faults;
mod flows;
mod forms;
mod guard;
mod guests;
mod load;
mod log;
mod metadata;
mod oauth;
mod roles;
mod seeds;
mod sockets;
mod state;
mod tokens;
