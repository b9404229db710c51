//! Whether the words of a quotation stand in a text: verbatim, apart from white space, the shape of quotation marks and dashes,
//! and what the quotation itself marks as changed (`[sic]`, bracketed words, ellipses).

/// Words that English doubles on purpose.
const DOUBLES: [&str; 4] = ["that", "had", "is", "do"];

/// How far two pieces of a quotation may lie apart where a bracket stands between them, and where an ellipsis does, in bytes.
const BRACKET_GAP: usize = 60;
const ELLIPSIS_GAP: usize = 1500;

/// `text` with white space in single spaces, dashes alike, and quotation marks and apostrophes left out.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '”' | '„' | '"' | '«' | '»' | '‘' | '’' | '\'' => {}
            '–' | '—' | '‑' => out.push('-'),
            '…' => out.push_str("..."),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}

/// A piece of a quotation that must stand in the text as it is, with what may lie before it.
struct Piece {
    words: String,
    gap: usize,
    /// Whether it may begin inside a word, as `[T]he` does.
    within_word: bool,
}

/// Whether `quotation` stands in `text`, which is [`plain`] already.
pub(crate) fn stands_in(quotation: &str, text: &str) -> bool {
    let pieces = pieces(quotation);
    if pieces.is_empty() {
        return false;
    }
    if matches(&pieces, text) {
        return true;
    }
    // American usage sets a comma or full stop inside the marks.
    let mut pieces = pieces;
    let Some(last) = pieces.last_mut() else { return false };
    let trimmed = last.words.trim_end_matches([',', '.']).len();
    if trimmed == 0 || trimmed == last.words.len() {
        return false;
    }
    last.words.truncate(trimmed);
    matches(&pieces, text)
}

fn pieces(quotation: &str) -> Vec<Piece> {
    let quotation = plain(quotation).replace(" [sic]", "").replace("[sic]", "");
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut rest, mut gap, mut within_word) = (quotation.as_str(), 0, false);
    loop {
        let stop = [rest.find('['), rest.find("...")].into_iter().flatten().min();
        let words = stop.map_or(rest, |at| &rest[..at]);
        if words.chars().any(char::is_alphanumeric) {
            let words = if within_word { words.trim_end() } else { words.trim() };
            pieces.push(Piece { words: words.to_owned(), gap, within_word });
            gap = 0;
        }
        let Some(at) = stop else { return pieces };
        let marked = &rest[at..];
        let (length, reach) = if marked.starts_with("...") {
            (marked.len() - marked.trim_start_matches('.').len(), ELLIPSIS_GAP)
        } else {
            (marked.find(']').map_or(marked.len(), |end| end + 1), BRACKET_GAP)
        };
        if marked.starts_with("[...") || marked.starts_with("[. . .") {
            gap = gap.max(ELLIPSIS_GAP);
        }
        gap = gap.max(reach);
        rest = &marked[length..];
        within_word = reach == BRACKET_GAP && rest.chars().next().is_some_and(char::is_alphanumeric);
    }
}

fn matches(pieces: &[Piece], text: &str) -> bool {
    let Some((first, rest)) = pieces.split_first() else { return false };
    places(&first.words, text, first.within_word).any(|at| {
        let mut from = at + first.words.len();
        rest.iter().all(|piece| {
            let reach = floor(text, from + piece.gap + piece.words.len());
            let found = places(&piece.words, &text[from..reach], piece.within_word).next();
            if let Some(found) = found {
                from += found + piece.words.len();
            }
            found.is_some()
        })
    })
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where `words` stand in `text` as whole words and whole figures: `5,000` does not stand in `25,000`.
fn places<'a>(words: &'a str, text: &'a str, within_word: bool) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(words).map(|(at, _)| at).filter(move |&at| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        let starts_inside = || {
            let mut before = before.chars().rev();
            let last = before.next();
            let in_word = words.starts_with(char::is_alphanumeric) && last.is_some_and(char::is_alphanumeric);
            let in_figure = words.starts_with(|c: char| c.is_ascii_digit())
                && matches!(last, Some(',' | '.'))
                && before.next().is_some_and(|c| c.is_ascii_digit());
            in_word || in_figure
        };
        let ends_inside = || {
            let mut after = after.chars();
            let next = after.next();
            let in_word = words.ends_with(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
            let in_figure = words.ends_with(|c: char| c.is_ascii_digit())
                && matches!(next, Some(',' | '.'))
                && after.next().is_some_and(|c| c.is_ascii_digit());
            in_word || in_figure
        };
        (within_word || !starts_inside()) && !ends_inside()
    })
}

/// The first word that stands twice in a row, where that is a slip and the quotation does not say so.
pub(crate) fn doubled_word(quotation: &str) -> Option<String> {
    let words: Vec<&str> = quotation.split_whitespace().collect();
    words.iter().zip(words.iter().skip(1)).zip(words.iter().skip(2).map(Some).chain([None])).find_map(
        |((first, second), next)| {
            let slip = is_slip(first, second) && next.is_none_or(|next| !next.starts_with("[sic]"));
            slip.then(|| (*first).to_owned())
        },
    )
}

fn is_slip(first: &str, second: &str) -> bool {
    let plain = second.trim_end_matches(|c: char| !c.is_alphanumeric());
    first.eq_ignore_ascii_case(plain)
        && first.chars().all(char::is_alphabetic)
        && first.chars().all(char::is_lowercase)
        && !DOUBLES.contains(&first.to_lowercase().as_str())
}

/// `words` with `[sic]` after each word that is doubled by a slip.
pub(crate) fn with_sic(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut last = "";
    for word in words.split(' ') {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        if is_slip(last, word) {
            out.push_str(" [sic]");
        }
        last = word;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Halden says nearly 25,000 fraudulent accounts led to to 28.8 million exchanges, and calls it “the largest attempt by a foreign firm”.";

    fn check(quotation: &str, expect: bool) {
        assert_eq!(stands_in(quotation, &plain(TEXT)), expect, "{quotation}");
    }

    #[test]
    fn marked_changes_are_verbatim_and_unmarked_ones_are_not() {
        check("nearly 25,000 fraudulent accounts", true);
        check("nearly 25,000 fraudulent accounts.", true);
        check("nearly  25,000\nfraudulent accounts,", true);
        check("the largest attempt by a foreign firm", true);
        check("[N]early 25,000 fraudulent accounts", true);
        check("[Some] 25,000 fraudulent accounts", true);
        check("Halden says … 28.8 million exchanges", true);
        check("led to to [sic] 28.8 million", true);
        check("[H]alden says", true);
        check("nearly 25,000 fake accounts", false);
        check("5,000 fraudulent accounts", false);
        check("28.8 million exchange", false);
        check("28.8 million exchanges … nearly 25,000", false);
        check("…", false);
        check("", false);
    }

    #[test]
    fn a_doubled_word_is_a_slip_unless_english_doubles_it() {
        assert_eq!(doubled_word("led to to a stance"), Some("to".into()));
        assert_eq!(doubled_word("led to to [sic] a stance"), None);
        assert_eq!(doubled_word("he said that that had had"), None);
        assert_eq!(with_sic("led to to a stance"), "led to to [sic] a stance");
    }
}
