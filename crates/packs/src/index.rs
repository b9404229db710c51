//! The exhibit index: one row for each exhibit, as a court or an agency expects it, in JSON and CSV, and the load files that
//! review platforms read. What only counsel can say, such as a sponsoring witness, is left blank.

use crate::PacksError;
use crate::exhibit::Exhibit;
use dossier_model::{Digest, Edtf, Handling, SourceId, canonical};
use serde::Serialize;

/// How an exhibit can be authenticated, as a suggestion to counsel.
const AUTHENTICATION: &str = "Suggested: FRE 902(14) by SHA-256; the certificate in this pack is a draft, unsigned";
/// What a report is offered for, as a suggestion to counsel.
const HEARSAY: &str = "Suggested: offered for the fact that it was reported, not for its truth";

/// One row.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) exhibit: u32,
    pub(crate) label: String,
    pub(crate) bates_begin: String,
    pub(crate) bates_end: String,
    source: SourceId,
    pub(crate) title: Option<&'a str>,
    pub(crate) publisher: Option<&'a str>,
    authors: &'a [String],
    pub(crate) date: Option<Edtf>,
    pub(crate) description: &'a str,
    url: Option<&'a str>,
    file: String,
    file_name: &'a str,
    text: String,
    slip: String,
    media_type: &'a str,
    octets: usize,
    pub(crate) characters: u32,
    pub(crate) sha256: Digest,
    captured_at: &'a str,
    pub(crate) custodian: &'a str,
    sponsoring_witness: Option<String>,
    authentication: &'static str,
    hearsay: &'static str,
    confidentiality: Handling,
    cited_at: &'a [String],
}

/// The index of a pack.
#[derive(Serialize)]
pub(crate) struct Index<'a> {
    title: &'a str,
    specimen: bool,
    evidence_root: Digest,
    pub(crate) exhibits: Vec<Row<'a>>,
}

impl<'a> Index<'a> {
    /// The index of `exhibits`, which are in the order of their numbers. Each is produced natively with one slip sheet, so each has
    /// one Bates number.
    pub(crate) fn new(
        title: &'a str,
        specimen: bool,
        evidence_root: Digest,
        organisation: Option<&str>,
        exhibits: &[&'a Exhibit],
    ) -> Self {
        let prefix = bates_prefix(organisation);
        let row = |(page, exhibit): (usize, &&'a Exhibit)| Row::new(exhibit, format!("{prefix}{page:06}"));
        Self { title, specimen, evidence_root, exhibits: (1..).zip(exhibits).map(row).collect() }
    }

    pub(crate) fn json(&self) -> Result<Vec<u8>, PacksError> {
        Ok(canonical(self)?)
    }

    pub(crate) fn csv(&self) -> String {
        let head = [
            "Exhibit",
            "Bates begin",
            "Bates end",
            "Date",
            "Description",
            "Publisher",
            "Authors",
            "Sponsoring witness",
            "Authentication basis",
            "Hearsay basis",
            "Confidentiality",
            "Cited at",
            "SHA-256",
            "File",
            "Address",
        ];
        let row = |row: &Row<'_>| {
            vec![
                row.exhibit.to_string(),
                row.bates_begin.clone(),
                row.bates_end.clone(),
                row.date.map(|date| date.to_string()).unwrap_or_default(),
                row.description.to_owned(),
                row.publisher.unwrap_or_default().to_owned(),
                row.authors.join("; "),
                String::new(),
                row.authentication.to_owned(),
                row.hearsay.to_owned(),
                row.confidentiality.to_string(),
                row.cited_at.join("; "),
                row.sha256.to_string(),
                row.file.clone(),
                row.url.unwrap_or_default().to_owned(),
            ]
        };
        dossier_model::csv_table(&head, self.exhibits.iter().map(row))
    }

    /// The Concordance load file: UTF-8 with a byte order mark, fields between `þ`, separated by 0x14, line ends inside a field as `®`.
    pub(crate) fn dat(&self) -> String {
        let head = [
            "BEGBATES",
            "ENDBATES",
            "CUSTODIAN",
            "DOCTYPE",
            "FILEEXT",
            "FILENAME",
            "FILESIZE",
            "FROM",
            "SUBJECT",
            "DATECREATED",
            "NATIVEPATH",
            "TEXTPATH",
            "PAGECOUNT",
            "CONFIDENTIALITY",
            "SHA256HASH",
            "SOURCEURL",
            "DATECAPTURED",
        ];
        let row = |row: &Row<'_>| {
            [
                row.bates_begin.clone(),
                row.bates_end.clone(),
                row.custodian.to_owned(),
                row.media_type.to_owned(),
                row.file.rsplit_once('.').map(|(_, ext)| ext.to_owned()).unwrap_or_default(),
                row.file_name.to_owned(),
                row.octets.to_string(),
                row.publisher.unwrap_or_default().to_owned(),
                row.title.unwrap_or(row.description).to_owned(),
                row.date.map(|date| date.to_string()).unwrap_or_default(),
                windows(&row.file),
                windows(&row.text),
                "1".to_owned(),
                row.confidentiality.to_string(),
                row.sha256.to_string(),
                row.url.unwrap_or_default().to_owned(),
                row.captured_at.to_owned(),
            ]
        };
        let mut out = String::from("\u{feff}");
        dat_line(&mut out, head.map(str::to_owned).as_slice());
        for fields in self.exhibits.iter().map(row) {
            dat_line(&mut out, &fields);
        }
        out
    }

    /// The Opticon load file: one image, the slip sheet, for each exhibit.
    pub(crate) fn opt(&self) -> String {
        self.exhibits.iter().map(|row| format!("{},VOL01,{},Y,,,1\r\n", row.bates_begin, windows(&row.slip))).collect()
    }
}

impl<'a> Row<'a> {
    fn new(exhibit: &'a Exhibit, bates: String) -> Self {
        let source = &exhibit.source;
        Self {
            exhibit: exhibit.number,
            label: exhibit.label(),
            bates_begin: bates.clone(),
            bates_end: bates,
            source: source.id,
            title: source.title.as_deref(),
            publisher: source.publisher.as_deref(),
            authors: &source.authors,
            date: source.published,
            description: &exhibit.description,
            url: source.url.as_deref(),
            file: exhibit.original_path(),
            file_name: &source.file,
            text: exhibit.text_path(),
            slip: exhibit.slip_path(),
            media_type: &source.media_type,
            octets: exhibit.original.len(),
            characters: source.characters,
            sha256: source.sha256,
            captured_at: &source.imported_at,
            custodian: &source.imported_by,
            sponsoring_witness: None,
            authentication: AUTHENTICATION,
            hearsay: HEARSAY,
            confidentiality: source.handling,
            cited_at: &exhibit.cited_at,
        }
    }
}

impl Row<'_> {
    pub(crate) fn cited_at(&self) -> &[String] {
        self.cited_at
    }

    pub(crate) fn octets(&self) -> usize {
        self.octets
    }

    pub(crate) fn file_name(&self) -> &str {
        self.file_name
    }

    pub(crate) fn captured_at(&self) -> &str {
        self.captured_at
    }

    pub(crate) fn url(&self) -> Option<&str> {
        self.url
    }

    pub(crate) fn handling(&self) -> &'static str {
        self.confidentiality.as_str()
    }
}

/// The capitals of the organisation's name, two to six; `EX` without them.
fn bates_prefix(organisation: Option<&str>) -> String {
    let initials = organisation
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|word| word.chars().next().filter(char::is_ascii_uppercase));
    let initials: String = initials.take(6).collect();
    if initials.len() >= 2 { initials } else { "EX".to_owned() }
}

fn windows(path: &str) -> String {
    path.replace('/', "\\")
}

fn dat_line(out: &mut String, fields: &[String]) {
    for (n, field) in fields.iter().enumerate() {
        if n > 0 {
            out.push('\u{14}');
        }
        let field: String = field.replace("\r\n", "\n").chars().map(|c| if matches!(c, '\r' | '\n') { '®' } else { c }).collect();
        let field = field.replace(['þ', '\u{14}'], " ");
        out.push('þ');
        out.push_str(&field);
        out.push('þ');
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bates_numbers_begin_with_the_office_s_initials() {
        for (name, expect) in
            [(Some("Halden Policy Office"), "HPO"), (Some("Halden"), "EX"), (Some("of the"), "EX"), (None, "EX")]
        {
            assert_eq!(bates_prefix(name), expect, "{name:?}");
        }
    }

    #[test]
    fn a_load_file_keeps_its_marks_to_itself() {
        let mut out = String::new();
        dat_line(&mut out, &["a\r\nb".into(), "þorn\u{14}".into()]);
        assert_eq!(out, "þa®bþ\u{14}þ orn þ\r\n");
    }
}
