//! The columns of tables of incidents: what they are taken to mean, and what a person says that they mean.
//!
//! A meaning is a judgement. It holds for its table and for every table with the same heads that is imported later; undoing it brings back
//! what was proposed before.

use crate::list::no_source;
use crate::propose::RULES;
use crate::{Actor, AppError, Dossier};
use dossier_claims::{About, Table};
use dossier_model::{Claim, ClaimId, ClaimState, Column, ColumnMeaning, Content, Judgement, JudgementKind, Source, SourceId};
use serde::Serialize;

/// A table of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TableRow {
    /// Which of the source's tables, from 1.
    pub table: u32,
    /// The name of its sheet, where it has one.
    pub sheet: Option<String>,
    /// How many rows it has below its heads.
    #[specta(type = u32)]
    pub rows: usize,
    /// Whether its rows are read as incidents.
    pub read: bool,
    /// Whether a person said what its columns mean; else it is suggested.
    pub said: bool,
    /// Its columns.
    pub columns: Vec<ColumnRow>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ColumnRow {
    /// Its head; empty where it has none.
    pub head: String,
    /// What its cells say.
    pub meaning: ColumnMeaning,
    /// What is counted, or in which currency.
    pub unit: Option<String>,
    /// Its first cells.
    pub shown: Vec<String>,
    /// How many of its cells have words.
    #[specta(type = u32)]
    pub filled: usize,
    /// How many of these do not say what the column means: no number, no day.
    #[specta(type = u32)]
    pub unread: usize,
}

/// What saying it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ColumnsSaid {
    /// The claims that the rows make so and did not before, proposed.
    pub proposed: Vec<ClaimId>,
    /// Those that they no longer make, and nobody had judged: rejected.
    pub withdrawn: Vec<ClaimId>,
}

/// The tables of a source, with what their columns mean; none where it is no spreadsheet.
pub fn columns(dossier: &Dossier, source: SourceId) -> Result<Vec<TableRow>, AppError> {
    let (_, _, tables) = look(dossier, source)?;
    Ok((1..).zip(tables).map(|(number, table)| row(number, table)).collect())
}

fn row(number: u32, table: Table) -> TableRow {
    let Table { sheet, columns, said, read, cells, rows } = table;
    let column = |(column, cells): (Column, dossier_claims::Cells)| ColumnRow {
        head: column.head,
        meaning: column.meaning,
        unit: column.unit,
        shown: cells.shown,
        filled: cells.filled,
        unread: cells.unread,
    };
    let columns = columns.into_iter().zip(cells).map(column).collect();
    TableRow { table: number, sheet, rows, read, said, columns }
}

/// Says what the columns of a table mean, all of them in their order. Its rows are read anew: what they say now and did not before is
/// proposed, and what they no longer say is rejected unless somebody judged it.
pub fn set_columns(
    dossier: &mut Dossier,
    source: SourceId,
    table: u32,
    columns: Vec<Column>,
    reason: Option<&str>,
    actor: &Actor,
) -> Result<ColumnsSaid, AppError> {
    let (text, marks, tables) = look(dossier, source)?;
    let known = table.checked_sub(1).and_then(|at| tables.get(usize::try_from(at).ok()?));
    let known = known.ok_or_else(|| match tables.len() {
        0 => AppError::Usage(format!("{source} is no spreadsheet: it has no columns to give a meaning")),
        count => AppError::Usage(format!("{source} has no table {table}; its tables are numbered 1 to {count}")),
    })?;
    if !Column::same_heads(&known.columns, &columns) {
        let heads: Vec<&str> = known.columns.iter().map(|column| column.head.as_str()).collect();
        return Err(AppError::Usage(format!("table {table} of {source} has other heads: {}", heads.join(", "))));
    }
    let mut said = vec![columns.clone()];
    said.extend(said_columns(&dossier.store.judgements()?));
    let (row, claims, _) = dossier.source_with_claims(source)?;
    let contents = contents(&row, &text, &marks, &said);
    let new: Vec<Content> =
        contents.iter().filter(|content| claims.iter().all(|claim| claim.content != **content)).cloned().collect();
    let is_withdrawn =
        |claim: &&Claim| claim.state == ClaimState::Proposed && claim.proposer == RULES && !contents.contains(&claim.content);
    let withdrawn: Vec<ClaimId> = claims.iter().filter(is_withdrawn).map(|claim| claim.id).collect();
    let proposed = dossier.settled(actor, &format!("columns of table {table} of {source}"), |tx, _| {
        let proposed = tx.insert_claims(source, &new, RULES)?;
        tx.insert_judgement(JudgementKind::Columns { source, table, columns, claims: proposed.clone() }, reason, false)?;
        if !withdrawn.is_empty() {
            let why = "the columns of its table mean something else";
            tx.insert_judgement(JudgementKind::Reject { claims: withdrawn.clone() }, Some(why), true)?;
        }
        Ok(proposed)
    })?;
    Ok(ColumnsSaid { proposed, withdrawn })
}

type Looked = (String, Vec<dossier_model::Mark>, Vec<Table>);

fn look(dossier: &Dossier, source: SourceId) -> Result<Looked, AppError> {
    dossier.standing()?.source(source).ok_or_else(|| no_source(source))?;
    let (text, marks) = (dossier.store.text(source)?, dossier.store.marks(source)?);
    let tables = dossier_claims::tables(&text, &marks, &said_columns(&dossier.store.judgements()?));
    Ok((text, marks, tables))
}

fn contents(source: &Source, text: &str, marks: &[dossier_model::Mark], said: &[Vec<Column>]) -> Vec<Content> {
    let about = About {
        title: source.title.as_deref(),
        publisher: source.publisher.as_deref(),
        published: source.published.as_ref(),
        columns: said,
    };
    dossier_claims::propose(text, marks, &about)
}

/// The columns that people gave a meaning, the latest first.
pub(crate) fn said_columns(judgements: &[Judgement]) -> Vec<Vec<Column>> {
    let of = |judgement: &&Judgement| match &judgement.kind {
        JudgementKind::Columns { columns, .. } => Some(columns.clone()),
        _ => None,
    };
    Judgement::standing(judgements).iter().rev().filter_map(of).collect()
}

/// What a person should know of the columns of tables that are read as incidents, where nobody has said what they mean.
pub(crate) fn taken_to_mean(file: &str, tables: &[Table]) -> Option<String> {
    let suggested = tables.iter().filter(|table| table.read && !table.said).flat_map(|table| &table.columns);
    let meant = suggested.filter(|column| column.meaning != ColumnMeaning::Nothing);
    let mut told: Vec<String> = Vec::new();
    for column in meant.map(|column| format!("“{}” {}", column.head, column.meaning)) {
        // Sheets of one workbook mostly have the same heads.
        if !told.contains(&column) {
            told.push(column);
        }
    }
    (!told.is_empty()).then(|| {
        format!(
            "The rows of {file} were read as incidents, its columns by their heads: {}. Check them, and say what they mean where that is wrong: under \
             Columns in the window, or with `dossier columns`.",
            told.join(", ")
        )
    })
}
