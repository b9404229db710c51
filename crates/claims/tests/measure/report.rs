//! The counts as tables, and what was missed or said too much.

use super::matching::pairs;
use super::set::{Annotation, Half, Report};
use super::tally::{Count, FIELDS, Line, Tally, both, faults};
use dossier_model::{ClaimKind, Content};
use std::fmt::Write as _;

/// A table of kinds and one of fields.
pub(crate) fn tables(name: &str, tally: &Tally) -> String {
    let mut out = format!("{name}: {} texts\n\n", tally.texts);
    out += "kind          annotated proposed |  overlapping      | same words | accepted as it is\n";
    out += "                                 |   P    R    F1    |   P    R   |   P    R    F1\n";
    for (kind, line) in &tally.kinds {
        row(&mut out, kind.as_str(), *line);
    }
    row(&mut out, "all", tally.total());
    out += "\nfield      annotated proposed   P    R    F1     (over overlapping pairs)\n";
    for field in FIELDS {
        let count = tally.fields.get(field).copied().unwrap_or_default();
        let _ = writeln!(
            out,
            "{field:<10} {:>9} {:>8}  {} {} {}",
            count.annotated,
            count.proposed,
            share(count.precision()),
            share(count.recall()),
            share(count.f1())
        );
    }
    out
}

fn row(out: &mut String, name: &str, line: Line) {
    let three = |count: Count| format!("{} {} {}", share(count.precision()), share(count.recall()), share(count.f1()));
    let _ = writeln!(
        out,
        "{name:<13} {:>9} {:>8} | {}    | {} {}  | {}",
        line.overlapping.annotated,
        line.overlapping.proposed,
        three(line.overlapping),
        share(line.exact.precision()),
        share(line.exact.recall()),
        three(line.whole)
    );
}

fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "   –".to_owned(), |share| format!("{share:4.2}"))
}

/// What was missed, said too much, or said differently, text by text.
pub(crate) fn listing(reports: &[Report], half: Option<Half>, kinds: &[ClaimKind]) -> String {
    let mut out = String::new();
    let wanted = |kind: ClaimKind| kinds.is_empty() || kinds.contains(&kind);
    for report in reports.iter().filter(|report| half.is_none_or(|half| report.half == half)) {
        let _ = writeln!(out, "{}", report.name);
        let pairs = pairs(report);
        for pair in &pairs {
            let (annotation, proposal) = both(report, *pair);
            let faults = faults(annotation, proposal);
            if !faults.is_empty() && wanted(annotation.kind) {
                let _ = writeln!(out, "  differs in {}", faults.join(", "));
                let _ = writeln!(out, "    meant    {}\n    proposed {}", meant(annotation), proposed(proposal));
            }
        }
        let missed = |at: &usize| !pairs.iter().any(|pair| pair.annotation == *at);
        for at in (0..report.annotations.len()).filter(missed) {
            let annotation = &report.annotations[at];
            if wanted(annotation.kind) {
                let _ = writeln!(out, "  missed   {}", meant(annotation));
            }
        }
        let extra = |at: &usize| !pairs.iter().any(|pair| pair.proposal == *at);
        for at in (0..report.proposals.len()).filter(extra) {
            let proposal = &report.proposals[at];
            if wanted(proposal.kind) {
                let _ = writeln!(out, "  too much {}", proposed(proposal));
            }
        }
    }
    out
}

fn meant(annotation: &Annotation) -> String {
    let parts = [
        annotation.subject.clone().map(|subject| format!("({subject})")),
        annotation.value.clone(),
        annotation.unit.clone(),
        annotation.bound.map(|bound| format!("[{bound}]")),
        annotation.period.map(|period| period.to_string()),
        annotation.rung.as_ref().map(|rung| rung.to_string()),
        annotation.scope.clone().map(|scope| format!("scope: {scope}")),
    ];
    said(annotation.kind, parts, annotation.hedge.as_str(), &annotation.speakers, &annotation.quote)
}

fn proposed(proposal: &Content) -> String {
    let parts = [
        Some(format!("({})", proposal.subject)),
        proposal.value.clone(),
        proposal.unit.clone(),
        proposal.bound.map(|bound| format!("[{bound}]")),
        proposal.period.map(|period| period.to_string()),
        proposal.rung.as_ref().map(|rung| rung.to_string()),
        proposal.scope.clone().map(|scope| format!("scope: {scope}")),
    ];
    let speakers: Vec<String> = proposal.speakers.iter().map(|speaker| speaker.name.clone()).collect();
    said(proposal.kind, parts, proposal.hedge.as_str(), &speakers, &proposal.quotes.first().text)
}

fn said(kind: ClaimKind, parts: [Option<String>; 7], hedge: &str, speakers: &[String], quote: &str) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{kind} {} · {hedge} · {} “{}”", parts.join(" "), speakers.join(" < "), quote.replace('\n', " "))
}
