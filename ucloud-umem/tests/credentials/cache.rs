//! Cache of credentials: lifetimes and refreshes.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, advance, sleep, timeout};
use ucloud_umem::credentials::CachedCredentials;
use ucloud_umem::{CredentialsProvider, ErrorKind, Outcome};

use crate::fakes::{Act, BoxError, HOUR, MINUTE, SECOND, SECRET, Service, Source};

async fn key(source: &impl CredentialsProvider) -> Result<String, BoxError> {
    source.credentials().await.map(|credentials| credentials.public_key().to_owned())
}

/// Results of a thousand callers at once, and the time it took.
async fn keys_of_many<P: CredentialsProvider>(source: &Arc<P>) -> (BTreeSet<String>, Duration) {
    let start = Instant::now();
    let mut callers = JoinSet::new();
    for _ in 0..1000 {
        let source = Arc::clone(source);
        callers.spawn(async move { key(&*source).await.unwrap_or_else(|error| error.to_string()) });
    }
    (callers.join_all().await.into_iter().collect(), start.elapsed())
}

fn only(key: &str) -> BTreeSet<String> {
    BTreeSet::from([key.to_owned()])
}

#[tokio::test(start_paused = true)]
async fn a_thousand_callers_are_one_fetch() {
    let source = Source::new([Act::Give(HOUR)]);
    let cache = source.cached();
    assert_eq!(source.asked(), 0, "nothing is fetched before it is needed");
    assert_eq!(keys_of_many(&cache).await, (only("key-0"), SECOND));
    assert_eq!(source.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn near_expiry_one_caller_fetches_and_the_others_go_on() {
    let source = Source::new([Act::Give(HOUR)]);
    let cache = source.cached();
    key(&cache).await.unwrap();
    advance(54 * MINUTE + 59 * SECOND).await;
    assert_eq!(keys_of_many(&cache).await, (only("key-0"), Duration::ZERO));
    assert_eq!(source.asked(), 1);
    advance(2 * SECOND).await;
    let (keys, took) = keys_of_many(&cache).await;
    assert_eq!(keys.into_iter().collect::<Vec<_>>(), ["key-0", "key-1"]);
    assert_eq!((source.asked(), took), (2, SECOND));
    assert_eq!(keys_of_many(&cache).await, (only("key-1"), Duration::ZERO));
    assert_eq!(source.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn after_expiry_a_thousand_callers_wait_for_one_fetch() {
    let source = Source::new([Act::Give(HOUR)]);
    let cache = source.cached();
    key(&cache).await.unwrap();
    advance(HOUR).await;
    assert_eq!(keys_of_many(&cache).await, (only("key-1"), SECOND));
    assert_eq!(source.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_failed_fetch_is_tolerated_while_the_old_token_lives() {
    let source = Source::new([Act::Give(HOUR), Act::Fail, Act::Fail, Act::Give(HOUR)]);
    let cache = source.cached();
    key(&cache).await.unwrap();
    advance(56 * MINUTE).await;
    assert_eq!(keys_of_many(&cache).await.0, only("key-0"));
    assert_eq!(source.asked(), 2);
    // The source is left alone for a while.
    assert_eq!(keys_of_many(&cache).await, (only("key-0"), Duration::ZERO));
    assert_eq!(source.asked(), 2);
    advance(6 * SECOND).await;
    assert_eq!(keys_of_many(&cache).await.0, only("key-0"));
    assert_eq!(source.asked(), 3);
    advance(6 * SECOND).await;
    key(&cache).await.unwrap();
    assert_eq!(source.asked(), 4);
    assert_eq!(keys_of_many(&cache).await, (only("key-3"), Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn keys_that_cannot_be_right_are_a_failed_fetch() {
    let source = Source::new([Act::Give(HOUR), Act::GiveBroken, Act::Give(HOUR)]);
    let cache = source.cached();
    key(&cache).await.unwrap();
    advance(56 * MINUTE).await;
    assert_eq!(key(&cache).await.unwrap(), "key-0");
    advance(6 * SECOND).await;
    assert_eq!(key(&cache).await.unwrap(), "key-2");
}

#[tokio::test(start_paused = true)]
async fn with_the_old_token_gone_a_failure_is_an_error_and_remembered() {
    let source = Source::new([Act::Give(HOUR), Act::Fail]);
    let service = Service::knowing(["key-0"]);
    let client = source.client(&service);
    client.action("CreateX").send().await.unwrap();
    advance(HOUR).await;
    for round in 1..=3 {
        let mut calls = JoinSet::new();
        for _ in 0..1000 {
            calls.spawn(client.action("CreateX").send());
        }
        for result in calls.join_all().await {
            let error = result.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
            assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
            assert_eq!((error.action(), error.request_id()), (Some("CreateX"), None));
            assert_eq!(error.source().unwrap().to_string(), "the vault is sealed");
            assert!(!format!("{error:?} {error}").contains(SECRET), "{error:?}");
        }
        assert_eq!((source.asked(), service.requests()), (round + 1, 1));
        advance(6 * SECOND).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_fetch_that_is_given_up_strands_nobody() {
    for life in [HOUR, 2 * HOUR] {
        let source = Source::new([Act::Give(HOUR), Act::Hang, Act::Give(life)]);
        let cache = source.cached();
        key(&cache).await.unwrap();
        advance(HOUR).await;
        let first = tokio::spawn({
            let cache = Arc::clone(&cache);
            async move { key(&cache).await }
        });
        let others = tokio::spawn({
            let cache = Arc::clone(&cache);
            async move { keys_of_many(&cache).await }
        });
        sleep(2 * SECOND).await;
        assert_eq!(source.asked(), 2);
        first.abort();
        let (keys, took) = timeout(MINUTE, others).await.unwrap().unwrap();
        assert_eq!(keys, only("key-2"));
        assert!(took <= 4 * SECOND, "{took:?}");
        assert_eq!(source.asked(), 3);
    }
}

#[tokio::test(start_paused = true)]
async fn a_fetch_that_nobody_polls_holds_the_others_up_for_a_while_only() {
    let source = Source::new([Act::Give(HOUR)]);
    let cache = source.cached();
    let mut first = pin!(cache.credentials());
    // Once, and then not again though it is still there.
    poll_fn(|context| {
        assert!(first.as_mut().poll(context).is_pending());
        Poll::Ready(())
    })
    .await;
    let others = timeout(MINUTE, keys_of_many(&cache)).await;
    assert_eq!(others, Ok((only("key-1"), 26 * SECOND)));
    assert_eq!(source.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_source_that_hangs_has_failed() {
    let source = Source::new([Act::Hang, Act::Give(HOUR), Act::Hang]);
    let cache = source.cached();
    let (errors, took) = keys_of_many(&cache).await;
    assert_eq!(errors, only("timeout: the credentials provider took longer than 20s"));
    assert_eq!((source.asked(), took), (1, 20 * SECOND));
    advance(5 * SECOND).await;
    key(&cache).await.unwrap();
    advance(57 * MINUTE).await;
    let start = Instant::now();
    assert_eq!(key(&cache).await.unwrap(), "key-1");
    assert_eq!((source.asked(), start.elapsed()), (3, 2 * SECOND));
}

#[tokio::test(start_paused = true)]
async fn a_fetch_ahead_that_is_given_up_is_no_failure_of_the_source() {
    let source = Source::new([Act::Give(HOUR), Act::Hang, Act::Give(HOUR)]);
    let cache = source.cached();
    key(&cache).await.unwrap();
    advance(59 * MINUTE + 57 * SECOND).await;
    assert!(timeout(SECOND, key(&cache)).await.is_err());
    // While the old ones do they are taken, and then others are fetched at once.
    assert_eq!(key(&cache).await.unwrap(), "key-0");
    advance(3 * SECOND).await;
    assert_eq!(key(&cache).await.unwrap(), "key-2");
    assert_eq!(source.asked(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_source_that_takes_too_long_ahead_is_asked_less_often() {
    let source = Source::new([Act::Give(HOUR), Act::Hang]);
    let cache = source.cached();
    key(&cache).await.unwrap();
    advance(55 * MINUTE).await;
    let start = Instant::now();
    while start.elapsed() < 4 * MINUTE {
        assert_eq!(key(&cache).await.unwrap(), "key-0");
        advance(SECOND).await;
    }
    // After 5, 10, 20 s and then every 40 s, where it would be 34 times.
    assert!((7..=9).contains(&source.asked()), "{}", source.asked());
}

#[tokio::test(start_paused = true)]
async fn a_source_that_fails_at_once_is_not_one_that_takes_too_long() {
    let [slow, fast] = [Act::Hang, Act::Fail];
    let last = Act::Give(HOUR);
    let source = Source::new([Act::Give(HOUR), slow, slow, slow, fast, last]);
    let cache = source.cached();
    key(&cache).await.unwrap();
    advance(55 * MINUTE).await;
    for pause in [5, 10, 20, 5] {
        assert_eq!(key(&cache).await.unwrap(), "key-0");
        let asked = source.asked();
        advance((pause - 1) * SECOND).await;
        assert_eq!(key(&cache).await.unwrap(), "key-0");
        assert_eq!(source.asked(), asked, "{pause}");
        advance(SECOND).await;
    }
    assert_eq!(key(&cache).await.unwrap(), "key-5");
}

#[tokio::test(start_paused = true)]
async fn a_source_that_takes_too_long_is_asked_more_often_in_the_last_minute() {
    let source = Source::new([Act::Give(HOUR), Act::Hang]);
    let cache = source.cached();
    key(&cache).await.unwrap();
    let expiry = Instant::now() + HOUR;
    advance(55 * MINUTE).await;
    // So often that it is left alone for 40 s from then on.
    while Instant::now() < expiry - MINUTE {
        assert_eq!(key(&cache).await.unwrap(), "key-0");
        advance(SECOND).await;
    }
    let before = source.asked();
    let mut slowest = Duration::ZERO;
    while Instant::now() < expiry {
        let start = Instant::now();
        assert_eq!(key(&cache).await.unwrap(), "key-0");
        slowest = slowest.max(start.elapsed());
        advance(SECOND).await;
    }
    // It may take 5 s and is left alone for 5 s.
    assert!((5..=7).contains(&(source.asked() - before)), "{}", source.asked());
    assert_eq!(slowest, 5 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn a_fetch_ahead_ends_when_the_old_token_does() {
    let source = Source::new([Act::Give(HOUR), Act::Hang]);
    let cache = source.cached();
    key(&cache).await.unwrap();
    advance(59 * MINUTE + 57 * SECOND).await;
    let start = Instant::now();
    assert_eq!(key(&cache).await.unwrap(), "key-0");
    assert_eq!(start.elapsed(), 3 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn a_slow_source_costs_no_call_while_the_old_token_lives() {
    for (deadline, patient) in [(3 * SECOND, true), (3 * SECOND / 2, false)] {
        let source = Source::new([Act::Give(HOUR), Act::Hang]);
        let service = Service::knowing(["key-0"]);
        let client = source.client(&service);
        client.action("CreateX").send().await.unwrap();
        advance(57 * MINUTE).await;
        // Whoever asks waits for a while, or gives up; nobody else does so before 5 s have passed.
        let mut failed = 0;
        let start = Instant::now();
        for _ in 0..40 {
            let call = client.action("CreateX").with_deadline(deadline).send().await;
            failed += usize::from(call.is_err());
        }
        let asked = source.asked() - 1;
        let pauses = usize::try_from(start.elapsed().as_secs() / 5).unwrap();
        assert!(asked <= 1 + pauses, "{asked}");
        assert_eq!(failed, if patient { 0 } else { asked }, "{deadline:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_calendar_that_is_wrong_or_jumps_does_no_harm() {
    let source = Source::new([Act::Give(HOUR)]);
    let ahead = Arc::new(Mutex::new(Duration::ZERO));
    let calendar = source.calendar.clone();
    let clock = {
        let ahead = Arc::clone(&ahead);
        move || calendar.now() + *ahead.lock().unwrap()
    };
    let cache = Arc::new(CachedCredentials::new(Arc::clone(&source)).with_clock(clock));
    // By this machine's clock the token is dead when it comes.
    *ahead.lock().unwrap() = 2 * HOUR;
    for _ in 0..100 {
        assert_eq!(key(&cache).await.unwrap(), "key-0");
    }
    assert_eq!(source.asked(), 1);
    advance(10 * SECOND).await;
    *ahead.lock().unwrap() = Duration::ZERO;
    assert_eq!(key(&cache).await.unwrap(), "key-1");
    // Jumps after the fetch do not matter.
    *ahead.lock().unwrap() = 1000 * HOUR;
    advance(54 * MINUTE).await;
    assert_eq!(key(&cache).await.unwrap(), "key-1");
    assert_eq!(source.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn of_a_short_life_the_last_quarter_is_for_fetching() {
    let source = Source::new([Act::Give(8 * MINUTE)]);
    let cache = source.cached();
    key(&cache).await.unwrap();
    advance(5 * MINUTE + 59 * SECOND).await;
    assert_eq!(key(&cache).await.unwrap(), "key-0");
    advance(SECOND).await;
    assert_eq!(key(&cache).await.unwrap(), "key-1");
}

#[tokio::test(start_paused = true)]
async fn lives_of_any_length_are_fine() {
    for life in [Duration::ZERO, SECOND, 12 * SECOND, MINUTE, 10_000_000 * HOUR] {
        let source = Source::new([Act::Give(life)]);
        let cache = source.cached();
        assert_eq!(keys_of_many(&cache).await.0, only("key-0"));
        advance(9 * SECOND).await;
        assert_eq!(keys_of_many(&cache).await.0, only("key-0"));
        assert_eq!(source.asked(), 1, "{life:?}");
    }
    let source = Source::new([Act::GiveForGood]);
    let cache = source.cached();
    key(&cache).await.unwrap();
    advance(100_000 * HOUR).await;
    assert_eq!(keys_of_many(&cache).await, (only("key-0"), Duration::ZERO));
    assert_eq!(source.asked(), 1);
}
