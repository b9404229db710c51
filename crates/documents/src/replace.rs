//! Other words in place of some of a sentence, with what the words are bound to left in its place.

use crate::{Draft, Finding, Inline, Sentence};
use std::ops::Range;

impl Sentence {
    /// The same sentence with `by` in place of `words`, which must stand in it just once. Only what differs between the two is changed,
    /// so that other words keep their bindings; what is new takes the binding of the words that it stands for.
    pub fn replaced(&self, words: &str, by: &str) -> Option<Self> {
        let text = self.text();
        let mut places = text.match_indices(words);
        let (Some((at, _)), None, false) = (places.next(), places.next(), words.is_empty()) else { return None };
        let whole = at..at + words.len();
        let head = shared(words.chars(), by.chars());
        let tail = shared(words[head..].chars().rev(), by[head..].chars().rev());
        let changed = at + head..whole.end - tail;
        let new = &by[head..by.len() - tail];
        let receiver = self.receiver(&whole, &changed)?;
        let mut parts = Vec::with_capacity(self.parts.len());
        for (number, (range, part)) in self.places().enumerate() {
            let from = changed.start.clamp(range.start, range.end) - range.start;
            let to = changed.end.clamp(range.start, range.end) - range.start;
            let middle = if number == receiver { new } else { "" };
            let text = format!("{}{middle}{}", &part.text[..from], &part.text[to..]);
            if !text.is_empty() {
                parts.push(Inline { text, ..part.clone() });
            }
        }
        Some(Self { parts })
    }

    /// The part that new words go into: of those that lose words the first that is bound, else the first; where none does, of those that
    /// touch the place and belong to the words.
    fn receiver(&self, whole: &Range<usize>, changed: &Range<usize>) -> Option<usize> {
        let touches = |range: &Range<usize>| {
            if changed.is_empty() {
                let inside = range.start <= changed.start && changed.end <= range.end;
                inside && range.start < whole.end && whole.start < range.end
            } else {
                range.start < changed.end && changed.start < range.end
            }
        };
        let touching: Vec<(usize, &Inline)> = self
            .places()
            .enumerate()
            .filter(|(_, (range, _))| touches(range))
            .map(|(number, (_, part))| (number, part))
            .collect();
        let bound = touching.iter().find(|(_, part)| part.binding.is_some());
        bound.or(touching.first()).map(|(number, _)| *number)
    }

    /// Its parts, each with its bytes in the text.
    fn places(&self) -> impl Iterator<Item = (Range<usize>, &Inline)> {
        let mut at = 0;
        self.parts.iter().map(move |part| {
            let start = at;
            at += part.text.len();
            (start..at, part)
        })
    }
}

impl Draft {
    /// The same draft with the replacement of `finding` in place of its words; `None` where it has none, or the words are not there.
    pub fn mended(&self, finding: &Finding) -> Option<Self> {
        let words = finding.replacement.as_ref()?;
        let mut draft = self.clone();
        let places: Vec<String> = self.sentences().into_iter().map(|(place, _)| place).collect();
        let mut sentences = draft.sentences_mut().into_iter().zip(places);
        let (sentence, mended) = sentences
            .by_ref()
            .filter(|(_, place)| *place == finding.place)
            .find_map(|(sentence, _)| sentence.replaced(&finding.text, words).map(|mended| (sentence, mended)))?;
        *sentence = mended;
        drop(sentences);
        Some(draft)
    }
}

/// How many bytes two texts share from where they are read.
fn shared(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Binding;

    /// `a{b}c`: words in braces are bound.
    fn sentence(text: &str) -> Sentence {
        let mut parts = Vec::new();
        for piece in text.split_inclusive(['{', '}']) {
            let words = piece.trim_end_matches(['{', '}']);
            let binding = piece.ends_with('}').then_some(Binding::Recipient);
            if !words.is_empty() {
                parts.push(Inline { text: words.to_owned(), binding, note: false });
            }
        }
        Sentence { parts }
    }

    fn check(before: &str, words: &str, by: &str, after: Option<&str>) {
        assert_eq!(sentence(before).replaced(words, by), after.map(sentence), "{before}: {words} -> {by}");
    }

    #[test]
    fn new_words_take_the_binding_of_those_they_stand_for() {
        check("with {25,000 accounts}.", "25,000 accounts", "nearly 25,000 accounts", Some("with {nearly 25,000 accounts}."));
        check("with more than {25,000} accounts.", "more than 25,000", "nearly 25,000", Some("with nearly {25,000} accounts."));
        check("ran {April 25} to {May 30}.", "April 25 to May 30", "April to June", Some("ran {April to June}."));
        check("{used} 12 words", "used 12", "used 13", Some("{used} 13 words"));
        check("“{to to a}”", "to to a", "to to [sic] a", Some("“{to to [sic] a}”"));
    }

    #[test]
    fn other_words_keep_their_bindings() {
        let (before, after) = ("The campaign ran {12} accounts.", "According to Halden, the campaign ran {12} accounts.");
        check(before, "The campaign ran 12 accounts.", "According to Halden, the campaign ran 12 accounts.", Some(after));
        check("{a} b", "b", "", Some("{a} "));
    }

    #[test]
    fn words_that_stand_twice_or_not_at_all_are_left_alone() {
        check("12 and 12", "12", "13", None);
        check("12", "14", "13", None);
        check("12", "", "13", None);
    }

    #[test]
    fn characters_of_several_bytes_are_not_cut() {
        check("слово {“é”}", "“é”", "“è”", Some("слово {“è”}"));
    }
}
