//! Whether a word is the verb of a deed, and how it stands.

use super::lists::{AUXILIARIES, DOERS, MODALS, OBJECT_STARTS, SCHEMES, SEEN, TAKING_PART};
use super::{DeedClass, DeedForm};
use crate::lexicon::is_function_word;
use crate::lexicon::speech::SAYING;
use crate::lexicon::verbs::VerbForm;
use crate::lexicon::verbs::{is_no_deed, verb};
use crate::token::Gap;
use crate::token::Token;

/// The verb at `at`: a word of the lists in one of their forms, capitalised only where a headline or a sentence begins.
pub(super) fn word_at(tokens: &[Token<'_>], at: usize) -> Option<(String, DeedClass, VerbForm)> {
    let token = &tokens[at];
    if !token.is_word() || token.is_possessive() {
        return None;
    }
    // "leading models"
    if token.is("leading") {
        return None;
    }
    let found = verb(&token.lower).or_else(|| any_past(tokens, at))?;
    // "the use of", "a copy", "their attack": nouns.
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let determined = before.is_some_and(|before| {
        before.gap <= Gap::Space
            && (before.is_one_of(&[
                "the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "any", "no", "of", "such", "more",
                "these", "those", "in", "on", "at", "hundred", "thousand", "million", "billion",
            ]) || before.is_possessive()
                || before.is_number())
    });
    let after = tokens.get(at + 1);
    match found.2 {
        VerbForm::Base | VerbForm::Third if determined => None,
        // "stolen tools", "an encrypted file": an adjective.
        VerbForm::Past | VerbForm::Participle
            if determined && !before.is_some_and(|before| before.is_one_of(&["that", "this", "these", "those"])) =>
        {
            None
        }
        // "with forged pages", "using rented servers"
        VerbForm::Past | VerbForm::Participle
            if before.is_some_and(|before| {
                let earlier = at.checked_sub(2).map(|earlier| &tokens[earlier]);
                let after = |word: &str| earlier.is_some_and(|earlier| earlier.is(word));
                before.is_one_of(&["with", "from", "via", "through", "into"])
                    || before.is("as") && after("such")
                    || match verb(&before.lower) {
                        Some((_, _, VerbForm::Ing)) => true,
                        Some((_, _, VerbForm::Base)) => after("to"),
                        _ => false,
                    }
            }) =>
        {
            None
        }
        VerbForm::Ing if determined && !before.is_some_and(|before| before.is_one_of(&["of", "in"])) => None,
        VerbForm::Ing if after.is_some_and(|next| next.is("of")) => None,
        // "Meridian Works ran": a name; a headline in capitals goes on with one.
        VerbForm::Base | VerbForm::Third
            if token.is_capitalised()
                && before.is_some_and(|before| before.is_capitalised() && token.gap == Gap::Space)
                && !after.is_some_and(Token::is_capitalised) =>
        {
            None
        }
        // "Acting Under Secretary": a title; "Accuses Meridian of Copying Corvid" is none.
        VerbForm::Ing
            if token.is_capitalised()
                && after.is_some_and(Token::is_capitalised)
                && before.is_some_and(|before| !before.is_one_of(&["of", "for", "with", "by"])) =>
        {
            None
        }
        _ => Some(found),
    }
}

/// Any other verb in the past with an object behind it: "duplicated serial numbers".
pub(super) fn any_past(tokens: &[Token<'_>], at: usize) -> Option<(String, DeedClass, VerbForm)> {
    let token = &tokens[at];
    let stem = token.lower.strip_suffix("ed").filter(|stem| stem.len() > 2 && !stem.contains('-'))?;
    if token.is_capitalised() || is_no_deed(&token.lower) {
        return None;
    }
    let after = tokens.get(at + 1).filter(|after| after.gap == Gap::Space)?;
    let object = after.is_word() && (!is_function_word(&after.lower) || after.is_one_of(OBJECT_STARTS)) || after.is_number();
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    // "has duplicated" and "Tern duplicated" have a subject; ", obfuscated methods" is none.
    if before.is_none_or(|before| before.is_mark() && !before.is(",") && !before.is_quote_mark() && !before.is(")")) {
        return None;
    }
    object.then(|| (stem.to_owned(), DeedClass::Plain, VerbForm::Past))
}

/// Whether the word before a verb in the plural present can be its subject: a plural noun, "they", "who".
pub(super) fn takes_plural(lead: &Token<'_>) -> bool {
    let plural = lead.lower.ends_with('s')
        && lead.lower.len() > 3
        && !lead.lower.ends_with("ss")
        && !lead.lower.ends_with("us")
        && !lead.is_possessive()
        && !is_function_word(&lead.lower)
        && !lead.is_one_of(SAYING);
    lead.is_word()
        && (plural || lead.is_one_of(&["they", "who", "that", "which", "people", "men", "women", "we", "also", "often"]))
}

/// Whether a verb in the plural present stands in the clause before `at`, with its subject: "they work with brokers,".
fn follows_plural(tokens: &[Token<'_>], at: usize) -> bool {
    let mut next = at;
    while next > 1 && at - next < 24 {
        next -= 1;
        let token = &tokens[next];
        if matches!(token.text, "." | ";" | ":" | "?" | "!") || token.gap >= Gap::Line {
            return false;
        }
        let base = matches!(verb(&token.lower), Some((_, _, VerbForm::Base)));
        if base && tokens[next - 1].is_one_of(&["they", "who", "we"]) {
            return true;
        }
    }
    false
}

/// How the verb at `at` stands, with the first token of its group (auxiliaries and adverbs).
pub(super) fn form_at(tokens: &[Token<'_>], at: usize, form: VerbForm) -> Option<(DeedForm, usize)> {
    let mut group = at;
    while group > 0 {
        let before = &tokens[group - 1];
        // "had “acquired servers”": the words quoted begin with the verb.
        if before.is_quote_mark()
            && tokens[group].gap == Gap::Joined
            && group > 1
            && tokens[group - 2].is_one_of(&["has", "have", "had", "was", "were", "also"])
        {
            group -= 1;
            continue;
        }
        let adverb = before.is_word()
            && before.lower.ends_with("ly")
            && before.lower.len() > 4
            && !before.is_one_of(&["only", "supply", "family", "early"]);
        if !(adverb || before.is_one_of(AUXILIARIES)) || tokens[group].gap >= Gap::Paragraph {
            break;
        }
        group -= 1;
    }
    let has = |words: &[&str]| tokens[group..at].iter().any(|token| token.is_one_of(words));
    let lead = group.checked_sub(1).map(|lead| &tokens[lead]);
    let led = |words: &[&str]| lead.is_some_and(|lead| lead.is_one_of(words));
    // "has not told the public or filed a notice"
    let not = || {
        let clause = tokens[group.saturating_sub(16)..group].iter().rev().take_while(|token| !token.is_mark());
        led(&["or", "nor"]) && clause.clone().any(|token| token.is_one_of(&["not", "never"]) || token.lower.ends_with("n't"))
    };
    if has(&["not", "never"]) || not() || led(&["no", "nor", "not", "never"]) || led(MODALS) {
        return None;
    }
    let particle = usize::from(tokens.get(at + 1).is_some_and(|next| next.is_one_of(&["up", "out", "off", "in", "down"])));
    let by = tokens.get(at + 1 + particle).is_some_and(|next| next.is("by"));
    match form {
        VerbForm::Base => {
            let object = tokens.get(at + 1).is_some_and(|next| {
                next.gap == Gap::Space
                    && (next.is_word() && !next.is_one_of(&["of", "and", "or", "is", "are", "was", "were", "has", "have", "had"])
                        || next.is_number()
                        || next.is("$"))
            });
            if led(DOERS) && object {
                return Some((DeedForm::Active, group));
            }
            // "these workers conceal": no list of nouns ("exports control rules").
            if object && lead.is_some_and(takes_plural) && !has(&["be", "been", "being", "having", "did"]) {
                return Some((DeedForm::Active, group));
            }
            // "they work with brokers, use fronts and employ tricks"
            let listed = lead.is_some_and(|lead| lead.is(",") || lead.is_one_of(&["and", "or"]));
            if object && listed && follows_plural(tokens, group - 1) {
                return Some((DeedForm::Active, group));
            }
            if !led(&["to"]) || group < 2 {
                return None;
            }
            if let Some(first) = achieved(tokens, group - 1) {
                return Some((DeedForm::Active, first));
            }
            let scheme = tokens[group - 2].is_one_of(SCHEMES) || is_scheme_of(tokens, group - 1);
            scheme.then_some((DeedForm::Infinitive, group - 1))
        }
        VerbForm::Past | VerbForm::Participle => {
            let is = has(&["is", "are", "was", "were", "be", "been", "being"]);
            if has(&["having"]) {
                let answered =
                    led(&["deny", "denies", "denied", "denying", "admits", "admitted", "acknowledged", "acknowledges"]);
                return (answered || led(&["of", "with", "for", "and", "or"]) || lead.is_some_and(|lead| lead.is(",")))
                    .then_some((DeedForm::Charge, group));
            }
            if has(&["have"]) && led(&["to"]) {
                return Some((if is { DeedForm::Passive } else { DeedForm::Infinitive }, group - 1));
            }
            if led(&["to"]) {
                return None;
            }
            if is {
                // "was used by": whoever used it.
                return Some((DeedForm::Passive, group));
            }
            if has(&["has", "have", "had"]) {
                return Some((DeedForm::Active, group));
            }
            // "had infiltrated networks and stolen data"
            let shares = form == VerbForm::Participle
                && led(&["and", "or"])
                && tokens[group.saturating_sub(14)..group]
                    .iter()
                    .rev()
                    .take_while(|token| !matches!(token.text, "." | ";"))
                    .any(|token| token.is_one_of(&["has", "have", "had"]));
            if shares {
                return Some((DeedForm::Active, group));
            }
            if form == VerbForm::Participle || by {
                return Some((DeedForm::Reduced, group));
            }
            Some((DeedForm::Active, group))
        }
        VerbForm::Third => {
            // "cyber attacks against": a noun.
            if tokens.get(at + 1).is_some_and(|next| next.is_one_of(&["of", "against"])) {
                return None;
            }
            let subject = lead.is_some_and(|lead| verb(&lead.lower).is_none() && !lead.lower.ends_with("ed"))
                && lead.is_some_and(|lead| {
                    lead.is_word() && !is_function_word(&lead.lower)
                        || lead.is_one_of(&["it", "he", "she", "who", "which", "that", "and", "also"])
                });
            // "One front company, Osong, employs workers": behind an aside.
            let aside = lead.is_some_and(|lead| lead.is(",")) && tokens[..group - 1].iter().any(|token| token.is(","));
            let object = tokens.get(at + 1).is_some_and(|next| {
                next.gap == Gap::Space && next.is_word() && !next.is_one_of(&["of", "and", "or", "to", "for", "in", "from"])
            });
            (subject || aside && object).then_some((DeedForm::Active, group))
        }
        VerbForm::Ing => {
            if has(&["is", "are", "was", "were", "been", "be"]) {
                return Some((DeedForm::Active, group));
            }
            // "began using": one deed, told by the verb before.
            if group == at
                && led(&[
                    "began",
                    "begun",
                    "begin",
                    "started",
                    "start",
                    "continued",
                    "continue",
                    "continues",
                    "kept",
                    "keep",
                    "resumed",
                ])
            {
                return None;
            }
            // "they have been observed capturing": what others saw.
            if led(SEEN) && group > 1 {
                let mut first = group - 1;
                while first > 0 && tokens[first - 1].is_one_of(AUXILIARIES) {
                    first -= 1;
                }
                return Some((DeedForm::Active, first));
            }
            let pleaded = led(&["to"])
                && tokens[group.saturating_sub(8)..group]
                    .iter()
                    .any(|token| token.is_one_of(&["guilty", "admitted", "confessed"]));
            // "charged with smuggling and theft": a noun.
            let object = tokens.get(at + 1).is_some_and(|next| {
                !next.is_mark() && !next.is_one_of(&["and", "or"])
                    || next.is("$")
                    || next.is_quote_mark() && next.gap == Gap::Space
            });
            let part = led(&["in"]) && group >= 2 && tokens[group - 2].is_one_of(TAKING_PART);
            if object && (pleaded || part || led(&["of", "with", "for", "over"])) && group >= 2 {
                return Some((DeedForm::Charge, group));
            }
            let joined = led(&["by", "while", "when", "after", "and", "or", "from", "in", "then"])
                || lead.is_some_and(|lead| lead.is(",") || lead.is_dash());
            let using = tokens[at].is("using");
            // "two front companies employing workers", "observed Grey Heron quietly using"
            let attached = lead.is_some_and(|lead| {
                lead.is_word()
                    && tokens[group].gap == Gap::Space
                    && !tokens[at].is_capitalised()
                    && !is_function_word(&lead.lower)
                    && verb(&lead.lower).is_none_or(|(_, _, form)| form == VerbForm::Third)
                    && !lead.is_one_of(SAYING)
                    && (!using || lead.is_capitalised())
                    && !tokens[at].is_one_of(&["acting", "working", "leading", "regarding"])
                    && !tokens.get(at + 1).is_some_and(|next| next.is("as"))
            });
            if object && attached {
                return Some((DeedForm::Attached, group));
            }
            (object && (joined || using)).then_some((DeedForm::Participle, group))
        }
    }
}

/// Where the verb group of "was able" begins, if the "to" at `to` goes with it: who was able to do a thing did it.
fn achieved(tokens: &[Token<'_>], to: usize) -> Option<usize> {
    let able = to.checked_sub(1).filter(|able| tokens[*able].is("able"))?;
    let mut first = able;
    while first > 0
        && (tokens[first - 1].is_one_of(&["was", "were", "been", "has", "have", "had", "then", "also", "thus", "still"])
            || tokens[first - 1].lower.ends_with("ly"))
    {
        first -= 1;
    }
    tokens[first..able].iter().any(|token| token.is_one_of(&["was", "were", "been"])).then_some(first)
}

/// Whether the "to" at `to` goes with a scheme that names its people between: "campaigns by three labs to extract".
pub(super) fn is_scheme_of(tokens: &[Token<'_>], to: usize) -> bool {
    let from = to.saturating_sub(16);
    (from..to).rev().take_while(|at| !matches!(tokens[*at].text, "." | ";" | ":")).any(|at| {
        tokens[at].is_one_of(SCHEMES)
            && tokens.get(at + 1).is_some_and(|next| next.is_one_of(&["by", "of", "with", "between", "among"]))
            && !tokens[at + 1..to].iter().any(|token| {
                matches!(verb(&token.lower), Some((_, _, VerbForm::Past | VerbForm::Base)))
                    || token.is_one_of(SAYING)
                    || token.is_one_of(&["is", "was", "were", "are", "has", "had", "have", "that", "which", "who"])
            })
    })
}

/// Where what stands in marks at `at` ends, if nothing but a short form stands in brackets there, or quoted words in marks.
pub(super) fn over_marks(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = &tokens[at];
    if token.is("(") {
        let short = tokens.get(at + 1).is_some_and(|word| word.is_word() && word.lower.len() < 9);
        return (short && tokens.get(at + 2).is_some_and(|mark| mark.is(")"))).then_some(at + 3);
    }
    let close = match token.text {
        "“" => "”",
        "\"" if token.gap == Gap::Space => "\"",
        _ => return None,
    };
    let length = tokens.iter().skip(at + 1).take(24).position(|token| token.text == close || token.gap >= Gap::Line)?;
    let end = at + 1 + length;
    // A stop inside ends the sentence as well.
    (tokens[end].text == close && !tokens[at + 1..end].iter().any(|token| token.is("."))).then_some(end + 1)
}
