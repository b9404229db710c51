//! Proofs: what a draft looks like and lacks, saved or not, while a person writes it.

use crate::drafts::{Desk, manuscript};
use crate::evidence::{exhibits, numbers};
use crate::{AppError, Dossier};
use dossier_documents::{Draft, Finding, Sentence, Typeset, check, citations, reminders, tell, typeset};
use dossier_model::{FactId, SourceId};

/// A sheet of US letter paper, in points: the page of every document, also of one that could not be set.
const SHEET_PT: (f64, f64) = (612.0, 792.0);

/// A draft as it is now: its findings, and its pages where it can be set.
pub struct Proof {
    /// What the checker finds.
    pub findings: Vec<Finding>,
    /// What a person should know of how it is set, and why it cannot be where that is so.
    pub remarks: Vec<String>,
    /// What counsel would remind of before it leaves.
    pub reminders: Vec<String>,
    /// The place of each sentence, in the order subject, blocks, annex: the places that findings name.
    pub places: Vec<String>,
    set: Option<Typeset>,
}

impl Proof {
    /// How many pages it takes; none where it cannot be set.
    pub fn pages(&self) -> usize {
        self.set.as_ref().map_or(0, Typeset::pages)
    }

    /// The size of a page in points, width and height.
    pub fn page_size_pt(&self) -> (f64, f64) {
        self.set.as_ref().map_or(SHEET_PT, Typeset::page_size_pt)
    }

    /// Page `page`, counted from 1, as a PNG of `scale` pixels per point.
    pub fn png(&self, page: usize, scale: f32) -> Result<Vec<u8>, AppError> {
        let set =
            self.set.as_ref().ok_or_else(|| AppError::Usage(format!("there is no page {page}: the draft could not be set")))?;
        Ok(set.png(page, scale)?)
    }
}

/// What `draft` looks like and lacks. What forbids a release, such as a privileged source, is a remark here: it is set all the same.
pub fn proof(dossier: &Dossier, draft: &Draft) -> Result<Proof, AppError> {
    let desk = Desk::of_draft(dossier, draft)?;
    let cited = citations(draft, &desk.case);
    let mut remarks = Vec::new();
    let sources: Vec<SourceId> = cited.iter().map(|(source, _)| *source).collect();
    let numbers = numbers(&desk.case, &cited);
    // Gathering the evidence reads every original that is cited: while a person writes, mostly the same ones.
    let root = dossier.evidence_root(&sources, || Ok(exhibits(dossier, &desk.case, cited)?.evidence.root));
    let root = match root {
        Ok(root) => Some(root),
        Err(why @ (AppError::Refused(_) | AppError::Packs(_))) => {
            remarks.push(why.to_string());
            None
        }
        Err(error) => return Err(error),
    };
    let set = manuscript(draft, &desk, root, &numbers, false).and_then(|manuscript| Ok(typeset(&manuscript)?));
    let set = match set {
        Ok(set) => {
            remarks.extend(set.remarks().iter().map(ToString::to_string));
            Some(set)
        }
        Err(why) => {
            remarks.push(why.to_string());
            None
        }
    };
    Ok(Proof {
        findings: check(draft, &desk.context()),
        remarks,
        reminders: reminders(draft, &desk.context()),
        places: draft.sentences().into_iter().map(|(place, _)| place).collect(),
        set,
    })
}

/// How a letter would say what the fact holds: bound, noted, and such that it stands alone.
pub fn sentence(dossier: &Dossier, fact: FactId) -> Result<Sentence, AppError> {
    let case = dossier.case_without_texts()?;
    let held = case.fact(fact).ok_or_else(|| crate::details::no_fact(fact))?;
    let sources: Vec<_> = case.claims_of(held).map(|claim| claim.source).collect();
    drop(case);
    let desk = Desk::with(dossier, dossier.case_with_texts_of(sources)?)?;
    Ok(tell(fact, &desk.context())?)
}
