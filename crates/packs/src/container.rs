//! The one byte form of a pack's zip: entries stored, in the order of their names, dated 1980-01-01 00:00, readable by all and
//! writable by their owner, names in UTF-8, no extra fields, no comments, no data descriptors; ZIP64 records only where a size,
//! an offset or the number of entries needs them (APPNOTE 6.3.10, sections 4.3 and 4.5.3).
//!
//! Stored and not deflated, because a compressor's output changes from version to version, and a pack must be judged the same
//! in ten years. The form is laid out here and not by a library for the same reason. The headers follow from names, sizes and
//! checksums alone, so a zip is checked without being written again.

use std::io::{self, Write};

const MAX_32: u64 = u32::MAX as u64;
const MAX_16: u64 = u16::MAX as u64;
/// 1980-01-01 in DOS form; midnight is zero.
const DOS_DATE: u16 = 0x0021;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
/// Made on Unix by a writer of version 4.5, which knows ZIP64.
const MADE_BY: u16 = 3 << 8 | 45;
/// A plain file, `rw-r--r--`.
const ATTRIBUTES: u32 = 0o100_644 << 16;

/// What the headers say of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) size: u64,
    pub(crate) crc: u32,
}

/// Where everything that is not content stands in the canonical zip of some members.
pub(crate) struct Layout {
    /// For each member, in order, the place of its local header and its bytes; its content follows.
    pub(crate) headers: Vec<(u64, Vec<u8>)>,
    /// The place of the central directory.
    pub(crate) tail_at: u64,
    /// The central directory and all that follows it.
    pub(crate) tail: Vec<u8>,
}

impl Layout {
    /// The layout of `members`, which must be in the order of their names.
    pub(crate) fn of(members: &[Member]) -> Self {
        let mut headers = Vec::with_capacity(members.len());
        let mut tail = Vec::new();
        let mut at = 0;
        for member in members {
            let header = local_header(member);
            central_header(&mut tail, member, at);
            let next = at + header.len() as u64 + member.size;
            headers.push((at, header));
            at = next;
        }
        end_records(&mut tail, members.len() as u64, at);
        Self { headers, tail_at: at, tail }
    }
}

/// Writes the canonical zip of `entries`, which must be in the order of their names.
pub(crate) fn write(entries: &[(Member, &[u8])], out: &mut impl Write) -> io::Result<()> {
    let members: Vec<Member> = entries.iter().map(|(member, _)| member.clone()).collect();
    let layout = Layout::of(&members);
    for ((_, header), (_, bytes)) in layout.headers.iter().zip(entries) {
        out.write_all(header)?;
        out.write_all(bytes)?;
    }
    out.write_all(&layout.tail)
}

fn local_header(member: &Member) -> Vec<u8> {
    let large = member.size >= MAX_32;
    let mut out = Vec::with_capacity(30 + member.name.len());
    put32(&mut out, 0x0403_4b50);
    put16(&mut out, version_needed(large));
    common(&mut out, member);
    put16(&mut out, clamp16(member.name.len() as u64));
    put16(&mut out, if large { 20 } else { 0 });
    out.extend_from_slice(member.name.as_bytes());
    if large {
        put16(&mut out, 1);
        put16(&mut out, 16);
        put64(&mut out, member.size);
        put64(&mut out, member.size);
    }
    out
}

fn central_header(out: &mut Vec<u8>, member: &Member, at: u64) {
    let mut extra = Vec::new();
    if member.size >= MAX_32 {
        put64(&mut extra, member.size);
        put64(&mut extra, member.size);
    }
    if at >= MAX_32 {
        put64(&mut extra, at);
    }
    put32(out, 0x0201_4b50);
    put16(out, MADE_BY);
    put16(out, version_needed(!extra.is_empty()));
    common(out, member);
    put16(out, clamp16(member.name.len() as u64));
    put16(out, if extra.is_empty() { 0 } else { 4 + clamp16(extra.len() as u64) });
    put16(out, 0); // comment
    put16(out, 0); // disk
    put16(out, 0); // internal attributes
    put32(out, ATTRIBUTES);
    put32(out, clamp32(at));
    out.extend_from_slice(member.name.as_bytes());
    if !extra.is_empty() {
        put16(out, 1);
        put16(out, clamp16(extra.len() as u64));
        out.extend_from_slice(&extra);
    }
}

/// Flags, method, time, date, checksum and sizes, as both headers have them.
fn common(out: &mut Vec<u8>, member: &Member) {
    put16(out, FLAGS);
    put16(out, 0); // stored
    put16(out, 0); // midnight
    put16(out, DOS_DATE);
    put32(out, member.crc);
    put32(out, clamp32(member.size));
    put32(out, clamp32(member.size));
}

fn end_records(out: &mut Vec<u8>, count: u64, directory_at: u64) {
    let directory_size = out.len() as u64;
    if count >= MAX_16 || directory_at >= MAX_32 || directory_size >= MAX_32 {
        put32(out, 0x0606_4b50);
        put64(out, 44);
        put16(out, MADE_BY);
        put16(out, version_needed(true));
        put32(out, 0); // this disk
        put32(out, 0); // the directory's disk
        put64(out, count);
        put64(out, count);
        put64(out, directory_size);
        put64(out, directory_at);
        put32(out, 0x0706_4b50);
        put32(out, 0);
        put64(out, directory_at + directory_size);
        put32(out, 1); // disks
    }
    put32(out, 0x0605_4b50);
    put16(out, 0);
    put16(out, 0);
    put16(out, clamp16(count));
    put16(out, clamp16(count));
    put32(out, clamp32(directory_size));
    put32(out, clamp32(directory_at));
    put16(out, 0); // comment
}

fn version_needed(zip64: bool) -> u16 {
    if zip64 { 45 } else { 10 }
}

fn clamp16(n: u64) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

fn clamp32(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn put16(out: &mut Vec<u8>, n: u16) {
    out.extend_from_slice(&n.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, n: u32) {
    out.extend_from_slice(&n.to_le_bytes());
}

fn put64(out: &mut Vec<u8>, n: u64) {
    out.extend_from_slice(&n.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn any_zip_reader_reads_it() {
        let entries = [("a/bagit.txt".to_owned(), &b"one"[..]), ("a/data/\u{e9}.txt".to_owned(), &b""[..])];
        let member =
            |name: &str, bytes: &[u8]| Member { name: name.into(), size: bytes.len() as u64, crc: crc32fast::hash(bytes) };
        let members: Vec<(Member, &[u8])> = entries.iter().map(|(name, bytes)| (member(name, bytes), *bytes)).collect();
        let mut bytes = Vec::new();
        write(&members, &mut bytes).unwrap();
        let mut archive = zip::ZipArchive::new(io::Cursor::new(bytes)).unwrap();
        assert_eq!(archive.len(), 2);
        for (index, (name, content)) in entries.iter().enumerate() {
            let mut file = archive.by_index(index).unwrap();
            assert_eq!(file.name().unwrap(), name.as_str());
            let mut read = Vec::new();
            file.read_to_end(&mut read).unwrap();
            assert_eq!(&read, content);
        }
    }

    #[test]
    fn sizes_and_counts_past_the_old_limits_use_zip64() {
        let member = |name: &str, size| Member { name: name.into(), size, crc: 7 };
        let layout = Layout::of(&[member("a", 5 << 30), member("b", 1)]);
        assert_eq!(layout.headers[0].1.len(), 30 + 1 + 20);
        assert_eq!(layout.headers[1], ((5 << 30) + 51, local_header(&member("b", 1))));
        assert!(layout.tail.windows(4).any(|four| four == 0x0606_4b50_u32.to_le_bytes()));
        let many: Vec<Member> = (0..70_000).map(|n| member(&format!("{n:05}"), 0)).collect();
        assert!(Layout::of(&many).tail.windows(4).any(|four| four == 0x0706_4b50_u32.to_le_bytes()));
    }
}
