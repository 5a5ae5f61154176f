//! The API as a program uses it, on fake transports and the emulator. One program, because each
//! further one links HTTP and TLS again.
//!
//! The modules are marked as test code because that is how clippy knows that their helpers may
//! panic.

#[cfg(test)]
mod documentation_examples;
#[cfg(test)]
mod documented_example;
#[cfg(test)]
mod other_products;
#[cfg(test)]
mod paging;
#[cfg(test)]
#[cfg(feature = "serde")]
mod through_serde;
#[cfg(test)]
mod waiter;
#[cfg(test)]
mod waiter_evidence;
#[cfg(test)]
mod whole_api;
