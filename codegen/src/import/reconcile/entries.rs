//! Entries of lists in the names of an example's parameters: `Disks.1.Size` is in entry 1 of
//! `Disks`.

use std::collections::BTreeMap;

/// Counts the entries of every list from 0, in the order of their numbers; returns the names, and
/// whether any was counted otherwise.
pub(super) fn count_from_zero<'a>(
    names: impl Iterator<Item = &'a str> + Clone,
) -> (Vec<String>, bool) {
    // New number of each entry, by list.
    let mut lists: BTreeMap<String, BTreeMap<u64, u64>> = BTreeMap::new();
    for name in names.clone() {
        numbered(name, &mut |list, number| {
            lists.entry(list.to_owned()).or_default().insert(number, number);
            number
        });
    }
    let mut is_wrong = false;
    for numbers in lists.values_mut() {
        for (new, (old, number)) in (0..).zip(numbers) {
            is_wrong |= new != *old;
            *number = new;
        }
    }
    let renumber = |name: &str| {
        numbered(name, &mut |list, number| {
            let new = lists.get(list).and_then(|numbers| numbers.get(&number));
            new.copied().unwrap_or(number)
        })
    };
    (names.map(renumber).collect(), is_wrong)
}

/// The name with other numbers; `number` gets the list as the name has it, outer numbers included.
fn numbered(name: &str, number: &mut dyn FnMut(&str, u64) -> u64) -> String {
    let (mut old, mut new) = (String::new(), String::new());
    for (place, part) in name.split('.').enumerate() {
        // `+1` is a number for Rust.
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        let renumbered = match part.parse() {
            Ok(index) if place > 0 && digits => number(&old, index).to_string(),
            _ => part.to_owned(),
        };
        if place > 0 {
            old.push('.');
            new.push('.');
        }
        old.push_str(part);
        new.push_str(&renumbered);
    }
    new
}
