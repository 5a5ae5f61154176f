//! Names of what has a file: on the wire, in Rust, and of the file.

use crate::description::fields::Fields;
use crate::description::tree::Text;
use crate::diagnostics::Span;

/// Names of an action, a model or an enum.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// Name on the wire; the file's name if the file has none.
    pub(crate) name: Text,
    /// Better name in Rust.
    pub(crate) rust: Option<Text>,
    /// Name of the file without `.yaml`.
    pub(crate) stem: String,
}

impl Named {
    pub(crate) fn read(fields: &Fields<'_>, key: &str, stem: &str) -> Self {
        let span = Span::file(fields.span.file);
        let file_name = || Text { value: stem.to_owned(), span };
        let name = fields.text(key).unwrap_or_else(file_name);
        Self { name, rust: fields.text("rust"), stem: stem.to_owned() }
    }
}
