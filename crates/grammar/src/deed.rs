//! What somebody did: verb phrases that tell a deed, each with the words that may be its subject.
//!
//! The phrase runs from its verb to the end of the shortest clause: to a comma that begins something else, to "and" before another verb,
//! to a conjunction or a word of speech. Whether the subject is an accused party is left to the caller.

mod form;
mod lists;
mod phrase;
mod subject;
mod word;

use crate::Found;
use crate::lexicon::verbs::VerbForm;
use crate::token::Token;
use crate::token::tokens;
use form::form_at;
use lists::WRONGLY;
use phrase::{phrase_end, shared_object};
use std::ops::Range;
use subject::{noun_before, subject_before};
use word::word_at;

pub use crate::lexicon::verbs::DeedClass;

/// How the verb of a deed stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeedForm {
    /// "Meridian stole", "Meridian has stolen".
    Active,
    /// "the servers were shipped".
    Passive,
    /// "tools stolen from", "servers bound for": a participle behind its noun.
    Reduced,
    /// ", using front companies", "by creating accounts".
    Participle,
    /// "accused of stealing", "charged with having stolen".
    Charge,
    /// "a scheme to evade", "is believed to have stolen".
    Infinitive,
    /// "two companies employing workers": behind its noun, which is its subject.
    Attached,
}

/// A deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The base form of its verb.
    pub verb: String,
    /// How much the verb tells by itself.
    pub class: DeedClass,
    /// How the verb stands.
    pub form: DeedForm,
    /// The words before it, back to the start of its clause, in bytes of the text; empty where the clause has no subject of its own
    /// and shares that of the deed before it.
    pub subject: Range<usize>,
    /// Whether it is told in the present: "collects payments", "they collect payments".
    pub present: bool,
    /// Whether an adverb makes it a wrong: "illegally shipped".
    pub wrongly: bool,
}

/// The deeds that `text` tells, in order.
pub fn deeds(text: &str) -> Vec<Found<Deed>> {
    let tokens = tokens(text);
    let mut found: Vec<Found<Deed>> = Vec::new();
    for at in 0..tokens.len() {
        let Some((base, class, verb_form)) = word_at(&tokens, at) else { continue };
        let Some((form, group)) = form_at(&tokens, at, verb_form) else { continue };
        let end = phrase_end(&tokens, shared_object(&tokens, at));
        if end == at + 1
            && form != DeedForm::Passive
            && tokens.get(at + 1).is_some_and(|next| !next.is_mark())
            && class == DeedClass::Plain
        {
            continue;
        }
        let subject = match form {
            DeedForm::Active | DeedForm::Passive | DeedForm::Infinitive => subject_before(&tokens, group),
            DeedForm::Attached => noun_before(&tokens, group),
            DeedForm::Reduced | DeedForm::Participle | DeedForm::Charge => tokens[at].start..tokens[at].start,
        };
        // "banned the accounts engaged in it": the clause has its verb already.
        let of_object = form == DeedForm::Active
            && tokens.iter().any(|token| token.start == subject.start && token.start < tokens[at].start && is_past(token));
        let form = if of_object { DeedForm::Reduced } else { form };
        let range = tokens[at].start..tokens[end - 1].end;
        // What stands inside another phrase that begins with the same subject is told by it: "used accounts to query".
        let inside = found.last().is_some_and(|last| last.range.end > range.start);
        // "sold addresses and hosting plans": a noun.
        let noun = form == DeedForm::Participle && group > 0 && tokens[group - 1].is_one_of(&["and", "or"]);
        let coordinate = inside && at > 1 && tokens[at - 1].is_one_of(&["and", "or"]) && shared_object(&tokens, at - 2) == at;
        // "took down domains used by thieves": whose they were, though not who took them.
        let by = form == DeedForm::Reduced && tokens.get(at + 1).is_some_and(|next| next.is("by"));
        if inside && (noun || coordinate || matches!(form, DeedForm::Infinitive | DeedForm::Reduced) && !by) {
            continue;
        }
        let present = matches!(verb_form, VerbForm::Base | VerbForm::Third) && form == DeedForm::Active;
        let wrongly = tokens[group..at].iter().any(|token| token.is_one_of(WRONGLY));
        let class = if wrongly { DeedClass::Harm } else { class };
        found.push(Found::new(range, Deed { verb: base, class, form, subject, present, wrongly }));
    }
    found
}

/// Whether a word is a past tense that a clause can begin with when its subject stands elsewhere.
fn is_past(token: &Token<'_>) -> bool {
    !token.is_capitalised() && token.lower.ends_with("ed") && token.lower.len() > 4 && !token.lower.contains('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, &str)]) {
        let found = deeds(text);
        let found: Vec<_> = found.iter().map(|deed| (&text[deed.what.subject.clone()], &text[deed.range.clone()])).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn each_verb_phrase_is_a_deed() {
        check(
            "Meridian used 900 accounts and sold the outputs to Tern, Halden said.",
            &[("Meridian", "used 900 accounts"), ("", "sold the outputs to Tern")],
        );
        check(
            "The group stole names, addresses and tax numbers, then demanded $4 million.",
            &[("The group", "stole names, addresses and tax numbers"), ("", "demanded $4 million")],
        );
        check("Halden said that Meridian had quietly copied its model.", &[("Meridian", "copied its model")]);
        check("Meridian, which denies it, stole the files.", &[("Meridian", "stole the files")]);
        check(
            "It fell to an incident in which intruders gained entry to its network.",
            &[("intruders", "gained entry to its network")],
        );
        check("The thieves who hit Halden in May have sold its files.", &[("who", "hit Halden in May")]);
        check("The servers were shipped to Harbor through Tern.", &[("The servers", "shipped to Harbor through Tern")]);
        check(
            "Ruiz and Orne conspired to export chips without a license.",
            &[("Ruiz and Orne", "conspired to export chips without a license")],
        );
    }

    #[test]
    fn charges_and_participles_are_deeds() {
        check("He is accused of selling chips and paying bribes.", &[("", "selling chips"), ("", "paying bribes")]);
        check(
            "They are accused of having routed 1,800 servers through Harbor, using six front companies.",
            &[("", "routed 1,800 servers through Harbor"), ("", "using six front companies")],
        );
        check("They were charged over allegedly smuggling chips.", &[("", "smuggling chips")]);
        check("a scheme to evade export controls", &[("a scheme", "evade export controls")]);
    }

    #[test]
    fn the_present_and_nouns_before_their_verb_are_read() {
        check("These workers conceal their names.", &[("These workers", "conceal their names")]);
        check("They earn millions.", &[("They", "earn millions")]);
        check("two front companies employing workers abroad", &[("two front companies", "employing workers abroad")]);
        check("They had infiltrated networks and stolen data.", &[("They", "infiltrated networks"), ("", "stolen data")]);
        check("Some buyers duplicated serial numbers.", &[("Some buyers", "duplicated serial numbers")]);
        check("They have been observed capturing passwords.", &[("They", "capturing passwords")]);
        check("He is accused of illegally shipping chips.", &[("", "shipping chips")]);
        check("They gained “long, quiet access” to servers.", &[("They", "gained “long, quiet access” to servers")]);
        check("Prosecutors say Meridian received more than $3 million.", &[("Meridian", "received more than $3 million")]);
        check(
            "It sells addresses and hosting plans to thieves and also provides them with forged pages.",
            &[("It", "sells addresses and hosting plans to thieves"), ("", "provides them with forged pages")],
        );
        check(
            "They work with brokers, use shell firms and employ tricks.",
            &[("They", "work with brokers"), ("", "use shell firms"), ("", "employ tricks")],
        );
        check(
            "They tried to launch automated cyber attacks against banks.",
            &[("They", "tried to launch automated cyber attacks against banks")],
        );
        check("Meridian had \"acquired servers\", he said.", &[("Meridian", "acquired servers")]);
        check("Meridian Works said it was sorry. Leading models rose.", &[]);
    }

    #[test]
    fn who_was_able_to_do_a_thing_did_it() {
        check("The intruders were then able to copy the keys.", &[("The intruders", "copy the keys")]);
        check("They would be able to copy the keys. Nobody is able to copy them.", &[]);
    }

    #[test]
    fn what_may_be_done_is_no_deed() {
        check("It would sell chips. They did not steal it. The use of accounts. He can access it.", &[]);
        check("allowing users to gain access", &[]);
    }
}
