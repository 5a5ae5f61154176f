//! `ret_codes.yaml`.

use crate::description::fields::Fields;
use crate::description::keys;
use crate::description::tree::{Node, Text};
use crate::diagnostics::Diagnostics;

/// RetCodes other than 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct RetCodes {
    /// The pages that list them.
    pub(crate) sources: Vec<Text>,
    pub(crate) codes: Vec<RetCode>,
}

/// RetCode with its meaning.
#[derive(Clone, Debug)]
pub(crate) struct RetCode {
    pub(crate) number: i64,
    /// The number as it is written.
    pub(crate) code: Text,
    pub(crate) name: Text,
    pub(crate) temporary: bool,
    /// Source of a RetCode that no page lists.
    pub(crate) source: Option<Text>,
    pub(crate) doc: Option<Text>,
}

pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> RetCodes {
    let mut ret_codes = RetCodes::default();
    let Some(fields) = Fields::read(node, &keys::RET_CODES, diagnostics) else {
        return ret_codes;
    };
    for key in ["gateway", "product"] {
        let page = fields.node(key);
        if let Some(page) = page.and_then(|node| Fields::read(node, &keys::CODES, diagnostics)) {
            ret_codes.sources.extend(page.text("source"));
            let codes = page.maps("codes", diagnostics, ret_code);
            ret_codes.sources.extend(codes.iter().filter_map(|code| code.source.clone()));
            ret_codes.codes.extend(codes);
        }
    }
    ret_codes
}

fn ret_code(node: &Node, diagnostics: &mut Diagnostics) -> Option<RetCode> {
    let fields = Fields::read(node, &keys::CODE, diagnostics)?;
    Some(RetCode {
        number: fields.int("code")?,
        code: fields.text("code")?,
        name: fields.text("name")?,
        temporary: fields.flag("temporary").is_some(),
        source: fields.text("source"),
        doc: fields.text("doc"),
    })
}
