//! PDFs made here by hand, and those that stand beside the checkout.

use dossier_intake::{Read, Rule, read};
use dossier_model::{MarkKind, TextIndex};
use std::fmt::Write as _;

/// A PDF of pages with these content streams, in Helvetica.
fn pdf(pages: &[String], info: &str) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        format!("<<{info}>>"),
    ];
    let mut kids = String::new();
    for content in pages {
        let at = objects.len() + 1;
        let _ = write!(kids, "{at} 0 R ");
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>",
            at + 1
        ));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
    }
    objects[1] = format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len());
    let mut out = "%PDF-1.5\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        let _ = write!(out, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = out.len();
    let _ = write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(out, "{place:010} 00000 n ");
    }
    let _ = write!(out, "trailer<</Size {}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{start}\n%%EOF", objects.len() + 1);
    out.into_bytes()
}

/// Lines at `x`, from `y` down, each 14 points below the one before.
fn lines(x: u32, y: u32, size: u32, words: &[&str]) -> String {
    let mut out = format!("BT /F {size} Tf 14 TL {x} {y} Td ");
    for line in words {
        let _ = write!(out, "({line}) Tj T* ");
    }
    out + "ET\n"
}

fn blocks(read: &Read) -> Vec<(MarkKind, String)> {
    let index = TextIndex::new(&read.text);
    read.marks.iter().map(|mark| (mark.kind, index.slice(mark.span).unwrap_or("").to_owned())).collect()
}

#[test]
fn pages_have_numbers_and_paragraphs_are_joined() {
    let page = |words: &[&str], number: u32| {
        lines(72, 760, 8, &["Lantern Institute"]) + &lines(72, 700, 11, words) + &lines(300, 30, 8, &[&number.to_string()])
    };
    let first = page(
        &[
            "Halden said on Monday that the distil-",
            "lation ran from April to June, and that the",
            "well-",
            "known lab copied nothing.",
        ],
        1,
    );
    let bytes = pdf(
        &[lines(72, 730, 22, &["Halden writes"]) + &first, page(&["A second page."], 2), page(&["A third page."], 3)],
        "/Title(Microsoft Word - letter.docx)/Author(Dana Ruiz)/CreationDate(D:20260225113000Z)",
    );
    let read = read("a.pdf", &bytes);
    assert_eq!(read.media_type, "application/pdf");
    let expect = [
        (MarkKind::Furniture, "Lantern Institute"),
        (MarkKind::Title, "Halden writes"),
        (
            MarkKind::Paragraph,
            "Halden said on Monday that the distillation ran from April to June, and that the well-known lab copied nothing.",
        ),
        (MarkKind::Furniture, "1"),
    ];
    let found: Vec<_> = blocks(&read).into_iter().filter(|(kind, _)| *kind != MarkKind::Page).take(4).collect();
    let found: Vec<_> = found.iter().map(|(kind, words)| (*kind, words.as_str())).collect();
    assert_eq!(found, expect);
    let pages: Vec<_> =
        read.marks.iter().filter(|mark| mark.kind == MarkKind::Page).filter_map(|mark| mark.label.clone()).collect();
    assert_eq!(pages, ["1", "2", "3"]);
    assert_eq!((read.title.as_deref(), read.authors.as_slice()), (Some("Halden writes"), ["Dana Ruiz".to_owned()].as_slice()));
    assert_eq!(read.published.map(|day| day.to_string()).as_deref(), Some("2026-02-25"));
    assert!(read.normalised.contains(&Rule::LineHyphens));
    assert_eq!(read.issues.iter().map(|issue| issue.code.as_str()).collect::<Vec<_>>(), ["date-of-file"]);
}

#[test]
fn columns_of_prose_are_read_downwards_and_rows_of_a_table_across() {
    let left = [
        "Halden says that the accounts of",
        "the campaign were opened in the",
        "spring, and that nearly all of",
        "them were closed by the summer",
        "after it had found the pattern.",
    ];
    let right = [
        "Meridian Works denies it, and",
        "says that its models were made",
        "with data that it had bought in",
        "the open market from a broker",
        "whose name it did not give.",
    ];
    let prose = read("a.pdf", &pdf(&[lines(72, 700, 11, &left) + &lines(320, 700, 11, &right)], ""));
    assert!(prose.text.find("pattern.").unwrap() < prose.text.find("Meridian").unwrap(), "{}", prose.text);
    let names = ["Country", "Estravia", "Norland", "Osterra", "Vellmark"];
    let counts = ["Accounts", "9,000", "120", "77", "4"];
    let table = read("b.pdf", &pdf(&[lines(72, 700, 11, &names) + &lines(320, 700, 11, &counts)], ""));
    assert!(table.text.contains("Estravia\t9,000"), "{}", table.text);
}

#[test]
fn a_paragraph_that_runs_over_a_page_is_one_and_lies_on_both() {
    let head = lines(72, 760, 8, &["Lantern Institute"]);
    let first = lines(72, 700, 11, &["Halden said on Monday that the accounts of the cam-"]) + &lines(300, 30, 8, &["1"]);
    let second = lines(72, 700, 11, &["paign were opened in spring."]) + &lines(300, 30, 8, &["2"]);
    let third = lines(72, 700, 11, &["Meridian Works denies it."]) + &lines(300, 30, 8, &["3"]);
    let read = read("a.pdf", &pdf(&[head.clone() + &first, head.clone() + &second, head + &third], ""));
    let found = blocks(&read);
    let words = |kind: MarkKind| found.iter().filter(|(of, _)| *of == kind).map(|(_, words)| words.as_str()).collect::<Vec<_>>();
    assert_eq!(
        words(MarkKind::Paragraph),
        ["Halden said on Monday that the accounts of the campaign were opened in spring.", "Meridian Works denies it."]
    );
    let pages = words(MarkKind::Page);
    assert!(pages[0].ends_with("accounts of the cam") && pages[1].starts_with("paign were opened"), "{pages:?}");
    assert_eq!(words(MarkKind::Furniture), ["Lantern Institute", "1", "Lantern Institute", "2", "Lantern Institute", "3"]);
}

#[test]
fn rows_whose_columns_are_certain_are_cells() {
    let column = |x: u32, words: &[&str]| lines(x, 700, 11, words);
    let page = column(72, &["Country", "Estravia", "Norland"])
        + &column(220, &["Accounts", "9,000", "120"])
        + &column(340, &["Year", "2026", "2025"]);
    let read = read("a.pdf", &pdf(&[page], ""));
    let cells: Vec<_> =
        read.marks.iter().filter(|mark| mark.kind == MarkKind::Cell).filter_map(|mark| mark.label.as_deref()).collect();
    assert_eq!(cells, ["1:1", "1:2", "1:3", "2:1", "2:2", "2:3", "3:1", "3:2", "3:3"]);
    assert_eq!(read.text, "Country\tAccounts\tYear\nEstravia\t9,000\t2026\nNorland\t120\t2025");
}

#[test]
fn the_mark_of_a_note_is_no_part_of_a_figure() {
    let content = "BT /F 12 Tf 72 700 Td (It opened 9,000) Tj /F 7 Tf 5 Ts (3) Tj /F 12 Tf 0 Ts ( accounts there.) Tj ET";
    let read = read("a.pdf", &pdf(&[content.to_owned()], ""));
    assert!(read.text.contains("9,000³ accounts"), "{}", read.text);
}

#[test]
fn what_cannot_be_read_is_told() {
    let codes = |bytes: &[u8]| read("a.pdf", bytes).issues.into_iter().map(|issue| issue.code).collect::<Vec<_>>();
    let whole = pdf(&[lines(72, 700, 11, &["Halden writes."])], "");
    assert_eq!(codes(b"%PDF-1.7\nnothing"), ["damaged"]);
    let without_font = String::from_utf8(whole.clone()).unwrap().replace("/F 3 0 R", "/F 9 0 R");
    assert!(codes(without_font.as_bytes()).contains(&"unmapped-characters".to_owned()), "{:?}", codes(without_font.as_bytes()));
    let part = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 3 0 R>>>>>>";
    let stamped = |page: &str| {
        let with = format!("{page}/Resources<</XObject<</S {part}>>/Font");
        codes(String::from_utf8(whole.clone()).unwrap().replacen("/Resources<</Font", &with, 1).as_bytes())
    };
    assert!(!stamped("").contains(&"turned".to_owned()), "{:?}", stamped(""));
    assert!(stamped("/Rotate 180").contains(&"turned".to_owned()), "{:?}", stamped("/Rotate 180"));
    let cut = read("a.pdf", &whole[..whole.len() - 60]);
    assert!(cut.text.contains("Halden writes.") || cut.issues.iter().any(|issue| issue.code == "damaged"), "{cut:?}");
    let picture = "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q".to_owned();
    assert!(codes(&pdf(&[picture], "")).contains(&"no-text".to_owned()), "{:?}", codes(&pdf(&["".to_owned()], "")));
}

#[test]
fn files_beside_the_checkout_are_read_or_say_why() {
    let Some(corpus) = corpus() else { return };
    let mut seen = 0;
    for folder in ["pdf", "redaction"] {
        for entry in std::fs::read_dir(corpus.join(folder)).into_iter().flatten().flatten() {
            let bytes = std::fs::read(entry.path()).unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            let read = read(&name, &bytes);
            assert!(!read.text.is_empty() || !read.issues.is_empty(), "{name}");
            let codes: Vec<_> = read.issues.iter().map(|issue| issue.code.as_str()).collect();
            match name.as_str() {
                "libreoffice-writer-password.pdf" => assert_eq!(codes, ["encrypted"]),
                "grayscale-image.pdf" => assert!(codes.contains(&"no-text"), "{codes:?}"),
                "with-attachment.pdf" => assert!(!read.members.is_empty()),
                "multicolumn.pdf" => {
                    let at = |words: &str| read.text.find(words).unwrap_or_else(|| panic!("{words}"));
                    assert!(
                        at("with Lorem Ipsum text.") < at("Nam dui ligula") && at("Nam dui ligula") < at("Quisque ullamcorper")
                    );
                    assert!(read.text.contains("Austria\t8.9\t83,879\tVienna\tGerman"));
                }
                "rect_ordering_5.2.pdf" => assert!(read.text.contains("under the plan on 10/31/2018.")),
                // Formulas in fonts of Type 1C without an encoding; a page whose fonts are missing.
                "GeoTopo-komprimiert.pdf" | "unreadablemetadata.pdf" => {
                    assert!(codes.contains(&"unmapped-characters"), "{codes:?}");
                }
                "google-doc-document.pdf" => assert!(read.text.contains("83,190,556²")),
                // Its stamps are turned with the page, and the library loses some of their words.
                "no_bad_redactions.8.1.pdf" => assert!(codes.contains(&"turned"), "{codes:?}"),
                "libreoffice-form.pdf" => assert!(read.text.contains("Alice")),
                _ => {}
            }
            seen += 1;
        }
    }
    assert!(seen > 0);
}

/// The documents beside the checkout, or a printed word that they are not there.
fn corpus() -> Option<std::path::PathBuf> {
    use std::io::Write as _;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    if folder.is_dir() {
        return Some(folder);
    }
    // Straight to standard error: a test runner keeps what is printed by a test that passes.
    let _ = writeln!(std::io::stderr(), "skipped: {} is not there", folder.display());
    None
}
