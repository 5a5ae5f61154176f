// Written by `cargo xtask regenerate` from api-spec/models/. Edit that instead.

//! Structures in responses, as the emulator reads them.

use crate::action::{MemberKind, ModelSpec, list, single};

pub(super) static UMEM_PRICE_CHANGE: ModelSpec = ModelSpec {
    members: &[
        single("CustomPrice", MemberKind::Int),
        single("PurchaseValue", MemberKind::Int),
        single("TotalPrice", MemberKind::Int),
    ],
};

pub(super) static PROXY_CLIENT: ModelSpec = ModelSpec {
    members: &[single("Ip", MemberKind::Text), single("ConnCnt", MemberKind::Int)],
};

pub(super) static UDREDIS_PROXY: ModelSpec = ModelSpec {
    members: &[
        single("ResourceId", MemberKind::Text),
        single("ProxyId", MemberKind::Text),
        single("Vip", MemberKind::Text),
        single("State", MemberKind::Text),
        single("CPU", MemberKind::Int),
        single("ProxyType", MemberKind::Int),
        single("PublicIp", MemberKind::Text),
        single("SupportReadOnly", MemberKind::Bool),
        single("ReadOnly", MemberKind::Bool),
        single("ReadMode", MemberKind::Text),
    ],
};

pub(super) static UDREDIS_SLOWLOG: ModelSpec = ModelSpec {
    members: &[
        single("StartTime", MemberKind::Int),
        single("SpendTime", MemberKind::Int),
        single("Command", MemberKind::Text),
        single("BlockId", MemberKind::Text),
        single("Client", MemberKind::Text),
    ],
};

pub(super) static UMEM_BACKUP: ModelSpec = ModelSpec {
    members: &[
        single("BackupName", MemberKind::Text),
        single("CreateTime", MemberKind::Int),
        single("State", MemberKind::Text),
        single("BackupId", MemberKind::Text),
        single("BackupType", MemberKind::Text),
        single("BlockCount", MemberKind::Int),
        single("BlockSize", MemberKind::Int),
        single("Protocol", MemberKind::Text),
        single("SpaceId", MemberKind::Text),
    ],
};

pub(super) static UMEM_BLOCK: ModelSpec = ModelSpec {
    members: &[
        single("BlockId", MemberKind::Text),
        single("BlockPort", MemberKind::Int),
        single("BlockSize", MemberKind::Int),
        single("BlockState", MemberKind::Text),
        single("BlockSlotBegin", MemberKind::Int),
        single("BlockSlotEnd", MemberKind::Int),
        single("BlockVip", MemberKind::Text),
        single("BlockUsedSize", MemberKind::Int),
        single("BlockType", MemberKind::Text),
        single("BlockReadWeight", MemberKind::Int),
        single("BlockName", MemberKind::Text),
    ],
};

pub(super) static UMEM_INSTANCE: ModelSpec = ModelSpec {
    members: &[
        single("Zone", MemberKind::Text),
        single("OwnSlave", MemberKind::Switch("Yes", "No")),
        list("DataSet", MemberKind::Object(&UMEM_REPLICA)),
        single("Role", MemberKind::Text),
        single("RewriteTime", MemberKind::Int),
        single("VPCId", MemberKind::Text),
        single("SubnetId", MemberKind::Text),
        single("ResourceId", MemberKind::Text),
        single("Name", MemberKind::Text),
        single("CreateTime", MemberKind::Int),
        single("ExpireTime", MemberKind::Int),
        single("Type", MemberKind::Text),
        single("Protocol", MemberKind::Text),
        single("Size", MemberKind::Int),
        single("UsedSize", MemberKind::Int),
        single("State", MemberKind::Text),
        single("ChargeType", MemberKind::Text),
        list("Address", MemberKind::Object(&UMEM_SPACE_ADDRESS)),
        single("Tag", MemberKind::Text),
        single("ResourceType", MemberKind::Text),
        single("ConfigId", MemberKind::Text),
        single("AutoBackup", MemberKind::Switch("enable", "disable")),
        single("BackupTime", MemberKind::Int),
        single("HighAvailability", MemberKind::Text),
        single("Version", MemberKind::Text),
        single("SlaveZone", MemberKind::Text),
        single("ProxyName", MemberKind::Text),
        single("ProductType", MemberKind::Int),
        single("DefaultConfigId", MemberKind::Text),
        single("IsHighPerformance", MemberKind::Bool),
        single("SupportAofRollback", MemberKind::Bool),
        single("AofRollbackEnable", MemberKind::Bool),
        single("IsRWMode", MemberKind::Bool),
        single("SSLVersion", MemberKind::Text),
        single("SSLEnable", MemberKind::Bool),
        single("SSLCertExpireTime", MemberKind::Int),
        single("SecPolicy", MemberKind::Int),
        single("HasPassword", MemberKind::Bool),
        single("UDACEnable", MemberKind::Bool),
    ],
};

pub(super) static UMEM_PRICE: ModelSpec = ModelSpec {
    members: &[
        single("ChargeType", MemberKind::Text),
        single("Price", MemberKind::Int),
        single("OriginalPrice", MemberKind::Int),
        single("ListPrice", MemberKind::Int),
    ],
};

pub(super) static UMEM_REPLICA: ModelSpec = ModelSpec {
    members: &[
        single("Zone", MemberKind::Text),
        single("SubnetId", MemberKind::Text),
        single("VPCId", MemberKind::Text),
        single("VirtualIP", MemberKind::Text),
        single("RewriteTime", MemberKind::Int),
        single("MasterGroupId", MemberKind::Text),
        single("GroupId", MemberKind::Text),
        single("Port", MemberKind::Int),
        single("MemorySize", MemberKind::Int),
        single("GroupName", MemberKind::Text),
        single("Role", MemberKind::Text),
        single("ModifyTime", MemberKind::Int),
        single("Name", MemberKind::Text),
        single("CreateTime", MemberKind::Int),
        single("ExpireTime", MemberKind::Int),
        single("Size", MemberKind::Int),
        single("UsedSize", MemberKind::Int),
        single("State", MemberKind::Text),
        single("ChargeType", MemberKind::Text),
        single("Tag", MemberKind::Text),
        single("ResourceType", MemberKind::Text),
        single("ConfigId", MemberKind::Text),
        single("Version", MemberKind::Text),
        single("DefaultConfigId", MemberKind::Text),
        single("HasPassword", MemberKind::Bool),
        single("UDACEnable", MemberKind::Bool),
    ],
};

pub(super) static UMEM_SPACE_ADDRESS: ModelSpec = ModelSpec {
    members: &[
        single("IP", MemberKind::Text),
        single("PrivateDomain", MemberKind::Text),
        single("PublicIp", MemberKind::Text),
        single("Port", MemberKind::Int),
    ],
};

pub(super) static UMEM_SPACE: ModelSpec = ModelSpec {
    members: &[
        single("Zone", MemberKind::Text),
        single("Tag", MemberKind::Text),
        single("RewriteTime", MemberKind::Int),
        single("SpaceId", MemberKind::Text),
        single("SubnetId", MemberKind::Text),
        single("VPCId", MemberKind::Text),
        single("Name", MemberKind::Text),
        single("CreateTime", MemberKind::Int),
        single("ExpireTime", MemberKind::Int),
        single("Type", MemberKind::Text),
        single("Protocol", MemberKind::Text),
        single("Size", MemberKind::Int),
        single("UsedSize", MemberKind::Int),
        single("State", MemberKind::Text),
        single("ChargeType", MemberKind::Text),
        list("Address", MemberKind::Object(&UMEM_SPACE_ADDRESS)),
        single("SupportAofRollback", MemberKind::Bool),
        single("AofRollbackEnable", MemberKind::Bool),
    ],
};

pub(super) static UMEMCACHE_GROUP: ModelSpec = ModelSpec {
    members: &[
        single("GroupId", MemberKind::Text),
        single("Name", MemberKind::Text),
        single("ConfigId", MemberKind::Text),
        single("VirtualIP", MemberKind::Text),
        single("Port", MemberKind::Int),
        single("Size", MemberKind::Int),
        single("UsedSize", MemberKind::Int),
        single("Version", MemberKind::Text),
        single("State", MemberKind::Text),
        single("CreateTime", MemberKind::Int),
        single("ModifyTime", MemberKind::Int),
        single("ExpireTime", MemberKind::Int),
        single("ChargeType", MemberKind::Text),
        single("Tag", MemberKind::Text),
        single("VPCId", MemberKind::Text),
        single("SubnetId", MemberKind::Text),
    ],
};

pub(super) static UMEMCACHE_PRICE: ModelSpec = ModelSpec {
    members: &[
        single("ChargeType", MemberKind::Text),
        single("Price", MemberKind::Int),
        single("ListPrice", MemberKind::Int),
        single("OriginalPrice", MemberKind::Int),
    ],
};

pub(super) static UREDIS_BACKUP: ModelSpec = ModelSpec {
    members: &[
        single("Zone", MemberKind::Text),
        single("BackupId", MemberKind::Text),
        single("GroupId", MemberKind::Text),
        single("GroupName", MemberKind::Text),
        single("BackupName", MemberKind::Text),
        single("BackupTime", MemberKind::Int),
        single("BackupSize", MemberKind::Int),
        single("BackupType", MemberKind::Text),
        single("State", MemberKind::Text),
        single("SrcRegionName", MemberKind::Text),
        single("DstRegionName", MemberKind::Text),
        single("MemorySize", MemberKind::Int),
        single("RedisVersion", MemberKind::Text),
    ],
};

pub(super) static UREDIS_CONFIG: ModelSpec = ModelSpec {
    members: &[
        single("Zone", MemberKind::Text),
        single("ConfigId", MemberKind::Text),
        single("Name", MemberKind::Text),
        single("Description", MemberKind::Text),
        single("Version", MemberKind::Text),
        single("IsModify", MemberKind::Text),
        single("State", MemberKind::Text),
        single("CreateTime", MemberKind::Int),
        single("ModifyTime", MemberKind::Int),
        single("RegionFlag", MemberKind::Bool),
    ],
};

pub(super) static UREDIS_GROUP: ModelSpec = ModelSpec {
    members: &[
        single("Zone", MemberKind::Text),
        single("RewriteTime", MemberKind::Int),
        single("Role", MemberKind::Text),
        single("VPCId", MemberKind::Text),
        single("SubnetId", MemberKind::Text),
        single("GroupId", MemberKind::Text),
        single("Name", MemberKind::Text),
        single("Type", MemberKind::Text),
        single("Protocol", MemberKind::Text),
        single("MemorySize", MemberKind::Int),
        single("GroupName", MemberKind::Text),
        single("ConfigId", MemberKind::Text),
        single("VirtualIP", MemberKind::Text),
        single("Port", MemberKind::Int),
        single("Size", MemberKind::Int),
        single("UsedSize", MemberKind::Int),
        single("AutoBackup", MemberKind::Switch("enable", "disable")),
        single("BackupTime", MemberKind::Int),
        single("HighAvailability", MemberKind::Text),
        single("Version", MemberKind::Text),
        single("ExpireTime", MemberKind::Int),
        single("ChargeType", MemberKind::Text),
        single("State", MemberKind::Text),
        single("CreateTime", MemberKind::Int),
        single("ModifyTime", MemberKind::Int),
        single("Tag", MemberKind::Text),
        single("SlaveZone", MemberKind::Text),
        single("IsHighPerformance", MemberKind::Bool),
        single("SSLVersion", MemberKind::Text),
        single("SSLEnable", MemberKind::Bool),
        single("SSLCertExpireTime", MemberKind::Int),
        single("SecPolicy", MemberKind::Int),
        single("UDACEnable", MemberKind::Bool),
    ],
};

pub(super) static UREDIS_PRICE: ModelSpec = ModelSpec {
    members: &[
        single("OriginalPrice", MemberKind::Int),
        single("ChargeType", MemberKind::Text),
        single("ListPrice", MemberKind::Int),
        single("Price", MemberKind::Int),
    ],
};

pub(super) static UREDIS_SLOWLOG: ModelSpec = ModelSpec {
    members: &[
        single("StartTime", MemberKind::Int),
        single("SpendTime", MemberKind::Int),
        single("Command", MemberKind::Text),
    ],
};

pub(super) static UREDIS_VERSION: ModelSpec = ModelSpec {
    members: &[single("Version", MemberKind::Text)],
};
