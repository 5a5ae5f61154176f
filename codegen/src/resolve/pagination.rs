//! Resolves pagination, `once` and waiters: names of rows become fields.

use crate::api::{Absent, Expect, Field, Find, MemberType, Nested, Once, Pages, Waiter};
use crate::check::is_required;
use crate::description::{self, Action, Row, Text};
use crate::resolve::members::member_type;
use crate::resolve::texts::trimmed;
use crate::resolve::words;
use crate::symbols::{SymbolTable, Table};

pub(super) fn pages(
    symbols: &SymbolTable<'_>,
    action: &Action,
    pages: &description::Pages,
) -> Option<Pages> {
    let offset = row(&action.request, pages.offset.as_ref())?;
    let limit = row(&action.request, pages.limit.as_ref())?;
    let items = row(&action.response, pages.items.as_ref())?;
    let key = symbols
        .model(items)
        .and_then(|model| field(symbols, row(Table::Model(model).rows(), pages.key.as_ref())?));
    Some(Pages {
        offset: symbols.field_name(Some(offset), &offset.name),
        limit: symbols.field_name(Some(limit), &limit.name),
        default_limit: limit.default.as_ref().and_then(|default| default.parse().ok()),
        items: symbols.field_name(Some(items), &items.name),
        item: member_type(symbols, items)?,
        total: row(&action.response, pages.total.as_ref()).and_then(|row| field(symbols, row)),
        key,
    })
}

pub(super) fn once(
    symbols: &SymbolTable<'_>,
    action: &Action,
    once: &description::Once,
) -> Option<Once> {
    let find = symbols.actions.get(once.find.value.as_str())?;
    let list = row(&find.response, Some(&once.list))?;
    let entry = &symbols.model(list)?.members;
    let id = row(&action.response, Some(&once.id))?;
    Some(Once {
        find: once.find.value.clone(),
        name: once.name.value.clone(),
        with: once.with.iter().map(|name| name.value.clone()).collect(),
        entry_name: field(symbols, row(entry, Some(&once.matched))?)?,
        entry_id: field(symbols, row(entry, Some(&once.id))?)?,
        id: symbols.field_name(Some(id), &id.name),
    })
}

pub(super) fn waiter(
    symbols: &SymbolTable<'_>,
    action: &Action,
    waiter: &description::Waiter,
) -> Option<Waiter> {
    let (find, table) = match &waiter.find {
        None => (None, Table::Response(action)),
        Some(find) => {
            let list = row(&action.response, find.list.as_ref())?;
            let outer = symbols.model(list)?;
            let nested = match &find.nested {
                None => None,
                Some(name) => Some(row(&outer.members, Some(name))?),
            };
            let model = match nested {
                None => outer,
                Some(list) => symbols.model(list)?,
            };
            let table = Table::Model(model);
            let find = Find {
                list: symbols.field_name(Some(list), &list.name),
                item: symbols.type_name(&outer.named),
                nested: nested.map(|list| Nested {
                    list: symbols.field_name(Some(list), &list.name),
                    item: symbols.type_name(&model.named),
                }),
                key: field(symbols, row(table.rows(), find.key.as_ref())?)?,
                all: find.all,
            };
            (Some(find), table)
        }
    };
    let expect = waiter.expect.iter().filter_map(|(name, argument)| {
        let row = row(table.rows(), Some(name))?;
        let member = field(symbols, row)?;
        Some(Expect {
            wire: name.value.clone(),
            doc: words::doc(symbols, row, Some(&member.scalar)),
            argument: argument.value.clone(),
            member,
        })
    });
    let expect = expect.collect();
    let values = |texts: &[Text]| texts.iter().map(|text| text.value.clone()).collect();
    let with = waiter.with.iter().filter_map(|name| {
        let row = row(&action.request, Some(name))?;
        Some(symbols.field_name(Some(row), &row.name))
    });
    Some(Waiter {
        name: waiter.name.value.clone(),
        doc: trimmed(waiter.doc.as_ref()),
        with: with.collect(),
        find,
        member: field(symbols, row(table.rows(), waiter.member.as_ref())?)?,
        expect,
        success: values(&waiter.success),
        failure: values(&waiter.failure),
        absent: waiter.absent.map_or(Absent::Retry, |(absent, _)| absent),
    })
}

fn row<'d>(rows: &'d [Row], name: Option<&Text>) -> Option<&'d Row> {
    let name = &name?.value;
    rows.iter().find(|row| row.name.value == *name)
}

fn field(symbols: &SymbolTable<'_>, row: &Row) -> Option<Field> {
    let MemberType::Scalar(scalar) = member_type(symbols, row)? else { return None };
    Some(Field {
        rust: symbols.field_name(Some(row), &row.name),
        scalar,
        optional: !is_required(row),
    })
}
