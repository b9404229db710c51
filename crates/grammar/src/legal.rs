//! Words with a legal meaning, and how heavy they are.

use crate::Found;
use crate::token::{Gap, Token, tokens};

/// How heavy a legal word is, lightest first: a sentence climbs when its word is heavier than its source's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LegalStrength {
    /// Against somebody's rules or without permission: "improperly", "unauthorized", "misuse".
    Improper,
    /// Forbidden in some unnamed way: "illicit", "misappropriate".
    Illicit,
    /// With deceit: "fraudulent".
    Fraudulent,
    /// Against the law: "illegal", "unlawful", "violated the law".
    Illegal,
    /// A named crime, or crime itself: "theft", "smuggling", "espionage".
    Crime,
}

/// A word with a legal meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LegalWord {
    /// Its dictionary form; words of one family share it: "stole", "theft" and "thief" are "steal".
    pub lemma: &'static str,
    /// How heavy it is.
    pub strength: LegalStrength,
}

/// Whole words, or beginnings of words (with a star), and their family.
const WORDS: &[(&str, &str, LegalStrength)] = {
    use LegalStrength::{Crime, Fraudulent, Illegal, Illicit, Improper};
    &[
        ("improper*", "improper", Improper),
        ("inappropriate*", "inappropriate", Improper),
        ("unauthorized", "unauthorized", Improper),
        ("unauthorised", "unauthorized", Improper),
        ("unpermitted", "unauthorized", Improper),
        ("unlicensed", "unlicensed", Improper),
        ("misuse*", "misuse", Improper),
        ("misusing", "misuse", Improper),
        ("abuse", "abuse", Improper),
        ("abused", "abuse", Improper),
        ("abuses", "abuse", Improper),
        ("abusing", "abuse", Improper),
        ("abusive*", "abuse", Improper),
        ("illicit*", "illicit", Illicit),
        ("misappropriat*", "misappropriate", Illicit),
        ("pirat*", "pirate", Illicit),
        ("fraud*", "fraud", Fraudulent),
        ("defraud*", "fraud", Fraudulent),
        ("deceptive*", "deceive", Fraudulent),
        ("deceiv*", "deceive", Fraudulent),
        ("deceit*", "deceive", Fraudulent),
        ("sham", "sham", Fraudulent),
        ("illegal*", "illegal", Illegal),
        ("unlawful*", "unlawful", Illegal),
        ("lawbreak*", "unlawful", Illegal),
        ("infring*", "infringe", Illegal),
        ("theft", "steal", Crime),
        ("thefts", "steal", Crime),
        ("thief", "steal", Crime),
        ("thieves", "steal", Crime),
        ("steal", "steal", Crime),
        ("steals", "steal", Crime),
        ("stealing", "steal", Crime),
        ("stole", "steal", Crime),
        ("stolen", "steal", Crime),
        ("robber*", "rob", Crime),
        ("looting", "loot", Crime),
        ("looted", "loot", Crime),
        ("smuggl*", "smuggle", Crime),
        ("espionage", "espionage", Crime),
        ("spying", "espionage", Crime),
        ("spied", "espionage", Crime),
        ("spies", "espionage", Crime),
        ("crime", "crime", Crime),
        ("crimes", "crime", Crime),
        ("criminal*", "crime", Crime),
        ("cybercrim*", "crime", Crime),
        ("felon*", "crime", Crime),
        ("conspir*", "conspire", Crime),
        ("launder*", "launder", Crime),
        ("brib*", "bribe", Crime),
        ("extort*", "extort", Crime),
        ("forger*", "forge", Crime),
        ("counterfeit*", "counterfeit", Crime),
        ("embezzl*", "embezzle", Crime),
        ("racketeer*", "racketeer", Crime),
        ("sabotag*", "sabotage", Crime),
        ("hacked", "hack", Crime),
        ("hacking", "hack", Crime),
    ]
};

/// Words after "fraud" and the like that make it the thing fought, not the thing done.
const FOUGHT: &[&str] = &[
    "detection",
    "prevention",
    "monitoring",
    "screening",
    "department",
    "team",
    "teams",
    "checks",
    "protection",
    "analysts",
    "lawyer",
];

/// The legal words of `text`, in order. "Without permission" and "in violation of the law" count as words.
pub fn legal_words(text: &str) -> Vec<Found<LegalWord>> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((word, end)) = phrase(&tokens, at) {
            found.push(Found::new(tokens[at].start..tokens[end - 1].end, word));
            at = end;
            continue;
        }
        if let Some(word) = word(&tokens[at]).filter(|_| !is_fought(&tokens, at)) {
            found.push(Found::new(tokens[at].start..tokens[at].stem_end(), word));
        }
        at += 1;
    }
    found
}

fn word(token: &Token<'_>) -> Option<LegalWord> {
    if !token.is_word() {
        return None;
    }
    let stem = token.stem();
    // "cyber-espionage", "intellectual-property-theft": the last part decides; "anti-fraud" fights it.
    let last = match stem.rsplit_once('-') {
        Some((front, _)) if front == "anti" || front == "non" || front.ends_with("-anti") => return None,
        Some((_, last)) => last,
        None => stem,
    };
    WORDS.iter().find_map(|(form, lemma, strength)| {
        let fits = match form.strip_suffix('*') {
            Some(beginning) => last.starts_with(beginning),
            None => last == *form,
        };
        fits.then_some(LegalWord { lemma, strength: *strength })
    })
}

fn is_fought(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| next.gap < Gap::Paragraph && next.is_one_of(FOUGHT))
}

/// "Without permission", "in violation of U.S. law", "violated export controls".
fn phrase(tokens: &[Token<'_>], at: usize) -> Option<(LegalWord, usize)> {
    let first = &tokens[at];
    if first.is("without") {
        let skip = usize::from(tokens.get(at + 1)?.is_one_of(&["any", "the", "a", "its", "their", "proper", "prior", "express"]));
        let noun = tokens.get(at + 1 + skip)?;
        let lemma = match &*noun.lower {
            "authorization" | "authorisation" | "permission" | "consent" | "approval" | "authority" => "without permission",
            "license" | "licence" | "licenses" => "unlicensed",
            _ => return None,
        };
        return Some((LegalWord { lemma, strength: LegalStrength::Improper }, at + 2 + skip));
    }
    let verb = first.is_one_of(&[
        "violate",
        "violates",
        "violated",
        "violating",
        "violation",
        "violations",
        "breach",
        "breached",
        "breaching",
        "broke",
        "breaking",
        "break",
        "breaks",
    ]);
    if !verb {
        return None;
    }
    // What is broken: the law, or somebody's rules, within the next few words.
    for (next, token) in tokens.iter().enumerate().skip(at + 1).take(6) {
        if token.gap == Gap::Paragraph || matches!(token.text, "." | ";" | ":" | "!" | "?") {
            break;
        }
        let of_state = tokens[at + 1..next].iter().any(|token| {
            token.lower.starts_with("export")
                || token.lower.starts_with("sanction")
                || token.is_one_of(&["u.s.", "us", "federal"])
        });
        let strength = match token.stem() {
            "rules" if of_state => LegalStrength::Illegal,
            "law" | "laws" | "statute" | "statutes" | "sanctions" | "act" | "code" => LegalStrength::Illegal,
            "controls" | "control" | "regulations" => LegalStrength::Illegal,
            "terms" | "policy" | "policies" | "rules" | "agreement" | "agreements" | "contract" => LegalStrength::Improper,
            _ => continue,
        };
        let lemma = if strength == LegalStrength::Illegal { "violate the law" } else { "violate terms" };
        let more = tokens[next + 1..]
            .iter()
            .take_while(|token| {
                token.gap == Gap::Space
                    && token.is_one_of(&["control", "controls", "reform", "act", "law", "laws", "regulations", "rules", "policy"])
            })
            .count();
        return Some((LegalWord { lemma, strength }, next + 1 + more));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, &str, LegalStrength)]) {
        let found = legal_words(text);
        let found: Vec<_> = found.iter().map(|f| (&text[f.range.clone()], f.what.lemma, f.what.strength)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn legal_words_have_their_weight() {
        use LegalStrength::{Crime, Fraudulent, Illegal, Illicit, Improper};
        check(
            "It improperly used accounts without any permission.",
            &[("improperly", "improper", Improper), ("without any permission", "without permission", Improper)],
        );
        check(
            "They illicitly ran fraudulent accounts.",
            &[("illicitly", "illicit", Illicit), ("fraudulent", "fraud", Fraudulent)],
        );
        check("Illegally, they stole it.", &[("Illegally", "illegal", Illegal), ("stole", "steal", Crime)]);
        check(
            "IP theft’s cost, cyber-espionage and Criminals.",
            &[("theft", "steal", Crime), ("cyber-espionage", "espionage", Crime), ("Criminals", "crime", Crime)],
        );
        check("It violated U.S. export control laws.", &[("violated U.S. export control laws", "violate the law", Illegal)]);
        check("attempts that violate their terms of service", &[("violate their terms", "violate terms", Improper)]);
    }

    #[test]
    fn words_that_only_look_legal_are_left_alone() {
        use LegalStrength::Crime;
        check("The anti-fraud team and fraud detection stole nothing.", &[("stole", "steal", Crime)]);
        check("He was stolid; the break came without warning. A felt hat, the spies.", &[("spies", "espionage", Crime)]);
        check("properly authorized, legal and lawful", &[]);
    }

    #[test]
    fn weights_are_ordered_as_a_checker_asks() {
        let weight = |text: &str| legal_words(text)[0].what.strength;
        let climbing = ["improperly", "illicitly", "fraudulently", "illegally", "stole"];
        assert!(climbing.windows(2).all(|pair| weight(pair[0]) < weight(pair[1])));
    }
}
