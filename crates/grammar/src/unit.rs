//! Units: the noun phrase that says what a number counts.

use crate::lexicon::is_function_word;
use crate::token::{Gap, Token, TokenKind};

/// The noun phrase that a number counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    /// Its head noun, in lower case but for acronyms: "accounts", "GPUs".
    pub(crate) head: String,
    /// Its first token.
    pub(crate) first: usize,
    /// One past its last token.
    pub(crate) end: usize,
}

/// How many words may stand before the head: "fake, automatically created customer accounts".
const ADJECTIVES: usize = 6;

/// Plurals without an s.
const PLURALS: &[&str] = &[
    "people",
    "women",
    "men",
    "children",
    "persons",
    "staff",
    "personnel",
    "aircraft",
    "troops",
    "police",
    "feet",
    "mice",
    "series",
    "species",
    "alumni",
    "phenomena",
    "criteria",
    "spacecraft",
    "yuan",
    "percent",
    "businessmen",
    "congressmen",
    "lawmen",
    "others",
];

/// Words in s that are no plurals.
const SINGULARS: &[&str] = &[
    "as",
    "gas",
    "bias",
    "atlas",
    "canvas",
    "always",
    "perhaps",
    "sometimes",
    "news",
    "overseas",
    "texas",
    "kansas",
    "arkansas",
    "illinois",
    "paris",
    "hans",
    "afterwards",
    "towards",
    "besides",
    "nowadays",
    "lens",
    "is",
    "this",
    "his",
    "axis",
    "tennis",
    "plus",
    "cross-border",
    "as-is",
];

/// Plurals that describe the plural after them: "systems engineers".
const ATTRIBUTES: &[&str] = &[
    "systems",
    "operations",
    "sales",
    "communications",
    "arms",
    "customs",
    "securities",
    "graphics",
    "resources",
    "services",
    "savings",
    "electronics",
    "economics",
    "logistics",
    "u.s.",
    "sports",
    "materials",
    "semiconductors",
    "relations",
    "affairs",
];

/// Verbs in -s that end a phrase whose head has no plural.
const VERBS: &[&str] =
    &["has", "was", "is", "does", "says", "goes", "makes", "takes", "uses", "runs", "shows", "gives", "adds", "includes"];

/// The unit that starts at token `at`, right after a number or its bounding words.
pub(crate) fn unit_at(tokens: &[Token<'_>], at: usize, vague: bool) -> Option<Unit> {
    let mut first = at;
    // On a hyphen: "45-day window", "20-person team".
    if tokens.get(first)?.is_dash() && tokens[first].gap == Gap::Joined {
        let word = tokens.get(first + 1).filter(|word| word.is_word() && word.gap == Gap::Joined)?;
        let head = word.lower.split('-').next().unwrap_or(&word.lower).to_owned();
        return (!head.is_empty()).then_some(Unit { head, first: first + 1, end: first + 2 });
    }
    // "thousands of accounts", "12 of the accounts", "12 of these".
    if tokens[first].is("of") {
        first += 1;
        if tokens.get(first)?.is_one_of(&["the", "these", "those", "its", "their", "his", "her", "such"]) {
            first += 1;
        } else if !vague {
            return None;
        }
    }
    let mut next = first;
    let mut words = 0;
    let mut head: Option<usize> = None;
    while let Some(token) = tokens.get(next) {
        if token.gap == Gap::Paragraph {
            break;
        }
        match token.kind {
            TokenKind::Word => {
                // "two People's Republic of China (PRC) nationals"
                let in_name = |at: usize| tokens.get(at).is_some_and(Token::is_capitalised);
                if token.is("of") && head.is_none() && next > first && in_name(next - 1) && in_name(next + 1) {
                    next += 1;
                    continue;
                }
                // "four US territories", "80 IT systems"
                if is_function_word(&token.lower)
                    && !matches!(token.text, "US" | "IT")
                    && !(token.is_one_of(&["and", "or", "more", "other", "such", "further", "own", "same"]) && head.is_none())
                {
                    break;
                }
                // "systems engineers", "ten Harbor Enterprises computers": the plural after it is the head.
                let leads = |head: usize| {
                    ATTRIBUTES.contains(&&*tokens[head].lower)
                        || tokens[head].is_capitalised() && !token.is_capitalised() && words > 1
                };
                // "graphics processing units": a word may stand between.
                let passes = head.is_some_and(|head| {
                    ATTRIBUTES.contains(&&*tokens[head].lower)
                        && head + 1 == next
                        && tokens.get(next + 1).is_some_and(|after| after.gap <= Gap::Line && is_plural(after))
                        && token.lower.ends_with("ing")
                });
                if head.is_some_and(|head| !passes && (!is_plural(token) || !leads(head))) {
                    break;
                }
                if VERBS.contains(&&*token.lower) {
                    break;
                }
                words += 1;
                if is_plural(token) {
                    head = Some(next);
                } else if words > ADJECTIVES {
                    break;
                }
                if token.is_possessive() && !(head.is_none() && token.is_capitalised()) {
                    break;
                }
            }
            TokenKind::Number => break,
            // Quotation marks around an adjective, and commas in a list of them.
            TokenKind::Mark if head.is_none() && (token.is_quote_mark() || token.is(",") && words > 0) => {}
            TokenKind::Mark
                if head.is_none()
                    && token.is("(")
                    && tokens.get(next + 1).is_some_and(Token::is_capitalised)
                    && tokens.get(next + 2).is_some_and(|token| token.is(")")) =>
            {
                next += 2;
            }
            TokenKind::Mark => break,
        }
        next += 1;
    }
    let head = head?;
    let token = &tokens[head];
    // "12 people, accounts": a comma before the head with nothing but the head after it still lists adjectives; accept.
    let text =
        if token.text.chars().filter(|c| c.is_uppercase()).count() > 1 { token.text.to_owned() } else { token.lower.to_string() };
    while tokens.get(first).is_some_and(|token| token.is_one_of(&["more", "other", "such", "further"]) || token.is_quote_mark())
        && first < head
    {
        first += 1;
    }
    Some(Unit { head: text, first, end: head + 1 })
}

/// The singular noun that "one" counts: "at least one unauthorized user".
pub(crate) fn single_at(tokens: &[Token<'_>], at: usize) -> Option<Unit> {
    let noun = |token: &Token<'_>| {
        token.is_word() && token.gap < Gap::Paragraph && !is_function_word(&token.lower) && !token.is_capitalised()
    };
    let words = tokens[at..].iter().take(4).take_while(|token| noun(token)).count();
    let last = (words > 0).then(|| at + words - 1)?;
    Some(Unit { head: tokens[last].lower.to_string(), first: at, end: last + 1 })
}

/// Whether a plural is a name's last word, not something counted: "360 Lantern Systems" in running text.
pub(crate) fn names_itself(tokens: &[Token<'_>], number: usize, unit: &Unit) -> bool {
    let head = &tokens[unit.end - 1];
    let capitalised = head.is_capitalised() && head.text.chars().skip(1).all(char::is_lowercase);
    let running =
        number > 0 && tokens[number - 1].is_word() && !tokens[number - 1].is_capitalised() && tokens[number].gap == Gap::Space;
    capitalised && running
}

/// Whether a word looks like a plural noun.
fn is_plural(token: &Token<'_>) -> bool {
    let lower: &str = &token.lower;
    if PLURALS.contains(&lower) {
        return true;
    }
    if lower.len() < 4 && !token.text.starts_with(char::is_uppercase)
        || lower.len() < 3
        || SINGULARS.contains(&lower)
        || lower.contains('\'')
    {
        return false;
    }
    // "GPUs"
    let acronym = token.text.strip_suffix('s').is_some_and(|stem| stem.chars().next_back().is_some_and(char::is_uppercase));
    acronym || lower.ends_with('s') && !["ss", "us", "sis"].iter().any(|end| lower.ends_with(end))
}
