// Written by `cargo xtask regenerate` from api-spec/ret_codes.yaml. Edit that instead.

use crate::ret_code::{UnknownCode, ret_code};

/// What a reply says of itself: 0 is success, everything else an error.
///
/// The set is open: a number that this version does not know is `Unknown` and equals, by its
/// number, the variant that a later version gives it.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum RetCode {
    /// 110: The service behind the gateway did not respond within 60 seconds. The call
    /// may have taken effect.
    #[doc(alias = "110")]
    GatewayTimeout,

    /// 130: The gateway is out of order, or the service that checks signatures and
    /// permissions for it.
    #[doc(alias = "130")]
    GatewayFault,

    /// 150: The service is temporarily down.
    #[doc(alias = "150")]
    ServiceUnavailable,

    /// 153: The gateway limits the rate of calls and refused this one. Before the next
    /// attempt the client waits at least a second; UCloud documents no time.
    #[doc(alias = "153")]
    Throttled,

    /// 160: The request names no `Action`.
    #[doc(alias = "160")]
    MissingAction,

    /// 161: The gateway knows no action of this name.
    #[doc(alias = "161")]
    UnknownAction,

    /// 170: The request carries no `Signature`.
    #[doc(alias = "170")]
    MissingSignature,

    /// 171: The signature is wrong. A request with both a bearer token and a signature
    /// gets this code too.
    #[doc(alias = "171")]
    SignatureVerifyFailed,

    /// 172: No account has this public key.
    #[doc(alias = "172")]
    UserNotFound,

    /// 174: The token does not exist. UCloud's command line gets this code for an
    /// expired token too, and for an account with a dedicated channel if the header
    /// `channel-key` is missing or wrong.
    #[doc(alias = "174")]
    TokenNotFound,

    /// 240: The account has no permission for the zone. UCloud's table of RetCodes does
    /// not list it; a maintainer of UCloud's Terraform provider explains it so.
    #[doc(alias = "240")]
    ZonePermissionDenied,

    /// 292: The account has no project of this id.
    #[doc(alias = "292")]
    ProjectNotFound,

    /// 293: The account may not use this zone.
    #[doc(alias = "293")]
    ZoneDenied,

    /// 294: The account accepts calls from listed addresses only, and the caller's is
    /// not among them. For calls through the endpoint inside UCloud's network, add
    /// 10.10.10.10 to the list.
    #[doc(alias = "294")]
    IpAddressDenied,

    /// 295: The account's security lock guards this call and was not opened.
    #[doc(alias = "295")]
    SecurityLockFailed,

    /// 299: The account's access rules (IAM) do not allow this call.
    #[doc(alias = "299")]
    IamDenied,

    /// 520: The account's balance is not sufficient (`Lack of balance`). UCloud's table
    /// of RetCodes does not list it; users of UCloud's Terraform provider got it for an
    /// order, and not 20013.
    #[doc(alias = "520")]
    LackOfBalance,

    /// 20000: The resource could not be created. Contact UCloud's support.
    #[doc(alias = "20000")]
    CreateFailed,

    /// 20001: The resource could not be created. Contact UCloud's support.
    #[doc(alias = "20001")]
    CreateFailed20001,

    /// 20002: The resource could not be deleted. UCloud advises to try again later.
    #[doc(alias = "20002")]
    DeleteFailed,

    /// 20003: The information could not be read. UCloud advises to try again later.
    #[doc(alias = "20003")]
    QueryFailed,

    /// 20004: The account lacks a permission. Contact UCloud's support.
    #[doc(alias = "20004")]
    PermissionDenied,

    /// 20010: The resource could not be created. Contact UCloud's support.
    #[doc(alias = "20010")]
    CreateFailed20010,

    /// 20011: The resource could not be resized. Check that it has not expired.
    #[doc(alias = "20011")]
    ResizeFailed,

    /// 20012: The account may not pay by the hour. Contact UCloud's support to enable
    /// it.
    #[doc(alias = "20012")]
    HourlyBillingNotEnabled,

    /// 20013: The account's balance is not sufficient. Top it up.
    #[doc(alias = "20013")]
    InsufficientBalance,

    /// 20015: The resource could not be created, because the account may not order
    /// trials.
    #[doc(alias = "20015")]
    TrialNotAllowed,

    /// 20016: The information could not be read. UCloud advises to try again later.
    #[doc(alias = "20016")]
    QueryFailed20016,

    /// 20100: The resource could not be created. Contact UCloud's support.
    #[doc(alias = "20100")]
    CreateFailed20100,

    /// 20101: The resource could not be resized. Contact UCloud's support.
    #[doc(alias = "20101")]
    ResizeFailed20101,

    /// 20102: The information could not be read. UCloud advises to try again later.
    #[doc(alias = "20102")]
    QueryFailed20102,

    /// 20103: The resource could not be deleted. UCloud advises to try again later.
    #[doc(alias = "20103")]
    DeleteFailed20103,

    /// 20104: The resource has expired. Renew it before you delete it.
    #[doc(alias = "20104")]
    ResourceExpired,

    /// 20200: The resource could not be created. UCloud advises to try again later. The
    /// client never repeats a create.
    #[doc(alias = "20200")]
    CreateFailed20200,

    /// 20201: The resource could not be deleted. UCloud advises to try again later.
    #[doc(alias = "20201")]
    DeleteFailed20201,

    /// 20202: The information could not be read. UCloud advises to try again later.
    #[doc(alias = "20202")]
    QueryFailed20202,

    /// 20203: The resource could not be created. UCloud advises to try again later. The
    /// client never repeats a create.
    #[doc(alias = "20203")]
    CreateFailed20203,

    /// 20204: The resource could not be changed. UCloud advises to try again later.
    #[doc(alias = "20204")]
    UpdateFailed,

    /// 20205: The resource could not be deleted. UCloud advises to try again later.
    #[doc(alias = "20205")]
    DeleteFailed20205,

    /// 20206: The information could not be read. UCloud advises to try again later.
    #[doc(alias = "20206")]
    QueryFailed20206,

    /// 20207: The data could not be restored. Contact UCloud's support.
    #[doc(alias = "20207")]
    RestoreFailed,

    /// 20208: The account has more backups than its limit allows. Contact UCloud's
    /// support.
    #[doc(alias = "20208")]
    BackupLimitExceeded,

    /// A number that this version of the crate does not know.
    Unknown(UnknownCode),
}

impl RetCode {
    /// The number.
    pub fn number(self) -> i64 {
        match self {
            Self::GatewayTimeout => 110,
            Self::GatewayFault => 130,
            Self::ServiceUnavailable => 150,
            Self::Throttled => 153,
            Self::MissingAction => 160,
            Self::UnknownAction => 161,
            Self::MissingSignature => 170,
            Self::SignatureVerifyFailed => 171,
            Self::UserNotFound => 172,
            Self::TokenNotFound => 174,
            Self::ZonePermissionDenied => 240,
            Self::ProjectNotFound => 292,
            Self::ZoneDenied => 293,
            Self::IpAddressDenied => 294,
            Self::SecurityLockFailed => 295,
            Self::IamDenied => 299,
            Self::LackOfBalance => 520,
            Self::CreateFailed => 20000,
            Self::CreateFailed20001 => 20001,
            Self::DeleteFailed => 20002,
            Self::QueryFailed => 20003,
            Self::PermissionDenied => 20004,
            Self::CreateFailed20010 => 20010,
            Self::ResizeFailed => 20011,
            Self::HourlyBillingNotEnabled => 20012,
            Self::InsufficientBalance => 20013,
            Self::TrialNotAllowed => 20015,
            Self::QueryFailed20016 => 20016,
            Self::CreateFailed20100 => 20100,
            Self::ResizeFailed20101 => 20101,
            Self::QueryFailed20102 => 20102,
            Self::DeleteFailed20103 => 20103,
            Self::ResourceExpired => 20104,
            Self::CreateFailed20200 => 20200,
            Self::DeleteFailed20201 => 20201,
            Self::QueryFailed20202 => 20202,
            Self::CreateFailed20203 => 20203,
            Self::UpdateFailed => 20204,
            Self::DeleteFailed20205 => 20205,
            Self::QueryFailed20206 => 20206,
            Self::RestoreFailed => 20207,
            Self::BackupLimitExceeded => 20208,
            Self::Unknown(code) => code.number(),
        }
    }

    /// The name of its variant; none for a number that has no variant.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::GatewayTimeout => Some("GatewayTimeout"),
            Self::GatewayFault => Some("GatewayFault"),
            Self::ServiceUnavailable => Some("ServiceUnavailable"),
            Self::Throttled => Some("Throttled"),
            Self::MissingAction => Some("MissingAction"),
            Self::UnknownAction => Some("UnknownAction"),
            Self::MissingSignature => Some("MissingSignature"),
            Self::SignatureVerifyFailed => Some("SignatureVerifyFailed"),
            Self::UserNotFound => Some("UserNotFound"),
            Self::TokenNotFound => Some("TokenNotFound"),
            Self::ZonePermissionDenied => Some("ZonePermissionDenied"),
            Self::ProjectNotFound => Some("ProjectNotFound"),
            Self::ZoneDenied => Some("ZoneDenied"),
            Self::IpAddressDenied => Some("IpAddressDenied"),
            Self::SecurityLockFailed => Some("SecurityLockFailed"),
            Self::IamDenied => Some("IamDenied"),
            Self::LackOfBalance => Some("LackOfBalance"),
            Self::CreateFailed => Some("CreateFailed"),
            Self::CreateFailed20001 => Some("CreateFailed20001"),
            Self::DeleteFailed => Some("DeleteFailed"),
            Self::QueryFailed => Some("QueryFailed"),
            Self::PermissionDenied => Some("PermissionDenied"),
            Self::CreateFailed20010 => Some("CreateFailed20010"),
            Self::ResizeFailed => Some("ResizeFailed"),
            Self::HourlyBillingNotEnabled => Some("HourlyBillingNotEnabled"),
            Self::InsufficientBalance => Some("InsufficientBalance"),
            Self::TrialNotAllowed => Some("TrialNotAllowed"),
            Self::QueryFailed20016 => Some("QueryFailed20016"),
            Self::CreateFailed20100 => Some("CreateFailed20100"),
            Self::ResizeFailed20101 => Some("ResizeFailed20101"),
            Self::QueryFailed20102 => Some("QueryFailed20102"),
            Self::DeleteFailed20103 => Some("DeleteFailed20103"),
            Self::ResourceExpired => Some("ResourceExpired"),
            Self::CreateFailed20200 => Some("CreateFailed20200"),
            Self::DeleteFailed20201 => Some("DeleteFailed20201"),
            Self::QueryFailed20202 => Some("QueryFailed20202"),
            Self::CreateFailed20203 => Some("CreateFailed20203"),
            Self::UpdateFailed => Some("UpdateFailed"),
            Self::DeleteFailed20205 => Some("DeleteFailed20205"),
            Self::QueryFailed20206 => Some("QueryFailed20206"),
            Self::RestoreFailed => Some("RestoreFailed"),
            Self::BackupLimitExceeded => Some("BackupLimitExceeded"),
            Self::Unknown(_) => None,
        }
    }

    /// Whether the same call may succeed a little later.
    pub fn is_temporary(self) -> bool {
        matches!(
            self,
            Self::GatewayTimeout
            | Self::GatewayFault
            | Self::ServiceUnavailable
            | Self::Throttled
            | Self::DeleteFailed
            | Self::QueryFailed
            | Self::QueryFailed20016
            | Self::QueryFailed20102
            | Self::DeleteFailed20103
            | Self::CreateFailed20200
            | Self::DeleteFailed20201
            | Self::QueryFailed20202
            | Self::CreateFailed20203
            | Self::UpdateFailed
            | Self::DeleteFailed20205
            | Self::QueryFailed20206
        )
    }
}

impl From<i64> for RetCode {
    fn from(number: i64) -> Self {
        match number {
            110 => Self::GatewayTimeout,
            130 => Self::GatewayFault,
            150 => Self::ServiceUnavailable,
            153 => Self::Throttled,
            160 => Self::MissingAction,
            161 => Self::UnknownAction,
            170 => Self::MissingSignature,
            171 => Self::SignatureVerifyFailed,
            172 => Self::UserNotFound,
            174 => Self::TokenNotFound,
            240 => Self::ZonePermissionDenied,
            292 => Self::ProjectNotFound,
            293 => Self::ZoneDenied,
            294 => Self::IpAddressDenied,
            295 => Self::SecurityLockFailed,
            299 => Self::IamDenied,
            520 => Self::LackOfBalance,
            20000 => Self::CreateFailed,
            20001 => Self::CreateFailed20001,
            20002 => Self::DeleteFailed,
            20003 => Self::QueryFailed,
            20004 => Self::PermissionDenied,
            20010 => Self::CreateFailed20010,
            20011 => Self::ResizeFailed,
            20012 => Self::HourlyBillingNotEnabled,
            20013 => Self::InsufficientBalance,
            20015 => Self::TrialNotAllowed,
            20016 => Self::QueryFailed20016,
            20100 => Self::CreateFailed20100,
            20101 => Self::ResizeFailed20101,
            20102 => Self::QueryFailed20102,
            20103 => Self::DeleteFailed20103,
            20104 => Self::ResourceExpired,
            20200 => Self::CreateFailed20200,
            20201 => Self::DeleteFailed20201,
            20202 => Self::QueryFailed20202,
            20203 => Self::CreateFailed20203,
            20204 => Self::UpdateFailed,
            20205 => Self::DeleteFailed20205,
            20206 => Self::QueryFailed20206,
            20207 => Self::RestoreFailed,
            20208 => Self::BackupLimitExceeded,
            _ => Self::Unknown(UnknownCode::new(number)),
        }
    }
}

ret_code!(RetCode);
