//! Judgements: what a person decided, with name, time and reason. Never overwritten; revoked by another judgement.

use crate::{ClaimId, Column, Credibility, FactId, JudgementId, SourceId};
use serde::{Deserialize, Serialize};

crate::words! {
    /// A field of a source that a person can complete.
    MetadataField {
        /// Its title.
        Title = "title",
        /// Its authors, separated by `;`.
        Authors = "authors",
        /// Its publisher.
        Publisher = "publisher",
        /// Its date, in EDTF.
        Published = "published",
        /// Its address.
        Url = "url",
        /// How it may be used.
        Handling = "handling",
        /// The outlet whose text it carries.
        SyndicatedFrom = "syndicated_from",
        /// How reliable it is, on the Admiralty scale.
        Reliability = "reliability",
    }
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum JudgementKind {
    /// These claims say what their quotes say.
    Accept {
        /// The claims.
        claims: Vec<ClaimId>,
    },
    /// These claims do not.
    Reject {
        /// The claims.
        claims: Vec<ClaimId>,
    },
    /// A person's claims stand in the place of these: an edit, a split or a merge. They are accepted, because the person wrote them.
    Replace {
        /// The claims that no longer count.
        claims: Vec<ClaimId>,
        /// Those in their place, entered in the same act.
        by: Vec<ClaimId>,
    },
    /// A person's own claims, entered in the same act and accepted.
    Add {
        /// The claims.
        claims: Vec<ClaimId>,
    },
    /// These claims are about one thing: their facts join.
    Same {
        /// One claim of each fact.
        claims: Vec<ClaimId>,
    },
    /// These claims are about different things: a fact that holds several is split, and they are not suggested again.
    Different {
        /// The claims.
        claims: Vec<ClaimId>,
    },
    /// The fact takes this claim's value.
    Adopt {
        /// The fact.
        fact: FactId,
        /// The claim.
        claim: ClaimId,
    },
    /// The fact is disputed.
    Dispute {
        /// The fact.
        fact: FactId,
    },
    /// A later figure stands in the fact's place. It stays to be seen, and no letter is written from it.
    Supersede {
        /// The fact that is no longer the latest.
        fact: FactId,
        /// The one that is.
        by: FactId,
    },
    /// How credible the fact is, on the Admiralty scale.
    Credibility {
        /// The fact.
        fact: FactId,
        /// The grade.
        grade: Credibility,
    },
    /// These names are one party's.
    SameParty {
        /// The names, as claims write them.
        names: Vec<String>,
    },
    /// These names are different parties'.
    DifferentParty {
        /// The names, as claims write them.
        names: Vec<String>,
    },
    /// A field of a source's metadata is this.
    Metadata {
        /// The source.
        source: SourceId,
        /// The field.
        field: MetadataField,
        /// Its value; empty for "not stated".
        value: String,
    },
    /// The columns of a table mean this: its rows are read so, and those of later tables with the same heads.
    Columns {
        /// The source.
        source: SourceId,
        /// Which of its tables, from 1.
        table: u32,
        /// All columns, in their order.
        columns: Vec<Column>,
        /// The claims that its rows make so, entered in the same act and proposed.
        claims: Vec<ClaimId>,
    },
    /// These sources no longer count, nor do their claims.
    Withdraw {
        /// The sources.
        sources: Vec<SourceId>,
    },
    /// These judgements no longer hold.
    Revoke {
        /// The judgements.
        judgements: Vec<JudgementId>,
    },
}

impl JudgementKind {
    /// The word for what was decided, as it stands in rows.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Accept { .. } => "accept",
            Self::Reject { .. } => "reject",
            Self::Replace { .. } => "replace",
            Self::Add { .. } => "add",
            Self::Same { .. } => "same",
            Self::Different { .. } => "different",
            Self::Adopt { .. } => "adopt",
            Self::Dispute { .. } => "dispute",
            Self::Supersede { .. } => "supersede",
            Self::Credibility { .. } => "credibility",
            Self::SameParty { .. } => "same-party",
            Self::DifferentParty { .. } => "different-party",
            Self::Metadata { .. } => "metadata",
            Self::Columns { .. } => "columns",
            Self::Withdraw { .. } => "withdraw",
            Self::Revoke { .. } => "revoke",
        }
    }

    /// The claims that it enters, and those in whose place they stand, none for an addition; `None` where it enters nothing.
    pub fn entered(&self) -> Option<(&[ClaimId], &[ClaimId])> {
        match self {
            Self::Replace { claims, by } => Some((by, claims)),
            Self::Add { claims } | Self::Columns { claims, .. } => Some((claims, &[])),
            Self::Accept { .. }
            | Self::Reject { .. }
            | Self::Same { .. }
            | Self::Different { .. }
            | Self::Adopt { .. }
            | Self::Dispute { .. }
            | Self::Supersede { .. }
            | Self::Credibility { .. }
            | Self::SameParty { .. }
            | Self::DifferentParty { .. }
            | Self::Metadata { .. }
            | Self::Withdraw { .. }
            | Self::Revoke { .. } => None,
        }
    }
}

/// A person's decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Judgement {
    /// Its id.
    pub id: JudgementId,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What.
    #[serde(flatten)]
    pub kind: JudgementKind,
    /// Why, where it was said.
    pub reason: Option<String>,
    /// Whether it was taken in bulk, without reading each alone.
    pub bulk: bool,
}

impl Judgement {
    /// Those that hold, in order: not revoked, or revoked by a judgement that is itself revoked.
    pub fn standing(all: &[Judgement]) -> Vec<&Judgement> {
        let mut revoked = std::collections::BTreeSet::new();
        // A judgement can only revoke earlier ones, so one pass from the end knows of each whether it holds.
        for judgement in all.iter().rev() {
            if let JudgementKind::Revoke { judgements } = &judgement.kind
                && !revoked.contains(&judgement.id)
            {
                revoked.extend(judgements.iter().copied().filter(|earlier| *earlier < judgement.id));
            }
        }
        all.iter().filter(|judgement| !revoked.contains(&judgement.id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judgement(number: u32, kind: JudgementKind) -> Judgement {
        Judgement { id: JudgementId::new(number), at: String::new(), actor: "A".into(), kind, reason: None, bulk: false }
    }

    #[test]
    fn revoking_a_revocation_brings_back_what_was() {
        let revoke = |n, of| judgement(n, JudgementKind::Revoke { judgements: vec![JudgementId::new(of)] });
        let all = [judgement(1, JudgementKind::Dispute { fact: FactId::new(1) }), revoke(2, 1), revoke(3, 2)];
        let standing = |all: &[Judgement]| Judgement::standing(all).iter().map(|j| j.id.number()).collect::<Vec<_>>();
        assert_eq!(standing(&all[..1]), [1]);
        assert_eq!(standing(&all[..2]), [2]);
        assert_eq!(standing(&all), [1, 3]);
    }
}
