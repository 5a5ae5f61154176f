//! The instance metadata service: who calls and where, and what a silent one costs.

use std::future::pending;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use tokio::task::JoinSet;
use tokio::time::{Instant, advance};
use ucloud_umem::credentials::{
    AssumeRole, CachedCredentials, InstanceMetadata, Location, MetadataVersion,
};
use ucloud_umem::transport::{
    self, BoxFuture, HttpRequest, HttpResponse, Transport, TransportError,
};
use ucloud_umem::{Client, ClientBuilder, Credentials, CredentialsProvider, ErrorKind, Outcome};

use crate::fakes::{Calendar, HOUR, MINUTE, SECOND, SECRET, Service};

/// A metadata service in memory.
#[derive(Debug)]
struct Metadata {
    /// Answers nothing from this request on.
    silent_from: usize,
    asked: Mutex<Vec<(String, http::HeaderMap)>>,
    start: Instant,
}

impl Metadata {
    fn new(silent_from: usize) -> Arc<Self> {
        Arc::new(Self { silent_from, asked: Mutex::default(), start: Instant::now() })
    }

    fn source(self: &Arc<Self>) -> InstanceMetadata {
        let transport: Arc<dyn Transport> = Arc::clone(self) as _;
        let calendar = Calendar(self.start);
        InstanceMetadata::new().transport(transport).clock(move || calendar.now())
    }

    fn paths(&self) -> Vec<String> {
        self.asked.lock().unwrap().iter().map(|(path, _)| path.clone()).collect()
    }
}

impl Transport for Metadata {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        assert_eq!(request.method, http::Method::GET);
        assert_eq!(request.uri.host(), Some("100.80.80.80"));
        assert!(request.body.is_empty() && request.max_response_bytes <= 64 * 1024);
        let path = request.uri.path().to_owned();
        let number = {
            let mut asked = self.asked.lock().unwrap();
            asked.push((path.clone(), request.headers));
            asked.len() - 1
        };
        Box::pin(async move {
            if number >= self.silent_from {
                return pending().await;
            }
            let expires = Calendar(self.start).now() + HOUR;
            let expires = expires.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
            let body = match &*path {
                "/meta-data/latest/region" => "cn-bj2\n".to_owned(),
                "/meta-data/latest/availability-zone" => "cn-bj2-05\n".to_owned(),
                _ => format!(
                    r#"{{"RetCode":0,"Data":{{"AccessKeyId":"key-{number}",
                        "AccessKeySecret":"{SECRET}","SecurityToken":"{SECRET}",
                        "Expiration":{expires},"ProjectID":"org-host"}}}}"#
                ),
            };
            Ok(HttpResponse::new(http::StatusCode::OK, body))
        })
    }
}

const V2: &str = "/meta-data/v2/iam/security-credentials";
const REGION: &str = "/meta-data/latest/region";
const ZONE: &str = "/meta-data/latest/availability-zone";

#[tokio::test(start_paused = true)]
async fn the_host_says_who_calls_and_where() {
    let metadata = Metadata::new(usize::MAX);
    let service = Service::knowing(["key-0", "key-3"]);
    let transport: Arc<dyn Transport> = Arc::clone(&service) as _;
    let builder = Client::builder().credentials(metadata.source());
    let client = builder.transport(transport).build().unwrap();
    assert!(metadata.paths().is_empty(), "asked before the first call");
    client.describe_umem_backup("x").send().await.unwrap();
    assert_eq!(metadata.paths(), [V2, REGION, ZONE]);
    // What the call or the client says comes first, and a zone belongs to its region.
    client.describe_umem_backup("x").zone("cn-bj2-04").send().await.unwrap();
    let elsewhere = client.with_region("hk").with_project_id("org-x");
    let error = elsewhere.describe_umem_backup("x").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{error}");
    assert!(error.to_string().contains("Zone"), "{error}");
    elsewhere.describe_umem_backup("x").zone("hk-02").send().await.unwrap();
    let values = |name: &str| {
        let values = service.values(name);
        values.into_iter().map(Option::unwrap_or_default).collect::<Vec<_>>()
    };
    assert_eq!(values("Region"), ["cn-bj2", "cn-bj2", "hk"]);
    assert_eq!(values("Zone"), ["cn-bj2-05", "cn-bj2-04", "hk-02"]);
    assert_eq!(values("ProjectId"), ["org-host", "org-host", "org-x"]);
    assert_eq!(values("SecurityToken"), [SECRET; 3]);
    assert_eq!(metadata.paths().len(), 3, "they are kept");
    advance(56 * MINUTE).await;
    client.describe_umem_backup("x").send().await.unwrap();
    assert_eq!(metadata.paths(), [V2, REGION, ZONE, V2]);
    assert_eq!(values("PublicKey"), ["key-0", "key-0", "key-0", "key-3"]);
}

#[tokio::test(start_paused = true)]
async fn a_metadata_service_that_is_silent_costs_three_seconds_once() {
    let metadata = Metadata::new(0);
    let service = Service::knowing([]);
    let transport: Arc<dyn Transport> = Arc::clone(&service) as _;
    let builder = Client::builder().credentials(metadata.source()).transport(transport);
    let client = builder.region("hk").zone("hk-02").build().unwrap();
    let start = Instant::now();
    for _ in 0..1000 {
        let error = client.action("CreateX").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
        assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
        assert!(error.to_string().contains("no response within 3 s"), "{error}");
    }
    assert_eq!(start.elapsed(), 3 * SECOND);
    // Without a response the other format is not tried.
    assert_eq!((metadata.paths(), service.requests()), (vec![V2.to_owned()], 0));
}

#[tokio::test(start_paused = true)]
async fn a_location_that_is_not_known_is_an_error_and_remembered() {
    let metadata = Metadata::new(1);
    let service = Service::knowing([]);
    let transport: Arc<dyn Transport> = Arc::clone(&service) as _;
    let builder = Client::builder().credentials(metadata.source()).transport(transport);
    let client = builder.build().unwrap();
    for _ in 0..10 {
        let error = client.describe_umem_backup("x").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
        assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
        assert_eq!(error.action(), Some("DescribeUMemBackup"));
    }
    assert_eq!(metadata.paths(), [V2, REGION]);
    let call = client.describe_umem_backup("x").region("hk").with_deadline(2 * SECOND);
    advance(6 * SECOND).await;
    let error = call.send().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Timeout, Outcome::NotSent));
    assert_eq!((metadata.paths().len(), service.requests()), (3, 0));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_can_do_without_a_location_goes_without_one() {
    let metadata = Metadata::new(1);
    let service = Service::knowing(["key-0"]);
    let transport: Arc<dyn Transport> = Arc::clone(&service) as _;
    let builder = Client::builder().credentials(metadata.source()).transport(transport);
    let client = builder.build().unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..100 {
        calls.spawn(client.action("GetProjectList").send());
    }
    for result in calls.join_all().await {
        result.unwrap();
    }
    // One caller asked; the others got the same result.
    assert_eq!(metadata.paths(), [V2, REGION]);
    assert_eq!(service.requests(), 100);
}

#[tokio::test]
async fn what_the_second_format_knows_is_asked_of_it_alone() {
    let metadata = Metadata::new(usize::MAX);
    let source = metadata.source().role("Role_1@x").session_name("night job");
    let source = source.duration(15 * MINUTE).role_policy(r#"{"Version":"1"}"#);
    source.credentials().await.unwrap();
    let asked = metadata.asked.lock().unwrap().clone();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].0, format!("{V2}/Role_1@x"));
    for (name, value) in [
        ("Duration-Seconds", "900"),
        ("Session-Name", "night job"),
        ("Role-Policy", "eyJWZXJzaW9uIjoiMSJ9"),
    ] {
        assert_eq!(asked[0].1.get(name).unwrap(), value);
    }
    let source = metadata.source().version(MetadataVersion::V1).session_name("x");
    assert!(source.credentials().await.unwrap_err().to_string().contains("first format"));
    let source = metadata.source().version(MetadataVersion::V1);
    source.credentials().await.unwrap();
    assert_eq!(metadata.paths()[1..], ["/meta-data/v1/uam/security-credentials"]);
}

#[tokio::test]
async fn without_a_response_of_the_second_format_the_first_is_asked_where_it_can_do() {
    for (name, formats) in [(None, 2), (Some("night job"), 1)] {
        let nothing = HttpResponse::new(http::StatusCode::NOT_FOUND, "");
        let metadata = transport::from_fn(move |_| nothing.clone());
        let source = InstanceMetadata::new().transport(metadata.clone());
        let source = match name {
            Some(name) => source.session_name(name),
            None => source,
        };
        source.credentials().await.unwrap_err();
        assert_eq!(metadata.requests().len(), formats, "{name:?}");
    }
}

#[tokio::test]
async fn what_would_lead_elsewhere_is_refused_before_anything_is_sent() {
    let metadata = Metadata::new(usize::MAX);
    for role in [
        "",
        ".",
        "..",
        "../x",
        "a/../../b",
        "a/b",
        "x?y",
        "x#y",
        "x\r\nHost: y",
        "x y",
        "%2e%2e",
        "x\\y",
        "x\0",
        "角色",
    ] {
        let client = Client::builder()
            .credentials(metadata.source().role(role))
            .transport(Service::knowing([]))
            .build();
        let error = client.unwrap().action("X").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{role:?}: {error}");
        assert_eq!(error.outcome(), Outcome::NotSent);
        assert!(!error.to_string().contains(['\r', '\n', '\0']), "{error}");
    }
    let source = metadata.source().session_name("x\r\nHost: y");
    assert!(source.credentials().await.unwrap_err().to_string().contains("session-name"));
    for base_url in ["", "100.80.80.80", "ftp://100.80.80.80", "http://a:b@100.80.80.80"] {
        let source = metadata.source().base_url(base_url);
        let error = source.credentials().await.unwrap_err().to_string();
        assert!(error.contains("instance metadata service: invalid base URL"), "{error}");
    }
    assert!(metadata.paths().is_empty());
}

#[tokio::test]
async fn no_type_shows_a_secret() {
    let metadata = Metadata::new(usize::MAX);
    let source = metadata.source();
    let credentials = source.credentials().await.unwrap();
    let cache = CachedCredentials::new(credentials.clone());
    cache.credentials().await.unwrap();
    let location = source.location().await.unwrap();
    for text in [
        format!("{source:?} {source:#?} {cache:?} {credentials:?} {credentials:#?}"),
        format!("{location:?} {:?}", Location::default()),
    ] {
        assert!(!text.contains(SECRET), "{text}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_failed_connection_of_a_host_names_the_endpoint_in_its_network() {
    const INTERNAL: &str = "http://api.service.ucloud.cn";
    let unreachable = || TransportError::not_sent("no route to host");
    let late = || TransportError::not_sent("too long").timed_out();
    let broken = || TransportError::maybe_sent("reset");
    let host: &dyn Fn() -> ClientBuilder =
        &|| Client::builder().credentials(Metadata::new(usize::MAX).source());
    let fixed: &dyn Fn() -> ClientBuilder =
        &|| Client::builder().credentials(Credentials::new("public", "private"));
    for (builder, error, is_named) in [
        (host(), &unreachable as &dyn Fn() -> TransportError, true),
        (host(), &late, true),
        (host(), &broken, false),
        (host().internal_endpoint(), &unreachable, false),
        (host().base_url("http://127.0.0.1:8080"), &unreachable, false),
        (fixed(), &unreachable, false),
    ] {
        let shown = format!("{builder:?}");
        let fake = transport::responses([error(), error(), error()]);
        let client = builder.transport(fake).build().unwrap();
        let error = client.describe_umem_backup("x").region("a").zone("b").send().await;
        let text = error.unwrap_err().to_string();
        assert_eq!(text.contains("internal_endpoint"), is_named, "{shown}: {text}");
        assert_eq!(text.contains(INTERNAL), is_named, "{shown}: {text}");
    }
    let silent = transport::from_fn(|request| {
        assert_eq!(request.uri, INTERNAL);
        r#"{ "RetCode": 0 }"#
    });
    let client = fixed().internal_endpoint().transport(silent).build().unwrap();
    client.action("X").send().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn the_role_of_a_host_names_that_endpoint_too() {
    let role = |base: Client| AssumeRole::new(&base, "ucs:iam::56000001:role/backups", "nightly");
    let unreachable =
        || transport::responses([(); 3].map(|()| TransportError::not_sent("no route")));
    let sts = || {
        transport::from_fn(|_| {
            serde_json::json!({ "RetCode": 0, "Credentials": {
                "AccessKeyId": "role-1", "AccessKeySecret": SECRET, "SecurityToken": SECRET,
                "Expiration": "2999-01-01T00:00:00Z",
            }})
        })
    };
    let host = || Client::builder().credentials(Metadata::new(usize::MAX).source());
    let fixed = || Client::builder().credentials(Credentials::new("public", "private"));
    for (what, base, is_named) in [
        ("AssumeRole from a host", host().transport(unreachable()), true),
        ("a call of a host's role", host().transport(sts()), true),
        ("AssumeRole from elsewhere", fixed().transport(unreachable()), false),
        ("a call of another role", fixed().transport(sts()), false),
    ] {
        let client = Client::builder().credentials(role(base.build().unwrap()));
        let client = client.transport(unreachable()).build().unwrap();
        let error = client.action("X").send().await.unwrap_err().to_string();
        assert_eq!(error.contains("internal_endpoint"), is_named, "{what}: {error}");
    }
}
