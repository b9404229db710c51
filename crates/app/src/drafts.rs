//! Drafts: made, checked, set in lines.

use crate::charts::{ChartKind, draw};
use crate::evidence::exhibits;
use crate::files::{extension, write};
use crate::rows::WrittenRow;
use crate::undo::NOTHING;
use crate::{Actor, AppError, Dossier};
use dossier_documents::{
    Binding, Block, Context, Draft, DraftKind, Finding, Manuscript, Order, Release, Severity, check as check_draft, citations,
    cited_sources, compose, docx, read_draft, reminders, typeset, write as write_draft,
};
use dossier_measures::{Catalogue, Directory};
use dossier_model::{Case, Digest, FactId, MeasureId, Office, RecipientId, SourceId};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// What a draft is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftOrder {
    /// Its name in the dossier.
    pub name: String,
    /// Its kind.
    pub kind: DraftKind,
    /// To whom.
    pub to: RecipientId,
    /// Its own date; the actor's day where it is left out.
    pub date: Option<jiff::civil::Date>,
    /// The measures to ask for; those that accepted claims ask for and the recipient can take or oversee where it is empty.
    pub measures: Vec<MeasureId>,
    /// A draft that was written elsewhere, as JSON.
    pub from: Option<String>,
}

/// A draft in the dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DraftRow {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: String,
    /// To whom.
    pub to: String,
    /// Which version it is.
    pub version: u32,
    /// When it was saved.
    pub saved_at: String,
}

/// What the checker read it against.
pub(crate) struct Desk {
    pub(crate) case: Arc<Case>,
    pub(crate) specimen: bool,
    catalogue: Catalogue,
    directory: Directory,
    office: Office,
}

impl Desk {
    /// With the texts of all sources, which writing a draft may quote.
    pub(crate) fn of(dossier: &Dossier) -> Result<Self, AppError> {
        Self::with(dossier, Arc::new(dossier.case()?))
    }

    /// With the texts of the sources that `draft` cites: all that checking and setting it need.
    pub(crate) fn of_draft(dossier: &Dossier, draft: &Draft) -> Result<Self, AppError> {
        let cited = cited_sources(draft, &*dossier.case_without_texts()?);
        Self::with(dossier, dossier.case_with_texts_of(cited)?)
    }

    pub(crate) fn with(dossier: &Dossier, case: Arc<Case>) -> Result<Self, AppError> {
        Ok(Self {
            case,
            specimen: dossier.is_specimen()?,
            catalogue: dossier.catalogue(),
            directory: dossier.directory()?,
            office: dossier.office()?,
        })
    }

    pub(crate) fn context(&self) -> Context<'_> {
        Context { case: &self.case, catalogue: &self.catalogue, directory: &self.directory, office: &self.office }
    }
}

/// Makes a draft and keeps it under its name; a draft of that name gets a new version.
pub fn draft(dossier: &mut Dossier, order: &DraftOrder, actor: &Actor) -> Result<Draft, AppError> {
    let desk = Desk::of(dossier)?;
    let context = desk.context();
    if context.directory.recipient(&order.to).is_none() {
        let known: Vec<&str> = context.directory.recipients().iter().map(|recipient| recipient.id.as_str()).collect();
        return Err(AppError::Usage(format!("the directory has no recipient `{}`; it has {}", order.to, known.join(", "))));
    }
    if let Some(unknown) = order.measures.iter().find(|id| context.catalogue.measure(id).is_none()) {
        let known: Vec<&str> = context.catalogue.measures().iter().map(|measure| measure.id.as_str()).collect();
        return Err(AppError::Usage(format!("the catalogue has no measure `{unknown}`; it has {}", known.join(", "))));
    }
    let written = Order {
        name: order.name.clone(),
        kind: order.kind,
        to: order.to.clone(),
        date: order.date.unwrap_or_else(|| actor.today()),
        measures: order.measures.clone(),
    };
    let draft = match &order.from {
        None => write_draft(&written, &context)?,
        Some(json) => read_draft(json, &written, &context)?,
    };
    save(dossier, &draft, actor)?;
    Ok(draft)
}

/// Keeps a draft under its name, as a new version. Words that were bound to a fact since the last version keep what the fact says now,
/// so that a later change of it is seen.
pub fn save(dossier: &mut Dossier, draft: &Draft, actor: &Actor) -> Result<u32, AppError> {
    let json = serde_json::to_string(&with_facts_seen(dossier, draft)?).map_err(|error| AppError::Internal(error.to_string()))?;
    let version = dossier.store.draft(&draft.name)?.map_or(1, |(version, _)| version + 1);
    let act = format!("draft {} version {version}", draft.name);
    let (version, _) = dossier.store.edit(actor.name(), &actor.stamp(), &act, |tx| {
        Ok::<_, AppError>(tx.insert_draft_version(&draft.name, kind_word(draft.kind), draft.to.as_str(), &json)?)
    })?;
    Ok(version)
}

/// The draft with what each bound fact said when its words were bound: as the last version has it for the same words, else as it is now.
fn with_facts_seen(dossier: &Dossier, draft: &Draft) -> Result<Draft, AppError> {
    let case = dossier.case_without_texts()?;
    let mut earlier: BTreeMap<(FactId, String), Digest> = BTreeMap::new();
    if let Some((_, json)) = dossier.store.draft(&draft.name)?.filter(|(_, json)| json != NOTHING) {
        let last: Draft = read(&draft.name, &json)?;
        for part in last.sentences().into_iter().flat_map(|(_, sentence)| &sentence.parts) {
            if let Some(Binding::Fact { fact, seen: Some(seen) }) = &part.binding {
                earlier.insert((*fact, part.text.clone()), *seen);
            }
        }
    }
    let mut draft = draft.clone();
    for part in draft.sentences_mut().into_iter().flat_map(|sentence| &mut sentence.parts) {
        if let Some(Binding::Fact { fact, seen: seen @ None }) = &mut part.binding {
            *seen = earlier.get(&(*fact, part.text.clone())).copied().or_else(|| case.fact(*fact).map(dossier_documents::seen));
        }
    }
    Ok(draft)
}

fn read(name: &str, json: &str) -> Result<Draft, AppError> {
    serde_json::from_str(json).map_err(|error| AppError::Internal(format!("the stored draft {name}: {error}")))
}

/// The drafts.
pub fn drafts(dossier: &Dossier) -> Result<Vec<DraftRow>, AppError> {
    let row = |row: dossier_store::DraftRow| DraftRow {
        name: row.name,
        kind: row.kind,
        to: row.recipient,
        version: row.version,
        saved_at: row.made_at,
    };
    let mut rows = Vec::new();
    for stored in dossier.store.drafts()? {
        // A draft whose making was undone has nothing in its last version.
        if dossier.store.draft(&stored.name)?.is_some_and(|(_, json)| json != NOTHING) {
            rows.push(row(stored));
        }
    }
    Ok(rows)
}

/// The draft of this name.
pub fn draft_named(dossier: &Dossier, name: &str) -> Result<Draft, AppError> {
    let (_, json) = dossier.store.draft(name)?.filter(|(_, json)| json != NOTHING).ok_or_else(|| {
        AppError::Usage(format!("the dossier has no draft `{name}`; `dossier drafts FILE` lists them, `dossier draft` makes one"))
    })?;
    read(name, &json)
}

/// What the checker finds in a draft.
pub fn check(dossier: &Dossier, name: &str) -> Result<Vec<Finding>, AppError> {
    let draft = draft_named(dossier, name)?;
    Ok(check_draft(&draft, &Desk::of_draft(dossier, &draft)?.context()))
}

/// What counsel would remind of before a document leaves; never part of it.
pub fn reminders_for(dossier: &Dossier, name: &str) -> Result<Vec<String>, AppError> {
    let draft = draft_named(dossier, name)?;
    Ok(reminders(&draft, &Desk::of_draft(dossier, &draft)?.context()))
}

/// Sets a draft in lines, as `.pdf` or `.docx`. A final is refused, and nothing written, while the checker finds errors or the office
/// has blanks; it is entered in the ledger.
pub fn publish(dossier: &mut Dossier, name: &str, out: &Path, final_: bool, actor: &Actor) -> Result<WrittenRow, AppError> {
    let kind = extension(out);
    if !matches!(kind.as_str(), "pdf" | "docx") {
        return Err(AppError::Usage(format!("{}: a document is written as .pdf or .docx", out.display())));
    }
    let draft = draft_named(dossier, name)?;
    let desk = Desk::of_draft(dossier, &draft)?;
    if final_ {
        refuse_unfinished(&draft, &desk)?;
    }
    let exhibits = exhibits(dossier, &desk.case, citations(&draft, &desk.case))?;
    let manuscript = manuscript(&draft, &desk, Some(exhibits.evidence.root), &exhibits.numbers, final_)?;
    let (bytes, remarks) = if kind == "pdf" {
        let set = typeset(&manuscript)?;
        (set.pdf()?, set.remarks().iter().map(ToString::to_string).collect())
    } else {
        (docx(&manuscript)?, Vec::new())
    };
    let sha256 = Digest::of(&bytes);
    write(out, &bytes)?;
    if final_ {
        let act = format!("publish {name} final as {kind}");
        dossier
            .store
            .release(actor.name(), &actor.stamp(), &act, |tx| Ok::<_, AppError>(tx.record_release("final", name, sha256)?))?;
    }
    let evidence_root = Some(exhibits.evidence.root);
    Ok(WrittenRow { evidence_root, remarks, ..WrittenRow::new(out, &bytes) })
}

fn refuse_unfinished(draft: &Draft, desk: &Desk) -> Result<(), AppError> {
    let errors = check_draft(draft, &desk.context()).iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        return Err(AppError::Refused(format!(
            "`{}` is not published as final: the checker finds {errors} {}; `dossier check FILE {}` lists them",
            draft.name,
            if errors == 1 { "error" } else { "errors" },
            draft.name
        )));
    }
    let missing = desk.office.missing();
    if !missing.is_empty() {
        return Err(AppError::Refused(format!(
            "`{}` is not published as final: the office has no {}; set it with `dossier office FILE --from OFFICE.json`",
            draft.name,
            missing.join(", ")
        )));
    }
    Ok(())
}

/// Resolves a draft with its charts, the root of its evidence and the numbers of its exhibits.
pub(crate) fn manuscript(
    draft: &Draft,
    desk: &Desk,
    evidence_root: Option<Digest>,
    exhibits: &BTreeMap<SourceId, u32>,
    final_: bool,
) -> Result<Manuscript, AppError> {
    let mut figures = BTreeMap::new();
    for block in &draft.blocks {
        if let Block::Figure { chart, .. } = block {
            let kind = ChartKind::ALL.into_iter().find(|kind| kind.as_str() == chart).ok_or_else(|| {
                AppError::Usage(format!("`{}` asks for a chart `{chart}`: use timeline, targeting or scale", draft.name))
            })?;
            let drawn = draw(&desk.case, kind)?;
            figures.insert(chart.clone(), (drawn.svg, drawn.alt));
        }
    }
    let release = Release { figures: &figures, evidence_root, is_final: final_, specimen: desk.specimen, exhibits };
    Ok(compose(draft, &desk.context(), &release)?)
}

fn kind_word(kind: DraftKind) -> &'static str {
    match kind {
        DraftKind::Letter => "letter",
        DraftKind::Briefing => "briefing",
        DraftKind::Memo => "memo",
    }
}
