//! The words that a pack speaks to whoever opens it: what is in it, and how to check it without the program that made it.

use crate::custody::Custody;
use crate::exhibit::Exhibit;
use crate::pack::{Contents, one_line};

/// What every page of a fictional case says.
pub(crate) const SPECIMEN: &str = "Specimen: fictional case";

/// One offline page that checks a pack in a browser.
pub(crate) const VERIFY_PAGE: &str = include_str!("verify.html");

/// `data/README.txt`.
pub(crate) fn text(contents: &Contents, exhibits: &[&Exhibit], custody: &Custody<'_>) -> String {
    let mut documents: Vec<&str> = contents.documents.iter().map(|(name, _)| name.as_str()).collect();
    documents.sort_unstable();
    let documents: String = documents.iter().map(|name| format!("  data/{name}\n")).collect();
    let list: String =
        exhibits.iter().map(|exhibit| format!("  {}  {}\n", exhibit.label(), one_line(&exhibit.description))).collect();
    let specimen = if contents.specimen {
        format!("{SPECIMEN}. Every party, person and figure in it is invented.\n\n")
    } else {
        String::new()
    };
    format!(
        "\
{title}
Evidence pack of {date}

{specimen}Evidence root
  {root}

The letter prints this root at the foot of its pages. If the two are the same and the checks below pass, the documents in
data/evidence/ are the ones the letter was written from, byte for byte.

Ledger head
  {head}

DOCUMENTS
{documents}
EXHIBITS
{list}
WHAT IS WHERE
  data/evidence/originals/   the exhibits as they were imported, unchanged
  data/evidence/texts/       their readable text; quotations count its characters from 0
  data/evidence/*.json       what was read in them: sources, claims with their quotations, facts, origins, comparisons
  data/index.csv, .json      the exhibit index
  data/custody.csv, .json    who did what to each exhibit, and when
  data/slips/                a slip sheet for each exhibit
  data/load/                 load files for review platforms: DAT (UTF-8 with byte order mark), OPT
  data/certificate-902-14-draft.txt   a draft for counsel; unsigned, it certifies nothing
  data/verify.html           a page that checks this pack in a browser, without a network

In the CSV files, a field that a spreadsheet would run as a formula has an apostrophe in front; the JSON files are exact.

HOW TO CHECK IT WITHOUT US
Unpack the zip and open a terminal in the folder that has bagit.txt.

1. Every file is the one that was packed:
     sha256sum -c --quiet manifest-sha256.txt tagmanifest-sha256.txt
   On macOS: shasum -a 256 -c manifest-sha256.txt

2. Nothing was added or left out (a bag by RFC 8493; any BagIt tool will do):
     bagit.py --validate .

3. The evidence is that of the letter. This prints the root:
     grep '  data/evidence/' manifest-sha256.txt | LC_ALL=C sort | sha256sum
   It is the SHA-256 of the manifest lines of data/evidence/, sorted byte by byte. Compare it with the root that the letter prints.

Or open data/verify.html in a browser and drop the zip on it. A page that came with a pack could have been changed with it:
take one from a pack that you trust, or use the commands above.
",
        title = one_line(&contents.title),
        date = one_line(&contents.bagging_date),
        root = contents.evidence.root,
        head = custody.head_in_words(),
    )
}
