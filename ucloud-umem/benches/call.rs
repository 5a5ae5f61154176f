//! Placeholder while the tests are built.
fn main() {}
