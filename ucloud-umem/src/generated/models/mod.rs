// Written by `cargo xtask regenerate` from api-spec/models/. Edit that instead.

//! Structures that replies share.

mod proxy_client;
mod udredis_proxy;
mod udredis_slowlog;
mod umem_backup;
mod umem_block;
mod umem_instance;
mod umem_price;
mod umem_price_change;
mod umem_replica;
mod umem_space;
mod umem_space_address;
mod umemcache_group;
mod umemcache_price;
mod uredis_backup;
mod uredis_config;
mod uredis_group;
mod uredis_price;
mod uredis_slowlog;
mod uredis_version;

pub use proxy_client::ProxyClient;
pub use udredis_proxy::UDRedisProxy;
pub use udredis_slowlog::UDRedisSlowlog;
pub use umem_backup::UMemBackup;
pub use umem_block::UMemBlock;
pub use umem_instance::UMemInstance;
pub use umem_price::UMemPrice;
pub use umem_price_change::UMemPriceChange;
pub use umem_replica::UMemReplica;
pub use umem_space::UMemSpace;
pub use umem_space_address::UMemSpaceAddress;
pub use umemcache_group::UMemcacheGroup;
pub use umemcache_price::UMemcachePrice;
pub use uredis_backup::URedisBackup;
pub use uredis_config::URedisConfig;
pub use uredis_group::URedisGroup;
pub use uredis_price::URedisPrice;
pub use uredis_slowlog::URedisSlowlog;
pub use uredis_version::URedisVersion;
