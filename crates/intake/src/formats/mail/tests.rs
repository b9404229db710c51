use crate::{Read, read};
use dossier_model::{MarkKind, TextIndex};
use proptest::prelude::*;

fn codes(read: &Read) -> Vec<&str> {
    read.issues.iter().map(|issue| issue.code.as_str()).collect()
}

fn paths(read: &Read) -> Vec<&str> {
    read.members.iter().map(|member| member.path.as_str()).collect()
}

fn mail(fields: &str, body: &str) -> Read {
    let head = "From: Dana Ruiz <dana@ledger.example>\r\nTo: ada@halden.example\r\nSubject: =?utf-8?q?Accounts_f=C3=BCr_Corvid?=\r\nDate: Sat, 2 May 2026 23:30:00 -0500\r\n";
    read("letter.eml", format!("{head}{fields}\r\n{}", body.replace('\n', "\r\n")).as_bytes())
}

fn mixed(parts: &[&str]) -> Read {
    let body: String = parts.iter().map(|part| format!("--b\n{part}\n")).collect();
    mail("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n", &format!("{body}--b--\n"))
}

const TEXT: &str = "Content-Type: text/plain\n\nNearly 9,000 accounts.";

#[test]
fn a_mail_says_who_wrote_to_whom_when_and_what() {
    let read =
        mail("Cc: Ada Roth <roth@halden.example>\r\n", "Nearly 9,000 accounts.\n\n> It was May.\n> It was large.\n\nDana\n");
    assert_eq!((read.media_type.as_str(), read.title.as_deref()), ("message/rfc822", Some("Accounts für Corvid")));
    assert_eq!(read.authors, ["Dana Ruiz"]);
    assert_eq!(read.published.as_ref().map(ToString::to_string).as_deref(), Some("2026-05-02"));
    let head = "Accounts für Corvid\n\nFrom: Dana Ruiz <dana@ledger.example>\nTo: ada@halden.example\nCc: Ada Roth <roth@halden.example>\n\
                Date: Sat, 2 May 2026 23:30:00 -0500\n\nNearly 9,000 accounts.";
    assert!(read.text.starts_with(head), "{}", read.text);
    let index = TextIndex::new(&read.text);
    let quotes = read.marks.iter().filter(|mark| mark.kind == MarkKind::BlockQuote);
    assert_eq!(quotes.map(|mark| index.slice(mark.span).unwrap()).collect::<Vec<_>>(), ["> It was May.", "> It was large."]);
    assert_eq!(read.issues, []);
}

#[test]
fn a_mail_in_html_is_read_as_a_page_is() {
    let html = "Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>Caf=E9 <b>accounts</b></p><p hidden>Pre</p><img src=3Dcid:a>";
    let read = mixed(&[html]);
    assert!(read.text.ends_with("\n\nCafé accounts"), "{}", read.text);
    assert_eq!(codes(&read), ["pictures-left-out", "hidden-text"]);
}

#[test]
fn plain_text_goes_before_html_where_both_say_the_same() {
    let both = "Content-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain\n\nIn text.\n--c\nContent-Type: text/html\n\n<p>In HTML.\n--c--";
    let read = mixed(&[both]);
    assert!(read.text.contains("In text.") && !read.text.contains("In HTML."), "{}", read.text);
    assert!(read.members.is_empty());
}

#[test]
fn every_attachment_is_a_member_with_the_bytes_that_were_sent() {
    let read = mixed(&[
        TEXT,
        "Content-Type: application/pdf; name=\"../../x/report.pdf\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\nJVBERi0=",
        "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\nContent-Disposition: attachment; filename=\"report.pdf\"\n\nCaf=E9",
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-ID: <a>\n\niVBORw==",
        "Content-Type: message/rfc822\n\nFrom: a@b.example\nSubject: Within\n\nDeep.",
    ]);
    assert_eq!(paths(&read), ["report.pdf", "report (2).pdf", "picture-3.png", "mail-4.eml"]);
    let bytes: Vec<&[u8]> = read.members.iter().map(|member| member.bytes.as_slice()).collect();
    assert_eq!(bytes[..3], [b"%PDF-".as_slice(), b"Caf\xE9", b"\x89PNG"]);
    let within = crate::read("mail-4.eml", bytes[3]);
    assert_eq!(within.title.as_deref(), Some("Within"));
    assert!(within.text.ends_with("Deep."), "{:?}", within.text);
    assert_eq!(read.issues, []);
}

#[test]
fn what_cannot_be_read_of_a_mail_is_named() {
    let check = |read: Read, expect: &[&str]| assert_eq!(codes(&read), expect, "{}", read.text);
    let encrypted = "Content-Type: multipart/encrypted; boundary=c\n\n--c\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--c\nContent-Type: application/octet-stream\n\nx\n--c--";
    check(mixed(&[encrypted]), &["encrypted"]);
    check(mixed(&["Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nx"]), &["encrypted"]);
    check(
        mixed(&["Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n\nx"]),
        &["signed-container", "empty"],
    );
    check(mail("", "-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n"), &["encrypted"]);
    check(mail("DKIM-Signature: v=1; d=ledger.example\r\n", "Text."), &["signature-unchecked"]);
    check(mixed(&[TEXT, "Content-Type: application/pkcs7-signature; name=smime.p7s\n\nx"]), &["signature-unchecked"]);
    check(mail("Content-Type: multipart/mixed; boundary=b\r\n", "--b\nContent-Type: text/plain\n\nCut"), &["damaged"]);
    check(mail("", "\n"), &["empty"]);
    check(mixed(&["Content-Type: image/png; name=a.png\n\nx"]), &["empty"]);
}

#[test]
fn a_mail_that_nests_without_end_keeps_its_characters() {
    let nested = "Content-Type: message/rfc822\n\nFrom: a@b.example\n".repeat(5_000);
    let read = mail("MIME-Version: 1.0\r\n", &format!("{nested}\nIt was May."));
    assert_eq!(codes(&read), ["too-deep"]);
    assert!(read.text.ends_with("It was May."));
    // As deep as is let through.
    let nested = "Content-Type: message/rfc822\n\n".repeat(900);
    assert!(!mixed(&[&nested]).text.is_empty());
    let groups: String = (0..900).map(|at| format!("Content-Type: multipart/mixed; boundary=c{at}\n\n--c{at}\n")).collect();
    assert!(!mixed(&[&groups]).text.is_empty());
}

#[test]
fn a_page_archive_is_read_as_its_page() {
    let archive = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.ledger.example/a\r\nSubject: A page\r\nMIME-Version: 1.0\r\n\
                   Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
                   Content-Location: https://www.ledger.example/a\r\n\r\n<html><head><meta charset=3Dutf-8></head><body><p>The caf=C3=A9 =\r\nclosed.</p><img src=3Da.png></body></html>\r\n\
                   --b\r\nContent-Type: image/png\r\nContent-Location: https://www.ledger.example/a.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--b--\r\n";
    let read = crate::read("page.mhtml", archive.as_bytes());
    assert_eq!((read.media_type.as_str(), read.text.as_str()), ("multipart/related", "The café closed."));
    assert_eq!((read.url.as_deref(), read.title.as_deref()), (Some("https://www.ledger.example/a"), Some("A page")));
    assert_eq!(codes(&read), ["pictures-left-out"]);
    assert!(read.members.is_empty());
    let cut = crate::read("page.mhtml", &archive.as_bytes()[..archive.len() - 40]);
    assert_eq!(codes(&cut), ["pictures-left-out", "damaged"]);
}

#[test]
fn only_a_mail_is_taken_for_one() {
    let check = |source: &str, is_mail: bool| assert_eq!(super::is_mail(source.as_bytes()), is_mail, "{source}");
    check("From x@y.example Wed Jul 20 17:35:09 2016\nTo: a\nFrom: b\n\nx", true);
    check("X-Odd: 1\n going on\nReceived: by\nDate: x\n\n", true);
    check("Title: A report\nDate: 2026-05-02\n\nWords", false);
    check("From: the start\nit was large\n", false);
    check("From: alone\n\nx", false);
}

#[test]
fn mails_beside_the_checkout_are_read() {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(folder) = here.ancestors().map(|folder| folder.join("shared/corpus/mail")).find(|folder| folder.is_dir()) else {
        // Straight to standard error: a test runner keeps what is printed by a test that passes.
        let _ = std::io::Write::write_all(&mut std::io::stderr(), b"skipped: no shared/corpus/mail beside the checkout\n");
        return;
    };
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = read(&name, &std::fs::read(&path).unwrap());
        let members: Vec<String> = read.members.iter().map(|it| format!("{} ({})", it.path, it.bytes.len())).collect();
        println!(
            "== {name} {:?} {:?} {:?} {members:?}\n{}\n{:?}",
            read.title, read.authors, read.published, read.text, read.issues
        );
        assert_eq!(read.media_type, "message/rfc822", "{name}");
        let has_date = name != "testRFC822_multipart_attachments.eml";
        assert!(read.text.contains("From: ") && read.published.is_some() == has_date, "{name}");
        let says = |words: &str| assert!(read.text.contains(words), "{name}: {}", read.text);
        match name.as_str() {
            "testRFC822_dkim.eml" => says("We lost the game. Are you hungry yet?"),
            "testEmailWithPNGAtt.eml" | "test-incremental-updates.eml" => assert_eq!(read.members.len(), 1, "{name}"),
            _ => {}
        }
    }
}

proptest! {
    #[test]
    fn any_mail_is_read_without_panic(
        parts in "(--b\n|--b--\n|--c\n|--c--|Content-Type: |multipart/mixed; boundary=b\n|multipart/alternative; boundary=c\n|message/rfc822\n|text/html\n|text/plain; charset=utf-7\n|image/png; name=\"a\"\n|Content-Transfer-Encoding: base64\n|Content-Disposition: attachment\n|\n|\r\n|From: a\n|<p>|word|=E9|JVBE|-){0,40}"
    ) {
        let source = format!("From: a@b.example\nMIME-Version: 1.0\n{parts}");
        crate::tests::lawful(&read("x", source.as_bytes()))?;
    }
}
