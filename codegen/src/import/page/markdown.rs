//! A page as a row of blocks: headings, tables, code, and text between them.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::lines::Lines;

/// A block of a page.
#[derive(Debug)]
pub(super) enum Block<'t> {
    Heading(Heading),
    Table(Table<'t>),
    Code(Code),
    Prose(Prose),
}

/// A heading.
#[derive(Debug)]
pub(super) struct Heading {
    /// 1 to 6.
    pub(super) level: u8,
    pub(super) text: String,
    pub(super) line: usize,
}

/// A table.
#[derive(Debug)]
pub(super) struct Table<'t> {
    pub(super) header: Vec<Cell>,
    pub(super) rows: Vec<TableRow<'t>>,
    pub(super) line: usize,
    /// Set when its lines start with `|`, as they need not.
    pub(super) fenced: bool,
}

/// A row below a header.
#[derive(Debug)]
pub(super) struct TableRow<'t> {
    /// As many as the header has: Markdown drops what is more.
    pub(super) cells: Vec<Cell>,
    /// The row as it is written.
    pub(super) source: &'t str,
    pub(super) line: usize,
}

/// A cell without its markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Target of the cell's first link to a heading of the page: `X` of `[the set](#X)`.
    pub(super) anchor: Option<String>,
}

/// A code block, fenced or indented.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) text: String,
    /// Of its first line of code.
    pub(super) line: usize,
}

/// A paragraph, an item of a list, or HTML.
#[derive(Debug)]
pub(super) struct Prose {
    pub(super) text: String,
    pub(super) line: usize,
    /// The line on which it looks like a table, which it is not.
    pub(super) like_a_table: Option<usize>,
}

/// Cuts a page into its blocks.
pub(super) fn blocks<'t>(text: &'t str, lines: &Lines) -> Vec<Block<'t>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut reader = Reader { text, lines, blocks: Vec::new(), open: Open::default() };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(&event, range.start, range.end);
    }
    reader.flush();
    reader.blocks
}

/// The text of a piece of Markdown, as a cell would have it.
pub(super) fn cell(source: &str) -> Cell {
    let mut inline = Inline::default();
    for event in Parser::new(source) {
        inline.event(&event);
    }
    inline.finish()
}

/// White space in one space each, none at the ends.
pub(super) fn collapse(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.push_str(word);
    }
    collapsed
}

/// Text being put together.
#[derive(Debug, Default)]
struct Inline {
    text: String,
    anchor: Option<String>,
}

impl Inline {
    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => self.text.push_str(text),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            Event::Html(html) | Event::InlineHtml(html) => self.html(html),
            Event::Start(Tag::Link { dest_url, .. }) if self.anchor.is_none() => {
                self.anchor = dest_url.rsplit_once('#').map(|(_, name)| name.to_owned());
            }
            _ => {}
        }
    }

    /// Tags are dropped, but for what only looks like one: `List<string>`.
    fn html(&mut self, html: &str) {
        let inside = html.trim_start_matches('<').trim_start_matches('/');
        let name = inside.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let closes = html.starts_with("</");
        match name.to_ascii_lowercase().as_str() {
            "br" | "p" | "li" | "tr" | "td" | "div" => self.text.push(' '),
            // Superscript is a mark, not part of the name before it.
            "sup" if !closes => self.text.push('^'),
            "a" | "b" | "big" | "center" | "code" | "del" | "em" | "font" | "i" | "img" | "ins"
            | "kbd" | "mark" | "nobr" | "ol" | "pre" | "s" | "small" | "span" | "strong"
            | "sub" | "sup" | "table" | "tbody" | "th" | "thead" | "tt" | "u" | "ul" | "wbr" => {}
            // A comment.
            "" if html.starts_with("<!") => {}
            _ => self.text.push_str(html),
        }
    }

    fn finish(self) -> Cell {
        Cell { text: collapse(&self.text), anchor: self.anchor }
    }
}

/// The block that is being read.
#[derive(Debug, Default)]
enum Open<'t> {
    #[default]
    Nothing,
    Heading {
        level: u8,
        line: usize,
        inline: Inline,
    },
    Prose {
        inline: Inline,
        start: usize,
        end: usize,
    },
    Code {
        text: String,
        start: Option<usize>,
        opened: usize,
    },
    Table {
        table: Table<'t>,
        cells: Vec<Cell>,
        inline: Inline,
    },
}

/// Puts a page's events together to blocks.
struct Reader<'t, 'l> {
    text: &'t str,
    lines: &'l Lines,
    blocks: Vec<Block<'t>>,
    open: Open<'t>,
}

impl<'t> Reader<'t, '_> {
    fn event(&mut self, event: &Event<'t>, start: usize, end: usize) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.flush();
                let line = self.lines.at(start);
                let level = rank(*level);
                self.open = Open::Heading { level, line, inline: Inline::default() };
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.flush();
                self.open = Open::Code { text: String::new(), start: None, opened: start };
            }
            Event::Start(Tag::Table(_)) => {
                self.flush();
                let table = Table {
                    header: Vec::new(),
                    rows: Vec::new(),
                    line: self.lines.at(start),
                    fenced: self.text.get(start..).is_some_and(|text| text.starts_with('|')),
                };
                self.open = Open::Table { table, cells: Vec::new(), inline: Inline::default() };
            }
            Event::End(
                TagEnd::Heading(_)
                | TagEnd::CodeBlock
                | TagEnd::Table
                | TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::HtmlBlock,
            )
            | Event::Start(Tag::Paragraph | Tag::Item | Tag::HtmlBlock | Tag::BlockQuote(_))
            | Event::Rule => self.flush(),
            event => self.inside(event, start, end),
        }
    }

    /// Takes an event inside a block.
    fn inside(&mut self, event: &Event<'t>, start: usize, end: usize) {
        match &mut self.open {
            Open::Heading { inline, .. } => inline.event(event),
            Open::Code { text, start: first, .. } => {
                if let Event::Text(piece) = event {
                    first.get_or_insert(start);
                    text.push_str(piece);
                }
            }
            Open::Table { table, cells, inline } => match event {
                Event::End(TagEnd::TableCell) => {
                    cells.push(std::mem::take(inline).finish());
                }
                Event::End(TagEnd::TableHead) => table.header = std::mem::take(cells),
                Event::End(TagEnd::TableRow) => {
                    let source = self.text.get(start..).unwrap_or("");
                    let source = source.lines().next().unwrap_or("").trim();
                    let line = self.lines.at(start);
                    let cells = std::mem::take(cells);
                    table.rows.push(TableRow { cells, source, line });
                }
                event => inline.event(event),
            },
            Open::Prose { inline, end: last, .. } => {
                inline.event(event);
                *last = end.max(*last);
            }
            Open::Nothing => {
                if matches!(event, Event::End(_) | Event::Start(Tag::List(_))) {
                    return;
                }
                let mut inline = Inline::default();
                inline.event(event);
                self.open = Open::Prose { inline, start, end };
            }
        }
    }

    /// Ends the block that is open.
    fn flush(&mut self) {
        let block = match std::mem::take(&mut self.open) {
            Open::Nothing => return,
            Open::Heading { level, line, inline } => {
                Block::Heading(Heading { level, text: inline.finish().text, line })
            }
            Open::Code { text, start, opened } => {
                let line = self.lines.at(start.unwrap_or(opened));
                Block::Code(Code { text, line })
            }
            Open::Table { table, .. } => Block::Table(table),
            Open::Prose { inline, start, end } => Block::Prose(Prose {
                text: inline.finish().text,
                line: self.lines.at(start),
                like_a_table: self.like_a_table(start, end),
            }),
        };
        self.blocks.push(block);
    }

    fn like_a_table(&self, start: usize, end: usize) -> Option<usize> {
        let source = self.text.get(start..end)?;
        table_line(source).map(|line| self.lines.at(start) + line)
    }
}

/// The first line, counted from 0, that is written as part of a table.
pub(super) fn table_line(source: &str) -> Option<usize> {
    source.lines().position(|line| {
        let line = line.trim_start_matches(['>', ' ', '\t']);
        line.starts_with('|') || line.starts_with("<table")
    })
}

fn rank(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
