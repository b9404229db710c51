//! Pages to one text: each page with its mark, what runs at its edges as furniture, and a paragraph that lies on two pages as one.
//!
//! The mark of a page ends and that of the next begins within such a paragraph, so that a quote over the break says both. What runs at the
//! foot of the first page stands before it then, and what runs at the head of the second behind it.

use super::paragraphs::{Paragraph, Type, paragraphs};
use super::running::Page;
use crate::normal::Rule;
use crate::recognised::{self, Recognised};
use crate::writer::Writer;
use dossier_model::MarkKind;
use std::collections::BTreeSet;

/// The text of `pages`, with what was recognised on those that have none, and its first heading.
pub(crate) fn write(pages: &[Page], recognised: &Recognised, rules: &mut BTreeSet<Rule>) -> (Writer, Option<String>) {
    let type_ = Type::of(pages.iter().map(|page| page.lines.as_slice()));
    let (mut writer, mut heading) = (Writer::default(), None);
    let mut next = pages.first().map(|page| blocks(page, &type_, rules)).unwrap_or_default();
    let mut before: Option<Paragraph> = None;
    for at in 0..pages.len() {
        let mut blocks_here =
            std::mem::replace(&mut next, pages.get(at + 1).map(|page| blocks(page, &type_, rules)).unwrap_or_default());
        match before.take().and_then(|open| Some((open, first(&blocks_here)?))) {
            Some((open, first)) => {
                let rest = blocks_here.remove(first);
                let (text, break_at) = open.joined(&rest, rules);
                let (head, tail) = text.split_at(break_at);
                writer.block(open.kind, open.label.as_deref(), head);
                writer.page(&(at + 1).to_string());
                writer.go_on(if head.ends_with(' ') { " " } else { "" }, tail);
            }
            None => writer.page(&(at + 1).to_string()),
        }
        if let (true, Some(words)) = (pages[at].lines.is_empty(), recognised.words(at)) {
            recognised::write(&mut writer, words, rules);
        }
        before = last(&blocks_here, &type_)
            .filter(|last| {
                let goes_on = |next_first: usize| blocks_here[*last].goes_on(&next[next_first]);
                first(&next).is_some_and(goes_on)
            })
            .map(|last| blocks_here.remove(last));
        for block in blocks_here {
            writer.block(block.kind, block.label.as_deref(), &block.text);
            if block.kind == MarkKind::Heading && heading.is_none() {
                heading = Some(block.text);
            }
        }
    }
    (writer, heading)
}

/// The blocks of one page.
fn blocks(page: &Page, type_: &Type, rules: &mut BTreeSet<Rule>) -> Vec<Paragraph> {
    let mut blocks = Vec::new();
    let mut rest = page.lines.as_slice();
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|line| line.artifact == first.artifact).count();
        let (same, others) = rest.split_at(length);
        rest = others;
        match first.artifact {
            true => blocks.extend(same.iter().map(|line| Paragraph {
                kind: MarkKind::Furniture,
                label: None,
                text: line.text.clone(),
                stands: None,
            })),
            false => blocks.extend(paragraphs(same, type_, rules)),
        }
    }
    blocks
}

/// The first block of a page that is not furniture.
fn first(blocks: &[Paragraph]) -> Option<usize> {
    blocks.iter().position(|block| block.kind != MarkKind::Furniture)
}

/// The last paragraph or item of a page, before its notes and what runs at its foot.
fn last(blocks: &[Paragraph], type_: &Type) -> Option<usize> {
    let last = blocks.iter().rposition(|block| block.kind != MarkKind::Furniture && !block.is_smaller(type_))?;
    blocks.get(last).filter(|block| block.stands.is_some()).map(|_| last)
}
