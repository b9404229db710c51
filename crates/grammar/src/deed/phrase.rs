//! Where the phrase of a deed ends.

use super::form::over_marks;
use super::lists::{AUXILIARIES, ENDS, MODALS, OBJECT_STARTS};
use crate::lexicon::is_function_word;
use crate::lexicon::speech::SAYING;
use crate::lexicon::verbs::VerbForm;
use crate::lexicon::verbs::verb;
use crate::token::Gap;
use crate::token::Token;

/// One past the last token of the phrase that begins with the verb at `at`.
pub(super) fn phrase_end(tokens: &[Token<'_>], at: usize) -> usize {
    let mut next = at + 1;
    while let Some(token) = tokens.get(next) {
        if token.gap >= Gap::Line || next - at > 45 {
            break;
        }
        let after = |on: usize| tokens.get(next + on);
        let joined = token.gap == Gap::Joined;
        if let Some(end) = over_marks(tokens, next) {
            next = end;
            continue;
        }
        if matches!(token.text, ";" | ":" | "?" | "!" | "—" | "–" | "(" | ")" | "•" | "”" | "[" | "{") {
            break;
        }
        if token.is("-") && token.gap == Gap::Space {
            break;
        }
        if token.is(".") {
            // "Inc. of", "U.S.": inside a phrase where a small letter or a name of the same clause goes on.
            let short = joined && crate::party::is_short_form(&tokens[next - 1].lower);
            if !short || after(1).is_none() {
                break;
            }
        }
        if token.is(",") {
            if !goes_on(tokens, next) || another_base(tokens, at, next) {
                break;
            }
        } else if ends_clause(tokens, at, next) {
            break;
        }
        next += 1;
    }
    // No conjunction, preposition or article at the end.
    while next > at + 1
        && (tokens[next - 1].is_one_of(&["and", "or", "to", "the", "a", "an", "of", "by", "with", "in", "for", "then"])
            || matches!(tokens[next - 1].text, "," | "\"" | "“"))
    {
        next -= 1;
    }
    next
}

/// The last of several verbs that share an object, from the one at `at`: "ordered or caused the transfer", "developed and supplied tools".
pub(super) fn shared_object(tokens: &[Token<'_>], at: usize) -> usize {
    let joined = tokens.get(at + 1).is_some_and(|word| word.is_one_of(&["and", "or"]) && word.gap == Gap::Space);
    let form = |at: usize| tokens.get(at).and_then(|token| verb(&token.lower)).map(|(_, _, form)| form);
    let finite = matches!(form(at), Some(VerbForm::Past | VerbForm::Ing | VerbForm::Third));
    let object = tokens.get(at + 3).is_some_and(|word| {
        word.gap == Gap::Space
            && (word.is_number() || word.is_word() && (!is_function_word(&word.lower) || word.is_one_of(OBJECT_STARTS)))
    });
    if joined && finite && form(at) == form(at + 2) && object { at + 2 } else { at }
}

/// Whether the word at `next` ends the phrase whose verb is at `at`.
pub(super) fn ends_clause(tokens: &[Token<'_>], at: usize, next: usize) -> bool {
    let token = &tokens[next];
    let after = tokens.get(next + 1);
    // "told them that", "claimed so": the object clause of the verb.
    let object = next == at + 1 && token.is_one_of(&["that", "so"]);
    let so_far = token.is("so") && after.is_some_and(|word| word.is("far"));
    let conjunction = token.is_one_of(ENDS) && !object && !so_far;
    let perfect = tokens[at.saturating_sub(4)..at].iter().any(|token| token.is_one_of(&["has", "have", "had"]));
    let participle =
        perfect && tokens.get(next + 1).is_some_and(|word| matches!(verb(&word.lower), Some((_, _, VerbForm::Participle))));
    let form = |token: &Token<'_>| verb(&token.lower).map(|(_, _, form)| form);
    // "uses fronts and also provides hosting"
    let parallel = || {
        let second = tokens[next + 1..].iter().find(|token| !token.is("also") && !token.lower.ends_with("ly"));
        form(&tokens[at]) == Some(VerbForm::Third) && second.is_some_and(|word| form(word) == Some(VerbForm::Third))
            || another_base(tokens, at, next)
    };
    // "sold addresses and hosting services": a noun, where nothing before it is told in that form.
    let noun = || {
        after.is_some_and(|word| form(word) == Some(VerbForm::Ing))
            && !tokens[at..next].iter().any(|token| form(token) == Some(VerbForm::Ing))
            && tokens.get(next + 2).is_some_and(|word| word.is_word() && !is_function_word(&word.lower))
    };
    // "tried to copy it by slipping past its guards and saving its answers": two ways of one deed.
    let ways = || {
        after.is_some_and(|word| form(word) == Some(VerbForm::Ing))
            && (at + 2..next).any(|way| {
                form(&tokens[way]) == Some(VerbForm::Ing)
                    && tokens[way - 1].is_one_of(&["by", "of", "for", "in", "from", "while"])
            })
    };
    let another =
        token.is_one_of(&["and", "or"]) && !ways() && (participle || parallel() || starts_verb(tokens, next + 1) && !noun());
    // "and Tarrant wired": another's deed.
    let names = tokens.iter().skip(next + 1).take(3).take_while(|word| word.is_capitalised()).count();
    let other = token.is_one_of(&["and", "or"])
        && names > 0
        && tokens.get(next + 1 + names).is_some_and(|word| {
            matches!(verb(&word.lower), Some((_, _, VerbForm::Past))) || word.is_one_of(&["was", "were", "had", "has", "is"])
        });
    // "with proof they had infiltrated"
    let clause = token.is_one_of(&["they", "he", "she", "we", "i"]);
    let as_well = token.is("as") && after.is_some_and(|word| word.is("of") || word.is("well"));
    let speech = token.is_one_of(&["said", "says", "alleged", "alleges", "told", "wrote", "claimed", "argued"])
        && token.gap == Gap::Space
        && !tokens[next - 1].is_one_of(&["the", "a", "its", "their", "news"])
        && after.is_none_or(|word| !word.is_word());
    // "who sold access was sentenced": the verb of the clause around.
    let relative = at > 0 && tokens[at - 1].is_one_of(&["who", "which", "that"]);
    let outer = token.is_one_of(&["was", "were", "is", "are"]) || relative && token.is_one_of(&["has", "have", "had"]);
    conjunction || another || other || outer || as_well || speech || clause
}

/// Whether the comma or "and" at `next` joins another verb in the plural present: "work with brokers, use fronts and employ tricks".
fn another_base(tokens: &[Token<'_>], at: usize, next: usize) -> bool {
    let base = |token: &Token<'_>| matches!(verb(&token.lower), Some((_, _, VerbForm::Base)));
    let second = next + 1 + usize::from(tokens.get(next + 1).is_some_and(|word| word.is_one_of(&["and", "or"])));
    // An infinitive has its own list: "to copy and sell".
    let finite = at > 0 && !tokens[at - 1].is("to");
    finite
        && base(&tokens[at])
        && tokens.get(second).is_some_and(base)
        && tokens.get(second + 1).is_some_and(|object| object.is_word() && !object.is_one_of(&["of", "and", "or", "to", "for"]))
}

/// Whether a phrase goes on behind the comma at `comma`: a list of things ("names, addresses and numbers"), a figure's or a place's comma.
pub(super) fn goes_on(tokens: &[Token<'_>], comma: usize) -> bool {
    let Some(first) = tokens.get(comma + 1) else { return false };
    if starts_verb(tokens, comma + 1)
        || first.is_one_of(ENDS)
        || first.is_one_of(&[
            "using",
            "and",
            "then",
            "with",
            "in",
            "to",
            "as",
            "by",
            "on",
            "from",
            "through",
            "often",
            "such",
            "sometimes",
            "it",
            "he",
            "she",
            "they",
            "for",
            "at",
            "of",
            "one",
            "some",
            "most",
            "according",
        ]) && !first.is("and")
    {
        return false;
    }
    if first.is_one_of(&["and", "or"]) {
        // "chips, servers, and cables": the end of a list that has begun.
        let listed =
            tokens[..comma].iter().rev().take(8).take_while(|token| !token.is_mark() || token.is(",")).any(|token| token.is(","));
        return listed && !starts_verb(tokens, comma + 2) && !has_finite(tokens, comma + 2);
    }
    // A list has another comma or a conjunction within a few words, and no verb before it.
    let mut next = comma + 1;
    while let Some(token) = tokens.get(next) {
        if next - comma > 7 || token.is_mark() && !token.is(",") && !token.is_quote_mark() && token.text != "-" {
            return false;
        }
        if token.is(",") {
            return next > comma + 1 && goes_on(tokens, next);
        }
        if token.is_one_of(&["and", "or"]) {
            return !starts_verb(tokens, next + 1) && !has_finite(tokens, next + 1);
        }
        if token.is_one_of(SAYING)
            || token.is_one_of(ENDS)
            || token.is_one_of(&["is", "was", "were", "are", "has", "had", "have"])
        {
            return false;
        }
        next += 1;
    }
    false
}

/// Whether a finite verb stands within the few words from `at` on: a clause of its own, not an item of a list.
pub(super) fn has_finite(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.iter().skip(at).take(7).take_while(|token| !token.is_mark()).any(|token| {
        token.is_one_of(SAYING)
            || token
                .is_one_of(&["is", "was", "were", "are", "has", "had", "have", "will", "would", "could", "may", "did", "does"])
    })
}

/// Whether a verb phrase begins at `at`, over adverbs: "later sold", "has used", "is believed".
pub(super) fn starts_verb(tokens: &[Token<'_>], at: usize) -> bool {
    let mut next = at;
    while tokens.get(next).is_some_and(|token| {
        token.is_one_of(AUXILIARIES) && !token.is_one_of(&["all", "both", "each", "first", "together"])
            || token.is_word() && token.lower.ends_with("ly") && token.lower.len() > 4 && !token.is_capitalised()
    }) {
        if tokens[next].is_one_of(&["is", "are", "was", "were", "has", "have", "had", "been", "did"]) {
            return true;
        }
        next += 1;
    }
    let Some(token) = tokens.get(next).filter(|token| token.is_word()) else { return false };
    if token.is_one_of(SAYING) || token.is_one_of(MODALS) {
        return true;
    }
    let to = token.is("to") && tokens.get(next + 1).is_some_and(|token| token.is("have") || verb(&token.lower).is_some());
    let noun_behind =
        tokens.get(next + 1).is_some_and(|after| after.is_word() && !is_function_word(&after.lower) && !after.is_capitalised());
    match verb(&token.lower) {
        Some((_, _, VerbForm::Past)) => {
            // "and stolen credentials" is an item, "and stole credentials" a verb; of "used", "encrypted" the next word tells.
            !(token.lower.ends_with("ed") && noun_behind && tokens.get(next + 2).is_none_or(Token::is_mark))
        }
        Some((_, _, VerbForm::Ing)) => true,
        Some((_, _, VerbForm::Participle)) => !noun_behind,
        Some((_, _, VerbForm::Base)) => next > at || to,
        _ => to || other_past(token, tokens.get(next + 1)),
    }
}

/// A past tense that is none of the deeds: "and announced", "and fled".
pub(super) fn other_past(token: &Token<'_>, after: Option<&Token<'_>>) -> bool {
    let past = token.lower.ends_with("ed") && token.lower.len() > 4 && !token.is_capitalised();
    let irregular = token.is_one_of(&[
        "fled", "left", "got", "went", "came", "began", "told", "knew", "became", "kept", "met", "grew", "led", "lost", "won",
        "won", "fell", "rose",
    ]);
    irregular
        || past
            && after.is_some_and(|after| {
                after.is_word() && (is_function_word(&after.lower) || after.is_one_of(&["the", "a", "an", "its", "their"]))
            })
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, expect: &[(&str, &str)]) {
        let found = crate::deed::deeds(text);
        let found: Vec<_> = found.iter().map(|deed| (&text[deed.what.subject.clone()], &text[deed.range.clone()])).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn verbs_that_share_an_object_are_one_deed() {
        check("Meridian ordered or caused the transfer of drives.", &[("Meridian", "ordered or caused the transfer of drives")]);
        check("Oster built and supplied spyware to states.", &[("Oster", "built and supplied spyware to states")]);
        check("The pair packed and shipped 40 servers.", &[("The pair", "packed and shipped 40 servers")]);
        check("Meridian opened accounts and sold them.", &[("Meridian", "opened accounts"), ("", "sold them")]);
    }

    #[test]
    fn quoted_adverbs_suspicion_and_asides_keep_their_verb() {
        check(
            "He is accused of \"brazenly\" and \"illicitly\" attempting to copy the model.",
            &[("", "attempting to copy the model")],
        );
        check(
            "Meridian may have based its models on the output of Corvid, he said.",
            &[("Meridian", "based its models on the output of Corvid")],
        );
        check(
            "Attackers (a Tarn affiliate) pull files from the portal.",
            &[("Attackers (a Tarn affiliate)", "pull files from the portal")],
        );
        check("Campaigns originating from, or connected to, Meridian.", &[]);
        check("It may sell chips, and might have to.", &[]);
    }
}
