// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! What the emulator knows of every action.

use super::example_replies;
use crate::emulator::action::{ActionSpec, ParameterKind, ParameterSpec};

/// Every action, in the byte order of their names.
pub(crate) const ACTIONS: &[ActionSpec] = &[
    CHECK_UDREDIS_SPACE_ALLOWANCE,
    CHECK_UREDIS_ALLOWANCE,
    CREATE_SCAN_HOT_BIG_KEYS,
    CREATE_UDREDIS_UHPROXY,
    CREATE_UMEM_BACKUP,
    CREATE_UMEM_SPACE,
    CREATE_UMEMCACHE_GROUP,
    CREATE_UREDIS_BACKUP,
    CREATE_UREDIS_GROUP,
    DELETE_UDREDIS_PROXY,
    DELETE_UMEM_SPACE,
    DELETE_UMEMCACHE_GROUP,
    DELETE_UREDIS_GROUP,
    DESCRIBE_UDREDIS_PROXY_CLIENT_LIST,
    DESCRIBE_UDREDIS_PROXY_INFO,
    DESCRIBE_UDREDIS_SLOWLOG,
    DESCRIBE_UMEM,
    DESCRIBE_UMEM_BACKUP,
    DESCRIBE_UMEM_BACKUP_URL,
    DESCRIBE_UMEM_BLOCK_INFO,
    DESCRIBE_UMEM_PRICE,
    DESCRIBE_UMEM_SPACE,
    DESCRIBE_UMEM_UPGRADE_PRICE,
    DESCRIBE_UMEMCACHE_GROUP,
    DESCRIBE_UMEMCACHE_PRICE,
    DESCRIBE_UMEMCACHE_UPGRADE_PRICE,
    DESCRIBE_UREDIS_BACKUP,
    DESCRIBE_UREDIS_BACKUP_URL,
    DESCRIBE_UREDIS_CONFIG,
    DESCRIBE_UREDIS_GROUP,
    DESCRIBE_UREDIS_PRICE,
    DESCRIBE_UREDIS_SLOWLOG,
    DESCRIBE_UREDIS_UPGRADE_PRICE,
    DESCRIBE_UREDIS_VERSION,
    FLUSHALL_UREDIS_GROUP,
    GET_UMEM_SPACE_STATE,
    ISOLATION_UREDIS_GROUP,
    MODIFY_UMEM_PASSWORD,
    MODIFY_UMEM_SPACE_NAME,
    MODIFY_UREDIS_CONFIG,
    MODIFY_UREDIS_GROUP_NAME,
    MODIFY_UREDIS_GROUP_PASSWORD,
    REGISTER_UMEM_DEFRAG,
    REMOVE_UDREDIS_DATA,
    RESIZE_UDREDIS_BLOCK_SIZE,
    RESIZE_UMEM_SPACE,
    RESIZE_UMEMCACHE_GROUP,
    RESIZE_UREDIS_GROUP,
    RESIZE_UHPROXY,
    RESTART_UMEMCACHE_GROUP,
    RESTART_UREDIS_GROUP,
    SHUTDOWN_UREDIS_GROUP,
    START_UREDIS_GROUP,
    UPDATE_UREDIS_BACKUP_STRATEGY,
    UPDATE_UREDIS_REWRITE_TIME,
];

/// Regions and zones that only the documented examples use.
pub(crate) const EXAMPLE_PLACES: &[(&str, Option<&str>)] = &[
    ("CYfSjtfA", Some("ATRtBpOx")),
    ("NxFzHGsY", None),
    ("OYdDMZXj", Some("eOtEEIHT")),
    ("ZAuDPsAk", None),
    ("baQYMUCr", Some("KsoovIkN")),
    ("bcLLpnpD", Some("ZeegGcmw")),
    ("cn-bj2", Some("InTEynQN")),
    ("cn-bj2", Some("SZQDzLQZ")),
    ("cn-bj2", Some("cn-bj2-04")),
    ("cn-bj2", Some("gTZrjKex")),
    ("cn-east-01", None),
    ("cn-east-01", Some("ToqKEOaG")),
    ("cn-north-02", None),
    ("cn-zj", Some("cn-zj-01")),
    ("gZTrpUMC", None),
    ("iBpXSJCs", None),
    ("nMAgQwSo", Some("OXUwhOqN")),
    ("oIDYlQTE", Some("HGIOIePm")),
    ("wMZNgfza", Some("tAFAfrWG")),
    ("zzVbvKHG", Some("GlLKTrej")),
];

const CHECK_UDREDIS_SPACE_ALLOWANCE: ActionSpec = ActionSpec {
    name: "CheckUDredisSpaceAllowance",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        required("Count", ParameterKind::Int),
        optional("GroupId", ParameterKind::Text),
    ],
    example: Some(example_replies::CHECK_UDREDIS_SPACE_ALLOWANCE),
};

const CHECK_UREDIS_ALLOWANCE: ActionSpec = ActionSpec {
    name: "CheckURedisAllowance",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        required("Count", ParameterKind::Int),
        optional("Protocol", ParameterKind::Text),
        optional("RegionFlag", ParameterKind::Bool),
        optional("GroupId", ParameterKind::Text),
        optional("SlaveZone", ParameterKind::Text),
    ],
    example: Some(example_replies::CHECK_UREDIS_ALLOWANCE),
};

const CREATE_SCAN_HOT_BIG_KEYS: ActionSpec = ActionSpec {
    name: "CreateScanHotBigKeys",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("Type", ParameterKind::Text),
        optional("SpaceId", ParameterKind::Text),
        optional("IsRetry", ParameterKind::Bool),
        optional("TaskId", ParameterKind::Text),
    ],
    example: Some(example_replies::CREATE_SCAN_HOT_BIG_KEYS),
};

const CREATE_UDREDIS_UHPROXY: ActionSpec = ActionSpec {
    name: "CreateUDRedisUhproxy",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("CPU", ParameterKind::Int),
        optional("Port", ParameterKind::Int),
        optional("ProxyCnt", ParameterKind::Int),
        optional("CouponId", ParameterKind::Text),
    ],
    example: Some(example_replies::CREATE_UDREDIS_UHPROXY),
};

const CREATE_UMEM_BACKUP: ActionSpec = ActionSpec {
    name: "CreateUMemBackup",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("BackupName", ParameterKind::Text),
    ],
    example: Some(example_replies::CREATE_UMEM_BACKUP),
};

const CREATE_UMEM_SPACE: ActionSpec = ActionSpec {
    name: "CreateUMemSpace",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        required("Name", ParameterKind::Text),
        optional("Protocol", ParameterKind::Text),
        optional("Type", ParameterKind::Text),
        optional("ChargeType", ParameterKind::Text),
        optional("Quantity", ParameterKind::Int),
        optional("VPCId", ParameterKind::Text),
        optional("SubnetId", ParameterKind::Text),
        optional("Tag", ParameterKind::Text),
        optional("Password", ParameterKind::Text),
        optional("SlaveZone", ParameterKind::Text),
        optional("BlockCnt", ParameterKind::Int),
        optional("ClusterMode", ParameterKind::Text),
        optional("Version", ParameterKind::Text),
        optional("HighPerformance", ParameterKind::Bool),
        optional("ProxySize", ParameterKind::Int),
        optional("UlbMode", ParameterKind::Bool),
        optional("Port", ParameterKind::Int),
        optional("ProxyPort", ParameterKind::Int),
        optional("BackupId", ParameterKind::Text),
        optional("SpaceId", ParameterKind::Text),
        optional("RollbackSpaceId", ParameterKind::Text),
        optional("RollbackTime", ParameterKind::Int),
        optional("CouponId", ParameterKind::Text),
    ],
    example: Some(example_replies::CREATE_UMEM_SPACE),
};

const CREATE_UMEMCACHE_GROUP: ActionSpec = ActionSpec {
    name: "CreateUMemcacheGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Name", ParameterKind::Text),
        optional("Size", ParameterKind::Int),
        optional("ConfigId", ParameterKind::Text),
        optional("Version", ParameterKind::Text),
        optional("ChargeType", ParameterKind::Text),
        optional("Quantity", ParameterKind::Int),
        optional("Tag", ParameterKind::Text),
        optional("Protocol", ParameterKind::Text),
        optional("CouponId", ParameterKind::Text),
        optional("VPCId", ParameterKind::Text),
        optional("SubnetId", ParameterKind::Text),
    ],
    example: Some(example_replies::CREATE_UMEMCACHE_GROUP),
};

const CREATE_UREDIS_BACKUP: ActionSpec = ActionSpec {
    name: "CreateURedisBackup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("BackupName", ParameterKind::Text),
        optional("SlaveZone", ParameterKind::Text),
    ],
    example: Some(example_replies::CREATE_UREDIS_BACKUP),
};

const CREATE_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "CreateURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Name", ParameterKind::Text),
        required("HighAvailability", ParameterKind::Switch("enable", "disable")),
        optional("Size", ParameterKind::Int),
        optional("AutoBackup", ParameterKind::Switch("enable", "disable")),
        optional("BackupTime", ParameterKind::Int),
        optional("ConfigId", ParameterKind::Text),
        optional("Version", ParameterKind::Text),
        optional("ChargeType", ParameterKind::Text),
        optional("Quantity", ParameterKind::Int),
        optional("Tag", ParameterKind::Text),
        optional("Password", ParameterKind::Text),
        optional("BackupId", ParameterKind::Text),
        optional("SlaveZone", ParameterKind::Text),
        optional("MasterGroupId", ParameterKind::Text),
        optional("EnableIpV6", ParameterKind::Bool),
        optional("SubnetId", ParameterKind::Text),
        optional("VPCId", ParameterKind::Text),
        optional("HighPerformance", ParameterKind::Bool),
        optional("Port", ParameterKind::Int),
        optional("RollbackGroupId", ParameterKind::Text),
        optional("AOFID", ParameterKind::Text),
        optional("RollbackTime", ParameterKind::Int),
        optional("CouponId", ParameterKind::Text),
    ],
    example: Some(example_replies::CREATE_UREDIS_GROUP),
};

const DELETE_UDREDIS_PROXY: ActionSpec = ActionSpec {
    name: "DeleteUDRedisProxy",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("ProxyId", ParameterKind::Text),
    ],
    example: Some(example_replies::DELETE_UDREDIS_PROXY),
};

const DELETE_UMEM_SPACE: ActionSpec = ActionSpec {
    name: "DeleteUMemSpace",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
    ],
    example: Some(example_replies::DELETE_UMEM_SPACE),
};

const DELETE_UMEMCACHE_GROUP: ActionSpec = ActionSpec {
    name: "DeleteUMemcacheGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
    ],
    example: Some(example_replies::DELETE_UMEMCACHE_GROUP),
};

const DELETE_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "DeleteURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
    ],
    example: Some(example_replies::DELETE_UREDIS_GROUP),
};

const DESCRIBE_UDREDIS_PROXY_CLIENT_LIST: ActionSpec = ActionSpec {
    name: "DescribeUDRedisProxyClientList",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("ProxyId", ParameterKind::Text),
    ],
    example: None,
};

const DESCRIBE_UDREDIS_PROXY_INFO: ActionSpec = ActionSpec {
    name: "DescribeUDRedisProxyInfo",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UDREDIS_PROXY_INFO),
};

const DESCRIBE_UDREDIS_SLOWLOG: ActionSpec = ActionSpec {
    name: "DescribeUDRedisSlowlog",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("InstanceId", ParameterKind::Text),
        optional("ProxyId", ParameterKind::Text),
        optional("Limit", ParameterKind::Int),
        optional("SpaceId", ParameterKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UDREDIS_SLOWLOG),
};

const DESCRIBE_UMEM: ActionSpec = ActionSpec {
    name: "DescribeUMem",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Protocol", ParameterKind::Text),
        optional("Offset", ParameterKind::Int),
        optional("Limit", ParameterKind::Int),
        optional("ResourceId", ParameterKind::Text),
        optional("ResourceType", ParameterKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UMEM),
};

const DESCRIBE_UMEM_BACKUP: ActionSpec = ActionSpec {
    name: "DescribeUMemBackup",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        optional("Offset", ParameterKind::Int),
        optional("Limit", ParameterKind::Int),
    ],
    example: Some(example_replies::DESCRIBE_UMEM_BACKUP),
};

const DESCRIBE_UMEM_BACKUP_URL: ActionSpec = ActionSpec {
    name: "DescribeUMemBackupURL",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("BackupId", ParameterKind::Text),
        optional("BlockId", ParameterKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UMEM_BACKUP_URL),
};

const DESCRIBE_UMEM_BLOCK_INFO: ActionSpec = ActionSpec {
    name: "DescribeUMemBlockInfo",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("Offset", ParameterKind::Int),
        required("Limit", ParameterKind::Int),
    ],
    example: Some(example_replies::DESCRIBE_UMEM_BLOCK_INFO),
};

const DESCRIBE_UMEM_PRICE: ActionSpec = ActionSpec {
    name: "DescribeUMemPrice",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        required("ProjectId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        required("Type", ParameterKind::Text),
        optional("ChargeType", ParameterKind::Text),
        optional("Quantity", ParameterKind::Int),
        optional("HighPerformance", ParameterKind::Bool),
        optional("BlockCnt", ParameterKind::Int),
        optional("ProxySize", ParameterKind::Int),
        optional("UlbMode", ParameterKind::Bool),
        optional("ClusterMode", ParameterKind::Text),
        optional("ProxyCnt", ParameterKind::Int),
    ],
    example: Some(example_replies::DESCRIBE_UMEM_PRICE),
};

const DESCRIBE_UMEM_SPACE: ActionSpec = ActionSpec {
    name: "DescribeUMemSpace",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        optional("Offset", ParameterKind::Int),
        optional("Limit", ParameterKind::Int),
        optional("SpaceId", ParameterKind::Text),
        optional("Protocol", ParameterKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UMEM_SPACE),
};

const DESCRIBE_UMEM_UPGRADE_PRICE: ActionSpec = ActionSpec {
    name: "DescribeUMemUpgradePrice",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        required("Type", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        optional("HighPerformance", ParameterKind::Bool),
        optional("IsSplit", ParameterKind::Bool),
        optional("BlockIds.N", ParameterKind::Text),
        optional("BlockSize.N", ParameterKind::Int),
        optional("ProxyId", ParameterKind::Text),
        optional("NewCPU", ParameterKind::Int),
        optional("ReplicaSize", ParameterKind::Int),
    ],
    example: Some(example_replies::DESCRIBE_UMEM_UPGRADE_PRICE),
};

const DESCRIBE_UMEMCACHE_GROUP: ActionSpec = ActionSpec {
    name: "DescribeUMemcacheGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        optional("GroupId", ParameterKind::Text),
        optional("Offset", ParameterKind::Int),
        optional("Limit", ParameterKind::Int),
    ],
    example: Some(example_replies::DESCRIBE_UMEMCACHE_GROUP),
};

const DESCRIBE_UMEMCACHE_PRICE: ActionSpec = ActionSpec {
    name: "DescribeUMemcachePrice",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        optional("ChargeType", ParameterKind::Text),
        optional("Quantity", ParameterKind::Int),
        optional("Type", ParameterKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UMEMCACHE_PRICE),
};

const DESCRIBE_UMEMCACHE_UPGRADE_PRICE: ActionSpec = ActionSpec {
    name: "DescribeUMemcacheUpgradePrice",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        required("GroupId", ParameterKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UMEMCACHE_UPGRADE_PRICE),
};

const DESCRIBE_UREDIS_BACKUP: ActionSpec = ActionSpec {
    name: "DescribeURedisBackup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        optional("GroupId", ParameterKind::Text),
        optional("Offset", ParameterKind::Int),
        optional("Limit", ParameterKind::Int),
        optional("SlaveZone", ParameterKind::Text),
        optional("RegionType", ParameterKind::Text),
        optional("BackupId", ParameterKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UREDIS_BACKUP),
};

const DESCRIBE_UREDIS_BACKUP_URL: ActionSpec = ActionSpec {
    name: "DescribeURedisBackupURL",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("BackupId", ParameterKind::Text),
        optional("RegionFlag", ParameterKind::Bool),
        optional("GroupId", ParameterKind::Text),
        optional("SlaveZone", ParameterKind::Text),
        optional("IsCrossRegion", ParameterKind::Bool),
    ],
    example: Some(example_replies::DESCRIBE_UREDIS_BACKUP_URL),
};

const DESCRIBE_UREDIS_CONFIG: ActionSpec = ActionSpec {
    name: "DescribeURedisConfig",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("RegionFlag", ParameterKind::Bool),
        optional("Version", ParameterKind::Text),
        optional("ConfigId", ParameterKind::Text),
        optional("Offset", ParameterKind::Int),
        optional("Limit", ParameterKind::Int),
    ],
    example: Some(example_replies::DESCRIBE_UREDIS_CONFIG),
};

const DESCRIBE_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "DescribeURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        optional("GroupId", ParameterKind::Text),
        optional("Offset", ParameterKind::Int),
        optional("Limit", ParameterKind::Int),
    ],
    example: Some(example_replies::DESCRIBE_UREDIS_GROUP),
};

const DESCRIBE_UREDIS_PRICE: ActionSpec = ActionSpec {
    name: "DescribeURedisPrice",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        optional("ChargeType", ParameterKind::Text),
        optional("Quantity", ParameterKind::Int),
        optional("RegionFlag", ParameterKind::Bool),
        optional("ProductType", ParameterKind::Text),
        optional("HighPerformance", ParameterKind::Bool),
    ],
    example: Some(example_replies::DESCRIBE_UREDIS_PRICE),
};

const DESCRIBE_UREDIS_SLOWLOG: ActionSpec = ActionSpec {
    name: "DescribeURedisSlowlog",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        optional("Limit", ParameterKind::Int),
    ],
    example: Some(example_replies::DESCRIBE_UREDIS_SLOWLOG),
};

const DESCRIBE_UREDIS_UPGRADE_PRICE: ActionSpec = ActionSpec {
    name: "DescribeURedisUpgradePrice",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        required("GroupId", ParameterKind::Text),
        optional("HighPerformance", ParameterKind::Bool),
        optional("ConvertType", ParameterKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UREDIS_UPGRADE_PRICE),
};

const DESCRIBE_UREDIS_VERSION: ActionSpec = ActionSpec {
    name: "DescribeURedisVersion",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UREDIS_VERSION),
};

const FLUSHALL_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "FlushallURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("FlushType", ParameterKind::Text),
        optional("DbNum", ParameterKind::Int),
        optional("TopOrganizationId", ParameterKind::Int),
        optional("OrganizationId", ParameterKind::Int),
        optional("SlaveZone", ParameterKind::Text),
    ],
    example: Some(example_replies::FLUSHALL_UREDIS_GROUP),
};

const GET_UMEM_SPACE_STATE: ActionSpec = ActionSpec {
    name: "GetUMemSpaceState",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
    ],
    example: Some(example_replies::GET_UMEM_SPACE_STATE),
};

const ISOLATION_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "ISolationURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("TransformType", ParameterKind::Text),
        optional("SlaveZone", ParameterKind::Text),
    ],
    example: Some(example_replies::ISOLATION_UREDIS_GROUP),
};

const MODIFY_UMEM_PASSWORD: ActionSpec = ActionSpec {
    name: "ModifyUMemPassword",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("Password", ParameterKind::Text),
    ],
    example: Some(example_replies::MODIFY_UMEM_PASSWORD),
};

const MODIFY_UMEM_SPACE_NAME: ActionSpec = ActionSpec {
    name: "ModifyUMemSpaceName",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("Name", ParameterKind::Text),
    ],
    example: Some(example_replies::MODIFY_UMEM_SPACE_NAME),
};

const MODIFY_UREDIS_CONFIG: ActionSpec = ActionSpec {
    name: "ModifyURedisConfig",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("ConfigId", ParameterKind::Text),
        required("Key", ParameterKind::Text),
        required("Value", ParameterKind::Text),
        optional("GroupId", ParameterKind::Text),
        optional("RegionFlag", ParameterKind::Bool),
    ],
    example: Some(example_replies::MODIFY_UREDIS_CONFIG),
};

const MODIFY_UREDIS_GROUP_NAME: ActionSpec = ActionSpec {
    name: "ModifyURedisGroupName",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("Name", ParameterKind::Text),
    ],
    example: Some(example_replies::MODIFY_UREDIS_GROUP_NAME),
};

const MODIFY_UREDIS_GROUP_PASSWORD: ActionSpec = ActionSpec {
    name: "ModifyURedisGroupPassword",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("Password", ParameterKind::Text),
        optional("ResourceType", ParameterKind::Text),
    ],
    example: Some(example_replies::MODIFY_UREDIS_GROUP_PASSWORD),
};

const REGISTER_UMEM_DEFRAG: ActionSpec = ActionSpec {
    name: "RegisterUMemDefrag",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        required("ResourceId", ParameterKind::Text),
        optional("StartTime", ParameterKind::Int),
        optional("EndTime", ParameterKind::Int),
        optional("OperateType", ParameterKind::Text),
        optional("FragTime", ParameterKind::Int),
        optional("FragSize", ParameterKind::Int),
        optional("StartHour", ParameterKind::Int),
        optional("StartMin", ParameterKind::Int),
        optional("EndHour", ParameterKind::Int),
        optional("EndMin", ParameterKind::Int),
        optional("IsUnion", ParameterKind::Bool),
    ],
    example: Some(example_replies::REGISTER_UMEM_DEFRAG),
};

const REMOVE_UDREDIS_DATA: ActionSpec = ActionSpec {
    name: "RemoveUDRedisData",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
    ],
    example: Some(example_replies::REMOVE_UDREDIS_DATA),
};

const RESIZE_UDREDIS_BLOCK_SIZE: ActionSpec = ActionSpec {
    name: "ResizeUDRedisBlockSize",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("BlockId", ParameterKind::Text),
        required("BlockSize", ParameterKind::Int),
        optional("StartTime", ParameterKind::Int),
        optional("HighPerformance", ParameterKind::Bool),
    ],
    example: Some(example_replies::RESIZE_UDREDIS_BLOCK_SIZE),
};

const RESIZE_UMEM_SPACE: ActionSpec = ActionSpec {
    name: "ResizeUMemSpace",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        optional("Type", ParameterKind::Text),
        optional("CouponId", ParameterKind::Text),
    ],
    example: Some(example_replies::RESIZE_UMEM_SPACE),
};

const RESIZE_UMEMCACHE_GROUP: ActionSpec = ActionSpec {
    name: "ResizeUMemcacheGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        optional("CouponId", ParameterKind::Text),
    ],
    example: Some(example_replies::RESIZE_UMEMCACHE_GROUP),
};

const RESIZE_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "ResizeURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        optional("ChargeType", ParameterKind::Text),
        optional("Type", ParameterKind::Text),
        optional("StartTime", ParameterKind::Int),
        optional("HighPerformance", ParameterKind::Bool),
        optional("CouponId", ParameterKind::Text),
    ],
    example: Some(example_replies::RESIZE_UREDIS_GROUP),
};

const RESIZE_UHPROXY: ActionSpec = ActionSpec {
    name: "ResizeUhproxy",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("ProxyId", ParameterKind::Text),
        required("NewCPU", ParameterKind::Int),
        optional("CouponId", ParameterKind::Text),
    ],
    example: Some(example_replies::RESIZE_UHPROXY),
};

const RESTART_UMEMCACHE_GROUP: ActionSpec = ActionSpec {
    name: "RestartUMemcacheGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
    ],
    example: Some(example_replies::RESTART_UMEMCACHE_GROUP),
};

const RESTART_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "RestartURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
    ],
    example: Some(example_replies::RESTART_UREDIS_GROUP),
};

const SHUTDOWN_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "ShutdownURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
    ],
    example: Some(example_replies::SHUTDOWN_UREDIS_GROUP),
};

const START_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "StartURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
    ],
    example: Some(example_replies::START_UREDIS_GROUP),
};

const UPDATE_UREDIS_BACKUP_STRATEGY: ActionSpec = ActionSpec {
    name: "UpdateURedisBackupStrategy",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        optional("BackupTime", ParameterKind::Int),
        optional("AutoBackup", ParameterKind::Switch("enable", "disable")),
        optional("SlaveZone", ParameterKind::Text),
        optional("OperationType", ParameterKind::Text),
        optional("DstRegion", ParameterKind::Text),
        optional("SaveDays", ParameterKind::Int),
    ],
    example: Some(example_replies::UPDATE_UREDIS_BACKUP_STRATEGY),
};

const UPDATE_UREDIS_REWRITE_TIME: ActionSpec = ActionSpec {
    name: "UpdateURedisRewriteTime",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("RewriteTime", ParameterKind::Int),
        optional("SlaveZone", ParameterKind::Text),
    ],
    example: Some(example_replies::UPDATE_UREDIS_REWRITE_TIME),
};

const fn required(name: &'static str, kind: ParameterKind) -> ParameterSpec {
    ParameterSpec { name, kind, required: true }
}

const fn optional(name: &'static str, kind: ParameterKind) -> ParameterSpec {
    ParameterSpec { name, kind, required: false }
}
