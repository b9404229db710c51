//! Words of the command line to values, with an error that names the word.

use crate::args::KindArg;
use dossier_app::{AppError, ChartFilter, ClaimId, ClaimKind, DraftKind, DraftOrder, Hedge, MetadataField, SourceId};
use std::path::Path;

/// What a draft is to be.
pub(crate) fn order(
    to: String,
    kind: KindArg,
    measures: &[String],
    date: Option<&str>,
    from: Option<&Path>,
    name: String,
) -> Result<DraftOrder, AppError> {
    let date = date
        .map(|date| date.parse().map_err(|_| AppError::Usage(format!("`{date}` is not a date: write it as in 2026-11-21"))))
        .transpose()?;
    let usage = |error: &dyn std::fmt::Display| AppError::Usage(error.to_string());
    let from = from
        .map(|from| {
            std::fs::read_to_string(from).map_err(|error| AppError::Unreadable { path: from.to_owned(), why: error.to_string() })
        })
        .transpose()?;
    Ok(DraftOrder {
        name,
        kind: match kind {
            KindArg::Letter => DraftKind::Letter,
            KindArg::Briefing => DraftKind::Briefing,
            KindArg::Memo => DraftKind::Memo,
        },
        to: to.parse().map_err(|error| usage(&error))?,
        date,
        measures: measures.iter().map(|id| id.parse().map_err(|error| usage(&error))).collect::<Result<_, _>>()?,
        from,
    })
}

/// Which facts a chart shows.
pub(crate) fn filter(campaign: Option<String>, kinds: &[String], certainty: &[String]) -> Result<ChartFilter, AppError> {
    let kind = |word: &String| claim_kind(word);
    let hedge = |word: &String| Hedge::parse(word).ok_or_else(|| unknown("certainty", word, Hedge::ALL));
    Ok(ChartFilter {
        campaign,
        kinds: kinds.iter().map(kind).collect::<Result<_, _>>()?,
        certainty: certainty.iter().map(hedge).collect::<Result<_, _>>()?,
    })
}

/// A kind of claim.
pub(crate) fn claim_kind(word: &str) -> Result<ClaimKind, AppError> {
    ClaimKind::parse(word).ok_or_else(|| unknown("kind", word, ClaimKind::ALL))
}

fn unknown(what: &str, word: &str, known: &[impl ToString]) -> AppError {
    let known: Vec<String> = known.iter().map(ToString::to_string).collect();
    AppError::Usage(format!("`{word}` is no {what}: use {}", known.join(", ")))
}

/// `FIELD=VALUE`.
pub(crate) fn field(pair: &str) -> Result<(MetadataField, String), AppError> {
    let known: Vec<&str> = MetadataField::ALL.iter().map(|field| field.as_str()).collect();
    let (name, value) = pair.split_once('=').ok_or_else(|| AppError::Usage(format!("`{pair}` is not FIELD=VALUE")))?;
    let field = MetadataField::parse(name)
        .ok_or_else(|| AppError::Usage(format!("a source has no field `{name}`; it has {}", known.join(", "))))?;
    Ok((field, value.to_owned()))
}

/// A source's id.
pub(crate) fn source_id(text: &str) -> Result<SourceId, AppError> {
    text.parse().map_err(|error: <SourceId as std::str::FromStr>::Err| AppError::Usage(error.to_string()))
}

/// A claim's id.
pub(crate) fn claim_id(text: &str) -> Result<ClaimId, AppError> {
    text.parse().map_err(|error: <ClaimId as std::str::FromStr>::Err| AppError::Usage(error.to_string()))
}
