//! An invented case for tests: the lab Halden says that operators linked to Meridian's Tern lab extracted from its model Corvid.
//! Three reports, one origin, the traps of real reporting.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "shared by tests that each use a part of it")]

use dossier_documents::{Context, DraftKind, Order};
use dossier_measures::{Catalogue, Directory};
use dossier_model::{
    Agreement, Case, Claim, ClaimId, ClaimKind, ClaimState, Comparison, Content, Digest, Fact, FactId, FactState, Handling,
    Hedge, Nexus, Office, Origin, OriginId, Quotes, Rung, Source, SourceId, Speaker, SpeakerRole, TextIndex,
};

pub const CAMPAIGN: &str = "Meridian Works campaign against Corvid";

const LEDGER: &str = "Halden says it was copied at scale

Halden says operators linked to Meridian's Tern lab used nearly 25,000 fraudulent accounts to run 28.8 million exchanges with its Corvid model. The campaign ran between April 22 and June 5, according to a letter that Halden sent to the Senate Banking Committee. It targeted software engineering and agentic reasoning, the letter says. Halden called it the largest known attempt by a foreign firm to copy its models.

“These attacks are carried out illicitly and at industrial scale,” Halden wrote. Halden said systems built this way often lack safety guardrails.

Meridian Works has not responded publicly to the claims. No independent third party has verified the allegations. Shares of Meridian Works fell more than 3% on the news. Senators plan to introduce an amendment to the defense bill that would sanction such firms.";

const KESTREL: &str = "Halden has accused Meridian of using approximately 25,000 fake accounts and 28.8 million conversations between April and June, reaching Corvid through proxy networks. The practice has led to to a cautious stance. One analyst said the exercise is an admission of where rivals stand. Such campaigns could become a persistent feature of the industry, Halden warned.";

const UNSIGNED: &str = "Thousands of fake accounts were used, Halden alleges.";

/// A case with what it is read against.
pub struct Invented {
    pub case: Case,
    pub catalogue: Catalogue,
    pub directory: Directory,
    pub office: Office,
}

impl Invented {
    pub fn context(&self) -> Context<'_> {
        Context { case: &self.case, catalogue: &self.catalogue, directory: &self.directory, office: &self.office }
    }

    fn with(case: Case) -> Self {
        Self { case, catalogue: Catalogue::shipped(), directory: Directory::shipped(), office: Office::default() }
    }
}

pub fn order(kind: DraftKind, to: &str) -> Order {
    Order { name: "test".into(), kind, to: to.parse().unwrap(), date: jiff::civil::date(2026, 11, 21), measures: Vec::new() }
}

/// What a claim says, to be filled in where it differs.
#[derive(Clone)]
pub struct Said {
    pub source: u32,
    pub kind: ClaimKind,
    pub subject: &'static str,
    pub property: &'static str,
    pub value: Option<&'static str>,
    pub unit: Option<&'static str>,
    pub bound: Option<&'static str>,
    pub period: Option<&'static str>,
    pub rung: Option<(Nexus, &'static str)>,
    pub hedge: Hedge,
    pub scope: Option<&'static str>,
    pub by: &'static str,
    pub quote: &'static str,
}

impl Said {
    pub fn new(source: u32, kind: ClaimKind, property: &'static str, quote: &'static str) -> Self {
        Self {
            source,
            kind,
            subject: CAMPAIGN,
            property,
            value: None,
            unit: None,
            bound: None,
            period: None,
            rung: None,
            hedge: Hedge::Alleged,
            scope: None,
            by: "Halden",
            quote,
        }
    }
    pub fn subject(self, subject: &'static str) -> Self {
        Self { subject, ..self }
    }
    pub fn value(self, value: &'static str) -> Self {
        Self { value: Some(value), ..self }
    }
    pub fn figure(self, value: &'static str, unit: &'static str, bound: Option<&'static str>) -> Self {
        Self { value: Some(value), unit: Some(unit), bound, ..self }
    }
    pub fn period(self, period: &'static str) -> Self {
        Self { period: Some(period), ..self }
    }
    pub fn rung(self, nexus: Nexus, party: &'static str) -> Self {
        Self { rung: Some((nexus, party)), ..self }
    }
    pub fn hedge(self, hedge: Hedge) -> Self {
        Self { hedge, ..self }
    }
    pub fn scope(self, scope: &'static str) -> Self {
        Self { scope: Some(scope), ..self }
    }
    pub fn by(self, by: &'static str) -> Self {
        Self { by, ..self }
    }
}

/// A source: title, publisher, date, text.
pub type Report = (Option<&'static str>, Option<&'static str>, Option<&'static str>, &'static str);

/// A case of `reports` and `said`; `facts` are the numbers of their claims, the leading one first, and those of their adverse facts.
pub fn case(reports: &[Report], said: &[Said], facts: &[(&[u32], &[u32])], differing: &[(u32, u32, u32)]) -> Case {
    let mut case = Case { title: "Invented".into(), ..Case::default() };
    for (number, (title, publisher, published, text)) in (1..).zip(reports) {
        let id = SourceId::new(number);
        case.texts.insert(id, (*text).to_owned());
        case.sources.push(Source {
            id,
            file: format!("report-{number}.txt"),
            sha256: Digest::of(text.as_bytes()),
            media_type: "text/plain".into(),
            title: title.map(str::to_owned),
            authors: Vec::new(),
            publisher: publisher.map(str::to_owned),
            published: published.map(|date| date.parse().unwrap()),
            url: None,
            syndicated_from: None,
            handling: Handling::Public,
            reliability: None,
            characters: u32::try_from(text.chars().count()).unwrap(),
            text_sha256: Digest::of(text.as_bytes()),
            issues: Vec::new(),
            revises: None,
            updated: None,
            within: None,
            path: None,
            reading: Default::default(),
            imported_at: "2026-11-20T10:00:00Z".into(),
            imported_by: "Tester".into(),
        });
    }
    let mut names: Vec<&str> = Vec::new();
    for (number, said) in (1..).zip(said) {
        let text = reports[said.source as usize - 1].3;
        let from = text.find(said.quote).unwrap_or_else(|| panic!("“{}” is not in report {}", said.quote, said.source));
        let index = TextIndex::new(text);
        let quote = index.quote(index.span_of_bytes(from, from + said.quote.len())).unwrap();
        let outlet =
            reports[said.source as usize - 1].1.map(|name| Speaker { name: name.into(), role: SpeakerRole::Outlet, words: None });
        let party = Speaker { name: said.by.into(), role: SpeakerRole::Party, words: Some(format!("{} says", said.by)) };
        if !names.contains(&said.by) {
            names.push(said.by);
        }
        case.claims.push(Claim {
            id: ClaimId::new(number),
            source: SourceId::new(said.source),
            content: Content {
                kind: said.kind,
                subject: said.subject.into(),
                property: said.property.into(),
                value: said.value.map(str::to_owned),
                unit: said.unit.map(str::to_owned),
                bound: said.bound.map(|word| dossier_model::Bound::parse(word).unwrap()),
                period: said.period.map(|period| period.parse().unwrap()),
                rung: said.rung.map(|(nexus, party)| Rung { nexus, party: party.into() }),
                hedge: said.hedge,
                scope: said.scope.map(str::to_owned),
                speakers: outlet.into_iter().chain([party]).collect(),
                headline: false,
                resolution: None,
                direct: false,
                dropped_hedge: None,
                quotes: Quotes::one(quote),
            },
            state: ClaimState::Accepted,
            proposer: "rules".into(),
            bulk: false,
        });
    }
    for (number, name) in (1..).zip(&names) {
        let claims = (1..).zip(said).filter(|(_, said)| said.by == *name).map(|(n, _)| ClaimId::new(n)).collect();
        case.origins.push(Origin { id: OriginId::new(number), name: (*name).to_owned(), claims, edges: Vec::new() });
    }
    for (number, (claims, adverse)) in (1..).zip(facts) {
        let lead = ClaimId::new(claims[0]);
        let mut ids: Vec<ClaimId> = claims.iter().copied().map(ClaimId::new).collect();
        ids.sort();
        let content = case.claim(lead).unwrap().content.clone();
        let origins = case
            .origins
            .iter()
            .filter(|origin| ids.iter().any(|id| origin.claims.contains(id)))
            .map(|origin| origin.id)
            .collect();
        case.facts.push(Fact {
            id: FactId::new(number),
            kind: content.kind,
            subject: content.subject,
            property: content.property,
            value: content.value,
            unit: content.unit,
            bound: content.bound,
            period: content.period,
            rung: content.rung,
            hedge: content.hedge,
            scope: content.scope,
            claims: ids,
            leading: lead,
            origins,
            adverse: adverse.iter().copied().map(FactId::new).collect(),
            state: FactState::Open,
            settled_by: None,
            superseded_by: None,
            credibility: None,
        });
    }
    for (fact, a, b) in differing {
        case.comparisons.push(Comparison {
            fact: FactId::new(*fact),
            verdict: Agreement::NotComparable,
            claims: [ClaimId::new(*a), ClaimId::new(*b)],
            why: "they measure different things".into(),
            later: None,
        });
    }
    case
}

/// The whole case. Facts: 1 accounts, 2 exchanges, 3 window, 4 attribution, 5 and 6 capabilities, 7 superlative, 8 quotation,
/// 9 safety, 10 response, 11 verification, 12 market, 13 planned measure, 14 conversations, 15 opinion, 16 slip, 17 Halden,
/// 18 Meridian Works, 19 the Tern lab, 20 Corvid, 21 letter, 22 addressee, 23 method, 24 forecast.
pub fn full() -> Invented {
    use ClaimKind as K;
    let (linked, lab) = (Nexus::Linked, "Meridian's Tern lab");
    let said = [
        Said::new(1, K::Count, "accounts", "operators linked to Meridian's Tern lab used nearly 25,000 fraudulent accounts")
            .figure("25000", "accounts", Some("below"))
            .rung(linked, lab),
        Said::new(1, K::Count, "exchanges", "28.8 million exchanges with its Corvid model")
            .figure("28800000", "exchanges", None)
            .rung(linked, lab),
        Said::new(1, K::Period, "window", "The campaign ran between April 22 and June 5")
            .period("XXXX-04-22/XXXX-06-05")
            .hedge(Hedge::Reported),
        Said::new(1, K::Attribution, "attribution", "operators linked to Meridian's Tern lab").rung(linked, lab),
        Said::new(1, K::Capability, "targeted capability", "It targeted software engineering and agentic reasoning")
            .value("software engineering"),
        Said::new(1, K::Capability, "targeted capability", "It targeted software engineering and agentic reasoning")
            .value("agentic reasoning"),
        Said::new(1, K::Superlative, "superlative", "the largest known attempt by a foreign firm to copy its models")
            .value("largest")
            .scope("by a foreign firm"),
        Said::new(1, K::Quotation, "quotation", "These attacks are carried out illicitly and at industrial scale")
            .subject("Halden"),
        Said::new(1, K::Safety, "safety", "systems built this way often lack safety guardrails")
            .subject("Halden")
            .hedge(Hedge::Opinion),
        Said::new(1, K::Response, "response", "Meridian Works has not responded publicly to the claims")
            .subject("Meridian Works")
            .value("no response")
            .hedge(Hedge::Asserted)
            .by("Ledger Wire"),
        Said::new(1, K::Verification, "verification", "No independent third party has verified the allegations")
            .value("not independently verified")
            .hedge(Hedge::Asserted)
            .by("Ledger Wire"),
        Said::new(1, K::Market, "market", "Shares of Meridian Works fell more than 3% on the news")
            .subject("Meridian Works")
            .figure("3", "percent", Some("above"))
            .hedge(Hedge::Asserted)
            .by("Ledger Wire"),
        Said::new(
            1,
            K::Measure,
            "measure",
            "Senators plan to introduce an amendment to the defense bill that would sanction such firms",
        )
        .subject("Senators")
        .value("amendment to the defense bill")
        .hedge(Hedge::Planned)
        .by("Ledger Wire"),
        Said::new(2, K::Count, "accounts", "approximately 25,000 fake accounts")
            .figure("25000", "accounts", Some("about"))
            .rung(Nexus::By, "Meridian"),
        Said::new(2, K::Count, "conversations", "28.8 million conversations")
            .figure("28800000", "conversations", None)
            .rung(Nexus::By, "Meridian"),
        Said::new(2, K::Period, "window", "between April and June").period("XXXX-04/XXXX-06"),
        Said::new(2, K::Opinion, "opinion", "the exercise is an admission of where rivals stand")
            .subject("One analyst")
            .hedge(Hedge::Opinion)
            .by("One analyst"),
        Said::new(2, K::Effect, "effect", "The practice has led to to a cautious stance")
            .hedge(Hedge::Asserted)
            .by("Kestrel Post"),
        Said::new(1, K::Party, "role", "Halden").subject("Halden").value("accuser").hedge(Hedge::Asserted).by("Ledger Wire"),
        Said::new(1, K::Party, "role", "Meridian Works").subject("Meridian Works").value("accused").by("Ledger Wire"),
        Said::new(1, K::Party, "role", "Meridian's Tern lab").subject("Meridian's Tern lab").value("lab").by("Ledger Wire"),
        Said::new(1, K::Party, "role", "its Corvid model")
            .subject("Corvid")
            .value("target model")
            .hedge(Hedge::Asserted)
            .by("Ledger Wire"),
        Said::new(1, K::Disclosure, "disclosure", "a letter that Halden sent to the Senate Banking Committee")
            .subject("Halden")
            .value("letter")
            .hedge(Hedge::Reported),
        Said::new(1, K::Recipient, "recipient", "a letter that Halden sent to the Senate Banking Committee")
            .subject("letter")
            .value("the Senate Banking Committee")
            .hedge(Hedge::Reported),
        Said::new(3, K::Count, "accounts", "Thousands of fake accounts").figure("1000", "accounts", Some("vague")),
        Said::new(2, K::Method, "method", "through proxy networks").value("proxy networks"),
        Said::new(2, K::Forecast, "forecast", "Such campaigns could become a persistent feature of the industry")
            .hedge(Hedge::Forecast),
    ];
    let facts: [(&[u32], &[u32]); 24] = [
        (&[1, 14, 25], &[10, 11]),
        (&[2], &[10, 11]),
        (&[3, 16], &[11]),
        (&[4], &[10, 11, 15]),
        (&[5], &[]),
        (&[6], &[]),
        (&[7], &[11]),
        (&[8], &[]),
        (&[9], &[]),
        (&[10], &[]),
        (&[11], &[]),
        (&[12], &[]),
        (&[13], &[]),
        (&[15], &[10]),
        (&[17], &[]),
        (&[18], &[]),
        (&[19], &[]),
        (&[20], &[]),
        (&[21], &[]),
        (&[22], &[]),
        (&[23], &[]),
        (&[24], &[]),
        (&[26], &[]),
        (&[27], &[]),
    ];
    let reports: [Report; 3] = [
        (Some("Halden says it was copied at scale"), Some("Ledger Wire"), Some("2026-06-25"), LEDGER),
        (Some("Corvid and the copyists"), Some("Kestrel Post"), Some("2026-06-26"), KESTREL),
        (Some("Fake accounts alleged"), None, None, UNSIGNED),
    ];
    Invented::with(case(&reports, &said, &facts, &[(2, 2, 15)]))
}

/// One report, one claim: no accused, no window, no measures.
pub fn sparse() -> Invented {
    let said = [Said::new(1, ClaimKind::Count, "accounts", "Thousands of fake accounts").subject("campaign").figure(
        "1000",
        "accounts",
        Some("vague"),
    )];
    Invented::with(case(&[(None, None, None, UNSIGNED)], &said, &[(&[1], &[])], &[]))
}

/// One report that names nobody and only quotes.
pub fn only_words() -> Invented {
    let text = "“We saw queries that no customer would send,” an engineer said. Nobody has answered yet.";
    let said = [
        Said::new(1, ClaimKind::Quotation, "quotation", "We saw queries that no customer would send")
            .subject("an engineer")
            .by("an engineer"),
        Said::new(1, ClaimKind::Response, "response", "Nobody has answered yet")
            .subject("nobody")
            .value("no response")
            .by("Night Desk")
            .hedge(Hedge::Asserted),
    ];
    Invented::with(case(
        &[(Some("Odd queries"), Some("Night Desk"), Some("2026-07"), text)],
        &said,
        &[(&[1], &[2]), (&[2], &[])],
        &[],
    ))
}

/// An empty case.
pub fn empty() -> Invented {
    Invented::with(Case::default())
}
