//! Rules on RetCodes, regions and zones.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::identifiers;
use crate::description::Place;
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::names::{self, RESERVED_VARIANTS};
use crate::symbols::SymbolTable;

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let description = symbols.description;
    let listed =
        description.regions.iter().filter_map(|regions| regions.source.as_ref());
    for source in description.ret_codes.sources.iter().chain(listed) {
        identifiers::source(source, diagnostics);
    }
    ret_codes(symbols, diagnostics);
    regions(symbols, diagnostics);
}

fn ret_codes(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let mut numbers = BTreeSet::new();
    let mut names: BTreeMap<&str, i64> = BTreeMap::new();
    for ret_code in &symbols.description.ret_codes.codes {
        if ret_code.number == 0 {
            diagnostics
                .add(ret_code.code.at, "RetCode 0 is success")
                .help("take it away: only errors have a name");
        } else if !numbers.insert(ret_code.number) {
            diagnostics
                .add(
                    ret_code.code.at,
                    format!("RetCode {} is there twice", ret_code.number),
                )
                .label("this is the second")
                .help("keep one of the two");
        }
        let name = &ret_code.name;
        if !names::is_camel(name) || RESERVED_VARIANTS.contains(&name.value.as_str()) {
            diagnostics
                .add(
                    name.at,
                    format!(
                        "{} cannot be the name of RetCode {}",
                        code(name),
                        ret_code.number
                    ),
                )
                .help("spell it `LikeThis`; `Unknown` is for codes that are not listed");
        } else if let Some(other) = names.insert(name, ret_code.number) {
            diagnostics
                .add(
                    name.at,
                    format!(
                        "RetCodes {other} and {} have the same name",
                        ret_code.number
                    ),
                )
                .label("the name is taken")
                .help("give one of them another name");
        }
    }
}

fn regions(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let regions =
        symbols.description.regions.iter().flat_map(|regions| &regions.regions);
    for region in regions {
        place(&region.place, "region", &mut seen, diagnostics);
        for zone in &region.zones {
            place(zone, "zone", &mut seen, diagnostics);
        }
    }
}

fn place(
    place: &Place,
    what: &str,
    seen: &mut BTreeMap<String, String>,
    diagnostics: &mut Diagnostics,
) {
    let id = &place.id;
    let plain =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !id.bytes().all(plain) || !id.starts_with(|c: char| c.is_ascii_lowercase()) {
        diagnostics
            .add(id.at, format!("{} cannot be the id of a {what}", code(id)))
            .help(
                "an id starts with a small letter and has small letters, digits and `-`",
            );
        return;
    }
    let constant = names::constant(id);
    if constant == "ALL" {
        diagnostics
            .add(id.at, format!("{what} {} would be the constant `ALL`", code(id)))
            .label("this constant lists all regions")
            .help("no region of the vendor is called so: check it against the page");
    } else if let Some(other) = seen.insert(constant, id.value.clone()) {
        diagnostics
            .add(id.at, format!("{what} {} is there twice", code(id)))
            .label(format!("{} is the first", code(&other)))
            .help("keep one of the two");
    }
}
