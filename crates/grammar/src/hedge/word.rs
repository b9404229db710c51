//! Single words that hedge, and where they do.

use crate::hedge::phrase::FINDERS;
use crate::token::{Gap, Token};
use dossier_model::Hedge;

/// Words that hedge wherever they stand.
pub(super) fn at_word(tokens: &[Token<'_>], at: usize) -> Option<(Hedge, usize)> {
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
        "suspect" | "complained" | "complains" => Hedge::Alleged,
        "found" | "discovered" | "concluded" | "determined" | "observed" | "considers" => Hedge::Reported,
        "estimate" | "warn" | "note" | "report" | "reckon" | "find" => Hedge::Reported,
        "attributes" | "attributed" | "attribute" => Hedge::Reported,
        "blames" | "blamed" => Hedge::Alleged,
        "confirmed" | "confirms" => Hedge::Confirmed,
        // "Shipping records confirm that".
        "confirm"
            if at > 0
                && tokens[at - 1].is_one_of(&["records", "documents", "filings", "emails", "logs", "invoices", "papers"]) =>
        {
            Hedge::Confirmed
        }
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
    // "said it would": what somebody announces is planned, where no condition stands by it.
    let announced = || {
        let said = (at.saturating_sub(6)..at)
            .rev()
            .take_while(|back| !tokens[*back].is_mark())
            .any(|back| tokens[back].is_one_of(&["said", "announced", "pledged", "promised", "vowed"]));
        said && at > 0
            && tokens[at - 1].is_one_of(&["it", "he", "she", "they", "we"])
            && !tokens[at..].iter().take(24).any(|later| later.is_one_of(&["if", "unless", "were", "had"]))
    };
    let hedge = if token.is("would") && announced() { Hedge::Planned } else { hedge };
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
        // "has attributed it to": somebody does; "attributed to" alone is told by the rules of rungs.
        "attributes" | "attributed" | "attribute" => {
            !next_is(&["to"])
                && !(1..3).any(|back| before(back).is_some_and(|token| token.is_one_of(&["we", "i"])))
                && !(1..4)
                    .any(|back| before(back).is_some_and(|token| token.is_one_of(&["was", "were", "been", "is", "are", "be"])))
                && before(1).is_some_and(|token| token.is_word())
        }
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

        "claim" | "claims" | "allegation" | "allegations" | "accusation" | "accusations" => {
            // "Their claims align with": a noun that makes no claim here.
            let noun = token.is_one_of(&["claims", "claim"])
                && last_is(&["their", "its", "his", "her", "these", "those", "such"])
                && !next_is(&["that", "of", "about", "to", "against"]);
            // "why this accusation caused a stir": spoken of, not made.
            let topic = last_is(&["this"]) && !next_is(&["that", "of", "against"]);
            !noun && !topic && !is_answered(tokens, at)
        }
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
