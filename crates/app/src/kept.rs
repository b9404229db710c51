//! What was worked out of a dossier, kept until something changes it: lists are asked for many times between two acts, and working out
//! the facts reads every claim. What an act adds is laid over what is kept, so that a judgement takes as long as its consequences.

use crate::dossier::{States, claims_that_count, sources_that_count, standing_sources};
use crate::list::no_source;
use crate::specimen::says_so;
use crate::versions::sketches;
use crate::{AppError, Dossier, SPECIMEN_MARK};
use dossier_model::{
    Case, Claim, ClaimId, ClaimState, Digest, Fact, Mark, MarkKind, PartySuggestion, Source, SourceId, Succession, Suggestion,
};
use dossier_reconcile::likeness::{Likeness, Sketch, likenesses};
use dossier_reconcile::{Input, ends_nowhere, reconcile};

use dossier_store::{Contents, StoreError, Tally};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is kept of the moment at which the ledger ended with one entry.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) head: u32,
    tally: Tally,
    /// Sources and claims, with the texts that were asked for; facts, origins and comparisons too where they are worked out.
    case: Arc<Case>,
    /// Which claims stand in the place of which.
    succession: Arc<Succession>,
    /// What reconciling offers beside the facts; `None` where the facts have to be worked out.
    offered: Option<Arc<Offered>>,
    /// The sketches of the texts, by which near copies are known.
    sketches: BTreeMap<SourceId, Sketch>,
    /// The rows of the facts as they stand in the file, those of joined facts among them; `None` where they have to be read.
    pub(crate) rows: Option<Vec<Fact>>,
    specimen: Option<bool>,
    /// The root of the evidence of the sources that were last asked for.
    evidence: Option<(Vec<SourceId>, Digest)>,
}

/// What reconciling offers beside the facts.
#[derive(Debug, Default)]
pub(crate) struct Offered {
    /// Facts that look like one.
    pub(crate) suggestions: Vec<Suggestion>,
    /// Names that look like one party's.
    pub(crate) party_suggestions: Vec<PartySuggestion>,
}

impl Kept {
    /// Follows what `contents` holds now. The fact rows are taken as they were kept where `rows_hold`: where nobody else can have judged
    /// since.
    pub(crate) fn follow(&mut self, contents: &Contents, rows_hold: bool) -> Result<(), AppError> {
        let (head, tally) = (contents.head_number()?, contents.tally()?);
        let before = std::mem::replace(&mut self.tally, tally);
        self.head = head;
        let judged = before.judgements != tally.judgements;
        if !judged && before == tally {
            return Ok(());
        }
        self.evidence = None;
        let judgements = contents.judgements()?;
        let sources = standing_sources(contents, &judgements)?;
        if judged {
            self.offered = None;
            self.rows = self.rows.take().filter(|_| rows_hold);
        }
        if judged || before.sources != tally.sources {
            self.specimen = None;
        }
        let remain: Vec<SourceId> =
            sources.iter().map(|source| source.id).filter(|id| id.number() <= before.sources.last).collect();
        let is_same = self.case.sources.iter().map(|source| source.id).eq(remain);
        let states = States::of(&judgements);
        let came_back = || self.succession.gone().iter().any(|claim| states.succession.is_there(*claim));
        if !is_same || !before.claims.is_within(tally.claims) || came_back() {
            // A source that went, or came back, takes its claims along; an edit that was taken back brought back claims that are not kept.
            let read = Self::read(contents)?;
            *self = Self { rows: self.rows.take(), sketches: std::mem::take(&mut self.sketches), ..read };
            return Ok(());
        }
        let case = Arc::make_mut(&mut self.case);
        if judged {
            case.claims.retain(|claim| states.succession.is_there(claim.id));
            for claim in &mut case.claims {
                (claim.state, claim.bulk) = states.of_claim(claim.id);
            }
        }
        let new = contents.claims_after(ClaimId::new(before.claims.last))?;
        case.claims.extend(claims_that_count(new, &sources, &states));
        case.sources = sources;
        self.succession = Arc::new(states.succession);
        Ok(())
    }

    /// Everything, read anew.
    pub(crate) fn read(contents: &Contents) -> Result<Self, AppError> {
        let (head, tally) = (contents.head_number()?, contents.tally()?);
        let judgements = contents.judgements()?;
        let sources = standing_sources(contents, &judgements)?;
        let states = States::of(&judgements);
        let claims = claims_that_count(contents.claims()?, &sources, &states);
        let succession = Arc::new(states.succession);
        let case = Arc::new(Case { title: contents.title()?, sources, claims, ..Case::default() });
        Ok(Self {
            head,
            tally,
            case,
            succession,
            offered: None,
            sketches: BTreeMap::new(),
            rows: None,
            specimen: None,
            evidence: None,
        })
    }

    /// The facts, worked out where they are not.
    pub(crate) fn worked_out(&mut self, contents: &Contents) -> Result<(&Arc<Case>, Arc<Offered>), AppError> {
        if let Some(offered) = &self.offered {
            return Ok((&self.case, Arc::clone(offered)));
        }
        let likenesses = self.likenesses(contents)?;
        let rows = match self.rows.take() {
            Some(rows) => rows,
            None => contents.facts()?,
        };
        let judgements = contents.judgements()?;
        let case = Arc::make_mut(&mut self.case);
        let reconciled = reconcile(&Input {
            claims: &case.claims,
            sources: &case.sources,
            judgements: &judgements,
            earlier: &rows,
            likenesses: &likenesses,
        });
        case.facts = reconciled.facts;
        case.origins = reconciled.origins;
        case.comparisons = reconciled.comparisons;
        case.parties = reconciled.parties;
        self.rows = Some(rows);
        let offered = Arc::new(Offered { suggestions: reconciled.suggestions, party_suggestions: reconciled.party_suggestions });
        self.offered = Some(Arc::clone(&offered));
        Ok((&self.case, offered))
    }

    /// Which sources have nearly the same text; none where that could tell nothing, because every claim names who says it at first hand.
    fn likenesses(&mut self, contents: &Contents) -> Result<Vec<Likeness>, AppError> {
        let ids: BTreeSet<SourceId> = self.case.sources.iter().map(|source| source.id).collect();
        let asks = |claim: &Claim| claim.state == ClaimState::Accepted && ends_nowhere(claim);
        if ids.len() < 2 || !self.case.claims.iter().any(asks) {
            return Ok(Vec::new());
        }
        self.sketches.retain(|id, _| ids.contains(id));
        let missing: Vec<SourceId> = ids.into_iter().filter(|id| !self.sketches.contains_key(id)).collect();
        if !missing.is_empty() {
            self.sketches.extend(sketches(contents, missing)?);
        }
        Ok(likenesses(&self.sketches))
    }
}

impl Dossier {
    /// The number of the ledger's last entry. As long as it stays, so does everything that the dossier says.
    pub fn head(&self) -> Result<u32, AppError> {
        Ok(self.store.head_number()?)
    }

    /// Everything that is the case now, without the texts but for those that were asked for: all that lists need. It is worked out
    /// again only when the ledger has a new entry.
    pub fn case_without_texts(&self) -> Result<Arc<Case>, AppError> {
        self.with_kept(|kept, contents| Ok(Arc::clone(kept.worked_out(contents)?.0)))
    }

    /// The same with the texts of `sources`, which are kept with it.
    pub(crate) fn case_with_texts_of(&self, sources: impl IntoIterator<Item = SourceId>) -> Result<Arc<Case>, AppError> {
        self.with_kept(|kept, contents| {
            kept.worked_out(contents)?;
            let case = &kept.case;
            let is_missing = |id: &SourceId| !case.texts.contains_key(id) && case.source(*id).is_some();
            let missing: Vec<SourceId> = sources.into_iter().filter(is_missing).collect();
            if !missing.is_empty() {
                let case = Arc::make_mut(&mut kept.case);
                for id in &missing {
                    case.marks.insert(*id, places(contents.marks(*id)?));
                }
                case.texts.extend(contents.texts(&missing)?);
            }
            Ok(Arc::clone(&kept.case))
        })
    }

    /// The root of the evidence of `sources`, found by `gather` unless it was asked for last time.
    pub(crate) fn evidence_root(
        &self,
        sources: &[SourceId],
        gather: impl FnOnce() -> Result<Digest, AppError>,
    ) -> Result<Digest, AppError> {
        let known =
            self.with_kept(|kept, _| Ok(kept.evidence.as_ref().filter(|(of, _)| of == sources).map(|(_, root)| *root)))?;
        if let Some(root) = known {
            return Ok(root);
        }
        let root = gather()?;
        self.with_kept(|kept, _| {
            kept.evidence = Some((sources.to_vec(), root));
            Ok(root)
        })
    }

    /// What reconciling offers: joins of facts and of names.
    pub(crate) fn offered(&self) -> Result<Arc<Offered>, AppError> {
        self.with_kept(|kept, contents| Ok(kept.worked_out(contents)?.1))
    }

    /// The sources and claims that count; facts only where they are worked out already.
    pub(crate) fn standing(&self) -> Result<Arc<Case>, AppError> {
        self.with_kept(|kept, _| Ok(Arc::clone(&kept.case)))
    }

    /// Which claims stand in the place of which.
    pub(crate) fn succession(&self) -> Result<Arc<Succession>, AppError> {
        self.with_kept(|kept, _| Ok(Arc::clone(&kept.succession)))
    }

    /// One source and its claims, read alone where nothing is kept, with which of them stand in the place of which.
    pub(crate) fn source_with_claims(&self, id: SourceId) -> Result<(Source, Vec<Claim>, Arc<Succession>), AppError> {
        if self.kept.borrow().is_some() {
            let (case, succession) = (self.standing()?, self.succession()?);
            let source = case.source(id).ok_or_else(|| no_source(id))?;
            return Ok((source.clone(), case.claims.iter().filter(|claim| claim.source == id).cloned().collect(), succession));
        }
        let judgements = self.store.judgements()?;
        let source = self.store.source(id).map_err(|error| match error {
            StoreError::NoSuch { .. } => no_source(id),
            error => error.into(),
        })?;
        let source = sources_that_count(vec![source], &judgements).pop().ok_or_else(|| no_source(id))?;
        let states = States::of(&judgements);
        let claims = claims_that_count(self.store.claims_of(id)?, std::slice::from_ref(&source), &states);
        Ok((source, claims, Arc::new(states.succession)))
    }

    /// Whether the dossier rests on a specimen: one text that says so is enough. Only texts that have the words are read.
    pub fn is_specimen(&self) -> Result<bool, AppError> {
        self.with_kept(|kept, contents| {
            if let Some(known) = kept.specimen {
                return Ok(known);
            }
            let mut found = false;
            for source in contents.sources_with(SPECIMEN_MARK)? {
                if kept.case.source(source).is_some() && says_so(&contents.text(source)?) {
                    found = true;
                    break;
                }
            }
            kept.specimen = Some(found);
            Ok(found)
        })
    }

    fn with_kept<T>(&self, ask: impl FnOnce(&mut Kept, &Contents) -> Result<T, AppError>) -> Result<T, AppError> {
        let mut place = self.kept.borrow_mut();
        let kept = match place.take() {
            None => Kept::read(&self.store)?,
            Some(kept) if kept.head == self.head()? => kept,
            Some(mut kept) => {
                kept.follow(&self.store, false)?;
                kept
            }
        };
        ask(place.insert(kept), &self.store)
    }
}

/// The marks by which words are looked up in an original.
pub(crate) fn places(mut marks: Vec<Mark>) -> Vec<Mark> {
    let is_sheet = marks.iter().any(|mark| mark.kind == MarkKind::Cell);
    marks.retain(|mark| match mark.kind {
        MarkKind::Page | MarkKind::Cell | MarkKind::Pointer => true,
        MarkKind::Heading => is_sheet,
        _ => false,
    });
    marks
}
