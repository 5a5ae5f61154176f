//! Random files in every layout, with comments that are told apart by their numbers.

use super::*;

/// Decisions, one after the other; the first of each when they run out.
pub(super) struct Tape<'a> {
    bytes: std::slice::Iter<'a, u8>,
    comments: usize,
    keys: usize,
}

impl<'a> Tape<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter(), comments: 0, keys: 0 }
    }

    pub(super) fn pick(&mut self, count: usize) -> usize {
        self.bytes.next().map_or(0, |byte| usize::from(*byte) % count)
    }

    fn chance(&mut self) -> bool {
        self.pick(3) == 1
    }

    fn key(&mut self) -> String {
        self.keys += 1;
        let key = self.keys;
        match self.pick(6) {
            1 => format!("\"k {key}\""),
            2 => format!("'k: {key}'"),
            3 => format!("ké{key}"),
            _ => format!("k{key}"),
        }
    }

    fn comment(&mut self) -> String {
        self.comments += 1;
        format!("# c{} - {{ [ : é", self.comments)
    }

    fn trailing(&mut self) -> String {
        if self.chance() { format!(" {}", self.comment()) } else { String::new() }
    }

    /// Comment lines and empty ones.
    fn between(&mut self, column: usize) -> String {
        let mut out = String::new();
        for _ in 0..self.pick(3) {
            match self.pick(3) {
                0 => out.push('\n'),
                1 => {
                    out.push_str(&format!("{}{}\n", " ".repeat(column), self.comment()));
                }
                _ => out.push_str(&format!("{}\n", self.comment())),
            }
        }
        out
    }

    /// A file.
    pub(super) fn file(&mut self) -> String {
        let mut out = self.between(0);
        out.push_str(&if self.pick(5) == 1 { self.list(0, 0) } else { self.map(0, 0) });
        out.push_str(&self.between(0));
        match self.pick(4) {
            1 => out = out.replace('\n', "\r\n"),
            2 => out = format!("\u{feff}{}", out.replace('\n', "\r\n")),
            3 => out.truncate(out.trim_end().len()),
            _ => {}
        }
        out
    }

    /// The lines of a block map.
    fn map(&mut self, column: usize, depth: usize) -> String {
        let mut out = String::new();
        for index in 0..=self.pick(4) {
            if index > 0 {
                out.push_str(&self.between(column));
            }
            let key = self.key();
            let value = self.value(column, depth, true);
            out.push_str(&format!("{}{key}:{value}", " ".repeat(column)));
        }
        out
    }

    /// The lines of a block list.
    fn list(&mut self, column: usize, depth: usize) -> String {
        let mut out = String::new();
        for index in 0..=self.pick(4) {
            if index > 0 {
                out.push_str(&self.between(column));
            }
            out.push_str(&format!("{}-", " ".repeat(column)));
            let value = if depth < 3 && self.pick(3) == 1 {
                let inner = column + 2;
                let lines = if self.chance() {
                    self.list(inner, depth + 1)
                } else {
                    self.map(inner, depth + 1)
                };
                if self.chance() {
                    format!("{}\n{}{lines}", self.trailing(), self.between(inner))
                } else {
                    format!(" {}", lines.trim_start_matches(' '))
                }
            } else {
                self.value(column, depth, false)
            };
            out.push_str(&value);
        }
        out
    }

    /// What follows a key or a dash, up to its last line's end.
    fn value(&mut self, column: usize, depth: usize, keyed: bool) -> String {
        let indent = " ".repeat(column + 1 + self.pick(3));
        match self.pick(if depth < 3 && keyed { 16 } else { 13 }) {
            0 => format!(" {}{}\n", self.scalar(), self.trailing()),
            1 => self.trailing() + "\n",
            2 => format!(" some text\n{indent}over lines{}\n", self.trailing()),
            3 => format!(" 'some text\n\n{indent}over: lines'{}\n", self.trailing()),
            4 => format!(" \"é\n{indent}# none\"{}\n", self.trailing()),
            5 => {
                let head = ["|", "|-", "|+", ">", ">-", ">+"][self.pick(6)];
                let blank = ["", "\n", "\n\n"][self.pick(3)];
                format!(
                    " {head}{}\n{indent}a: # b\n\n{indent}  é - c\n{blank}",
                    self.trailing()
                )
            }
            6 => format!(" |1-\n{}x\n{0}y\n", " ".repeat(column + 1)),
            7 => format!(" |{}\n", self.trailing()),
            8 => format!(
                " {}{}\n",
                ["[]", "{}", "[ ]", "{ }"][self.pick(4)],
                self.trailing()
            ),
            9 if keyed => format!(
                "{}\n{indent}{}{}\n",
                self.trailing(),
                self.scalar(),
                self.trailing()
            ),
            9 | 10 => format!(" {}{}\n", self.flow(depth), self.trailing()),
            11 | 12 => format!(" {}{}\n", self.wide(&indent, depth), self.trailing()),
            13 => format!(
                "{}\n{}{}",
                self.trailing(),
                self.between(column),
                self.list(column, depth + 1)
            ),
            14 => {
                let inner = column + 2;
                format!(
                    "{}\n{}{}",
                    self.trailing(),
                    self.between(inner),
                    self.list(inner, depth + 1)
                )
            }
            _ => {
                let inner = column + 2;
                format!(
                    "{}\n{}{}",
                    self.trailing(),
                    self.between(inner),
                    self.map(inner, depth + 1)
                )
            }
        }
    }

    fn scalar(&mut self) -> &'static str {
        ["a", "é b", "'x: y'", "\"a # b, [c]\"", "12", "true", "~", "http://a"]
            [self.pick(8)]
    }

    fn inner(&mut self, depth: usize) -> String {
        if depth < 3 && self.chance() {
            self.flow(depth + 1)
        } else {
            self.scalar().to_owned()
        }
    }

    /// Brackets on one line.
    fn flow(&mut self, depth: usize) -> String {
        let is_list = self.chance();
        let mut out = String::from(if is_list { "[" } else { "{" });
        let space = ["", " "][self.pick(2)];
        for index in 0..=self.pick(4) {
            out.push_str(if index == 0 { space } else { ", " });
            if !is_list {
                out.push_str(&format!("{}: ", self.key()));
            }
            out.push_str(&self.inner(depth));
        }
        if self.chance() {
            out.push(',');
        }
        out + space + if is_list { "]" } else { "}" }
    }

    /// Brackets over several lines.
    fn wide(&mut self, indent: &str, depth: usize) -> String {
        let is_list = self.chance();
        let mut out = String::from(if is_list { "[" } else { "{" });
        let count = self.pick(4);
        for index in 0..count {
            if self.pick(4) > 0 {
                let comment = self.trailing();
                out.push_str(&format!(
                    "{comment}\n{}{indent}",
                    self.between(indent.len())
                ));
            } else {
                out.push(' ');
            }
            if !is_list {
                out.push_str(&format!("{}: ", self.key()));
            }
            out.push_str(&self.inner(depth));
            if index + 1 < count || self.chance() {
                out.push(',');
            }
        }
        out + &self.trailing() + "\n" + indent + if is_list { "]" } else { "}" }
    }

    /// A value to be written.
    pub(super) fn yaml(&mut self) -> Yaml {
        let rows = || Yaml::List(vec![row("A", "int"), row("B", "[M]")]);
        let lines = |text: &str| Yaml::Literal(text.to_owned());
        match self.pick(13) {
            0 => text("new"),
            1 => text("new: é, # [x]"),
            2 => text("3"),
            3 => Yaml::Flag(true),
            4 => row("New", "int"),
            5 => rows(),
            6 => Yaml::List(vec![text("a"), text("b")]),
            7 => lines("{\n  \"a\": 1\n\n}"),
            8 => lines("  a\n---\n\t# b"),
            9 => lines("a\n\n"),
            10 => Yaml::List(vec![]),
            11 => map([]),
            _ => map([("a", row("A", "int")), ("b", lines("x\n y\n")), ("c", rows())]),
        }
    }
}
