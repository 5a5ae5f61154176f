// Written by `cargo xtask regenerate` from api-spec/. Edit that instead.

//! What the description of the API gives.

pub mod actions;
mod client;
pub mod enums;
pub mod models;
pub mod regions;
mod ret_code;

#[cfg(test)]
mod example_replies;

#[cfg(test)]
mod examples;

pub use ret_code::RetCode;

/// Where requests go when nothing else is said.
pub(crate) const ENDPOINT: &str = "https://api.kitchen.example";

/// The endpoint inside the vendor's own network, which speaks plain `http`.
pub(crate) const IN_VPC_ENDPOINT: &str = "http://api.kitchen.internal";
