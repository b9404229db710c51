//! How the verb of a deed stands.

use super::DeedForm;
use super::lists::{AUXILIARIES, DOERS, MODALS, SCHEMES, SEEN, TAKING_PART};
use crate::lexicon::is_function_word;
use crate::lexicon::speech::SAYING;
use crate::lexicon::verbs::VerbForm;
use crate::lexicon::verbs::verb;
use crate::token::Gap;
use crate::token::Token;

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
        // "“brazenly” and “illicitly” attempting"
        if let Some(first) = quoted_adverb(tokens, group) {
            group = first;
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
    // "may have based its models on another's": what somebody is suspected of.
    let suspected = lead.is_some_and(|lead| !lead.is_capitalised() && lead.is_one_of(&["may", "might"]))
        && has(&["have"])
        && matches!(form, VerbForm::Past | VerbForm::Participle);
    if has(&["not", "never"]) || not() || led(&["no", "nor", "not", "never"]) || led(MODALS) && !suspected {
        return None;
    }
    // "originating from, or connected to, Meridian": a tie, no deed.
    let ties = tokens[at].is_one_of(&["connected", "linked", "tied", "related", "attached", "associated"])
        && tokens.get(at + 1).is_some_and(|next| next.is_one_of(&["to", "with"]))
        && !has(&["has", "have", "had"]);
    if ties {
        return None;
    }
    // "may have": before its modal stands the subject.
    let group = group - usize::from(suspected);
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
            // "attackers (of another band) get in"
            let lead = over_brackets(tokens, group).and_then(|at| tokens.get(at)).or(lead);
            let led = |words: &[&str]| lead.is_some_and(|lead| lead.is_one_of(words));
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

/// Where an adverb between marks of quotation begins, if one ends before `group`, with the "and" that joins it to the next.
fn quoted_adverb(tokens: &[Token<'_>], group: usize) -> Option<usize> {
    let last = group.checked_sub(1)?;
    let last = if tokens[last].is_one_of(&["and", "or"]) { last.checked_sub(1)? } else { last };
    let adverb = last.checked_sub(1)?;
    let open = adverb.checked_sub(1)?;
    let quoted = tokens[last].is_quote_mark() && tokens[open].is_quote_mark();
    (quoted && tokens[adverb].lower.ends_with("ly") && tokens[adverb].lower.len() > 4).then_some(open)
}

/// The token before the bracket that closes before `group`.
fn over_brackets(tokens: &[Token<'_>], group: usize) -> Option<usize> {
    group.checked_sub(1).filter(|close| tokens[*close].is(")"))?;
    let open = (group.saturating_sub(14)..group).rev().find(|at| tokens[*at].is("("))?;
    open.checked_sub(1)
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
