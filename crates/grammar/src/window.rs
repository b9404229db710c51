//! Windows: two ends joined by words, with all the words that may stand around an end: "from at least March 2023 until last month",
//! "began in October 2023 and continued through August", "dating back to June 2021".

use crate::calendar::{self, Day, Lead};
use crate::relative::relative_at;
use crate::token::{Gap, Token};
use crate::{part, span};
use dossier_model::{Edtf, EdtfDate, Endpoint};

/// A window: where its words start, its dates, whether they count from the day of publication, and one past its last token.
pub(crate) struct Window {
    pub(crate) first: usize,
    pub(crate) edtf: Option<Edtf>,
    pub(crate) relative: bool,
    pub(crate) next: usize,
}

/// One end of a window.
pub(crate) struct End {
    pub(crate) edtf: Option<Edtf>,
    pub(crate) relative: bool,
    pub(crate) next: usize,
}

/// Words that may stand before a date and change it little: "on or about", "at least", "the end of". "On or about" is the formula of
/// pleadings for a date that is charged; "late" says where in the month or year: neither loosens it.
const FILLERS: &[(&[&str], bool)] = &[
    (&["on", "or", "about"], false),
    (&["on", "or", "around"], false),
    (&["in", "or", "about"], false),
    (&["in", "or", "around"], false),
    (&["at", "least", "as", "early", "as"], false),
    (&["at", "least", "as", "far", "back", "as"], false),
    (&["as", "early", "as"], false),
    (&["as", "late", "as"], false),
    (&["as", "recently", "as"], false),
    (&["as", "far", "back", "as"], false),
    (&["at", "least"], false),
    (&["approximately"], true),
    (&["roughly"], true),
    (&["around"], true),
    (&["about"], true),
    (&["the", "end", "of"], false),
    (&["the", "start", "of"], false),
    (&["the", "beginning", "of"], false),
    (&["the", "middle", "of"], false),
    (&["the", "close", "of"], false),
    (&["sometime", "in"], false),
    (&["early", "in"], false),
    (&["late", "in"], false),
    (&["in"], false),
    (&["on"], false),
];

/// One past the fillers at token `at`, and whether they make the date approximate.
fn fillers(tokens: &[Token<'_>], at: usize) -> (usize, bool) {
    let (mut at, mut loose) = (at, false);
    while let Some((words, approximate)) = FILLERS.iter().find(|(words, _)| words_at(tokens, at, words)) {
        at += words.len();
        loose |= approximate;
    }
    (at, loose)
}

/// Whether `words` stand at token `at`.
fn words_at(tokens: &[Token<'_>], at: usize, words: &[&str]) -> bool {
    tokens
        .get(at..at + words.len())
        .is_some_and(|here| words.iter().zip(here).all(|(word, token)| token.is(word) && token.gap < Gap::Paragraph))
}

/// The date at token `at` behind its fillers, as one end of a window.
pub(crate) fn end_at(tokens: &[Token<'_>], at: usize, published: Option<&Edtf>) -> Option<End> {
    let (first, loose) = fillers(tokens, at);
    let token = tokens.get(first).filter(|token| token.gap < Gap::Paragraph || first == at)?;
    // "the start of the year" is one thing, not a filler and a year.
    if let Some((edtf, _, next)) = relative_at(tokens, at, published).filter(|_| token.is_one_of(&["the", "this"])) {
        return Some(End { edtf, relative: true, next });
    }
    if let Some((start, end, next)) = part::part_of_year_at(tokens, first, published) {
        return Some(End { edtf: Edtf::interval(start, end), relative: tokens[next - 1].is("year"), next });
    }
    if let Some(Day { edtf, next, .. }) = calendar::day_at(tokens, first, Lead::Preposition) {
        let (edtf, relative, next) = part::year_of_publication(tokens, edtf, next, published);
        let edtf = if loose { edtf.approximate() } else { edtf };
        return Some(End { edtf: Some(Edtf::Date(edtf)), relative, next });
    }
    // A number here counts something; "three weeks ago" is an end all the same.
    let (edtf, _, next) = relative_at(tokens, first, published)?;
    (token.is_word() || token.is_number()).then_some(End { edtf, relative: true, next })
}

/// The window at token `at`.
pub(crate) fn window_at(tokens: &[Token<'_>], at: usize, published: Option<&Edtf>) -> Option<Window> {
    let word = &tokens[at];
    let between = word.is("between");
    let begins =
        word.is_one_of(&["began", "begun", "begins", "started", "starts", "starting", "beginning", "opened", "commenced"]);
    let lead = between || word.is("from") || word.is("since") || begins;
    let from = if lead { at + 1 } else { at };
    let start = end_at(tokens, from, published)?;
    let first = if begins { from } else { at };
    let mut next = start.next;
    // "and continued until", ", ending in"
    let comma = usize::from(tokens.get(next).is_some_and(|token| token.is(",")));
    let and = usize::from(tokens.get(next + comma).is_some_and(|token| token.is("and")));
    let goes_on = tokens.get(next + comma + and).is_some_and(|token| {
        token.is_one_of(&["continued", "continuing", "continues", "lasted", "lasting", "persisted", "running", "continue"])
            || (begins || lead)
                && token.is_one_of(&["ended", "ending", "ran", "concluded", "concluding", "finished", "closed", "stopped"])
    });
    let join = tokens.get(next)?;
    if goes_on {
        next += comma + and + 1;
        if tokens.get(next)?.is_one_of(&["until", "through", "to", "till", "into", "up"]) {
            next += 1 + usize::from(tokens[next].is("up") && tokens.get(next + 1)?.is("to"));
        }
    } else if between {
        join.is("and").then_some(())?;
        next += 1;
    } else {
        let joins = join.is_one_of(&["to", "through", "until", "till", "thru"])
            || join.is("into") && lead
            || join.is_arrow()
            || join.is_dash() && (lead || join.gap == Gap::Joined)
            || join.is("up") && tokens.get(next + 1)?.is("to");
        (joins && join.gap < Gap::Paragraph).then_some(())?;
        next += 1 + usize::from(join.is("up"));
    }
    if lead
        && (words_at(tokens, next, &["the", "present"])
            || words_at(tokens, next, &["present"])
            || words_at(tokens, next, &["now"]))
    {
        let next = next + if tokens[next].is("the") { 2 } else { 1 };
        let edtf = start.edtf.and_then(|edtf| edtf.start()).map(|from| Edtf::Interval(Endpoint::Date(from), Endpoint::Open));
        return Some(Window { first, edtf, relative: start.relative, next });
    }
    let end = end_at(tokens, next, published)?;
    let dates = start.edtf.and_then(|edtf| edtf.start()).zip(end.edtf.and_then(|edtf| edtf.end()));
    let known = start.edtf.is_some() && end.edtf.is_some();
    let (mut edtf, mut relative) = (dates.and_then(|(from, to)| span::interval(from, to)), start.relative || end.relative);
    // Over the turn of a year without one: the last such window up to the day of publication.
    if edtf.is_none()
        && known
        && let Some((from, to)) = dates
    {
        edtf = last_over(from, to, published);
        relative |= edtf.is_some();
    }
    Some(Window { first, edtf, relative, next: end.next })
}

/// "December 3 to February 14" as it last was over on the day of publication.
pub(crate) fn last_over(from: EdtfDate, to: EdtfDate, published: Option<&Edtf>) -> Option<Edtf> {
    let day = published?.end()?;
    if from.year().is_some() || to.year().is_some() {
        return None;
    }
    let year = day.year()?;
    let over = (to.month(), to.day()) <= (day.month(), day.day());
    let year = if over { year } else { year.checked_sub(1)? };
    Edtf::interval(from.in_year(year.checked_sub(1)?), to.in_year(year))
}
