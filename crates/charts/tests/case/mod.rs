//! An invented case, built from short lines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)] // A test stops where it fails.

use dossier_model::{
    Bound, Case, Claim, ClaimId, ClaimKind, ClaimState, Content, Digest, Fact, FactId, FactState, Handling, Hedge, Origin,
    OriginId, Quote, Quotes, Source, SourceId,
};

pub(crate) const CAMPAIGN: &str = "Meridian Works campaign against Corvid";

/// A case in the making.
#[derive(Default)]
pub(crate) struct Maker {
    pub(crate) case: Case,
}

/// A fact in short form: the rest is the ordinary.
pub(crate) struct Short<'a> {
    pub(crate) kind: ClaimKind,
    pub(crate) subject: &'a str,
    pub(crate) property: &'a str,
    pub(crate) value: Option<&'a str>,
    pub(crate) unit: Option<&'a str>,
    pub(crate) bound: Option<Bound>,
    pub(crate) period: Option<&'a str>,
    pub(crate) hedge: Hedge,
    /// The sources that say it, and the origin that each of them leads to.
    pub(crate) said: &'a [(u32, u32)],
}

impl Short<'_> {
    pub(crate) fn of(kind: ClaimKind) -> Self {
        Self {
            kind,
            subject: CAMPAIGN,
            property: kind.as_str(),
            value: None,
            unit: None,
            bound: None,
            period: None,
            hedge: Hedge::Alleged,
            said: &[(1, 1)],
        }
    }
}

impl Maker {
    pub(crate) fn source(mut self, publisher: Option<&str>, published: Option<&str>) -> Self {
        let number = u32::try_from(self.case.sources.len()).unwrap() + 1;
        self.case.sources.push(Source {
            id: SourceId::new(number),
            file: format!("report-{number}.txt"),
            sha256: Digest::of(&number.to_be_bytes()),
            media_type: "text/plain".to_owned(),
            title: None,
            authors: Vec::new(),
            publisher: publisher.map(str::to_owned),
            published: published.map(|date| date.parse().unwrap()),
            url: None,
            syndicated_from: None,
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
        });
        self
    }

    pub(crate) fn origin(mut self, name: &str) -> Self {
        let number = u32::try_from(self.case.origins.len()).unwrap() + 1;
        self.case.origins.push(Origin {
            id: OriginId::new(number),
            name: name.to_owned(),
            claims: Vec::new(),
            edges: Vec::new(),
        });
        self
    }

    pub(crate) fn fact(mut self, short: &Short<'_>) -> Self {
        let id = FactId::new(u32::try_from(self.case.facts.len()).unwrap() + 1);
        let mut claims = Vec::new();
        let mut origins: Vec<OriginId> = Vec::new();
        for (source, origin) in short.said {
            let claim = ClaimId::new(u32::try_from(self.case.claims.len()).unwrap() + 1);
            let text = short.value.unwrap_or("words").to_owned();
            self.case.claims.push(Claim {
                id: claim,
                source: SourceId::new(*source),
                content: Content {
                    kind: short.kind,
                    subject: short.subject.to_owned(),
                    property: short.property.to_owned(),
                    value: short.value.map(str::to_owned),
                    unit: short.unit.map(str::to_owned),
                    bound: short.bound,
                    period: short.period.map(|period| period.parse().unwrap()),
                    rung: None,
                    hedge: short.hedge,
                    scope: None,
                    speakers: Vec::new(),
                    headline: false,
                    resolution: None,
                    direct: false,
                    dropped_hedge: None,
                    quotes: Quotes::one(Quote { start: 0, end: u32::try_from(text.chars().count()).unwrap(), text }),
                },
                state: ClaimState::Accepted,
                proposer: "rules".to_owned(),
                bulk: false,
            });
            let origin = OriginId::new(*origin);
            self.case.origins[origin.number() as usize - 1].claims.push(claim);
            if !origins.contains(&origin) {
                origins.push(origin);
            }
            claims.push(claim);
        }
        let lead = &self.case.claim(claims[0]).unwrap().content;
        self.case.facts.push(Fact {
            id,
            kind: lead.kind,
            subject: lead.subject.clone(),
            property: lead.property.clone(),
            value: lead.value.clone(),
            unit: lead.unit.clone(),
            bound: lead.bound,
            period: lead.period,
            rung: None,
            hedge: lead.hedge,
            scope: None,
            leading: claims[0],
            claims,
            origins,
            adverse: Vec::new(),
            state: FactState::Open,
            settled_by: None,
            superseded_by: None,
            credibility: None,
        });
        self
    }
}

/// A lab's accusation, told by four outlets and denied by nobody, with one independent report.
pub(crate) fn invented() -> Case {
    use ClaimKind::{Capability, Count, Disclosure, Market, Measure, Period, Response};
    let all: &[(u32, u32)] = &[(1, 1), (2, 1), (3, 1), (4, 1)];
    Maker::default()
        .source(Some("Harbour Wire"), Some("2031-06-24"))
        .source(Some("The Bay Post"), Some("2031-06-25"))
        .source(Some("Quayside Business Review"), Some("2031-06-26"))
        .source(None, None)
        .source(Some("Office of Trade Security"), Some("2031-07-08"))
        .origin("Halden")
        .origin("Office of Trade Security")
        .origin("Harbour Wire")
        .fact(&Short { property: "window", period: Some("XXXX-04-22/XXXX-06-05"), said: all, ..Short::of(Period) })
        .fact(&Short {
            property: "window",
            period: Some("XXXX-04/XXXX-06"),
            hedge: Hedge::Reported,
            said: &[(3, 1)],
            ..Short::of(Period)
        })
        .fact(&Short {
            subject: "Halden",
            value: Some("letter to the Committee on Trade"),
            period: Some("2031-06-23"),
            hedge: Hedge::Reported,
            said: &[(1, 1), (2, 1)],
            ..Short::of(Disclosure)
        })
        .fact(&Short {
            subject: "Halden",
            value: Some("blog post"),
            period: Some("2031-02"),
            hedge: Hedge::Asserted,
            said: &[(2, 1)],
            ..Short::of(Disclosure)
        })
        .fact(&Short {
            subject: "Office of Trade Security",
            value: Some("memo on copying of models"),
            property: "disclosure",
            period: Some("2031-04"),
            hedge: Hedge::Asserted,
            said: &[(5, 2)],
            ..Short::of(Disclosure)
        })
        .fact(&Short {
            subject: "Sens. Ada Quill and Tom Ferris",
            value: Some("amendment to the annual defense bill that would bar firms found to copy models"),
            unit: Some("planned"),
            period: Some("2031-06-25"),
            hedge: Hedge::Planned,
            said: &[(1, 3)],
            ..Short::of(Measure)
        })
        .fact(&Short {
            subject: "Office of Trade Security",
            value: Some("preliminary finding"),
            unit: Some("issued"),
            period: Some("2031-07-08"),
            hedge: Hedge::Confirmed,
            said: &[(5, 2)],
            ..Short::of(Measure)
        })
        .fact(&Short {
            subject: "Meridian Works",
            value: Some("no response"),
            period: Some("2031-06-24"),
            hedge: Hedge::Asserted,
            said: &[(1, 3)],
            ..Short::of(Response)
        })
        .fact(&Short {
            subject: "Meridian Works",
            property: "shares",
            value: Some("fell more than 3 percent"),
            period: Some("2031-06-25"),
            hedge: Hedge::Asserted,
            said: &[(3, 3)],
            ..Short::of(Market)
        })
        .fact(&Short {
            subject: "Osprey Labs",
            value: Some("market value fell"),
            period: Some("2029-01"),
            hedge: Hedge::Asserted,
            said: &[(3, 3)],
            ..Short::of(Market)
        })
        .fact(&Short {
            subject: "Meridian Works",
            value: Some("denial"),
            hedge: Hedge::Reported,
            said: &[(3, 3)],
            ..Short::of(Response)
        })
        .fact(&Short { property: "targeted capability", value: Some("software engineering"), said: all, ..Short::of(Capability) })
        .fact(&Short {
            property: "targeted capability",
            value: Some("agentic reasoning"),
            said: &[(1, 1), (3, 1), (5, 2)],
            ..Short::of(Capability)
        })
        .fact(&Short {
            property: "targeted capability",
            value: Some("long-horizon planning across many tools and documents"),
            hedge: Hedge::Asserted,
            said: &[(5, 2)],
            ..Short::of(Capability)
        })
        .fact(&Short {
            property: "targeted capability",
            value: Some("translation"),
            hedge: Hedge::Forecast,
            said: &[(2, 1)],
            ..Short::of(Capability)
        })
        .fact(&Short {
            property: "accounts",
            value: Some("25000"),
            unit: Some("accounts"),
            bound: Some(Bound::Below),
            said: all,
            ..Short::of(Count)
        })
        .fact(&Short {
            property: "accounts",
            value: Some("21400"),
            unit: Some("accounts"),
            bound: Some(Bound::AtLeast),
            hedge: Hedge::Confirmed,
            said: &[(5, 2)],
            ..Short::of(Count)
        })
        .fact(&Short {
            property: "exchanges",
            value: Some("28800000"),
            unit: Some("exchanges"),
            said: &[(1, 1), (3, 1)],
            ..Short::of(Count)
        })
        .fact(&Short {
            property: "conversations",
            value: Some("1000"),
            unit: Some("conversations"),
            bound: Some(Bound::Vague),
            said: &[(2, 1)],
            ..Short::of(Count)
        })
        .fact(&Short {
            property: "conversations",
            value: Some("28800000"),
            unit: Some("conversations"),
            bound: Some(Bound::About),
            said: &[(4, 1)],
            ..Short::of(Count)
        })
        .case
}
