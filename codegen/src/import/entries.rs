//! Entries of lists in the names of an example's parameters: `Disks.1.Size` is in entry 1 of `Disks`.

use std::collections::BTreeMap;

/// What was made of names.
#[derive(Debug)]
pub(crate) struct Counted {
    /// The names, with the entries of each list counted from 0.
    pub(crate) names: Vec<String>,
    /// Lists whose entries were counted otherwise, each with the place of the first name that is in it.
    pub(crate) wrong: Vec<(String, usize)>,
}

struct List {
    first: usize,
    /// What each entry's number becomes.
    numbers: BTreeMap<u64, u64>,
}

/// Counts the entries of every list from 0, in the order of their numbers.
pub(crate) fn count_from_zero<'a>(
    names: impl Iterator<Item = &'a str> + Clone,
) -> Counted {
    let mut lists: BTreeMap<String, List> = BTreeMap::new();
    for (place, name) in names.clone().enumerate() {
        numbered(name, &mut |list, number| {
            let new = || List { first: place, numbers: BTreeMap::new() };
            let list = lists.entry(list.to_owned()).or_insert_with(new);
            list.numbers.insert(number, number);
            number
        });
    }
    let mut wrong = Vec::new();
    for (name, list) in &mut lists {
        let mut is_wrong = false;
        for (new, (old, number)) in (0..).zip(&mut list.numbers) {
            is_wrong |= new != *old;
            *number = new;
        }
        if is_wrong {
            wrong.push((name.clone(), list.first));
        }
    }
    let renumber = |name: &str| {
        numbered(name, &mut |list, number| {
            let new = lists.get(list).and_then(|list| list.numbers.get(&number));
            new.copied().unwrap_or(number)
        })
    };
    Counted { names: names.map(renumber).collect(), wrong }
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
