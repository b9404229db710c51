use super::*;
use crate::page_picture;

#[test]
fn few_languages_are_all_looked_for_and_of_many_english() {
    let check = |list: &str, expect: Option<&str>| {
        assert_eq!(language(&format!("List of available languages:\n{list}\n")).as_deref(), expect, "{list}");
    };
    check("osd", None);
    check("eng\nosd", Some("eng"));
    check("deu\neng\nosd\nfra", Some("eng+deu+fra"));
    check("ces\ndeu\neng\nfra\npol", Some("eng"));
    check("ces\ndeu\nfra\npol", Some("ces+deu+fra"));
    check("../../etc/passwd\n--psm\n", None);
    check("script/Latin\neng", Some("eng+script/Latin"));
}

#[test]
fn what_is_no_language_is_refused() {
    for language in ["", "-l", "eng+", "../eng", "/etc/passwd", "eng osd"] {
        assert_eq!(become_tesseract(language).kind(), io::ErrorKind::InvalidInput, "{language}");
    }
}

/// A page with these lines, as a picture.
fn picture(lines: &[&str]) -> Vec<u8> {
    let words: String = lines.iter().map(|line| format!("({line}) Tj T* ")).collect();
    let content = format!("BT /F 14 Tf 20 TL 60 700 Td {words} ET");
    let pdf = format!(
        "%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R\
         /Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>>>>>>>\nendobj\n\
         4 0 obj\n<</Length {}>>stream\n{content}\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n",
        content.len()
    );
    page_picture("a.pdf", pdf.as_bytes(), 1, 1700).unwrap().png
}

/// What a process that becomes tesseract says of a picture.
fn recognised(picture: &[u8]) -> (bool, String) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "ocr::tests::in_a_process_of_its_own", "--ignored", "--nocapture", "--test-threads", "1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may end before it has taken all.
    let _ = child.stdin.take().unwrap().write_all(picture);
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said)
}

/// Run by the tests here only.
#[test]
#[ignore = "becomes another program"]
fn in_a_process_of_its_own() {
    let error = become_tesseract("eng");
    panic!("{error}");
}

#[test]
fn a_confined_tesseract_reads_a_picture_and_survives_a_damaged_one() {
    if installed().is_none() {
        println!("skipped: tesseract is not installed");
        return;
    }
    let whole = picture(&["Halden said that it had closed", "24,000 accounts of the campaign."]);
    let (is_read, said) = recognised(&whole);
    assert!(is_read && said.contains("24,000 accounts of the campaign"), "{said}");
    for damaged in [&whole[..whole.len() / 2], b"\x89PNG\r\n\x1a\n", b"II*\0\xFF\xFF\xFF\xFF", b"GIF89a", b""] {
        let (_, said) = recognised(damaged);
        assert!(!said.contains("accounts"), "{said}");
    }
}
