//! What a document is written, checked and composed against.

use crate::{DocumentsError, DraftKind};
use dossier_measures::{Catalogue, Directory, Measure, Recipient};
use dossier_model::{Case, Digest, Fact, MeasureId, Office, RecipientId, SourceId, canonical_digest};
use std::collections::BTreeMap;

/// The dossier's content, the law, the directory and the sender.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The dossier's content.
    pub case: &'a Case,
    /// The measures.
    pub catalogue: &'a Catalogue,
    /// The recipients.
    pub directory: &'a Directory,
    /// Who sends.
    pub office: &'a Office,
}

/// What is to be drafted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The document's name in the dossier.
    pub name: String,
    /// Its kind.
    pub kind: DraftKind,
    /// To whom.
    pub to: RecipientId,
    /// Its own date.
    pub date: jiff::civil::Date,
    /// The measures to ask for; none for those that accepted claims ask for and the recipient can do something about.
    pub measures: Vec<MeasureId>,
}

/// What is known only when a document is released.
#[derive(Debug, Clone, Copy)]
pub struct Release<'a> {
    /// The charts by their names in the draft, each as SVG with the words that stand for it.
    pub figures: &'a BTreeMap<String, (String, String)>,
    /// The root of the evidence, printed at the foot; none in a preview that has no evidence yet.
    pub evidence_root: Option<Digest>,
    /// Whether it is a final: without a watermark.
    pub is_final: bool,
    /// Whether the case is a fictional specimen, which each page then says.
    pub specimen: bool,
    /// The number of each cited source as an exhibit.
    pub exhibits: &'a BTreeMap<SourceId, u32>,
}

impl<'a> Context<'a> {
    /// The recipient with this id.
    pub(crate) fn recipient(&self, id: &RecipientId) -> Result<&'a Recipient, DocumentsError> {
        self.directory.recipient(id).ok_or_else(|| DocumentsError::UnknownRecipient {
            id: id.clone(),
            known: known(self.directory.recipients().iter().map(|recipient| recipient.id.as_str())),
        })
    }

    /// The measure with this id.
    pub(crate) fn measure(&self, id: &MeasureId) -> Result<&'a Measure, DocumentsError> {
        self.catalogue.measure(id).ok_or_else(|| DocumentsError::UnknownMeasure {
            id: id.clone(),
            known: known(self.catalogue.measures().iter().map(|measure| measure.id.as_str())),
        })
    }
}

fn known<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

/// The digest of what `fact` says, as a draft keeps it in [`Binding::Fact`](crate::Binding::Fact): its value, bounds, dates,
/// party, hedge and scope. Further claims that say the same do not change it.
pub fn seen(fact: &Fact) -> Digest {
    let said = (
        (fact.kind, &fact.subject, &fact.property, &fact.value, &fact.unit, fact.bound),
        (&fact.period, &fact.rung, fact.hedge, &fact.scope, fact.leading),
    );
    // Values of enums, texts and dates always have a canonical form.
    canonical_digest(&said).unwrap_or_else(|_| Digest::of(fact.id.to_string().as_bytes()))
}

/// The number of each of `sources` as an exhibit, from 1 in their order.
pub fn exhibits(sources: &[SourceId]) -> BTreeMap<SourceId, u32> {
    sources.iter().copied().zip(1..).collect()
}
