//! Roles that are assumed: their credentials, and the client's provider of them.

use std::time::Duration;

use ucloud_umem::credentials::AssumeRole;
use ucloud_umem::enums::Protocol;
use ucloud_umem::{Client, RetCode, Timestamp};
use umem_emulator::{Clock, Emulator};

const SESSION: &str = "nightly.1";
const URN: &str = "ucs:iam::56000001:role/EmulatorRole";

#[tokio::test]
async fn calls_are_signed_with_the_credentials_of_a_role_until_they_expire() {
    let clock = Clock::stopped_at(Timestamp::from_unix_seconds(1_800_000_000));
    let emulator = Emulator::with_clock(clock);
    let response = emulator.client().assume_role(URN, SESSION).send().await.unwrap();
    let keys = response.credentials.unwrap();
    let (id, secret) = (keys.access_key_id.unwrap(), keys.access_key_secret.unwrap());
    let token = keys.security_token.unwrap();
    let client = |secret: &str| {
        let keys = ucloud_umem::Credentials::new(&*id, secret);
        let keys = keys.with_security_token(token.reveal());
        let builder = Client::builder().credentials(keys).transport(emulator.clone());
        builder.region("cn-bj2").build().unwrap()
    };
    let ret_code = |client: Client| async move {
        let done = client.describe_umem(Protocol::Redis).send().await;
        done.err().and_then(|error| error.ret_code()).map(RetCode::number)
    };
    assert_eq!(ret_code(client(secret.reveal())).await, None);
    assert_eq!(ret_code(client("another")).await, Some(171));
    emulator.clock().advance(Duration::from_secs(3600));
    assert_eq!(ret_code(client(secret.reveal())).await, Some(174));
}

#[tokio::test]
async fn the_provider_of_the_client_assumes_a_role() {
    let emulator = Emulator::new();
    let role = AssumeRole::new(&emulator.client(), URN, SESSION);
    let builder = Client::builder().credentials(role).transport(emulator.clone());
    let client = builder.region("cn-bj2").build().unwrap();
    client.describe_umem(Protocol::Redis).send().await.unwrap();
    client.describe_umem(Protocol::Redis).send().await.unwrap();
    assert_eq!(emulator.calls(), 3);
    // The emulator forgets the keys, and the client gets new ones.
    emulator.reset();
    client.describe_umem(Protocol::Redis).send().await.unwrap();
    assert_eq!(emulator.calls(), 3);
}
