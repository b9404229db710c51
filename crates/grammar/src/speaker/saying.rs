//! Who speaks by a verb: "Halden alleged", "the indictment said", "said Ruiz".

use super::Reader;
use crate::lexicon::is_function_word;
use crate::lexicon::speech::{DOCUMENTS, SAYING, UNNAMED, WITNESSES};
use crate::party::{party_at, party_before};
use crate::token::Gap;
use dossier_model::SpeakerRole;
use std::ops::Range;

/// Words that may stand between a subject and its verb.
const BETWEEN: &[&str] = &[
    "has",
    "have",
    "had",
    "also",
    "first",
    "later",
    "further",
    "itself",
    "previously",
    "recently",
    "repeatedly",
    "similarly",
    "each",
    "both",
    "all",
    "now",
    "then",
    "again",
    "never",
    "not",
];

impl Reader<'_, '_> {
    /// Adds who speaks by the verb at token `at`, if it is one.
    pub(super) fn saying(&mut self, at: usize) {
        if !self.is_speech(at) {
            return;
        }
        let end = self.subject_end(at);
        if end > 0 && self.tokens[end - 1].is_possessive() {
            return;
        }
        let _found =
            self.named_subject(end, at) || self.vouching_people(end, at) || self.described_subject(end, at) || self.inverted(at);
    }

    /// Whether the word at `at` says something, and is no noun or participle.
    fn is_speech(&self, at: usize) -> bool {
        if !self.one_of(at, SAYING) {
            return false;
        }
        // "The United States", "the persons described above", "reported by".
        let noun = self.tokens[at].text == "States" || self.one_of(at + 1, &["above", "below", "herein", "by"]);
        // "added 12 firms", "maintains a list".
        let bare = self.tokens.get(at + 1).is_some_and(|next| next.is_word() && !next.is("that"));
        let other_sense = self.one_of(at, &["added", "adds", "maintains", "maintained", "maintain"]) && bare;
        // "any firm found to be".
        let participle =
            self.one_of(at + 1, &["to"]) && self.one_of(at + 2, &["be", "have"]) && !self.one_of(at, &["claimed", "claims"]);
        // "were accused", "to say", "as alleged".
        let passive = at > 0 && self.one_of(at - 1, &["was", "were", "is", "are", "been", "be", "being", "to", "as", "that"]);
        !noun && !other_sense && !participle && !passive
    }

    /// One past the last token of the subject: back over auxiliaries, adverbs, and one aside.
    fn subject_end(&self, at: usize) -> usize {
        let mut end = at;
        while end > 0 {
            let before = &self.tokens[end - 1];
            let adverb = before.lower.ends_with("ly") && !before.is_capitalised();
            // "Halden on Wednesday said".
            let dated = end > 1 && crate::lexicon::weekday(&before.lower).is_some();
            if dated {
                end -= 1 + usize::from(self.tokens[end - 2].is("on"));
                continue;
            }
            if !adverb && !before.is_one_of(BETWEEN) {
                break;
            }
            end -= 1;
        }
        // "The Harbor Police Department (HPD) said".
        if end > 2
            && self.tokens[end - 1].is(")")
            && let Some(open) = (end.saturating_sub(5)..end - 1).rev().find(|back| self.tokens[*back].is("("))
        {
            end = open;
        }
        // "Halden, which runs it, said".
        if end > 0
            && self.tokens[end - 1].is(",")
            && let Some(comma) = (end.saturating_sub(20)..end - 1).rev().find(|back| self.tokens[*back].is(","))
            && !self.tokens[comma + 1..end - 1].iter().any(|token| token.is_quote_mark())
        {
            end = comma;
        }
        end
    }

    /// "Halden alleged", "Halden and Plover have warned", "the embassy in Washington denied".
    pub(super) fn named_subject(&mut self, end: usize, at: usize) -> bool {
        let Some(mut party) = party_before(self.tokens, end) else { return false };
        let named = self.is_named(&party);
        // "The Transport and Harbor Safety Agency" is one body.
        if party.len() > 1
            && self.tokens[party.end - 1].is_one_of(&[
                "agency",
                "department",
                "bureau",
                "commission",
                "administration",
                "service",
            ])
            && self.tokens[party.end - 1].is_capitalised()
            && party.start > 1
            && self.one_of(party.start - 1, &["and"])
            && self.tokens[party.start - 2].is_capitalised()
            && (party.start == 2 || self.one_of(party.start - 3, &["the"]))
        {
            party.start -= 2;
        }
        if let Some(and) = party.start.checked_sub(1).filter(|and| named && self.one_of(*and, &["and"]))
            && let Some(other) = party_before(self.tokens, and).filter(|other| self.is_named(other))
        {
            let role = self.role_of(&other);
            self.add(&other, role, other.start..at + 1);
        }
        if !named && !self.tokens[party.end - 1].is_one_of(UNNAMED) {
            return false;
        }
        // "Dana Ruiz of Halden said", "the embassy in Washington denied": who stands before the preposition.
        let article = party.start > 0 && self.one_of(party.start - 1, &["the"]);
        let lead = party.start - usize::from(article);
        if lead > 1 && self.one_of(lead - 1, &["in", "of", "at", "from", "for", "behind", "with"]) {
            if let Some(before) = party_before(self.tokens, lead - 1).filter(|before| self.is_named(before)) {
                let role = self.role_of(&before);
                self.add(&before, role, before.start..at + 1);
                return true;
            }
            if self.one_of(lead - 2, UNNAMED) {
                self.add(&(lead - 2..party.end), SpeakerRole::Party, lead - 2..at + 1);
                return true;
            }
            return self.vouching_people(end, at) || self.described_subject(lead - 1, at);
        }
        if !named && lead > 0 && self.one_of(lead - 1, &["to", "against", "by", "on", "about"]) {
            return false;
        }
        let role = self.role_of(&party);
        self.add(&party, role, party.start..at + 1);
        true
    }

    /// "Three people with knowledge of the matter said".
    fn vouching_people(&mut self, end: usize, at: usize) -> bool {
        let reach = end.saturating_sub(14);
        let mark = (reach..end).rev().find(|at| matches!(self.tokens[*at].text, "." | "," | ";" | ":" | "“" | "\""));
        let from = mark.map_or(reach, |mark| mark + 1);
        let vouches = |noun: &usize| {
            let ties = self.one_of(noun + 1, &["with", "familiar", "briefed", "close", "involved", "who", "at", "in"]);
            self.one_of(*noun, WITNESSES) && ties
        };
        let noun = (from..end).find(vouches);
        if let Some(noun) = noun {
            self.add(&(noun..end), SpeakerRole::Witness, noun..at + 1);
        }
        noun.is_some()
    }

    /// "The indictment said", "Halden's letter frames", "prosecutors said", "the company said".
    fn described_subject(&mut self, end: usize, at: usize) -> bool {
        let Some(last) = end.checked_sub(1).filter(|last| self.tokens[*last].is_word()) else { return false };
        let token = &self.tokens[last];
        let document = token.is_one_of(DOCUMENTS) && !token.is_capitalised();
        let witness = token.is_one_of(&["people", "sources", "insiders"]);
        if !document && !witness && !token.is_one_of(UNNAMED) {
            return false;
        }
        let mut first = last;
        while first > 0 && last - first < 5 {
            let before = &self.tokens[first - 1];
            let describes =
                before.is_word() && (!is_function_word(&before.lower) || before.is_possessive()) && !before.is_one_of(SAYING);
            if !describes || self.tokens[first].gap >= Gap::Line {
                break;
            }
            first -= 1;
        }
        let whole: Range<usize> = first..last + 1;
        if document {
            self.owner(first, last, first..at + 1);
            self.add(&whole, SpeakerRole::Document, first..at + 1);
        } else {
            let role = if witness { SpeakerRole::Witness } else { SpeakerRole::Party };
            self.add(&whole, role, first..at + 1);
        }
        true
    }

    /// "“It ends,” said Ruiz".
    fn inverted(&mut self, at: usize) -> bool {
        let quoted = at > 0 && (self.tokens[at - 1].is_quote_mark() || self.tokens[at - 1].is(","));
        let verb = self.one_of(at, &["said", "says", "wrote", "writes", "added", "noted", "warned", "posted"]);
        let party = (quoted && verb).then(|| party_at(self.tokens, at + 1)).flatten().filter(|party| self.is_named(party));
        if let Some(party) = &party {
            let role = self.role_of(party);
            self.add(party, role, at..party.end);
        }
        party.is_some()
    }
}
