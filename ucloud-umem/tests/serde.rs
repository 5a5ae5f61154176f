//! Replies, models and enums through serde.
#![cfg(feature = "serde")]

use ucloud_umem::actions::DescribeUMemBackupResponse;
use ucloud_umem::enums::BackupState;
use ucloud_umem::models::UMemBackupSet;

#[test]
fn what_is_written_reads_back() {
    let json = r#"{
        "RetCode": 0,
        "TotalCount": 2,
        "DataSet": [
            { "BackupId": "a", "State": "Done", "CreateTime": 7, "BackupName": "", "BackupType": "auto" },
            { "BackupId": "b", "State": "Paused", "CreateTime": 8, "BackupName": "x", "BackupType": "manual" }
        ]
    }"#;
    let reply = DescribeUMemBackupResponse::from_json(json).unwrap();
    let written = serde_json::to_string(&reply).unwrap();
    let read: DescribeUMemBackupResponse = serde_json::from_str(&written).unwrap();
    assert_eq!(read.data_set, reply.data_set);
    assert_eq!(read.total_count, Some(2));
    let value = serde_json::to_value(&reply).unwrap();
    assert_eq!(value["DataSet"][1]["State"], "Paused");
    assert_eq!(value["DataSet"][0]["CreateTime"], 7);
    assert_eq!(value["DataSet"][0].get("BlockCount"), None);
}

#[test]
fn models_and_enums_do_too() {
    let model: UMemBackupSet =
        serde_json::from_str(r#"{ "BackupId": "a", "BlockCount": "4" }"#).unwrap();
    assert_eq!(model.block_count, Some(4));
    let state: BackupState = serde_json::from_str("\"Done\"").unwrap();
    assert_eq!(
        (&state, serde_json::to_string(&state).unwrap().as_str()),
        (&BackupState::Done, "\"Done\"")
    );
}
