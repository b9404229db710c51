//! The quotes of a draft, found in the source's text: word for word, or refused with the place where they differ.

use super::{DraftFault, DraftQuote};
use dossier_model::{Quote, Quotes, Span, TextIndex};

/// Of words that are told about, this many characters are shown.
const SHOWN: usize = 40;

/// Of the places where words stand several times, this many are told.
const PLACES: usize = 4;

/// The quotes of a draft, each once, in the order in which they are given.
pub(super) fn quotes(given: &[DraftQuote], index: &TextIndex<'_>, faults: &mut Vec<DraftFault>) -> Option<Quotes> {
    if given.is_empty() {
        faults.push(DraftFault::of(
            "quotes",
            "a claim needs one quote at least: give the words that carry it, as they stand in the text",
        ));
        return None;
    }
    let mut found: Vec<Quote> = Vec::with_capacity(given.len());
    let before = faults.len();
    for (at, quote) in given.iter().enumerate() {
        match locate(quote, index) {
            Ok(quote) if found.contains(&quote) => {}
            Ok(quote) => found.push(quote),
            Err(why) => faults.push(DraftFault::of("quotes", why).at(at)),
        }
    }
    if faults.len() == before { Quotes::try_from(found).ok() } else { None }
}

fn locate(given: &DraftQuote, index: &TextIndex<'_>) -> Result<Quote, String> {
    match (given.start, given.end, given.text.as_deref()) {
        (Some(start), Some(end), text) => at_place(Span { start, end }, text, index),
        (None, None, Some("")) => Err("the quote has no words: give some, as they stand in the text".to_owned()),
        (None, None, Some(words)) => anywhere(words, index),
        (None, None, None) => Err("give the words (`text`), their place (`start` and `end`), or both".to_owned()),
        (Some(_), None, _) | (None, Some(_), _) => Err("`start` and `end` go together: give both, or neither".to_owned()),
    }
}

fn at_place(span: Span, words: Option<&str>, index: &TextIndex<'_>) -> Result<Quote, String> {
    let Span { start, end } = span;
    let quote = index.quote(span).map_err(|_| {
        format!(
            "there are no characters {start} to {end}: `start` lies before `end`, and the text has {} characters",
            index.characters()
        )
    })?;
    let Some(words) = words.filter(|words| *words != quote.text) else { return Ok(quote) };
    let same = same_start(words, &quote.text);
    let differs = format!(
        "the quote is not verbatim: at character {} the text has “{}”, not “{}”",
        start + characters(&words[..same]),
        shown(&quote.text[same..]),
        shown(&words[same..])
    );
    let elsewhere = if words.is_empty() { None } else { index.text().find(words) };
    Err(match elsewhere {
        Some(at) => {
            let place = index.span_of_bytes(at, at + words.len());
            format!("{differs}; these words stand at characters {} to {}: give that place", place.start, place.end)
        }
        None => differs,
    })
}

fn anywhere(words: &str, index: &TextIndex<'_>) -> Result<Quote, String> {
    let places: Vec<usize> = index.text().match_indices(words).map(|(at, _)| at).take(PLACES + 1).collect();
    match places.as_slice() {
        [at] => {
            let Span { start, end } = index.span_of_bytes(*at, at + words.len());
            Ok(Quote { start, end, text: words.to_owned() })
        }
        [] => Err(nowhere(words, index)),
        several => {
            let told: Vec<String> = several.iter().take(PLACES).map(|at| index.character_at(*at).to_string()).collect();
            let more = if several.len() > PLACES { " and more" } else { "" };
            Err(format!(
                "“{}” stands in the text more than once, at characters {}{more}: give `start` and `end`",
                shown(words),
                told.join(", ")
            ))
        }
    }
}

/// Why words stand nowhere: the longest part of their beginning that does stand in the text, and how the text goes on there.
fn nowhere(words: &str, index: &TextIndex<'_>) -> String {
    let text = index.text();
    let ends: Vec<usize> = words.char_indices().map(|(at, _)| at).skip(1).collect();
    // What begins with words that stand nowhere stands nowhere, so the longest beginning that stands somewhere is found by halving.
    let known = ends.partition_point(|end| text.contains(&words[..*end]));
    let begins = known.checked_sub(1).and_then(|at| ends.get(at)).copied().unwrap_or(0);
    let begin = &words[..begins];
    // A letter or two stand everywhere and tell nothing.
    let place = if begin.trim().chars().count() < 3 { None } else { text.find(begin) };
    let base = format!("the quote is not verbatim: “{}” does not stand in the text", shown(words));
    match place {
        Some(at) => format!(
            "{base}; after “{}”, at character {}, the text has “{}”, not “{}”",
            last(begin),
            index.character_at(at + begins),
            shown(&text[at + begins..]),
            shown(&words[begins..])
        ),
        None => format!("{base}; copy the words as `dossier text` prints them"),
    }
}

/// How many bytes two texts begin alike.
fn same_start(a: &str, b: &str) -> usize {
    a.char_indices().zip(b.chars()).take_while(|((_, a), b)| a == b).last().map_or(0, |((at, c), _)| at + c.len_utf8())
}

fn characters(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// The beginning of words, with line ends made visible.
fn shown(words: &str) -> String {
    let cut: String = words.chars().take(SHOWN).collect();
    let more = if cut.len() < words.len() { "…" } else { "" };
    format!("{}{more}", visible(&cut))
}

/// The end of words, with line ends made visible.
fn last(words: &str) -> String {
    let count = words.chars().count();
    let cut: String = words.chars().skip(count.saturating_sub(SHOWN)).collect();
    format!("{}{}", if count > SHOWN { "…" } else { "" }, visible(&cut))
}

fn visible(words: &str) -> String {
    words.replace('\n', "\\n").replace('\t', "\\t")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Halden said operators used nearly 4,000 fraudulent\naccounts. Halden said so twice.";

    fn locate(start: Option<u32>, end: Option<u32>, text: Option<&str>) -> Result<Quote, String> {
        super::locate(&DraftQuote { start, end, text: text.map(str::to_owned) }, &TextIndex::new(TEXT))
    }

    #[test]
    fn words_are_found_by_themselves_by_their_place_or_by_both() {
        let quote = Quote { start: 27, end: 39, text: "nearly 4,000".to_owned() };
        assert_eq!(locate(None, None, Some("nearly 4,000")), Ok(quote.clone()));
        assert_eq!(locate(Some(27), Some(39), None), Ok(quote.clone()));
        assert_eq!(locate(Some(27), Some(39), Some("nearly 4,000")), Ok(quote));
    }

    #[test]
    fn what_is_not_verbatim_is_refused_with_the_place_where_it_differs() {
        for (quote, says) in [
            (locate(None, None, Some("nearly 5,000")), "after “nearly ”, at character 34, the text has “4,000 fraudulent\\nac"),
            (
                locate(None, None, Some("fraudulent accounts")),
                "the text has “\\naccounts. Halden said so twice.”, not “ accounts”",
            ),
            (locate(None, None, Some("Zanzibar")), "copy the words"),
            (locate(None, None, Some("Halden said")), "more than once, at characters 0, 61"),
            (locate(None, None, Some("")), "no words"),
            (locate(None, None, None), "or both"),
            (locate(Some(3), None, Some("x")), "go together"),
            (locate(Some(27), Some(39), Some("nearly 5,000")), "at character 34 the text has “4,000”, not “5,000”"),
            (locate(Some(0), Some(12), Some("nearly 4,000")), "these words stand at characters 27 to 39"),
            (locate(Some(5), Some(5), None), "no characters 5 to 5"),
            (locate(Some(50), Some(500), None), "the text has 82 characters"),
        ] {
            let why = quote.unwrap_err();
            assert!(why.contains(says), "`{why}` does not say `{says}`");
        }
    }
}
