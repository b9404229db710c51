//! The one exception to "nothing is deleted": clawed-back privileged material goes, a tombstone stays.

use crate::tables::{claims, drafts, texts, tombstones};
use crate::{StoreError, Tombstone, search};
use dossier_model::{ClaimId, Source, SourceId};
use rusqlite::{Connection, params};
use serde_json::Value;
use std::collections::BTreeSet;

/// What stands in a draft where words of a purged source stood.
const REMOVED: &str = "[removed]";
/// A quote of fewer words stands in other sources as well, and does not tell what the purged one said.
const TELLING_WORDS: usize = 3;

/// Removes `source` in the transaction that is under way.
pub(crate) fn source(conn: &Connection, source: &Source, reason: &str, at: &str, actor: &str) -> Result<(), StoreError> {
    let id = source.id;
    let claims = claims::of_source(conn, id)?;
    let words = Words {
        source: id,
        claims: claims.iter().map(|claim| claim.id).collect(),
        quotes: claims
            .iter()
            .flat_map(|claim| &claim.content.quotes)
            .map(|quote| quote.text.clone())
            .filter(|quote| quote.split_whitespace().count() >= TELLING_WORDS)
            .collect(),
    };
    let shared = "SELECT count(*) FROM sources WHERE sha256 = ?1 AND id <> ?2";
    let shared = conn.query_row(shared, params![source.sha256.to_string(), id.number()], |row| row.get::<_, u32>(0))? > 0;
    let original = (!shared).then(|| source.sha256.to_string());

    conn.execute("INSERT INTO purging (source, sha256) VALUES (?1, ?2)", params![id.number(), original])?;
    for (n, content) in drafts::contents(conn)? {
        if let Some(redacted) = words.redact(&content) {
            drafts::redact(conn, n, &redacted)?;
        }
    }
    if let Some(text) = texts::text(conn, id)? {
        search::remove(conn, id, &text)?;
    }
    conn.execute("DELETE FROM claims WHERE source = ?1", [id.number()])?;
    conn.execute("DELETE FROM texts WHERE source = ?1", [id.number()])?;
    conn.execute("DELETE FROM sources WHERE id = ?1", [id.number()])?;
    if let Some(original) = original {
        conn.execute("DELETE FROM originals WHERE sha256 = ?1", [original])?;
    }
    conn.execute("DELETE FROM purging WHERE source = ?1", [id.number()])?;
    let (reason, at, actor) = (reason.to_owned(), at.to_owned(), actor.to_owned());
    tombstones::insert(conn, &Tombstone { source: id, sha256: source.sha256, reason, at, actor })
}

/// What gives a purged source away in a draft.
struct Words {
    source: SourceId,
    claims: BTreeSet<ClaimId>,
    quotes: BTreeSet<String>,
}

impl Words {
    /// The draft without the source's words; `None` where it has none. Words are the source's when they are bound to it
    /// or to a claim of it, or when they repeat a quote of it.
    fn redact(&self, draft: &str) -> Option<String> {
        let Ok(mut json) = serde_json::from_str::<Value>(draft) else {
            // Not JSON: plain text is searched as one string.
            let mut text = Value::String(draft.to_owned());
            return self.walk(&mut text).then(|| text.as_str().unwrap_or_default().to_owned());
        };
        self.walk(&mut json).then(|| json.to_string())
    }

    /// Redacts `value`, and says whether anything changed.
    fn walk(&self, value: &mut Value) -> bool {
        match value {
            Value::String(text) => {
                let mut changed = false;
                for quote in &self.quotes {
                    if text.contains(quote.as_str()) {
                        *text = text.replace(quote.as_str(), REMOVED);
                        changed = true;
                    }
                }
                changed
            }
            Value::Array(items) => items.iter_mut().filter_map(|item| self.walk(item).then_some(())).count() > 0,
            Value::Object(fields) => {
                let bound = fields.get("binding").is_some_and(|binding| self.binds(binding));
                if bound && let Some(text) = fields.get_mut("text") {
                    *text = Value::String(REMOVED.to_owned());
                }
                fields.values_mut().filter_map(|field| self.walk(field).then_some(())).count() > 0 || bound
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }

    fn binds(&self, binding: &Value) -> bool {
        let id = |field: &str| binding.get(field).and_then(Value::as_str);
        id("source").and_then(|id| id.parse().ok()) == Some(self.source)
            || id("claim").and_then(|id| id.parse().ok()).is_some_and(|claim| self.claims.contains(&claim))
    }
}
