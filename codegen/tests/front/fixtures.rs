//! Small descriptions of a made-up product.

use codegen::api::{Action, Api, Model};
use codegen::{Generated, Sources};

pub(crate) const PRODUCT: &str = "\
product: Kitchen
crate: my-kitchen
endpoint: https://api.kitchen.example
in_vpc_endpoint: http://api.kitchen.internal
docs_url: https://docs.kitchen.example/
words: { UMem: UMem }
sections:
  - { title: Cooking, doc: What is done with heat. }
common:
  - { name: Region, type: string, doc: A region. }
  - { name: Zone, type: string, doc: A zone. }
  - { name: ProjectId, type: string, doc: A project. }
";

/// Returns an action's first lines.
pub(crate) fn action(name: &str, rest: &str) -> String {
    format!(
        "action: {name}\ntitle: Cook\nsection: Cooking\nsource: kitchen/cook\neffect: read\n{rest}"
    )
}

/// Returns a description with these files and the product.
pub(crate) fn sources(files: &[(&str, &str)]) -> Sources {
    let mut sources = Sources::new();
    sources.insert("product.yaml", PRODUCT);
    for (path, text) in files {
        sources.insert(*path, *text);
    }
    sources
}

pub(crate) fn generated(files: &[(&str, &str)]) -> Generated {
    codegen::generate(&sources(files)).unwrap_or_else(|report| panic!("{report}"))
}

/// Resolves a description with one action `Cook` of these lines, and other files.
pub(crate) fn api(cook: &str, files: &[(&str, &str)]) -> Api {
    let cook = action("Cook", cook);
    let mut all = vec![("actions/Cook.yaml", cook.as_str())];
    all.extend(files);
    generated(&all).api
}

pub(crate) fn cook(api: &Api) -> &Action {
    api.actions.iter().find(|action| action.wire == "Cook").unwrap()
}

pub(crate) fn model<'a>(api: &'a Api, wire: &str) -> &'a Model {
    api.models.iter().find(|model| model.wire == wire).unwrap()
}
