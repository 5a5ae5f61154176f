//! Row of a table: a parameter of a request, or a field of a response or a model.

use crate::description::fields::{Fields, describe};
use crate::description::keys;
use crate::description::tree::{Node, Text, Value};
use crate::diagnostics::text::code;
use crate::diagnostics::{Diagnostics, Span};

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) name: Text,
    /// `None` if it is missing or invalid, which is reported.
    pub(crate) ty: Option<Type>,
    pub(crate) required: bool,
    pub(crate) undocumented: Option<Span>,
    pub(crate) doc: Option<Text>,
    pub(crate) conversion: Option<Conversion>,
    pub(crate) optional: Option<Text>,
    pub(crate) present: Option<Text>,
    pub(crate) reconciled: Option<Text>,
    pub(crate) source: Option<Text>,
    pub(crate) default: Option<Text>,
    pub(crate) sample: Option<Text>,
    pub(crate) unit: Option<Text>,
    pub(crate) sensitive: Option<Span>,
    pub(crate) not_sensitive: Option<Text>,
    pub(crate) deprecated: Option<Text>,
    pub(crate) rust: Option<Text>,
}

/// Type of a row, as the page has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Type {
    pub(crate) shape: Shape,
    /// `[T]`.
    pub(crate) list: bool,
    pub(crate) span: Span,
}

/// Type of a row, or of an entry of its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Scalar(Scalar),
    /// Any JSON in a response, a structure in a request.
    Object,
    /// A model, or an unknown type.
    Model(String),
}

/// Scalar types of the vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scalar {
    String,
    Int,
    Float,
    Bool,
}

impl Scalar {
    pub(crate) const NAMES: [&'static str; 4] = ["string", "int", "float", "bool"];

    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "string" => Some(Self::String),
            "int" => Some(Self::Int),
            "float" => Some(Self::Float),
            "bool" => Some(Self::Bool),
            _ => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Int => "int",
            Self::Float => "float",
            Self::Bool => "bool",
        }
    }
}

/// `as`: type of a row in Rust.
#[derive(Clone, Debug)]
pub(crate) struct Conversion {
    pub(crate) span: Span,
    pub(crate) target: Target,
}

/// Type in Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Timestamp,
    Price,
    Base64,
    PresignedUrl,
    Scalar(Scalar),
    /// `true` and `false`, written as two words.
    Switch {
        on: String,
        off: String,
    },
    Enum(String),
}

impl Type {
    /// Returns the type as it is written.
    pub(crate) fn written(&self) -> String {
        let shape = match &self.shape {
            Shape::Scalar(scalar) => scalar.name(),
            Shape::Object => "object",
            Shape::Model(name) => name,
        };
        if self.list { format!("[{shape}]") } else { shape.to_owned() }
    }

    /// Reads what [`Self::written`] gives.
    pub(crate) fn parse(text: &str, span: Span) -> Self {
        let inner = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let name = inner.unwrap_or(text).trim();
        let shape = match (Scalar::named(name), name) {
            (Some(scalar), _) => Shape::Scalar(scalar),
            (None, "object") => Shape::Object,
            (None, name) => Shape::Model(name.to_owned()),
        };
        Self { shape, list: inner.is_some(), span }
    }
}

impl Conversion {
    fn read(node: &Node, row: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        let span = node.span;
        let target = match &node.value {
            Value::Scalar { text, .. } => match text.as_str() {
                "timestamp" => Target::Timestamp,
                "price" => Target::Price,
                "base64" => Target::Base64,
                "presigned_url" => Target::PresignedUrl,
                other => Scalar::named(other)
                    .map_or_else(|| Target::Enum(other.to_owned()), Target::Scalar),
            },
            Value::Map(entries) => match entries.as_slice() {
                [(key, node)] if key.value == "bool" => switch(node, row, diagnostics)?,
                _ => {
                    diagnostics
                        .report(span, format!("invalid `as` of {row}: expected the key `bool`"))
                        .help("write `as: { bool: [on, off] }` with the words for true and false");
                    return None;
                }
            },
            _ => return None,
        };
        Some(Self { span, target })
    }
}

fn switch(node: &Node, row: &str, diagnostics: &mut Diagnostics) -> Option<Target> {
    let words = match &node.value {
        Value::List(nodes) => nodes.as_slice(),
        _ => &[],
    };
    match words {
        [
            Node { value: Value::Scalar { text: on, .. }, .. },
            Node { value: Value::Scalar { text: off, .. }, .. },
        ] if on != off => Some(Target::Switch { on: on.clone(), off: off.clone() }),
        _ => {
            diagnostics
                .report(node.span, format!("invalid `as` of {row}: expected two different words"))
                .label(format!("this is {}", describe(&node.value)))
                .help("write `as: { bool: [on, off] }` with the words for true and false");
            None
        }
    }
}

/// Reads a row. `None` if it has no name, which is reported.
pub(super) fn read(
    node: &Node,
    shape: &'static keys::Shape,
    diagnostics: &mut Diagnostics,
) -> Option<Row> {
    let fields = Fields::read(node, shape, diagnostics)?;
    let conversion =
        fields.node("as").and_then(|node| Conversion::read(node, &fields.title, diagnostics));
    Some(Row {
        name: fields.text("name")?,
        ty: fields.text("type").map(|text| Type::parse(&text, text.span)),
        required: fields.flag("required").is_some(),
        undocumented: fields.flag("undocumented"),
        doc: fields.text("doc"),
        conversion,
        optional: fields.text("optional"),
        present: fields.text("present"),
        reconciled: fields.text("reconciled"),
        source: fields.text("source"),
        default: fields.text("default"),
        sample: fields.text("sample"),
        unit: fields.text("unit"),
        sensitive: fields.flag("sensitive"),
        not_sensitive: fields.text("not_sensitive"),
        deprecated: fields.text("deprecated"),
        rust: fields.text("rust"),
    })
}

impl Row {
    /// Returns ``row `SpaceId` ``, for messages.
    pub(crate) fn title(&self) -> String {
        format!("row {}", code(&self.name))
    }
}
