//! Changes of the API.

use std::fmt;

use crate::description::Text;
use crate::import::diff::places::{Owner, Places};

/// Weight of a change for those who call the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Callers have to change, or their calls fail.
    Breaking,
    /// There is more than before.
    Added,
    /// Callers need not change.
    Changed,
    /// An example is another one.
    Example,
    /// The page says something else in prose: a person has to read it.
    Text,
}

/// Kind of a change, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// No page describes it any more.
    Gone,
    /// Its type is another one.
    Type,
    /// It became required.
    Required,
    /// It is no longer required.
    Optional,
    /// It was not there before.
    New,
    /// A row was brought into line with the pages.
    Reconciled,
    /// A page describes what was known from elsewhere.
    Documented,
    /// It is on another page, or is spelled otherwise.
    Moved,
    /// The example's request.
    ExampleRequest,
    /// The example's response.
    ExampleResponse,
    /// The description in prose.
    Text,
    /// The page is compared for the first time.
    FirstSeen,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its weight.
    pub weight: Weight,
    /// Its kind.
    pub kind: Kind,
    /// The action or the model.
    pub of: String,
    /// The row, when it is about one.
    pub row: Option<String>,
    /// The whole, as a sentence.
    pub text: String,
    /// File and line on the page, counted from 1.
    pub place: Option<(String, usize)>,
}

impl Weight {
    /// As a heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Example => "examples",
            Self::Text => "text",
        }
    }
}

impl Kind {
    /// As one word, for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::New => "new",
            Self::Type => "type",
            Self::Required => "required",
            Self::Optional => "optional",
            Self::Documented => "documented",
            Self::Reconciled => "reconciled",
            Self::Moved => "moved",
            Self::ExampleRequest => "example_request",
            Self::ExampleResponse => "example_response",
            Self::Text => "text",
            Self::FirstSeen => "first_seen",
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        match &self.place {
            Some((file, line)) => write!(f, " ({file}:{line})"),
            None => Ok(()),
        }
    }
}

impl Change {
    /// The worst first; of what hurts as much, whole actions and models before rows.
    pub(crate) fn rank(&self) -> (Weight, Option<(Kind, bool)>) {
        let is_sorted = matches!(self.weight, Weight::Breaking | Weight::Added);
        (self.weight, is_sorted.then_some((self.kind, self.row.is_some())))
    }
}

/// The changes that are found, with their places on the pages.
pub(super) struct Changes<'a> {
    pub(super) places: Places<'a>,
    pub(super) list: Vec<Change>,
}

impl Changes<'_> {
    /// Adds a change of a row, or of the whole action or model.
    pub(super) fn add(
        &mut self,
        weight: Weight,
        kind: Kind,
        owner: Owner<'_>,
        row: Option<&str>,
        text: String,
    ) {
        let place = self.places.find(owner, row);
        let (of, row) = (owner.name.to_owned(), row.map(str::to_owned));
        self.list.push(Change { weight, kind, of, row, text, place });
    }

    /// Adds that an action, a model or an enum is on no page any more.
    pub(super) fn gone(&mut self, name: &str, text: String) {
        self.list.push(Change {
            weight: Weight::Breaking,
            kind: Kind::Gone,
            of: name.to_owned(),
            row: None,
            text,
            place: None,
        });
    }
}

/// Quotes what was written about something that goes.
pub(super) fn went(doc: Option<&Text>) -> String {
    doc.map(|doc| format!("; what was written of it: {:?}", doc.trim())).unwrap_or_default()
}
