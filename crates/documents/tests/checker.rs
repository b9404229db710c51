//! The checker held to sixty sentences, half of them faithful to an invented case and half overstated, and to what tries to slip by.
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "tests stop at what they did not expect")]

mod invented;

use dossier_documents::{
    Binding, Block, Draft, DraftKind, Finding, FindingCode, Inline, Sentence, Severity, check, read_draft, seen, tell, write,
};
use dossier_model::{ClaimState, Computation, FactId, Hedge};
use expect_test::expect;
use invented::{Invented, full, order};
use serde::Deserialize;
use std::collections::BTreeSet;

/// A sentence in the notation `{words|F3}`: words bound to a fact, `C3` a claim's quotation, `S1` a source, `O1` an origin,
/// `F2/F1` the ratio of two facts, `F2/days F3` a rate per day, `law ID` a measure, `recipient`, `waiver`.
#[derive(Deserialize)]
struct Case {
    text: String,
    codes: Vec<FindingCode>,
}

fn sentence(text: &str, invented: &Invented) -> Sentence {
    let mut sentence = Sentence::default();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let close = open + rest[open..].find('}').expect("a closing brace");
        if open > 0 {
            sentence = sentence.then(&rest[..open]);
        }
        let (words, to) = rest[open + 1..close].rsplit_once('|').expect("words and a binding");
        sentence.parts.push(Inline { text: words.to_owned(), binding: Some(binding(to, invented)), note: false });
        rest = &rest[close + 1..];
    }
    if rest.is_empty() { sentence } else { sentence.then(rest) }
}

fn binding(to: &str, invented: &Invented) -> Binding {
    let fact = |id: &str| -> FactId { id.parse().unwrap() };
    if to == "recipient" {
        return Binding::Recipient;
    }
    if to == "waiver" {
        return Binding::Waiver { by: "A. Person".into(), reason: "checked by hand".into() };
    }
    if let Some(measure) = to.strip_prefix("law ") {
        return Binding::Law { measure: measure.parse().unwrap(), element: None };
    }
    if let Some((of, over)) = to.split_once("/days ") {
        return Binding::Computation { computation: Computation::PerDay { of: fact(of), over: fact(over) } };
    }
    if let Some((of, by)) = to.split_once('/') {
        return Binding::Computation { computation: Computation::Ratio { of: fact(of), by: fact(by) } };
    }
    match to.chars().next().unwrap() {
        'F' => Binding::Fact { fact: fact(to), seen: Some(seen(invented.case.fact(fact(to)).unwrap())) },
        'C' => Binding::Quote { claim: to.parse().unwrap() },
        'S' => Binding::Source { source: to.parse().unwrap() },
        'O' => Binding::Origin { origin: to.parse().unwrap() },
        other => panic!("no binding begins with {other}"),
    }
}

/// A draft of these blocks, with what is adverse to the case's facts in a paragraph after them.
fn draft(mut blocks: Vec<Block>, invented: &Invented) -> Draft {
    let order = order(DraftKind::Letter, "senate-banking");
    let adverse = [
        "In the words of {Ledger Wire|S1}, “{Meridian Works has not responded publicly to the claims|F10}.”",
        "In the words of {Ledger Wire|S1}, “{No independent third party has verified the allegations|F11}.”",
        "In the words of {Kestrel Post|S2}, “{the exercise is an admission of where rivals stand|F15}.”",
    ];
    blocks.push(Block::Paragraph { sentences: adverse.iter().map(|text| sentence(text, invented)).collect() });
    Draft {
        name: order.name,
        kind: order.kind,
        to: order.to,
        date: order.date,
        subject: Sentence::default(),
        measures: Vec::new(),
        blocks,
        annex: Vec::new(),
    }
}

fn errors(draft: &Draft, invented: &Invented) -> Vec<Finding> {
    check(draft, &invented.context()).into_iter().filter(|finding| finding.code.severity() == Severity::Error).collect()
}

fn judge(text: &str, invented: &Invented) -> (BTreeSet<FindingCode>, Vec<Finding>) {
    let draft = draft(vec![Block::Paragraph { sentences: vec![sentence(text, invented)] }], invented);
    let found = errors(&draft, invented);
    (found.iter().map(|finding| finding.code).collect(), found)
}

#[test]
fn sixty_sentences_are_judged_right() {
    let invented = full();
    let cases: Vec<Case> = serde_json::from_str(include_str!("sentences.json")).unwrap();
    assert_eq!(cases.len(), 60);
    assert_eq!(cases.iter().filter(|case| case.codes.is_empty()).count(), 30);
    let mut wrong = Vec::new();
    for (number, case) in (1..).zip(&cases) {
        let (codes, found) = judge(&case.text, &invented);
        if codes != case.codes.iter().copied().collect() {
            wrong.push(format!("{number}. {}\n   expected {:?}\n   found {found:#?}", case.text, case.codes));
        }
    }
    assert!(wrong.is_empty(), "{} judged wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn disguised_figures_and_words_do_not_slip_by() {
    let invented = full();
    let check = |text: &str, expect: &[FindingCode]| {
        let (codes, found) = judge(text, &invented);
        assert_eq!(codes, expect.iter().copied().collect(), "{text}\n{found:#?}");
    };
    use FindingCode::{LegalWordClimbed, PrecisionGained, QuoteAltered, StrongerThanSource, Unbound};
    check("According to Halden, there were ２５,０００ accounts.", &[Unbound]);
    check("According to {Halden|F17}, there were 25 000 accounts.", &[Unbound]);
    check("According to {Halden|F17}, there were twenty-five thousand accounts.", &[Unbound]);
    check("According to {Halden|F17}, there were 25k accounts.", &[Unbound]);
    check("According to {Halden|F17}, there were {twenty-five thousand accounts|F1}.", &[PrecisionGained]);
    check("According to {Halden|F17}, there were {25 000 accounts|F1}.", &[PrecisionGained]);
    check("ALLEGEDLY {operators linked to Meridian's Tern lab|F4} used {nearly 25,000 accounts|F1}.", &[]);
    check("{Halden|F17} alleges that {Meridian's Tern lab|F4} did not use {nearly 25,000 accounts|F1}.", &[StrongerThanSource]);
    check(
        "It is alleged that {operators linked to Meridian's Tern lab|F4} never used {nearly 25,000 accounts|F1}.",
        &[StrongerThanSource],
    );
    check("In the words of {Ledger Wire|S1}, there were “{25,000 fraudulent accounts|F1}.”", &[PrecisionGained]);
    check("In the words of {Ledger Wire|S1}, there were “{5,000 fraudulent accounts|F1}.”", &[QuoteAltered, PrecisionGained]);
    check("According to {Halden|F17}, this was THEFT by {operators linked to Meridian's Tern lab|F4}.", &[LegalWordClimbed]);
}

#[test]
fn headings_captions_tables_and_the_subject_are_checked_as_sentences_are() {
    let invented = full();
    let plain = |text: &str| Sentence::plain(text);
    let blocks = vec![
        Block::Heading { text: plain("How 25,000 accounts were used") },
        Block::Table {
            caption: plain("The 28.8 million exchanges"),
            head: vec![plain("What")],
            rows: vec![vec![plain("On April 22")]],
        },
        Block::Figure { chart: "timeline".into(), caption: plain("Stolen from Corvid") },
    ];
    let mut draft = draft(blocks, &invented);
    draft.subject = plain("The theft of Corvid");
    let places: BTreeSet<(FindingCode, String)> =
        errors(&draft, &invented).into_iter().map(|finding| (finding.code, finding.place)).collect();
    for (code, place) in [
        (FindingCode::Unbound, "heading 1"),
        (FindingCode::Unbound, "caption of table 1"),
        (FindingCode::Unbound, "table 1, row 1, column 1"),
        (FindingCode::LegalWordClimbed, "caption of figure 1"),
        (FindingCode::LegalWordClimbed, "subject"),
        (FindingCode::Unbound, "subject"),
    ] {
        assert!(places.contains(&(code, place.to_owned())), "{code} at {place} is missing: {places:?}");
    }
}

#[test]
fn a_fact_without_what_weakens_it_is_told_once_for_each_adverse_fact() {
    let invented = full();
    let text = "According to {Halden|F17}, there were {nearly 25,000 accounts|F1}.";
    let sentences = vec![sentence(text, &invented), sentence(text, &invented)];
    let mut draft = draft(Vec::new(), &invented);
    draft.blocks = vec![Block::Paragraph { sentences }];
    let omitted: Vec<Finding> =
        errors(&draft, &invented).into_iter().filter(|finding| finding.code == FindingCode::AdverseOmitted).collect();
    assert_eq!(omitted.iter().map(|finding| finding.place.as_str()).collect::<Vec<_>>(), ["paragraph 1, sentence 1"; 2]);
    assert!(omitted[0].why.contains("has not responded publicly"), "{omitted:#?}");
}

#[test]
fn warnings_are_told_and_stop_nothing() {
    let mut invented = full();
    for claim in &mut invented.case.claims {
        claim.bulk = true;
    }
    // The window takes its year from a dated claim of the same origin.
    invented.case.claims[15].content.period = Some("2026-04/2026-06".parse().unwrap());
    let window = sentence("According to {Halden|F17}, it ran {between April 22 and June 5, 2026|F14}.", &invented);
    let mut dated = invented.case.facts[2].clone();
    dated.claims = vec![dossier_model::ClaimId::new(3)];
    invented.case.facts[2] = dated;
    let text = window.text();
    let fact = FactId::new(3);
    let bound = Sentence::default()
        .then("According to ")
        .bound("Halden", binding("F17", &invented))
        .then(", it ran ")
        .bound("between April 22 and June 5, 2026", Binding::Fact { fact, seen: None })
        .then(".");
    assert_eq!(bound.text(), text);
    let mut draft = draft(vec![Block::Paragraph { sentences: vec![bound] }], &invented);
    draft.measures = vec!["chip-controls".parse().unwrap()];
    let found = check(&draft, &invented.context());
    let has = |code| found.iter().filter(|finding| finding.code == code).count();
    assert_eq!(has(FindingCode::YearInferred), 1, "{found:#?}");
    assert_eq!(has(FindingCode::BulkAccepted), 1, "once for the document: {found:#?}");
    assert!(
        has(FindingCode::ElementUnsupported) > 0
            && has(FindingCode::MeasureUnverified) == 1
            && has(FindingCode::MeasureOutdated) == 1
    );
    assert!(found.iter().all(|finding| finding.severity == Severity::Warning), "{found:#?}");
}

#[test]
fn a_fact_that_changed_makes_its_sentences_stale() {
    let mut invented = full();
    let draft = write(&order(DraftKind::Letter, "ostp"), &invented.context()).unwrap();
    invented.case.facts[0].hedge = Hedge::Disputed;
    assert!(check(&draft, &invented.context()).iter().any(|finding| finding.code == FindingCode::Stale));
    invented.case.facts.remove(0);
    let gone = check(&draft, &invented.context());
    assert!(gone.iter().any(|finding| finding.code == FindingCode::Unbound && finding.why.contains("not in the dossier")));
}

#[test]
fn a_quoted_claim_that_was_edited_or_rejected_since_is_found() {
    let mut invented = full();
    let draft = write(&order(DraftKind::Letter, "ostp"), &invented.context()).unwrap();
    let is_quoted = |id| {
        draft
            .sentences()
            .iter()
            .flat_map(|(_, sentence)| &sentence.parts)
            .any(|part| part.binding == Some(Binding::Quote { claim: id }))
    };
    let at = invented.case.claims.iter().position(|claim| is_quoted(claim.id)).unwrap();
    for (state, says) in [(ClaimState::Superseded, "was edited, split or merged"), (ClaimState::Rejected, "is rejected")] {
        invented.case.claims[at].state = state;
        let found = check(&draft, &invented.context());
        let stale = |finding: &&Finding| finding.code == FindingCode::Stale && finding.why.contains(says);
        assert!(found.iter().any(|finding| stale(&finding)), "{found:#?}");
    }
}

#[test]
fn a_waiver_by_a_named_person_answers_for_its_words() {
    let invented = full();
    let (codes, _) = judge("There were {25,000 accounts|waiver}.", &invented);
    assert!(codes.is_empty(), "{codes:?}");
}

#[test]
fn plain_sentences_are_bound_where_that_is_unambiguous() {
    let invented = full();
    let json = r#"{"subject": "Alleged campaign", "paragraphs": ["According to Halden, operators linked to Meridian's Tern lab used nearly 25,000 fraudulent accounts. The campaign allegedly ran between April 22 and June 5 and targeted software engineering.", ["Meridian Works has not responded publicly."]]}"#;
    let draft = read_draft(json, &order(DraftKind::Letter, "senate-banking"), &invented.context()).unwrap();
    let bound: Vec<(String, String)> = draft
        .sentences()
        .iter()
        .flat_map(|(_, sentence)| &sentence.parts)
        .filter_map(|part| match &part.binding {
            Some(Binding::Fact { fact, .. }) => Some((part.text.clone(), fact.to_string())),
            _ => None,
        })
        .collect();
    for (words, fact) in [
        ("nearly 25,000 fraudulent accounts", "F1"),
        ("software engineering", "F5"),
        ("Halden", "F17"),
        ("responded", "F10"),
        ("Meridian's Tern lab", "F4"),
    ] {
        assert!(bound.contains(&(words.to_owned(), fact.to_owned())), "{words} is not bound to {fact}: {bound:?}");
    }
    assert!(bound.iter().any(|(words, fact)| words.contains("April 22") && fact == "F3"), "{bound:?}");
    let found: Vec<Finding> =
        errors(&draft, &invented).into_iter().filter(|finding| finding.code != FindingCode::AdverseOmitted).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn words_of_a_report_that_does_not_lead_are_bound_to_that_report() {
    let mut invented = full();
    // The fact takes "approximately 25,000"; one report says "nearly 25,000", and so may the sentence, with that report's footnote.
    let fact = &mut invented.case.facts[0];
    (fact.leading, fact.bound) = (dossier_model::ClaimId::new(14), Some(dossier_model::Bound::About));
    let read = |text: &str| {
        let json = serde_json::to_string(&[text]).unwrap();
        read_draft(&json, &order(DraftKind::Letter, "bis"), &invented.context()).unwrap()
    };
    let draft = read("According to Halden, nearly 25,000 accounts were used.");
    let parts: Vec<_> = draft.sentences().iter().flat_map(|(_, sentence)| sentence.parts.clone()).collect();
    let claim = dossier_model::ClaimId::new(1);
    assert!(
        parts.iter().any(|part| part.text == "nearly 25,000 accounts" && part.binding == Some(Binding::Quote { claim })),
        "{parts:?}"
    );
    let codes = |draft: &Draft| errors(draft, &invented).iter().map(|finding| finding.code).collect::<BTreeSet<_>>();
    assert!(!codes(&draft).contains(&FindingCode::PrecisionGained));
    assert!(codes(&read("According to Halden, more than 25,000 accounts were used.")).contains(&FindingCode::PrecisionGained));
}

#[test]
fn the_guide_names_every_code_and_the_schema_every_block_and_binding() {
    let guide = include_str!("../../../docs/guide/drafts.md");
    for code in FindingCode::ALL {
        assert!(guide.contains(&format!("`{}`", code.as_str())), "{code} is not in the guide");
    }
    let schema: serde_json::Value = serde_json::from_str(include_str!("../../../docs/guide/draft.schema.json")).unwrap();
    let names = |of: &str, tag: &str| -> BTreeSet<String> {
        let kinds = schema["$defs"][of]["oneOf"].as_array().unwrap();
        kinds.iter().map(|kind| kind["properties"][tag]["const"].as_str().unwrap().to_owned()).collect()
    };
    let tag = |value: serde_json::Value, tag: &str| value[tag].as_str().unwrap().to_owned();
    let invented = full();
    let bindings = ["F1", "C1", "S1", "O1", "F2/F1", "law hr8283", "recipient", "waiver"].map(|to| binding(to, &invented));
    let written: BTreeSet<String> =
        bindings.iter().chain([&Binding::Office]).map(|binding| tag(serde_json::to_value(binding).unwrap(), "to")).collect();
    assert_eq!(names("binding", "to"), written);
    let (text, caption) = (Sentence::plain("a"), Sentence::plain("b"));
    let blocks = [
        Block::Heading { text },
        Block::Paragraph { sentences: vec![] },
        Block::BottomLine { sentences: vec![] },
        Block::List { numbered: true, items: vec![] },
        Block::Table { caption: caption.clone(), head: vec![], rows: vec![] },
        Block::Figure { chart: "timeline".into(), caption },
    ];
    let written: BTreeSet<String> = blocks.iter().map(|block| tag(serde_json::to_value(block).unwrap(), "block")).collect();
    assert_eq!(names("block", "block"), written);
}

#[test]
fn overstated_plain_sentences_are_found_without_any_notation() {
    let invented = full();
    let check = |text: &str, code: FindingCode| {
        let json = serde_json::to_string(&[text]).unwrap();
        let draft = read_draft(&json, &order(DraftKind::Letter, "senate-banking"), &invented.context()).unwrap();
        let codes: BTreeSet<FindingCode> = errors(&draft, &invented).iter().map(|finding| finding.code).collect();
        assert!(codes.contains(&code), "{text}: {codes:?}");
    };
    check("According to Halden, more than 25,000 accounts were used.", FindingCode::PrecisionGained);
    check("According to Halden, there were nearly 25,000 proxies.", FindingCode::PrecisionGained);
    check("Operators linked to Meridian's Tern lab used nearly 25,000 fraudulent accounts.", FindingCode::StrongerThanSource);
    check(
        "According to Halden, operators linked to Meridian Works used nearly 25,000 fraudulent accounts.",
        FindingCode::AttributionClimbed,
    );
    check("Halden wrote that “these attacks are carried out illegally and at industrial scale”.", FindingCode::QuoteAltered);
    check("According to Halden, this is the largest attempt ever.", FindingCode::ScopeWidened);
    check("According to Halden, there were 30,000 accounts.", FindingCode::Unbound);
}

#[test]
fn a_file_that_is_no_draft_is_refused_with_its_place() {
    let invented = full();
    let read = |json: &str| read_draft(json, &order(DraftKind::Letter, "bis"), &invented.context()).unwrap_err().to_string();
    let misplaced = read("{\"paragraphs\": [\n  3\n]}");
    assert!(misplaced.contains("line 2") && misplaced.contains("a list of sentences"), "{misplaced}");
    assert!(read("{\"blocks\": [{\"block\": \"poem\"}]}").contains("unknown variant `poem`"));
    assert!(read("not json").contains("line 1"));
    assert!(read("[]").contains("no sentence"));
    assert!(read("{\"paragraph\": []}").contains("unknown field `paragraph`"));
}

#[test]
fn the_full_form_reads_what_it_writes() {
    let invented = full();
    let order = order(DraftKind::Memo, "ostp");
    let draft = write(&order, &invented.context()).unwrap();
    let json = serde_json::to_string_pretty(&draft).unwrap();
    assert_eq!(read_draft(&json, &order, &invented.context()).unwrap(), draft);
}

#[test]
fn words_offered_in_place_of_others_mend_what_was_found() {
    let invented = full();
    let cases: Vec<Case> = serde_json::from_str(include_str!("sentences.json")).unwrap();
    let mut offered = std::collections::BTreeMap::new();
    for case in &cases {
        let draft = draft(vec![Block::Paragraph { sentences: vec![sentence(&case.text, &invented)] }], &invented);
        let found = check(&draft, &invented.context());
        for finding in found.iter().filter(|finding| finding.replacement.is_some()) {
            let mended = draft.mended(finding).unwrap_or_else(|| panic!("{finding:#?}"));
            let left = check(&mended, &invented.context());
            assert!(left.len() < found.len(), "{finding:#?}\n{left:#?}");
            assert!(
                left.iter().filter(|other| other.code == finding.code).count()
                    < found.iter().filter(|other| other.code == finding.code).count()
            );
            *offered.entry(finding.code.as_str()).or_insert(0) += 1;
        }
    }
    expect![[r#"
        {
            "attribution-climbed": 3,
            "computed-unlabelled": 1,
            "legal-word-climbed": 1,
            "precision-gained": 7,
            "quote-altered": 3,
            "scope-widened": 1,
            "stronger-than-source": 4,
        }
    "#]]
    .assert_debug_eq(&offered);
}

#[test]
fn words_offered_read_as_an_editor_would_write_them() {
    let invented = full();
    let check = |text: &str, expect: Option<&str>| {
        let draft = draft(vec![Block::Paragraph { sentences: vec![sentence(text, &invented)] }], &invented);
        let found = errors(&draft, &invented);
        let mended = found.iter().find_map(|finding| draft.mended(finding));
        let words = mended.map(|draft| draft.sentences()[1].1.text());
        assert_eq!(words.as_deref(), expect, "{text}\n{found:#?}");
    };
    check(
        "According to {Halden|F17}, there were more than {25,000 fraudulent accounts|F1}.",
        Some("According to Halden, there were nearly 25,000 fraudulent accounts."),
    );
    check(
        "{Halden|F17} alleges that it ran {from April 25 to May 30|F3}.",
        Some("Halden alleges that it ran between April 22 and June 5 (year not stated)."),
    );
    // The dates of the fact do not fit behind "on".
    check("{Halden|F17} alleges that it began on {April 25|F3}.", None);
    check(
        "{Halden|F17} wrote: “{These attacks were carried out illicitly and at industrial scale|C8}.”",
        Some("Halden wrote: “These attacks are carried out illicitly and at industrial scale.”"),
    );
    // A noun has no place for the source's adverb.
    check("{Halden|F17} alleges the theft of its model through {nearly 25,000 accounts|F1}.", None);
    check(
        "{Meridian's Tern lab|F4} allegedly ran {28.8 million exchanges|F2}.",
        Some("Actors linked to Meridian's Tern lab allegedly ran 28.8 million exchanges."),
    );
}

#[test]
fn findings_name_the_fact_that_they_are_about() {
    let invented = full();
    let named = |text: &str, code: FindingCode| {
        let (_, found) = judge(text, &invented);
        found.into_iter().find(|finding| finding.code == code).and_then(|finding| finding.fact).map(|fact| fact.to_string())
    };
    use FindingCode::{PrecisionGained, StrongerThanSource, Unbound};
    assert_eq!(named("According to {Halden|F17}, there were {25,000 accounts|F1}.", PrecisionGained).as_deref(), Some("F1"));
    assert_eq!(named("The campaign targeted {software engineering|F5}.", StrongerThanSource).as_deref(), Some("F5"));
    // The fact to bind to.
    assert_eq!(named("According to {Halden|F17}, there were nearly 25,000 accounts.", Unbound).as_deref(), Some("F1"));
    let alone = Draft { blocks: Vec::new(), ..draft(Vec::new(), &invented) };
    let told = sentence("According to {Halden|F17}, there were {nearly 25,000 accounts|F1}.", &invented);
    let alone = Draft { blocks: vec![Block::Paragraph { sentences: vec![told] }], ..alone };
    let omitted: Vec<Finding> =
        check(&alone, &invented.context()).into_iter().filter(|finding| finding.code == FindingCode::AdverseOmitted).collect();
    assert!(!omitted.is_empty());
    for finding in &omitted {
        let fact = finding.fact.unwrap().to_string();
        assert!(finding.fix.as_deref().unwrap().ends_with(&fact), "{finding:#?}");
    }
}

#[test]
fn any_fact_can_be_told_in_a_sentence_that_stands_alone() {
    let invented = full();
    let mut told = Vec::new();
    for fact in &invented.case.facts {
        let sentence = tell(fact.id, &invented.context()).unwrap();
        let bound = sentence
            .parts
            .iter()
            .any(|part| part.note && matches!(&part.binding, Some(Binding::Fact { fact: to, seen: Some(_) }) if *to == fact.id));
        assert!(bound, "{}: {sentence:#?}", fact.id);
        told.push(format!("{}: {}", fact.id, sentence.text()));
        let draft = draft(vec![Block::Paragraph { sentences: vec![sentence] }], &invented);
        let found: Vec<Finding> =
            errors(&draft, &invented).into_iter().filter(|finding| finding.code != FindingCode::AdverseOmitted).collect();
        assert!(found.is_empty(), "{}\n{found:#?}", told.join("\n"));
    }
    expect![[r#"
        F1: According to Halden, the campaign involved nearly 25,000 fraudulent accounts.
        F2: According to Halden, the campaign involved 28.8 million exchanges.
        F3: According to Halden, the campaign took place between April 22 and June 5 (year not stated).
        F4: According to Halden, operators linked to Meridian's Tern lab were behind the campaign.
        F5: According to Halden, the campaign targeted software engineering.
        F6: According to Halden, the campaign targeted agentic reasoning.
        F7: On the campaign, Ledger Wire has the words “the largest known attempt by a foreign firm to copy its models.”
        F8: On Halden, Ledger Wire writes: “These attacks are carried out illicitly and at industrial scale.”
        F9: On Halden, Ledger Wire has the words “systems built this way often lack safety guardrails.”
        F10: Ledger Wire writes: “Meridian Works has not responded publicly to the claims.”
        F11: On the campaign, Ledger Wire writes: “No independent third party has verified the allegations.”
        F12: Ledger Wire writes: “Shares of Meridian Works fell more than 3% on the news.”
        F13: Ledger Wire writes: “Senators plan to introduce an amendment to the defense bill that would sanction such firms.”
        F14: According to Halden, the campaign involved 28.8 million conversations.
        F15: On One analyst, Kestrel Post has the words “the exercise is an admission of where rivals stand.”
        F16: On the campaign, Kestrel Post writes: “The practice has led to to [sic] a cautious stance.”
        F17: Ledger Wire names Halden (accuser).
        F18: Ledger Wire names Meridian Works (accused).
        F19: Ledger Wire names Meridian's Tern lab (lab).
        F20: Ledger Wire names Corvid (target model).
        F21: Ledger Wire has the words “a letter that Halden sent to the Senate Banking Committee.”
        F22: Ledger Wire has the words “a letter that Halden sent to the Senate Banking Committee.”
        F23: According to Halden, the means included “proxy networks”.
        F24: On the campaign, Kestrel Post writes: “Such campaigns could become a persistent feature of the industry.”"#]]
    .assert_eq(&told.join("\n"));
    assert!(tell("F999".parse().unwrap(), &invented.context()).is_err());
}
