//! Words of the command line to values, with an error that names the word.

use crate::args::KindArg;
use dossier_app::{AppError, ClaimId, DraftKind, DraftOrder, MetadataField, SourceId};
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

/// The account's name, for the ledger.
pub(crate) fn account() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|variable| std::env::var(variable).ok().filter(|name| !name.is_empty()))
        .or_else(account_of_process)
        .unwrap_or_else(|| "unknown".to_owned())
}

/// The name that the system has for the account we run under, where the environment does not say.
#[cfg(unix)]
fn account_of_process() -> Option<String> {
    use std::os::unix::fs::MetadataExt as _;
    let uid = std::fs::metadata("/proc/self").ok()?.uid().to_string();
    let accounts = std::fs::read_to_string("/etc/passwd").ok()?;
    let mut fields = accounts.lines().map(|line| line.split(':'));
    fields.find_map(|mut fields| {
        let name = fields.next()?;
        (fields.nth(1)? == uid).then(|| name.to_owned())
    })
}

#[cfg(not(unix))]
fn account_of_process() -> Option<String> {
    None
}
