//! Generated code: it is what is checked in, it compiles, and clippy and rustdoc do not complain.

#[cfg(test)]
mod compiles;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod support;
