//! Language of the page.

/// Language of the page's own texts. Texts of the API are English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Chinese,
}

impl Language {
    /// Chooses by the header `Accept-Language`; English if it names neither.
    pub(crate) fn negotiate(accepted: &str) -> Self {
        let mut best = (0.0, Self::English);
        for entry in accepted.split(',') {
            let mut parts = entry.split(';').map(str::trim);
            let tag = parts.next().unwrap_or_default();
            let weight = parts.find_map(|part| part.strip_prefix("q="));
            let weight = weight.map_or(1.0, |weight| weight.parse::<f32>().unwrap_or(0.0));
            let language = match tag.split('-').next().unwrap_or_default() {
                tag if tag.eq_ignore_ascii_case("zh") => Self::Chinese,
                tag if tag.eq_ignore_ascii_case("en") => Self::English,
                _ => continue,
            };
            if weight > best.0 {
                best = (weight, language);
            }
        }
        best.1
    }

    /// Returns the tag of the language, by which browsers also choose the shapes of characters.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_the_largest_weight_is_chosen() {
        for (accepted, language) in [
            ("", Language::English),
            ("de", Language::English),
            ("zh", Language::Chinese),
            ("zh-CN,zh;q=0.9,en;q=0.8", Language::Chinese),
            ("ZH-Hans-CN", Language::Chinese),
            ("en-GB,zh;q=0.5", Language::English),
            ("en;q=0.4, zh ; q=0.5", Language::Chinese),
            ("zh;q=0", Language::English),
            ("zh;q=x,en", Language::English),
            ("fr,zh;q=0.1", Language::Chinese),
        ] {
            assert_eq!(Language::negotiate(accepted), language, "{accepted}");
        }
    }
}
