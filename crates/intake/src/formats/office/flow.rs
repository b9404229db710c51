//! Running text as word processors have it: paragraphs, headings, items, tables and notes, written block by block.

use super::package::Fault;
use crate::document::Document;
use crate::normal::{self, Rule};
use crate::writer::Writer;
use dossier_model::MarkKind;

/// The most cells of tables that are read from one file.
pub(crate) const CELLS: usize = 1_000_000;

/// Text as it grows.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    writer: Writer,
    tables: Vec<Table>,
    heading: Option<String>,
    cells: usize,
}

/// A table that is open. Only the outermost has cells of its own; the words of a table within a cell are words of that cell.
#[derive(Debug, Default)]
struct Table {
    row: usize,
    column: usize,
    cells: Vec<(usize, String)>,
    dropped: bool,
    repeated: usize,
}

impl Flow {
    /// Adds a paragraph, as words of the cell that is open if there is one.
    pub(crate) fn paragraph(&mut self, kind: MarkKind, label: Option<&str>, words: &str) {
        match self.tables.first_mut() {
            Some(table) => {
                if let Some((_, cell)) = table.cells.last_mut() {
                    join(cell, words.trim());
                }
            }
            None => {
                let written = self.writer.block(kind, label, words);
                if kind == MarkKind::Heading && written.is_some() && self.heading.is_none() {
                    self.heading = Some(words.trim().to_owned());
                }
            }
        }
    }

    /// Begins the page that `label` names.
    pub(crate) fn page(&mut self, label: &str) {
        self.writer.page(label);
    }

    /// A table begins.
    pub(crate) fn open_table(&mut self) {
        self.tables.push(Table::default());
    }

    /// A row begins.
    pub(crate) fn open_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.row = table.row.saturating_add(1);
            table.column = 0;
            table.dropped = false;
        }
    }

    /// The row that is open stands for `more` rows below it too. Sheets repeat rows without words to their end; one with words that is
    /// repeated is written once, and the rows below it keep their numbers.
    pub(crate) fn repeat_row(&mut self, more: usize) {
        if let Some(table) = self.tables.last_mut() {
            table.repeated = more;
        }
    }

    /// The row that is open is not part of the text.
    pub(crate) fn drop_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.dropped = true;
        }
    }

    /// A cell begins.
    pub(crate) fn open_cell(&mut self) -> Result<(), Fault> {
        self.cells += 1;
        if self.cells > CELLS {
            return Err(Fault::Bomb(format!("its tables have more than {CELLS} cells")));
        }
        let outermost = self.tables.len() == 1;
        if let Some(table) = self.tables.last_mut() {
            table.column = table.column.saturating_add(1);
            if outermost {
                table.cells.push((table.column, String::new()));
            }
        }
        Ok(())
    }

    /// The cell that is open reaches over `columns` more.
    pub(crate) fn widen(&mut self, columns: usize) {
        if let Some(table) = self.tables.last_mut() {
            table.column = table.column.saturating_add(columns);
        }
    }

    /// The row ends.
    pub(crate) fn close_row(&mut self) {
        if let [table] = self.tables.as_mut_slice() {
            for (column, words) in std::mem::take(&mut table.cells) {
                if !table.dropped {
                    self.writer.block(MarkKind::Cell, Some(&format!("{}:{column}", table.row)), &words);
                }
            }
            table.row = table.row.saturating_add(std::mem::take(&mut table.repeated));
        }
    }

    /// The table ends.
    pub(crate) fn close_table(&mut self) {
        self.close_row();
        self.tables.pop();
    }

    /// A document of this text. What was open where the file broke off is kept.
    pub(crate) fn finish(mut self, media_type: &str) -> Document {
        self.tables.truncate(1);
        self.close_row();
        let (laid, normalised) = self.writer.finish();
        Document { media_type: media_type.to_owned(), laid, heading: self.heading, normalised, ..Document::default() }
    }
}

/// Adds `words` that stand raised behind `text`, by the rule on raised digits.
pub(crate) fn raise(text: &mut String, words: &str, flow: &mut Flow) {
    match normal::raised_digits(text, words) {
        Some(digits) => {
            text.push_str(&digits);
            flow.writer.note(Rule::RaisedDigits);
        }
        None => text.push_str(words),
    }
}

/// Adds `words` on a line of their own.
pub(crate) fn join(text: &mut String, words: &str) {
    if !text.is_empty() && !words.is_empty() {
        text.push('\n');
    }
    text.push_str(words);
}
