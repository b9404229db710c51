//! Normalisation: the recorded rules by which a readable text may differ from its characters. There are no others.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One rule of normalisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A byte order mark at the start is dropped.
    ByteOrderMark,
    /// CR LF, CR, form feed and the Unicode line and paragraph separators become LF.
    LineEnds,
    /// Soft hyphens and zero-width spaces are dropped.
    SoftHyphens,
    /// Control characters other than LF and tab are dropped.
    Controls,
    /// White space at the end of a line is dropped.
    TrailingSpace,
    /// Two or more blank lines become one; blank lines at the start and the end are dropped.
    BlankLines,
    /// A raised number that stands right behind a word or figure, an exponent or a note's number, has raised digits: `10⁹`, not `109`.
    RaisedDigits,
    /// A word that a hyphen breaks at the end of a printed line is joined, where both parts are lower case and plainly one word.
    LineHyphens,
    /// Printed ligatures become the letters that they join: ﬁ becomes fi.
    Ligatures,
}

/// The rules on characters.
pub(crate) fn characters(text: &str) -> (String, Vec<Rule>) {
    let mut rules = Vec::new();
    let mut out = String::with_capacity(text.len());
    let body = text.strip_prefix('\u{FEFF}').inspect(|_| rules.push(Rule::ByteOrderMark)).unwrap_or(text);
    let mut rest = body.chars().peekable();
    while let Some(c) = rest.next() {
        let (kept, rule) = match c {
            '\r' => {
                rest.next_if_eq(&'\n');
                (Some('\n'), Some(Rule::LineEnds))
            }
            '\u{0C}' | '\u{2028}' | '\u{2029}' => (Some('\n'), Some(Rule::LineEnds)),
            '\u{AD}' | '\u{200B}' | '\u{FEFF}' => (None, Some(Rule::SoftHyphens)),
            '\n' | '\t' => (Some(c), None),
            c if c.is_control() => (None, Some(Rule::Controls)),
            c => (Some(c), None),
        };
        out.extend(kept);
        if let Some(rule) = rule
            && !rules.contains(&rule)
        {
            rules.push(rule);
        }
    }
    (out, rules)
}

/// The rule on ligatures.
pub(crate) fn ligatures(text: &str, rules: &mut BTreeSet<Rule>) -> String {
    const LETTERS: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    let letters = |c: char| (c as u32).checked_sub(0xFB00).and_then(|at| LETTERS.get(at as usize));
    if !text.chars().any(|c| letters(c).is_some()) {
        return text.to_owned();
    }
    rules.insert(Rule::Ligatures);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match letters(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out
}

/// The rule on raised digits: what stands raised behind `before` as the number of a note or an exponent, "3", "2, 3" or "-9", in raised
/// digits; none where it is something else.
pub(crate) fn raised_digits(before: &str, raised: &str) -> Option<String> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raised = raised.trim();
    let number = raised.chars().any(|c| c.is_ascii_digit())
        && raised.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '–' | '−' | ' '))
        && !raised.ends_with(['-', '–', '−']);
    if !number || raised.len() > 12 || !before.ends_with(|c: char| !c.is_whitespace()) {
        return None;
    }
    let raise = |c: char| match c.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)) {
        Some(digit) => *digit,
        None if c == ',' || c == ' ' => c,
        None => '⁻',
    };
    Some(raised.chars().map(raise).collect())
}

/// The rules on white space.
pub(crate) fn white_space(text: &str) -> (String, Vec<Rule>) {
    let mut rules = Vec::new();
    let mut out = String::with_capacity(text.len());
    let mut blank = 0;
    let mut note = |rule: Rule| {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    };
    for line in text.split('\n') {
        let kept = line.trim_end();
        if kept.len() < line.len() {
            note(Rule::TrailingSpace);
        }
        if kept.is_empty() {
            blank += 1;
            continue;
        }
        if out.is_empty() {
            if blank > 0 {
                note(Rule::BlankLines);
            }
        } else {
            if blank > 1 {
                note(Rule::BlankLines);
            }
            out.push_str(if blank > 0 { "\n\n" } else { "\n" });
        }
        blank = 0;
        out.push_str(kept);
    }
    if blank > 1 {
        note(Rule::BlankLines);
    }
    (out, rules)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_become_letters() {
        let mut rules = BTreeSet::new();
        assert_eq!(ligatures("the \u{FB01}rst o\u{FB03}ce", &mut rules), "the first office");
        assert!(rules.contains(&Rule::Ligatures));
    }

    #[test]
    fn the_number_of_a_note_stays_raised() {
        assert_eq!(raised_digits("9,000", " 3 ").as_deref(), Some("³"));
        assert_eq!(raised_digits("said.", "12, 13").as_deref(), Some("¹², ¹³"));
        assert_eq!(raised_digits("10", "−9").as_deref(), Some("⁻⁹"));
        assert_eq!(raised_digits("the 19", "th"), None);
        assert_eq!(raised_digits("in ", "2026"), None);
        assert_eq!(raised_digits("x", "-"), None);
    }

    #[test]
    fn only_the_recorded_rules_change_a_text() {
        let check = |given: &str, expect: &str, rules: &[Rule]| {
            let (text, mut applied) = characters(given);
            let (text, more) = white_space(&text);
            applied.extend(more);
            assert_eq!((text.as_str(), applied.as_slice()), (expect, rules), "{given:?}");
        };
        check("as it  was\n\n  kept", "as it  was\n\n  kept", &[]);
        check("\u{FEFF}one\r\ntwo\rthree", "one\ntwo\nthree", &[Rule::ByteOrderMark, Rule::LineEnds]);
        check("distil\u{AD}lation \t\n", "distillation", &[Rule::SoftHyphens, Rule::TrailingSpace]);
        check("a\n\n\n\nb\n", "a\n\nb", &[Rule::BlankLines]);
        check("bell\u{7}", "bell", &[Rule::Controls]);
    }
}
