//! Time and memory of a run.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::generated_pages;
use crate::sandbox::Sandbox;

const PAGES: &str = "things-api";

/// Time and memory that a run took.
struct Run {
    time: Duration,
    /// In MiB; 0 where the system does not tell.
    peak: u64,
}

/// Runs with these arguments and expects this exit code.
#[track_caller]
fn run(sandbox: &Sandbox, arguments: &[&str], code: i32) -> Run {
    let start = Instant::now();
    let mut child =
        sandbox.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let ended = loop {
        let line = fs::read_to_string(&status).unwrap_or_default();
        let line = line.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
        let kib = line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default();
        peak = peak.max(kib >> 10);
        match child.try_wait().unwrap() {
            Some(ended) => break ended,
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    assert_eq!(ended.code(), Some(code));
    Run { time: start.elapsed(), peak }
}

fn summary(what: &str, run: &Run) -> String {
    format!("{what} {:.2?} {} MiB", run.time, run.peak)
}

/// `cargo test -p xtask --release --test import -- --ignored --nocapture two_thousand`
#[test]
#[ignore = "a measurement, not a check"]
fn two_thousand_pages() {
    for pages in [54, 500, 2000] {
        let sandbox = Sandbox::bare();
        let folder = sandbox.path().join(PAGES);
        generated_pages::write(&folder, pages);
        let first = run(&sandbox, &[PAGES], 0);
        let again = run(&sandbox, &[".", "--check"], 0);
        for number in 0..pages {
            let page = folder.join(format!("describe_thing_{number}.md"));
            let text = fs::read_to_string(&page).unwrap();
            let text = text
                .replace("最多几个 |No|", "最多几个 |No|\n| **Order** | string | 顺序 |**Yes**|");
            let text = text.replace("| **State** | string | 状态 |**Yes**|\n", "");
            fs::write(page, text.replace("\"State\": \"Running\",", "").replace("Part", "Piece"))
                .unwrap();
        }
        let check = run(&sandbox, &[".", "--check"], 1);
        let drift = run(&sandbox, &["."], 0);
        println!(
            "{pages:5} pages: {}, {}, {}, {}",
            summary("first", &first),
            summary("--check", &again),
            summary("--check of drift", &check),
            summary("drift", &drift),
        );
    }
}
