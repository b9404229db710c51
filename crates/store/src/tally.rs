//! How much a dossier holds, asked quickly: whether a reader has to read anew shows in it.

use crate::StoreError;
use rusqlite::Connection;

/// How many rows of a table there are, and the highest number that one has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// How many.
    pub rows: u32,
    /// The highest number; 0 where there are none.
    pub last: u32,
}

/// How many sources, claims and judgements there are. None of their rows ever changes, so equal tallies are equal rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// The sources.
    pub sources: Count,
    /// The claims.
    pub claims: Count,
    /// The judgements.
    pub judgements: Count,
}

impl Count {
    /// Whether `later` has every row that this has, and perhaps more.
    pub fn is_within(self, later: Count) -> bool {
        // Ids are never given twice: rows that were removed leave their numbers unused.
        later.last >= self.last && later.rows >= self.rows && later.last - self.last == later.rows - self.rows
    }
}

pub(crate) fn of(conn: &Connection) -> Result<Tally, StoreError> {
    let count = |table: &str| {
        let mut statement = conn.prepare_cached(&format!("SELECT count(*), coalesce(max(id), 0) FROM {table}"))?;
        Ok::<_, StoreError>(statement.query_row([], |row| Ok(Count { rows: row.get(0)?, last: row.get(1)? }))?)
    };
    Ok(Tally { sources: count("sources")?, claims: count("claims")?, judgements: count("judgements")? })
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn rows_that_were_only_added_to_are_told_from_rows_of_which_some_went() {
        let count = |rows, last| Count { rows, last };
        assert!(count(3, 3).is_within(count(3, 3)) && count(3, 3).is_within(count(5, 5)) && count(2, 3).is_within(count(4, 5)));
        assert!(
            !count(3, 3).is_within(count(2, 3)) && !count(3, 3).is_within(count(3, 4)) && !count(3, 3).is_within(count(0, 0))
        );
    }
}
