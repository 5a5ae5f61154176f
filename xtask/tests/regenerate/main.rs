//! `cargo xtask regenerate`, run as the maintainers run it.

#![cfg(test)]

mod decisions;
#[cfg(unix)]
mod interrupted;
mod layout;
mod made_up;
mod output;
mod refused;
mod same_everywhere;
mod scale;
mod support;
mod up_to_date;
