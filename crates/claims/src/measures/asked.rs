//! What somebody wants a government to do.

use super::offices::is_official;
use super::{Reading, Stage, cut, is_government, period};
use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::subject::subject;
use std::ops::Range;

patterns! {
    /// "urged Congress to pass".
    ASKS = r"(?i)\b(?:called\s+(?:up)?on|calls\s+(?:up)?on|calling\s+(?:up)?on|call\s+(?:up)?on|urged|urges|urging|urge|asked|asks|asking|ask|pressed|presses|pressing|pressured|demanded\s+of|lobbied|lobbying|petitioned|petitioning|implored|implores|encouraged|encourages|begged|exhorted|wants?|wanted|would\s+like|requested|prodded|pushed|pushing|invites?|appeal(?:s|ed)\s+to)\s+(?P<whom>[^,;“”\x22]{2,120}?)\s+to\s+(?P<what>[^;]+)";
    /// "recommends that Congress grant", "it is time for Congress to".
    THAT = r"(?i)\b(?:recommend(?:s|ed|ing)?|propos(?:e|es|ed|ing)|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|request(?:s|ed|ing)?|ask(?:s|ed|ing)?|insist(?:s|ed|ing)?)\s+that\s+(?P<what>[^;]+)";
    TIME_FOR = r"(?i)\b(?:(?:time|need|essential|imperative|vital|crucial|important|necessary)\s+for|up\s+to|incumbent\s+on|(?:would|should|must|will)\s+be\s+for)\s+(?P<what>(?:the\s+)?[^,;]{2,60}?\s+to\s+[^;]+)";
    /// "calls for sanctions", "wants a ban".
    SEEKS = r"(?i)\b(?:seeks|sought|is\s+seeking|are\s+seeking|wants?|wanted|call(?:s|ed|ing)?\s+for|calling\s+on|ask(?:s|ed|ing)?\s+(?:[^,;“]{2,60}?\s+)?for|push(?:es|ed|ing)?\s+for|press(?:es|ed|ing)?\s+for|lobb(?:y|ies|ied|ying)\s+for|advocat(?:es|ed|ing)(?:\s+for)?|recommend(?:s|ed|ing)?|propos(?:es|ed|ing)|demand(?:s|ed|ing)?|favou?r(?:s|ed|ing)?|back(?:s|ed|ing)|support(?:s|ed|ing)?|request(?:s|ed|ing)?|urg(?:es|ed|ing)|ask\s+of\s+[\w\s]{2,30}?\s+is)\s+(?P<what>[“\x22]?[^;]+)";
    WANTED = r"(?i)\b(?:sanctions?|export\s+controls?|controls|antitrust|safe\s+harbou?rs?|information[- ]sharing|penalt(?:y|ies)|legislation|laws?|tariffs?|amendments?|bills?|bans?|restrictions?|regulations?|rules?|enforcement|entity\s+list\w*|entity\s+listings?|blacklist\w*|executive\s+orders?|designations?|moratorium|crackdown|licen[cs]ing|embargo|coordinated\s+(?:response|action)|(?:government|regulatory|legislative|congressional)\s+action|federal\s+(?:action|funding|oversight)|oversight|mandate|standards|investigation|inquiry|probe|review\s+of|(?:chip|location|export|shipment|end-use)\s+(?:tracking|checks|audits|inspections)|safeguards|hearings?|tax|funding\s+for)\b";
    /// What is wanted of a court or by a criminal.
    NO_OBJECT = r"(?i)^(?:to|that|by|from|off|up|into|out|whether|if|for|of)\s";
    HELP = r"(?i)\b(?:seeks?|sought|seeking|asks?|asked|asking|appeal(?:s|ed|ing)?)\s+(?:[^,;.]{2,60}?\s+)?(?:for\s+)?(?P<what>(?:[\w’'-]+\s+){0,2}?(?:help|information|tips|assistance|leads)\s+(?:to|on|about|in|from|that|regarding)\s+[^;]+)";
    OTHER_WANT = r"(?i)\b(?:ransom|bail|dismissal|damages|injunction|retrial|new\s+trial|acquittal|million|bitcoin|jury|payment|rule\s+of\s+law)\b";
    SHOULD = r"(?i)\b(?:should|must|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to)\s+(?:also\s+|now\s+|\w+ly\s+)*(?P<what>[\w-]+)";
    /// What a government must do that is no measure: the burden of proof.
    NO_ACTION = r"(?i)^(?:prove|show|demonstrate|convince|have|not|know|first|wait|persuade|decide|be|feel|understand|remember|wonder)$";
    PUNISHED = r"(?i)\b(?:must|should|ought\s+to|needs?\s+to)\s+(?:also\s+)?be\s+(?:\w+ly\s+)?(?:punished|sanctioned|banned|penali[sz]ed|blacklisted|held\s+accountable|restricted|prosecuted|designated|fined|prohibited|required\s+to|barred\s+from|regulated|criminali[sz]ed|outlawed|added\s+to\s+the\s+[Ee]ntity\s+[Ll]ist|placed\s+on\s+the\s+[Ee]ntity\s+[Ll]ist|subject\s+to\s+\w+)[^,;.]*";
    COURT = r"(?i)\b(?:courts?|judges?|jury|jurors|tribunal|justices?|readers?|users?|customers?|victims?|employees?|staff|reporters?|media|newspapers?|clients?)\b";
    LIST = r"(?i),\s+(?:and\s+|including\s+)?|\s+and\s+|;\s+";
    INCLUDING = r"(?i)\bincluding\s+|\bsuch\s+as\s+";
    AND_THAT = r"(?i),?\s+and\s+that\s+|,\s+that\s+";
    /// An asking in a report of what might be asked, or was not.
    NOT = r"(?i)\b(?:not|never|n[’']t|could|might|may|if)\s+(?:also\s+)?$";
    AND_TO = r"(?i),?\s+and\s+to\s+|;\s+to\s+|,\s+to\s+";
}

/// Measures that are asked for.
pub(super) fn read(reader: &Reader<'_, '_>, sentence: &Sentence) -> Vec<Reading> {
    let mut found = Vec::new();
    let text = &sentence.text;
    for asks in ASKS.captures_iter(text) {
        let (Some(whole), Some(whom), Some(what)) = (asks.get(0), asks.name("whom"), asks.name("what")) else { continue };
        let by_government = subject(sentence, whole.start()).is_some_and(|who| is_government(sentence.words(who)));
        if !(is_government(whom.as_str()) || by_government) || COURT.is_match(whom.as_str()) || is_not(sentence, whole.start()) {
            continue;
        }
        let who = asker(reader, sentence, whole.start());
        let mut from = whole.start();
        // "urged lawmakers not to ban": what is not to be done.
        let first = if whom.as_str().ends_with(" not") { whom.end() - "not".len() } else { what.start() };
        for part in parts(sentence, first..what.end(), &AND_TO) {
            let value = cut(sentence, part);
            found.push(reading(sentence, from.max(whole.start())..value.end, value.clone(), &who));
            from = value.end;
        }
    }
    for (pattern, joined) in [(&THAT, Some(&*AND_THAT)), (&TIME_FOR, None)] {
        for asks in pattern.captures_iter(text) {
            let (Some(whole), Some(what)) = (asks.get(0), asks.name("what")) else { continue };
            let who = asker(reader, sentence, whole.start());
            let all = joined.map_or_else(|| vec![what.range()], |joined| parts(sentence, what.range(), joined));
            for (at, part) in all.into_iter().enumerate() {
                let value = cut(sentence, part);
                let head = sentence.words(value.clone()).split_whitespace().take(6).collect::<Vec<_>>().join(" ");
                let fits = is_government(&head)
                    || joined.is_some()
                        && (WANTED.is_match(sentence.words(value.clone())) || is_government(&who) || is_official(reader, &who));
                if fits && !COURT.is_match(&head) && !is_not(sentence, whole.start()) {
                    let start = if at == 0 { whole.start() } else { value.start };
                    found.push(reading(sentence, start..value.end, value, &who));
                }
            }
        }
    }
    for seeks in SEEKS.captures_iter(text) {
        let (Some(whole), Some(what)) = (seeks.get(0), seeks.name("what")) else { continue };
        let list = INCLUDING.find(what.as_str()).map_or(what.range(), |including| what.start() + including.end()..what.end());
        let list = cut(sentence, list);
        let head = sentence.words(list.clone());
        if is_not(sentence, whole.start()) || OTHER_WANT.is_match(head) || NO_OBJECT.is_match(what.as_str()) {
            continue;
        }
        let who = asker(reader, sentence, whole.start());
        let wanted: Vec<Range<usize>> =
            items(sentence, list.clone()).into_iter().filter(|item| named_early(sentence, item)).collect();
        // Things that share what they are wanted for are told one by one.
        let several = wanted.len() > 1;
        for item in wanted {
            let value = item.start..if several { item.end } else { list.end.max(item.end) };
            let start = if several { value.start } else { whole.start() };
            let mut reading = reading(sentence, start..value.end, value, &who);
            // What a government proposes, it plans.
            if is_government(&who) && whole.as_str().to_lowercase().starts_with("propos") {
                reading.stage = Stage::Planned;
            }
            found.push(reading);
        }
    }
    // What an agency asks of the public.
    for help in HELP.captures_iter(text) {
        let (Some(whole), Some(what)) = (help.get(0), help.name("what")) else { continue };
        let by = subject(sentence, whole.start()).map_or("", |who| sentence.words(who));
        if is_government(by) && !is_not(sentence, whole.start()) {
            found.push(reading(sentence, whole.range(), cut(sentence, what.range()), &short_name(by)));
        }
    }
    for must in PUNISHED.find_iter(text) {
        let Some(object) = subject(sentence, must.start()) else { continue };
        let value = object.start..must.end();
        found.push(reading(sentence, value.clone(), value, &speaker(reader, sentence)));
    }
    for must in SHOULD.captures_iter(text) {
        let (Some(whole), Some(what)) = (must.get(0), must.name("what")) else { continue };
        let Some(agent) = subject(sentence, whole.start()) else { continue };
        let words = sentence.words(agent.clone());
        if is_government(words) && !COURT.is_match(words) && !NO_ACTION.is_match(what.as_str()) {
            let value = agent.start..cut(sentence, whole.start()..text.len()).end;
            found.push(reading(sentence, value.clone(), value, &speaker(reader, sentence)));
        }
    }
    found
}

fn reading(sentence: &Sentence, range: Range<usize>, value: Range<usize>, who: &str) -> Reading {
    // A date behind what is asked for belongs to that; one before the asking is the asking's own.
    let period = period(sentence, &(range.start..range.start));
    Reading { range, value, who: who.to_owned(), stage: Stage::Asked, period }
}

fn is_not(sentence: &Sentence, at: usize) -> bool {
    NOT.is_match(sentence.words(0..at))
}

/// Whether the first words of `item` name a measure: "a ban of apps", not "customers for its rules engine".
fn named_early(sentence: &Sentence, item: &Range<usize>) -> bool {
    WANTED
        .find(sentence.words(item.clone()))
        .is_some_and(|found| sentence.words(item.start..item.start + found.start()).split_whitespace().count() <= 5)
}

/// Who asks: the subject of the verb, or the accuser where a pronoun stands for it.
fn asker(reader: &Reader<'_, '_>, sentence: &Sentence, verb: usize) -> String {
    // "sent a letter to officials urging": the participle is its sentence's subject's, not of the name before it.
    let participle = sentence.words(verb..sentence.text.len()).split(' ').next().is_some_and(|word| word.ends_with("ing"));
    let named = |range: &Range<usize>| sentence.names_in(range.clone()).next().is_some();
    let subject =
        subject(sentence, verb).filter(|range| !participle && named(range)).map(|range| sentence.words(range).to_owned());
    let first = sentence.names.iter().rfind(|name| name.range.end <= verb && reader.cast.is_accuser(&name.what.text));
    let own = subject.filter(|words| {
        words.contains(char::is_uppercase)
            && words.split_whitespace().count() <= 8
            && !words.eq_ignore_ascii_case("it")
            && !words.eq_ignore_ascii_case("he")
    });
    // "Ruiz lifted the ban, but demanded that": the subject of the first verb.
    let joined = sentence.words(0..verb).trim_end().ends_with("but") || sentence.words(0..verb).trim_end().ends_with("and");
    let shared = || sentence.names.first().filter(|name| joined && name.range.start == 0).map(|name| name.what.text.clone());
    own.or_else(|| first.map(|name| name.what.text.clone()))
        .or_else(shared)
        .map(|name| short_name(&name))
        .or_else(|| reader.cast.accuser.clone())
        .unwrap_or_default()
}

/// Who says a sentence, as far as its words tell.
fn speaker(reader: &Reader<'_, '_>, sentence: &Sentence) -> String {
    let said = sentence.chain.iter().rfind(|speaker| speaker.words.is_some()).map(|speaker| speaker.name.clone());
    said.or_else(|| reader.cast.accuser.clone()).unwrap_or_default()
}

/// The items of a list in `range`, each with the words up to the next separator.
fn items(sentence: &Sentence, range: Range<usize>) -> Vec<Range<usize>> {
    parts(sentence, range, &LIST)
}

fn parts(sentence: &Sentence, range: Range<usize>, separator: &regex::Regex) -> Vec<Range<usize>> {
    let words = sentence.words(range.clone());
    let mut from = 0;
    let mut found = Vec::new();
    for separator in separator.find_iter(words) {
        found.push(range.start + from..range.start + separator.start());
        from = separator.end();
    }
    found.push(range.start + from..range.end);
    found.retain(|item| !item.is_empty());
    found
}
