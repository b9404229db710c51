//! Quotations: what stands between quotation marks. An apostrophe is none.

use crate::Found;

/// The quotations of `text`, in order; a range leaves the marks out. A quotation inside another is found too.
///
/// A mark that finds no partner in its paragraph quotes nothing, unless the next paragraph opens with the same mark: then the
/// quotation goes on, and each paragraph is one finding.
pub fn quotations(text: &str) -> Vec<Found<String>> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < text.len() {
        let end = text[from..].find("\n\n").map_or(text.len(), |at| from + at);
        let next = text[end..].trim_start();
        paragraph(text, from, end, next.starts_with('“'), &mut found);
        from = text.len() - next.len();
        if next.is_empty() {
            break;
        }
    }
    found.sort_by_key(|quote: &Found<String>| (quote.range.start, std::cmp::Reverse(quote.range.end)));
    found
}

/// The kinds of marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Curly,
    Straight,
    SingleCurly,
    SingleStraight,
    Angled,
}

/// A mark that opened and has not closed.
struct Open {
    mark: Mark,
    /// The first byte inside.
    inside: usize,
    /// Where it would close if the apostrophe of a plural possessive ("the labs’") were its closing mark.
    perhaps: Option<usize>,
}

/// Quotations nest no deeper; more marks than this never close.
const DEEPEST: usize = 16;

fn paragraph(text: &str, from: usize, end: usize, continues: bool, found: &mut Vec<Found<String>>) {
    let mut open: Vec<Open> = Vec::new();
    let mut before: Option<char> = None;
    let mut letters = text[from..end].char_indices().map(|(at, c)| (from + at, c)).peekable();
    while let Some((at, c)) = letters.next() {
        if open.len() > DEEPEST {
            open.remove(0);
        }
        let after = letters.peek().map(|(_, c)| *c);
        let inside = at + c.len_utf8();
        let starts = before.is_none_or(|b| !b.is_alphanumeric() && !matches!(b, '.' | ',' | '!' | '?' | '”' | '%' | ')' | '…'));
        let can_open = starts && after.is_some_and(|a| !a.is_whitespace());
        let word_after = after.is_some_and(char::is_alphanumeric);
        match c {
            // The wrong mark at the end of a word closes: “30 to 50 percent.“
            '“' if ends_word(before, after) && open.iter().any(|open| open.mark == Mark::Curly) => {
                close(text, &mut open, Mark::Curly, at, found);
            }
            '“' | '„' => open.push(Open { mark: Mark::Curly, inside, perhaps: None }),
            '”' => close(text, &mut open, Mark::Curly, at, found),
            '«' => open.push(Open { mark: Mark::Angled, inside, perhaps: None }),
            '»' => close(text, &mut open, Mark::Angled, at, found),
            '"' => {
                if open.iter().any(|open| open.mark == Mark::Straight) && !(can_open && before.is_some_and(char::is_whitespace)) {
                    close(text, &mut open, Mark::Straight, at, found);
                } else if can_open {
                    // A second opening mark: the first was none.
                    open.retain(|open| open.mark != Mark::Straight);
                    open.push(Open { mark: Mark::Straight, inside, perhaps: None });
                } else if open.iter().any(|open| open.mark == Mark::Curly) {
                    close(text, &mut open, Mark::Curly, at, found);
                }
            }
            '‘' if starts => open.push(Open { mark: Mark::SingleCurly, inside, perhaps: None }),
            '’' | '\'' => {
                let mark = if c == '’' { Mark::SingleCurly } else { Mark::SingleStraight };
                let is_open = open.iter().any(|open| open.mark == mark);
                if c == '\'' && !is_open && can_open && word_after && !after.is_some_and(char::is_numeric) {
                    open.push(Open { mark, inside, perhaps: None });
                } else if is_open && !word_after {
                    let possessive = before == Some('s') && after.is_some_and(char::is_whitespace);
                    match open.iter_mut().rev().find(|open| open.mark == mark) {
                        Some(open) if possessive && open.perhaps.is_none() => open.perhaps = Some(at),
                        _ => close(text, &mut open, mark, at, found),
                    }
                }
            }
            _ => {}
        }
        before = Some(c);
    }
    for open in open {
        match open.perhaps {
            Some(at) => take(text, open.inside, at, found),
            None if open.mark == Mark::Curly && continues => take(text, open.inside, end, found),
            None => {}
        }
    }
}

/// Whether a mark between these two stands behind a word and before none.
fn ends_word(before: Option<char>, after: Option<char>) -> bool {
    let behind = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '!' | '?' | '%'));
    behind && after.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation())
}

/// Closes the last open `mark`, dropping what opened inside it and never closed.
fn close(text: &str, open: &mut Vec<Open>, mark: Mark, at: usize, found: &mut Vec<Found<String>>) {
    if let Some(last) = open.iter().rposition(|open| open.mark == mark) {
        take(text, open[last].inside, at, found);
        for inner in open.drain(last..).skip(1) {
            if let Some(at) = inner.perhaps {
                take(text, inner.inside, at, found);
            }
        }
    }
}

fn take(text: &str, from: usize, to: usize, found: &mut Vec<Found<String>>) {
    let words = text[from..to].trim_end();
    if !words.trim().is_empty() {
        found.push(Found::new(from..from + words.len(), words.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> = quotations(text).into_iter().map(|quote| quote.what).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn curly_straight_and_single_marks_quote() {
        check("Halden wrote “in plain words,” and left.", &["in plain words,"]);
        check("Halden wrote \"in plain words,\" and left.", &["in plain words,"]);
        check("Halden wrote ‘in plain words,’ and left.", &["in plain words,"]);
        check("Halden wrote 'in plain words,' and left.", &["in plain words,"]);
        check("(\"one\") and \"two.\" Then \"three\"—no", &["one", "two.", "three"]);
        check("“One.” “Two.”", &["One.", "Two."]);
    }

    #[test]
    fn apostrophes_are_not_quotation_marks() {
        check("Meridian’s labs’ models weren't the '90s workers' best.", &[]);
        check("the ‘labs’ answer’ was theirs", &["labs’ answer"]);
        check("a 5\" disk and Halden’s 6\" one", &[]);
        check("the ‘labs’ were closed", &["labs"]);
    }

    #[test]
    fn quotations_nest() {
        check("“He said ‘stop’ twice,” she wrote.", &["He said ‘stop’ twice,", "stop"]);
        check("\"Meridian calls it 'sharing',\" she wrote.", &["Meridian calls it 'sharing',", "sharing"]);
    }

    #[test]
    fn a_mark_without_a_partner_quotes_nothing() {
        check("“It began.\n\nNothing more.", &[]);
        check("“It began.\n\n“It ended.”", &["It began.", "It ended."]);
        check("He said \"it began.\n\nNothing \"more\".", &["more"]);
    }

    #[test]
    fn the_wrong_mark_behind_a_word_closes() {
        check("He asked for “30 to 50 percent.“ She wrote “no.”", &["30 to 50 percent.", "no."]);
        check("She wrote “one” and then “two”.", &["one", "two"]);
    }
}
