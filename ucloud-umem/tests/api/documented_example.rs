//! The vendor's page contradicts itself: its table requires `BlockCount`, its example has none, and
//! the example has members that no table has.

use ucloud_umem::Timestamp;
use ucloud_umem::actions::DescribeUMemBackupResponse;
use ucloud_umem::enums::Protocol;

const RESPONSE: &str = r#"{
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
}"#;

#[test]
fn every_value_is_reachable_and_nothing_is_invented() {
    let response = DescribeUMemBackupResponse::from_json(RESPONSE).unwrap();
    assert_eq!(response.missing(), [""; 0]);
    assert_eq!((response.total_count, response.data_set.len()), (Some(9), 1));
    let backup = &response.data_set[0];
    assert_eq!(backup.backup_id, "YKTpXALa");
    assert_eq!(backup.backup_name, "wswsYgCj");
    assert_eq!(backup.backup_type.as_str(), "XkJRGPby");
    assert_eq!(backup.create_time, Timestamp::from_unix_seconds(3));
    assert_eq!(backup.protocol.as_ref().map(Protocol::as_str), Some("ADqlSMfS"));
    assert_eq!(backup.space_id.as_deref(), Some("BockWwNG"));
    assert_eq!(backup.state.as_str(), "gvqEneLQ");
    assert_eq!((backup.block_count, backup.block_size), (None, None));
}
