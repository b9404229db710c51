use super::*;
use dossier_model::MarkKind;
use proptest::prelude::*;

fn text_of(read: &Read, kind: MarkKind) -> Vec<String> {
    let index = dossier_model::TextIndex::new(&read.text);
    read.marks.iter().filter(|mark| mark.kind == kind).map(|mark| index.slice(mark.span).unwrap().to_owned()).collect()
}

#[test]
fn what_cannot_be_read_says_what_it_is_and_what_to_do() {
    let check = |bytes: &[u8], code: &str, says: &str| {
        let read = read("report.txt", bytes);
        assert_eq!(read.text, "");
        assert_eq!(read.issues.len(), 1, "{:?}", read.issues);
        assert_eq!(read.issues[0].code, code);
        assert!(read.issues[0].message.contains(says) && read.issues[0].message.contains("report.txt"), "{:?}", read.issues);
    };
    check(b"", "empty", "is empty");
    check(b" \n\t\n", "empty", "no words");
    check(b"---\ntitle:\n---\n", "empty", "no words");
    check(b"%PDF-1.7 ...", "damaged", "PDF");
    check(b"PK\x03\x04....word/document.xml", "damaged", "The archive is damaged");
    check(b"some\0thing", "binary", "NUL");
    check(b"<!DOCTYPE html><p> </p>", "empty", "no words");
    check(&vec![b'a'; MAX_BYTES + 1], "too-large", "268435456");
}

#[test]
fn text_that_is_not_utf8_is_read_with_an_issue() {
    let windows = read("a.txt", b"The caf\xE9 said \x93nearly 9,000\x94 accounts were opened there in the spring.");
    assert!(windows.text.contains("café said “nearly 9,000”"), "{}", windows.text);
    assert_eq!(windows.issues[0].code, "bad-encoding");
    let utf16: Vec<u8> = "\u{FEFF}Nearly 9,000".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16 = read("b.txt", &utf16);
    assert_eq!(utf16.text, "Nearly 9,000");
    assert_eq!(utf16.issues[0].code, "bad-encoding");
    assert!(read("c.txt", "\u{FEFF}Nearly 9,000 – “so”".as_bytes()).issues.is_empty());
}

#[test]
fn front_matter_that_does_not_parse_leaves_the_text() {
    let read = read("a.md", b"---\ntitle: \"never closed\nx: [\n---\n# Halden writes to senators\n\nIt did.");
    assert_eq!(read.issues[0].code, "front-matter");
    assert_eq!(read.title.as_deref(), Some("Halden writes to senators"));
    assert!(read.text.contains("It did."));
}

#[test]
fn front_matter_names_title_publisher_author_date_and_address() {
    let source = "---\ntitle: \"Halden accuses Meridian Works\"\nsource: \"Ada Roth\"\nurl: https://www.ledger.example/a/1\npublished: \"2026-02-23T20:22:55.000Z\"\n---\nHalden says so.\n";
    let read = read("x", source.as_bytes());
    assert_eq!(read.media_type, "text/markdown");
    assert_eq!(read.title.as_deref(), Some("Halden accuses Meridian Works"));
    assert_eq!(read.publisher.as_deref(), Some("ledger.example"));
    assert_eq!(read.authors, ["Ada Roth"]);
    assert_eq!(read.published.map(|date| date.to_string()).as_deref(), Some("2026-02-23"));
    assert_eq!(text_of(&read, MarkKind::Title), ["Halden accuses Meridian Works"]);
}

#[test]
fn an_aggregator_page_names_its_site_and_the_outlet_it_summarises() {
    let source = "ModelWatch\n\nHalden accuses Meridian Works of copying its Corvid model.\n\nLedger Post Tech22h ago5 min read\n\
                  Halden accuses Meridian Works of copying its Corvid model.\n\nKey takeaway\n\nIt was large.\n\nDiscussion\n\nNo discussion yet for this article\n";
    let read = read("x.txt", source.as_bytes());
    assert_eq!(read.publisher.as_deref(), Some("ModelWatch"));
    assert_eq!(read.syndicated_from.as_deref(), Some("Ledger Post Tech"));
    assert_eq!(read.title.as_deref(), Some("Halden accuses Meridian Works of copying its Corvid model."));
    assert_eq!(read.published, None);
    assert_eq!(text_of(&read, MarkKind::Furniture).len(), 4);
    assert_eq!(text_of(&read, MarkKind::Heading), ["Key takeaway"]);
}

#[test]
fn footers_name_publisher_date_and_original() {
    let read_one = read(
        "x",
        b"Why Halden wrote\nIt wrote a letter.\nPublished By: Ledger Business\nPublished On: 25 June 2026 at 11:40 IST",
    );
    assert_eq!(read_one.publisher.as_deref(), Some("Ledger Business"));
    assert_eq!(read_one.published.map(|date| date.to_string()).as_deref(), Some("2026-06-25"));
    let read_two = read("y", b"Halden says\nSummary\nIt did.\nEditorial summary and curation by ModelWatch. Original article published by AI - Ledger Technica.");
    assert_eq!(read_two.publisher.as_deref(), Some("ModelWatch"));
    assert_eq!(read_two.syndicated_from.as_deref(), Some("Ledger Technica"));
    let read_three = read("z", b"Halden says\nA text that names nobody.");
    assert_eq!((read_three.publisher, read_three.published, read_three.syndicated_from), (None, None, None));
}

#[test]
fn a_byline_in_parts_names_publisher_author_and_date() {
    for (line, publisher, authors) in [
        ("Ledger Security Blog · By Dana Ruiz · January 2, 2025", Some("Ledger Security Blog"), vec!["Dana Ruiz"]),
        ("Ledger Wire · Thu, January 2, 2025 · By Dana Ruiz", Some("Ledger Wire"), vec!["Dana Ruiz"]),
        ("By Dana Ruiz | January 2, 2025", None, vec!["Dana Ruiz"]),
        ("Dana Ruiz | January 2, 2025", None, vec![]),
        ("Technology | January 2, 2025", None, vec![]),
        ("Updated · January 2, 2025", None, vec![]),
    ] {
        let read = read("x.md", format!("# Halden copied\n\n{line}\n\nIt was copied in May.\n").as_bytes());
        assert_eq!(read.publisher.as_deref(), publisher, "{line}");
        assert_eq!(read.authors, authors, "{line}");
        assert_eq!(read.published.map(|date| date.to_string()).as_deref(), Some("2025-01-02"), "{line}");
    }
}

pub(crate) fn lawful(read: &Read) -> Result<(), TestCaseError> {
    let characters = u32::try_from(read.text.chars().count()).unwrap();
    for mark in &read.marks {
        prop_assert!(mark.span.start < mark.span.end && mark.span.end <= characters, "{:?}", mark);
    }
    let blocks: Vec<_> = read.marks.iter().filter(|mark| !matches!(mark.kind, MarkKind::Page | MarkKind::Pointer)).collect();
    prop_assert!(blocks.windows(2).all(|two| two[0].span.end <= two[1].span.start));
    prop_assert!(!read.text.is_empty() || !read.issues.is_empty());
    prop_assert!(!read.text.contains('\r'));
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        lawful(&read("x", &bytes))?;
    }

    #[test]
    fn any_markup_is_read_without_panic(text in "(---\n|# |- |\\*\\*|\\[a\\]\\(http://b\\)|\\| a \\||\\|---|<b>|<!--|> |```|\n|\n\n|title: x|word|,|[a-zé“”]{1,4}| ){0,60}") {
        lawful(&read("x", text.as_bytes()))?;
    }

    #[test]
    fn a_read_survives_the_pipe(text in "\\PC{0,200}") {
        let first = read("x", text.as_bytes());
        let json = serde_yaml_ng::to_string(&first).unwrap();
        prop_assert_eq!(serde_yaml_ng::from_str::<Read>(&json).unwrap(), first);
    }
}
