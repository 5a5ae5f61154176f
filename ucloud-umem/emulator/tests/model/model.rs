//! The emulator against a model of it that is small enough to be seen to be right: random calls,
//! one after the other, on a clock that only the test moves, and restarts with a state file.

use std::time::Duration;

use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;
use ucloud_umem::{Client, Timestamp};
use umem_emulator::{Clock, Emulator};

/// A step of the emulator in ticks of the model's clock: states are looked at in their middle too.
const STEP: u64 = 2;
const TICK: Duration = Duration::from_millis(500);

/// Wire names that every kind has.
#[derive(Debug)]
struct Kind {
    protocol: &'static str,
    create: &'static str,
    /// The parameter, and the member of the response to the order, that has its id.
    id: &'static str,
    size: i64,
    resize: &'static str,
    /// Further action that takes one step: its name, its other parameter, and the state.
    other: (&'static str, Option<(&'static str, &'static str)>, &'static str),
    delete: &'static str,
    creating: &'static str,
}

const KINDS: [Kind; 3] = [
    Kind {
        protocol: "redis",
        create: "CreateUMemSpace",
        id: "SpaceId",
        size: 16,
        resize: "ResizeUMemSpace",
        other: ("ModifyUMemPassword", Some(("Password", "QW5vdGhlcl8x")), "SetPassword"),
        delete: "DeleteUMemSpace",
        creating: "Starting",
    },
    Kind {
        protocol: "redis",
        create: "CreateURedisGroup",
        id: "GroupId",
        size: 1,
        resize: "ResizeURedisGroup",
        other: ("ModifyURedisGroupPassword", Some(("Password", "QW5vdGhlcl8x")), "SetPassword"),
        delete: "DeleteURedisGroup",
        creating: "Creating",
    },
    Kind {
        protocol: "memcache",
        create: "CreateUMemcacheGroup",
        id: "GroupId",
        size: 1,
        resize: "ResizeUMemcacheGroup",
        other: ("RestartUMemcacheGroup", None, "Restarting"),
        delete: "DeleteUMemcacheGroup",
        creating: "Creating",
    },
];

/// Something that is called, or that time passes. Of resources by their numbers, those that are
/// gone included.
#[derive(Clone, Debug)]
enum Turn {
    Create(usize),
    Resize(usize),
    Other(usize),
    Delete(usize),
    Wait(u64),
    /// The emulator ends, and another one goes on with its state file.
    Restart,
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let turn = prop_oneof![
        2 => (0..KINDS.len()).prop_map(Turn::Create),
        2 => (0..6_usize).prop_map(Turn::Resize),
        2 => (0..6_usize).prop_map(Turn::Other),
        1 => (0..6_usize).prop_map(Turn::Delete),
        4 => (1..=STEP + 1).prop_map(Turn::Wait),
        1 => Just(Turn::Restart),
    ];
    prop::collection::vec(turn, 1..60)
}

/// Resource of the model.
#[derive(Debug)]
struct Known {
    kind: &'static Kind,
    id: String,
    size: i64,
    /// Size as long as it is busy.
    former: i64,
    /// State and its end; then it runs, or is gone.
    busy: (&'static str, u64),
}

impl Known {
    fn state(&self, now: u64) -> Option<&'static str> {
        match self.busy {
            (state, until) if now < until => Some(state),
            ("Deleting", _) => None,
            _ => Some("Running"),
        }
    }

    /// Returns the RetCode of a call that needs the resource to be running.
    fn ret_code(&self, now: u64) -> i64 {
        match self.state(now) {
            None => 230,
            Some("Running") => 0,
            Some(_) => 20204,
        }
    }

    fn begin(&mut self, state: &'static str, now: u64) {
        self.former = self.size;
        self.busy = (state, now + STEP);
    }
}

async fn call(client: &Client, action: &str, parameters: &[(&str, &str)]) -> Result<Value, i64> {
    let parameters = parameters.iter().copied();
    let call =
        parameters.fold(client.action(action), |call, (name, value)| call.param(name, value));
    match call.send().await {
        Ok(response) => Ok(response.value),
        Err(error) => Err(error.ret_code().expect("a refusal").number()),
    }
}

fn start(folder: &TempDir) -> Emulator {
    let clock = Clock::stopped_at(Timestamp::from_unix_seconds(1_800_000_000));
    let step = TICK * u32::try_from(STEP).expect("a few");
    let builder = Emulator::builder().clock(clock).step(step);
    builder.state_file(folder.path().join("umem.json")).expect("a state file").build()
}

/// The emulator and its model.
struct Pair {
    folder: TempDir,
    emulator: Emulator,
    client: Client,
    known: Vec<Known>,
    now: u64,
}

impl Pair {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let emulator = start(&folder);
        let client = emulator.client();
        Self { folder, emulator, client, known: Vec::new(), now: 0 }
    }

    fn restart(&mut self) {
        // The file is free when the last clone is gone.
        self.emulator = Emulator::new();
        self.client = self.emulator.client();
        self.emulator = start(&self.folder);
        self.client = self.emulator.client();
    }

    async fn play(&mut self, turn: &Turn) {
        let (number, resize, delete) = match *turn {
            Turn::Create(kind) => return self.create(&KINDS[kind]).await,
            Turn::Wait(ticks) => {
                self.now += ticks;
                let ticks = u32::try_from(ticks).expect("a few");
                return self.emulator.clock().advance(TICK * ticks);
            }
            Turn::Restart => return self.restart(),
            Turn::Resize(number) => (number, true, false),
            Turn::Other(number) => (number, false, false),
            Turn::Delete(number) => (number, false, true),
        };
        let Some(known) = self.known.get_mut(number) else { return };
        let kind = known.kind;
        let size = known.size * 2;
        if resize && size > 32 {
            return;
        }
        let size_text = size.to_string();
        let (action, state, parameter) = match (resize, delete) {
            (true, _) => (kind.resize, "Resizing", Some(("Size", size_text.as_str()))),
            (_, true) => (kind.delete, "Deleting", None),
            _ => (kind.other.0, kind.other.2, kind.other.1),
        };
        let id = (kind.id, known.id.as_str());
        let parameters: Vec<_> = [id].into_iter().chain(parameter).collect();
        let answer = call(&self.client, action, &parameters).await;
        if delete && matches!(known.state(self.now), Some("Deleting") | None) {
            // Whoever repeats a delete is not refused, and nothing begins anew.
            assert_eq!(answer.err(), None, "{action} of {known:?}");
            return;
        }
        let ret_code = known.ret_code(self.now);
        assert_eq!(answer.err().unwrap_or(0), ret_code, "{action} of {known:?}");
        if ret_code == 0 {
            known.begin(state, self.now);
            if resize {
                known.size = size;
            }
        }
    }

    async fn create(&mut self, kind: &'static Kind) {
        let size = kind.size.to_string();
        let order = [("Name", "a-name"), ("Size", &size), ("HighAvailability", "enable")];
        let response = call(&self.client, kind.create, &order).await.expect("an order");
        let id = response[kind.id].as_str().expect("an id").to_owned();
        let busy = (kind.creating, self.now + STEP);
        self.known.push(Known { kind, id, size: kind.size, former: kind.size, busy });
    }

    /// Compares the emulator with the model.
    async fn compare(&self) {
        for protocol in ["redis", "memcache"] {
            let all = [("Protocol", protocol), ("Limit", "1000")];
            let response = call(&self.client, "DescribeUMem", &all).await.expect("a list");
            let shown = response["DataSet"].as_array().expect("rows");
            let mut shown: Vec<_> = shown
                .iter()
                .map(|row| {
                    (row["ResourceId"].as_str(), row["Size"].as_i64(), row["State"].as_str())
                })
                .collect();
            shown.sort_unstable();
            let known = self.known.iter().filter(|known| known.kind.protocol == protocol);
            let mut expected: Vec<_> = known
                .filter_map(|known| {
                    let state = known.state(self.now)?;
                    let size = if state == "Resizing" { known.former } else { known.size };
                    Some((Some(known.id.as_str()), Some(size), Some(state)))
                })
                .collect();
            expected.sort_unstable();
            assert_eq!(shown, expected);
            assert_eq!(response["TotalCount"], expected.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_calls_leave_what_the_model_says(turns in turns()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let mut pair = Pair::new();
            for turn in &turns {
                pair.play(turn).await;
                pair.compare().await;
            }
        });
    }
}
