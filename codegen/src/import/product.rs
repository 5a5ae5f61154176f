//! `product.yaml`: what it says of the documentation pages, and one to begin with.

use crate::check::is_page;
use crate::description::{PRODUCT, Text};
use crate::diagnostics::text::code;
use crate::diagnostics::{Diagnostics, Report, Span};
use crate::layout;
use crate::parameter_tree::is_name;
use crate::source::{File, Sources};

/// The documentation pages that a description covers, by their paths in the vendor's documentation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// Folders of which all pages are read.
    pub folders: Vec<String>,
    /// Further pages, without `.md`.
    pub pages: Vec<String>,
}

/// Returns the folders and pages of `docs` in product.yaml; `None` without a product.yaml.
pub fn docs(spec: &Sources) -> Result<Option<Docs>, Report> {
    let Some(text) = spec.get(PRODUCT).filter(|text| !text.trim().is_empty()) else {
        return Ok(None);
    };
    let files = [File::new(PRODUCT, text)];
    let (_, description) = layout::read(&files)?;
    let docs = description.product.and_then(|product| product.docs);
    let mut diagnostics = Diagnostics::default();
    let mut paths = |texts: &[Text]| -> Vec<String> {
        for text in texts.iter().filter(|text| !is_page(text)) {
            diagnostics
                .report(text.span, format!("invalid path of documentation pages {}", code(text)))
                .help("write it as the vendor's documentation has it: `umem-api`, `summary/regionlist`");
        }
        texts.iter().map(|text| text.value.clone()).collect()
    };
    let docs = docs.map(|docs| Docs { folders: paths(&docs.folders), pages: paths(&docs.pages) });
    if docs.as_ref().is_none_or(|docs| docs.folders.is_empty() && docs.pages.is_empty()) {
        diagnostics.report(Span::file(0), "no documentation pages: expected the key `docs`").help(
            "write `docs: { folders: [umem-api] }`, the folders in the vendor's documentation",
        );
    }
    diagnostics.into_report(&files)?;
    Ok(docs)
}

/// Returns the description with a product.yaml.
pub(super) fn ensure(spec: &Sources, docs: &Docs, krate: &str) -> Sources {
    let mut sources = spec.clone();
    if sources.get(PRODUCT).is_none_or(|text| text.trim().is_empty()) {
        sources.insert(PRODUCT, text(docs, krate));
    }
    sources
}

/// The vendor's folder of a product's pages is called `umem-api`.
fn product(docs: &Docs) -> String {
    let folder = docs.folders.first().map_or("", String::as_str);
    let mut name: String = folder
        .trim_end_matches("-api")
        .split(|char: char| !char.is_ascii_alphanumeric())
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect();
    if !is_name(&name) {
        name.insert_str(0, "Product");
    }
    name
}

fn text(docs: &Docs, krate: &str) -> String {
    format!(
        "product: {}\n\
         crate: {krate}\n\
         endpoint: \"https://api.ucloud.cn\"\n\
         in_vpc_endpoint: \"http://api.service.ucloud.cn\"\n\
         docs_url: \"https://docs.ucloud.cn/api/\"\n\
         docs: {{ folders: {:?} }}\n\
         words: {{}}\n\
         sections: []\n\
         common:\n\
         \x20 - {{ name: Region, type: string }}\n\
         \x20 - {{ name: Zone, type: string }}\n\
         \x20 - {{ name: ProjectId, type: string }}\n",
        product(docs),
        docs.folders,
    )
}
