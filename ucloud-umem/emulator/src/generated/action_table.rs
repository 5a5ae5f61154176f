// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! Actions, as the emulator reads them.

use crate::action::{
    ActionSpec, MemberKind, ParameterKind, list, optional, required, single, with_default,
};
use super::{example_replies, model_table, value_table};

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
    ("NxFzHGsY", Some("laPaDxNh")),
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
    ("gZTrpUMC", Some("rBqMxAHS")),
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
    response: &[
        single("Count", MemberKind::Int),
        single("NeedMigrate", MemberKind::Text),
    ],
    example: Some(example_replies::CHECK_UDREDIS_SPACE_ALLOWANCE),
};

const CHECK_UREDIS_ALLOWANCE: ActionSpec = ActionSpec {
    name: "CheckURedisAllowance",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        required("Count", ParameterKind::Int),
        optional("Protocol", ParameterKind::OneOf(value_table::PROTOCOL)),
        with_default("RegionFlag", ParameterKind::Bool, "false"),
        optional("GroupId", ParameterKind::Text),
        optional("SlaveZone", ParameterKind::Text),
    ],
    response: &[
        single("Count", MemberKind::Int),
        single("NeedMigrate", MemberKind::Bool),
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
        required("Type", ParameterKind::OneOf(value_table::SCAN_TYPE)),
        optional("SpaceId", ParameterKind::Text),
        optional("IsRetry", ParameterKind::Bool),
        optional("TaskId", ParameterKind::Text),
    ],
    response: &[],
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
        with_default("Port", ParameterKind::Int, "6379"),
        optional("ProxyCnt", ParameterKind::Int),
        optional("CouponId", ParameterKind::Text),
    ],
    response: &[single("ResourceId", MemberKind::Text)],
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
    response: &[single("BackupId", MemberKind::Text)],
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
        with_default("Protocol", ParameterKind::OneOf(value_table::PROTOCOL), "redis"),
        with_default("Type", ParameterKind::OneOf(value_table::STANDBY), "double"),
        with_default(
            "ChargeType",
            ParameterKind::OneOf(value_table::CHARGE_TYPE),
            "Month",
        ),
        with_default("Quantity", ParameterKind::Int, "1"),
        optional("VPCId", ParameterKind::Text),
        optional("SubnetId", ParameterKind::Text),
        optional("Tag", ParameterKind::Text),
        optional("Password", ParameterKind::Base64),
        optional("SlaveZone", ParameterKind::Text),
        optional("BlockCnt", ParameterKind::Int),
        optional("ClusterMode", ParameterKind::Text),
        with_default("Version", ParameterKind::Text, "4.0"),
        with_default("HighPerformance", ParameterKind::Bool, "false"),
        with_default("ProxySize", ParameterKind::Int, "0"),
        optional("UlbMode", ParameterKind::Bool),
        with_default("Port", ParameterKind::Int, "6379"),
        with_default("ProxyPort", ParameterKind::Int, "6379"),
        optional("BackupId", ParameterKind::Text),
        optional("SpaceId", ParameterKind::Text),
        optional("RollbackSpaceId", ParameterKind::Text),
        optional("RollbackTime", ParameterKind::Int),
        optional("CouponId", ParameterKind::Text),
    ],
    response: &[single("SpaceId", MemberKind::Text)],
    example: Some(example_replies::CREATE_UMEM_SPACE),
};

const CREATE_UMEMCACHE_GROUP: ActionSpec = ActionSpec {
    name: "CreateUMemcacheGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Name", ParameterKind::Text),
        with_default("Size", ParameterKind::Int, "1"),
        with_default(
            "ConfigId",
            ParameterKind::Text,
            "9a891891-c245-4b66-bce8-67e59430d67c",
        ),
        with_default("Version", ParameterKind::Text, "1.4.31"),
        with_default(
            "ChargeType",
            ParameterKind::OneOf(value_table::CHARGE_TYPE),
            "Month",
        ),
        with_default("Quantity", ParameterKind::Int, "1"),
        with_default("Tag", ParameterKind::Text, "Default"),
        optional("Protocol", ParameterKind::OneOf(value_table::PROTOCOL)),
        optional("CouponId", ParameterKind::Text),
        optional("VPCId", ParameterKind::Text),
        optional("SubnetId", ParameterKind::Text),
    ],
    response: &[single("GroupId", MemberKind::Text)],
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
    response: &[single("BackupId", MemberKind::Text)],
    example: Some(example_replies::CREATE_UREDIS_BACKUP),
};

const CREATE_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "CreateURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Name", ParameterKind::Text),
        required(
            "HighAvailability",
            ParameterKind::OneOf(value_table::HIGH_AVAILABILITY),
        ),
        with_default("Size", ParameterKind::Int, "1"),
        with_default(
            "AutoBackup",
            ParameterKind::Switch("enable", "disable"),
            "disable",
        ),
        with_default("BackupTime", ParameterKind::Int, "3"),
        optional("ConfigId", ParameterKind::Text),
        with_default("Version", ParameterKind::Text, "4.0"),
        with_default(
            "ChargeType",
            ParameterKind::OneOf(value_table::CHARGE_TYPE),
            "Month",
        ),
        with_default("Quantity", ParameterKind::Int, "1"),
        optional("Tag", ParameterKind::Text),
        optional("Password", ParameterKind::Base64),
        optional("BackupId", ParameterKind::Text),
        optional("SlaveZone", ParameterKind::Text),
        optional("MasterGroupId", ParameterKind::Text),
        with_default("EnableIpV6", ParameterKind::Bool, "false"),
        optional("SubnetId", ParameterKind::Text),
        optional("VPCId", ParameterKind::Text),
        with_default("HighPerformance", ParameterKind::Bool, "false"),
        optional("Port", ParameterKind::Int),
        optional("RollbackGroupId", ParameterKind::Text),
        optional("AOFID", ParameterKind::Text),
        optional("RollbackTime", ParameterKind::Int),
        optional("CouponId", ParameterKind::Text),
    ],
    response: &[single("GroupId", MemberKind::Text)],
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
    response: &[],
    example: Some(example_replies::DELETE_UDREDIS_PROXY),
};

const DELETE_UMEM_SPACE: ActionSpec = ActionSpec {
    name: "DeleteUMemSpace",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
    ],
    response: &[],
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
    response: &[],
    example: Some(example_replies::DELETE_UMEMCACHE_GROUP),
};

const DELETE_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "DeleteURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
    ],
    response: &[],
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
    response: &[
        single("Count", MemberKind::Int),
        list("ProxyClientList", MemberKind::Object(&model_table::PROXY_CLIENT)),
        single("Time", MemberKind::Int),
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
    response: &[list("DataSet", MemberKind::Object(&model_table::UDREDIS_PROXY))],
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
        with_default("Limit", ParameterKind::Int, "10"),
        optional("SpaceId", ParameterKind::Text),
    ],
    response: &[
        single("TotalCount", MemberKind::Int),
        list("DataSet", MemberKind::Object(&model_table::UDREDIS_SLOWLOG)),
    ],
    example: Some(example_replies::DESCRIBE_UDREDIS_SLOWLOG),
};

const DESCRIBE_UMEM: ActionSpec = ActionSpec {
    name: "DescribeUMem",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Protocol", ParameterKind::OneOf(value_table::PROTOCOL)),
        with_default("Offset", ParameterKind::Int, "0"),
        with_default("Limit", ParameterKind::Int, "20"),
        optional("ResourceId", ParameterKind::Text),
        optional("ResourceType", ParameterKind::OneOf(value_table::RESOURCE_TYPE)),
    ],
    response: &[
        single("TotalCount", MemberKind::Int),
        list("DataSet", MemberKind::Object(&model_table::UMEM_INSTANCE)),
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
        with_default("Offset", ParameterKind::Int, "0"),
        with_default("Limit", ParameterKind::Int, "10"),
    ],
    response: &[
        list("DataSet", MemberKind::Object(&model_table::UMEM_BACKUP)),
        single("TotalCount", MemberKind::Int),
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
    response: &[list("BackupURL", MemberKind::Text)],
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
    response: &[
        list("DataSet", MemberKind::Object(&model_table::UMEM_BLOCK)),
        single("ReadMode", MemberKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UMEM_BLOCK_INFO),
};

const DESCRIBE_UMEM_PRICE: ActionSpec = ActionSpec {
    name: "DescribeUMemPrice",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        required("Type", ParameterKind::OneOf(value_table::STANDBY)),
        optional("ChargeType", ParameterKind::OneOf(value_table::CHARGE_TYPE)),
        with_default("Quantity", ParameterKind::Int, "1"),
        with_default("HighPerformance", ParameterKind::Bool, "false"),
        optional("BlockCnt", ParameterKind::Int),
        optional("ProxySize", ParameterKind::Int),
        with_default("UlbMode", ParameterKind::Bool, "false"),
        optional("ClusterMode", ParameterKind::Text),
        optional("ProxyCnt", ParameterKind::Int),
    ],
    response: &[list("DataSet", MemberKind::Object(&model_table::UMEM_PRICE))],
    example: Some(example_replies::DESCRIBE_UMEM_PRICE),
};

const DESCRIBE_UMEM_SPACE: ActionSpec = ActionSpec {
    name: "DescribeUMemSpace",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        with_default("Offset", ParameterKind::Int, "0"),
        with_default("Limit", ParameterKind::Int, "20"),
        optional("SpaceId", ParameterKind::Text),
        optional("Protocol", ParameterKind::OneOf(value_table::PROTOCOL)),
    ],
    response: &[
        list("DataSet", MemberKind::Object(&model_table::UMEM_SPACE)),
        single("TotalCount", MemberKind::Int),
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
        required("Type", ParameterKind::OneOf(value_table::STANDBY)),
        required("SpaceId", ParameterKind::Text),
        with_default("HighPerformance", ParameterKind::Bool, "false"),
        with_default("IsSplit", ParameterKind::Bool, "false"),
        optional("BlockIds.N", ParameterKind::Text),
        optional("BlockSize.N", ParameterKind::Int),
        optional("ProxyId", ParameterKind::Text),
        optional("NewCPU", ParameterKind::Int),
        optional("ReplicaSize", ParameterKind::Int),
    ],
    response: &[
        single("Price", MemberKind::Int),
        single("OriginalPrice", MemberKind::Int),
        single("DataSet", MemberKind::Object(&model_table::UMEM_PRICE_CHANGE)),
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
        with_default("Offset", ParameterKind::Int, "0"),
        with_default("Limit", ParameterKind::Int, "20"),
    ],
    response: &[
        single("TotalCount", MemberKind::Int),
        list("DataSet", MemberKind::Object(&model_table::UMEMCACHE_GROUP)),
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
        optional("ChargeType", ParameterKind::OneOf(value_table::CHARGE_TYPE)),
        with_default("Quantity", ParameterKind::Int, "1"),
        with_default("Type", ParameterKind::OneOf(value_table::STANDBY), "double"),
    ],
    response: &[list("DataSet", MemberKind::Object(&model_table::UMEMCACHE_PRICE))],
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
    response: &[
        single("Price", MemberKind::Int),
        single("OriginalPrice", MemberKind::Int),
        single("ListPrice", MemberKind::Int),
    ],
    example: Some(example_replies::DESCRIBE_UMEMCACHE_UPGRADE_PRICE),
};

const DESCRIBE_UREDIS_BACKUP: ActionSpec = ActionSpec {
    name: "DescribeURedisBackup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        optional("GroupId", ParameterKind::Text),
        with_default("Offset", ParameterKind::Int, "0"),
        with_default("Limit", ParameterKind::Int, "10"),
        optional("SlaveZone", ParameterKind::Text),
        with_default(
            "RegionType",
            ParameterKind::OneOf(value_table::BACKUP_REGION_TYPE),
            "normal",
        ),
        optional("BackupId", ParameterKind::Text),
    ],
    response: &[
        single("TotalCount", MemberKind::Int),
        list("DataSet", MemberKind::Object(&model_table::UREDIS_BACKUP)),
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
        with_default("RegionFlag", ParameterKind::Bool, "false"),
        optional("GroupId", ParameterKind::Text),
        optional("SlaveZone", ParameterKind::Text),
        with_default("IsCrossRegion", ParameterKind::Bool, "false"),
    ],
    response: &[
        single("BackupURL", MemberKind::Text),
        single("BackupPath", MemberKind::Text),
        single("InnerBackupPath", MemberKind::Text),
    ],
    example: Some(example_replies::DESCRIBE_UREDIS_BACKUP_URL),
};

const DESCRIBE_UREDIS_CONFIG: ActionSpec = ActionSpec {
    name: "DescribeURedisConfig",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        with_default("RegionFlag", ParameterKind::Bool, "false"),
        optional("Version", ParameterKind::Text),
        optional("ConfigId", ParameterKind::Text),
        with_default("Offset", ParameterKind::Int, "0"),
        with_default("Limit", ParameterKind::Int, "10"),
    ],
    response: &[
        single("TotalCount", MemberKind::Int),
        list("DataSet", MemberKind::Object(&model_table::UREDIS_CONFIG)),
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
        with_default("Offset", ParameterKind::Int, "0"),
        with_default("Limit", ParameterKind::Int, "20"),
    ],
    response: &[
        single("TotalCount", MemberKind::Int),
        list("DataSet", MemberKind::Object(&model_table::UREDIS_GROUP)),
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
        optional("ChargeType", ParameterKind::OneOf(value_table::CHARGE_TYPE)),
        with_default("Quantity", ParameterKind::Int, "1"),
        with_default("RegionFlag", ParameterKind::Bool, "false"),
        with_default(
            "ProductType",
            ParameterKind::OneOf(value_table::REDIS_PRODUCT_TYPE),
            "MS_Redis",
        ),
        with_default("HighPerformance", ParameterKind::Bool, "false"),
    ],
    response: &[list("DataSet", MemberKind::Object(&model_table::UREDIS_PRICE))],
    example: Some(example_replies::DESCRIBE_UREDIS_PRICE),
};

const DESCRIBE_UREDIS_SLOWLOG: ActionSpec = ActionSpec {
    name: "DescribeURedisSlowlog",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        with_default("Limit", ParameterKind::Int, "10"),
    ],
    response: &[
        single("TotalCount", MemberKind::Int),
        list("DataSet", MemberKind::Object(&model_table::UREDIS_SLOWLOG)),
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
        with_default("HighPerformance", ParameterKind::Bool, "false"),
        optional("ConvertType", ParameterKind::OneOf(value_table::CONVERT_TYPE)),
    ],
    response: &[
        single("Price", MemberKind::Float),
        single("OriginalPrice", MemberKind::Int),
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
    response: &[
        list("DataSet", MemberKind::Object(&model_table::UREDIS_VERSION)),
        single("TotalCount", MemberKind::Int),
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
        required("FlushType", ParameterKind::OneOf(value_table::FLUSH_TYPE)),
        optional("DbNum", ParameterKind::Int),
        optional("TopOrganizationId", ParameterKind::Int),
        optional("OrganizationId", ParameterKind::Int),
        optional("SlaveZone", ParameterKind::Text),
    ],
    response: &[],
    example: Some(example_replies::FLUSHALL_UREDIS_GROUP),
};

const GET_UMEM_SPACE_STATE: ActionSpec = ActionSpec {
    name: "GetUMemSpaceState",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
    ],
    response: &[list("State", MemberKind::Text)],
    example: Some(example_replies::GET_UMEM_SPACE_STATE),
};

const ISOLATION_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "ISolationURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("TransformType", ParameterKind::OneOf(value_table::TRANSFORM_TYPE)),
        optional("SlaveZone", ParameterKind::Text),
    ],
    response: &[],
    example: Some(example_replies::ISOLATION_UREDIS_GROUP),
};

const MODIFY_UMEM_PASSWORD: ActionSpec = ActionSpec {
    name: "ModifyUMemPassword",
    parameters: &[
        required("Region", ParameterKind::Text),
        required("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("Password", ParameterKind::Base64),
    ],
    response: &[],
    example: Some(example_replies::MODIFY_UMEM_PASSWORD),
};

const MODIFY_UMEM_SPACE_NAME: ActionSpec = ActionSpec {
    name: "ModifyUMemSpaceName",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("Name", ParameterKind::Text),
    ],
    response: &[],
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
        with_default("RegionFlag", ParameterKind::Bool, "false"),
    ],
    response: &[],
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
    response: &[],
    example: Some(example_replies::MODIFY_UREDIS_GROUP_NAME),
};

const MODIFY_UREDIS_GROUP_PASSWORD: ActionSpec = ActionSpec {
    name: "ModifyURedisGroupPassword",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("Password", ParameterKind::Base64),
        optional("ResourceType", ParameterKind::OneOf(value_table::RESOURCE_TYPE)),
    ],
    response: &[],
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
        optional("OperateType", ParameterKind::OneOf(value_table::DEFRAG_OPERATION)),
        optional("FragTime", ParameterKind::Int),
        optional("FragSize", ParameterKind::Int),
        optional("StartHour", ParameterKind::Int),
        optional("StartMin", ParameterKind::Int),
        optional("EndHour", ParameterKind::Int),
        optional("EndMin", ParameterKind::Int),
        optional("IsUnion", ParameterKind::Bool),
    ],
    response: &[],
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
    response: &[],
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
        with_default("StartTime", ParameterKind::Int, "0"),
        with_default("HighPerformance", ParameterKind::Bool, "false"),
    ],
    response: &[],
    example: Some(example_replies::RESIZE_UDREDIS_BLOCK_SIZE),
};

const RESIZE_UMEM_SPACE: ActionSpec = ActionSpec {
    name: "ResizeUMemSpace",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("SpaceId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        with_default("Type", ParameterKind::OneOf(value_table::STANDBY), "double"),
        optional("CouponId", ParameterKind::Text),
    ],
    response: &[],
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
    response: &[],
    example: Some(example_replies::RESIZE_UMEMCACHE_GROUP),
};

const RESIZE_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "ResizeURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        required("Size", ParameterKind::Int),
        optional("ChargeType", ParameterKind::OneOf(value_table::CHARGE_TYPE)),
        with_default("Type", ParameterKind::OneOf(value_table::STANDBY), "double"),
        with_default("StartTime", ParameterKind::Int, "0"),
        with_default("HighPerformance", ParameterKind::Bool, "false"),
        optional("CouponId", ParameterKind::Text),
    ],
    response: &[],
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
    response: &[],
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
    response: &[],
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
    response: &[],
    example: Some(example_replies::RESTART_UREDIS_GROUP),
};

const SHUTDOWN_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "ShutdownURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
    ],
    response: &[],
    example: Some(example_replies::SHUTDOWN_UREDIS_GROUP),
};

const START_UREDIS_GROUP: ActionSpec = ActionSpec {
    name: "StartURedisGroup",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
    ],
    response: &[],
    example: Some(example_replies::START_UREDIS_GROUP),
};

const UPDATE_UREDIS_BACKUP_STRATEGY: ActionSpec = ActionSpec {
    name: "UpdateURedisBackupStrategy",
    parameters: &[
        required("Region", ParameterKind::Text),
        optional("Zone", ParameterKind::Text),
        optional("ProjectId", ParameterKind::Text),
        required("GroupId", ParameterKind::Text),
        with_default("BackupTime", ParameterKind::Int, "0"),
        with_default("AutoBackup", ParameterKind::Switch("enable", "disable"), "enable"),
        optional("SlaveZone", ParameterKind::Text),
        with_default(
            "OperationType",
            ParameterKind::OneOf(value_table::BACKUP_STRATEGY_OPERATION),
            "normal",
        ),
        optional("DstRegion", ParameterKind::Text),
        optional("SaveDays", ParameterKind::Int),
    ],
    response: &[],
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
    response: &[],
    example: Some(example_replies::UPDATE_UREDIS_REWRITE_TIME),
};
