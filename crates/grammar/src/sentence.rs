//! Sentences: where one ends.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number. A paragraph, an item of a list and a
//! heading end one too. A single line end is a space where the text is wrapped to a width, else it ends a sentence.

use crate::lexicon::month;
use std::ops::Range;

/// The sentences of `text`, trimmed, in order. What stands before an item of a list ("•", "-", "→") is not part of it.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for block in blocks(text) {
        split(text, block, &mut found);
    }
    found
}

/// The stretches of `text` that no paragraph, item or heading ends inside.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        let range = from..from + line.trim_end().len();
        from += line.len();
        if range.is_empty() {
            join_lines(text, &mut lines, &mut found);
        } else {
            lines.push(range);
        }
    }
    join_lines(text, &mut lines, &mut found);
    found
}

/// Wrapped lines are wider than this.
const NARROWEST: usize = 40;
/// And narrower than this.
const WIDEST: usize = 100;

/// Joins the lines of one paragraph where they are one text, and empties `lines`.
fn join_lines(text: &str, lines: &mut Vec<Range<usize>>, found: &mut Vec<Range<usize>>) {
    let width = |line: &Range<usize>| text[line.clone()].chars().count();
    let widest = lines.iter().map(width).max().unwrap_or(0);
    // Wrapped text fills its lines: the first word of the next line would not have fitted.
    let fills = |pair: &[Range<usize>]| {
        let word = text[pair[1].clone()].split_whitespace().next().map_or(0, |word| word.chars().count());
        width(&pair[0]) + 1 + word > widest.saturating_sub(4)
    };
    let wrapped = lines.len() > 2
        && (NARROWEST..=WIDEST).contains(&widest)
        && lines.windows(2).filter(|pair| !fills(pair)).count() * 5 <= lines.len();
    let mut current: Option<Range<usize>> = None;
    for line in lines.drain(..) {
        let item = item_start(&text[line.clone()]);
        let start = line.start + item.unwrap_or(0);
        let continues = item.is_none() && (wrapped || text[start..line.end].trim_start().starts_with(char::is_lowercase));
        match current.take() {
            Some(before) if continues => current = Some(before.start..line.end),
            before => {
                found.extend(before);
                current = Some(start..line.end);
            }
        }
    }
    found.extend(current);
}

/// How long the mark is that makes a line an item of a list or a heading.
fn item_start(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start().len();
    let mut rest = &line[indent..];
    loop {
        let first = rest.chars().next()?;
        let after = &rest[first.len_utf8()..];
        let mark = match first {
            '•' | '‣' | '◦' | '▪' | '●' | '■' | '→' | '⁃' | '·' | '➤' | '►' | '✓' => true,
            '-' | '–' | '—' | '*' | '+' | '>' => after.starts_with(char::is_whitespace) || after.starts_with('→'),
            '#' => after.starts_with(['#', ' ']),
            _ => false,
        };
        if !mark {
            break;
        }
        rest = after.trim_start();
    }
    let mark = line.len() - rest.len();
    if mark > indent {
        return Some(mark);
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = &rest[digits..];
    let numbered = (1..=3).contains(&digits) && after.starts_with(['.', ')']) && after[1..].starts_with(char::is_whitespace);
    numbered.then_some(indent)
}

/// Titles and other short forms that always go on.
const NEVER_LAST: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "gen", "lt", "col", "sgt", "capt", "cmdr", "adm",
    "hon", "rev", "st", "vs", "v", "cf", "fig", "figs", "sec", "art", "para", "pp", "ch", "vol", "ed", "eds", "al", "approx",
    "ca", "dept", "est", "messrs", "pres", "supt", "amb", "atty", "maj", "brig", "insp", "det", "e.g", "i.e", "viz", "h.r",
    "u.s.c", "c.f.r", "f", "supp", "pub", "fed", "reg", "stat", "cong", "sess",
];

/// Short forms that may end a sentence: they do where the next word starts one.
const MAYBE_LAST: &[&str] = &[
    "inc", "corp", "ltd", "co", "llc", "plc", "bros", "jr", "sr", "etc", "no", "nos", "p", "ave", "blvd", "rd", "a.m", "p.m",
    "esq", "l",
];

/// Words that start a sentence after a short form: "at 3 p.m. The firm".
const STARTERS: &[&str] = &[
    "the",
    "a",
    "an",
    "in",
    "it",
    "he",
    "she",
    "they",
    "we",
    "but",
    "and",
    "this",
    "that",
    "these",
    "those",
    "its",
    "his",
    "her",
    "their",
    "however",
    "while",
    "when",
    "if",
    "for",
    "as",
    "at",
    "on",
    "after",
    "before",
    "since",
    "some",
    "such",
    "there",
    "what",
    "both",
    "according",
    "by",
    "to",
    "with",
    "under",
    "i",
    "you",
    "our",
    "one",
    "two",
    "meanwhile",
    "moreover",
    "no",
    "not",
    "yet",
    "so",
    "another",
    "each",
    "from",
];

/// Splits one block at the ends of its sentences.
fn split(text: &str, block: Range<usize>, found: &mut Vec<Range<usize>>) {
    let mut from = block.start;
    let mut letters = text[block.clone()].char_indices().map(|(at, c)| (block.start + at, c)).peekable();
    while let Some((at, c)) = letters.next() {
        if !matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？') {
            continue;
        }
        // More stops, closing marks, and the mark of a footnote.
        let mut end = at + c.len_utf8();
        while let Some((next_at, next)) = letters.next_if(|(_, next)| is_closing(*next)) {
            end = next_at + next.len_utf8();
        }
        let after = &text[end..block.end];
        let footnote = footnote(after);
        let wide = matches!(c, '。' | '！' | '？');
        if !wide && !after[footnote..].is_empty() && !after[footnote..].starts_with(char::is_whitespace) {
            continue;
        }
        let next = after[footnote..].trim_start();
        if ends(text, from, at, c, next) {
            push(text, from..end + footnote, found);
            from = end + footnote;
            while letters.next_if(|(at, _)| *at < from).is_some() {}
        }
    }
    push(text, from..block.end, found);
}

fn is_closing(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '*' | '_')
}

/// The length of "[12]" or "¹" right after a stop.
fn footnote(after: &str) -> usize {
    let raised = after.chars().take_while(|c| matches!(c, '¹' | '²' | '³' | '⁰'..='⁹')).map(char::len_utf8).sum::<usize>();
    if raised > 0 {
        return raised;
    }
    let Some(inside) = after.strip_prefix('[') else { return 0 };
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) && inside[digits..].starts_with(']') { digits + 2 } else { 0 }
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let words = text[range.clone()].trim();
    if words.chars().any(char::is_alphanumeric) {
        let start = range.start + (text[range.clone()].len() - text[range].trim_start().len());
        found.push(start..start + words.len());
    }
}

/// Whether the stop `c` at byte `at` ends the sentence that began at `from`, with `next` after it.
fn ends(text: &str, from: usize, at: usize, c: char, next: &str) -> bool {
    if next.is_empty() {
        return true;
    }
    let first = next.trim_start_matches(['"', '“', '‘', '\'', '(', '[', '*', '_', '—', '–', '-', ' ']);
    let word = first.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').next().unwrap_or("");
    // "iPhone" starts a sentence, "said" does not.
    if word.starts_with(char::is_lowercase) && !word.chars().any(char::is_uppercase) {
        return false;
    }
    if c != '.' {
        return true;
    }
    if next.starts_with([',', ';', ':']) {
        return false;
    }
    let before = &text[from..at];
    let last = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '—' | '–' | '/' | '‘'))
        .next()
        .unwrap_or("");
    if last.is_empty() {
        return true;
    }
    // "1." at the start.
    if before.trim().len() == last.len() && last.len() <= 3 && last.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let lower = last.to_lowercase();
    let starts = STARTERS.contains(&word.to_lowercase().as_str());
    let digit = word.starts_with(|c: char| c.is_ascii_digit());
    if NEVER_LAST.contains(&lower.as_str()) {
        // "v" and "f" and the like go on only before what they introduce.
        return starts && !matches!(lower.as_str(), "mr" | "mrs" | "ms" | "dr" | "vs" | "v" | "e.g" | "i.e" | "cf" | "approx");
    }
    if matches!(lower.as_str(), "no" | "nos" | "p") {
        return !digit;
    }
    if month(&lower).is_some_and(|(_, full)| !full) && last.starts_with(char::is_uppercase) {
        return !digit && starts;
    }
    if MAYBE_LAST.contains(&lower.as_str()) {
        return starts;
    }
    // "U.S", "J.K": letters with stops. "J": an initial.
    let letters_with_stops =
        lower.contains('.') && lower.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
    let initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase) && last != "I";
    if letters_with_stops || initial {
        return starts;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_full_stop_ends_a_sentence() {
        check("It ran. It stopped!  Did it? Yes.", &["It ran.", "It stopped!", "Did it?", "Yes."]);
    }

    #[test]
    fn abbreviations_initials_and_decimals_do_not() {
        for one in [
            "Sen. Dana Ruiz met Lantern Inc. officials.",
            "Shares fell 3.5% to $99.10 at 3:38 p.m. in Harbor City on Wednesday.",
            "The U.S. Treasury and J. K. Marsh disagreed.",
            "Under No. 12 and Sec. 7, e.g. Halden Corp., nothing changed.",
            "On Dec. 3 it fell.",
            "See halden.example for more.",
            "“Why now?” asked Ruiz.",
            "“It ends.” said Ruiz.",
            "It waited ... and waited.",
            "H.R. 8283 amends 50 U.S.C. 1709 of the code.",
        ] {
            check(one, &[one]);
        }
    }

    #[test]
    fn a_short_form_ends_a_sentence_where_the_next_word_starts_one() {
        check("It sued Lantern Inc. The firm lost.", &["It sued Lantern Inc.", "The firm lost."]);
        check("It came to the U.S. In April it left.", &["It came to the U.S.", "In April it left."]);
        check("It closed at 4 p.m. The rest is known.", &["It closed at 4 p.m.", "The rest is known."]);
        check("It was plan B. The end.", &["It was plan B.", "The end."]);
    }

    #[test]
    fn closing_marks_belong_to_the_sentence_before() {
        check("“It ends.” He left. (Not yet.) Now.", &["“It ends.”", "He left.", "(Not yet.)", "Now."]);
        check("\"It ends.\" He left.", &["\"It ends.\"", "He left."]);
        check("It ends.[4] It goes on.² Now.", &["It ends.[4]", "It goes on.²", "Now."]);
    }

    #[test]
    fn paragraphs_items_and_headings_end_a_sentence() {
        check("Summary\nHalden sued\n\nIt lost", &["Summary", "Halden sued", "It lost"]);
        check("  • One thing\n  • Another\n- →Third\n1. Fourth", &["One thing", "Another", "Third", "1. Fourth"]);
        check("## What now\nNothing.", &["What now", "Nothing."]);
    }

    #[test]
    fn wrapped_lines_are_one_text() {
        let text = "Halden said on Monday that the operators had created\nthousands of accounts in order to reach its model from\nabroad, and that Meridian Works had not answered the\nletter.";
        check(text, &[text]);
        check("Halden said\nthat it lost.", &["Halden said\nthat it lost."]);
    }
}
