// Written by `cargo xtask regenerate` from api-spec/enums/InstanceState.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// State of a Redis group, a distributed space or a Memcached group.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::InstanceState;
///
/// let value = InstanceState::from("Starting");
/// match &value {
///     InstanceState::Starting => println!("Starting"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum InstanceState {
    /// Being created.
    Starting,

    /// Being initialised.
    Creating,

    /// Being deleted.
    Deleting,

    /// Could not be created.
    CreateFail,

    /// Could not be created, as UCloud documented on 2026-04-23. UCloud's command line
    /// treats it as a failed restart or resize too.
    Fail,

    /// Could not be deleted.
    DeleteFail,

    /// Its memory is being changed.
    Resizing,

    /// Its memory could not be changed.
    ResizeFail,

    /// Its configuration is being changed. No longer documented by UCloud.
    #[doc(alias = "Configing")]
    Configuring,

    /// Its configuration could not be changed. No longer documented by UCloud.
    ConfigFail,

    /// Being restarted. No longer documented by UCloud.
    Restarting,

    /// In disaster recovery. Not further documented by UCloud.
    #[doc(alias = "Disasting")]
    DisasterRecovery,

    /// In use.
    Running,

    /// Its password is being changed.
    SetPassword,

    /// Its password could not be changed.
    SetPasswordFail,

    /// Closed. `ISolationURedisGroup` closes and opens Redis groups.
    #[doc(alias = "ISolation")]
    Isolated,

    /// Its data is being synchronised.
    Replicating,

    /// Its data has been synchronised.
    ReplicateDone,

    /// Waiting for a retry; going by the name, of a task that took too long.
    ExecTimeout,

    /// Its standby is being restored.
    SlaveRecovering,

    /// Its data could not be synchronised.
    ReplicateFail,

    /// Waiting to be enlarged, for which it moves to another host.
    DelayUpgrade,

    /// Its version is being upgraded.
    VersionUpgrading,

    /// Its version could not be upgraded.
    VersionUpgradeFail,

    /// A task on it is being prepared; going by the name, a change of its memory.
    UpgradeMemInit,

    /// Its specification is being changed.
    ClusterUpgrading,

    /// Its TLS is being changed.
    #[doc(alias = "SSLSwitching")]
    SslSwitching,

    /// Its TLS could not be changed.
    #[doc(alias = "SSLSwitchFail")]
    SslSwitchFail,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl InstanceState {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Starting => "Starting",
            Self::Creating => "Creating",
            Self::Deleting => "Deleting",
            Self::CreateFail => "CreateFail",
            Self::Fail => "Fail",
            Self::DeleteFail => "DeleteFail",
            Self::Resizing => "Resizing",
            Self::ResizeFail => "ResizeFail",
            Self::Configuring => "Configing",
            Self::ConfigFail => "ConfigFail",
            Self::Restarting => "Restarting",
            Self::DisasterRecovery => "Disasting",
            Self::Running => "Running",
            Self::SetPassword => "SetPassword",
            Self::SetPasswordFail => "SetPasswordFail",
            Self::Isolated => "ISolation",
            Self::Replicating => "Replicating",
            Self::ReplicateDone => "ReplicateDone",
            Self::ExecTimeout => "ExecTimeout",
            Self::SlaveRecovering => "SlaveRecovering",
            Self::ReplicateFail => "ReplicateFail",
            Self::DelayUpgrade => "DelayUpgrade",
            Self::VersionUpgrading => "VersionUpgrading",
            Self::VersionUpgradeFail => "VersionUpgradeFail",
            Self::UpgradeMemInit => "UpgradeMemInit",
            Self::ClusterUpgrading => "ClusterUpgrading",
            Self::SslSwitching => "SSLSwitching",
            Self::SslSwitchFail => "SSLSwitchFail",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "Starting" => Self::Starting,
            "Creating" => Self::Creating,
            "Deleting" => Self::Deleting,
            "CreateFail" => Self::CreateFail,
            "Fail" => Self::Fail,
            "DeleteFail" => Self::DeleteFail,
            "Resizing" => Self::Resizing,
            "ResizeFail" => Self::ResizeFail,
            "Configing" => Self::Configuring,
            "ConfigFail" => Self::ConfigFail,
            "Restarting" => Self::Restarting,
            "Disasting" => Self::DisasterRecovery,
            "Running" => Self::Running,
            "SetPassword" => Self::SetPassword,
            "SetPasswordFail" => Self::SetPasswordFail,
            "ISolation" => Self::Isolated,
            "Replicating" => Self::Replicating,
            "ReplicateDone" => Self::ReplicateDone,
            "ExecTimeout" => Self::ExecTimeout,
            "SlaveRecovering" => Self::SlaveRecovering,
            "ReplicateFail" => Self::ReplicateFail,
            "DelayUpgrade" => Self::DelayUpgrade,
            "VersionUpgrading" => Self::VersionUpgrading,
            "VersionUpgradeFail" => Self::VersionUpgradeFail,
            "UpgradeMemInit" => Self::UpgradeMemInit,
            "ClusterUpgrading" => Self::ClusterUpgrading,
            "SSLSwitching" => Self::SslSwitching,
            "SSLSwitchFail" => Self::SslSwitchFail,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(InstanceState);
