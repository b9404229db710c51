//! Tables of incidents: spreadsheets whose columns say who did what to whom, when and how often, a row for each incident.
//!
//! What a column means is suggested by its head and its cells (`suggest`); a person may say otherwise, and what was said of a table holds for
//! every later one with the same heads. A row is then read cell by cell (`rows`), so that every quote lies within one cell; columns of sentences
//! are read by the rules for any text. A table whose columns tell neither who nor what is no table of incidents, and is read by those rules whole.

mod cell;
mod grid;
mod rows;
mod suggest;

use crate::propose::{About, by_rules, settled};
use dossier_model::{Column, Content, Mark, TextIndex};
use grid::Grid;

/// How many cells of a column are shown to tell it by.
const SHOWN: usize = 3;

/// A table, with what its columns mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The name of its sheet, where it has one.
    pub sheet: Option<String>,
    /// Its columns, as they were said to mean or, else, as they are suggested to.
    pub columns: Vec<Column>,
    /// Whether a person said what they mean.
    pub said: bool,
    /// Whether its rows are read as incidents: it was said, or the suggestion tells who and what.
    pub read: bool,
    /// Of each column what its cells hold.
    pub cells: Vec<Cells>,
    /// How many rows it has below its heads.
    pub rows: usize,
}

/// The cells of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    /// The first few.
    pub shown: Vec<String>,
    /// How many have words.
    pub filled: usize,
    /// How many of these do not say what the column means: no number, no day.
    pub unread: usize,
}

/// The tables of a spreadsheet, in their order; none where `marks` are those of another document. `said` are the columns that people gave a
/// meaning, the latest first.
pub fn tables(text: &str, marks: &[Mark], said: &[Vec<Column>]) -> Vec<Table> {
    let index = TextIndex::new(text);
    grid::grids(&index, marks).iter().map(|grid| table(grid, said)).collect()
}

fn table(grid: &Grid<'_>, said: &[Vec<Column>]) -> Table {
    let suggested = suggest::columns(grid);
    let known = said.iter().find(|columns| Column::same_heads(columns, &suggested));
    let is_said = known.is_some();
    let read = is_said || suggest::tells_incidents(&suggested);
    let columns = known.cloned().unwrap_or(suggested);
    let cells = |(number, column): (usize, &Column)| {
        let order = cell::order(grid.column(number).map(|cell| cell.words));
        let unread = |words: &&str| !cell::is_read(words, column, order);
        Cells {
            shown: grid.column(number).take(SHOWN).map(|cell| cell.words.to_owned()).collect(),
            filled: grid.column(number).count(),
            unread: grid.column(number).map(|cell| cell.words).filter(unread).count(),
        }
    };
    let cells = (1..).zip(&columns).map(cells).collect();
    Table { sheet: grid.sheet.map(str::to_owned), said: is_said, read, cells, rows: grid.rows.len(), columns }
}

/// The claims of a spreadsheet; `None` where `marks` are those of another document, or none of its tables is one of incidents.
pub(crate) fn propose(text: &str, marks: &[Mark], about: &About<'_>) -> Option<Vec<Content>> {
    let index = TextIndex::new(text);
    let grids = grid::grids(&index, marks);
    let tables: Vec<_> = grids.iter().map(|grid| (grid, table(grid, about.columns))).filter(|(_, table)| table.read).collect();
    if tables.is_empty() {
        return None;
    }
    let (mut found, mut sentences) = (Vec::new(), Vec::new());
    for (grid, table) in &tables {
        rows::propose(grid, &table.columns, about, &mut found, &mut sentences);
    }
    // Tables that are none of incidents, and what stands beside them.
    let is_taken = |mark: &&Mark| tables.iter().any(|(grid, _)| grid.span.contains(mark.span));
    let mut prose: Vec<Mark> = marks.iter().filter(|mark| !is_taken(mark)).cloned().collect();
    prose.extend(sentences.iter().map(|(mark, _)| mark.clone()));
    prose.sort_by_key(|mark| mark.span);
    sentences.sort_by_key(|(mark, _)| mark.span);
    // Without marks the rules would read the whole text.
    let free = if prose.is_empty() { Vec::new() } else { by_rules(text, &prose, about) };
    for mut content in free {
        let at = content.quotes.first().span();
        let before = sentences.partition_point(|(mark, _)| mark.span.start <= at.start);
        if let Some((_, subject)) = sentences[..before].last().filter(|(mark, _)| mark.span.contains(at))
            && crate::structured::is_part_of(&content.subject, subject)
        {
            content.subject.clone_from(subject);
        }
        found.push(content);
    }
    Some(settled(found))
}
