//! The work without the crate: what a careful engineer would write for one action, in safe Rust.

use serde::Deserialize;
use sha1::{Digest as _, Sha1};
use ucloud_umem::actions::DescribeUMemBackupResponse;

pub(crate) const PUBLIC_KEY: &str = "ucloudsomeone@example.com1296235120854146120";
pub(crate) const PRIVATE_KEY: &str = "46f09bb9fab4f12dfc160dae12273d5332b5debe";
pub(crate) const REGION: &str = "cn-bj2";
pub(crate) const ZONE: &str = "cn-bj2-05";
pub(crate) const PROJECT_ID: &str = "org-nsaoav";
pub(crate) const SPACE_ID: &str = "uredis-2vbhj1de";

/// Response as the derive of serde reads it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Response {
    pub(crate) ret_code: i64,
    #[serde(default)]
    pub(crate) data_set: Vec<Backup>,
    pub(crate) total_count: Option<i64>,
}

impl Response {
    /// Checks that the crate reads the same.
    pub(crate) fn assert_same(&self, ours: &DescribeUMemBackupResponse) {
        assert_eq!(self.data_set.len(), ours.data_set.len());
        for (ours, derived) in ours.data_set.iter().zip(&self.data_set) {
            assert_eq!(ours.backup_id, derived.id);
            assert_eq!(ours.state.as_str(), derived.state);
            assert_eq!(ours.create_time.unix_seconds(), derived.create_time);
            assert_eq!(ours.backup_name, derived.name);
            assert_eq!(ours.block_count, derived.block_count);
            assert_eq!(ours.backup_type.as_str(), derived.kind);
            assert_eq!(ours.protocol.as_ref().map(AsRef::as_ref), derived.protocol.as_deref());
            assert_eq!(ours.space_id, derived.space_id);
        }
        assert_eq!((self.ret_code, self.total_count), (0, ours.total_count));
    }
}

/// Entry of a response.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Backup {
    #[serde(rename = "BackupId")]
    pub(crate) id: String,
    #[serde(rename = "BackupName")]
    pub(crate) name: String,
    #[serde(rename = "BackupType")]
    pub(crate) kind: String,
    pub(crate) block_count: Option<i64>,
    pub(crate) create_time: i64,
    pub(crate) protocol: Option<String>,
    pub(crate) space_id: Option<String>,
    pub(crate) state: String,
}

/// Returns a response with this many entries, each with every field of the vendor's example.
pub(crate) fn response(entries: usize) -> String {
    let entries: Vec<_> = (0..entries)
        .map(|index| {
            format!(
                r#"{{"BackupId":"umembackup-{index:08x}","BackupName":"nightly-{index}","BackupType":"auto","BlockCount":4,"CreateTime":{},"Protocol":"redis","SpaceId":"{SPACE_ID}","State":"Done"}}"#,
                1_767_225_600 + index
            )
        })
        .collect();
    format!(
        r#"{{"Action":"DescribeUMemBackupResponse","DataSet":[{}],"RetCode":0,"TotalCount":97}}"#,
        entries.join(",")
    )
}

/// Signs eight parameters.
pub(crate) fn eight(offset: i64, limit: i64) -> Vec<u8> {
    let (mut first, mut second) = (itoa::Buffer::new(), itoa::Buffer::new());
    form(&[
        ("Action", "DescribeUMemBackup"),
        ("Limit", second.format(limit)),
        ("Offset", first.format(offset)),
        ("ProjectId", PROJECT_ID),
        ("PublicKey", PUBLIC_KEY),
        ("Region", REGION),
        ("SpaceId", SPACE_ID),
        ("Zone", ZONE),
    ])
}

/// Writes and signs pairs that are sorted already: one buffer of the greatest size, escaped in
/// place.
pub(crate) fn form(pairs: &[(&str, &str)]) -> Vec<u8> {
    let most: usize = pairs.iter().map(|(name, value)| name.len() + 3 * value.len() + 2).sum();
    let mut body: Vec<u8> = Vec::with_capacity(most + "Signature=".len() + 40);
    let mut signed = String::with_capacity(most + PRIVATE_KEY.len());
    for (name, value) in pairs {
        signed.push_str(name);
        signed.push_str(value);
        body.extend_from_slice(name.as_bytes());
        body.push(b'=');
        for byte in value.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    body.push(byte);
                }
                _ => body.extend_from_slice(&[b'%', digit(byte >> 4), digit(byte & 15)]),
            }
        }
        body.push(b'&');
    }
    signed.push_str(PRIVATE_KEY);
    body.extend_from_slice(b"Signature=");
    for byte in Sha1::digest(signed) {
        let digits = [digit(byte >> 4), digit(byte & 15)];
        body.extend_from_slice(&digits.map(|digit| digit.to_ascii_lowercase()));
    }
    body
}

fn digit(value: u8) -> u8 {
    b"0123456789ABCDEF"[usize::from(value)]
}
