//! Outline of a page: its tables and examples by section.

use super::markdown::{Block, Code, Heading, Table, table_line};
use super::section::{Section, model, named_action, section};
use super::table;
use crate::diagnostics::text::code;
use crate::import::note::Notes;

/// The tables and examples of a page, by what they are about.
#[derive(Debug, Default)]
pub(super) struct Outline<'b, 't> {
    pub(super) title: Option<&'b Heading>,
    pub(super) common: Vec<&'b Table<'t>>,
    pub(super) request: Vec<&'b Table<'t>>,
    pub(super) response: Vec<&'b Table<'t>>,
    pub(super) models: Vec<Model<'b, 't>>,
    pub(super) request_example: Option<Shown<'b>>,
    pub(super) response_example: Option<Shown<'b>>,
    /// Set when a heading of an action's page is there.
    pub(super) known: bool,
}

/// A structure of the page.
#[derive(Debug)]
pub(super) struct Model<'b, 't> {
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) tables: Vec<&'b Table<'t>>,
}

/// The part of a page that shows an example.
#[derive(Debug)]
pub(super) struct Shown<'b> {
    /// Line of its heading.
    pub(super) line: usize,
    pub(super) blocks: Vec<&'b Code>,
}

/// Area of the page that a block is in.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Area {
    Nowhere,
    Section(Section),
    /// Below the heading of the last structure.
    Model,
}

impl<'b, 't> Outline<'b, 't> {
    /// Reads the headings.
    pub(super) fn read(blocks: &'b [Block<'t>], notes: &mut Notes<'_>) -> Self {
        let title = title(blocks);
        let mut walk = Walk {
            outline: Outline { title: title.map(|(_, title)| title), ..Self::default() },
            area: Area::Nowhere,
            section: Area::Nowhere,
            level: 0,
            notes,
        };
        let start = title.map_or(0, |(index, _)| index + 1);
        let mut rest = blocks.get(start..).unwrap_or_default();
        while let Some((block, after)) = rest.split_first() {
            if !walk.block(block, after) {
                break;
            }
            rest = after;
        }
        walk.outline
    }

    /// Line of the title.
    pub(super) fn line(&self) -> usize {
        self.title.map_or(1, |title| title.line)
    }

    /// Lines of the headers of tables, of the lines below them, and of the names of structures.
    pub(super) fn headers(&self) -> impl Iterator<Item = usize> {
        let tables = self.common.iter().chain(&self.request).chain(&self.response);
        let tables = tables.chain(self.models.iter().flat_map(|model| &model.tables));
        let names = self.models.iter().map(|model| model.line);
        tables.flat_map(|table| [table.line, table.line + 1]).chain(names)
    }

    /// Checks for a table of a request or a response.
    pub(super) fn is_of_an_action(&self) -> bool {
        !(self.request.is_empty() && self.response.is_empty())
    }
}

/// The heading that names the action, or else the first of the first level, or else the first that
/// announces nothing.
fn title<'b>(blocks: &'b [Block<'_>]) -> Option<(usize, &'b Heading)> {
    let headings = || {
        blocks.iter().enumerate().filter_map(|(index, block)| match block {
            Block::Heading(heading) => Some((index, heading)),
            _ => None,
        })
    };
    let before = || headings().take_while(|(_, heading)| section(&heading.text).is_none());
    let top = || headings().filter(|(_, heading)| heading.level == 1);
    let names = |heading: &Heading| named_action(&heading.text).is_some();
    top()
        .find(|(_, heading)| names(heading))
        .or_else(|| before().find(|(_, heading)| names(heading)))
        .or_else(|| top().next())
        .or_else(|| before().next())
}

/// Goes over a page's blocks.
struct Walk<'b, 't, 'n, 'f> {
    outline: Outline<'b, 't>,
    area: Area,
    /// The section that the area is in.
    section: Area,
    /// Level of the section's heading.
    level: u8,
    notes: &'n mut Notes<'f>,
}

impl<'b, 't> Walk<'b, 't, '_, '_> {
    /// Takes a block; `after` are those behind it. `false`: the rest of the page is not this
    /// action's.
    fn block(&mut self, block: &'b Block<'t>, after: &'b [Block<'t>]) -> bool {
        match block {
            Block::Heading(heading) => return self.heading(heading, after),
            Block::Table(table) => self.table(table),
            Block::Code(block) => self.code(block),
            Block::Prose(block) => {
                if let Some(line) = block.like_a_table {
                    self.like_a_table(line);
                }
            }
        }
        true
    }

    fn heading(&mut self, heading: &'b Heading, after: &'b [Block<'t>]) -> bool {
        let section = section(&heading.text);
        if let Some(section) = section.filter(|_| !self.is_among_models(heading, after)) {
            self.enter(section, heading);
            return true;
        }
        if heading.level == 1
            && self.outline.known
            && let Some(name) = named_action(&heading.text)
        {
            let rest = format!("a second action, {}: its part of the page is not read", code(name));
            self.notes.add(heading.line, rest);
            return false;
        }
        match model(&heading.text) {
            Some(name) if self.announces_model(heading, after) => {
                let beside = matches!(self.section, Area::Section(Section::Models(_)));
                if heading.level < self.level + u8::from(!beside) {
                    self.section = Area::Nowhere;
                    self.level = heading.level;
                }
                self.model(name, heading);
            }
            // A part of the section that is open, or the end of it.
            _ if heading.level > self.level => {
                if self.area == Area::Model {
                    self.area = self.section.clone();
                }
            }
            _ => {
                self.area = Area::Nowhere;
                self.section = Area::Nowhere;
            }
        }
        true
    }

    fn enter(&mut self, section: Section, heading: &'b Heading) {
        self.outline.known |= !matches!(section, Section::Introduction | Section::Other);
        self.level = heading.level;
        let shown = || Some(Shown { line: heading.line, blocks: Vec::new() });
        match &section {
            Section::RequestExample if self.outline.request_example.is_none() => {
                self.outline.request_example = shown();
            }
            Section::ResponseExample if self.outline.response_example.is_none() => {
                self.outline.response_example = shown();
            }
            _ => {}
        }
        let name = match &section {
            Section::Models(name) => name.clone(),
            _ => None,
        };
        self.section = Area::Section(section);
        self.area = self.section.clone();
        if let Some(name) = name {
            self.model(&name, heading);
        }
    }

    fn model(&mut self, name: &str, heading: &Heading) {
        let model = Model { name: name.to_owned(), line: heading.line, tables: Vec::new() };
        self.outline.models.push(model);
        self.area = Area::Model;
    }

    /// Checks for the name of a structure that could also be a section: `#### Result`.
    fn is_among_models(&self, heading: &Heading, after: &[Block<'_>]) -> bool {
        matches!(self.section, Area::Section(Section::Models(_)))
            && heading.level >= self.level.max(4)
            && model(&heading.text).is_some()
            && self.announces_model(heading, after)
    }

    /// Checks for a heading that is a single name and announces a structure.
    fn announces_model(&self, heading: &Heading, after: &[Block<'_>]) -> bool {
        let inside = match &self.section {
            Area::Section(Section::Models(_)) => heading.level >= self.level,
            Area::Section(Section::Common | Section::Request | Section::Response) => {
                heading.level > self.level
            }
            _ => false,
        };
        let mut below = after.iter().take_while(|block| !matches!(block, Block::Heading(_)));
        inside
            || below
                .any(|block| matches!(block, Block::Table(table) if table::describes_rows(table)))
    }

    fn table(&mut self, table: &'b Table<'t>) {
        let tables = match &self.area {
            Area::Model => self.outline.models.last_mut().map(|model| &mut model.tables),
            Area::Section(Section::Common) => Some(&mut self.outline.common),
            Area::Section(Section::Request) => Some(&mut self.outline.request),
            Area::Section(Section::Response) => Some(&mut self.outline.response),
            Area::Section(_) | Area::Nowhere => None,
        };
        if let Some(tables) = tables {
            if table::explains_values(table, tables.first().copied()) {
                self.notes.add(table.line, "table of values: not read as fields");
            } else {
                tables.push(table);
            }
            return;
        }
        let error = match &self.area {
            Area::Section(Section::Models(_)) if table::explains_values(table, None) => {
                return;
            }
            Area::Section(Section::Models(_)) => {
                "table of a structure without a name: expected a heading with its name"
            }
            Area::Nowhere if self.outline.known && table::describes_rows(table) => {
                "table under an unknown heading: expected the table of a request, a response or a structure"
            }
            _ => return,
        };
        self.notes.error(table.line, error);
    }

    fn code(&mut self, block: &'b Code) {
        match &self.area {
            Area::Section(Section::RequestExample) => {
                if let Some(shown) = &mut self.outline.request_example {
                    shown.blocks.push(block);
                }
            }
            Area::Section(Section::ResponseExample) => {
                if let Some(shown) = &mut self.outline.response_example {
                    shown.blocks.push(block);
                }
            }
            _ => {
                if let Some(line) = table_line(&block.text) {
                    self.like_a_table(block.line + line);
                }
            }
        }
    }

    /// Lines that were meant to be a table.
    fn like_a_table(&mut self, line: usize) {
        let expected = match &self.area {
            Area::Model => true,
            Area::Section(section) => matches!(
                section,
                Section::Common | Section::Request | Section::Response | Section::Models(_)
            ),
            Area::Nowhere => false,
        };
        if expected {
            self.notes.error(
                line,
                "unreadable table: HTML, indented too far, or the line of `---` below its header is missing or has another number of columns",
            );
        }
    }
}
