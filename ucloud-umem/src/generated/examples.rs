// Written by `cargo xtask regenerate` from the examples in api-spec/actions/. Edit that instead.

//! The documented examples, as tests.

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
    assert_eq!(
        pairs(&request),
        [
            ("Limit", "3"),
            ("Offset", "3"),
            ("ProjectId", "ttzQIEAS"),
            ("Region", "cn-zj"),
            ("SpaceId", "UgIbZdcJ"),
            ("Zone", "cn-zj-01"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned())),
    );
}

#[test]
fn describe_umem_backup_response() {
    let reply = DescribeUMemBackupResponse::from_json(
        "{\"RetCode\": 0, \"DataSet\": [{\"BackupId\": \"YKTpXALa\"}], \"TotalCount\": 9}",
    )
    .unwrap();
    assert_eq!(reply.data_set[0].backup_id, "YKTpXALa");
    assert_eq!(reply.total_count, Some(9));
}
