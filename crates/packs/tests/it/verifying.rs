//! Every changed, missing, added or renamed byte is reported, in a zip and in a folder.

use crate::sample;
use dossier_packs::{Form, ProblemKind, Report, verify, verify_zip};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

type Files = BTreeMap<String, Vec<u8>>;

fn kinds(report: &Report) -> Vec<(&str, ProblemKind)> {
    report.problems.iter().map(|problem| (problem.path.as_str(), problem.kind)).collect()
}

fn unpack(files: &Files, folder: &Path) {
    for (path, bytes) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

fn sha256(bytes: &[u8]) -> String {
    dossier_model::Digest::of(bytes).to_string()
}

/// Writes the manifests anew, as somebody would who wants a change to go unseen.
fn cover_up(files: &mut Files) {
    let payload: Vec<_> = files.iter().filter(|(path, _)| path.starts_with("data/")).collect();
    let manifest: String = payload.iter().map(|(path, bytes)| format!("{}  {path}\n", sha256(bytes))).collect();
    let oxum = format!("Payload-Oxum: {}.{}", payload.iter().map(|(_, bytes)| bytes.len()).sum::<usize>(), payload.len());
    let info = String::from_utf8(files["bag-info.txt"].clone()).unwrap();
    let info: String =
        info.lines().map(|line| if line.starts_with("Payload-Oxum") { oxum.clone() } else { line.into() } + "\n").collect();
    files.insert("manifest-sha256.txt".into(), manifest.into_bytes());
    files.insert("bag-info.txt".into(), info.into_bytes());
    files.remove("tagmanifest-sha256.txt");
    let tags = files.iter().filter(|(path, _)| !path.starts_with("data/"));
    let tags: String = tags.map(|(path, bytes)| format!("{}  {path}\n", sha256(bytes))).collect();
    files.insert("tagmanifest-sha256.txt".into(), tags.into_bytes());
}

/// What `verify` says of an unpacked pack after `change`.
fn check(change: impl Fn(&mut Files), expect: &[(&str, ProblemKind)]) {
    let (_, mut files) = sample::unzip(&sample::packed());
    change(&mut files);
    let folder = tempfile::tempdir().unwrap();
    unpack(&files, folder.path());
    let report = verify(folder.path()).unwrap();
    assert_eq!(kinds(&report), expect, "{:#?}", report.problems);
    assert_eq!(report.ok, expect.is_empty());
}

fn append(files: &mut Files, path: &str) {
    files.get_mut(path).unwrap().push(b'\n');
}

fn rename(files: &mut Files, from: &str, to: &str) {
    let bytes = files.remove(from).unwrap();
    files.insert(to.into(), bytes);
}

fn replace(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(from), "{from} is not in {path}");
    files.insert(path.into(), text.replacen(from, to, 1).into_bytes());
}

#[test]
fn a_pack_verifies_as_zip_as_folder_and_in_a_folder() {
    let packed = sample::packed();
    let report = verify_zip(sample::shared(&packed));
    assert!(report.ok && report.form == Form::Pack && report.notes.is_empty(), "{report:#?}");
    assert_eq!(report.root, Some(sample::contents().evidence.root));

    let folder = tempfile::tempdir().unwrap();
    let zip = folder.path().join("pack.zip");
    std::fs::write(&zip, &packed).unwrap();
    assert_eq!(verify(&zip).unwrap(), report);

    let (name, files) = sample::unzip(&packed);
    let around = folder.path().join("around");
    unpack(&files, &around.join(name));
    assert_eq!(verify(&around).unwrap(), report);
    std::fs::write(around.join("note.txt"), "x").unwrap();
    assert_eq!(kinds(&verify(&around).unwrap()), [("note.txt", ProblemKind::Added)]);
}

#[test]
fn altered_exhibit_is_reported() {
    let path = "data/evidence/originals/EX-001.md";
    check(
        |files| append(files, path),
        &[
            ("bag-info.txt", ProblemKind::Oxum),
            ("bag-info.txt", ProblemKind::EvidenceRoot),
            (path, ProblemKind::Changed),
            (path, ProblemKind::OriginalDigest),
            ("data/index.json", ProblemKind::EvidenceRoot),
        ],
    );
}

#[test]
fn altered_document_is_reported() {
    let swap = |files: &mut Files| files.get_mut("data/letter.pdf").unwrap()[0] ^= 1;
    check(swap, &[("data/letter.pdf", ProblemKind::Changed)]);
}

#[test]
fn missing_added_and_renamed_files_are_reported() {
    let oxum = ("bag-info.txt", ProblemKind::Oxum);
    check(|files| drop(files.remove("data/letter.pdf")), &[oxum, ("data/letter.pdf", ProblemKind::Missing)]);
    check(|files| drop(files.insert("data/more.txt".into(), vec![1])), &[oxum, ("data/more.txt", ProblemKind::Added)]);
    check(|files| rename(files, "data/letter.pdf", "data/Letter.pdf"), &[("data/Letter.pdf", ProblemKind::Renamed)]);
    let charts = ["data/charts/timeline.svg", "data/charts/again.svg"];
    check(
        |files| {
            let chart = files["data/charts/timeline.svg"].clone();
            files.insert(charts[1].into(), chart);
            cover_up(files);
            files.retain(|path, _| !charts.contains(&path.as_str()));
        },
        &[oxum, (charts[1], ProblemKind::Missing), (charts[0], ProblemKind::Missing)],
    );
    check(|files| drop(files.insert("more.txt".into(), vec![1])), &[("more.txt", ProblemKind::Added)]);
}

#[test]
fn altered_tag_files_are_reported() {
    check(|files| append(files, "bagit.txt"), &[("bagit.txt", ProblemKind::BagDeclaration)]);
    check(|files| replace(files, "bag-info.txt", "2026", "2027"), &[("bag-info.txt", ProblemKind::Changed)]);
    check(|files| append(files, "manifest-sha256.txt"), &[("manifest-sha256.txt", ProblemKind::Manifest)]);
    check(|files| append(files, "tagmanifest-sha256.txt"), &[("tagmanifest-sha256.txt", ProblemKind::TagManifest)]);
    check(|files| drop(files.remove("tagmanifest-sha256.txt")), &[("tagmanifest-sha256.txt", ProblemKind::TagManifest)]);
    check(
        |files| drop(files.remove("bagit.txt")),
        &[("bagit.txt", ProblemKind::Missing), ("bagit.txt", ProblemKind::BagDeclaration)],
    );
    check(
        |files| rename(files, "bagit.txt", "bagit.text"),
        &[("bagit.text", ProblemKind::Renamed), ("bagit.txt", ProblemKind::BagDeclaration)],
    );
}

#[test]
fn a_change_with_new_manifests_still_has_another_root() {
    let root = [("bag-info.txt", ProblemKind::EvidenceRoot), ("data/index.json", ProblemKind::EvidenceRoot)];
    check(
        |files| {
            replace(files, "data/evidence/facts.json", "25000", "52000");
            cover_up(files);
        },
        &root,
    );
    let text = "data/evidence/texts/EX-001.txt";
    check(
        |files| {
            replace(files, text, "nearly", "almost");
            cover_up(files);
        },
        &[root[0], (text, ProblemKind::Quote), (text, ProblemKind::TextDigest), root[1]],
    );
    check(
        |files| {
            replace(files, "data/evidence/claims.json", "nearly 25,000 accounts\"}]", "over 25,000 accounts\"}]");
            cover_up(files);
        },
        &[root[0], (text, ProblemKind::Quote), root[1]],
    );
    check(
        |files| {
            files.insert("data/evidence/sources.json".into(), b"[{}]".to_vec());
            cover_up(files);
        },
        &[
            root[0],
            ("data/evidence/claims.json", ProblemKind::Quote),
            ("data/evidence/claims.json", ProblemKind::Quote),
            ("data/evidence/originals/EX-001.md", ProblemKind::Record),
            ("data/evidence/originals/EX-002.txt", ProblemKind::Record),
            ("data/evidence/sources.json", ProblemKind::Record),
            ("data/evidence/texts/EX-001.txt", ProblemKind::Record),
            ("data/evidence/texts/EX-002.txt", ProblemKind::Record),
            root[1],
        ],
    );
}

#[test]
fn a_pack_without_its_evidence_is_not_taken_for_a_bag_of_another_maker() {
    check(
        |files| {
            files.retain(|path, _| !path.starts_with("data/evidence/"));
            cover_up(files);
        },
        &[
            ("bag-info.txt", ProblemKind::EvidenceRoot),
            ("data/evidence/claims.json", ProblemKind::Record),
            ("data/evidence/sources.json", ProblemKind::Record),
            ("data/index.json", ProblemKind::EvidenceRoot),
        ],
    );
}

#[test]
fn intact_contents_in_another_zip_are_told_apart() {
    let (folder, files) = sample::unzip(&sample::packed());
    let rezip = |folder: &str, method| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        for (path, bytes) in &files {
            writer.start_file(format!("{folder}/{path}"), options).unwrap();
            writer.write_all(bytes).unwrap();
        }
        verify_zip(sample::shared(&writer.finish().unwrap().into_inner()))
    };
    for (folder, method) in [
        (folder.as_str(), zip::CompressionMethod::Deflated),
        (&folder, zip::CompressionMethod::Stored),
        ("other", zip::CompressionMethod::Stored),
    ] {
        let report = rezip(folder, method);
        assert!(report.problems.len() == 1 && report.problems[0].kind == ProblemKind::Container, "{report:#?}");
        assert!(report.problems[0].detail.starts_with("the contents are intact"), "{report:#?}");
    }
    for change in [&|bytes: &mut Vec<u8>| bytes.push(0), &|bytes: &mut Vec<u8>| bytes.insert(0, 0)] as [&dyn Fn(&mut Vec<u8>); 2]
    {
        let mut bytes = sample::packed();
        change(&mut bytes);
        let report = verify_zip(sample::shared(&bytes));
        assert!(
            !report.ok
                && report
                    .problems
                    .iter()
                    .all(|problem| problem.kind == ProblemKind::Container || problem.kind == ProblemKind::NotAPack),
            "{report:#?}"
        );
    }
}

/// Every byte of the headers, and every 97th of the contents, with one bit of it changed.
#[test]
fn one_changed_bit_anywhere_is_reported() {
    let packed = sample::packed();
    let (folder, files) = sample::unzip(&packed);
    let mut inside_content = vec![false; packed.len()];
    let mut at = 0;
    for (path, bytes) in &files {
        let content = at + 30 + folder.len() + 1 + path.len();
        inside_content[content..content + bytes.len()].fill(true);
        at = content + bytes.len();
    }
    let (mut tried, mut bytes) = (0, packed.clone());
    for place in 0..packed.len() {
        let path_matters = !inside_content[place] || place % 97 == 0;
        if !path_matters {
            continue;
        }
        let bit = 1 << (place % 8);
        bytes[place] ^= bit;
        let report = verify_zip(sample::shared(&bytes));
        assert!(!report.ok && !report.problems.is_empty(), "bit {bit} of byte {place} of {}", packed.len());
        bytes[place] ^= bit;
        tried += 1;
    }
    assert!(tried > 3000, "{tried}");
    assert!(verify_zip(sample::shared(&bytes)).ok);
}

#[test]
fn a_cut_pack_is_reported_wherever_it_is_cut() {
    let packed = sample::packed();
    for length in (0..packed.len()).step_by(997) {
        assert!(!verify_zip(sample::shared(&packed[..length])).ok, "{length}");
    }
}

#[test]
fn what_cannot_be_read_is_an_error_and_what_is_no_pack_is_not() {
    let folder = tempfile::tempdir().unwrap();
    assert!(verify(&folder.path().join("nothing.zip")).is_err());
    let empty = verify(folder.path()).unwrap();
    assert!(!empty.ok && empty.form == Form::Neither);
    let text = folder.path().join("a.txt");
    std::fs::write(&text, "words").unwrap();
    let report = verify(&text).unwrap();
    assert!(report.problems.iter().any(|problem| problem.kind == ProblemKind::NotAPack), "{report:#?}");
}
