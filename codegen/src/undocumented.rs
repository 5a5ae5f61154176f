//! Missing documentation. It does not prevent generation, but a release.

use crate::description::{Common, EnumValue, RetCode, Section, Text, Waiter};
use crate::diagnostics::text::code;
use crate::diagnostics::{Lines, Span};
use crate::source::File;
use crate::symbols::{SymbolTable, Table, is_common};

/// Something without documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undocumented {
    /// Path of the file, relative to the description's folder.
    pub path: String,
    /// Counted from 1.
    pub line: usize,
    /// Description: ``row `SpaceId` of `DescribeUMemBackup` has no `doc` ``.
    pub what: String,
}

/// Lists what has no documentation, in the order of files and lines.
pub(crate) fn undocumented(symbols: &SymbolTable<'_>, files: &[File<'_>]) -> Vec<Undocumented> {
    let mut found = Vec::new();
    let mut check = |text: &Option<Text>, span: Span, what: String, key: &str| {
        if text.is_none() {
            found.push((span, format!("{what} has no `{key}`")));
        }
    };
    let description = symbols.description;
    for action in &description.actions {
        let name = &action.named.name;
        check(&action.title, name.span, format!("action {}", code(name)), "title");
        check(&action.section, name.span, format!("action {}", code(name)), "section");
        for row in action.request.iter().filter(|row| !is_common(&row.name)) {
            let what = format!("{} of {}", row.title(), code(name));
            check(&row.doc, row.name.span, what, "doc");
        }
        for Waiter { name, doc, .. } in &action.waiters {
            check(doc, name.span, format!("waiter {}", code(name)), "doc");
        }
    }
    for table in symbols.tables() {
        for row in table.rows() {
            let what = format!("{} of {}", row.title(), table.title());
            check(&row.doc, row.name.span, what, "doc");
        }
        if let Table::Model(model) = table {
            check(&model.doc, model.named.name.span, table.title(), "doc");
        }
    }
    for values in &description.enums {
        let set = format!("enum {}", code(&values.named.name));
        check(&values.doc, values.named.name.span, set.clone(), "doc");
        for EnumValue { wire, doc, .. } in &values.values {
            check(doc, wire.span, format!("value {} of {set}", code(wire)), "doc");
        }
    }
    for RetCode { name, number, doc, .. } in &description.ret_codes.codes {
        check(doc, name.span, format!("RetCode {number}"), "doc");
    }
    if let Some(product) = &description.product {
        for Section { title, doc } in &product.sections {
            check(doc, title.span, format!("section {}", code(title)), "doc");
        }
        for Common { name, doc, .. } in &product.common {
            check(doc, name.span, format!("common row {}", code(name)), "doc");
        }
    }
    found.sort();
    let mut lines = Lines::default();
    let locate = |(span, what): (Span, String)| {
        let file = files.get(span.file)?;
        let line = lines.line(file, span);
        Some(Undocumented { path: file.path.to_owned(), line, what })
    };
    found.into_iter().filter_map(locate).collect()
}
