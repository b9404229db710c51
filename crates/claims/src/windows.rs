//! When: the window of the campaign, other spans, and the dates of events.

use crate::document::short_name;
use crate::events::{self, Event};
use crate::lexicon::CAMPAIGN_UNITS;
use crate::market;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::{Matter, bare};
use dossier_grammar::{Figure, FigureKind, Found, Period, PeriodKind};
use dossier_model::{ClaimKind, Content, Edtf, EdtfDate, Endpoint, Hedge, Resolution, Speaker, SpeakerRole};
use std::ops::Range;

patterns! {
    CAMPAIGN = r"(?i)\b(?:campaigns?|operations?|attacks?|distill\w*|extract\w*|access\w*|generat\w*|siphon\w*|harvest\w*|breach\w*|intrusions?|smuggl\w*|divert\w*|stole|stolen|exfiltrat\w*|fraudulent|fake|scrap(?:ed|ing)|compromis\w+|copy(?:ing)?|copied|export\w*|shipp?\w*|rout(?:ed|ing)|launder\w*|uploaded)\b";
    /// "SAN FRANCISCO, Nov 6 - ", "Nov 6 (Wire) - ": where and when a report was written.
    DATELINE = r"^[\p{Lu}\d .,’'-]*$";
    DATELINE_END = r"^\s*(?:\([^)]*\)\s*)?[-—–]";
    /// Before "today" where it means the present.
    PRESENT = r"(?i)\b(?:available|works?|exists?|possible|models|months|years|as\s+of|it\s+is|agreed|as\s+it\s+stands)\s+$";
    /// What a figure or a name is of, not when something was done: "its guess for 2022", "the 2018 Act".
    NO_EVENT = r"(?i)(?:\b(?:fiscal|class\s+of|copyright|figures?\s+for|guess\s+for|revenue\s+for|forecast\s+for|estimates?\s+for|budget\s+for|as\s+of|(?:Act|Order|Law|Code|Rule|Regulations?|Directive|\d{3,})\s+of)\s+|©\s*)$";
    /// A year that a figure or a plan is for: "revenue for 2023", not "set for 2023".
    FOR = r"(?i)\bfor\s+$";
    SET_FOR = r"(?i)\b(?:set|scheduled|planned|slated|due|expected)\s+for\s+$";
    /// "the 2018 Act".
    LAW = r"^\s+(?:(?:passage|enactment)\b|(?:[\w-]+\s+){0,4}(?:export\s+controls?|(?:chip|export|trade|import|privacy|licen[cs]ing|sanctions)\s+(?:rules?|laws?|regulations?|ban|restrictions?|curbs))\b|(?:[\p{Lu}][\w-]*\s+){0,4}(?:Act|Law|Order|Regulations?|Code|Treaty|Convention|Directive|Rules?)\b)";
    COUNTED = r"(?i)^(?:(?P<count>an?|one|two|three|four|five|six|\d{1,3})\s+(?P<unit>days?|weeks?|months?)\s+(?P<way>later|earlier)|the\s+(?:next|following)\s+day)$";
    /// "its worst day since April".
    COMPARED = r"(?i)\b(?:worst|best|largest|biggest|lowest|highest|steepest|sharpest|most|first)\s+(?:\w+\s+){0,4}$";
    /// "July 24: Requests spike", an entry of a chronicle.
    ENTRY = r"^\s*(?::|[-–—])\s+\S";
    /// "13% of its sales last year": the figure's year.
    RESULTS = r"(?i)\b(?:sales|revenues?|profits?|turnover|earnings|income|imports|exports|purchases|spending|budget|output)\s+(?:for\s+|in\s+)?$";
    LASTED = r"(?i)\b(?:for|over|during)\s+(?:(?:about|nearly|almost|more\s+than|over|at\s+least|around|roughly|some|the\s+(?:first|last))\s+)?(?:\w+|\w+-\w+)\s+(?:days|weeks|months)\s+(?:in|of|during)\s+$";
    /// A year in which somebody reported something is no event of the case.
    TO_WHOM = r"(?i)^\s+(?:by\s|(?:[\w-]+\s+){0,5}?to\s+(?:the|law|police|regulators|authorities|prosecutors|(?-i:\p{Lu})))";
    TOLD = r"^(?:reported|described|wrote|noted|said|told)$";
    PREPOSITION = r"(?i)\b(?:on|in|by|since|from|for|through|throughout|until|during|around|over|after|before|within|as\s+of|between)\s+(?:the\s+)?$";
    /// Days that a grammar of names can take for one.
    DAY = r"(?i)^(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$";
    /// What stands before the day of publication in a page's own notes.
STAMP = r"(?i)^\W*(?:(?:first|last|originally|story)\s+)?(?:published|updated|posted|date|modified)\s*(?:on|at|:)?\s*$";
    /// Words of the future and of doubt.
    MAYBE = r"(?i)\b(?:will|may|might|maybe|could|would|probably|likely|expect\w*|perhaps|yet|plans?|should)\b";
    /// Words for a stretch that is not over and holds nothing yet: "it will happen again this year".
    THIS_PERIOD = r"(?i)^(?:(?:later|early|late)\s+)?(?:this|next)\s+(?:year|month|quarter|summer|spring|autumn|fall|winter)$";
}

/// The longest clause that is read whole, in bytes: of a longer one only what stands between its verb and the date.
const QUOTE_LIMIT: usize = 90;

/// A line that is hardly longer than the day of publication, in bytes, says nothing else.
const STAMP_LIMIT: usize = 45;

/// Windows, spans and dates.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    // The last day that the text named: "a day later" counts from it.
    let mut last: Option<EdtfDate> = None;
    for sentence in reader.page.sentences() {
        for period in &sentence.periods {
            let counted = last.filter(|_| period.what.edtf.is_none()).and_then(|day| counted_from(day, period));
            if let Some(day) = counted {
                let resolution = period.what.resolved_from.clone().zip(last).map(|(words, day)| (words, Edtf::Date(day)));
                let claim = point(reader, sentence, period, Edtf::Date(day));
                out.extend(claim.map(|content| Content {
                    resolution: resolution.map(|(words, against)| Resolution { words, against }),
                    ..content
                }));
                last = Some(day);
                continue;
            }
            let Some(edtf) = period.what.edtf else { continue };
            last = edtf.end().filter(|date| date.day().is_some()).or(last);
            // "for nine months in 2024" lasted.
            let lasted = LASTED.is_match(sentence.words(0..period.range.start));
            let claim = match period.what.kind {
                PeriodKind::Point if lasted => span(reader, sentence, period, edtf),
                PeriodKind::Span => span(reader, sentence, period, edtf),
                PeriodKind::Point => point(reader, sentence, period, edtf),
            };
            out.extend(claim.map(|content| Content { resolution: resolution(reader, period), ..content }));
        }
    }
}

/// The day that "a day later", "two weeks earlier" and "the next day" mean, counted from `day`.
fn counted_from(day: EdtfDate, period: &Found<Period>) -> Option<EdtfDate> {
    let found = COUNTED.captures(period.what.resolved_from.as_deref()?)?;
    let word = |name: &str| found.name(name).map(|word| word.as_str().to_lowercase());
    let days = match word("count").as_deref() {
        None | Some("a" | "one") => 1,
        Some("two") => 2,
        Some("three") => 3,
        Some("four") => 4,
        Some("five") => 5,
        Some("six") => 6,
        Some(digits) => digits.parse::<u16>().ok()?,
    };
    if word("unit").is_some_and(|unit| unit.starts_with("month")) {
        return month_from(day, i16::try_from(days).ok()?, word("way").as_deref() == Some("earlier"));
    }
    let days = if word("unit").is_some_and(|unit| unit.starts_with('w')) { days.checked_mul(7)? } else { days };
    let back = word("way").as_deref() == Some("earlier");
    // A leap year, where the text gives none.
    let year = day.year().unwrap_or(2000);
    let (mut date, _) = day.days(year)?;
    for _ in 0..days.min(366) {
        date = if back { date.yesterday() } else { date.tomorrow() }.ok()?;
    }
    let known = day.year().map(|_| date.year());
    EdtfDate::new(known, Some(date.month()), Some(date.day())).filter(|_| known.is_some() || date.year() == year)
}

/// The month that lies `months` from that of `day`.
fn month_from(day: EdtfDate, months: i16, back: bool) -> Option<EdtfDate> {
    let at = day.year()?.checked_mul(12)?.checked_add(i16::from(day.month()?) - 1)?;
    let at = if back { at.checked_sub(months)? } else { at.checked_add(months)? };
    EdtfDate::new(Some(at.div_euclid(12)), i8::try_from(at.rem_euclid(12) + 1).ok(), None)
}

/// Whether a date says where and when the report was written.
fn is_dateline(sentence: &Sentence, period: &Found<Period>) -> bool {
    let before = sentence.words(0..period.range.start);
    let after = sentence.words(period.range.end..sentence.text.len());
    let place = before.chars().filter(|c| c.is_uppercase()).count() > 1 || after.trim_start().starts_with('(');
    place && DATELINE.is_match(before) && DATELINE_END.is_match(after)
}

/// The period that stands nearest to `range`.
pub(crate) fn nearest<'s>(sentence: &'s Sentence, range: &Range<usize>) -> Option<&'s Found<Period>> {
    let distance = |period: &&Found<Period>| {
        if period.range.start >= range.end {
            period.range.start - range.end
        } else {
            range.start.saturating_sub(period.range.end)
        }
    };
    // "Its worst day since April" does not say when it fell.
    let clause = sentence.clause(range.clone());
    let fits = |period: &&Found<Period>| period.what.kind == PeriodKind::Point || period.range.end <= clause.end;
    sentence.periods.iter().filter(|period| !is_dateline(sentence, period)).filter(fits).min_by_key(distance)
}

/// How the dates follow from relative words.
pub(crate) fn resolution(reader: &Reader<'_, '_>, period: &Found<Period>) -> Option<Resolution> {
    let words = period.what.resolved_from.clone().filter(|_| period.what.edtf.is_some())?;
    Some(Resolution { words, against: reader.published? })
}

/// "between April 22 and June 5": of the campaign, or of what the clause tells.
fn span(reader: &Reader<'_, '_>, sentence: &Sentence, period: &Found<Period>, edtf: Edtf) -> Option<Content> {
    let clause = sentence.clause(period.range.clone());
    let counts = sentence.figures.iter().any(|figure| {
        figure.what.quantity.unit.as_deref().is_some_and(|unit| CAMPAIGN_UNITS.iter().any(|known| unit.ends_with(known)))
    });
    let closed = matches!(edtf, Edtf::Interval(Endpoint::Date(_), Endpoint::Date(_)));
    let told = if closed { sentence.text.as_str() } else { sentence.words(clause.clone()) };
    let on_campaign = (CAMPAIGN.is_match(told) || (closed && counts)) && !reader.cast.accused.is_empty();
    let event = events::near(sentence, &period.range);
    if sentence.headline && !on_campaign
        || COMPARED.is_match(sentence.words(clause.start.min(period.range.start)..period.range.start))
    {
        return None;
    }
    let told = cut(sentence, clause, period, event.as_ref());
    // What else lasted so long must be in the words; of a campaign it is known.
    let quote = if on_campaign { lead(sentence, period)..period.range.end } else { told.clone() };
    let mut content = reader.claim_within(told, ClaimKind::Period, sentence, quote, Matter::Campaign)?;
    content.period = Some(edtf);
    if on_campaign {
        content.property = "window".to_owned();
    } else {
        content.property = event.as_ref().map_or_else(|| "period".to_owned(), |event| format!("period of {}", event.name));
        content.subject = event.and_then(|event| subject(sentence, &event)).unwrap_or(content.subject);
    }
    Some(content)
}

/// A date of an event that the sentence names.
fn point(reader: &Reader<'_, '_>, sentence: &Sentence, period: &Found<Period>, edtf: Edtf) -> Option<Content> {
    let before = sentence.words(0..period.range.start);
    if sentence.headline || is_dateline(sentence, period) || NO_EVENT.is_match(before) {
        return None;
    }
    // "available today": the present, and no event.
    if sentence.words(period.range.clone()).eq_ignore_ascii_case("today") && PRESENT.is_match(before) {
        return None;
    }
    // A target year, and the day on which the page says that it was published.
    let by_year = matches!(edtf, Edtf::Interval(Endpoint::Open, Endpoint::Date(date)) if date.month().is_none());
    let stamp = period.what.resolved_from.is_none()
        && reader.published == Some(edtf)
        && (STAMP.is_match(before) || before.trim().is_empty() && sentence.text.len() < STAMP_LIMIT);
    if by_year || stamp {
        return None;
    }
    let to_the_year = matches!(edtf, Edtf::Date(date) if date.month().is_none());
    let after = sentence.words(period.range.end..sentence.text.len());
    // "down from 85% in 2019": the year is the figure's.
    let rated = |figure: &Found<Figure>| {
        (figure.what.kind == FigureKind::Rate || figure.what.quantity.unit.is_none())
            && figure.range.end <= period.range.start
            && sentence.words(figure.range.end..period.range.start).trim() == "in"
    };
    if to_the_year
        && (FOR.is_match(before) && !SET_FOR.is_match(before)
            || LAW.is_match(after)
            || RESULTS.is_match(before) && !sentence.figures.is_empty()
            || sentence.figures.iter().any(rated))
    {
        return None;
    }
    let entry = before.trim().is_empty() && ENTRY.is_match(after);
    let event = events::near(sentence, &period.range).or_else(|| entry.then(|| Event::entry(&period.range)))?;
    // "The Post reported on Thursday" dates a report; "reported the theft to the police" an event.
    let tells = sentence.words(event.range.end..sentence.text.len());
    if event.name == "reported" && !TO_WHOM.is_match(tells) {
        return None;
    }
    if to_the_year && TOLD.is_match(&event.name) && period.range.start < event.range.start {
        return None;
    }
    if event.asks || market::moves(sentence, &event.range) || of_market(sentence, period, &event) {
        return None;
    }
    // What is said is on record by its own verb; what else was done in public may be passed on.
    let matter = match (event.public, event.speaks && !sentence.spoken) {
        (_, true) => Matter::Record,
        (true, false) => Matter::Told,
        (false, false) => Matter::Campaign,
    };
    let told = cut(sentence, sentence.clause(period.range.clone()), period, Some(&event));
    let mut content = reader.claim(ClaimKind::Date, sentence, told, matter)?;
    content.hedge = match content.hedge {
        _ if event.planned => Hedge::Planned,
        // That somebody was charged is on record, whatever the charge is; so is a verdict.
        Hedge::Alleged | Hedge::Confirmed | Hedge::Denied if event.public => Hedge::Asserted,
        hedge => hedge,
    };
    let vague = period.what.resolved_from.as_deref().is_some_and(|words| THIS_PERIOD.is_match(words));
    if vague && (MAYBE.is_match(&sentence.text) || matches!(content.hedge, Hedge::Forecast | Hedge::Opinion | Hedge::Conditional))
    {
        return None;
    }
    // "Enough to last into 2027" is a guess.
    if to_the_year && matches!(content.hedge, Hedge::Forecast | Hedge::Opinion) {
        return None;
    }
    content.subject = subject(sentence, &event).unwrap_or(content.subject);
    // "The Post reported on Tuesday" dates the report, not the case.
    let outlet = |speaker: &Speaker| speaker.role == SpeakerRole::Outlet && bare(&speaker.name) == bare(&content.subject);
    if sentence.chain.iter().any(outlet) {
        return None;
    }
    content.property = if event.name.is_empty() { "date".to_owned() } else { format!("date of {}", event.name) };
    content.period = Some(edtf);
    Some(content)
}

/// Whether a date tells when a price moved: it stands in one clause with the movement, and no other event between them.
fn of_market(sentence: &Sentence, period: &Found<Period>, event: &Event) -> bool {
    let clause = sentence.clause(period.range.clone());
    let moved = |figure: &&Found<Figure>| {
        clause.start <= figure.range.start && figure.range.end <= clause.end && market::is_movement(sentence, &figure.range)
    };
    let figure = sentence.figures.iter().find(moved);
    figure.is_some_and(|figure| !(figure.range.end <= event.range.start && event.range.end <= period.range.start))
}

/// Who did or suffered the event.
fn subject(sentence: &Sentence, event: &Event) -> Option<String> {
    let name = sentence.name_before(event.range.start, 8).filter(|name| !DAY.is_match(&name.what.text))?;
    Some(short_name(&name.what.text))
}

/// Where the words of a period start, with the preposition before them: "since late 2024", "over the summer".
fn lead(sentence: &Sentence, period: &Found<Period>) -> usize {
    PREPOSITION.find(sentence.words(0..period.range.start)).map_or(period.range.start, |found| found.start())
}

/// The clause, where it is short and has no other date; else from its subject or verb to the date, or from the date to the verb behind it.
fn cut(sentence: &Sentence, clause: Range<usize>, period: &Found<Period>, event: Option<&Event>) -> Range<usize> {
    let short = |range: &Range<usize>| range.len() <= QUOTE_LIMIT;
    let whole = |range: &Range<usize>| range.len() <= 2 * QUOTE_LIMIT;
    let others = |range: &Range<usize>| {
        sentence
            .periods
            .iter()
            .any(|other| other.range != period.range && other.range.start < range.end && range.start < other.range.end)
    };
    if short(&clause) && !others(&clause) {
        // "Last month, the firm released": a clause that is only the date goes on to its verb.
        let alone = clause.len() <= period.range.len() + 4;
        let on = event.filter(|event| alone && event.range.start >= period.range.end).map(|event| clause.start..event.range.end);
        // A clause without its verb goes back to it.
        let back = event.filter(|event| event.range.end <= clause.start).map(|event| event.range.start..period.range.end);
        let fits = |range: &Range<usize>| whole(range) && !others(range);
        return on.or(back).filter(fits).unwrap_or(clause);
    }
    let lead = lead(sentence, period);
    let to_event = |event: &Event| clause.start.min(event.range.start)..event.range.end.max(period.range.end);
    let with_subject = event.map(to_event).filter(|range| short(range) && !others(range));
    let with_verb = || {
        let event = event?;
        let range =
            if event.range.end <= period.range.start { event.range.start..period.range.end } else { lead..event.range.end };
        Some(range).filter(whole)
    };
    with_subject.or_else(with_verb).unwrap_or(lead..period.range.end)
}
