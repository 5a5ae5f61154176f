//! Rules on models and enums: each is used, none contains itself, and values of enums have names.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::check::identifiers::{Kind, RustName};
use crate::check::names::Namespace;
use crate::description::{Enum, Model, Named, Row};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::symbols::{SymbolTable, Table};

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    // A file that cannot be read may use any of them.
    if symbols.tables().all(Table::is_readable) {
        unused(symbols, diagnostics);
    }
    for cycle in cycles(symbols).endless {
        let Some((model, row)) = cycle.first() else { continue };
        let path: Vec<_> = cycle
            .iter()
            .map(|(model, row)| code(&format!("{}.{}", model.named.name.value, row.name.value)))
            .collect();
        let span = row.ty.as_ref().map_or(row.name.span, |ty| ty.span);
        diagnostics
            .report(span, format!("endless model {}: it contains itself", code(&model.named.name)))
            .label(format!("by way of {}", path.join(", ")))
            .help("one of these fields is a list, or not required: check them against the page");
    }
    for values in &symbols.description.enums {
        variants(symbols, values, diagnostics);
    }
}

fn unused(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let mut report = |kind: &str, named: &Named, help: &str| {
        diagnostics
            .report(named.name.span, format!("unused {kind} {}", code(&named.name)))
            .help(format!("name it {help}, or remove the file"));
    };
    let used = used_models(symbols);
    for model in &symbols.description.models {
        let Named { name, stem, .. } = &model.named;
        if name.value == *stem && !used.contains(name.value.as_str()) {
            report("model", &model.named, "as the type of a field");
        }
    }
    let used = used_enums(symbols);
    for values in &symbols.description.enums {
        if !used.contains(values.named.name.value.as_str()) {
            report("enum", &values.named, "in `as` of a row");
        }
    }
}

/// Returns the names of the models that a response has, directly or inside another model.
pub(crate) fn used_models<'d>(symbols: &SymbolTable<'d>) -> BTreeSet<&'d str> {
    let mut open: Vec<_> = symbols.description.actions.iter().map(Table::Response).collect();
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

/// Returns the names of the enums that rows have.
pub(crate) fn used_enums<'d>(symbols: &SymbolTable<'d>) -> BTreeSet<&'d str> {
    let requests = symbols.description.actions.iter().flat_map(|action| &action.request);
    let rows = requests.chain(symbols.tables().flat_map(Table::rows));
    rows.filter_map(|row| symbols.enumeration(row))
        .map(|values| values.named.name.value.as_str())
        .collect()
}

fn variants(symbols: &SymbolTable<'_>, values: &Enum, diagnostics: &mut Diagnostics) {
    if values.readable && values.values.is_empty() {
        let title = format!("empty enum {}", code(&values.named.name));
        diagnostics
            .report(values.named.name.span, title)
            .help("list the known values; without any, the row is a `string`");
    }
    let mut wires = BTreeSet::new();
    let mut names = Namespace::default();
    for value in &values.values {
        let what = format!("value {}", code(&value.wire));
        if !wires.insert(value.wire.value.as_str()) {
            diagnostics.report_duplicate(value.wire.span, what);
            continue;
        }
        let name = RustName {
            name: &symbols.variant_name(value),
            given: value.rust.as_ref(),
            wire: &value.wire,
            what: &what,
            kind: Kind::Variant,
        };
        if name.check(diagnostics) {
            names.insert("variant", name.name, name.span(), &what, diagnostics);
        }
    }
}

/// Fields by which models contain themselves.
#[derive(Debug, Default)]
pub(crate) struct Cycles<'d> {
    /// Fields that are boxed: names of the model and of the row.
    pub(crate) boxed: BTreeSet<(&'d str, &'d str)>,
    /// Paths from a model to itself on which every field is required.
    pub(crate) endless: Vec<Vec<(&'d Model, &'d Row)>>,
    /// Fields that the tables require on such a path, so that they are `optional` for a reason.
    pub(crate) excused: BTreeSet<(&'d str, &'d str)>,
}

/// Checks for a field that is in every usable response.
pub(crate) fn is_required(row: &Row) -> bool {
    row.present.is_some() || row.required && row.optional.is_none()
}

/// Finds the cycles. Lists need no box: a list may be empty.
pub(crate) fn cycles<'d>(symbols: &SymbolTable<'d>) -> Cycles<'d> {
    let mut graph: DiGraph<&'d Model, &'d Row> = DiGraph::new();
    let nodes: BTreeMap<&str, NodeIndex> =
        symbols.models.iter().map(|(name, model)| (*name, graph.add_node(model))).collect();
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
            found
                .boxed
                .insert((graph[from].named.name.value.as_str(), graph[edge].name.value.as_str()));
        }
    }
    graph.retain_edges(|graph, edge| graph[edge].required);
    let component = components(&graph);
    found.excused = graph
        .edge_references()
        .filter(|edge| component[&edge.source()] == component[&edge.target()])
        .map(|edge| {
            (graph[edge.source()].named.name.value.as_str(), edge.weight().name.value.as_str())
        })
        .collect();
    graph.retain_edges(|graph, edge| is_required(graph[edge]));
    found.endless = endless(&graph);
    found
}

/// Returns the component of each node: nodes of one component reach each other.
fn components(graph: &DiGraph<&Model, &Row>) -> BTreeMap<NodeIndex, usize> {
    kosaraju_scc(graph)
        .into_iter()
        .enumerate()
        .flat_map(|(index, nodes)| nodes.into_iter().map(move |node| (node, index)))
        .collect()
}

/// Returns one closed path for each component with one.
fn endless<'d>(graph: &DiGraph<&'d Model, &'d Row>) -> Vec<Vec<(&'d Model, &'d Row)>> {
    let component = components(graph);
    let mut done = BTreeSet::new();
    let mut ways = Vec::new();
    for start in graph.node_indices() {
        if done.contains(&component[&start]) {
            continue;
        }
        // Every node of the component has an edge in it, so the path closes.
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
