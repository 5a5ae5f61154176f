//! What a call keeps of its earlier attempts, on a transport in memory and a clock that is paused.

use std::sync::Arc;
use std::time::Duration;

use ucloud_umem::transport::{BoxFuture, HttpResponse, Transport};
use ucloud_umem::{Client, Credentials, CredentialsProvider, Outcome, Result};

use crate::support::Double;
use crate::support::double::Attempt;

const SECOND: Duration = Duration::from_secs(1);

fn reply(status: u16, body: &'static str) -> Attempt {
    Attempt::Reply(HttpResponse::new(status.try_into().expect("a status"), body))
}

fn success() -> Attempt {
    reply(200, r#"{"RetCode":0}"#)
}

#[tokio::test(start_paused = true)]
async fn a_service_that_is_down_is_left_alone_until_the_time_it_names() {
    let mut response = HttpResponse::new(http::StatusCode::SERVICE_UNAVAILABLE, "");
    for (name, value) in [
        ("date", "Wed, 21 Oct 2026 07:28:00 GMT"),
        ("retry-after", "Wed, 21 Oct 2026 07:28:07 GMT"),
    ] {
        response.headers.insert(name, http::HeaderValue::from_static(value));
    }
    let double = Double::new([Attempt::Reply(response), success()]);
    double.client().describe_umem_backup("x").send().await.unwrap();
    let pause = double.pauses()[0];
    assert!((7000..=7201).contains(&pause), "{pause} ms");
}

#[tokio::test(start_paused = true)]
async fn nothing_of_an_earlier_attempt_stays() {
    let first = r#"{"DataSet":[{"BackupId":"old"}],"TotalCount":9,"RetCode":110}"#;
    let broken = r#"{"DataSet":[{"BackupId":"older"}],"TotalCount":8,"RetCode":0"#;
    let double = Double::new([reply(200, first), reply(503, broken), success()]);
    let page = double.client().describe_umem_backup("x").send().await.unwrap();
    assert!(page.data_set.is_empty());
    assert_eq!((page.total_count, page.metadata().attempts()), (None, 3));
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_not_multiplied() {
    let double = Double::new((0..20_000).map(|_| reply(503, "")));
    let client = double.client();
    for _ in 0..10_000 {
        client.describe_umem_backup("x").send().await.unwrap_err();
    }
    assert!(double.attempts() <= 10_200, "{}", double.attempts());
}

/// A source of credentials that never answers.
struct Hanging;

impl CredentialsProvider for Hanging {
    fn credentials(
        &self,
    ) -> BoxFuture<'_, Result<Credentials, Box<dyn std::error::Error + Send + Sync>>>
    {
        Box::pin(std::future::pending())
    }
}

#[tokio::test(start_paused = true)]
async fn a_deadline_holds_for_the_source_of_credentials_too() {
    let double = Double::new([success()]);
    let transport: Arc<dyn Transport> = Arc::clone(&double) as _;
    let client = Client::builder().credentials(Hanging).transport(transport).build();
    let call = client.unwrap().action("CreateX").with_deadline(2 * SECOND).send();
    let error =
        tokio::time::timeout(600 * SECOND, call).await.expect("an end").unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    assert_eq!((error.attempts(), double.attempts()), (0, 0));
}
