//! Taking a form apart: the encoder's way back, for what looks at a request on its way.

use std::borrow::Cow;

use percent_encoding::percent_decode;

/// One pair of a form.
#[derive(Clone, Debug)]
pub(crate) struct Pair<'a> {
    pub(crate) name: Cow<'a, str>,
    pub(crate) value: Cow<'a, str>,
}

/// The pairs of a form, in the order in which they stand there.
pub(crate) fn pairs(form: &[u8]) -> impl Iterator<Item = Pair<'_>> {
    form.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).map(|pair| {
        let name = pair.split(|byte| *byte == b'=').next().unwrap_or(pair);
        let value = pair.get(name.len() + 1..).unwrap_or_default();
        Pair { name: unescape(name), value: unescape(value) }
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
    fn a_form_comes_apart_into_what_was_put_in() {
        let form = b"A=1&B=&&C&D%3D=a%26b+c%2B%E4%B8%AD&=x&E=a=b";
        let pairs: Vec<_> = pairs(form).map(|pair| (pair.name, pair.value)).collect();
        let expected = [
            ("A", "1"),
            ("B", ""),
            ("C", ""),
            ("D=", "a&b c+中"),
            ("", "x"),
            ("E", "a=b"),
        ];
        assert_eq!(pairs, expected.map(|(name, value)| (name.into(), value.into())));
        assert_eq!(super::pairs(b"").count(), 0);
    }
}
