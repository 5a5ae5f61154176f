//! What the description says of UMem's own oddities, on the wire: passwords, switches, lists, one value in place of a
//! list, and what waiters send.

use std::time::Duration;

use desk::Desk;
use ucloud_umem::Password;
use ucloud_umem::enums::{InstanceState, Protocol, SpaceType, UMemSpaceState};

const MINUTE: Duration = Duration::from_secs(60);
const SUCCESS: &str = r#"{ "RetCode": 0 }"#;

#[tokio::test]
async fn a_password_travels_as_base64_in_all_four_actions_and_is_never_shown() {
    let password = || Password::new("Password1");
    let desk = Desk::answering([SUCCESS; 4]);
    let client = desk.client();
    let space = client.create_umem_space(4, "a-space").password(password());
    let group = client.create_uredis_group("a-group", true).password(password());
    let of_space = client.modify_umem_password("umem-a", password());
    let of_group = client.modify_uredis_group_password("uredis-a", password());
    let shown = format!("{space:?} {group:?} {of_space:?} {of_group:?}");
    assert!(!shown.contains("Password1") && !shown.contains("UGFzc3dvcmQx"), "{shown}");
    space.send().await.unwrap();
    group.send().await.unwrap();
    of_space.send().await.unwrap();
    of_group.send().await.unwrap();
    for sent in desk.sent() {
        assert_eq!(
            sent.get("Password").map(String::as_str),
            Some("UGFzc3dvcmQx"),
            "{sent:?}"
        );
    }
}

#[tokio::test]
async fn an_empty_password_is_sent_and_clears_it() {
    let desk = Desk::answering([SUCCESS]);
    desk.client()
        .modify_umem_password("umem-a", Password::new(""))
        .send()
        .await
        .unwrap();
    assert_eq!(desk.sent()[0]["Password"], "");
}

#[tokio::test]
async fn switches_lists_and_numbers_in_texts_are_sent_as_the_page_has_them() {
    let desk = Desk::answering([SUCCESS; 3]);
    let client = desk.client();
    client.create_uredis_group("a-group", false).auto_backup(true).send().await.unwrap();
    client
        .describe_umem_upgrade_price(8, SpaceType::Double, "umem-a")
        .block_ids(["block-a", "block-b"])
        .block_size([4, 8])
        .send()
        .await
        .unwrap();
    client.check_udredis_space_allowance(8, 2).send().await.unwrap();
    let sent = desk.sent();
    assert_eq!(sent[0]["HighAvailability"], "disable");
    assert_eq!(sent[0]["AutoBackup"], "enable");
    assert_eq!(sent[1]["BlockIds.1"], "block-b");
    assert_eq!(sent[1]["BlockSize.0"], "4");
    assert_eq!(sent[2]["Count"], "2");
}

#[tokio::test]
async fn the_state_of_a_space_is_a_list_or_a_text() {
    for state in [r#""Running""#, r#"["Running"]"#] {
        let desk = Desk::answering([format!(r#"{{ "RetCode": 0, "State": {state} }}"#)]);
        let reply = desk.client().get_umem_space_state("umem-a").send().await.unwrap();
        assert_eq!(reply.state, [UMemSpaceState::Running], "{state}");
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
    let desk =
        Desk::answering([state("Starting"), state("Running"), state("Deleting"), gone]);
    let client = desk.client();
    let running = client.wait_until_umem_running(Protocol::Redis, "umem-a");
    assert_eq!(running.wait(MINUTE).await.unwrap().state, Some(InstanceState::Running));
    let deleted = client.wait_until_umem_deleted(Protocol::Redis, "umem-a");
    let last = deleted.wait(MINUTE).await.unwrap().expect("what was seen last");
    assert_eq!(last.state, Some(InstanceState::Deleting));
    for sent in desk.sent() {
        assert_eq!(
            (sent["ResourceId"].as_str(), sent["Protocol"].as_str()),
            ("umem-a", "redis")
        );
    }
}

#[tokio::test(start_paused = true)]
async fn waiting_for_a_backup_of_a_group_names_the_group() {
    let backup =
        r#"{ "RetCode": 0, "DataSet": [{ "BackupId": "b", "State": "Success" }] }"#;
    let desk = Desk::answering([backup]);
    let waiter = desk.client().wait_until_uredis_backup_done("uredis-a", "b");
    assert_eq!(waiter.wait(MINUTE).await.unwrap().backup_id.as_deref(), Some("b"));
    assert_eq!(desk.sent()[0]["GroupId"], "uredis-a");
}

/// Answers in turn, and keeps what it was asked.
#[cfg(test)]
mod desk {
    use std::collections::{BTreeMap, VecDeque};
    use std::sync::{Arc, Mutex};

    use ucloud_umem::transport::{
        BoxFuture, HttpRequest, HttpResponse, Transport, TransportError,
    };
    use ucloud_umem::{Client, Credentials};

    pub(crate) type Form = BTreeMap<String, String>;

    #[derive(Clone, Debug, Default)]
    pub(crate) struct Desk {
        answers: Arc<Mutex<VecDeque<String>>>,
        sent: Arc<Mutex<Vec<Form>>>,
    }

    impl Desk {
        pub(crate) fn answering<A: Into<String>>(
            answers: impl IntoIterator<Item = A>,
        ) -> Self {
            let answers = answers.into_iter().map(Into::into).collect();
            Self { answers: Arc::new(Mutex::new(answers)), sent: Arc::default() }
        }

        pub(crate) fn client(&self) -> Client {
            Client::builder()
                .credentials(Credentials::new("public", "private"))
                .region("cn-bj2")
                .zone("cn-bj2-05")
                .transport(self.clone())
                .build()
                .unwrap()
        }

        /// The parameters of each request.
        pub(crate) fn sent(&self) -> Vec<Form> {
            self.sent.lock().unwrap().clone()
        }
    }

    impl Transport for Desk {
        fn send(
            &self,
            request: HttpRequest,
        ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
            let form = form_urlencoded::parse(&request.body).into_owned().collect();
            self.sent.lock().unwrap().push(form);
            let answer = self.answers.lock().unwrap().pop_front().expect("an answer");
            Box::pin(async move { Ok(HttpResponse::new(http::StatusCode::OK, answer)) })
        }
    }
}
