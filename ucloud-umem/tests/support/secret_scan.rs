//! All that a test prints, and a look for secrets in it.

use std::error::Error as _;
use std::fmt::{Debug, Write as _};
use std::io;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tracing_subscriber::fmt::format::FmtSpan;
use ucloud_umem::Error;

use super::leaks::forms;

/// All that was printed, and what must not be in it.
#[derive(Default)]
pub(crate) struct Shown {
    texts: Vec<(String, String)>,
}

impl Shown {
    pub(crate) fn value(&mut self, what: &str, value: &impl Debug) {
        self.texts.push((what.to_owned(), format!("{value:?}\n{value:#?}")));
    }

    pub(crate) fn error(&mut self, what: &str, error: &Error) {
        let mut text = format!("{error}\n{error:#}\n{error:?}\n{error:#?}");
        text.push_str(error.body().unwrap_or_default());
        let mut source = error.source();
        while let Some(cause) = source {
            write!(text, "\n{cause}\n{cause:?}\n{cause:#?}").unwrap();
            source = cause.source();
        }
        self.texts.push((what.to_owned(), text));
    }

    pub(crate) fn text(&mut self, what: &str, text: impl Into<String>) {
        self.texts.push((what.to_owned(), text.into()));
    }

    /// Returns the names of the texts that contain one of these secrets.
    pub(crate) fn leaks<'a>(&self, secrets: impl IntoIterator<Item = &'a str>) -> Vec<String> {
        let mut leaks = Vec::new();
        for secret in secrets {
            for form in forms(secret) {
                for (what, text) in &self.texts {
                    if let Some(at) = text.find(&form) {
                        let start = text.floor_char_boundary(at.saturating_sub(60));
                        leaks.push(format!("{what}: ...{} {form}", &text[start..at]));
                    }
                }
            }
        }
        leaks
    }

    pub(crate) fn assert_silent<'a>(&self, secrets: impl IntoIterator<Item = &'a str>) {
        let leaks = self.leaks(secrets);
        assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    }
}

/// Returns every event and span of this process, as text.
pub(crate) fn events() -> Arc<Mutex<Vec<u8>>> {
    static EVENTS: OnceLock<Arc<Mutex<Vec<u8>>>> = OnceLock::new();
    let make = || {
        let events = Arc::<Mutex<Vec<u8>>>::default();
        let sink = Arc::clone(&events);
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_writer(move || Sink(Arc::clone(&sink)))
            .init();
        events
    };
    Arc::clone(EVENTS.get_or_init(make))
}

/// Takes in what a subscriber writes.
pub(crate) struct Sink(pub(crate) Arc<Mutex<Vec<u8>>>);

impl io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
