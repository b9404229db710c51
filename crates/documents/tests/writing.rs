//! What the writer writes: no error of the checker's, only what the recipient can do, the same twice, and a page a person can read.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests stop at what they did not expect")]

mod invented;

use dossier_documents::{
    Block, DocumentsError, Draft, DraftKind, FindingCode, Manuscript, Release, Run, SetBlock, Severity, Style, check,
    cited_sources, compose, exhibits, pages, reminders, write,
};
use dossier_model::{Mark, MarkKind, Span};
use expect_test::expect_file;
use invented::{Invented, empty, full, only_words, order, sparse};
use std::collections::BTreeMap;

const RECIPIENTS: [&str; 4] = ["senate-banking", "ostp", "bis", "ofac"];
const KINDS: [DraftKind; 3] = [DraftKind::Letter, DraftKind::Briefing, DraftKind::Memo];

fn plain(runs: &[Run], notes: &mut Vec<String>) -> String {
    let mut out = String::new();
    for run in runs {
        match run {
            Run::Text { text, style: Style::Blank } => out.push_str(&format!("<<{text}>>")),
            Run::Text { text, .. } => out.push_str(text),
            Run::Note(inner) => {
                let words = plain(inner, &mut Vec::new());
                notes.push(words);
                out.push_str(&format!("[{}]", notes.len()));
            }
        }
    }
    out
}

/// A manuscript as plain text, notes at the end.
fn text(manuscript: &Manuscript) -> String {
    let mut notes = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    lines.extend(manuscript.banner.clone());
    lines.extend(manuscript.watermark.iter().map(|mark| format!("({mark})")));
    lines.extend(manuscript.letterhead.iter().map(|line| plain(line, &mut notes)));
    lines.extend(manuscript.delivery.clone());
    for block in &manuscript.addresses {
        lines.push(String::new());
        lines.extend(block.clone());
    }
    lines.extend(manuscript.head.iter().map(|(label, words)| format!("{label}: {}", plain(words, &mut notes))));
    lines.push(format!("\nRe: {}", plain(&manuscript.subject, &mut notes)));
    lines.extend(manuscript.salutation.clone());
    for block in manuscript.blocks.iter().chain(&manuscript.annex) {
        lines.push(String::new());
        match block {
            SetBlock::Heading(runs) => lines.push(format!("## {}", plain(runs, &mut notes))),
            SetBlock::Paragraph(runs) => lines.push(plain(runs, &mut notes)),
            SetBlock::BottomLine(runs) => lines.push(format!("> {}", plain(runs, &mut notes))),
            SetBlock::List { numbered, items } => {
                for (number, item) in (1..).zip(items) {
                    let mark = if *numbered { format!("{number}.") } else { "-".to_owned() };
                    lines.push(format!("{mark} {}", plain(item, &mut notes)));
                }
            }
            SetBlock::Table { caption, head, rows } => {
                lines.push(format!("Table: {}", plain(caption, &mut notes)));
                for row in std::iter::once(head).chain(rows) {
                    let cells: Vec<String> = row.iter().map(|cell| plain(cell, &mut notes)).collect();
                    lines.push(format!("| {} |", cells.join(" | ")));
                }
            }
            SetBlock::Figure(figure) => lines.push(format!("(figure) {}", plain(&figure.caption, &mut notes))),
        }
    }
    if let Some(closing) = &manuscript.closing {
        lines.push(format!("\n{}", closing.words));
        lines.extend(closing.lines.iter().map(|line| plain(line, &mut notes)));
    }
    if !manuscript.enclosures.is_empty() {
        lines.push("\nEnclosures:".to_owned());
        lines.extend(manuscript.enclosures.iter().map(|line| plain(line, &mut Vec::new())));
    }
    lines.push("\nNotes:".to_owned());
    lines.extend((1..).zip(&notes).map(|(number, note)| format!("{number}. {note}")));
    lines.extend(manuscript.foot.clone());
    lines.join("\n") + "\n"
}

fn composed(invented: &Invented, draft: &Draft, is_final: bool) -> Manuscript {
    let figures: BTreeMap<String, (String, String)> =
        ["timeline", "targeting"].map(|name| (name.to_owned(), ("<svg/>".to_owned(), format!("The {name}.")))).into();
    let exhibits = exhibits(&cited_sources(draft, &invented.case));
    let release = Release {
        figures: &figures,
        evidence_root: Some(dossier_model::Digest::of(b"evidence")),
        is_final,
        specimen: true,
        exhibits: &exhibits,
    };
    compose(draft, &invented.context(), &release).unwrap()
}

#[test]
fn what_is_written_has_no_error() {
    for (name, invented) in [("full", full()), ("sparse", sparse()), ("only words", only_words())] {
        for to in RECIPIENTS {
            for kind in KINDS {
                let draft = write(&order(kind, to), &invented.context()).unwrap();
                let errors: Vec<_> = check(&draft, &invented.context())
                    .into_iter()
                    .filter(|finding| finding.severity == Severity::Error)
                    .collect();
                assert!(errors.is_empty(), "{name}, {to}, {kind:?}: {errors:#?}");
            }
        }
    }
}

#[test]
fn a_note_names_the_page_where_the_original_has_pages() {
    let mut invented = full();
    let source = invented.case.sources[0].id;
    let page =
        |start, end, number: &str| Mark { span: Span::new(start, end), kind: MarkKind::Page, label: Some(number.to_owned()) };
    invented.case.marks.insert(source, vec![page(0, 130, "3"), page(130, 10_000, "4")]);
    let letter = write(&order(DraftKind::Letter, "senate-banking"), &invented.context()).unwrap();
    let text = text(&composed(&invented, &letter, false));
    assert!(text.contains("Exhibit 1, page 3 (reporting Halden)"), "{text}");
    assert!(text.contains("Exhibit 1, page 4 (reporting Halden)"), "{text}");
    assert!(!text.contains("Exhibit 1, characters"), "{text}");
}

#[test]
fn a_letter_and_a_briefing_read_as_their_goldens() {
    let invented = full();
    let letter = write(&order(DraftKind::Letter, "senate-banking"), &invented.context()).unwrap();
    expect_file!["goldens/letter.txt"].assert_eq(&text(&composed(&invented, &letter, false)));
    let briefing = write(&order(DraftKind::Briefing, "senate-banking"), &invented.context()).unwrap();
    expect_file!["goldens/briefing.txt"].assert_eq(&text(&composed(&invented, &briefing, true)));
    let sparse = sparse();
    let letter = write(&order(DraftKind::Letter, "bis"), &sparse.context()).unwrap();
    expect_file!["goldens/sparse.txt"].assert_eq(&text(&composed(&sparse, &letter, true)));
}

#[test]
fn the_same_case_gives_the_same_document() {
    let (first, second) = (full(), full());
    let order = order(DraftKind::Letter, "ostp");
    let (a, b) = (write(&order, &first.context()).unwrap(), write(&order, &second.context()).unwrap());
    assert_eq!(a, b);
    assert_eq!(composed(&first, &a, true), composed(&second, &b, true));
}

#[test]
fn a_draft_asks_only_for_what_its_recipient_can_do() {
    let invented = full();
    for to in RECIPIENTS {
        let draft = write(&order(DraftKind::Letter, to), &invented.context()).unwrap();
        let recipient = invented.directory.recipient(&to.parse().unwrap()).unwrap();
        assert!(draft.measures.iter().all(|measure| recipient.power(measure).is_some()), "{to}");
    }
    let mut asked = order(DraftKind::Letter, "ofac");
    asked.measures = vec!["chip-controls".parse().unwrap()];
    let draft = write(&asked, &invented.context()).unwrap();
    assert!(check(&draft, &invented.context()).iter().any(|finding| finding.code == FindingCode::WrongVenue));
}

#[test]
fn adverse_facts_stand_beside_what_they_weaken() {
    let invented = full();
    for kind in KINDS {
        let draft = write(&order(kind, "senate-banking"), &invented.context()).unwrap();
        let words = text(&composed(&invented, &draft, true));
        for adverse in
            ["has not responded publicly", "No independent third party has verified", "an admission of where rivals stand"]
        {
            assert!(words.contains(adverse), "{kind:?} lacks “{adverse}”:\n{words}");
        }
    }
}

#[test]
fn a_briefing_is_one_page_with_the_bottom_line_first() {
    for invented in [full(), sparse(), only_words()] {
        let mut asked = order(DraftKind::Briefing, "senate-banking");
        asked.measures =
            invented.directory.recipient(&asked.to).unwrap().powers.iter().map(|power| power.measure.clone()).collect();
        let draft = write(&asked, &invented.context()).unwrap();
        assert!(matches!(draft.blocks.first(), Some(Block::BottomLine { .. })));
        assert_eq!(pages(&composed(&invented, &draft, false)).unwrap(), 1);
    }
}

#[test]
fn without_facts_the_error_says_what_to_do() {
    let error = write(&order(DraftKind::Letter, "bis"), &empty().context()).unwrap_err();
    assert!(matches!(error, DocumentsError::NoFacts));
    assert!(error.to_string().contains("accept claims"), "{error}");
    let error = write(&order(DraftKind::Letter, "nobody"), &full().context()).unwrap_err();
    assert!(error.to_string().contains("`senate-banking`"), "{error}");
}

#[test]
fn missing_parts_of_the_office_are_marked_and_given_ones_take_their_place() {
    let mut invented = full();
    let draft = write(&order(DraftKind::Letter, "bis"), &invented.context()).unwrap();
    let blank = text(&composed(&invented, &draft, false));
    assert!(blank.contains("<<[Office name]>>") && blank.contains("<<[Contact for questions]>>"), "{blank}");
    invented.office.name = Some("Halden Policy Office".into());
    invented.office.contact = Some("desk@halden.example".into());
    let filled = text(&composed(&invented, &draft, false));
    assert!(!filled.contains("[Office name]") && filled.contains("desk@halden.example"), "{filled}");
}

#[test]
fn reminders_of_counsel_are_messages_and_no_part_of_the_document() {
    let invented = full();
    for (to, rule) in
        [("bis", "15 C.F.R."), ("ofac", "31 C.F.R."), ("ostp", "552(b)(4)"), ("senate-banking", "Congress is not bound")]
    {
        let draft = write(&order(DraftKind::Letter, to), &invented.context()).unwrap();
        let reminders = reminders(&draft, &invented.context()).join("\n");
        for part in ["Lobbying Disclosure Act", "18 U.S.C. 1001", rule] {
            assert!(reminders.contains(part), "{to} lacks {part}: {reminders}");
            assert!(!text(&composed(&invented, &draft, true)).contains("18 U.S.C. 1001"));
        }
    }
}
