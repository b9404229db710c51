//! Blanks: the parts of the office that are missing, marked so that nobody overlooks them.

use crate::{Run, Style};
use dossier_model::Office;

/// The blank for each part of an office.
pub(crate) const NAME: &str = "[Office name]";
const ADDRESS: &str = "[Office address]";
const SIGNATORY: &str = "[Name of signatory]";
const TITLE: &str = "[Title of signatory]";
pub(crate) const CONTACT: &str = "[Contact for questions]";

/// Every blank.
pub(crate) fn blanks() -> impl Iterator<Item = &'static str> {
    [NAME, ADDRESS, SIGNATORY, TITLE, CONTACT].into_iter()
}

/// `text`, with a blank replaced by what the office now has for it.
pub(super) fn filled(text: &str, office: &Office) -> (String, Style) {
    let part = match text {
        NAME => &office.name,
        SIGNATORY => &office.signatory,
        TITLE => &office.signatory_title,
        CONTACT => &office.contact,
        _ => return (text.to_owned(), Style::Plain),
    };
    part.as_ref().map_or_else(|| (text.to_owned(), Style::Blank), |part| (part.clone(), Style::Plain))
}

fn run(blank: &str, office: &Office) -> Run {
    let (text, style) = filled(blank, office);
    Run::Text { text, style }
}

/// The letterhead: the name, its line, the address, a line each.
pub(super) fn letterhead(office: &Office) -> Vec<Vec<Run>> {
    let mut lines = vec![vec![run(NAME, office)]];
    lines.extend(office.letterhead.iter().map(|line| vec![Run::plain(line.clone())]));
    if office.address.is_empty() {
        lines.push(vec![Run::Text { text: ADDRESS.to_owned(), style: Style::Blank }]);
    }
    lines.extend(office.address.iter().map(|line| vec![Run::plain(line.clone())]));
    lines
}

/// Name, title and organisation of the signatory, a line each.
pub(super) fn signature(office: &Office) -> Vec<Vec<Run>> {
    [SIGNATORY, TITLE, NAME].into_iter().map(|blank| vec![run(blank, office)]).collect()
}

/// The signatory in one line: for the head of a memo.
pub(super) fn sender(office: &Office) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, blank) in [SIGNATORY, TITLE, NAME].into_iter().enumerate() {
        if at > 0 {
            runs.push(Run::plain(", "));
        }
        runs.push(run(blank, office));
    }
    runs
}
