//! Records what is odd about a response, within bounds.

use std::fmt::Display;

use super::Field;
use super::fill::FieldOrder;

/// Most list entries of one response, over all its lists.
pub(crate) const MOST_ENTRIES: usize = 100_000;

/// Most texts that are kept of one kind.
const MOST_TEXTS: usize = 100;

/// The first texts of many, and the number of all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counted {
    first: Vec<String>,
    count: usize,
}

impl Counted {
    /// Adds a text. It is only written where it is kept.
    fn add(&mut self, text: impl Display) {
        if self.first.len() < MOST_TEXTS {
            self.first.push(text.to_string());
        }
        self.count += 1;
    }

    /// The first texts.
    pub(crate) fn first(&self) -> &[String] {
        &self.first
    }

    /// The number of all texts.
    pub(crate) fn count(&self) -> usize {
        self.count
    }
}

/// The number of list entries that were read of a response.
#[derive(Debug, Default)]
pub(crate) struct Entries(usize);

impl Entries {
    /// Counts one more. Fails where there are too many.
    pub(super) fn add(&mut self) -> Result<(), &'static str> {
        self.0 += 1;
        if self.0 > MOST_ENTRIES {
            return Err("too many list entries: expected at most 100,000");
        }
        Ok(())
    }
}

/// Oddities of a response.
#[derive(Debug, Default)]
pub(crate) struct DecodeReport {
    /// Required fields that were absent, null or unusable.
    pub(crate) missing: Counted,
    /// Fields that differ from their documentation, and how.
    unusable: Counted,
    /// List entries so far.
    pub(super) entries: Entries,
    /// Place where reading stopped, if it did.
    pub(super) stopped_at: Option<String>,
    /// Orders of the fields of structures so far.
    pub(super) orders: Vec<FieldOrder>,
}

impl DecodeReport {
    /// Returns the index of the order of these fields.
    pub(super) fn field_order(&mut self, fields: &'static [Field]) -> usize {
        let mut orders = self.orders.iter();
        if let Some(index) = orders.position(|order| std::ptr::eq(order.fields, fields)) {
            return index;
        }
        self.orders.push(FieldOrder::new(fields));
        self.orders.len() - 1
    }

    /// Records a required field that is missing.
    pub(super) fn missing(&mut self, at: impl Display) {
        self.missing.add(at);
    }

    /// Records a field that differs from its documentation.
    pub(super) fn unusable(&mut self, at: impl Display, problem: &str) {
        self.unusable.add(format_args!("{at} ({problem})"));
    }

    /// Remembers the innermost place where reading stopped.
    pub(super) fn stopped<E>(&mut self, at: impl Display, error: E) -> E {
        self.stopped_at.get_or_insert_with(|| at.to_string());
        error
    }

    /// Emits one event for all fields of a kind.
    pub(crate) fn emit(&self) {
        if self.unusable.count > 0 {
            tracing::warn!(
                count = self.unusable.count,
                fields = self.unusable.first.join(", "),
                "the response has fields that differ from their documentation"
            );
        }
        if self.missing.count > 0 {
            tracing::warn!(
                count = self.missing.count,
                fields = self.missing.first.join(", "),
                "the response lacks required fields"
            );
        }
    }
}
