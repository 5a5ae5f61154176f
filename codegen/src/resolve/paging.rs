//! Paging and waiters: names of rows become fields.

use crate::api::{Absent, Expect, Field, Find, MemberType, Nested, Pages, Waiter};
use crate::check::is_required;
use crate::description::{self, Action, Row, Text};
use crate::lookup::{Lookup, Table};
use crate::resolve::members::member_type;
use crate::resolve::words;

pub(super) fn pages(
    lookup: &Lookup<'_>,
    action: &Action,
    pages: &description::Pages,
) -> Option<Pages> {
    let offset = row(&action.request, pages.offset.as_ref())?;
    let limit = row(&action.request, pages.limit.as_ref())?;
    let items = row(&action.response, pages.items.as_ref())?;
    let key = lookup.model(items).and_then(|model| {
        field(lookup, row(Table::Model(model).rows(), pages.key.as_ref())?)
    });
    Some(Pages {
        offset: lookup.field_name(Some(offset), &offset.name),
        limit: lookup.field_name(Some(limit), &limit.name),
        default_limit: limit.default.as_ref().and_then(|default| default.parse().ok()),
        items: lookup.field_name(Some(items), &items.name),
        item: member_type(lookup, items)?,
        total: row(&action.response, pages.total.as_ref())
            .and_then(|row| field(lookup, row)),
        key,
    })
}

pub(super) fn waiter(
    lookup: &Lookup<'_>,
    action: &Action,
    waiter: &description::Waiter,
) -> Option<Waiter> {
    let (find, table) = match &waiter.find {
        None => (None, Table::Reply(action)),
        Some(find) => {
            let list = row(&action.response, find.list.as_ref())?;
            let outer = lookup.model(list)?;
            let nested = match &find.nested {
                None => None,
                Some(name) => Some(row(&outer.members, Some(name))?),
            };
            let model = match nested {
                None => outer,
                Some(list) => lookup.model(list)?,
            };
            let table = Table::Model(model);
            let find = Find {
                list: lookup.field_name(Some(list), &list.name),
                item: lookup.type_name(&outer.named),
                nested: nested.map(|list| Nested {
                    list: lookup.field_name(Some(list), &list.name),
                    item: lookup.type_name(&model.named),
                }),
                key: field(lookup, row(table.rows(), find.key.as_ref())?)?,
                all: find.all,
            };
            (Some(find), table)
        }
    };
    let expect = waiter.expect.iter().filter_map(|(name, argument)| {
        let row = row(table.rows(), Some(name))?;
        let member = field(lookup, row)?;
        Some(Expect {
            wire: name.value.clone(),
            doc: words::doc(lookup, row, Some(&member.scalar)),
            argument: argument.value.clone(),
            member,
        })
    });
    let expect = expect.collect();
    let values = |texts: &[Text]| texts.iter().map(|text| text.value.clone()).collect();
    let with = waiter.with.iter().filter_map(|name| {
        let row = row(&action.request, Some(name))?;
        Some(lookup.field_name(Some(row), &row.name))
    });
    Some(Waiter {
        name: waiter.name.value.clone(),
        doc: super::doc(waiter.doc.as_ref()),
        with: with.collect(),
        find,
        member: field(lookup, row(table.rows(), waiter.member.as_ref())?)?,
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

fn field(lookup: &Lookup<'_>, row: &Row) -> Option<Field> {
    let MemberType::Scalar(scalar) = member_type(lookup, row)? else { return None };
    Some(Field {
        rust: lookup.field_name(Some(row), &row.name),
        scalar,
        optional: !is_required(row),
    })
}
