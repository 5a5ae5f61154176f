// Written by `cargo xtask regenerate` from the examples in api-spec/actions/. Edit that instead.

//! The documented examples, as tests.

use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::{ErrorKind, Password, Price, Timestamp};
use crate::actions::{
    CheckUDRedisSpaceAllowance, CheckUDRedisSpaceAllowanceResponse, CheckURedisAllowance,
    CheckURedisAllowanceResponse, CreateScanHotBigKeys, CreateScanHotBigKeysResponse,
    CreateUDRedisUhproxy, CreateUDRedisUhproxyResponse, CreateUMemBackup,
    CreateUMemBackupResponse, CreateUMemSpace, CreateUMemSpaceResponse,
    CreateUMemcacheGroup, CreateUMemcacheGroupResponse, CreateURedisBackup,
    CreateURedisBackupResponse, CreateURedisGroup, CreateURedisGroupResponse,
    DeleteUDRedisProxy, DeleteUDRedisProxyResponse, DeleteUMemSpace,
    DeleteUMemSpaceResponse, DeleteUMemcacheGroup, DeleteUMemcacheGroupResponse,
    DeleteURedisGroup, DeleteURedisGroupResponse, DescribeUDRedisProxyInfo,
    DescribeUDRedisProxyInfoResponse, DescribeUDRedisSlowlog,
    DescribeUDRedisSlowlogResponse, DescribeUMem, DescribeUMemBackup,
    DescribeUMemBackupResponse, DescribeUMemBackupUrl, DescribeUMemBackupUrlResponse,
    DescribeUMemBlockInfo, DescribeUMemBlockInfoResponse, DescribeUMemPrice,
    DescribeUMemPriceResponse, DescribeUMemResponse, DescribeUMemSpace,
    DescribeUMemSpaceResponse, DescribeUMemUpgradePrice,
    DescribeUMemUpgradePriceResponse, DescribeUMemcacheGroup,
    DescribeUMemcacheGroupResponse, DescribeUMemcachePrice,
    DescribeUMemcachePriceResponse, DescribeUMemcacheUpgradePrice,
    DescribeUMemcacheUpgradePriceResponse, DescribeURedisBackup,
    DescribeURedisBackupResponse, DescribeURedisBackupUrl,
    DescribeURedisBackupUrlResponse, DescribeURedisConfig, DescribeURedisConfigResponse,
    DescribeURedisGroup, DescribeURedisGroupResponse, DescribeURedisPrice,
    DescribeURedisPriceResponse, DescribeURedisSlowlog, DescribeURedisSlowlogResponse,
    DescribeURedisUpgradePrice, DescribeURedisUpgradePriceResponse,
    DescribeURedisVersion, DescribeURedisVersionResponse, FlushallURedisGroup,
    FlushallURedisGroupResponse, GetUMemSpaceState, GetUMemSpaceStateResponse,
    IsolationURedisGroup, IsolationURedisGroupResponse, ModifyUMemPassword,
    ModifyUMemPasswordResponse, ModifyUMemSpaceName, ModifyUMemSpaceNameResponse,
    ModifyURedisConfig, ModifyURedisConfigResponse, ModifyURedisGroupName,
    ModifyURedisGroupNameResponse, ModifyURedisGroupPassword,
    ModifyURedisGroupPasswordResponse, RegisterUMemDefrag, RegisterUMemDefragResponse,
    RemoveUDRedisData, RemoveUDRedisDataResponse, ResizeUDRedisBlockSize,
    ResizeUDRedisBlockSizeResponse, ResizeUMemSpace, ResizeUMemSpaceResponse,
    ResizeUMemcacheGroup, ResizeUMemcacheGroupResponse, ResizeURedisGroup,
    ResizeURedisGroupResponse, ResizeUhproxy, ResizeUhproxyResponse,
    RestartUMemcacheGroup, RestartUMemcacheGroupResponse, RestartURedisGroup,
    RestartURedisGroupResponse, ShutdownURedisGroup, ShutdownURedisGroupResponse,
    StartURedisGroup, StartURedisGroupResponse, UpdateURedisBackupStrategy,
    UpdateURedisBackupStrategyResponse, UpdateURedisRewriteTime,
    UpdateURedisRewriteTimeResponse,
};
use crate::enums::{
    BackupRegionType, BackupStrategyOperation, ChargeType, ClusterMode, ConvertType,
    DefragOperation, FlushType, HighAvailability, InstanceState, Protocol, ReadMode,
    ResourceType, ScanType, Standby, TransformType, UMemSpaceState, UMemcacheGroupState,
    URedisBackupState, URedisBackupType, URedisGroupState,
};
use crate::testing::pairs;
use super::example_replies;

#[test]
fn check_udredis_space_allowance_request() {
    let request = CheckUDRedisSpaceAllowance::new(1, 1)
        .region("baQYMUCr")
        .zone("KsoovIkN")
        .group_id("mJadWYEV");
    let expected = [
        pair("Count", "1"),
        pair("GroupId", "mJadWYEV"),
        pair("Region", "baQYMUCr"),
        pair("Size", "1"),
        pair("Zone", "KsoovIkN"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn check_udredis_space_allowance_response() {
    let text = example_replies::CHECK_UDREDIS_SPACE_ALLOWANCE;
    let reply = CheckUDRedisSpaceAllowanceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.count, 7);
    let json = reply.metadata().json().unwrap();
    assert!(json.pointer("/NeedMigrate").is_some());
}

#[test]
fn check_uredis_allowance_request() {
    let request = CheckURedisAllowance::new(4, 5)
        .region("cn-north-02")
        .project_id("FGVllQOD")
        .protocol(Protocol::from("abZKbHGn"))
        .group_id("zwUdMzBb");
    let expected = [
        pair("Count", "5"),
        pair("GroupId", "zwUdMzBb"),
        pair("ProjectId", "FGVllQOD"),
        pair("Protocol", "abZKbHGn"),
        pair("Region", "cn-north-02"),
        pair("Size", "4"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn check_uredis_allowance_response() {
    let text = example_replies::CHECK_UREDIS_ALLOWANCE;
    let reply = CheckURedisAllowanceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.count, 4);
    assert_eq!(reply.need_migrate, Some(false));
}

#[test]
fn create_scan_hot_big_keys_request() {
    let request = CreateScanHotBigKeys::new("zMwxHlVM", ScanType::from("1"))
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("rNIVBcMu")
        .space_id("tGovfodc")
        .is_retry(false)
        .task_id("tJfEjIiX");
    let expected = [
        pair("GroupId", "zMwxHlVM"),
        pair("IsRetry", "false"),
        pair("ProjectId", "rNIVBcMu"),
        pair("Region", "cn-zj"),
        pair("SpaceId", "tGovfodc"),
        pair("TaskId", "tJfEjIiX"),
        pair("Type", "1"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn create_scan_hot_big_keys_response() {
    let text = example_replies::CREATE_SCAN_HOT_BIG_KEYS;
    let reply = CreateScanHotBigKeysResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn create_udredis_uhproxy_request() {
    let request = CreateUDRedisUhproxy::new("phdodXfO", 5)
        .region("zzVbvKHG")
        .zone("GlLKTrej")
        .project_id("MyjegEfr")
        .port(6)
        .proxy_cnt(5)
        .coupon_id("TBXVEXDK");
    let expected = [
        pair("CPU", "5"),
        pair("CouponId", "TBXVEXDK"),
        pair("Port", "6"),
        pair("ProjectId", "MyjegEfr"),
        pair("ProxyCnt", "5"),
        pair("Region", "zzVbvKHG"),
        pair("SpaceId", "phdodXfO"),
        pair("Zone", "GlLKTrej"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn create_udredis_uhproxy_response() {
    let text = example_replies::CREATE_UDREDIS_UHPROXY;
    let reply = CreateUDRedisUhproxyResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.resource_id, "vMYYqDKa");
}

#[test]
fn create_umem_backup_request() {
    let request = CreateUMemBackup::new("GDuOtnyg", "mXToeXpx")
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("LxXTAasF");
    let expected = [
        pair("BackupName", "mXToeXpx"),
        pair("ProjectId", "LxXTAasF"),
        pair("Region", "cn-zj"),
        pair("SpaceId", "GDuOtnyg"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn create_umem_backup_response() {
    let text = example_replies::CREATE_UMEM_BACKUP;
    let reply = CreateUMemBackupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.backup_id, "uBllGFJq");
}

#[test]
fn create_umem_space_request() {
    let request = CreateUMemSpace::new(16, "memfbs_XXXXXX")
        .region("cn-bj2")
        .zone("cn-bj2-04")
        .vpc_id("eKWChJCJ")
        .subnet_id("NBKWNfXD")
        .tag("rWEhrBRd")
        .password(Password::new("VzEIaMAN"))
        .slave_zone("ptGhogJa")
        .block_cnt(4)
        .cluster_mode(ClusterMode::from("FZTxNVzD"))
        .version("WWTSLAYj")
        .high_performance(false)
        .proxy_size(5)
        .ulb_mode(true)
        .port(9)
        .proxy_port(9)
        .backup_id("XIvJdFGm")
        .source_space_id("BDxakGCB")
        .rollback_space_id("lOuLyfWD")
        .rollback_time(Timestamp::from_unix_seconds(3));
    let expected = [
        pair("BackupId", "XIvJdFGm"),
        pair("BlockCnt", "4"),
        pair("ClusterMode", "FZTxNVzD"),
        pair("HighPerformance", "false"),
        pair("Name", "memfbs_XXXXXX"),
        pair("Password", &BASE64_STANDARD.encode("VzEIaMAN")),
        pair("Port", "9"),
        pair("ProxyPort", "9"),
        pair("ProxySize", "5"),
        pair("Region", "cn-bj2"),
        pair("RollbackSpaceId", "lOuLyfWD"),
        pair("RollbackTime", "3"),
        pair("Size", "16"),
        pair("SlaveZone", "ptGhogJa"),
        pair("SpaceId", "BDxakGCB"),
        pair("SubnetId", "NBKWNfXD"),
        pair("Tag", "rWEhrBRd"),
        pair("UlbMode", "true"),
        pair("VPCId", "eKWChJCJ"),
        pair("Version", "WWTSLAYj"),
        pair("Zone", "cn-bj2-04"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn create_umem_space_response() {
    let text = example_replies::CREATE_UMEM_SPACE;
    let reply = CreateUMemSpaceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.space_id, "umem-opqmXXXX");
}

#[test]
fn create_umemcache_group_request() {
    let request = CreateUMemcacheGroup::new("djdj_XXXXX")
        .region("cn-bj2")
        .zone("cn-bj2-04")
        .protocol(Protocol::from("fmwGhgdR"))
        .subnet_id("qVnAwdPw");
    let expected = [
        pair("Name", "djdj_XXXXX"),
        pair("Protocol", "fmwGhgdR"),
        pair("Region", "cn-bj2"),
        pair("SubnetId", "qVnAwdPw"),
        pair("Zone", "cn-bj2-04"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn create_umemcache_group_response() {
    let text = example_replies::CREATE_UMEMCACHE_GROUP;
    let reply = CreateUMemcacheGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.group_id, "00f9868c-c7f5-4852-9eac-d200b678f0e1");
}

#[test]
fn create_uredis_backup_request() {
    let request = CreateURedisBackup::new("资源ID", "XMhgklHk")
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("uBUqXisa")
        .slave_zone("LgjUXVen");
    let expected = [
        pair("BackupName", "XMhgklHk"),
        pair("GroupId", "资源ID"),
        pair("ProjectId", "uBUqXisa"),
        pair("Region", "cn-zj"),
        pair("SlaveZone", "LgjUXVen"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn create_uredis_backup_response() {
    let error = CreateURedisBackupResponse::from_json(
            example_replies::CREATE_UREDIS_BACKUP,
        )
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Protocol);
}

#[test]
#[expect(deprecated, reason = "the documented example uses it")]
fn create_uredis_group_request() {
    let request = CreateURedisGroup::new("zb_redisXXXX", HighAvailability::Enabled)
        .region("cn-bj2")
        .zone("cn-bj2-04")
        .enable_ipv6(true)
        .subnet_id("BvhMJWKe")
        .vpc_id("OECssiom")
        .high_performance(true)
        .port(8)
        .rollback_group_id("zDbLFMSd")
        .aof_id("fEWypwnR")
        .rollback_time(Timestamp::from_unix_seconds(2));
    let expected = [
        pair("AOFID", "fEWypwnR"),
        pair("EnableIpV6", "true"),
        pair("HighAvailability", "enable"),
        pair("HighPerformance", "true"),
        pair("Name", "zb_redisXXXX"),
        pair("Port", "8"),
        pair("Region", "cn-bj2"),
        pair("RollbackGroupId", "zDbLFMSd"),
        pair("RollbackTime", "2"),
        pair("SubnetId", "BvhMJWKe"),
        pair("VPCId", "OECssiom"),
        pair("Zone", "cn-bj2-04"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn create_uredis_group_response() {
    let text = example_replies::CREATE_UREDIS_GROUP;
    let reply = CreateURedisGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.group_id, "uredis-00XXX");
}

#[test]
fn delete_udredis_proxy_request() {
    let request = DeleteUDRedisProxy::new("bDPlLXxD", "AOIJzZjW")
        .region("wMZNgfza")
        .zone("tAFAfrWG")
        .project_id("MgJxvFUn");
    let expected = [
        pair("ProjectId", "MgJxvFUn"),
        pair("ProxyId", "AOIJzZjW"),
        pair("Region", "wMZNgfza"),
        pair("SpaceId", "bDPlLXxD"),
        pair("Zone", "tAFAfrWG"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn delete_udredis_proxy_response() {
    let text = example_replies::DELETE_UDREDIS_PROXY;
    let reply = DeleteUDRedisProxyResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn delete_umem_space_request() {
    let request = DeleteUMemSpace::new("umem-opqmXXX").region("cn-north-02");
    let expected = [pair("Region", "cn-north-02"), pair("SpaceId", "umem-opqmXXX")];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn delete_umem_space_response() {
    let text = example_replies::DELETE_UMEM_SPACE;
    let reply = DeleteUMemSpaceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn delete_umemcache_group_request() {
    let request = DeleteUMemcacheGroup::new("umemcache-00XXXXX").region("cn-east-01");
    let expected = [pair("GroupId", "umemcache-00XXXXX"), pair("Region", "cn-east-01")];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn delete_umemcache_group_response() {
    let text = example_replies::DELETE_UMEMCACHE_GROUP;
    let reply = DeleteUMemcacheGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn delete_uredis_group_request() {
    let request = DeleteURedisGroup::new("uredis-t3uXXXXX").region("cn-bj2");
    let expected = [pair("GroupId", "uredis-t3uXXXXX"), pair("Region", "cn-bj2")];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn delete_uredis_group_response() {
    let text = example_replies::DELETE_UREDIS_GROUP;
    let reply = DeleteURedisGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn describe_udredis_proxy_info_request() {
    let request = DescribeUDRedisProxyInfo::new("WACSTNZf")
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("TjgvEJaX");
    let expected = [
        pair("ProjectId", "TjgvEJaX"),
        pair("Region", "cn-zj"),
        pair("SpaceId", "WACSTNZf"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_udredis_proxy_info_response() {
    let text = example_replies::DESCRIBE_UDREDIS_PROXY_INFO;
    let reply = DescribeUDRedisProxyInfoResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.resource_id, "gVaugysY");
    assert_eq!(data_set.proxy_id, "wjhBFGjw");
    assert_eq!(data_set.vip, "XbBCnxli");
    assert_eq!(data_set.state.as_str(), "HnRVTTox");
    assert_eq!(data_set.cpu, 6);
    assert_eq!(data_set.proxy_type, 4);
}

#[test]
fn describe_udredis_slowlog_request() {
    let request = DescribeUDRedisSlowlog::new("mCDCJzFN")
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("NkCXfYxA")
        .proxy_id("Dddfzlbj")
        .limit(5)
        .space_id("mXtAcivH");
    let expected = [
        pair("InstanceId", "mCDCJzFN"),
        pair("Limit", "5"),
        pair("ProjectId", "NkCXfYxA"),
        pair("ProxyId", "Dddfzlbj"),
        pair("Region", "cn-zj"),
        pair("SpaceId", "mXtAcivH"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_udredis_slowlog_response() {
    let text = example_replies::DESCRIBE_UDREDIS_SLOWLOG;
    let reply = DescribeUDRedisSlowlogResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.total_count, 6);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.start_time, Some(Timestamp::from_unix_seconds(2)));
    assert_eq!(data_set.spend_time, Some(8));
    assert_eq!(data_set.command.as_deref(), Some("uRWpsqpZ"));
}

#[test]
fn describe_umem_request() {
    let request = DescribeUMem::new(Protocol::from("cGcleCur"))
        .region("CYfSjtfA")
        .zone("ATRtBpOx")
        .project_id("tWfLNsOR")
        .offset(5)
        .limit(5)
        .resource_id("wnfMfnQr");
    let expected = [
        pair("Limit", "5"),
        pair("Offset", "5"),
        pair("ProjectId", "tWfLNsOR"),
        pair("Protocol", "cGcleCur"),
        pair("Region", "CYfSjtfA"),
        pair("ResourceId", "wnfMfnQr"),
        pair("Zone", "ATRtBpOx"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_umem_response() {
    let text = example_replies::DESCRIBE_UMEM;
    let reply = DescribeUMemResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.total_count, Some(5));
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.resource_id.as_deref(), Some("KNhCzsnD"));
    assert_eq!(data_set.name.as_deref(), Some("wTABuadt"));
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(5)));
    assert_eq!(data_set.expire_time, Some(Timestamp::from_unix_seconds(1)));
    assert_eq!(data_set.standby.as_ref().map(Standby::as_str), Some("NOfFjyhX"));
    assert_eq!(data_set.protocol.as_ref().map(Protocol::as_str), Some("CMbNPLru"));
    assert_eq!(data_set.size, Some(7));
    assert_eq!(data_set.used_size, Some(4));
    assert_eq!(data_set.state.as_ref().map(InstanceState::as_str), Some("PkNmCXOe"));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("MtCuMDNq"));
    let address = &data_set.address[0];
    assert_eq!(address.ip.as_deref(), Some("xdTFKPdq"));
    assert_eq!(address.port, Some(5));
    let address = &data_set.address[1];
    assert_eq!(address.ip.as_deref(), Some("ICaNxwru"));
    assert_eq!(address.port, Some(1));
    let address = &data_set.address[2];
    assert_eq!(address.ip.as_deref(), Some("KZqbVrIc"));
    assert_eq!(address.port, Some(7));
    assert_eq!(data_set.tag.as_deref(), Some("BEgtahwU"));
    assert_eq!(
        data_set.resource_type.as_ref().map(ResourceType::as_str),
        Some("nedYlOcN"),
    );
    assert_eq!(data_set.config_id.as_deref(), Some("GGDQMFVL"));
    assert_eq!(data_set.backup_time, Some(4));
    assert_eq!(
        data_set.high_availability.as_ref().map(HighAvailability::as_str),
        Some("xYGVItde"),
    );
    assert_eq!(data_set.version.as_deref(), Some("zFhXccwi"));
    let data_set = &reply.data_set[1];
    assert_eq!(data_set.resource_id.as_deref(), Some("HJjSlGLt"));
    assert_eq!(data_set.name.as_deref(), Some("AbjCxxLb"));
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(1)));
    assert_eq!(data_set.expire_time, Some(Timestamp::from_unix_seconds(8)));
    assert_eq!(data_set.standby.as_ref().map(Standby::as_str), Some("ANOGVpPO"));
    assert_eq!(data_set.protocol.as_ref().map(Protocol::as_str), Some("XzuuhHjf"));
    assert_eq!(data_set.size, Some(9));
    assert_eq!(data_set.used_size, Some(9));
    assert_eq!(data_set.state.as_ref().map(InstanceState::as_str), Some("VIjpXSCn"));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("uiZoHzyi"));
    let address = &data_set.address[0];
    assert_eq!(address.ip.as_deref(), Some("ZTodkDol"));
    assert_eq!(address.port, Some(1));
    let address = &data_set.address[1];
    assert_eq!(address.ip.as_deref(), Some("QkzdFKDl"));
    assert_eq!(address.port, Some(1));
    let address = &data_set.address[2];
    assert_eq!(address.ip.as_deref(), Some("hwUHGGVi"));
    assert_eq!(address.port, Some(6));
    let address = &data_set.address[3];
    assert_eq!(address.ip.as_deref(), Some("gJavQdmG"));
    assert_eq!(address.port, Some(2));
    let address = &data_set.address[4];
    assert_eq!(address.ip.as_deref(), Some("OrwRojjw"));
    assert_eq!(address.port, Some(2));
    let address = &data_set.address[5];
    assert_eq!(address.ip.as_deref(), Some("eJUebkxS"));
    assert_eq!(address.port, Some(5));
    let address = &data_set.address[6];
    assert_eq!(address.ip.as_deref(), Some("uMVPWLkH"));
    assert_eq!(address.port, Some(6));
    assert_eq!(data_set.tag.as_deref(), Some("XSVehmBE"));
    assert_eq!(
        data_set.resource_type.as_ref().map(ResourceType::as_str),
        Some("InWvDkJP"),
    );
    assert_eq!(data_set.config_id.as_deref(), Some("gDsoivjx"));
    assert_eq!(data_set.backup_time, Some(5));
    assert_eq!(
        data_set.high_availability.as_ref().map(HighAvailability::as_str),
        Some("XrzqTFzK"),
    );
    assert_eq!(data_set.version.as_deref(), Some("ZFUDNVDq"));
    let data_set = &reply.data_set[2];
    assert_eq!(data_set.resource_id.as_deref(), Some("eTwaSUzH"));
    assert_eq!(data_set.name.as_deref(), Some("RZKzvpmh"));
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(4)));
    assert_eq!(data_set.expire_time, Some(Timestamp::from_unix_seconds(5)));
    assert_eq!(data_set.standby.as_ref().map(Standby::as_str), Some("yoUDmTJX"));
    assert_eq!(data_set.protocol.as_ref().map(Protocol::as_str), Some("bAWgrRHF"));
    assert_eq!(data_set.size, Some(3));
    assert_eq!(data_set.used_size, Some(4));
    assert_eq!(data_set.state.as_ref().map(InstanceState::as_str), Some("wQidxUHZ"));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("CQviKnot"));
    let address = &data_set.address[0];
    assert_eq!(address.ip.as_deref(), Some("YShqePzv"));
    assert_eq!(address.port, Some(3));
    let address = &data_set.address[1];
    assert_eq!(address.ip.as_deref(), Some("spznbmgM"));
    assert_eq!(address.port, Some(5));
    let address = &data_set.address[2];
    assert_eq!(address.ip.as_deref(), Some("XCFVsQlL"));
    assert_eq!(address.port, Some(7));
    let address = &data_set.address[3];
    assert_eq!(address.ip.as_deref(), Some("jCAUupec"));
    assert_eq!(address.port, Some(2));
    let address = &data_set.address[4];
    assert_eq!(address.ip.as_deref(), Some("KorEUnXh"));
    assert_eq!(address.port, Some(6));
    let address = &data_set.address[5];
    assert_eq!(address.ip.as_deref(), Some("LmcAuhbk"));
    assert_eq!(address.port, Some(7));
    let address = &data_set.address[6];
    assert_eq!(address.ip.as_deref(), Some("CIvqCUOK"));
    assert_eq!(address.port, Some(4));
    assert_eq!(data_set.tag.as_deref(), Some("sRUNzpSY"));
    assert_eq!(
        data_set.resource_type.as_ref().map(ResourceType::as_str),
        Some("KoCPtlax"),
    );
    assert_eq!(data_set.config_id.as_deref(), Some("HBrVFASw"));
    assert_eq!(data_set.backup_time, Some(5));
    assert_eq!(
        data_set.high_availability.as_ref().map(HighAvailability::as_str),
        Some("hVLLcNWN"),
    );
    assert_eq!(data_set.version.as_deref(), Some("AYXbCivF"));
    let data_set = &reply.data_set[3];
    assert_eq!(data_set.resource_id.as_deref(), Some("jIqIpSAp"));
    assert_eq!(data_set.name.as_deref(), Some("QbmhcsNf"));
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(1)));
    assert_eq!(data_set.expire_time, Some(Timestamp::from_unix_seconds(2)));
    assert_eq!(data_set.standby.as_ref().map(Standby::as_str), Some("EVnsmeNx"));
    assert_eq!(data_set.protocol.as_ref().map(Protocol::as_str), Some("gdeIrjKg"));
    assert_eq!(data_set.size, Some(4));
    assert_eq!(data_set.used_size, Some(9));
    assert_eq!(data_set.state.as_ref().map(InstanceState::as_str), Some("rxFqmOZf"));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("GwJzioLi"));
    let address = &data_set.address[0];
    assert_eq!(address.ip.as_deref(), Some("cnjJWGva"));
    assert_eq!(address.port, Some(1));
    let address = &data_set.address[1];
    assert_eq!(address.ip.as_deref(), Some("rAHqmynD"));
    assert_eq!(address.port, Some(1));
    let address = &data_set.address[2];
    assert_eq!(address.ip.as_deref(), Some("VzuCmpAa"));
    assert_eq!(address.port, Some(9));
    let address = &data_set.address[3];
    assert_eq!(address.ip.as_deref(), Some("IkVbzRfq"));
    assert_eq!(address.port, Some(4));
    let address = &data_set.address[4];
    assert_eq!(address.ip.as_deref(), Some("CNPNweAR"));
    assert_eq!(address.port, Some(4));
    let address = &data_set.address[5];
    assert_eq!(address.ip.as_deref(), Some("BsJAozyf"));
    assert_eq!(address.port, Some(4));
    let address = &data_set.address[6];
    assert_eq!(address.ip.as_deref(), Some("vUFqoJBj"));
    assert_eq!(address.port, Some(7));
    let address = &data_set.address[7];
    assert_eq!(address.ip.as_deref(), Some("ofvvqQZh"));
    assert_eq!(address.port, Some(7));
    let address = &data_set.address[8];
    assert_eq!(address.ip.as_deref(), Some("FIraTIGo"));
    assert_eq!(address.port, Some(4));
    assert_eq!(data_set.tag.as_deref(), Some("kMmEoasr"));
    assert_eq!(
        data_set.resource_type.as_ref().map(ResourceType::as_str),
        Some("fQrimsOM"),
    );
    assert_eq!(data_set.config_id.as_deref(), Some("ULiQaVgb"));
    assert_eq!(data_set.backup_time, Some(4));
    assert_eq!(
        data_set.high_availability.as_ref().map(HighAvailability::as_str),
        Some("nuuhdpWH"),
    );
    assert_eq!(data_set.version.as_deref(), Some("wEujwBHY"));
    let data_set = &reply.data_set[4];
    assert_eq!(data_set.resource_id.as_deref(), Some("bUTXOjYY"));
    assert_eq!(data_set.name.as_deref(), Some("ChBOhqxj"));
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(9)));
    assert_eq!(data_set.expire_time, Some(Timestamp::from_unix_seconds(7)));
    assert_eq!(data_set.standby.as_ref().map(Standby::as_str), Some("vRdQdGTT"));
    assert_eq!(data_set.protocol.as_ref().map(Protocol::as_str), Some("lhgSDftR"));
    assert_eq!(data_set.size, Some(2));
    assert_eq!(data_set.used_size, Some(8));
    assert_eq!(data_set.state.as_ref().map(InstanceState::as_str), Some("ImYqMePS"));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("qgxkWoPM"));
    let address = &data_set.address[0];
    assert_eq!(address.ip.as_deref(), Some("wUfpOUYA"));
    assert_eq!(address.port, Some(5));
    let address = &data_set.address[1];
    assert_eq!(address.ip.as_deref(), Some("BvSpBiLa"));
    assert_eq!(address.port, Some(3));
    let address = &data_set.address[2];
    assert_eq!(address.ip.as_deref(), Some("FSUgdGnL"));
    assert_eq!(address.port, Some(7));
    let address = &data_set.address[3];
    assert_eq!(address.ip.as_deref(), Some("GGixhLIS"));
    assert_eq!(address.port, Some(4));
    let address = &data_set.address[4];
    assert_eq!(address.ip.as_deref(), Some("gQUiMBYV"));
    assert_eq!(address.port, Some(6));
    let address = &data_set.address[5];
    assert_eq!(address.ip.as_deref(), Some("nejHKCBI"));
    assert_eq!(address.port, Some(5));
    assert_eq!(data_set.tag.as_deref(), Some("CmCJJYAa"));
    assert_eq!(
        data_set.resource_type.as_ref().map(ResourceType::as_str),
        Some("VylaOIJV"),
    );
    assert_eq!(data_set.config_id.as_deref(), Some("AIvmSCoB"));
    assert_eq!(data_set.backup_time, Some(6));
    assert_eq!(
        data_set.high_availability.as_ref().map(HighAvailability::as_str),
        Some("qjqzRjHG"),
    );
    assert_eq!(data_set.version.as_deref(), Some("QwICJfTd"));
    let data_set = &reply.data_set[5];
    assert_eq!(data_set.resource_id.as_deref(), Some("roBVpTyn"));
    assert_eq!(data_set.name.as_deref(), Some("RDFvxajX"));
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(5)));
    assert_eq!(data_set.expire_time, Some(Timestamp::from_unix_seconds(1)));
    assert_eq!(data_set.standby.as_ref().map(Standby::as_str), Some("saCvAuJl"));
    assert_eq!(data_set.protocol.as_ref().map(Protocol::as_str), Some("yJqpAmSN"));
    assert_eq!(data_set.size, Some(6));
    assert_eq!(data_set.used_size, Some(3));
    assert_eq!(data_set.state.as_ref().map(InstanceState::as_str), Some("FyPMYAsH"));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("wAffwhKn"));
    let address = &data_set.address[0];
    assert_eq!(address.ip.as_deref(), Some("mQoEctdQ"));
    assert_eq!(address.port, Some(3));
    let address = &data_set.address[1];
    assert_eq!(address.ip.as_deref(), Some("uZgHKYee"));
    assert_eq!(address.port, Some(5));
    let address = &data_set.address[2];
    assert_eq!(address.ip.as_deref(), Some("leDBpMoL"));
    assert_eq!(address.port, Some(9));
    let address = &data_set.address[3];
    assert_eq!(address.ip.as_deref(), Some("TsSuhKXT"));
    assert_eq!(address.port, Some(1));
    let address = &data_set.address[4];
    assert_eq!(address.ip.as_deref(), Some("lOSGqWkY"));
    assert_eq!(address.port, Some(7));
    let address = &data_set.address[5];
    assert_eq!(address.ip.as_deref(), Some("FBkomBaQ"));
    assert_eq!(address.port, Some(8));
    let address = &data_set.address[6];
    assert_eq!(address.ip.as_deref(), Some("KtyyPoRv"));
    assert_eq!(address.port, Some(3));
    let address = &data_set.address[7];
    assert_eq!(address.ip.as_deref(), Some("ukYmYeQa"));
    assert_eq!(address.port, Some(5));
    assert_eq!(data_set.tag.as_deref(), Some("NQMMBDrh"));
    assert_eq!(
        data_set.resource_type.as_ref().map(ResourceType::as_str),
        Some("HgncGXuN"),
    );
    assert_eq!(data_set.config_id.as_deref(), Some("ytRPrLgJ"));
    assert_eq!(data_set.backup_time, Some(1));
    assert_eq!(
        data_set.high_availability.as_ref().map(HighAvailability::as_str),
        Some("JpeCMIqP"),
    );
    assert_eq!(data_set.version.as_deref(), Some("EkuVHZhK"));
    let data_set = &reply.data_set[6];
    assert_eq!(data_set.resource_id.as_deref(), Some("PGouUYsk"));
    assert_eq!(data_set.name.as_deref(), Some("VRFmczWo"));
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(4)));
    assert_eq!(data_set.expire_time, Some(Timestamp::from_unix_seconds(1)));
    assert_eq!(data_set.standby.as_ref().map(Standby::as_str), Some("zIiucsOC"));
    assert_eq!(data_set.protocol.as_ref().map(Protocol::as_str), Some("xiIwoTUv"));
    assert_eq!(data_set.size, Some(2));
    assert_eq!(data_set.used_size, Some(7));
    assert_eq!(data_set.state.as_ref().map(InstanceState::as_str), Some("rBeTVgaa"));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("nYSzbBoP"));
    let address = &data_set.address[0];
    assert_eq!(address.ip.as_deref(), Some("mvrqcHWI"));
    assert_eq!(address.port, Some(5));
    let address = &data_set.address[1];
    assert_eq!(address.ip.as_deref(), Some("hRSPxQhf"));
    assert_eq!(address.port, Some(1));
    let address = &data_set.address[2];
    assert_eq!(address.ip.as_deref(), Some("ffKEHpDA"));
    assert_eq!(address.port, Some(3));
    let address = &data_set.address[3];
    assert_eq!(address.ip.as_deref(), Some("AnPwmonG"));
    assert_eq!(address.port, Some(9));
    let address = &data_set.address[4];
    assert_eq!(address.ip.as_deref(), Some("FAuJExqC"));
    assert_eq!(address.port, Some(4));
    let address = &data_set.address[5];
    assert_eq!(address.ip.as_deref(), Some("UzRUjIBE"));
    assert_eq!(address.port, Some(3));
    assert_eq!(data_set.tag.as_deref(), Some("ZHIotklv"));
    assert_eq!(
        data_set.resource_type.as_ref().map(ResourceType::as_str),
        Some("ffIyEJqL"),
    );
    assert_eq!(data_set.config_id.as_deref(), Some("vEVKUWMd"));
    assert_eq!(data_set.backup_time, Some(3));
    assert_eq!(
        data_set.high_availability.as_ref().map(HighAvailability::as_str),
        Some("waGtiDlf"),
    );
    assert_eq!(data_set.version.as_deref(), Some("qhGDrkPo"));
    let data_set = &reply.data_set[7];
    assert_eq!(data_set.resource_id.as_deref(), Some("XUJFsvxu"));
    assert_eq!(data_set.name.as_deref(), Some("SifJNKyo"));
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(9)));
    assert_eq!(data_set.expire_time, Some(Timestamp::from_unix_seconds(6)));
    assert_eq!(data_set.standby.as_ref().map(Standby::as_str), Some("uluarTlm"));
    assert_eq!(data_set.protocol.as_ref().map(Protocol::as_str), Some("wsUXNQoi"));
    assert_eq!(data_set.size, Some(1));
    assert_eq!(data_set.used_size, Some(7));
    assert_eq!(data_set.state.as_ref().map(InstanceState::as_str), Some("CmfSmehq"));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("jGeHUiMK"));
    let address = &data_set.address[0];
    assert_eq!(address.ip.as_deref(), Some("ZrVTKWBR"));
    assert_eq!(address.port, Some(3));
    let address = &data_set.address[1];
    assert_eq!(address.ip.as_deref(), Some("EuuxPaBb"));
    assert_eq!(address.port, Some(6));
    let address = &data_set.address[2];
    assert_eq!(address.ip.as_deref(), Some("YMEmcZQW"));
    assert_eq!(address.port, Some(2));
    let address = &data_set.address[3];
    assert_eq!(address.ip.as_deref(), Some("NqYXHFiB"));
    assert_eq!(address.port, Some(7));
    let address = &data_set.address[4];
    assert_eq!(address.ip.as_deref(), Some("WlRHoRYZ"));
    assert_eq!(address.port, Some(6));
    let address = &data_set.address[5];
    assert_eq!(address.ip.as_deref(), Some("ojLcBaQA"));
    assert_eq!(address.port, Some(8));
    let address = &data_set.address[6];
    assert_eq!(address.ip.as_deref(), Some("WahBbpNS"));
    assert_eq!(address.port, Some(1));
    let address = &data_set.address[7];
    assert_eq!(address.ip.as_deref(), Some("qYimJEhr"));
    assert_eq!(address.port, Some(2));
    let address = &data_set.address[8];
    assert_eq!(address.ip.as_deref(), Some("QNrwuenH"));
    assert_eq!(address.port, Some(9));
    assert_eq!(data_set.tag.as_deref(), Some("FMJrjZRv"));
    assert_eq!(
        data_set.resource_type.as_ref().map(ResourceType::as_str),
        Some("PdADkchN"),
    );
    assert_eq!(data_set.config_id.as_deref(), Some("iImVJSTb"));
    assert_eq!(data_set.backup_time, Some(8));
    assert_eq!(
        data_set.high_availability.as_ref().map(HighAvailability::as_str),
        Some("ralTPpQt"),
    );
    assert_eq!(data_set.version.as_deref(), Some("PSmpRZpd"));
    let json = reply.metadata().json().unwrap();
    assert!(json.pointer("/DataSet/0/AutoBackup").is_some());
    assert!(json.pointer("/DataSet/1/AutoBackup").is_some());
    assert!(json.pointer("/DataSet/2/AutoBackup").is_some());
    assert!(json.pointer("/DataSet/3/AutoBackup").is_some());
    assert!(json.pointer("/DataSet/4/AutoBackup").is_some());
    assert!(json.pointer("/DataSet/5/AutoBackup").is_some());
    assert!(json.pointer("/DataSet/6/AutoBackup").is_some());
    assert!(json.pointer("/DataSet/7/AutoBackup").is_some());
}

#[test]
fn describe_umem_backup_request() {
    let request = DescribeUMemBackup::new("UgIbZdcJ")
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("ttzQIEAS")
        .offset(3)
        .limit(3);
    let expected = [
        pair("Limit", "3"),
        pair("Offset", "3"),
        pair("ProjectId", "ttzQIEAS"),
        pair("Region", "cn-zj"),
        pair("SpaceId", "UgIbZdcJ"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_umem_backup_response() {
    let text = example_replies::DESCRIBE_UMEM_BACKUP;
    let reply = DescribeUMemBackupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.backup_name, "wswsYgCj");
    assert_eq!(data_set.create_time, Timestamp::from_unix_seconds(3));
    assert_eq!(data_set.state.as_str(), "gvqEneLQ");
    assert_eq!(data_set.backup_id, "YKTpXALa");
    assert_eq!(data_set.backup_type.as_str(), "XkJRGPby");
    assert_eq!(data_set.protocol.as_ref().map(Protocol::as_str), Some("ADqlSMfS"));
    assert_eq!(data_set.space_id.as_deref(), Some("BockWwNG"));
    assert_eq!(reply.total_count, Some(5));
}

#[test]
fn describe_umem_backup_url_request() {
    let request = DescribeUMemBackupUrl::new("WfTAPwME", "HnsnJnXX")
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("lIDfEOmM")
        .block_id("NBaSDZeI");
    let expected = [
        pair("BackupId", "HnsnJnXX"),
        pair("BlockId", "NBaSDZeI"),
        pair("ProjectId", "lIDfEOmM"),
        pair("Region", "cn-zj"),
        pair("SpaceId", "WfTAPwME"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_umem_backup_url_response() {
    let text = example_replies::DESCRIBE_UMEM_BACKUP_URL;
    let reply = DescribeUMemBackupUrlResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.backup_url[0].reveal(), "GElzOkvy");
}

#[test]
fn describe_umem_block_info_request() {
    let request = DescribeUMemBlockInfo::new("OGmgfZKi")
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("tfmMJsli")
        .offset(9)
        .limit(6);
    let expected = [
        pair("Limit", "6"),
        pair("Offset", "9"),
        pair("ProjectId", "tfmMJsli"),
        pair("Region", "cn-zj"),
        pair("SpaceId", "OGmgfZKi"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_umem_block_info_response() {
    let text = example_replies::DESCRIBE_UMEM_BLOCK_INFO;
    let reply = DescribeUMemBlockInfoResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.block_id, "GhAwvlNF");
    assert_eq!(data_set.block_port, 8);
    assert_eq!(data_set.block_size, 5);
    assert_eq!(data_set.block_state.as_str(), "xaRcEEoZ");
    assert_eq!(data_set.block_slot_begin, Some(9));
    assert_eq!(data_set.block_slot_end, Some(8));
    assert_eq!(data_set.block_vip.as_deref(), Some("ggWsZHay"));
    assert_eq!(data_set.block_used_size, Some(3));
    assert_eq!(reply.read_mode.as_ref().map(ReadMode::as_str), Some("zrIdNFWx"));
}

#[test]
fn describe_umem_price_request() {
    let request = DescribeUMemPrice::new(3)
        .region("cn-bj2")
        .zone("cn-bj2-04")
        .standby(Standby::Disabled)
        .high_performance(true)
        .block_cnt(4)
        .proxy_size(7)
        .cluster_mode(ClusterMode::from("OkmSpOnn"))
        .proxy_cnt(5);
    let expected = [
        pair("BlockCnt", "4"),
        pair("ClusterMode", "OkmSpOnn"),
        pair("HighPerformance", "true"),
        pair("ProxyCnt", "5"),
        pair("ProxySize", "7"),
        pair("Region", "cn-bj2"),
        pair("Size", "3"),
        pair("Type", "single"),
        pair("Zone", "cn-bj2-04"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
#[expect(deprecated, reason = "the documented example has it")]
fn describe_umem_price_response() {
    let text = example_replies::DESCRIBE_UMEM_PRICE;
    let reply = DescribeUMemPriceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Year"));
    assert_eq!(data_set.price, Some(Price::from_hundredths(120_000)));
    assert_eq!(data_set.original_price, Some(Price::from_hundredths(120_000)));
    assert_eq!(data_set.list_price, Some(Price::from_hundredths(120_000)));
    let data_set = &reply.data_set[1];
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Month"));
    assert_eq!(data_set.price, Some(Price::from_hundredths(12000)));
    assert_eq!(data_set.original_price, Some(Price::from_hundredths(12000)));
    assert_eq!(data_set.list_price, Some(Price::from_hundredths(12000)));
    let data_set = &reply.data_set[2];
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Dynamic"));
    assert_eq!(data_set.price, Some(Price::from_hundredths(24)));
    assert_eq!(data_set.original_price, Some(Price::from_hundredths(24)));
    assert_eq!(data_set.list_price, Some(Price::from_hundredths(24)));
}

#[test]
fn describe_umem_space_request() {
    let request = DescribeUMemSpace::new()
        .region("cn-bj2")
        .protocol(Protocol::from("dSWWMtLZ"));
    let expected = [pair("Protocol", "dSWWMtLZ"), pair("Region", "cn-bj2")];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_umem_space_response() {
    let text = example_replies::DESCRIBE_UMEM_SPACE;
    let reply = DescribeUMemSpaceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.zone.as_deref(), Some("cn-bj2-04"));
    assert_eq!(data_set.tag, "Default");
    assert_eq!(data_set.space_id.as_deref(), Some("umem-m3XXXXXX3"));
    assert_eq!(data_set.subnet_id.as_deref(), Some("subnet-iiXXXXz"));
    assert_eq!(data_set.vpc_id.as_deref(), Some("uvnet-XXXXXX4j"));
    assert_eq!(data_set.name.as_deref(), Some("fbs_XXXX"));
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(1_529_894_002)));
    assert_eq!(data_set.expire_time, Some(Timestamp::from_unix_seconds(1_530_374_400)));
    assert_eq!(data_set.standby.as_ref().map(Standby::as_str), Some("double"));
    assert_eq!(data_set.protocol.as_ref().map(Protocol::as_str), Some("memcache"));
    assert_eq!(data_set.size, Some(8));
    assert_eq!(data_set.used_size, Some(0));
    assert_eq!(data_set.state.as_ref().map(UMemSpaceState::as_str), Some("Running"));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Month"));
    let address = &data_set.address[0];
    assert_eq!(address.ip.as_deref(), Some("XX.19X.1XX.4XX"));
    assert_eq!(address.port, Some(11211));
    assert_eq!(reply.total_count, Some(2));
}

#[test]
fn describe_umem_upgrade_price_request() {
    let request = DescribeUMemUpgradePrice::new(6, "AmSgNavR")
        .region("OYdDMZXj")
        .zone("eOtEEIHT")
        .project_id("xaZfeoNa")
        .standby(Standby::from("bmNycqFN"))
        .block_ids(["WJNZdGqo"])
        .block_size([4])
        .proxy_id("SPUoFZMN")
        .new_cpu(1);
    let expected = [
        pair("BlockIds.0", "WJNZdGqo"),
        pair("BlockSize.0", "4"),
        pair("NewCPU", "1"),
        pair("ProjectId", "xaZfeoNa"),
        pair("ProxyId", "SPUoFZMN"),
        pair("Region", "OYdDMZXj"),
        pair("Size", "6"),
        pair("SpaceId", "AmSgNavR"),
        pair("Type", "bmNycqFN"),
        pair("Zone", "eOtEEIHT"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_umem_upgrade_price_response() {
    let text = example_replies::DESCRIBE_UMEM_UPGRADE_PRICE;
    let reply = DescribeUMemUpgradePriceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.price, Some(Price::from_hundredths(9)));
    assert_eq!(reply.original_price, Some(Price::from_hundredths(9)));
}

#[test]
fn describe_umemcache_group_request() {
    let request = DescribeUMemcacheGroup::new().region("cn-bj2");
    let expected = [pair("Region", "cn-bj2")];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_umemcache_group_response() {
    let text = example_replies::DESCRIBE_UMEMCACHE_GROUP;
    let reply = DescribeUMemcacheGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.group_id.as_deref(), Some("umemcache-XXX5sc"));
    assert_eq!(data_set.name.as_deref(), Some("djdj_XXXXX"));
    assert_eq!(
        data_set.config_id.as_deref(),
        Some("9a891891-c24XXX-4b66-bce8-67e5XXXd67c"),
    );
    assert_eq!(data_set.virtual_ip.as_deref(), Some("1X.X9.XX1.1XX"));
    assert_eq!(data_set.port, Some(11211));
    assert_eq!(data_set.size, Some(2));
    assert_eq!(data_set.used_size, Some(2));
    assert_eq!(data_set.version.as_deref(), Some("1.4.33"));
    assert_eq!(
        data_set.state.as_ref().map(UMemcacheGroupState::as_str),
        Some("Running"),
    );
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(1_529_563_005)));
    assert_eq!(data_set.modify_time, Some(Timestamp::from_unix_seconds(1_529_563_010)));
    assert_eq!(data_set.expire_time, Some(Timestamp::from_unix_seconds(1_530_374_400)));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Month"));
    assert_eq!(data_set.tag.as_deref(), Some("Default"));
}

#[test]
fn describe_umemcache_price_request() {
    let request = DescribeUMemcachePrice::new(1)
        .region("cn-bj2")
        .zone("cn-bj2-04")
        .project_id("NKVlvLHl")
        .standby(Standby::from("uPFaYIFP"));
    let expected = [
        pair("ProjectId", "NKVlvLHl"),
        pair("Region", "cn-bj2"),
        pair("Size", "1"),
        pair("Type", "uPFaYIFP"),
        pair("Zone", "cn-bj2-04"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_umemcache_price_response() {
    let text = example_replies::DESCRIBE_UMEMCACHE_PRICE;
    let reply = DescribeUMemcachePriceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Year"));
    assert_eq!(data_set.price, Some(Price::from_hundredths(54000)));
    assert_eq!(data_set.list_price, Some(Price::from_hundredths(54000)));
    assert_eq!(data_set.original_price, Some(Price::from_hundredths(54000)));
    let data_set = &reply.data_set[1];
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Month"));
    assert_eq!(data_set.price, Some(Price::from_hundredths(5400)));
    assert_eq!(data_set.list_price, Some(Price::from_hundredths(5400)));
    assert_eq!(data_set.original_price, Some(Price::from_hundredths(5400)));
    let data_set = &reply.data_set[2];
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Dynamic"));
    assert_eq!(data_set.price, Some(Price::from_hundredths(11)));
    assert_eq!(data_set.list_price, Some(Price::from_hundredths(11)));
    assert_eq!(data_set.original_price, Some(Price::from_hundredths(11)));
}

#[test]
fn describe_umemcache_upgrade_price_request() {
    let request = DescribeUMemcacheUpgradePrice::new(2, "umem-m3xXXXXX")
        .region("oIDYlQTE")
        .zone("HGIOIePm")
        .project_id("irEOdfvi");
    let expected = [
        pair("GroupId", "umem-m3xXXXXX"),
        pair("ProjectId", "irEOdfvi"),
        pair("Region", "oIDYlQTE"),
        pair("Size", "2"),
        pair("Zone", "HGIOIePm"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_umemcache_upgrade_price_response() {
    let text = example_replies::DESCRIBE_UMEMCACHE_UPGRADE_PRICE;
    let reply = DescribeUMemcacheUpgradePriceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.price, Some(Price::from_hundredths(1937)));
    assert_eq!(reply.original_price, Some(Price::from_hundredths(1937)));
    assert_eq!(reply.list_price, Some(Price::from_hundredths(8)));
}

#[test]
fn describe_uredis_backup_request() {
    let request = DescribeURedisBackup::new()
        .region("cn-bj2")
        .slave_zone("IRVyPYOd")
        .region_type(BackupRegionType::from("JaAnSlXu"))
        .backup_id("UUBzedWb");
    let expected = [
        pair("BackupId", "UUBzedWb"),
        pair("Region", "cn-bj2"),
        pair("RegionType", "JaAnSlXu"),
        pair("SlaveZone", "IRVyPYOd"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_uredis_backup_response() {
    let text = example_replies::DESCRIBE_UREDIS_BACKUP;
    let reply = DescribeURedisBackupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.total_count, Some(1));
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.zone.as_deref(), Some("cn-bj2-04"));
    assert_eq!(
        data_set.backup_id.as_deref(),
        Some("a75XXXa9-d9e1-4d38-9XX1-aecad464XXX5"),
    );
    assert_eq!(data_set.group_id.as_deref(), Some("uredis-grXXXz"));
    assert_eq!(data_set.group_name.as_deref(), Some("zbredia_XXXXX"));
    assert_eq!(data_set.backup_name.as_deref(), Some("sgbf_XXXXXX"));
    assert_eq!(data_set.backup_time, Some(Timestamp::from_unix_seconds(1_529_912_363)));
    assert_eq!(data_set.backup_size, Some(18));
    assert_eq!(
        data_set.backup_type.as_ref().map(URedisBackupType::as_str),
        Some("Manual"),
    );
    assert_eq!(data_set.state.as_ref().map(URedisBackupState::as_str), Some("Success"));
}

#[test]
fn describe_uredis_backup_url_request() {
    let request = DescribeURedisBackupUrl::new("00XXX68c-c7f5-XX52-9eac-dXXXXXXX8f0e1")
        .region("cn-bj2")
        .zone("cn-bj2-04")
        .group_id("mfweUQnQ")
        .slave_zone("VlwscEJR")
        .is_cross_region(false);
    let expected = [
        pair("BackupId", "00XXX68c-c7f5-XX52-9eac-dXXXXXXX8f0e1"),
        pair("GroupId", "mfweUQnQ"),
        pair("IsCrossRegion", "false"),
        pair("Region", "cn-bj2"),
        pair("SlaveZone", "VlwscEJR"),
        pair("Zone", "cn-bj2-04"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
#[expect(deprecated, reason = "the documented example has it")]
fn describe_uredis_backup_url_response() {
    let text = example_replies::DESCRIBE_UREDIS_BACKUP_URL;
    let reply = DescribeURedisBackupUrlResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(
        reply.backup_url.as_ref().unwrap().reveal(),
        "http://umembXXXXXup-9001.cn-bj.ilXXXXeos.com/uredis-XXXXbz/sgbf_xxxxxx-a75b24a9-d9e1-4d38-9dc1-aecad464XXX45?UCloudPublicKey=ucloudXXX@ucloud.cn142615241XXXX604875621&Expires=1529927068&Signature=sbH+QOWbtxXXXX6z5o6HBxrOcU=",
    );
    assert_eq!(reply.backup_path.as_ref().unwrap().reveal(), "KgVuXeBu");
    assert_eq!(reply.inner_backup_path.as_ref().unwrap().reveal(), "zeAzhTZt");
}

#[test]
fn describe_uredis_config_request() {
    let request = DescribeURedisConfig::new()
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("VuPSDiad")
        .version("qyhfGmaZ")
        .config_id("EmTNpurL")
        .offset(8)
        .limit(2);
    let expected = [
        pair("ConfigId", "EmTNpurL"),
        pair("Limit", "2"),
        pair("Offset", "8"),
        pair("ProjectId", "VuPSDiad"),
        pair("Region", "cn-zj"),
        pair("Version", "qyhfGmaZ"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_uredis_config_response() {
    let text = example_replies::DESCRIBE_UREDIS_CONFIG;
    let reply = DescribeURedisConfigResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.total_count, Some(1));
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.zone.as_deref(), Some("......"));
    assert_eq!(
        data_set.config_id.as_deref(),
        Some("03f58ca9-b64d-4bdd-abc7-c6b9a46fd801"),
    );
    assert_eq!(data_set.name.as_deref(), Some("redis-3.0"));
    assert_eq!(data_set.description.as_deref(), Some("default-config"));
    assert_eq!(data_set.version.as_deref(), Some("3.0"));
    assert_eq!(data_set.is_modify.as_deref(), Some("Unmodifiable"));
    assert_eq!(data_set.state.as_deref(), Some("Usable"));
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(1_425_458_755)));
    assert_eq!(data_set.modify_time, Some(Timestamp::from_unix_seconds(1_425_458_755)));
    assert_eq!(data_set.region_flag, Some(false));
}

#[test]
fn describe_uredis_group_request() {
    let request = DescribeURedisGroup::new().region("cn-bj2").zone("SZQDzLQZ");
    let expected = [pair("Region", "cn-bj2"), pair("Zone", "SZQDzLQZ")];
    assert_eq!(pairs(&request), expected);
}

#[test]
#[expect(deprecated, reason = "the documented example has it")]
fn describe_uredis_group_response() {
    let text = example_replies::DESCRIBE_UREDIS_GROUP;
    let reply = DescribeURedisGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.total_count, Some(1));
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.zone.as_deref(), Some("cn-bj2-04"));
    assert_eq!(data_set.vpc_id.as_deref(), Some("uvnet-oXXXX4j"));
    assert_eq!(data_set.subnet_id.as_deref(), Some("subnet-iXXXXhz"));
    assert_eq!(data_set.group_id.as_deref(), Some("uredis-gXXXXXbz"));
    assert_eq!(data_set.name.as_deref(), Some("zbreXXia_XXXXX_modify"));
    assert_eq!(data_set.standby.as_ref().map(Standby::as_str), Some("double"));
    assert_eq!(data_set.protocol.as_ref().map(Protocol::as_str), Some("redis"));
    assert_eq!(data_set.memory_size, Some(4));
    assert_eq!(data_set.group_name.as_deref(), Some("zbredia_XXXXX_modify"));
    assert_eq!(
        data_set.config_id.as_deref(),
        Some("03fXXXXca9-b64d-4XXd-abc7-c6b9XXXXX801"),
    );
    assert_eq!(data_set.virtual_ip.as_deref(), Some("XX.X9.XX.1XX"));
    assert_eq!(data_set.port, Some(6379));
    assert_eq!(data_set.size, Some(4));
    assert_eq!(data_set.used_size, Some(61));
    assert_eq!(data_set.auto_backup, Some(false));
    assert_eq!(data_set.backup_time, Some(3));
    assert_eq!(
        data_set.high_availability.as_ref().map(HighAvailability::as_str),
        Some("enable"),
    );
    assert_eq!(data_set.version.as_deref(), Some("3.0"));
    assert_eq!(data_set.expire_time, Some(Timestamp::from_unix_seconds(1_530_374_400)));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Month"));
    assert_eq!(data_set.state.as_ref().map(URedisGroupState::as_str), Some("Running"));
    assert_eq!(data_set.create_time, Some(Timestamp::from_unix_seconds(1_529_912_330)));
    assert_eq!(data_set.modify_time, Some(Timestamp::from_unix_seconds(1_529_912_337)));
    assert_eq!(data_set.tag.as_deref(), Some("Default"));
    assert_eq!(data_set.slave_zone.as_deref(), Some(""));
}

#[test]
fn describe_uredis_price_request() {
    let request = DescribeURedisPrice::new(8)
        .region("cn-bj2")
        .zone("cn-bj2-04")
        .high_performance(true);
    let expected = [
        pair("HighPerformance", "true"),
        pair("Region", "cn-bj2"),
        pair("Size", "8"),
        pair("Zone", "cn-bj2-04"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_uredis_price_response() {
    let text = example_replies::DESCRIBE_UREDIS_PRICE;
    let reply = DescribeURedisPriceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.original_price, Price::from_hundredths(640_000));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Year"));
    assert_eq!(data_set.list_price, Some(Price::from_hundredths(640_000)));
    assert_eq!(data_set.price, Some(Price::from_hundredths(640_000)));
    let data_set = &reply.data_set[1];
    assert_eq!(data_set.original_price, Price::from_hundredths(64000));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Month"));
    assert_eq!(data_set.list_price, Some(Price::from_hundredths(64000)));
    assert_eq!(data_set.price, Some(Price::from_hundredths(64000)));
    let data_set = &reply.data_set[2];
    assert_eq!(data_set.original_price, Price::from_hundredths(136));
    assert_eq!(data_set.charge_type.as_ref().map(ChargeType::as_str), Some("Dynamic"));
    assert_eq!(data_set.list_price, Some(Price::from_hundredths(136)));
    assert_eq!(data_set.price, Some(Price::from_hundredths(136)));
}

#[test]
fn describe_uredis_slowlog_request() {
    let request = DescribeURedisSlowlog::new("GrhAxSKP")
        .region("iBpXSJCs")
        .project_id("LnUyjCiS")
        .limit(3);
    let expected = [
        pair("GroupId", "GrhAxSKP"),
        pair("Limit", "3"),
        pair("ProjectId", "LnUyjCiS"),
        pair("Region", "iBpXSJCs"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_uredis_slowlog_response() {
    let text = example_replies::DESCRIBE_UREDIS_SLOWLOG;
    let reply = DescribeURedisSlowlogResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.total_count, 3);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.start_time, Some(Timestamp::from_unix_seconds(1_560_000_000)));
    assert_eq!(data_set.spend_time, Some(3_180_000));
    assert_eq!(data_set.command.as_deref(), Some("XXXX "));
    let data_set = &reply.data_set[1];
    assert_eq!(data_set.start_time, Some(Timestamp::from_unix_seconds(1_560_000_000)));
    assert_eq!(data_set.spend_time, Some(3_180_000));
    assert_eq!(data_set.command.as_deref(), Some("XXXX "));
    let data_set = &reply.data_set[2];
    assert_eq!(data_set.start_time, Some(Timestamp::from_unix_seconds(1_560_000_000)));
    assert_eq!(data_set.spend_time, Some(3_180_000));
    assert_eq!(data_set.command.as_deref(), Some("XXXX "));
}

#[test]
fn describe_uredis_upgrade_price_request() {
    let request = DescribeURedisUpgradePrice::new(16, "uredis-grxxxxx")
        .region("cn-bj2")
        .project_id("HOQJvXVm")
        .high_performance(false)
        .convert_type(ConvertType::from("GALVfJWp"));
    let expected = [
        pair("ConvertType", "GALVfJWp"),
        pair("GroupId", "uredis-grxxxxx"),
        pair("HighPerformance", "false"),
        pair("ProjectId", "HOQJvXVm"),
        pair("Region", "cn-bj2"),
        pair("Size", "16"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_uredis_upgrade_price_response() {
    let text = example_replies::DESCRIBE_UREDIS_UPGRADE_PRICE;
    let reply = DescribeURedisUpgradePriceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.price, Some(Price::from_hundredths(16965)));
    assert_eq!(reply.original_price, Some(Price::from_hundredths(16865)));
}

#[test]
fn describe_uredis_version_request() {
    let request = DescribeURedisVersion::new().region("cn-east-01").zone("ToqKEOaG");
    let expected = [pair("Region", "cn-east-01"), pair("Zone", "ToqKEOaG")];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn describe_uredis_version_response() {
    let text = example_replies::DESCRIBE_UREDIS_VERSION;
    let reply = DescribeURedisVersionResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    let data_set = &reply.data_set[0];
    assert_eq!(data_set.version.as_deref(), Some("3.0"));
    let data_set = &reply.data_set[1];
    assert_eq!(data_set.version.as_deref(), Some("3.2"));
    assert_eq!(reply.total_count, Some(2));
}

#[test]
fn flushall_uredis_group_request() {
    let request = FlushallURedisGroup::new("xXlpYjIl", FlushType::from("tIUCIssw"))
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("UVOxfbBR")
        .top_organization_id(8)
        .organization_id(5)
        .slave_zone("EtBMcUWK");
    let expected = [
        pair("FlushType", "tIUCIssw"),
        pair("GroupId", "xXlpYjIl"),
        pair("OrganizationId", "5"),
        pair("ProjectId", "UVOxfbBR"),
        pair("Region", "cn-zj"),
        pair("SlaveZone", "EtBMcUWK"),
        pair("TopOrganizationId", "8"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn flushall_uredis_group_response() {
    let text = example_replies::FLUSHALL_UREDIS_GROUP;
    let reply = FlushallURedisGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn get_umem_space_state_request() {
    let request = GetUMemSpaceState::new("umem-0XXXXX").region("cn-bj2");
    let expected = [pair("Region", "cn-bj2"), pair("SpaceId", "umem-0XXXXX")];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn get_umem_space_state_response() {
    let text = example_replies::GET_UMEM_SPACE_STATE;
    let reply = GetUMemSpaceStateResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
    assert_eq!(reply.state[0].as_str(), "Running");
}

#[test]
fn isolation_uredis_group_request() {
    let request = IsolationURedisGroup::new("NNfMaEFZ", TransformType::from("qjYJWhRX"))
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("XskLPhMA")
        .slave_zone("lFyPUcpv");
    let expected = [
        pair("GroupId", "NNfMaEFZ"),
        pair("ProjectId", "XskLPhMA"),
        pair("Region", "cn-zj"),
        pair("SlaveZone", "lFyPUcpv"),
        pair("TransformType", "qjYJWhRX"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn isolation_uredis_group_response() {
    let text = example_replies::ISOLATION_UREDIS_GROUP;
    let reply = IsolationURedisGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn modify_umem_password_request() {
    let request = ModifyUMemPassword::new("yUqnhGPT", Password::new("VFnLUFfo"))
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("prZTgxjf");
    let expected = [
        pair("Password", &BASE64_STANDARD.encode("VFnLUFfo")),
        pair("ProjectId", "prZTgxjf"),
        pair("Region", "cn-zj"),
        pair("SpaceId", "yUqnhGPT"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn modify_umem_password_response() {
    let text = example_replies::MODIFY_UMEM_PASSWORD;
    let reply = ModifyUMemPasswordResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn modify_umem_space_name_request() {
    let request = ModifyUMemSpaceName::new("umem-0bu5mo", "redis_FBS").region("cn-bj2");
    let expected = [
        pair("Name", "redis_FBS"),
        pair("Region", "cn-bj2"),
        pair("SpaceId", "umem-0bu5mo"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn modify_umem_space_name_response() {
    let text = example_replies::MODIFY_UMEM_SPACE_NAME;
    let reply = ModifyUMemSpaceNameResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn modify_uredis_config_request() {
    let request = ModifyURedisConfig::new("ArAfaJus", "snEGNFoQ", "value")
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("VTRHhaAC")
        .group_id("aKtBmzmB")
        .region_flag(false);
    let expected = [
        pair("ConfigId", "ArAfaJus"),
        pair("GroupId", "aKtBmzmB"),
        pair("Key", "snEGNFoQ"),
        pair("ProjectId", "VTRHhaAC"),
        pair("Region", "cn-zj"),
        pair("RegionFlag", "false"),
        pair("Value", "value"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn modify_uredis_config_response() {
    let text = example_replies::MODIFY_UREDIS_CONFIG;
    let reply = ModifyURedisConfigResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn modify_uredis_group_name_request() {
    let request = ModifyURedisGroupName::new("uredis-grXXXXX", "zbredia_XXXXX_modify")
        .region("cn-bj2")
        .zone("gTZrjKex");
    let expected = [
        pair("GroupId", "uredis-grXXXXX"),
        pair("Name", "zbredia_XXXXX_modify"),
        pair("Region", "cn-bj2"),
        pair("Zone", "gTZrjKex"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn modify_uredis_group_name_response() {
    let text = example_replies::MODIFY_UREDIS_GROUP_NAME;
    let reply = ModifyURedisGroupNameResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn modify_uredis_group_password_request() {
    let request = ModifyURedisGroupPassword::new(
            "CzmsTeDz",
            Password::new("correct_horse"),
        )
        .region("nMAgQwSo")
        .zone("OXUwhOqN")
        .project_id("dpZLfhxD");
    let expected = [
        pair("GroupId", "CzmsTeDz"),
        pair("Password", &BASE64_STANDARD.encode("correct_horse")),
        pair("ProjectId", "dpZLfhxD"),
        pair("Region", "nMAgQwSo"),
        pair("Zone", "OXUwhOqN"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn modify_uredis_group_password_response() {
    let text = example_replies::MODIFY_UREDIS_GROUP_PASSWORD;
    let reply = ModifyURedisGroupPasswordResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn register_umem_defrag_request() {
    let request = RegisterUMemDefrag::new("KjIbMAJE")
        .region("cn-zj")
        .zone("cn-zj-01")
        .start_time(Timestamp::from_unix_seconds(2))
        .end_time(Timestamp::from_unix_seconds(2))
        .operate_type(DefragOperation::from("LPmokZrJ"))
        .frag_time(9)
        .start_hour(9)
        .start_min(3)
        .end_hour(8)
        .end_min(8)
        .is_union(false);
    let expected = [
        pair("EndHour", "8"),
        pair("EndMin", "8"),
        pair("EndTime", "2"),
        pair("FragTime", "9"),
        pair("IsUnion", "false"),
        pair("OperateType", "LPmokZrJ"),
        pair("Region", "cn-zj"),
        pair("ResourceId", "KjIbMAJE"),
        pair("StartHour", "9"),
        pair("StartMin", "3"),
        pair("StartTime", "2"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn register_umem_defrag_response() {
    let text = example_replies::REGISTER_UMEM_DEFRAG;
    let reply = RegisterUMemDefragResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn remove_udredis_data_request() {
    let request = RemoveUDRedisData::new("cEjeUkFe")
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("BxsstPOE");
    let expected = [
        pair("ProjectId", "BxsstPOE"),
        pair("Region", "cn-zj"),
        pair("SpaceId", "cEjeUkFe"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn remove_udredis_data_response() {
    let text = example_replies::REMOVE_UDREDIS_DATA;
    let reply = RemoveUDRedisDataResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn resize_udredis_block_size_request() {
    let request = ResizeUDRedisBlockSize::new("djlgyuzz", "GYtfFOaF", 1)
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("gQWNotAR")
        .start_time(Timestamp::from_unix_seconds(9))
        .high_performance(true);
    let expected = [
        pair("BlockId", "GYtfFOaF"),
        pair("BlockSize", "1"),
        pair("HighPerformance", "true"),
        pair("ProjectId", "gQWNotAR"),
        pair("Region", "cn-zj"),
        pair("SpaceId", "djlgyuzz"),
        pair("StartTime", "9"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn resize_udredis_block_size_response() {
    let text = example_replies::RESIZE_UDREDIS_BLOCK_SIZE;
    let reply = ResizeUDRedisBlockSizeResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn resize_umem_space_request() {
    let request = ResizeUMemSpace::new("umem-m3xXXXXXXX", 20)
        .region("cn-bj2")
        .standby(Standby::from("RuAltygD"));
    let expected = [
        pair("Region", "cn-bj2"),
        pair("Size", "20"),
        pair("SpaceId", "umem-m3xXXXXXXX"),
        pair("Type", "RuAltygD"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn resize_umem_space_response() {
    let text = example_replies::RESIZE_UMEM_SPACE;
    let reply = ResizeUMemSpaceResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn resize_umemcache_group_request() {
    let request = ResizeUMemcacheGroup::new("umemcache-xxxx", 20)
        .region("cn-north-02")
        .project_id("org-quk5zs");
    let expected = [
        pair("GroupId", "umemcache-xxxx"),
        pair("ProjectId", "org-quk5zs"),
        pair("Region", "cn-north-02"),
        pair("Size", "20"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn resize_umemcache_group_response() {
    let text = example_replies::RESIZE_UMEMCACHE_GROUP;
    let reply = ResizeUMemcacheGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn resize_uredis_group_request() {
    let request = ResizeURedisGroup::new("uredis-grXXXXXz", 4)
        .region("cn-bj2")
        .zone("InTEynQN")
        .charge_type(ChargeType::from("bUEUNBFI"))
        .standby(Standby::from("zbbRIPIP"))
        .high_performance(false);
    let expected = [
        pair("ChargeType", "bUEUNBFI"),
        pair("GroupId", "uredis-grXXXXXz"),
        pair("HighPerformance", "false"),
        pair("Region", "cn-bj2"),
        pair("Size", "4"),
        pair("Type", "zbbRIPIP"),
        pair("Zone", "InTEynQN"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn resize_uredis_group_response() {
    let text = example_replies::RESIZE_UREDIS_GROUP;
    let reply = ResizeURedisGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn resize_uhproxy_request() {
    let request = ResizeUhproxy::new("yptBqXAk", "lqGHwjgC", 5)
        .region("bcLLpnpD")
        .zone("ZeegGcmw")
        .project_id("iMsluagz")
        .coupon_id("NgMSjApy");
    let expected = [
        pair("CouponId", "NgMSjApy"),
        pair("NewCPU", "5"),
        pair("ProjectId", "iMsluagz"),
        pair("ProxyId", "lqGHwjgC"),
        pair("Region", "bcLLpnpD"),
        pair("SpaceId", "yptBqXAk"),
        pair("Zone", "ZeegGcmw"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn resize_uhproxy_response() {
    let text = example_replies::RESIZE_UHPROXY;
    let reply = ResizeUhproxyResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn restart_umemcache_group_request() {
    let request = RestartUMemcacheGroup::new("umemcache-aXXXXXX")
        .region("cn-bj2")
        .zone("cn-bj2-04");
    let expected = [
        pair("GroupId", "umemcache-aXXXXXX"),
        pair("Region", "cn-bj2"),
        pair("Zone", "cn-bj2-04"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn restart_umemcache_group_response() {
    let text = example_replies::RESTART_UMEMCACHE_GROUP;
    let reply = RestartUMemcacheGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn restart_uredis_group_request() {
    let request = RestartURedisGroup::new("waQbotlY")
        .region("ZAuDPsAk")
        .project_id("inwJAgFK");
    let expected = [
        pair("GroupId", "waQbotlY"),
        pair("ProjectId", "inwJAgFK"),
        pair("Region", "ZAuDPsAk"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn restart_uredis_group_response() {
    let text = example_replies::RESTART_UREDIS_GROUP;
    let reply = RestartURedisGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn shutdown_uredis_group_request() {
    let request = ShutdownURedisGroup::new("uitCmZdc")
        .region("NxFzHGsY")
        .zone("laPaDxNh");
    let expected = [
        pair("GroupId", "uitCmZdc"),
        pair("Region", "NxFzHGsY"),
        pair("Zone", "laPaDxNh"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn shutdown_uredis_group_response() {
    let text = example_replies::SHUTDOWN_UREDIS_GROUP;
    let reply = ShutdownURedisGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn start_uredis_group_request() {
    let request = StartURedisGroup::new("mlFnuYZg").region("gZTrpUMC").zone("rBqMxAHS");
    let expected = [
        pair("GroupId", "mlFnuYZg"),
        pair("Region", "gZTrpUMC"),
        pair("Zone", "rBqMxAHS"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn start_uredis_group_response() {
    let text = example_replies::START_UREDIS_GROUP;
    let reply = StartURedisGroupResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn update_uredis_backup_strategy_request() {
    let request = UpdateURedisBackupStrategy::new("rHCjeKTH")
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("VxWfsZys")
        .slave_zone("DHihOSqO")
        .operation_type(BackupStrategyOperation::from("wJxZJSff"))
        .save_days(3);
    let expected = [
        pair("GroupId", "rHCjeKTH"),
        pair("OperationType", "wJxZJSff"),
        pair("ProjectId", "VxWfsZys"),
        pair("Region", "cn-zj"),
        pair("SaveDays", "3"),
        pair("SlaveZone", "DHihOSqO"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn update_uredis_backup_strategy_response() {
    let text = example_replies::UPDATE_UREDIS_BACKUP_STRATEGY;
    let reply = UpdateURedisBackupStrategyResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

#[test]
fn update_uredis_rewrite_time_request() {
    let request = UpdateURedisRewriteTime::new("group-id", 9)
        .region("cn-zj")
        .zone("cn-zj-01")
        .project_id("iOUtjLUn")
        .slave_zone("pvfISNiS");
    let expected = [
        pair("GroupId", "group-id"),
        pair("ProjectId", "iOUtjLUn"),
        pair("Region", "cn-zj"),
        pair("RewriteTime", "9"),
        pair("SlaveZone", "pvfISNiS"),
        pair("Zone", "cn-zj-01"),
    ];
    assert_eq!(pairs(&request), expected);
}

#[test]
fn update_uredis_rewrite_time_response() {
    let text = example_replies::UPDATE_UREDIS_REWRITE_TIME;
    let reply = UpdateURedisRewriteTimeResponse::from_json(text).unwrap();
    assert_eq!(reply.missing(), [""; 0]);
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}
