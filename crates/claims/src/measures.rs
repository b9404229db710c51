//! Government action that is asked for, planned, introduced, passed or issued, and by whom.
//!
//! `actions` reads verbs of government action and tells from the words before them how far it has come; `asked` reads what somebody
//! wants of a government; `bills` reads laws in the making, and what orders and rules do; `rules` reads what is barred or owed without
//! saying by whom; `settlements` reads what agencies settle and what orders oblige to; `offices` tells who can take a measure.

mod actions;
mod asked;
mod bills;
mod offices;
mod rules;
mod settlements;

use crate::page::{Sentence, without_stop};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::roles::listing::reach_back;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Edtf, Hedge};
use std::ops::Range;

/// The longest value of a measure, in bytes.
const VALUE_LIMIT: usize = 220;

patterns! {
    /// Who can take a measure.
    pub(crate) GOVERNMENT = r"(?x)\b(?:
        (?i:treasury|ofac|cfius|department|dept|law[-\s]enforcement|bureau|ministry|ministries|ministers?|cabinet|commission|commissioner|council|congress|congress(?:man|woman)|
            senate|senators?|representatives|members\s+of\s+the\s+house|parliament|lawmakers?|legislators?|legislature|policy-?makers?|administration|governments?|governors?|president|white\s+house|
            (?:under)?secretary|attorneys?\s+general|regulators?|watchdogs?|authorit(?:y|ies)|agency|agencies|officials|
            republicans?|democrats?|committee|customs|police|national\s+security\s+council|member\s+states|nations|allies|countries)
        |House|State|Commerce|Justice|Defense|EU|US|U\.S\.?|UK|U\.K\.?|UN|G7|NATO|BIS|DoC|DHS|HHS|DOD|FTC|SEC|FCC|FBI|DOJ|CISA|NSA|ICO|NCSC|NIST|Office\s+of
        |Europol|Interpol|Pentagon|Kremlin|Downing\s+Street|Washington|Brussels|London|Beijing|Moscow|Tokyo|Seoul|Taipei|Ottawa|Canberra|Berlin|Paris|Westminster|Whitehall|Capitol\s+Hill
        |Britain|United\s+(?:States|Kingdom|Nations)|European\s+(?:Union|Commission)|America|China|Japan|Canada|Australia|Germany|France|India|Taiwan|Singapore|(?:South\s+)?Korea|Netherlands|Rep\.|Sen\.|Representative|Senator|Governor)(?:\b|\s|$)";
    ONLY_IF = r"(?i)\s(?:if|unless|should\s+(?:the|it|they|he|she|\p{L}+)\s+(?:fail|refuse|not)|provided\s+that|on\s+condition\s+that)\s";
    /// What a law in the making does.
    WOULD = r"(?i)\b(?:would|could)\s";
    BROUGHT = r"(?i)\b(?:introduc|advanc|pass|propos|unveil|approv|back|fil|draft|support|sponsor|adopt|vot)\w*\b";
    /// "would" and what it goes on with, right before: "would require a licence and", "which would also".
    WOULD_ALSO = r"(?i)\b(?:would|could)\s+(?:also\s+|not\s+|then\s+)?(?:[^.;:]{0,90}?(?:,|\band|\bor)\s+)?(?:to\s+)?[“\x22]?$";
    ARTICLE = r"(?i)^(?:an?|the)\s+";
    END_OF_VALUE = r"(?i),\s+(?:according|which|who|that|while|as|adding|citing|including|with|effectively|thereby|thus|signaling|warning|but|saying|where|after|along|another|pursuant|for|(?:\p{Ll}+ly\s+)?\p{Ll}+ing)\b|\s+(?:next|this|last)\s+(?:week|month|year)\b|\s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\s+(?:as\s+soon\s+as|according\s+to|amid|after|because|while|pursuant\s+to|in\s+response\s+to)\b|,?\s+(?:and|but)\s+(?:later|soon|then|subsequently|within\s+\w+)\s|—|\s-\s|,\s+(?:[\w’']+\s+){0,3}(?:said|says|wrote)\b|[”\x22]\s";
}

/// Where a measure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Asked,
    Planned,
    Introduced,
    Passed,
    Issued,
}

impl Stage {
    fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Planned => "planned",
            Self::Introduced => "introduced",
            Self::Passed => "passed",
            Self::Issued => "issued",
        }
    }
}

/// A measure as its rule read it: places in its sentence.
struct Reading {
    /// The words that carry it.
    range: Range<usize>,
    /// What it is.
    value: Range<usize>,
    who: String,
    stage: Stage,
    period: Option<Edtf>,
}

/// Measures.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for passage in &reader.page.passages {
        for sentence in passage.sentences.iter().filter(|sentence| !sentence.mute) {
            let mut read: Vec<Reading> = Vec::new();
            let told = [asked::read, settlements::read, bills::read, bills::done, actions::read]
                .into_iter()
                .flat_map(|rule| rule(reader, sentence));
            for reading in told.chain(rules::read(reader, sentence, passage)) {
                // What is asked for is not told again as a bill or an order.
                if !read.iter().any(|known| known.value.start < reading.value.end && reading.value.start < known.value.end) {
                    read.push(reading);
                }
            }
            out.extend(read.into_iter().filter_map(|reading| measure(reader, sentence, reading)));
        }
    }
}

fn measure(reader: &Reader<'_, '_>, sentence: &Sentence, reading: Reading) -> Option<Content> {
    let value = without_stop(sentence.words(reading.value).trim());
    let article = ARTICLE.find(value).map_or(0, |article| article.end());
    let value = value.get(article..).unwrap_or(value);
    if value.is_empty() {
        return None;
    }
    let end = reading.range.start;
    let provides = is_provision(sentence, &reading.range);
    let mut content = reader.claim(ClaimKind::Measure, sentence, reading.range, Matter::Record)?;
    if !reading.who.is_empty() {
        content.subject = reading.who;
    }
    content.value = Some(value.to_owned());
    content.unit = Some(reading.stage.as_str().to_owned());
    content.period = reading.period;
    if reading.stage == Stage::Planned {
        // "could consider sanctions if": only then.
        let rest = sentence.words(end..sentence.text.len());
        content.hedge = if ONLY_IF.is_match(rest) { Hedge::Conditional } else { Hedge::Planned };
    } else if content.hedge == Hedge::Asserted && provides {
        content.hedge = Hedge::Conditional;
    }
    Some(content)
}

/// Whether the words at `range` tell what a bill or a rule would do, and not that somebody brought it: that holds only once it is law.
pub(crate) fn is_provision(sentence: &Sentence, range: &Range<usize>) -> bool {
    let words = sentence.words(range.clone());
    let before = sentence.words(reach_back(&sentence.text, range.start)..range.start);
    let would = WOULD.find(words).filter(|would| !BROUGHT.is_match(&words[..would.start()]));
    would.is_some() || WOULD_ALSO.is_match(before)
}

/// Whether `words` name who can take a measure: not "a China-based firm".
fn is_government(words: &str) -> bool {
    let based = |found: regex::Match<'_>| words.get(found.end()..).is_some_and(|rest| rest.starts_with("-"));
    GOVERNMENT.find_iter(words).any(|found| !based(found))
}

/// The words of a measure up to where the sentence turns to something else.
fn cut(sentence: &Sentence, value: Range<usize>) -> Range<usize> {
    let words = sentence.words(value.clone());
    let end = END_OF_VALUE.find(words).map_or(words.len(), |end| end.start());
    let end = if end <= VALUE_LIMIT {
        end
    } else {
        words.char_indices().take_while(|(at, _)| *at < VALUE_LIMIT).filter(|(_, c)| *c == ' ').last().map_or(end, |(at, _)| at)
    };
    let words = words.get(..end).unwrap_or(words);
    value.start..value.start + without_stop(words).len()
}

/// The date that a sentence gives for what stands at `range`: within or right behind it, else at the sentence's beginning.
fn period(sentence: &Sentence, range: &Range<usize>) -> Option<Edtf> {
    let dated = |from: usize, to: usize| {
        sentence
            .periods
            .iter()
            .filter(move |period| from <= period.range.start && period.range.start <= to)
            .find_map(|period| period.what.edtf)
    };
    let near = (range.end + 24).min(sentence.text.len());
    dated(range.start, near).or_else(|| dated(sentence.clause_start(range.start).min(range.start), range.start)).or_else(|| {
        let lead = sentence.periods.first().filter(|period| period.range.start <= 12)?;
        lead.what.edtf
    })
}
