//! stub
pub(crate) mod action;
