//! The words of a text as the network reads them: pieces of a vocabulary, each with its place and with what the rules found there.

use super::labels::{self, LABELS};
use crate::page::Sentence;
use crate::propose::Reader;
use crate::roles::is_agency;
use dossier_grammar::NameKind;
use dossier_model::{ClaimKind, Content, Span};
use rten_text::models::{Model, WordPiece, WordPieceOptions};
use rten_text::normalizers::{self, BertOptions, Normalizer};
use rten_text::pre_tokenizers::{self, PreTokenizer};
use std::ops::Range;
use std::sync::LazyLock;

/// A piece of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its number in the vocabulary.
    pub id: u32,
    /// Where it stands in the text.
    pub place: Span,
    /// Where it stands in its sentence, in bytes.
    pub(super) range: Range<usize>,
    /// Which sentence it is of.
    pub sentence: usize,
    /// Whether the piece before it is of the same word.
    pub(super) goes_on: bool,
    /// What the rules found there ([`super::labels::SIGNS`]), in order.
    pub signs: Vec<usize>,
}

/// What the network reads at a time.
pub(super) struct Seen<'s> {
    /// All sentences of the text.
    pub(super) sentences: &'s [&'s Sentence],
    /// Tokens of some of them.
    pub(super) tokens: &'s [Token],
}

/// The pieces that the network knows, each with its number.
static VOCABULARY: LazyLock<WordPiece> = LazyLock::new(|| {
    let pieces = include_str!("weights/vocabulary.txt").lines().map(str::to_owned).zip(0..).collect();
    WordPiece::from_vocab(pieces, WordPieceOptions::default())
});

/// A piece of a word of a sentence.
#[derive(Debug)]
struct Piece {
    id: u32,
    range: Range<usize>,
    goes_on: bool,
}

/// The pieces of `text`, each with its bytes. A text that cannot be cut has none.
fn pieces(text: &str) -> Vec<Piece> {
    let plain = normalizers::Bert::new(BertOptions { lowercase: true, strip_accents: true });
    let Ok((plain, origin)) = plain.normalize(text) else { return Vec::new() };
    let Ok(words) = pre_tokenizers::Bert::new().pre_tokenize(&plain) else { return Vec::new() };
    let mut found: Vec<(u32, usize, bool)> = Vec::new();
    let mut at = 0;
    for word in words {
        let start = |offset: usize| origin.get(at + offset).copied().unwrap_or(text.len());
        if VOCABULARY.encode_with_offsets(word, &mut |offset, id| found.push((id, start(offset), offset > 0))).is_err() {
            return Vec::new();
        }
        at += word.len();
    }
    let ends: Vec<usize> = found.iter().skip(1).map(|(_, start, _)| *start).chain([text.len()]).collect();
    let words = |start: usize, end: usize| text.get(start..end).unwrap_or("").trim_end();
    let piece = |((id, start, goes_on), end)| Piece { id, range: start..start + words(start, end).len(), goes_on };
    found.into_iter().zip(ends).map(piece).collect()
}

/// The pieces of a sentence, with one for each name that says what kind of name stands there: whose it is must not matter. Public offices are
/// known by the words that they are named with.
fn nameless(sentence: &Sentence) -> Vec<Piece> {
    let mut found = pieces(&sentence.text);
    for name in sentence.names.iter().filter(|name| !is_agency(&name.what.text)) {
        let from = found.partition_point(|piece| piece.range.end <= name.range.start);
        let to = found.partition_point(|piece| piece.range.start < name.range.end);
        if from < to {
            found.splice(from..to, [Piece { id: stands_for(name.what.kind), range: name.range.clone(), goes_on: false }]);
        }
    }
    found
}

/// The piece that stands for a name of `kind`: one that the vocabulary has for no word.
fn stands_for(kind: NameKind) -> u32 {
    match kind {
        NameKind::Person => 1,
        NameKind::Organisation => 2,
        NameKind::Place => 3,
        NameKind::Other => 4,
    }
}

/// The sentences that report something, and their tokens with what is `found` so far.
pub(super) fn see<'p>(reader: &Reader<'p, '_>, found: &[Content]) -> (Vec<&'p Sentence>, Vec<Token>) {
    let sentences: Vec<&Sentence> = reader.page.sentences().collect();
    let mut tokens = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        for Piece { id, range, goes_on } in nameless(sentence) {
            let place = reader.page.span(sentence.place(range.clone()));
            tokens.push(Token { id, place, range, sentence: number, goes_on, signs: Vec::new() });
        }
    }
    tokens.sort_by_key(|token| token.place.start);
    for content in found {
        if let Some(label) = labels::label_of(content) {
            let again = if content.kind == ClaimKind::Party { reader.page.places(&content.subject) } else { Vec::new() };
            for span in [content.quotes.first().span()].into_iter().chain(again) {
                sign(&mut tokens, label, content, span);
            }
        }
    }
    for token in &mut tokens {
        token.signs.sort_unstable();
        token.signs.dedup();
    }
    (sentences, tokens)
}

/// Notes on the tokens of `span` that a claim of `label` was found there, and how sure it is.
fn sign(tokens: &mut [Token], label: usize, content: &Content, span: Span) {
    let hedged = !matches!(content.kind, ClaimKind::Party | ClaimKind::Quotation);
    let inside = within(tokens, span);
    for (step, token) in tokens[inside].iter_mut().enumerate() {
        token.signs.push(if step == 0 { label } else { LABELS + label });
        if hedged {
            token.signs.push(2 * LABELS + labels::hedge(content.hedge));
        }
    }
}

/// The tokens that share words with `span`; `tokens` are in the order of their places.
pub(super) fn within(tokens: &[Token], span: Span) -> Range<usize> {
    let from = tokens.partition_point(|token| token.place.end <= span.start);
    from..tokens.partition_point(|token| token.place.start < span.end).max(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::propose::{About, read_by_rules};

    #[test]
    fn a_text_is_cut_where_its_words_and_their_pieces_are() {
        let text = "“Vále Group” hoodwinked 9,000 clerks.";
        let cut: Vec<&str> = pieces(text).into_iter().map(|piece| &text[piece.range]).collect();
        assert_eq!(cut, ["“", "Vále", "Group", "”", "hood", "winke", "d", "9", ",", "000", "clerks", "."]);
        assert!(pieces("").is_empty());
    }

    #[test]
    fn the_network_sees_no_name() {
        let about = About::default();
        let ids = |text: &str| {
            let see = |reader: &Reader<'_, '_>, found: &mut Vec<Content>| see(reader, found).1;
            let tokens = read_by_rules(text, &[], &about, see);
            tokens.into_iter().map(|token| (token.id, token.signs)).collect::<Vec<_>>()
        };
        let told =
            |name: &str| format!("Halden has accused {name} of using 9,000 false accounts. It says {name} copied its model.");
        assert_eq!(ids(&told("Meridian Works")), ids(&told("Vale Group")));
        assert_ne!(ids(&told("Meridian Works")), ids("Halden has accused nobody. It says so."));
    }
}
