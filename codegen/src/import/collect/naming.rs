//! Names of the pages' structures in the description.
//!
//! Tables of one name that agree are one model. One that does not agree is another, named after its
//! action. Where two do not agree, the one that has the name in the description keeps it.

use std::collections::{BTreeMap, BTreeSet};

use crate::description::{Row, Scalar, TypeShape};
use crate::import::collect::tables::{Table, Tables};
use crate::import::page::PageRow;
use crate::import::tables::plain_name;
use crate::names;
use crate::symbols::SymbolTable;

/// The type of a row by the names of the description, and whether it is a list.
type Types<'t> = BTreeMap<&'t str, (TypeShape, bool)>;

/// Gives the names.
#[derive(Debug)]
pub(super) struct Naming<'t, 'p> {
    tables: &'t Tables<'p>,
    pageless: &'t BTreeSet<String>,
    /// By table; `None`: no response has it.
    called: Vec<Option<String>>,
    /// By table, what the description calls it.
    before: Vec<Option<String>>,
    /// Tables of each model; those that have its name in the description come first.
    members: BTreeMap<String, Vec<usize>>,
    /// Names without regard to case, because each model has a separate file.
    taken: BTreeMap<String, String>,
}

impl<'t, 'p> Naming<'t, 'p> {
    /// Decides.
    pub(super) fn new(
        tables: &'t Tables<'p>,
        old: &SymbolTable<'_>,
        pageless: &'t BTreeSet<String>,
    ) -> Self {
        let taken = pageless.iter().map(|name| (name.to_lowercase(), name.clone()));
        let called = tables.list.iter().map(|table| {
            let name = || table.model.name.clone();
            table.used.then(name)
        });
        let mut naming = Self {
            tables,
            pageless,
            called: called.collect(),
            before: before(tables, old),
            members: BTreeMap::new(),
            taken: taken.collect(),
        };
        naming.claim();
        naming.separate();
        naming
    }

    /// Returns the name of a table's structure.
    pub(super) fn called(&self, index: usize) -> Option<&str> {
        self.called.get(index)?.as_deref()
    }

    /// Models, each with its tables.
    pub(super) fn models(&self) -> &BTreeMap<String, Vec<usize>> {
        &self.members
    }

    /// The type of a row by the names of the description.
    pub(super) fn shape(&self, table: &Table<'_>, shape: &TypeShape) -> TypeShape {
        let TypeShape::Model(name) = shape else { return shape.clone() };
        match self.tables.find(table.page, name) {
            Some(inner) => TypeShape::Model(self.called(inner).unwrap_or(name).to_owned()),
            None if self.tables.everywhere(name).is_empty() && !self.pageless.contains(name) => {
                TypeShape::Object
            }
            None => shape.clone(),
        }
    }

    /// Every table gets its own name, where a file can have it.
    fn claim(&mut self) {
        let mut order: Vec<usize> = (0..self.called.len()).collect();
        order.sort_by_key(|index| self.before(*index) != self.called(*index));
        let mut apart = Vec::new();
        for index in order {
            let Some(name) = self.called(index).map(str::to_owned) else { continue };
            let other = self.taken.get(&name.to_lowercase());
            if other.is_some_and(|other| *other != name) || !is_usable(&name) {
                apart.push(index);
                continue;
            }
            self.taken.insert(name.to_lowercase(), name.clone());
            self.members.entry(name).or_default().push(index);
        }
        for index in apart {
            self.set_apart(index);
        }
    }

    fn before(&self, index: usize) -> Option<&str> {
        self.before.get(index)?.as_deref()
    }

    fn set_apart(&mut self, index: usize) {
        let table = &self.tables.list[index];
        let before = self.before(index).filter(|name| self.is_free(name));
        let name = before.map_or_else(
            || self.free(&format!("{}{}", table.page.action, table.model.name)),
            str::to_owned,
        );
        self.taken.insert(name.to_lowercase(), name.clone());
        self.members.insert(name.clone(), vec![index]);
        self.called[index] = Some(name);
    }

    fn is_free(&self, name: &str) -> bool {
        !self.taken.contains_key(&name.to_lowercase()) && is_usable(name)
    }

    /// A name that no model has, whatever its case.
    fn free(&self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 1;
        while !self.is_free(&name) {
            number += 1;
            name = format!("{wanted}{number}");
        }
        name
    }

    /// Sets apart what does not agree, until all tables of every model agree.
    fn separate(&mut self) {
        loop {
            let mut moved = Vec::new();
            let mut members = std::mem::take(&mut self.members);
            for tables in members.values_mut() {
                let mut all = Types::new();
                tables.retain(|index| {
                    let types = self.types_of(*index);
                    let agrees = agree(&all, &types);
                    if agrees {
                        for (row, ty) in types {
                            all.entry(row).or_insert(ty);
                        }
                    } else {
                        moved.push(*index);
                    }
                    agrees
                });
            }
            members.retain(|_, tables| !tables.is_empty());
            self.members = members;
            if moved.is_empty() {
                return;
            }
            for index in moved {
                self.set_apart(index);
            }
        }
    }

    fn types_of(&self, index: usize) -> Types<'t> {
        let table = &self.tables.list[index];
        table
            .model
            .rows
            .iter()
            .map(|row| (row.name.as_str(), (self.shape(table, &row.shape), row.list)))
            .collect()
    }
}

/// Returns the description's name for each table, found along the responses of its actions.
fn before(tables: &Tables<'_>, old: &SymbolTable<'_>) -> Vec<Option<String>> {
    let mut before = vec![None; tables.list.len()];
    for table in &tables.list {
        let Some(action) = old.actions.get(table.page.action.as_str()) else { continue };
        let mut open: Vec<(&[PageRow], &[Row])> = vec![(&table.page.response, &action.response)];
        while let Some((rows, known)) = open.pop() {
            let known: BTreeMap<_, _> =
                known.iter().map(|row| (plain_name(&row.name), row)).collect();
            for row in rows {
                let TypeShape::Model(name) = &row.shape else { continue };
                let model = known.get(&row.name).and_then(|row| old.model(row));
                let (Some(model), Some(index)) = (model, tables.find(table.page, name)) else {
                    continue;
                };
                if before[index].is_none() {
                    before[index] = Some(model.named.name.value.clone());
                    open.push((&tables.list[index].model.rows, &model.members));
                }
            }
        }
    }
    before
}

/// Checks for two tables whose common rows are of the same types.
fn agree(all: &Types<'_>, types: &Types<'_>) -> bool {
    types.iter().all(|(row, ty)| all.get(row).is_none_or(|other| other == ty))
}

/// Checks for a model's name that can be a file and differs from every plain type.
fn is_usable(name: &str) -> bool {
    !names::is_device(name) && name != "object" && Scalar::named(name).is_none()
}
