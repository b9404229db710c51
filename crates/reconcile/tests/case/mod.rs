#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test stops where it fails.

//! Claims and judgements in a short form, so that a test is data.

use dossier_model::{
    Bound, Claim, ClaimId, ClaimKind, ClaimState, Content, Credibility, Digest, FactId, Handling, Hedge, Judgement, JudgementId,
    JudgementKind, Nexus, Quote, Quotes, Rung, Source, SourceId, Speaker, SpeakerRole,
};
use dossier_reconcile::likeness::Likeness;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A claim in short form; what is left out is the ordinary.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ShortClaim {
    /// 1, 2, 3 by place where it is left out.
    pub(crate) id: Option<u32>,
    /// S1 where it is left out.
    pub(crate) source: Option<u32>,
    pub(crate) kind: String,
    /// The campaign where it is left out.
    pub(crate) subject: Option<String>,
    /// The kind where it is left out.
    pub(crate) property: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) bound: Option<String>,
    pub(crate) period: Option<String>,
    /// "linked Meridian's Tern lab".
    pub(crate) rung: Option<String>,
    pub(crate) hedge: Option<String>,
    pub(crate) scope: Option<String>,
    pub(crate) headline: bool,
    /// The value where it is left out.
    pub(crate) quote: Option<String>,
    /// "outlet: Harbour Wire", "party: Halden | Halden said".
    pub(crate) by: Vec<String>,
    pub(crate) state: Option<String>,
    /// Whether its words stand between quotation marks.
    pub(crate) direct: bool,
}

/// A source in short form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ShortSource {
    pub(crate) publisher: Option<String>,
    pub(crate) syndicated_from: Option<String>,
    /// When it was published, in EDTF.
    #[serde(default)]
    pub(crate) published: Option<String>,
}

pub(crate) const CAMPAIGN: &str = "Meridian Works campaign against Corvid";

impl ShortClaim {
    pub(crate) fn claim(&self, place: usize) -> Claim {
        let value = self.value.clone();
        let text =
            self.quote.clone().or_else(|| value.clone()).or_else(|| self.rung.clone()).unwrap_or_else(|| "words".to_owned());
        let rung = self.rung.as_deref().map(|rung| {
            let (nexus, party) = rung.split_once(' ').expect("nexus and party");
            Rung { nexus: Nexus::parse(nexus).expect("a nexus"), party: party.to_owned() }
        });
        let content = Content {
            kind: ClaimKind::parse(&self.kind).unwrap_or_else(|| panic!("`{}` is not a kind", self.kind)),
            subject: self.subject.clone().unwrap_or_else(|| CAMPAIGN.to_owned()),
            property: self.property.clone().unwrap_or_else(|| self.kind.clone()),
            value,
            unit: self.unit.clone(),
            bound: self.bound.as_deref().map(|bound| Bound::parse(bound).expect("a bound")),
            period: self.period.as_deref().map(|period| period.parse().expect("a period")),
            rung,
            hedge: self.hedge.as_deref().map_or(Hedge::Alleged, |hedge| Hedge::parse(hedge).expect("a hedge")),
            scope: self.scope.clone(),
            speakers: self.by.iter().map(|link| speaker(link)).collect(),
            headline: self.headline,
            resolution: None,
            direct: self.direct,
            dropped_hedge: None,
            quotes: Quotes::one(Quote { start: 0, end: u32::try_from(text.chars().count()).unwrap(), text }),
        };
        Claim {
            id: ClaimId::new(self.id.unwrap_or(u32::try_from(place).unwrap() + 1)),
            source: SourceId::new(self.source.unwrap_or(1)),
            content,
            state: self.state.as_deref().map_or(ClaimState::Accepted, |state| ClaimState::parse(state).expect("a state")),
            proposer: "rules".to_owned(),
            bulk: false,
        }
    }
}

fn speaker(link: &str) -> Speaker {
    let (role, rest) = link.split_once(": ").expect("role: name");
    let (name, words) = rest.split_once(" | ").map_or((rest, None), |(name, words)| (name, Some(words.to_owned())));
    Speaker { name: name.to_owned(), role: SpeakerRole::parse(role).expect("a role"), words }
}

/// The sources that `claims` come from; those not described are "Outlet N".
pub(crate) fn sources(claims: &[Claim], described: &BTreeMap<u32, ShortSource>) -> Vec<Source> {
    let numbers: std::collections::BTreeSet<u32> = claims.iter().map(|claim| claim.source.number()).collect();
    numbers
        .into_iter()
        .map(|number| {
            let short = described.get(&number).cloned();
            let publisher = match &short {
                Some(short) => short.publisher.clone(),
                None => Some(format!("Outlet {number}")),
            };
            Source {
                id: SourceId::new(number),
                file: format!("report-{number}.txt"),
                sha256: Digest::of(&number.to_be_bytes()),
                media_type: "text/plain".to_owned(),
                title: None,
                authors: Vec::new(),
                publisher,
                published: short.as_ref().and_then(|short| short.published.as_ref()).map(|date| date.parse().unwrap()),
                url: None,
                syndicated_from: short.and_then(|short| short.syndicated_from),
                handling: Handling::Public,
                reliability: None,
                characters: 0,
                text_sha256: Digest::of(b""),
                issues: Vec::new(),
                revises: None,
                updated: None,
                within: None,
                path: None,
                reading: Default::default(),
                imported_at: String::new(),
                imported_by: String::new(),
            }
        })
        .collect()
}

/// Likenesses from lines such as "S2 S1 82".
#[allow(dead_code)] // Not every test has texts that are alike.
pub(crate) fn likenesses(lines: &[String]) -> Vec<Likeness> {
    let likeness = |line: &String| {
        let mut words = line.split(' ');
        let mut next = || words.next().expect("two sources and a share");
        let (source, of) = (next().parse().expect("a source"), next().parse().expect("a source"));
        Likeness { source, of, share: next().parse().expect("a share") }
    };
    lines.iter().map(likeness).collect()
}

/// The names of "same-party Meridian Works | Meridian Works Ltd".
fn names(line: &str) -> Vec<String> {
    line.split_once(' ').expect("names").1.split(" | ").map(str::to_owned).collect()
}

/// Judgements from lines such as "same C1 C2", "adopt F1 C2", "replace C1 by C3", "withdraw S1", "revoke J1",
/// "same-party Halden | Halden Research".
pub(crate) fn judgements(lines: &[String]) -> Vec<Judgement> {
    (1..)
        .zip(lines)
        .map(|(number, line)| {
            let mut words = line.split(' ');
            let verb = words.next().unwrap();
            let ids: Vec<&str> = words.collect();
            let claims =
                || ids.iter().filter(|id| id.starts_with('C')).map(|id| id.parse::<ClaimId>().unwrap()).collect::<Vec<_>>();
            let fact = || ids[0].parse::<FactId>().unwrap();
            let kind = match verb {
                "replace" => {
                    let by = ids.iter().position(|id| *id == "by").expect("replace C1 by C2");
                    let of = |ids: &[&str]| ids.iter().map(|id| id.parse().unwrap()).collect();
                    JudgementKind::Replace { claims: of(&ids[..by]), by: of(&ids[by + 1..]) }
                }
                "add" => JudgementKind::Add { claims: claims() },
                "same" => JudgementKind::Same { claims: claims() },
                "different" => JudgementKind::Different { claims: claims() },
                "adopt" => JudgementKind::Adopt { fact: fact(), claim: claims()[0] },
                "dispute" => JudgementKind::Dispute { fact: fact() },
                "supersede" => JudgementKind::Supersede { fact: fact(), by: ids[1].parse().unwrap() },
                "credibility" => JudgementKind::Credibility { fact: fact(), grade: Credibility::parse(ids[1]).unwrap() },
                "same-party" => JudgementKind::SameParty { names: names(line) },
                "different-party" => JudgementKind::DifferentParty { names: names(line) },
                "withdraw" => JudgementKind::Withdraw { sources: ids.iter().map(|id| id.parse().unwrap()).collect() },
                "revoke" => JudgementKind::Revoke { judgements: ids.iter().map(|id| id.parse().unwrap()).collect() },
                other => panic!("`{other}` is not a judgement"),
            };
            Judgement {
                id: JudgementId::new(number),
                at: String::new(),
                actor: "A. Reader".to_owned(),
                kind,
                reason: None,
                bulk: false,
            }
        })
        .collect()
}
