//! Random products: what is on their pages, how that is written down, and how it changes from one
//! day to the next.

use std::fmt::Write as _;

use crate::pool::{ACTIONS, BAD_ROWS, JSON, MODELS, REQUIRED, ROWS, TEXTS, TYPES, Tape, VALUES};
use crate::support::File;

/// The deepest that examples nest.
const DEEP: usize = 3;

/// A row of a table, as its cells are written.
#[derive(Clone, Debug)]
struct Row {
    name: String,
    ty: String,
    text: &'static str,
    required: &'static str,
}

/// A structure of a page.
#[derive(Clone, Debug)]
struct Model {
    name: String,
    rows: Vec<Row>,
}

/// A page.
#[derive(Clone, Debug)]
struct Page {
    /// Without the ending: `harbour-api/create_ship`.
    path: String,
    action: String,
    english: bool,
    request: Vec<Row>,
    response: Vec<Row>,
    models: Vec<Model>,
    /// Bytes that the example is made of.
    example: Vec<u8>,
    /// Bytes that the text is spoiled by.
    spoiled: Vec<u8>,
}

/// A few pages, in one folder or two.
#[derive(Clone, Debug)]
pub(crate) struct Product {
    pages: Vec<Page>,
    /// Number of pages made so far; each has its own path.
    count: usize,
}

impl Product {
    /// Makes a product of at most `most` pages.
    pub(crate) fn new(tape: &mut Tape<'_>, most: usize) -> Self {
        let count = 1 + tape.pick(most);
        let mut product = Self { pages: Vec::new(), count: 0 };
        for _ in 0..count {
            product.add_page(tape);
        }
        product
    }

    fn add_page(&mut self, tape: &mut Tape<'_>) {
        let page = page(tape, self.count);
        self.count += 1;
        self.pages.push(page);
    }

    /// Returns the pages' files.
    pub(crate) fn files(&self) -> Vec<File> {
        self.pages
            .iter()
            .map(|page| File { path: format!("{}.md", page.path), text: page.text() })
            .collect()
    }

    /// Changes pages as they may change between two imports.
    pub(crate) fn edit(&mut self, tape: &mut Tape<'_>) {
        for _ in 0..=tape.pick(6) {
            let index = tape.pick(self.pages.len().max(1));
            match tape.pick(10) {
                1 if self.pages.len() > 1 => {
                    self.pages.remove(index);
                }
                2 => self.add_page(tape),
                3 => self.rename_model(tape),
                4 => {
                    if let Some(page) = self.pages.get_mut(index) {
                        page.models.pop();
                    }
                }
                _ => {
                    if let Some(page) = self.pages.get_mut(index) {
                        page.edit(tape);
                    }
                }
            }
        }
    }

    /// Renames a model on all pages that have it, or on one.
    fn rename_model(&mut self, tape: &mut Tape<'_>) {
        let (from, to) = (tape.of(MODELS), tape.of(MODELS));
        let everywhere = !tape.once_in(3);
        let index = tape.pick(self.pages.len().max(1));
        for (place, page) in self.pages.iter_mut().enumerate() {
            if everywhere || place == index {
                page.rename_model(from, to);
            }
        }
    }
}

fn page(tape: &mut Tape<'_>, number: usize) -> Page {
    let action = tape.of(ACTIONS);
    let folder = if tape.once_in(5) { "pier-api" } else { "harbour-api" };
    let names = models(tape);
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let request = rows(tape, &names, true);
    let response = rows(tape, &names, false);
    let models = names
        .iter()
        .map(|name| Model { name: (*name).to_owned(), rows: rows(tape, &names, false) })
        .collect();
    Page {
        path: format!("{folder}/page_{number}"),
        action: action.to_owned(),
        english: tape.once_in(3),
        request,
        response,
        models,
        example: (0..tape.pick(60)).map(|_| byte(tape)).collect(),
        spoiled: if tape.once_in(4) { (0..8).map(|_| byte(tape)).collect() } else { Vec::new() },
    }
}

fn byte(tape: &mut Tape<'_>) -> u8 {
    u8::try_from(tape.pick(256)).unwrap_or_default()
}

fn models(tape: &mut Tape<'_>) -> Vec<String> {
    (0..tape.pick(5)).map(|_| tape.of(MODELS).to_owned()).collect()
}

fn rows(tape: &mut Tape<'_>, models: &[&str], dotted: bool) -> Vec<Row> {
    let most = if tape.once_in(12) { 22 } else { 7 };
    (0..tape.pick(most)).map(|_| row(tape, models, dotted)).collect()
}

fn row(tape: &mut Tape<'_>, models: &[&str], dotted: bool) -> Row {
    Row {
        name: name(tape, dotted),
        ty: ty(tape, models),
        text: tape.of(TEXTS),
        required: tape.of(REQUIRED),
    }
}

fn name(tape: &mut Tape<'_>, dotted: bool) -> String {
    if tape.once_in(14) {
        return tape.of(BAD_ROWS).to_owned();
    }
    let mut name = tape.of(ROWS).to_owned();
    if dotted || tape.once_in(15) {
        // Few names, so that rows meet in the same structures.
        while tape.once_in(3) {
            match tape.pick(3) {
                0 => name.push_str(".N"),
                1 => name.push_str(".Name"),
                _ => {
                    name =
                        format!("Disks.{}{name}", tape.of(&["N.", "", "Mast.", "N.Flag.", "0."]));
                }
            }
        }
    }
    name
}

fn ty(tape: &mut Tape<'_>, models: &[&str]) -> String {
    match tape.pick(4) {
        0 => tape.of(&["string", "int", "boolean", "float", "array[string]"]).to_owned(),
        1 if !models.is_empty() => {
            let model = tape.of(models);
            match tape.pick(6) {
                0 => format!("[*{model}*](#{model})"),
                1 => format!("array[[*{model}*](#{model})]"),
                2 => model.to_owned(),
                3 => format!("array[{model}]"),
                4 => format!("[]{model}"),
                _ => format!("List<{model}>"),
            }
        }
        _ => tape.of(TYPES).to_owned(),
    }
}

impl Page {
    fn edit(&mut self, tape: &mut Tape<'_>) {
        let names: Vec<_> = self.models.iter().map(|model| model.name.clone()).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let example = (0..tape.pick(4)).map(|_| byte(tape)).collect();
        let dotted = tape.once_in(2);
        let new = row(tape, &names, dotted);
        let which = tape.pick(3);
        let rows = match which {
            0 => &mut self.request,
            1 => &mut self.response,
            _ => match self.models.len() {
                0 => &mut self.response,
                count => &mut self.models[tape.pick(count)].rows,
            },
        };
        let index = tape.pick(rows.len().max(1));
        match (tape.pick(11), rows.get_mut(index)) {
            (1, Some(_)) => {
                rows.remove(index);
            }
            (2, Some(row)) => row.name = new.name,
            (3, Some(row)) => row.ty = new.ty,
            (4, Some(row)) => {
                row.required = if row.required == "No" { "**Yes**" } else { "No" };
            }
            (5, Some(_)) => rows.swap(0, index),
            (6, _) => self.example = example,
            (7, _) => self.path.push('x'),
            (8, _) => new.name.clone_into(&mut self.action),
            (9, _) => rows.clear(),
            (10, _) => self.spoiled = example,
            _ => rows.insert(index.min(rows.len()), new),
        }
    }

    fn rename_model(&mut self, from: &str, to: &str) {
        for model in &mut self.models {
            if model.name == from {
                to.clone_into(&mut model.name);
            }
        }
        let rows = self.models.iter_mut().flat_map(|model| &mut model.rows);
        for row in rows.chain(&mut self.request).chain(&mut self.response) {
            row.ty = row.ty.replace(from, to);
        }
    }

    fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        spoil(&text, &self.spoiled)
    }

    fn write(&self, text: &mut String) {
        let words = if self.english {
            [
                "Introduction",
                "Common Parameters",
                "Request Parameters",
                "Response Elements",
                "Data Models",
                "Request Example",
                "Response Example",
            ]
        } else {
            ["简介", "公共参数", "请求参数", "响应字段", "数据模型", "请求示例", "响应示例"]
        };
        let action = &self.action;
        let [introduction, common, request, response, models, sent, received] = words;
        writeln!(text, "# A page - {action}\n\n## {introduction}\n\nWords.\n").unwrap();
        writeln!(text, "### {common}\n").unwrap();
        table(
            text,
            &[Row {
                name: "Action".into(),
                ty: "string".into(),
                text: "当前 API 为",
                required: "**Yes**",
            }],
        );
        writeln!(text, "### {request}\n").unwrap();
        table(text, &self.request);
        writeln!(text, "### {response}\n").unwrap();
        table(text, &self.response);
        writeln!(text, "#### {models}\n").unwrap();
        for model in &self.models {
            writeln!(text, "#### {}\n", model.name).unwrap();
            table(text, &model.rows);
        }
        if self.example.is_empty() {
            return;
        }
        let mut tape = Tape::new(&self.example);
        writeln!(text, "### {sent}\n\n```\nhttps://a.example/?Action={action}").unwrap();
        self.address(text, &mut tape);
        writeln!(text, "```\n\n### {received}\n\n```json").unwrap();
        let response = self.response(&mut tape);
        writeln!(text, "{response}\n```").unwrap();
    }

    /// Writes the parameters of the example: most of the table's, and some others.
    fn address(&self, text: &mut String, tape: &mut Tape<'_>) {
        for row in &self.request {
            let value = value(&row.ty, tape);
            let number = tape.of(&["0", "0", "1", "n", "2", "N", "x"]);
            let mut name = row.name.replace(".N", &format!(".{number}"));
            if row.ty.starts_with("array") && row.name.rsplit('.').next() != Some("N") {
                write!(name, ".{number}").unwrap();
            }
            match tape.pick(8) {
                1 => {}
                2 => writeln!(text, "&{name}={value}\n&{name}={value}x").unwrap(),
                3 => writeln!(text, "&{}={}", row.name, tape.of(VALUES)).unwrap(),
                4 => writeln!(text, "&{name}.1={value}\n&{name}.3={value}").unwrap(),
                _ => writeln!(text, "&{name}={value}").unwrap(),
            }
        }
        for _ in 0..tape.pick(3) {
            let name = tape.of(ROWS);
            writeln!(
                text,
                "&{name}{}={}",
                tape.of(&["", ".0", ".0.Id", "[1]", " "]),
                tape.of(VALUES)
            )
            .unwrap();
        }
    }

    fn response(&self, tape: &mut Tape<'_>) -> String {
        let code = tape.of(&["0", "0", "0", "\"0\"", "0", "1", "null", "0.0"]);
        let mut json = format!("{{ \"RetCode\": {code}");
        self.members(&mut json, &self.response, tape, 0);
        json.push_str(if tape.once_in(20) { " , }" } else { " }" });
        json
    }

    fn members(&self, json: &mut String, rows: &[Row], tape: &mut Tape<'_>, depth: usize) {
        for row in rows {
            if tape.once_in(6) {
                continue;
            }
            write!(json, ", \"{}\": ", row.name.replace(['\\', '"', '\u{7}'], "")).unwrap();
            self.json(json, &row.ty, tape, depth);
        }
        if tape.once_in(4) {
            write!(json, ", \"{}\": {}", tape.of(ROWS), tape.of(JSON)).unwrap();
        }
        if tape.once_in(30) {
            write!(json, ", \"no-{}\": {}", tape.of(ROWS), tape.of(JSON)).unwrap();
        }
    }

    fn json(&self, json: &mut String, ty: &str, tape: &mut Tape<'_>, depth: usize) {
        let model = self.models.iter().find(|model| ty.contains(&model.name));
        if tape.once_in(7) {
            json.push_str(tape.of(JSON));
        } else if let Some(model) = model.filter(|_| depth < DEEP) {
            let list = ty.starts_with("array") || ty.starts_with("[]");
            json.push_str(if list { "[{ \"Id\": 1" } else { "{ \"Id\": 1" });
            self.members(json, &model.rows, tape, depth + 1);
            json.push_str(if list { " }]" } else { " }" });
        } else if ty.starts_with("array") {
            json.push_str("[\"a\", \"b\"]");
        } else {
            json.push_str(match ty {
                "int" | "long" => "17",
                "boolean" | "bool" => "true",
                "float" => "0.5",
                _ => "\"text\"",
            });
        }
    }
}

fn value(ty: &str, tape: &mut Tape<'_>) -> &'static str {
    match ty {
        _ if tape.once_in(5) => tape.of(VALUES),
        "int" | "float" | "array[int]" => "17",
        "bool" | "boolean" => "true",
        _ => "text",
    }
}

fn table(text: &mut String, rows: &[Row]) {
    text.push_str("| 参数名 | 类型 | 描述信息 | 必填 |\n|:---|:---|:---|:---|\n");
    for Row { name, ty, text: said, required } in rows {
        writeln!(text, "| **{name}** | {ty} | {said} | {required} |").unwrap();
    }
    text.push('\n');
}

/// Lines that are lost, doubled, cut, swapped, or have one stroke too many.
fn spoil(text: &str, bytes: &[u8]) -> String {
    let mut tape = Tape::new(bytes);
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    for _ in 0..bytes.len() / 3 {
        let place = tape.pick(256) % lines.len().max(1);
        let Some(line) = lines.get_mut(place) else { break };
        match tape.pick(7) {
            0 => {
                lines.remove(place);
            }
            1 => lines.insert(place, lines[place].clone()),
            2 => line.insert(line.char_indices().nth(3).map_or(0, |(place, _)| place), '|'),
            3 => line.push('|'),
            4 => {
                let half = line.chars().count() / 2;
                *line = line.chars().take(half).collect();
            }
            5 => lines.swap(0, place),
            _ => *line = line.replacen('|', "", 1),
        }
    }
    lines.join("\n")
}
