//! Resizes that take effect some time after the order.

use serde::{Deserialize, Serialize};

use crate::clock::{Moment, Time};
use crate::lifecycle::{Lifecycle, Transition};

/// An ordered change of size. The old size counts until the transition has come to its last state.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Resize {
    begins: Moment,
    transition: Transition,
    to: i64,
    has_begun: bool,
}

impl Resize {
    /// Makes an order for this moment or a later one.
    pub(crate) fn new(begins: Moment, transition: Transition, to: i64) -> Self {
        Self { begins, transition, to, has_begun: false }
    }

    /// Returns when it begins, unless it has begun.
    pub(crate) fn awaited(&self) -> Option<Moment> {
        (!self.has_begun).then_some(self.begins)
    }

    /// Returns when something is next to be done about a resource of this life,
    /// [`carry_out`](Self::carry_out) included.
    pub(crate) fn next_change(
        order: Option<&Self>,
        life: &Lifecycle,
        time: Time,
    ) -> Option<Moment> {
        let next = order.and_then(|order| {
            let (last, _) = order.transition.states().last()?;
            match order.awaited() {
                Some(begins) if begins > time.now => Some(begins),
                _ => (life.state(time) == Some(*last)).then_some(time.now),
            }
        });
        [next, life.next_change(time)].into_iter().flatten().min()
    }

    /// Carries out as much of an order as its time has come for; the order goes with its end, whose
    /// moment is given.
    ///
    /// It waits for what is in another state than the one in which it ends.
    pub(crate) fn carry_out(
        order: &mut Option<Self>,
        life: &mut Lifecycle,
        size: &mut i64,
        time: Time,
    ) -> Option<Moment> {
        let resize = order.as_mut()?;
        let (last, _) = *resize.transition.states().last()?;
        if !resize.has_begun && resize.begins <= time.now && life.state(time) == Some(last) {
            resize.has_begun = true;
            *life = Lifecycle::since(resize.begins, resize.transition);
        }
        if !resize.has_begun || life.state(time) != Some(last) {
            return None;
        }
        let steps = resize.transition.states().iter().filter(|(state, _)| *state != last);
        let steps = steps.map(|(_, steps)| *steps).sum();
        let end = resize.begins.after(time.step.saturating_mul(steps));
        *size = resize.to;
        *order = None;
        Some(end)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::lifecycle::STAYS;

    const RUNNING: Transition = Transition::stays("Running");
    const RESIZING: Transition = Transition::new(&[("Resizing", 1), ("Running", STAYS)]);

    #[test]
    fn an_order_waits_for_its_time_and_then_takes_a_step() {
        let mut life = Lifecycle::since(Moment::from_millis(0), RUNNING);
        let (mut size, begins) = (4, Moment::from_millis(1000));
        let mut order = Some(Resize::new(begins, RESIZING, 8));
        for (now, state, then, ordered) in [
            (999, "Running", 4, true),
            (1000, "Resizing", 4, true),
            (1099, "Resizing", 4, true),
            (1100, "Running", 8, false),
            (2000, "Running", 8, false),
        ] {
            let time = Time { now: Moment::from_millis(now), step: Duration::from_millis(100) };
            let end = Resize::carry_out(&mut order, &mut life, &mut size, time);
            assert_eq!(end.is_some(), now == 1100, "{now}");
            assert_eq!((life.state(time), size), (Some(state), then), "{now}");
            assert_eq!(order.is_some(), ordered, "{now}");
        }
    }

    #[test]
    fn what_is_closed_is_resized_when_it_is_opened_again() {
        const CLOSED: Transition = Transition::stays("Closed");
        let mut life = Lifecycle::since(Moment::from_millis(0), CLOSED);
        let mut size = 4;
        let mut order = Some(Resize::new(Moment::from_millis(1000), RESIZING, 8));
        let step = Duration::from_millis(100);
        let at = |now| Time { now: Moment::from_millis(now), step };
        assert_eq!(Resize::carry_out(&mut order, &mut life, &mut size, at(5000)), None);
        assert_eq!((life.state(at(5000)), size), (Some("Closed"), 4));
        life.enter(RUNNING, at(6000));
        let end = Resize::carry_out(&mut order, &mut life, &mut size, at(6000));
        assert_eq!((end, size), (Some(Moment::from_millis(1100)), 8));
    }
}
