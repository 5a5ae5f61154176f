//! Diagnostics of a description.

pub(crate) mod text;

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::source::File;

/// Length limit of a line that is shown.
const LONGEST_SHOWN_LINE: usize = 2_000;

/// Limit of diagnostics that are shown. The others are counted.
const MOST_SHOWN: usize = 500;

/// All diagnostics of a description, in the order of files and lines.
#[derive(Clone, Debug)]
pub struct Report {
    /// At least one.
    pub diagnostics: Vec<Diagnostic>,
}

/// One diagnostic.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Path relative to the description's folder.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// Counted in characters from 1.
    pub column: usize,
    /// The problem and its row.
    pub title: String,
    /// Text beside the marked place.
    pub label: String,
    /// Advice.
    pub help: String,
    /// The line, if it can be shown, and the marked place in it.
    shown: Option<(String, Range<usize>)>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = Level::ERROR.primary_title(self.title.as_str());
        let mut group = match &self.shown {
            Some((line, span)) => {
                let annotation = AnnotationKind::Primary.span(span.clone());
                let label = (!self.label.is_empty()).then_some(self.label.as_str());
                title.element(
                    Snippet::source(line.as_str())
                        .line_start(self.line)
                        .path(self.file.as_str())
                        .annotation(annotation.label(label)),
                )
            }
            None => title
                .element(Origin::path(self.file.as_str()).line(self.line).char_column(self.column)),
        };
        if !self.help.is_empty() {
            group = group.element(Level::HELP.message(self.help.as_str()));
        }
        f.write_str(&Renderer::plain().render(&[group]))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in self.diagnostics.iter().take(MOST_SHOWN) {
            writeln!(f, "{diagnostic}\n")?;
        }
        match self.diagnostics.len() {
            1 => writeln!(f, "1 diagnostic"),
            count if count > MOST_SHOWN => {
                writeln!(f, "{count} diagnostics, of which the first {MOST_SHOWN} are shown")
            }
            count => writeln!(f, "{count} diagnostics"),
        }
    }
}

impl std::error::Error for Report {}

/// Place in the description's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    /// Index of the file.
    pub(crate) file: usize,
    /// Bytes from the file's start.
    pub(crate) start: usize,
    /// The first byte after it.
    pub(crate) end: usize,
}

impl Span {
    /// Creates the span of a whole file.
    pub(crate) fn file(file: usize) -> Self {
        Self { file, start: 0, end: 0 }
    }
}

/// Collector of diagnostics.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    found: Vec<Found>,
}

/// A diagnostic whose place is still in bytes.
#[derive(Debug)]
pub(crate) struct Found {
    span: Span,
    title: String,
    label: String,
    help: String,
}

impl Diagnostics {
    /// Reports a diagnostic. A label and a help may follow.
    pub(crate) fn report(&mut self, span: Span, title: impl Into<String>) -> &mut Found {
        let index = self.found.len();
        let (label, help) = (String::new(), String::new());
        self.found.push(Found { span, title: title.into(), label, help });
        &mut self.found[index]
    }

    /// Reports something that is there already: ``duplicate row `Zone` ``.
    pub(crate) fn report_duplicate(&mut self, span: Span, what: impl fmt::Display) {
        self.report(span, format!("duplicate {what}"))
            .label("this is the second")
            .help("keep one of the two");
    }

    /// Returns the report as an error, if there is a diagnostic.
    pub(crate) fn into_report(mut self, files: &[File<'_>]) -> Result<(), Report> {
        if self.found.is_empty() {
            return Ok(());
        }
        self.found.sort_by(|a, b| (a.span, &a.title).cmp(&(b.span, &b.title)));
        self.found.dedup_by(|a, b| a.span == b.span && a.title == b.title);
        let mut lines = Lines::default();
        let diagnostics = self
            .found
            .into_iter()
            .filter_map(|found| Some(lines.locate(files.get(found.span.file)?, found)))
            .collect();
        Err(Report { diagnostics })
    }
}

impl Found {
    /// Sets the text beside the marked place.
    pub(crate) fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = label.into();
        self
    }

    /// Sets the advice below.
    pub(crate) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = help.into();
        self
    }
}

/// Converter of byte offsets to lines and columns. Spans come in their order, so that each file is
/// read once.
#[derive(Default)]
pub(crate) struct Lines {
    file: Option<usize>,
    line: usize,
    start: usize,
}

impl Lines {
    /// Returns the line of a span, counted from 1.
    pub(crate) fn line(&mut self, file: &File<'_>, span: Span) -> usize {
        if self.file != Some(span.file) || span.start < self.start {
            *self = Self { file: Some(span.file), line: 1, start: 0 };
        }
        let place = file.text.floor_char_boundary(span.start);
        while let Some(length) = file.text[self.start..place].find('\n') {
            self.start += length + 1;
            self.line += 1;
        }
        self.line
    }

    fn locate(&mut self, file: &File<'_>, found: Found) -> Diagnostic {
        let number = self.line(file, found.span);
        let text = file.text.as_ref();
        let line = text[self.start..].split('\n').next().unwrap_or_default();
        let first = text.floor_char_boundary(found.span.start) - self.start;
        let last = text.floor_char_boundary(found.span.end.max(found.span.start)) - self.start;
        // A span of several lines is shown on its first line.
        let last = if last > line.len() { line.trim_end().len().max(first) } else { last };
        let shown = !line.is_empty() && line.len() <= LONGEST_SHOWN_LINE;
        Diagnostic {
            file: file.path.to_owned(),
            line: number,
            column: line.get(..first).map_or(1, |before| before.chars().count() + 1),
            title: found.title,
            label: found.label,
            help: found.help,
            shown: shown.then(|| (line.to_owned(), first..last)),
        }
    }
}
