//! Rules on RetCodes, regions and zones.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::identifiers;
use crate::check::names::Namespace;
use crate::description::Place;
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::symbols::SymbolTable;
use crate::{names, reserved};

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let description = symbols.description;
    let listed = description.regions.iter().filter_map(|regions| regions.source.as_ref());
    for source in description.ret_codes.sources.iter().chain(listed) {
        identifiers::source(source, diagnostics);
    }
    ret_codes(symbols, diagnostics);
    regions(symbols, diagnostics);
}

fn ret_codes(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let mut numbers = BTreeSet::new();
    let mut names = Namespace::default();
    for ret_code in &symbols.description.ret_codes.codes {
        let what = format!("RetCode {}", ret_code.number);
        if ret_code.number == 0 {
            diagnostics
                .report(ret_code.code.span, "invalid RetCode 0: it is success")
                .help("remove it: only errors have a name");
        } else if !numbers.insert(ret_code.number) {
            diagnostics.report_duplicate(ret_code.code.span, &what);
        }
        let name = &ret_code.name;
        if !names::is_camel(name) || reserved::contains(reserved::VARIANTS, name) {
            diagnostics
                .report(name.span, format!("invalid name {} of {what}", code(name)))
                .help("spell it `LikeThis`; `Unknown` is for codes that are not listed");
        } else {
            names.insert("name", name, name.span, &what, diagnostics);
        }
    }
}

fn regions(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let regions = symbols.description.regions.iter().flat_map(|regions| &regions.regions);
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
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !id.bytes().all(plain) || !id.starts_with(|c: char| c.is_ascii_lowercase()) {
        diagnostics
            .report(id.span, format!("invalid {what} id {}", code(id)))
            .help("an id starts with a small letter and has small letters, digits and `-`");
        return;
    }
    let constant = names::constant(id);
    if constant == "ALL" {
        diagnostics
            .report(id.span, format!("reserved constant `ALL` of {what} {}", code(id)))
            .label("this constant lists all regions")
            .help("check the id against the page");
    } else if let Some(other) = seen.insert(constant, id.value.clone()) {
        diagnostics
            .report(id.span, format!("duplicate {what} {}", code(id)))
            .label(format!("{} is the first", code(&other)))
            .help("keep one of the two");
    }
}
