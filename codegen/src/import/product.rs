//! A `product.yaml` to start from.

use crate::description::PRODUCT;
use crate::import::Import;
use crate::request::is_name;
use crate::source::Sources;

/// The description with a product.yaml, and the text of it when it had none.
pub(super) fn ensure(import: &Import<'_>) -> (Sources, Option<String>) {
    let mut sources = import.spec.clone();
    if sources.get(PRODUCT).is_some_and(|text| !text.trim().is_empty()) {
        return (sources, None);
    }
    let text = text(&product(import), import.krate);
    sources.insert(PRODUCT, text.clone());
    (sources, Some(text))
}

/// The vendor's folder of a product's pages is called `umem-api`.
fn product(import: &Import<'_>) -> String {
    let folders = import.pages.iter().filter_map(|page| page.source.split_once('/'));
    let name = folders.map(|(folder, _)| folder.trim_end_matches("-api")).next();
    let mut name: String = name
        .unwrap_or_default()
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

fn text(product: &str, krate: &str) -> String {
    format!(
        "# The product as a whole: where it is found, how its names are spelled, and what its actions have in common.\n\
         product: {product}\n\
         crate: {krate}\n\
         endpoint: https://api.ucloud.cn\n\
         in_vpc_endpoint: http://api.service.ucloud.cn\n\
         pages: https://docs.ucloud.cn/api/\n\
         # Capitals in a row are one word; these are the words that this rule would cut wrongly: wire spelling, spelling in types.\n\
         words: {{}}\n\
         sections: []\n\
         # Rows that most actions share: documented here, listed with their requiredness in each action.\n\
         common:\n\
         \x20 - {{ name: Region, type: string }}\n\
         \x20 - {{ name: Zone, type: string }}\n\
         \x20 - {{ name: ProjectId, type: string }}\n"
    )
}
