//! UMem's own oddities on the wire: passwords, switches, lists, one value in place of a list, and
//! the requests of waiters.

use std::time::Duration;

use http::StatusCode;
use ucloud_umem::enums::{HighAvailability, InstanceState, Protocol, Standby, UMemSpaceState};
use ucloud_umem::transport::{FakeTransport, HttpResponse, from_fn, responses};
use ucloud_umem::{Client, Credentials, ErrorKind, Outcome, Password, PresignedUrl, RetCode};

const MINUTE: Duration = Duration::from_secs(60);
const SUCCESS: &str = r#"{ "RetCode": 0 }"#;
/// Success of whatever creates a space or a group.
const NEW: &str = r#"{ "RetCode": 0, "SpaceId": "umem-a", "GroupId": "uredis-a" }"#;

#[tokio::test]
async fn a_password_travels_as_base64_in_all_four_actions_and_is_never_shown() {
    let password = || Password::new("Password1");
    let fake = responses([NEW; 4]);
    let client = client(&fake);
    let space = client.create_umem_space(4, "a-space").password(password());
    let group =
        client.create_uredis_group("a-group", HighAvailability::Enabled).password(password());
    let of_space = client.modify_umem_password("umem-a", password());
    let of_group = client.modify_uredis_group_password("uredis-a", password());
    let shown = format!("{space:?} {group:?} {of_space:?} {of_group:?}");
    assert!(!shown.contains("Password1") && !shown.contains("UGFzc3dvcmQx"), "{shown}");
    space.send().await.unwrap();
    group.send().await.unwrap();
    of_space.send().await.unwrap();
    of_group.send().await.unwrap();
    assert_eq!(sent(&fake, "Password"), ["UGFzc3dvcmQx"; 4]);
}

#[tokio::test]
async fn an_empty_password_is_sent_and_clears_it() {
    let fake = responses([SUCCESS]);
    client(&fake).modify_umem_password("umem-a", Password::new("")).send().await.unwrap();
    assert_eq!(sent(&fake, "Password"), [""]);
}

#[tokio::test]
async fn switches_lists_and_numbers_in_texts_are_sent_as_the_page_has_them() {
    let fake = responses([NEW, SUCCESS, SUCCESS, SUCCESS]);
    let client = client(&fake);
    client
        .create_uredis_group("a-group", HighAvailability::Disabled)
        .auto_backup(true)
        .send()
        .await
        .unwrap();
    client
        .describe_umem_upgrade_price(8, "umem-a")
        .standby(Standby::Disabled)
        .block_ids(["block-a", "block-b"])
        .block_size([4, 8])
        .send()
        .await
        .unwrap();
    client.describe_umem_price(8).send().await.unwrap();
    client.check_udredis_space_allowance(8, 2).send().await.unwrap();
    assert_eq!(sent(&fake, "HighAvailability"), ["disable"]);
    assert_eq!(sent(&fake, "AutoBackup"), ["enable"]);
    assert_eq!(sent(&fake, "Type"), ["single", "double"]);
    assert_eq!(sent(&fake, "BlockIds.1"), ["block-b"]);
    assert_eq!(sent(&fake, "BlockSize.0"), ["4"]);
    assert_eq!(sent(&fake, "Count"), ["2"]);
}

#[tokio::test]
async fn a_zone_that_the_vendors_tools_leave_out_is_sent_when_it_is_known() {
    let fake = responses([SUCCESS; 20]);
    let client = client(&fake);
    let nowhere = Client::builder()
        .credentials(Credentials::new("public", "private"))
        .region("cn-bj2")
        .transport(fake.clone())
        .build()
        .unwrap();
    for client in [&client, &nowhere] {
        client.get_umem_space_state("umem-a").send().await.unwrap();
        client.describe_uredis_slowlog("uredis-a").send().await.unwrap();
        client.delete_umem_space("umem-a").send().await.unwrap();
        client.modify_umem_space_name("umem-a", "a-space").send().await.unwrap();
        #[expect(deprecated, reason = "it has a zone like the others")]
        client.resize_umem_space("umem-a", 8).send().await.unwrap();
        client.resize_uredis_group("uredis-a", 8).send().await.unwrap();
        client.shutdown_uredis_group("uredis-a").send().await.unwrap();
        client.start_uredis_group("uredis-a").send().await.unwrap();
        client.delete_uredis_group("uredis-a").send().await.unwrap();
        client.describe_uredis_backup().group_id("uredis-a").send().await.unwrap();
    }
    assert_eq!(sent(&fake, "Zone"), ["cn-bj2-05"; 10]);
}

#[tokio::test]
async fn a_presigned_address_is_whole_only_where_it_is_revealed() {
    let address = r"http://a.ufileos.com/b?UCloudPublicKey=KEY&Expires=15&Signature=SECRET=";
    let one = format!(
        r#"{{ "RetCode": 0, "BackupURL": "{address}\n", "BackupPath": "{address}", "InnerBackupPath": "{address}" }}"#
    );
    let many = format!(r#"{{ "RetCode": 0, "BackupURL": ["{address}\n"] }}"#);
    let client = client(&responses([one, many]));
    let group = client.describe_uredis_backup_url("b").send().await.unwrap();
    let space = client.describe_umem_backup_url("umem-a", "b").send().await.unwrap();
    #[expect(deprecated, reason = "it is presigned like the others")]
    let old = group.backup_url.as_ref();
    let addresses = [&group.backup_path, &group.inner_backup_path];
    let addresses = addresses.into_iter().flatten().chain(old).chain(&space.backup_url);
    let revealed: Vec<_> = addresses.map(PresignedUrl::reveal).collect();
    assert_eq!(revealed, [address; 4]);
    let path = group.backup_path.as_ref().unwrap();
    let shown = format!("{group:?} {group:#?} {space:?} {space:#?} {path}");
    for secret in ["KEY", "Expires", "SECRET"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert_eq!(path.to_string(), "http://a.ufileos.com/b?***");
}

#[tokio::test]
async fn a_create_without_an_id_is_an_error_that_says_where_to_look() {
    let without = [
        r#"{ "RetCode": 0 }"#,
        r#"{ "RetCode": 0, "BackupId": null }"#,
        r#"{ "RetCode": 0, "BackupId": "" }"#,
        r#"{ "RetCode": 0, "BackupId": {} }"#,
    ];
    let fake = responses(without);
    for body in without {
        let call = client(&fake).create_umem_backup("umem-a", "nightly");
        let error = call.send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Protocol, "{body}");
        assert_eq!(error.outcome(), Outcome::Unknown, "{body}");
        assert_eq!((error.attempts(), error.is_retryable()), (1, false), "{body}");
        assert_eq!(error.body(), Some(body));
        let shown = error.to_string();
        assert!(shown.contains("success without BackupId"), "{shown}");
        assert!(shown.contains("DescribeUMemBackup"), "{shown}");
    }
    let made = client(&responses([r#"{ "RetCode": 0, "BackupId": 7 }"#]));
    let backup = made.create_umem_backup("umem-a", "nightly").send().await.unwrap();
    assert_eq!(backup.backup_id, "7");
}

#[tokio::test]
async fn every_id_of_something_new_is_plain() {
    let id = |name: &str| format!(r#"{{ "RetCode": 0, "{name}": "x" }}"#);
    let names = ["GroupId", "SpaceId", "GroupId", "BackupId", "BackupId", "ResourceId"];
    let client = client(&responses(names.map(id)));
    let group =
        client.create_uredis_group("a-group", HighAvailability::Enabled).send().await.unwrap();
    let space = client.create_umem_space(1, "a-space").send().await.unwrap();
    let memcached = client.create_umemcache_group("a-group").send().await.unwrap();
    let of_group = client.create_uredis_backup("x", "nightly").send().await.unwrap();
    let of_space = client.create_umem_backup("x", "nightly").send().await.unwrap();
    let proxy = client.create_udredis_uhproxy("x", 2).send().await.unwrap();
    let ids: [String; 6] = [
        group.group_id,
        space.space_id,
        memcached.group_id,
        of_group.backup_id,
        of_space.backup_id,
        proxy.resource_id,
    ];
    assert_eq!(ids, ["x"; 6]);
}

#[tokio::test]
async fn a_flag_with_a_default_is_a_setter_and_is_not_sent_by_itself() {
    let fake = responses([SUCCESS; 2]);
    let client = client(&fake);
    client.describe_uredis_config().send().await.unwrap();
    client.describe_uredis_config().region_flag(true).send().await.unwrap();
    assert_eq!(sent(&fake, "RegionFlag"), ["true"]);
}

#[tokio::test]
async fn the_state_of_a_space_is_a_list_or_a_text() {
    for state in [r#""Running""#, r#"["Running"]"#] {
        let fake = responses([format!(r#"{{ "RetCode": 0, "State": {state} }}"#)]);
        let response = client(&fake).get_umem_space_state("umem-a").send().await.unwrap();
        assert_eq!(response.state, [UMemSpaceState::Running], "{state}");
    }
}

#[tokio::test(start_paused = true)]
async fn waiting_for_an_instance_asks_for_that_one_alone() {
    let state = |state: &str| {
        format!(
            r#"{{ "RetCode": 0, "TotalCount": 1, "DataSet": [{{ "ResourceId": "umem-a", "State": "{state}" }}] }}"#
        )
    };
    let gone = r#"{ "RetCode": 0, "TotalCount": 0, "DataSet": [] }"#.to_owned();
    let fake = responses([state("Starting"), state("Running"), state("Deleting"), gone]);
    let client = client(&fake);
    let running = client.wait_until_umem_running(Protocol::Redis, "umem-a");
    assert_eq!(running.wait(MINUTE).await.unwrap().state, Some(InstanceState::Running));
    let deleted = client.wait_until_umem_deleted(Protocol::Redis, "umem-a");
    let last = deleted.wait(MINUTE).await.unwrap().expect("what was seen last");
    assert_eq!(last.state, Some(InstanceState::Deleting));
    assert_eq!(sent(&fake, "ResourceId"), ["umem-a"; 4]);
    assert_eq!(sent(&fake, "Protocol"), ["redis"; 4]);
}

#[tokio::test(start_paused = true)]
async fn waiting_for_a_backup_of_a_group_names_the_group() {
    let backup = r#"{ "RetCode": 0, "DataSet": [{ "BackupId": "b", "State": "Success" }] }"#;
    let fake = responses([backup]);
    let waiter = client(&fake).wait_until_uredis_backup_done("uredis-a", "b");
    assert_eq!(waiter.wait(MINUTE).await.unwrap().backup_id.as_deref(), Some("b"));
    assert_eq!(sent(&fake, "GroupId"), ["uredis-a"]);
}

/// Deletions are repeated, so that the last attempt may find nothing though an earlier one deleted.
#[tokio::test(start_paused = true)]
async fn an_unknown_outcome_names_the_list_that_shows_it() {
    let fake = from_fn(|_| HttpResponse::new(StatusCode::BAD_GATEWAY, ""));
    let client = client(&fake);
    let errors = [
        (client.delete_umem_space("a").send().await.err(), "check with DescribeUMem"),
        (client.delete_uredis_group("a").send().await.err(), "check with DescribeUMem"),
        (
            client.delete_umemcache_group("a").send().await.err(),
            "check with DescribeUMemcacheGroup",
        ),
        (
            client.delete_udredis_proxy("a", "b").send().await.err(),
            "check with DescribeUDRedisProxyInfo",
        ),
        // No list shows a restart, or the settings of a configuration.
        (client.restart_uredis_group("a").send().await.err(), "may have taken effect ("),
        (client.restart_umemcache_group("a").send().await.err(), "may have taken effect ("),
        (client.modify_uredis_config("a", "b", "c").send().await.err(), "may have taken effect ("),
    ];
    for (error, advice) in errors {
        let error = error.unwrap();
        assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
        assert!(error.to_string().contains(advice), "{error}");
    }
}

#[test]
fn enums_list_the_values_that_they_know() {
    let texts: Vec<_> = Protocol::VALUES.iter().map(Protocol::as_str).collect();
    assert_eq!(texts, ["memcache", "redis"]);
    for state in UMemSpaceState::VALUES {
        assert_eq!(UMemSpaceState::from(state.as_str()), *state);
        assert!(!matches!(state, UMemSpaceState::Unknown(_)), "{state}");
    }
}

#[test]
fn the_codes_of_bad_parameters_have_names() {
    for (number, code) in [(220, RetCode::MissingParameter), (230, RetCode::InvalidParameter)] {
        assert_eq!(RetCode::from(number), code);
        assert!(code.name().is_some() && !code.is_temporary(), "{code}");
    }
}

/// Returns a client of a fake. Marked as test code, so that clippy lets it panic.
#[cfg(test)]
fn client(fake: &FakeTransport) -> Client {
    Client::builder()
        .credentials(Credentials::new("public", "private"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .transport(fake.clone())
        .build()
        .expect("a client")
}

/// Returns a parameter's value in every request that has it.
fn sent(fake: &FakeTransport, name: &str) -> Vec<String> {
    fake.requests().iter().filter_map(|request| request.parameter(name)).collect()
}
