//! Markdown to plain text with blocks: links become their words, emphasis and images go, items start with "- ".

use crate::entities;
use crate::layout::{Block, Laid};
use dossier_model::MarkKind;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Whether a text without front matter is Markdown: it has an ATX heading, a link, a fence, a table rule or strong emphasis.
/// Items alone do not make Markdown; plain text has them too.
pub(crate) fn looks_like(text: &str) -> bool {
    text.lines().any(|line| {
        let content = line.trim_start();
        let hashes = content.bytes().take_while(|b| *b == b'#').count();
        let heading = (1..=6).contains(&hashes) && content[hashes..].starts_with(' ');
        let table = content.starts_with('|') && content.contains("---");
        let strong = content.match_indices("**").take(2).count() == 2;
        heading || table || strong || content.starts_with("```") || content.contains("](http")
    })
}

/// Lays out `source`. A `title` from the front matter stands as its first line, unless the text opens with the same words.
/// Returns the text of the first heading beside it.
pub(crate) fn lay(source: &str, title: Option<&str>) -> (Laid, Option<String>) {
    let mut page = Page::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for event in Parser::new_ext(source, options) {
        page.take(event);
    }
    page.close();
    let mut laid = Laid { text: page.text, blocks: page.blocks, ..Laid::default() };
    let first_heading =
        laid.blocks.iter().find(|block| block.kind == MarkKind::Heading).map(|block| laid.words(block).to_owned());
    if let Some(title) = title.filter(|title| laid.blocks.first().is_none_or(|first| laid.words(first) != *title)) {
        put_first(&mut laid, title);
    }
    (laid, first_heading)
}

fn put_first(laid: &mut Laid, title: &str) {
    let shift = title.len() + 2;
    laid.text.insert_str(0, &format!("{title}\n\n"));
    for block in &mut laid.blocks {
        block.range = block.range.start + shift..block.range.end + shift;
    }
    laid.blocks.insert(0, Block { range: 0..title.len(), kind: MarkKind::Title, label: None });
}

/// The text as it grows.
#[derive(Default)]
struct Page {
    text: String,
    blocks: Vec<Block>,
    open: Option<usize>,
    heading: Option<String>,
    quotes: usize,
    lists: usize,
    items: usize,
    item_starts: bool,
    images: usize,
    code: usize,
    table: Option<(usize, usize)>,
    /// What ends the comment, script or style that is open.
    hidden: Option<&'static str>,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => self.write(&words),
            Event::SoftBreak => self.write(" "),
            Event::HardBreak => self.write("\n"),
            Event::Html(html) => self.html(&html, true),
            Event::InlineHtml(html) => self.html(&html, false),
            Event::Rule => self.close(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.close();
                self.heading = Some((*level as u8).to_string());
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::CodeBlock(_) => {
                self.close();
                self.code += 1;
            }
            Tag::List(_) => {
                self.close();
                self.lists += 1;
            }
            Tag::Item => {
                self.close();
                self.items += 1;
                self.item_starts = true;
            }
            Tag::Table(_) => {
                self.close();
                self.table = Some((0, 0));
            }
            Tag::TableHead | Tag::TableRow => {
                self.close();
                if let Some((row, cell)) = &mut self.table {
                    (*row, *cell) = (*row + 1, 0);
                }
            }
            Tag::TableCell => {
                self.close();
                if let Some((_, cell)) = &mut self.table {
                    *cell += 1;
                }
            }
            Tag::Image { .. } => self.images += 1,
            Tag::Paragraph | Tag::HtmlBlock | Tag::FootnoteDefinition(_) => self.close(),
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.close();
                self.heading = None;
            }
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => {
                self.close();
                self.code = self.code.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::Item => {
                self.close();
                self.items = self.items.saturating_sub(1);
                self.item_starts = false;
            }
            TagEnd::Table => {
                self.close();
                self.table = None;
            }
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::FootnoteDefinition | TagEnd::TableCell => self.close(),
            TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn write(&mut self, words: &str) {
        if self.images > 0 {
            return;
        }
        if self.open.is_none() {
            if words.trim().is_empty() {
                return;
            }
            self.begin();
            self.text.push_str(words.trim_start());
        } else {
            self.text.push_str(words);
        }
    }

    /// HTML inside Markdown: its words with their entities, without tags, comments, scripts and styles. Tags of paragraphs and their
    /// like end a block where `blocks` says that they stand between blocks.
    fn html(&mut self, html: &str, blocks: bool) {
        let mut rest = html;
        while !rest.is_empty() {
            if let Some(end) = self.hidden {
                match rest.split_once(end) {
                    Some((_, after)) => (self.hidden, rest) = (None, after),
                    None => return,
                }
                continue;
            }
            let (words, after) = rest.split_once('<').map_or((rest, None), |(words, after)| (words, Some(after)));
            let words = entities::decoded(words);
            let words = if blocks { entities::spaced(&words) } else { words };
            if !words.is_empty() {
                self.write(&words);
            }
            let Some(after) = after else { return };
            if let Some(comment) = after.strip_prefix("!--") {
                (self.hidden, rest) = (Some("-->"), comment);
                continue;
            }
            let name = entities::tag_name(after);
            self.hidden = match name.as_str() {
                "script" => Some("</script>"),
                "style" => Some("</style>"),
                _ => None,
            };
            if blocks && entities::ends_block(&name) {
                self.close();
            }
            rest = after.split_once('>').map_or("", |(_, next)| next);
        }
    }

    /// Starts a block: what separates it from the one before, and its bullet.
    fn begin(&mut self) {
        let (kind, label) = match (&self.heading, self.table) {
            (Some(level), _) => (MarkKind::Heading, Some(level.clone())),
            (None, Some((row, cell))) => (MarkKind::Cell, Some(format!("{row}:{cell}"))),
            (None, None) if self.code > 0 => (MarkKind::Paragraph, Some("code".to_owned())),
            (None, None) if self.quotes > 0 => (MarkKind::BlockQuote, None),
            (None, None) if self.items > 0 => (MarkKind::Item, None),
            (None, None) => (MarkKind::Paragraph, None),
        };
        let before = self.blocks.last();
        let after_item = before.is_some_and(|block| block.kind == MarkKind::Item);
        let separator = match (kind, self.table) {
            _ if self.text.is_empty() => "",
            (MarkKind::Cell, Some((_, cell))) if cell > 1 && before.is_some_and(|block| block.kind == MarkKind::Cell) => " | ",
            (MarkKind::Cell, Some((row, _))) if row > 1 => "\n",
            (MarkKind::Item, _) if after_item => "\n",
            _ => "\n\n",
        };
        self.text.push_str(separator);
        if self.items > 0 && std::mem::take(&mut self.item_starts) {
            self.text.push_str(&"  ".repeat(self.lists.saturating_sub(1).min(8)));
            self.text.push_str("- ");
        }
        self.open = Some(self.text.len());
        self.blocks.push(Block { range: self.text.len()..self.text.len(), kind, label });
    }

    /// Ends the open block, without white space at its end.
    fn close(&mut self) {
        if let (Some(start), Some(block)) = (self.open.take(), self.blocks.last_mut()) {
            let length = self.text[start..].trim_end().len();
            self.text.truncate(start + length);
            block.range.end = self.text.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use std::fmt::Write as _;

    fn shown(source: &str) -> String {
        let (laid, _) = lay(source, Some("A title"));
        let mut out = format!("{}\n---\n", laid.text);
        for block in &laid.blocks {
            writeln!(
                out,
                "{}{}: {}",
                block.kind,
                block.label.as_deref().map(|l| format!(" {l}")).unwrap_or_default(),
                laid.words(block)
            )
            .unwrap();
        }
        out
    }

    #[test]
    fn markup_goes_and_words_stay() {
        let source = "## The *Tern* case\n\nIn [a **long** post](https://a.example) the lab\nwrote of <b>nearly</b> 9,000 accounts.[^1]\n\n\
                      ![picture](x.png)\n\n- one\n- two\n  - under two\n\n1. first\n2. second\n\n> Quoted words\n\n<div><p>boxed &amp; kept</p><p>Twice</p></div>\n\n\
                      | Who | Exchanges |\n|---|---|\n| **Tern** | > 150,000 |\n\n```\ncode\n```\n\n[^1]: a note\n";
        expect![[r#"
            A title

            The Tern case

            In a long post the lab wrote of nearly 9,000 accounts.

            - one
            - two
              - under two
            - first
            - second

            Quoted words

            boxed & kept

            Twice

            Who | Exchanges
            Tern | > 150,000

            code

            a note
            ---
            title: A title
            heading 2: The Tern case
            paragraph: In a long post the lab wrote of nearly 9,000 accounts.
            item: one
            item: two
            item: under two
            item: first
            item: second
            block-quote: Quoted words
            paragraph: boxed & kept
            paragraph: Twice
            cell 1:1: Who
            cell 1:2: Exchanges
            cell 2:1: Tern
            cell 2:2: > 150,000
            paragraph code: code
            paragraph: a note
        "#]]
        .assert_eq(&shown(source));
    }
}
