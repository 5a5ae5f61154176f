// Written by `cargo xtask regenerate` from api-spec/ret_codes.yaml. Edit that instead.

use crate::ret_code::{UnknownCode, ret_code};

/// What a reply says of itself: 0 is success, everything else an error.
///
/// The set is open: a number that this version does not know is `Unknown` and equals, by its
/// number, the variant that a later version gives it.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum RetCode {
    /// -7: Named like a variant of the prelude.
    #[doc(alias = "-7")]
    Err,

    /// 110: The kitchen took longer than a minute.
    #[doc(alias = "110")]
    GatewayTimeout,

    /// 153: There were too many calls; later ones are taken again.
    #[doc(alias = "153")]
    Throttled,

    /// 171: The signature is wrong. "\] fn main() {} \*/
    #[doc(alias = "171")]
    SignatureVerifyFailed,

    /// 20000: The meal is no more.
    #[doc(alias = "20000")]
    Burnt,

    /// `20001`, as the service has it.
    #[doc(alias = "20001")]
    Undocumented,

    /// A number that this version of the crate does not know.
    Unknown(UnknownCode),
}

impl RetCode {
    /// The number.
    pub fn number(self) -> i64 {
        match self {
            Self::Err => -7,
            Self::GatewayTimeout => 110,
            Self::Throttled => 153,
            Self::SignatureVerifyFailed => 171,
            Self::Burnt => 20000,
            Self::Undocumented => 20001,
            Self::Unknown(code) => code.number(),
        }
    }

    /// The name of its variant; none for a number that has no variant.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Err => Some("Err"),
            Self::GatewayTimeout => Some("GatewayTimeout"),
            Self::Throttled => Some("Throttled"),
            Self::SignatureVerifyFailed => Some("SignatureVerifyFailed"),
            Self::Burnt => Some("Burnt"),
            Self::Undocumented => Some("Undocumented"),
            Self::Unknown(_) => None,
        }
    }

    /// Whether the same call may succeed a little later.
    pub fn is_temporary(self) -> bool {
        matches!(self, Self::GatewayTimeout | Self::Throttled)
    }
}

impl From<i64> for RetCode {
    fn from(number: i64) -> Self {
        match number {
            -7 => Self::Err,
            110 => Self::GatewayTimeout,
            153 => Self::Throttled,
            171 => Self::SignatureVerifyFailed,
            20000 => Self::Burnt,
            20001 => Self::Undocumented,
            _ => Self::Unknown(UnknownCode::new(number)),
        }
    }
}

ret_code!(RetCode);
