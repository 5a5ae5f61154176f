//! Parameters arrive unchanged, and the signature is valid.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::support::{Answer, Seen, Server, builder, client};

const AWKWARD: [&str; 16] = [
    "",
    " ",
    "a b",
    "a+b",
    "a&b=c",
    "100%",
    "%41%2B",
    "line\r\nend: x\r\n\r\n",
    "tab\tnul\0",
    "中文名字",
    "😀👩‍👩‍👧",
    "\u{202e}txt.exe",
    "-._~*!'()",
    "/?#[]@:;,",
    "\"\\{}",
    "é\u{301}",
];

/// Checks that the pairs are in the byte order of their names, with the signature at the end.
fn assert_in_order(seen: &Seen) {
    let names: Vec<_> = seen.pairs.iter().map(|(name, _)| &**name).collect();
    let (last, others) = names.split_last().unwrap();
    assert_eq!(*last, "Signature");
    assert!(others.is_sorted_by(|a, b| a.as_bytes() < b.as_bytes()), "{others:?}");
}

#[tokio::test]
async fn names_and_values_of_every_kind_arrive_as_they_were() {
    let server = Server::always(Answer::ok());
    let mut call = builder(&server.url()).build().unwrap().action("Echo");
    let mut expected = BTreeMap::new();
    for (index, name) in AWKWARD.iter().enumerate() {
        for (number, value) in AWKWARD.iter().enumerate() {
            let name = format!("{name}{number}");
            call = call.param(&name, *value);
            expected.insert(name, (*value).to_owned());
        }
        let value = AWKWARD[AWKWARD.len() - 1 - index];
        call = call.param(*name, value);
        expected.insert((*name).to_owned(), value.to_owned());
    }
    call.send().await.unwrap();
    let seen = server.only();
    assert_eq!(seen.own_pairs(), expected.into_iter().collect::<Vec<_>>());
    assert_in_order(&seen);
}

#[tokio::test]
async fn typed_parameters_of_every_kind_arrive_as_they_were() {
    let server = Server::always(Answer::ok());
    let client = client(&server);
    for value in AWKWARD {
        let call = client.describe_umem_backup(value).region(value).zone(value);
        call.project_id(value).offset(-1).param("Zz", value).send().await.unwrap();
    }
    let seen = server.seen();
    assert_eq!(seen.len(), AWKWARD.len());
    for (seen, value) in seen.iter().zip(AWKWARD) {
        let expected = [
            ("Offset", "-1"),
            ("ProjectId", value),
            ("Region", value),
            ("SpaceId", value),
            ("Zone", value),
            ("Zz", value),
        ];
        let own = seen.own_pairs();
        let own: Vec<_> = own.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(own, expected);
        assert_in_order(seen);
    }
}

#[tokio::test]
async fn list_items_are_signed_in_byte_order() {
    let server = Server::always(Answer::ok());
    let call = client(&server).action("Echo").param("Items.2", 2).param("Items.10", 10);
    call.param("Items", "x").param("Items.1", true).send().await.unwrap();
    let seen = server.only();
    let names: Vec<_> = seen.own_pairs().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Items", "Items.1", "Items.10", "Items.2", "Region", "Zone"]);
    assert_eq!(seen.value("Items.1"), Some("true"));
}

#[tokio::test]
async fn lists_of_thousands_of_entries_arrive_whole() {
    let server = Server::always(Answer::ok());
    let entries: Vec<_> = (0..2345).collect();
    let call = client(&server).action("Echo").param("Ids", entries.clone());
    let call = call.param("Json", serde_json::json!(&entries));
    call.param("Slice", &entries[..]).send().await.unwrap();
    let seen = server.only();
    assert_in_order(&seen);
    assert_eq!(seen.own_pairs().len(), 3 * entries.len() + 2, "and a region and a zone");
    for entry in entries {
        for list in ["Ids", "Json", "Slice"] {
            let value = seen.value(&format!("{list}.{entry}"));
            assert_eq!(value, Some(&*entry.to_string()));
        }
    }
}

#[tokio::test]
async fn a_megabyte_arrives_whole() {
    let server = Server::always(Answer::ok());
    let value = "a+中😀&=%\r\n".repeat(1024 * 1024 / 15);
    client(&server).action("Echo").param("Big", &value).send().await.unwrap();
    client(&server).describe_umem_backup(&value).send().await.unwrap();
    let seen = server.seen();
    assert_eq!(seen.len(), 2);
    assert!(seen[0].value("Big") == Some(&value));
    assert!(seen[1].value("SpaceId") == Some(&value));
}

#[tokio::test]
async fn the_vendors_worked_example() {
    let server = Server::always(Answer::ok());
    let client = builder(&server.url()).build().unwrap();
    let call = client.action("DescribeUHostInstance").region("cn-bj2").param("Limit", 10);
    call.send().await.unwrap();
    let seen = server.only();
    assert_eq!(seen.value("Signature"), Some("cba5cf5ec4d4233d206b1b54951e3787350a642f"));
    let names: Vec<_> = seen.pairs.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, ["Action", "Limit", "PublicKey", "Region", "Signature"]);
}

#[tokio::test]
async fn an_empty_text_is_sent_and_an_unset_one_is_not() {
    let server = Server::always(Answer::ok());
    let client = client(&server);
    client.action("ModifyUMemPassword").param("Password", "").send().await.unwrap();
    client.describe_umem_backup("").without_zone().param("Zone", "").send().await.unwrap();
    let seen = server.seen();
    assert_eq!(seen.len(), 2);
    assert_eq!(seen[0].value("Password"), Some(""));
    assert_eq!(seen[1].value("SpaceId"), Some(""));
    assert_eq!(seen[1].value("Zone"), Some(""));
    assert_eq!(seen[1].value("Limit"), None);
    assert_eq!(seen[1].value("ProjectId"), None);
}

#[tokio::test]
async fn the_request_is_a_plain_post_of_a_form() {
    let server = Server::always(Answer::ok());
    let client = builder(&format!("{}/some/api", server.url()))
        .user_agent("backup-tool/2.1")
        .build()
        .unwrap();
    client.action("Echo").send().await.unwrap();
    let seen = server.only();
    assert_eq!(seen.head.lines().next(), Some("POST /some/api HTTP/1.1"));
    assert_eq!(seen.header("content-type"), Some("application/x-www-form-urlencoded"));
    let own = concat!("ucloud-umem/", env!("CARGO_PKG_VERSION"), " backup-tool/2.1");
    assert_eq!(seen.header("user-agent"), Some(own));
    assert_eq!(seen.header("host"), Some(&*server.address().to_string()));
    for name in ["accept-encoding", "authorization", "cookie", "referer", "expect"] {
        assert_eq!(seen.header(name), None);
    }
}

#[test]
fn arbitrary_names_and_values_arrive_as_they_were() {
    let server = Server::always(Answer::ok());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.unwrap();
    let client = builder(&server.url()).build().unwrap();
    let text = || prop_oneof!["[ -~]{0,12}", any::<String>(), "[.0-9+&=% ]{0,6}"];
    let pairs = prop::collection::vec((text(), text()), 0..12);
    let mut cases = 0;
    let run = TestRunner::default().run(&(text(), pairs), |(space_id, pairs)| {
        let reserved = ["Action", "PublicKey", "SecurityToken", "Signature"];
        let pairs = pairs.into_iter().filter(|(name, _)| !reserved.contains(&&**name));
        let mut expected = BTreeMap::from([
            ("Region".to_owned(), "cn-bj2".to_owned()),
            ("SpaceId".to_owned(), space_id.clone()),
            ("Zone".to_owned(), String::new()),
        ]);
        let mut call = client.describe_umem_backup(space_id).region("cn-bj2").zone("");
        for (name, value) in pairs {
            call = call.param(&name, &value);
            expected.insert(name, value);
        }
        let sent = runtime.block_on(call.send());
        prop_assert!(sent.is_ok(), "{sent:?}");
        let seen = server.seen().pop().unwrap();
        prop_assert_eq!(seen.own_pairs(), expected.into_iter().collect::<Vec<_>>());
        Ok(())
    });
    cases += server.requests();
    run.unwrap();
    assert!(cases >= 256, "{cases}");
}
