//! Sizes that change some time after it was ordered.

use super::clock::{Moment, Time};
use super::life::{Life, Transition};

/// An ordered change of size. The old size counts until the transition has come to its last state.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Resize {
    pub(crate) begins: Moment,
    pub(crate) transition: Transition,
    pub(crate) to: i64,
}

impl Resize {
    /// Carries out as much of an order as its time has come for; the order goes with its end.
    pub(crate) fn carry_out(
        order: &mut Option<Self>,
        life: &mut Life,
        size: &mut i64,
        time: Time,
    ) {
        let Some(resize) = *order else { return };
        if time.now < resize.begins {
            return;
        }
        *life = Life::since(resize.begins, resize.transition);
        if life.has_settled(time) {
            *size = resize.to;
            *order = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::emulator::life::STAYS;

    const RUNNING: Transition = &[("Running", STAYS)];
    const RESIZING: Transition = &[("Resizing", 1), ("Running", STAYS)];

    #[test]
    fn an_order_waits_for_its_time_and_then_takes_a_step() {
        let mut life = Life::since(Moment::at(0), RUNNING);
        let (mut size, begins) = (4, Moment::at(1000));
        let mut order = Some(Resize { begins, transition: RESIZING, to: 8 });
        for (now, state, then, ordered) in [
            (999, "Running", 4, true),
            (1000, "Resizing", 4, true),
            (1099, "Resizing", 4, true),
            (1100, "Running", 8, false),
            (2000, "Running", 8, false),
        ] {
            let time = Time { now: Moment::at(now), step: Duration::from_millis(100) };
            Resize::carry_out(&mut order, &mut life, &mut size, time);
            assert_eq!((life.state(time), size), (Some(state), then), "{now}");
            assert_eq!(order.is_some(), ordered, "{now}");
        }
    }
}
