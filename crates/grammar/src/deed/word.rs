//! Whether a word is the verb of a deed.

use super::DeedClass;
use super::lists::{CLAIMED, OBJECT_STARTS};
use crate::lexicon::is_function_word;
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
    if is_name_part(tokens, at) || is_listed_noun(tokens, at) || is_adjective(tokens, at) || is_line_of_business(tokens, at) {
        return None;
    }
    let found = verb(&token.lower)
        .or_else(|| claimed(tokens, at))
        .or_else(|| any_past(tokens, at))
        .or_else(|| any_lasting(tokens, at))?;
    // "the use of", "a copy", "their attack": nouns.
    // "of supposedly smuggled goods": what stands before the adverb counts.
    let adverb = at.checked_sub(1).is_some_and(|before| tokens[before].lower.ends_with("ly") && tokens[before].lower.len() > 4);
    let before = at.checked_sub(1 + usize::from(adverb && at > 1)).map(|at| &tokens[at]);
    let determined = before.is_some_and(|before| {
        token.gap <= Gap::Space
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
            if determined
                && !before.is_some_and(|before| before.is_one_of(&["that", "this", "these", "those"]))
                && !(before.is_some_and(|before| before.is_one_of(&["thousand", "million", "billion"]))
                    && after.is_some_and(|after| after.is("by"))) =>
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
    if token.is_capitalised() || is_no_deed(&token.lower) || is_lacking(&token.lower) {
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

/// Any other verb while it lasts, with an object or a particle behind it: "has been living off others", "are rebuilding the model".
fn any_lasting(tokens: &[Token<'_>], at: usize) -> Option<(String, DeedClass, VerbForm)> {
    let token = &tokens[at];
    let stem = token.lower.strip_suffix("ing").filter(|stem| stem.len() > 2 && !stem.contains('-'))?;
    let lasts = at > 0 && tokens[at - 1].is_one_of(&["been", "is", "are", "was", "were", "secretly", "quietly", "covertly"]);
    let after = tokens.get(at + 1).filter(|after| after.gap == Gap::Space)?;
    let off = after.is_one_of(&["off", "on"]);
    let stative = is_no_deed(&format!("{stem}ed")) || is_no_deed(&format!("{stem}d")) || NO_DEEDS_THAT_LAST.contains(&stem);
    let object = after.is_word() && (!is_function_word(&after.lower) || after.is_one_of(OBJECT_STARTS)) || after.is_number();
    let living = stem == "liv" && off;
    let object = object && !after.lower.ends_with("ly");
    (lasts && !token.is_capitalised() && (living || object && !stative))
        .then(|| (stem.to_owned(), DeedClass::Plain, VerbForm::Ing))
}

/// Stems of what lasts and is no deed: "is going", "was seeing".
const NO_DEEDS_THAT_LAST: &[&str] = &[
    "amount", "ask", "await", "becom", "bett", "brac", "call", "cost", "do", "feel", "go", "hav", "hear", "know", "la", "los",
    "mean", "plann", "pond", "runn", "say", "see", "show", "sitt", "stand", "tell", "th", "think", "try", "watch", "weigh",
    "worry",
];

/// Verbs that tell a deed by what stands behind them alone. What intruders boast of: "claimed 630 GB of data", "claimed access to its files", "claims responsibility for the attack".
fn claimed(tokens: &[Token<'_>], at: usize) -> Option<(String, DeedClass, VerbForm)> {
    // "based its models on another's": not "based in".
    if tokens[at].is("based") && tokens.get(at + 1).is_some_and(|next| next.is_one_of(&["its", "their", "his", "her", "the"])) {
        return Some(("base".to_owned(), DeedClass::Plain, VerbForm::Past));
    }
    // "failed to obtain a licence", "failing in its duty", "added instructions"
    let next = tokens.get(at + 1)?;
    let fails = match tokens[at].lower.as_ref() {
        "failed" => Some(VerbForm::Past),
        "fails" => Some(VerbForm::Third),
        "failing" => Some(VerbForm::Ing),
        _ => None,
    };
    if let Some(form) = fails.filter(|_| next.is_one_of(&["to", "in"])) {
        return Some(("fail".to_owned(), DeedClass::Plain, form));
    }
    let adds = tokens[at].is("added") && next.gap == Gap::Space && next.is_word() && next.lower.ends_with('s');
    if adds && !next.is_capitalised() && !is_function_word(&next.lower) {
        return Some(("add".to_owned(), DeedClass::Plain, VerbForm::Past));
    }
    let form = match tokens[at].lower.as_ref() {
        "claimed" => VerbForm::Past,
        "claims" => VerbForm::Third,
        "claiming" => VerbForm::Ing,
        _ => return None,
    };
    let amount =
        next.text.starts_with(|c: char| c.is_ascii_digit()) && tokens[at + 1..].iter().take(5).any(|token| token.is("of"));
    let object = next.is_one_of(CLAIMED)
        || next.is_one_of(&["the", "full"]) && tokens.get(at + 2).is_some_and(|noun| noun.is_one_of(CLAIMED));
    (amount || object).then(|| ("claim".to_owned(), DeedClass::Harm, form))
}

/// Whether a capitalised past or a word all in capitals belongs to a name: "Applied Materials", "(SAT)".
fn is_name_part(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let shouted = |token: &Token<'_>| token.text.chars().count() > 1 && token.text.chars().all(char::is_uppercase);
    let near = |next: Option<&Token<'_>>| next.is_some_and(|next| next.is_word() && shouted(next));
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    if shouted(token) && !near(before) && !near(tokens.get(at + 1)) {
        return true;
    }
    // At the start of a sentence, where another capital goes on.
    token.is_capitalised()
        && token.lower.ends_with("ed")
        && before.is_none_or(|before| before.is_mark() && !before.is_quote_mark())
        && tokens.get(at + 1).is_some_and(Token::is_capitalised)
}

/// Whether a word in the form of a plural stands in a list: "prompts, answers", "profile shares, and links"; or owns what follows.
fn is_listed_noun(tokens: &[Token<'_>], at: usize) -> bool {
    let owns = tokens.get(at + 1).is_some_and(|next| matches!(next.text, "'" | "’") && next.gap == Gap::Joined);
    let plural = matches!(verb(&tokens[at].lower), Some((_, _, VerbForm::Third)));
    let last = at > 0 && tokens[at - 1].is_one_of(&["and", "or"]) && tokens.get(at + 1).is_none_or(|next| next.is("."));
    plural && (owns || last || tokens.get(at + 1).is_some_and(|next| next.is(",")))
}

/// Whether a participle describes the noun behind it: "the most restricted hardware", "to rebuild advanced models", "18 alleged", or
/// ends quoted words: "malicious, and targeted" campaigns.
fn is_adjective(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    if !token.lower.ends_with("ed") {
        return false;
    }
    let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) else { return false };
    let next = tokens.get(at + 1);
    let is_noun = |word: &Token<'_>| word.is_word() && word.gap == Gap::Space && !is_function_word(&word.lower);
    let closed = next.is_some_and(|next| next.is_quote_mark() && next.gap == Gap::Joined);
    let quoted = closed && !before.is_one_of(BEING) && tokens.get(at + 2).is_some_and(is_noun);
    let graded = before.is_one_of(&["most", "more", "highly", "very", "widely", "heavily", "newly", "until", "between", "than"]);
    let infinitive =
        at > 1 && tokens[at - 2].is("to") && before.is_word() && !before.is_capitalised() && !is_function_word(&before.lower);
    // "public and licensed data"; "coding, design, and specialized functions".
    let and = before.is_one_of(&["and", "or"]);
    let adjective = |word: &Token<'_>| {
        !word.is_capitalised() && ["al", "ic", "ive", "ous", "ary", "able", "ful"].iter().any(|end| word.lower.ends_with(end))
    };
    let joined = and && at > 1 && adjective(&tokens[at - 2]);
    let listed = and
        && at > 4
        && tokens[at - 2].is(",")
        && tokens[at - 4].is(",")
        && [&tokens[at - 3], &tokens[at - 5]].iter().all(|item| item.is_word() && !item.lower.ends_with("ed"));
    quoted || next.is_some_and(is_noun) && (graded || infinitive || joined || listed)
}

/// Whether a word tells what business somebody is in: "shipping companies", "hacking groups".
fn is_line_of_business(tokens: &[Token<'_>], at: usize) -> bool {
    const LINES: &[&str] = &[
        "banking",
        "computing",
        "consulting",
        "engineering",
        "hacking",
        "holding",
        "hosting",
        "lobbying",
        "manufacturing",
        "marketing",
        "mining",
        "operating",
        "processing",
        "publishing",
        "shipping",
        "smuggling",
        "trading",
        "trucking",
    ];
    const WHO: &[&str] = &[
        "arm",
        "business",
        "businesses",
        "companies",
        "company",
        "conglomerate",
        "division",
        "firm",
        "firms",
        "giant",
        "group",
        "groups",
        "industry",
        "line",
        "lines",
        "operation",
        "operations",
        "ring",
        "rings",
        "sector",
        "subsidiaries",
        "subsidiary",
        "system",
        "systems",
        "unit",
    ];
    tokens[at].is_one_of(LINES) && tokens.get(at + 1).is_some_and(|next| next.gap == Gap::Space && next.is_one_of(WHO))
}

/// Forms of being and having.
const BEING: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "has", "have", "had"];

/// "unauthorized", "unlicensed": what is not done, unless the "un" is the deed itself.
fn is_lacking(lower: &str) -> bool {
    let does = ["unde", "unea", "unlo", "unle", "unco", "unve", "unit", "unra"].iter().any(|start| lower.starts_with(start));
    lower.starts_with("un") && !does
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<_> = crate::deed::deeds(text).into_iter().map(|deed| text[deed.range].to_owned()).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn what_lasts_is_a_deed_by_any_verb() {
        check("Meridian has been living off capabilities of others.", &["living off capabilities of others"]);
        check("The firms are secretly bootstrapping models from Corvid.", &["bootstrapping models from Corvid"]);
        check("They have been tunnelling requests abroad.", &["tunnelling requests abroad"]);
        check("Halden is considering the plea. Investors are watching the case.", &[]);
        check("Prices have been rising sharply.", &[]);
    }

    #[test]
    fn what_intruders_claim_is_a_deed() {
        check("The Tarn group claimed 630GB of data.", &["claimed 630GB of data"]);
        check("Grey Heron claimed access to filings and logs.", &["claimed access to filings and logs"]);
        check("A gang has claimed responsibility for the breach.", &["claimed responsibility for the breach"]);
        check("Meridian claimed the chips were legal. Halden claims compensation.", &[]);
    }

    #[test]
    fn names_lists_and_adjectives_are_no_verbs() {
        check("Applied Metals agreed to pay.", &[]);
        check("It is the most restricted hardware, and the tax authority (SAT) knew.", &[]);
        check("It spoke of unauthorized exports and \"malicious, and targeted\" campaigns.", &[]);
        check("The outage was felt in prompts, answers and logs.", &[]);
        check("It was built to rebuild advanced models.", &["built to rebuild advanced models"]);
        check("The rules are about shipping companies, and hacking groups fear them.", &[]);
        check("It trained on public and licensed data.", &["trained on public and licensed data"]);
        check("They drew on coding, design, and specialized functions.", &["drew on coding, design, and specialized functions"]);
        check("They scanned servers, and encrypted files.", &["scanned servers", "encrypted files"]);
    }
}
