//! The example of a request: an address over several lines.

use std::collections::BTreeMap;
use std::ops::Range;

use percent_encoding::percent_decode_str;

use super::super::names::sent;
use super::super::outline::Shown;
use super::body;
use crate::diagnostics::text::{code, is_unseen};
use crate::import::note::Notes;
use crate::symbols::SENT_ANYWAY;

/// Request of an example.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Sent {
    /// The action that it calls, and the line that names it.
    pub(in super::super) action: Option<(String, usize)>,
    /// Parameters in the example's order, without those that every request carries.
    pub(in super::super) pairs: Vec<(String, String)>,
    /// Lines of the page that say so.
    pub(in super::super) lines: Range<usize>,
}

/// A parameter as it is found.
struct Pair {
    name: String,
    value: String,
    line: usize,
}

/// Reads the example; `None` when the page shows none that can be read.
pub(in super::super) fn read(shown: &Shown<'_>, notes: &mut Notes<'_>) -> Option<Sent> {
    let block = super::block(shown, |text| text.contains("Action"), notes)?;
    let first = block.text.split_whitespace().next().unwrap_or("");
    if is_shell(first) {
        notes.add(block.line, format!("an example for a shell, {}: not read", code(first)));
        return None;
    }
    let pairs = if first.starts_with('{') {
        let line = block.line;
        let pairs = body::pairs(&block.text, line, notes)?.into_iter();
        pairs.map(|(name, value)| Pair { name, value, line }).collect()
    } else {
        address(&block.text, block.line, notes)
    };
    let sent = Sent { lines: super::lines(block), ..sort_out(pairs, notes) };
    if sent.action.is_none() {
        notes.add(block.line, "an example without `Action=`");
        if sent.pairs.is_empty() {
            return None;
        }
    }
    Some(sent)
}

fn is_shell(word: &str) -> bool {
    matches!(word, "curl" | "wget" | "http" | "https" | "ucloud" | "$" | "#" | "python" | "sudo")
        || word.starts_with("#!")
}

/// The parameters of an address, whichever way it is broken into lines.
fn address(text: &str, start: usize, notes: &mut Notes<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let number = start + index;
        for piece in line.split('&') {
            let piece = piece.strip_prefix("amp;").unwrap_or(piece).trim();
            let Some((name, value)) = piece.split_once('=') else {
                if !is_address(piece) {
                    notes.add(
                        number,
                        format!("{} in the example is not a parameter: left out", code(piece)),
                    );
                }
                continue;
            };
            // Before the first parameter: `https://api.ucloud.cn/?Action`.
            let name = name.rsplit_once('?').map_or(name, |(_, name)| name);
            pairs.push(Pair {
                name: decoded(name.trim(), number, notes),
                value: decoded(value.trim(), number, notes),
                line: number,
            });
        }
    }
    pairs
}

/// Checks for the address itself, or nothing, in a piece without a parameter.
fn is_address(piece: &str) -> bool {
    let bare = piece.trim_end_matches(['?', '\\']);
    bare.is_empty() || bare.contains("://") && !bare.contains(char::is_whitespace)
}

fn decoded(text: &str, line: usize, notes: &mut Notes<'_>) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(
        |_| {
            let note = "in the example is not UTF-8 when decoded: taken as it is";
            notes.add(line, format!("{} {note}", code(text)));
            text.to_owned()
        },
        Into::into,
    )
}

/// Drops names that are not parameters, and parameters that the client adds.
fn sort_out(pairs: Vec<Pair>, notes: &mut Notes<'_>) -> Sent {
    let mut action = None;
    let mut kept: Vec<Pair> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for Pair { name: written, value, line } in pairs {
        let Some(name) = sent(&written) else {
            notes.add(
                line,
                format!("{} in the example names no parameter: left out", code(&written)),
            );
            continue;
        };
        if name == "Action" && action.is_none() {
            action = Some((value, line));
            continue;
        }
        if SENT_ANYWAY.contains(&name.as_str()) {
            continue;
        }
        if value.contains(is_unseen) {
            let text = format!(
                "the example's value of {} has characters that show nothing: left out",
                code(&name)
            );
            notes.add(line, text);
            continue;
        }
        match places.get(&name).and_then(|place| kept.get_mut(*place)) {
            Some(first) => {
                notes.add(
                    line,
                    format!("{} is in the example twice: its last value counts", code(&name)),
                );
                first.value = value;
            }
            None => {
                places.insert(name.clone(), kept.len());
                kept.push(Pair { name, value, line });
            }
        }
    }
    let pairs = kept.into_iter().map(|pair| (pair.name, pair.value)).collect();
    Sent { action, pairs, lines: 0..0 }
}
