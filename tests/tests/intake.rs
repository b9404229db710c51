//! Documents taken in from the command line: mails with what is attached, archives, pictures, and what happens when reading goes wrong.
#![expect(clippy::unwrap_used, reason = "a step that fails ends the test")]

use dossier_tests::Desk;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::process::Stdio;

const MAIL: &str = "From: Ada Roth <ada@ledger.example>\r\nTo: Desk <desk@office.example>\r\nDate: Wed, 24 Jun 2026 09:00:00 +0000\r\n\
Subject: The letter\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\
Halden sent the letter on Tuesday.\r\n--b\r\nContent-Type: text/plain; name=\"letter.txt\"\r\n\
Content-Disposition: attachment; filename=\"letter.txt\"\r\n\r\nHalden accuses Meridian Works of using 24,000 fraudulent accounts.\r\n--b--\r\n";

fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn sources(desk: &Desk) -> Vec<Value> {
    desk.ok(&["sources", "case.dossier"]).as_array().unwrap().clone()
}

fn states(rows: &Value) -> BTreeMap<String, usize> {
    let mut states = BTreeMap::new();
    for row in rows.as_array().unwrap() {
        *states.entry(row["state"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    states
}

#[test]
fn a_text_in_another_language_is_kept_and_told() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    let german = "Die Behörde hat am 4. Mai 2026 mitgeteilt, dass 24.000 Konten gesperrt wurden, weil sie das Modell auszuforschen \
                  versuchten. Ein Sprecher des Unternehmens wies die Vorwürfe zurück und kündigte an, den Ausschuss zu unterrichten.\n";
    desk.put("meldung.txt", german.repeat(3));
    let rows = desk.ok(&["import", "case.dossier", "meldung.txt"]);
    assert_eq!((&rows[0]["state"], &rows[0]["claims"]), (&json!("new"), &json!(0)), "{rows}");
    let issues = &sources(&desk)[0]["issues"];
    let told = issues.as_array().unwrap().iter().find(|issue| issue["code"] == "language").unwrap();
    assert!(told["message"].as_str().unwrap().starts_with("meldung.txt reads as German, "), "{told}");
}

#[test]
fn an_attachment_is_a_source_of_its_own_tied_to_its_mail() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    desk.put("letter.eml", MAIL);
    desk.ok(&["import", "case.dossier", "letter.eml"]);
    let found = sources(&desk);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!((&found[0]["title"], &found[0]["published"]), (&json!("The letter"), &json!("2026-06-24")));
    assert_eq!((&found[1]["file"], &found[1]["within"]), (&json!("letter.txt"), &found[0]["id"]));
    assert!(found[1]["path"].as_str().unwrap().ends_with("letter.eml/letter.txt"), "{}", found[1]);
    desk.put("other.txt", "Nobody answered.");
    desk.ok(&["import", "case.dossier", "letter.eml", "other.txt"]);
    let again = desk.ok(&["import", "case.dossier", "letter.eml"]);
    assert_eq!(again[0]["state"], "known");
    assert_eq!(sources(&desk).len(), 3);
    let ledger = desk.ok(&["ledger", "case.dossier"]);
    let acts: Vec<_> = ledger.as_array().unwrap().iter().map(|row| row["act"].as_str().unwrap()).collect();
    assert_eq!(acts[acts.len() - 2..], ["import 2 files", "import 1 file"], "only what joined is counted: {acts:?}");
}

#[test]
fn an_attachment_is_purged_with_its_mail_and_never_alone() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    desk.put("letter.eml", MAIL);
    desk.ok(&["import", "case.dossier", "letter.eml"]);
    let alone = desk.run(&["purge", "case.dossier", "S2", "--reason", "privileged"]);
    assert_eq!(alone.status, 1, "{}", alone.err);
    assert!(alone.err.contains("purge S1"), "{}", alone.err);
    let purged = desk.ok(&["purge", "case.dossier", "S1", "--reason", "privileged"]);
    assert_eq!(purged["with"], json!(["S2"]));
    assert_eq!(sources(&desk), Vec::<Value>::new());
    let bytes = desk.bytes("case.dossier");
    assert!(!bytes.windows(12).any(|window| window == b"Halden accus"), "words of the attachment are in the file still");
    assert_eq!(desk.run(&["verify", "case.dossier"]).status, 0);
}

#[test]
fn an_archive_gives_what_is_in_it_and_two_copies_are_one_source() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    let inner = archive(&[("deep/note.txt", b"Halden wrote to two senators.")]);
    let report = b"Halden said that Meridian Works used 24,000 accounts.".as_slice();
    desk.put(
        "bundle.zip",
        archive(&[("a/report.txt", report), ("b/copy.txt", report), ("inner.zip", &inner), ("mail.eml", MAIL.as_bytes())]),
    );
    let rows = desk.ok(&["import", "case.dossier", "bundle.zip"]);
    assert_eq!(states(&rows), BTreeMap::from([("known".to_owned(), 1), ("new".to_owned(), 4)]), "{rows:#}");
    let paths: Vec<String> = sources(&desk).iter().map(|source| source["path"].as_str().unwrap().to_owned()).collect();
    for end in
        ["bundle.zip/a/report.txt", "bundle.zip/inner.zip/deep/note.txt", "bundle.zip/mail.eml", "bundle.zip/mail.eml/letter.txt"]
    {
        assert!(paths.iter().any(|path| path.ends_with(end)), "{end} is not among {paths:?}");
    }
}

#[test]
fn what_could_not_be_read_is_named_with_the_files_that_it_lies_in() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    let inner = archive(&[("note.txt", b"Halden wrote a note."), ("broken.zip", b"PK\x03\x04 and nothing of an archive")]);
    desk.put("outer.zip", archive(&[("in/inner.zip", &inner)]));
    let import = desk.run(&["import", "case.dossier", "outer.zip", "--json"]);
    assert_eq!(import.status, 3, "{}", import.err);
    let rows = import.json();
    let failed: Vec<_> = rows.as_array().unwrap().iter().filter(|row| row["state"] == "failed").collect();
    assert_eq!(failed.len(), 1, "{rows:#}");
    assert_eq!(failed[0]["file"], "outer.zip/in/inner.zip/broken.zip");
    assert_eq!(failed[0]["issues"][0]["code"], "damaged");
    assert_eq!(sources(&desk).len(), 1, "the rest was read");
}

#[test]
fn a_later_version_says_what_it_changed_and_a_near_copy_is_told_and_not_joined() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    let article = |publisher: &str, figure: &str| {
        let body = "The accounts were opened in small groups over several weeks, each with a card of its own.\n\nMost were closed within days.";
        format!("---\ntitle: The letter\npublisher: {publisher}\n---\n\nHalden counted {figure} accounts.\n\n{body}\n")
    };
    desk.put("a.md", article("Capital Courier", "24,000"));
    desk.put("b.md", article("Capital Courier", "25,000"));
    desk.put("c.md", article("Northern Wire", "24,000"));
    let rows = desk.ok(&["import", "case.dossier", "a.md", "b.md", "c.md"]);
    assert_eq!((&rows[1]["state"], &rows[2]["state"]), (&json!("revision"), &json!("new")));
    let changes = desk.ok(&["difference", "case.dossier", "S2"]);
    let of = |kind: &str| {
        let all = changes["changes"].as_array().unwrap().iter().filter(|change| change["kind"] == kind);
        all.map(|change| change["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!((of("removed"), of("added")), (vec!["24,000".to_owned()], vec!["25,000".to_owned()]));
    let printed = desk.run(&["difference", "case.dossier", "S2"]);
    assert!(printed.out.contains("Halden counted [-24,000-]{+25,000+} accounts."), "{}", printed.out);
    let nothing = desk.run(&["difference", "case.dossier", "S1"]);
    assert_eq!(nothing.status, 2, "{}", nothing.err);
    let alike = desk.ok(&["similar", "case.dossier", "S1"]);
    assert_eq!((&alike[0]["source"], &alike[0]["share"]), (&json!("S3"), &json!(100)));
    assert_eq!(alike[1]["source"], "S2");
    assert_eq!(sources(&desk).len(), 3);
}

#[test]
fn how_a_source_was_read_is_in_its_record() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    desk.put("a.txt", "Halden wrote.\r\nIt did.\r\n");
    desk.ok(&["import", "case.dossier", "a.txt"]);
    let source = sources(&desk).remove(0);
    assert_eq!(source["reading"]["rules"], json!(["line-ends"]));
    assert_eq!(source["reading"]["program"], format!("dossier {}", env!("CARGO_PKG_VERSION")));
    // What the system offers differs; that what is named holds is the next test's.
    assert!(source["reading"]["confined"].is_array(), "{source}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_worker_that_says_it_is_confined_is() {
    let desk = Desk::new();
    let mut worker = std::process::Command::new(desk.started(&[]).get_program());
    let mut worker = worker.arg("__read").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut output = worker.stdout.take().unwrap();
    let mut length = [0; 8];
    output.read_exact(&mut length).unwrap();
    let mut hello = vec![0; usize::try_from(u64::from_le_bytes(length)).unwrap()];
    output.read_exact(&mut hello).unwrap();
    let hello: Value = serde_json::from_slice(&hello).unwrap();
    let confined: Vec<&str> = hello["confined"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    let about = |name: &str| std::fs::read_to_string(format!("/proc/{}/{name}", worker.id())).unwrap();
    assert!(confined.contains(&"memory"), "{confined:?}");
    let cap = about("limits").lines().find(|line| line.starts_with("Max address space")).unwrap().to_owned();
    assert!(cap.contains("4294967296"), "{cap}");
    if confined.contains(&"seccomp") {
        let status = about("status");
        let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_owned();
        assert_eq!((field("Seccomp:"), field("NoNewPrivs:")), ("2".to_owned(), "1".to_owned()));
    }
    drop(worker.stdin.take());
    assert!(worker.wait().unwrap().success(), "it ends when its input does");
}

#[test]
#[cfg(unix)]
fn an_import_that_was_killed_goes_on_where_it_was() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    let count = 600;
    for n in 0..count {
        desk.put(
            &format!("in/{n:03}.eml"),
            MAIL.replace("24,000", &format!("{},000", n + 1)).replace("on Tuesday", &format!("on day {n}")),
        );
    }
    let mut first = desk.started(&["import", "case.dossier", "in"]);
    let mut first = first.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    // Waits for the first batch, not for a time: the file's own list says when it is stored.
    while sources(&desk).is_empty() && first.try_wait().unwrap().is_none() {}
    first.kill().unwrap();
    first.wait().unwrap();
    let before = sources(&desk);
    assert!(!before.is_empty());
    for mail in before.iter().filter(|source| source["within"].is_null()) {
        assert!(before.iter().any(|source| source["within"] == mail["id"]), "{mail} is stored without what it holds");
    }
    let rows = desk.ok(&["import", "case.dossier", "in"]);
    let states = states(&rows);
    assert_eq!(states.get("known").copied().unwrap_or(0), before.len() / 2, "{states:?}");
    let after = sources(&desk);
    assert_eq!(after.len(), 2 * count, "each mail and its attachment once");
    assert_eq!(after.get(..before.len()), Some(before.as_slice()));
    assert_eq!(desk.run(&["verify", "case.dossier"]).status, 0);
}

const CASES: &str = "No.,Actor,Target,Date,Accounts,Status\n1,Meridian Works,Halden,2026-05-01,\"9,000\",alleged\n\
2,Orsova Labs,Halden,2026-05-04,n/a,confirmed\n3,Brack Ltd,Tern,2026-05-09,700,alleged\n";

/// The property, value and quote of each claim that stands.
fn told(desk: &Desk, source: &str) -> Vec<(String, String, String)> {
    let claims = desk.ok(&["claims", "case.dossier"]);
    let of = |claim: &&Value| claim["source"] == source && claim["state"] == "proposed";
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let row = |claim: &Value| (word(&claim["property"]), word(&claim["value"]), word(&claim["quotes"][0]["text"]));
    claims.as_array().unwrap().iter().filter(of).map(row).collect()
}

#[test]
fn what_a_persons_columns_mean_is_suggested_shown_corrected_undone_and_remembered() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    desk.put("cases.csv", CASES);
    let rows = desk.ok(&["import", "case.dossier", "cases.csv"]);
    assert_eq!(rows[0]["issues"][0]["code"], "columns", "{rows:#}");
    let count = ("accounts".to_owned(), "9000".to_owned(), "9,000".to_owned());
    assert!(told(&desk, "S1").contains(&count), "{:#?}", told(&desk, "S1"));

    let shown = desk.ok(&["columns", "case.dossier", "S1"]);
    assert_eq!(shown[0]["columns"][4]["meaning"], "count");
    assert_eq!((&shown[0]["columns"][4]["unread"], &shown[0]["said"]), (&json!(1), &json!(false)));

    let said = desk.ok(&["columns", "case.dossier", "S1", "--set", "Accounts=nothing", "--reason", "not what was counted"]);
    assert_eq!((said["withdrawn"].as_array().unwrap().len(), said["proposed"].as_array().unwrap().len()), (2, 0), "{said:#}");
    assert!(!told(&desk, "S1").contains(&count));
    assert_eq!(sources(&desk)[0]["issues"], json!([]), "a person looked at the columns");
    let judged = desk.ok(&["judgements", "case.dossier"]);
    assert_eq!((&judged[0]["kind"], &judged[0]["reason"]), (&json!("columns"), &json!("not what was counted")), "{judged:#}");

    // The next table with these heads is read as was said, and nothing has to be told of it.
    desk.put("more.csv", CASES.replace("9,000", "8,000"));
    let rows = desk.ok(&["import", "case.dossier", "more.csv"]);
    assert_eq!(rows[0]["issues"], json!([]), "{rows:#}");
    assert!(told(&desk, "S2").iter().all(|(property, ..)| property != "accounts"));
    desk.ok(&["columns", "case.dossier", "S2", "--set", "5=count:user accounts"]);
    assert!(told(&desk, "S2").contains(&("user accounts".to_owned(), "8000".to_owned(), "8,000".to_owned())));

    for _ in 0..3 {
        desk.ok(&["undo", "case.dossier"]);
    }
    assert!(told(&desk, "S1").contains(&count), "what was proposed before is back");
    assert_eq!(desk.ok(&["columns", "case.dossier", "S1"])[0]["said"], false);
    assert_eq!(sources(&desk)[0]["issues"][0]["code"], "columns");
    desk.ok(&["verify", "case.dossier"]);
    let refused = desk.run(&["columns", "case.dossier", "S1", "--set", "Actor=colour"]);
    assert_eq!(refused.status, 2, "{}", refused.err);
}

const PDF: &str = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n\
4 0 obj<</Length 57>>stream\nBT /F 12 Tf 10 50 Td (Halden accuses Meridian Works.) Tj ET\nendstream endobj\n\
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

#[test]
fn a_page_of_a_pdf_is_drawn_in_a_worker() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    desk.put("letter.pdf", PDF);
    desk.ok(&["import", "case.dossier", "letter.pdf"]);
    desk.ok(&["page", "case.dossier", "S1", "1", "--width", "300", "-o", "page.png"]);
    let png = desk.bytes("page.png");
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(u32::from_be_bytes(png[16..20].try_into().unwrap()), 300);
    let refused = desk.run(&["page", "case.dossier", "S1", "2", "-o", "none.png"]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("no page 2"), "{}", refused.err);
}
