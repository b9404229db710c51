//! The lists: rows as JSON, or as a table or sentences for a person.

use crate::convert::source_id;
use crate::print::{json, line, message};
use crate::run::{Out, Status, done, one, text, words};
use dossier_app::{self as app, AppError, Change, ChangeKind, Dossier};
use std::path::Path;

/// The sources.
pub(crate) fn sources(out: &Out, file: &Path) -> Result<Status, AppError> {
    let rows = app::sources(&Dossier::look(file)?)?;
    out.rows(&rows, &["id", "publisher", "published", "title", "handling", "claims"], |row| {
        let publisher = row.publisher.clone().unwrap_or_else(|| "not stated".to_owned());
        let published = row.published.map_or_else(|| "undated".to_owned(), |date| date.to_string());
        let title = row.title.clone().unwrap_or_else(|| row.file.clone());
        vec![row.id.to_string(), publisher, published, title, row.handling.to_string(), row.claims.to_string()]
    })
}

/// The claims.
pub(crate) fn claims(out: &Out, file: &Path) -> Result<Status, AppError> {
    let rows = app::claims(&Dossier::look(file)?)?;
    out.rows(&rows, &["id", "source", "state", "kind", "value", "unit", "bound", "period", "hedge", "quote"], |row| {
        let quote = row.quotes.first().map(|quote| quote.text.clone()).unwrap_or_default();
        let (value, unit, bound) = (text(row.value.as_ref()), text(row.unit.as_ref()), text(row.bound.as_ref()));
        let head = [row.id.to_string(), row.source.to_string(), row.state.to_string(), row.kind.to_string()];
        head.into_iter().chain([value, unit, bound, text(row.period.as_ref()), row.hedge.to_string(), quote]).collect()
    })
}

/// The sources whose text is nearly that of one.
pub(crate) fn similar(out: &Out, file: &Path, source: &str) -> Result<Status, AppError> {
    let rows = app::similar(&Dossier::look(file)?, source_id(source)?)?;
    out.rows(&rows, &["source", "alike", "file"], |row| vec![row.source.to_string(), format!("{}%", row.share), row.file.clone()])
}

/// What a source changed of another: the lines that differ, removed words between [- and -], added ones between {+ and +}.
pub(crate) fn difference(out: &Out, file: &Path, source: &str, with: Option<&str>) -> Result<Status, AppError> {
    let found = app::difference(&Dossier::look(file)?, source_id(source)?, with.map(source_id).transpose()?)?;
    if out.json {
        return done(json(&found));
    }
    let is_same = found.changes.iter().all(|change| change.kind == ChangeKind::Kept);
    if is_same {
        return done(line(&format!("{} and {} have the same text", found.earlier, found.later)));
    }
    let marked = |change: &Change| match change.kind {
        ChangeKind::Kept => shortened(&change.text),
        ChangeKind::Removed => format!("[-{}-]", change.text.trim_end_matches('\n')),
        ChangeKind::Added => format!("{{+{}+}}", change.text.trim_end_matches('\n')),
    };
    done(line(&found.changes.iter().map(marked).collect::<String>()))
}

/// Of words that both texts have, the lines beside those that differ.
fn shortened(kept: &str) -> String {
    match (kept.split_once('\n'), kept.rsplit_once('\n')) {
        (Some((first, rest)), Some((_, last))) if rest.contains('\n') => format!("{first}\n\u{2026}\n{last}"),
        _ => kept.to_owned(),
    }
}

/// The facts.
pub(crate) fn facts(out: &Out, file: &Path) -> Result<Status, AppError> {
    let rows = app::facts(&Dossier::look(file)?)?;
    out.rows(&rows, &["id", "subject", "property", "value", "bound", "period", "hedge", "origins", "claims", "adverse"], |row| {
        let value = text(row.value.as_ref());
        let head = [row.id.to_string(), row.subject.clone(), row.property.clone(), value, text(row.bound.as_ref())];
        let tail =
            [text(row.period.as_ref()), row.hedge.to_string(), row.origins.to_string(), words(&row.claims), words(&row.adverse)];
        head.into_iter().chain(tail).collect()
    })
}

/// What does not fit together; with `all`, also what does.
pub(crate) fn conflicts(out: &Out, file: &Path, all: bool) -> Result<Status, AppError> {
    let rows = app::conflicts(&Dossier::look(file)?, all)?;
    if out.json {
        return done(json(&rows));
    }
    if rows.is_empty() {
        message("nothing conflicts");
    }
    done(rows.iter().try_for_each(|row| line(&format!("{} {} ({}): {}", row.fact, row.verdict, words(&row.claims), row.why))))
}

/// Who says it at first hand, and through whom.
pub(crate) fn origins(out: &Out, file: &Path) -> Result<Status, AppError> {
    let rows = app::origins(&Dossier::look(file)?)?;
    if out.json {
        return done(json(&rows));
    }
    done(rows.iter().try_for_each(|row| {
        line(&format!("{} {}: {}", row.id, row.name, one(row.claims.len(), "claim")))?;
        row.edges.iter().try_for_each(|edge| {
            let proof = if edge.inferred { format!("inferred: {}", edge.words) } else { format!("“{}”", edge.words) };
            line(&format!("    {} <- {}  {proof}", edge.from, edge.to))
        })
    }))
}

/// Who is named, under which names, and how one stands to another.
pub(crate) fn parties(out: &Out, file: &Path) -> Result<Status, AppError> {
    let rows = app::parties(&Dossier::look(file)?)?;
    if out.json {
        return done(json(&rows));
    }
    done(rows.iter().try_for_each(|row| {
        let party = &row.party;
        let roles = if party.roles.is_empty() { String::new() } else { format!(" ({})", party.roles.join(", ")) };
        line(&format!("{}{roles}: {}", party.name, one(party.claims.len(), "claim")))?;
        if let Some(legal) = &party.legal_name {
            line(&format!("    legal name: {legal}"))?;
        }
        let others: Vec<&str> = party.names.iter().filter(|name| **name != party.name).map(String::as_str).collect();
        if !others.is_empty() {
            line(&format!("    also written: {}", others.join("; ")))?;
        }
        party.relations.iter().try_for_each(|relation| {
            let kind = relation.kind.as_str().replace('-', " ");
            line(&format!("    {kind} {}: “{}”", relation.to, relation.words))
        })?;
        row.suggested.iter().try_for_each(|suggestion| {
            let others: Vec<&str> =
                suggestion.names.iter().filter(|name| !party.names.contains(name)).map(String::as_str).collect();
            line(&format!("    can be one party with {}: {}", others.join(", "), suggestion.why))
        })
    }))
}

/// What can be computed from the facts.
pub(crate) fn computations(out: &Out, file: &Path) -> Result<Status, AppError> {
    let rows = app::computations(&Dossier::look(file)?)?;
    if out.json {
        return done(json(&rows));
    }
    if rows.is_empty() {
        message("nothing can be computed: it takes figures of one campaign and one origin, or a window known to the day");
    }
    done(rows.iter().try_for_each(|row| line(&format!("{} (our computation): {}", row.words, row.working))))
}

/// Who did what when.
pub(crate) fn ledger(out: &Out, file: &Path) -> Result<Status, AppError> {
    let rows = app::ledger(&Dossier::look(file)?)?;
    out.rows(&rows, &["n", "at", "actor", "act", "hash"], |row| {
        vec![
            row.n.to_string(),
            row.at.clone(),
            row.actor.clone(),
            row.act.clone(),
            row.hash.to_string().chars().take(16).collect(),
        ]
    })
}

/// The judgements, with those that no longer hold.
pub(crate) fn judgements(out: &Out, file: &Path) -> Result<Status, AppError> {
    let rows = app::judgements(&Dossier::look(file)?)?;
    out.rows(&rows, &["id", "at", "actor", "kind", "holds", "bulk", "reason"], |row| {
        let judgement = &row.judgement;
        let holds = if row.standing { "yes" } else { "revoked" };
        let bulk = if judgement.bulk { "in bulk" } else { "" };
        let reason = judgement.reason.clone().unwrap_or_default();
        let head = [judgement.id.to_string(), judgement.at.clone(), judgement.actor.clone(), judgement.kind.word().to_owned()];
        head.into_iter().chain([holds.to_owned(), bulk.to_owned(), reason]).collect()
    })
}

/// The measures with their elements.
pub(crate) fn measures(out: &Out, file: &Path) -> Result<Status, AppError> {
    let rows = app::measures(&Dossier::look(file)?)?;
    if out.json {
        return done(json(&rows));
    }
    done(rows.iter().try_for_each(|row| {
        line(&format!("{}  {}\n    {}\n    as of {}: {}", row.id, row.name, row.authority, row.status_as_of, row.status))?;
        row.elements.iter().try_for_each(|element| {
            let support = if element.support.is_empty() { String::new() } else { format!(" [{}]", words(&element.support)) };
            let gap = element.gap.as_ref().map(|gap| format!("\n        {gap}")).unwrap_or_default();
            line(&format!("    {} {}{support}: {}{gap}", element.id, element.state.as_str(), element.text))
        })
    }))
}
