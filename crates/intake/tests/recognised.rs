//! Words that a machine recognised in pictures become text, and the source says so.

use dossier_intake::{Read, Recognised, Rule, read, read_with_ocr};
use dossier_model::{MarkKind, TextIndex};
use std::fmt::Write as _;

/// A PDF of these pages: a text, or a picture where there is none.
fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|at| format!("{} 0 R ", 4 + 2 * at)).collect();
    let mut out = format!(
        "%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[{kids}]/Count {}>>\nendobj\n\
         3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\nendobj\n",
        pages.len()
    );
    for (at, words) in pages.iter().enumerate() {
        let content = if words.is_empty() {
            "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q".to_owned()
        } else {
            format!("BT /F 11 Tf 72 700 Td ({words}) Tj ET")
        };
        let at = 4 + 2 * at;
        let _ = write!(
            out,
            "{at} 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>\nendobj\n\
             {} 0 obj\n<</Length {}>>stream\n{content}\nendstream\nendobj\n",
            at + 1,
            at + 1,
            content.len()
        );
    }
    (out + "trailer\n<</Root 1 0 R>>\n%%EOF").into_bytes()
}

const PICTURE: &[u8] = b"GIF89a\x40\x01\xF0\0\0\0\0";

fn recognised(pages: &[(u32, &str)]) -> Recognised {
    let pages = pages.iter().map(|(page, words)| (*page, (*words).to_owned())).collect();
    Recognised { program: "tesseract 5.3.0".to_owned(), language: "eng".to_owned(), pages }
}

fn codes(read: &Read) -> Vec<&str> {
    // The file was rebuilt from its objects, which is not what is looked at here.
    read.issues.iter().map(|issue| issue.code.as_str()).filter(|code| *code != "damaged").collect()
}

fn pages(read: &Read) -> Vec<(String, String)> {
    let index = TextIndex::new(&read.text);
    let pages = read.marks.iter().filter(|mark| mark.kind == MarkKind::Page);
    pages.filter_map(|mark| Some((mark.label.clone()?, index.slice(mark.span).ok()?.to_owned()))).collect()
}

#[test]
fn words_of_a_scanned_page_stand_on_their_page() {
    let bytes = pdf(&["Halden says that it closed the accounts.", "", "It names nobody.", "", ""]);
    let plain = read("a.pdf", &bytes);
    assert_eq!((plain.without_words.as_slice(), codes(&plain)), ([2, 4, 5].as_slice(), vec!["no-text", "images"]));
    let words = "It closed 24,000\naccounts of the cam-\npaign in May.\n\n  \nMeridian Works denies it.\n\u{C}";
    let with = read_with_ocr("a.pdf", &bytes, &recognised(&[(2, words), (4, " \n\u{C}"), (3, "not asked for")]));
    let expect = [
        ("1", "Halden says that it closed the accounts."),
        ("2", "It closed 24,000 accounts of the campaign in May.\n\nMeridian Works denies it."),
        ("3", "It names nobody."),
    ];
    assert_eq!(pages(&with), expect.map(|(page, words)| (page.to_owned(), words.to_owned())));
    // Page 4 was looked at and has none; page 5 still waits.
    assert_eq!((with.without_words.as_slice(), codes(&with)), ([5].as_slice(), vec!["no-text", "ocr", "images"]));
    let says = |code: &str, words: &str| with.issues.iter().any(|issue| issue.code == code && issue.message.contains(words));
    assert!(
        says("ocr", "page 2 of a.pdf") && says("ocr", "tesseract 5.3.0, eng") && says("no-text", "Pages 4-5"),
        "{:?}",
        with.issues
    );
    assert!(with.normalised.contains(&Rule::LineHyphens));
    assert_eq!(recognised(&[]).record(), "ocr: tesseract 5.3.0, eng");
}

#[test]
fn words_of_a_picture_are_its_text_and_stay_an_exhibit() {
    let plain = read("a.gif", PICTURE);
    assert_eq!((plain.text.as_str(), plain.without_words.as_slice(), codes(&plain)), ("", [1].as_slice(), vec!["picture"]));
    let with = read_with_ocr("a.gif", PICTURE, &recognised(&[(1, "Halden wrote.\n\u{C}Meridian denies.\n\u{C}")]));
    assert_eq!(with.text, "Halden wrote.\n\nMeridian denies.");
    assert_eq!(pages(&with).iter().map(|(page, _)| page.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!((with.media_type.as_str(), with.without_words.len(), codes(&with)), ("image/gif", 0, vec!["picture", "ocr"]));
    let none = read_with_ocr("a.gif", PICTURE, &recognised(&[(1, " \n\u{C}")]));
    assert_eq!((none.text.as_str(), none.without_words.len(), codes(&none)), ("", 0, vec!["picture"]));
    assert!(none.issues[0].message.contains("No words were recognised"), "{:?}", none.issues);
}

#[test]
fn what_has_words_takes_none_from_elsewhere() {
    let page = [(1, "Meridian denies.")];
    for bytes in [b"Halden wrote.".to_vec(), pdf(&["Halden wrote."])] {
        assert_eq!(read_with_ocr("a", &bytes, &recognised(&page)), read("a", &bytes));
    }
}
