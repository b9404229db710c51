//! Which characters of a source's text stand where on the picture of their page.
//!
//! Text and picture come of two readings of one page: paragraphs are joined over line ends and pages, hyphens and running heads go. So words
//! are paired as a comparison pairs them, by their letters and figures alone; a word without its like has no place, and none is guessed.

use dossier_intake::PlacedWord;
use dossier_model::{Mark, MarkKind, Span};
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// The most words of a page that are placed; no page that is read has as many.
const MOST: usize = 5_000;

/// Characters of a source's text, and where they stand on the picture of their page: ten-thousandths of its width, from the left, and of its
/// height, from the top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PlacedSpan {
    /// The characters.
    pub span: Span,
    /// Their left edge.
    pub left: u16,
    /// Their upper edge.
    pub top: u16,
    /// Their right edge.
    pub right: u16,
    /// Their lower edge.
    pub bottom: u16,
}

/// The places of the text of page number `page`, from 1, on the picture that has `words`.
pub(super) fn placed(text: &str, marks: &[Mark], page: u32, words: &[PlacedWord]) -> Vec<PlacedSpan> {
    let Some(span) = span_of(marks, page) else { return Vec::new() };
    let told = told(text, span);
    let shown: Vec<String> = words.iter().map(|word| bare(&word.text)).collect();
    if told.len() > MOST || shown.len() > MOST {
        return Vec::new();
    }
    let bare_told: Vec<&str> = told.iter().map(|word| word.bare.as_str()).collect();
    let bare_shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    for change in capture_diff_slices(Algorithm::Myers, &bare_told, &bare_shown) {
        let (of_text, of_page) = (change.old_range(), change.new_range());
        if matches!(change, DiffOp::Equal { .. }) {
            for (word, place) in told[of_text].iter().zip(&words[of_page]) {
                found.push(at(word.span, place));
            }
        } else {
            cut_otherwise(&told[of_text], of_page.clone(), &bare_shown, words, &mut found);
        }
    }
    found.sort_by_key(|placed| placed.span);
    found
}

/// The page's part of the text.
fn span_of(marks: &[Mark], page: u32) -> Option<Span> {
    let label = page.to_string();
    let mark = marks.iter().find(|mark| mark.kind == MarkKind::Page && mark.label.as_deref() == Some(label.as_str()))?;
    Some(mark.span)
}

/// A word of the text: between white space.
struct Told {
    span: Span,
    bare: String,
}

fn told(text: &str, span: Span) -> Vec<Told> {
    let mut words: Vec<Told> = Vec::new();
    let mut begun = false;
    for (at, letter) in (0u32..span.end).zip(text.chars()).skip(usize::try_from(span.start).unwrap_or(usize::MAX)) {
        if letter.is_whitespace() || letter == '|' {
            begun = false;
            continue;
        }
        match words.last_mut().filter(|_| begun) {
            Some(word) => word.span.end = at + 1,
            None => words.push(Told { span: Span::new(at, at + 1), bare: String::new() }),
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.bare.push(letter);
        }
        begun = true;
    }
    words
}

/// Its letters and figures.
fn bare(word: &str) -> String {
    word.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Words that the text and the page cut otherwise, as a hyphen at a line's end does: paired by their letters where those are the same in all.
fn cut_otherwise(told: &[Told], of_page: Range<usize>, shown: &[&str], words: &[PlacedWord], found: &mut Vec<PlacedSpan>) {
    let letters: String = told.iter().map(|word| word.bare.as_str()).collect();
    if letters.is_empty() || letters != shown[of_page.clone()].concat() {
        return;
    }
    let mut rest = of_page.map(|at| (shown[at].len(), &words[at])).peekable();
    let (mut in_text, mut on_page) = (0, 0);
    for word in told {
        in_text += word.bare.len();
        while let Some((length, place)) = rest.next_if(|_| on_page < in_text) {
            on_page += length;
            found.push(at(word.span, place));
        }
    }
}

fn at(span: Span, place: &PlacedWord) -> PlacedSpan {
    PlacedSpan { span, left: place.left, top: place.top, right: place.right, bottom: place.bottom }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of a page, ten in a line, each as wide as a tenth of it.
    fn words(line: &str) -> Vec<PlacedWord> {
        let place = |(at, text): (usize, &str)| {
            let at = at as u16;
            let (left, top) = (at % 10 * 1_000, at / 10);
            PlacedWord { text: text.to_owned(), left, top, right: left + 1_000, bottom: top + 1 }
        };
        line.split_whitespace().enumerate().map(place).collect()
    }

    /// "word@line.column" for each placed word of page 2 of `text`, whose pages are parted by a form feed.
    fn told_of(text: &str, page: &str) -> String {
        let (first, second) = text.split_once('\u{c}').unwrap_or(("", text));
        let (from, to) = (first.chars().count() as u32 + u32::from(!first.is_empty()), text.chars().count() as u32);
        let mark =
            |label: &str, from, to| Mark { span: Span::new(from, to), kind: MarkKind::Page, label: Some(label.to_owned()) };
        let marks = [mark("1", 0, from), mark("2", from, to)];
        let index = dossier_model::TextIndex::new(text);
        let said = placed(text, &marks, 2, &words(page)).into_iter().map(|placed| {
            assert!(second.contains(index.slice(placed.span).unwrap()));
            format!("{}@{}.{}", index.slice(placed.span).unwrap(), placed.top, placed.left / 1_000)
        });
        said.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_go_to_their_places() {
        assert_eq!(told_of("Halden wrote.\u{c}Halden wrote again.", "Halden wrote again."), "Halden@0.0 wrote@0.1 again.@0.2");
        assert_eq!(told_of("é\u{c}1 of 9 and 1 of 8", "1 of 9 and 1 of 8").split(' ').count(), 7);
        assert_eq!(told_of("a | b", "a b"), "a@0.0 b@0.1");
    }

    #[test]
    fn words_that_the_line_cut_have_both_places() {
        assert_eq!(told_of("an extraction of", "an extrac- tion of"), "an@0.0 extraction@0.1 extraction@0.2 of@0.3");
        assert_eq!(told_of("so “near ly” done", "so “nearly” done"), "so@0.0 “near@0.1 done@0.2");
        assert_eq!(told_of("to re-enter it", "to re- enter it"), "to@0.0 re-enter@0.1 re-enter@0.2 it@0.3");
    }

    #[test]
    fn what_only_one_of_them_has_is_not_placed() {
        assert_eq!(told_of("Halden wrote again", "REPORT 7 Halden again"), "Halden@0.2 again@0.3");
        assert_eq!(told_of("Corvid", "Heron"), "");
        assert_eq!(told_of("", "Heron"), "");
        assert_eq!(told_of("Heron", ""), "");
    }

    #[test]
    fn a_page_that_the_text_has_not_is_not_placed() {
        assert_eq!(placed("Halden", &[], 1, &words("Halden")), []);
        let many = "a ".repeat(MOST + 1);
        assert_eq!(told_of(&many, &many), "");
    }

    /// Of the words that bear letters or figures, how many have a place: over the first pages of the files that others made.
    #[test]
    fn words_of_other_makers_files_are_found() {
        use std::io::Write as _;
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/pdf");
        let Ok(files) = std::fs::read_dir(&folder) else {
            // Past the capture of the tests' output: who runs them is to see what was left out.
            let _ = writeln!(std::io::stderr(), "skipped: {} is not there", folder.display());
            return;
        };
        let (mut all, mut found) = (0, 0);
        for path in files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "pdf")) {
            let (name, bytes) = (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap());
            let read = dossier_intake::read(&name, &bytes);
            for page in 1..=3 {
                let Some(span) = span_of(&read.marks, page) else { continue };
                let Ok(picture) = dossier_intake::page_picture(&name, &bytes, page, 16) else { continue };
                let places = placed(&read.text, &read.marks, page, &picture.words);
                let words: Vec<_> = told(&read.text, span).into_iter().filter(|word| !word.bare.is_empty()).collect();
                let has_place = |word: &&Told| places.binary_search_by_key(&word.span, |place| place.span).is_ok();
                (all, found) = (all + words.len(), found + words.iter().filter(has_place).count());
            }
        }
        assert!(found * 100 >= all * 97, "{found} of {all} words have a place");
    }
}
