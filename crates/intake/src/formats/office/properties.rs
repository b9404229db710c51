//! What an office file or a PDF says of itself in its properties, without what programs put there by themselves.

use super::package::{Fault, Package};
use super::xml::{Piece, Xml, characters};
use crate::declared::Declared;

/// Titles that programs give by themselves.
const BY_THEMSELVES: &[&str] =
    &["untitled", "untitled document", "document", "presentation", "powerpoint presentation", "title", "unknown", "(anonymous)"];

/// Endings of file names, which programs take for titles.
const ENDINGS: &[&str] = &[
    ".doc", ".docx", ".odt", ".rtf", ".pdf", ".indd", ".qxd", ".qxp", ".xls", ".xlsx", ".ppt", ".pptx", ".pub", ".wpd", ".tex",
    ".dvi", ".html", ".htm", ".txt", ".pages",
];

/// `raw` as a title, unless it is a name that a program gave: "Microsoft Word - draft3.docx", "untitled", "Document1".
pub(crate) fn title(raw: &str) -> Option<String> {
    let title = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    let lowered = title.to_lowercase();
    let of_a_program = lowered.starts_with("microsoft ") && lowered.contains(" - ");
    let is_name = ENDINGS.iter().any(|ending| lowered.ends_with(ending));
    let numbered = lowered.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let has_words = title.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    (has_words && !of_a_program && !is_name && !BY_THEMSELVES.contains(&lowered.as_str()) && !BY_THEMSELVES.contains(&numbered))
        .then_some(title)
}

/// The people that `raw` names, parted by semicolons; names that programs give by themselves are none.
pub(crate) fn authors(raw: &str) -> Vec<String> {
    const NOBODY: &[&str] = &[
        "user",
        "admin",
        "administrator",
        "author",
        "owner",
        "unknown",
        "microsoft office user",
        "anonymous",
        "(anonymous)",
        "openpyxl",
        "xlsxwriter",
        "python-docx",
        "python-pptx",
        "apache poi",
        "libreoffice",
        "microsoft word",
        "microsoft excel",
    ];
    raw.split(';')
        .map(str::trim)
        .filter(|name| name.chars().any(char::is_alphabetic) && !NOBODY.contains(&name.to_lowercase().as_str()))
        .map(str::to_owned)
        .collect()
}

/// Reads the properties at part `name`: `docProps/core.xml` or `meta.xml`. They name who first wrote the file and when it was last saved;
/// the day it was made is often that of a template, so that it says nothing of when the text was published.
pub(crate) fn read(package: &mut Package<'_>, name: &str, declared: &mut Declared) -> Result<(), Fault> {
    let Some(bytes) = package.part(name)? else { return Ok(()) };
    let text = characters(&bytes, name)?;
    let mut xml = Xml::new(&text, name);
    let mut last_author = None;
    while let Some(piece) = xml.next()? {
        let Piece::Open(tag) = piece else { continue };
        match tag.name.as_str() {
            "title" => declared.title = title(&xml.text()?),
            "initial-creator" => declared.authors = authors(&xml.text()?),
            "creator" => last_author = Some(xml.text()?),
            "modified" | "date" => declared.updated = Some(xml.text()?).filter(|date| !date.trim().is_empty()),
            _ => {}
        }
    }
    // Word's creator wrote the file first; OpenDocument's saved it last, and has the first beside it.
    if declared.authors.is_empty() {
        declared.authors = last_author.as_deref().map(authors).unwrap_or_default();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_programs_give_are_no_titles() {
        let check = |raw: &str, expect: Option<&str>| assert_eq!(title(raw).as_deref(), expect, "{raw}");
        check(" Halden writes\n to senators ", Some("Halden writes to senators"));
        check("Microsoft Word - letter_final2.docx", None);
        check("Untitled", None);
        check("Document1", None);
        check("report-v3.indd", None);
        check("2026-05-01", None);
        check("", None);
        assert_eq!(authors("Dana Ruiz; Ada Roth; Administrator"), ["Dana Ruiz", "Ada Roth"]);
        assert_eq!(authors("openpyxl"), [""; 0]);
    }
}
