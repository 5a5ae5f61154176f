// Written by `cargo xtask regenerate` from api-spec/models/. Edit that instead.

//! What the emulator knows of the structures in replies.

use crate::emulator::action::{MemberKind, ModelSpec, always, sometimes, sometimes_list};

pub(super) static UMEM_PRICE_CHANGE: ModelSpec = ModelSpec {
    name: "PriceDataSet",
    members: &[
        sometimes("CustomPrice", MemberKind::Int),
        sometimes("PurchaseValue", MemberKind::Int),
        sometimes("TotalPrice", MemberKind::Int),
    ],
};

pub(super) static PROXY_CLIENT: ModelSpec = ModelSpec {
    name: "ProxyClientList",
    members: &[always("Ip", MemberKind::Text), always("ConnCnt", MemberKind::Int)],
};

pub(super) static UDREDIS_PROXY: ModelSpec = ModelSpec {
    name: "UDRedisProxyInfo",
    members: &[
        always("ResourceId", MemberKind::Text),
        always("ProxyId", MemberKind::Text),
        always("Vip", MemberKind::Text),
        always("State", MemberKind::Text),
        always("CPU", MemberKind::Int),
        always("ProxyType", MemberKind::Int),
        sometimes("PublicIp", MemberKind::Text),
        sometimes("SupportReadOnly", MemberKind::Bool),
        sometimes("ReadOnly", MemberKind::Bool),
        sometimes("ReadMode", MemberKind::Text),
    ],
};

pub(super) static UDREDIS_SLOWLOG: ModelSpec = ModelSpec {
    name: "UDRedisSlowlogSet",
    members: &[
        sometimes("StartTime", MemberKind::Int),
        sometimes("SpendTime", MemberKind::Int),
        sometimes("Command", MemberKind::Text),
        sometimes("BlockId", MemberKind::Text),
        sometimes("Client", MemberKind::Text),
    ],
};

pub(super) static UMEM_BACKUP: ModelSpec = ModelSpec {
    name: "UMemBackupSet",
    members: &[
        always("BackupName", MemberKind::Text),
        always("CreateTime", MemberKind::Int),
        always("State", MemberKind::Text),
        always("BackupId", MemberKind::Text),
        always("BackupType", MemberKind::Text),
        sometimes("BlockCount", MemberKind::Int),
        sometimes("BlockSize", MemberKind::Int),
        sometimes("Protocol", MemberKind::Text),
        sometimes("SpaceId", MemberKind::Text),
    ],
};

pub(super) static UMEM_BLOCK: ModelSpec = ModelSpec {
    name: "UMemBlockInfo",
    members: &[
        always("BlockId", MemberKind::Text),
        always("BlockPort", MemberKind::Int),
        always("BlockSize", MemberKind::Int),
        always("BlockState", MemberKind::Text),
        sometimes("BlockSlotBegin", MemberKind::Int),
        sometimes("BlockSlotEnd", MemberKind::Int),
        sometimes("BlockVip", MemberKind::Text),
        sometimes("BlockUsedSize", MemberKind::Int),
        sometimes("BlockType", MemberKind::Text),
        sometimes("BlockReadWeight", MemberKind::Int),
        sometimes("BlockName", MemberKind::Text),
    ],
};

pub(super) static UMEM_INSTANCE: ModelSpec = ModelSpec {
    name: "UMemDataSet",
    members: &[
        sometimes("Zone", MemberKind::Text),
        sometimes("OwnSlave", MemberKind::Switch("Yes", "No")),
        sometimes_list("DataSet", MemberKind::Object(&UMEM_REPLICA)),
        sometimes("Role", MemberKind::Text),
        sometimes("RewriteTime", MemberKind::Int),
        sometimes("VPCId", MemberKind::Text),
        sometimes("SubnetId", MemberKind::Text),
        sometimes("ResourceId", MemberKind::Text),
        sometimes("Name", MemberKind::Text),
        sometimes("CreateTime", MemberKind::Int),
        sometimes("ExpireTime", MemberKind::Int),
        sometimes("Type", MemberKind::Text),
        sometimes("Protocol", MemberKind::Text),
        sometimes("Size", MemberKind::Int),
        sometimes("UsedSize", MemberKind::Int),
        sometimes("State", MemberKind::Text),
        sometimes("ChargeType", MemberKind::Text),
        sometimes_list("Address", MemberKind::Object(&UMEM_SPACE_ADDRESS)),
        sometimes("Tag", MemberKind::Text),
        sometimes("ResourceType", MemberKind::Text),
        sometimes("ConfigId", MemberKind::Text),
        sometimes("AutoBackup", MemberKind::Switch("enable", "disable")),
        sometimes("BackupTime", MemberKind::Int),
        sometimes("HighAvailability", MemberKind::Text),
        sometimes("Version", MemberKind::Text),
        sometimes("SlaveZone", MemberKind::Text),
        sometimes("ProxyName", MemberKind::Text),
        sometimes("ProductType", MemberKind::Int),
        sometimes("DefaultConfigId", MemberKind::Text),
        sometimes("IsHighPerformance", MemberKind::Bool),
        sometimes("SupportAofRollback", MemberKind::Bool),
        sometimes("AofRollbackEnable", MemberKind::Bool),
        sometimes("IsRWMode", MemberKind::Bool),
        sometimes("SSLVersion", MemberKind::Text),
        sometimes("SSLEnable", MemberKind::Bool),
        sometimes("SSLCertExpireTime", MemberKind::Int),
        sometimes("SecPolicy", MemberKind::Int),
        sometimes("HasPassword", MemberKind::Bool),
        sometimes("UDACEnable", MemberKind::Bool),
    ],
};

pub(super) static UMEM_PRICE: ModelSpec = ModelSpec {
    name: "UMemPriceSet",
    members: &[
        sometimes("ChargeType", MemberKind::Text),
        sometimes("Price", MemberKind::Int),
        sometimes("OriginalPrice", MemberKind::Int),
        sometimes("ListPrice", MemberKind::Int),
    ],
};

pub(super) static UMEM_REPLICA: ModelSpec = ModelSpec {
    name: "UMemSlaveDataSet",
    members: &[
        sometimes("Zone", MemberKind::Text),
        always("SubnetId", MemberKind::Text),
        always("VPCId", MemberKind::Text),
        always("VirtualIP", MemberKind::Text),
        sometimes("RewriteTime", MemberKind::Int),
        sometimes("MasterGroupId", MemberKind::Text),
        sometimes("GroupId", MemberKind::Text),
        sometimes("Port", MemberKind::Int),
        sometimes("MemorySize", MemberKind::Int),
        sometimes("GroupName", MemberKind::Text),
        sometimes("Role", MemberKind::Text),
        sometimes("ModifyTime", MemberKind::Int),
        sometimes("Name", MemberKind::Text),
        sometimes("CreateTime", MemberKind::Int),
        sometimes("ExpireTime", MemberKind::Int),
        sometimes("Size", MemberKind::Int),
        sometimes("UsedSize", MemberKind::Int),
        sometimes("State", MemberKind::Text),
        sometimes("ChargeType", MemberKind::Text),
        sometimes("Tag", MemberKind::Text),
        sometimes("ResourceType", MemberKind::Text),
        sometimes("ConfigId", MemberKind::Text),
        sometimes("Version", MemberKind::Text),
        sometimes("DefaultConfigId", MemberKind::Text),
        sometimes("HasPassword", MemberKind::Bool),
        sometimes("UDACEnable", MemberKind::Bool),
    ],
};

pub(super) static UMEM_SPACE_ADDRESS: ModelSpec = ModelSpec {
    name: "UMemSpaceAddressSet",
    members: &[
        sometimes("IP", MemberKind::Text),
        sometimes("PrivateDomain", MemberKind::Text),
        sometimes("PublicIp", MemberKind::Text),
        sometimes("Port", MemberKind::Int),
    ],
};

pub(super) static UMEM_SPACE: ModelSpec = ModelSpec {
    name: "UMemSpaceSet",
    members: &[
        sometimes("Zone", MemberKind::Text),
        always("Tag", MemberKind::Text),
        sometimes("RewriteTime", MemberKind::Int),
        sometimes("SpaceId", MemberKind::Text),
        sometimes("SubnetId", MemberKind::Text),
        sometimes("VPCId", MemberKind::Text),
        sometimes("Name", MemberKind::Text),
        sometimes("CreateTime", MemberKind::Int),
        sometimes("ExpireTime", MemberKind::Int),
        sometimes("Type", MemberKind::Text),
        sometimes("Protocol", MemberKind::Text),
        sometimes("Size", MemberKind::Int),
        sometimes("UsedSize", MemberKind::Int),
        sometimes("State", MemberKind::Text),
        sometimes("ChargeType", MemberKind::Text),
        sometimes_list("Address", MemberKind::Object(&UMEM_SPACE_ADDRESS)),
        sometimes("SupportAofRollback", MemberKind::Bool),
        sometimes("AofRollbackEnable", MemberKind::Bool),
    ],
};

pub(super) static UMEMCACHE_GROUP: ModelSpec = ModelSpec {
    name: "UMemcacheGroupSet",
    members: &[
        sometimes("GroupId", MemberKind::Text),
        sometimes("Name", MemberKind::Text),
        sometimes("ConfigId", MemberKind::Text),
        sometimes("VirtualIP", MemberKind::Text),
        sometimes("Port", MemberKind::Int),
        sometimes("Size", MemberKind::Int),
        sometimes("UsedSize", MemberKind::Int),
        sometimes("Version", MemberKind::Text),
        sometimes("State", MemberKind::Text),
        sometimes("CreateTime", MemberKind::Int),
        sometimes("ModifyTime", MemberKind::Int),
        sometimes("ExpireTime", MemberKind::Int),
        sometimes("ChargeType", MemberKind::Text),
        sometimes("Tag", MemberKind::Text),
        sometimes("VPCId", MemberKind::Text),
        sometimes("SubnetId", MemberKind::Text),
    ],
};

pub(super) static UMEMCACHE_PRICE: ModelSpec = ModelSpec {
    name: "UMemcachePriceSet",
    members: &[
        sometimes("ChargeType", MemberKind::Text),
        sometimes("Price", MemberKind::Int),
        sometimes("ListPrice", MemberKind::Int),
        sometimes("OriginalPrice", MemberKind::Int),
    ],
};

pub(super) static UREDIS_BACKUP: ModelSpec = ModelSpec {
    name: "URedisBackupSet",
    members: &[
        sometimes("Zone", MemberKind::Text),
        sometimes("BackupId", MemberKind::Text),
        sometimes("GroupId", MemberKind::Text),
        sometimes("GroupName", MemberKind::Text),
        sometimes("BackupName", MemberKind::Text),
        sometimes("BackupTime", MemberKind::Int),
        sometimes("BackupSize", MemberKind::Int),
        sometimes("BackupType", MemberKind::Text),
        sometimes("State", MemberKind::Text),
        sometimes("SrcRegionName", MemberKind::Text),
        sometimes("DstRegionName", MemberKind::Text),
        sometimes("MemorySize", MemberKind::Int),
        sometimes("RedisVersion", MemberKind::Text),
    ],
};

pub(super) static UREDIS_CONFIG: ModelSpec = ModelSpec {
    name: "URedisConfigSet",
    members: &[
        sometimes("Zone", MemberKind::Text),
        sometimes("ConfigId", MemberKind::Text),
        sometimes("Name", MemberKind::Text),
        sometimes("Description", MemberKind::Text),
        sometimes("Version", MemberKind::Text),
        sometimes("IsModify", MemberKind::Text),
        sometimes("State", MemberKind::Text),
        sometimes("CreateTime", MemberKind::Int),
        sometimes("ModifyTime", MemberKind::Int),
        sometimes("RegionFlag", MemberKind::Bool),
    ],
};

pub(super) static UREDIS_GROUP: ModelSpec = ModelSpec {
    name: "URedisGroupSet",
    members: &[
        sometimes("Zone", MemberKind::Text),
        sometimes("RewriteTime", MemberKind::Int),
        sometimes("Role", MemberKind::Text),
        sometimes("VPCId", MemberKind::Text),
        sometimes("SubnetId", MemberKind::Text),
        sometimes("GroupId", MemberKind::Text),
        sometimes("Name", MemberKind::Text),
        sometimes("Type", MemberKind::Text),
        sometimes("Protocol", MemberKind::Text),
        sometimes("MemorySize", MemberKind::Int),
        sometimes("GroupName", MemberKind::Text),
        sometimes("ConfigId", MemberKind::Text),
        sometimes("VirtualIP", MemberKind::Text),
        sometimes("Port", MemberKind::Int),
        sometimes("Size", MemberKind::Int),
        sometimes("UsedSize", MemberKind::Int),
        sometimes("AutoBackup", MemberKind::Switch("enable", "disable")),
        sometimes("BackupTime", MemberKind::Int),
        sometimes("HighAvailability", MemberKind::Text),
        sometimes("Version", MemberKind::Text),
        sometimes("ExpireTime", MemberKind::Int),
        sometimes("ChargeType", MemberKind::Text),
        sometimes("State", MemberKind::Text),
        sometimes("CreateTime", MemberKind::Int),
        sometimes("ModifyTime", MemberKind::Int),
        sometimes("Tag", MemberKind::Text),
        sometimes("SlaveZone", MemberKind::Text),
        sometimes("IsHighPerformance", MemberKind::Bool),
        sometimes("SSLVersion", MemberKind::Text),
        sometimes("SSLEnable", MemberKind::Bool),
        sometimes("SSLCertExpireTime", MemberKind::Int),
        sometimes("SecPolicy", MemberKind::Int),
        sometimes("UDACEnable", MemberKind::Bool),
    ],
};

pub(super) static UREDIS_PRICE: ModelSpec = ModelSpec {
    name: "URedisPriceSet",
    members: &[
        always("OriginalPrice", MemberKind::Int),
        sometimes("ChargeType", MemberKind::Text),
        sometimes("ListPrice", MemberKind::Int),
        sometimes("Price", MemberKind::Int),
    ],
};

pub(super) static UREDIS_SLOWLOG: ModelSpec = ModelSpec {
    name: "URedisSlowlogSet",
    members: &[
        sometimes("StartTime", MemberKind::Int),
        sometimes("SpendTime", MemberKind::Int),
        sometimes("Command", MemberKind::Text),
    ],
};

pub(super) static UREDIS_VERSION: ModelSpec = ModelSpec {
    name: "URedisVersionSet",
    members: &[sometimes("Version", MemberKind::Text)],
};
