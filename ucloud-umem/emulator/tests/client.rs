//! The emulator through the client, as its users meet it.

use std::time::Duration;

use ucloud_umem::actions::DescribeUMemBackup;
use ucloud_umem::enums::{HighAvailability, Protocol};
use ucloud_umem::waiter::Progress;
use ucloud_umem::{Client, Credentials, ErrorKind, Password, PresignedUrl, Timestamp};
use umem_emulator::{Clock, Emulator};

fn stopped() -> Emulator {
    Emulator::with_clock(Clock::stopped_at(Timestamp::from_unix_seconds(1_800_000_000)))
}

#[tokio::test]
async fn parameters_are_checked_and_named() {
    let emulator = Emulator::new();
    let call = || emulator.client().describe_umem_backup("uredis-abc");
    for (call, number, name) in [
        (call().param("Limit", "many"), 230, "Limit"),
        (call().offset(-1), 230, "Offset"),
        (call().region("atlantis"), 230, "Region"),
        (call().zone("hk-02"), 230, "Zone"),
        (call().param("SpaceId", ""), 0, ""),
    ] {
        match call.send().await {
            Ok(_) => assert_eq!(number, 0),
            Err(error) => {
                assert_eq!(error.ret_code().unwrap().number(), number, "{error}");
                assert!(error.to_string().contains(&format!("[{name}]")), "{error}");
                assert_eq!(error.kind(), ErrorKind::Service);
                assert!(error.request_id().is_some());
            }
        }
    }
}

#[tokio::test]
async fn a_missing_parameter_is_named() {
    let emulator = Emulator::new();
    let error = emulator.client().action("DescribeUMemBackup").send().await.unwrap_err();
    assert_eq!(error.ret_code().unwrap().number(), 220);
    assert!(error.to_string().contains("[SpaceId]"), "{error}");
}

#[tokio::test]
async fn backups_come_newest_first_and_in_pages() {
    let emulator = stopped();
    emulator.seed_space("uredis-abc", 25).unwrap();
    let client = emulator.client();
    let page = client.describe_umem_backup("uredis-abc").limit(20).send().await.unwrap();
    // Each backup has an entry for each of the 4 shards.
    assert_eq!((page.data_set.len(), page.total_count), (80, Some(25)));
    assert_eq!(page.missing(), [""; 0]);
    let times: Vec<_> = page.data_set.iter().step_by(4).map(|backup| backup.create_time).collect();
    assert!(times.is_sorted_by(|newer, older| newer > older));

    let mut items = client.describe_umem_backup("uredis-abc").items();
    let mut count = 0;
    while items.try_next().await.unwrap().is_some() {
        count += 1;
    }
    assert_eq!((count, items.resume_offset()), (100, 30));
    assert_eq!(emulator.calls(), 1 + 4);
}

#[tokio::test]
async fn a_space_that_is_not_there_or_elsewhere_has_no_backups() {
    let emulator = Emulator::new();
    emulator.seed_space("uredis-abc", 2).unwrap();
    let client = emulator.client();
    for request in [
        DescribeUMemBackup::new("uredis-xyz"),
        DescribeUMemBackup::new("uredis-abc").zone("cn-bj2-02"),
        DescribeUMemBackup::new("uredis-abc").region("cn-zj").zone("cn-zj-01"),
    ] {
        let page = client.send(request).await.unwrap();
        assert_eq!((page.data_set.len(), page.total_count), (0, Some(0)));
    }
}

#[tokio::test]
async fn a_backup_is_done_after_a_step_of_the_clock() {
    let emulator = stopped();
    emulator.seed_space("uredis-abc", 0).unwrap();
    assert_eq!(emulator.start_backup("uredis-xyz", "x"), None);
    let id = emulator.start_backup("uredis-abc", "before the upgrade").unwrap();
    let state = async || {
        let page = emulator.client().describe_umem_backup("uredis-abc").send().await.unwrap();
        assert_eq!(page.data_set[0].backup_id, id);
        assert_eq!(page.data_set[0].backup_name, "before the upgrade");
        page.data_set[0].state.as_str().to_owned()
    };
    assert_eq!(state().await, "Starting");
    let moment = Duration::from_millis(1);
    emulator.clock().advance(emulator.step().saturating_sub(moment));
    assert_eq!(state().await, "Starting");
    emulator.clock().advance(moment);
    assert_eq!(state().await, "Done");
}

#[tokio::test(start_paused = true)]
async fn waiting_for_a_backup_sees_it_done() {
    let emulator = stopped();
    emulator.seed_space("uredis-abc", 12).unwrap();
    let id = emulator.start_backup("uredis-abc", "now").unwrap();
    let clock = emulator.clock().clone();
    let step = emulator.step();
    let shards = emulator
        .client()
        .wait_until_umem_backup_done("uredis-abc", &id)
        .on_poll(move |progress| {
            assert_eq!(progress.state, Some(if progress.polls == 1 { "Starting" } else { "Done" }));
            clock.advance(step);
        })
        .wait(Duration::from_secs(60))
        .await
        .unwrap();
    assert_eq!(shards.len(), 4);
    assert!(shards.iter().all(|shard| shard.backup_id == id));
    // Two polls of 13 backups, in pages of 10.
    assert_eq!(emulator.calls(), 2 * 3);
}

/// It takes seconds; with rows made of all groups it would take minutes.
#[tokio::test]
async fn a_page_costs_what_is_on_it() {
    let emulator = Emulator::new();
    for number in 0..10_000 {
        emulator.seed_group(format!("uredis-{number}"), 0).unwrap();
    }
    let client = emulator.client();
    let start = std::time::Instant::now();
    for page in 0..50 {
        let call = client.describe_umem(Protocol::Redis).offset(page * 200).limit(20);
        let page = call.send().await.unwrap();
        assert_eq!((page.data_set.len(), page.total_count), (20, Some(10_000)));
    }
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

/// A state that lasts long goes by as fast as the client waits for it.
#[tokio::test(start_paused = true)]
async fn a_paused_clock_of_tokio_is_the_emulators_too() {
    let step = Duration::from_secs(20);
    let emulator = Emulator::builder().clock(Clock::tokio()).step(step).build();
    let client = emulator.client();
    let id = client.create_uredis_group("a-group", HighAvailability::Enabled).send().await.unwrap();
    let id = id.group_id;
    let start = tokio::time::Instant::now();
    let waiter = client.wait_until_umem_running(Protocol::Redis, &id);
    waiter.wait(Duration::from_secs(60)).await.unwrap();
    assert!((20..60).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());

    // A thread that does not belong to the runtime sees the same time.
    let there = emulator.clone();
    let used = |client: Client| async move {
        let page = client.describe_umem(Protocol::Redis).send().await.unwrap();
        page.data_set[0].used_size.unwrap()
    };
    let before = used(client.clone()).await;
    tokio::time::advance(Duration::from_secs(600)).await;
    let after = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.unwrap().block_on(used(there.client()))
    });
    assert_eq!(after.join().unwrap() - before, 10);
    emulator.clock().advance(Duration::from_secs(60));
    assert_eq!(used(client).await - before, 11);
}

#[tokio::test]
async fn a_clock_of_tokio_runs_without_being_paused() {
    let step = Duration::from_millis(50);
    let emulator = Emulator::builder().clock(Clock::tokio()).step(step).build();
    let client = emulator.client();
    let id = client.create_umem_space(1, "a-space").send().await.unwrap().space_id;
    tokio::time::sleep(step * 2).await;
    let state = client.get_umem_space_state(&id).send().await.unwrap().state;
    assert_eq!(state[0].as_str(), "Running");
}

#[test]
fn a_clock_of_tokio_outside_a_runtime_is_that_of_the_machine() {
    let emulator = Emulator::with_clock(Clock::tokio());
    assert!(format!("{:?}", emulator.clock()).contains("None"));
    emulator.clock().advance(Duration::from_secs(1));
}

#[test]
fn an_id_is_seeded_once() {
    let emulator = Emulator::new();
    emulator.seed_space("uredis-abc", 1).unwrap();
    for error in [
        emulator.seed_space("uredis-abc", 1),
        emulator.seed_group("uredis-abc", 0),
        emulator.seed_memcache("uredis-abc"),
    ] {
        let error = error.unwrap_err();
        assert!(error.to_string().contains("id `uredis-abc` already exists"), "{error}");
    }
    emulator.reset();
    emulator.seed_group("uredis-abc", 0).unwrap();
}

#[tokio::test]
async fn a_seeded_id_is_never_given_out() {
    let emulator = Emulator::builder().step(Duration::ZERO).build();
    let client = emulator.client();
    for number in 1..=20 {
        emulator.seed_group(format!("uredis-{number:06}"), 0).unwrap();
    }
    client.delete_uredis_group("uredis-000007").send().await.unwrap();
    for number in 0..20 {
        let order =
            client.create_uredis_group(format!("group-{number}"), HighAvailability::Enabled);
        let id = order.send().await.unwrap().group_id;
        assert!(id.as_str() > "uredis-000020", "{id}");
    }
}

#[tokio::test(start_paused = true)]
async fn waiting_ends_with_the_deadline_and_names_the_last_state() {
    let emulator = stopped();
    emulator.seed_space("uredis-abc", 0).unwrap();
    let id = emulator.start_backup("uredis-abc", "never").unwrap();
    let client = emulator.client();
    for (id, word) in [(id.as_str(), "Starting"), ("umembackup-x", "never there")] {
        let start = tokio::time::Instant::now();
        let waiter = client.wait_until_umem_backup_done("uredis-abc", id);
        let error = waiter.wait(Duration::from_secs(60)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Wait);
        assert!(error.to_string().contains(word), "{error}");
        assert!(start.elapsed() <= Duration::from_secs(60));
    }
}

#[tokio::test(start_paused = true)]
async fn a_space_is_ordered_backed_up_and_deleted() {
    let emulator = stopped();
    let client = emulator.client();
    let order = client.create_umem_space(8, "a-space").password(Password::new("secret"));
    let id = order.send().await.unwrap().space_id;
    let state = async || {
        let response = client.get_umem_space_state(&id).send().await.unwrap();
        response.state[0].as_str().to_owned()
    };
    assert_eq!(state().await, "Starting");
    let early = client.create_umem_backup(&id, "too-early").send().await.unwrap_err();
    assert_eq!(early.ret_code().unwrap().number(), 20204, "{early}");
    emulator.clock().advance(emulator.step());
    assert_eq!(state().await, "Running");

    let backup = client.create_umem_backup(&id, "in-good-time").send().await.unwrap();
    let backup = backup.backup_id;
    emulator.clock().advance(emulator.step());
    emulator.served_at("http://127.0.0.1:8080");
    let addresses = client.describe_umem_backup_url(&id, &backup).send().await.unwrap();
    let shards = client.describe_umem_block_info(&id).send().await.unwrap().data_set;
    let files = shards.iter().map(|shard| format!("{backup}-{}.rdb", shard.block_id));
    let files = files.map(|file| format!("http://127.0.0.1:8080/_emulator/downloads/{file}"));
    let addresses = addresses.backup_url.iter().map(PresignedUrl::reveal);
    assert!(addresses.eq(files), "an address for each shard");
    assert_eq!(shards.len(), 4);

    client.delete_umem_space(&id).send().await.unwrap();
    assert_eq!(state().await, "Deleting");
    emulator.clock().advance(emulator.step());
    let gone = client.get_umem_space_state(&id).send().await.unwrap_err();
    assert_eq!(gone.ret_code().unwrap().number(), 230, "{gone}");
    assert!(gone.to_string().contains(&id), "{gone}");
}

#[tokio::test(start_paused = true)]
async fn a_group_is_ordered_resized_backed_up_and_deleted() {
    const MINUTE: Duration = Duration::from_secs(60);
    let emulator = stopped();
    let client = emulator.client();
    let order = client.create_uredis_group("a-group", HighAvailability::Enabled).size(2);
    let id = order.password(Password::new("secret")).send().await.unwrap();
    let id = id.group_id;
    // The first poll of each wait sees what is going on; then it is over.
    let poll = |busy| {
        let (clock, step) = (emulator.clock().clone(), emulator.step());
        move |progress: &Progress<'_>| {
            assert!(progress.polls > 1 || progress.state == Some(busy), "{progress:?}");
            clock.advance(step);
        }
    };

    let waiter = client.wait_until_umem_running(Protocol::Redis, &id);
    let group = waiter.on_poll(poll("Creating")).wait(MINUTE).await.unwrap();
    assert_eq!((group.size, group.has_password), (Some(2), Some(true)));

    client.resize_uredis_group(&id, 8).send().await.unwrap();
    let waiter = client.wait_until_umem_resized(Protocol::Redis, &id, 8);
    let group = waiter.on_poll(poll("Resizing")).wait(MINUTE).await.unwrap();
    assert_eq!(group.size, Some(8));

    let backup = client.create_uredis_backup(&id, "in-good-time").send().await.unwrap();
    let backup = backup.backup_id;
    let waiter = client.wait_until_uredis_backup_done(&id, &backup);
    let done = waiter.on_poll(poll("Backuping")).wait(MINUTE).await.unwrap();
    assert_eq!(done.group_name.as_deref(), Some("a-group"));
    let address = client.describe_uredis_backup_url(&backup).send().await.unwrap();
    assert!(address.backup_path.unwrap().reveal().contains(&backup));

    client.delete_uredis_group(&id).send().await.unwrap();
    let waiter = client.wait_until_umem_deleted(Protocol::Redis, &id);
    waiter.on_poll(poll("Deleting")).wait(MINUTE).await.unwrap();
    let gone = client.restart_uredis_group(&id).send().await.unwrap_err();
    assert_eq!(gone.ret_code().unwrap().number(), 230, "{gone}");
    assert!(gone.to_string().contains("[GroupId]"), "{gone}");
}

#[tokio::test(start_paused = true)]
async fn shards_and_proxies_are_waited_for() {
    let emulator = stopped();
    emulator.seed_space("uredis-abc", 0).unwrap();
    let client = emulator.client();
    let minute = Duration::from_secs(60);
    let (clock, step) = (emulator.clock().clone(), emulator.step());
    let tick = move || clock.advance(step);

    let shards = client.describe_umem_block_info("uredis-abc");
    let shard = shards.items().try_next().await.unwrap().unwrap().block_id;
    let resize = client.resize_udredis_block_size("uredis-abc", &shard, 8);
    resize.send().await.unwrap();
    let each = tick.clone();
    let resized = client
        .wait_until_umem_block_resized("uredis-abc", &shard, 8)
        .on_poll(move |_| each())
        .wait(minute)
        .await
        .unwrap();
    assert_eq!((resized.block_id, resized.block_size), (shard, 8));

    let order = client.create_udredis_uhproxy("uredis-abc", 2).send().await.unwrap();
    let each = tick.clone();
    let proxy = client
        .wait_until_udredis_proxy_running("uredis-abc", &order.resource_id)
        .on_poll(move |_| each())
        .wait(minute)
        .await
        .unwrap()
        .proxy_id;
    let clients = client.describe_udredis_proxy_client_list("uredis-abc", &proxy);
    let clients = clients.send().await.unwrap();
    assert_eq!((clients.count, clients.proxy_client_list.len()), (24, 2));

    client.delete_udredis_proxy("uredis-abc", &proxy).send().await.unwrap();
    client
        .wait_until_udredis_proxy_deleted("uredis-abc", &proxy)
        .on_poll(move |_| tick())
        .wait(minute)
        .await
        .unwrap();
    let left = client.describe_udredis_proxy_info("uredis-abc").send().await.unwrap();
    assert_eq!((left.data_set.len(), left.missing()), (0, &[][..]));
}

#[tokio::test]
async fn projects_see_their_own_resources_alone() {
    let emulator = Emulator::new();
    let client = emulator.client();
    let theirs = client.with_project_id("org-theirs");
    let id = theirs.create_umem_space(1, "a-space").send().await.unwrap().space_id;
    assert!(theirs.get_umem_space_state(&id).send().await.is_ok());
    let error = client.get_umem_space_state(&id).send().await.unwrap_err();
    assert_eq!(error.ret_code().unwrap().number(), 230, "{error}");
}

#[tokio::test]
async fn a_value_that_no_page_lists_is_refused() {
    let client = Emulator::new().client();
    let request = client.create_umem_space(1, "a-space").charge_type("Weekly".into());
    let error = request.send().await.unwrap_err();
    assert_eq!(error.ret_code().unwrap().number(), 230);
    assert!(error.to_string().contains("[ChargeType]"), "{error}");
    assert!(error.to_string().contains("Weekly"), "{error}");
}

#[tokio::test]
async fn the_builder_chooses_keys_clock_and_step() {
    let emulator = Emulator::builder()
        .credentials("public", "private")
        .clock(Clock::stopped_at(Timestamp::from_unix_seconds(1_800_000_000)))
        .step(Duration::ZERO)
        .build();
    let client = emulator.client();
    let id = client.create_umem_space(1, "a-space").send().await.unwrap().space_id;
    let response = client.get_umem_space_state(&id).send().await.unwrap();
    assert_eq!(response.state[0].as_str(), "Running");

    let stranger = Client::builder()
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .transport(emulator.clone())
        .build()
        .unwrap();
    let error = stranger.get_umem_space_state(&id).send().await.unwrap_err();
    assert_eq!(error.ret_code().unwrap().number(), 172, "{error}");
}

#[tokio::test]
async fn a_reset_emulator_is_as_new() {
    let emulator = Emulator::new();
    let order = || emulator.client().create_umem_space(1, "a-space");
    let first = order().send().await.unwrap().space_id;
    emulator.seed_space("uredis-abc", 1).unwrap();
    emulator.reset();
    assert_eq!(emulator.calls(), 0);
    assert_eq!(emulator.start_backup("uredis-abc", "x"), None);
    emulator.reset();
    assert_eq!(order().send().await.unwrap().space_id, first);
}

/// The list is data, so that a new action needs no Rust; one that is missing in it is seen in
/// review.
#[test]
fn actions_that_answer_with_their_example_are_listed() {
    let listed = include_str!("example_only_actions.txt").lines();
    let listed: Vec<_> = listed.filter(|line| !line.starts_with('#')).collect();
    assert_eq!(
        Emulator::example_only_actions(),
        listed,
        "mend tests/example_only_actions.txt: the emulator's actions without behaviour, in byte order"
    );
}

#[test]
fn the_blocking_client_lists_and_waits() {
    let emulator = stopped();
    emulator.seed_space("uredis-abc", 12).unwrap();
    let client = ucloud_umem::blocking::Client::new(emulator.client()).unwrap();
    let names: Result<Vec<_>, _> = client
        .describe_umem_backup("uredis-abc")
        .items()
        .map(|backup| backup.map(|backup| backup.backup_name))
        .collect();
    assert_eq!(names.unwrap().len(), 12 * 4);

    let id = emulator.start_backup("uredis-abc", "now").unwrap();
    emulator.clock().advance(emulator.step());
    let own = client.clone();
    let shards = client
        .wait_until_umem_backup_done("uredis-abc", &id)
        .on_poll(move |progress| {
            assert_eq!(progress.state, Some("Done"));
            // It runs on the client's own thread, which cannot wait for itself.
            let error = own.describe_umem_backup("uredis-abc").send().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        })
        .wait(Duration::from_secs(60))
        .unwrap();
    assert!(shards.len() == 4 && shards.iter().all(|shard| shard.backup_id == id));
}

#[test]
fn its_types_are_send_sync_and_static() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Emulator>();
    shared::<umem_emulator::EmulatorBuilder>();
    shared::<Clock>();
    shared::<umem_emulator::Error>();
}

#[tokio::test]
#[expect(deprecated, reason = "every list lags")]
async fn every_list_lags_behind_what_is_created() {
    let clock = Clock::stopped_at(Timestamp::from_unix_seconds(1_800_000_000));
    let emulator = Emulator::builder().clock(clock).list_lag(Duration::from_secs(2)).build();
    emulator.seed_space("umem-a", 0).unwrap();
    emulator.seed_group("uredis-a", 0).unwrap();
    let client = emulator.client();
    client.create_umem_space(16, "a-space").send().await.unwrap();
    let group = client.create_uredis_group("a-group", HighAvailability::Enabled).send();
    let group = group.await.unwrap().group_id;
    let replica = client.create_uredis_group("a-replica", HighAvailability::Disabled);
    replica.master_group_id("uredis-a").send().await.unwrap();
    client.create_umemcache_group("a-cache").send().await.unwrap();
    client.create_umem_backup("umem-a", "a-backup").send().await.unwrap();
    client.create_uredis_backup("uredis-a", "a-backup").send().await.unwrap();
    let counts = || async {
        let instances = client.describe_umem(Protocol::Redis).send().await.unwrap().data_set;
        let replicas = instances.iter().map(|instance| instance.replicas.len()).sum();
        let one = client.describe_uredis_group().group_id(&group).send().await.unwrap();
        [
            instances.len(),
            replicas,
            one.data_set.len(),
            client.describe_umem_space().send().await.unwrap().data_set.len(),
            client.describe_uredis_group().send().await.unwrap().data_set.len(),
            client.describe_umemcache_group().send().await.unwrap().data_set.len(),
            client.describe_umem_backup("umem-a").send().await.unwrap().data_set.len(),
            client
                .describe_uredis_backup()
                .group_id("uredis-a")
                .send()
                .await
                .unwrap()
                .data_set
                .len(),
        ]
    };
    assert_eq!(counts().await, [2, 0, 0, 1, 1, 0, 0, 0]);
    emulator.clock().advance(Duration::from_millis(1999));
    assert_eq!(counts().await, [2, 0, 0, 1, 1, 0, 0, 0]);
    emulator.clock().advance(Duration::from_millis(1));
    assert_eq!(counts().await, [4, 1, 1, 2, 3, 1, 4, 1]);
    emulator.set_list_lag(Duration::from_secs(3));
    assert_eq!(counts().await[0], 2);
    emulator.set_list_lag(Duration::ZERO);
    assert_eq!(counts().await[0], 4);
}
