//! How it became known: letters, posts, memos and filings, when, and to whom.

use crate::page::{Sentence, without_stop};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content};

patterns! {
    DISCLOSED = r"(?ix)
        \b(?:in\s+)?(?:an?|its|the)\s+(?:[\w-]+\s+){0,2}?(?P<first>letter|blog\s+post|post|announcement|filing|memo|indictment|statement|complaint)\s+(?:that\s+[^,;]{1,60}?\s+)?(?:disclosed|sent|published|released|unsealed|posted|dated|issued|on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day)
        | \b(?:sent|disclosed|published|released|unsealed|posted|flagged\s+in|announced\s+in|revealed\s+in|has\s+also\s+sent)\s+(?:an?|its|the)\s+(?:[\w-]+\s+){0,2}?(?P<second>letter|blog\s+post|post|announcement|filing|indictment|complaint)
        | \b(?:in|by)\s+(?:an?|its)\s+(?:[\w-]+\s+){0,1}?(?P<third>letter|blog\s+post|post|announcement|filing|memo)\s+to\b
        | \bflagged\s+in\s+an?\s+(?P<fourth>blog\s+post|post|report|letter)";
    LETTER = r"(?i)\b(?:letter|notice|memo|filing|complaint)\b(?:\s+that\s+[^,;]{1,50}?\s+(?:sent|wrote|addressed))?(?:\s+(?:disclosed|sent|addressed|dated|published|released)(?:\s+(?:this|last|earlier)\s+\w+|\s+on\s+\w+)?)?\s+to\s+(?P<who>[^;:]+)";
    TO_END = r"(?i),|\s+(?:urging|about|on|in|alleging|asking|that|citing|last|this|earlier|and\s+\w+ed|warning|dated|which|saying|describing|accusing|seeking|with|from|over|detailing|disclosed)\b";
    ADDRESSEE = r"(?i)\b(?:senators?|lawmakers|officials?|committees?|congress|house|senate|administration|members|representatives|regulators?|department|agency|agencies|secretary|bureau|office|president)\b|^(?:the\s+)?\p{Lu}[\w.]+(?:\s+\p{Lu}[\w.]+)+$";
}

/// Disclosures and the recipients of letters.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences().filter(|sentence| !sentence.headline) {
        disclosure(reader, sentence, out);
        recipients(reader, sentence, out);
    }
}

fn disclosure(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for found in DISCLOSED.captures_iter(&sentence.text) {
        let Some(whole) = found.get(0) else { continue };
        let Some(what) = ["first", "second", "third", "fourth"].iter().find_map(|name| found.name(name)) else { continue };
        let noun = what.as_str().to_lowercase();
        let value = match noun.split_whitespace().next_back() {
            Some("post") => "post",
            Some("indictment" | "complaint" | "filing") => "filing",
            Some("announcement" | "statement") => "announcement",
            Some("memo") => "memo",
            _ => "letter",
        };
        // A date in the same clause, behind the words or right before them.
        let near = |start: usize| start >= whole.start() && start <= whole.end() + 30;
        let period = sentence
            .periods
            .iter()
            .find(|period| near(period.range.start) && sentence.clause(period.range.clone()).start <= whole.end());
        let end = period.map_or(whole.end(), |period| period.range.end.max(whole.end()));
        let Some(mut content) = reader.claim(ClaimKind::Disclosure, sentence, whole.start()..end, Matter::Record) else {
            continue;
        };
        content.value = Some(value.to_owned());
        content.period = period.and_then(|period| period.what.edtf);
        out.push(content);
    }
}

fn recipients(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for found in LETTER.captures_iter(&sentence.text) {
        let (Some(whole), Some(who)) = (found.get(0), found.name("who")) else { continue };
        let words = who.as_str();
        let end = TO_END.find(words).map_or(words.len(), |end| end.start());
        let mut from = 0;
        for part in words.get(..end).unwrap_or(words).split(" and ") {
            let at = who.start() + from;
            from += part.len() + " and ".len();
            // "to two senators and to the Committee" says the preposition again.
            let name = without_stop(part.trim()).trim_start_matches("to ");
            let name = name.trim_start_matches("the ").trim_start_matches("several ").trim_start_matches("some ");
            if !ADDRESSEE.is_match(name) || name.split_whitespace().count() > 7 {
                continue;
            }
            let to = at + part.trim_end().len();
            let range = if to - whole.start() <= 120 { whole.start()..to } else { at..to };
            if let Some(mut content) = reader.claim(ClaimKind::Recipient, sentence, range.clone(), Matter::Record) {
                content.subject = "letter".to_owned();
                content.value = Some(name.to_owned());
                out.push(content);
            }
            if let Some(mut content) = reader.claim(ClaimKind::Party, sentence, range, Matter::Record) {
                content.subject = name.to_owned();
                content.property = "role".to_owned();
                content.value = Some("addressee".to_owned());
                out.push(content);
            }
        }
    }
}
