//! Profiles of `ucloud auth login` against the emulator: files as UCloud's command line writes
//! them, tokens that expire, and callers that meet a new token at once.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use serde_json::json;
use tempfile::TempDir;
use tokio::sync::Barrier;
use tokio::time::advance;
use ucloud_umem::enums::Protocol;
use ucloud_umem::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use ucloud_umem::{Client, ClientBuilder, Error, ErrorKind, RetCode};
use umem_emulator::{Clock, Emulator};

const HOUR: Duration = Duration::from_secs(3600);
/// Calls at once.
const MANY: usize = 50;

/// The files of UCloud's tools, with one profile that signs in with a token.
struct Files(TempDir);

impl Files {
    fn new(token: &str, life: Duration) -> Self {
        let files = Self(tempfile::tempdir().unwrap());
        let settings = json!([{
            "project_id": "", "region": "cn-bj2", "zone": "cn-bj2-05", "base_url": "",
            "timeout_sec": 15, "profile": "work", "active": true, "max_retry_times": 3,
            "agree_upload_log": false, "oauth_base_url": "", "channel_key": "",
        }]);
        std::fs::write(files.path("config.json"), settings.to_string()).unwrap();
        files.log_in(token, life);
        files
    }

    /// Writes a token, beside the old keys of the profile.
    fn log_in(&self, token: &str, life: Duration) {
        let expires = SystemTime::now() + life;
        let expires = expires.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
        let keys = json!([{
            "public_key": "old", "private_key": "old", "cookie": "", "csrf_token": "",
            "profile": "work", "auth_mode": "oauth", "access_token": token,
            "refresh_token": "refresh", "expires_at": expires,
        }]);
        std::fs::write(self.path("credential.json"), keys.to_string()).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn builder(&self) -> ClientBuilder {
        Client::builder()
            .profile("work")
            .config_file(self.path("config.json"))
            .credential_file(self.path("credential.json"))
    }

    fn client(&self, transport: impl Transport) -> Client {
        self.builder().base_url("http://127.0.0.1/").transport(transport).build().unwrap()
    }
}

async fn list(client: &Client) -> Result<(), Error> {
    client.describe_umem(Protocol::Redis).send().await.map(drop)
}

#[tokio::test]
async fn the_token_of_the_file_signs_in_until_a_new_one_is_written() {
    let files = Files::new("first", HOUR);
    let emulator = Emulator::new();
    emulator.add_bearer_token("first", HOUR);
    let server = emulator.serve("127.0.0.1:0").unwrap();
    let client = files.builder().base_url(server.url()).build().unwrap();
    list(&client).await.unwrap();

    // The service knows another token, and the file has it: one more attempt.
    emulator.revoke_bearer_tokens();
    emulator.add_bearer_token("second", HOUR);
    files.log_in("second", HOUR);
    let before = emulator.calls();
    client.create_umem_space(1, "a-space").send().await.unwrap();
    assert_eq!(emulator.calls(), before + 2);

    // It expires by the clock of the emulator, and the file has no other.
    emulator.clock().advance(HOUR);
    let error = list(&client).await.unwrap_err();
    assert_eq!(error.ret_code().map(RetCode::number), Some(174));
    assert!(error.to_string().contains("run `ucloud auth login`"), "{error}");
    server.stop();
}

#[tokio::test(start_paused = true)]
async fn the_file_is_read_again_before_the_token_expires() {
    let files = Files::new("first", HOUR);
    let emulator = Emulator::with_clock(Clock::tokio());
    emulator.add_bearer_token("first", HOUR);
    emulator.add_bearer_token("second", 2 * HOUR);
    let client = files.client(emulator.clone());
    list(&client).await.unwrap();
    files.log_in("second", 2 * HOUR);
    // 5 minutes before the end of the first one, which then is over.
    advance(Duration::from_secs(3305)).await;
    list(&client).await.unwrap();
    advance(Duration::from_secs(300)).await;
    list(&client).await.unwrap();
    assert_eq!(emulator.calls(), 3, "no token was refused");
}

#[tokio::test]
async fn an_expired_token_is_not_sent() {
    let files = Files::new("first", Duration::ZERO);
    let emulator = Emulator::new();
    emulator.add_bearer_token("first", None);
    let error = list(&files.client(emulator.clone())).await.unwrap_err();
    assert_eq!((error.kind(), emulator.calls()), (ErrorKind::Credentials, 0));
    assert!(error.to_string().contains("run `ucloud auth login`"), "{error}");
}

/// An emulator that gets the calls with the old token all at once, and where the first call with
/// the new one spoils the file: whoever reads the file a second time fails.
#[derive(Debug)]
struct Crowd {
    emulator: Emulator,
    arrived: Barrier,
    file: PathBuf,
}

impl Transport for Crowd {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async move {
            if request.headers["authorization"] == "Bearer first" {
                self.arrived.wait().await;
            } else {
                std::fs::write(&self.file, "[]").unwrap();
            }
            self.emulator.send(request).await
        })
    }
}

#[tokio::test]
async fn the_file_is_read_again_once_for_all_callers() {
    let files = Files::new("first", HOUR);
    let emulator = Emulator::new();
    emulator.add_bearer_token("second", HOUR);
    let client = files.client(Crowd {
        emulator: emulator.clone(),
        arrived: Barrier::new(MANY),
        file: files.path("credential.json"),
    });
    // It reads the file, but sends nothing.
    client.describe_umem(Protocol::Redis).preview().await.unwrap();
    files.log_in("second", HOUR);
    let calls = (0..MANY).map(|number| {
        let client = client.clone();
        let create = async move {
            client.create_umem_space(1, format!("space-{number}")).send().await.map(drop)
        };
        tokio::spawn(create)
    });
    let calls: Vec<_> = calls.collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(emulator.calls(), 2 * MANY as u64);
    let spaces = emulator.client().describe_umem(Protocol::Redis).limit(100).send().await.unwrap();
    assert_eq!(spaces.data_set.len(), MANY, "each create was executed once");
}
