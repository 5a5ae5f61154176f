// Written by `cargo xtask regenerate` from api-spec/. Edit that instead.

//! What the emulator knows of the API.

pub(crate) mod action_table;
mod example_replies;
mod model_table;
mod value_table;
