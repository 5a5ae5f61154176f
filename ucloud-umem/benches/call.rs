//! Cost of a call without the network, compared with code hand-written for this one action.
//!
//! `cargo bench -p ucloud-umem` prints medians. The encoder is private. So encoding is measured by
//! whole calls on a transport that responds at once with the shortest response; making the request
//! is not timed. The row `two_parameters` is about the fixed cost of such a call; the rest of a row
//! is encoding. `call::ours` is a whole call with a response of ten entries; its floor is the sum
//! of the floors of encoding and decoding.

use std::fmt::Display;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use divan::{Bencher, Divan, black_box};
use http::StatusCode;
use serde::Deserialize;
use sha1::{Digest as _, Sha1};
use tokio::runtime::{Builder, Runtime};
use ucloud_umem::actions::{DescribeUMemBackup, DescribeUMemBackupResponse};
use ucloud_umem::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use ucloud_umem::{Client, Credentials, Result};

const PUBLIC_KEY: &str = "ucloudsomeone@example.com1296235120854146120";
const PRIVATE_KEY: &str = "46f09bb9fab4f12dfc160dae12273d5332b5debe";
const REGION: &str = "cn-bj2";
const ZONE: &str = "cn-bj2-05";
const PROJECT_ID: &str = "org-nsaoav";
const SPACE_ID: &str = "uredis-2vbhj1de";
const ENTRIES: usize = 10;

/// Twelve parameters that the action does not know, four of them Chinese.
const MORE: [(&str, &str); 12] = [
    ("BackupName", "每日备份-升级之前"),
    ("BackupType", "manual"),
    ("ChargeType", "Month"),
    ("CouponId", "coupon-20260101"),
    ("Name", "订单服务缓存（华北二）"),
    ("Protocol", "redis"),
    ("Remark", "上线前做一次完整备份，保留七天。"),
    ("Tag", "生产环境"),
    ("Type", "distributed"),
    ("Version", "6.0"),
    ("VpcId", "uvnet-0a1b2c3d"),
    ("VpcSubnet", "subnet-4e5f6a7b"),
];

fn main() {
    same_work();
    Divan::from_args().sample_count(200).sample_size(50).main();
}

/// Checks that the floors do the same work; otherwise the comparison is worthless.
fn same_work() {
    let capture = Capture::default();
    let body = Arc::clone(&capture.0);
    let client = client(capture);
    let runtime = runtime();
    for (floor, call) in
        [(floor::eight(40, 20), eight(&client)), (floor::twenty(40, 20), twenty(&client))]
    {
        runtime.block_on(call.send()).unwrap_or_else(|error| fail(error));
        assert_eq!(*body.lock().unwrap_or_else(PoisonError::into_inner), floor);
    }
    let response = response();
    let ours = DescribeUMemBackupResponse::from_json(&response);
    let ours = ours.unwrap_or_else(|error| fail(error));
    let derived: floor::Response =
        serde_json::from_str(&response).unwrap_or_else(|error| fail(error));
    assert_eq!((ours.data_set.len(), derived.data_set.len()), (ENTRIES, ENTRIES));
    for (ours, derived) in ours.data_set.iter().zip(&derived.data_set) {
        assert_eq!(ours.backup_id, derived.id);
        assert_eq!(ours.state.as_str(), derived.state);
        assert_eq!(ours.create_time.unix_seconds(), derived.create_time);
        assert_eq!(ours.backup_name, derived.name);
        assert_eq!(ours.block_count, derived.block_count);
        assert_eq!(derived.kind, "auto");
        assert_eq!(derived.protocol.as_deref(), Some("redis"));
        assert_eq!(derived.space_id.as_deref(), Some(SPACE_ID));
    }
    assert_eq!((derived.ret_code, derived.total_count), (0, ours.total_count));
}

fn fail(error: impl Display) -> ! {
    eprintln!("{error}");
    std::process::exit(1)
}

fn runtime() -> Runtime {
    let runtime = Builder::new_current_thread().enable_time().build();
    runtime.unwrap_or_else(|error| fail(error))
}

fn client(transport: impl Transport) -> Client {
    Client::builder()
        .credentials(Credentials::new(PUBLIC_KEY, PRIVATE_KEY))
        .region(REGION)
        .zone(ZONE)
        .project_id(PROJECT_ID)
        .transport(Arc::new(transport))
        .build()
        .unwrap_or_else(|error| fail(error))
}

/// Makes a request of eight parameters and the signature.
fn eight(client: &Client) -> DescribeUMemBackup<Client> {
    client.describe_umem_backup(SPACE_ID).offset(40).limit(20)
}

/// Makes a request of twenty parameters, twelve of them added by name.
fn twenty(client: &Client) -> DescribeUMemBackup<Client> {
    MORE.into_iter().fold(eight(client), |call, (name, value)| call.param(name, value))
}

/// Returns a response of ten entries, with every field of the documented example.
fn response() -> String {
    let entries: Vec<_> = (0..ENTRIES)
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

/// Answers every request with this.
#[derive(Debug)]
struct Constant(Bytes);

impl Transport for Constant {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        black_box(&request.body);
        Box::pin(async { Ok(HttpResponse::new(StatusCode::OK, self.0.clone())) })
    }
}

/// Keeps the last body.
#[derive(Debug, Default)]
struct Capture(Arc<Mutex<Vec<u8>>>);

impl Transport for Capture {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = request.body.to_vec();
        Box::pin(async { Ok(HttpResponse::new(StatusCode::OK, r#"{"RetCode":0}"#)) })
    }
}

/// The work without the crate: what a careful engineer would write for this action alone, in safe
/// Rust.
mod floor {
    use super::*;

    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    pub(crate) struct Response {
        pub(crate) ret_code: i64,
        #[serde(default)]
        pub(crate) data_set: Vec<Backup>,
        pub(crate) total_count: Option<i64>,
    }

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

    pub(crate) fn twenty(offset: i64, limit: i64) -> Vec<u8> {
        let (mut first, mut second) = (itoa::Buffer::new(), itoa::Buffer::new());
        form(&[
            ("Action", "DescribeUMemBackup"),
            MORE[0],
            MORE[1],
            MORE[2],
            MORE[3],
            ("Limit", second.format(limit)),
            MORE[4],
            ("Offset", first.format(offset)),
            ("ProjectId", PROJECT_ID),
            MORE[5],
            ("PublicKey", PUBLIC_KEY),
            ("Region", REGION),
            MORE[6],
            ("SpaceId", SPACE_ID),
            MORE[7],
            MORE[8],
            MORE[9],
            MORE[10],
            MORE[11],
            ("Zone", ZONE),
        ])
    }

    /// Pairs that are sorted already: one buffer of the greatest size, escaped in place, signed as
    /// it grows.
    fn form(pairs: &[(&str, &str)]) -> Vec<u8> {
        let most = pairs.iter().map(|(name, value)| name.len() + 3 * value.len() + 2).sum();
        let mut body: Vec<u8> = Vec::with_capacity(most);
        let mut signed = String::with_capacity(most);
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
                    _ => {
                        body.extend_from_slice(&[b'%', digit(byte >> 4), digit(byte & 15)]);
                    }
                }
            }
            body.push(b'&');
        }
        signed.push_str(PRIVATE_KEY);
        body.extend_from_slice(b"Signature=");
        for byte in Sha1::digest(signed) {
            body.extend_from_slice(
                &[digit(byte >> 4), digit(byte & 15)].map(|digit| digit.to_ascii_lowercase()),
            );
        }
        body
    }

    fn digit(value: u8) -> u8 {
        b"0123456789ABCDEF"[usize::from(value)]
    }
}

/// Whole calls with the shortest response.
#[divan::bench_group]
mod encode {
    use super::*;

    fn shortest() -> Constant {
        Constant(Bytes::from_static(br#"{"RetCode":0}"#))
    }

    fn run<F: Future>(bencher: Bencher<'_, '_>, client: &Client, make: impl Fn(&Client) -> F) {
        let runtime = runtime();
        let bencher = bencher.with_inputs(|| make(client));
        bencher.bench_local_values(|call| runtime.block_on(call));
    }

    /// Encodes only `Action` and `PublicKey`.
    #[divan::bench]
    fn two_parameters(bencher: Bencher<'_, '_>) {
        let client = Client::builder()
            .credentials(Credentials::new(PUBLIC_KEY, PRIVATE_KEY))
            .transport(Arc::new(shortest()))
            .build()
            .unwrap_or_else(|error| fail(error));
        run(bencher, &client, |client| client.action("DescribeUMemBackup").send());
    }

    #[divan::bench]
    fn eight_parameters(bencher: Bencher<'_, '_>) {
        run(bencher, &client(shortest()), |client| eight(client).send());
    }

    #[divan::bench]
    fn twenty_parameters(bencher: Bencher<'_, '_>) {
        run(bencher, &client(shortest()), |client| twenty(client).send());
    }

    #[divan::bench]
    fn eight_parameters_floor(bencher: Bencher<'_, '_>) {
        bencher.bench_local(|| floor::eight(black_box(40), black_box(20)));
    }

    #[divan::bench]
    fn twenty_parameters_floor(bencher: Bencher<'_, '_>) {
        bencher.bench_local(|| floor::twenty(black_box(40), black_box(20)));
    }
}

/// Decoding of a response of ten entries.
#[divan::bench_group]
mod decode {
    use super::*;

    #[divan::bench]
    fn ours(bencher: Bencher<'_, '_>) {
        let response = response();
        bencher.bench_local(|| DescribeUMemBackupResponse::from_json(black_box(&response)));
    }

    #[divan::bench]
    fn derive_from_slice(bencher: Bencher<'_, '_>) {
        let response = response();
        bencher.bench_local(|| {
            serde_json::from_slice::<floor::Response>(black_box(response.as_bytes()))
        });
    }

    #[divan::bench]
    fn derive_from_str(bencher: Bencher<'_, '_>) {
        let response = response();
        bencher.bench_local(|| serde_json::from_str::<floor::Response>(black_box(&response)));
    }

    #[divan::bench]
    fn value_from_slice(bencher: Bencher<'_, '_>) {
        let response = response();
        bencher.bench_local(|| {
            serde_json::from_slice::<serde_json::Value>(black_box(response.as_bytes()))
        });
    }
}

/// Whole calls with a response of ten entries.
#[divan::bench_group]
mod call {
    use super::*;

    #[divan::bench]
    fn ours(bencher: Bencher<'_, '_>) {
        let client = client(Constant(Bytes::from(response())));
        let runtime = runtime();
        bencher.bench_local(|| runtime.block_on(eight(black_box(&client)).send()));
    }

    #[divan::bench]
    fn floor(bencher: Bencher<'_, '_>) {
        let response = response();
        bencher.bench_local(|| {
            black_box(super::floor::eight(black_box(40), black_box(20)));
            serde_json::from_slice::<super::floor::Response>(black_box(response.as_bytes()))
        });
    }
}
