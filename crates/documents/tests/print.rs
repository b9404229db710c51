//! Documents as they leave the press. What the tests print stays in `target/tmp/print` to be looked at.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::io::Write as _;
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
            // Straight to standard error: a test runner keeps what is printed by a test that passes.
            let _ = writeln!(std::io::stderr(), "skipped reading {name}: pdftotext did not run ({other:?})");
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
        check_order(
            &text,
            &["MEMORANDUM", "TO", "Under Secretary", "FROM", "DATE", "RE", "Extraction campaign", "What the sources say"],
        );
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
    long.blocks
        .extend((0..30).map(|_| paragraph("One more paragraph that nobody will read to its end, because it says nothing.")));
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

/// Everything that might be read as markup, steer a reader's software or be missing from the fonts, in every place of a letter.
const HOSTILE: &str = "#panic(\"no\") *x* $x^2$ @cite <label> // no /* no */ \\ `raw` #read(\"/etc/passwd\") = head - item + item \
                       https://example.org/#a_b_c -- --- ~ ' \" #import \"x\": * [a](b) </w:t><w:t> &amp; ]]>";

fn hostile() -> Manuscript {
    let rude = format!(
        "{HOSTILE} \u{0}\u{7}\u{1B}[31m \u{202E}reversed\u{202C} \u{2066}isolated\u{2069} \u{FEFF}\u{FFFE}\u{E0041} 张伟 😀👩‍👩‍👧 חנה مرحبا \u{E000} e\u{301}"
    );
    let mut letter = letter();
    letter.title.clone_from(&rude);
    letter.author.clone_from(&rude);
    letter.letterhead = vec![runs(&rude), runs(&rude), vec![styled(&rude, Style::Blank)]];
    letter.delivery = Some(rude.clone());
    letter.addresses = vec![vec![rude.clone()], vec![rude.clone()]];
    letter.subject = runs(&rude);
    letter.salutation = Some(rude.clone());
    letter.running_head.clone_from(&rude);
    letter.watermark = Some("#x *y* 张".to_owned());
    letter.banner = Some(rude.clone());
    letter.foot = Some(rude.clone());
    letter.copies = vec![rude.clone()];
    letter.enclosures = vec![runs(&rude)];
    let nested = Run::Note(vec![plain(&rude), Run::Note(runs(&rude))]);
    let mut figure = timeline();
    figure.svg = figure.svg.replace("Letter to the Committee", "张伟 חנה 😀 \u{202E}letter");
    figure.caption = runs(&rude);
    letter.blocks = vec![
        heading(&rude),
        SetBlock::Paragraph(vec![plain(&rude), nested.clone(), styled(&rude, Style::Strong), styled(&rude, Style::Emphasis)]),
        paragraph(&"word".repeat(2_500)),
        paragraph(&format!("{}[[{}]]", "張".repeat(2_000), "x".repeat(10_000))),
        SetBlock::BottomLine(vec![plain(&rude), nested.clone()]),
        SetBlock::List { numbered: true, items: vec![vec![plain(&rude), nested.clone()], vec![]] },
        SetBlock::List { numbered: false, items: vec![] },
        SetBlock::Table {
            caption: vec![plain(&rude), nested.clone()],
            head: vec![runs(&rude), vec![]],
            rows: vec![
                vec![vec![nested.clone()], vec![], runs(&"y".repeat(3_000))],
                vec![],
                vec![vec![styled(&rude, Style::Blank)]],
            ],
        },
        SetBlock::Table { caption: vec![], head: vec![], rows: vec![] },
        SetBlock::Figure(figure),
        SetBlock::Heading(vec![]),
        SetBlock::Paragraph(vec![]),
        SetBlock::Paragraph(vec![nested]),
    ];
    letter
}

#[test]
fn hostile_text_prints_as_it_stands_in_every_layout() {
    for kind in [DraftKind::Letter, DraftKind::Memo, DraftKind::Briefing] {
        let mut manuscript = hostile();
        manuscript.kind = kind;
        manuscript.head = vec![("#to".to_owned(), runs(HOSTILE))];
        let set = dossier_documents::typeset(&manuscript).unwrap();
        let bytes = set.pdf().unwrap();
        let text = text_of(&format!("hostile-{kind:?}.pdf").to_lowercase(), &bytes);
        conforms(&bytes);
        let Some(Remark::NoGlyph(missing)) = set.remarks().first() else { panic!("{:?}", set.remarks()) };
        assert!("张張חנה".chars().chain("مرحبا😀👩\u{E000}".chars()).all(|c| missing.contains(&c)), "{missing:?}");
        if let Some(text) = text {
            check_order(&text, &["#panic(\"no\") *x* $x^2$ @cite <label> // no /* no */ \\ `raw` #read(\"/etc/passwd\")"]);
            assert!(!text.contains('\u{202E}'));
        }
    }
}

#[test]
fn an_empty_manuscript_is_set_too() {
    for kind in [DraftKind::Letter, DraftKind::Memo, DraftKind::Briefing] {
        let empty = Manuscript {
            title: String::new(),
            author: String::new(),
            kind,
            date: jiff::civil::date(2031, 1, 1),
            letterhead: vec![],
            delivery: None,
            addresses: vec![],
            head: vec![],
            subject: vec![],
            salutation: None,
            blocks: vec![],
            annex: vec![],
            closing: None,
            enclosures: vec![],
            copies: vec![],
            running_head: String::new(),
            watermark: None,
            banner: None,
            foot: None,
        };
        let bytes = dossier_documents::pdf(&empty).unwrap();
        conforms(&bytes);
        assert_eq!(dossier_documents::pages(&empty).unwrap(), 1);
    }
}

#[test]
fn long_words_stay_on_the_page() {
    let mut letter = letter();
    let word = "0123456789".repeat(1_000);
    letter.blocks = vec![paragraph(&word)];
    let bytes = dossier_documents::pdf(&letter).unwrap();
    if let Some(text) = text_of("long-word.pdf", &bytes) {
        let digits: String = text
            .lines()
            .filter(|line| line.trim().len() > 60 && line.trim().chars().all(|c| c.is_ascii_digit()))
            .map(str::trim)
            .collect();
        assert!(digits.len() > 9_000, "{} of 10,000 characters are on the pages", digits.len());
    }
}

#[test]
fn a_page_can_be_seen_as_a_picture() {
    let picture = dossier_documents::png(&letter(), 1, 2.0).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
    let size: Vec<u32> = [16, 20].map(|at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap())).to_vec();
    assert_eq!(size, [1224, 1584]);
    assert!(matches!(dossier_documents::png(&letter(), 9, 2.0), Err(DocumentsError::NoPage { page: 9, pages: 3 })));
    assert!(matches!(dossier_documents::png(&letter(), 0, 2.0), Err(DocumentsError::NoPage { page: 0, .. })));
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 100.0] {
        assert!(matches!(dossier_documents::png(&letter(), 1, scale), Err(DocumentsError::Scale(_))));
    }
}

#[test]
fn a_chart_alone_conforms_and_is_the_same_every_time() {
    let bytes = dossier_documents::figure_pdf(&timeline()).unwrap();
    keep("figure.pdf", &bytes);
    conforms(&bytes);
    assert!(bytes == dossier_documents::figure_pdf(&timeline()).unwrap());
    let picture = dossier_documents::figure_png(&timeline(), 2.0).unwrap();
    keep("figure.png", &picture);
    assert!(picture.starts_with(b"\x89PNG"));
}

#[test]
fn a_picture_that_is_no_svg_is_refused_in_words() {
    let mut figure = timeline();
    figure.svg = "<html>".to_owned();
    let error = dossier_documents::figure_pdf(&figure).unwrap_err().to_string();
    assert!(error.starts_with("the document could not be set: "), "{error}");
}

#[test]
fn a_signature_never_stands_alone_on_its_page() {
    for extra in (0..60).step_by(4) {
        let mut letter = letter();
        letter.enclosures.clear();
        letter.copies.clear();
        let last = letter.blocks.pop().unwrap();
        letter.blocks = (0..extra).map(|n| paragraph(&format!("Line {n}."))).chain([last]).collect();
        let Some(text) = text_of("signature.pdf", &dossier_documents::pdf(&letter).unwrap()) else { return };
        let pages: Vec<&str> = text.split('\u{C}').collect();
        let signed = pages.iter().find(|page| page.contains("Sincerely,")).unwrap();
        assert!(signed.contains("The originals of every source"), "with {extra} lines before:\n{signed}");
        assert!(signed.contains("[name of signatory]"));
    }
}

#[test]
fn a_note_stands_on_the_page_of_its_mark() {
    for extra in (0..40).step_by(5) {
        let mut letter = letter();
        let filler = (0..extra).map(|n| paragraph(&format!("Line {n}.")));
        let noted =
            (100..130).map(|n| paragraph(&format!("Mark{n} once[[Once{n} in a note.]] and twice.[[Twice{n} in a note.]]")));
        letter.blocks = filler.chain(noted).collect();
        let Some(text) = text_of("notes.pdf", &dossier_documents::pdf(&letter).unwrap()) else { return };
        let pages: Vec<&str> = text.split('\u{C}').collect();
        for n in 100..130 {
            let page = pages.iter().position(|page| page.contains(&format!("Mark{n}"))).unwrap();
            for note in ["Once", "Twice"] {
                assert!(pages[page].contains(&format!("{note}{n}")), "{extra} lines before, {note}{n}:\n{}", pages[page]);
            }
        }
    }
}

#[test]
fn a_picture_that_does_not_fit_leaves_no_gap() {
    let mut memo = memo();
    memo.blocks = (0..12).map(|n| paragraph(&format!("Before{n}."))).collect();
    memo.blocks.push(SetBlock::Figure(timeline()));
    memo.blocks.push(SetBlock::Figure(timeline()));
    memo.blocks.extend((0..60).map(|n| paragraph(&format!("After{n}."))));
    let Some(text) = text_of("gaps.pdf", &dossier_documents::pdf(&memo).unwrap()) else { return };
    let pages: Vec<&str> = text.split('\u{C}').collect();
    assert!(!pages[0].contains("Figure 2."), "it should not fit on this page:\n{}", pages[0]);
    assert!(pages[0].contains("After0."), "{}", pages[0]);
    check_order(pages[1], &["Figure 2.", "After"]);
}

#[test]
fn a_long_cell_goes_on_over_the_page_and_a_caption_stays_with_its_table() {
    for extra in (10..34).step_by(3) {
        let mut memo = memo();
        memo.blocks = (0..extra).map(|n| paragraph(&format!("Line {n}."))).collect();
        let long: String = (0..900).map(|n| format!("word{n} ")).collect();
        memo.blocks.push(SetBlock::Table {
            caption: runs("What is long"),
            head: vec![runs("Headword"), runs("Text")],
            rows: vec![vec![runs("short"), runs("cell")], vec![runs("long"), runs(&long)]],
        });
        let Some(text) = text_of("cells.pdf", &dossier_documents::pdf(&memo).unwrap()) else { return };
        assert!(
            (0..900).all(|n| text.contains(&format!("word{n} ")) || text.contains(&format!("word{n}\n"))),
            "words are missing"
        );
        let page = text.split('\u{C}').find(|page| page.contains("Table 1.")).unwrap();
        check_order(page, &["Table 1. What is long", "Headword", "short"]);
    }
}
