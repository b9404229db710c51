//! Full-text search over the readable texts: an FTS5 index that holds no text of its own, its row numbers those of the sources.

use crate::StoreError;
use dossier_model::SourceId;
use rusqlite::{Connection, params};
use std::ops::Range;

pub(crate) const VERSION_1: &str = "
CREATE VIRTUAL TABLE search USING fts5 (
    text, content = 'texts', content_rowid = 'source', tokenize = 'porter unicode61 remove_diacritics 2'
);
-- What is purged leaves the index at once, not when its segments are next merged.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
";

/// One source that has the words, at its best place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The source.
    pub source: SourceId,
    /// The first code point, in its readable text, of the first word found there.
    pub start: u32,
    /// One past the last code point of that word or phrase.
    pub end: u32,
    /// The words around it, on one line.
    pub snippet: String,
}

/// What FTS5 puts around a match: characters that no text is likely to have; one that has them is still walked right.
const OPEN: char = '\u{1}';
const CLOSE: char = '\u{2}';
/// How far the words of one place may lie apart, in code points.
const PLACE: usize = 160;
/// How much of the text a snippet shows on each side of the first word.
const AROUND: usize = 80;

pub(crate) fn add(conn: &Connection, source: SourceId, text: &str) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO search (rowid, text) VALUES (?1, ?2)")?.execute(params![source.number(), text])?;
    Ok(())
}

/// Takes a source out of the index. `text` must be what was added.
pub(crate) fn remove(conn: &Connection, source: SourceId, text: &str) -> Result<(), StoreError> {
    conn.execute("INSERT INTO search (search, rowid, text) VALUES ('delete', ?1, ?2)", params![source.number(), text])?;
    Ok(())
}

pub(crate) fn find(conn: &Connection, words: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
    let Some(query) = query(words) else { return Ok(Vec::new()) };
    // Ranking looks at every match; only those that are shown are fetched with their texts.
    let mut ranked = conn.prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rank, rowid LIMIT ?2")?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let sources = ranked.query_map(params![query, limit], |row| row.get(0))?.collect::<Result<Vec<u32>, _>>()?;
    let mut shown = conn
        .prepare_cached("SELECT highlight(search, 0, char(1), char(2)), text FROM search WHERE search MATCH ?1 AND rowid = ?2")?;
    let hit = |source: u32| {
        shown.query_row(params![query, source], |row| {
            let (highlighted, text) = (row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
            let place = best(&matches(highlighted, text));
            let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let (start, end) = (number(place.start), number(place.end));
            Ok(Hit { source: SourceId::new(source), start, end, snippet: snippet(text, &place) })
        })
    };
    Ok(sources.into_iter().map(hit).collect::<Result<_, _>>()?)
}

/// The sources that have the words of `phrase` in a row, in order of their numbers.
pub(crate) fn sources_with(conn: &Connection, phrase: &str) -> Result<Vec<SourceId>, StoreError> {
    let Some(query) = query(&format!("\"{phrase}\"")) else { return Ok(Vec::new()) };
    let mut statement = conn.prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid")?;
    let rows = statement.query_map([query], |row| Ok(SourceId::new(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What was typed as an FTS5 query: every word or quoted phrase as a string, so that nothing is taken for syntax.
/// `None` where there is no word.
fn query(words: &str) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    // Between the first and second mark, the third and fourth, …, stands a phrase; a last mark without a partner is ignored.
    let parts: Vec<&str> = words.split(['"', '“', '”', '„']).collect();
    for (at, part) in parts.iter().enumerate() {
        if at % 2 == 1 && at + 1 < parts.len() {
            terms.push((*part).to_owned());
        } else {
            terms.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    let terms: Vec<String> = terms
        .iter()
        .filter(|term| term.chars().any(char::is_alphanumeric))
        .map(|term| format!("\"{}\"", term.replace('\0', " ")))
        .collect();
    (!terms.is_empty()).then(|| terms.join(" "))
}

/// The code points of `text` that `highlighted` has marks around.
fn matches(highlighted: &str, text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut original = text.chars().peekable();
    let (mut at, mut start) = (0, 0);
    for c in highlighted.chars() {
        if original.peek() == Some(&c) {
            original.next();
            at += 1;
        } else if c == OPEN {
            start = at;
        } else if c == CLOSE {
            found.push(start..at);
        }
    }
    found
}

/// The first match of the place where the most matches stand together; the earliest of equals.
fn best(found: &[Range<usize>]) -> Range<usize> {
    let mut best = (0, 0..0);
    let mut last = 0;
    for (first, range) in found.iter().enumerate() {
        last = last.max(first);
        while last < found.len() && found[last].end <= range.start + PLACE {
            last += 1;
        }
        let together = last.saturating_sub(first).max(1);
        if together > best.0 {
            best = (together, range.clone());
        }
    }
    best.1
}

/// The words around `place` on one line, with an ellipsis where the text goes on.
fn snippet(text: &str, place: &Range<usize>) -> String {
    let from = place.start.saturating_sub(AROUND);
    let window: Vec<char> = text.chars().skip(from).take(place.end - from + AROUND).collect();
    let more = text.chars().nth(from + window.len()).is_some();
    // Words cut in two at the ends are left out, the match itself never.
    let head = if from > 0 { window.iter().take(place.start - from).position(|c| c.is_whitespace()).unwrap_or(0) } else { 0 };
    let kept = place.end - from;
    let tail = if more {
        window.iter().rposition(|c| c.is_whitespace()).filter(|&at| at >= kept).unwrap_or(window.len())
    } else {
        window.len()
    };
    let words: String = window.get(head..tail).unwrap_or_default().iter().collect();
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}{line}{}", if from > 0 { "…" } else { "" }, if more { "…" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_typed_is_words_or_nothing() {
        for (typed, expected) in [
            ("accounts", Some(r#""accounts""#)),
            ("proxy accounts", Some(r#""proxy" "accounts""#)),
            (r#"said "fraudulent accounts" again"#, Some(r#""said" "fraudulent accounts" "again""#)),
            ("“fraudulent accounts”", Some(r#""fraudulent accounts""#)),
            (r#"an "open phrase"#, Some(r#""an" "open" "phrase""#)),
            ("25,000 AND NOT (NEAR* ^x: -y)", Some(r#""25,000" "AND" "NOT" "(NEAR*" "^x:" "-y)""#)),
            (" -- \"\" * ", None),
            ("", None),
        ] {
            assert_eq!(query(typed).as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn a_text_that_has_the_marks_itself_is_walked_right() {
        assert_eq!(matches("a \u{1}word\u{2} here", "a word here"), vec![2..6]);
        assert_eq!(matches("\u{1}\u{2} \u{1}word\u{2}", "\u{1}\u{2} word"), vec![3..7]);
    }

    #[test]
    fn the_place_where_most_words_stand_together_is_shown() {
        assert_eq!(best(&[0..3, 500..503, 510..513, 900..903]), 500..503);
        assert_eq!(best(&[7..9, 900..903]), 7..9);
        assert_eq!(best(&[]), 0..0);
    }
}
