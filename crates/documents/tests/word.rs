//! Word files: real footnotes, described pictures, the same bytes every time.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod specimen;

use dossier_documents::{DraftKind, Manuscript, Run, SetBlock};
use specimen::{briefing, letter, memo, note, plain, runs};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::PathBuf;

/// The parts of a Word file, as text where they are XML.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), String::from_utf8_lossy(&bytes).into_owned())
        })
        .collect()
}

/// The names of all elements, in order, or what is wrong with the XML.
fn elements(xml: &str) -> Result<Vec<String>, String> {
    let (mut open, mut names, mut rest) = (Vec::new(), Vec::new(), xml);
    while let Some(at) = rest.find('<') {
        if let Some(end) = rest[..at].find('>') {
            return Err(format!("a stray `>` at `{}`", &rest[end..at]));
        }
        let (tag, after) = rest[at + 1..].split_once('>').ok_or("a tag does not end")?;
        rest = after;
        if tag.starts_with('?') {
            continue;
        }
        if tag.matches('"').count() % 2 != 0 || tag.contains('<') {
            return Err(format!("`{tag}` is broken"));
        }
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop().as_deref() != Some(name) {
                return Err(format!("`{name}` closes what is not open"));
            }
            continue;
        }
        let name = tag.split([' ', '/', '\n']).next().unwrap_or_default().to_owned();
        names.push(name.clone());
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(names) } else { Err(format!("{open:?} stay open")) }
}

fn count(xml: &str, what: &str) -> usize {
    xml.matches(what).count()
}

fn check(name: &str, manuscript: &Manuscript) -> BTreeMap<String, String> {
    let bytes = dossier_documents::docx(manuscript).unwrap();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("print");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), &bytes).unwrap();
    assert!(bytes == dossier_documents::docx(manuscript).unwrap(), "the same manuscript gave other bytes");
    let parts = parts(&bytes);
    for (part, xml) in parts.iter().filter(|(part, _)| part.ends_with(".xml") || part.ends_with(".rels")) {
        if let Err(why) = elements(xml) {
            panic!("{part}: {why}");
        }
        assert!(!xml.contains("w14:paraId"), "{part} has ids of the process");
    }
    for (target, part) in
        parts["word/_rels/document.xml.rels"].split("Target=\"").skip(1).map(|t| (t.split('"').next().unwrap(), t))
    {
        assert!(parts.contains_key(&format!("word/{target}")), "{part}");
    }
    parts
}

#[test]
fn notes_are_real_and_begin_with_their_number() {
    let parts = check("letter.docx", &letter());
    let (text, notes) = (&parts["word/document.xml"], &parts["word/footnotes.xml"]);
    let ids = |xml: &str, element: &str| -> Vec<i32> {
        xml.split(element).skip(1).filter_map(|rest| rest.split("w:id=\"").nth(1)?.split('"').next()?.parse().ok()).collect()
    };
    let referred = ids(text, "<w:footnoteReference ");
    assert_eq!(referred, (1..=15).collect::<Vec<_>>());
    assert_eq!(ids(notes, "<w:footnote "), (-1..=15).collect::<Vec<_>>());
    assert_eq!(count(notes, "<w:footnoteRef />"), 15);
    assert!(notes.contains("We have never run accounts on Corvid"));
}

#[test]
fn pictures_are_described_and_numbered() {
    let text = &check("letter.docx", &letter())["word/document.xml"];
    assert!(text.contains("<wp:docPr id=\"1\" name=\"Figure 1\" descr=\"Timeline: Halden gives April 22 to June 5;"));
    assert!(text.contains("<wp:docPr id=\"2\" name=\"Figure 2\" descr=\"Capabilities and the number of sources"));
}

#[test]
fn only_tables_of_text_repeat_their_head() {
    let text = &check("letter.docx", &letter())["word/document.xml"];
    assert_eq!(count(text, "<w:tbl>"), 2, "addressees and elements");
    assert_eq!(count(text, "<w:tblHeader />"), 1);
    assert_eq!(count(text, "<w:cantSplit />"), 6);
}

#[test]
fn tables_have_lines_between_rows_and_none_between_columns() {
    let text = &check("letter.docx", &letter())["word/document.xml"];
    assert!(count(text, "<w:bottom w:val=\"single\"") > 0);
    for side in ["left", "right", "insideV"] {
        assert_eq!(count(text, &format!("<w:{side} w:val=\"single\"")), 0, "{side}");
    }
}

#[test]
fn numbered_lists_each_count_from_one() {
    let mut letter = letter();
    let list = |words: &str| SetBlock::List { numbered: true, items: vec![runs(words), runs(words)] };
    letter.blocks = vec![list("a"), list("b")];
    let parts = check("lists.docx", &letter);
    let text = &parts["word/document.xml"];
    assert_eq!((count(text, "<w:numId w:val=\"3\" />"), count(text, "<w:numId w:val=\"4\" />")), (2, 2));
    assert_eq!(count(&parts["word/numbering.xml"], "<w:startOverride w:val=\"1\" />"), 2);
}

#[test]
fn head_and_foot_of_pages_carry_watermark_banner_and_root() {
    let parts = check("letter.docx", &letter());
    for part in ["word/header1.xml", "word/header2.xml"] {
        assert!(parts[part].contains("string=\"DRAFT\""), "{part}");
        assert!(parts[part].contains("Specimen: fictional case"), "{part}");
    }
    let running = parts.values().filter(|xml| xml.contains("NUMPAGES")).count();
    assert_eq!(running, 1);
    assert!(parts["word/footer1.xml"].contains("Evidence root (SHA-256) 3f9a0c71"));
}

#[test]
fn hostile_text_stays_text_and_foreign_letters_stay_themselves() {
    let rude = "</w:t><w:t> &amp; \"x\" ]]> <!-- \u{0}\u{7}\u{202E}\u{FFFE} 张伟 חנה مرحبا 😀 \u{FEFF}";
    let mut letter = letter();
    letter.title = rude.to_owned();
    letter.author = rude.to_owned();
    letter.subject = vec![plain(rude), note(rude)];
    letter.salutation = Some(rude.to_owned());
    letter.watermark = Some(rude.to_owned());
    letter.banner = Some(rude.to_owned());
    letter.running_head = rude.to_owned();
    letter.foot = Some(rude.to_owned());
    letter.copies = vec![rude.to_owned(); 2];
    letter.blocks = vec![
        SetBlock::Paragraph(vec![plain(rude), Run::Note(vec![plain(rude), note(rude)])]),
        SetBlock::Paragraph(vec![]),
        SetBlock::Table { caption: vec![note(rude)], head: vec![], rows: vec![vec![], vec![vec![note(rude)], runs(rude)]] },
        SetBlock::Table { caption: vec![], head: vec![], rows: vec![] },
        SetBlock::List { numbered: true, items: vec![] },
    ];
    let parts = check("hostile.docx", &letter);
    assert!(parts["word/document.xml"].contains("&lt;/w:t&gt;&lt;w:t&gt; &amp;amp;"));
    assert!(parts["word/document.xml"].contains("张伟 חנה مرحبا 😀"));
    assert!(parts.values().filter(|xml| xml.starts_with("<?xml")).all(|xml| !xml.contains(['\u{202E}', '\u{7}'])));
}

#[test]
fn memo_and_briefing_are_written_too() {
    let memo = check("memo.docx", &memo());
    assert!(memo["word/document.xml"].contains("MEMORANDUM"));
    let briefing = check("briefing.docx", &briefing());
    assert!(briefing["word/document.xml"].contains("Bottom line"));
    assert_eq!(count(&briefing["word/document.xml"], "DATE"), 1);
}

#[test]
fn an_empty_manuscript_is_written_too() {
    let mut empty = letter();
    empty.kind = DraftKind::Memo;
    empty.letterhead.clear();
    empty.blocks.clear();
    empty.subject.clear();
    empty.head.clear();
    empty.closing = None;
    empty.watermark = None;
    empty.banner = None;
    check("empty.docx", &empty);
}
