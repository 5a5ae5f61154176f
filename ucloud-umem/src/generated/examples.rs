// Written by `cargo xtask regenerate` from the examples in api-spec/actions/. Edit that instead.

//! The documented examples, as tests.

use super::example_replies;
use crate::Timestamp;
use crate::actions::{DescribeUMemBackup, DescribeUMemBackupResponse};
use crate::testing::pairs;

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
    assert_eq!(data_set.protocol.as_deref(), Some("ADqlSMfS"));
    assert_eq!(data_set.space_id.as_deref(), Some("BockWwNG"));
    assert_eq!(reply.total_count, Some(9));
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}
