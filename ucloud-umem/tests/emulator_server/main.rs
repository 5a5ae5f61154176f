//! The emulator over HTTP: what it takes, what it answers, and what it does with those who break the rules.
//!
//! Everything runs over real sockets. The modules are marked as test code because that is how clippy knows that their
//! helpers may panic.

#[cfg(test)]
mod http;

#[cfg(test)]
#[cfg(feature = "reqwest")]
mod clients;
#[cfg(test)]
mod command;
#[cfg(test)]
mod control;
#[cfg(test)]
#[cfg(feature = "reqwest")]
mod curl;
#[cfg(test)]
mod faults;
#[cfg(test)]
#[cfg(feature = "reqwest")]
mod flows;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod guard;
#[cfg(test)]
#[cfg(feature = "reqwest")]
mod load;
#[cfg(test)]
mod log;
#[cfg(test)]
#[cfg(feature = "reqwest")]
mod metadata;
#[cfg(test)]
mod sockets;
