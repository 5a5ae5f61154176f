//! Client for [UCloud](https://www.ucloud.cn) UMem: managed Redis and Memcached.
//!
//! There is one method per action. Its arguments are the required parameters, except region, zone and project, which the
//! client knows too. Responses that deviate from the API docs still decode.
//!
//! ```no_run
//! # async fn run() -> ucloud_umem::Result<()> {
//! use std::time::Duration;
//! use ucloud_umem::Client;
//!
//! let client = Client::from_env()?;
//!
//! let page = client.describe_umem_backup("uredis-abc").limit(20).send().await?;
//! for backup in &page.data_set {
//!     println!("{} {:?}", backup.backup_id, backup.state);
//! }
//!
//! let mut shards = client.describe_umem_backup("uredis-abc").items(); // every page, one stream
//! while let Some(shard) = shards.try_next().await? {
//!     println!("{}", shard.backup_name); // each shard of a backup has an entry
//! }
//!
//! let backup_id = &page.data_set[0].backup_id;
//! let longest = Duration::from_secs(600);
//! client.wait_until_umem_backup_done("uredis-abc", backup_id).wait(longest).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Finding your way
//!
//! - [`Client`] has a method per action ([all of them in a table](#all-actions)), and `wait_until_*` methods for what takes
//!   time. [`Client::builder`] sets one up by hand, [`Client::from_env`] from the environment.
//! - [`actions`] has a request and a reply per action, [`models`] what replies are made of, [`enums`] the value sets,
//!   [`regions`] the regions and zones, [`RetCode`] what a reply says of itself.
//! - Searching the documentation for a name of the API (`DescribeUMemBackup`, `SpaceId`) finds its Rust name.
//!
//! # Requests
//!
//! What an action requires are the method's arguments; what it can do without are setters. Setters with the API's names
//! are its parameters, those that begin with `with_` are options of the call (`with_timeout`, `with_deadline`,
//! `with_max_attempts`). A parameter that this version does not know goes in by name:
//!
//! ```no_run
//! # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
//! let page = client.describe_umem_backup("uredis-abc").param("Newest", true).send().await?;
//! # Ok(())
//! # }
//! ```
//!
//! Region, zone and project are taken from the call, or else from the client, or else from [where the credentials come
//! from](#credentials). One that an action requires and nobody set is an error that names it, before anything is sent.
//!
//! ## Any action
//!
//! [`Client::action`] calls any action of any UCloud product by its name, signed and retried like the rest. Parameters are
//! [added one by one](IntoParamValue), or [all at once](IntoParams) from pairs or JSON, lists and structures included; the
//! reply is JSON. It counts as an action of which each execution counts, unless it is told otherwise.
//!
//! ```no_run
//! # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
//! use serde_json::json;
//! use ucloud_umem::Effect;
//!
//! let hosts = client
//!     .action("DescribeUHostInstance")
//!     .param("UHostIds", ["uhost-a", "uhost-b"]) // UHostIds.0, UHostIds.1
//!     .with_effect(Effect::Read)
//!     .send()
//!     .await?;
//! println!("{} of {}", hosts.value["UHostSet"], hosts.value["TotalCount"]);
//!
//! let disks = json!({ "Name": "web", "Disks": [{ "IsBoot": "True", "Size": 20 }] });
//! client.action("CreateUHostInstance").params(disks).send().await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Pages
//!
//! A list that comes in pages has `items()`, all entries as one stream, and `pages()`, the replies one by one; in the
//! blocking client they are iterators. What came before an error is not lost, and `resume_offset()` is the offset at which
//! to go on:
//!
//! ```no_run
//! # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
//! let mut backups = client.describe_umem_backup("uredis-abc").offset(40).items();
//! loop {
//!     match backups.try_next().await {
//!         Ok(Some(backup)) => println!("{}", backup.backup_id),
//!         Ok(None) => break,
//!         Err(error) => {
//!             eprintln!("{error}; go on from {}", backups.resume_offset());
//!             return Err(error);
//!         }
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Waiting
//!
//! `wait_until_*` methods poll every 1 to 15 seconds until the resource reaches the wanted state, and return it. You must
//! set a time limit. A failure state ends the wait immediately; an outage does not. A wait for a resize compares the size. A
//! resource that was listed before, and is not listed any more, is gone; a response without a list does not show that.
//! Waits that find a resource by its id do not send the client's zone, unless the action requires one.
//! [`on_poll`](waiter::Waiter::on_poll) is called after every poll; the example `progress_bar` draws with it.
//!
//! ```no_run
//! # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
//! use std::time::Duration;
//! use ucloud_umem::enums::Protocol;
//!
//! let space = client
//!     .wait_until_umem_running(Protocol::Redis, "uredis-abc")
//!     .on_poll(|progress| eprintln!("{:?}: {:?}", progress.elapsed, progress.state))
//!     .wait(Duration::from_secs(600))
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Without an async runtime
//!
//! The feature `blocking` brings `blocking::Client`, whose methods are the same without `await`. It can be made, used and
//! dropped inside an async runtime too, where it blocks the thread that calls it. The async client needs tokio with its
//! clock and its network; elsewhere a call panics, as all of tokio does.
//!
#![cfg_attr(
    feature = "blocking",
    doc = "
```no_run
# fn main() -> ucloud_umem::Result<()> {
use ucloud_umem::blocking::Client;

let client = Client::from_env()?;
for backup in client.describe_umem_backup(\"uredis-abc\").items() {
    println!(\"{}\", backup?.backup_id);
}
# Ok(())
# }
```
"
)]
//! # Credentials
//!
//! [`Client::from_env`] looks for keys in this order, and takes the first that it finds:
//!
//! 1. the environment: `UCLOUD_PUBLIC_KEY` and `UCLOUD_PRIVATE_KEY`, and `UCLOUD_SECURITY_TOKEN` for a temporary pair;
//! 2. the profile in `~/.ucloud/credential.json`;
//! 3. the role of the UCloud host on which the program runs, from the instance metadata service at
//!    `http://100.80.80.80`. It is asked at the first call, and only where 1 and 2 have no keys and no profile is named.
//!
//! Region, zone, project, endpoint and timeout are each taken from the [variable](Client::from_env), or else from the
//! profile in `~/.ucloud/config.json`; region, zone and project from the host as well, where the keys are the host's. A
//! zone of the profile or the host is left out where another region is named. What is set by hand
//! ([`ClientBuilder::from_env`], and then setters) wins over all of it.
//!
//! Hosts in UCloud's network can use the endpoint `http://api.service.ucloud.cn`, without a way to the internet. UCloud offers it
//! in some zones only. If the account accepts calls from listed addresses only, add 10.10.10.10 to the list; otherwise
//! calls through this endpoint fail with RetCode 294.
//!
//! That the environment wins over the files is what people expect of such tools; the vendor's Go SDK has it the other
//! way round.
//!
//! ## Files and profiles
//!
//! Both files are those of UCloud's own tools: JSON arrays with an object for each profile. Other keys are ignored.
//!
//! `~/.ucloud/config.json`:
//!
//! ```json
//! [
//!   { "profile": "default", "region": "cn-sh2", "zone": "cn-sh2-02", "active": false },
//!   { "profile": "work", "region": "cn-bj2", "zone": "cn-bj2-05", "project_id": "org-x",
//!     "base_url": "https://api.ucloud.cn", "timeout_sec": 65, "active": true }
//! ]
//! ```
//!
//! `~/.ucloud/credential.json`:
//!
//! ```json
//! [
//!   { "profile": "work", "public_key": "...", "private_key": "..." }
//! ]
//! ```
//!
//! The profile is the one that `UCLOUD_PROFILE` names; without it, the last with `"active": true`; without one, `default`.
//! A profile that is named has to be in one of the files, and to have keys unless the environment has some: another
//! identity never takes its place. Of two profiles with one name the last is taken. An empty value, `null` and a timeout
//! of 0 count as not set.
//!
//! Profiles that sign in by OAuth (`auth_mode`), and profiles of dedicated channels (`channel_key`), are not supported yet:
//! their keys are not used, and the error says so.
//!
//! `UCLOUD_SHARED_CONFIG_FILE` and `UCLOUD_SHARED_CREDENTIAL_FILE` name other files, in which `~/` is the home directory (`HOME`,
//! or else `USERPROFILE`). A default file need not be there; one that is named has to be, if it is needed: where the
//! environment has keys, `credential.json` is not read. The error about a bad file says which file, line and key, and
//! shows nothing of what is in it. Files are read once, by `from_env`.
//!
//! ## Temporary credentials
//!
//! Those of the host are kept until five minutes before they expire, and then renewed by the next call while the others
//! go on with the old ones; a renewal that fails is tried again after 5 s, and the old ones are used until they expire.
//! However many calls need them at once, they are fetched once. When the service does not know a token (RetCode
//! 174), they are renewed once for all calls, and each of these is tried once more, whatever its effect: it was refused.
//!
//! [`InstanceMetadata`](credentials::InstanceMetadata) names another role, or narrows what it may do:
//!
//! ```no_run
//! # fn main() -> ucloud_umem::Result<()> {
//! use ucloud_umem::Client;
//! use ucloud_umem::credentials::InstanceMetadata;
//!
//! let role = InstanceMetadata::new().role("BackupOperator").session_name("nightly");
//! let client = Client::builder().credentials(role).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! ## A source of your own
//!
//! Anything that is a [`CredentialsProvider`] can be given to the builder. It is asked before every attempt;
//! [`CachedCredentials`](credentials::CachedCredentials) around it keeps what it gives, by the rules above:
//!
//! ```no_run
//! use std::error::Error;
//! use std::time::{Duration, SystemTime};
//! use ucloud_umem::credentials::CachedCredentials;
//! use ucloud_umem::transport::BoxFuture;
//! use ucloud_umem::{Client, Credentials, CredentialsProvider};
//!
//! struct Vault;
//!
//! impl CredentialsProvider for Vault {
//!     fn credentials(&self) -> BoxFuture<'_, Result<Credentials, Box<dyn Error + Send + Sync>>> {
//!         Box::pin(async {
//!             // Ask the vault here.
//!             Ok(Credentials::new("public", "private")
//!                 .with_security_token("token")
//!                 .with_expiration(SystemTime::now() + Duration::from_secs(3600)))
//!         })
//!     }
//! }
//!
//! # fn main() -> ucloud_umem::Result<()> {
//! let client = Client::builder().credentials(CachedCredentials::new(Vault)).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! # Replies
//!
//! The reply is the struct: its members are public fields. A list is a `Vec`, never an `Option`; another required member
//! is plain, the rest are `Option`s. A reply decodes even where it differs from its documentation: a number in
//! quotes, one value in place of a list, a member that is missing, a number that no `f64` holds. `missing()` names required
//! members that were not there and hold their empty value (the first 100; `missing_count()` has their number),
//! `metadata()` has the request id, the number of attempts and the body as it came. A response with more than 100,000
//! list entries is an error of kind [`Protocol`](ErrorKind::Protocol).
//!
//! What is never success is a reply whose `RetCode` is not 0:
//!
//! | `RetCode` | what becomes of the reply |
//! |---|---|
//! | `0`, `"0"` | success |
//! | any other whole number of 64 bits, in quotes or not | an error of kind [`Service`](ErrorKind::Service), for 153 [`Throttled`](ErrorKind::Throttled) |
//! | missing, `null`, a fraction, a boolean, a list, a larger number, other text | an error of kind [`Protocol`](ErrorKind::Protocol) |
//!
//! # Errors and retries
//!
//! An [`Error`] says what went wrong ([`kind`](Error::kind)) and what is known of the call's effect
//! ([`outcome`](Error::outcome)). A call is tried again only where that cannot do anything twice:
//!
//! | failure | reads, and actions that may be repeated | actions of which each execution counts |
//! |---|---|---|
//! | no connection | retried | retried |
//! | HTTP 429, RetCode 153 | retried after at least 1 s | retried after at least 1 s |
//! | lost reply, timeout, HTTP 5xx (501 and 505 apart), RetCode 110, 130, 150 | retried | an error whose outcome is [`Unknown`](Outcome::Unknown) |
//! | RetCode with which UCloud advises to try again later, such as 20003 | retried | an error whose outcome is [`Refused`](Outcome::Refused) |
//! | RetCode 174 (token not known) | credentials are renewed and it is tried once more, at once | the same |
//! | everything else | an error | an error |
//!
//! Where the service gives a RetCode, that counts, and not the HTTP status beside it (429 apart).
//!
//! Pauses are drawn at random from a range that doubles with each retry (200 ms to 10 s), and every attempt is signed
//! anew. A `Retry-After` of the service is added, up to 60 s. Where the pause would end after the call's deadline, the call
//! fails now.
//!
//! ## Retries
//!
//! Three limits end the retries of a call; the error names the one that did.
//!
//! - The number of attempts: 3, or [`max_attempts`](ClientBuilder::max_attempts).
//! - The [`deadline`](ClientBuilder::deadline) of the call.
//! - The retry budget, which all clones of a client share, so that an outage is not multiplied. It holds 100 retries when it
//!   is full; 5 calls that succeed give one back. Programs that often meet the service's limit of calls run out of it,
//!   whatever the number of attempts: send fewer calls at a time.
//!
//! [All RetCodes](#all-retcodes) stand in a table. [`Error::body`] has the reply that an error is about.
//!
//! ```no_run
//! # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
//! use ucloud_umem::{ErrorKind, Outcome};
//!
//! if let Err(error) = client.create_umem_backup("uredis-abc", "nightly").send().await {
//!     match (error.kind(), error.outcome()) {
//!         (ErrorKind::Service, _) => println!("refused: {:?}", error.ret_code()),
//!         (_, Outcome::Unknown) => println!("look at the backups before trying again: {error}"),
//!         _ => println!("{error}"),
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Seeing what happens
//!
//! Each call is a span of [`tracing`] (`ucloud_call`, level `INFO`) and each attempt an event in it (`DEBUG`). Their fields
//! have OpenTelemetry's names for the client side of HTTP: `http.request.method`, `url.full`, `server.address`,
//! `server.port`, `http.response.status_code`, `http.request.resend_count`, `error.type`, `otel.status_code`; and
//! `rpc.method` for the action, `ucloud.ret_code`, `ucloud.request_id`. Fields of a response that are not as documented are
//! one event of level `WARN`, and required fields that are missing another. Nothing is printed where the program installs
//! no subscriber, and nothing secret is in any of it, in what reqwest and hyper tell at `TRACE` neither.
//!
//! ```
//! tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).init();
//! // From now on each call and each attempt is printed; with `WARN`, only what is odd about replies.
//! ```
//!
//! For metrics without a subscriber there is the [`Observer`](observer::Observer):
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> ucloud_umem::Result<()> {
//! use std::sync::mpsc::{Sender, channel};
//! use ucloud_umem::observer::{FinishedCall, Observer};
//! use ucloud_umem::{Client, Credentials, transport};
//!
//! struct Metrics(Sender<String>);
//!
//! impl Observer for Metrics {
//!     fn on_call(&self, call: &FinishedCall<'_>) {
//!         let status = call.status.map(|status| status.as_u16());
//!         let line = format!("{} {} {status:?} {:?}", call.action, call.attempts, call.ret_code);
//!         _ = self.0.send(line);
//!     }
//! }
//!
//! let (sender, lines) = channel();
//! let client = Client::builder()
//!     .credentials(Credentials::new("public", "private"))
//!     .transport(transport::replies([r#"{ "RetCode": 0 }"#]))
//!     .observer(Metrics(sender))
//!     .build()?;
//! client.action("DescribeX").send().await?;
//! assert_eq!(lines.recv().unwrap(), "DescribeX 1 Some(200) Some(0)");
//! # Ok(())
//! # }
//! ```
//!
//! # Defaults
//!
//! | | default | set by |
//! |---|---|---|
//! | endpoint | `https://api.ucloud.cn` | [`base_url`](ClientBuilder::base_url) |
//! | connecting | 5 s | `ClientBuilder::configure_http` |
//! | instance metadata | 1 s to connect, 3 s for each answer | |
//! | one attempt | 65 s, because the gateway itself waits 60 s | [`timeout`](ClientBuilder::timeout), `with_timeout` |
//! | a call over all attempts | no bound of its own | [`deadline`](ClientBuilder::deadline), `with_deadline` |
//! | attempts | 3 | [`max_attempts`](ClientBuilder::max_attempts), `with_max_attempts` |
//! | largest reply | 16 MiB | [`max_reply_bytes`](ClientBuilder::max_reply_bytes) |
//! | idle connections | kept for 90 s, for each async runtime | `ClientBuilder::configure_http` |
//!
//! An attempt whose time ends while it is still connecting counts as one that may have been sent, so its time should be
//! more than that for connecting.
//!
//! # What is cancel-safe
//!
//! Dropping the future of `send`, `try_next` or `wait` sends nothing further and leaves the client as it was; whether the
//! service carries out a request already on its way is not known. A list that was dropped in the middle of a page
//! goes on with that page.
//!
//! ```no_run
//! # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
//! use std::time::Duration;
//!
//! let mut backups = client.describe_umem_backup("uredis-abc").items();
//! let first = tokio::time::timeout(Duration::from_secs(1), backups.try_next()).await;
//! if first.is_err() {
//!     // Nothing is lost: this is the first backup still.
//!     let first = backups.try_next().await?;
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Secrets
//!
//! Download addresses of backups are a [`PresignedUrl`], which shows no signature; `reveal()` returns all of it.
//! The private key, the security token, passwords and signatures are never printed, by `Debug`, `Display` or `tracing`,
//! and are wiped from memory when dropped. The signature has no time in it: whoever sees a signed request can repeat
//! it, which is why plain `http` is refused but for this machine and the vendor's in-VPC host.
//!
//! # Seeing what would be sent
//!
//! `preview()` in the place of `send()` shows a call without making it: the parameters in their order, what is signed
//! of them, the form, and a command line for `curl` that takes the keys from the environment and signs. Nothing
//! of a [`Preview`] is secret but what its `reveal_*` methods give.
//!
//! ```no_run
//! # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
//! let preview = client.describe_umem_backup("uredis-abc").limit(20).preview().await?;
//! println!("{}\n{}", preview.canonical(), preview.curl());
//! # Ok(())
//! # }
//! ```
//!
//! # Testing
//!
//! A test of your own program needs no network: what carries the requests is a
//! [`Transport`](transport::Transport), and everything above it (signing, retries, deadlines, decoding) runs as it is. A
//! double takes five lines, and gives a list of replies or what a [closure](transport::from_fn) makes of each request:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> ucloud_umem::Result<()> {
//! use ucloud_umem::{Client, Credentials, transport};
//!
//! let double = transport::replies([r#"{ "RetCode": 0, "BackupId": "backup-1" }"#]);
//! let client = Client::builder()
//!     .credentials(Credentials::new("public", "private"))
//!     .transport(double.clone())
//!     .build()?;
//!
//! let reply = client.action("CreateUMemBackup").param("SpaceId", "uredis-abc").send().await?;
//! assert_eq!(reply.value["BackupId"], "backup-1");
//! assert_eq!(double.requests()[0].parameter("SpaceId").as_deref(), Some("uredis-abc"));
//! # Ok(())
//! # }
//! ```
//!
//! What your program does when things go wrong is tested with [`Faults`](transport::Faults) around a double, the
//! emulator or the network: latency, refused and broken connections, replies that are lost, cut off or no JSON, HTTP
//! and RetCode errors, by count, by action or by a seeded chance.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> ucloud_umem::Result<()> {
//! use ucloud_umem::transport::{self, Fault, FaultTransport};
//! use ucloud_umem::{Client, Credentials};
//!
//! let service = transport::from_fn(|_| r#"{ "RetCode": 0 }"#);
//! let client = Client::builder()
//!     .credentials(Credentials::new("public", "private"))
//!     .transport(FaultTransport::new(service).with(Fault::throttled().times(1)))
//!     .build()?;
//! assert_eq!(client.action("CreateUMemBackup").send().await?.metadata().attempts(), 2);
//! # Ok(())
//! # }
//! ```
//!
//! With the feature `replay`, a test is recorded once against the service or the emulator, and from then on answered from
//! a file without secrets that is checked in (`transport::replay`).
//!
//! # Features
//!
//! All are additive.
//!
//! | feature | default | what it brings |
//! |---|---|---|
//! | `reqwest` | yes | HTTP; without it a [`Transport`](transport::Transport) has to be given to the builder |
//! | `rustls` | yes | TLS by rustls with aws-lc, reqwest's own default |
//! | `rustls-ring` | | TLS by rustls with ring; `rustls` wins where both are on |
//! | `native-tls` | | TLS by the operating system's library; rustls wins where both are on |
//! | `socks` | | SOCKS proxies |
//! | `blocking` | | `blocking::Client`, the same methods without `await` |
//! | `serde` | | `Serialize` and `Deserialize` for responses, generic ones too, models, enums, `Price`, `Timestamp`, `RetCode`, `Region` and `Zone`; passwords and presigned addresses are left out |
//! | `emulator` | | `emulator::Emulator`, the service in a box, for tests, and the command `umem-emulator`, which serves it over HTTP |
//! | `replay` | | `transport::replay`: recordings of the service, and tests that answer from them |
//!
//! Proxies are taken from the environment (`HTTPS_PROXY`, `NO_PROXY`) as reqwest does, but not for calls to this machine.
//! Set a proxy, an authority of your own or client certificates with `ClientBuilder::configure_http`.
//!
//! ## TLS
//!
//! Cargo unifies features: a feature of reqwest or rustls that this crate turns on is on for the whole program. Choose
//! the TLS feature that your program can live with.
//!
//! - **`rustls`**: other users of reqwest keep working. A program that uses rustls with ring alone, and lets rustls
//!   find its provider, now has two: it must call `CryptoProvider::install_default` once. Or choose `rustls-ring`.
//! - **`rustls-ring`**: compiles faster. It turns on `reqwest/rustls-no-provider`: another user of reqwest that has no TLS
//!   feature then panics in `reqwest::Client::new()`, unless the program has installed a default provider before.
//! - **`native-tls`**: makes the system's library the default of all users of reqwest in the program.
//! - **None**: only plain `http` works, to this machine and to the endpoint inside UCloud's network.
//!
//! If root certificates are missing, building a client of an https endpoint fails. On Linux, `SSL_CERT_FILE` and
//! `SSL_CERT_DIR` replace the system's root certificates.
//!
//! # Not in it
//!
//! WebAssembly, `no_std`, HTTP/2, compressed replies (one is an error), a rate limiter, a cache, a type per id, and
//! correction of the clock, which the signature does not need.
#![doc = ""]
#![doc = include_str!("generated/actions.md")]
#![doc = include_str!("generated/ret_codes.md")]

mod builder;
mod call;
mod client;
pub mod credentials;
mod decode;
#[cfg(feature = "emulator")]
pub mod emulator;
mod encode;
mod error;
mod generic;
// How many members a structure of the API has, and what they are called, is the vendor's choice.
#[allow(
    clippy::large_stack_arrays,
    clippy::similar_names,
    clippy::struct_excessive_bools,
    clippy::struct_field_names,
    clippy::too_many_lines
)]
#[rustfmt::skip] // prettyplease lays it out.
mod generated;
pub mod observer;
mod open_enum;
pub mod paging;
mod param;
mod presigned;
mod presigned_url;
mod preview;
mod price;
mod region;
mod request;
mod response;
mod ret_code;
mod retry;
mod secret;
#[cfg(feature = "serde")]
mod serialize;
#[cfg(test)]
mod testing;
mod timestamp;
pub mod transport;
pub mod waiter;

#[cfg(feature = "blocking")]
pub mod blocking;

pub use builder::ClientBuilder;
pub use client::Client;
pub use credentials::{Credentials, CredentialsProvider};
pub use error::{Error, ErrorKind, Outcome, Result};
pub use generated::{RetCode, actions, enums, models, regions};
pub use generic::{GenericRequest, GenericResponse};
pub use open_enum::UnknownValue;
pub use param::{IntoParamValue, IntoParams};
pub use presigned_url::PresignedUrl;
pub use preview::Preview;
pub use price::Price;
pub use region::{Region, Zone};
pub use request::{Effect, Request};
pub use response::{Metadata, Response};
pub use ret_code::UnknownCode;
pub use secret::Password;
pub use timestamp::Timestamp;
