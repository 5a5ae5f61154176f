//! Resolves a checked description into the [`Api`], in which every name and type is decided.
//!
//! The checks have reported what cannot be resolved, and it is left out.

mod example;
mod members;
mod pagination;
mod parameters;
mod texts;
mod words;

use crate::api::{
    Action, Api, Enum, EnumValue, Model, Presence, Product, Region, RetCode, Section, Zone,
};
use crate::check::{self, cycles, is_required};
use crate::description::{self, Place};
use crate::names;
use crate::symbols::SymbolTable;
use texts::{line, trimmed, value};

/// Heading of the actions that belong to no section yet.
const UNSORTED: &str = "Other actions";

/// Resolves a description that the checks have passed.
pub(crate) fn resolve(symbols: &SymbolTable<'_>) -> Api {
    let cycles = cycles(symbols);
    let mut actions: Vec<_> =
        symbols.description.actions.iter().map(|action| resolve_action(symbols, action)).collect();
    actions.sort_by(|a, b| a.wire.cmp(&b.wire));
    let mut product = resolve_product(symbols);
    if actions.iter().any(|action| action.section == UNSORTED)
        && !product.sections.iter().any(|section| section.title == UNSORTED)
    {
        product.sections.push(Section { title: UNSORTED.into(), doc: None });
    }
    let mut models: Vec<_> = symbols
        .description
        .models
        .iter()
        .map(|model| Model {
            wire: model.named.name.value.clone(),
            rust: symbols.type_name(&model.named),
            module: symbols.module_name(&model.named),
            doc: trimmed(model.doc.as_ref()),
            members: members::members(symbols, &model.members, |row| {
                cycles.boxed.contains(&(model.named.name.value.as_str(), row.name.value.as_str()))
            }),
        })
        .collect();
    models.sort_by(|a, b| a.wire.cmp(&b.wire));
    let mut enums: Vec<_> =
        symbols.description.enums.iter().map(|values| resolve_enum(symbols, values)).collect();
    enums.sort_by(|a, b| a.rust.cmp(&b.rust));
    Api {
        product,
        actions,
        models,
        enums,
        ret_codes: ret_codes(symbols),
        regions: regions(symbols),
    }
}

fn resolve_product(symbols: &SymbolTable<'_>) -> Product {
    let Some(product) = &symbols.description.product else {
        return Product {
            name: String::new(),
            krate: String::new(),
            endpoint: String::new(),
            in_vpc_endpoint: String::new(),
            sections: Vec::new(),
            common: std::collections::BTreeMap::new(),
        };
    };
    let sections = product.sections.iter();
    let common = product.common.iter();
    Product {
        name: value(product.name.as_ref()),
        krate: value(product.krate.as_ref()).replace('-', "_"),
        endpoint: value(product.endpoint.as_ref()),
        in_vpc_endpoint: value(product.in_vpc_endpoint.as_ref()),
        sections: sections
            .map(|section| Section {
                title: line(&section.title),
                doc: trimmed(section.doc.as_ref()),
            })
            .collect(),
        common: common.map(|row| (row.name.value.clone(), trimmed(row.doc.as_ref()))).collect(),
    }
}

fn resolve_action(symbols: &SymbolTable<'_>, action: &description::Action) -> Action {
    let pages = symbols.description.product.as_ref().and_then(|product| product.pages.as_ref());
    let presence = |name: &str| match action.request.iter().find(|row| row.name.value == name) {
        None => Presence::Absent,
        Some(row) if is_required(row) => Presence::Required,
        Some(_) => Presence::Optional,
    };
    let request = parameters::request(symbols, action);
    let members = members::members(symbols, &action.response, |_| false);
    let example = action.example.as_ref();
    Action {
        wire: action.named.name.value.clone(),
        rust: symbols.type_name(&action.named),
        method: symbols.module_name(&action.named),
        title: action.title.as_ref().map_or_else(|| action.named.name.value.clone(), line),
        doc: trimmed(action.doc.as_ref()),
        section: action.section.as_ref().map_or_else(|| UNSORTED.to_owned(), line),
        page: action
            .source
            .as_ref()
            .filter(|source| check::is_page(source))
            .map(|source| format!("{}{}", value(pages), source.value)),
        source: value(action.source.as_ref()),
        effect: action.effect.unwrap_or(crate::api::Effect::NonIdempotent),
        verify: action.verify.as_ref().map(|verify| verify.value.clone()),
        deprecated: trimmed(action.deprecated.as_ref()),
        region: presence("Region"),
        zone: presence("Zone"),
        project_id: presence("ProjectId"),
        pages: action.pages.as_ref().and_then(|pages| pagination::pages(symbols, action, pages)),
        once: action.once.as_ref().and_then(|once| pagination::once(symbols, action, once)),
        waiters: action
            .waiters
            .iter()
            .filter_map(|waiter| pagination::waiter(symbols, action, waiter))
            .collect(),
        example: example.and_then(example::example),
        parameters: request.parameters,
        structures: request.structures,
        members,
    }
}

fn resolve_enum(symbols: &SymbolTable<'_>, values: &description::Enum) -> Enum {
    Enum {
        rust: symbols.type_name(&values.named),
        module: symbols.module_name(&values.named),
        doc: trimmed(values.doc.as_ref()),
        open: values.open,
        values: values
            .values
            .iter()
            .map(|value| EnumValue {
                wire: value.wire.value.clone(),
                rust: symbols.variant_name(value),
                doc: trimmed(value.doc.as_ref()),
            })
            .collect(),
    }
}

fn ret_codes(symbols: &SymbolTable<'_>) -> Vec<RetCode> {
    let mut ret_codes: Vec<_> = symbols
        .description
        .ret_codes
        .codes
        .iter()
        .map(|ret_code| RetCode {
            number: ret_code.number,
            rust: ret_code.name.value.clone(),
            doc: trimmed(ret_code.doc.as_ref()),
            temporary: ret_code.temporary,
        })
        .collect();
    ret_codes.sort_by_key(|ret_code| ret_code.number);
    ret_codes
}

fn regions(symbols: &SymbolTable<'_>) -> Vec<Region> {
    let regions = symbols.description.regions.iter().flat_map(|regions| &regions.regions);
    let zone = |place: &Place| Zone {
        id: place.id.value.clone(),
        rust: names::constant(&place.id),
        name: line(&place.name),
    };
    regions
        .map(|region| Region {
            id: region.place.id.value.clone(),
            rust: names::constant(&region.place.id),
            name: line(&region.place.name),
            zones: region.zones.iter().map(zone).collect(),
        })
        .collect()
}
