//! A small fictional case: two exhibits, and a third source that must leave no trace in a pack.

use dossier_model::{
    Agreement, Basis, Case, Claim, ClaimId, ClaimKind, ClaimState, Comparison, Content, Digest, Edge, Entry, Fact, FactId,
    FactState, Handling, Hedge, Issue, Origin, OriginId, Quote, Quotes, RowDigest, Source, SourceId, Speaker, SpeakerRole,
};
use dossier_packs::{Contents, Exhibit, evidence, pack};
use std::sync::Arc;

pub(crate) const GAZETTE: &str =
    "Halden says operators linked to Meridian Works used nearly 25,000 accounts.\nThe company’s “Corvid” model was the target.\n";
pub(crate) const COURIER: &str =
    "According to a letter seen by the Courier, about 25,000 accounts were used — “illicitly”, it says.\n";
/// Stands in the source that is no exhibit; must not stand in a pack.
pub(crate) const SECRET: &str = "thornbury";

fn source(number: u32, file: &str, publisher: &str, text: &str) -> Source {
    Source {
        id: SourceId::new(number),
        file: file.into(),
        sha256: Digest::of(format!("# {text}").as_bytes()),
        media_type: "text/markdown".into(),
        title: Some(format!("What the {publisher} reports")),
        authors: vec!["A. Writer".into()],
        publisher: Some(publisher.into()),
        published: Some("2026-06-25".parse().unwrap()),
        url: Some(format!("https://{}.example/1", publisher.to_lowercase())),
        syndicated_from: None,
        handling: Handling::Public,
        reliability: None,
        characters: text.chars().count() as u32,
        text_sha256: Digest::of(text.as_bytes()),
        issues: vec![Issue { code: "no-date".into(), message: format!("a note about /home/{SECRET}") }],
        revises: (number == 1).then(|| SourceId::new(2)),
        updated: None,
        within: None,
        path: None,
        reading: Default::default(),
        imported_at: "2026-07-01T09:00:00Z".into(),
        imported_by: "Dana Reyes".into(),
    }
}

fn claim(number: u32, source: u32, text: &str, words: &str, state: ClaimState) -> Claim {
    let start = text[..text.find(words).unwrap()].chars().count() as u32;
    let quote = Quote { start, end: start + words.chars().count() as u32, text: words.into() };
    let speaker = |name: &str, role, words: &str| Speaker { name: name.into(), role, words: Some(words.into()) };
    Claim {
        id: ClaimId::new(number),
        source: SourceId::new(source),
        content: Content {
            kind: ClaimKind::Count,
            subject: "Meridian Works campaign against Corvid".into(),
            property: "accounts".into(),
            value: Some("25000".into()),
            unit: Some("accounts".into()),
            bound: Some(dossier_model::Bound::About),
            period: None,
            rung: None,
            hedge: Hedge::Reported,
            scope: None,
            speakers: vec![speaker("Halden", SpeakerRole::Party, words)],
            headline: false,
            resolution: None,
            direct: false,
            dropped_hedge: None,
            quotes: Quotes::one(quote),
        },
        state,
        proposer: SECRET.into(),
        bulk: false,
    }
}

fn fact(number: u32, claims: &[u32], leading: u32) -> Fact {
    Fact {
        id: FactId::new(number),
        kind: ClaimKind::Count,
        subject: "Meridian Works campaign against Corvid".into(),
        property: "accounts".into(),
        value: Some(if leading == 3 { SECRET } else { "25000" }.into()),
        unit: Some("accounts".into()),
        bound: None,
        period: None,
        rung: None,
        hedge: Hedge::Reported,
        scope: None,
        claims: claims.iter().map(|n| ClaimId::new(*n)).collect(),
        leading: ClaimId::new(leading),
        origins: vec![OriginId::new(1), OriginId::new(2)],
        adverse: vec![FactId::new(2)],
        state: FactState::Open,
        settled_by: None,
        superseded_by: None,
        credibility: None,
    }
}

pub(crate) fn case() -> Case {
    let hidden = format!("{SECRET} counts thousands of accounts");
    let texts = [(1, GAZETTE), (2, hidden.as_str()), (3, COURIER)];
    let mut sources = vec![
        source(1, "gazette.md", "Gazette", GAZETTE),
        source(2, "hidden.txt", SECRET, &hidden),
        source(3, "courier.TXT", "Courier", COURIER),
    ];
    sources[2].handling = Handling::Unreviewed;
    let edge = |from: &str, words: &str, inferred| {
        let basis = if inferred { Basis::SameAccuser } else { Basis::Said };
        Edge { from: from.into(), to: "Halden".into(), words: words.into(), inferred, basis, source: None }
    };
    // What rests on a source that is no exhibit is not shown.
    let beside = Edge {
        words: "the text is nearly that of S2".into(),
        basis: Basis::NearCopy,
        source: Some(SourceId::new(2)),
        ..edge("Courier", "", true)
    };
    let quoted = |words: &str| format!("the source names one accuser: “{words}”");
    let comparison = |a, b, why: &str| Comparison {
        fact: FactId::new(1),
        verdict: Agreement::Compatible,
        claims: [ClaimId::new(a), ClaimId::new(b)],
        why: why.into(),
        later: None,
    };
    Case {
        title: "Corvid extraction campaign".into(),
        marks: std::collections::BTreeMap::new(),
        texts: texts.iter().map(|(n, text)| (SourceId::new(*n), (*text).to_owned())).collect(),
        claims: vec![
            claim(1, 1, GAZETTE, "nearly 25,000 accounts", ClaimState::Accepted),
            claim(2, 3, COURIER, "about 25,000 accounts were used — “illicitly”", ClaimState::Accepted),
            claim(3, 2, &hidden, "thousands of accounts", ClaimState::Accepted),
            claim(4, 1, GAZETTE, "“Corvid” model", ClaimState::Rejected),
        ],
        facts: vec![fact(1, &[1, 2, 3], 1), fact(2, &[3], 3)],
        origins: vec![
            Origin {
                id: OriginId::new(1),
                name: "Halden".into(),
                claims: vec![ClaimId::new(1), ClaimId::new(2), ClaimId::new(3)],
                edges: vec![
                    beside,
                    edge("Courier", &quoted("nearly 25,000 accounts"), true),
                    edge("Gazette", "nearly 25,000 accounts", false),
                    edge("Gazette", "thousands of accounts", false),
                    edge("Gazette", &quoted("thousands of accounts"), true),
                    edge(SECRET, "the next link that the sentence names", true),
                ],
            },
            Origin { id: OriginId::new(2), name: SECRET.into(), claims: vec![ClaimId::new(3)], edges: vec![] },
        ],
        parties: Vec::new(),
        comparisons: vec![comparison(1, 2, "both leave 24,900 possible"), comparison(1, 3, SECRET)],
        sources: std::mem::take(&mut sources),
    }
}

pub(crate) fn exhibits() -> Vec<Exhibit> {
    let case = case();
    [(1, 1, GAZETTE), (2, 3, COURIER)]
        .map(|(number, id, text)| {
            let source = case.source(SourceId::new(id)).unwrap().clone();
            let description = format!("{}, {}, 2026-06-25", source.title.clone().unwrap(), source.publisher.clone().unwrap());
            Exhibit {
                number,
                source,
                original: format!("# {text}").into_bytes().into(),
                text: text.into(),
                description,
                cited_at: vec![format!("footnote {number}")],
            }
        })
        .into()
}

pub(crate) fn ledger() -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (act, content, row) in [
        ("new", true, None),
        (&*format!("import /home/{SECRET}/gazette.md"), true, Some("1")),
        ("source S1", true, Some("1")),
        ("publish letter", false, None),
        ("accept C1", true, Some("C1")),
        ("pack letter", false, None),
    ] {
        let rows =
            row.map(|row| RowDigest { table: "sources".into(), row: row.into(), sha256: Some(Digest::of(act.as_bytes())) });
        let at = "2026-07-01T09:00:00Z".to_owned();
        let entry =
            Entry::seal(entries.last(), at, "Dana Reyes".into(), act.into(), content, rows.into_iter().collect()).unwrap();
        entries.push(entry);
    }
    entries
}

pub(crate) fn contents() -> Contents {
    let exhibits = exhibits();
    Contents {
        evidence: evidence(&case(), &exhibits).unwrap(),
        exhibits,
        documents: vec![("letter.pdf".into(), b"%PDF-1.7 a letter".to_vec()), ("charts/timeline.svg".into(), b"<svg/>".to_vec())],
        custody: ledger(),
        title: "Corvid extraction campaign".into(),
        organisation: Some("Halden Policy Office".into()),
        bagging_date: "2026-07-02".into(),
        specimen: true,
    }
}

pub(crate) fn packed() -> Vec<u8> {
    let mut bytes = Vec::new();
    pack(&contents(), &mut bytes).unwrap();
    bytes
}

/// The files of a zip by their path in the bag, and the name of the bag's folder.
pub(crate) fn unzip(bytes: &[u8]) -> (String, std::collections::BTreeMap<String, Vec<u8>>) {
    use std::io::Read as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut files = std::collections::BTreeMap::new();
    let mut folder = String::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let (top, path) = name.split_once('/').unwrap();
        folder = top.to_owned();
        let mut read = Vec::new();
        entry.read_to_end(&mut read).unwrap();
        files.insert(path.to_owned(), read);
    }
    (folder, files)
}

pub(crate) fn shared(bytes: &[u8]) -> Arc<[u8]> {
    bytes.into()
}
