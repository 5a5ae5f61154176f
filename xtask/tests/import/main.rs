//! `cargo xtask import`, run as the maintainers run it, over the pages and the description of a
//! made-up product.

#![cfg(test)]

mod drift;
mod generated_pages;
mod hand_edits;
#[cfg(unix)]
mod interrupted;
mod manual_fixes;
mod prune;
mod sandbox;
mod scale;
mod streams;
#[path = "../support/mod.rs"]
mod support;
mod unreadable;
