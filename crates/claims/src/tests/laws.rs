//! What holds for any text.

use crate::{About, propose};
use dossier_model::{Mark, MarkKind, TextIndex};
use proptest::prelude::*;

/// Pieces that reports are made of, so that the rules have something to find.
const PIECES: &[&str] = &[
    "Halden",
    "Meridian Works",
    "Meridian's Tern lab",
    "Corvid",
    " accused ",
    " of ",
    "allegedly ",
    "nearly 9,000 ",
    "fraudulent accounts",
    "3.4 million exchanges with ",
    "between March 3 and April 18",
    ", according to ",
    "a letter sent to ",
    "the Senate Commerce Committee",
    "“We deny it all, every word,” ",
    "said Ada Roth",
    ". ",
    "\n",
    "— ",
    "shares fell 3% to $9.10",
    "has not responded",
    "must be punished",
    " the largest attempt by ",
    "targeting ",
    "agentic reasoning",
    " and ",
    "plans to introduce an amendment",
    "é",
    "🚨",
    "’s ",
    "\"",
    "(",
    ")",
    "> 150,000",
    " respectively",
    "In April, ",
    "Director ",
    "published a memo",
    "on the table",
    "sanctions ",
    "linked to ",
    "is accused",
];

fn holds(text: &str, marks: &[Mark]) -> Result<(), TestCaseError> {
    let about = About { title: text.lines().next(), publisher: Some("The Ledger Post"), published: None, ..About::default() };
    let claims = propose(text, marks, &about);
    let index = TextIndex::new(text);
    let mut seen = std::collections::BTreeSet::new();
    for claim in &claims {
        for quote in &claim.quotes {
            prop_assert!(quote.check(&index).is_ok(), "{:?}", quote);
        }
        prop_assert!(!claim.subject.is_empty(), "{:?}", claim);
        let quote = claim.quotes.first();
        prop_assert!(
            seen.insert(format!(
                "{:?}",
                (quote.start, quote.end, claim.kind, &claim.property, &claim.value, &claim.subject, &claim.rung, &claim.period)
            )),
            "twice: {:?}",
            claim
        );
    }
    prop_assert!(claims.windows(2).all(|two| two[0].quotes.first().start <= two[1].quotes.first().start), "out of order");
    prop_assert_eq!(propose(text, marks, &about), claims);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_gives_verbatim_quotes_in_order(text in "\\PC{0,300}") {
        holds(&text, &[])?;
    }

    #[test]
    fn any_report_gives_verbatim_quotes_in_order(pieces in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        holds(&text, &[])?;
    }

    #[test]
    fn marks_that_lie_outside_are_no_harm(text in "\\PC{0,80}", start in 0u32..120, length in 0u32..120) {
        let mark = Mark { span: dossier_model::Span::new(start, start + length), kind: MarkKind::Paragraph, label: None };
        holds(&text, &[mark])?;
    }
}

#[test]
fn furniture_is_never_read() {
    let text = "Halden accused Meridian Works of using 9,000 accounts.\nGet 200 accounts from 300 outlets.";
    let index = TextIndex::new(text);
    let mark = |from: usize, to: usize, kind| Mark { span: index.span_of_bytes(from, to), kind, label: None };
    let end = text.find('\n').unwrap();
    let marks = [mark(0, end, MarkKind::Paragraph), mark(end + 1, text.len(), MarkKind::Furniture)];
    let claims = propose(text, &marks, &About::default());
    assert!(!claims.is_empty());
    let last = u32::try_from(end).unwrap();
    assert!(claims.iter().all(|claim| claim.quotes.first().end <= last));
}

#[test]
fn what_runs_on_without_a_stop_is_no_sentence_and_costs_nothing() {
    let endless = "the harbor and Oster Works stole 30 files from the mill with ".repeat(100);
    let claims = propose(&format!("{endless}\n\nMeridian stole 40 files."), &[], &About::default());
    assert!(!claims.is_empty());
    assert!(claims.iter().all(|claim| claim.quotes.first().start as usize >= endless.len()), "{claims:?}");
}
