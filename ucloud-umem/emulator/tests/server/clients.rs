//! The crate's own clients against the server.

use std::time::{Duration, Instant};

use tokio::task::JoinSet;
use ucloud_umem::{Client, Credentials, ErrorKind, Outcome};
use umem_emulator::{Emulator, Server};

use crate::http::{SPACE, seeded, server};

pub(crate) fn client(server: &Server) -> Client {
    let builder = Client::builder().credentials(Credentials::new("emulator", "emulator"));
    let builder = builder.region("cn-bj2").zone("cn-bj2-05").base_url(server.url());
    builder.build().unwrap()
}

#[tokio::test]
async fn the_async_client_lists_and_waits() {
    let emulator = seeded();
    let server = emulator.serve("127.0.0.1:0").unwrap();
    let client = client(&server);
    let mut backups = client.describe_umem_backup(SPACE).limit(2).items();
    let mut count = 0;
    while backups.try_next().await.unwrap().is_some() {
        count += 1;
    }
    // Each backup has an entry for each of the 4 shards; the offset counts backups.
    assert_eq!((count, emulator.calls()), (3 * 4, 3));
    let id = emulator.start_backup(SPACE, "now").unwrap();
    let waiter = client.wait_until_umem_backup_done(SPACE, &id);
    let shards = waiter.wait(Duration::from_secs(20)).await.unwrap();
    assert_eq!(shards.len(), 4);
    assert!(shards.iter().all(|shard| shard.state.as_str() == "Done"));
}

#[test]
fn the_blocking_client_lists() {
    let server = server();
    let client = ucloud_umem::blocking::Client::new(client(&server)).unwrap();
    let backups = client.describe_umem_backup(SPACE).limit(2).items();
    assert_eq!(backups.collect::<Result<Vec<_>, _>>().unwrap().len(), 3 * 4);
}

#[tokio::test]
async fn many_clients_at_once_are_all_answered() {
    let emulator = Emulator::new();
    for number in 0..64 {
        emulator.seed_space(format!("uredis-{number}"), number).unwrap();
    }
    let server = emulator.serve("127.0.0.1:0").unwrap();
    let mut clients = JoinSet::new();
    for number in 0..64_u32 {
        let client = client(&server);
        clients.spawn(async move {
            for _ in 0..5 {
                let page = client.describe_umem_backup(format!("uredis-{number}"));
                let page = page.limit(100).send().await.unwrap();
                assert_eq!(page.total_count, Some(number.into()));
                assert_eq!(page.data_set.len(), 4 * usize::try_from(number).unwrap());
            }
        });
    }
    clients.join_all().await;
    assert_eq!(emulator.calls(), 64 * 5);
}

#[tokio::test]
async fn a_broken_connection_is_what_it_is_in_process() {
    let emulator = seeded();
    let server = emulator
        .server()
        .fault(umem_emulator::parse_fault("DescribeUMemBackup:cut:times=2").unwrap())
        .fault(umem_emulator::parse_fault("CreateUMemBackup:half-body").unwrap())
        .start("127.0.0.1:0")
        .unwrap();
    let client = client(&server);
    let page = client.describe_umem_backup(SPACE).send().await.unwrap();
    assert_eq!((page.metadata().attempts(), page.data_set.len()), (3, 12));
    let seen = emulator.calls();
    let call = client.action("CreateUMemBackup").param("SpaceId", SPACE);
    let error = call.param("BackupName", "before-the-upgrade").send().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Connect, Outcome::Unknown));
    assert_eq!((error.attempts(), emulator.calls() - seen), (1, 1));
}

#[tokio::test]
async fn stopping_lets_calls_end_and_dropping_does_not() {
    let late = "latency=1s";
    let start_call = |server: &Server| {
        let client = client(server);
        tokio::spawn(
            async move { client.describe_umem_backup(SPACE).with_max_attempts(1).send().await },
        )
    };
    // Long enough for the call to have arrived.
    let arrived = async || tokio::time::sleep(Duration::from_millis(300)).await;
    let stopped = |server: Server| {
        let start = Instant::now();
        server.stop();
        start.elapsed()
    };

    let server =
        seeded().server().fault(umem_emulator::parse_fault(late).unwrap()).start("127.0.0.1:0");
    let server = server.unwrap();
    let (address, call) = (server.address(), start_call(&server));
    arrived().await;
    let took = tokio::task::spawn_blocking(move || stopped(server)).await.unwrap();
    assert_eq!(call.await.unwrap().unwrap().data_set.len(), 12);
    assert!(took < Duration::from_secs(4), "it waits for calls, not for its bound: {took:?}");
    std::net::TcpStream::connect(address).unwrap_err();

    let server =
        seeded().server().fault(umem_emulator::parse_fault(late).unwrap()).start("127.0.0.1:0");
    let server = server.unwrap();
    let (address, call) = (server.address(), start_call(&server));
    arrived().await;
    let start = Instant::now();
    drop(server);
    assert!(start.elapsed() < Duration::from_millis(500), "{:?}", start.elapsed());
    call.await.unwrap().unwrap_err();
    std::net::TcpStream::connect(address).unwrap_err();
}

#[test]
fn it_listens_on_this_machine_alone_unless_told_otherwise() {
    let emulator = Emulator::new();
    for address in ["0.0.0.0:0", "[::]:0"] {
        let error = emulator.serve(address).unwrap_err();
        assert!(error.to_string().contains("other machines"), "{error}");
    }
    let server = server();
    let error = emulator.serve(server.address()).unwrap_err().to_string();
    assert!(error.contains(&format!("cannot listen at {}", server.address())), "{error}");
}
