//! Waits of UMem's own: they end only when the list shows what was waited for.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;
use ucloud_umem::enums::Protocol;
use ucloud_umem::transport::{FakeTransport, from_fn, responses};
use ucloud_umem::waiter::Progress;
use ucloud_umem::{Client, Credentials, ErrorKind};

const MINUTE: Duration = Duration::from_secs(60);
const ZONE: &str = "cn-bj2-05";

/// Returns a response with this list.
fn list(entries: &[Value]) -> Value {
    json!({ "RetCode": 0, "TotalCount": entries.len(), "DataSet": entries })
}

fn instance(state: &str, size: i64) -> Value {
    list(&[json!({ "ResourceId": "a", "State": state, "Size": size })])
}

/// Returns responses before, during and after a resize.
fn resize(entry: impl Fn(&str, i64) -> Value) -> Vec<Value> {
    vec![entry("Running", 4), entry("Resizing", 4), entry("Running", 8)]
}

/// Returns a client of a fake. Marked as test code, so that clippy lets it panic.
#[cfg(test)]
fn client(fake: &FakeTransport) -> Client {
    Client::builder()
        .credentials(Credentials::new("public", "private"))
        .region("cn-bj2")
        .zone(ZONE)
        .transport(fake.clone())
        .build()
        .expect("a client")
}

fn scripted(script: Vec<Value>) -> (Client, FakeTransport) {
    let fake = responses(script);
    (client(&fake), fake)
}

#[tokio::test(start_paused = true)]
async fn an_instance_is_resized_when_it_has_the_size() {
    let (client, fake) = scripted(resize(instance));
    let resized = client.wait_until_umem_resized(Protocol::Redis, "a", 8);
    assert_eq!(resized.wait(MINUTE).await.unwrap().size, Some(8));
    assert_eq!(fake.requests().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_memcached_group_is_resized_when_it_has_the_size() {
    let group =
        |state: &str, size| list(&[json!({ "GroupId": "a", "State": state, "Size": size })]);
    let (client, fake) = scripted(resize(group));
    let resized = client.wait_until_umemcache_group_resized("a", 8);
    assert_eq!(resized.wait(MINUTE).await.unwrap().size, Some(8));
    assert_eq!(fake.requests().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_shard_is_resized_when_it_has_the_size() {
    let shard = |state: &str, size| {
        let other = json!({ "BlockId": "b", "BlockState": "Running", "BlockSize": 8 });
        list(&[other, json!({ "BlockId": "a", "BlockState": state, "BlockSize": size })])
    };
    let (client, fake) = scripted(resize(shard));
    let resized = client.wait_until_umem_block_resized("umem-a", "a", 8);
    assert_eq!(resized.wait(MINUTE).await.unwrap().block_size, 8);
    assert_eq!(fake.requests().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_proxy_is_resized_when_it_has_the_cores() {
    let proxy = |state: &str, cores| {
        let state = if state == "Running" { "PROXY_NORMAL" } else { "PROXY_RESIZING" };
        list(&[json!({ "ProxyId": "a", "State": state, "CPU": cores })])
    };
    let (client, fake) = scripted(resize(proxy));
    let resized = client.wait_until_udredis_proxy_resized("umem-a", "a", 8);
    assert_eq!(resized.wait(MINUTE).await.unwrap().cpu, 8);
    assert_eq!(fake.requests().len(), 3);
}

#[cfg(feature = "blocking")]
#[test]
fn the_blocking_client_compares_the_size_too() {
    let (client, fake) = scripted(vec![instance("Running", 4), instance("Running", 8)]);
    let client = ucloud_umem::blocking::Client::new(client).unwrap();
    let resized = client.wait_until_umem_resized(Protocol::Redis, "a", 8);
    assert_eq!(resized.wait(MINUTE).unwrap().size, Some(8));
    assert_eq!(fake.requests().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_resize_that_never_begins_is_named_when_time_is_up() {
    let fake = from_fn(|_| instance("Running", 4));
    let resized = client(&fake).wait_until_umem_resized(Protocol::Redis, "a", 8);
    let error = resized.wait(MINUTE).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Wait);
    let text = error.to_string();
    let expected = "the last state was Running, but Size is not as expected";
    assert!(text.contains(expected), "{text}");
}

#[tokio::test(start_paused = true)]
async fn a_failure_ends_a_wait_at_once() {
    let start = Instant::now();
    for state in ["CreateFail", "Fail"] {
        let (client, _) = scripted(vec![instance(state, 8)]);
        let running = client.wait_until_umem_running(Protocol::Redis, "a");
        let error = running.wait(MINUTE).await.unwrap_err();
        assert!(error.to_string().contains(&format!("it is {state}")), "{error}");
    }
    for state in ["ResizeFail", "Fail"] {
        // The size is the right one, and that does not count.
        let (client, _) = scripted(vec![instance(state, 8)]);
        let resized = client.wait_until_umem_resized(Protocol::Redis, "a", 8);
        let error = resized.wait(MINUTE).await.unwrap_err();
        assert!(error.to_string().contains(&format!("it is {state}")), "{error}");
    }
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_password_is_set_when_the_instance_runs_again() {
    let (client, fake) = scripted(vec![instance("SetPassword", 4), instance("Running", 4)]);
    client.wait_until_umem_password_set(Protocol::Redis, "a").wait(MINUTE).await.unwrap();
    assert_eq!(fake.requests().len(), 2);
    let (client, _) = scripted(vec![instance("SetPasswordFail", 4)]);
    let set = client.wait_until_umem_password_set(Protocol::Redis, "a");
    let error = set.wait(MINUTE).await.unwrap_err();
    assert!(error.to_string().contains("it is SetPasswordFail"), "{error}");
}

/// Instances are found in whatever zone they are, because their ids are unique and a deletion names
/// no zone.
#[tokio::test(start_paused = true)]
async fn what_is_in_another_zone_is_found_and_is_not_gone() {
    let mut states = ["Running", "Deleting", ""].into_iter();
    let fake = from_fn(move |request| {
        let is_filtered = request.parameter("Zone").is_some_and(|zone| zone == ZONE);
        let id = json!("a");
        match states.next() {
            Some(state) if !state.is_empty() && !is_filtered => {
                list(&[json!({ "ResourceId": id, "GroupId": id, "State": state })])
            }
            _ => list(&[]),
        }
    });
    let client = client(&fake);
    let running = client.wait_until_umem_running(Protocol::Redis, "a");
    running.wait(MINUTE).await.unwrap();
    let deleted = client.wait_until_umem_deleted(Protocol::Redis, "a");
    assert!(deleted.wait(MINUTE).await.unwrap().is_some(), "it was not gone at once");
    assert_eq!(fake.requests().len(), 3);
    for request in fake.requests() {
        assert_eq!(request.parameter("Zone"), None);
        assert_eq!(request.parameter("Region").as_deref(), Some("cn-bj2"));
    }
}

#[tokio::test(start_paused = true)]
async fn only_lists_that_need_a_zone_are_sent_one() {
    let fake = from_fn(|_| list(&[]));
    let client = client(&fake);
    let short = Duration::from_millis(1);
    let none = client.wait_until_umem_resized(Protocol::Redis, "a", 8).wait(short);
    none.await.unwrap_err();
    client.wait_until_umem_password_set(Protocol::Redis, "a").wait(short).await.unwrap_err();
    client.wait_until_umem_replica_running(Protocol::Redis, "a").wait(short).await.unwrap_err();
    client.wait_until_umemcache_group_running("a").wait(short).await.unwrap_err();
    client.wait_until_umemcache_group_resized("a", 8).wait(short).await.unwrap_err();
    client.wait_until_umemcache_group_deleted("a").wait(short).await.unwrap();
    let free = fake.requests().len();
    client.wait_until_umem_backup_done("umem-a", "a").wait(short).await.unwrap_err();
    client.wait_until_umem_block_resized("umem-a", "a", 8).wait(short).await.unwrap_err();
    client.wait_until_udredis_proxy_deleted("umem-a", "a").wait(short).await.unwrap();
    let zones: Vec<_> = fake.requests().iter().map(|request| request.parameter("Zone")).collect();
    let (free, needed) = zones.split_at(free);
    assert_eq!(free, vec![None; 6]);
    assert_eq!(needed, vec![Some(ZONE.to_owned()); 3]);
}

/// Returns one entry of the backup `b` per state, each a shard, after another backup.
fn shards(states: &[&str]) -> Vec<Value> {
    let shard = |state: &&str| json!({ "BackupId": "b", "State": state });
    let other = json!({ "BackupId": "a", "State": "Done" });
    [other].into_iter().chain(states.iter().map(shard)).collect()
}

#[tokio::test(start_paused = true)]
async fn a_backup_is_done_when_all_of_its_shards_are() {
    let script = [
        ["Starting", "Starting", "Starting"],
        ["Done", "Starting", "Starting"],
        ["Starting", "Done", "Done"],
        ["Done", "Done", "Done"],
    ];
    let (client, fake) = scripted(script.iter().map(|states| list(&shards(states))).collect());
    let done = client
        .wait_until_umem_backup_done("umem-a", "b")
        .on_poll(|progress: &Progress<'_>| {
            let state = if progress.polls < 4 { "Starting" } else { "Done" };
            assert_eq!(progress.state, Some(state));
        })
        .wait(MINUTE)
        .await
        .unwrap();
    assert_eq!((done.len(), fake.requests().len()), (3, 4));
    assert!(done.iter().all(|shard| shard.backup_id == "b"));
}

#[tokio::test(start_paused = true)]
async fn every_page_is_read_before_a_backup_is_done() {
    // 24 shards and another backup on three pages; the last shard is the last to be done.
    let mut last = ["Starting", "Done"].into_iter();
    let mut states = vec!["Done"; 24];
    let fake = from_fn(move |request| {
        let offset = request.parameter("Offset").and_then(|offset| offset.parse().ok());
        let offset: usize = offset.unwrap_or_default();
        if offset == 0
            && let Some(state) = last.next()
        {
            states[23] = state;
        }
        let page: Vec<_> = shards(&states).into_iter().skip(offset).take(10).collect();
        // The total counts backups.
        json!({ "RetCode": 0, "TotalCount": 2, "DataSet": page })
    });
    let done = client(&fake).wait_until_umem_backup_done("umem-a", "b");
    assert_eq!(done.wait(MINUTE).await.unwrap().len(), 24);
    assert_eq!(fake.requests().len(), 6);
}

#[tokio::test(start_paused = true)]
async fn a_list_of_shards_without_an_end_ends_the_wait() {
    let page = vec![json!({ "BackupId": "b", "State": "Done" }); 10];
    let fake = from_fn(move |_| list(&page));
    let done = client(&fake).wait_until_umem_backup_done("umem-a", "b");
    assert_eq!(done.wait(MINUTE).await.unwrap_err().kind(), ErrorKind::Paging);
    assert_eq!(fake.requests().len(), 201);
}

#[tokio::test(start_paused = true)]
async fn an_entry_without_an_id_may_be_a_shard_of_the_backup() {
    let mut unclear = shards(&["Done"]);
    unclear.push(json!({ "State": "Starting" }));
    let (client, fake) = scripted(vec![list(&unclear), list(&shards(&["Done"; 2]))]);
    let done = client.wait_until_umem_backup_done("umem-a", "b");
    assert_eq!(done.wait(MINUTE).await.unwrap().len(), 2);
    assert_eq!(fake.requests().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_replica_is_found_in_the_entry_of_its_primary() {
    let listed = |state: &str| {
        let other = json!({ "GroupId": "other", "State": "Running" });
        let replica = json!({ "GroupId": "replica", "State": state });
        list(&[
            json!({ "ResourceId": "replica-not", "State": "Running" }),
            json!({ "ResourceId": "a", "State": "Running", "DataSet": [other, replica] }),
        ])
    };
    let alone = list(&[json!({ "ResourceId": "a", "State": "Running" })]);
    let script = vec![alone, listed("Creating"), listed("Running")];
    let (client, fake) = scripted(script);
    let running = client.wait_until_umem_replica_running(Protocol::Redis, "replica");
    let replica = running.wait(MINUTE).await.unwrap();
    assert_eq!(replica.group_id.as_deref(), Some("replica"));
    assert_eq!(fake.requests().len(), 3);
    assert!(fake.requests().iter().all(|r| r.parameter("ResourceId").is_none()));
    for state in ["CreateFail", "Fail"] {
        let (client, _) = scripted(vec![listed(state)]);
        let running = client.wait_until_umem_replica_running(Protocol::Redis, "replica");
        let error = running.wait(MINUTE).await.unwrap_err();
        assert!(error.to_string().contains(&format!("it is {state}")), "{error}");
    }
}
