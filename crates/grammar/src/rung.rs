//! Who: how closely words tie a party to the act.

use crate::Found;
use crate::lexicon::deeds::{ACTING, ACTS, DEEDS, DONE, LINKED};
use crate::lexicon::is_function_word;
use crate::lexicon::speech::SAYING;
use crate::party::{is_body, party_at, party_before, words};
use crate::token::{Gap, Token, tokens};
use dossier_model::{Nexus, Rung};
use std::ops::Range;

/// Phrases that say for whom somebody acts.
const ACTING_FOR: &[&[&str]] = &[
    &["on", "behalf", "of"],
    &["acting", "for"],
    &["acted", "for"],
    &["directed", "by"],
    &["working", "for"],
    &["work", "for"],
    &["works", "for"],
    &["work", "at", "the", "direction", "of"],
    &["worked", "for"],
    &["employed", "by"],
    &["hired", "by"],
    &["contracted", "by"],
    &["controlled", "by"],
    &["commissioned", "by"],
    &["sponsored", "by"],
    &["at", "the", "direction", "of"],
    &["under", "the", "direction", "of"],
    &["under", "the", "control", "of"],
    &["at", "the", "behest", "of"],
    &["at", "the", "request", "of"],
    &["in", "the", "service", "of"],
    &["in", "the", "pay", "of"],
    &["in", "the", "employ", "of"],
    &["on", "orders", "from"],
    &["under", "orders", "from"],
    &["on", "the", "orders", "of"],
    &["on", "instructions", "from"],
    &["on", "the", "instructions", "of"],
    &["tasked", "by"],
    &["recruited", "by"],
];

/// What somebody acts with, when another is only said to favour it: "with the blessing of".
const FAVOURS: &[&str] = &[
    "blessing",
    "support",
    "backing",
    "help",
    "assistance",
    "knowledge",
    "approval",
    "consent",
    "protection",
    "encouragement",
    "complicity",
    "connivance",
    "acquiescence",
];

/// Ties that only hold of a state: a firm that a company backs is not its agent.
const OF_A_STATE: &[&str] = &["backed", "supported", "funded", "financed", "sponsored", "directed", "controlled", "run"];

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
            if tokens[party.clone()].iter().any(Token::is_capitalised) {
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

/// "Linked to", "acting for": the nexus, and the token where the party should start.
fn loose_lead(tokens: &[Token<'_>], at: usize) -> Option<(Nexus, usize)> {
    let token = &tokens[at];
    if token.is_one_of(LINKED) && tokens.get(at + 1)?.is_one_of(&["to", "with"]) {
        return Some((Nexus::Linked, at + 2));
    }
    let fits = |words: &[&str]| {
        tokens.get(at..at + words.len()).is_some_and(|here| words.iter().zip(here).all(|(word, token)| token.is(word)))
    };
    // "with the tacit blessing of".
    let favour = |at: usize| {
        tokens.get(at).is_some_and(|token| token.is_one_of(FAVOURS)) && tokens.get(at + 1).is_some_and(|of| of.is("of"))
    };
    if token.is("with") && tokens.get(at + 1).is_some_and(|next| next.is_one_of(&["the", "tacit"])) {
        for noun in [at + 2, at + 3] {
            if favour(noun) {
                return Some((Nexus::Linked, noun + 2));
            }
        }
    }
    // "hackers backed by the government": of a state alone.
    if token.is_one_of(OF_A_STATE) && tokens.get(at + 1)?.is("by") {
        let the = at + 2 + usize::from(tokens.get(at + 2)?.is("the"));
        let people = tokens.get(the).is_some_and(|token| crate::party::is_people(token.stem()));
        let state = people
            && tokens.get(the + 1).is_some_and(|next| next.is_one_of(&["government", "state", "military", "regime", "army"]));
        if state
            || tokens.get(the).is_some_and(|token| token.is_capitalised() && crate::gazetteer::is_place(token.stem()))
                && !tokens.get(the + 1).is_some_and(Token::is_capitalised)
        {
            return Some((Nexus::ActingFor, at + 2));
        }
    }
    ACTING_FOR.iter().find(|words| fits(words)).map(|words| (Nexus::ActingFor, at + words.len()))
}

/// "Meridian-linked": the nexus, and where the party ends.
fn prefix(token: &Token<'_>) -> Option<(Nexus, usize)> {
    let (front, back) = token.text.rsplit_once('-')?;
    let nexus = match back.to_lowercase().as_str() {
        "linked" | "affiliated" | "tied" | "aligned" | "nexus" | "connected" => Nexus::Linked,
        // "State-Sponsored" in a headline names no state.
        "directed" | "controlled" | "sponsored" if !is_kind_of_state(front) => Nexus::ActingFor,
        "backed" | "funded" | "run" if crate::gazetteer::is_place(&front.to_lowercase()) || front == "Kremlin" => {
            Nexus::ActingFor
        }
        _ => return None,
    };
    front.starts_with(char::is_uppercase).then_some((nexus, token.start + front.len()))
}

fn is_kind_of_state(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "state" | "nation-state" | "government" | "military" | "regime" | "company" | "court")
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

/// The parties that the words at token `at` say did something, each with the tokens of those words.
fn by_at(tokens: &[Token<'_>], at: usize) -> Vec<(Range<usize>, Range<usize>)> {
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
    let passive = token.is_one_of(DONE) && tokens.get(at + 1).is_some_and(|next| next.is("by"));
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
