//! Runs that belong together and that some files set apart: an initial and its word, an accent and its letter, a figure's point under a
//! wrong name.
//!
//! The library mends these too, but only together with a search for running heads, for which it reads every page of the file once more.

use pdf_oxide::layout::TextSpan;
use unicode_normalization::UnicodeNormalization;

/// A capital that is larger than the runs of its page by this much is the initial of the word behind it.
const INITIAL: f32 = 1.5;
/// How far, in ems of the word, a word may overlap its initial, and stand apart from it.
const OVERLAP_EM: f32 = 0.5;
const APART_EM: f32 = 0.12;
/// How far, in points, an accent and its letter may begin apart.
const ACCENT: f32 = 1.5;

/// Accents as signs of their own, and as marks on the letter before them.
const ACCENTS: [(char, char); 11] = [
    ('´', '\u{301}'),
    ('`', '\u{300}'),
    ('^', '\u{302}'),
    ('ˆ', '\u{302}'),
    ('~', '\u{303}'),
    ('˜', '\u{303}'),
    ('¨', '\u{308}'),
    ('¯', '\u{304}'),
    ('ˉ', '\u{304}'),
    ('¸', '\u{327}'),
    ('˚', '\u{30A}'),
];

/// Joins each initial to the word set around it.
pub(crate) fn initials(spans: &mut Vec<TextSpan>) {
    let Some(usual) = usual_size(spans) else { return };
    let is_initial = |span: &TextSpan| {
        let mut characters = span.text.chars();
        let capital = characters.next().is_some_and(|c| c.is_ascii_uppercase()) && characters.next().is_none();
        capital && span.font_size >= usual * INITIAL
    };
    let found: Vec<usize> = (0..spans.len()).filter(|at| spans.get(*at).is_some_and(is_initial)).collect();
    if found.is_empty() {
        return;
    }
    let mut by_left: Vec<(f32, usize)> = spans.iter().enumerate().map(|(at, span)| (span.bbox.x, at)).collect();
    by_left.sort_by(|a, b| a.0.total_cmp(&b.0));
    let largest = spans.iter().map(|span| span.font_size).fold(0.0, f32::max);
    for at in found {
        let Some(initial) = spans.get(at).filter(|span| is_initial(span)) else { continue };
        let right = initial.bbox.x + initial.bbox.width;
        let from = by_left.partition_point(|(left, _)| *left < right - largest * OVERLAP_EM);
        let near = by_left.iter().skip(from).take_while(|(left, _)| *left <= right + largest * APART_EM);
        let apart = near.filter_map(|(_, word)| Some((gap(initial, spans.get(*word)?)?, *word))).filter(|(_, word)| *word != at);
        let nearest = apart.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let Some((_, word)) = nearest else { continue };
        let (text, left) = (initial.text.clone(), initial.bbox.x);
        if let Some(word) = spans.get_mut(word) {
            let right = word.bbox.x + word.bbox.width;
            word.text.insert_str(0, &text);
            word.bbox.x = left.min(word.bbox.x);
            word.bbox.width = right - word.bbox.x;
        }
        if let Some(initial) = spans.get_mut(at) {
            initial.text.clear();
        }
    }
    spans.retain(|span| !span.text.is_empty());
}

/// The size of most runs that are more than one character.
fn usual_size(spans: &[TextSpan]) -> Option<f32> {
    let words = spans.iter().filter(|span| span.font_size > 0.0 && span.text.chars().nth(1).is_some());
    let mut sizes: Vec<f32> = words.map(|span| span.font_size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied()
}

/// How far `word` stands from the `initial` on its line that it goes on; none where it does not.
fn gap(initial: &TextSpan, word: &TextSpan) -> Option<f32> {
    let apart = word.bbox.x - (initial.bbox.x + initial.bbox.width);
    let goes_on = word.font_size > 0.0
        && word.text.starts_with(char::is_alphabetic)
        && (initial.bbox.y - word.bbox.y).abs() <= word.font_size * 0.5
        && (-word.font_size * OVERLAP_EM..=word.font_size * APART_EM).contains(&apart);
    goes_on.then_some(apart.abs())
}

/// Puts accents on their letter, which stands behind them in their run or begins a run beside them. `spans` stand in reading order.
pub(crate) fn accents(spans: &mut Vec<TextSpan>) {
    let mut lone = false;
    for at in 0..spans.len() {
        let Some((mark, rest)) = spans.get(at).and_then(|span| accent(&span.text)) else { continue };
        if !rest.is_empty() {
            if let (Some(text), Some(span)) = (accented(mark, rest), spans.get_mut(at)) {
                span.text = text;
            }
            continue;
        }
        for beside in [Some(at + 1), at.checked_sub(1)].into_iter().flatten() {
            let Ok([sign, letter]) = spans.get_disjoint_mut([at, beside]) else { continue };
            let together = (sign.bbox.y - letter.bbox.y).abs() < sign.font_size.max(letter.font_size) * 0.6
                && (sign.bbox.x - letter.bbox.x).abs() <= ACCENT;
            if let Some(text) = accented(mark, &letter.text).filter(|_| together) {
                letter.text = text;
                sign.text.clear();
                lone = true;
                break;
            }
        }
    }
    if lone {
        spans.retain(|span| !span.text.is_empty());
    }
}

/// The mark of the accent that `text` begins with, and what stands behind it.
fn accent(text: &str) -> Option<(char, &str)> {
    let first = text.chars().next()?;
    let (sign, mark) = ACCENTS.iter().find(|(sign, _)| *sign == first)?;
    Some((*mark, text.get(sign.len_utf8()..)?))
}

/// `text` with `mark` on its first letter.
fn accented(mark: char, text: &str) -> Option<String> {
    let letter = text.chars().next().filter(|c| c.is_alphabetic())?;
    Some([letter, mark].into_iter().chain(text.chars().skip(1)).nfc().collect())
}

/// Gives figures their point back, which the fonts of formulas may name a logical not: `1¬00`, `1¬ 00`.
pub(crate) fn points(spans: &mut [TextSpan]) {
    for span in spans.iter_mut().filter(|span| span.text.contains('¬') && is_of_formulas(&span.font_name)) {
        let (mut text, mut rest) = (String::new(), span.text.as_str());
        while let Some((before, behind)) = rest.split_once('¬') {
            text.push_str(before);
            let fraction = behind.strip_prefix(' ').unwrap_or(behind);
            let is_point = before.ends_with(|c: char| c.is_ascii_digit()) && fraction.starts_with(|c: char| c.is_ascii_digit());
            text.push(if is_point { '.' } else { '¬' });
            rest = if is_point { fraction } else { behind };
        }
        text.push_str(rest);
        span.text = text;
    }
}

/// Computer Modern and the symbol fonts, whose names may have the tag of a subset before them: `ABCDEF+CMR10`.
fn is_of_formulas(font: &str) -> bool {
    let name = font.rsplit('+').next().unwrap_or(font).to_ascii_lowercase();
    name.starts_with("cm") || name.contains("symbol")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, x: f32, width: f32, size: f32) -> TextSpan {
        let mut span = TextSpan { text: text.to_owned(), font_size: size, font_name: "CMR10".to_owned(), ..TextSpan::default() };
        (span.bbox.x, span.bbox.width) = (x, width);
        span
    }

    fn texts(spans: &[TextSpan]) -> Vec<&str> {
        spans.iter().map(|span| span.text.as_str()).collect()
    }

    #[test]
    fn an_initial_joins_the_word_that_it_begins() {
        let check = |left: f32, expect: &[&str]| {
            let mut spans =
                vec![run("T", 10.0, 12.0, 20.0), run("HE case", left, 40.0, 10.0), run("of the lab", 80.0, 50.0, 10.0)];
            initials(&mut spans);
            assert_eq!(texts(&spans), expect, "{left}");
        };
        check(22.5, &["THE case", "of the lab"]);
        check(25.0, &["T", "HE case", "of the lab"]);
    }

    #[test]
    fn an_accent_joins_its_letter() {
        let mut spans = vec![run("´", 10.0, 5.0, 10.0), run("Ecole", 10.5, 30.0, 10.0), run("¨uber", 60.0, 30.0, 10.0)];
        accents(&mut spans);
        assert_eq!(texts(&spans), ["École", "über"]);
        let mut spans = vec![run("P", 10.0, 8.0, 10.0), run("^", 11.0, 5.0, 10.0), run("Q", 30.0, 8.0, 10.0)];
        accents(&mut spans);
        assert_eq!(texts(&spans), ["P\u{302}", "Q"]);
        let mut spans = vec![run("~", 10.0, 5.0, 10.0), run("9,000", 15.0, 30.0, 10.0)];
        accents(&mut spans);
        assert_eq!(texts(&spans), ["~", "9,000"]);
    }

    #[test]
    fn a_point_that_is_named_a_logical_not_is_a_point() {
        let mut spans = vec![run("1¬00 and 2¬ 50", 0.0, 0.0, 10.0), run("A ¬ B, 5 ¬ 3", 0.0, 0.0, 10.0)];
        points(&mut spans);
        assert_eq!(texts(&spans), ["1.00 and 2.50", "A ¬ B, 5 ¬ 3"]);
    }
}
