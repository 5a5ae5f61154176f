// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! The documented replies, which tests read and the emulator answers with.

pub(super) const CHECK_UDREDIS_SPACE_ALLOWANCE: &str = r#"{
  "Action": "CheckUDredisSpaceAllowanceResponse",
  "Count": 7,
  "NeedMigrate": "zgysRHAz",
  "RetCode": 0
}
"#;

pub(super) const CHECK_UREDIS_ALLOWANCE: &str = r#"{
  "Action": "CheckURedisAllowanceResponse",
  "Count": 4,
  "NeedMigrate": false,
  "RetCode": 0
}
"#;

pub(super) const CREATE_SCAN_HOT_BIG_KEYS: &str = r#"{
  "Action": "CreateScanHotBigKeysResponse",
  "RetCode": 0
}
"#;

pub(super) const CREATE_UDREDIS_UHPROXY: &str = r#"{
  "Action": "CreateUDRedisUhproxyResponse",
  "ResourceId": "vMYYqDKa",
  "RetCode": 0
}
"#;

pub(super) const CREATE_UMEM_BACKUP: &str = r#"{
  "Action": "CreateUMemBackupResponse",
  "BackupId": "uBllGFJq",
  "RetCode": 0
}
"#;

pub(super) const CREATE_UMEM_SPACE: &str = r#"{
  "Action": "CreateUMemSpaceResponse",
  "RetCode": 0,
  "SpaceId": "umem-opqmXXXX"
}
"#;

pub(super) const CREATE_UMEMCACHE_GROUP: &str = r#"{
  "Action": "CreateUMemcacheGroupResponse",
  "GroupId": "00f9868c-c7f5-4852-9eac-d200b678f0e1",
  "RetCode": 0
}
"#;

pub(super) const CREATE_UREDIS_BACKUP: &str = r#"{
  "Action": "CreateURedisBackupResponse",
  "RetCode": 0
}
"#;

pub(super) const CREATE_UREDIS_GROUP: &str = r#"{
  "Action": "CreateURedisGroupResponse",
  "GroupId": "uredis-00XXX",
  "RetCode": 0
}
"#;

pub(super) const DELETE_UDREDIS_PROXY: &str = r#"{
  "Action": "DeleteUDRedisProxyResponse",
  "RetCode": 0
}
"#;

pub(super) const DELETE_UMEM_SPACE: &str = r#"{
  "Action": "DeleteUMemSpaceResponse",
  "RetCode": 0
}
"#;

pub(super) const DELETE_UMEMCACHE_GROUP: &str = r#"{
  "Action": "DeleteUMemcacheGroupResponse",
  "RetCode": 0
}
"#;

pub(super) const DELETE_UREDIS_GROUP: &str = r#"{
  "Action": "DeleteURedisGroupResponse",
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UDREDIS_PROXY_INFO: &str = r#"{
  "Action": "DescribeUDRedisProxyInfoResponse",
  "DataSet": [
    {
      "CPU": 6,
      "ProxyId": "wjhBFGjw",
      "ProxyType": 4,
      "ResourceId": "gVaugysY",
      "State": "HnRVTTox",
      "Vip": "XbBCnxli"
    }
  ],
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UDREDIS_SLOWLOG: &str = r#"{
  "Action": "DescribeUDRedisSlowlogResponse",
  "DataSet": [
    {
      "Command": "uRWpsqpZ",
      "SpendTime": 8,
      "StartTime": 2
    }
  ],
  "RetCode": 0,
  "TotalCount": 6
}
"#;

pub(super) const DESCRIBE_UMEM: &str = r#"{
  "Action": "DescribeUMemResponse",
  "DataSet": [
    {
      "Address": [
        {
          "IP": "xdTFKPdq",
          "Port": 5
        },
        {
          "IP": "ICaNxwru",
          "Port": 1
        },
        {
          "IP": "KZqbVrIc",
          "Port": 7
        }
      ],
      "AutoBackup": "ooioDhuV",
      "BackupTime": 4,
      "ChargeType": "MtCuMDNq",
      "ConfigId": "GGDQMFVL",
      "CreateTime": 5,
      "ExpireTime": 1,
      "HighAvailability": "xYGVItde",
      "Name": "wTABuadt",
      "Protocol": "CMbNPLru",
      "ResourceId": "KNhCzsnD",
      "ResourceType": "nedYlOcN",
      "Size": 7,
      "State": "PkNmCXOe",
      "Tag": "BEgtahwU",
      "Type": "NOfFjyhX",
      "UsedSize": 4,
      "Version": "zFhXccwi"
    },
    {
      "Address": [
        {
          "IP": "ZTodkDol",
          "Port": 1
        },
        {
          "IP": "QkzdFKDl",
          "Port": 1
        },
        {
          "IP": "hwUHGGVi",
          "Port": 6
        },
        {
          "IP": "gJavQdmG",
          "Port": 2
        },
        {
          "IP": "OrwRojjw",
          "Port": 2
        },
        {
          "IP": "eJUebkxS",
          "Port": 5
        },
        {
          "IP": "uMVPWLkH",
          "Port": 6
        }
      ],
      "AutoBackup": "NfcBLyQI",
      "BackupTime": 5,
      "ChargeType": "uiZoHzyi",
      "ConfigId": "gDsoivjx",
      "CreateTime": 1,
      "ExpireTime": 8,
      "HighAvailability": "XrzqTFzK",
      "Name": "AbjCxxLb",
      "Protocol": "XzuuhHjf",
      "ResourceId": "HJjSlGLt",
      "ResourceType": "InWvDkJP",
      "Size": 9,
      "State": "VIjpXSCn",
      "Tag": "XSVehmBE",
      "Type": "ANOGVpPO",
      "UsedSize": 9,
      "Version": "ZFUDNVDq"
    },
    {
      "Address": [
        {
          "IP": "YShqePzv",
          "Port": 3
        },
        {
          "IP": "spznbmgM",
          "Port": 5
        },
        {
          "IP": "XCFVsQlL",
          "Port": 7
        },
        {
          "IP": "jCAUupec",
          "Port": 2
        },
        {
          "IP": "KorEUnXh",
          "Port": 6
        },
        {
          "IP": "LmcAuhbk",
          "Port": 7
        },
        {
          "IP": "CIvqCUOK",
          "Port": 4
        }
      ],
      "AutoBackup": "MQJPoYQr",
      "BackupTime": 5,
      "ChargeType": "CQviKnot",
      "ConfigId": "HBrVFASw",
      "CreateTime": 4,
      "ExpireTime": 5,
      "HighAvailability": "hVLLcNWN",
      "Name": "RZKzvpmh",
      "Protocol": "bAWgrRHF",
      "ResourceId": "eTwaSUzH",
      "ResourceType": "KoCPtlax",
      "Size": 3,
      "State": "wQidxUHZ",
      "Tag": "sRUNzpSY",
      "Type": "yoUDmTJX",
      "UsedSize": 4,
      "Version": "AYXbCivF"
    },
    {
      "Address": [
        {
          "IP": "cnjJWGva",
          "Port": 1
        },
        {
          "IP": "rAHqmynD",
          "Port": 1
        },
        {
          "IP": "VzuCmpAa",
          "Port": 9
        },
        {
          "IP": "IkVbzRfq",
          "Port": 4
        },
        {
          "IP": "CNPNweAR",
          "Port": 4
        },
        {
          "IP": "BsJAozyf",
          "Port": 4
        },
        {
          "IP": "vUFqoJBj",
          "Port": 7
        },
        {
          "IP": "ofvvqQZh",
          "Port": 7
        },
        {
          "IP": "FIraTIGo",
          "Port": 4
        }
      ],
      "AutoBackup": "vwdSLHVA",
      "BackupTime": 4,
      "ChargeType": "GwJzioLi",
      "ConfigId": "ULiQaVgb",
      "CreateTime": 1,
      "ExpireTime": 2,
      "HighAvailability": "nuuhdpWH",
      "Name": "QbmhcsNf",
      "Protocol": "gdeIrjKg",
      "ResourceId": "jIqIpSAp",
      "ResourceType": "fQrimsOM",
      "Size": 4,
      "State": "rxFqmOZf",
      "Tag": "kMmEoasr",
      "Type": "EVnsmeNx",
      "UsedSize": 9,
      "Version": "wEujwBHY"
    },
    {
      "Address": [
        {
          "IP": "wUfpOUYA",
          "Port": 5
        },
        {
          "IP": "BvSpBiLa",
          "Port": 3
        },
        {
          "IP": "FSUgdGnL",
          "Port": 7
        },
        {
          "IP": "GGixhLIS",
          "Port": 4
        },
        {
          "IP": "gQUiMBYV",
          "Port": 6
        },
        {
          "IP": "nejHKCBI",
          "Port": 5
        }
      ],
      "AutoBackup": "nzEkQVyH",
      "BackupTime": 6,
      "ChargeType": "qgxkWoPM",
      "ConfigId": "AIvmSCoB",
      "CreateTime": 9,
      "ExpireTime": 7,
      "HighAvailability": "qjqzRjHG",
      "Name": "ChBOhqxj",
      "Protocol": "lhgSDftR",
      "ResourceId": "bUTXOjYY",
      "ResourceType": "VylaOIJV",
      "Size": 2,
      "State": "ImYqMePS",
      "Tag": "CmCJJYAa",
      "Type": "vRdQdGTT",
      "UsedSize": 8,
      "Version": "QwICJfTd"
    },
    {
      "Address": [
        {
          "IP": "mQoEctdQ",
          "Port": 3
        },
        {
          "IP": "uZgHKYee",
          "Port": 5
        },
        {
          "IP": "leDBpMoL",
          "Port": 9
        },
        {
          "IP": "TsSuhKXT",
          "Port": 1
        },
        {
          "IP": "lOSGqWkY",
          "Port": 7
        },
        {
          "IP": "FBkomBaQ",
          "Port": 8
        },
        {
          "IP": "KtyyPoRv",
          "Port": 3
        },
        {
          "IP": "ukYmYeQa",
          "Port": 5
        }
      ],
      "AutoBackup": "anPEPEmG",
      "BackupTime": 1,
      "ChargeType": "wAffwhKn",
      "ConfigId": "ytRPrLgJ",
      "CreateTime": 5,
      "ExpireTime": 1,
      "HighAvailability": "JpeCMIqP",
      "Name": "RDFvxajX",
      "Protocol": "yJqpAmSN",
      "ResourceId": "roBVpTyn",
      "ResourceType": "HgncGXuN",
      "Size": 6,
      "State": "FyPMYAsH",
      "Tag": "NQMMBDrh",
      "Type": "saCvAuJl",
      "UsedSize": 3,
      "Version": "EkuVHZhK"
    },
    {
      "Address": [
        {
          "IP": "mvrqcHWI",
          "Port": 5
        },
        {
          "IP": "hRSPxQhf",
          "Port": 1
        },
        {
          "IP": "ffKEHpDA",
          "Port": 3
        },
        {
          "IP": "AnPwmonG",
          "Port": 9
        },
        {
          "IP": "FAuJExqC",
          "Port": 4
        },
        {
          "IP": "UzRUjIBE",
          "Port": 3
        }
      ],
      "AutoBackup": "EvPVHOmx",
      "BackupTime": 3,
      "ChargeType": "nYSzbBoP",
      "ConfigId": "vEVKUWMd",
      "CreateTime": 4,
      "ExpireTime": 1,
      "HighAvailability": "waGtiDlf",
      "Name": "VRFmczWo",
      "Protocol": "xiIwoTUv",
      "ResourceId": "PGouUYsk",
      "ResourceType": "ffIyEJqL",
      "Size": 2,
      "State": "rBeTVgaa",
      "Tag": "ZHIotklv",
      "Type": "zIiucsOC",
      "UsedSize": 7,
      "Version": "qhGDrkPo"
    },
    {
      "Address": [
        {
          "IP": "ZrVTKWBR",
          "Port": 3
        },
        {
          "IP": "EuuxPaBb",
          "Port": 6
        },
        {
          "IP": "YMEmcZQW",
          "Port": 2
        },
        {
          "IP": "NqYXHFiB",
          "Port": 7
        },
        {
          "IP": "WlRHoRYZ",
          "Port": 6
        },
        {
          "IP": "ojLcBaQA",
          "Port": 8
        },
        {
          "IP": "WahBbpNS",
          "Port": 1
        },
        {
          "IP": "qYimJEhr",
          "Port": 2
        },
        {
          "IP": "QNrwuenH",
          "Port": 9
        }
      ],
      "AutoBackup": "nnRAjmgM",
      "BackupTime": 8,
      "ChargeType": "jGeHUiMK",
      "ConfigId": "iImVJSTb",
      "CreateTime": 9,
      "ExpireTime": 6,
      "HighAvailability": "ralTPpQt",
      "Name": "SifJNKyo",
      "Protocol": "wsUXNQoi",
      "ResourceId": "XUJFsvxu",
      "ResourceType": "PdADkchN",
      "Size": 1,
      "State": "CmfSmehq",
      "Tag": "FMJrjZRv",
      "Type": "uluarTlm",
      "UsedSize": 7,
      "Version": "PSmpRZpd"
    }
  ],
  "RetCode": 0,
  "TotalCount": 5
}
"#;

pub(super) const DESCRIBE_UMEM_BACKUP: &str = r#"{
  "Action": "DescribeUMemBackupResponse",
  "DataSet": [
    {
      "BackupId": "YKTpXALa",
      "BackupName": "wswsYgCj",
      "BackupType": "XkJRGPby",
      "CreateTime": 3,
      "Protocol": "ADqlSMfS",
      "SpaceId": "BockWwNG",
      "State": "gvqEneLQ"
    }
  ],
  "RetCode": 0,
  "TotalCount": 5
}
"#;

pub(super) const DESCRIBE_UMEM_BACKUP_URL: &str = r#"{
  "Action": "DescribeUMemBackupURLResponse",
  "BackupURL": [
    "GElzOkvy"
  ],
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UMEM_BLOCK_INFO: &str = r#"{
  "Action": "DescribeUMemBlockInfoResponse",
  "DataSet": [
    {
      "BlockId": "GhAwvlNF",
      "BlockPort": 8,
      "BlockSize": 5,
      "BlockSlotBegin": 9,
      "BlockSlotEnd": 8,
      "BlockState": "xaRcEEoZ",
      "BlockUsedSize": 3,
      "BlockVip": "ggWsZHay"
    }
  ],
  "ReadMode": "zrIdNFWx",
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UMEM_PRICE: &str = r#"{
  "Action": "DescribeUMemPriceResponse",
  "DataSet": [
    {
      "ChargeType": "Year",
      "ListPrice": 120000,
      "OriginalPrice": 120000,
      "Price": 120000
    },
    {
      "ChargeType": "Month",
      "ListPrice": 12000,
      "OriginalPrice": 12000,
      "Price": 12000
    },
    {
      "ChargeType": "Dynamic",
      "ListPrice": 24,
      "OriginalPrice": 24,
      "Price": 24
    }
  ],
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UMEM_SPACE: &str = r#"{
  "Action": "DescribeUMemSpaceResponse",
  "DataSet": [
    {
      "Address": [
        {
          "IP": "XX.19X.1XX.4XX",
          "Port": 11211
        }
      ],
      "ChargeType": "Month",
      "CreateTime": 1529894002,
      "ExpireTime": 1530374400,
      "Name": "fbs_XXXX",
      "Protocol": "memcache",
      "Size": 8,
      "SpaceId": "umem-m3XXXXXX3",
      "State": "Running",
      "SubnetId": "subnet-iiXXXXz",
      "Tag": "Default",
      "Type": "double",
      "UsedSize": 0,
      "VPCId": "uvnet-XXXXXX4j",
      "Zone": "cn-bj2-04"
    }
  ],
  "RetCode": 0,
  "TotalCount": 2
}
"#;

pub(super) const DESCRIBE_UMEM_UPGRADE_PRICE: &str = r#"{
  "Action": "DescribeUMemUpgradePriceResponse",
  "OriginalPrice": 9,
  "Price": 9,
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UMEMCACHE_GROUP: &str = r#"{
  "Action": "DescribeUMemcacheGroupResponse",
  "DataSet": [
    {
      "ChargeType": "Month",
      "ConfigId": "9a891891-c24XXX-4b66-bce8-67e5XXXd67c",
      "CreateTime": 1529563005,
      "ExpireTime": 1530374400,
      "GroupId": "umemcache-XXX5sc",
      "ModifyTime": 1529563010,
      "Name": "djdj_XXXXX",
      "Port": 11211,
      "Size": 2,
      "State": "Running",
      "Tag": "Default",
      "UsedSize": 2,
      "Version": "1.4.33",
      "VirtualIP": "1X.X9.XX1.1XX"
    }
  ],
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UMEMCACHE_PRICE: &str = r#"{
  "Action": "DescribeUMemcachePriceResponse",
  "DataSet": [
    {
      "ChargeType": "Year",
      "ListPrice": 54000,
      "OriginalPrice": 54000,
      "Price": 54000
    },
    {
      "ChargeType": "Month",
      "ListPrice": 5400,
      "OriginalPrice": 5400,
      "Price": 5400
    },
    {
      "ChargeType": "Dynamic",
      "ListPrice": 11,
      "OriginalPrice": 11,
      "Price": 11
    }
  ],
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UMEMCACHE_UPGRADE_PRICE: &str = r#"{
  "Action": "DescribeUMemcacheUpgradePriceResponse",
  "ListPrice": 8,
  "OriginalPrice": 1937,
  "Price": 1937,
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UREDIS_BACKUP: &str = r#"{
  "Action": "DescribeURedisBackupResponse",
  "DataSet": [
    {
      "BackupId": "a75XXXa9-d9e1-4d38-9XX1-aecad464XXX5",
      "BackupName": "sgbf_XXXXXX",
      "BackupSize": 18,
      "BackupTime": 1529912363,
      "BackupType": "Manual",
      "GroupId": "uredis-grXXXz",
      "GroupName": "zbredia_XXXXX",
      "State": "Success",
      "Zone": "cn-bj2-04"
    }
  ],
  "RetCode": 0,
  "TotalCount": 1
}
"#;

pub(super) const DESCRIBE_UREDIS_BACKUP_URL: &str = r#"{
  "Action": "DescribeURedisBackupURLResponse",
  "BackupPath": "KgVuXeBu",
  "BackupURL": "http://umembXXXXXup-9001.cn-bj.ilXXXXeos.com/uredis-XXXXbz/sgbf_xxxxxx-a75b24a9-d9e1-4d38-9dc1-aecad464XXX45?UCloudPublicKey=ucloudXXX@ucloud.cn142615241XXXX604875621\u0026Expires=1529927068\u0026Signature=sbH+QOWbtxXXXX6z5o6HBxrOcU=\n",
  "InnerBackupPath": "zeAzhTZt",
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UREDIS_CONFIG: &str = r#"{
  "Action": "DescribeURedisConfigResponse",
  "DataSet": [
    {
      "ConfigId": "03f58ca9-b64d-4bdd-abc7-c6b9a46fd801",
      "CreateTime": 1425458755,
      "Description": "default-config",
      "IsModify": "Unmodifiable",
      "ModifyTime": 1425458755,
      "Name": "redis-3.0",
      "RegionFlag": false,
      "State": "Usable",
      "Version": "3.0",
      "Zone": "......"
    }
  ],
  "RetCode": 0,
  "TotalCount": 1
}
"#;

pub(super) const DESCRIBE_UREDIS_GROUP: &str = r#"{
  "Action": "DescribeURedisGroupResponse",
  "DataSet": [
    {
      "AutoBackup": "disable",
      "BackupTime": 3,
      "ChargeType": "Month",
      "ConfigId": "03fXXXXca9-b64d-4XXd-abc7-c6b9XXXXX801",
      "CreateTime": 1529912330,
      "ExpireTime": 1530374400,
      "GroupId": "uredis-gXXXXXbz",
      "GroupName": "zbredia_XXXXX_modify",
      "HighAvailability": "enable",
      "MemorySize": 4,
      "ModifyTime": 1529912337,
      "Name": "zbreXXia_XXXXX_modify",
      "Port": 6379,
      "Protocol": "redis",
      "Size": 4,
      "SlaveZone": "",
      "State": "Running",
      "SubnetId": "subnet-iXXXXhz",
      "Tag": "Default",
      "Type": "double",
      "UsedSize": 61,
      "VPCId": "uvnet-oXXXX4j",
      "Version": "3.0",
      "VirtualIP": "XX.X9.XX.1XX",
      "Zone": "cn-bj2-04"
    }
  ],
  "RetCode": 0,
  "TotalCount": 1
}
"#;

pub(super) const DESCRIBE_UREDIS_PRICE: &str = r#"{
  "Action": "DescribeURedisPriceResponse",
  "DataSet": [
    {
      "ChargeType": "Year",
      "ListPrice": 640000,
      "OriginalPrice": 640000,
      "Price": 640000
    },
    {
      "ChargeType": "Month",
      "ListPrice": 64000,
      "OriginalPrice": 64000,
      "Price": 64000
    },
    {
      "ChargeType": "Dynamic",
      "ListPrice": 136,
      "OriginalPrice": 136,
      "Price": 136
    }
  ],
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UREDIS_SLOWLOG: &str = r#"{
  "Action": "DescribeURedisSlowlogResponse",
  "DataSet": [
    {
      "Command": "XXXX ",
      "SpendTime": 3180000,
      "StartTime": 1560000000
    },
    {
      "Command": "XXXX ",
      "SpendTime": 3180000,
      "StartTime": 1560000000
    },
    {
      "Command": "XXXX ",
      "SpendTime": 3180000,
      "StartTime": 1560000000
    }
  ],
  "RetCode": 0,
  "TotalCount": 3
}
"#;

pub(super) const DESCRIBE_UREDIS_UPGRADE_PRICE: &str = r#"{
  "Action": "DescribeURedisUpgradePriceResponse",
  "OriginalPrice": 16865,
  "Price": 16965,
  "RetCode": 0
}
"#;

pub(super) const DESCRIBE_UREDIS_VERSION: &str = r#"{
  "Action": "DescribeURedisVersionResponse",
  "DataSet": [
    {
      "Version": "3.0"
    },
    {
      "Version": "3.2"
    }
  ],
  "RetCode": 0,
  "TotalCount": 2
}
"#;

pub(super) const FLUSHALL_UREDIS_GROUP: &str = r#"{
  "Action": "FlushallURedisGroupResponse",
  "RetCode": 0
}
"#;

pub(super) const GET_UMEM_SPACE_STATE: &str = r#"{
  "Action": "GetUMemSpaceStateResponse",
  "RetCode": 0,
  "State": "Running"
}
"#;

pub(super) const ISOLATION_UREDIS_GROUP: &str = r#"{
  "Action": "ISolationURedisGroupResponse",
  "RetCode": 0
}
"#;

pub(super) const MODIFY_UMEM_PASSWORD: &str = r#"{
  "Action": "ModifyUMemPasswordResponse",
  "RetCode": 0
}
"#;

pub(super) const MODIFY_UMEM_SPACE_NAME: &str = r#"{
  "Action": "ModifyUMemSpaceNameResponse",
  "RetCode": 0
}
"#;

pub(super) const MODIFY_UREDIS_CONFIG: &str = r#"{
  "Action": "ModifyURedisConfigResponse",
  "RetCode": 0
}
"#;

pub(super) const MODIFY_UREDIS_GROUP_NAME: &str = r#"{
  "Action": "ModifyURedisGroupNameResponse",
  "RetCode": 0
}
"#;

pub(super) const MODIFY_UREDIS_GROUP_PASSWORD: &str = r#"{
  "Action": "ModifyURedisGroupPasswordResponse",
  "RetCode": 0
}
"#;

pub(super) const REGISTER_UMEM_DEFRAG: &str = r#"{
  "Action": "RegisterUMemDefragResponse",
  "RetCode": 0
}
"#;

pub(super) const REMOVE_UDREDIS_DATA: &str = r#"{
  "Action": "RemoveUDRedisDataResponse",
  "RetCode": 0
}
"#;

pub(super) const RESIZE_UDREDIS_BLOCK_SIZE: &str = r#"{
  "Action": "ResizeUDRedisBlockSizeResponse",
  "RetCode": 0
}
"#;

pub(super) const RESIZE_UMEM_SPACE: &str = r#"{
  "Action": "ResizeUMemSpaceResponse",
  "RetCode": 0
}
"#;

pub(super) const RESIZE_UMEMCACHE_GROUP: &str = r#"{
  "Action": "ResizeUMemcacheGroupResponse",
  "RetCode": 0
}
"#;

pub(super) const RESIZE_UREDIS_GROUP: &str = r#"{
  "Action": "ResizeURedisGroupResponse",
  "RetCode": 0
}
"#;

pub(super) const RESIZE_UHPROXY: &str = r#"{
  "Action": "ResizeUhproxyResponse",
  "RetCode": 0
}
"#;

pub(super) const RESTART_UMEMCACHE_GROUP: &str = r#"{
  "Action": "RestartUMemcacheGroupResponse",
  "RetCode": 0
}
"#;

pub(super) const RESTART_UREDIS_GROUP: &str = r#"{
  "Action": "RestartURedisGroupResponse",
  "RetCode": 0
}
"#;

pub(super) const SHUTDOWN_UREDIS_GROUP: &str = r#"{
  "Action": "ShutdownURedisGroupResponse",
  "RetCode": 0
}
"#;

pub(super) const START_UREDIS_GROUP: &str = r#"{
  "Action": "StartURedisGroupResponse",
  "RetCode": 0
}
"#;

pub(super) const UPDATE_UREDIS_BACKUP_STRATEGY: &str = r#"{
  "Action": "UpdateURedisBackupStrategyResponse",
  "RetCode": 0
}
"#;

pub(super) const UPDATE_UREDIS_REWRITE_TIME: &str = r#"{
  "Action": "UpdateURedisRewriteTimeResponse",
  "RetCode": 0
}
"#;
