//! The names that a verb or a preposition has behind it or before it, one or a whole list, over the words that describe them.

use crate::document::is_demonym;
use crate::page::Sentence;
use crate::pattern::patterns;
use dossier_grammar::{Found, Name, NameKind};
use std::ops::Range;

patterns! {
    /// Words that describe the name behind them and tie it to nothing else.
    DESCRIBES = r"(?x)^[\s“\x22(]*(?:(?:and|or|as\s+well\s+as|along\s+with|including|namely|both|against|on|of|at)\s+){0,2}
        (?:(?:U\.?S\.?|U\.?K\.?|EU|AI|IT|I\.T\.|[\d,]+|North|South|Hong\s+Kong|\p{Lu}\p{L}+(?:ese|ian|ean|ish|an|i|ch|-based|-listed|-headquartered|-owned|-linked|-backed)|[\p{Ll}’'-]+)(?:[,:]?\s+|\s?[—–]\s?)){0,8}[“\x22(]?$";
    /// Words that begin another thought.
    PARTS = r"(?i)\b(?:in|for|with|from|to|by|that|which|who|whom|whose|was|were|is|are|has|had|have|been|be|said|says|after|before|over|under|because|while|when|where|if|not|of|than|into|against|about|if|but|can|could|would|will|may|using|involved|connected|linked|tied|suspected|accused)\b";
    /// What describes a listed name from behind: "a Harbor-based bank".
    ASIDE = r"^\s*(?:an?|the|another|itself|already|previously|which|who|whose|one|formerly|also|also\s+known|known|based|headquartered|both|all|aka|a\.k\.a\.|whom|where|located)\s";
    /// Names of laws, lists and things, which play no part.
    NO_PARTY = r"\b(?:Lists?|Act|Law|Order|Convention|Treaty|Rule|Regulations?|Program(?:me)?|Amendment|Bill|Agreement|Summit|GPUs?|CPUs?|Report|Index|Code|Section|Sanctions|Specially Designated(?: Nationals)?|Nationals|Department|Committee|Internet|Linux|Windows|Android)$|^(?:AI|Entity|SDN|CEO|Internet|Congress|Senate|House)\b";
    /// A noun that the name before it only describes: "a Meridian subsidiary".
    OF_NAME = r"^(?:['’]s?)?\s+(?:AI\s+|cloud\s+|chip\s+|software\s+)?(?:subsidiar(?:y|ies)|units?|affiliates?|executives?|officials?|engineers?|employees?|customers?|users?|products?|chips?|servers?|models?|accounts?|data|spokes\w+|operatives|hackers|leaders?|founders?|insiders?|shares|stock|apps?|officers?|researchers?|members?|operators?|compan(?:y|ies)|firms?|banks?|entit(?:y|ies)|individuals|nationals|networks?|rules|systems?|infrastructure|laws?)\b";
    TAIL = r"^-(?P<tail>\p{Ll}+)";
    INCLUDING = r"^,\s+(?:including|such\s+as|among\s+them)\s";
    RESUMES = r",\s+(?:as\s+well\s+as|along\s+with|and\s+(?:its|his|her|two|three|four|five|six))\s";
    BRACKETED = r"^(?:\p{Ll}+\s+){1,5}\(";
    /// A reason or a time in the middle of a list: the list goes on behind "and".
    REASON = r"(?i)^\s*(?:for|on|in|under|pursuant|over|because|who|which|that|as|from|at|by|to|after|with|due)\b";
}

/// How many bytes before a name can bear on it: a rule that reads back reads no further, so that its cost stays linear.
const REACH_BACK: usize = 220;

/// Where the words before `at` start that can bear on what stands there.
pub(crate) fn reach_back(text: &str, at: usize) -> usize {
    let mut from = at.saturating_sub(REACH_BACK);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    from
}

/// Whether the words at `range` only describe what follows them.
pub(crate) fn describes(sentence: &Sentence, range: Range<usize>) -> bool {
    let words = sentence.words(range);
    let inner = words.trim_start().trim_start_matches("against ").trim_start_matches("on ");
    DESCRIBES.is_match(words) && !PARTS.is_match(inner)
}

/// Whether a name can play a part: no place, people or common noun.
pub(crate) fn plays(name: &Found<Name>) -> bool {
    let text = &name.what.text;
    let long = text.chars().any(char::is_lowercase) || text.chars().count() > 2;
    name.what.kind != NameKind::Place && !is_demonym(text) && !NO_PARTY.is_match(text) && long
}

/// The name with the end of a word that a hyphen joins to it: "Co-op".
pub(crate) fn full<'s>(sentence: &'s Sentence, name: &Found<Name>) -> &'s str {
    let end = name.range.start + name.what.text.len();
    let tail = TAIL.captures(sentence.words(end..sentence.text.len())).and_then(|found| found.name("tail"));
    let describes = |tail: &str| {
        tail.ends_with("ed")
            || matches!(
                tail,
                "linked" | "led" | "style" | "style's" | "built" | "run" | "like" | "made" | "era" | "wide" | "made's"
            )
    };
    let len = tail.filter(|tail| !describes(tail.as_str())).map_or(0, |tail| tail.end());
    sentence.words(name.range.start..end + len)
}

/// The name that follows `at`, with nothing but description between.
pub(crate) fn name_behind(sentence: &Sentence, at: usize) -> Option<&Found<Name>> {
    let mut from = at;
    for name in sentence.names.iter().filter(|name| name.range.start >= at && !is_demonym(&name.what.text)) {
        let end = name.range.start + name.what.text.len();
        let after = sentence.words(end..sentence.text.len());
        let before = sentence.words(0..name.range.start);
        if !describes(sentence, from..name.range.start) || !plays(name) {
            return None;
        }
        if let Some(noun) = OF_NAME.find(after) {
            // "three Meridian executives: A, B": the name only describes.
            from = end + noun.end();
            if !after.get(noun.end()..).is_some_and(|rest| rest.starts_with([':', ' '])) || noun.as_str().starts_with(['\'', '’'])
            {
                return None;
            }
            from += usize::from(after.get(noun.end()..).is_some_and(|rest| rest.starts_with(':')));
            continue;
        }
        // "server hosting (SH) providers": letters that stand for common words.
        let is_alias = before.ends_with('(') && after.starts_with(')') && name.what.text.chars().all(char::is_uppercase);
        return (!is_alias).then_some(name);
    }
    None
}

/// The names of the list that follows `at`: "X, a bank, and its president, Y, for ..., and two brokers, A and B".
pub(crate) fn names_behind(sentence: &Sentence, at: usize) -> Vec<&Found<Name>> {
    let mut listed = Vec::new();
    let Some(first) = name_behind(sentence, at) else { return listed };
    listed.push(first);
    let mut end = after_name(sentence, first);
    let mut broken = false;
    while let Some((gap, next)) = separator(sentence, end) {
        let and = ["and", "well as", "along with"].iter().any(|word| sentence.words(gap.clone()).contains(word));
        let rest = sentence.words(next..sentence.text.len());
        // "X, the airline Y and ...": another item, not what X is.
        if let Some(name) = name_behind(sentence, next).filter(|_| rest.starts_with("the "))
            && sentence.words(next..name.range.start).split_whitespace().count() <= 4
        {
            listed.push(name);
            end = after_name(sentence, name);
            continue;
        }
        if ASIDE.is_match(rest) || REASON.is_match(rest) {
            // An aside or a reason: the list goes on behind its comma.
            broken |= REASON.is_match(rest);
            let Some(comma) = rest.find(',') else { break };
            // "X, which serves gangs, including Y and Z, as well as ...": the aside has a list of its own.
            let own_list = rest.get(comma..).is_some_and(|rest| INCLUDING.is_match(rest));
            let resumed = RESUMES.find(rest).map(|found| found.start());
            end = match (own_list, resumed) {
                (true, Some(at)) => next + at,
                (true, None) => break,
                (false, _) => next + comma,
            };
            continue;
        }
        if broken && !and {
            break;
        }
        // "three sister companies (A, B and C)".
        if let Some(bracket) = BRACKETED.find(rest) {
            let open = next + bracket.end();
            let close = sentence.words(open..sentence.text.len()).find(')').map_or(sentence.text.len(), |at| open + at);
            listed.extend(sentence.names_in(open..close).filter(|name| plays(name)));
            end = close + 1;
            continue;
        }
        if let Some(name) = name_behind(sentence, next) {
            // "and Halden said": a clause of its own.
            if is_subject(sentence, name) && listed.len() < 2
                || sentence.words(next..name.range.start).split_whitespace().count() > 7
            {
                break;
            }
            listed.push(name);
            end = after_name(sentence, name);
            broken = false;
        } else if rest.starts_with(|c: char| c.is_lowercase() || c.is_numeric())
            && rest.find(',').is_some_and(|comma| comma < 60)
            && !PARTS.is_match(&rest[..rest.find(',').unwrap_or(0)])
        {
            end = next + rest.find(',').unwrap_or(0);
        } else {
            break;
        }
    }
    listed
}

/// The names that stand in a list before `at`: also those in brackets, and the one before an aside.
pub(crate) fn names_before(sentence: &Sentence, at: usize) -> Vec<&Found<Name>> {
    let before = sentence.words(0..at).trim_end();
    if let Some(open) = before.strip_suffix(')').and_then(|inside| inside.rfind('(')) {
        let inside: Vec<_> = sentence.names_in(open..before.len()).filter(|name| plays(name)).collect();
        if inside.len() > 1 {
            return inside;
        }
        // "Meridian Works (Estravia), and Velden Trading (Lorvania) were": each with its country.
        let mut listed = names_before(sentence, open);
        if let Some(first) = listed.first().map(|first| first.range.start) {
            let lead = sentence.words(0..first).trim_end().trim_end_matches("and").trim_end();
            if lead.ends_with("),") || sentence.words(0..first).ends_with(") and ") {
                let more = names_before(sentence, lead.trim_end_matches(',').len());
                listed.splice(0..0, more);
            }
        }
        return listed;
    }
    if let Some(comma) = before.strip_suffix(',').and_then(|inside| inside.rfind(", "))
        && !sentence.names_listed_before(before.len()).iter().any(|name| name.range.end + 1 >= before.len())
        && let Some(name) = sentence.names.iter().rfind(|name| name.range.end == comma && plays(name))
    {
        return vec![name];
    }
    sentence.names_listed_before(at).into_iter().filter(|name| plays(name)).collect()
}

fn is_subject(sentence: &Sentence, name: &Found<Name>) -> bool {
    let after = sentence.words(name.range.end..sentence.text.len()).trim_start();
    let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    matches!(
        word,
        "said" | "says" | "has" | "had" | "is" | "was" | "were" | "did" | "will" | "would" | "announced" | "declined" | "also"
    )
}

/// One past the name, its possessive and an alias in brackets.
fn after_name(sentence: &Sentence, name: &Found<Name>) -> usize {
    let end = name.range.end;
    let rest = sentence.words(end..sentence.text.len());
    if rest.starts_with(" (") { rest.find(')').map_or(end, |close| end + close + 1) } else { end }
}

/// What separates the next item of a list, and where that item starts.
fn separator(sentence: &Sentence, end: usize) -> Option<(Range<usize>, usize)> {
    let rest = sentence.words(end..sentence.text.len());
    let gap = [", and ", ", as well as ", ", along with ", " and ", " as well as ", " along with ", ", "]
        .iter()
        .find(|gap| rest.starts_with(**gap));
    let gap = gap.map(|gap| gap.len());
    // "X for trading and Y": a reason before the comma.
    let gap = match gap {
        Some(len) => Some(0..len),
        None => rest.find(", and ").filter(|at| REASON.is_match(rest) && *at < 160).map(|at| at..at + ", and ".len()),
    }?;
    Some((end + gap.start..end + gap.end, end + gap.end))
}
