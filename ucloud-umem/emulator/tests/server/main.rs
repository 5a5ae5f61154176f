//! The emulator over HTTP: what it takes, what it answers, and what it does with those who break
//! the rules.
//!
//! Everything runs over real sockets. The modules are marked as test code because that is how
//! clippy knows that their helpers may panic.

#[cfg(test)]
mod http;

#[cfg(test)]
mod clients;
#[cfg(test)]
mod command;
#[cfg(test)]
mod control;
#[cfg(test)]
mod curl;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod flows;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod guard;
#[cfg(test)]
mod guests;
#[cfg(test)]
mod load;
#[cfg(test)]
mod log;
#[cfg(test)]
mod metadata;
#[cfg(test)]
mod oauth;
#[cfg(test)]
mod roles;
#[cfg(test)]
mod seeds;
#[cfg(test)]
mod sockets;
#[cfg(test)]
mod state;
#[cfg(test)]
mod tokens;
