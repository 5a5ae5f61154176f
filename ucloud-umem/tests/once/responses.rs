//! Requests that are sent for a list, and lists that deviate from their documentation.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;
use ucloud_umem::actions::CreateUMemcacheGroup;
use ucloud_umem::enums::{HighAvailability, Protocol};
use ucloud_umem::transport::{FakeTransport, HttpRequest, from_fn};
use ucloud_umem::{Client, Credentials, ErrorKind, Outcome};

const NAME: &str = "orders-cache";

/// Returns a client of a fake whose lists have these responses, the last one again and again.
fn client(lists: Vec<Value>) -> (Client, FakeTransport) {
    let lists = Arc::new(Mutex::new(lists));
    let fake = from_fn(move |request: &HttpRequest| {
        if request.action().is_some_and(|action| action.starts_with("Create")) {
            return json!({ "RetCode": 0, "GroupId": "new", "SpaceId": "new", "BackupId": "new" });
        }
        let mut lists = lists.lock().unwrap();
        if lists.len() > 1 { lists.remove(0) } else { lists[0].clone() }
    });
    let client = Client::builder()
        .credentials(Credentials::new("public", "private"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .transport(fake.clone())
        .build()
        .unwrap();
    (client, fake)
}

fn list(total: usize, entries: &[Value]) -> Value {
    json!({ "RetCode": 0, "TotalCount": total, "DataSet": entries })
}

fn sent(fake: &FakeTransport, action: &str) -> Vec<HttpRequest> {
    let requests = fake.requests().into_iter();
    requests.filter(|request| request.action().as_deref() == Some(action)).collect()
}

#[tokio::test(start_paused = true)]
async fn the_list_has_the_scope_and_the_shared_parameters_of_the_create() {
    let (client, fake) = client(vec![list(0, &[])]);
    client
        .create_umem_space(16, NAME)
        .region("cn-sh2")
        .zone("cn-sh2-02")
        .project_id("org-a")
        .source_space_id("umem-source")
        .param("Comment", "x")
        .send_once()
        .await
        .unwrap();
    client.create_umem_space(16, NAME).protocol(Protocol::Memcache).send_once().await.unwrap();
    let lists = sent(&fake, "DescribeUMemSpace");
    let value = |index: usize, name| lists[index].parameter(name);
    for (name, expected) in
        [("Region", "cn-sh2"), ("Zone", "cn-sh2-02"), ("ProjectId", "org-a"), ("Protocol", "redis")]
    {
        assert_eq!(value(0, name).as_deref(), Some(expected));
    }
    // The space of the backup is not the new one.
    assert_eq!((value(0, "SpaceId"), value(0, "Comment")), (None, None));
    assert_eq!(value(2, "Protocol").as_deref(), Some("memcache"));
    assert_eq!(lists.len(), 4);

    client.create_uredis_backup("uredis-a", NAME).send_once().await.unwrap();
    let with_zone = client.create_uredis_backup("uredis-a", NAME).slave_zone("cn-bj2-02");
    with_zone.param("GroupId", "uredis-b").send_once().await.unwrap();
    let lists = sent(&fake, "DescribeURedisBackup");
    let pairs = lists.iter().map(|list| (list.parameter("GroupId"), list.parameter("SlaveZone")));
    let pair = |group: &str, zone: Option<&str>| (Some(group.to_owned()), zone.map(str::to_owned));
    assert_eq!(
        pairs.step_by(2).collect::<Vec<_>>(),
        [pair("uredis-a", None), pair("uredis-b", Some("cn-bj2-02"))]
    );
}

#[tokio::test(start_paused = true)]
async fn a_name_that_is_set_by_its_name_on_the_wire_is_looked_for() {
    let entry = json!({ "GroupId": "a", "Name": "another-name" });
    let (client, fake) = client(vec![list(1, &[entry])]);
    let request = CreateUMemcacheGroup::new(NAME).param("Name", "another-name");
    let found = client.send_once(request).await.unwrap();
    assert_eq!((found.id(), found.is_new()), ("a", false));
    assert_eq!(sent(&fake, "CreateUMemcacheGroup").len(), 0);
}

#[tokio::test(start_paused = true)]
async fn an_entry_without_an_id_is_an_error_and_one_without_a_name_is_another() {
    let entry = json!({ "GroupId": "", "Name": NAME });
    let (no_id, fake) = client(vec![list(1, &[entry])]);
    let error = no_id.create_umemcache_group(NAME).send_once().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Protocol, Outcome::NotSent));
    assert_eq!(sent(&fake, "CreateUMemcacheGroup").len(), 0);
    let (no_name, _) = client(vec![list(2, &[json!({ "GroupId": "a" }), json!({ "Name": "" })])]);
    assert!(no_name.create_umemcache_group(NAME).send_once().await.unwrap().is_new());
}

#[tokio::test(start_paused = true)]
async fn entries_of_one_id_count_once() {
    let shard = json!({ "BackupId": "a", "BackupName": NAME, "State": "Done" });
    let other = json!({ "BackupId": "b", "BackupName": "another-name", "State": "Done" });
    let (client, _) = client(vec![list(2, &[shard.clone(), other, shard.clone(), shard])]);
    let start = Instant::now();
    let found = client.create_umem_backup("umem-a", NAME).send_once().await.unwrap();
    assert_eq!((found.into_id(), start.elapsed()), ("a".to_owned(), Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn a_total_of_more_than_the_list_needs_a_second_response() {
    // The total counts the backups of the account.
    let (group, fake) = client(vec![list(9, &[])]);
    let backup = group.create_uredis_backup("uredis-a", NAME).with_list_lag(Duration::ZERO);
    assert!(backup.send_once().await.unwrap().is_new());
    assert_eq!(sent(&fake, "DescribeURedisBackup").len(), 2);
    // Only the last response is unclear.
    let entry = json!({ "BackupId": "a", "BackupName": NAME });
    let script = vec![list(0, &[]), list(1, &[]), list(1, &[entry])];
    let (group, fake) = client(script);
    let found = group.create_uredis_backup("uredis-a", NAME).send_once().await.unwrap();
    assert_eq!((found.id(), found.is_new()), ("a", false));
    assert_eq!(sent(&fake, "CreateURedisBackup").len(), 0);
}

#[tokio::test(start_paused = true)]
async fn the_second_look_comes_after_the_lag_of_the_list() {
    for (list_lag, looks) in
        [(None, 2), (Some(Duration::from_secs(30)), 2), (Some(Duration::ZERO), 1)]
    {
        let (client, fake) = client(vec![list(0, &[])]);
        let start = Instant::now();
        let mut request = client.create_uredis_group(NAME, HighAvailability::Enabled);
        if let Some(list_lag) = list_lag {
            request = request.with_list_lag(list_lag);
        }
        let created = request.send_once().await.unwrap();
        assert_eq!((created.id(), created.is_new()), ("new", true));
        assert_eq!(start.elapsed(), list_lag.unwrap_or(Duration::from_secs(5)));
        assert_eq!(sent(&fake, "DescribeURedisGroup").len(), looks);
    }
}

#[tokio::test(start_paused = true)]
async fn limits_that_are_too_long_are_no_trouble() {
    let (client, _) = client(vec![list(0, &[])]);
    let request = client.create_umemcache_group(NAME).with_deadline(Duration::MAX);
    assert!(request.send_once().await.unwrap().is_new());
    let request = client.create_umemcache_group(NAME).with_list_lag(Duration::MAX);
    let error = request.send_once().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}

#[test]
fn the_blocking_client_creates_once() {
    let entry = json!({ "GroupId": "a", "Name": NAME });
    let (found, fake) = client(vec![list(1, &[entry])]);
    let found = ucloud_umem::blocking::Client::new(found).unwrap();
    assert_eq!(found.create_umemcache_group(NAME).send_once().unwrap().id(), "a");
    let request = CreateUMemcacheGroup::new(NAME);
    assert_eq!(found.send_once(request).unwrap().id(), "a");
    assert_eq!(fake.requests().len(), 2);
    let (new, _) = client(vec![list(0, &[])]);
    let new = ucloud_umem::blocking::Client::new(new).unwrap();
    let request = new.create_umemcache_group(NAME).with_list_lag(Duration::ZERO);
    assert!(request.send_once().unwrap().is_new());
}
