//! Government action that is asked for, planned, introduced, passed or issued, and by whom.

use crate::document::short_name;
use crate::page::{Sentence, without_stop};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_grammar::NameKind;
use dossier_model::{ClaimKind, Content, Hedge};
use std::ops::Range;

/// The longest value of a measure, in bytes.
const VALUE_LIMIT: usize = 180;

patterns! {
    ASKS = r"(?i)\b(?:(?:has|have|had|is|are)\s+)?(?:also\s+)?(?:called\s+on|calls\s+on|calling\s+on|calls?\s+upon|urged|urges|urging|asked|asks|asking|pressed|presses|pressing|demanded|demands|lobbied)\s+(?P<whom>[^,;]{2,120}?)\s+to\s+(?P<what>[^;]+)";
    SEEKS = r"(?i)\b(?:seeks|sought|is\s+seeking|wants|calls?\s+for|called\s+for|calling\s+for|advocates?\s+for|recommends|recommended|proposes|proposed)\s+(?P<what>[^;]+)";
    MUST = r"(?i)\b(?:must|should)\s+be\s+(?P<what>punished|sanctioned|banned|penali[sz]ed|blacklisted|held\s+accountable|restricted|prosecuted)\b";
    ACTION = r"(?i)\b(?:sanctions?|sanctioned|controls?|antitrust|safe\s+harbou?rs?|information\s+sharing|penalt(?:y|ies)|legislat\w+|laws?|tariffs?|amendments?|bills?|bans?|restrict\w*|regulat\w+|enforce\w*|entity\s+list|blacklist\w*|executive\s+orders?|designat\w+|investigat\w+|crack\s+down|halt|stop|curb|punish\w*|tighten\w*|rein\s+in|step\s+up|address|combat|block|limit)\b";
    PLANS = r"(?i)\b(?:plans?\s+to|planned\s+to|planning\s+to|intends?\s+to|(?:is|are)\s+(?:also\s+)?(?:set|expected|preparing|poised|due)\s+to|vowed\s+to|pledged\s+to|would|will)\s+(?P<what>(?:introduce|propose|file|offer|issue|impose|sanction|publish|table|submit|vote\s+on|adopt|be\s+considered\s+for|examine|blacklist|expand|tighten|review|consider)\b[^;]*)";
    /// A bill that has its sponsors.
    BACKED = r"(?i)\b(?:an?|the)\s+(?P<what>(?:[\w-]+\s+){0,4}(?:bill|legislation|amendment|measure|resolution|act)\b(?:\s+in\s+the\s+\w+)?),?\s+(?P<verb>backed|sponsored|introduced|co-sponsored|led|authored|proposed)\s+by\s+(?P<who>[^;]+?)(?:,\s+(?:is|was|has|would|that)\b|[.;]|$)";
    INSTRUMENT = r"(?i)\b(?:memo(?:randum)?|executive\s+order|order|rule|guidance|sanctions|regulations?|advisory|restrictions?|ban|proclamation|directive|tariffs?|licen[cs]es?|export\s+controls?)\b";
    ISSUED = r"(?i)\b(?:has\s+|have\s+|had\s+|is\s+|are\s+)?(?:also\s+)?(?P<verb>published|issued|released|signed|imposed|imposing|adopted|finali[sz]ed|unveiled|circulated|enacted|passed)\s+(?P<what>[^;]+)";
    DESIGNATED = r"(?i)\b(?:has\s+|have\s+|had\s+|is\s+|are\s+)?(?:also\s+)?(?P<what>(?:designated|designating|sanctioned|sanctioning|sanctions|blacklisted)\s+(?-i:[\p{Lu}“\x22])[^;]*?)(?:,\s+(?:along|another|which|a|an|for|pursuant)\b|\s+(?:pursuant|under|for\s+(?:its|their))\b|[,;]|\.$|$)";
    GOVERNMENT = r"(?i)\b(?:Treasury|OFAC|Department|Commerce|State|Bureau|House|administration|government|President|Congress|Senate|Office|Ministry|Commission|Council|court|agency|agencies|secretary|director|senators?|lawmakers|Republican|Democrat|regulators?|officials?)\b";
    THREAT = r"(?i)\b(?P<what>(?:sanctions|tariffs|export\s+(?:controls|restrictions)|[Ee]ntity\s+[Ll]ist\s+(?:designations|additions|listings?))(?:\s+and\s+[\w\s]{3,40}?(?:designations|controls|sanctions|listings))?)\b[^;]{0,60}?\bon\s+the\s+table|\b(?:threaten(?:s|ed|ing)?|consider(?:s|ing)?|weigh(?:s|ing)?)\s+(?P<threat>(?:[\w-]+\s+){0,2}(?:sanctions|tariffs|export\s+(?:controls|restrictions)|bans?))\b";
    END_OF_VALUE = r"(?i),\s+(?:according|which|who|that|while|as|adding|citing|including|with|signaling|warning|but|saying)\b|\s+(?:next|this|last)\s+(?:week|month|year)\b|\s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\s+(?:as\s+soon\s+as|according\s+to|amid|after|because)\b|—|\s-\s|,\s+(?:[\w’']+\s+){0,3}(?:said|says|wrote)\b";
    LIST = r"(?i),\s+(?:and\s+|including\s+)?|\s+and\s+|;\s+";
    INCLUDING = r"(?i)\bincluding\s+|\bsuch\s+as\s+";
    QUALIFIED = r"^(?:an?\s+|the\s+)?(?P<head>.+?)\s+that\s+would\s+(?P<does>.+)$";
}

/// Where a measure stands.
#[derive(Clone, Copy)]
enum Stage {
    Asked,
    Planned,
    Introduced,
    Passed,
    Issued,
}

impl Stage {
    fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Planned => "planned",
            Self::Introduced => "introduced",
            Self::Passed => "passed",
            Self::Issued => "issued",
        }
    }
}

/// Measures.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences() {
        asked(reader, sentence, out);
        planned(reader, sentence, out);
        issued(reader, sentence, out);
        threatened(reader, sentence, out);
    }
}

/// A measure with the words at `value`, carried by those at `range`.
fn measure(
    reader: &Reader<'_, '_>,
    sentence: &Sentence,
    range: Range<usize>,
    value: Range<usize>,
    who: String,
    stage: Stage,
) -> Option<Content> {
    let value = without_stop(sentence.words(cut(sentence, value)).trim());
    let value = value.trim_start_matches("an ").trim_start_matches("a ").trim_start_matches("the ");
    if value.split_whitespace().count() < 2
        && !matches!(stage, Stage::Issued)
        && !value.ends_with("ed")
        && !ACTION.is_match(value)
    {
        return None;
    }
    let mut content = reader.claim(ClaimKind::Measure, sentence, range, Matter::Record)?;
    content.subject = who;
    content.value = Some(value.to_owned());
    content.unit = Some(stage.as_str().to_owned());
    if matches!(stage, Stage::Planned) {
        content.hedge = Hedge::Planned;
    }
    Some(content)
}

/// The words of a measure up to where the sentence turns to something else.
fn cut(sentence: &Sentence, value: Range<usize>) -> Range<usize> {
    let words = sentence.words(value.clone());
    let end = END_OF_VALUE.find(words).map_or(words.len(), |end| end.start());
    let end = if end <= VALUE_LIMIT {
        end
    } else {
        words.char_indices().take_while(|(at, _)| *at < VALUE_LIMIT).filter(|(_, c)| *c == ' ').last().map_or(end, |(at, _)| at)
    };
    value.start..value.start + end
}

/// Who asks: the name before the verb, or the accuser where a common noun stands for it.
fn asker(reader: &Reader<'_, '_>, sentence: &Sentence, verb: usize) -> Option<String> {
    let clause = sentence.clause_start(verb);
    let name = sentence.name_before(verb, 4).filter(|name| name.range.start >= clause).map(|name| short_name(&name.what.text));
    let chained = {
        sentence
            .names
            .iter()
            .rfind(|name| name.range.end <= verb && reader.cast.is_accuser(&name.what.text))
            .map(|name| short_name(&name.what.text))
    };
    chained.or(name.filter(|name| !GOVERNMENT.is_match(name))).or_else(|| reader.cast.accuser.clone().filter(|_| !sentence.item))
}

fn asked(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    if sentence.item && !reader.cast.concerns(sentence) {
        return;
    }
    for found in ASKS.captures_iter(&sentence.text) {
        let (Some(whole), Some(what)) = (found.get(0), found.name("what")) else { continue };
        if !ACTION.is_match(what.as_str()) {
            continue;
        }
        let Some(who) = asker(reader, sentence, whole.start()) else { continue };
        let value = cut(sentence, what.range());
        out.extend(measure(reader, sentence, whole.start()..value.end, value, who, Stage::Asked));
    }
    for found in SEEKS.captures_iter(&sentence.text) {
        let (Some(whole), Some(what)) = (found.get(0), found.name("what")) else { continue };
        let list = INCLUDING.find(what.as_str()).map_or(what.range(), |including| what.start() + including.end()..what.end());
        let Some(who) = asker(reader, sentence, whole.start()) else { continue };
        for item in items(sentence, list).into_iter().filter(|item| ACTION.is_match(sentence.words(item.clone()))) {
            out.extend(measure(reader, sentence, item.clone(), item, who.clone(), Stage::Asked));
        }
    }
    for found in MUST.captures_iter(&sentence.text) {
        let (Some(whole), Some(what)) = (found.get(0), found.name("what")) else { continue };
        let Some(object) = sentence.name_before(whole.start(), 2) else { continue };
        let who =
            sentence.names.iter().find(|name| reader.cast.is_accuser(&name.what.text)).map(|name| short_name(&name.what.text));
        if let Some(who) = who {
            let range = object.range.start..what.end();
            out.extend(measure(reader, sentence, range.clone(), range, who, Stage::Asked));
        }
    }
}

/// The items of a list in `range`, each with the words up to the next separator.
fn items(sentence: &Sentence, range: Range<usize>) -> Vec<Range<usize>> {
    let words = sentence.words(range.clone());
    let mut from = 0;
    let mut found = Vec::new();
    for separator in LIST.find_iter(words) {
        found.push(range.start + from..range.start + separator.start());
        from = separator.end();
    }
    found.push(range.start + from..range.end);
    found.retain(|item| !item.is_empty());
    found
}

fn planned(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    let mut sponsored = false;
    for found in BACKED.captures_iter(&sentence.text) {
        let (Some(whole), Some(what), Some(verb), Some(who)) =
            (found.get(0), found.name("what"), found.name("verb"), found.name("who"))
        else {
            continue;
        };
        let stage = if verb.as_str().eq_ignore_ascii_case("introduced") { Stage::Introduced } else { Stage::Planned };
        sponsored = true;
        out.extend(
            measure(reader, sentence, what.start()..who.end(), what.range(), who.as_str().trim().to_owned(), stage)
                .filter(|_| !whole.is_empty()),
        );
    }
    for found in PLANS.captures_iter(&sentence.text).filter(|_| !sponsored) {
        let (Some(whole), Some(what)) = (found.get(0), found.name("what")) else { continue };
        let object = what.as_str().split_once(' ').map_or(what.range(), |(verb, _)| what.start() + verb.len() + 1..what.end());
        if !ACTION.is_match(what.as_str()) {
            continue;
        }
        let clause = sentence.clause_start(whole.start());
        let subject = sentence.words(clause..whole.start()).trim();
        let has_name = sentence.names_in(clause..whole.start()).next().is_some();
        if !has_name || subject.split_whitespace().count() > 16 || !GOVERNMENT.is_match(subject) {
            continue;
        }
        let value = cut(sentence, object);
        let split = QUALIFIED
            .captures(sentence.words(value.clone()))
            .and_then(|parts| Some((parts.name("head")?.range(), parts.name("does")?.range())));
        let who = subject.trim_start_matches("the ").to_owned();
        let period =
            sentence.periods.iter().find(|period| whole.start() <= period.range.start).and_then(|period| period.what.edtf);
        let first = split.as_ref().map_or(value.clone(), |(head, _)| value.start + head.start..value.start + head.end);
        let introduce =
            ["introduce", "propose", "file", "offer", "table", "submit", "issue", "publish", "vote on", "adopt", "consider"]
                .iter();
        let named =
            if introduce.clone().any(|verb| what.as_str().starts_with(verb)) { first.clone() } else { what.start()..value.end };
        let claim = measure(reader, sentence, clause..first.end, named, who.clone(), Stage::Planned);
        out.extend(claim.map(|content| Content { period, ..content }));
        // What it would do often stands behind a date: "an amendment as soon as Wednesday that would ...".
        let rest = sentence.words(first.end..sentence.text.len());
        if let Some(at) = rest.find(" that would ") {
            let does = first.end + at + " that would ".len()..sentence.text.len();
            let does = cut(sentence, does);
            out.extend(measure(reader, sentence, does.clone(), does, who, Stage::Planned));
        }
    }
}

fn issued(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for (pattern, is_list) in [(&ISSUED, false), (&DESIGNATED, true)] {
        for found in pattern.captures_iter(&sentence.text) {
            let (Some(whole), Some(what)) = (found.get(0), found.name("what")) else { continue };
            let value = cut(sentence, what.range());
            let head = sentence.words(value.start..(value.start + 60).min(value.end));
            if !is_list && !head_has_instrument(head) {
                continue;
            }
            let clause = sentence.clause_start(whole.start());
            // "the Office of Foreign Assets Control (OFAC) designated": the name right before the verb will do.
            let first = sentence.names_in(clause..whole.start()).next().or_else(|| sentence.name_before(whole.start(), 0));
            let Some(first) = first else { continue };
            let subject = sentence.words(clause.min(first.range.start)..whole.start()).trim();
            if !GOVERNMENT.is_match(subject) {
                continue;
            }
            let who = sentence.words(first.range.start..whole.start()).trim_end_matches([' ', ')', '(']).to_owned();
            let passed =
                found.name("verb").is_some_and(|verb| matches!(verb.as_str().to_lowercase().as_str(), "passed" | "enacted"));
            let stage = if passed { Stage::Passed } else { Stage::Issued };
            let range = first.range.start..value.end;
            let period = sentence.periods.first().and_then(|period| period.what.edtf);
            out.extend(measure(reader, sentence, range, value, who, stage).map(|content| Content { period, ..content }));
        }
    }
}

/// Whether the first words name an instrument: "a memo indicating", "new export controls".
fn head_has_instrument(head: &str) -> bool {
    let first: Vec<&str> = head.split_whitespace().take(5).collect();
    INSTRUMENT.is_match(&first.join(" "))
}

fn threatened(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for found in THREAT.captures_iter(&sentence.text) {
        let Some(what) = found.name("what").or(found.name("threat")) else { continue };
        let Some(whole) = found.get(0) else { continue };
        let person = sentence.names.iter().find(|name| name.what.kind == NameKind::Person && name.range.end <= whole.start());
        let named = person.or_else(|| sentence.name_before(whole.start(), 2)).map(|name| short_name(&name.what.text));
        // A headline: "Treasury threatens sanctions".
        let start = sentence.clause_start(whole.start());
        let subject = sentence.words(start..whole.start()).trim();
        let is_subject = (1..=3).contains(&subject.split_whitespace().count()) && subject.starts_with(char::is_uppercase);
        let named = named.or_else(|| is_subject.then(|| subject.to_owned()));
        let chained = || sentence.chain.iter().rfind(|speaker| speaker.words.is_some()).map(|speaker| speaker.name.clone());
        let Some(who) = named.or_else(chained) else { continue };
        out.extend(measure(reader, sentence, whole.range(), what.range(), who, Stage::Planned));
    }
}
