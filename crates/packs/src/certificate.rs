//! The draft of a certification under Federal Rule of Evidence 902(14). A person certifies; this draft has blanks where that
//! person speaks, bears no signature and asserts nothing.

use crate::index::Index;
use crate::pack::{AGENT, Contents, one_line};
use crate::readme::SPECIMEN;

/// The draft, with the digests of the exhibits filled in.
pub(crate) fn draft(contents: &Contents, index: &Index<'_>) -> String {
    let item = |row: &crate::index::Row<'_>| {
        format!("  {}  {}\n    {}\n    SHA-256 {}\n", row.label, row.bates_begin, one_line(row.description), row.sha256)
    };
    let items: String = index.exhibits.iter().map(item).collect();
    let specimen = if contents.specimen { format!("{SPECIMEN}\n\n") } else { String::new() };
    format!(
        "\
{specimen}DRAFT FOR COUNSEL - NOT SIGNED - CERTIFIES NOTHING

CERTIFICATION OF DATA COPIED FROM AN ELECTRONIC DEVICE, STORAGE MEDIUM, OR FILE
Federal Rules of Evidence 902(14) and 902(11)

Re: {title}

1. My name is [NAME]. I am [TITLE] at [EMPLOYER].

2. I am a qualified person because [QUALIFICATION AND BASIS OF KNOWLEDGE].

3. On [DATE AND TIME, UTC], I compared the items below with [THE DEVICE, MEDIUM OR FILE THEY WERE COPIED FROM].

4. I used [TOOL AND VERSION; the pack was made with {AGENT}] and the algorithm SHA-256. The value that I computed for each
   original was [IDENTICAL / NOT IDENTICAL] to the value listed here:

{items}
5. The exhibits together have the evidence root {root},
   which is the SHA-256 of their sorted manifest lines.

I declare under penalty of perjury that the foregoing is true and correct.

Executed on [DATE] at [PLACE].

                                        [SIGNATURE]
                                        [NAME]

Notes for counsel, to be removed: outside the United States, 28 U.S.C. 1746 adds \"under the laws of the United States of
America\". Rule 902(11) asks for reasonable written notice before trial or hearing, with record and certification made
available. Authentication leaves every other objection open, hearsay among them.
",
        title = one_line(&contents.title),
        root = contents.evidence.root,
    )
}
