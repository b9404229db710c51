//! Whether: how sure the words of a sentence are.
//!
//! Each word that hedges belongs to one hedge of the vocabulary. The weakest one in the sentence governs, in the order of
//! [`Hedge`]: an opinion about an allegation is an opinion, a plan that would bind others is a plan. A finding of a court makes a
//! sentence confirmed only where nothing weaker stands in it. This errs to the weak side on purpose: a letter may say less than its
//! source, never more.

use crate::Found;
use crate::token::{Gap, Token, tokens};
use dossier_model::Hedge;

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

/// Words that hedge wherever they stand.
fn at_word(tokens: &[Token<'_>], at: usize) -> Option<(Hedge, usize)> {
    let token = &tokens[at];
    if !token.is_word() {
        return None;
    }
    let hedge = match token.stem() {
        "alleges" | "alleged" | "allege" | "alleging" | "allegedly" | "allegation" | "allegations" => Hedge::Alleged,
        "accuse" | "accuses" | "accused" | "accusing" | "accusation" | "accusations" => Hedge::Alleged,
        "purported" | "purportedly" | "supposedly" | "ostensibly" | "suspected" | "suspects" | "indicted" | "indictment" => {
            Hedge::Alleged
        }
        "prosecutors" | "lawsuit" | "complaint" | "plaintiff" | "plaintiffs" => Hedge::Alleged,
        "said" | "says" | "say" | "reported" | "reportedly" | "reports" | "stated" | "states" | "told" | "tells" | "wrote"
        | "writes" => Hedge::Reported,
        "noted" | "notes" | "added" | "adds" | "warned" | "warns" | "cautioned" | "cautions" | "described" | "describes"
        | "disclosed" => Hedge::Reported,
        "announced" | "announces" | "asserts" | "asserted" | "explained" | "explains" | "emphasized" | "emphasised"
        | "revealed" | "reveals" => Hedge::Reported,
        "indicated" | "indicates" | "suggests" | "suggest" | "suggested" | "testified" | "contends" | "contended"
        | "maintains" | "insists" | "insisted" => Hedge::Reported,
        "estimates" | "estimated" | "characterized" | "characterised" | "characterizes" | "called" | "calls" | "reckons" => {
            Hedge::Reported
        }
        "suspect" => Hedge::Alleged,
        "found" | "discovered" | "concluded" | "determined" | "observed" | "considers" => Hedge::Reported,
        "estimate" | "warn" | "note" | "report" | "reckon" | "find" => Hedge::Reported,
        "confirmed" | "confirms" => Hedge::Confirmed,
        "flagged" | "quoted" | "saying" | "adding" | "citing" | "posted" => Hedge::Reported,
        "argues" | "argued" | "argue" | "arguing" | "believes" | "believed" | "believe" | "should" | "ought" | "opined"
        | "thinks" => Hedge::Opinion,
        "expects" | "expect" | "forecast" | "forecasts" | "predicts" | "predicted" | "predict" | "anticipates"
        | "anticipated" | "likely" => Hedge::Forecast,
        "might" | "unlikely" | "projected" | "foresees" | "probably" => Hedge::Forecast,
        "could" | "would" | "if" | "unless" => Hedge::Conditional,
        short if short.ends_with("'ll") => Hedge::Forecast,
        "denies" | "deny" | "denied" | "denying" | "denial" | "denials" | "refuted" | "refutes" => Hedge::Denied,
        "disputes" | "disputed" | "dispute" | "disputing" | "contests" | "contested" => Hedge::Disputed,
        "reject" | "rejects" | "rejected"
            if tokens.get(at + 1).is_some_and(|next| next.is_one_of(&["the", "this", "that", "all", "any"]))
                && tokens
                    .get(at + 2)
                    .is_some_and(|next| next.is_one_of(&["charge", "charges", "finding", "accusation", "account"])) =>
        {
            Hedge::Denied
        }
        "intends" | "intend" | "intended" | "planned" | "planning" | "plans" | "plan" | "proposes" | "vowed" | "vows"
        | "pledged" | "threatens" | "threatened" => Hedge::Planned,
        "claims" | "claimed" | "claiming" | "claim" => Hedge::Alleged,
        "convicts" | "convict" | "convicted" | "admitted" | "admits" | "acknowledged" | "acknowledges" | "conceded" => {
            Hedge::Confirmed
        }
        "expected" | "will" | "may" => Hedge::Forecast,
        _ => return None,
    };
    // "are believed to be" passes on a suspicion, it is nobody's view.
    let passive = at > 0 && tokens[at - 1].is_one_of(&["is", "are", "was", "were", "been"]);
    let hedge = if token.is("believed") && passive { Hedge::Alleged } else { hedge };
    governs(tokens, at, hedge).then_some((hedge, at + 1))
}

/// Whether a word hedges here: "may" and "will" as verbs, "plans" with something planned, "claims" made and not answered.
fn governs(tokens: &[Token<'_>], at: usize, hedge: Hedge) -> bool {
    let token = &tokens[at];
    let before = |back: usize| at.checked_sub(back).map(|at| &tokens[at]);
    let after = |on: usize| tokens.get(at + on).filter(|token| token.gap < Gap::Paragraph);
    let next_is = |words: &[&str]| after(1).is_some_and(|token| token.is_one_of(words));
    let last_is = |words: &[&str]| before(1).is_some_and(|token| token.is_one_of(words));
    match token.stem() {
        "may" | "will" | "might" => {
            let noun = last_is(&["the", "free", "a", "good", "in", "last", "this", "since", "of", "early", "late"]);
            let initial = at == 0;
            let named = token.is_capitalised()
                && if initial {
                    after(1).is_some_and(Token::is_capitalised)
                } else {
                    !before(1).is_some_and(Token::is_capitalised)
                };
            let verb = after(1).is_some_and(|next| next.is_word() || next.is_mark()) && !after(1).is_some_and(Token::is_number);
            !noun && !named && verb
        }
        "if" => !last_is(&["as", "even"]) && !next_is(&["not"]),
        // "could not be verified" is a fact about the one who tried.
        "could" => {
            !(next_is(&["not"])
                && (2..5).any(|on| {
                    after(on).is_some_and(|word| {
                        word.is_one_of(&["verify", "verified", "reached", "reach", "confirm", "confirmed", "determine"])
                    })
                }))
        }
        "likely" | "unlikely" => true,
        "plan" | "plans" | "planned" | "planning" | "proposes" | "threatened" => {
            next_is(&["to", "on", "for"])
                || token.is("planned") && after(1).is_some_and(Token::is_word) && !last_is(&["well"])
                || token.is("threatened") && !last_is(&["is", "are", "was", "were"])
        }
        "expected" => next_is(&["to", "that"]) || last_is(&["is", "are", "was", "widely"]),
        "projected" => next_is(&["to"]) || last_is(&["is", "are"]),
        "posted" => next_is(&["on", "that"]),
        "say" | "plaintiff" | "plaintiffs" | "complaint" | "lawsuit" | "indictment" | "prosecutors" => true,
        "maintains" => next_is(&["that"]),
        "called" | "calls" => {
            next_is(&["it", "this", "that", "them", "the", "him", "her", "those", "these"])
                && !last_is(&["so", "is", "are", "was", "were"])
        }
        "estimates" | "estimated" => after(1).is_some_and(Token::is_word) && !last_is(&["an", "the", "of", "its", "their"]),
        "suspect" => {
            next_is(&["that", "the", "it", "he", "she", "they", "him", "her", "them"])
                && !last_is(&["the", "a", "another", "second", "third"])
        }
        // "as if it would"
        "would" => !tokens[at.saturating_sub(4)..at].windows(2).any(|pair| pair[0].is("as") && pair[1].is("if")),
        "flagged" => !before(1).is_some_and(|token| token.is_one_of(&["was", "were", "been", "is", "are", "also"])),
        "described" => !next_is(&["above", "below", "herein", "earlier"]),
        // "ways intended to copy it" intend nothing.
        "intended" => {
            next_is(&["to"])
                && before(1).is_some_and(|token| {
                    token.is_capitalised()
                        || token.is_one_of(&[
                            "it",
                            "he",
                            "she",
                            "they",
                            "who",
                            "has",
                            "have",
                            "had",
                            "company",
                            "firm",
                            "lab",
                            "always",
                            "originally",
                        ])
                })
        }
        "reports" | "notes" | "states" => {
            // Not the nouns: "the reports", "three states".
            let named = before(1)
                .is_some_and(|token| token.is_capitalised() && !token.is_possessive() && !token.is_one_of(&["united", "the"]));
            let speaks = named || last_is(&["it", "he", "she", "company", "firm", "letter", "report", "lab"]);
            speaks && after(1).is_some_and(Token::is_word) || next_is(&["that"])
        }

        "claim" | "claims" | "allegation" | "allegations" | "accusation" | "accusations" => !is_answered(tokens, at),
        "denied" | "deny" | "denies" => {
            !next_is(&["access", "entry", "service", "permission", "requests", "licenses", "the", "a"])
                || !after(2).is_some_and(|word| {
                    word.is_one_of(&["license", "licence", "request", "permit", "visa", "entry", "motion", "application"])
                }) && !next_is(&["access", "entry", "service", "permission", "requests", "licenses"])
        }
        "denial" => !next_is(&["of"]),
        "contested" => !next_is(&["market", "waters", "region"]),
        // "disclosed on 1 October that it had".
        "disclosed" => (1..9).map_while(|on| after(on).filter(|token| !token.is_mark())).any(|token| token.is("that")),
        // What is announced by a word of its own is on record: "announced sanctions".
        "announced" | "announces" => {
            !(1..8).map_while(|on| after(on).filter(|token| !token.is("that"))).any(|token| token.is_one_of(ANNOUNCED))
        }
        "found" | "discovered" | "concluded" | "determined" | "observed" => {
            let told = next_is(&["that"]) || next_is(&[","]) && before(1).is_some_and(Token::is_capitalised);
            let ours =
                (1..4).any(|back| before(back).is_some_and(|token| token.is_one_of(&["we", "i"]) || token.is_one_of(FINDERS)));
            told && !ours
        }
        "estimate" | "warn" | "note" | "report" | "reckon" | "find" => {
            next_is(&["that"]) && !last_is(&["a", "an", "the", "this", "to", "its", "their", "we", "i", "please"])
        }
        "considers" => next_is(&["it", "this", "that", "the", "them", "these"]),
        "confirmed" | "confirms" => next_is(&["that", "it", "they", "he", "she"]) && !last_is(&["not", "be", "been", "never"]),
        "added" | "adds" => next_is(&["that"]) || after(1).is_none_or(Token::is_mark),
        "quoted" => true,
        "convicts" | "convict" | "convicted" | "admitted" | "admits" | "acknowledged" | "acknowledges" | "conceded" => {
            !last_is(&["not", "never"])
        }
        "believed" => true,
        _ => hedge != Hedge::Confirmed || !last_is(&["not", "never"]),
    }
}

/// Whether claims or allegations are answered or checked here, not made: "has not responded to the claims".
fn is_answered(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at.saturating_sub(6)..at].iter().rev().take_while(|token| !token.is_mark()).any(|token| {
        token.is_one_of(&[
            "respond",
            "responded",
            "responding",
            "response",
            "comment",
            "commented",
            "verify",
            "verified",
            "verifying",
            "answer",
            "answered",
            "address",
            "addressed",
            "corroborate",
            "corroborated",
        ])
    })
}

/// Phrases that hedge.
const PHRASES: &[(&[&str], Hedge)] = &[
    (&["according", "to"], Hedge::Reported),
    (&["set", "to"], Hedge::Planned),
    (&["aims", "to"], Hedge::Planned),
    (&["aim", "to"], Hedge::Planned),
    (&["seeks", "to"], Hedge::Planned),
    (&["scheduled", "to"], Hedge::Planned),
    (&["slated", "to"], Hedge::Planned),
    (&["due", "to", "be"], Hedge::Planned),
    (&["preparing", "to"], Hedge::Planned),
    (&["about", "to"], Hedge::Planned),
    (&["moving", "to"], Hedge::Planned),
    (&["intention", "to"], Hedge::Planned),
    (&["proposal", "to"], Hedge::Planned),
    (&["under", "consideration"], Hedge::Planned),
    (&["on", "the", "table"], Hedge::Planned),
    (&["on", "track", "to"], Hedge::Forecast),
    (&["poised", "to"], Hedge::Forecast),
    (&["in", "the", "event"], Hedge::Conditional),
    (&["when", "it", "is"], Hedge::Conditional),
    (&["when", "they", "are"], Hedge::Conditional),
    (&["faces", "charges"], Hedge::Alleged),
    (&["charges", "of"], Hedge::Alleged),
    (&["pleaded", "guilty"], Hedge::Confirmed),
    (&["pleads", "guilty"], Hedge::Confirmed),
    (&["plead", "guilty"], Hedge::Confirmed),
    (&["pleading", "guilty"], Hedge::Confirmed),
    (&["is", "said", "to"], Hedge::Alleged),
    (&["are", "said", "to"], Hedge::Alleged),
    (&["was", "said", "to"], Hedge::Alleged),
    (&["thought", "to", "have"], Hedge::Alleged),
    (&["pled", "guilty"], Hedge::Confirmed),
    (&["found", "guilty"], Hedge::Confirmed),
    (&["found", "liable"], Hedge::Confirmed),
    (&["to", "his", "mind"], Hedge::Opinion),
    (&["to", "her", "mind"], Hedge::Opinion),
    (&["to", "my", "mind"], Hedge::Opinion),
    (&["to", "our", "mind"], Hedge::Opinion),
    (&["to", "their", "mind"], Hedge::Opinion),
    (&["casting", "doubt"], Hedge::Disputed),
    (&["cast", "doubt"], Hedge::Disputed),
    (&["called", "into", "question"], Hedge::Disputed),
];

/// What is done by announcing it.
const ANNOUNCED: &[&str] = &[
    "sanctions",
    "charges",
    "operation",
    "arrest",
    "arrests",
    "indictment",
    "designation",
    "designations",
    "settlement",
    "takedown",
    "seizure",
    "investigation",
];

/// Who finds as a court does.
const FINDERS: &[&str] = &[
    "court",
    "judge",
    "jury",
    "tribunal",
    "regulator",
    "regulators",
    "commission",
    "magistrate",
    "arbitrator",
    "inquiry",
    "panel",
];

/// What a finder does.
const FINDINGS: &[&str] =
    &["found", "ruled", "confirmed", "held", "concluded", "determined", "convicted", "finds", "rules", "confirms"];

fn at_phrase(tokens: &[Token<'_>], at: usize) -> Option<(Hedge, usize)> {
    let fits = |words: &[&str]| {
        tokens.get(at..at + words.len()).is_some_and(|here| words.iter().zip(here).all(|(word, token)| token.is(word)))
    };
    // "The court has found", "confirmed by a court".
    if tokens[at].is_one_of(FINDERS) {
        let skip =
            usize::from(tokens.get(at + 1).is_some_and(|token| token.is_one_of(&["has", "had", "later", "also", "previously"])));
        // "Judge Dana Ruiz found", "a jury on Thursday convicted".
        let verb = (at + 1 + skip..(at + 6).min(tokens.len()))
            .take_while(|next| {
                let before = &tokens[*next - 1];
                *next == at + 1 + skip || before.is_capitalised() || before.is_one_of(&["on", "in"])
            })
            .find(|next| tokens[*next].is_one_of(FINDINGS));
        if let Some(verb) = verb {
            return Some((Hedge::Confirmed, verb + 1));
        }
    }
    if tokens[at].is_one_of(FINDINGS) && tokens.get(at + 1)?.is("by") {
        let finder = (at + 2..(at + 6).min(tokens.len())).find(|next| tokens[*next].is_one_of(FINDERS));
        if let Some(finder) = finder {
            return Some((Hedge::Confirmed, finder + 1));
        }
    }
    // "in his view", "in the company's opinion".
    if tokens[at].is("in") {
        let noun = (at + 1..(at + 4).min(tokens.len())).find(|next| tokens[*next].is_one_of(&["view", "opinion"]));
        let owned = tokens.get(at + 1).is_some_and(|token| {
            token.is_one_of(&["his", "her", "its", "their", "our", "my"]) || token.is_possessive() || token.is("the")
        });
        if let Some(noun) =
            noun.filter(|_| owned && !tokens.get(at + 4).is_some_and(|token| token.is("of") && tokens[at + 1].is("the")))
        {
            return Some((Hedge::Opinion, noun + 1));
        }
    }
    // "rejected the allegations".
    if tokens[at].is_one_of(&["rejected", "rejects", "dismissed", "dismisses"]) {
        let answered = (at + 1..(at + 4).min(tokens.len())).find(|next| {
            tokens[*next].is_one_of(&[
                "allegation",
                "allegations",
                "accusation",
                "accusations",
                "claim",
                "claims",
                "charge",
                "charges",
            ])
        });
        if let Some(answered) = answered {
            return Some((Hedge::Denied, answered + 1));
        }
    }
    // "the records show", "emails suggest".
    let papers = ["records", "documents", "files", "logs", "emails", "messages", "chats"];
    if tokens[at].is_one_of(&papers)
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_one_of(&["show", "showed", "suggest", "suggested", "indicate", "reveal"]))
    {
        return Some((Hedge::Reported, at + 2));
    }
    // "charged three men with smuggling".
    if tokens[at].is("charging") && tokens.get(at + 1).is_some_and(Token::is_capitalised) {
        return Some((Hedge::Alleged, at + 1));
    }
    if tokens[at].is_one_of(&["charged", "charges", "charge"]) {
        let with = (at + 1..(at + 12).min(tokens.len()))
            .take_while(|next| !tokens[*next].is_mark())
            .find(|next| tokens[*next].is("with"));
        if with.is_some() {
            return Some((Hedge::Alleged, at + 1));
        }
    }
    PHRASES.iter().find(|(words, _)| fits(words)).map(|(words, hedge)| (*hedge, at + words.len()))
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
