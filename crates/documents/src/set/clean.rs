//! Text from data, made fit to print: one line, nothing that steers a reader's software, nothing that no font can show.
//!
//! What goes: control characters, the marks that override or isolate writing direction, invisible joiners and selectors, tags,
//! byte order marks and noncharacters. Right-to-left letters themselves stay. What no font has becomes [`BOX`] and is reported.
//! Wording is never changed otherwise; nothing is escaped here, because nothing that prints reads its text as markup.

use super::fonts::prints;
use std::collections::BTreeSet;

/// Stands for a character that no font of ours has.
pub(super) const BOX: char = '\u{25A1}';

/// A word longer than this may be broken anywhere after so many characters, so that it stays on the page.
const UNBROKEN: usize = 32;

/// What becomes of one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    Goes,
    /// Any white space or line end is one space.
    Space,
}

fn fate(character: char) -> Fate {
    match character {
        '\t' | '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | ' ' => Fate::Space,
        // Spaces of other widths; the no-break spaces U+00A0 and U+202F stay, they hold a figure and its unit together.
        '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => Fate::Space,
        character if character.is_control() => Fate::Goes,
        // Soft hyphen, grapheme joiner, Arabic letter mark, Mongolian selectors, zero width and direction marks.
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' => Fate::Goes,
        // Direction embeddings, overrides and isolates; invisible operators; deprecated format characters.
        '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => Fate::Goes,
        // Hangul fillers, variation selectors, byte order mark, annotations, noncharacters.
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => Fate::Goes,
        '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{FDD0}'..='\u{FDEF}' => Fate::Goes,
        // Shorthand and musical format controls, tags and further selectors.
        '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}' => Fate::Goes,
        character if u32::from(character) & 0xFFFE == 0xFFFE => Fate::Goes,
        _ => Fate::Stays,
    }
}

/// `text` on one line, without what steers or hides; letters of any script stay.
pub(super) fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match fate(character) {
            Fate::Stays => out.push(character),
            Fate::Space if !out.ends_with(' ') => out.push(' '),
            Fate::Space | Fate::Goes => {}
        }
    }
    out
}

/// [`line`], with [`BOX`] for each character that no font has; those are added to `missing`. A section sign stays with its number.
pub(super) fn printable(text: &str, missing: &mut BTreeSet<char>) -> String {
    let mut out = String::with_capacity(text.len());
    for character in line(text).chars() {
        let held = character == ' ' && out.ends_with(['§', '¶']);
        out.push(if held { '\u{A0}' } else { shown(character, missing) });
    }
    out
}

/// An SVG with [`BOX`] for each character that no font has. Its markup is ASCII and stays as it is.
pub(super) fn svg(svg: &str, missing: &mut BTreeSet<char>) -> String {
    let kept = |character: &char| matches!(character, '\n' | '\r' | '\t') || fate(*character) != Fate::Goes;
    svg.chars()
        .filter(kept)
        .map(|character| if character.is_whitespace() { character } else { shown(character, missing) })
        .collect()
}

fn shown(character: char, missing: &mut BTreeSet<char>) -> char {
    if prints(character) {
        return character;
    }
    missing.insert(character);
    BOX
}

/// `text` cut where a line may break although no space is there: inside addresses of web pages, digests and other endless words.
/// An address is cut after its separators, anything else after every so many characters.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for word in text.split_inclusive([' ', '-', '\u{2013}', '\u{2014}']) {
        if word.chars().count() <= UNBROKEN {
            piece.push_str(word);
            continue;
        }
        let (mut run, mut after_separator) = (0, false);
        for character in word.chars() {
            let separates = matches!(character, '/' | '.' | '?' | '&' | '=' | '_' | '#');
            if character != ' ' && (run >= UNBROKEN / 2 || (after_separator && !separates && run >= 4)) {
                pieces.push(std::mem::take(&mut piece));
                run = 0;
            }
            piece.push(character);
            run += 1;
            after_separator = separates;
        }
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str, expect_missing: &str) {
        let mut missing = BTreeSet::new();
        assert_eq!(printable(text, &mut missing), expect);
        assert_eq!(missing.into_iter().collect::<String>(), expect_missing);
    }

    #[test]
    fn wording_and_markup_characters_stay() {
        check("#panic() *x* $x$ @cite <a> \\ `y`", "#panic() *x* $x$ @cite <a> \\ `y`", "");
        check("“25,000” – §§ 9, 10", "“25,000” – §§\u{A0}9, 10", "");
    }

    #[test]
    fn control_and_direction_marks_go() {
        check("a\u{0}b\u{7}c\u{202E}d\u{2066}e\u{200B}f\u{FEFF}g\u{E0041}h\u{FFFF}i", "abcdefghi", "");
    }

    #[test]
    fn white_space_is_one_space() {
        check("a\r\n\tb \u{2003} c\u{2028}d", "a b c d", "");
    }

    #[test]
    fn a_letter_without_a_glyph_becomes_a_box_and_is_reported() {
        check("Mr. 张伟 😀", "Mr. □□ □", "伟张😀");
    }

    #[test]
    fn right_to_left_letters_stay_and_their_overrides_go() {
        assert_eq!(line("\u{202B}שלום\u{202C} مرحبا"), "שלום مرحبا");
    }

    #[test]
    fn endless_words_are_cut_and_nothing_is_lost() {
        let word = "x".repeat(10_000);
        let cut = pieces(&word);
        assert!(cut.len() > 300);
        assert_eq!(cut.concat(), word);
        assert_eq!(pieces("plain words, and no-one is cut"), ["plain words, and no-one is cut"]);
        let url = "https://example.org/reports/2026/a_long_name.html?page=2";
        assert_eq!(pieces(url), ["https://", "example.", "org/", "reports/", "2026/", "a_long_", "name.", "html?", "page=", "2"]);
    }
}
