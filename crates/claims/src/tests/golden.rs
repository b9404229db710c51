//! What two invented reports propose, as a table that a person can read. `UPDATE_EXPECT=1` renews it.

use crate::learned::Weights;
use crate::{About, with_weights};
use dossier_model::{Content, Edtf, Mark, MarkKind, TextIndex};
use expect_test::expect_file;
use std::fmt::Write as _;

/// Lines as paragraphs, the first as the title.
fn marks(text: &str) -> Vec<Mark> {
    let index = TextIndex::new(text);
    let mut at = 0;
    let mut marks = Vec::new();
    for line in text.split('\n') {
        let kind = if at == 0 { MarkKind::Title } else { MarkKind::Paragraph };
        let kind = if line.starts_with("Specimen") { MarkKind::Furniture } else { kind };
        if !line.is_empty() {
            marks.push(Mark { span: index.span_of_bytes(at, at + line.len()), kind, label: None });
        }
        at += line.len() + 1;
    }
    marks
}

pub(super) fn table(claims: &[Content]) -> String {
    let mut out = String::new();
    for claim in claims {
        let place = if claim.headline { "title" } else { "text" };
        writeln!(
            out,
            "{} · {place} · {} · {} = {}",
            claim.kind,
            claim.subject,
            claim.property,
            claim.value.as_deref().unwrap_or("-")
        )
        .unwrap();
        let mut line = format!("    {}", claim.hedge);
        for part in [
            claim.unit.clone(),
            claim.bound.map(|bound| bound.to_string()),
            claim.period.map(|period| period.to_string()),
            claim.rung.as_ref().map(ToString::to_string),
            claim.scope.as_ref().map(|scope| format!("scope: {scope}")),
        ]
        .into_iter()
        .flatten()
        {
            line.push_str(" · ");
            line.push_str(&part);
        }
        let speakers: Vec<String> = claim
            .speakers
            .iter()
            .map(|speaker| if speaker.words.is_some() { speaker.name.clone() } else { format!("({})", speaker.name) })
            .collect();
        writeln!(out, "{line}\n    said by {}\n    “{}”", speakers.join(" < "), claim.quotes.first().text).unwrap();
    }
    out
}

fn proposed(text: &str, publisher: Option<&str>, published: &str) -> String {
    let published: Edtf = published.parse().unwrap();
    table(&with_weights(
        text,
        &marks(text),
        &About { title: text.lines().next(), publisher, published: Some(&published), ..About::default() },
        // What the network adds hangs on the last digit of a processor's sums: no table for all machines.
        &Weights::default(),
    ))
}

#[test]
fn a_report_with_its_own_sources() {
    let text = include_str!("reports/ledger.txt");
    expect_file!["reports/ledger.claims.txt"].assert_eq(&proposed(text, Some("The Ledger Post"), "2026-05-06"));
}

#[test]
fn a_summary_of_somebody_elses_report() {
    let text = include_str!("reports/digest.txt");
    expect_file!["reports/digest.claims.txt"].assert_eq(&proposed(text, Some("Model Digest"), "2026-05-08"));
}
