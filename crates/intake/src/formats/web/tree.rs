//! The tree of a page to blocks: headings, paragraphs, items, quotations set apart, cells.
//!
//! White space is laid out as a browser lays it out; the characters themselves are left as they are, in their order of reading.

use crate::normal::{self, Rule};
use crate::writer::Writer;
use dom_query::NodeRef;
use dossier_model::MarkKind;
use std::collections::BTreeMap;

/// What a page shows and its text does not have.
#[derive(Debug, Default)]
pub(super) struct Left {
    /// Pictures.
    pub(super) pictures: usize,
    /// Pages, films and recordings within it.
    pub(super) embedded: usize,
    /// Elements with words that a browser does not show.
    pub(super) hidden: usize,
}

const SKIPPED: &[&str] = &[
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "head",
    "title",
    "meta",
    "link",
    "base",
    "input",
    "select",
    "textarea",
    "button",
    "datalist",
    "option",
    "rp",
    "rt",
    "annotation",
    "annotation-xml",
];
const EMBEDDED: &[&str] = &["iframe", "video", "audio", "embed", "object", "applet", "canvas", "frame"];
const BLOCKS: &[&str] = &[
    "html",
    "body",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "nav",
    "aside",
    "figure",
    "figcaption",
    "ul",
    "ol",
    "dl",
    "address",
    "form",
    "fieldset",
    "legend",
    "details",
    "summary",
    "center",
    "p",
    "pre",
    "hr",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "td",
    "th",
    "caption",
    "menu",
    "dir",
    "hgroup",
    "search",
    "dialog",
    "noframes",
    "frameset",
];
/// Columns of one table that cells can span: as many as HTML lets one cell span.
const MAX_COLUMNS: usize = 1_000;
/// Deeper than `markup` lets any page be: what lies below is read as bare words.
const MAX_DEPTH: usize = 1_024;

/// Writes the blocks of `root`.
pub(super) fn write(root: &NodeRef, writer: &mut Writer) -> Left {
    let mut walk = Walk { writer, words: String::new(), left: Left::default(), in_cell: false, depth: 0 };
    let context = Context { kind: MarkKind::Paragraph, label: None, is_pre: false };
    walk.children(root, context);
    walk.end_block(context);
    walk.left
}

/// How many other pages, films and recordings stand in `root`.
pub(super) fn embedded(root: &NodeRef) -> usize {
    let is_one = |node: &NodeRef| EMBEDDED.iter().any(|name| node.has_name(name)) && !is_hidden(node) && !is_tracker(node);
    root.descendants_it().filter(is_one).count()
}

/// `words` with every run of white space as one space.
pub(super) fn collapsed(words: &str) -> String {
    words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the words at one place are.
#[derive(Debug, Clone, Copy)]
struct Context {
    kind: MarkKind,
    label: Option<&'static str>,
    is_pre: bool,
}

struct Walk<'w> {
    writer: &'w mut Writer,
    /// The words of the block that is open.
    words: String,
    left: Left,
    in_cell: bool,
    depth: usize,
}

impl Walk<'_> {
    fn children(&mut self, node: &NodeRef, context: Context) {
        for child in node.children_it(false) {
            self.node(&child, context);
        }
    }

    fn node(&mut self, node: &NodeRef, context: Context) {
        if node.is_text() {
            return self.text(&node.text(), context.is_pre);
        }
        let Some(name) = node.node_name() else { return };
        let name: &str = &name;
        if self.depth >= MAX_DEPTH {
            return self.text(&node.text(), context.is_pre);
        }
        if SKIPPED.contains(&name) {
            return;
        }
        if is_hidden(node) {
            self.left.hidden += usize::from(!node.text().trim().is_empty());
            return;
        }
        self.depth += 1;
        self.element(node, name, context);
        self.depth -= 1;
    }

    fn element(&mut self, node: &NodeRef, name: &str, context: Context) {
        let of = |kind: MarkKind, label: Option<&'static str>| Context { kind, label, ..context };
        match name {
            "br" => {
                self.words.truncate(self.words.trim_end_matches(' ').len());
                self.words.push(if self.in_cell { ' ' } else { '\n' });
            }
            "img" => self.left.pictures += usize::from(!is_tracker(node)),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.block(node, context, of(MarkKind::Heading, Some(level(name))));
            }
            "li" | "dt" | "dd" => self.block(node, context, of(MarkKind::Item, None)),
            "blockquote" => self.block(node, context, of(MarkKind::BlockQuote, None)),
            "pre" => self.block(node, context, Context { is_pre: true, ..context }),
            "sup" => self.raised(node, context),
            "table" if !self.in_cell => match rows(node) {
                Some(rows) => self.table(node, &rows, context),
                None => self.block(node, context, context),
            },
            _ if EMBEDDED.contains(&name) => self.left.embedded += usize::from(!is_tracker(node)),
            _ if BLOCKS.contains(&name) => self.block(node, context, context),
            _ => self.children(node, context),
        }
    }

    /// What stands before `node` is a block, and so is what stands in it.
    fn block(&mut self, node: &NodeRef, around: Context, within: Context) {
        self.end_block(around);
        self.children(node, within);
        self.end_block(within);
    }

    /// Writes the words that are open; within a cell they go on behind a space.
    fn end_block(&mut self, context: Context) {
        if self.in_cell {
            return self.text(" ", false);
        }
        let words = std::mem::take(&mut self.words);
        if context.is_pre {
            self.writer.block(context.kind, context.label, words.trim_matches('\n'));
            return;
        }
        // Two line breaks end a paragraph for the eye.
        for words in words.split("\n\n") {
            self.writer.block(context.kind, context.label, words.trim());
        }
    }

    fn text(&mut self, text: &str, is_pre: bool) {
        if is_pre && !self.in_cell {
            self.words.push_str(text);
            return;
        }
        for c in text.chars() {
            if !c.is_ascii_whitespace() {
                self.words.push(c);
            } else if !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
                self.words.push(' ');
            }
        }
    }

    /// A note's number or an exponent is no part of the figure before it: `24,000` with a raised 2 is not 240,002.
    fn raised(&mut self, node: &NodeRef, context: Context) {
        match normal::raised_digits(&self.words, &node.text()) {
            Some(digits) => {
                self.words.push_str(&digits);
                self.writer.note(Rule::RaisedDigits);
            }
            None => self.children(node, context),
        }
    }

    fn table(&mut self, table: &NodeRef, rows: &[NodeRef], context: Context) {
        self.end_block(context);
        for caption in table.children_it(false).filter(|child| child.has_name("caption")) {
            self.block(&caption, context, context);
        }
        // Columns that a cell of a row above still covers, and for how many rows.
        let mut covered: BTreeMap<usize, usize> = BTreeMap::new();
        for (row, node) in rows.iter().enumerate() {
            let mut column = 0;
            let mut covers: Vec<(usize, usize)> = Vec::new();
            for cell in cells(node) {
                while covered.contains_key(&column) {
                    column += 1;
                }
                self.in_cell = true;
                self.children(&cell, Context { is_pre: false, ..context });
                self.in_cell = false;
                let words = std::mem::take(&mut self.words);
                let label = format!("{}:{}", row + 1, column + 1);
                self.writer.block(MarkKind::Cell, Some(&label), words.trim());
                let down = spans(&cell, "rowspan", rows.len() - row);
                let wide = spans(&cell, "colspan", MAX_COLUMNS.saturating_sub(column).max(1));
                if down > 1 {
                    covers.extend((column..column + wide).map(|column| (column, down - 1)));
                }
                column += wide;
            }
            covered = covered.into_iter().filter_map(|(column, left)| (left > 1).then_some((column, left - 1))).collect();
            covered.extend(covers);
        }
    }
}

/// The rows of a table of figures or facts; a table that only places other blocks has none.
fn rows<'a>(table: &NodeRef<'a>) -> Option<Vec<NodeRef<'a>>> {
    let role = table.attr("role");
    if role.as_deref().is_some_and(|role| role == "presentation" || role == "none") {
        return None;
    }
    let mut rows = Vec::new();
    for child in table.children_it(false) {
        if child.has_name("tr") {
            rows.push(child);
        } else if ["thead", "tbody", "tfoot"].iter().any(|name| child.has_name(name)) {
            rows.extend(child.children_it(false).filter(|row| row.has_name("tr")));
        }
    }
    let wide = rows.iter().filter(|row| cells(row).nth(1).is_some()).count();
    let placed = |cell: NodeRef| {
        let mut paragraphs = 0;
        cell.descendants_it().any(|node| {
            paragraphs += usize::from(node.has_name("p") || node.has_name("li"));
            paragraphs > 3 || ["table", "h1", "h2", "h3", "h4", "article"].iter().any(|name| node.has_name(name))
        })
    };
    let has_heads = table.descendants_it().any(|node| node.has_name("th") || node.has_name("caption"));
    let is_grid = wide >= 2 || (wide == 1 && has_heads);
    (is_grid && !rows.iter().any(|row| cells(row).any(placed))).then_some(rows)
}

fn cells<'a>(row: &NodeRef<'a>) -> impl Iterator<Item = NodeRef<'a>> + use<'a> {
    row.children_it(false).filter(|cell| cell.has_name("td") || cell.has_name("th"))
}

fn spans(cell: &NodeRef, name: &str, most: usize) -> usize {
    let given = cell.attr(name).and_then(|value| value.trim().parse().ok());
    // Nought rows means: all that are left.
    match given {
        Some(0) if name == "rowspan" => most,
        Some(given) => usize::clamp(given, 1, most),
        None => 1,
    }
}

fn level(name: &str) -> &'static str {
    match name {
        "h1" => "1",
        "h2" => "2",
        "h3" => "3",
        "h4" => "4",
        "h5" => "5",
        _ => "6",
    }
}

fn is_hidden(node: &NodeRef) -> bool {
    if node.has_attr("hidden") {
        return true;
    }
    let Some(style) = node.attr("style") else { return false };
    let style: String = style.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// A picture of a point's size counts readers.
fn is_tracker(node: &NodeRef) -> bool {
    ["width", "height"].iter().any(|side| node.attr(side).is_some_and(|value| matches!(&*value, "0" | "1" | "2")))
}
