//! A test per kind of drift: a changed page gives exactly the lines that a maintainer would write.

mod examples;
mod names;
mod requests;
mod responses;
mod texts;
