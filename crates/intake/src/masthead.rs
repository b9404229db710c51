//! What a document says of itself: title, publisher, date, and whose text it carries. Nothing is guessed: what it does not say
//! stays open for a person to complete.

use crate::date::date;
use crate::declared::{Declared, host};
use crate::layout::{Block, Laid};
use dossier_model::{Edtf, MarkKind};

/// What a document says of itself.
#[derive(Debug, Default)]
pub(crate) struct Masthead {
    pub(crate) title: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) published: Option<Edtf>,
    pub(crate) updated: Option<Edtf>,
    pub(crate) url: Option<String>,
    pub(crate) syndicated_from: Option<String>,
}

/// How many blocks at the head and at the foot can belong to the masthead.
const HEAD: usize = 8;
const FOOT: usize = 6;

/// Words that make a name an outlet and not a person.
const OUTLET_WORDS: &[&str] = &[
    "times",
    "news",
    "post",
    "journal",
    "tech",
    "daily",
    "business",
    "press",
    "media",
    "review",
    "today",
    "wire",
    "magazine",
    "herald",
    "tribune",
    "weekly",
    "report",
    "reports",
    "technica",
    "institute",
    "university",
    "blog",
    "insider",
    "observer",
    "chronicle",
    "gazette",
    "standard",
    "monitor",
    "online",
    "network",
    "digital",
    "the",
    "agency",
    "bulletin",
    "record",
    "register",
    "world",
    "global",
    "bureau",
];

/// Reads the masthead, and marks the title in the text.
pub(crate) fn read(laid: &mut Laid, front: &Declared, first_heading: Option<String>, is_article: bool) -> Masthead {
    let mut found = Masthead {
        publisher: front.outlet.clone(),
        authors: front.authors.clone(),
        published: front.published.as_deref().and_then(date),
        updated: front.updated.as_deref().and_then(date),
        url: front.url.clone(),
        syndicated_from: front.original.clone(),
        ..Masthead::default()
    };
    source_of_front_matter(&mut found, front);
    if !is_article {
        found.title = front.title.clone().or(first_heading);
        return found;
    }
    let count = laid.blocks.len();
    for (at, block) in laid.blocks.iter().enumerate() {
        if at < HEAD || at + FOOT >= count {
            line(&mut found, laid, block, at);
        }
    }
    let title_at = title_block(laid, front, &mut found);
    found.title = front.title.clone().or_else(|| title_at.map(|at| laid.words(&laid.blocks[at]).to_owned())).or(first_heading);
    if let (Some(at), Some(first)) = (title_at, laid.blocks.first_mut())
        && at > 0
        && found.publisher.as_deref() == laid.text.get(first.range.clone())
    {
        first.kind = MarkKind::Furniture;
    }
    if let Some(block) = title_at.and_then(|at| laid.blocks.get_mut(at)) {
        block.kind = MarkKind::Title;
        block.label = None;
    }
    if found.publisher.is_none() {
        found.publisher = front.url.as_deref().and_then(host).filter(|_| front.original.is_none()).map(str::to_owned);
    }
    found
}

/// `source: NAME` is the publisher, unless it is a person by form and the address is of somebody else: then it is the author.
fn source_of_front_matter(found: &mut Masthead, front: &Declared) {
    let Some(source) = &front.publisher else { return };
    let squashed: String = source.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let of_the_host = front.url.as_deref().and_then(host).map(|host| host.replace(['-', '.'], "").contains(&squashed));
    if of_the_host == Some(false) && is_person(source) {
        if found.authors.is_empty() {
            found.authors.push(source.clone());
        }
    } else {
        found.publisher = Some(source.clone());
    }
}

/// What one line of head or foot says.
fn line(found: &mut Masthead, laid: &Laid, block: &Block, at: usize) {
    let words = laid.words(block);
    if words.chars().count() > 250 {
        return dateline(found, words);
    }
    if let Some(value) = after_label(words, &["published by"]) {
        let is_person = is_person(value);
        match (is_person, &found.publisher) {
            (true, Some(_)) => found.authors.push(value.to_owned()),
            (true, None) => match outlet_beside_reading_time(laid) {
                Some(outlet) => {
                    found.publisher = Some(outlet);
                    found.authors.push(value.to_owned());
                }
                None => found.publisher = Some(value.to_owned()),
            },
            (false, _) => found.publisher = Some(value.to_owned()),
        }
    }
    if let Some(value) = after_label(words, &["published on", "published", "posted on", "posted", "date"]) {
        found.published = found.published.or_else(|| date(value));
    }
    if let Some(value) =
        between(words, "riginal article published by ", ".").or_else(|| between(words, "riginally published by ", "."))
    {
        found.syndicated_from = Some(outlet_of_feed(value));
    }
    if let Some(value) = between(words, "riginally appeared on ", ".").or_else(|| between(words, "riginally appeared in ", ".")) {
        found.syndicated_from = Some(value.split(" at ").next().unwrap_or(value).to_owned());
    }
    if words.to_lowercase().contains("summary")
        && let Some(value) = between(words, " by ", ".")
        && starts_as_name(value)
    {
        found.publisher.get_or_insert_with(|| value.to_owned());
    }
    if let Some(outlet) = byline_outlet(words).filter(|_| at < HEAD) {
        found.syndicated_from.get_or_insert(outlet);
    }
    if at < HEAD {
        parted_byline(found, words);
    }
    if words.chars().count() < 60 && block.kind != MarkKind::Item {
        bare_date(found, words);
    }
    dateline(found, words);
}

/// The value behind `LABEL:`, in any case and with a space before the colon.
fn after_label<'a>(words: &'a str, labels: &[&str]) -> Option<&'a str> {
    let (label, value) = words.split_once(':')?;
    let label = label.trim().to_lowercase();
    let value = value.trim();
    (labels.contains(&label.as_str()) && !value.is_empty()).then_some(value)
}

fn between<'a>(words: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let (_, rest) = words.split_once(from)?;
    let value = rest.split(to).next()?.trim();
    (!value.is_empty()).then_some(value)
}

/// Feeds name a section before the outlet: "AI - Ledger Technica".
fn outlet_of_feed(value: &str) -> String {
    value.rsplit(" - ").next().unwrap_or(value).trim().to_owned()
}

/// "Ledger Post Tech22h ago5 min read" is a byline of "Ledger Post Tech".
fn byline_outlet(words: &str) -> Option<String> {
    let lowered = words.to_lowercase();
    if !lowered.ends_with("min read") || lowered.len() != words.len() {
        return None;
    }
    let ago = lowered.find(" ago")?;
    let digits = lowered[..ago].trim_end_matches(|c: char| c.is_ascii_lowercase() || c == ' ');
    let name = digits.trim_end_matches(|c: char| c.is_ascii_digit());
    let name = words.get(..name.len())?.trim().trim_end_matches(['·', '|', '-', '•', ',']).trim();
    (name.len() < digits.len() && starts_as_name(name)).then(|| name.to_owned())
}

/// "Lantern Ledger · By Dana Ruiz · June 25, 2026": the parts of a byline, one of them a date.
fn parted_byline(found: &mut Masthead, words: &str) {
    let parts: Vec<&str> = words.split(['·', '|']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if !(2..=5).contains(&parts.len()) || words.chars().count() > 160 {
        return;
    }
    let dated = |part: &str| date(part).filter(|_| part.split_whitespace().count() <= 6);
    let Some(day) = parts.iter().find_map(|part| dated(part)) else { return };
    found.published.get_or_insert(day);
    let by = |part: &str| part.to_lowercase().starts_with("by ");
    if found.authors.is_empty() {
        found
            .authors
            .extend(parts.iter().filter(|part| by(part)).filter_map(|part| part.get(3..)).map(|name| name.trim().to_owned()));
    }
    // Beside a date alone a name can be the writer's, a section's or a word such as "Updated".
    let is_signed = parts.iter().any(|part| by(part));
    let first = parts.first().filter(|part| is_signed && !by(part) && dated(part).is_none() && starts_as_name(part));
    if let Some(outlet) = first.filter(|_| found.publisher.is_none() && found.syndicated_from.is_none()) {
        found.publisher = Some((*outlet).to_owned());
    }
}

/// The item beside "4 min read" in a list of two or three: the outlet's desk.
fn outlet_beside_reading_time(laid: &Laid) -> Option<String> {
    let at = laid.blocks.iter().take(HEAD).position(|block| laid.words(block).to_lowercase().ends_with("min read"))?;
    let block = laid.blocks.get(at.checked_sub(1)?)?;
    let words = laid.words(block);
    (matches!(block.kind, MarkKind::Item | MarkKind::Furniture) && words.split_whitespace().count() <= 4 && starts_as_name(words))
        .then(|| words.to_owned())
}

/// A short line that is little else than a date.
fn bare_date(found: &mut Masthead, words: &str) {
    if found.published.is_some() {
        return;
    }
    let Some(day) = date(words) else { return };
    const BESIDE: &[&str] =
        &["published", "posted", "updated", "on", "by", "at", "am", "pm", "gmt", "utc", "est", "et", "ist", "date"];
    let others =
        words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().all(char::is_alphabetic) && !word.is_empty());
    let others = others.filter(|word| !BESIDE.contains(&word.to_lowercase().as_str())).count();
    if others <= 3 {
        found.published = Some(day);
    }
}

/// "LONDON, June 25, 2026 - The lab said": a place in capitals, the date, a dash, at the start of a paragraph.
fn dateline(found: &mut Masthead, words: &str) {
    if found.published.is_some() {
        return;
    }
    let Some(head) = words.char_indices().nth(60).map_or(Some(words), |(at, _)| words.get(..at)) else { return };
    let dash = [" — ", " – ", " - ", "— "].iter().filter_map(|dash| head.find(dash)).min();
    if let Some(head) = dash.and_then(|at| head.get(..at))
        && head.split_whitespace().next().is_some_and(|place| place.len() > 2 && !place.contains(char::is_lowercase))
    {
        found.published = date(head);
    }
}

/// Which block is the title: the one the front matter names, the first heading, or a first line without a final stop. Where a
/// byline shows that the first short line is the name of the site, that is the publisher and the next line the title.
fn title_block(laid: &Laid, front: &Declared, found: &mut Masthead) -> Option<usize> {
    let candidates: Vec<usize> =
        (0..laid.blocks.len().min(HEAD)).filter(|at| laid.blocks[*at].kind != MarkKind::Furniture).collect();
    let words = |at: usize| laid.words(&laid.blocks[at]);
    if let Some(title) = &front.title {
        return candidates.into_iter().find(|at| words(*at) == title);
    }
    let first = *candidates.first()?;
    if laid.blocks[first].kind == MarkKind::Heading && laid.blocks[first].label.is_some() {
        return Some(first);
    }
    let is_name = words(first).split_whitespace().count() <= 3 && starts_as_name(words(first));
    let second = candidates.get(1).copied().filter(|at| words(*at).chars().count() <= 300);
    if let Some(second) = second.filter(|_| is_name && found.syndicated_from.is_some()) {
        found.publisher.get_or_insert_with(|| words(first).to_owned());
        return Some(second);
    }
    let length = words(first).chars().count();
    let stops = words(first).ends_with(['.', '!', ';', ',', ':']);
    let is_line = matches!(laid.blocks[first].kind, MarkKind::Paragraph | MarkKind::Heading);
    if is_line && length <= 200 && !stops && laid.blocks.len() > 1 {
        return Some(first);
    }
    candidates.into_iter().find(|at| laid.blocks[*at].kind == MarkKind::Heading && laid.blocks[*at].label.as_deref() == Some("1"))
}

fn starts_as_name(words: &str) -> bool {
    words.starts_with(|c: char| c.is_uppercase()) && words.chars().count() <= 60 && !words.ends_with(['.', '?', '!'])
}

/// Two or three capitalised words, none of which an outlet would bear.
fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capitalised = words
        .iter()
        .all(|word| word.starts_with(|c: char| c.is_uppercase()) && word.chars().any(char::is_lowercase) || word.ends_with('.'));
    (2..=3).contains(&words.len())
        && capitalised
        && !words.iter().any(|word| OUTLET_WORDS.contains(&word.to_lowercase().as_str()))
}
