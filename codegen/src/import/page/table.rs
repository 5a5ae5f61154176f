//! A table's columns, and its rows cut into them.

use super::markdown::{Cell, Table, TableRow, cell};
use crate::diagnostics::text::code;
use crate::import::note::Notes;

/// Columns of a table by their kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    name: usize,
    ty: Option<usize>,
    text: Option<usize>,
    required: Option<usize>,
    count: usize,
}

/// A row in its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) name: Cell,
    /// `None` where the table has no such column; it may still be empty.
    pub(super) ty: Option<Cell>,
    pub(super) text: Cell,
    pub(super) required: Option<Cell>,
    pub(super) line: usize,
}

/// Kind of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Name,
    Type,
    Text,
    Required,
    Value,
}

/// Returns the kind of a column by its title.
fn kind(title: &str) -> Option<Kind> {
    let title = title.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    // In this order: 参数类型 is a type, 参数说明 a description, 是否必填 what is required.
    if has(&["必填", "必选", "必须", "必需", "必要", "required", "mandatory"]) {
        Some(Kind::Required)
    } else if has(&["类型", "type"]) {
        Some(Kind::Type)
    } else if has(&["描述", "说明", "含义", "备注", "desc", "explan", "remark", "comment"])
    {
        Some(Kind::Text)
    } else if has(&["值", "枚举", "value", "enum"]) {
        Some(Kind::Value)
    } else if has(&["名", "参数", "字段", "变量", "name", "param", "field", "member", "element"])
    {
        Some(Kind::Name)
    } else {
        None
    }
}

/// Checks for a table whose rows have a name and a type by its header.
pub(super) fn describes_rows(table: &Table<'_>) -> bool {
    let has = |wanted| table.header.iter().any(|cell| kind(&cell.text) == Some(wanted));
    has(Kind::Name) && has(Kind::Type)
}

/// Checks for a table that explains values, not fields: it has no types, and its first column has
/// values, or it comes after the table of the fields.
pub(super) fn explains_values(table: &Table<'_>, before: Option<&Table<'_>>) -> bool {
    let kinds: Vec<_> = table.header.iter().map(|cell| kind(&cell.text)).collect();
    let has_fields = kinds.contains(&Some(Kind::Type)) || kinds.contains(&Some(Kind::Required));
    let has_values = kinds.first() == Some(&Some(Kind::Value));
    !has_fields && (has_values || before.is_some_and(describes_rows))
}

impl Columns {
    /// Reads a table's header. Without a column of names it is an error.
    pub(super) fn read(table: &Table<'_>, notes: &mut Notes<'_>) -> Option<Self> {
        let kinds: Vec<_> = table.header.iter().map(|cell| kind(&cell.text)).collect();
        let unknown = kinds.iter().all(Option::is_none);
        let find = |wanted, usual: usize| {
            let named = kinds.iter().position(|kind| *kind == Some(wanted));
            // A header that says nothing is above the usual columns.
            let silent =
                table.header.get(usual).is_some_and(|cell| unknown || cell.text.is_empty());
            named.or_else(|| silent.then_some(usual))
        };
        let count = kinds.len();
        let name = find(Kind::Name, 0).or_else(|| kinds.iter().position(Option::is_none));
        let (ty, text) = (find(Kind::Type, 1), find(Kind::Text, 2));
        let required = find(Kind::Required, 3);
        let Some(name) = name.filter(|_| count > 1) else {
            notes.error(table.line, "unreadable table: expected a column of names");
            return None;
        };
        Some(Self { name, ty, text, required, count })
    }

    /// Checks for a column of types.
    pub(super) fn has_types(&self) -> bool {
        self.ty.is_some()
    }

    /// Checks for a column of what is required.
    pub(super) fn says_required(&self) -> bool {
        self.required.is_some()
    }

    /// The cells of a row that has fewer or more than the table's columns. A `|` that is not
    /// escaped is part of a sentence, so that what is left over belongs to the description.
    fn fit(&self, pieces: &[&str], line: usize, notes: &mut Notes<'_>) -> Vec<Cell> {
        let blank = |piece: &&&str| piece.trim().is_empty();
        let blanks = pieces.iter().skip(self.count).rev().take_while(blank).count();
        let surplus = pieces.len().saturating_sub(self.count + blanks);
        let name =
            || code(&pieces.get(self.name).map(|piece| cell(piece).text).unwrap_or_default());
        let Some(text) = self.text.filter(|_| surplus > 0) else {
            if surplus > 0 {
                let text = format!("row {} has more cells than the table has columns", name());
                notes.add(line, format!("{text}: the others are left out"));
            }
            return pieces.iter().take(self.count).map(|piece| cell(piece)).collect();
        };
        let text_of = format!("row {} has more cells than the table has columns", name());
        notes.add(line, format!("{text_of}: taken for a `|` in its description"));
        let (before, rest) = pieces.split_at_checked(text).unwrap_or((pieces, &[]));
        let (within, after) = rest.split_at_checked(surplus + 1).unwrap_or((rest, &[]));
        let mut cells: Vec<_> = before.iter().map(|piece| cell(piece)).collect();
        cells.push(cell(&within.join("|")));
        cells.extend(after.iter().map(|piece| cell(piece)));
        cells
    }

    fn cut(&self, cells: &[Cell], line: usize) -> Cut {
        let at = |index: usize| cells.get(index).cloned().unwrap_or_default();
        Cut {
            name: at(self.name),
            ty: self.ty.map(at),
            text: self.text.map(at).unwrap_or_default(),
            required: self.required.map(at),
            line,
        }
    }
}

/// A row, perhaps written on several lines.
struct Written<'r, 't> {
    first: &'r TableRow<'t>,
    source: String,
    /// Number of `|` in the source.
    bars: usize,
    lines: usize,
}

impl<'r, 't> Written<'r, 't> {
    fn new(row: &'r TableRow<'t>) -> Self {
        let bars = bars(row.source).count();
        Self { first: row, source: row.source.to_owned(), bars, lines: 1 }
    }

    /// Checks for a row whose rest may be on the next line.
    fn goes_on(&self, columns: &Columns) -> bool {
        self.bars <= columns.count && !self.source.ends_with('|')
    }

    fn append(&mut self, row: &TableRow<'_>) {
        self.source.push(' ');
        self.source.push_str(row.source);
        self.bars += bars(row.source).count();
        self.lines += 1;
    }

    fn cut(&self, columns: &Columns, notes: &mut Notes<'_>) -> Cut {
        let line = self.first.line;
        if self.lines == 1 && bars(self.source.trim_matches('|')).count() < columns.count {
            return columns.cut(&self.first.cells, line);
        }
        let pieces = pieces(&self.source);
        columns.cut(&columns.fit(&pieces, line, notes), line)
    }
}

/// The table's rows, without those that say nothing.
pub(super) fn cut(table: &Table<'_>, columns: &Columns, notes: &mut Notes<'_>) -> Vec<Cut> {
    let mut rows: Vec<Written<'_, '_>> = Vec::with_capacity(table.rows.len());
    for row in table.rows.iter().filter(|row| !says_nothing(row, table)) {
        // Markdown takes every line below a table for a row, up to an empty one.
        if !table.fenced || row.source.starts_with('|') {
            rows.push(Written::new(row));
            continue;
        }
        let text = match rows.last_mut().filter(|above| above.goes_on(columns)) {
            Some(above) => {
                above.append(row);
                "does not start with `|`: taken for the rest of the row above"
            }
            None => "does not start with `|` as the rows above do: left out",
        };
        notes.add(row.line, text);
    }
    rows.iter().map(|row| row.cut(columns, notes)).collect()
}

/// Checks for a blank row, or the header or the line below it once more.
fn says_nothing(row: &TableRow<'_>, table: &Table<'_>) -> bool {
    let mut texts = row.cells.iter().map(|cell| cell.text.as_str());
    texts.clone().all(|text| text.bytes().all(|byte| matches!(byte, b'-' | b':')))
        || texts.by_ref().eq(table.header.iter().map(|cell| cell.text.as_str()))
}

/// Returns the places of each `|` between the cells of a row's source.
fn bars(source: &str) -> impl Iterator<Item = usize> {
    let mut escaped = false;
    source.bytes().enumerate().filter_map(move |(index, byte)| {
        let bar = byte == b'|' && !escaped;
        escaped = byte == b'\\';
        bar.then_some(index)
    })
}

/// A row's source cut at each `|`.
fn pieces(source: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for bar in bars(source) {
        pieces.push(source.get(start..bar).unwrap_or(""));
        start = bar + 1;
    }
    let rest = source.get(start..).unwrap_or("");
    if !rest.trim().is_empty() {
        pieces.push(rest);
    }
    // The text before the first `|` is not a cell.
    if pieces.first().is_some_and(|piece| piece.trim().is_empty()) {
        pieces.remove(0);
    }
    pieces
}
