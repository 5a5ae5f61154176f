// Written by `cargo xtask regenerate` from api-spec/ret_codes.yaml. Edit that instead.

use crate::ret_code::{UnknownCode, ret_code};

/// What a reply says of itself: 0 is success, everything else an error.
///
/// The set is open: a number that this version does not know is `Unknown` and equals, by its
/// number, the variant that a later version gives it.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum RetCode {
    /// 110: The service behind the gateway did not answer within 60 seconds. Whether the
    /// call took effect is not known.
    #[doc(alias = "110")]
    GatewayTimeout,

    /// 130: The gateway, or the service that checks signatures and permissions for it,
    /// is out of order.
    #[doc(alias = "130")]
    GatewayFault,

    /// 150: The service is down for the moment and is being repaired.
    #[doc(alias = "150")]
    ServiceUnavailable,

    /// 153: Too many calls: the gateway did not pass this one on. Wait at least a second
    /// before the next.
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

    /// 171: The signature does not fit the request; most often the private key belongs
    /// to another public key.
    #[doc(alias = "171")]
    SignatureVerifyFailed,

    /// 172: No account has this public key.
    #[doc(alias = "172")]
    UserNotFound,

    /// 174: The security token is not known, most often because it has expired; it takes
    /// new credentials.
    #[doc(alias = "174")]
    TokenNotFound,

    /// 292: The account has no project of this id.
    #[doc(alias = "292")]
    ProjectNotFound,

    /// 293: The account may not use this zone.
    #[doc(alias = "293")]
    ZoneDenied,

    /// 294: The account accepts calls from listed addresses only, and the caller's is
    /// not among them.
    #[doc(alias = "294")]
    IpAddressDenied,

    /// 295: The account's security lock guards this call and was not opened.
    #[doc(alias = "295")]
    SecurityLockFailed,

    /// 299: The account's access rules (IAM) do not allow this call.
    #[doc(alias = "299")]
    IamDenied,

    /// 20000: The resource could not be created; only the vendor's support can say why.
    #[doc(alias = "20000")]
    CreateFailed,

    /// 20001: The resource could not be created; only the vendor's support can say why.
    #[doc(alias = "20001")]
    CreateFailed20001,

    /// 20002: The resource could not be deleted.
    #[doc(alias = "20002")]
    DeleteFailed,

    /// 20003: The information could not be read.
    #[doc(alias = "20003")]
    QueryFailed,

    /// 20004: The account lacks a permission that only the vendor's support can grant.
    #[doc(alias = "20004")]
    PermissionDenied,

    /// 20010: The resource could not be created; only the vendor's support can say why.
    #[doc(alias = "20010")]
    CreateFailed20010,

    /// 20011: The resource could not be resized; it may have expired.
    #[doc(alias = "20011")]
    ResizeFailed,

    /// 20012: The account may not pay by the hour until the vendor's support allows it.
    #[doc(alias = "20012")]
    HourlyBillingNotEnabled,

    /// 20013: The account's balance does not cover the order.
    #[doc(alias = "20013")]
    InsufficientBalance,

    /// 20015: The resource could not be created, because the account may not order
    /// trials.
    #[doc(alias = "20015")]
    TrialNotAllowed,

    /// 20016: The information could not be read.
    #[doc(alias = "20016")]
    QueryFailed20016,

    /// 20100: The resource could not be created; only the vendor's support can say why.
    #[doc(alias = "20100")]
    CreateFailed20100,

    /// 20101: The resource could not be resized; only the vendor's support can say why.
    #[doc(alias = "20101")]
    ResizeFailed20101,

    /// 20102: The information could not be read.
    #[doc(alias = "20102")]
    QueryFailed20102,

    /// 20103: The resource could not be deleted.
    #[doc(alias = "20103")]
    DeleteFailed20103,

    /// 20104: The resource has expired; it has to be renewed before it can be deleted.
    #[doc(alias = "20104")]
    ResourceExpired,

    /// 20200: The resource could not be created.
    #[doc(alias = "20200")]
    CreateFailed20200,

    /// 20201: The resource could not be deleted.
    #[doc(alias = "20201")]
    DeleteFailed20201,

    /// 20202: The information could not be read.
    #[doc(alias = "20202")]
    QueryFailed20202,

    /// 20203: The resource could not be created.
    #[doc(alias = "20203")]
    CreateFailed20203,

    /// 20204: The resource could not be changed.
    #[doc(alias = "20204")]
    UpdateFailed,

    /// 20205: The resource could not be deleted.
    #[doc(alias = "20205")]
    DeleteFailed20205,

    /// 20206: The information could not be read.
    #[doc(alias = "20206")]
    QueryFailed20206,

    /// 20207: The data could not be restored; only the vendor's support can say why.
    #[doc(alias = "20207")]
    RestoreFailed,

    /// 20208: The account has as many backups as it may have; delete some, or ask the
    /// vendor's support for more.
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
            Self::ProjectNotFound => 292,
            Self::ZoneDenied => 293,
            Self::IpAddressDenied => 294,
            Self::SecurityLockFailed => 295,
            Self::IamDenied => 299,
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
            Self::ProjectNotFound => Some("ProjectNotFound"),
            Self::ZoneDenied => Some("ZoneDenied"),
            Self::IpAddressDenied => Some("IpAddressDenied"),
            Self::SecurityLockFailed => Some("SecurityLockFailed"),
            Self::IamDenied => Some("IamDenied"),
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
            292 => Self::ProjectNotFound,
            293 => Self::ZoneDenied,
            294 => Self::IpAddressDenied,
            295 => Self::SecurityLockFailed,
            299 => Self::IamDenied,
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
