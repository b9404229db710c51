//! A bag's tag files, read as any maker may have written them: BagIt 0.93 to 1.0, in UTF-8, UTF-16 or ISO-8859-1.

use super::report::{Problem, ProblemKind};
use super::sums::Algorithm;
use super::tree::stays_inside;
use crate::manifest;
use std::collections::BTreeMap;

/// What `bagit.txt` declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Declaration {
    pub(crate) version: (u32, u32),
    pub(crate) encoding: Encoding,
}

/// How tag files other than `bagit.txt` are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16,
    Latin1,
}

/// Which rules a bag is held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rules {
    /// Those before 1.0: a payload file stands in one manifest at least, and a line may be repeated.
    Early,
    /// Those of 1.0: a payload file stands in every manifest, and no line is repeated.
    Rfc8493,
    /// Those of 1.0, and nothing is forgiven that only another file system would make of it.
    Pack,
}

impl Declaration {
    /// The rules of its version.
    pub(crate) fn rules(self) -> Rules {
        if self.version >= (1, 0) { Rules::Rfc8493 } else { Rules::Early }
    }

    /// Reads `bagit.txt`: two lines, each with exactly one space after its colon.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
        let mut lines = text.lines();
        let mut field = |label: &str| {
            let line = lines.next().unwrap_or_default();
            let value = line.strip_prefix(label).and_then(|rest| rest.strip_prefix(": "));
            value.map(str::to_owned).ok_or_else(|| format!("it should have the line `{label}: …`, and has `{line}`"))
        };
        let version = field("BagIt-Version")?;
        let number = |part: &str| part.parse().ok().filter(|_| part.bytes().all(|b| b.is_ascii_digit()));
        let version = version.split_once('.').and_then(|(major, minor)| Some((number(major)?, number(minor)?)));
        let version = version.ok_or("its version is not two numbers with a point between them")?;
        let encoding = match field("Tag-File-Character-Encoding")?.to_ascii_uppercase().as_str() {
            "UTF-8" => Encoding::Utf8,
            "UTF-16" => Encoding::Utf16,
            "ISO-8859-1" => Encoding::Latin1,
            other => return Err(format!("tag files in {other} cannot be read here: use UTF-8, UTF-16 or ISO-8859-1")),
        };
        match lines.find(|line| !line.trim().is_empty()) {
            Some(line) => Err(format!("it has a line too many: `{line}`")),
            None => Ok(Self { version, encoding }),
        }
    }
}

impl Encoding {
    /// The text of a tag file.
    pub(crate) fn decode(self, bytes: &[u8]) -> Result<String, String> {
        match self {
            Self::Utf8 => {
                let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
                if text.starts_with('\u{feff}') { Err("it begins with a byte order mark".into()) } else { Ok(text.to_owned()) }
            }
            Self::Latin1 => Ok(bytes.iter().copied().map(char::from).collect()),
            Self::Utf16 => {
                let (little, bytes) = match bytes {
                    [0xff, 0xfe, rest @ ..] => (true, rest),
                    [0xfe, 0xff, rest @ ..] => (false, rest),
                    _ => (false, bytes),
                };
                let (pairs, rest) = bytes.as_chunks::<2>();
                let units = pairs.iter().map(|pair| if little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) });
                let text: Result<String, _> = char::decode_utf16(units).collect();
                text.ok().filter(|_| rest.is_empty()).ok_or_else(|| "it is not UTF-16".to_owned())
            }
        }
    }
}

/// What a manifest covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Covers {
    Payload,
    Tags,
}

/// A manifest as read.
pub(crate) struct Manifest {
    pub(crate) file: String,
    pub(crate) algorithm: Algorithm,
    pub(crate) covers: Covers,
    /// Digests in lower case by path.
    pub(crate) lines: BTreeMap<String, String>,
}

/// Which manifest a file is, by its name: `manifest-ALGORITHM.txt` or `tagmanifest-ALGORITHM.txt`.
pub(crate) fn manifest_name(file: &str) -> Option<(Covers, &str)> {
    let algorithm = |prefix| file.strip_prefix(prefix).and_then(|rest: &str| rest.strip_suffix(".txt"));
    algorithm("manifest-")
        .map(|name| (Covers::Payload, name))
        .or_else(|| algorithm("tagmanifest-").map(|name| (Covers::Tags, name)))
}

impl Manifest {
    /// Whether `path` is one that such a manifest may list; a tag manifest lists no tag manifest.
    pub(crate) fn may_list(&self, path: &str) -> bool {
        let is_payload = path.starts_with("data/");
        match self.covers {
            Covers::Payload => is_payload,
            Covers::Tags => !is_payload && !matches!(manifest_name(path), Some((Covers::Tags, _))),
        }
    }

    /// Reads the text of a manifest. What is wrong with its lines goes to `problems`, what is merely odd to `notes`.
    pub(crate) fn read(
        file: &str,
        algorithm: Algorithm,
        covers: Covers,
        text: &str,
        rules: Rules,
        problems: &mut Vec<Problem>,
        notes: &mut Vec<Problem>,
    ) -> Self {
        let kind = match covers {
            Covers::Payload => ProblemKind::Manifest,
            Covers::Tags => ProblemKind::TagManifest,
        };
        let mut lines: BTreeMap<String, String> = BTreeMap::new();
        for (number, line) in (1..).zip(split_lines(text)) {
            let problem = |detail: &str| Problem::new(file, kind, format!("line {number}: {detail}"));
            let Some((digest, path)) = line.split_once([' ', '\t']) else {
                problems.push(problem("it is not a digest and a path"));
                continue;
            };
            if digest.len() != algorithm.digits() || !digest.bytes().all(|b| b.is_ascii_hexdigit()) {
                problems.push(problem("its digest has the wrong length or letters"));
                continue;
            }
            let path = match path.strip_prefix('*') {
                Some(path) => {
                    notes.push(problem("the asterisk of md5sum stands before the path"));
                    path
                }
                None => path.trim_start_matches([' ', '\t']),
            };
            let path = match path.strip_prefix("./") {
                Some(path) => {
                    notes.push(problem("the path begins with `./`"));
                    path
                }
                None => path,
            };
            let path = manifest::decode(path);
            let in_scope = match covers {
                Covers::Payload => path.starts_with("data/"),
                Covers::Tags => !path.starts_with("data/") && !path.starts_with('~'),
            };
            if !in_scope || !stays_inside(&path) {
                problems.push(problem(&format!("`{path}` is not a path that it may list")));
                continue;
            }
            let digest = digest.to_ascii_lowercase();
            match lines.get(&path) {
                Some(earlier) if *earlier == digest && rules == Rules::Early => {
                    notes.push(problem(&format!("`{path}` stands there twice")))
                }
                Some(_) => problems.push(problem(&format!("`{path}` stands there twice"))),
                None => {
                    lines.insert(path, digest);
                }
            }
        }
        Self { file: file.to_owned(), algorithm, covers, lines }
    }
}

/// Lines that end in LF, CR or CRLF; empty ones are left out.
fn split_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).filter(|line| !line.is_empty())
}

/// The fields of `bag-info.txt`, in order; a line that begins with white space carries on the one before.
pub(crate) fn fields(text: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in split_lines(text) {
        match (line.starts_with([' ', '\t']), fields.last_mut(), line.split_once(':')) {
            (true, Some((_, value)), _) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            (_, _, Some((label, value))) => fields.push((label.trim().to_owned(), value.trim().to_owned())),
            (_, _, None) => {}
        }
    }
    fields
}

/// The value of a field; labels are compared without regard to case.
pub(crate) fn field<'a>(fields: &'a [(String, String)], label: &str) -> Option<&'a str> {
    fields.iter().find(|(l, _)| l.eq_ignore_ascii_case(label)).map(|(_, value)| value.as_str())
}

/// The paths that `fetch.txt` lists, or what is wrong with a line.
pub(crate) fn fetched(text: &str) -> Vec<Result<String, String>> {
    let path = |line: &str| {
        let mut parts = line.splitn(3, [' ', '\t']);
        let (_, _, path) = (parts.next(), parts.next(), parts.next().unwrap_or_default().trim_start());
        let path = manifest::decode(path.strip_prefix("./").unwrap_or(path));
        if path.starts_with("data/") && stays_inside(&path) {
            Ok(path)
        } else {
            Err(format!("`{path}` is not a path of the payload"))
        }
    };
    split_lines(text).map(path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_is_read_strictly() {
        let read = |text: &str| Declaration::read(text.as_bytes());
        let rest = "\nTag-File-Character-Encoding: UTF-8\n";
        assert_eq!(read(&format!("BagIt-Version: 0.97{rest}")), Ok(Declaration { version: (0, 97), encoding: Encoding::Utf8 }));
        for bad in [
            "BagIt-Version : 1.0",
            "BagIt-Version: 1.0 ",
            "BagIt-Version: .97",
            "BagIt-Version: 1",
            "\u{feff}BagIt-Version: 1.0",
            "",
        ] {
            assert!(read(&format!("{bad}{rest}")).is_err(), "{bad}");
        }
        assert!(read("BagIt-Version: 1.0\n").is_err());
    }

    #[test]
    fn tag_files_are_read_in_their_encoding() {
        assert_eq!(Encoding::Utf16.decode(&[0xfe, 0xff, 0, b'a']).as_deref(), Ok("a"));
        assert_eq!(Encoding::Utf16.decode(&[0xff, 0xfe, b'a', 0]).as_deref(), Ok("a"));
        assert!(Encoding::Utf16.decode(&[0]).is_err());
        assert_eq!(Encoding::Latin1.decode(&[0xe9]).as_deref(), Ok("é"));
        assert!(Encoding::Utf8.decode("\u{feff}a".as_bytes()).is_err());
    }

    #[test]
    fn folded_and_oddly_spaced_fields_are_read() {
        let fields = fields("A : one\r\n  two\nb:three\n");
        assert_eq!(field(&fields, "a"), Some("one two"));
        assert_eq!(field(&fields, "B"), Some("three"));
    }
}
