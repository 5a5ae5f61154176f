//! The blocking client, inside and outside of async runtimes.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Barrier};
use std::time::Duration;

use ucloud_umem::blocking::Client;
use ucloud_umem::{ErrorKind, Outcome};

use crate::concurrency::{Busy, pages};
use crate::support::{Answer, Server, builder, client};

/// Makes, uses and drops a client, its requests and its iterators.
fn use_it() {
    let server = Server::start(pages(25));
    let client = Client::new(client(&server)).unwrap();
    let page = client.describe_umem_backup("x").limit(3).send().unwrap();
    assert_eq!((page.data_set.len(), page.total_count), (3, Some(25)));
    assert_eq!(page.metadata().attempts(), 1);
    let request = ucloud_umem::actions::DescribeUMemBackup::new("x").limit(4);
    assert_eq!(client.send(request).unwrap().data_set.len(), 4);
    let response = client.action("Echo").param("Limit", 5).send().unwrap();
    assert_eq!(response.value["DataSet"].as_array().map(Vec::len), Some(5));
    assert_eq!(server.requests(), 3);

    let items = client.with_region("hk").describe_umem_backup("x").items();
    let ids: Vec<_> = items.map(|backup| backup.unwrap().backup_id).collect();
    let expected: Vec<_> = (0..25).map(|index| format!("backup-{index}")).collect();
    assert_eq!(ids, expected);
    assert_eq!(server.requests(), 3 + 3);
    let seen = server.seen();
    assert_eq!(seen[5].value("Region"), Some("hk"));
}

#[test]
fn it_works_without_a_runtime() {
    use_it();
}

#[tokio::test]
async fn it_works_inside_a_runtime_of_one_thread() {
    use_it();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_works_inside_a_runtime_of_more_threads() {
    use_it();
    tokio::spawn(async { use_it() }).await.unwrap();
    tokio::task::spawn_blocking(use_it).await.unwrap();
}

#[test]
fn threads_wait_for_one_of_the_most_connections() {
    for limit in [1, 2] {
        let busy = Arc::new(Busy::default());
        let client = builder("http://127.0.0.1").transport(Arc::clone(&busy));
        let client = Client::new(client.max_connections(limit).build().unwrap()).unwrap();
        let ready = Barrier::new(8);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    ready.wait();
                    client.action("X").send().unwrap();
                });
            }
        });
        let most = busy.most.load(Ordering::SeqCst);
        assert!(most <= limit, "{most} of {limit}");
    }
}

#[test]
fn it_outlives_the_runtime_that_it_was_made_in() {
    let server = Server::always(Answer::ok());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.unwrap();
    let client = runtime.block_on(async { Client::new(client(&server)).unwrap() });
    client.action("X").send().unwrap();
    drop(runtime);
    client.action("X").send().unwrap();
    assert_eq!((server.requests(), server.connections()), (2, 1));
}

/// As tests do, whose client outlives the runtime of each.
#[test]
fn an_async_client_is_used_in_one_runtime_after_the_other() {
    let server = Server::always(Answer::ok());
    let client = client(&server);
    for _ in 0..12 {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let call = client.action("X").with_max_attempts(1);
        runtime.unwrap().block_on(call.send()).unwrap();
    }
    assert_eq!((server.requests(), server.connections()), (12, 12));
}

/// A connection's work is done on the runtime that opened it, which here is blocked.
#[tokio::test]
async fn it_does_not_wait_for_connections_of_a_runtime_that_it_blocks() {
    let server = Server::always(Answer::ok());
    let client = client(&server);
    client.action("X").send().await.unwrap();
    let blocking = Client::new(client.clone()).unwrap();
    for _ in 0..2 {
        let call = blocking.action("X").with_timeout(Duration::from_secs(5));
        call.with_max_attempts(1).send().unwrap();
    }
    client.action("X").send().await.unwrap();
    // Each keeps its own connection.
    assert_eq!((server.requests(), server.connections()), (4, 2));
}

#[test]
fn errors_are_those_of_the_async_client() {
    let server = Server::script([Answer::cut(), Answer::ret_code(171), Answer::ok()]);
    let client = Client::new(client(&server)).unwrap();
    let error = client.action("CreateX").send().unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Connect, Outcome::Unknown));
    let error = client.describe_umem_backup("x").send().unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Service, Outcome::Refused));
    assert_eq!(server.requests(), 2);
}

#[test]
fn an_error_ends_the_list() {
    let list = pages(25);
    let server = Server::start(move |seen| match seen.number {
        1 => Answer::ret_code(160),
        _ => list(seen),
    });
    let mut items = Client::new(client(&server)).unwrap().describe_umem_backup("x").items();
    assert!(items.by_ref().take(10).all(|backup| backup.is_ok()));
    assert_eq!(items.next().unwrap().unwrap_err().kind(), ErrorKind::Service);
    assert!(items.next().is_none());
    assert_eq!((items.resume_offset(), server.requests()), (10, 2));
}

#[test]
fn pages_are_responses() {
    let server = Server::start(pages(25));
    let client = Client::new(client(&server)).unwrap();
    let pages = client.describe_umem_backup("x").limit(20).pages();
    let sizes: Vec<_> = pages.map(|page| page.unwrap().data_set.len()).collect();
    assert_eq!((sizes, server.requests()), (vec![20, 5], 2));
}

#[test]
fn clones_are_used_from_many_threads() {
    let server = Server::always(Answer::ok());
    let client = Client::new(client(&server)).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            let client = client.clone();
            scope.spawn(move || {
                for _ in 0..10 {
                    client.action("X").send().unwrap();
                }
            });
        }
    });
    assert_eq!(server.requests(), 80);
}

#[test]
fn a_wait_ends_with_its_time() {
    let body = r#"{"RetCode":0,"TotalCount":1,"DataSet":[{"BackupId":"b","State":"Starting"}]}"#;
    let server = Server::always(Answer::json(body));
    let client = Client::new(client(&server)).unwrap();
    let waiter = client.wait_until_umem_backup_done("x", "b");
    let error = waiter.wait(Duration::from_millis(300)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Wait, "{error}");
    assert!(error.to_string().contains("Starting"), "{error}");
    // At once, and shortly before time is up.
    assert_eq!(server.requests(), 2);
}

#[test]
fn a_panic_of_the_caller_is_an_error_and_leaves_the_client_usable() {
    let server = Server::start(pages(1));
    let client = Client::new(client(&server)).unwrap();
    let waiter = client.wait_until_umem_backup_done("x", "backup-0");
    let waiter = waiter.on_poll(|_| std::panic::panic_any("of the caller"));
    assert!(waiter.wait(Duration::from_secs(5)).is_err());
    client.describe_umem_backup("x").send().unwrap();
    assert_eq!(server.requests(), 2);
}
