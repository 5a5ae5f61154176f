//! The document of seeds: YAML or JSON. The JSON Schema of `--seed-schema` is made of these types.

use std::collections::BTreeMap;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};
use ucloud_umem::Password;

use super::value::{Backups, When, Word};
use crate::stored_password;
use crate::words::{
    ChargeType, InstanceState, Protocol, ReplicaState, UMemBackupState, UMemcacheGroupState,
    URedisBackupState,
};

/// Resources that exist at the start, as facts. What is left out has a default.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(title = "Seeds of umem-emulator")]
pub(crate) struct SeedDocument {
    /// Distributed Redis spaces.
    pub(crate) spaces: Vec<SpaceSeed>,
    /// Redis groups.
    pub(crate) redis_groups: Vec<GroupSeed>,
    /// Memcached groups.
    pub(crate) memcached_groups: Vec<MemcachedSeed>,
    /// Projects beside the default one.
    pub(crate) projects: Vec<ProjectSeed>,
    /// Virtual private clouds (VPCs) beside the default ones.
    pub(crate) vpcs: Vec<VpcSeed>,
    /// URNs of roles beside the default one.
    pub(crate) roles: Vec<String>,
}

impl SeedDocument {
    /// Makes a document of one space.
    pub(crate) fn of_space(id: String, backups: u32) -> Self {
        let backups = Backups::Count(backups);
        let space = SpaceSeed { id: Some(id), backups, ..SpaceSeed::default() };
        Self { spaces: vec![space], ..Self::default() }
    }

    /// Makes a document of one Redis group.
    pub(crate) fn of_group(id: String, backups: u32) -> Self {
        let backups = Backups::Count(backups);
        let group = GroupSeed { id: Some(id), backups, ..GroupSeed::default() };
        Self { redis_groups: vec![group], ..Self::default() }
    }

    /// Makes a document of one Memcached group.
    pub(crate) fn of_memcached_group(id: String) -> Self {
        let group = MemcachedSeed { id: Some(id), ..MemcachedSeed::default() };
        Self { memcached_groups: vec![group], ..Self::default() }
    }
}

/// Facts that every kind has.
pub(crate) struct Common<'a> {
    pub(crate) id: Option<&'a str>,
    pub(crate) name: Option<&'a str>,
    pub(crate) state: Option<&'static str>,
    pub(crate) size_gb: Option<i64>,
    pub(crate) version: Option<&'a str>,
    pub(crate) project: Option<&'a str>,
    pub(crate) region: Option<&'a str>,
    pub(crate) zone: Option<&'a str>,
    pub(crate) standby_zone: Option<&'a str>,
    pub(crate) high_performance: Option<bool>,
    pub(crate) port: Option<i64>,
    pub(crate) password: Option<&'a Password>,
    pub(crate) charge_type: Option<&'static str>,
    pub(crate) tag: Option<&'a str>,
    pub(crate) vpc_id: Option<&'a str>,
    pub(crate) subnet_id: Option<&'a str>,
    pub(crate) created: Option<When>,
    pub(crate) expires: Option<When>,
}

macro_rules! instance_seed {
    (
        $(#[$doc:meta])*
        $name:ident in $state:ty {
            $($(#[$field_doc:meta])* $field:ident: $ty:ty,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
        #[serde(default, deny_unknown_fields)]
        pub(crate) struct $name {
            /// Id, which no other resource may have. Default: one is given out.
            pub(crate) id: Option<String>,
            /// Name. Default: the id.
            pub(crate) name: Option<String>,
            /// State. It stays until a call changes it. Default: Running.
            pub(crate) state: Option<Word<$state>>,
            /// Memory in GB.
            pub(crate) size_gb: Option<i64>,
            /// Version of the server.
            pub(crate) version: Option<String>,
            /// Project. Default: the default project.
            pub(crate) project: Option<String>,
            /// Region. Default: cn-bj2.
            pub(crate) region: Option<String>,
            /// Zone. Default: cn-bj2-05, or the first zone of the region.
            pub(crate) zone: Option<String>,
            /// Zone of the standby, if it is another one.
            pub(crate) standby_zone: Option<String>,
            /// True for the high-performance kind.
            pub(crate) high_performance: Option<bool>,
            /// Port: 1 to 65535.
            pub(crate) port: Option<i64>,
            /// Password in plain text: 6 to 36 visible ASCII characters. Default: none.
            #[serde(deserialize_with = "password")]
            #[schemars(with = "Option<String>")]
            pub(crate) password: Option<Password>,
            /// Charge type. Default: Month.
            pub(crate) charge_type: Option<Word<ChargeType>>,
            /// Business group. Default: Default.
            pub(crate) tag: Option<String>,
            /// Network. Default: uvnet-emulator.
            pub(crate) vpc_id: Option<String>,
            /// Subnet. Default: subnet-emulator.
            pub(crate) subnet_id: Option<String>,
            /// Creation time, not in the future. Default: a day before the first backup.
            pub(crate) created: Option<When>,
            /// End of the paid time. Default: in 30 days.
            pub(crate) expires: Option<When>,
            $($(#[$field_doc])* pub(crate) $field: $ty,)*
        }

        impl $name {
            /// Returns the facts that every kind has.
            pub(crate) fn common(&self) -> Common<'_> {
                Common {
                    id: self.id.as_deref(),
                    name: self.name.as_deref(),
                    state: self.state.as_ref().map(Word::text),
                    size_gb: self.size_gb,
                    version: self.version.as_deref(),
                    project: self.project.as_deref(),
                    region: self.region.as_deref(),
                    zone: self.zone.as_deref(),
                    standby_zone: self.standby_zone.as_deref(),
                    high_performance: self.high_performance,
                    port: self.port,
                    password: self.password.as_ref(),
                    charge_type: self.charge_type.as_ref().map(Word::text),
                    tag: self.tag.as_deref(),
                    vpc_id: self.vpc_id.as_deref(),
                    subnet_id: self.subnet_id.as_deref(),
                    created: self.created,
                    expires: self.expires,
                }
            }
        }
    };
}

instance_seed! {
    /// A distributed Redis space.
    SpaceSeed in InstanceState {
        /// Protocol. Default: redis.
        protocol: Option<Word<Protocol>>,
        /// Number of shards, at most one for each GB. Default: 4, or fewer in a small space.
        shards: Option<i64>,
        /// Proxies. Default: none.
        proxies: Vec<ProxySeed>,
        /// True if reads are split from writes. Default: false.
        splits_reads: bool,
        /// Size of the data in MB. Default: 1536, or less in a small space.
        used_mb: Option<i64>,
        /// Keys and values with which its server starts. Needs `--redis-server`.
        data: Option<BTreeMap<String, String>>,
        /// RDB file with which its server starts, instead of `data`. A relative path is relative to
        /// the seed file. Needs `--redis-server`, and is refused over HTTP.
        rdb: Option<PathBuf>,
        /// Backups: a number, one a day up to yesterday, or a list. Default: 0.
        backups: Backups<UMemBackupState>,
    }
}

instance_seed! {
    /// A Redis group.
    GroupSeed in InstanceState {
        /// True if it has a standby. Default: true.
        high_availability: Option<bool>,
        /// Configuration. Default: the default one of the version.
        config_id: Option<String>,
        /// True if a backup is taken every day. Default: false.
        auto_backup: bool,
        /// Hour of the automatic backup in UTC: 0 to 23. Default: 0.
        backup_hour: i64,
        /// Size of the data in MB. It grows by 1 MB a minute. Default: as if it had grown since its
        /// creation.
        used_mb: Option<i64>,
        /// Keys and values with which its server starts. Needs `--redis-server`.
        data: Option<BTreeMap<String, String>>,
        /// RDB file with which its server starts, instead of `data`. A relative path is relative to
        /// the seed file. Needs `--redis-server`, and is refused over HTTP.
        rdb: Option<PathBuf>,
        /// Backups: a number, one a day up to yesterday, or a list. Default: 0.
        backups: Backups<URedisBackupState>,
        /// Read-only replicas. They have the password, the configuration and the data of the group.
        replicas: Vec<ReplicaSeed>,
    }
}

instance_seed! {
    /// A read-only replica of a Redis group. What is left out is as in the group.
    ReplicaSeed in ReplicaState {}
}

instance_seed! {
    /// A Memcached group.
    MemcachedSeed in UMemcacheGroupState {
        /// Keys and values with which its server starts; keys of 1 to 250 bytes without spaces. They
        /// are gone after a restart. Needs `--memcached`.
        data: Option<BTreeMap<String, String>>,
    }
}

/// A proxy of a distributed space.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProxySeed {
    /// Number of CPU cores.
    pub(crate) cores: u32,
    /// Port: 1 to 65535. Default: 6379.
    #[serde(default)]
    pub(crate) port: Option<i64>,
}

/// A project, which GetProjectList lists.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProjectSeed {
    /// Id, which no other resource may have.
    pub(crate) id: String,
    /// Name. Default: the id.
    #[serde(default)]
    pub(crate) name: Option<String>,
}

/// A VPC.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VpcSeed {
    /// Id, which no other resource may have.
    pub(crate) id: String,
    /// Name. Default: the id.
    #[serde(default)]
    pub(crate) name: Option<String>,
    /// Ids of its subnets: 1 to 256.
    pub(crate) subnets: Vec<String>,
    /// Project. Default: the default project.
    #[serde(default)]
    pub(crate) project: Option<String>,
    /// Region. Default: cn-bj2.
    #[serde(default)]
    pub(crate) region: Option<String>,
}

/// Reads a password; a message about it never repeats it.
fn password<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Password>, D::Error> {
    stored_password::deserialize(deserializer).map(Some)
}
