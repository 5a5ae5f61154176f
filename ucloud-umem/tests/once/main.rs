//! Creates that are sent once: the table of cases, calls that are dropped, and random faults.
//!
//! The modules are marked as test code because that is how clippy knows that their helpers may
//! panic.

#[cfg(test)]
mod cancel;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod random;
#[cfg(test)]
mod responses;
#[cfg(test)]
mod world;
