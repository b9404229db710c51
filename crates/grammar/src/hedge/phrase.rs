//! Phrases that hedge.

use crate::paper;
use crate::token::Token;
use dossier_model::Hedge;

/// Phrases that hedge.
const PHRASES: &[(&[&str], Hedge)] = &[
    (&["according", "to"], Hedge::Reported),
    (&["set", "to"], Hedge::Planned),
    (&["aims", "to"], Hedge::Planned),
    (&["aim", "to"], Hedge::Planned),
    (&["seeks", "to"], Hedge::Planned),
    (&["scheduled", "to"], Hedge::Planned),
    (&["slated", "to"], Hedge::Planned),
    (&["due", "to", "be"], Hedge::Planned),
    (&["preparing", "to"], Hedge::Planned),
    (&["about", "to"], Hedge::Planned),
    (&["moving", "to"], Hedge::Planned),
    (&["intention", "to"], Hedge::Planned),
    (&["proposal", "to"], Hedge::Planned),
    (&["under", "consideration"], Hedge::Planned),
    (&["on", "the", "table"], Hedge::Planned),
    (&["on", "track", "to"], Hedge::Forecast),
    (&["poised", "to"], Hedge::Forecast),
    (&["provided", "that"], Hedge::Conditional),
    (&["granted", "that"], Hedge::Conditional),
    (&["on", "condition", "that"], Hedge::Conditional),
    (&["in", "the", "event"], Hedge::Conditional),
    (&["when", "it", "is"], Hedge::Conditional),
    (&["when", "they", "are"], Hedge::Conditional),
    (&["faces", "charges"], Hedge::Alleged),
    (&["charges", "of"], Hedge::Alleged),
    (&["pleaded", "guilty"], Hedge::Confirmed),
    (&["pleads", "guilty"], Hedge::Confirmed),
    (&["plead", "guilty"], Hedge::Confirmed),
    (&["pleading", "guilty"], Hedge::Confirmed),
    (&["is", "said", "to"], Hedge::Alleged),
    (&["are", "said", "to"], Hedge::Alleged),
    (&["was", "said", "to"], Hedge::Alleged),
    (&["thought", "to", "have"], Hedge::Alleged),
    (&["pled", "guilty"], Hedge::Confirmed),
    (&["found", "guilty"], Hedge::Confirmed),
    (&["found", "liable"], Hedge::Confirmed),
    (&["to", "his", "mind"], Hedge::Opinion),
    (&["to", "her", "mind"], Hedge::Opinion),
    (&["to", "my", "mind"], Hedge::Opinion),
    (&["to", "our", "mind"], Hedge::Opinion),
    (&["to", "their", "mind"], Hedge::Opinion),
    (&["casting", "doubt"], Hedge::Disputed),
    (&["cast", "doubt"], Hedge::Disputed),
    (&["called", "into", "question"], Hedge::Disputed),
];

/// Who finds as a court does.
pub(super) const FINDERS: &[&str] = &[
    "court",
    "judge",
    "jury",
    "tribunal",
    "regulator",
    "regulators",
    "commission",
    "magistrate",
    "arbitrator",
    "inquiry",
    "panel",
];

/// Verbs that call a thing something.
const DESCRIBING: &[&str] = &[
    "call",
    "calls",
    "called",
    "describe",
    "describes",
    "described",
    "characterize",
    "characterizes",
    "characterized",
    "characterise",
    "characterises",
    "characterised",
    "label",
    "labels",
    "labelled",
    "labeled",
    "termed",
    "terms",
    "dubbed",
    "regards",
];

/// What a finder does.
const FINDINGS: &[&str] =
    &["found", "ruled", "confirmed", "held", "concluded", "determined", "convicted", "finds", "rules", "confirms"];

pub(super) fn at_phrase(tokens: &[Token<'_>], at: usize) -> Option<(Hedge, usize)> {
    let fits = |words: &[&str]| {
        tokens.get(at..at + words.len()).is_some_and(|here| words.iter().zip(here).all(|(word, token)| token.is(word)))
    };
    // "The court has found", "confirmed by a court".
    if tokens[at].is_one_of(FINDERS) {
        let skip =
            usize::from(tokens.get(at + 1).is_some_and(|token| token.is_one_of(&["has", "had", "later", "also", "previously"])));
        // "Judge Dana Ruiz found", "a jury on Thursday convicted".
        let verb = (at + 1 + skip..(at + 6).min(tokens.len()))
            .take_while(|next| {
                let before = &tokens[*next - 1];
                *next == at + 1 + skip || before.is_capitalised() || before.is_one_of(&["on", "in"])
            })
            .find(|next| tokens[*next].is_one_of(FINDINGS));
        if let Some(verb) = verb {
            return Some((Hedge::Confirmed, verb + 1));
        }
    }
    if let Some(end) = paper::tells(tokens, at) {
        // What a paper tells is passed on.
        return Some((Hedge::Reported, end));
    }
    if tokens[at].is_one_of(FINDINGS) && tokens.get(at + 1)?.is("by") {
        let finder = (at + 2..(at + 6).min(tokens.len())).find(|next| tokens[*next].is_one_of(FINDERS));
        if let Some(finder) = finder {
            return Some((Hedge::Confirmed, finder + 1));
        }
    }
    // "in his view", "in the company's opinion".
    if tokens[at].is("in") {
        let noun = (at + 1..(at + 4).min(tokens.len())).find(|next| tokens[*next].is_one_of(&["view", "opinion"]));
        let owned = tokens.get(at + 1).is_some_and(|token| {
            token.is_one_of(&["his", "her", "its", "their", "our", "my"]) || token.is_possessive() || token.is("the")
        });
        if let Some(noun) =
            noun.filter(|_| owned && !tokens.get(at + 4).is_some_and(|token| token.is("of") && tokens[at + 1].is("the")))
        {
            return Some((Hedge::Opinion, noun + 1));
        }
    }
    // "rejected the allegations".
    if tokens[at].is_one_of(&["rejected", "rejects", "dismissed", "dismisses"]) {
        let answered = (at + 1..(at + 4).min(tokens.len())).find(|next| {
            tokens[*next].is_one_of(&[
                "allegation",
                "allegations",
                "accusation",
                "accusations",
                "claim",
                "claims",
                "charge",
                "charges",
            ])
        });
        if let Some(answered) = answered {
            return Some((Hedge::Denied, answered + 1));
        }
    }
    // "what Halden calls", "what they describe as".
    if tokens[at].is("what") {
        let verb = (at + 2..(at + 6).min(tokens.len()))
            .take_while(|next| tokens[*next - 1].is_word())
            .find(|next| tokens[*next].is_one_of(DESCRIBING));
        if let Some(verb) = verb {
            return Some((Hedge::Reported, verb + 1));
        }
    }
    // "the records show", "emails suggest".
    let papers = ["records", "documents", "files", "logs", "emails", "messages", "chats"];
    if tokens[at].is_one_of(&papers)
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_one_of(&["show", "showed", "suggest", "suggested", "indicate", "reveal"]))
    {
        return Some((Hedge::Reported, at + 2));
    }
    // "charged three men with smuggling".
    if tokens[at].is("charging") && tokens.get(at + 1).is_some_and(Token::is_capitalised) {
        return Some((Hedge::Alleged, at + 1));
    }
    if tokens[at].is_one_of(&["charged", "charges", "charge"]) {
        let with = (at + 1..(at + 12).min(tokens.len()))
            .take_while(|next| !tokens[*next].is_mark())
            .find(|next| tokens[*next].is("with"));
        if with.is_some() {
            return Some((Hedge::Alleged, at + 1));
        }
    }
    PHRASES.iter().find(|(words, _)| fits(words)).map(|(words, hedge)| (*hedge, at + words.len()))
}
