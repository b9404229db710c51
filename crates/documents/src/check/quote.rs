//! `quote-altered`: a quotation that is not what its source says, or that passes on a slip without saying so.

use super::reading::{Reading, Verdict};
use super::verbatim::{doubled_word, with_sic};
use super::{FindingCode, Found, finding};

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for quotation in &reading.quotations {
        match quotation.verdict {
            Verdict::Altered => {
                let why = "these words do not stand in the source that they are bound to";
                let fix = "quote the source's words; mark what is left out with … and what is changed with brackets";
                found.push(finding(FindingCode::QuoteAltered, reading, &quotation.text, why, Some(fix)));
            }
            Verdict::Verbatim => {
                if let Some(word) = doubled_word(&quotation.text) {
                    let why = format!("“{word} {word}” is a slip of the source, which the reader would take for ours");
                    let fix = format!("write “{}”", with_sic(&quotation.text));
                    found.push(finding(FindingCode::QuoteAltered, reading, &quotation.text, &why, Some(&fix)));
                }
            }
            Verdict::Unbound => {}
        }
    }
}
