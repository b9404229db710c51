//! An open dossier, and its content as values.

use crate::kept::Kept;
use crate::undo::NOTHING;
use crate::{Actor, AppError};
use dossier_measures::{Catalogue, Directory};
use dossier_model::{
    Case, Claim, ClaimId, ClaimState, Handling, Judgement, JudgementKind, MetadataField, Office, Reliability, Source, SourceId,
    Succession,
};
use dossier_store::{Contents, Mode, Store, StoredClaim};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An open dossier.
pub struct Dossier {
    pub(crate) store: Store,
    path: PathBuf,
    pub(crate) kept: RefCell<Option<Kept>>,
}

impl Dossier {
    /// Makes an empty dossier at `path`, which must not exist.
    pub fn create(path: &Path, title: Option<&str>, actor: &Actor) -> Result<Self, AppError> {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let title = title.map(str::to_owned).or(stem).unwrap_or_else(|| "Untitled".to_owned());
        let store = Store::create(path, &title, actor.name(), &actor.stamp())?;
        Ok(Self::of(store, path))
    }

    /// Opens a dossier to change it.
    pub fn open(path: &Path) -> Result<Self, AppError> {
        Ok(Self::of(Store::open(path, Mode::Write)?, path))
    }

    /// Opens a dossier to read it, which works while somebody else changes it.
    pub fn look(path: &Path) -> Result<Self, AppError> {
        Ok(Self::of(Store::open(path, Mode::Read)?, path))
    }

    fn of(store: Store, path: &Path) -> Self {
        Self { store, path: path.to_owned(), kept: RefCell::new(None) }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its title.
    pub fn title(&self) -> Result<String, AppError> {
        Ok(self.store.title()?)
    }

    /// Lets go of it, leaving one file.
    pub fn close(self) -> Result<(), AppError> {
        Ok(self.store.close()?)
    }

    /// The office that sends; all blank where none was given.
    pub fn office(&self) -> Result<Office, AppError> {
        match self.store.office()?.filter(|json| json != NOTHING) {
            None => Ok(Office::default()),
            Some(json) => serde_json::from_str(&json).map_err(|error| AppError::Internal(format!("the stored office: {error}"))),
        }
    }

    /// The recipients: the dossier's own directory where it has one, else the one that is shipped.
    pub fn directory(&self) -> Result<Directory, AppError> {
        match self.store.directory()?.filter(|json| json != NOTHING) {
            None => Ok(Directory::shipped()),
            Some(json) => {
                Directory::from_json(&json).map_err(|error| AppError::Internal(format!("the stored directory: {error}")))
            }
        }
    }

    /// The measures.
    pub fn catalogue(&self) -> Catalogue {
        Catalogue::shipped()
    }

    /// Everything that is the case now, with the readable texts of all sources.
    pub fn case(&self) -> Result<Case, AppError> {
        let mut case = Arc::unwrap_or_clone(self.case_without_texts()?);
        for source in &case.sources {
            case.texts.insert(source.id, self.store.text(source.id)?);
            case.marks.insert(source.id, crate::kept::places(self.store.marks(source.id)?));
        }
        Ok(case)
    }
}

/// The sources that count, with what people completed laid over what was read.
pub(crate) fn standing_sources(store: &Contents, judgements: &[Judgement]) -> Result<Vec<Source>, AppError> {
    Ok(sources_that_count(store.sources()?, judgements))
}

/// Of `sources` as they were read, those that were not withdrawn, completed.
pub(crate) fn sources_that_count(mut sources: Vec<Source>, judgements: &[Judgement]) -> Vec<Source> {
    let (mut withdrawn, mut columns_said) = (BTreeSet::new(), BTreeSet::new());
    let mut metadata: BTreeMap<SourceId, BTreeMap<MetadataField, &str>> = BTreeMap::new();
    for judgement in Judgement::standing(judgements) {
        match &judgement.kind {
            JudgementKind::Withdraw { sources } => withdrawn.extend(sources.iter().copied()),
            JudgementKind::Metadata { source, field, value } => {
                metadata.entry(*source).or_default().insert(*field, value);
            }
            JudgementKind::Columns { source, .. } => {
                columns_said.insert(*source);
            }
            JudgementKind::Accept { .. }
            | JudgementKind::Reject { .. }
            | JudgementKind::Replace { .. }
            | JudgementKind::Add { .. }
            | JudgementKind::Same { .. }
            | JudgementKind::Different { .. }
            | JudgementKind::Adopt { .. }
            | JudgementKind::Dispute { .. }
            | JudgementKind::Supersede { .. }
            | JudgementKind::Credibility { .. }
            | JudgementKind::SameParty { .. }
            | JudgementKind::DifferentParty { .. }
            | JudgementKind::Revoke { .. } => {}
        }
    }
    sources.retain(|source| !withdrawn.contains(&source.id));
    for source in &mut sources {
        for (field, value) in metadata.remove(&source.id).unwrap_or_default() {
            complete(source, field, value);
        }
        if columns_said.contains(&source.id) {
            // It asks a person to check them.
            source.issues.retain(|issue| issue.code != "columns");
        }
    }
    sources
}

/// Of `claims` as they were proposed, those of `sources` that are there, each in the state that people gave it.
pub(crate) fn claims_that_count(claims: Vec<StoredClaim>, sources: &[Source], states: &States) -> Vec<Claim> {
    let known: BTreeSet<SourceId> = sources.iter().map(|source| source.id).collect();
    claims
        .into_iter()
        .filter(|claim| known.contains(&claim.source) && states.succession.is_there(claim.id))
        .map(|claim| {
            let (state, bulk) = states.of_claim(claim.id);
            Claim { id: claim.id, source: claim.source, content: claim.content, state, proposer: claim.proposer, bulk }
        })
        .collect()
}

/// The states that people gave to claims, whether they did so in bulk, and which stand in the place of which.
#[derive(Debug, Default)]
pub(crate) struct States {
    judged: BTreeMap<ClaimId, (ClaimState, bool)>,
    pub(crate) succession: Succession,
}

impl States {
    pub(crate) fn of(judgements: &[Judgement]) -> Self {
        let mut judged = BTreeMap::new();
        for judgement in Judgement::standing(judgements) {
            let (claims, state) = match &judgement.kind {
                JudgementKind::Accept { claims } | JudgementKind::Add { claims } | JudgementKind::Replace { by: claims, .. } => {
                    (claims, ClaimState::Accepted)
                }
                JudgementKind::Reject { claims } => (claims, ClaimState::Rejected),
                JudgementKind::Withdraw { .. }
                | JudgementKind::Metadata { .. }
                | JudgementKind::Columns { .. }
                | JudgementKind::Same { .. }
                | JudgementKind::Different { .. }
                | JudgementKind::Adopt { .. }
                | JudgementKind::Dispute { .. }
                | JudgementKind::Supersede { .. }
                | JudgementKind::Credibility { .. }
                | JudgementKind::SameParty { .. }
                | JudgementKind::DifferentParty { .. }
                | JudgementKind::Revoke { .. } => continue,
            };
            judged.extend(claims.iter().map(|claim| (*claim, (state, judgement.bulk))));
        }
        Self { judged, succession: Succession::of(judgements) }
    }

    pub(crate) fn of_claim(&self, claim: ClaimId) -> (ClaimState, bool) {
        let (state, bulk) = self.judged.get(&claim).copied().unwrap_or((ClaimState::Proposed, false));
        if self.succession.replaced_by(claim).is_empty() { (state, bulk) } else { (ClaimState::Superseded, bulk) }
    }
}

/// Lays a completed field over a source. The value was checked when it was given.
fn complete(source: &mut Source, field: MetadataField, value: &str) {
    let text = || (!value.is_empty()).then(|| value.to_owned());
    match field {
        MetadataField::Title => source.title = text(),
        MetadataField::Publisher => source.publisher = text(),
        MetadataField::Url => source.url = text(),
        MetadataField::SyndicatedFrom => source.syndicated_from = text(),
        MetadataField::Published => source.published = value.parse().ok(),
        MetadataField::Reliability => source.reliability = Reliability::parse(value),
        MetadataField::Handling => source.handling = Handling::parse(value).unwrap_or(source.handling),
        MetadataField::Authors => {
            source.authors = value.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        }
    }
}
