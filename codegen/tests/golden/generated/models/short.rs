// Written by `cargo xtask regenerate` from api-spec/models/Short.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// Many members with short names.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Short {
    /// One.
    #[doc(alias = "A")]
    pub a: i64,

    /// Two.
    #[doc(alias = "B")]
    pub b: i64,

    /// Three.
    #[doc(alias = "Ab")]
    pub ab: i64,

    /// Four.
    #[doc(alias = "Abc")]
    pub abc: i64,

    /// Five.
    #[doc(alias = "Abcd")]
    pub abcd: i64,

    /// Six.
    #[doc(alias = "Abcde")]
    pub abcde: i64,

    /// Seven.
    #[doc(alias = "Abcdef")]
    pub abcdef: i64,

    /// Eight.
    #[doc(alias = "Abcdefg")]
    pub abcdefg: i64,

    /// Nine.
    #[doc(alias = "Abcdefgh")]
    pub abcdefgh: i64,

    /// Ten.
    #[doc(alias = "Bc")]
    pub bc: i64,

    /// Eleven.
    #[doc(alias = "Bcd")]
    pub bcd: i64,

    /// Twelve.
    #[doc(alias = "Bcde")]
    pub bcde: i64,
}

impl_model!(Short);

impl Object for Short {
    fn required(&self) -> &'static [&'static str] {
        &[
            "A",
            "B",
            "Ab",
            "Abc",
            "Abcd",
            "Abcde",
            "Abcdef",
            "Abcdefg",
            "Abcdefgh",
            "Bc",
            "Bcd",
            "Bcde",
        ]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "A" => (0, Slot::Scalar(&mut self.a)),
            "B" => (1, Slot::Scalar(&mut self.b)),
            "Ab" => (2, Slot::Scalar(&mut self.ab)),
            "Abc" => (3, Slot::Scalar(&mut self.abc)),
            "Abcd" => (4, Slot::Scalar(&mut self.abcd)),
            "Abcde" => (5, Slot::Scalar(&mut self.abcde)),
            "Abcdef" => (6, Slot::Scalar(&mut self.abcdef)),
            "Abcdefg" => (7, Slot::Scalar(&mut self.abcdefg)),
            "Abcdefgh" => (8, Slot::Scalar(&mut self.abcdefgh)),
            "Bc" => (9, Slot::Scalar(&mut self.bc)),
            "Bcd" => (10, Slot::Scalar(&mut self.bcd)),
            "Bcde" => (11, Slot::Scalar(&mut self.bcde)),
            _ => return None,
        };
        Some(slot)
    }
}
