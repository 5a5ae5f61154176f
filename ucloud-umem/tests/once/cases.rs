//! Runs the table of cases.

use std::time::Duration;

use http::StatusCode;
use ucloud_umem::transport::{Fault, HttpResponse};

use crate::kinds::{ALL, Kind, Settings, seed};
use crate::world::World;

const TABLE: &str = include_str!("README.md");
const SECOND: Duration = Duration::from_secs(1);

/// Rows of the table, each with its cells.
fn rows() -> Vec<[&'static str; 4]> {
    let (_, table) = TABLE.split_once("## Cases\n").expect("the table");
    let lines = table.lines().filter(|line| line.starts_with('|')).skip(2);
    let cells = |line: &'static str| {
        let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
        cells.try_into().expect("four cells")
    };
    lines.map(cells).collect()
}

/// Prepares a case, and returns the settings of its call.
async fn prepare(case: &str, kind: &Kind, world: &World) -> Settings {
    let create = |fault: Fault| world.faults.inject(fault.for_action(kind.create));
    let list = |fault: Fault| world.faults.inject(fault.for_action(kind.list));
    let lag = |seconds| world.emulator.set_list_lag(SECOND * seconds);
    let unavailable = || Fault::status(StatusCode::SERVICE_UNAVAILABLE);
    let usual = Settings::default();
    match case {
        "nothing has the name" => {}
        "a resource has the name"
        | "the list lags behind an earlier create"
        | "the list lags behind an earlier create for too long" => {
            (kind.send)(world.emulator.client()).await.expect("a resource");
            match case {
                "a resource has the name" => {}
                "the list lags behind an earlier create" => lag(3),
                _ => lag(30),
            }
        }
        "a resource elsewhere has the name" => {
            (kind.send_elsewhere)(world.emulator.client()).await.expect("a resource");
        }
        "two resources have the name" => {
            for _ in 0..2 {
                (kind.send)(world.emulator.client()).await.expect("a resource");
            }
        }
        "the response to the create is lost" => create(Fault::lost_response()),
        "half of the response to the create arrives" => create(Fault::half_body()),
        "the connection is cut before the create is read" => create(Fault::cut()),
        "the create gets 503" => create(unavailable()),
        "the create gets a web page" => create(Fault::not_json()),
        "the create gets no response in time" => create(Fault::latency(60 * SECOND)),
        "the create cannot connect" => create(Fault::refused()),
        "the create cannot connect once" => create(Fault::refused().times(1)),
        "the create is refused" => create(Fault::ret_code(172)),
        "the create is throttled twice" => create(Fault::throttled().times(2)),
        "the create is throttled" => create(Fault::too_many_requests(2 * SECOND)),
        "the create is throttled, then its response is lost" => {
            create(Fault::throttled().times(1));
            create(Fault::lost_response());
        }
        "the list lags, and the response is lost" => {
            lag(20);
            create(Fault::lost_response());
        }
        "the list lags until the deadline, and the response is lost" => {
            lag(60);
            create(Fault::lost_response());
            return Settings { deadline: Some(30 * SECOND), ..usual };
        }
        "the list fails before the create" => list(unavailable()),
        "the list is refused before the create" => list(Fault::ret_code(172)),
        "the list gets no response in time" => list(Fault::latency(60 * SECOND)),
        "the list fails twice before the create" => list(unavailable().times(2)),
        "the list fails for a while after a lost response" => {
            create(Fault::lost_response());
            list(unavailable().after(2).times(12));
        }
        "the list fails until the deadline after a lost response" => {
            create(Fault::lost_response());
            list(unavailable().after(2));
        }
        "the list is refused after a lost response" => {
            create(Fault::lost_response());
            list(Fault::ret_code(172).after(2));
        }
        "the response has no list" => {
            let response = HttpResponse::new(StatusCode::OK, r#"{ "RetCode": 0 }"#);
            list(Fault::response(response));
        }
        "the deadline is shorter than the lag of the list" => {
            return Settings { deadline: Some(4 * SECOND), ..usual };
        }
        "the name is empty" => return Settings { name: "", ..usual },
        _ => panic!("unknown case: {case}"),
    }
    usual
}

#[tokio::test(start_paused = true)]
async fn every_case_has_the_end_that_the_table_says() {
    let mut differences = String::new();
    for [case, sent, exist, end] in rows() {
        for kind in ALL {
            let world = World::new();
            seed(&world.emulator);
            let settings = prepare(case, kind, &world).await;
            let result = (kind.send_once)(world.client(), settings).await;
            world.emulator.set_list_lag(Duration::ZERO);
            let ids = (kind.ids)(world.emulator.client()).await;
            let (is_end, text) = match &result {
                Ok(created) => {
                    assert!(ids.contains(created.id()), "{case}: {}", kind.create);
                    let end = if created.is_new() { "new" } else { "found" };
                    (end.to_owned(), String::new())
                }
                Err(error) => {
                    (format!("{:?} {:?}", error.kind(), error.outcome()), error.to_string())
                }
            };
            let expected = format!("{sent} {exist} {end}");
            let is = format!("{} {} {is_end}", world.sent(), ids.len());
            if is != expected {
                differences +=
                    &format!("{}: {case}: {is}, expected {expected}: {text}\n", kind.create);
            }
        }
    }
    assert!(differences.is_empty(), "\n{differences}");
}

#[tokio::test(start_paused = true)]
async fn errors_say_what_is_known() {
    for kind in ALL {
        for (case, needed) in [
            ("the list fails before the create", &["this call created nothing"][..]),
            ("two resources have the name", &["2 resources", "orders-cache", ", "]),
            (
                "the list lags until the deadline, and the response is lost",
                &["it may have taken effect", "`orders-cache`", "call `send_once` again"],
            ),
            ("the list is refused after a lost response", &["172 UserNotFound", "response lost"]),
        ] {
            let world = World::new();
            seed(&world.emulator);
            let settings = prepare(case, kind, &world).await;
            let error = (kind.send_once)(world.client(), settings).await.expect_err(case);
            let text = error.to_string();
            for needed in needed {
                assert!(text.contains(needed), "{case}: {needed}: {text}");
            }
            world.emulator.set_list_lag(Duration::ZERO);
            let ids = (kind.ids)(world.emulator.client()).await;
            if ids.len() == 2 {
                assert!(ids.iter().all(|id| text.contains(id)), "{ids:?}: {text}");
                assert!(!error.is_retryable(), "{text}");
            } else if case.contains("after") || case.contains("lost") {
                // A later call finds the resource.
                assert!(error.is_retryable(), "{text}");
                world.faults.clear();
                let again = (kind.send_once)(world.client(), Settings::default()).await;
                let again = again.expect("the resource");
                assert_eq!((ids.first().unwrap().as_str(), false), (again.id(), again.is_new()));
            }
        }
    }
}
