// Written by `cargo xtask regenerate` from api-spec/enums/BlockState.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// State of a shard (block) of a distributed space.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::BlockState;
///
/// let value = BlockState::from("Starting");
/// match &value {
///     BlockState::Starting => println!("Starting"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BlockState {
    /// Being created.
    Starting,

    /// Being initialised.
    Creating,

    /// Could not be created.
    CreateFail,

    /// Could not be created. UCloud documents the same meaning as `CreateFail`.
    Fail,

    /// Being deleted.
    Deleting,

    /// Could not be deleted.
    DeleteFail,

    /// In use.
    Running,

    /// Its memory is being changed.
    Resizing,

    /// Its memory could not be changed.
    ResizeFail,

    /// Its configuration is being changed.
    #[doc(alias = "Configing")]
    Configuring,

    /// Its configuration could not be changed.
    ConfigFail,

    /// Being restarted.
    Restarting,

    /// Its password could not be changed.
    SetPasswordFail,

    /// A task on it is being prepared; going by the name, a change of its memory.
    UpgradeMemInit,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl BlockState {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Starting => "Starting",
            Self::Creating => "Creating",
            Self::CreateFail => "CreateFail",
            Self::Fail => "Fail",
            Self::Deleting => "Deleting",
            Self::DeleteFail => "DeleteFail",
            Self::Running => "Running",
            Self::Resizing => "Resizing",
            Self::ResizeFail => "ResizeFail",
            Self::Configuring => "Configing",
            Self::ConfigFail => "ConfigFail",
            Self::Restarting => "Restarting",
            Self::SetPasswordFail => "SetPasswordFail",
            Self::UpgradeMemInit => "UpgradeMemInit",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "Starting" => Self::Starting,
            "Creating" => Self::Creating,
            "CreateFail" => Self::CreateFail,
            "Fail" => Self::Fail,
            "Deleting" => Self::Deleting,
            "DeleteFail" => Self::DeleteFail,
            "Running" => Self::Running,
            "Resizing" => Self::Resizing,
            "ResizeFail" => Self::ResizeFail,
            "Configing" => Self::Configuring,
            "ConfigFail" => Self::ConfigFail,
            "Restarting" => Self::Restarting,
            "SetPasswordFail" => Self::SetPasswordFail,
            "UpgradeMemInit" => Self::UpgradeMemInit,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(BlockState);
