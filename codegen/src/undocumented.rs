//! What a description does not say yet. It may be generated from all the same, but not released.

use crate::description::{Row, Text};
use crate::diagnostics::text::code;
use crate::diagnostics::{Lines, Span};
use crate::source::File;
use crate::symbols::{SymbolTable, Table, is_common};

/// Something that nobody has written yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undocumented {
    /// Path of the file, relative to the description's folder.
    pub path: String,
    /// Counted from 1.
    pub line: usize,
    /// What it is: ``row `SpaceId` of `DescribeUMemBackup` has no `doc` ``.
    pub what: String,
}

/// Lists it, in the order of files and lines.
pub(crate) fn undocumented(
    symbols: &SymbolTable<'_>,
    files: &[File<'_>],
) -> Vec<Undocumented> {
    let mut list = List::default();
    let description = symbols.description;
    for action in &description.actions {
        let name = code(&action.named.name);
        let at = action.named.name.at;
        list.check(action.title.as_ref(), at, || {
            format!("action {name} has no `title`")
        });
        list.check(action.section.as_ref(), at, || {
            format!("action {name} has no `section`")
        });
        let own = action.request.iter().filter(|row| !is_common(&row.name));
        own.for_each(|row| list.row(row, &name));
        for waiter in &action.waiters {
            list.check(waiter.doc.as_ref(), waiter.name.at, || {
                format!("waiter {} has no `doc`", code(&waiter.name))
            });
        }
    }
    for table in symbols.tables() {
        table.rows().iter().for_each(|row| list.row(row, &table.title()));
        if let Table::Model(model) = table {
            list.check(model.doc.as_ref(), model.named.name.at, || {
                format!("{} has no `doc`", table.title())
            });
        }
    }
    for values in &description.enums {
        let name = code(&values.named.name);
        list.check(values.doc.as_ref(), values.named.name.at, || {
            format!("enum {name} has no `doc`")
        });
        for value in &values.values {
            list.check(value.doc.as_ref(), value.wire.at, || {
                format!("value {} of enum {name} has no `doc`", code(&value.wire))
            });
        }
    }
    for ret_code in &description.ret_codes.codes {
        list.check(ret_code.doc.as_ref(), ret_code.name.at, || {
            format!("RetCode {} has no `doc`", ret_code.number)
        });
    }
    if let Some(product) = &description.product {
        for section in &product.sections {
            list.check(section.doc.as_ref(), section.title.at, || {
                format!("section {} has no `doc`", code(&section.title))
            });
        }
        for row in &product.common {
            list.check(row.doc.as_ref(), row.name.at, || {
                format!("common row {} has no `doc`", code(&row.name))
            });
        }
    }
    list.finish(files)
}

#[derive(Default)]
struct List {
    found: Vec<(Span, String)>,
}

impl List {
    fn check(&mut self, text: Option<&Text>, at: Span, what: impl FnOnce() -> String) {
        if text.is_none() {
            self.found.push((at, what()));
        }
    }

    fn row(&mut self, row: &Row, of: &str) {
        self.check(row.doc.as_ref(), row.name.at, || {
            format!("{} of {of} has no `doc`", row.title())
        });
    }

    fn finish(mut self, files: &[File<'_>]) -> Vec<Undocumented> {
        self.found.sort();
        let mut lines = Lines::default();
        self.found
            .into_iter()
            .filter_map(|(at, what)| {
                let file = files.get(at.file)?;
                Some(Undocumented {
                    path: file.path.to_owned(),
                    line: lines.line(file, at),
                    what,
                })
            })
            .collect()
    }
}
