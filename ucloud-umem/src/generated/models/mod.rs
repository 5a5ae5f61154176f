// Written by `cargo xtask regenerate` from api-spec/models/. Edit that instead.

//! Structures that replies share.

mod price_data_set;
mod proxy_client;
mod udredis_proxy_info;
mod udredis_slowlog_set;
mod umem_backup_set;
mod umem_block_info;
mod umem_data_set;
mod umem_price_set;
mod umem_slave_data_set;
mod umem_space_address_set;
mod umem_space_set;
mod umemcache_group_set;
mod umemcache_price_set;
mod uredis_backup_set;
mod uredis_config_set;
mod uredis_group_set;
mod uredis_price_set;
mod uredis_slowlog_set;
mod uredis_version_set;

pub use price_data_set::PriceDataSet;
pub use proxy_client::ProxyClient;
pub use udredis_proxy_info::UDRedisProxyInfo;
pub use udredis_slowlog_set::UDRedisSlowlogSet;
pub use umem_backup_set::UMemBackupSet;
pub use umem_block_info::UMemBlockInfo;
pub use umem_data_set::UMemDataSet;
pub use umem_price_set::UMemPriceSet;
pub use umem_slave_data_set::UMemSlaveDataSet;
pub use umem_space_address_set::UMemSpaceAddressSet;
pub use umem_space_set::UMemSpaceSet;
pub use umemcache_group_set::UMemcacheGroupSet;
pub use umemcache_price_set::UMemcachePriceSet;
pub use uredis_backup_set::URedisBackupSet;
pub use uredis_config_set::URedisConfigSet;
pub use uredis_group_set::URedisGroupSet;
pub use uredis_price_set::URedisPriceSet;
pub use uredis_slowlog_set::URedisSlowlogSet;
pub use uredis_version_set::URedisVersionSet;
