//! What every target does with what the fuzzer makes: has it read, and holds the result to what `intake` promises of any bytes.

use dossier_model::MarkKind;
use std::io::{Cursor, Write as _};

/// Reads `bytes`, and panics where a promise is broken.
pub fn read(bytes: &[u8]) {
    let read = dossier_intake::read("file", bytes);
    let length = read.text.chars().count();
    let mut end = 0;
    for mark in &read.marks {
        let (from, to) = (mark.span.start as usize, mark.span.end as usize);
        assert!(from < to && to <= length, "a mark at {from}..{to} of {length} characters");
        if !matches!(mark.kind, MarkKind::Page | MarkKind::Pointer) {
            assert!(from >= end, "a block at {from} in one that ends at {end}");
            end = to;
        }
    }
    let has_something = !read.text.is_empty() || !read.members.is_empty() || !read.issues.is_empty();
    assert!(has_something, "nothing was read, and nobody is told why");
    assert!(read.text.is_empty() || !read.text.trim().is_empty(), "a text of white space");
}

/// Reads `bytes` behind what makes them the format.
pub fn behind(start: &[u8], bytes: &[u8]) {
    read(&[start, bytes].concat());
}

/// Reads a zip archive of these parts, one of which, `chosen` by the first byte, is what the fuzzer made.
pub fn part(parts: &[(&str, &str)], bytes: &[u8]) {
    let Some((chosen, bytes)) = bytes.split_first() else { return };
    let chosen = usize::from(*chosen) % parts.len();
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (at, (name, content)) in parts.iter().enumerate() {
        let content = if at == chosen { bytes } else { content.as_bytes() };
        archive.start_file(*name, stored).and_then(|()| Ok(archive.write_all(content)?)).expect("it is written to memory");
    }
    read(&archive.finish().expect("it is written to memory").into_inner());
}
