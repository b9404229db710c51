//! Zips and folders that were made to harm: a problem or an error, never a crash, and nothing outside is touched.

use crate::sample;
use dossier_packs::{ProblemKind, verify, verify_zip};
use proptest::prelude::*;
use std::io::Write as _;
use zip::write::SimpleFileOptions;

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn reported(bytes: &[u8], kind: ProblemKind, words: &str) {
    let report = verify_zip(sample::shared(bytes));
    assert!(report.problems.iter().any(|problem| problem.kind == kind && problem.detail.contains(words)), "{report:#?}");
}

#[test]
fn names_that_lead_out_are_reported() {
    for name in ["../x", "a/../../x", "/etc/passwd", "a\\..\\x", "b/./c"] {
        reported(&zipped(&[("b/bagit.txt", b""), (name, b"x")]), ProblemKind::Container, "leads out");
    }
}

#[test]
fn two_entries_of_one_name_are_reported() {
    let mut bytes = zipped(&[("b/data/one.txt", b"1"), ("b/data/two.txt", b"2")]);
    while let Some(at) = bytes.windows(7).position(|seven| seven == b"two.txt") {
        bytes[at..at + 7].copy_from_slice(b"one.txt");
    }
    reported(&bytes, ProblemKind::Container, "one name");
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![0; 64 << 20];
    let entries: Vec<String> = (0..20).map(|n| format!("b/data/{n}")).collect();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in &entries {
        writer.start_file(name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated)).unwrap();
        writer.write_all(&zeros).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert!(bytes.len() < 2 << 20);
    reported(&bytes, ProblemKind::Container, "was not read");
}

#[test]
fn a_size_that_lies_is_reported() {
    // The directory says 1 byte, the compressed entry holds a megabyte.
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("b/data/x", SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated)).unwrap();
    writer.write_all(&vec![0; 1 << 20]).unwrap();
    let mut bytes = writer.finish().unwrap().into_inner();
    let size = (1_u32 << 20).to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|four| four == size) {
        bytes[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    let report = verify_zip(sample::shared(&bytes));
    assert!(!report.ok && report.problems.iter().any(|problem| problem.path == "data/x"), "{report:#?}");
}

#[cfg(unix)]
#[test]
fn a_link_is_never_followed() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n").unwrap();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    std::os::unix::fs::symlink("/", folder.path().join("data/all")).unwrap();
    let report = verify(folder.path()).unwrap();
    assert!(report.problems.iter().any(|problem| problem.path == "data/all" && problem.detail.contains("link")), "{report:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = verify_zip(sample::shared(&bytes));
    }

    #[test]
    fn no_damage_goes_unseen_or_makes_it_panic(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let packed = PACKED.with(Clone::clone);
        let mut bytes = packed.clone();
        for (place, byte) in &changes {
            let place = place.index(bytes.len());
            bytes[place] = *byte;
        }
        let report = verify_zip(sample::shared(&bytes));
        prop_assert_eq!(report.ok, bytes == packed);
    }

    #[test]
    fn no_tag_file_makes_it_panic(manifest in "\\PC{0,200}", info in "\\PC{0,200}", declaration in "BagIt-Version: [0-9.]{1,4}\nTag-File-Character-Encoding: (UTF-8|UTF-16|ISO-8859-1)\n") {
        let bytes = zipped(&[
            ("b/bagit.txt", declaration.as_bytes()),
            ("b/bag-info.txt", info.as_bytes()),
            ("b/manifest-sha256.txt", manifest.as_bytes()),
            ("b/tagmanifest-md5.txt", manifest.as_bytes()),
            ("b/fetch.txt", info.as_bytes()),
            ("b/data/evidence/sources.json", manifest.as_bytes()),
        ]);
        let _ = verify_zip(sample::shared(&bytes));
    }
}

thread_local! {
    static PACKED: Vec<u8> = sample::packed();
}
