use crate::read;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (path, bytes) in files {
        if path.ends_with('/') {
            writer.add_directory(*path, options).unwrap();
        } else {
            writer.start_file(*path, options).unwrap();
            writer.write_all(bytes).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

fn paths(read: &crate::Read) -> Vec<&str> {
    read.members.iter().map(|member| member.path.as_str()).collect()
}

#[test]
fn every_file_is_a_member_in_the_order_of_paths() {
    let inner = archive(&[("a.txt", b"deep")]);
    let read = read("case.zip", &archive(&[("z.txt", b"last"), ("b/", b""), ("b/a.txt", b"first"), ("b/inner.zip", &inner)]));
    assert_eq!(paths(&read), ["b/a.txt", "b/inner.zip", "z.txt"]);
    assert_eq!((read.members[0].bytes.as_slice(), &read.members[1].bytes), (b"first".as_slice(), &inner));
    assert_eq!((read.media_type.as_str(), read.text.as_str(), read.issues.len()), ("application/zip", "", 0));
    assert_eq!(paths(&crate::read("inner.zip", &inner)), ["a.txt"]);
}

#[test]
fn litter_is_named_once() {
    let read =
        read("case.zip", &archive(&[("a.txt", b"x"), ("__MACOSX/._a.txt", b"x"), ("b/.DS_Store", b"x"), ("Thumbs.db", b"x")]));
    assert_eq!(paths(&read), ["a.txt"]);
    assert_eq!(read.issues.len(), 1);
    assert_eq!(read.issues[0].code, "litter");
    assert!(read.issues[0].message.contains("(Thumbs.db, __MACOSX/._a.txt, b/.DS_Store)"), "{:?}", read.issues);
}

#[test]
fn a_path_that_leads_out_leaves_a_name() {
    let read = read(
        "case.zip",
        &archive(&[("../../etc/a.txt", b"1"), ("/b.txt", b"2"), ("C:\\c.txt", b"3"), ("x/../a.txt", b"4"), ("ok/d.txt", b"5")]),
    );
    assert_eq!(paths(&read), ["a.txt", "b.txt", "c.txt", "ok/d.txt", "a (2).txt"]);
    assert_eq!(read.issues[0].code, "unsafe-path");
}
