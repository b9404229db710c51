//! What was worked out of a dossier, kept until its ledger has a new entry: lists are asked for many times between two acts, and
//! working out the facts reads every claim.

use crate::dossier::{claims_that_count, sources_that_count, standing};
use crate::list::no_source;
use crate::specimen::says_so;
use crate::{AppError, Dossier, SPECIMEN_MARK};
use dossier_model::{Case, Claim, Source, SourceId, Suggestion};
use dossier_reconcile::{Input, reconcile};
use dossier_store::StoreError;
use std::sync::Arc;

/// What is kept of the moment at which the ledger ended with one entry.
#[derive(Debug)]
pub(crate) struct Kept {
    head: u32,
    /// Sources and claims; the facts too once the suggestions are there.
    case: Arc<Case>,
    /// What reconciling suggested; `None` as long as nobody asked for facts.
    suggestions: Option<Arc<[Suggestion]>>,
    specimen: Option<bool>,
}

impl Dossier {
    /// The number of the ledger's last entry. As long as it stays, so does everything that the dossier says.
    pub fn head(&self) -> Result<u32, AppError> {
        Ok(self.store.head_number()?)
    }

    /// Everything that is the case now, without the texts but for those that were asked for: all that lists need. It is worked out
    /// again only when the ledger has a new entry.
    pub fn case_without_texts(&self) -> Result<Arc<Case>, AppError> {
        Ok(self.worked_out()?.0)
    }

    /// The same with the texts of `sources`, which are kept with it.
    pub(crate) fn case_with_texts_of(&self, sources: impl IntoIterator<Item = SourceId>) -> Result<Arc<Case>, AppError> {
        let case = self.case_without_texts()?;
        let is_missing = |id: &SourceId| !case.texts.contains_key(id) && case.source(*id).is_some();
        let missing: Vec<SourceId> = sources.into_iter().filter(is_missing).collect();
        if missing.is_empty() {
            return Ok(case);
        }
        let texts = self.store.texts(&missing)?;
        drop(case);
        let mut kept = self.kept.borrow_mut();
        let kept = kept.as_mut().ok_or_else(|| AppError::Internal("the case in hand is gone".to_owned()))?;
        Arc::make_mut(&mut kept.case).texts.extend(texts);
        Ok(Arc::clone(&kept.case))
    }

    /// The joins that are suggested.
    pub(crate) fn suggestions(&self) -> Result<Arc<[Suggestion]>, AppError> {
        Ok(self.worked_out()?.1)
    }

    /// The sources and claims that count; facts only where somebody asked for them before.
    pub(crate) fn standing(&self) -> Result<Arc<Case>, AppError> {
        let head = self.head()?;
        if let Some(kept) = self.kept.borrow().as_ref().filter(|kept| kept.head == head) {
            return Ok(Arc::clone(&kept.case));
        }
        let (sources, claims) = standing(&self.store, &self.store.judgements()?)?;
        let case = Arc::new(Case { title: self.store.title()?, sources, claims, ..Case::default() });
        *self.kept.borrow_mut() = Some(Kept { head, case: Arc::clone(&case), suggestions: None, specimen: None });
        Ok(case)
    }

    /// One source and its claims, read alone where nothing is kept.
    pub(crate) fn source_with_claims(&self, id: SourceId) -> Result<(Source, Vec<Claim>), AppError> {
        let head = self.head()?;
        if let Some(kept) = self.kept.borrow().as_ref().filter(|kept| kept.head == head) {
            let source = kept.case.source(id).ok_or_else(|| no_source(id))?;
            return Ok((source.clone(), kept.case.claims.iter().filter(|claim| claim.source == id).cloned().collect()));
        }
        let judgements = self.store.judgements()?;
        let source = self.store.source(id).map_err(|error| match error {
            StoreError::NoSuch { .. } => no_source(id),
            error => error.into(),
        })?;
        let source = sources_that_count(vec![source], &judgements).pop().ok_or_else(|| no_source(id))?;
        let claims = claims_that_count(self.store.claims_of(id)?, std::slice::from_ref(&source), &judgements);
        Ok((source, claims))
    }

    /// Whether the dossier rests on a specimen: one text that says so is enough. Only texts that have the words are read.
    pub fn is_specimen(&self) -> Result<bool, AppError> {
        let case = self.standing()?;
        if let Some(known) = self.kept.borrow().as_ref().and_then(|kept| kept.specimen) {
            return Ok(known);
        }
        let mut found = false;
        for source in self.store.sources_with(SPECIMEN_MARK)? {
            if case.source(source).is_some() && says_so(&self.store.text(source)?) {
                found = true;
                break;
            }
        }
        if let Some(kept) = self.kept.borrow_mut().as_mut() {
            kept.specimen = Some(found);
        }
        Ok(found)
    }

    fn worked_out(&self) -> Result<(Arc<Case>, Arc<[Suggestion]>), AppError> {
        let standing = self.standing()?;
        if let Some((case, suggestions)) =
            self.kept.borrow().as_ref().and_then(|kept| Some((&kept.case, kept.suggestions.as_ref()?)))
        {
            return Ok((Arc::clone(case), Arc::clone(suggestions)));
        }
        let (judgements, earlier) = (self.store.judgements()?, self.store.facts()?);
        let reconciled = reconcile(&Input {
            claims: &standing.claims,
            sources: &standing.sources,
            judgements: &judgements,
            earlier: &earlier,
        });
        let mut kept = self.kept.borrow_mut();
        // The case in hand is the kept one: let go of it there, so that it is completed and not copied.
        if let Some(kept) = kept.as_mut() {
            kept.case = Arc::default();
        }
        let case = Arc::new(Case {
            facts: reconciled.facts,
            origins: reconciled.origins,
            comparisons: reconciled.comparisons,
            ..Arc::unwrap_or_clone(standing)
        });
        let suggestions: Arc<[Suggestion]> = reconciled.suggestions.into();
        if let Some(kept) = kept.as_mut() {
            kept.case = Arc::clone(&case);
            kept.suggestions = Some(Arc::clone(&suggestions));
        }
        Ok((case, suggestions))
    }
}
