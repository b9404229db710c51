//! The words of a sentence, each with what can be seen of it and around it.
//!
//! The weights know signs by their spelling: what is seen or how it is called cannot change without training anew.

use crate::page::{Passage, Sentence};
use crate::pattern::patterns;
use crate::propose::Reader;
use crfs::Attribute;
use dossier_grammar::{Deed, Found, NameKind};
use dossier_model::{ClaimKind, Content};
use std::collections::BTreeMap;
use std::ops::Range;

patterns! {
    WORD = r"\p{L}+(?:[’'-]\p{L}+)*|\d+(?:[.,]\d+)*|\S";
    /// Forms that verbs take, and the verbs that help them.
    VERBAL = r"^(?:.*ed|said|says|told|is|are|was|were|has|have|had|will|would|could|may|can)$";
}

/// How far around a word others are seen.
const AROUND: usize = 6;

/// A sentence as its words, with the signs of each.
pub(super) struct Seen<'p> {
    pub(super) sentence: &'p Sentence,
    /// Bytes of the sentence.
    pub(super) words: Vec<Range<usize>>,
    pub(super) signs: Vec<Vec<Attribute>>,
}

/// All sentences that report something. What is `found` so far is seen too.
pub(super) fn sentences<'p>(reader: &Reader<'p, '_>, found: &[Content]) -> Vec<Seen<'p>> {
    let parts: BTreeMap<&str, &str> = found
        .iter()
        .filter(|content| content.kind == ClaimKind::Party)
        .filter_map(|content| Some((content.subject.as_str(), content.value.as_deref()?)))
        .collect();
    let mut at = 0;
    let mut seen = Vec::new();
    let mut by_place: Vec<&Content> = found.iter().collect();
    by_place.sort_by_key(|content| content.quotes.first().start);
    for passage in &reader.page.passages {
        let quoted = outermost(passage);
        for sentence in passage.sentences.iter().filter(|sentence| !sentence.mute) {
            let place = reader.page.span(sentence.place(0..sentence.text.len()));
            while by_place.get(at).is_some_and(|content| content.quotes.first().start < place.start) {
                at += 1;
            }
            let own = by_place[at..].iter().take_while(|content| content.quotes.first().start < place.end);
            let own: Vec<(&Content, Range<usize>)> = own
                .filter_map(|content| Some((*content, reader.page.within(sentence, content.quotes.first().span())?)))
                .collect();
            seen.push(see(&quoted, sentence, &own, &parts));
        }
    }
    seen
}

/// What stands between quotation marks, without the quotations inside others: bytes of the whole text.
fn outermost(passage: &Passage) -> Vec<Range<usize>> {
    let mut outermost: Vec<Range<usize>> = Vec::new();
    for quoted in &passage.quotations {
        let range = passage.at + quoted.range.start..passage.at + quoted.range.end;
        match outermost.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => outermost.push(range),
        }
    }
    outermost
}

/// The words of `text`: letters, numbers, and each sign alone.
fn words(text: &str) -> Vec<Range<usize>> {
    WORD.find_iter(text).map(|word| word.range()).collect()
}

/// A word as the weights know it: small letters, any digit a zero.
fn plain(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| {
            if c.is_ascii_digit() {
                '0'
            } else if c == '’' {
                '\''
            } else {
                c
            }
        })
        .collect()
}

/// The form of a word: "Xx", "X.X", "d,d".
fn form(word: &str) -> String {
    let mut form = String::new();
    for c in word.chars() {
        let kind = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => 'd',
            c => c,
        };
        if !form.ends_with(kind) {
            form.push(kind);
        }
    }
    form
}

/// The last `count` letters.
fn ending(word: &str, count: usize) -> &str {
    word.char_indices().rev().nth(count.saturating_sub(1)).map_or(word, |(at, _)| &word[at..])
}

/// The first `count` letters.
fn beginning(word: &str, count: usize) -> &str {
    word.char_indices().nth(count).map_or(word, |(at, _)| &word[..at])
}

/// What each word of a sentence is taken for: itself, or the part or kind of the name that it belongs to.
struct Line {
    plain: Vec<String>,
    /// A name as "@accused" where the rules know its part, as "@Person" by its kind, else nothing.
    names: Vec<Option<String>>,
    first_of_name: Vec<bool>,
    /// For each word the nearest one before it, and behind it, that has the form of a verb.
    verbs: Vec<(Option<usize>, Option<usize>)>,
}

impl Line {
    fn new(sentence: &Sentence, words: &[Range<usize>], parts: &BTreeMap<&str, &str>) -> Self {
        let mut names = vec![None; words.len()];
        let mut first_of_name = vec![false; words.len()];
        for name in &sentence.names {
            let called = match parts.get(name.what.text.as_str()) {
                Some(part) => format!("@{part}"),
                None => format!("@{}", kind_of(name.what.kind)),
            };
            for (at, word) in covered(words, &name.range) {
                names[at] = Some(called.clone());
                first_of_name[at] = word.start <= name.range.start;
            }
        }
        let plain: Vec<String> = words.iter().map(|word| plain(sentence.words(word.clone()))).collect();
        let verbs = nearest(&plain.iter().map(|word| VERBAL.is_match(word)).collect::<Vec<_>>());
        Self { plain, names, first_of_name, verbs }
    }

    /// The word at `at` plus `step`, a name by what it is.
    fn near(&self, at: usize, step: isize) -> &str {
        match at.checked_add_signed(step) {
            None => "<",
            Some(at) => match (self.names.get(at), self.plain.get(at)) {
                (Some(Some(name)), _) => name,
                (_, Some(word)) => word,
                _ => ">",
            },
        }
    }

    fn word(&self, at: usize, step: isize) -> &str {
        at.checked_add_signed(step).map_or("<", |at| self.plain.get(at).map_or(">", String::as_str))
    }

    /// The nearest words before and behind `at` that have the form of a verb.
    fn verbs(&self, at: usize) -> (Option<&str>, Option<&str>) {
        let word = |at: Option<usize>| at.and_then(|at| self.plain.get(at)).map(String::as_str);
        let (before, behind) = self.verbs[at];
        (word(before), word(behind))
    }
}

/// For each place the nearest one before it, and behind it, that is `marked`.
fn nearest(marked: &[bool]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut found = vec![(None, None); marked.len()];
    let mut last = None;
    for (at, marked) in marked.iter().enumerate() {
        found[at].0 = last;
        last = marked.then_some(at).or(last);
    }
    let mut last = None;
    for (at, marked) in marked.iter().enumerate().rev() {
        found[at].1 = last;
        last = marked.then_some(at).or(last);
    }
    found
}

fn kind_of(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "Person",
        NameKind::Organisation => "Organisation",
        NameKind::Place => "Place",
        NameKind::Other => "Other",
    }
}

/// The words that `range` covers a part of.
fn covered<'w>(words: &'w [Range<usize>], range: &Range<usize>) -> impl Iterator<Item = (usize, &'w Range<usize>)> {
    let (start, end) = (range.start, range.end);
    let first = words.partition_point(|word| word.end <= start);
    words.iter().enumerate().skip(first).take_while(move |(_, word)| word.start < end)
}

fn see<'p>(
    quoted: &[Range<usize>],
    sentence: &'p Sentence,
    found: &[(&Content, Range<usize>)],
    parts: &BTreeMap<&str, &str>,
) -> Seen<'p> {
    let words = words(&sentence.text);
    let line = Line::new(sentence, &words, parts);
    let mut signs: Vec<Vec<String>> = (0..words.len()).map(|at| of_word(&line, at, sentence.words(words[at].clone()))).collect();
    for (content, range) in found {
        for (at, word) in covered(&words, range) {
            let edge = if word.start <= range.start { "B" } else { "I" };
            signs[at].push(format!("r:{}={edge}", content.kind));
            if let Some(label) =
                super::spans::label(content.kind, content.value.as_deref(), content.unit.as_deref(), content.rung.as_ref())
            {
                signs[at].push(format!("r:{}:{label}", content.kind));
            }
        }
    }
    for Found { range, what } in &sentence.deeds {
        for (at, _) in covered(&words, range) {
            signs[at].push(deed_sign(what));
        }
    }
    for Found { range, what } in &sentence.hedges {
        for (at, _) in covered(&words, range) {
            signs[at].push(format!("h={what}"));
        }
    }
    for (at, word) in words.iter().enumerate() {
        let place = sentence.at + word.start;
        let behind = quoted.partition_point(|quoted| quoted.end <= place);
        if quoted.get(behind).is_some_and(|quoted| quoted.start <= place) {
            signs[at].push("quoted".to_owned());
        }
        let block = if sentence.headline {
            "headline"
        } else if sentence.item {
            "item"
        } else {
            "text"
        };
        signs[at].push(block.to_owned());
        if sentence.chain.iter().any(|speaker| speaker.words.is_some()) {
            signs[at].push("told".to_owned());
        }
    }
    let signs = signs.into_iter().map(|signs| signs.into_iter().map(Attribute::from).collect()).collect();
    Seen { sentence, words, signs }
}

fn deed_sign(deed: &Deed) -> String {
    format!("d={:?}/{:?}", deed.class, deed.form)
}

/// The signs of one word from the words alone.
fn of_word(line: &Line, at: usize, word: &str) -> Vec<String> {
    let own = line.word(at, 0);
    let mut signs = vec![
        "any".to_owned(),
        format!("w={own}"),
        format!("3={}", ending(own, 3)),
        format!("2={}", ending(own, 2)),
        format!("4={}", beginning(own, 4)),
        format!("f={}", form(word)),
        format!("n={}{}", line.names[at].as_deref().unwrap_or(""), u8::from(line.first_of_name[at])),
        format!("-1,0={} {}", line.near(at, -1), line.near(at, 0)),
        format!("0,1={} {}", line.near(at, 0), line.near(at, 1)),
        format!("-1,0,1={} {} {}", line.near(at, -1), line.near(at, 0), line.near(at, 1)),
        format!("-2,-1={} {}", line.near(at, -2), line.near(at, -1)),
        format!("1,2={} {}", line.near(at, 1), line.near(at, 2)),
        format!("-1:3={}", ending(line.word(at, -1), 3)),
        format!("1:3={}", ending(line.word(at, 1), 3)),
    ];
    for step in [-3, -2, -1, 1, 2, 3] {
        signs.push(format!("{step}={}", line.near(at, step)));
    }
    for step in 1..=AROUND {
        if at >= step {
            signs.push(format!("<{}", line.near(at, -step.cast_signed())));
        }
        if at + step < line.plain.len() {
            signs.push(format!(">{}", line.near(at, step.cast_signed())));
        }
    }
    let (before, behind) = line.verbs(at);
    signs.extend(before.map(|verb| format!("v<{verb}")));
    signs.extend(behind.map(|verb| format!("v>{verb}")));
    if at == 0 {
        signs.push("first".to_owned());
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_numbers_and_signs() {
        let text = "Halden's 24,000 accounts—“fraudulent”, it said.";
        let found: Vec<&str> = words(text).into_iter().map(|word| &text[word]).collect();
        assert_eq!(found, ["Halden's", "24,000", "accounts", "—", "“", "fraudulent", "”", ",", "it", "said", "."]);
    }

    #[test]
    fn the_nearest_verbs_are_those_before_and_behind() {
        let (none, at) = (None, Some);
        assert_eq!(nearest(&[false, true, false, true]), [(none, at(1)), (none, at(3)), (at(1), at(3)), (at(1), none)]);
    }

    #[test]
    fn a_word_is_known_without_its_digits_and_by_its_form() {
        assert_eq!(plain("24,000"), "00,000");
        assert_eq!(plain("Halden’s"), "halden's");
        assert_eq!(form("Halden-1"), "Xx-d");
        assert_eq!((ending("über", 3), beginning("über", 3)), ("ber", "übe"));
    }
}
