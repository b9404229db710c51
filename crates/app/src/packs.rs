//! Packs: what a document rests on, in a form that anyone can verify; and the check of packs and dossiers.

use crate::charts::{ChartKind, draw_alone};
use crate::drafts::{Desk, draft_named, manuscript};
use crate::evidence::exhibits;
use crate::gather::is_named_dossier;
use crate::pack_plan::contents;
use crate::rows::{VerifyProblem, VerifyReport, WrittenRow};
use crate::{Actor, AppError, Dossier};
use dossier_documents::{DraftKind, citations, pdf};
use dossier_model::{Digest, SourceId, TextIndex};
use dossier_packs::Contents;
use dossier_store::StoreError;
use serde::Serialize;
use std::path::Path;

/// A pack that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PackRow {
    /// The file.
    #[serde(flatten)]
    pub written: WrittenRow,
    /// How many exhibits it holds.
    #[specta(type = u32)]
    pub exhibits: usize,
    /// What a person should know before it leaves.
    pub warnings: Vec<String>,
}

/// Makes a pack of what `document` cites and of `chosen`; without a document of `chosen`, else of every source that an accepted claim
/// rests on. What a document cites cannot be left out of its pack.
pub fn pack(
    dossier: &mut Dossier,
    document: Option<&str>,
    chosen: Option<&[SourceId]>,
    out: &Path,
    actor: &Actor,
) -> Result<PackRow, AppError> {
    let draft = document.map(|name| draft_named(dossier, name)).transpose()?;
    let case = dossier.case_without_texts()?;
    let (sources, withheld) = contents(&case, draft.as_ref().map(|draft| citations(draft, &case)), chosen)?;
    drop(case);
    let mut warnings: Vec<String> = withheld.iter().map(|id| format!("{id} is privileged and was left out")).collect();
    if sources.is_empty() {
        return Err(AppError::Refused(
            "there is nothing to pack: accept claims first, name a document that cites some, or choose sources".to_owned(),
        ));
    }
    let desk = Desk::with(dossier, dossier.case_with_texts_of(sources.iter().map(|(id, _)| *id))?)?;
    let case = &*desk.case;
    let exhibits = exhibits(dossier, case, sources)?;
    let root = Some(exhibits.evidence.root);
    let mut documents = Vec::new();
    if let Some(draft) = &draft {
        let name = match draft.kind {
            DraftKind::Letter => "letter.pdf",
            DraftKind::Briefing => "briefing.pdf",
            DraftKind::Memo => "memo.pdf",
        };
        let finals: Vec<Digest> = dossier
            .store
            .releases()?
            .into_iter()
            .filter(|release| release.what == "final" && release.name == draft.name)
            .map(|release| release.sha256)
            .collect();
        // A final is the one that was published only while nothing in it has changed since.
        let published = match finals.is_empty() {
            true => None,
            false => Some(pdf(&manuscript(draft, &desk, root, &exhibits.numbers, true)?)?)
                .filter(|bytes| finals.contains(&Digest::of(bytes))),
        };
        let bytes = match published {
            Some(bytes) => bytes,
            None => pdf(&manuscript(draft, &desk, root, &exhibits.numbers, false)?)?,
        };
        documents.push((name.to_owned(), bytes));
    }
    for kind in ChartKind::ALL {
        // A chart for which the case has nothing is left out.
        if let Ok(chart) = draw_alone(case, kind, desk.specimen) {
            documents.push((format!("charts/{}.svg", kind.as_str()), chart.svg.into_bytes()));
            documents.push((format!("charts/{}.csv", kind.as_str()), chart.csv.into_bytes()));
        }
    }
    let ledger = dossier.store.ledger()?;
    let last_content = ledger.iter().rposition(|entry| entry.content).map_or(0, |at| at + 1);
    let custody = ledger.get(..last_content).unwrap_or_default().to_vec();
    let bagging_date = match &draft {
        Some(draft) => draft.date.to_string(),
        None => custody.last().and_then(|entry| entry.at.get(..10)).unwrap_or_default().to_owned(),
    };
    let count = exhibits.exhibits.len();
    let contents = Contents {
        evidence: exhibits.evidence,
        exhibits: exhibits.exhibits,
        documents,
        custody,
        title: case.title.clone(),
        organisation: dossier.office()?.name,
        bagging_date,
        specimen: desk.specimen,
    };
    let mut bytes = Vec::new();
    let summary = dossier_packs::pack(&contents, &mut bytes)?;
    warnings.extend(summary.warnings.into_iter().map(|warning| warning.message));
    crate::files::write(out, &bytes)?;
    let sha256 = Digest::of(&bytes);
    let name = document.unwrap_or("all");
    dossier.store.release(actor.name(), &actor.stamp(), &format!("pack {name}"), |tx| {
        Ok::<_, AppError>(tx.record_release("pack", name, sha256)?)
    })?;
    let written = WrittenRow { evidence_root: root, ..WrittenRow::new(out, &bytes) };
    Ok(PackRow { written, exhibits: count, warnings })
}

/// Verifies a pack, an unpacked pack or a dossier, whichever `path` is. A file is opened by anything but SQLite only once SQLite has said
/// that it is no database: another handle on a dossier that is open in this process would drop SQLite's locks on it.
pub fn verify(path: &Path) -> Result<VerifyReport, AppError> {
    let meta = std::fs::metadata(path).map_err(|error| AppError::unreadable(path, &error))?;
    if meta.is_dir() && !is_named_dossier(path) {
        return pack_problems(path);
    }
    match dossier_problems(path) {
        Err(AppError::Store(StoreError::NotADossier { .. })) if !is_named_dossier(path) => pack_problems(path),
        verified => verified,
    }
}

fn pack_problems(path: &Path) -> Result<VerifyReport, AppError> {
    let report = dossier_packs::verify(path)?;
    let problem = |problem: dossier_packs::Problem| VerifyProblem {
        path: problem.path,
        kind: problem.kind.as_str().to_owned(),
        detail: problem.detail,
    };
    Ok(VerifyReport {
        ok: report.ok,
        problems: report.problems.into_iter().map(problem).collect(),
        notes: report.notes.into_iter().map(problem).collect(),
        evidence_root: report.root,
    })
}

fn dossier_problems(path: &Path) -> Result<VerifyReport, AppError> {
    let mut problems: Vec<VerifyProblem> = dossier_store::verify(path)?
        .into_iter()
        .map(|fault| VerifyProblem { path: fault.place(), kind: fault.kind.as_str().to_owned(), detail: fault.detail })
        .collect();
    if problems.is_empty() {
        problems.extend(quote_problems(&Dossier::look(path)?)?);
    }
    Ok(VerifyReport { ok: problems.is_empty(), problems, notes: Vec::new(), evidence_root: None })
}

/// Every quote of every claim, found again word for word.
fn quote_problems(dossier: &Dossier) -> Result<Vec<VerifyProblem>, AppError> {
    let mut problems = Vec::new();
    let mut claims = dossier.store.claims()?;
    claims.sort_by_key(|claim| (claim.source, claim.id));
    for of_source in claims.chunk_by(|a, b| a.source == b.source) {
        let Some(first) = of_source.first() else { continue };
        let text = dossier.store.text(first.source)?;
        let index = TextIndex::new(&text);
        for claim in of_source {
            for quote in &claim.content.quotes {
                if let Err(error) = quote.check(&index) {
                    problems.push(VerifyProblem {
                        path: format!("claims/{}", claim.id),
                        kind: "quote".to_owned(),
                        detail: error.to_string(),
                    });
                }
            }
        }
    }
    Ok(problems)
}
