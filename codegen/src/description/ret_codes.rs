//! `ret_codes.yaml`.

use crate::description::fields::Fields;
use crate::description::keys;
use crate::description::tree::{Node, Text};
use crate::report::Mistakes;

/// What a RetCode other than 0 means.
#[derive(Clone, Debug, Default)]
pub(crate) struct RetCodes {
    /// The pages that list them.
    pub(crate) sources: Vec<Text>,
    pub(crate) codes: Vec<RetCode>,
}

/// What a RetCode means.
#[derive(Clone, Debug)]
pub(crate) struct RetCode {
    pub(crate) number: i64,
    /// The number as it is written.
    pub(crate) code: Text,
    pub(crate) name: Text,
    pub(crate) temporary: bool,
    /// Where it is known from, when no page lists it.
    pub(crate) source: Option<Text>,
    pub(crate) doc: Option<Text>,
}

pub(super) fn read(node: &Node, mistakes: &mut Mistakes) -> RetCodes {
    let mut ret_codes = RetCodes::default();
    let Some(fields) = Fields::read(node, &keys::RET_CODES, mistakes) else {
        return ret_codes;
    };
    for key in ["gateway", "product"] {
        let page = fields.node(key);
        if let Some(page) =
            page.and_then(|node| Fields::read(node, &keys::CODES, mistakes))
        {
            ret_codes.sources.extend(page.text("source"));
            let codes = page.maps("codes", mistakes, ret_code);
            ret_codes
                .sources
                .extend(codes.iter().filter_map(|code| code.source.clone()));
            ret_codes.codes.extend(codes);
        }
    }
    ret_codes
}

fn ret_code(node: &Node, mistakes: &mut Mistakes) -> Option<RetCode> {
    let fields = Fields::read(node, &keys::CODE, mistakes)?;
    Some(RetCode {
        number: fields.int("code")?,
        code: fields.text("code")?,
        name: fields.text("name")?,
        temporary: fields.flag("temporary").is_some(),
        source: fields.text("source"),
        doc: fields.text("doc"),
    })
}
