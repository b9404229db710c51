//! A readable text with its blocks, before positions are counted in code points.

use dossier_model::{Mark, MarkKind, TextIndex};
use std::ops::Range;

/// One block: bytes of the text, and what they are.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    /// The bytes it covers.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) kind: MarkKind,
    /// Heading level or cell, where the kind has one.
    pub(crate) label: Option<String>,
}

/// A text and its blocks, in order and apart from each other.
#[derive(Debug, Default)]
pub(crate) struct Laid {
    /// The readable text.
    pub(crate) text: String,
    /// Its blocks.
    pub(crate) blocks: Vec<Block>,
    /// Pages and values of JSON, which lie over the blocks.
    pub(crate) places: Vec<Block>,
}

impl Laid {
    /// Puts `other` behind, a blank line between.
    pub(crate) fn append(&mut self, other: Laid) {
        if other.text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let by = self.text.len();
        let moved = |block: Block| Block { range: block.range.start + by..block.range.end + by, ..block };
        self.text.push_str(&other.text);
        self.blocks.extend(other.blocks.into_iter().map(moved));
        self.places.extend(other.places.into_iter().map(moved));
    }

    /// The words of `block`.
    pub(crate) fn words(&self, block: &Block) -> &str {
        self.text.get(block.range.clone()).unwrap_or("")
    }

    /// Places and blocks as marks, in order of where they start; a place stands before the blocks that lie in it.
    pub(crate) fn marks(&self) -> Vec<Mark> {
        let index = TextIndex::new(&self.text);
        let mark = |block: &Block| Mark {
            span: index.span_of_bytes(block.range.start, block.range.end),
            kind: block.kind,
            label: block.label.clone(),
        };
        let mut all: Vec<&Block> = self.places.iter().chain(&self.blocks).filter(|block| !block.range.is_empty()).collect();
        all.sort_by_key(|block| (block.range.start, std::cmp::Reverse(block.range.end)));
        all.into_iter().map(mark).collect()
    }
}
