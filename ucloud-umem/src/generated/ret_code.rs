// Written by `cargo xtask regenerate` from api-spec/ret_codes.yaml. Edit that instead.

use crate::ret_code::{UnknownCode, ret_code};

/// What a reply says of itself: 0 is success, everything else an error.
///
/// The set is open: a number that this version does not know is `Unknown` and equals, by its
/// number, the variant that a later version gives it.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum RetCode {
    /// 110: The API took longer than 60 seconds.
    GatewayTimeout,

    /// 153: throttled
    Throttled,

    /// 171: signature wrong
    SignatureVerifyFailed,

    /// A number that this version of the crate does not know.
    Unknown(UnknownCode),
}

impl RetCode {
    /// The number.
    pub fn number(self) -> i64 {
        match self {
            Self::GatewayTimeout => 110,
            Self::Throttled => 153,
            Self::SignatureVerifyFailed => 171,
            Self::Unknown(code) => code.number(),
        }
    }

    /// The name of its variant; none for a number that has no variant.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::GatewayTimeout => Some("GatewayTimeout"),
            Self::Throttled => Some("Throttled"),
            Self::SignatureVerifyFailed => Some("SignatureVerifyFailed"),
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
            110 => Self::GatewayTimeout,
            153 => Self::Throttled,
            171 => Self::SignatureVerifyFailed,
            _ => Self::Unknown(UnknownCode::new(number)),
        }
    }
}

ret_code!(RetCode);
