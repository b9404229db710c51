//! Rows of a page to the cells of a table, where the columns are certain.
//!
//! A table has rows on one line each, whose cells stand above each other in columns that nothing crosses. Rows of which that cannot be
//! said stay lines with tabs: a cell with the wrong row or column is worse than none.

use super::lines::Line;

/// The least rows of a table; two lines with gaps may stand above each other by chance.
const ROWS: usize = 3;
/// How far the rows of a table stand apart at the most, in ems of their letters.
const APART_EM: f32 = 4.0;

/// One cell: its row and column from 1, and its words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Cell<'a> {
    /// Its row.
    pub(crate) row: usize,
    /// Its column.
    pub(crate) column: usize,
    /// Its words.
    pub(crate) words: &'a str,
}

/// The cells of the table that begins with the first of `lines`, and how many lines it takes.
pub(crate) fn table(lines: &[Line]) -> Option<(usize, Vec<Cell<'_>>)> {
    let mut above: Option<f32> = None;
    let close = |line: &&Line| {
        let apart = above.replace(line.foot).map_or(0.0, |foot| foot - line.foot);
        line.row && line.level && (0.0..=APART_EM * line.size.max(1.0)).contains(&apart)
    };
    let rows = lines.iter().take_while(close).count();
    let rows = lines.get(..rows).filter(|rows| rows.len() >= ROWS)?;
    let whole = |row: &Line| row.cells.len() == row.text.split('\t').count();
    if is_contents(rows) || !rows.iter().all(whole) {
        return None;
    }
    let pieces = pieces(rows);
    let columns = columns(&pieces)?;
    let mut cells = Vec::new();
    for (row, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            let column = columns.iter().position(|(from, to)| (from..=to).contains(&&piece.left))?;
            cells.push(Cell { row: row + 1, column: column + 1, words: piece.words.trim() });
        }
    }
    Some((rows.len(), cells))
}

/// Words between two gaps of a row.
#[derive(Debug, Clone, Copy)]
struct Piece<'a> {
    left: f32,
    right: f32,
    words: &'a str,
}

/// The pieces of each row. One with fewer than others is also parted at its smaller gaps, where each part stands in a column of theirs.
fn pieces(rows: &[Line]) -> Vec<Vec<Piece<'_>>> {
    let most = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let whole: Vec<Vec<Piece<'_>>> = rows.iter().filter(|row| row.cells.len() == most).map(split).collect();
    let columns = spans(&whole);
    let fits = |parts: &[Piece<'_>]| {
        let column = |part: &Piece<'_>| {
            let mut over = columns.iter().enumerate().filter(|(_, (from, to))| part.left <= *to && part.right >= *from);
            over.next().filter(|_| over.next().is_none()).map(|(at, _)| at)
        };
        let taken: Option<Vec<usize>> = parts.iter().map(column).collect();
        taken.is_some_and(|taken| taken.is_sorted_by(|a, b| a < b))
    };
    let parts = |row: &Line| row.cells.len() < most && !row.gaps.is_empty();
    rows.iter().map(|row| Some(parted(row)).filter(|pieces| parts(row) && fits(pieces)).unwrap_or_else(|| split(row))).collect()
}

/// The pieces of `row` between its tabs.
fn split(row: &Line) -> Vec<Piece<'_>> {
    let cells = row.text.split('\t').zip(&row.cells);
    cells.map(|(words, (left, right))| Piece { left: *left, right: *right, words }).collect()
}

/// The pieces of `row`, parted at all its gaps.
fn parted(row: &Line) -> Vec<Piece<'_>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (words, (left, right)) in row.text.split('\t').zip(&row.cells) {
        let (end, mut from, mut left) = (start + words.len(), start, *left);
        for (at, before, behind) in row.gaps.iter().filter(|(at, ..)| (start..end).contains(at)) {
            parts.push(Piece { left, right: *before, words: row.text.get(from..*at).unwrap_or("") });
            (from, left) = (*at, *behind);
        }
        parts.push(Piece { left, right: *right, words: row.text.get(from..end).unwrap_or("") });
        start = end + 1;
    }
    parts
}

/// Whether these are the lines of a table of contents: each ends with the number of a page, and none is before that above it.
fn is_contents(rows: &[Line]) -> bool {
    let pages: Option<Vec<u32>> = rows.iter().map(|row| row.text.rsplit('\t').next()?.trim().parse().ok()).collect();
    pages.is_some_and(|pages| pages.is_sorted())
}

/// The left and right edges of the columns of `rows`; none where two cells of a row stand in one column, or where many cells are missing.
fn columns(rows: &[Vec<Piece<'_>>]) -> Option<Vec<(f32, f32)>> {
    let columns = spans(rows);
    let whole = rows.iter().filter(|row| row.len() == columns.len()).count();
    let certain = rows.iter().all(|row| {
        let in_column = |(from, to): &(f32, f32)| row.iter().filter(|piece| (from..=to).contains(&&piece.left)).count();
        let counts: Vec<usize> = columns.iter().map(in_column).collect();
        // A line without a first cell may be the second line of the row above it.
        counts.first() == Some(&1) && counts.iter().all(|count| *count <= 1)
    });
    (columns.len() >= 2 && certain && whole * 3 >= rows.len() * 2).then_some(columns)
}

/// What the pieces of `rows` cover from the left to the right, with what nothing crosses between.
fn spans(rows: &[Vec<Piece<'_>>]) -> Vec<(f32, f32)> {
    let mut edges: Vec<(f32, f32)> = rows.iter().flatten().map(|piece| (piece.left, piece.right)).collect();
    edges.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut spans: Vec<(f32, f32)> = Vec::new();
    for (left, right) in edges {
        match spans.last_mut().filter(|(_, reach)| left <= *reach) {
            Some((_, reach)) => *reach = reach.max(right),
            None => spans.push((left, right)),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(foot: f32, cells: &[(f32, f32, &str)]) -> Line {
        Line {
            text: cells.iter().map(|(_, _, words)| *words).collect::<Vec<_>>().join("\t"),
            cells: cells.iter().map(|(left, right, _)| (*left, *right)).collect(),
            foot,
            size: 10.0,
            level: true,
            row: cells.len() > 1,
            ..Line::default()
        }
    }

    #[test]
    fn cells_stand_in_columns_that_nothing_crosses() {
        let mut lines = vec![
            row(700.0, &[(72.0, 110.0, "Lab"), (200.0, 240.0, "Accounts"), (300.0, 330.0, "Year")]),
            row(686.0, &[(72.0, 120.0, "Halden"), (210.0, 240.0, "9,000"), (300.0, 325.0, "2026")]),
            row(672.0, &[(72.0, 125.0, "Meridian"), (300.0, 325.0, "2025")]),
            row(658.0, &[(72.0, 125.0, "Osterra"), (220.0, 240.0, "77"), (300.0, 325.0, "2025")]),
        ];
        let (taken, cells) = table(&lines).unwrap();
        let found: Vec<_> = cells.iter().map(|cell| (cell.row, cell.column, cell.words)).collect();
        assert_eq!(
            (taken, found[3..8].to_vec()),
            (4, vec![(2, 1, "Halden"), (2, 2, "9,000"), (2, 3, "2026"), (3, 1, "Meridian"), (3, 3, "2025")])
        );
        assert_eq!(table(&lines[..2]), None);
        let contents: Vec<Line> = (0..4u8)
            .map(|at| {
                row(
                    700.0 - f32::from(at) * 14.0,
                    &[(72.0, 160.0, "What happened"), (400.0, 410.0, ["2", "2", "4", "9"][usize::from(at)])],
                )
            })
            .collect();
        assert_eq!(table(&contents), None);
        let mut narrow = row(714.0, &[(72.0, 110.0, "Lab"), (200.0, 290.0, "Accounts (all) Year")]);
        narrow.gaps = vec![(19, 280.0, 300.0)];
        narrow.cells[1].1 = 330.0;
        let with_narrow: Vec<Line> = [vec![narrow], lines[1..].to_vec()].concat();
        let words: Vec<_> = table(&with_narrow).unwrap().1.iter().take(3).map(|cell| cell.words).collect();
        assert_eq!(words, ["Lab", "Accounts (all)", "Year"]);
        lines.push(row(644.0, &[(72.0, 230.0, "All of them together"), (300.0, 325.0, "2025")]));
        assert_eq!(table(&lines), None);
    }
}
