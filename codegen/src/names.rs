//! Names in Rust, made from names on the wire.
//!
//! Capitals in a row count as one word (RFC 430), with the `s` of a plural: `IPs`. Digits stay with
//! the word before them, and the product's own words are never cut.

/// Words of a product that the rule would split wrongly.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// Spelling on the wire and in types, the longest first.
    words: Vec<(String, String)>,
}

/// Word of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word<'a> {
    /// Found by the rule.
    Plain(&'a str),
    /// Known word of the product, as it is spelled in types.
    Known(&'a str),
}

impl Words {
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut words: Vec<_> =
            words.into_iter().map(|(wire, rust)| (wire.to_owned(), rust.to_owned())).collect();
        words.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        Self { words }
    }

    /// Returns the name of a type or a variant: `DescribeUMemBackupUrl`, `VpcInfo`, `AllkeysLru`.
    pub(crate) fn camel(&self, wire: &str) -> String {
        let mut name = String::with_capacity(wire.len());
        for word in self.cut(wire) {
            match word {
                Word::Known(rust) => name.push_str(rust),
                Word::Plain(word) => {
                    let mut letters = word.chars();
                    name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
                    name.extend(letters.map(|letter| letter.to_ascii_lowercase()));
                }
            }
        }
        name
    }

    /// Returns the name of a method, a field or a module: `describe_umem_backup_url`, `vpc_info`.
    pub(crate) fn snake(&self, wire: &str) -> String {
        let words: Vec<_> = self
            .cut(wire)
            .into_iter()
            .map(|word| match word {
                Word::Known(word) | Word::Plain(word) => word.to_ascii_lowercase(),
            })
            .collect();
        words.join("_")
    }

    fn cut<'a>(&'a self, name: &'a str) -> Vec<Word<'a>> {
        let bytes = name.as_bytes();
        let mut words = Vec::new();
        let mut start = 0;
        while start < bytes.len() {
            if !bytes[start].is_ascii_alphanumeric() {
                start += 1;
                continue;
            }
            let end = if let Some((end, rust)) = self.find_known_word(name, start) {
                words.push(Word::Known(rust));
                end
            } else {
                let end = self.plain(name, start);
                words.push(Word::Plain(&name[start..end]));
                end
            };
            start = end;
        }
        words
    }

    /// Returns the end and the spelling of the known word that starts at a place.
    fn find_known_word(&self, name: &str, start: usize) -> Option<(usize, &str)> {
        let rest = name.as_bytes().get(start..)?;
        self.words.iter().find_map(|(wire, rust)| {
            let ends = !rest.get(wire.len()).is_some_and(u8::is_ascii_lowercase);
            (rest.starts_with(wire.as_bytes()) && ends)
                .then_some((start + wire.len(), rust.as_str()))
        })
    }

    /// Returns the end of the word that starts at a place.
    fn plain(&self, name: &str, start: usize) -> usize {
        let bytes = name.as_bytes();
        let is = |place: usize, kind: fn(&u8) -> bool| bytes.get(place).is_some_and(kind);
        let is_plural = |place: usize| {
            bytes.get(place) == Some(&b's') && !is(place + 1, u8::is_ascii_lowercase)
        };
        let mut end = start + 1;
        if is(start, u8::is_ascii_uppercase) {
            // The last capital of a row starts the next word when a small letter follows.
            while is(end, u8::is_ascii_uppercase)
                && (!is(end + 1, u8::is_ascii_lowercase) || is_plural(end + 1))
                && self.find_known_word(name, end).is_none()
            {
                end += 1;
            }
            if end > start + 1 && is_plural(end) {
                end += 1;
            }
        }
        if end == start + 1 || is(start, u8::is_ascii_lowercase) {
            while is(end, u8::is_ascii_lowercase) {
                end += 1;
            }
        }
        while is(end, u8::is_ascii_digit) {
            end += 1;
        }
        // Small letters after digits belong to the same word: `md5sum`.
        while end > start + 1 && is(end - 1, u8::is_ascii_digit) && is(end, u8::is_ascii_lowercase)
        {
            while is(end, |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
                end += 1;
            }
        }
        end
    }
}

/// Returns the name of a constant: `CN_BJ2_05`.
pub(crate) fn constant(id: &str) -> String {
    id.chars()
        .map(|char| if char.is_ascii_alphanumeric() { char.to_ascii_uppercase() } else { '_' })
        .collect()
}

/// Returns the name of a list's entry: `Disk` for `Disks`.
pub(crate) fn singular(name: &str) -> String {
    if let Some(stem) = name.strip_suffix("ies") {
        return format!("{stem}y");
    }
    if let Some(stem) = name.strip_suffix("es")
        && ["sh", "tch", "ss", "x"].iter().any(|end| stem.ends_with(end))
    {
        return stem.to_owned();
    }
    match name.strip_suffix('s') {
        Some(stem) if stem.len() > 1 && !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => name.to_owned(),
    }
}

/// Checks for an identifier that is not a keyword.
pub(crate) fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && name != "_"
        && !is_keyword(name)
}

/// Checks for a keyword of Rust.
pub(crate) fn is_keyword(name: &str) -> bool {
    let letters = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    name == "gen" || (letters && syn::parse_str::<syn::Ident>(name).is_err())
}

/// Checks for the spelling of types and variants.
pub(crate) fn is_camel(name: &str) -> bool {
    is_identifier(name) && name.starts_with(|c: char| c.is_ascii_uppercase()) && !name.contains('_')
}

/// Checks for the spelling of methods, fields and modules.
pub(crate) fn is_snake(name: &str) -> bool {
    is_identifier(name)
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && !name.contains(|c: char| c.is_ascii_uppercase())
}

/// Checks for a file name that Windows reserves for a device.
pub(crate) fn is_device(stem: &str) -> bool {
    let lower = stem.to_ascii_lowercase();
    let numbered = lower.strip_prefix("com").or_else(|| lower.strip_prefix("lpt"));
    matches!(lower.as_str(), "con" | "nul" | "aux" | "prn")
        || numbered
            .is_some_and(|number| number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words::new([
            ("UMem", "UMem"),
            ("URedis", "URedis"),
            ("UDRedis", "UDRedis"),
            ("UMemcache", "UMemcache"),
            ("ISolation", "Isolation"),
            ("AOF", "Aof"),
        ])
    }

    #[test]
    fn names_of_the_design() {
        let words = words();
        for (wire, camel, snake) in [
            ("DescribeUMemBackupUrl", "DescribeUMemBackupUrl", "describe_umem_backup_url"),
            ("ISolationURedisGroup", "IsolationURedisGroup", "isolation_uredis_group"),
            (
                "CheckUDRedisSpaceAllowance",
                "CheckUDRedisSpaceAllowance",
                "check_udredis_space_allowance",
            ),
            ("CreateUMemcacheGroup", "CreateUMemcacheGroup", "create_umemcache_group"),
            ("VPCId", "VpcId", "vpc_id"),
            ("AOFId", "AofId", "aof_id"),
            ("EnableIPV6", "EnableIpv6", "enable_ipv6"),
            ("NewCPU", "NewCpu", "new_cpu"),
            ("DataSet", "DataSet", "data_set"),
            ("UMemBackupSet", "UMemBackupSet", "umem_backup_set"),
            ("VPCInfo", "VpcInfo", "vpc_info"),
            ("VIP", "Vip", "vip"),
            ("IPs", "Ips", "ips"),
            ("ResourceGroupIDs", "ResourceGroupIds", "resource_group_ids"),
            ("EIPsV6", "EipsV6", "eips_v6"),
            ("IsDNSServer", "IsDnsServer", "is_dns_server"),
            ("SNATs.N", "SnatsN", "snats_n"),
            ("VPCURedis", "VpcURedis", "vpc_uredis"),
            ("BlockId2Name", "BlockId2Name", "block_id2_name"),
            ("Md5sum", "Md5sum", "md5sum"),
            ("data_set", "DataSet", "data_set"),
            ("A", "A", "a"),
            ("cn-bj", "CnBj", "cn_bj"),
            ("auto", "Auto", "auto"),
            ("allkeys-lru", "AllkeysLru", "allkeys_lru"),
            ("CreateFail", "CreateFail", "create_fail"),
            ("UMemory", "UMemory", "u_memory"),
            ("", "", ""),
            ("数据", "", ""),
        ] {
            assert_eq!(words.camel(wire), camel, "{wire}");
            assert_eq!(words.snake(wire), snake, "{wire}");
        }
    }

    #[test]
    fn identifiers() {
        for keyword in ["type", "self", "Self", "async", "gen", "try", "abstract", "crate"] {
            assert!(is_keyword(keyword) && !is_identifier(keyword), "{keyword}");
        }
        for no in ["", "_", "1st", "a-b", "é", "a b", "fn() {}", "r#type"] {
            assert!(!is_identifier(no) && !is_keyword(no), "{no}");
        }
        assert!(is_snake("space_id") && !is_snake("SpaceId") && !is_snake("_x"));
        assert!(is_camel("SpaceId") && !is_camel("space_id") && !is_camel("Space_Id"));
    }

    #[test]
    fn lists_and_devices() {
        for (list, one) in [
            ("Disks", "Disk"),
            ("Policies", "Policy"),
            ("Dishes", "Dish"),
            ("Caches", "Cache"),
            ("Images", "Image"),
            ("Status", "Status"),
            ("Class", "Class"),
            ("Disk", "Disk"),
        ] {
            assert_eq!(singular(list), one);
        }
        assert!(
            is_device("CON") && is_device("com1") && !is_device("common") && !is_device("com10")
        );
        assert_eq!(constant("cn-bj2-05"), "CN_BJ2_05");
    }
}
