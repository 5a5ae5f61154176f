//! Time of a run: at most linear.

use std::time::{Duration, Instant};

use crate::support::{Bench, code};

fn time(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// Generates all and writes nothing, so that the disk's moods are not measured.
fn time_check(bench: &Bench) -> Duration {
    time(|| assert_eq!(code(&bench.check()), Some(1)))
}

#[test]
fn eight_times_the_actions_take_about_eight_times_as_long() {
    let [few, many] = [25, 200].map(|actions| time_check(&Bench::made_up(actions)));
    // A quadratic step would make it 64; the rest of the room is for a busy machine.
    assert!(many < few * 24, "25 actions: {few:?}, 200 actions: {many:?}");
}

/// `cargo test -p xtask --release -- --ignored --nocapture two_thousand`
#[test]
#[ignore = "a measurement, not a check"]
fn two_thousand_actions() {
    let real = Bench::new();
    real.regenerate();
    let check = time(|| assert_eq!(code(&real.check()), Some(0)));
    println!("the real description: --check {check:?}");
    for actions in [250, 500, 1000, 2000] {
        let bench = Bench::made_up(actions);
        let check = time_check(&bench);
        let write = time(|| drop(bench.regenerate()));
        println!("{actions:5} actions: --check {check:?}, written {write:?}");
    }
}
