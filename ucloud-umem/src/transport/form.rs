//! Form parser, for transports that inspect a request.

use std::borrow::Cow;
use std::ops::Range;

use percent_encoding::percent_decode;

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
    let mut start = 0;
    form.split(|byte| *byte == b'&').filter_map(move |pair| {
        let end = start + pair.len();
        let name = pair.split(|byte| *byte == b'=').next().unwrap_or(pair);
        let value = pair.get(name.len() + 1..).unwrap_or_default();
        start = end + 1;
        (!pair.is_empty()).then(|| Pair {
            name: unescape(name),
            value: unescape(value),
            place: end - value.len()..end,
        })
    })
}

fn unescape(escaped: &[u8]) -> Cow<'_, str> {
    let text = percent_decode(escaped).decode_utf8_lossy();
    if !escaped.contains(&b'+') {
        return text;
    }
    // Only a plus that is not escaped is a space.
    let spaced: Vec<u8> =
        escaped.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    Cow::Owned(percent_decode(&spaced).decode_utf8_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_split_into_pairs() {
        let form = b"A=1&B=&&C&D%3D=a%26b+c%2B%E4%B8%AD&=x&E=a=b";
        let pairs: Vec<_> = pairs(form)
            .map(|pair| {
                let place = String::from_utf8_lossy(&form[pair.place]).into_owned();
                (pair.name.into_owned(), pair.value.into_owned(), place)
            })
            .collect();
        let expected = [
            ("A", "1", "1"),
            ("B", "", ""),
            ("C", "", ""),
            ("D=", "a&b c+中", "a%26b+c%2B%E4%B8%AD"),
            ("", "x", "x"),
            ("E", "a=b", "a=b"),
        ];
        let expected = expected.map(|(a, b, c)| (a.into(), b.into(), c.into()));
        assert_eq!(pairs, expected);
        assert_eq!(super::pairs(b"").count(), 0);
    }
}
