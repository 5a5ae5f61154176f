//! Reads the catalogue: its tables are run, and what it says of other tests is checked.

use ucloud_umem::{ErrorKind, Outcome};

/// The catalogue of faults.
const CATALOGUE: &str = include_str!("README.md");

/// The last of the catalogue's numbers.
const LAST: u32 = 87;

/// Effect of a call, in the order of the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Read,
    Idempotent,
    Creates,
}

impl Call {
    pub(crate) const ALL: [Self; 3] = [Self::Read, Self::Idempotent, Self::Creates];
}

/// Expected end of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct End {
    /// Requests that the service saw.
    pub(crate) seen: u32,
    /// Attempts of the client.
    pub(crate) tried: u32,
    /// None for success.
    pub(crate) error: Option<(ErrorKind, Outcome)>,
}

impl End {
    /// Reads `3/3 Connect Unknown`, `2 Service Refused` or `1 ok`.
    pub(crate) fn parse(cell: &str) -> Self {
        let (counts, error) = cell.split_once(' ').expect("counts and an end");
        let (seen, tried) = counts.split_once('/').unwrap_or((counts, counts));
        let [seen, tried] = [seen, tried].map(|count| count.parse().expect("a count"));
        let error = (error != "ok").then(|| {
            let (kind, outcome) = error.split_once(' ').expect("a kind and an outcome");
            (read_kind(kind), read_outcome(outcome))
        });
        Self { seen, tried, error }
    }
}

fn read_kind(text: &str) -> ErrorKind {
    use ErrorKind::*;
    let known = [Connect, Timeout, Throttled, Service, Http, Protocol];
    let found = known.into_iter().find(|kind| format!("{kind:?}") == text);
    found.unwrap_or_else(|| panic!("unknown error kind in the table: {text}"))
}

fn read_outcome(text: &str) -> Outcome {
    let known = [Outcome::NotSent, Outcome::Refused, Outcome::Unknown];
    let found = known.into_iter().find(|outcome| format!("{outcome:?}") == text);
    found.unwrap_or_else(|| panic!("unknown outcome in the table: {text}"))
}

/// Returns the rows of the table beneath a heading, each with its cells.
pub(crate) fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let (_, section) = CATALOGUE.split_once(&format!("## {heading}\n")).expect("it");
    let section = section.split("\n## ").next().unwrap_or(section);
    let lines = section.lines().filter(|line| line.starts_with('|')).skip(2);
    let cells =
        |line: &'static str| line.trim_matches('|').split(" | ").map(str::trim).collect::<Vec<_>>();
    lines.map(cells).collect()
}

#[test]
fn every_number_of_the_catalogue_is_in_a_table() {
    let headings = ["On the wire", "On a paused clock", "Elsewhere"];
    let rows: Vec<_> = headings.into_iter().flat_map(rows).collect();
    for number in 1..=LAST {
        let number = number.to_string();
        assert!(rows.iter().any(|row| row[0] == number), "{number} is not there");
    }
}

#[test]
fn every_test_that_the_catalogue_names_is_there() {
    for row in rows("Elsewhere") {
        let [number, _, tests] = row[..] else { panic!("{row:?}") };
        let mut names = 0;
        for test in tests.split("`, `").map(|test| test.trim_matches('`')) {
            let (file, name) = test.split_once("::").expect("a file and a name");
            let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
            let source = std::fs::read_to_string(&path);
            let source = source.unwrap_or_else(|error| panic!("{path}: {error}"));
            assert!(source.contains(&format!("fn {name}(")), "{number}: {test}");
            names += 1;
        }
        assert!(names > 0, "{number}");
    }
}
