//! Words that say a party itself did it: "accused X of", "a campaign by X", "X ran".

use super::list_at;
use crate::lexicon::deeds::{ACTING, ACTS, DEEDS, DONE, INQUIRIES};
use crate::lexicon::is_function_word;
use crate::party::{is_body, party_before};
use crate::token::{Gap, Token};
use std::ops::Range;

/// The parties that the words at token `at` say did something, each with the tokens of those words.
pub(super) fn by_at(tokens: &[Token<'_>], at: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let token = &tokens[at];
    // "accused X of", "charged X with", "accusation that X".
    if token
        .is_one_of(&["accused", "accuses", "accuse", "accusing", "charged", "charges", "charge", "indicted", "blamed", "blames"])
    {
        let list = list_at(tokens, at + 1);
        // "accused X and its lab, Tern, of": what is accused stands before "of".
        let reach = list.last().map_or(at, |(_, end)| *end);
        let preposition = tokens
            .iter()
            .take((reach + 12).min(tokens.len()))
            .skip(reach)
            .take_while(|token| !matches!(token.text, "." | ";"))
            .any(|token| token.is_one_of(&["of", "with", "for", "over"]));
        let verb_of_somebody = at > 0 && !tokens[at - 1].is_one_of(&["the", "was", "were", "are", "is", "been"]);
        if preposition && verb_of_somebody && tokens[at + 1..].first().is_some_and(|next| !next.is_one_of(&["of", "with"])) {
            return list.into_iter().filter(|(party, _)| is_named(tokens, party)).map(|(party, end)| (at..end, party)).collect();
        }
        // "X is accused of", "X was charged with".
        if tokens.get(at + 1).is_some_and(|next| next.is_one_of(&["of", "with"])) {
            let verb = back_over_verb(tokens, at);
            if verb < at {
                return subjects(tokens, verb).into_iter().map(|party| (party.start..at + 2, party)).collect();
            }
        }
        return Vec::new();
    }
    // "conducted by X", "a campaign by X", "attributed to X", "blamed on X".
    let passive = token.is_one_of(DONE) && tokens.get(at + 1).is_some_and(|next| next.is("by")) && !is_of_inquiry(tokens, at);
    let accusation = token.is_one_of(&["accusation", "accusations", "allegation", "allegations", "charges"])
        && tokens.get(at + 1).is_some_and(|next| next.is("against"));
    let attributed = accusation
        || token.is("attributed") && tokens.get(at + 1).is_some_and(|next| next.is("to"))
        || token.is("blamed") && tokens.get(at + 1).is_some_and(|next| next.is("on"));
    if passive || attributed {
        return list_at(tokens, at + 2)
            .into_iter()
            .filter(|(party, _)| is_named(tokens, party))
            .map(|(party, end)| (at..end, party))
            .collect();
    }
    // "attributed the activity to X".
    if token.is_one_of(&["attribute", "attributed", "attributes", "attributing", "traced", "pinned"]) && !attributed {
        let to = (at + 2..(at + 10).min(tokens.len()))
            .take_while(|next| !tokens[*next].is_mark())
            .find(|next| tokens[*next].is_one_of(&["to", "on"]));
        if let Some(to) = to {
            return list_at(tokens, to + 1)
                .into_iter()
                .filter(|(party, _)| is_named(tokens, party))
                .map(|(party, end)| (at..end, party))
                .collect();
        }
    }
    // "X ran accounts".
    let acting = token.is_one_of(ACTING) && at > 0 && tokens[at - 1].is_one_of(&["been", "is", "are", "was", "were", "be"]);
    let responsible = token.is("responsible") && tokens.get(at + 1).is_some_and(|next| next.is("for"));
    if (token.is_one_of(ACTS) || acting || responsible) && !passive {
        let verb = back_over_verb(tokens, at);
        // "accounts were used", "the chips used": no subject that acts.
        let is_passive = !acting
            && !responsible
            && tokens[verb..at].iter().any(|token| token.is_one_of(&["was", "were", "been", "being", "is", "are", "be"]));
        if !is_passive {
            return subjects(tokens, verb).into_iter().map(|party| (party.start..at + 1, party)).collect();
        }
    }
    // "X's campaign".
    if token.is_possessive() || token.is_capitalised() {
        let deed = (at + 1..(at + 5).min(tokens.len()))
            .take_while(|next| {
                tokens[*next].is_word() && tokens[*next].gap < Gap::Paragraph && !is_function_word(&tokens[*next].lower)
                    || tokens[*next].is("alleged")
            })
            .find(|next| tokens[*next].is_one_of(DEEDS));
        let own = (at + 1..deed.unwrap_or(at))
            .all(|next| !tokens[next].is_possessive() && (!tokens[next].is_capitalised() || tokens[next].lower.len() <= 3));
        if let Some(deed) = deed.filter(|_| token.is_possessive() && own) {
            let party = party_before(tokens, at + 1).filter(|party| is_named(tokens, party));
            return party.map(|party| (party.start..deed + 1, party)).into_iter().collect();
        }
        // "the Meridian campaign".
        let bare = tokens.get(at + 1).is_some_and(|next| next.is_one_of(DEEDS) && !next.is_capitalised())
            && at > 0
            && tokens[at - 1].is("the")
            && !token.is_possessive();
        let named = !crate::party::is_people(&token.lower)
            && !is_function_word(&token.lower)
            && crate::lexicon::month(&token.lower).is_none()
            && token.text.chars().filter(|c| c.is_uppercase()).count() == 1;
        if bare && named {
            return vec![(at..at + 2, at..at + 1)];
        }
    }
    Vec::new()
}

/// Whether what is done by the verb at `at` is looking into something: "assessments conducted by".
fn is_of_inquiry(tokens: &[Token<'_>], at: usize) -> bool {
    let helps = |token: &Token<'_>| token.is_one_of(&["that", "which", "was", "were", "is", "are", "been", "being"]);
    let noun = (at.saturating_sub(4)..at).rev().find(|before| !helps(&tokens[*before]));
    noun.is_some_and(|noun| tokens[noun].is_one_of(INQUIRIES))
}

/// Back over auxiliaries and adverbs before the verb at `at`: "has allegedly also used".
fn back_over_verb(tokens: &[Token<'_>], at: usize) -> usize {
    let mut verb = at;
    while verb > 0 {
        let token = &tokens[verb - 1];
        let adverb = token.lower.ends_with("ly") && !token.is_capitalised();
        if adverb
            || token.is_one_of(&[
                "has", "have", "had", "also", "is", "are", "was", "were", "been", "being", "then", "later", "once", "be", "it’s",
                "did",
            ])
        {
            verb -= 1;
        } else {
            break;
        }
    }
    verb
}

/// Prepositions after which a party is no subject: "a lab of Meridian used".
const PREPOSITIONS: &[&str] = &[
    "to",
    "of",
    "with",
    "for",
    "from",
    "at",
    "by",
    "in",
    "on",
    "against",
    "into",
    "about",
    "via",
    "through",
    "behind",
    "inside",
    "over",
    "between",
    "among",
    "like",
    "including",
    "as",
    "than",
];

/// The named parties that are the subject of the verb at token `verb`: "Meridian and two other labs ran".
fn subjects(tokens: &[Token<'_>], verb: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // "Meridian and two others, including Tern, ran": the aside is stepped over.
    let comma =
        (verb > 0 && tokens[verb - 1].is(",")).then(|| (verb.saturating_sub(20)..verb - 1).rev().find(|at| tokens[*at].is(",")));
    let verb = comma.flatten().unwrap_or(verb);
    let mut end = verb;
    // "Meridian and two other foreign labs ran": the labs have no name, Meridian has.
    let unnamed = (0..verb).rev().take(8).take_while(|at| is_unnamed(&tokens[*at])).last();
    if let Some(first) = unnamed.filter(|first| *first > 0 && tokens[first - 1].is("and")) {
        end = first - 1;
    }
    while let Some((party, before)) = subject(tokens, end) {
        if is_named(tokens, &party) {
            found.insert(0, party);
        }
        let mut join = before;
        while join > 0 && (tokens[join - 1].is_one_of(&["other", "two", "three", "four", "five", "several"])) {
            join -= 1;
        }
        let and = join > 0 && tokens[join - 1].is("and");
        let comma = join > 0 && tokens[join - 1].is(",") && end < verb;
        let listed = if and || comma { join - 1 } else { break };
        end = if and && listed > 0 && tokens[listed - 1].is(",") { listed - 1 } else { listed };
    }
    found
}

/// Whether a word only describes or counts: "two other foreign labs".
fn is_unnamed(token: &Token<'_>) -> bool {
    let counts =
        token.is_one_of(&["other", "two", "three", "four", "five", "six", "several", "rival", "more"]) || token.is_number();
    let acronym = crate::gazetteer::is_common_acronym(token.text);
    counts || acronym || is_body(&token.lower) || crate::party::is_people(&token.lower) || token.lower.ends_with("-based")
}

/// The party that is the subject of the verb at token `verb`, with the first token of the words that describe it.
fn subject(tokens: &[Token<'_>], verb: usize) -> Option<(Range<usize>, usize)> {
    let party = party_before(tokens, verb)?;
    let mut before = party.start;
    while before > 0
        && (tokens[before - 1].is_one_of(&["the", "a", "an"])
            || is_body(&tokens[before - 1].lower)
            || crate::party::is_people(&tokens[before - 1].lower))
    {
        before -= 1;
    }
    let preposition = before > 0 && tokens[before - 1].is_one_of(PREPOSITIONS);
    (!preposition).then_some((party, before))
}

/// Whether a party has a name, not only a description.
fn is_named(tokens: &[Token<'_>], party: &Range<usize>) -> bool {
    tokens[party.clone()].iter().enumerate().any(|(n, token)| {
        let initial = n == 0 && party.len() == 1 && starts_sentence(tokens, party.start) && is_common(&token.lower);
        token.is_capitalised()
            && !crate::party::is_people(token.stem())
            && !is_function_word(token.stem())
            && !initial
            && !crate::gazetteer::is_common_acronym(token.text)
    })
}

fn starts_sentence(tokens: &[Token<'_>], at: usize) -> bool {
    at == 0 || tokens[at].gap >= Gap::Line || matches!(tokens[at - 1].text, "." | "!" | "?" | "•" | "→" | "-" | ":")
}

/// Plural and other common nouns that a sentence may start with.
fn is_common(lower: &str) -> bool {
    is_body(lower)
        || lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("'s")
        || lower.ends_with("tion")
}
