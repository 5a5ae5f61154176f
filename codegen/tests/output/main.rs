//! What is generated: it is what is checked in, it compiles, and `cargo fmt`, clippy and rustdoc have nothing to say.

mod compiles;
mod formatting;
mod golden;
mod support;
