//! What somebody did: verb phrases that tell a deed, each with the words that may be its subject.
//!
//! The phrase runs from its verb to the end of the shortest clause: to a comma that begins something else, to "and" before another verb,
//! to a conjunction or a word of speech. Whether the subject is an accused party is left to the caller.

use crate::Found;
use crate::lexicon::is_function_word;
use crate::lexicon::speech::SAYING;
use crate::lexicon::verbs::{VerbForm, verb};
use crate::token::{Gap, Token, tokens};
use std::ops::Range;

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

/// Participles with which an aside describes: "the campaign, attributed to a lab, generated".
const DESCRIBES: &[&str] = &[
    "attributed",
    "linked",
    "tied",
    "based",
    "known",
    "headquartered",
    "named",
    "founded",
    "called",
    "located",
    "accused",
    "charged",
    "suspected",
    "believed",
    "identified",
    "described",
    "backed",
    "owned",
    "sanctioned",
    "designated",
    "convicted",
    "indicted",
    "arrested",
    "traced",
    "associated",
    "affiliated",
    "tracked",
    "dubbed",
    "nicknamed",
];

/// Adverbs that make any verb a wrong.
const WRONGLY: &[&str] = &["illegally", "illicitly", "unlawfully", "fraudulently", "falsely", "corruptly", "criminally"];

/// Participles with which another's words show somebody at it: "have been observed capturing".
const SEEN: &[&str] = &["observed", "seen", "caught", "spotted", "found", "filmed", "detected"];

/// Words of taking part before "in".
const TAKING_PART: &[&str] =
    &["involved", "engaged", "implicated", "complicit", "participated", "participating", "engaging", "caught"];

/// Words before the verb that belong to it.
const AUXILIARIES: &[&str] = &[
    "has",
    "have",
    "had",
    "having",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "being",
    "also",
    "then",
    "later",
    "once",
    "both",
    "each",
    "all",
    "did",
    "not",
    "never",
    "even",
    "first",
    "together",
    "still",
    "now",
    "since",
    "soon",
    "itself",
    "themselves",
    "himself",
    "often",
    "himself",
    "twice",
    "further",
    "already",
    "instead",
];

/// Words that make what follows a thing that is possible or asked for, not done.
const MODALS: &[&str] =
    &["would", "could", "may", "might", "can", "must", "should", "will", "shall", "cannot", "wouldn't", "won't", "let"];

/// Nouns and adjectives with which an infinitive tells a deed.
const SCHEMES: &[&str] = &[
    "scheme",
    "schemes",
    "plot",
    "plots",
    "conspired",
    "conspiring",
    "conspiracy",
    "conspiracies",
    "plan",
    "effort",
    "efforts",
    "attempt",
    "attempts",
    "campaign",
    "campaigns",
    "operation",
    "operations",
    "bid",
    "ruse",
    "designed",
    "meant",
];

/// Words that end a clause.
const ENDS: &[&str] = &[
    "that",
    "which",
    "who",
    "whom",
    "while",
    "when",
    "whereas",
    "because",
    "although",
    "though",
    "but",
    "according",
    "where",
    "whose",
    "if",
    "unless",
    "so",
    "including",
    "until",
    "after",
    "before",
    "despite",
    "allegedly",
];

/// Words that begin an object though they are small.
const OBJECT_STARTS: &[&str] = &[
    "the",
    "a",
    "an",
    "its",
    "their",
    "his",
    "her",
    "this",
    "these",
    "those",
    "some",
    "all",
    "many",
    "more",
    "most",
    "several",
    "both",
    "each",
    "every",
    "another",
    "them",
    "him",
    "it",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "nearly",
    "about",
    "over",
    "around",
    "almost",
    "roughly",
    "hundreds",
    "thousands",
    "millions",
];

/// Words in "-ed" that tell what somebody says, thinks, is or undergoes: no deeds.
const NO_DEED: &[&str] = &[
    "accused",
    "acknowledged",
    "added",
    "addressed",
    "admitted",
    "advised",
    "affected",
    "agreed",
    "alleged",
    "allowed",
    "announced",
    "answered",
    "apologised",
    "apologized",
    "appealed",
    "appeared",
    "appointed",
    "approved",
    "argued",
    "arrested",
    "asserted",
    "assessed",
    "attended",
    "attributed",
    "averaged",
    "banned",
    "based",
    "believed",
    "belonged",
    "blamed",
    "blocked",
    "called",
    "celebrated",
    "charged",
    "cited",
    "claimed",
    "cleared",
    "closed",
    "commented",
    "compared",
    "concerned",
    "concluded",
    "condemned",
    "confirmed",
    "considered",
    "contained",
    "contended",
    "criticised",
    "criticized",
    "dated",
    "decided",
    "declared",
    "declined",
    "defended",
    "denied",
    "described",
    "detained",
    "detected",
    "determined",
    "died",
    "disagreed",
    "disclosed",
    "discovered",
    "discussed",
    "dismissed",
    "disputed",
    "doubled",
    "embarrassed",
    "emerged",
    "emphasised",
    "emphasized",
    "ended",
    "enjoyed",
    "estimated",
    "exceeded",
    "expected",
    "explained",
    "expressed",
    "faced",
    "failed",
    "feared",
    "featured",
    "filed",
    "fined",
    "fixed",
    "founded",
    "graduated",
    "happened",
    "headed",
    "headquartered",
    "highlighted",
    "hoped",
    "identified",
    "impressed",
    "included",
    "incorporated",
    "increased",
    "indicated",
    "indicted",
    "informed",
    "insisted",
    "intended",
    "interested",
    "interviewed",
    "investigated",
    "involved",
    "issued",
    "jailed",
    "killed",
    "lacked",
    "lagged",
    "lasted",
    "learned",
    "liked",
    "limited",
    "linked",
    "listed",
    "lived",
    "located",
    "looked",
    "loved",
    "maintained",
    "married",
    "matched",
    "mentioned",
    "named",
    "needed",
    "noted",
    "noticed",
    "notified",
    "observed",
    "occurred",
    "opposed",
    "owned",
    "passed",
    "patched",
    "planned",
    "pleaded",
    "pleased",
    "praised",
    "predicted",
    "preferred",
    "proposed",
    "proved",
    "published",
    "questioned",
    "raised",
    "ranked",
    "reacted",
    "realised",
    "realized",
    "reckoned",
    "recommended",
    "recovered",
    "refuted",
    "regarded",
    "rejected",
    "related",
    "released",
    "remained",
    "remembered",
    "reminded",
    "replied",
    "reported",
    "represented",
    "required",
    "resembled",
    "resigned",
    "responded",
    "retired",
    "revealed",
    "ruled",
    "sanctioned",
    "seemed",
    "sentenced",
    "showed",
    "signalled",
    "stated",
    "stayed",
    "stopped",
    "stressed",
    "studied",
    "succeeded",
    "sued",
    "suffered",
    "suggested",
    "supposed",
    "surprised",
    "suspected",
    "suspended",
    "talked",
    "tended",
    "termed",
    "escalated",
    "analyzed",
    "analysed",
    "labelled",
    "labeled",
    "tracked",
    "examined",
    "reviewed",
    "obfuscated",
    "armed",
    "skilled",
    "thanked",
    "totaled",
    "totalled",
    "traced",
    "underscored",
    "unveiled",
    "urged",
    "valued",
    "vowed",
    "waited",
    "wanted",
    "warned",
    "welcomed",
    "wished",
    "witnessed",
    "wondered",
    "worried",
    "estimated",
    "so-called",
    "united",
    "hundred",
    "indeed",
    "speed",
    "need",
    "exceed",
    "proceed",
    "succeed",
    "embed",
    "shed",
    "feed",
];

/// The deeds that `text` tells, in order.
pub fn deeds(text: &str) -> Vec<Found<Deed>> {
    let tokens = tokens(text);
    let mut found: Vec<Found<Deed>> = Vec::new();
    for at in 0..tokens.len() {
        let Some((base, class, verb_form)) = word_at(&tokens, at) else { continue };
        let Some((form, group)) = form_at(&tokens, at, verb_form) else { continue };
        let end = phrase_end(&tokens, at);
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
        if inside && matches!(form, DeedForm::Infinitive | DeedForm::Reduced) {
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

/// Plural nouns for people who do such things: headlines tell of them in the present.
const DOERS: &[&str] = &[
    "actors",
    "hackers",
    "operators",
    "labs",
    "firms",
    "companies",
    "criminals",
    "attackers",
    "groups",
    "thieves",
    "spies",
    "cybercriminals",
    "smugglers",
    "scammers",
    "gangs",
];

/// The verb at `at`: a word of the lists in one of their forms, capitalised only where a headline or a sentence begins.
fn word_at(tokens: &[Token<'_>], at: usize) -> Option<(String, DeedClass, VerbForm)> {
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
                "these", "those", "in", "on", "at",
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
        // "Acting Under Secretary": a title.
        VerbForm::Ing if token.is_capitalised() && after.is_some_and(Token::is_capitalised) && at > 0 => None,
        _ => Some(found),
    }
}

/// Any other verb in the past with an object behind it: "duplicated serial numbers".
fn any_past(tokens: &[Token<'_>], at: usize) -> Option<(String, DeedClass, VerbForm)> {
    let token = &tokens[at];
    let stem = token.lower.strip_suffix("ed").filter(|stem| stem.len() > 2 && !stem.contains('-'))?;
    if token.is_capitalised() || NO_DEED.contains(&&*token.lower) {
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

/// The noun phrase that ends before the token `group`, in bytes.
fn noun_before(tokens: &[Token<'_>], group: usize) -> Range<usize> {
    let mut first = group;
    while first > 0 && group - first < 7 {
        let token = &tokens[first - 1];
        let ends = !(token.is_word() || token.is_number())
            || is_function_word(&token.lower) && !token.is_one_of(&["the", "these", "those", "two", "three", "four", "five"])
            || tokens[first].gap >= Gap::Line && first < group;
        if ends {
            break;
        }
        first -= 1;
    }
    if first == group {
        return tokens[group].start..tokens[group].start;
    }
    tokens[first].start..tokens[group - 1].end
}

/// Whether the word before a verb in the plural present can be its subject: a plural noun, "they", "who".
fn takes_plural(lead: &Token<'_>) -> bool {
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

/// How the verb at `at` stands, with the first token of its group (auxiliaries and adverbs).
fn form_at(tokens: &[Token<'_>], at: usize, form: VerbForm) -> Option<(DeedForm, usize)> {
    let mut group = at;
    while group > 0 {
        let before = &tokens[group - 1];
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
    if has(&["not", "never"]) || led(&["no", "nor", "not", "never"]) || led(MODALS) {
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
            if !led(&["to"]) || group < 2 {
                return None;
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
            if object && (pleaded || part || led(&["of", "with", "for"])) && group >= 2 {
                return Some((DeedForm::Charge, group));
            }
            let joined = led(&["by", "while", "when", "after", "and", "or", "from", "in", "then"])
                || lead.is_some_and(|lead| lead.is(",") || lead.is_dash());
            let using = tokens[at].is("using");
            // "two front companies employing workers"
            let attached = lead.is_some_and(|lead| {
                lead.is_word()
                    && group == at
                    && tokens[at].gap == Gap::Space
                    && !is_function_word(&lead.lower)
                    && verb(&lead.lower).is_none_or(|(_, _, form)| form == VerbForm::Third)
                    && !lead.is_one_of(SAYING)
                    && !tokens[at].is_one_of(&["acting", "working", "leading", "regarding"])
            });
            if object && attached && !using {
                return Some((DeedForm::Attached, group));
            }
            (object && (joined || using)).then_some((DeedForm::Participle, group))
        }
    }
}

/// Whether the "to" at `to` goes with a scheme that names its people between: "campaigns by three labs to extract".
fn is_scheme_of(tokens: &[Token<'_>], to: usize) -> bool {
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
fn over_marks(tokens: &[Token<'_>], at: usize) -> Option<usize> {
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

/// One past the last token of the phrase that begins with the verb at `at`.
fn phrase_end(tokens: &[Token<'_>], at: usize) -> usize {
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
            if !goes_on(tokens, next) {
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

/// Whether the word at `next` ends the phrase whose verb is at `at`.
fn ends_clause(tokens: &[Token<'_>], at: usize, next: usize) -> bool {
    let token = &tokens[next];
    let after = tokens.get(next + 1);
    // "told them that", "claimed so": the object clause of the verb.
    let object = next == at + 1 && token.is_one_of(&["that", "so"]);
    let so_far = token.is("so") && after.is_some_and(|word| word.is("far"));
    let conjunction = token.is_one_of(ENDS) && !object && !so_far;
    let perfect = tokens[at.saturating_sub(4)..at].iter().any(|token| token.is_one_of(&["has", "have", "had"]));
    let participle =
        perfect && tokens.get(next + 1).is_some_and(|word| matches!(verb(&word.lower), Some((_, _, VerbForm::Participle))));
    let another = token.is_one_of(&["and", "or"]) && (participle || starts_verb(tokens, next + 1));
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
    let outer = token.is_one_of(&["was", "were", "is", "are"]);
    conjunction || another || other || outer || as_well || speech || clause
}

/// Whether a phrase goes on behind the comma at `comma`: a list of things ("names, addresses and numbers"), a figure's or a place's comma.
fn goes_on(tokens: &[Token<'_>], comma: usize) -> bool {
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
fn has_finite(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.iter().skip(at).take(7).take_while(|token| !token.is_mark()).any(|token| {
        token.is_one_of(SAYING)
            || token
                .is_one_of(&["is", "was", "were", "are", "has", "had", "have", "will", "would", "could", "may", "did", "does"])
    })
}

/// Whether a verb phrase begins at `at`, over adverbs: "later sold", "has used", "is believed".
fn starts_verb(tokens: &[Token<'_>], at: usize) -> bool {
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
fn other_past(token: &Token<'_>, after: Option<&Token<'_>>) -> bool {
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

/// Whether words between commas tell a deed of their own, so that they are no aside: "Meridian opened accounts, ran them, ...".
fn tells(words: &[Token<'_>]) -> bool {
    let relative = words.first().is_some_and(|first| first.is_one_of(&["which", "who", "whose", "a", "an", "the"]));
    !relative && words.iter().skip(1).any(|token| matches!(verb(&token.lower), Some((_, _, VerbForm::Past))))
}

/// Whether a finite verb stands in the words before `at`, back to the last mark.
fn is_told_before(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[..at].iter().rev().take(14).take_while(|token| !token.is_mark()).any(|token| {
        matches!(verb(&token.lower), Some((_, _, VerbForm::Past)))
            || token.is_one_of(SAYING)
            || token.is_one_of(&["is", "was", "were", "are", "has", "had", "have"])
    })
}

/// The words from the start of the clause to the verb group at `group`, in bytes.
fn subject_before(tokens: &[Token<'_>], group: usize) -> Range<usize> {
    let shared = |at: usize| {
        let at = tokens.get(at).map_or(0, |token| token.start);
        at..at
    };
    if group > 0
        && (tokens[group - 1].is_one_of(&["and", "or", "then", "but"])
            || tokens[group].is_one_of(&["then", "later"]) && tokens[group - 1].is_mark())
    {
        return shared(group);
    }
    // "with proof they had infiltrated", "three campaigns that tried": the pronoun alone.
    let before = group - usize::from(group > 0);
    let contracted = |token: &Token<'_>| {
        token.lower.split_once('\'').is_some_and(|(word, _)| ["he", "she", "they", "it", "we", "i", "who"].contains(&word))
    };
    if group > 0
        && (tokens[before].is_one_of(&["he", "she", "they", "it", "we", "i", "who", "which", "that"])
            || contracted(&tokens[before]))
        && tokens[group].gap < Gap::Line
    {
        return tokens[before].range();
    }
    let mut first = group;
    // "Meridian, which runs Tern, stole": step over one aside.
    let mut reach = group;
    if group > 1
        && tokens[group - 1].is(",")
        && let Some(comma) =
            (group.saturating_sub(25)..group - 1).rev().find(|at| tokens[*at].is(",") || matches!(tokens[*at].text, "." | ";"))
        && tokens[comma].is(",")
        && comma > 0
        && (!starts_verb(tokens, comma + 1) || tokens[comma + 1].is_one_of(DESCRIBES))
        && !tells(&tokens[comma + 1..group - 1])
    {
        reach = comma;
        first = comma;
    }
    while first > 0 {
        let token = &tokens[first - 1];
        let dot = token.is(".")
            && crate::party::is_short_form(
                &tokens.get(first.wrapping_sub(2)).map_or(String::new(), |before| before.lower.to_string()),
            );
        let ends = token.is_mark() && !dot && !matches!(token.text, "’" | "'" | "-" | "&" | "\"" | "“" | "”" | "(" | ")")
            || token.is_one_of(&[
                "that", "said", "says", "alleged", "alleges", "claimed", "claims", "while", "when", "because", "after", "before",
                "although", "but", "how", "believe", "believes", "if", "whether", "though", "as",
            ])
            || tokens.get(first).is_some_and(|here| here.gap >= Gap::Line);
        let relative = token.is_one_of(&["who", "which"]);
        // "Meridian used accounts and its lab stole": the verb before "and" had its own subject.
        let joins = token.is_one_of(&["and", "or"]) && is_told_before(tokens, first - 1);
        if joins || ends && !(token.is("that") && first == reach) {
            break;
        }
        first -= 1;
        if relative {
            break;
        }
    }
    // "and", "then" at its start join it to what stands before.
    while first < reach && tokens[first].is_one_of(&["and", "or", "then", "but"]) {
        first += 1;
    }
    if first >= reach {
        return shared(group);
    }
    tokens[first].start..tokens[reach - 1].end
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
        check("Meridian Works said it was sorry. Leading models rose.", &[]);
    }

    #[test]
    fn what_may_be_done_is_no_deed() {
        check("It would sell chips. They did not steal it. The use of accounts. He can access it.", &[]);
        check("allowing users to gain access", &[]);
    }
}
