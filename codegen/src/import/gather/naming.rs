//! What the structures of pages are called in the description.
//!
//! Tables of one name that agree are one model. One that does not agree is another, named after its action; it keeps that
//! name, which the lock remembers, until it agrees again.

use std::collections::{BTreeMap, BTreeSet};

use crate::description::{Scalar, TypeShape};
use crate::import::gather::Known;
use crate::import::gather::tables::{Table, Tables};
use crate::import::lock::Names;
use crate::names;

/// Why a table has its name. The first keeps it when two do not agree, so that a second run decides like the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    /// Its page is not among those of this run, and what is written of it stays.
    Fixed,
    /// It had the name before.
    Kept,
    New,
}

/// The type of a row by the names of the description, and whether it is a list.
type Types<'t> = BTreeMap<&'t str, (TypeShape, bool)>;

/// Gives the names.
#[derive(Debug)]
pub(super) struct Naming<'t, 'p> {
    tables: &'t Tables<'p>,
    known: &'t Known,
    /// By table; `None`: no reply has it.
    called: Vec<Option<String>>,
    claims: Vec<Claim>,
    /// Tables of each model; the first has the oldest claim.
    members: BTreeMap<String, Vec<usize>>,
    types: BTreeMap<String, Types<'t>>,
    /// Names without regard to case, for each model has a file of its own.
    taken: BTreeMap<String, String>,
}

impl<'t, 'p> Naming<'t, 'p> {
    /// Decides. `remembered`: the names that tables had; `fresh`: the actions whose pages are read in this run.
    pub(super) fn new(
        tables: &'t Tables<'p>,
        known: &'t Known,
        remembered: &Names,
        fresh: &BTreeSet<&str>,
    ) -> Self {
        let taken = known.models.iter().map(|name| (name.to_lowercase(), name.clone()));
        let mut naming = Self {
            tables,
            known,
            called: Vec::new(),
            claims: Vec::new(),
            members: BTreeMap::new(),
            types: BTreeMap::new(),
            taken: taken.collect(),
        };
        for table in &tables.list {
            let before = remembered.get(&table.page.action);
            let before = before.and_then(|names| names.get(&table.model.name)?.clone());
            let claim = match before {
                None => Claim::New,
                Some(_) if fresh.contains(table.page.action.as_str()) => Claim::Kept,
                Some(_) => Claim::Fixed,
            };
            let name = before.unwrap_or_else(|| table.model.name.clone());
            naming.called.push(table.used.then_some(name));
            naming.claims.push(claim);
        }
        naming.claim();
        naming.settle(naming.members.keys().cloned().collect());
        naming.come_back(fresh);
        naming
    }

    /// What a table's structure is called.
    pub(super) fn called(&self, index: usize) -> Option<&str> {
        self.called.get(index)?.as_deref()
    }

    /// Models, each with its tables.
    pub(super) fn models(&self) -> &BTreeMap<String, Vec<usize>> {
        &self.members
    }

    /// The names, for the next run.
    pub(super) fn names(&self) -> Names {
        let mut names = Names::new();
        for (table, called) in self.tables.list.iter().zip(&self.called) {
            let of_page = names.entry(table.page.action.clone()).or_default();
            of_page.insert(table.model.name.clone(), called.clone());
        }
        names
    }

    /// The type of a row by the names of the description.
    pub(super) fn shape(&self, table: &Table<'_>, shape: &TypeShape) -> TypeShape {
        let TypeShape::Model(name) = shape else { return shape.clone() };
        match self.tables.of(table.page, name) {
            Some(inner) => {
                TypeShape::Model(self.called(inner).unwrap_or(name).to_owned())
            }
            None if self.tables.everywhere(name).is_empty()
                && !self.known.models.contains(name) =>
            {
                TypeShape::Object
            }
            None => shape.clone(),
        }
    }

    /// Every table gets the name that it had, or its own.
    fn claim(&mut self) {
        let mut order: Vec<usize> = (0..self.called.len()).collect();
        order.sort_by_key(|index| self.claims.get(*index).copied());
        let mut apart = Vec::new();
        for index in order {
            let Some(name) = self.called(index).map(str::to_owned) else { continue };
            let is_kept = self.claims.get(index) != Some(&Claim::New);
            let other = self.taken.get(&name.to_lowercase());
            if other.is_some_and(|other| *other != name) || !is_kept && !is_usable(&name)
            {
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

    fn set_apart(&mut self, index: usize) {
        let Some(table) = self.tables.list.get(index) else { return };
        let name = self.free(&format!("{}{}", table.page.action, table.model.name));
        self.taken.insert(name.to_lowercase(), name.clone());
        self.members.insert(name.clone(), vec![index]);
        self.set(index, name);
    }

    fn set(&mut self, index: usize, name: String) {
        if let Some(called) = self.called.get_mut(index) {
            *called = Some(name);
        }
    }

    /// A name that no model has, whatever its case.
    fn free(&self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 1;
        while self.taken.contains_key(&name.to_lowercase()) || !is_usable(&name) {
            number += 1;
            name = format!("{wanted}{number}");
        }
        name
    }

    /// Sets apart what does not agree, model by model, until all tables of every model agree.
    fn settle(&mut self, mut unsettled: BTreeSet<String>) {
        while !unsettled.is_empty() {
            let mut moved = Vec::new();
            for name in std::mem::take(&mut unsettled) {
                let members = self.members.remove(&name).unwrap_or_default();
                let mut all = Types::new();
                let mut kept = Vec::new();
                for index in members {
                    let types = self.types_of(index);
                    if agree(&all, &types)
                        || self.claims.get(index) == Some(&Claim::Fixed)
                    {
                        for (row, ty) in types {
                            all.entry(row).or_insert(ty);
                        }
                        kept.push(index);
                    } else {
                        moved.push(index);
                    }
                }
                if !kept.is_empty() {
                    self.members.insert(name.clone(), kept);
                    self.types.insert(name, all);
                }
            }
            for index in moved {
                self.set_apart(index);
                unsettled.extend(self.called(index).map(str::to_owned));
                unsettled.extend(self.models_of_users(index));
            }
        }
    }

    /// Models of the tables that have a row of this type.
    fn models_of_users(&self, index: usize) -> Vec<String> {
        let users = self.tables.list.get(index).map_or(&[][..], |table| &table.users);
        users.iter().filter_map(|user| self.called(*user).map(str::to_owned)).collect()
    }

    fn types_of(&self, index: usize) -> Types<'t> {
        let Some(table) = self.tables.list.get(index) else { return Types::new() };
        table
            .model
            .rows
            .iter()
            .map(|row| (row.name.as_str(), (self.shape(table, &row.shape), row.list)))
            .collect()
    }

    /// Tables that were set apart and agree again go back to the model of their name.
    fn come_back(&mut self, fresh: &BTreeSet<&str>) {
        let mut of_pages: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, table) in self.tables.list.iter().enumerate() {
            let action = table.page.action.as_str();
            let name = &table.model.name;
            if fresh.contains(action)
                && self.called(index).is_some_and(|called| called != name)
            {
                of_pages.entry(action).or_default().push(index);
            }
        }
        loop {
            let mut changed = false;
            for apart in of_pages.values_mut() {
                let back = self.come_back_of(apart);
                changed |= !back.is_empty();
                apart.retain(|index| !back.contains(index));
            }
            if !changed {
                return;
            }
        }
    }

    /// Those of one page: as many as agree when all of them are back.
    fn come_back_of(&mut self, apart: &[usize]) -> Vec<usize> {
        let name_of = |index: usize| {
            self.tables.list.get(index).map(|table| table.model.name.clone())
        };
        let mut back: Vec<(usize, String, String)> = apart
            .iter()
            .filter_map(|index| {
                let name = name_of(*index)?;
                let before = self.called(*index)?.to_owned();
                self.members.contains_key(&name).then_some((*index, before, name))
            })
            .collect();
        for (index, _, name) in &back {
            self.set(*index, name.clone());
        }
        loop {
            let bad: Vec<_> = back
                .iter()
                .filter(|(index, _, name)| {
                    let all = self.types.get(name);
                    !all.is_some_and(|all| agree(all, &self.types_of(*index)))
                })
                .map(|(index, before, _)| (*index, before.clone()))
                .collect();
            if bad.is_empty() {
                break;
            }
            for (index, before) in &bad {
                self.set(*index, before.clone());
            }
            back.retain(|(index, ..)| !bad.iter().any(|(bad, _)| bad == index));
        }
        let mut unsettled = BTreeSet::new();
        for (index, before, name) in &back {
            if let Some(members) = self.members.get_mut(before) {
                members.retain(|member| member != index);
            }
            self.members.entry(name.clone()).or_default().push(*index);
            unsettled.extend([before.clone(), name.clone()]);
            unsettled.extend(self.models_of_users(*index));
        }
        self.settle(unsettled);
        back.into_iter().map(|(index, ..)| index).collect()
    }
}

/// Whether the rows that both have are of the same types.
fn agree(all: &Types<'_>, types: &Types<'_>) -> bool {
    types.iter().all(|(row, ty)| all.get(row).is_none_or(|other| other == ty))
}

/// Whether a model of this name can have a file and can be told from a plain type.
fn is_usable(name: &str) -> bool {
    !names::is_device(name) && name != "object" && Scalar::named(name).is_none()
}
