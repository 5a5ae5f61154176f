//! Rules on single texts: names, addresses, identifiers.

use crate::description::Text;
use crate::names;
use crate::report::{Mistakes, code};
use crate::request::is_name;

/// A name on the wire that is also a file's.
pub(crate) fn wire_name(name: &Text, what: &str, mistakes: &mut Mistakes) {
    if names::is_device(name) {
        mistakes
            .add(name.at, format!("{what} is named {}, which Windows keeps for a device", code(name)))
            .help("no file can be called so everywhere; there is no such thing in the vendor's API");
    } else if !is_name(name) {
        mistakes
            .add(name.at, format!("{} cannot name {what}", code(name)))
            .label("a name starts with a letter and has letters, digits and `_`")
            .help("write the name that goes over the wire");
    }
}

/// How a name has to be spelled in Rust.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Spelling {
    /// Types and variants.
    Camel,
    /// Fields, methods and modules.
    Snake,
}

/// A name in Rust, given with `rust:` or made from the name on the wire. False when it is told to be wrong.
pub(crate) fn rust_name(
    name: &str,
    given: Option<&Text>,
    wire: &Text,
    what: &str,
    spelling: Spelling,
    reserved: &[&str],
    mistakes: &mut Mistakes,
) -> bool {
    let at = given.map_or(wire.at, |given| given.at);
    let spelled = match spelling {
        Spelling::Camel => names::is_camel(name),
        Spelling::Snake => names::is_snake(name),
    };
    let help = match given {
        Some(_) => "choose another name",
        None => "give it `rust:` with a better name",
    };
    if names::is_keyword(name) {
        let title =
            format!("{what} would be called {} in Rust, which is a keyword", code(name));
        mistakes.add(at, title).help(help);
    } else if reserved.contains(&name) {
        let title =
            format!("{what} would be called {} in Rust, which is taken", code(name));
        mistakes
            .add(at, title)
            .label("every generated file has this name in scope")
            .help(help);
    } else if !spelled {
        let style = match spelling {
            Spelling::Camel => "as a type, `LikeThis`",
            Spelling::Snake => "as a field, `like_this`",
        };
        let title = match given {
            Some(_) => format!("{} cannot be the name of {what} in Rust", code(name)),
            None => format!("{what} has a name that gives none in Rust"),
        };
        mistakes.add(at, title).help(match given {
            Some(_) => format!("spell it {style}"),
            None => format!("give it `rust:`, spelled {style}"),
        });
    } else {
        return true;
    }
    false
}

/// An address, or the start of one.
pub(crate) fn address(
    text: &Text,
    key: &str,
    schemes: &[&str],
    mistakes: &mut Mistakes,
) {
    let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte);
    let host =
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    if !host || !rest.is_some_and(|rest| rest.bytes().all(plain)) {
        mistakes
            .add(text.at, format!("{} is no address for {}", code(text), code(key)))
            .help(format!(
                "write one that starts with `{}`, without spaces or quotes",
                schemes.join("` or `")
            ));
    }
}

/// The end of a page's address.
pub(crate) fn page(source: &Text, mistakes: &mut Mistakes) {
    let plain = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-/".contains(&byte)
    };
    let edges =
        source.starts_with('/') || source.ends_with('/') || source.contains("//");
    if edges || !source.bytes().all(plain) {
        mistakes
            .add(source.at, format!("{} is no `source` of a page", code(source)))
            .label("small letters, digits, `_`, `-`, and `/` between them")
            .help("write the page's path beneath `pages` of product.yaml, such as `umem-api/describe_umem_backup`");
    }
}

/// A heading or a title: one line.
pub(crate) fn one_line(text: &Text, what: &str, mistakes: &mut Mistakes) {
    if text.trim_end().contains('\n') {
        mistakes
            .add(text.at, format!("{what} has more than one line"))
            .help("write one line; the rest belongs in `doc`");
    }
}
