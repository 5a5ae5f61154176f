// Written by `cargo xtask regenerate` from api-spec/enums/. Edit that instead.

//! Value sets that are known to grow.

mod backup_region_type;
mod backup_strategy_operation;
mod block_state;
mod charge_type;
mod cluster_mode;
mod convert_type;
mod defrag_operation;
mod flush_type;
mod high_availability;
mod instance_state;
mod protocol;
mod proxy_state;
mod read_mode;
mod redis_product_type;
mod replica_state;
mod resource_type;
mod role;
mod scan_type;
mod standby;
mod transform_type;
mod umem_backup_state;
mod umem_backup_type;
mod umem_space_state;
mod umemcache_group_state;
mod uredis_backup_state;
mod uredis_backup_type;
mod uredis_group_state;

pub use backup_region_type::BackupRegionType;
pub use backup_strategy_operation::BackupStrategyOperation;
pub use block_state::BlockState;
pub use charge_type::ChargeType;
pub use cluster_mode::ClusterMode;
pub use convert_type::ConvertType;
pub use defrag_operation::DefragOperation;
pub use flush_type::FlushType;
pub use high_availability::HighAvailability;
pub use instance_state::InstanceState;
pub use protocol::Protocol;
pub use proxy_state::ProxyState;
pub use read_mode::ReadMode;
pub use redis_product_type::RedisProductType;
pub use replica_state::ReplicaState;
pub use resource_type::ResourceType;
pub use role::Role;
pub use scan_type::ScanType;
pub use standby::Standby;
pub use transform_type::TransformType;
pub use umem_backup_state::UMemBackupState;
pub use umem_backup_type::UMemBackupType;
pub use umem_space_state::UMemSpaceState;
pub use umemcache_group_state::UMemcacheGroupState;
pub use uredis_backup_state::URedisBackupState;
pub use uredis_backup_type::URedisBackupType;
pub use uredis_group_state::URedisGroupState;
