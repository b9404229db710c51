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
}

impl Laid {
    /// The words of `block`.
    pub(crate) fn words(&self, block: &Block) -> &str {
        self.text.get(block.range.clone()).unwrap_or("")
    }

    /// The blocks as marks.
    pub(crate) fn marks(&self) -> Vec<Mark> {
        let index = TextIndex::new(&self.text);
        let mark = |block: &Block| Mark {
            span: index.span_of_bytes(block.range.start, block.range.end),
            kind: block.kind,
            label: block.label.clone(),
        };
        self.blocks.iter().filter(|block| !block.range.is_empty()).map(mark).collect()
    }
}
