//! What a person reads: tables and sentences on standard output, messages on standard error.

use serde::Serialize;
use std::io::{IsTerminal, Write};

/// The widest that a cell of a table gets.
const WIDEST: usize = 56;

/// One value as JSON.
pub(crate) fn json(value: &impl Serialize) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value)?;
    writeln!(out)
}

/// A line of output.
pub(crate) fn line(text: &str) -> std::io::Result<()> {
    writeln!(std::io::stdout().lock(), "{text}")
}

/// A message to the person, apart from the output.
pub(crate) fn message(text: &str) {
    // Nobody can be told when even standard error is closed.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// A count that changes while work goes on; only where a person watches.
pub(crate) fn progress(done: usize, of: usize) {
    // Some files are read faster than a terminal writes.
    if (done == of || done.is_multiple_of(10)) && std::io::stderr().is_terminal() {
        let _ = write!(std::io::stderr().lock(), "\r{done} of {of}{}", if done == of { "\n" } else { "" });
    }
}

/// A table with aligned columns; long cells end in an ellipsis.
pub(crate) fn table(head: &[&str], rows: &[Vec<String>]) -> std::io::Result<()> {
    let cut = |cell: &str| -> String {
        let cell = cell.replace(['\n', '\r', '\t'], " ");
        if cell.chars().count() <= WIDEST { cell } else { cell.chars().take(WIDEST - 1).chain(['…']).collect() }
    };
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| cut(cell)).collect()).collect();
    let mut widths: Vec<usize> = head.iter().map(|cell| cell.chars().count()).collect();
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut out = std::io::stdout().lock();
    let mut print = |cells: &[String]| {
        let padded: Vec<String> = cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        writeln!(out, "{}", padded.join("  ").trim_end())
    };
    print(&head.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>())?;
    rows.iter().try_for_each(|row| print(row))
}
