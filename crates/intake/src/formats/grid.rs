//! The shape that tables take: each sheet of a workbook a heading with its name, each cell a block labelled `row:column`, counted from 1 as a spreadsheet shows them.

use crate::layout::Laid;
use crate::normal::Rule;
use crate::writer::Writer;
use dossier_model::MarkKind;

/// The most cells with words that are read from one file: a table of a hundred thousand incidents in twenty columns.
pub(crate) const CELLS: usize = 2_000_000;

/// A table, or several, as they grow.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    writer: Writer,
    cells: usize,
}

impl Grid {
    /// Begins the sheet `name`.
    pub(crate) fn sheet(&mut self, name: &str) {
        self.writer.block(MarkKind::Heading, Some("1"), name);
    }

    /// Adds a cell; rows and columns count from 1. `false` where there are more cells than are read.
    pub(crate) fn cell(&mut self, row: usize, column: usize, words: &str) -> bool {
        if self.cells >= CELLS {
            return false;
        }
        if self.writer.block(MarkKind::Cell, Some(&format!("{row}:{column}")), words).is_some() {
            self.cells += 1;
        }
        true
    }

    /// The text with its marks, and the rules that changed something.
    pub(crate) fn finish(self) -> (Laid, Vec<Rule>) {
        self.writer.finish()
    }
}

/// What a person is told where there are more cells than are read.
pub(crate) fn too_large(file: &str) -> String {
    format!("{file} has more than {CELLS} cells; the first were read. Split it, and import the parts that matter.")
}
