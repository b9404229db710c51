//! Who says so: the chain of speakers inside one sentence.

use crate::Found;
use crate::lexicon::is_function_word;
use crate::lexicon::speech::{DOCUMENTS, ISSUING, OUTLETS, SAYING, WITNESSES};
use crate::paper;
use crate::party::{is_body, party_at, party_before};
use crate::token::{Gap, Token, tokens};
use dossier_model::{Speaker, SpeakerRole};
use std::ops::Range;

mod saying;

/// The speakers that `sentence` names, the outermost first: outlets, then witnesses, then documents, then parties; within a role in
/// the order of the text. Each has the words that prove it.
///
/// Pronouns speak, but name nobody: they are left out.
pub fn speakers(sentence: &str) -> Vec<Found<Speaker>> {
    let tokens = tokens(sentence);
    let speaks = tokens.iter().any(|token| token.is_one_of(SAYING));
    let mut reader = Reader { text: sentence, tokens: &tokens, speaks, found: Vec::new() };
    for at in 0..tokens.len() {
        reader.according(at);
        reader.citing(at);
        reader.seen_by(at);
        reader.reported_by(at);
        reader.in_a_document(at);
        reader.saying(at);
        reader.showing(at);
        reader.telling(at);
        reader.filed(at);
    }
    reader.chain()
}

struct Reader<'t, 'a> {
    text: &'a str,
    tokens: &'t [Token<'a>],
    /// Whether anybody speaks in the sentence by a verb.
    speaks: bool,
    found: Vec<Found<Speaker>>,
}

impl Reader<'_, '_> {
    fn add(&mut self, name: &Range<usize>, role: SpeakerRole, words: Range<usize>) {
        let bytes = |range: &Range<usize>| self.tokens[range.start].start..self.tokens[range.end - 1].end;
        let name = self.text[self.tokens[name.start].start..self.tokens[name.end - 1].stem_end()].to_owned();
        let range = bytes(&words);
        let words = Some(self.text[range.clone()].to_owned());
        self.found.push(Found::new(range, Speaker { name, role, words }));
    }

    /// "Halden's letter": Halden, who speaks in it.
    fn owner(&mut self, first: usize, noun: usize, words: Range<usize>) {
        let owner = (first..noun).rev().find(|at| self.tokens[*at].is_possessive());
        let party = owner.and_then(|owner| party_before(self.tokens, owner + 1)).filter(|party| self.is_named(party));
        if let Some(party) = party {
            self.add(&party, SpeakerRole::Party, words);
        }
    }

    /// The speakers outermost first, each name once.
    fn chain(mut self) -> Vec<Found<Speaker>> {
        let rank = |role: SpeakerRole| match role {
            SpeakerRole::Outlet => 0,
            SpeakerRole::Witness => 1,
            SpeakerRole::Document => 2,
            SpeakerRole::Party => 3,
        };
        self.found.sort_by_key(|found| (rank(found.what.role), found.range.start, found.range.end));
        let mut seen = std::collections::BTreeSet::new();
        self.found.retain(|found| seen.insert((rank(found.what.role), found.what.name.to_lowercase())));
        self.found
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at..at + words.len()).is_some_and(|here| words.iter().zip(here).all(|(word, token)| token.is(word)))
    }

    fn one_of(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_one_of(words))
    }

    /// "According to people familiar with the letter", "according to Halden's letter", "per the filing".
    fn according(&mut self, at: usize) {
        if self.is(at, &["according", "to"]) || self.is(at, &["as", "per"]) {
            self.who(at, at + 2);
        }
        // "..., per Lantern Weekly."
        if self.one_of(at, &["per"])
            && at > 0
            && self.one_of(at - 1, &[","])
            && let Some(party) = party_at(self.tokens, at + 1).filter(|party| self.is_named(party))
            && self.tokens.get(party.end).is_none_or(Token::is_mark)
        {
            self.add(&party, SpeakerRole::Outlet, at..party.end);
        }
    }

    /// Adds who speaks from token `first` on, with words from token `lead` on.
    fn who(&mut self, lead: usize, first: usize) {
        let Some(noun) = self.noun(first) else {
            if let Some(party) = party_at(self.tokens, first) {
                let role = self.role_of(&party);
                self.add(&party, role, lead..party.end);
            }
            return;
        };
        let token = &self.tokens[noun];
        if token.is_one_of(WITNESSES) {
            let end = self.phrase_end(noun + 1);
            self.add(&(self.after_article(first)..end), SpeakerRole::Witness, lead..end);
            return;
        }
        // "Halden's letter": the letter, and Halden who speaks in it.
        let start = self.after_article(first);
        self.owner(start, noun, lead..noun + 1);
        self.add(&(start..noun + 1), SpeakerRole::Document, lead..noun + 1);
        // "an investigation by The Ledger Post": whose it is.
        if self.one_of(noun + 1, &["by", "from"])
            && let Some(party) = party_at(self.tokens, noun + 2).filter(|party| self.is_named(party))
        {
            let role = self.role_of(&party);
            self.add(&party, role, lead..party.end);
        }
    }

    fn after_article(&self, at: usize) -> usize {
        at + usize::from(
            self.one_of(at, &["the", "a", "an", "its", "their", "several", "multiple", "two", "three", "some"])
                && !self.one_of(at, &["two", "three", "several", "multiple", "some"]),
        )
    }

    /// The noun for a document or for witnesses that the phrase from `first` on ends in.
    fn noun(&self, first: usize) -> Option<usize> {
        let mut at = self.after_article(first);
        let start = at;
        while let Some(token) = self.tokens.get(at).filter(|token| token.is_word() && at - start < 6) {
            let last = !self.tokens.get(at + 1).is_some_and(|next| next.is_word() && next.is_one_of(DOCUMENTS));
            if token.is_one_of(WITNESSES) || token.is_one_of(DOCUMENTS) && last {
                return Some(at);
            }
            if is_function_word(&token.lower) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// The end of "familiar with the document": before a comma, a stop, a conjunction or a verb of saying.
    fn phrase_end(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(token) = self.tokens.get(at) {
            let ends = token.is_mark() && !token.is_dash() && !matches!(token.text, "’" | "'")
                || token.is_one_of(&["and", "but", "who", "that", "said", "says", "told", "which"])
                || token.gap == Gap::Paragraph
                || at - from > 10;
            if ends {
                break;
            }
            at += 1;
        }
        at
    }

    /// "Citing a Lantern News report", "citing people familiar with it", "told Lantern News".
    fn citing(&mut self, at: usize) {
        if self.one_of(at, &["citing", "cites", "cited"]) {
            let start = self.after_article(at + 1);
            if self.noun(at + 1).is_some_and(|noun| self.tokens[noun].is_one_of(WITNESSES)) {
                self.who(at, at + 1);
            } else if let Some(party) = party_at(self.tokens, start) {
                let report = self.one_of(party.end, &["report", "reports", "article", "story", "reporting"]);
                let inside = (party.start..party.end).find(|at| self.one_of(*at, &["report", "report's"]));
                if report || inside.is_some() || self.is_outlet(&party) {
                    let end = party.end + usize::from(report);
                    self.add(&party, SpeakerRole::Outlet, at..end);
                } else {
                    let role = self.role_of(&party);
                    self.add(&party, role, at..party.end);
                }
            } else if self.noun(at + 1).is_some() {
                self.who(at, at + 1);
            }
        }
        // "told Lantern News", "told Lantern in an interview".
        if self.one_of(at, &["told", "tells"])
            && let Some(party) = party_at(self.tokens, at + 1).filter(|party| {
                let interview = (party.end..party.end + 3).any(|at| self.one_of(at, &["interview"]));
                self.is_outlet(party) || interview && self.is_named(party)
            })
        {
            self.add(&party, SpeakerRole::Outlet, at..party.end);
        }
    }

    /// "A copy seen by Lantern News", "obtained by Lantern News".
    fn seen_by(&mut self, at: usize) {
        let seen = self.one_of(at, &["seen", "viewed", "reviewed", "obtained", "shared"]) && self.one_of(at + 1, &["by", "with"]);
        let by = self.one_of(at + 1, &["by"]) || self.one_of(at, &["shared"]);
        if let Some(party) = seen.then(|| party_at(self.tokens, at + 2)).flatten().filter(|party| by && self.is_named(party)) {
            // From the document on: "a copy seen by".
            let lead = (at.saturating_sub(4)..at)
                .rev()
                .find(|back| self.one_of(*back, DOCUMENTS))
                .map_or(at, |noun| noun - usize::from(noun > 0 && self.one_of(noun - 1, &["a", "the"])));
            self.add(&party, SpeakerRole::Outlet, lead..party.end);
        }
    }

    /// "First reported by Lantern News", "original article published by Lantern", "Published By : Lantern".
    fn reported_by(&mut self, at: usize) {
        if !self.one_of(at, &["reported", "published", "broken", "carried", "syndicated"]) {
            return;
        }
        let mut by = at + 1;
        if self.one_of(by, &["earlier", "first", "previously", "originally"]) {
            by += 1;
        }
        if !self.one_of(by, &["by", "from"]) {
            return;
        }
        let mut first = by + 1;
        while self.tokens.get(first).is_some_and(|token| matches!(token.text, ":" | "_" | "*" | "“" | "\"")) {
            first += 1;
        }
        // A name in parts: "AI - Lantern Technica".
        let Some(party) = party_at(self.tokens, first) else { return };
        let mut end = party.end;
        if self.tokens.get(end).is_some_and(|token| token.is_dash() && token.gap == Gap::Space)
            && let Some(more) = party_at(self.tokens, end + 1).filter(|more| self.is_named(more))
        {
            end = more.end;
        }
        if !self.is_named(&party) {
            return;
        }
        let mut lead = at;
        while lead > 0 && self.one_of(lead - 1, &["original", "article", "first", "as", "was", "originally", "story"]) {
            lead -= 1;
        }
        self.add(&(party.start..end), SpeakerRole::Outlet, lead..end);
        // "reported by Lantern and Harbor News".
        if self.one_of(at, &["reported"])
            && self.one_of(end, &["and"])
            && let Some(other) = party_at(self.tokens, end + 1).filter(|other| self.is_named(other))
        {
            self.add(&other, SpeakerRole::Outlet, lead..other.end);
        }
    }

    /// "In its letter to lawmakers", "in a blog post": the document that a party speaks in.
    fn in_a_document(&mut self, at: usize) {
        if !self.one_of(at, &["in", "via", "through", "from"]) {
            return;
        }
        let start = at + 1;
        if !self.one_of(start, &["a", "an", "the", "its", "their", "his", "her"])
            && !self.tokens.get(start).is_some_and(Token::is_possessive)
        {
            return;
        }
        let Some(noun) = self.noun(start).filter(|noun| !self.one_of(*noun, WITNESSES)) else { return };
        // "In a report" needs somebody who speaks in the sentence, before or after.
        if !self.speaks {
            return;
        }
        self.owner(start, noun, at..noun + 1);
        let first = self.after_article(start) + usize::from(self.one_of(start, &["his", "her"]));
        self.add(&(first..noun + 1), SpeakerRole::Document, at..noun + 1);
    }

    /// "The records show", "internal documents suggest".
    fn showing(&mut self, at: usize) {
        let shows = self.one_of(at, &["show", "shows", "showed", "suggest", "suggests", "indicate", "state"]);
        let noun = at
            .checked_sub(1)
            .filter(|noun| self.one_of(*noun, DOCUMENTS) || self.one_of(*noun, &["invoices", "messages", "logs", "files"]));
        if let Some(noun) = noun.filter(|_| shows) {
            self.paper(noun, at + 1);
        }
    }

    /// "The advisory identifies", "Halden's report, which independently identified", "the bureau released a joint advisory warning
    /// that": the paper at `at`, and who speaks in it.
    fn telling(&mut self, at: usize) {
        let Some(end) = paper::tells(self.tokens, at) else { return };
        let first = self.paper(at, end);
        let verb =
            first.checked_sub(1).map(|before| before - usize::from(before > 0 && self.one_of(before, &["a", "an", "the"])));
        if let Some(verb) = verb.filter(|verb| self.one_of(*verb, ISSUING)) {
            self.named_subject(verb, end - 1);
        }
    }

    /// Adds the paper whose noun is at `noun`, with its owner and words up to `end`; gives where it begins.
    fn paper(&mut self, noun: usize, end: usize) -> usize {
        let first = self.noun_phrase(noun);
        self.owner(first, noun, first..end);
        self.add(&(first..noun + 1), SpeakerRole::Document, first..end);
        first
    }

    /// Where the phrase begins that ends in the noun at `noun`.
    fn noun_phrase(&self, noun: usize) -> usize {
        let mut first = noun;
        while first > 0
            && noun - first < 3
            && self.tokens[first - 1].is_word()
            && !self.tokens[first].is_possessive()
            && (!is_function_word(&self.tokens[first - 1].lower) || self.tokens[first - 1].is_possessive())
            && !self.tokens[first - 1].is_one_of(SAYING)
            && !self.tokens[first - 1].is_one_of(ISSUING)
            && self.tokens[first].gap == Gap::Space
        {
            first -= 1;
        }
        first
    }

    /// "Set out in a complaint that Halden filed": the paper, and who speaks in it.
    fn filed(&mut self, at: usize) {
        if !self.one_of(at, &["complaint", "lawsuit", "petition", "suit"]) {
            return;
        }
        let party = if self.is(at + 1, &["that"]) {
            party_at(self.tokens, at + 2).filter(|party| self.one_of(party.end, &["filed", "brought", "lodged"]))
        } else if self.is(at + 1, &["filed", "by"]) || self.is(at + 1, &["brought", "by"]) {
            party_at(self.tokens, at + 3)
        } else {
            None
        };
        if let Some(party) = party.filter(|party| self.is_named(party)) {
            self.add(&(at..at + 1), SpeakerRole::Document, at..party.end);
            self.add(&party, SpeakerRole::Party, at..party.end);
        }
    }

    fn is_named(&self, party: &Range<usize>) -> bool {
        self.tokens[party.clone()].iter().any(|token| {
            token.is_capitalised()
                && !is_function_word(token.stem())
                && !is_body(&token.lower)
                && !crate::party::is_people(token.stem())
        })
    }

    /// Whether a name is that of a publication.
    fn is_outlet(&self, party: &Range<usize>) -> bool {
        let last = &self.tokens[party.end - 1];
        last.is_capitalised() && OUTLETS.contains(&last.stem())
            || self.tokens[party.start].is_capitalised() && party.len() == 1 && OUTLETS.contains(&self.tokens[party.start].stem())
    }

    fn role_of(&self, party: &Range<usize>) -> SpeakerRole {
        let last = &self.tokens[party.end - 1];
        if last.is_one_of(DOCUMENTS) && !last.is_capitalised() {
            SpeakerRole::Document
        } else if last.is_one_of(WITNESSES) {
            SpeakerRole::Witness
        } else if self.is_outlet(party) {
            SpeakerRole::Outlet
        } else {
            SpeakerRole::Party
        }
    }
}
