//! RetCode 174: the service does not know the token.

use std::error::Error as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, advance, sleep};
use ucloud_umem::credentials::CachedCredentials;
use ucloud_umem::transport::{self, BoxFuture, Transport};
use ucloud_umem::{Client, Credentials, CredentialsProvider, Effect, ErrorKind, Outcome};

use crate::fakes::{Act, BoxError, HOUR, SECOND, SECRET, Service, Source};

#[tokio::test(start_paused = true)]
async fn a_token_that_is_not_known_is_one_refresh_and_one_retry_for_all() {
    let source = Source::new([Act::Give(HOUR)]);
    let service = Service::knowing(["key-1"]);
    let client = source.client(&service);
    let mut calls = JoinSet::new();
    for number in 0..1000 {
        let effect = if number % 2 == 0 { Effect::NonIdempotent } else { Effect::Read };
        // They do not all hear of it at once.
        let call = client.action("X").with_effect(effect).send();
        calls.spawn(async move {
            sleep(Duration::from_millis(number)).await;
            call.await
        });
    }
    for response in calls.join_all().await {
        assert!(response.unwrap().metadata().attempts() <= 2);
    }
    assert_eq!(source.asked(), 2);
    let keys = service.values("PublicKey");
    let old = keys.iter().filter(|key| key.as_deref() == Some("key-0")).count();
    assert_eq!(keys.len() - old, 1000);
    assert!((1..=1000).contains(&old), "{old}");
}

#[tokio::test(start_paused = true)]
async fn a_second_token_that_is_not_known_is_an_error() {
    let source = Source::new([Act::Give(HOUR)]);
    let service = Service::knowing([]);
    let client = source.client(&service);
    for (asked, requests) in [(2, 2), (2, 3), (2, 4)] {
        let error = client.action("CreateX").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service, "{error}");
        assert_eq!(error.outcome(), Outcome::Refused);
        assert_eq!(error.ret_code().unwrap().number(), 174);
        assert_eq!(error.action(), Some("CreateX"));
        assert_eq!(error.request_id(), Some("6d7f"));
        assert!(!format!("{error:?} {error}").contains(SECRET), "{error:?}");
        assert_eq!((source.asked(), service.requests()), (asked, requests));
    }
    advance(10 * SECOND).await;
    client.action("CreateX").send().await.unwrap_err();
    assert_eq!((source.asked(), service.requests()), (3, 6));
}

#[tokio::test(start_paused = true)]
async fn the_same_token_again_is_not_tried_again() {
    let source = Source::new([Act::Give(HOUR), Act::Repeat]);
    let service = Service::knowing([]);
    let error = source.client(&service).action("X").send().await.unwrap_err();
    assert_eq!((error.ret_code().unwrap().number(), error.attempts()), (174, 1));
    assert_eq!((source.asked(), service.requests()), (2, 1));

    let transport: Arc<dyn Transport> = Arc::clone(&service) as _;
    let builder = Client::builder().credentials(Credentials::new("fixed", SECRET));
    let client = builder.transport(transport).build().unwrap();
    let error = client.action("X").send().await.unwrap_err();
    assert_eq!((error.ret_code().unwrap().number(), error.attempts()), (174, 1));
    assert_eq!(service.requests(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_is_not_known_and_cannot_be_renewed_is_an_error_with_both() {
    let source = Source::new([Act::Give(HOUR), Act::Fail, Act::Give(HOUR)]);
    let service = Service::knowing(["key-2"]);
    let client = source.client(&service);
    let error = client.action("CreateX").send().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Service, Outcome::Refused));
    assert_eq!(error.ret_code().unwrap().number(), 174);
    let renewal = error.source().unwrap();
    assert_eq!(renewal.source().unwrap().to_string(), "the vault is sealed");
    assert_eq!((error.attempts(), source.asked(), service.requests()), (1, 2, 1));
    advance(5 * SECOND).await;
    client.action("CreateX").send().await.unwrap();
    assert_eq!((source.asked(), service.requests()), (3, 2));
}

#[tokio::test(start_paused = true)]
async fn one_attempt_is_one_attempt_and_the_next_call_has_a_new_token() {
    let source = Source::new([Act::Give(HOUR)]);
    let service = Service::knowing(["key-1"]);
    let client = source.client(&service);
    let call = client.action("X").with_max_attempts(1);
    assert_eq!(call.send().await.unwrap_err().attempts(), 1);
    assert_eq!((source.asked(), service.requests()), (1, 1));
    client.action("X").with_max_attempts(1).send().await.unwrap();
    assert_eq!((source.asked(), service.requests()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn a_deadline_holds_while_a_token_is_renewed() {
    let source = Source::new([Act::Give(HOUR), Act::Hang]);
    let service = Service::knowing([]);
    let call = source.client(&service).action("X").with_deadline(5 * SECOND);
    let start = Instant::now();
    let error = call.send().await.unwrap_err();
    assert_eq!(start.elapsed(), 5 * SECOND);
    assert_eq!((error.ret_code().unwrap().number(), error.attempts()), (174, 1));
    assert_eq!((source.asked(), service.requests()), (2, 1));
}

#[tokio::test(start_paused = true)]
async fn what_is_heard_late_of_an_old_token_does_not_cost_the_new_one() {
    let source = Source::new([Act::Give(HOUR)]);
    let cache = source.cached();
    let old = cache.credentials().await.unwrap();
    cache.reject(&old);
    let new = cache.credentials().await.unwrap();
    assert_eq!((new.public_key(), source.asked()), ("key-1", 2));
    advance(60 * SECOND).await;
    cache.reject(&old);
    assert_eq!(cache.credentials().await.unwrap().public_key(), "key-1");
    assert_eq!(source.asked(), 2);
    cache.reject(&new);
    assert_eq!(cache.credentials().await.unwrap().public_key(), "key-2");
    assert_eq!(source.asked(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_is_not_known_is_renewed_in_spite_of_a_failure_before() {
    let source = Source::new([Act::Give(HOUR), Act::Fail, Act::Give(HOUR)]);
    let cache = source.cached();
    cache.credentials().await.unwrap();
    advance(56 * 60 * SECOND).await;
    let old = cache.credentials().await.unwrap();
    assert_eq!((old.public_key(), source.asked()), ("key-0", 2));
    cache.reject(&old);
    assert_eq!(cache.credentials().await.unwrap().public_key(), "key-2");
}

#[tokio::test(start_paused = true)]
async fn what_is_heard_again_of_a_token_does_not_have_a_failed_source_asked_again() {
    let source = Source::new([Act::Give(HOUR), Act::Fail]);
    let cache = source.cached();
    let old = cache.credentials().await.unwrap();
    cache.reject(&old);
    cache.credentials().await.unwrap_err();
    advance(10 * SECOND).await;
    cache.credentials().await.unwrap_err();
    cache.reject(&old);
    cache.credentials().await.unwrap_err();
    assert_eq!(source.asked(), 3);
}

#[tokio::test(start_paused = true)]
async fn the_source_within_hears_of_a_token_that_is_not_known() {
    let source = Source::new([Act::Give(HOUR)]);
    let outer = CachedCredentials::new(source.cached());
    let old = outer.credentials().await.unwrap();
    outer.reject(&old);
    assert_eq!(outer.credentials().await.unwrap().public_key(), "key-1");
}

/// Gives another token of the same key each time.
struct SameKey(AtomicUsize);

impl CredentialsProvider for SameKey {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        let keys = Credentials::new("the-key", SECRET);
        Box::pin(async move { Ok(keys.with_security_token(format!("token-{number}"))) })
    }
}

#[tokio::test]
async fn another_token_of_the_same_key_is_tried() {
    let service =
        transport::from_fn(|request| match request.parameter("SecurityToken").as_deref() {
            Some("token-1") => r#"{"RetCode":0}"#,
            _ => r#"{"RetCode":174}"#,
        });
    let builder = Client::builder().credentials(SameKey(AtomicUsize::new(0)));
    let client = builder.transport(service).build().unwrap();
    let response = client.action("CreateX").send().await.unwrap();
    assert_eq!(response.metadata().attempts(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_source_with_a_new_token_each_time_is_asked_once_more() {
    let source = Source::new([Act::Give(HOUR)]);
    let service = Service::knowing([]);
    let transport: Arc<dyn Transport> = Arc::clone(&service) as _;
    let builder = Client::builder().credentials(Arc::clone(&source));
    let client = builder.transport(transport).max_attempts(9).build().unwrap();
    let error = client.action("CreateX").send().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Service, Outcome::Refused));
    assert_eq!((error.attempts(), source.asked(), service.requests()), (2, 2, 2));
}
