//! How readers of structured formats write: block after block, each piece of text by the recorded rules.

use crate::layout::{Block, Laid};
use crate::normal::{self, Rule};
use dossier_model::MarkKind;
use std::collections::BTreeSet;
use std::ops::Range;

/// A text as it grows.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    laid: Laid,
    rules: BTreeSet<Rule>,
    /// The page that is open: where it starts, and its label.
    page: Option<(usize, String)>,
}

impl Writer {
    /// Adds a block, a blank line after the one before it; an item or a cell that follows its like stands on the next line, and the cells
    /// of one row beside each other with a tab between them. Words that are only white space add nothing. Gives the bytes it covers.
    pub(crate) fn block(&mut self, kind: MarkKind, label: Option<&str>, words: &str) -> Option<Range<usize>> {
        let (words, mut rules) = normal::characters(words);
        let (words, more) = normal::white_space(&words);
        rules.extend(more);
        self.rules.extend(rules);
        let words = words.trim();
        if words.is_empty() {
            return None;
        }
        let between = self.between(kind, label);
        self.laid.text.push_str(between);
        let start = self.laid.text.len();
        if let Some((at, _)) = self.page.as_mut().filter(|(at, _)| *at == usize::MAX) {
            *at = start;
        }
        self.laid.text.push_str(words);
        let range = start..self.laid.text.len();
        self.laid.blocks.push(Block { range: range.clone(), kind, label: label.map(str::to_owned) });
        Some(range)
    }

    /// Goes on with the last block, `joint` between. The page that was begun since begins within it.
    pub(crate) fn go_on(&mut self, joint: &str, words: &str) {
        let (words, rules) = normal::characters(words);
        self.rules.extend(rules);
        let Some(last) = self.laid.blocks.last_mut() else { return };
        self.laid.text.push_str(joint);
        if let Some((at, _)) = self.page.as_mut().filter(|(at, _)| *at == usize::MAX) {
            *at = self.laid.text.len();
        }
        self.laid.text.push_str(words.trim_end());
        last.range.end = self.laid.text.len();
    }

    fn between(&self, kind: MarkKind, label: Option<&str>) -> &'static str {
        let Some(last) = self.laid.blocks.last() else { return "" };
        let row = |label: Option<&str>| label.and_then(|label| label.split_once(':')).map(|(row, _)| row.to_owned());
        match kind {
            MarkKind::Cell if last.kind == kind && row(last.label.as_deref()) == row(label) => "\t",
            MarkKind::Cell | MarkKind::Item if last.kind == kind => "\n",
            _ => "\n\n",
        }
    }

    /// Ends the page before, if one is open, and begins the page that `label` names.
    pub(crate) fn page(&mut self, label: &str) {
        self.end_page();
        self.page = Some((usize::MAX, label.to_owned()));
    }

    fn end_page(&mut self) {
        if let Some((start, label)) = self.page.take().filter(|(start, _)| *start != usize::MAX) {
            self.place(start..self.laid.text.len(), MarkKind::Page, label);
        }
    }

    /// Says that the bytes at `range` lie at a place of the original: a page, a JSON pointer.
    pub(crate) fn place(&mut self, range: Range<usize>, kind: MarkKind, label: String) {
        self.laid.places.push(Block { range, kind, label: Some(label) });
    }

    /// Notes a rule that a reader applied by itself.
    pub(crate) fn note(&mut self, rule: Rule) {
        self.rules.insert(rule);
    }

    /// How many bytes of text there are.
    #[expect(dead_code, reason = "records are placed by their blocks")]
    pub(crate) fn len(&self) -> usize {
        self.laid.text.len()
    }

    /// The text so far.
    pub(crate) fn text(&self) -> &str {
        &self.laid.text
    }

    /// The text with its marks, and the rules that changed something.
    pub(crate) fn finish(mut self) -> (Laid, Vec<Rule>) {
        self.end_page();
        (self.laid, self.rules.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_stand_apart_and_pages_lie_over_them() {
        let mut writer = Writer::default();
        writer.page("1");
        writer.block(MarkKind::Heading, Some("1"), "What happened");
        writer.block(MarkKind::Item, None, "one\u{AD}");
        writer.block(MarkKind::Item, None, " two ");
        writer.page("2");
        writer.page("3");
        writer.block(MarkKind::Cell, Some("1:1"), "Date");
        writer.block(MarkKind::Cell, Some("1:2"), "Count");
        writer.block(MarkKind::Cell, Some("2:1"), "May");
        writer.block(MarkKind::Paragraph, None, " \n ");
        let (laid, rules) = writer.finish();
        assert_eq!(laid.text, "What happened\n\none\ntwo\n\nDate\tCount\nMay");
        let pages: Vec<_> = laid.places.iter().map(|page| (page.label.as_deref(), laid.words(page))).collect();
        assert_eq!(pages, [(Some("1"), "What happened\n\none\ntwo"), (Some("3"), "Date\tCount\nMay")]);
        assert!(rules.contains(&Rule::SoftHyphens), "{rules:?}");
    }
}
