//! `cargo xtask regenerate`, run as the maintainers run it.

#![cfg(test)]

mod api_changes;
mod decisions;
// Faults are made in debug builds alone.
#[cfg(debug_assertions)]
mod interrupted;
mod made_up;
mod output;
mod refused;
mod same_everywhere;
mod scale;
mod support;
mod up_to_date;
