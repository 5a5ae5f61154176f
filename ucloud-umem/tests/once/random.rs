//! Random faults and restarts: exactly one resource has the name in the end.
//!
//! `ONCE_RUNS=10000 cargo test -p ucloud-umem --test once random -- --nocapture` runs more, and
//! `ONCE_SEED` repeats a failed run.

use std::time::Duration;

use fastrand::Rng;
use http::StatusCode;
use tokio::time::{sleep, timeout};
use ucloud_umem::transport::Fault;
use ucloud_umem::{ErrorKind, Outcome};

use crate::kinds::{ALL, Kind, Settings, seed};
use crate::world::World;

const RUNS: u64 = 300;
/// Longest time until the list shows a create. It consists of the time on the way and the lag.
const LIST_LAG: Duration = Duration::from_secs(5);

/// Counts of all runs.
#[derive(Debug, Default)]
struct Counts {
    runs: u64,
    calls: u64,
    restarts: u64,
    errors: u64,
    unknown: u64,
    lost_and_found: u64,
}

fn variable(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn milliseconds(random: &mut Rng, most: u64) -> Duration {
    Duration::from_millis(random.u64(0..=most))
}

/// Adds a few faults, each of the create, of the list or of both.
fn add_faults(kind: &Kind, world: &World, random: &mut Rng) {
    for _ in 0..random.u32(0..5) {
        let fault = match random.u32(0..12) {
            0 | 1 => Fault::lost_response(),
            2 => Fault::cut(),
            3 => Fault::refused(),
            4 => Fault::throttled(),
            5 => Fault::too_many_requests(Duration::from_secs(random.u64(0..5))),
            6 => Fault::status(StatusCode::BAD_GATEWAY),
            7 => Fault::ret_code([130, 150, 172][random.usize(0..3)]),
            8 => Fault::half_body(),
            9 => Fault::not_json(),
            _ => Fault::latency(milliseconds(random, 8000)),
        };
        let fault = match random.u32(0..5) {
            0 | 1 => fault.for_action(kind.create),
            2 | 3 => fault.for_action(kind.list),
            _ => fault,
        };
        let fault = fault.by_chance(random.f64().sqrt(), random.u64(..));
        world.faults.inject(match random.u32(0..3) {
            0 => fault,
            _ => fault.after(random.u32(0..3)).times(random.u32(1..8)),
        });
    }
}

async fn run(seed_of_run: u64, counts: &mut Counts) {
    let mut random = Rng::with_seed(seed_of_run);
    let kind = &ALL[random.usize(0..ALL.len())];
    let mut world = World::new();
    let lag = milliseconds(&mut random, 4000);
    world.delay = milliseconds(&mut random, 900);
    seed(&world.emulator);
    world.emulator.set_list_lag(lag);
    let settings = Settings {
        list_lag: Some(LIST_LAG),
        deadline: Some(Duration::from_secs(random.u64(8..40))),
        timeout: Duration::from_millis(random.u64(100..4000)),
        ..Settings::default()
    };
    add_faults(kind, &world, &mut random);
    let mut id = None;
    for _ in 0..random.u32(1..6) {
        counts.calls += 1;
        let before = world.sent();
        let call = (kind.send_once)(world.client(), settings);
        // The process ends in the middle of some calls, and starts again at once or later.
        let most = if random.bool() { 12_000 } else { 3_600_000 };
        let life = milliseconds(&mut random, most);
        match timeout(life, call).await {
            Err(_) => counts.restarts += 1,
            Ok(Ok(created)) => {
                counts.lost_and_found += u64::from(id.is_none() && before < world.sent());
                let first = id.get_or_insert_with(|| created.id().to_owned());
                assert_eq!(first, created.id(), "seed {seed_of_run}: another id");
            }
            Ok(Err(error)) => {
                counts.errors += 1;
                let text = error.to_string();
                assert_ne!(error.kind(), ErrorKind::DuplicateName, "seed {seed_of_run}: {text}");
                if error.outcome() == Outcome::Unknown {
                    counts.unknown += 1;
                    assert!(before < world.sent(), "seed {seed_of_run}: not sent: {text}");
                    assert!(text.contains("it may have taken effect"), "{text}");
                } else {
                    assert!(text.contains("this call created nothing"), "{text}");
                }
            }
        }
        if random.bool() {
            sleep(milliseconds(&mut random, 3000)).await;
        }
        if random.u32(0..4) == 0 {
            add_faults(kind, &world, &mut random);
        }
    }
    world.faults.clear();
    let settings = Settings { deadline: None, timeout: Duration::from_secs(5), ..settings };
    let last = (kind.send_once)(world.client(), settings).await;
    let last = last.unwrap_or_else(|error| panic!("seed {seed_of_run}: {error}"));
    let id = id.unwrap_or_else(|| last.id().to_owned());
    // What is on its way arrives.
    sleep(Duration::from_secs(60)).await;
    world.emulator.set_list_lag(Duration::ZERO);
    let ids = (kind.ids)(world.emulator.client()).await;
    assert_eq!(
        (ids.into_iter().collect::<Vec<_>>(), last.id()),
        (vec![id.clone()], &*id),
        "seed {seed_of_run}"
    );
    counts.runs += 1;
}

#[tokio::test(start_paused = true)]
async fn random_faults_and_restarts_leave_exactly_one_resource() {
    let first = variable("ONCE_SEED").unwrap_or_else(|| fastrand::u64(..));
    let runs = variable("ONCE_RUNS").unwrap_or(RUNS);
    println!("ONCE_SEED={first} ONCE_RUNS={runs}");
    let start = std::time::Instant::now();
    let mut counts = Counts::default();
    for number in 0..runs {
        run(first.wrapping_add(number), &mut counts).await;
    }
    println!("{counts:?} in {:?}", start.elapsed());
    assert_eq!(counts.runs, runs);
    assert!(counts.restarts > 0 && counts.unknown > 0 && counts.errors > counts.unknown);
}
