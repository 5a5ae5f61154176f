// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! Requests and replies, one pair per action.

mod check_udredis_space_allowance;
mod check_uredis_allowance;
mod create_scan_hot_big_keys;
mod create_udredis_uhproxy;
mod create_umem_backup;
mod create_umem_space;
mod create_umemcache_group;
mod create_uredis_backup;
mod create_uredis_group;
mod delete_udredis_proxy;
mod delete_umem_space;
mod delete_umemcache_group;
mod delete_uredis_group;
mod describe_udredis_proxy_client_list;
mod describe_udredis_proxy_info;
mod describe_udredis_slowlog;
mod describe_umem;
mod describe_umem_backup;
mod describe_umem_backup_url;
mod describe_umem_block_info;
mod describe_umem_price;
mod describe_umem_space;
mod describe_umem_upgrade_price;
mod describe_umemcache_group;
mod describe_umemcache_price;
mod describe_umemcache_upgrade_price;
mod describe_uredis_backup;
mod describe_uredis_backup_url;
mod describe_uredis_config;
mod describe_uredis_group;
mod describe_uredis_price;
mod describe_uredis_slowlog;
mod describe_uredis_upgrade_price;
mod describe_uredis_version;
mod flushall_uredis_group;
mod get_umem_space_state;
mod isolation_uredis_group;
mod modify_umem_password;
mod modify_umem_space_name;
mod modify_uredis_config;
mod modify_uredis_group_name;
mod modify_uredis_group_password;
mod register_umem_defrag;
mod remove_udredis_data;
mod resize_udredis_block_size;
mod resize_uhproxy;
mod resize_umem_space;
mod resize_umemcache_group;
mod resize_uredis_group;
mod restart_umemcache_group;
mod restart_uredis_group;
mod shutdown_uredis_group;
mod start_uredis_group;
mod update_uredis_backup_strategy;
mod update_uredis_rewrite_time;

pub use check_udredis_space_allowance::{
    CheckUDRedisSpaceAllowance, CheckUDRedisSpaceAllowanceResponse,
};
pub use check_uredis_allowance::{CheckURedisAllowance, CheckURedisAllowanceResponse};
pub use create_scan_hot_big_keys::{CreateScanHotBigKeys, CreateScanHotBigKeysResponse};
pub use create_udredis_uhproxy::{CreateUDRedisUhproxy, CreateUDRedisUhproxyResponse};
pub use create_umem_backup::{CreateUMemBackup, CreateUMemBackupResponse};
pub use create_umem_space::{CreateUMemSpace, CreateUMemSpaceResponse};
pub use create_umemcache_group::{CreateUMemcacheGroup, CreateUMemcacheGroupResponse};
pub use create_uredis_backup::{CreateURedisBackup, CreateURedisBackupResponse};
pub use create_uredis_group::{CreateURedisGroup, CreateURedisGroupResponse};
pub use delete_udredis_proxy::{DeleteUDRedisProxy, DeleteUDRedisProxyResponse};
pub use delete_umem_space::{DeleteUMemSpace, DeleteUMemSpaceResponse};
pub use delete_umemcache_group::{DeleteUMemcacheGroup, DeleteUMemcacheGroupResponse};
pub use delete_uredis_group::{DeleteURedisGroup, DeleteURedisGroupResponse};
pub use describe_udredis_proxy_client_list::{
    DescribeUDRedisProxyClientList, DescribeUDRedisProxyClientListResponse,
};
pub use describe_udredis_proxy_info::{
    DescribeUDRedisProxyInfo, DescribeUDRedisProxyInfoResponse,
};
pub use describe_udredis_slowlog::{
    DescribeUDRedisSlowlog, DescribeUDRedisSlowlogResponse,
};
pub use describe_umem::{DescribeUMem, DescribeUMemResponse};
pub use describe_umem_backup::{DescribeUMemBackup, DescribeUMemBackupResponse};
pub use describe_umem_backup_url::{DescribeUMemBackupUrl, DescribeUMemBackupUrlResponse};
pub use describe_umem_block_info::{DescribeUMemBlockInfo, DescribeUMemBlockInfoResponse};
pub use describe_umem_price::{DescribeUMemPrice, DescribeUMemPriceResponse};
pub use describe_umem_space::{DescribeUMemSpace, DescribeUMemSpaceResponse};
pub use describe_umem_upgrade_price::{
    DescribeUMemUpgradePrice, DescribeUMemUpgradePriceResponse,
};
pub use describe_umemcache_group::{
    DescribeUMemcacheGroup, DescribeUMemcacheGroupResponse,
};
pub use describe_umemcache_price::{
    DescribeUMemcachePrice, DescribeUMemcachePriceResponse,
};
pub use describe_umemcache_upgrade_price::{
    DescribeUMemcacheUpgradePrice, DescribeUMemcacheUpgradePriceResponse,
};
pub use describe_uredis_backup::{DescribeURedisBackup, DescribeURedisBackupResponse};
pub use describe_uredis_backup_url::{
    DescribeURedisBackupUrl, DescribeURedisBackupUrlResponse,
};
pub use describe_uredis_config::{DescribeURedisConfig, DescribeURedisConfigResponse};
pub use describe_uredis_group::{DescribeURedisGroup, DescribeURedisGroupResponse};
pub use describe_uredis_price::{DescribeURedisPrice, DescribeURedisPriceResponse};
pub use describe_uredis_slowlog::{DescribeURedisSlowlog, DescribeURedisSlowlogResponse};
pub use describe_uredis_upgrade_price::{
    DescribeURedisUpgradePrice, DescribeURedisUpgradePriceResponse,
};
pub use describe_uredis_version::{DescribeURedisVersion, DescribeURedisVersionResponse};
pub use flushall_uredis_group::{FlushallURedisGroup, FlushallURedisGroupResponse};
pub use get_umem_space_state::{GetUMemSpaceState, GetUMemSpaceStateResponse};
pub use isolation_uredis_group::{IsolationURedisGroup, IsolationURedisGroupResponse};
pub use modify_umem_password::{ModifyUMemPassword, ModifyUMemPasswordResponse};
pub use modify_umem_space_name::{ModifyUMemSpaceName, ModifyUMemSpaceNameResponse};
pub use modify_uredis_config::{ModifyURedisConfig, ModifyURedisConfigResponse};
pub use modify_uredis_group_name::{ModifyURedisGroupName, ModifyURedisGroupNameResponse};
pub use modify_uredis_group_password::{
    ModifyURedisGroupPassword, ModifyURedisGroupPasswordResponse,
};
pub use register_umem_defrag::{RegisterUMemDefrag, RegisterUMemDefragResponse};
pub use remove_udredis_data::{RemoveUDRedisData, RemoveUDRedisDataResponse};
pub use resize_udredis_block_size::{
    ResizeUDRedisBlockSize, ResizeUDRedisBlockSizeResponse,
};
pub use resize_uhproxy::{ResizeUhproxy, ResizeUhproxyResponse};
pub use resize_umem_space::{ResizeUMemSpace, ResizeUMemSpaceResponse};
pub use resize_umemcache_group::{ResizeUMemcacheGroup, ResizeUMemcacheGroupResponse};
pub use resize_uredis_group::{ResizeURedisGroup, ResizeURedisGroupResponse};
pub use restart_umemcache_group::{RestartUMemcacheGroup, RestartUMemcacheGroupResponse};
pub use restart_uredis_group::{RestartURedisGroup, RestartURedisGroupResponse};
pub use shutdown_uredis_group::{ShutdownURedisGroup, ShutdownURedisGroupResponse};
pub use start_uredis_group::{StartURedisGroup, StartURedisGroupResponse};
pub use update_uredis_backup_strategy::{
    UpdateURedisBackupStrategy, UpdateURedisBackupStrategyResponse,
};
pub use update_uredis_rewrite_time::{
    UpdateURedisRewriteTime, UpdateURedisRewriteTimeResponse,
};
