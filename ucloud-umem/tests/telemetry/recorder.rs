//! A subscriber that remembers spans and events.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::{Context, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;

/// Names and values as text.
pub(crate) type Fields = BTreeMap<String, String>;

/// A span as it was left.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    pub(crate) id: u64,
    pub(crate) name: &'static str,
    pub(crate) level: Level,
    pub(crate) parent: Option<u64>,
    pub(crate) fields: Fields,
}

/// An event, and the span that it was in.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) level: Level,
    pub(crate) span: Option<u64>,
    pub(crate) fields: Fields,
}

/// Everything that was recorded.
#[derive(Clone, Default)]
pub(crate) struct Recorder(Arc<Mutex<(Vec<Span>, Vec<Told>)>>);

impl Recorder {
    pub(crate) fn dispatch(&self) -> tracing::Dispatch {
        tracing_subscriber::registry().with(self.clone()).into()
    }

    /// Spans of this crate, and of tests, by their order.
    pub(crate) fn spans(&self) -> Vec<Span> {
        self.0.lock().unwrap().0.clone()
    }

    /// Events of this crate.
    pub(crate) fn events(&self) -> Vec<Told> {
        self.0.lock().unwrap().1.clone()
    }

    /// Events of this crate that say this.
    pub(crate) fn events_that_say(&self, message: &str) -> Vec<Told> {
        let mut events = self.events();
        events.retain(|event| event.fields["message"] == message);
        events
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Recorder {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Collected::default();
        attributes.record(&mut fields);
        let parent = context.span(id).and_then(|span| span.parent().map(|at| at.id()));
        self.0.lock().unwrap().0.push(Span {
            id: id.into_u64(),
            name: attributes.metadata().name(),
            level: *attributes.metadata().level(),
            parent: parent.map(|id| id.into_u64()),
            fields: fields.0,
        });
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, _: Context<'_, S>) {
        let mut told = self.0.lock().unwrap();
        let span = told.0.iter_mut().rev().find(|span| span.id == id.into_u64());
        let mut fields = Collected::default();
        values.record(&mut fields);
        span.expect("a span").fields.append(&mut fields.0);
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        if !event.metadata().target().starts_with("ucloud_umem") {
            return;
        }
        let mut fields = Collected::default();
        event.record(&mut fields);
        self.0.lock().unwrap().1.push(Told {
            level: *event.metadata().level(),
            span: context.event_span(event).map(|span| span.id().into_u64()),
            fields: fields.0,
        });
    }
}

#[derive(Default)]
struct Collected(Fields);

impl Visit for Collected {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }
}
