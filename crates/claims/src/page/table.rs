//! The row and column heads of the cells of a table, by the places that their labels tell.

use dossier_model::MarkKind;
use std::collections::BTreeMap;

/// The heads of the table that is being read.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The first row, by the number of the column.
    columns: BTreeMap<usize, String>,
    /// The number of the row that is being read, with its first cell.
    row: (usize, Option<String>),
}

impl Table {
    /// The row and column heads of a cell labelled `row:column`, both counted from 1. Any other block, and a row above the last,
    /// ends the table.
    pub(super) fn place(&mut self, words: &str, kind: MarkKind, label: Option<&str>) -> (Option<String>, Option<String>) {
        let place = label.filter(|_| kind == MarkKind::Cell).and_then(|label| label.split_once(':'));
        let place = place.and_then(|(row, column)| Some((row.parse::<usize>().ok()?, column.parse::<usize>().ok()?)));
        let Some((row, column)) = place else {
            *self = Self::default();
            return (None, None);
        };
        if row < self.row.0 {
            *self = Self::default();
        }
        if row != self.row.0 {
            self.row = (row, None);
        }
        if row <= 1 {
            self.columns.insert(column, words.trim().to_owned());
            return (None, None);
        }
        if column <= 1 {
            self.row.1 = Some(words.trim().to_owned());
        }
        (self.row.1.clone(), self.columns.get(&column).cloned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The heads of the last of `cells`, each its label and its words; a cell without a label is a paragraph.
    #[track_caller]
    fn check(cells: &[(&str, &str)], expect: (Option<&str>, Option<&str>)) {
        let mut table = Table::default();
        let mut last = (None, None);
        for (label, words) in cells {
            let kind = if label.is_empty() { MarkKind::Paragraph } else { MarkKind::Cell };
            last = table.place(words, kind, Some(label));
        }
        assert_eq!((last.0.as_deref(), last.1.as_deref()), expect, "{cells:?}");
    }

    #[test]
    fn an_empty_cell_shifts_no_head() {
        let heads = [("1:1", "Lab"), ("1:3", "Exchanges")];
        check(&[&heads[..], &[("2:1", "Meridian"), ("2:3", "9,000")]].concat(), (Some("Meridian"), Some("Exchanges")));
        check(&[&heads[..], &[("2:1", "Meridian"), ("2:2", "May")]].concat(), (Some("Meridian"), None));
        check(&[&heads[..], &[("2:1", "Meridian"), ("3:3", "12")]].concat(), (None, Some("Exchanges")));
    }

    #[test]
    fn heads_hold_for_their_own_table() {
        let first = [("1:1", "Lab"), ("1:2", "Exchanges"), ("2:1", "Meridian"), ("2:2", "9,000")];
        check(&[&first[..], &[("1:1", "Bank"), ("2:2", "12")]].concat(), (None, None));
        check(&[&first[..], &[("", "Second sheet"), ("4:2", "12")]].concat(), (None, None));
    }
}
