// Written by `cargo xtask regenerate` from api-spec/enums/ProxyState.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// State of a proxy of a distributed space.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::ProxyState;
///
/// let value = ProxyState::from("PROXY_CREATING");
/// match &value {
///     ProxyState::Creating => println!("Creating"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ProxyState {
    /// Being created.
    #[doc(alias = "PROXY_CREATING")]
    Creating,

    /// In use.
    #[doc(alias = "PROXY_NORMAL")]
    Normal,

    /// Could not be created.
    #[doc(alias = "PROXY_FAILED")]
    Failed,

    /// Closed.
    #[doc(alias = "PROXY_CLOSED")]
    Closed,

    /// A change of its CPU cores is being prepared.
    #[doc(alias = "PROXY_INIT_RESIZE")]
    InitResize,

    /// Waiting for a change of its CPU cores.
    #[doc(alias = "PROXY_WAIT_RESIZE")]
    WaitResize,

    /// Its CPU cores are being changed.
    #[doc(alias = "PROXY_RESIZING")]
    Resizing,

    /// Its CPU cores could not be changed.
    #[doc(alias = "PROXY_RESIZE_ERROR")]
    ResizeError,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl ProxyState {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Creating => "PROXY_CREATING",
            Self::Normal => "PROXY_NORMAL",
            Self::Failed => "PROXY_FAILED",
            Self::Closed => "PROXY_CLOSED",
            Self::InitResize => "PROXY_INIT_RESIZE",
            Self::WaitResize => "PROXY_WAIT_RESIZE",
            Self::Resizing => "PROXY_RESIZING",
            Self::ResizeError => "PROXY_RESIZE_ERROR",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "PROXY_CREATING" => Self::Creating,
            "PROXY_NORMAL" => Self::Normal,
            "PROXY_FAILED" => Self::Failed,
            "PROXY_CLOSED" => Self::Closed,
            "PROXY_INIT_RESIZE" => Self::InitResize,
            "PROXY_WAIT_RESIZE" => Self::WaitResize,
            "PROXY_RESIZING" => Self::Resizing,
            "PROXY_RESIZE_ERROR" => Self::ResizeError,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(ProxyState);
