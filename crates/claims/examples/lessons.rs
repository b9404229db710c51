//! What training reads, a line for each text: `lessons FOLDER... > lessons.jsonl`. A folder is in the form of `tests/claims`; only texts of the tuning half are read.

#[path = "../tests/measure/mod.rs"]
#[allow(dead_code, unused_imports, reason = "training reads the set, and measures nothing")]
mod measure;

use dossier_claims::learned::{LABELS, Marked, SIGNS, lesson};
use measure::set::{Half, Text, texts};
use measure::{exit, say};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    exit(run())
}

fn run() -> Result<(), String> {
    say(&format!("{}\n", serde_json::json!({ "labels": LABELS, "signs": SIGNS })))?;
    for folder in std::env::args().skip(1) {
        for text in texts(Path::new(&folder))?.iter().filter(|text| text.half == Half::Tuning) {
            say(&format!("{}\n", line(text)))?;
        }
    }
    Ok(())
}

/// A text as numbers: of its tokens, of the sentences they are of, of their signs, and of what is to be found:
/// from, to, label, hedge, sort, the rules' hedge (-1 where there is none).
fn line(text: &Text) -> serde_json::Value {
    let marked: Vec<Marked<'_>> = text
        .annotations
        .iter()
        .map(|one| Marked {
            kind: one.kind,
            span: one.span,
            quote: &one.quote,
            subject: one.subject.as_deref(),
            value: one.value.as_deref(),
            unit: one.unit.as_deref(),
            rung: one.rung.as_ref(),
            hedge: one.hedge,
        })
        .collect();
    let lesson = lesson(&text.read.text, &text.read.marks, &text.about(), &marked);
    let number = |number: Option<usize>| number.and_then(|number| i64::try_from(number).ok()).unwrap_or(-1);
    let answers: Vec<_> = lesson
        .answers
        .iter()
        .map(|one| (one.tokens.start, one.tokens.end, one.label, one.hedge, number(one.sort), number(one.rules)))
        .collect();
    serde_json::json!({
        "name": text.name,
        "tokens": lesson.tokens.iter().map(|token| token.id).collect::<Vec<_>>(),
        "sentences": lesson.tokens.iter().map(|token| token.sentence).collect::<Vec<_>>(),
        "signs": lesson.tokens.iter().map(|token| &token.signs).collect::<Vec<_>>(),
        "answers": answers,
    })
}
