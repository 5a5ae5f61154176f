use std::collections::VecDeque;
use std::sync::Mutex;

use super::*;
use crate::error::ErrorKind;

/// Timing with a clock that only sleeping moves, and a fixed random number.
struct FakeTiming {
    start: Instant,
    slept: Mutex<Duration>,
}

impl FakeTiming {
    const RANDOM: f64 = 0.5;

    fn new() -> Self {
        Self { start: Instant::now(), slept: Mutex::default() }
    }
}

impl Timing for FakeTiming {
    fn now(&self) -> Instant {
        self.start + *self.slept.lock().unwrap()
    }

    async fn sleep(&self, pause: Duration) {
        *self.slept.lock().unwrap() += pause;
    }

    fn random(&self) -> f64 {
        Self::RANDOM
    }
}

/// Attempts with these results; a success follows the last failure.
struct FakeAttempts {
    failures: VecDeque<(RetryClass, Outcome)>,
    /// The provider has other credentials.
    can_refresh: bool,
    /// Preparing fails from this attempt on.
    unprepared_from: usize,
    reports: Mutex<Vec<Option<Duration>>>,
}

impl FakeAttempts {
    fn new(failures: &[(RetryClass, Outcome)]) -> Self {
        Self {
            failures: failures.iter().copied().collect(),
            can_refresh: true,
            unprepared_from: usize::MAX,
            reports: Mutex::default(),
        }
    }

    fn reports(&self) -> Vec<Option<u128>> {
        let reports = self.reports.lock().unwrap();
        reports.iter().map(|pause| pause.map(|pause| pause.as_millis())).collect()
    }
}

impl Attempts for FakeAttempts {
    type Form = ();
    type Output = u32;

    async fn prepare(&mut self) -> Result<()> {
        if self.reports.lock().unwrap().len() < self.unprepared_from {
            return Ok(());
        }
        Err(Error::new(ErrorKind::Credentials, Outcome::NotSent, "no keys"))
    }

    async fn send(&mut self, (): (), number: u32) -> Result<u32, Failed> {
        let Some((class, outcome)) = self.failures.pop_front() else {
            return Ok(number);
        };
        Err((class, Error::new(ErrorKind::Service, outcome, "failed")))
    }

    async fn refresh(&mut self, error: Error) -> Result<()> {
        if self.can_refresh { Ok(()) } else { Err(error) }
    }

    fn report(&self, _: Result<&u32, &Error>, retry_in: Option<Duration>) {
        self.reports.lock().unwrap().push(retry_in);
    }
}

const OUTAGE: (RetryClass, Outcome) =
    (RetryClass::Transient { retry_after: None }, Outcome::Unknown);
const THROTTLED: (RetryClass, Outcome) =
    (RetryClass::Throttled { retry_after: None }, Outcome::Refused);
const NOT_SENT: (RetryClass, Outcome) = (RetryClass::NotSent, Outcome::NotSent);
const UNKNOWN_TOKEN: (RetryClass, Outcome) = (RetryClass::UnknownToken, Outcome::Refused);
const FINAL: (RetryClass, Outcome) = (RetryClass::Final, Outcome::Refused);

async fn run_within(
    attempts: &mut FakeAttempts,
    effect: Effect,
    max_attempts: u32,
    deadline: Option<Duration>,
) -> Result<u32> {
    let (timing, budget) = (FakeTiming::new(), RetryBudget::new());
    let deadline = deadline.map(|deadline| timing.start + deadline);
    let policy = RetryPolicy { effect, max_attempts, deadline, budget: &budget };
    run(attempts, &policy, &timing).await
}

#[tokio::test]
async fn pauses_follow_the_class_and_double() {
    let mut attempts = FakeAttempts::new(&[OUTAGE, NOT_SENT, THROTTLED]);
    let number = run_within(&mut attempts, Effect::Read, 9, None).await.unwrap();
    assert_eq!(number, 4);
    assert_eq!(attempts.reports(), [Some(100), Some(200), Some(1400), None]);
}

#[tokio::test]
async fn each_limit_ends_the_call_and_is_named() {
    let seconds = Some(Duration::from_secs(1));
    for (max_attempts, deadline, sent, limit) in [
        (3, None, 3, "3 attempts: the most allowed"),
        (9, seconds, 4, "4 attempts: no time for another before the deadline"),
        (1000, None, 101, "101 attempts: the client's retry budget is used up"),
    ] {
        let mut attempts = FakeAttempts::new(&[OUTAGE; 200]);
        let error = run_within(&mut attempts, Effect::Read, max_attempts, deadline)
            .await
            .unwrap_err()
            .with_attempts(sent);
        assert!(error.to_string().contains(limit), "{error}");
        assert!(error.is_retryable());
        let reports = attempts.reports();
        assert_eq!(reports.len(), sent as usize, "{limit}");
        assert_eq!(reports.last(), Some(&None), "{limit}");
    }
}

#[tokio::test]
async fn the_effect_and_the_class_decide_about_repetition() {
    for (failure, effect, sent) in [
        (OUTAGE, Effect::Idempotent, 2),
        (OUTAGE, Effect::NonIdempotent, 1),
        (THROTTLED, Effect::NonIdempotent, 2),
        (NOT_SENT, Effect::NonIdempotent, 2),
        (FINAL, Effect::Read, 1),
    ] {
        let mut attempts = FakeAttempts::new(&[failure]);
        let result = run_within(&mut attempts, effect, 3, None).await;
        assert_eq!(attempts.reports().len(), sent, "{failure:?} {effect:?}");
        assert_eq!(result.is_ok(), sent == 2, "{failure:?} {effect:?}");
    }
}

#[tokio::test]
async fn an_unknown_outcome_stays_unknown() {
    let mut attempts = FakeAttempts::new(&[OUTAGE, FINAL]);
    let error = run_within(&mut attempts, Effect::Read, 3, None).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    let mut attempts = FakeAttempts::new(&[OUTAGE]);
    attempts.unprepared_from = 1;
    let error = run_within(&mut attempts, Effect::Read, 3, None).await.unwrap_err();
    let expected = (ErrorKind::Credentials, Outcome::Unknown);
    assert_eq!((error.kind(), error.outcome()), expected);
}

#[tokio::test]
async fn an_unknown_token_is_refreshed_once_without_a_pause() {
    let mut attempts = FakeAttempts::new(&[UNKNOWN_TOKEN]);
    let number = run_within(&mut attempts, Effect::NonIdempotent, 2, None).await.unwrap();
    assert_eq!(number, 2);
    assert_eq!(attempts.reports(), [Some(0), None]);
    for (max_attempts, can_refresh, reports) in
        [(3, true, vec![Some(0), None]), (1, true, vec![None]), (3, false, vec![Some(0)])]
    {
        let mut attempts = FakeAttempts::new(&[UNKNOWN_TOKEN; 2]);
        attempts.can_refresh = can_refresh;
        let error = run_within(&mut attempts, Effect::Read, max_attempts, None).await.unwrap_err();
        assert!(!error.is_retryable());
        assert_eq!(attempts.reports(), reports);
    }
}
