// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! The documented replies, which tests read and the emulator answers with.

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
  "TotalCount": 9
}
"#;
