//! Who: how closely words tie a party to the act.

mod by;
mod loose;

use crate::Found;
use crate::lexicon::deeds::ACTS;
use crate::lexicon::is_function_word;
use crate::lexicon::speech::SAYING;
use crate::party::{is_body, party_at, words};
use crate::token::{Gap, Token, tokens};
use by::by_at;
use dossier_model::{Nexus, Rung};
use loose::{loose_lead, prefix};
use std::ops::Range;

/// Whether a word is a verb for what a party is said to have done.
pub(crate) fn is_act(lower: &str) -> bool {
    ACTS.contains(&lower)
}

/// The rungs of attribution in `text`, in order.
///
/// A party inside a looser rung takes no tighter one from the same words: in "operators linked to Meridian ran accounts" it was the
/// operators who ran them. Each party of a list ("Meridian, Tern and Plover") has its own rung.
pub fn rungs(text: &str) -> Vec<Found<Rung>> {
    let tokens = tokens(text);
    let mut found: Vec<Tie> = Vec::new();
    for at in 0..tokens.len() {
        let Some((nexus, first)) = loose_lead(&tokens, at) else { continue };
        for (party, end) in list_at(&tokens, first) {
            let named = |token: &Token<'_>| token.is_capitalised() && !crate::gazetteer::is_common_acronym(token.text);
            if tokens[party.clone()].iter().any(named) {
                found.push(Tie { range: at..end, nexus, party });
            }
        }
    }
    // The loose ties are in order of their starts, so that the last one that starts before a token tells whether it is inside one.
    let loose: Vec<Range<usize>> = found.iter().map(|tie| tie.range.clone()).collect();
    let is_loose = |at: usize| {
        let after = loose.partition_point(|range| range.start <= at);
        after > 0 && loose[after - 1].end > at
    };
    for at in 0..tokens.len() {
        for (range, party) in by_at(&tokens, at) {
            if !is_loose(party.start) {
                found.push(Tie { range, nexus: Nexus::By, party });
            }
        }
    }
    found.sort_by_key(Tie::key);
    found.dedup();
    let ties = found.into_iter().map(|tie| {
        let last = tokens[tie.range.end - 1].stem_end().max(tokens[tie.party.end - 1].stem_end());
        let party = words(text, &tokens, &tie.party).to_owned();
        Found::new(tokens[tie.range.start].start..last, Rung { nexus: tie.nexus, party })
    });
    let prefixes = tokens.iter().enumerate().filter_map(|(at, token)| {
        let (nexus, end) = prefix(token)?;
        // "North Korea-linked".
        let before = at.checked_sub(1).map(|at| &tokens[at]).filter(|before| before.is_capitalised() && token.gap == Gap::Space);
        let start = before
            .filter(|before| crate::gazetteer::is_place(&text[before.start..end].to_lowercase()))
            .map_or(token.start, |before| before.start);
        Some(Found::new(start..token.end, Rung { nexus, party: text[start..end].to_owned() }))
    });
    let mut rungs: Vec<Found<Rung>> = ties.chain(prefixes).collect();
    rungs.sort_by_key(|found| (found.range.start, found.range.end));
    rungs
}

/// A tie between words and a party, both as ranges of tokens.
#[derive(PartialEq, Eq)]
struct Tie {
    range: Range<usize>,
    nexus: Nexus,
    party: Range<usize>,
}

impl Tie {
    fn key(&self) -> (usize, usize, Nexus, usize, usize) {
        (self.range.start, self.range.end, self.nexus, self.party.start, self.party.end)
    }
}

/// The parties of a list that starts at token `at`, each with one past its last token.
fn list_at(tokens: &[Token<'_>], at: usize) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    let mut next = at;
    while let Some(party) = party_at(tokens, next) {
        let end = party.end;
        found.push((party, end));
        next = end;
        if tokens.get(next).is_some_and(|token| token.is(",")) {
            next += 1;
        }
        if tokens.get(next).is_some_and(|token| token.is_one_of(&["and", "or"])) {
            next += 1;
        }
        // "Meridian and its lab, Tern": the lab by its name.
        if tokens.get(next).is_some_and(|token| token.is_one_of(&["its", "their"])) {
            let named = (next + 1..(next + 6).min(tokens.len()))
                .find(|at| is_body(&tokens[*at].lower))
                .map(|body| body + 1 + usize::from(tokens.get(body + 1).is_some_and(|token| token.is(","))));
            if let Some(name) = named
                .filter(|name| tokens.get(*name).is_some_and(|token| token.is_capitalised() && !is_function_word(token.stem())))
            {
                next = name;
            } else if let Some(lab) = named_lab(tokens, next + 1) {
                found.push((lab.clone(), lab.end));
                break;
            }
        }
        // A list goes on with a name; "linked to Meridian, which" and "Meridian and the firm" do not.
        if next == end
            || !tokens
                .get(next)
                .is_some_and(|token| token.is_capitalised() && token.gap < Gap::Paragraph && !is_function_word(token.stem()))
        {
            break;
        }
        // "linked to Meridian, Halden said": a party of its own clause.
        let own_clause = party_at(tokens, next).is_some_and(|party| {
            tokens.get(party.end).is_some_and(|token| token.is_one_of(SAYING) || token.is_one_of(&["has", "had", "is", "was"]))
        });
        if own_clause {
            break;
        }
    }
    found
}

/// "its Tern AI lab": a lab by its name.
fn named_lab(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let named = tokens.get(at)?.is_capitalised() && !is_function_word(tokens[at].stem());
    let lab = (at + 1..(at + 5).min(tokens.len()))
        .take_while(|next| tokens[*next].is_word() && tokens[*next].gap == Gap::Space)
        .find(|next| tokens[*next].is_one_of(&["lab", "laboratory", "unit", "division", "arm", "subsidiary"]))?;
    (named && !crate::gazetteer::is_common_acronym(tokens[at].text)).then_some(at..lab + 1)
}
