//! Calls that are dropped at each await.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use tokio::time::advance;
use ucloud_umem::transport::Fault;

use crate::kinds::{ALL, Settings, seed};
use crate::world::World;

#[tokio::test(start_paused = true)]
async fn a_call_can_be_dropped_at_each_await_and_called_again() {
    for kind in ALL {
        let mut created_before = 0;
        for patience in 0.. {
            assert!(patience < 400, "it does not end");
            let mut world = World::new();
            world.delay = Duration::from_millis(300);
            seed(&world.emulator);
            world.emulator.set_list_lag(Duration::from_secs(2));
            world.faults.inject(Fault::lost_response().for_action(kind.create).times(1));
            let finished = {
                let mut call = pin!((kind.send_once)(world.client(), Settings::default()));
                let mut finished = false;
                for _ in 0..patience {
                    finished =
                        poll_fn(|context| Poll::Ready(call.as_mut().poll(context).is_ready()))
                            .await;
                    if finished {
                        break;
                    }
                    advance(Duration::from_millis(100)).await;
                }
                finished
            };
            created_before += u32::from(world.sent() > 0);
            let again = (kind.send_once)(world.client(), Settings::default()).await;
            let again = again.expect("a resource");
            world.emulator.set_list_lag(Duration::ZERO);
            let ids = (kind.ids)(world.emulator.client()).await;
            assert_eq!(ids.into_iter().collect::<Vec<_>>(), [again.id()], "{patience}");
            assert_eq!(world.sent(), 1, "{}: {patience}", kind.create);
            if finished {
                break;
            }
        }
        assert!(created_before > 5, "{created_before} calls were dropped after the create");
    }
}
