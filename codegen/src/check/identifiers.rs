//! Rules on texts: names, addresses, identifiers.

use crate::description::Text;
use crate::diagnostics::text::code;
use crate::diagnostics::{Diagnostics, Span};
use crate::parameter_tree::is_name;
use crate::{names, reserved};

/// Help for a name in Rust that cannot be used.
pub(super) const GIVE_RUST: &str = "give it `rust:` with a better name";

/// Help for two things with the same name in Rust.
pub(super) const GIVE_ONE_RUST: &str = "give one of them `rust:` with a better name";

/// Checks a name on the wire that is also a file's.
pub(super) fn wire_name(name: &Text, kind: &str, diagnostics: &mut Diagnostics) -> bool {
    let (label, help) = if names::is_device(name) {
        (
            "reserved by Windows for a device",
            "no file can have this name everywhere; check the name against the page",
        )
    } else if is_name(name) {
        return true;
    } else {
        (
            "expected a letter, and then letters, digits or `_`",
            "write the name that goes over the wire",
        )
    };
    let title = format!("invalid {kind} name {}", code(name));
    diagnostics.report(name.span, title).label(label).help(help);
    false
}

/// Kinds of names in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Type,
    Variant,
    Parameter,
    /// A field of a structure inside a request.
    StructureField,
    ResponseField,
    ModelField,
}

impl Kind {
    /// Returns the names that are taken, and the owner.
    fn reserved(self) -> (&'static str, &'static str) {
        match self {
            Self::Type => (reserved::TYPES, "generated files have this name in scope"),
            Self::Variant => (reserved::VARIANTS, "every enum has this variant"),
            Self::Parameter => (reserved::PARAMETERS, "every request has this name"),
            Self::StructureField => (reserved::FIELDS, "every structure has this name"),
            Self::ResponseField => (reserved::MEMBERS, "every response has this name"),
            Self::ModelField => ("from_json", "every model has this method"),
        }
    }
}

/// Name in Rust, given with `rust:` or made from the name on the wire.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RustName<'a> {
    pub(crate) name: &'a str,
    pub(crate) given: Option<&'a Text>,
    pub(crate) wire: &'a Text,
    /// ``row `SpaceId` ``.
    pub(crate) what: &'a str,
    pub(crate) kind: Kind,
}

impl RustName<'_> {
    /// Returns the place that decides the name.
    pub(super) fn span(self) -> Span {
        self.given.map_or(self.wire.span, |given| given.span)
    }

    /// Reports a name that cannot be used, and returns false.
    pub(crate) fn check(self, diagnostics: &mut Diagnostics) -> bool {
        let Self { name, given, what, kind, .. } = self;
        let (list, owner) = kind.reserved();
        let (style, is_spelled) = if matches!(kind, Kind::Type | Kind::Variant) {
            ("`LikeThis`", names::is_camel(name))
        } else {
            ("`like_this`", names::is_snake(name))
        };
        let problem = if names::is_keyword(name) {
            "expected a name that is not a keyword"
        } else if reserved::contains(list, name) {
            owner
        } else if is_spelled {
            return true;
        } else {
            &format!("expected a name spelled {style}")
        };
        let title = format!("invalid Rust name {} of {what}", code(name));
        diagnostics.report(self.span(), title).label(problem).help(match given {
            Some(_) => "choose another name",
            None => GIVE_RUST,
        });
        false
    }
}

/// Checks an address, or the start of one.
pub(crate) fn address(text: &Text, key: &str, schemes: &[&str], diagnostics: &mut Diagnostics) {
    let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte);
    let host = rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    if !host || !rest.is_some_and(|rest| rest.bytes().all(plain)) {
        diagnostics
            .report(text.span, format!("invalid address {} in {}", code(text), code(key)))
            .help(format!(
                "write one that starts with `{}`, without spaces or quotes",
                schemes.join("` or `")
            ));
    }
}

/// Checks for the end of a page's address: `vpc2.0-api/describe_vpc`.
pub(crate) fn is_page(source: &str) -> bool {
    let is_plain =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-.".contains(&byte);
    source
        .split('/')
        .all(|part| !part.is_empty() && !part.starts_with('.') && part.bytes().all(is_plain))
}

/// Checks for a name and a version: `sdk-python 0.11.150`.
fn is_edition(source: &str) -> bool {
    let plain = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
    };
    source.split_once(' ').is_some_and(|(name, version)| plain(name) && plain(version))
}

/// Checks the source of an action.
pub(crate) fn source(source: &Text, diagnostics: &mut Diagnostics) {
    if !is_page(source) && !is_edition(source) {
        diagnostics
            .report(source.span, format!("invalid `source` {}", code(source)))
            .label("expected small letters, digits, `_`, `-`, `.`, and `/` between them")
            .help(
                "write the page's path beneath `docs_url` of product.yaml, such as `umem-api/describe_umem_backup`; \
                 without a page write a name and its version: `sdk-python 0.11.150`",
            );
    }
}

/// Checks that a heading or a title is one line.
pub(crate) fn one_line(text: &Text, what: &str, diagnostics: &mut Diagnostics) {
    if text.trim_end().contains('\n') {
        diagnostics
            .report(text.span, format!("second line in {what}"))
            .help("write one line; the rest belongs in `doc`");
    }
}
