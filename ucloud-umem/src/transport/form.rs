//! Form parser, for transports that inspect a request.

use std::borrow::Cow;
use std::ops::Range;

/// Pair of a form.
#[derive(Clone, Debug)]
pub(crate) struct Pair<'a> {
    pub(crate) name: Cow<'a, str>,
    pub(crate) value: Cow<'a, str>,
    /// Place of the escaped value in the form.
    pub(crate) place: Range<usize>,
}

/// Returns the pairs of a form, in their order.
pub(crate) fn pairs(form: &[u8]) -> impl Iterator<Item = Pair<'_>> {
    let mut end_before = 0;
    form.split(|byte| *byte == b'&').filter_map(move |pair| {
        let (start, end) = (end_before, end_before + pair.len());
        end_before = end + 1;
        let equals = pair.iter().position(|byte| *byte == b'=');
        let (name, value) = form_urlencoded::parse(pair).next()?;
        Some(Pair { name, value, place: equals.map_or(end, |equals| start + equals + 1)..end })
    })
}
