// Written by `cargo xtask regenerate` from api-spec/enums/UMemcacheGroupState.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// State of a Memcached group.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::UMemcacheGroupState;
///
/// let value = UMemcacheGroupState::from("Creating");
/// match &value {
///     UMemcacheGroupState::Creating => println!("Creating"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UMemcacheGroupState {
    /// Being initialised.
    Creating,

    /// Could not be created.
    CreateFail,

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

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl UMemcacheGroupState {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Creating => "Creating",
            Self::CreateFail => "CreateFail",
            Self::Deleting => "Deleting",
            Self::DeleteFail => "DeleteFail",
            Self::Running => "Running",
            Self::Resizing => "Resizing",
            Self::ResizeFail => "ResizeFail",
            Self::Configuring => "Configing",
            Self::ConfigFail => "ConfigFail",
            Self::Restarting => "Restarting",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "Creating" => Self::Creating,
            "CreateFail" => Self::CreateFail,
            "Deleting" => Self::Deleting,
            "DeleteFail" => Self::DeleteFail,
            "Running" => Self::Running,
            "Resizing" => Self::Resizing,
            "ResizeFail" => Self::ResizeFail,
            "Configing" => Self::Configuring,
            "ConfigFail" => Self::ConfigFail,
            "Restarting" => Self::Restarting,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(UMemcacheGroupState);
