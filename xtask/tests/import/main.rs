//! `cargo xtask import`, run as the maintainers run it, over the pages and the description of a made-up product.

#![cfg(test)]

mod by_person;
mod desk;
mod drift;
#[cfg(unix)]
mod interrupted;
mod many;
mod ours;
mod prune;
mod scale;
mod streams;
#[path = "../support/mod.rs"]
mod support;
mod unreadable;
