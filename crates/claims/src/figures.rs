//! Figures: counts, amounts and rates, apart from what happened on a market.

use crate::lexicon::{ACTOR_UNITS, CAMPAIGN_UNITS, GENERAL_UNITS, TIME_UNITS, insiders};
use crate::market;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_grammar::{Figure, FigureKind, Found};
use dossier_model::{Bound, ClaimKind, Content, Decimal, Quantity};
use std::ops::Range;

patterns! {
    /// "$2.5 billion in sales", "15% of its revenue".
    MEASURED = r"^\s+(?:in|of|worth of|for)\s+(?:its\s+|their\s+|the\s+|annual\s+|total\s+)*(?P<noun>[\p{L}.’'-]+(?:\s+[\p{L}.’'-]+){0,4}?)(?:\s+(?:for|since|from|with|between|to|in|into|on|by|of|that|and|is|are|was|were|has|had|have|will|came|went|at|as)\b|[,.;]|$)";
    /// "$4.5 billion a year".
    EACH = r"(?i)^\s+(?:an?|per|each|every)\s+(?:year|month|week|day|quarter|hour)\b";
    /// What a sum is, before it: "losses of", "penalties exceeding".
    OF_IT = r"(?i)\b[a-z]+\s+(?:of|worth|exceeding|totall?ing)\s+$";
    /// "a 20 percent cut", "the $1.3 billion fine": what a figure between an article and a noun is of.
    ARTICLE = r"(?i)\b(?:an?|the|its|their|his|her)\s+$";
    HEADED = r"^[ -](?:[a-z][\w-]*\s+){0,2}?[a-z][\w-]*(?:\s+of\s+(?:(?:the|its|their|all)\s+)?[\p{L}-]+)?";
    /// "three times its guess".
    COMPARED = r"(?i)^\s+(?:(?:its|his|her|their|the|what)\s+)[\p{L}-]+(?:\s+(?:price|value|size|level|rate|sum|amount))?";
    JOINED = r"^\s*(?:and|or|to|,|/|of\s+(?:its|their|the|all|(?:the\s+)?[\w.-]+['’]s))\s*(?:(?:more than|over|about|around|nearly|almost|some)\s+)?$";
    RANGE = r"^\s*(?:to|and|-|–|—)\s*$";
    POINTS_BACK = r"(?i)\b(?:the|these|those|all|both)\s+(?:other\s+|same\s+)?$";
    /// "nine counts of theft", "two members of the House".
    OF_WHAT = r"^\s+of\s+(?:(?:the|its|their|his|her)\s+)?[\p{L}’'-]+";
    /// What sets a count apart from another of the same thing.
    APART = r"(?i)\b(?P<which>remaining|other|another|additional|further|extra)\s+$";
    /// People who tell something are no count of the case.
    TELLING = concat!(r"(?i)^(?:\s+of\s+the)?\s+(?:[\w-]+\s+){0,2}?(?:", insiders!(), r")\s+(?:familiar|briefed|with\s+(?:\w+\s+)?knowledge|close\s+to|said|told|involved\s+in\s+the\s+(?:talks|discussions)|who\s+(?:asked|spoke|declined|requested|were\s+not\s+authori[sz]ed))\b");
    /// "accounts numbered 9,000", "the number of affected accounts rose to 9,000".
    NUMBERED = r"(?i)(?:\b(?P<noun>[a-z]+s)\s+(?:numbered|totall?ed|numbering|totall?ing)|\bnumber\s+of\s+(?:[\w-]+\s+){0,3}?(?P<noun2>[a-z]+s)\s+(?:\w+\s+){0,2}(?:was|is|at|to|reached|exceeded|hit|stood\s+at)|\b(?P<noun3>[a-z]+s)\s+(?:rose|grew|climbed|fell|jumped|increased|dropped|surged|declined|soared)\s+(?:\w+ly\s+)?(?:from|to|by))\s+$";
    SAME_FIGURE = r"(?i)^\s+figure\b";
    OF_THEM = r"(?i)^\s+(?:of\s+(?:them|these|those|which|whom))\b";
    /// "of whom 4,200", "up from 12".
    OF_WHOM = r"(?i)(?:\bof\s+(?:whom|which|them|these|those),?|\b(?:up|down)\s+from)\s+(?:(?:about|some|nearly|almost|roughly|at\s+least|more\s+than|over)\s+)?$";
    MORE = r"(?i)^\s+more(?:\s*[.,;“\x22‘]|\s+(?:were|was|are|had|have|who|simply|also|later|that|in|on|by|from)\b)";
    /// A verb right behind a figure: it stands for what was counted before.
    STANDS_ALONE = r"(?i)^\s+(?:(?:more\s+)?(?:were|was|are|had|have|has|went|came|remain\w*|belonged|got|ended|each|(?:an?|per|every)\s+(?:day|hour|week|month|year|minute|second))\b|more\s*(?:[.,;]|$))";
    /// A plural noun.
    PLURAL = r"\b(?P<noun>[a-z]{3,}[a-rt-z]s)\b";
    RESPECTIVELY = r"(?i)\brespectively\b";
}

/// Counts, amounts and rates.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences() {
        let moved = market::movements(reader, sentence);
        for (at, figure) in sentence.figures.iter().enumerate() {
            if moved.iter().any(|other| other.range == figure.range) {
                continue;
            }
            out.extend(match figure.what.kind {
                FigureKind::Count => count(reader, sentence, at, figure),
                FigureKind::Amount => measured(reader, sentence, figure, ClaimKind::Amount),
                FigureKind::Rate => measured(reader, sentence, figure, ClaimKind::Rate),
            });
        }
    }
}

/// "nearly 9,000 fraudulent accounts".
fn count(reader: &Reader<'_, '_>, sentence: &Sentence, at: usize, figure: &Found<Figure>) -> Option<Content> {
    let unit = unit_of(reader, sentence, at, figure)?;
    // "Prompted it over 100,000 times" counts prompts; "twice, three times" is a manner of speaking.
    let often = unit == "times" && figure.what.quantity.value > Decimal::from(20);
    if TIME_UNITS.contains(&unit.as_str()) && !often || is_source(sentence, figure) {
        return None;
    }
    let of_campaign = CAMPAIGN_UNITS.contains(&unit.as_str());
    let written_small = !sentence.words(figure.what.number.clone()).contains(|c: char| c.is_ascii_digit())
        && figure.what.quantity.value < Decimal::from(11);
    let bounded = figure.what.quantity.bound.is_some_and(|bound| bound != Bound::Exact);
    // "More than one shipment" counts nothing; "at least one" does.
    if figure.what.quantity.value == Decimal::ONE
        && matches!(figure.what.quantity.bound, Some(Bound::Above | Bound::Below | Bound::About | Bound::AtMost))
    {
        return None;
    }
    if GENERAL_UNITS.contains(&unit.as_str()) && (written_small || figure.what.quantity.value < Decimal::from(11)) {
        return None;
    }
    // "the three companies" points back to a count, it does not make one.
    if written_small
        && !bounded
        && (figure.what.quantity.value < Decimal::ONE
            || figure.what.quantity.value == Decimal::ONE && unit != "counts"
            || POINTS_BACK.is_match(sentence.words(0..figure.range.start)))
    {
        return None;
    }
    // The noun may stand behind the other end of a range, or before.
    let quote = match &figure.what.unit_words {
        Some(words) => {
            let whole = both_ends(sentence, figure);
            let end = whole.end.max(words.end);
            let of = OF_WHAT.find(sentence.words(end..sentence.text.len())).map_or(0, |of| of.end());
            sentence.with_its_object(whole.start..end + of)
        }
        None => sentence.clause(figure.range.clone()),
    };
    // "the company’s 40 servers": the end of a possessive is no word.
    let cut_off = sentence.words(0..quote.start).ends_with(['\'', '’']);
    let quote = if cut_off { figure.range.start..quote.end } else { quote };
    let mut content = reader.claim(ClaimKind::Count, sentence, quote, Matter::Campaign)?;
    if let Some(subject) = respective_subject(reader, sentence, at) {
        content.subject = subject;
    } else if !of_campaign && !ACTOR_UNITS.contains(&unit.as_str()) {
        content.subject = owner(sentence, figure, 8).unwrap_or(content.subject);
    }
    let apart = APART.captures(sentence.words(0..figure.what.number.start)).and_then(|found| found.name("which"));
    content.property = apart
        .map_or_else(|| unit.clone(), |which| format!("{} {unit}", which.as_str().to_lowercase().replace("another", "further")));
    content.value = Some(figure.what.quantity.value.normalize().to_string());
    content.unit = Some(unit);
    let whole = figure.what.quantity.unit.is_none() && Quantity::is_unrounded_count(figure.what.quantity.value);
    let sign = || sign_before(sentence.words(0..figure.range.start));
    content.bound = figure.what.quantity.bound.or_else(sign).or(whole.then_some(Bound::Exact));
    Some(content)
}

/// A bound that a table writes as a sign.
fn sign_before(words: &str) -> Option<Bound> {
    match words.trim_end().chars().next_back()? {
        '>' => Some(Bound::Above),
        '<' => Some(Bound::Below),
        '~' | '≈' => Some(Bound::About),
        '≥' => Some(Bound::AtLeast),
        '≤' => Some(Bound::AtMost),
        _ => None,
    }
}

/// "two people familiar with the matter": who tells it, not what it tells.
fn is_source(sentence: &Sentence, figure: &Found<Figure>) -> bool {
    let small = figure.what.quantity.value < Decimal::from(20);
    small && TELLING.is_match(sentence.words(figure.what.number.end..sentence.text.len()))
}

/// The noun that is counted: the figure's own, that of the figure it is joined with, the head of its table column, or the one that it
/// points back to.
fn unit_of(reader: &Reader<'_, '_>, sentence: &Sentence, at: usize, figure: &Found<Figure>) -> Option<String> {
    if let Some(unit) = &figure.what.quantity.unit {
        let unit = unit.split_whitespace().last().map(plain)?;
        // "a 45-page indictment": a description, but for what the case is counted in.
        let between = figure.what.unit_words.as_ref().map(|words| sentence.words(figure.what.number.end..words.start));
        if between.is_some_and(|between| matches!(between, "-" | "‑")) {
            let plural = format!("{unit}s");
            let counted = CAMPAIGN_UNITS.contains(&plural.as_str()) || ACTOR_UNITS.contains(&plural.as_str());
            return if TIME_UNITS.contains(&unit.as_str()) || !counted { None } else { Some(plural) };
        }
        let one = figure.what.quantity.value == Decimal::ONE && !unit.ends_with('s');
        return Some(if one { plural(&unit) } else { unit });
    }
    let next = sentence.figures.get(at + 1).filter(|next| JOINED.is_match(sentence.words(figure.range.end..next.range.start)));
    if let Some(next) = next.filter(|next| next.what.kind == FigureKind::Count) {
        return unit_of(reader, sentence, at + 1, next);
    }
    let column = sentence.column.as_deref().filter(|_| sentence.figures.len() == 1);
    let column = column.and_then(|column| column.split_whitespace().last()).map(plain).filter(|unit| unit.ends_with('s'));
    column.or_else(|| antecedent(reader, sentence, figure))
}

/// What a figure without a noun counts: "up to 300 of them", "accounts numbered 9,000", "Hundreds were sold", "the 12,000 figure".
fn antecedent(reader: &Reader<'_, '_>, sentence: &Sentence, figure: &Found<Figure>) -> Option<String> {
    let before = sentence.words(0..figure.range.start);
    let after = sentence.words(figure.range.end..sentence.text.len());
    let numbered = NUMBERED
        .captures(before)
        .and_then(|found| found.name("noun").or_else(|| found.name("noun2")).or_else(|| found.name("noun3")))
        .map(|noun| plain(noun.as_str()));
    if numbered.is_some() {
        return numbered;
    }
    let counted = |figure: &&Found<Figure>| {
        figure.what.kind == FigureKind::Count
            && figure.what.quantity.unit.as_deref().is_some_and(|unit| unit.ends_with('s') && !TIME_UNITS.contains(&unit))
    };
    let unit = |figure: &Found<Figure>| figure.what.quantity.unit.as_deref().map(plain);
    let earlier = || {
        let mut told: Vec<&Sentence> = reader.page.sentences().take_while(|other| other.at < sentence.at).collect();
        told.reverse();
        told
    };
    if SAME_FIGURE.is_match(after) {
        let same = |other: &&Found<Figure>| counted(other) && other.what.quantity.value == figure.what.quantity.value;
        return earlier().into_iter().find_map(|other| other.figures.iter().rfind(same).and_then(unit));
    }
    // "24 accounts in March and another 300 in April"
    let of_them = OF_THEM.is_match(after)
        || OF_WHOM.is_match(before)
        || MORE.is_match(after)
        || APART.is_match(sentence.words(0..figure.what.number.start));
    let large = figure.what.quantity.value > Decimal::TEN;
    if POINTS_BACK.is_match(before) {
        return None;
    }
    if !(of_them || large && STANDS_ALONE.is_match(after)) {
        return None;
    }
    let own = sentence.figures.iter().filter(|other| other.range.end <= figure.range.start).rfind(counted).and_then(unit);
    let noun = || {
        let found = PLURAL.captures_iter(before).filter_map(|found| found.name("noun")).last();
        found.filter(|_| of_them).map(|noun| plain(noun.as_str()))
    };
    own.or_else(noun)
        .or_else(|| earlier().into_iter().take(2).find_map(|other| other.figures.iter().rfind(counted).and_then(unit)))
}

fn plural(unit: &str) -> String {
    match unit.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None if unit.ends_with(['s', 'x']) || unit.ends_with("ch") => format!("{unit}es"),
        None => format!("{unit}s"),
    }
}

fn plain(unit: &str) -> String {
    if unit.chars().all(|c| c.is_uppercase() || c == 's') { unit.to_owned() } else { unit.to_lowercase() }
}

/// "A and B had 3 and 13 exchanges, respectively": the first figure is A's.
fn respective_subject(reader: &Reader<'_, '_>, sentence: &Sentence, at: usize) -> Option<String> {
    RESPECTIVELY.is_match(&sentence.text).then_some(())?;
    let first = sentence.figures.first()?.range.start;
    let mut named: Vec<_> = reader.cast.accused_in(sentence);
    named.sort_by_key(|one| sentence.text.find(&one.name));
    named.retain(|one| sentence.text.find(&one.name).is_some_and(|place| place < first));
    (named.len() == sentence.figures.len()).then(|| reader.cast.subject_for(named.get(at).map(|one| one.name.as_str())))
}

/// The name before a figure, at most `words` words away.
fn owner(sentence: &Sentence, figure: &Found<Figure>, words: usize) -> Option<String> {
    let name = sentence.name_before(figure.range.start, words)?;
    name.what.text.contains(char::is_alphabetic).then(|| name.what.text.clone())
}

/// Money and shares: the property is what they are of.
fn measured(reader: &Reader<'_, '_>, sentence: &Sentence, figure: &Found<Figure>, kind: ClaimKind) -> Option<Content> {
    let whole = both_ends(sentence, figure);
    let (before, after) = (sentence.words(0..whole.start), sentence.words(whole.end..sentence.text.len()));
    let noun = MEASURED.captures(after).and_then(|found| found.name("noun"));
    let headed = ARTICLE.find(before);
    let of = OF_IT.find(before).or(headed).map_or(whole.start, |of| of.start());
    let more = EACH.find(after).or_else(|| if headed.is_some() { HEADED.find(after) } else { COMPARED.find(after) });
    let more = more.map_or(0, |more| more.end()).max(noun.map_or(0, |noun| noun.end()));
    let quote = sentence.with_its_object(of..whole.end + more);
    let mut content = reader.claim_within(sentence.clause(figure.range.clone()), kind, sentence, quote, Matter::Campaign)?;
    content.subject = owner(sentence, figure, 12).unwrap_or(content.subject);
    content.property = noun.map_or(kind.as_str(), |noun| noun.as_str().trim_end_matches('.')).to_owned();
    content.value = Some(figure.what.quantity.value.normalize().to_string());
    content.unit.clone_from(&figure.what.quantity.unit);
    content.bound = figure.what.quantity.bound;
    Some(content)
}

/// The words of a figure, with the other end of its range: both are of the same, "3-5% of its revenue".
fn both_ends(sentence: &Sentence, figure: &Found<Figure>) -> Range<usize> {
    let joins = |low: &Found<Figure>, high: &Found<Figure>| {
        low.what.quantity.bound == Some(Bound::AtLeast)
            && high.what.quantity.bound == Some(Bound::AtMost)
            && low.range.end <= high.range.start
            && RANGE.is_match(sentence.words(low.range.end..high.range.start))
    };
    let start = sentence.figures.iter().find(|other| joins(other, figure)).map_or(figure.range.start, |low| low.range.start);
    let end = sentence.figures.iter().find(|other| joins(figure, other)).map_or(figure.range.end, |high| high.range.end);
    start..end
}
