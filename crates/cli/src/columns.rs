//! The columns of spreadsheets, as people name them: `Accounts=count:accounts`, `3=accused`.

use crate::convert::source_id;
use crate::run::{Out, Status, change, one};
use dossier_app::{self as app, Actor, AppError, Column, ColumnMeaning, Dossier, TableRow};
use std::path::Path;

/// Shows the tables of a source, a row for each column.
pub(crate) fn show(out: &Out, file: &Path, source: &str) -> Result<Status, AppError> {
    let tables = app::columns(&Dossier::look(file)?, source_id(source)?)?;
    if out.json {
        return out.value(&tables, |_| String::new());
    }
    let mut lines = Vec::new();
    for table in &tables {
        for (number, column) in (1..).zip(&table.columns) {
            let number: usize = number;
            lines.push((table, number, column));
        }
    }
    let head = ["table", "column", "head", "meaning", "unit", "cells", "unread", "first cells"];
    let cells: Vec<Vec<String>> = lines
        .into_iter()
        .map(|(table, number, column)| {
            vec![
                table.table.to_string(),
                number.to_string(),
                column.head.clone(),
                meaning(table, column.meaning),
                column.unit.clone().unwrap_or_default(),
                column.filled.to_string(),
                column.unread.to_string(),
                column.shown.join(" | "),
            ]
        })
        .collect();
    out.rows(&cells, &head, Clone::clone)
}

fn meaning(table: &TableRow, meaning: ColumnMeaning) -> String {
    match (table.said, table.read) {
        (true, _) => meaning.to_string(),
        (false, true) => format!("{meaning} (suggested)"),
        (false, false) => format!("{meaning} (not read)"),
    }
}

/// Says what columns of a table mean: those that `set` names, the others as they are.
pub(crate) fn say(
    out: &Out,
    file: &Path,
    (source, table): (&str, u32),
    set: &[String],
    reason: Option<&str>,
    actor: &Actor,
) -> Result<Status, AppError> {
    let source = source_id(source)?;
    let said = change(file, |dossier| {
        let mut columns = columns(&app::columns(dossier, source)?, table);
        for pair in set {
            put(&mut columns, pair)?;
        }
        app::set_columns(dossier, source, table, columns, reason, actor)
    })?;
    out.value(&said, |said| {
        format!("{} proposed, {} withdrawn", one(said.proposed.len(), "claim"), one(said.withdrawn.len(), "claim"))
    })
}

/// The columns of the table numbered `table`; none where there is no such table, which `app` refuses.
fn columns(tables: &[TableRow], table: u32) -> Vec<Column> {
    let columns = tables.iter().find(|row| row.table == table).map(|row| &row.columns);
    let column = |row: &app::ColumnRow| Column { head: row.head.clone(), meaning: row.meaning, unit: row.unit.clone() };
    columns.into_iter().flatten().map(column).collect()
}

fn put(columns: &mut [Column], pair: &str) -> Result<(), AppError> {
    // A head may hold the sign, a meaning does not.
    let (name, meaning) = pair.rsplit_once('=').ok_or_else(|| AppError::Usage(format!("`{pair}` is not COLUMN=MEANING")))?;
    let (meaning, unit) = meaning.split_once(':').map_or((meaning, None), |(meaning, unit)| (meaning, Some(unit)));
    let meaning = ColumnMeaning::parse(meaning).ok_or_else(|| {
        let known: Vec<&str> = ColumnMeaning::ALL.iter().map(|meaning| meaning.as_str()).collect();
        AppError::Usage(format!("`{meaning}` is no meaning of a column: use one of {}", known.join(", ")))
    })?;
    let number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let by_head = columns.iter().position(|column| column.head.eq_ignore_ascii_case(name.trim()));
    let at = by_head.or(number).filter(|at| *at < columns.len()).ok_or_else(|| {
        let heads: Vec<&str> = columns.iter().map(|column| column.head.as_str()).collect();
        AppError::Usage(format!("the table has no column `{name}`; its columns are {}", heads.join(", ")))
    })?;
    let column = &mut columns[at];
    column.unit = match unit {
        Some(unit) => Some(unit.trim().to_owned()).filter(|unit| !unit.is_empty()),
        None => column.unit.take().filter(|_| column.meaning == meaning),
    };
    column.meaning = meaning;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_goes_by_its_head_or_its_number() {
        let column = |head: &str| Column { head: head.to_owned(), meaning: ColumnMeaning::Nothing, unit: None };
        let mut columns = vec![column("Who = what"), column("2"), column("Accounts")];
        put(&mut columns, "who = WHAT=accused").unwrap();
        put(&mut columns, "3=count:accounts").unwrap();
        put(&mut columns, "2=text").unwrap();
        let meanings: Vec<&str> = columns.iter().map(|column| column.meaning.as_str()).collect();
        assert_eq!(
            (meanings.as_slice(), columns[2].unit.as_deref()),
            (["accused", "text", "count"].as_slice(), Some("accounts"))
        );
        put(&mut columns, "Accounts=date").unwrap();
        assert_eq!(columns[2].unit, None, "a unit is that of its meaning");
        let refused = |pair: &str| put(&mut [column("A")], pair).unwrap_err().to_string();
        assert!(refused("B=text").contains("its columns are A"));
        assert!(refused("A=colour").contains("one of nothing, text"));
        assert!(refused("A").contains("COLUMN=MEANING"));
    }
}
