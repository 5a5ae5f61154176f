//! Responses, models, enums and the types in them through serde.

use ucloud_umem::actions::{
    DescribeUMemBackupResponse, DescribeUMemBackupUrlResponse, DescribeURedisBackupUrlResponse,
};
use ucloud_umem::enums::UMemBackupState;
use ucloud_umem::models::UMemBackup;
use ucloud_umem::{GenericResponse, Price, Region, RetCode, Timestamp, Zone, regions};

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
    let response = DescribeUMemBackupResponse::from_json(json).unwrap();
    let written = serde_json::to_string(&response).unwrap();
    let read: DescribeUMemBackupResponse = serde_json::from_str(&written).unwrap();
    assert_eq!(read.data_set, response.data_set);
    assert_eq!(read.total_count, Some(2));
    let value = serde_json::to_value(&response).unwrap();
    assert_eq!(value["DataSet"][1]["State"], "Paused");
    assert_eq!(value["DataSet"][0]["CreateTime"], 7);
    assert_eq!(value["DataSet"][0].get("BlockCount"), None);
}

#[test]
fn presigned_addresses_are_left_out() {
    let json = r#"{ "RetCode": 0, "BackupPath": "http://a/b?Signature=x", "BackupURL": "c" }"#;
    let one = DescribeURedisBackupUrlResponse::from_json(json).unwrap();
    assert_eq!(serde_json::to_string(&one).unwrap(), "{}");
    let json = r#"{ "RetCode": 0, "BackupURL": ["http://a/b?Signature=x", "c"] }"#;
    let many = DescribeUMemBackupUrlResponse::from_json(json).unwrap();
    assert_eq!(many.backup_url.len(), 2);
    assert_eq!(serde_json::to_string(&many).unwrap(), "{}");
    let read: DescribeUMemBackupUrlResponse = serde_json::from_str(json).unwrap();
    assert_eq!(read.backup_url, many.backup_url);
}

#[test]
fn models_and_enums_do_too() {
    let model: UMemBackup =
        serde_json::from_str(r#"{ "BackupId": "a", "BlockCount": "4" }"#).unwrap();
    assert_eq!(model.block_count, Some(4));
    let state: UMemBackupState = serde_json::from_str("\"Done\"").unwrap();
    assert_eq!(
        (&state, serde_json::to_string(&state).unwrap().as_str()),
        (&UMemBackupState::Done, "\"Done\"")
    );
}

/// Checks that a value is written as this JSON and is read from it.
#[cfg(test)]
fn assert_written_and_read<T>(value: &T, json: &str)
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    assert_eq!(serde_json::to_string(value).unwrap(), json);
    assert_eq!(&serde_json::from_str::<T>(json).unwrap(), value);
}

#[test]
fn moments_and_codes_are_their_numbers() {
    assert_written_and_read(&Timestamp::from_unix_seconds(-7), "-7");
    assert_written_and_read(&Price::from_hundredths(64_000), "64000");
    assert_written_and_read(&RetCode::Throttled, "153");
    assert_written_and_read(&RetCode::from(-12_345), "-12345");
    for json in ["\"7\"", "7.5", "null", "9223372036854775808"] {
        assert!(serde_json::from_str::<Timestamp>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<Price>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<RetCode>(json).is_err(), "{json}");
    }
}

#[test]
fn regions_and_zones_are_their_ids() {
    for region in regions::ALL {
        assert_written_and_read(region, &format!("\"{}\"", region.id));
        for zone in region.zones {
            assert_written_and_read(zone, &format!("\"{}\"", zone.id));
        }
    }
    let region = serde_json::from_str::<Region>("\"cn-\\u0062j9\"").unwrap_err().to_string();
    assert!(region.starts_with("unknown region \"cn-bj9\": expected"), "{region}");
    let zone = serde_json::from_str::<Zone>("\"cn-bj2\"").unwrap_err().to_string();
    assert!(zone.starts_with("unknown zone \"cn-bj2\": expected"), "{zone}");
}

#[test]
fn a_generic_response_is_its_value() {
    let json = r#"{"A":[1,-2,2.5,true,null,{"B":"c"}],"RetCode":0,"URL":"http://a/b?Signature=x"}"#;
    let response: GenericResponse = serde_json::from_str(json).unwrap();
    assert_eq!(response.value, serde_json::from_str::<serde_json::Value>(json).unwrap());
    assert_eq!(response.metadata().raw(), b"");
    let hidden = json.replace("Signature=x", "***");
    assert_eq!(serde_json::to_string(&response).unwrap(), hidden);
    let from_value: GenericResponse = serde_json::from_value(response.value.clone()).unwrap();
    assert_eq!(from_value.value, response.value);
    // What is secret is not written, as in other responses.
    let json = r#"{"Set":[{"Password":"p","Name":"n"}],"SecretKey":{"A":1},"NextToken":"t"}"#;
    let response: GenericResponse = serde_json::from_str(json).unwrap();
    let written = serde_json::to_string(&response).unwrap();
    assert_eq!(written, r#"{"NextToken":"t","Set":[{"Name":"n"}]}"#);
    for json in ["[]", "7", "null"] {
        assert!(serde_json::from_str::<GenericResponse>(json).is_err(), "{json}");
    }
}
