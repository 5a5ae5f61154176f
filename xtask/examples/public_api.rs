//! Prints the public API of a crate, from the JSON that rustdoc made of it; see `.ci/public-api`.
//!
//! It is an example, so that `cargo xtask` compiles without the libraries for it.

use std::process::ExitCode;

use public_api::{Builder, Error, PublicApi};

fn main() -> ExitCode {
    let Some(json) = std::env::args_os().nth(1) else {
        eprintln!("expected the path of a file of rustdoc");
        return ExitCode::FAILURE;
    };
    match list(Builder::from_rustdoc_json(json)) {
        Ok(listing) => {
            print!("{listing}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Lists the items. Derived, automatic and blanket implementations follow from them.
fn list(builder: Builder) -> Result<PublicApi, Error> {
    builder
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
}
