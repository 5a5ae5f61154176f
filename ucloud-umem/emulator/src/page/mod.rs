//! The page at `/`: what is in the emulator, and every action as a form.
//!
//! It turns state and values into HTML; the server in `server/page.rs` knows HTTP. Templates are in
//! `templates/`, and escape every value.

pub(crate) mod action;
pub(crate) mod calls;
pub(crate) mod code;
pub(crate) mod controls;
pub(crate) mod language;
mod prose;
pub(crate) mod resources;
pub(crate) mod result;
pub(crate) mod shell;
mod suggestions;
#[allow(dead_code, reason = "a product need not have every kind of parameter")]
pub(crate) mod table;
pub(crate) mod texts;
mod tone;
pub(crate) mod values;

/// The page's style.
pub(crate) const STYLE: &str = include_str!("style.css");
/// The page's icon.
pub(crate) const ICON: &str = include_str!("icon.svg");
/// The page's script.
pub(crate) const SCRIPT: &str = include_str!("script.js");
