//! ZIP archives, byte by byte, so that their lists can lie.

use crate::{Row, row};

/// One file of an archive, as its head and the list say.
struct Entry {
    name: &'static str,
    data: Vec<u8>,
    method: u16,
    flags: u16,
    /// The size that the list says it unpacks to.
    size: u32,
    /// Where the list says it lies, if not where it does.
    at: Option<u32>,
    /// The rights that the list gives it.
    mode: u32,
}

fn stored(name: &'static str, data: &[u8]) -> Entry {
    let size = u32::try_from(data.len()).unwrap();
    Entry { name, data: data.to_vec(), method: 0, flags: 0, size, at: None, mode: 0o100_644 }
}

fn archive(entries: &[Entry]) -> Vec<u8> {
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    let number = |value: usize| u32::try_from(value).unwrap().to_le_bytes();
    for entry in entries {
        let at = number(bytes.len());
        let mut same = Vec::new();
        same.extend(20_u16.to_le_bytes());
        same.extend(entry.flags.to_le_bytes());
        same.extend(entry.method.to_le_bytes());
        same.extend([0; 4]);
        same.extend(crc32fast::hash(&entry.data).to_le_bytes());
        same.extend(number(entry.data.len()));
        same.extend(entry.size.to_le_bytes());
        same.extend(u16::try_from(entry.name.len()).unwrap().to_le_bytes());
        same.extend(0_u16.to_le_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&same);
        bytes.extend(entry.name.as_bytes());
        bytes.extend(&entry.data);
        list.extend(b"PK\x01\x02\x14\x03");
        list.extend(&same);
        list.extend([0; 6]);
        list.extend((entry.mode << 16).to_le_bytes());
        list.extend(entry.at.map_or(at, u32::to_le_bytes));
        list.extend(entry.name.as_bytes());
    }
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    let (at, length) = (number(bytes.len()), number(list.len()));
    bytes.extend(list);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count, count].concat());
    bytes.extend([length, at].concat());
    bytes.extend([0; 2]);
    bytes
}

/// Two megabytes of nothing in two kilobytes.
fn bomb() -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let packed = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for name in ["bomb.txt", "note.txt"] {
        writer.start_file(name, packed).unwrap();
        let size = if name == "bomb.txt" { 2 * 1024 * 1024 } else { 100 };
        std::io::Write::write_all(&mut writer, &vec![b'0'; size]).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The same, but the list says three bytes.
fn lying() -> Vec<u8> {
    let mut bytes = bomb();
    let size = (2 * 1024 * 1024_u32).to_le_bytes();
    for at in 0..bytes.len() - size.len() {
        if bytes[at..at + 4] == size {
            bytes[at..at + 4].copy_from_slice(&3_u32.to_le_bytes());
        }
    }
    bytes
}

pub(crate) fn rows() -> Vec<Row> {
    let note = || stored("note.txt", b"It was May.");
    let with = |other: Entry| archive(&[note(), other]);
    let mut wrong = archive(&[note(), stored("table.csv", b"month,count")]);
    let at = wrong.windows(5).position(|window| window == b"month").unwrap();
    wrong[at] = b'M';
    let whole = archive(&[note()]);
    let many: Vec<Entry> = (0..10_001).map(|_| stored("", b"x")).collect();
    let names: Vec<&'static str> = (0..10_001).map(|at| &*format!("{at}.txt").leak()).collect();
    let many = many.into_iter().zip(names).map(|(entry, name)| Entry { name, ..entry }).collect::<Vec<_>>();
    vec![
        row("nothing.zip", archive(&[]), &["empty"]),
        row("cut.zip", &whole[..whole.len() - 30], &["damaged"]),
        Row { members: 1, ..row("bomb.zip", bomb(), &["bomb"]) },
        Row { members: 1, ..row("longer-than-listed.zip", lying(), &["damaged"]) },
        Row {
            members: 2,
            ..row("shorter-than-listed.zip", with(Entry { size: 30, ..stored("a.txt", b"0123456789") }), &["damaged"])
        },
        row("one-file-many-times.zip", with(Entry { at: Some(0), ..stored("a.txt", b"0123456789") }), &["bomb"]),
        Row {
            members: 1,
            ..row("huge.zip", with(Entry { size: 0x7FFF_FFFF, ..stored("a.txt", &[b'0'; 20_000_000]) }), &["too-large"])
        },
        Row { members: 10_000, ..row("many.zip", archive(&many), &["too-large"]) },
        Row { members: 1, ..row("locked.zip", with(Entry { flags: 1, ..stored("a.txt", b"0123456789012") }), &["encrypted"]) },
        Row { members: 1, ..row("odd.zip", with(Entry { method: 97, ..stored("a.txt", b"x") }), &["unknown-compression"]) },
        Row { members: 1, ..row("link.zip", with(Entry { mode: 0o120_777, ..stored("a.txt", b"/etc/passwd") }), &["link"]) },
        Row { members: 2, ..row("slip.zip", with(stored("../../../home/a.txt", b"x")), &["unsafe-path"]) },
        Row { members: 2, ..row("changed.zip", wrong, &["damaged"]) },
        Row { members: 1, ..row("twice.zip", with(stored("note.txt", b"It was June.")), &["duplicate-path"]) },
    ]
}
