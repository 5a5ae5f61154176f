//! Rules on models and enums: each is used, none contains itself, and values of enums have names.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::check::identifiers::{Kind, RustName};
use crate::description::{Enum, Model, Row};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::symbols::{SymbolTable, Table};

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    unused_models(symbols, diagnostics);
    unused_enums(symbols, diagnostics);
    for cycle in cycles(symbols).endless {
        let Some((model, row)) = cycle.first() else { continue };
        let way: Vec<_> = cycle
            .iter()
            .map(|(model, row)| {
                code(&format!("{}.{}", model.named.name.value, row.name.value))
            })
            .collect();
        let at = row.ty.as_ref().map_or(row.name.at, |ty| ty.at);
        diagnostics
            .add(at, format!("model {} must contain itself without end", code(&model.named.name)))
            .label(format!("by way of {}", way.join(", ")))
            .help("one of these members is a list, or not required: check them against the page");
    }
    for values in &symbols.description.enums {
        variants(symbols, values, diagnostics);
    }
}

/// Names of the models that a reply has, by itself or inside of another model.
pub(crate) fn used_models<'d>(symbols: &SymbolTable<'d>) -> BTreeSet<&'d str> {
    let mut open: Vec<_> =
        symbols.description.actions.iter().map(Table::Reply).collect();
    let mut used = BTreeSet::new();
    while let Some(table) = open.pop() {
        for model in table.rows().iter().filter_map(|row| symbols.model(row)) {
            if used.insert(model.named.name.value.as_str()) {
                open.push(Table::Model(model));
            }
        }
    }
    used
}

fn unused_models(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    // Rows that a broken file would have had may use any of them.
    if symbols.tables().any(|table| !table.is_readable()) {
        return;
    }
    let used = used_models(symbols);
    for model in &symbols.description.models {
        let misnamed = model.named.name.value != model.named.stem;
        if !misnamed && !used.contains(model.named.name.value.as_str()) {
            diagnostics
                .add(
                    model.named.name.at,
                    format!("model {} is never used", code(&model.named.name)),
                )
                .label("no reply has it")
                .help("name it as the type of a member, or remove the file");
        }
    }
}

/// Names of the enums that rows have.
pub(crate) fn used_enums<'d>(symbols: &SymbolTable<'d>) -> BTreeSet<&'d str> {
    let requests = symbols.description.actions.iter().flat_map(|action| &action.request);
    let rows = requests.chain(symbols.tables().flat_map(Table::rows));
    rows.filter_map(|row| symbols.enumeration(row))
        .map(|values| values.named.name.value.as_str())
        .collect()
}

fn unused_enums(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    if symbols.tables().any(|table| !table.is_readable()) {
        return;
    }
    let used = used_enums(symbols);
    for values in &symbols.description.enums {
        if !used.contains(values.named.name.value.as_str()) {
            diagnostics
                .add(
                    values.named.name.at,
                    format!("enum {} is never used", code(&values.named.name)),
                )
                .label("no row has it")
                .help("name it in `as` of a row, or remove the file");
        }
    }
}

fn variants(symbols: &SymbolTable<'_>, values: &Enum, diagnostics: &mut Diagnostics) {
    if values.readable && values.values.is_empty() {
        diagnostics
            .add(
                values.named.name.at,
                format!("enum {} has no values", code(&values.named.name)),
            )
            .help("list those that are known; without any, the row is a `string`");
    }
    let mut wires = BTreeSet::new();
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for value in &values.values {
        let shown = code(&value.wire);
        if !wires.insert(value.wire.value.as_str()) {
            diagnostics
                .add(value.wire.at, format!("value {shown} is there twice"))
                .label("this is the second")
                .help("keep one of the two");
            continue;
        }
        let name = symbols.variant_name(value);
        let what = format!("value {shown}");
        let rust = value.rust.as_ref();
        let name_in_rust = RustName {
            name: &name,
            given: rust,
            wire: &value.wire,
            what: &what,
            kind: Kind::Variant,
        };
        if !name_in_rust.check(diagnostics) {
            continue;
        }
        if let Some(other) = names.get(&name) {
            let at = rust.map_or(value.wire.at, |rust| rust.at);
            diagnostics
                .add(
                    at,
                    format!(
                        "values {} and {shown} both become {}",
                        code(other),
                        code(&name)
                    ),
                )
                .label("the name is taken")
                .help("give one of them `rust:` with a better name");
        } else {
            names.insert(name, &value.wire);
        }
    }
}

/// What models contain themselves by.
#[derive(Debug, Default)]
pub(crate) struct Cycles<'d> {
    /// Members that are boxed: a model's name and a row's.
    pub(crate) boxed: BTreeSet<(&'d str, &'d str)>,
    /// Ways from a model to itself on which every member is required.
    pub(crate) endless: Vec<Vec<(&'d Model, &'d Row)>>,
    /// Members that the tables require on such a way, so that they are `optional` for a reason.
    pub(crate) excused: BTreeSet<(&'d str, &'d str)>,
}

/// Whether a member is there in every response that can be used.
pub(crate) fn is_required(row: &Row) -> bool {
    row.present.is_some() || row.required && row.optional.is_none()
}

/// Finds them. Lists need no box: a list may be empty.
pub(crate) fn cycles<'d>(symbols: &SymbolTable<'d>) -> Cycles<'d> {
    let mut graph: DiGraph<&'d Model, &'d Row> = DiGraph::new();
    let nodes: BTreeMap<&str, NodeIndex> = symbols
        .models
        .iter()
        .map(|(name, model)| (*name, graph.add_node(model)))
        .collect();
    for (name, model) in &symbols.models {
        for row in &model.members {
            if row.ty.as_ref().is_some_and(|ty| !ty.list)
                && let Some(inner) = symbols.model(row)
            {
                graph.add_edge(nodes[name], nodes[inner.named.name.value.as_str()], row);
            }
        }
    }
    let mut found = Cycles::default();
    let component = components(&graph);
    for edge in graph.edge_indices() {
        if let Some((from, to)) = graph.edge_endpoints(edge)
            && component[&from] == component[&to]
            && !is_required(graph[edge])
        {
            found.boxed.insert((
                graph[from].named.name.value.as_str(),
                graph[edge].name.value.as_str(),
            ));
        }
    }
    graph.retain_edges(|graph, edge| graph[edge].required);
    let component = components(&graph);
    found.excused = graph
        .edge_references()
        .filter(|edge| component[&edge.source()] == component[&edge.target()])
        .map(|edge| {
            (
                graph[edge.source()].named.name.value.as_str(),
                edge.weight().name.value.as_str(),
            )
        })
        .collect();
    graph.retain_edges(|graph, edge| is_required(graph[edge]));
    found.endless = endless(&graph);
    found
}

/// Which nodes reach each other.
fn components(graph: &DiGraph<&Model, &Row>) -> BTreeMap<NodeIndex, usize> {
    kosaraju_scc(graph)
        .into_iter()
        .enumerate()
        .flat_map(|(index, nodes)| nodes.into_iter().map(move |node| (node, index)))
        .collect()
}

/// One way round for each group of nodes that reach each other.
fn endless<'d>(graph: &DiGraph<&'d Model, &'d Row>) -> Vec<Vec<(&'d Model, &'d Row)>> {
    let component = components(graph);
    let mut done = BTreeSet::new();
    let mut ways = Vec::new();
    for start in graph.node_indices() {
        if done.contains(&component[&start]) {
            continue;
        }
        // Every node of the group has an edge that stays in it, so walking on comes round.
        let next = |node| {
            let inside = |edge: &_| {
                graph
                    .edge_endpoints(*edge)
                    .is_some_and(|(_, to)| component[&to] == component[&start])
            };
            let mut edges: Vec<_> = graph.edges(node).map(|edge| edge.id()).collect();
            edges.sort();
            edges.into_iter().find(inside)
        };
        let mut way = Vec::new();
        let mut seen = BTreeMap::new();
        let mut node = start;
        while let Some(edge) = next(node) {
            if let Some(first) = seen.insert(node, way.len()) {
                way.drain(..first);
                ways.push(way);
                done.insert(component[&start]);
                break;
            }
            way.push((graph[node], graph[edge]));
            let Some((_, to)) = graph.edge_endpoints(edge) else { break };
            node = to;
        }
    }
    ways
}
