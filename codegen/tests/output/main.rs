//! What is generated: it is what is checked in, it compiles, and `cargo fmt`, clippy and rustdoc have nothing to say.

#[cfg(test)]
mod compiles;
#[cfg(test)]
mod formatting;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod support;
