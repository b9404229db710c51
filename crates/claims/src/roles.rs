//! Which part each name plays beside accuser and accused: officials, agencies, committees, victims, the designated, labs and their
//! parents, the model that was targeted, outlets.
//!
//! Each file of this folder finds one kind of part wherever a text shows it; here the finds become claims, each name once and with one
//! role. Accuser and accused come from `parties`, addressees from `disclosures`.

mod bodies;
mod designated;
mod labs;
pub(crate) mod listing;
mod makers;
mod officials;
pub(crate) mod outlets;
mod settling;
mod targets;
mod victims;

pub(crate) use designated::LISTED;

use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Hedge, SpeakerRole};
use std::ops::Range;

/// A part that somebody plays, with the words that show it.
#[derive(Debug)]
pub(crate) struct Part {
    /// The bytes of its sentence.
    pub(crate) quote: Range<usize>,
    pub(crate) name: String,
    pub(crate) role: &'static str,
}

impl Part {
    pub(crate) fn new(quote: Range<usize>, name: &str, role: &'static str) -> Self {
        Self { quote, name: name.to_owned(), role }
    }
}

patterns! {
    CHARGED = r"(?i)\b(?:has|have|had|was|were|been)\s+(?:also\s+)?(?:charged|indicted|accused)\b";
    /// Accused people without a name.
    UNNAMED = r"(?i)^\s+(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|an?|the)\s+)(?:[\w.’'-]+\s+){0,4}?(?:people|persons|men|women|nationals|citizens|individuals|defendants|executives|employees|engineers?|hackers?|officers?|brokers?|compan(?:y|ies)|firms?|man|woman)\b";
    /// "accused its maker of".
    OF_A_DEED = r"(?i)^\s+[^,;.]{2,80}?\s+of\s+";
    /// An agency that accuses somebody.
    CHARGES = r"(?i)^(?:\s+\([A-Z.]+\))?(?:\s+officials?)?\s+(?:has\s+|have\s+|had\s+|also\s+|publicly\s+|on\s+\w+\s+)*(?:accused|charged|alleged|alleges|accuses|indicted|charges)\b|^\s+indictment\b";
}

/// Whether `name` is that of a public body.
pub(crate) fn is_agency(name: &str) -> bool {
    // "Department of Justice, Office of Public Affairs" is an office of the body before the comma.
    let body = name.split(", ").next().unwrap_or(name);
    bodies::agencies(body).iter().any(|found| found.range.len() * 2 > body.len())
}

/// The names of the officials in `sentence`.
pub(crate) fn officials_in(sentence: &Sentence) -> Vec<String> {
    officials::officials(sentence).into_iter().map(|one| one.name).collect()
}

/// All parts but the accuser's and the accused's; then of every name the one part that counts.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    let listed: Vec<Content> = out
        .extract_if(.., |content| content.kind == ClaimKind::Party && content.value.as_deref() == Some("designated"))
        .collect();
    for sentence in reader.page.sentences() {
        let mut parts = Vec::new();
        of_bodies(sentence, !reader.cast.accused.is_empty(), &mut parts);
        parts.extend(officials::officials(sentence).into_iter().map(|one| Part::new(one.quote, &one.name, "official")));
        designated::parts(sentence, &mut parts);
        victims::parts(sentence, &mut parts);
        labs::parts(sentence, &mut parts);
        if targets::is_case(&sentence.text) {
            makers::parts(sentence, &mut parts);
        }
        outlets::parts(reader, sentence, &mut parts);
        for part in parts {
            out.extend(role(reader, sentence, part.quote, &part.name, part.role));
        }
    }
    out.extend(settling::borne_out(listed, out));
    targets::propose(reader, out);
    settling::settle(reader.page, out);
}

/// The part that `name` plays: recorded, whatever is alleged of the name.
pub(crate) fn role(reader: &Reader<'_, '_>, sentence: &Sentence, range: Range<usize>, name: &str, role: &str) -> Option<Content> {
    let mut content = reader.claim(ClaimKind::Party, sentence, range, Matter::Record)?;
    content.subject = name.to_owned();
    content.property = "role".to_owned();
    content.value = Some(role.to_owned());
    content.hedge = Hedge::Asserted;
    // The text itself records the part, whoever speaks in the same sentence.
    content.speakers.truncate(usize::from(content.speakers.first().is_some_and(|first| first.role == SpeakerRole::Outlet)));
    Some(content)
}

fn of_bodies(sentence: &Sentence, accused: bool, parts: &mut Vec<Part>) {
    let text = &sentence.text;
    for body in bodies::agencies(text) {
        let name = &text[body.range.clone()];
        if let Some(verb) = CHARGES.find(&text[body.range.end..]).filter(|verb| {
            let unnamed = UNNAMED.is_match(&text[body.range.end + verb.end()..]);
            let words = verb.as_str().to_lowercase();
            let of_deed = words.ends_with("accused") && OF_A_DEED.is_match(&text[body.range.end + verb.end()..]);
            accused || !sentence.headline && (unnamed || of_deed || words.contains("alleged"))
        }) {
            parts.push(Part::new(body.range.start..body.range.end + verb.end(), name, "accuser"));
        }
        let before = text[..body.range.start].trim_end_matches("the ").trim_end().to_lowercase();
        if accused && before.ends_with("according to") && (CHARGED.is_match(text) || sentence.charged) {
            parts.push(Part::new(body.range.clone(), name, "accuser"));
        }
        // The alias in brackets belongs to the name: by it the rest of the text speaks of the body.
        parts.push(Part::new(body.whole.clone(), &text[body.whole], "agency"));
    }
    for body in bodies::committees(text) {
        parts.push(Part::new(body.whole, &text[body.range], "committee"));
    }
}

#[cfg(test)]
mod tests {
    use super::Part;
    use crate::About;
    use crate::page::{Page, Sentence};

    /// The parts that `rule` finds in `text`.
    pub(super) fn parts_in(text: &str, rule: fn(&Sentence, &mut Vec<Part>)) -> Vec<Part> {
        let page = Page::new(text, &[], &About::default());
        let mut parts = Vec::new();
        for sentence in page.sentences() {
            rule(sentence, &mut parts);
        }
        parts
    }

    /// Asserts which names `rule` gives a part in `text`.
    #[track_caller]
    pub(super) fn check_names(text: &str, rule: fn(&Sentence, &mut Vec<Part>), expect: &[&str]) {
        let parts = parts_in(text, rule);
        let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, expect, "{text}");
    }
}
