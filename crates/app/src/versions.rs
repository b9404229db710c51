//! Sources that are nearly the same: which texts a source's is like, and what a later version changed.

use crate::list::no_source;
use crate::{AppError, Dossier};
use dossier_model::SourceId;
use dossier_reconcile::likeness::{LEAST, Sketch};
use dossier_store::Contents;
use serde::Serialize;
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeMap;

/// Stretches of more words than this are shown as replaced by each other, not word by word.
const WORD_BY_WORD: usize = 20_000;

/// A source whose text is like another's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SimilarRow {
    /// The source.
    pub source: SourceId,
    /// Its file's name.
    pub file: String,
    /// About how many of the five-word runs that either text has both have, in percent.
    pub share: u8,
}

/// The sources whose text is like that of `id`, the likest first. They are told, and never joined.
pub fn similar(dossier: &Dossier, id: SourceId) -> Result<Vec<SimilarRow>, AppError> {
    let case = dossier.standing()?;
    let mut sketches = sketches(&dossier.store, case.sources.iter().map(|source| source.id))?;
    let own = sketches.remove(&id).ok_or_else(|| no_source(id))?;
    let row = |(source, sketch): (&SourceId, &Sketch)| {
        let share = own.share(sketch);
        let file = case.source(*source)?.file.clone();
        (share >= LEAST).then_some(SimilarRow { source: *source, file, share })
    };
    let mut rows: Vec<SimilarRow> = sketches.iter().filter_map(row).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.share), row.source));
    Ok(rows)
}

/// The sketches of the texts of `sources`: those that the file has, and those that have to be made.
pub(crate) fn sketches(
    contents: &Contents,
    sources: impl IntoIterator<Item = SourceId>,
) -> Result<BTreeMap<SourceId, Sketch>, AppError> {
    let mut stored = contents.sketches()?;
    let mut found = BTreeMap::new();
    for source in sources {
        let sketch = stored.remove(&source).and_then(|sketch| Sketch::try_from(sketch).ok());
        let sketch = match sketch {
            Some(sketch) => sketch,
            None => Sketch::of(&contents.text(source)?),
        };
        found.insert(source, sketch);
    }
    Ok(found)
}

/// What became of a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It stands in both.
    Kept,
    /// It stands in the earlier one only.
    Removed,
    /// It stands in the later one only.
    Added,
}

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// Its characters.
    pub text: String,
}

/// What a text changed of another. Without the added stretches it is the earlier text, without the removed ones the later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Difference {
    /// The source with the earlier text.
    pub earlier: SourceId,
    /// The source with the later text.
    pub later: SourceId,
    /// The stretches, in order.
    pub changes: Vec<Change>,
}

/// What `later` changed of the source that it revises, or of `earlier` where one is named.
pub fn difference(dossier: &Dossier, later: SourceId, earlier: Option<SourceId>) -> Result<Difference, AppError> {
    let row = crate::list::source(dossier, later)?;
    let earlier = earlier.or(row.revises).ok_or_else(|| {
        AppError::Usage(format!("{later} revises no other source; name the one to compare it with, as in `--with S1`"))
    })?;
    crate::list::source(dossier, earlier)?;
    let (before, after) = (dossier.store.text(earlier)?, dossier.store.text(later)?);
    Ok(Difference { earlier, later, changes: changes(&before, &after) })
}

/// Line by line, and word by word within lines that were replaced.
fn changes(before: &str, after: &str) -> Vec<Change> {
    let mut found = Vec::new();
    let lines = TextDiff::from_lines(before, after);
    let (mut removed, mut added) = (String::new(), String::new());
    for change in lines.iter_all_changes() {
        match change.tag() {
            ChangeTag::Delete => removed.push_str(change.value()),
            ChangeTag::Insert => added.push_str(change.value()),
            ChangeTag::Equal => {
                replaced(&mut found, &std::mem::take(&mut removed), &std::mem::take(&mut added));
                push(&mut found, ChangeKind::Kept, change.value());
            }
        }
    }
    replaced(&mut found, &removed, &added);
    found
}

fn replaced(found: &mut Vec<Change>, removed: &str, added: &str) {
    let is_long = removed.split_whitespace().count() + added.split_whitespace().count() > WORD_BY_WORD;
    if removed.is_empty() || added.is_empty() || is_long {
        push(found, ChangeKind::Removed, removed);
        push(found, ChangeKind::Added, added);
        return;
    }
    for change in TextDiff::from_words(removed, added).iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Delete => ChangeKind::Removed,
            ChangeTag::Insert => ChangeKind::Added,
            ChangeTag::Equal => ChangeKind::Kept,
        };
        push(found, kind, change.value());
    }
}

fn push(found: &mut Vec<Change>, kind: ChangeKind, text: &str) {
    match found.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.kind == kind => last.text.push_str(text),
        _ => found.push(Change { kind, text: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_changed_figure_is_told_word_by_word() {
        let found =
            changes("Halden said\nIt counted 24,000 accounts.\nNo more.", "Halden said\nIt counted 25,000 accounts.\nNo more.");
        let of = |kind| found.iter().filter(|change| change.kind == kind).map(|change| change.text.as_str()).collect::<Vec<_>>();
        assert_eq!((of(ChangeKind::Removed), of(ChangeKind::Added)), (vec!["24,000"], vec!["25,000"]));
    }

    proptest! {
        #[test]
        fn both_texts_come_back_from_what_changed(before in "[ab \n]{0,40}", after in "[ab \n]{0,40}") {
            let found = changes(&before, &after);
            let without = |kind| found.iter().filter(|change| change.kind != kind).map(|change| change.text.as_str()).collect::<String>();
            prop_assert_eq!(without(ChangeKind::Added), before);
            prop_assert_eq!(without(ChangeKind::Removed), after);
            prop_assert!(found.windows(2).all(|two| two[0].kind != two[1].kind));
        }
    }
}
