//! The page at `/`: its code compiles, its parts are escaped and guarded, and it works in a browser.

#[allow(deprecated, dead_code, missing_docs, unused_imports, reason = "programs to copy")]
#[rustfmt::skip] // as the page shows it
mod programs;

#[cfg(test)]
mod http;

#[cfg(test)]
mod browser;
#[cfg(test)]
mod code;
#[cfg(test)]
mod flows;
