//! Tables with hairlines: a rule above, one under the head, one below, thin ones between the rows.

use super::body::Words;
use crate::Run;
use crate::set::sheet::{Column, columns};
use docx_rs::{
    AlignmentType, BorderType, Paragraph, Table, TableCell, TableCellBorder, TableCellBorderPosition, TableLayoutType, TableRow,
    WidthType,
};

/// The width of the text in twentieths of a point.
pub(super) const TEXT_WIDTH: usize = 9360;

/// A table whose first row is its head.
pub(super) fn table(words: &mut Words, head: &[Vec<Run>], rows: &[Vec<Vec<Run>>]) -> Option<Table> {
    let columns = columns(head, rows);
    if columns.is_empty() {
        return None;
    }
    let widths = widths(&columns);
    let mut set = vec![row(words, head, "TableHead", &columns, &widths, Rules { above: 8, below: 4 })];
    for (n, cells) in (1..).zip(rows) {
        let below = if n == rows.len() { 8 } else { 2 };
        set.push(row(words, cells, "TableText", &columns, &widths, Rules { above: 0, below }));
    }
    Some(Table::without_borders(set).set_grid(widths).layout(TableLayoutType::Fixed).width(TEXT_WIDTH, WidthType::Dxa))
}

/// Blocks of lines beside each other, without rules.
pub(super) fn beside(blocks: Vec<Vec<Paragraph>>) -> Table {
    let width = TEXT_WIDTH / blocks.len().max(1);
    let widths = vec![width; blocks.len()];
    let cell = |mut lines: Vec<Paragraph>| {
        if lines.is_empty() {
            // A cell must hold a paragraph.
            lines.push(Paragraph::new());
        }
        lines.into_iter().fold(TableCell::new(), TableCell::add_paragraph).width(width, WidthType::Dxa)
    };
    let row = TableRow::new(blocks.into_iter().map(cell).collect());
    Table::without_borders(vec![row]).set_grid(widths).layout(TableLayoutType::Fixed).width(TEXT_WIDTH, WidthType::Dxa)
}

/// The rules of a row, in eighths of a point; none where 0.
#[derive(Clone, Copy)]
struct Rules {
    above: usize,
    below: usize,
}

fn widths(columns: &[Column]) -> Vec<usize> {
    let all: usize = columns.iter().map(|column| column.width).sum();
    columns.iter().map(|column| TEXT_WIDTH * column.width / all.max(1)).collect()
}

fn row(words: &mut Words, cells: &[Vec<Run>], style: &str, columns: &[Column], widths: &[usize], rules: Rules) -> TableRow {
    let set = columns.iter().zip(widths).enumerate().map(|(n, (column, width))| {
        let runs = cells.get(n).map_or(&[][..], Vec::as_slice);
        let aligned = if column.numeric { AlignmentType::Right } else { AlignmentType::Left };
        let paragraph = words.paragraph(style, runs).align(aligned);
        // The first border that is set brings default ones on all sides with it: they go first.
        let mut cell = TableCell::new().add_paragraph(paragraph).width(*width, WidthType::Dxa).clear_all_border();
        for (position, size) in [(TableCellBorderPosition::Top, rules.above), (TableCellBorderPosition::Bottom, rules.below)] {
            if size > 0 {
                let colour = if size > 2 { "000000" } else { "B8B8B8" };
                cell = cell.set_border(TableCellBorder::new(position).border_type(BorderType::Single).size(size).color(colour));
            }
        }
        cell
    });
    TableRow::new(set.collect()).cant_split()
}
