//! Turns the description of an API into Rust, and a reference page into a description.
