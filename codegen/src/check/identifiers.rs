//! Rules on single texts: names, addresses, identifiers.

use crate::description::Text;
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::names;
use crate::parameter_tree::is_name;

/// A name on the wire that is also a file's. False when it is told to be wrong.
pub(crate) fn wire_name(name: &Text, what: &str, diagnostics: &mut Diagnostics) -> bool {
    if names::is_device(name) {
        diagnostics
            .add(name.at, format!("{} cannot name {what}", code(name)))
            .label("Windows keeps it for a device")
            .help(
                "no file can be called so everywhere; check the name against the page",
            );
    } else if is_name(name) {
        return true;
    } else {
        diagnostics
            .add(name.at, format!("{} cannot name {what}", code(name)))
            .label("a name starts with a letter and has letters, digits and `_`")
            .help("write the name that goes over the wire");
    }
    false
}

/// What a name in Rust is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Type,
    Variant,
    Parameter,
    /// A field of a structure inside a request.
    Field,
    ReplyMember,
    ModelMember,
}

impl Kind {
    fn is_camel(self) -> bool {
        matches!(self, Self::Type | Self::Variant)
    }

    /// Names that are taken, and by what.
    fn reserved(self) -> (&'static [&'static str], &'static str) {
        match self {
            Self::Type => {
                (names::RESERVED_TYPES, "generated files have this name in scope")
            }
            Self::Variant => (names::RESERVED_VARIANTS, "every enum has this variant"),
            Self::Parameter => {
                (names::RESERVED_PARAMETERS, "every request has this name")
            }
            Self::Field => (names::RESERVED_FIELDS, "every structure has this name"),
            Self::ReplyMember => (names::RESERVED_MEMBERS, "every reply has this name"),
            Self::ModelMember => (&["from_json"], "every model has this method"),
        }
    }
}

/// A name in Rust, given with `rust:` or made from the name on the wire.
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
    /// False when it is told to be wrong.
    pub(crate) fn check(self, diagnostics: &mut Diagnostics) -> bool {
        let Self { name, given, wire, what, kind } = self;
        let at = given.map_or(wire.at, |given| given.at);
        let help = match given {
            Some(_) => "choose another name",
            None => "give it `rust:` with a better name",
        };
        let (reserved, taken) = kind.reserved();
        let (style, spelled) = if kind.is_camel() {
            ("`LikeThis`", names::is_camel(name))
        } else {
            ("`like_this`", names::is_snake(name))
        };
        let shown = code(name);
        if names::is_keyword(name) {
            let title =
                format!("{what} would be called {shown} in Rust, which is a keyword");
            diagnostics.add(at, title).help(help);
        } else if reserved.contains(&name) {
            let title =
                format!("{what} would be called {shown} in Rust, which is taken");
            diagnostics.add(at, title).label(taken).help(help);
        } else if spelled {
            return true;
        } else if given.is_some() {
            diagnostics
                .add(at, format!("{shown} cannot be the name of {what} in Rust"))
                .help(format!("spell it {style}"));
        } else {
            diagnostics
                .add(at, format!("no name in Rust can be made from {what}"))
                .help(format!("give it `rust:`, spelled {style}"));
        }
        false
    }
}

/// An address, or the start of one.
pub(crate) fn address(
    text: &Text,
    key: &str,
    schemes: &[&str],
    diagnostics: &mut Diagnostics,
) {
    let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte);
    let host =
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    if !host || !rest.is_some_and(|rest| rest.bytes().all(plain)) {
        diagnostics
            .add(text.at, format!("{} is no address for {}", code(text), code(key)))
            .help(format!(
                "write one that starts with `{}`, without spaces or quotes",
                schemes.join("` or `")
            ));
    }
}

/// Whether it is the end of a page's address: `vpc2.0-api/describe_vpc`.
pub(crate) fn is_page(source: &str) -> bool {
    let is_plain = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-.".contains(&byte)
    };
    source.split('/').all(|part| {
        !part.is_empty() && !part.starts_with('.') && part.bytes().all(is_plain)
    })
}

/// Whether it is a name and a version: `sdk-python 0.11.150`.
fn is_edition(source: &str) -> bool {
    let plain = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
    };
    source.split_once(' ').is_some_and(|(name, version)| plain(name) && plain(version))
}

/// Where an action is known from.
pub(crate) fn source(source: &Text, diagnostics: &mut Diagnostics) {
    if !is_page(source) && !is_edition(source) {
        diagnostics
            .add(source.at, format!("{} is no `source` of a page", code(source)))
            .label("small letters, digits, `_`, `-`, `.`, and `/` between them")
            .help(
                "write the page's path beneath `docs_url` of product.yaml, such as `umem-api/describe_umem_backup`; \
                 without a page write a name and its version: `sdk-python 0.11.150`",
            );
    }
}

/// A heading or a title: one line.
pub(crate) fn one_line(text: &Text, what: &str, diagnostics: &mut Diagnostics) {
    if text.trim_end().contains('\n') {
        diagnostics
            .add(text.at, format!("{what} has more than one line"))
            .help("write one line; the rest belongs in `doc`");
    }
}
