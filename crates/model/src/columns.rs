//! What the columns of a table of incidents mean.

use serde::{Deserialize, Serialize};

crate::words! {
    /// What the cells of a column say of the incident in their row.
    ColumnMeaning {
        /// Nothing that is read.
        Nothing = "nothing",
        /// Sentences, read as those of any text.
        Text = "text",
        /// What the incident is called.
        Incident = "incident",
        /// Who did it.
        Accused = "accused",
        /// Who or what it was done to.
        Target = "target",
        /// When it happened.
        Date = "date",
        /// When it began.
        FirstDay = "first-day",
        /// When it ended.
        LastDay = "last-day",
        /// When it became known.
        Disclosed = "disclosed",
        /// How many of something; the column's unit says of what.
        Count = "count",
        /// How much money; the column's unit is the currency.
        Amount = "amount",
        /// A share, in percent.
        Rate = "rate",
        /// What was done.
        Act = "act",
        /// How it was done.
        Method = "method",
        /// The identifier of a technique, as MITRE ATLAS has it.
        Technique = "technique",
        /// What ability of a model was targeted.
        Capability = "capability",
        /// How sure it is: alleged, reported, confirmed.
        Certainty = "certainty",
        /// Who reports it.
        Outlet = "outlet",
    }
}

/// One column of a table of incidents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Column {
    /// Its head, as the table has it; empty where it has none.
    pub head: String,
    /// What its cells say.
    pub meaning: ColumnMeaning,
    /// What is counted, or in which currency (ISO 4217).
    pub unit: Option<String>,
}

impl Column {
    /// Whether two tables have the same heads in the same order, but for case and white space.
    pub fn same_heads(one: &[Self], other: &[Self]) -> bool {
        let plain = |column: &Self| column.head.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        one.iter().map(plain).eq(other.iter().map(plain))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(heads: &[&str]) -> Vec<Column> {
        let column = |head: &&str| Column { head: (*head).to_owned(), meaning: ColumnMeaning::Nothing, unit: None };
        heads.iter().map(column).collect()
    }

    #[test]
    fn heads_are_the_same_whatever_their_case_and_space() {
        let check = |one: &[&str], other: &[&str]| Column::same_heads(&columns(one), &columns(other));
        assert!(check(&["Date", "Lab  name"], &["DATE ", "lab name"]));
        assert!(!check(&["Date", "Lab"], &["Lab", "Date"]));
        assert!(!check(&["Date"], &["Date", "Lab"]));
    }
}
