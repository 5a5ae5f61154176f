//! Creates that are sent once: the table of cases, calls that are dropped, and random faults.

mod cancel;
mod cases;
mod kinds;
mod random;
mod responses;
mod world;
