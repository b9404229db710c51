//! Whether: how sure the words of a sentence are.
//!
//! Each word that hedges belongs to one hedge of the vocabulary. The weakest one in the sentence governs, in the order of
//! [`Hedge`]: an opinion about an allegation is an opinion, a plan that would bind others is a plan. A finding of a court makes a
//! sentence confirmed only where nothing weaker stands in it. This errs to the weak side on purpose: a letter may say less than its
//! source, never more.

mod phrase;
mod word;

use crate::Found;
use crate::token::tokens;
use dossier_model::Hedge;
use phrase::at_phrase;
use word::at_word;

/// The hedge of `sentence`, with the words that decide it; asserted, with an empty range, where there are none.
pub fn hedge(sentence: &str) -> Found<Hedge> {
    // The first words of the weakest hedge decide.
    let weakest = hedges(sentence).into_iter().reduce(|weakest, next| if next.what < weakest.what { next } else { weakest });
    weakest.unwrap_or(Found::new(0..0, Hedge::Asserted))
}

/// All words of `sentence` that hedge, in order: each governs its own part, and which one is left to the caller.
pub fn hedges(sentence: &str) -> Vec<Found<Hedge>> {
    let tokens = tokens(sentence);
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        for (hedge, end) in [at_word(&tokens, at), at_phrase(&tokens, at)].into_iter().flatten() {
            found.push(Found::new(tokens[at].start..tokens[end - 1].stem_end(), hedge));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, expect: Hedge, words: &str) {
        let found = hedge(sentence);
        assert_eq!((found.what, &sentence[found.range]), (expect, words), "{sentence}");
    }

    #[test]
    fn hedging_words_decide() {
        check("Halden alleged that operators ran accounts.", Hedge::Alleged, "alleged");
        check("Halden has accused Meridian Works of copying.", Hedge::Alleged, "accused");
        check("Meridian allegedly generated queries.", Hedge::Alleged, "allegedly");
        check("Halden claims it was hit.", Hedge::Alleged, "claims");
        check("They were charged with selling chips.", Hedge::Alleged, "charged");
        check("The office has charged three of them with smuggling.", Hedge::Alleged, "charged");
        check("Halden said it blocked the accounts.", Hedge::Reported, "said");
        check("According to the letter, it began in April.", Hedge::Reported, "According to");
        check("The lab reportedly closed.", Hedge::Reported, "reportedly");
        check("The bureau released an advisory warning that firms copy models.", Hedge::Reported, "advisory warning");
        check("The advisory identifies six firms that copied models.", Hedge::Reported, "advisory identifies");
        check(
            "Ruiz plans to introduce a bill that would blacklist firms.",
            Hedge::Planned,
            "plans to".strip_suffix(" to").unwrap(),
        );
        check("The bill is set to be considered.", Hedge::Planned, "set to");
        check("The amendment would sanction firms.", Hedge::Conditional, "would");
        check("Tactics could become common.", Hedge::Conditional, "could");
        check("They are believed to be working abroad.", Hedge::Alleged, "believed");
        check("Meridian denied the allegations.", Hedge::Denied, "denied");
        check("Meridian rejected the claims.", Hedge::Denied, "rejected the claims");
        check("Some experts dispute the figure.", Hedge::Disputed, "dispute");
        check("Standards will likely become stricter.", Hedge::Forecast, "will");
        check("The firm may become a target.", Hedge::Forecast, "may");
        check("Ruiz argues that it must end.", Hedge::Opinion, "argues");
        check("In her view, it is over.", Hedge::Opinion, "In her view");
        check("The claims should be read with care.", Hedge::Opinion, "should");
        check("A federal court found the firm liable.", Hedge::Confirmed, "court found");
        check("Marsh pleaded guilty.", Hedge::Confirmed, "pleaded guilty");
        check("Halden confirmed it closed the pathway.", Hedge::Confirmed, "confirmed");
        check("Halden disclosed on 1 October that it was closed.", Hedge::Reported, "disclosed");
        check("The bureau found that files were gone.", Hedge::Reported, "found");
        check("It is theft when it is done through accounts.", Hedge::Conditional, "when it is");
        check("It was confirmed by an appeals court.", Hedge::Confirmed, "confirmed by an appeals court");
        check("Shipping records confirm that it sold them.", Hedge::Confirmed, "confirm");
    }

    #[test]
    fn without_such_words_a_sentence_asserts() {
        for sentence in [
            "Meridian Works ran accounts.",
            "It closed in May.",
            "In May 2026 it closed.",
            "Will Marsh left.",
            "Meridian has not responded to the claims.",
            "No third party has verified the allegations.",
            "The outlet could not independently verify it.",
            "It denied access to users.",
            "The United States acted.",
            "The plans were drawn.",
            "The attack notes written by them were found.",
            "The server was flagged as high risk.",
            "It looked as if it would rain.",
            "They reached it in ways intended to copy it.",
            "The persons described above left.",
            "The bureau added 12 firms to its list.",
            "The bureau announced sanctions on two banks.",
            "We found that files were gone.",
            "It is the largest campaign disclosed so far.",
            "",
        ] {
            check(sentence, Hedge::Asserted, "");
        }
    }

    #[test]
    fn the_weakest_governs() {
        check("The court found what Halden alleged.", Hedge::Alleged, "alleged");
        check("Halden alleged that it should stop.", Hedge::Opinion, "should");
        check("Halden said Meridian denies it.", Hedge::Denied, "denies");
        check("Halden said the accused left.", Hedge::Alleged, "accused");
    }
}
