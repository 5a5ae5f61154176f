//! CPU time of encoding, decoding and a whole call in this process, beside code written for this
//! one action.
//!
//! `cargo bench -p ucloud-umem --bench call` prints medians. The encoder is private, so encoding is
//! measured by whole calls over a transport that responds at once with the shortest response.
//! Making the request is not timed. The row `two_parameters` is about the cost of such a call
//! without its parameters; the rest of a row is encoding. `call::ours` is a whole call with a
//! response of ten entries; `call::without_the_crate` encodes and decodes, and does nothing else.
//!
//! glibc gives the memory of 1,000 entries back after each response, and most of the difference
//! between the contenders disappears in the kernel. `MALLOC_TRIM_THRESHOLD_=1073741824
//! MALLOC_MMAP_THRESHOLD_=1073741824` keeps the memory.

mod floor;

use std::fmt::Display;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use divan::{Bencher, Divan, black_box};
use http::StatusCode;
use tokio::runtime::{Builder, Runtime};
use ucloud_umem::actions::{DescribeUMemBackup, DescribeUMemBackupResponse};
use ucloud_umem::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use ucloud_umem::{Client, Credentials, Result};

use floor::{PRIVATE_KEY, PROJECT_ID, PUBLIC_KEY, REGION, SPACE_ID, ZONE};

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

/// The floors are only worth comparing with if they do the same.
fn same_work() {
    let capture = Capture::default();
    let body = Arc::clone(&capture.0);
    let client = client(capture);
    let runtime = runtime();
    for (floor, call) in
        [(floor::eight(40, 20), eight(&client)), (twenty_floor(40, 20), twenty(&client))]
    {
        runtime.block_on(call.send()).unwrap_or_else(|error| fail(error));
        assert_eq!(*body.lock().unwrap_or_else(PoisonError::into_inner), floor);
    }
    let response = floor::response(ENTRIES);
    let ours = DescribeUMemBackupResponse::from_json(&response);
    let derived = serde_json::from_str::<floor::Response>(&response);
    let derived = derived.unwrap_or_else(|error| fail(error));
    derived.assert_same(&ours.unwrap_or_else(|error| fail(error)));
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

/// Eight parameters beside the signature.
fn eight(client: &Client) -> DescribeUMemBackup<Client> {
    client.describe_umem_backup(SPACE_ID).offset(40).limit(20)
}

/// Twenty, twelve of which are added by name.
fn twenty(client: &Client) -> DescribeUMemBackup<Client> {
    MORE.into_iter().fold(eight(client), |call, (name, value)| call.param(name, value))
}

/// Signs twenty parameters without the crate.
fn twenty_floor(offset: i64, limit: i64) -> Vec<u8> {
    let (mut first, mut second) = (itoa::Buffer::new(), itoa::Buffer::new());
    floor::form(&[
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

/// Whole calls with the shortest response.
#[divan::bench_group]
mod encode {
    use super::{
        Arc, Bencher, Bytes, Client, Constant, Credentials, PRIVATE_KEY, PUBLIC_KEY, black_box,
        client, eight, fail, floor, runtime, twenty, twenty_floor,
    };

    fn shortest() -> Constant {
        Constant(Bytes::from_static(br#"{"RetCode":0}"#))
    }

    fn run<F: Future>(bencher: Bencher<'_, '_>, client: &Client, make: impl Fn(&Client) -> F) {
        let runtime = runtime();
        let bencher = bencher.with_inputs(|| make(client));
        bencher.bench_local_values(|call| runtime.block_on(call));
    }

    /// Action and `PublicKey` alone.
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
        bencher.bench_local(|| twenty_floor(black_box(40), black_box(20)));
    }
}

/// A response alone, by its number of entries.
#[divan::bench_group]
mod decode {
    use super::{Bencher, DescribeUMemBackupResponse, ENTRIES, black_box, floor};

    const SIZES: [usize; 2] = [ENTRIES, 1000];

    #[divan::bench(args = SIZES)]
    fn ours(bencher: Bencher<'_, '_>, entries: usize) {
        let response = floor::response(entries);
        bencher.bench_local(|| DescribeUMemBackupResponse::from_json(black_box(&response)));
    }

    #[divan::bench(args = SIZES)]
    fn derive_from_slice(bencher: Bencher<'_, '_>, entries: usize) {
        let response = floor::response(entries);
        let decode = serde_json::from_slice::<floor::Response>;
        bencher.bench_local(|| decode(black_box(response.as_bytes())));
    }

    #[divan::bench(args = SIZES)]
    fn derive_from_str(bencher: Bencher<'_, '_>, entries: usize) {
        let response = floor::response(entries);
        let decode = serde_json::from_str::<floor::Response>;
        bencher.bench_local(|| decode(black_box(&response)));
    }

    #[divan::bench(args = SIZES)]
    fn value_from_slice(bencher: Bencher<'_, '_>, entries: usize) {
        let response = floor::response(entries);
        let decode = serde_json::from_slice::<serde_json::Value>;
        bencher.bench_local(|| decode(black_box(response.as_bytes())));
    }
}

/// A whole call with a response of ten entries.
#[divan::bench_group]
mod call {
    use super::{Bencher, Bytes, Constant, ENTRIES, black_box, client, eight, floor, runtime};

    #[divan::bench]
    fn ours(bencher: Bencher<'_, '_>) {
        let client = client(Constant(Bytes::from(floor::response(ENTRIES))));
        let runtime = runtime();
        bencher.bench_local(|| runtime.block_on(eight(black_box(&client)).send()));
    }

    #[divan::bench]
    fn without_the_crate(bencher: Bencher<'_, '_>) {
        let response = floor::response(ENTRIES);
        bencher.bench_local(|| {
            black_box(floor::eight(black_box(40), black_box(20)));
            serde_json::from_slice::<floor::Response>(black_box(response.as_bytes()))
        });
    }
}
