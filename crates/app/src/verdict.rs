//! What a person decides of facts and parties: same, different, adopt, dispute, supersede, how credible, revoke.

use crate::judge::{known, no_such, record};
use crate::rows::JudgedRow;
use crate::{Actor, AppError, Dossier};
use dossier_model::{Case, ClaimId, Credibility, FactId, JudgementId, JudgementKind, Party};
use serde::Deserialize;

/// What a person decides of claims, facts and parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// They are about one thing.
    Same,
    /// They are about different things.
    Different,
    /// The fact takes this claim's value.
    Adopt,
    /// The fact is disputed.
    Dispute,
    /// The second fact is the later version of the first.
    Supersede,
    /// The fact is so credible: a grade of the Admiralty scale, 1 to 6.
    Credibility,
    /// The names are one party's.
    SameParty,
    /// The names are different parties'.
    DifferentParty,
    /// The judgements no longer hold.
    Revoke,
}

impl Verdict {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Adopt => "adopt",
            Self::Dispute => "dispute",
            Self::Supersede => "supersede",
            Self::Credibility => "credibility",
            Self::SameParty => "same-party",
            Self::DifferentParty => "different-party",
            Self::Revoke => "revoke",
        }
    }
}

/// Records a verdict on `ids`: claims or facts, names for parties, judgements for [`Verdict::Revoke`].
pub fn judge(
    dossier: &mut Dossier,
    verdict: Verdict,
    ids: &[String],
    reason: &str,
    actor: &Actor,
) -> Result<JudgedRow, AppError> {
    if reason.trim().is_empty() {
        return Err(AppError::Usage("a judgement needs a reason: say in a few words why".to_owned()));
    }
    let case = dossier.case_without_texts()?;
    let kind = match verdict {
        Verdict::Same => JudgementKind::Same { claims: several(&case, ids)? },
        Verdict::Different => JudgementKind::Different { claims: several(&case, ids)? },
        Verdict::Adopt => adopted(&case, ids)?,
        Verdict::Dispute => JudgementKind::Dispute { fact: one_fact(&case, ids)? },
        Verdict::Supersede => superseded(&case, ids)?,
        Verdict::Credibility => graded(&case, ids)?,
        Verdict::SameParty => one_party(&case, ids)?,
        Verdict::DifferentParty => JudgementKind::DifferentParty { names: names(&case, ids)? },
        Verdict::Revoke => revoked(dossier, ids)?,
    };
    // A name can have spaces: the record says where one ends.
    let about = match verdict {
        Verdict::SameParty | Verdict::DifferentParty => ids.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(" "),
        Verdict::Same
        | Verdict::Different
        | Verdict::Adopt
        | Verdict::Dispute
        | Verdict::Supersede
        | Verdict::Credibility
        | Verdict::Revoke => ids.join(" "),
    };
    record(dossier, kind, &format!("judge {} {about}", verdict.word()), Some(reason), ids.to_vec(), actor)
}

/// A claim of each thing that is named: a claim itself, or a fact's leading one.
fn several(case: &Case, ids: &[String]) -> Result<Vec<ClaimId>, AppError> {
    let mut claims = Vec::new();
    for id in ids {
        if let Ok(fact) = id.parse::<FactId>() {
            claims.push(case.fact(fact).ok_or_else(|| no_such("fact", id, "facts"))?.leading);
        } else {
            let claim: ClaimId = id.parse().map_err(|_| not_an_id(id, "a claim (C12) or a fact (F3)"))?;
            known(&case.claims, &[claim])?;
            claims.push(claim);
        }
    }
    claims.sort();
    claims.dedup();
    if claims.len() < 2 {
        return Err(AppError::Usage("name two claims or facts at least".to_owned()));
    }
    Ok(claims)
}

fn adopted(case: &Case, ids: &[String]) -> Result<JudgementKind, AppError> {
    let [.., claim] = ids else { return Err(AppError::Usage("name the claim whose value the fact takes".to_owned())) };
    let claim: ClaimId = claim.parse().map_err(|_| not_an_id(claim, "a claim (C12)"))?;
    let fact =
        case.facts.iter().find(|fact| fact.claims.contains(&claim)).ok_or_else(|| {
            AppError::Usage(format!("{claim} belongs to no fact: accept it first, and join it with `judge same`"))
        })?;
    if let [named, _] = ids
        && *named != fact.id.to_string()
    {
        return Err(AppError::Usage(format!("{claim} belongs to {}, not to {named}", fact.id)));
    }
    Ok(JudgementKind::Adopt { fact: fact.id, claim })
}

fn superseded(case: &Case, ids: &[String]) -> Result<JudgementKind, AppError> {
    let [old, new] = ids else {
        return Err(AppError::Usage("name two facts: the earlier one, and the one that stands in its place".to_owned()));
    };
    let (fact, by) = (known_fact(case, old)?, known_fact(case, new)?);
    if fact == by {
        return Err(AppError::Usage(format!("{fact} cannot stand in its own place: name another fact")));
    }
    Ok(JudgementKind::Supersede { fact, by })
}

fn graded(case: &Case, ids: &[String]) -> Result<JudgementKind, AppError> {
    let [fact, grade] = ids else { return Err(AppError::Usage("name a fact and a grade, 1 to 6".to_owned())) };
    let fact = known_fact(case, fact)?;
    let grade = Credibility::parse(grade).ok_or_else(|| {
        let grades: Vec<String> = Credibility::ALL.iter().map(|grade| format!("{grade} ({})", grade.meaning())).collect();
        AppError::Usage(format!("`{grade}` is no credibility: use one of {}", grades.join(", ")))
    })?;
    let origins = case.fact(fact).map_or(0, |fact| fact.origins.len());
    if !grade.can_be_given(origins) {
        let why = match origins {
            0 => "none of its claims ends in an origin",
            _ => "all its claims end in one origin, however many outlets print it",
        };
        let meaning = grade.meaning();
        return Err(AppError::Refused(format!(
            "{fact} cannot be “{meaning}”: {why}; give 2 or lower, or find a source of another origin"
        )));
    }
    Ok(JudgementKind::Credibility { fact, grade })
}

fn revoked(dossier: &Dossier, ids: &[String]) -> Result<JudgementKind, AppError> {
    let all = dossier.store.judgements()?;
    let mut judgements = Vec::new();
    for id in ids {
        let judgement: JudgementId = id.parse().map_err(|_| not_an_id(id, "a judgement (J4)"))?;
        if !all.iter().any(|known| known.id == judgement) {
            return Err(no_such("judgement", id, "judgements"));
        }
        judgements.push(judgement);
    }
    Ok(JudgementKind::Revoke { judgements })
}

/// Names of one party: none of them may be the lab, the owner or the people linked to another.
fn one_party(case: &Case, given: &[String]) -> Result<JudgementKind, AppError> {
    let names = names(case, given)?;
    if let Some((party, relation)) = Party::related(&case.parties, &names) {
        let (kind, to) = (relation.kind, &relation.to);
        return Err(AppError::Refused(format!(
            "“{}” is {kind} “{to}” (“{}”): they are two parties, and what is said of one is not said of the other",
            party.name, relation.words
        )));
    }
    Ok(JudgementKind::SameParty { names })
}

/// Names that claims use, each once.
fn names(case: &Case, given: &[String]) -> Result<Vec<String>, AppError> {
    let mut names: Vec<String> = given.to_vec();
    names.sort();
    names.dedup();
    if names.len() < 2 {
        return Err(AppError::Usage("name two parties at least, as the claims write them".to_owned()));
    }
    let is_used = |name: &&String| case.parties.iter().any(|party| party.names.contains(name));
    match names.iter().find(|name| !is_used(name)) {
        Some(name) => Err(AppError::Usage(format!("no claim names “{name}”: `dossier parties FILE` lists the names"))),
        None => Ok(names),
    }
}

fn one_fact(case: &Case, ids: &[String]) -> Result<FactId, AppError> {
    let [id] = ids else { return Err(AppError::Usage("name one fact".to_owned())) };
    known_fact(case, id)
}

fn known_fact(case: &Case, id: &str) -> Result<FactId, AppError> {
    let fact: FactId = id.parse().map_err(|_| not_an_id(id, "a fact (F3)"))?;
    case.fact(fact).map(|fact| fact.id).ok_or_else(|| no_such("fact", id, "facts"))
}

fn not_an_id(id: &str, wanted: &str) -> AppError {
    AppError::Usage(format!("`{id}` does not fit: name {wanted}"))
}
