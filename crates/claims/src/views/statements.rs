//! What a party said in paraphrase, where no other claim tells it.

use crate::document::{holds_name, short_name};
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::subject::subject;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Hedge, Span};
use std::ops::Range;

patterns! {
    SAID = r"(?i)\b(?:said|says|stated|(?-i:states)|cautioned|warned|warns|asserts|asserted|claims?|claimed|alleged|alleges|say|told\s+[\p{L}’'.\s]{2,30}?|noted|notes|adds|added|acknowledged|confirmed|emphasi[sz]ed|highlighted|explained|reveal(?:s|ed)|determined|disclosed|argued|reported|wrote|writes|insist(?:s|ed)|allege|claim|warning|noting|adding|stating|saying|claiming|alleging|assured\s+[\p{L}’'\s]{2,30}?|informed\s+[\p{L}’'\s]{2,30}?)(?:\s+(?:in\s+an?\s+(?:[\w-]+\s+){1,3}?(?:on\s+\w+)|in\s+an?\s+(?:\w+\s+)?(?:statement|post|filing|interview|notice|report)|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?(?P<that>\s+that)?\s+";
    /// Behind "told" and "noted", only a clause with "that" is what was said.
    BARE = r"(?i)^(?:said|says|say|stated|states|claims?|claimed|claiming|alleged|alleges|allege|alleging|saying|stating|told|have\s+told)";
    CLAUSE = r"(?i)^(?:[“\x22]?)(?:that\s+)?(?:the|a|an|it|its|he|she|they|their|his|her|there|this|these|those|we|some|all|no|most|such|both|more|(?-i:\p{Lu})|\d)";
    /// ", the agency said".
    TRAILING = r"(?i)[,”\x22]\s+(?P<who>(?:[^,;.“”\x22]|\b(?:U\.S|Mr|Ms|Mrs|Dr|\p{Lu})\.){2,70}?)\s+(?:said|says|alleged|alleges|stated|added|claimed|noted|explained)(?:\s+(?:on\s+\w+|in\s+[^,.;]{2,40}|\w+day))?[.,]";
    COMMON = r"(?i)\b(?:company|firm|startup|start-up|developer|lab|spokes\w+|prosecutors|officials|hackers|criminals|agency|agencies|department|bank|group|ministry|lawyers?|police|authorities|executives?|investigators|regulators?|researchers|chipmaker|maker|retailer|university|hospital|advisory|report|documents|papers|memo|indictment|complaint|filing|letter|bulletin|affidavit|post|notice)\b|^(?:it|they|he|she)$";
    /// Where what was said turns to something else.
    END = r"(?i),\s+(?:which|who|according|citing|adding|noting|warning|while|but|and|(?:an?|the)\s+[^,;.]{3,60}?\s+(?:that|which|who))\b|\s+(?:as\s+of|alongside)\b|\s+(?:as\s+it|as\s+they|and\s+(?:was|is|had|has|were|would|will|that)|but|while|because|although)\b|;";
    /// "As noted in the advisory, ...": whose words the sentence passes on.
    ACCORDING = r"(?i)^(?:according\s+to|as\s+(?:noted|described|explained|stated|detailed)\s+(?:in|by))\s+(?P<who>[^,;“”]{3,80}),\s+";
    /// A deed of the accused or of intruders: an act, whoever tells it.
    ACTOR = r"(?i)^(?:in\s+[^,]{3,30},\s+)?(?:north\s+korea|pyongyang|beijing|moscow|tehran)\s+[a-z]+s\b|^(?:in\s+[^,]{3,30},\s+)?(?:(?:the|its|their|these|those|some|two|three|several|both|chinese|russian|north|korean|iranian|foreign|state-sponsored|unknown|finally,)\s+)*(?:[\p{Ll}-]+\s+){0,2}?(?:hackers?|attackers?|intruders?|criminals|gang|threat\s+actors?|actors|defendants?|conspirators|operators|smugglers|thieves|group|chips|firms|labs|chatbot|malware)\s+(?:(?:had|have|has|also|then|even|was\s+able\s+to|were\s+able\s+to|were|managed\s+to|allegedly|successfully|previously|first|later)\s+)*[a-z]+";
    ACTED = r"(?i)^\s+(?:(?:had|have|has|also|then|allegedly|successfully|previously|first|later|knew|was\s+able\s+to|managed\s+to)\s+)*(?:[a-z]+ed|stole|took|ran|sent|sold|bought|built|made|hid|used|broke|got|began|went|led|paid|kept|set|put|wrote|told|is\s+[a-z]+ing|was\s+[a-z]+ing|[a-z]{3,}s)\b";
    NOT = r"(?i)^(?:\S+\s+){1,6}?(?:not|never|didn[’']t|did\s+not|doesn[’']t|hasn[’']t|wasn[’']t)\b";
    FOUND_OUT = r"(?i)\b(?:discovered|detected|identified|noticed|found\s+out|found|learned|learnt|spotted|began|became\s+aware)\b";
    REPORT = r"(?i)\b(?:report|newspaper|story|article)$";
    AND_THAT = r"(?i)\band\s+that\s+";
    WILL = r"(?i)^(?:it|they|we|he|she|the\s+\w+)\s+(?:(?:will|would|plans?|planned|intends?|is\s+going)\b)";
    INTRUDERS = r"(?i)\b(?:hackers|criminals|attackers|gang|intruders)\b";
    OF_CASE = r"(?i)\b(?:attacks?|campaign|scheme|accounts|operation|theft|smuggling|conspir\w+|stolen|illicit\w*|fraud\w*|shipments?|chips)\b";
    ACCUSES = r"(?i)\b(?:prosecut\w+|doj|justice\s+department|indictment|complaint|fbi|investigators|court\s+(?:documents?|papers|filings?|records)|affidavit)\b";
    ASKED = r"(?i)^(?:asked|in\s+(?:a\s+)?(?:response|reply)|reached|contacted|responding|when\s+asked|approached|after\s+being\s+(?:asked|approached|contacted))\b";
    GERUND = r"(?i)^(?:warning|noting|adding|stating|saying|claiming|alleging)\b";
    /// Who the first words of a sentence name: a verb behind "and" has their subject.
    FIRST = r"^(?:The\s+[\p{L}-]+(?:\s+(?:ministry|company|department|spokes\w+|firm))?|It|He|She|They|\p{Lu}\S*(?:\s+\p{Lu}\S*)*)";
    NOBODY = r"(?i)\b(?:critics|analysts?|experts?|observers|people|persons?|who|which|law|sources?)\b";
}

/// The places of all claims that tell what a party may have said.
pub(super) fn told(claims: &[Content]) -> Vec<Span> {
    let tells = |claim: &&Content| {
        !matches!(
            claim.kind,
            ClaimKind::Party
                | ClaimKind::LegalWord
                | ClaimKind::Method
                | ClaimKind::Technique
                | ClaimKind::Superlative
                | ClaimKind::Date
                | ClaimKind::Provenance
                | ClaimKind::Recipient
        )
    };
    let mut told: Vec<Span> = claims.iter().filter(tells).map(|claim| claim.quotes.first().span()).collect();
    told.sort_by_key(|span| (span.start, span.end));
    told
}

/// "The company said the campaign resembled past efforts"; "…, prosecutors said".
pub(super) fn read(reader: &Reader<'_, '_>, sentence: &Sentence, told: &[Span]) -> Vec<Content> {
    // What is said in answer is a response.
    if ASKED.is_match(&sentence.text) {
        return Vec::new();
    }
    let Some((who, first)) = leading(sentence).or_else(|| according(sentence)).or_else(|| trailing(sentence)) else {
        return Vec::new();
    };
    // "said that ... and that ...": each is a statement.
    let rest = sentence.words(first.end..sentence.end().max(first.end));
    let more = AND_THAT.find(rest).map(|and| {
        let start = first.end + and.end();
        let words = sentence.words(start..sentence.end().max(start));
        start..start + END.find_iter(words).find(|end| end.start() > 24).map_or(words.len(), |end| end.start())
    });
    [Some(first), more].into_iter().flatten().filter_map(|range| stated(reader, sentence, &who, range, told)).collect()
}

fn stated(
    reader: &Reader<'_, '_>,
    sentence: &Sentence,
    who: &Range<usize>,
    range: Range<usize>,
    told: &[Span],
) -> Option<Content> {
    let words = sentence.words(range.clone());
    let speaker = sentence.words(who.clone());
    let known = speaker.contains(char::is_uppercase) || COMMON.is_match(speaker);
    if !known || NOBODY.is_match(speaker) || words.split_whitespace().count() < 4 || quotes(words) {
        return None;
    }
    // What intruders say they did is a deed.
    if INTRUDERS.is_match(speaker) && words.starts_with("they ") {
        return None;
    }
    let accused = reader
        .cast
        .accused
        .iter()
        .any(|one| words.starts_with(&one.name) && words.get(one.name.len()..).is_some_and(|rest| ACTED.is_match(rest)));
    if (ACTOR.is_match(words) || accused) && !NOT.is_match(words) {
        return None;
    }
    let plans = WILL.is_match(words);
    let of_case = OF_CASE.is_match(words) || reader.cast.accused.iter().any(|one| holds_name(words, &one.name));
    let matter = if of_case { Matter::Campaign } else { Matter::Told };
    let mut content = reader.claim(ClaimKind::Statement, sentence, range.clone(), matter)?;
    if plans {
        content.hedge = Hedge::Planned;
    } else if matches!(content.hedge, Hedge::Asserted | Hedge::Reported) {
        content.hedge = if ACCUSES.is_match(speaker) { Hedge::Alleged } else { Hedge::Reported };
    }
    let quote = content.quotes.first();
    let span = quote.span();
    let first = told.partition_point(|other| other.start < span.start.saturating_sub(400));
    let covered =
        told.get(first..).unwrap_or(&[]).iter().take_while(|other| other.start < span.end).any(|other| other.overlaps(span));
    // "it discovered the break-in in March" is told by its date.
    let dated = FOUND_OUT.is_match(words)
        && words.split_whitespace().count() <= 9
        && sentence.periods.iter().any(|period| range.start <= period.range.start && period.range.end <= range.end);
    if covered || dated {
        return None;
    }
    let value = Some(quote.text.clone());
    let name = sentence
        .names_in(0..sentence.text.len())
        .find(|name| speaker.contains(&name.what.text))
        .map(|name| short_name(&name.what.text));
    let pronoun = matches!(speaker.to_lowercase().as_str(), "it" | "they" | "he" | "she");
    let subject = name.or_else(|| reader.cast.accuser.clone().filter(|_| pronoun)).unwrap_or_else(|| speaker.to_owned());
    Some(Content { subject, value, ..content })
}

/// Whether more than a few words of it stand between marks: a quotation tells them.
fn quotes(words: &str) -> bool {
    let parts: Vec<&str> = words.split(['“', '”', '"']).collect();
    parts.iter().skip(1).step_by(2).any(|quoted| quoted.split_whitespace().count() >= 4)
}

fn leading(sentence: &Sentence) -> Option<(Range<usize>, Range<usize>)> {
    let said = SAID.captures_iter(&sentence.text).find(|said| {
        let Some(whole) = said.get(0) else { return false };
        let rest = sentence.words(whole.end()..sentence.text.len());
        said.name("that").is_some() || BARE.is_match(whole.as_str()) && CLAUSE.is_match(rest)
    })?;
    let whole = said.get(0)?;
    let before = sentence.words(0..whole.start()).trim_end();
    let follows = GERUND.is_match(whole.as_str()) || before.ends_with(" and");
    let first = || FIRST.find(&sentence.text).filter(|first| first.end() < whole.start() && follows).map(|first| first.range());
    let who = if GERUND.is_match(whole.as_str()) { first()? } else { subject(sentence, whole.start()).or_else(first)? };
    let end = sentence.end().max(whole.end());
    let rest = sentence.words(whole.end()..end);
    let first = END.find_iter(rest).find(|end| end.start() > 24).map_or(end, |end| whole.end() + end.start());
    Some((who, whole.end()..first))
}

fn according(sentence: &Sentence) -> Option<(Range<usize>, Range<usize>)> {
    let found = ACCORDING.captures(&sentence.text)?;
    let (whole, who) = (found.get(0)?, found.name("who")?);
    let rest = sentence.words(whole.end()..sentence.end().max(whole.end()));
    let end = END.find_iter(rest).find(|end| end.start() > 24).map_or(rest.len(), |end| end.start());
    Some((who.range(), whole.end()..whole.end() + end))
}

fn trailing(sentence: &Sentence) -> Option<(Range<usize>, Range<usize>)> {
    let said = TRAILING.captures(&sentence.text)?;
    let (whole, who) = (said.get(0)?, said.name("who")?);
    (whole.start() <= 220 && !REPORT.is_match(who.as_str())).then(|| (who.range(), 0..whole.start()))
}
