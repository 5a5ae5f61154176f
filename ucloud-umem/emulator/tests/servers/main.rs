//! Real Redis and Memcached servers behind the emulator, in this process and over HTTP.
//!
//! The tests are skipped, with a message, where a program is missing; with
//! `UMEM_EMULATOR_NEEDS_SERVERS=1` they fail. The modules are marked as test code because that is
//! how clippy knows that their helpers may panic.
#![cfg(unix)]

#[cfg(test)]
mod setup;

#[cfg(test)]
mod ends;
#[cfg(test)]
mod failures;
#[cfg(test)]
mod files;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod job;
#[cfg(test)]
mod many;
#[cfg(test)]
mod memcached;
#[cfg(test)]
mod seeds;
#[cfg(test)]
mod spaces;
#[cfg(test)]
mod state;
