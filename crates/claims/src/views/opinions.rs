//! Views: of analysts, critics, and the text itself.

use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::subject::subject;
use crate::views::judgements;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Hedge};
use std::ops::Range;

patterns! {
    /// People whose trade is views, and what they do.
    EXPERTS = r"(?i)\b(?:(?:many|some|other|several|one|legal|security|industry|independent|outside|two|most)\s+)*(?:analysts?|researchers?|experts?|observers?|economists?|critics|scholars?|commentators?|sceptics|skeptics|lawyers|academics|civil\s+libertarians|advocates|opponents|supporters)\b[^.;“”\x22]{0,60}?\s(?:say|says|said|argue|argues|argued|believe|believes|noted|note|judged|judge|warn|warns|warned|think|thinks|thought|dispute|doubt|question|suggest|suggests|see|fear|contend|caution|cautioned|call|called|(?:are|were|have\s+been)\s+(?:\w+\s+)?(?:questioning|doubting|debating|sceptical|skeptical|divided|unconvinced)|remain\s+\w+|have\s+(?:questioned|criticised|criticized|argued|doubted))\b(?:\s+that)?";
    /// A view by its verb: what follows is the view.
    /// A view of what is to come: "we doubt that much will pass".
    AHEAD = r"(?i)\b(?:thinks?|believes?|doubts?|views?|opinion|expects?)\b.{0,90}?\b(?:will|won[’']t|(?:is|are)\s+likely\s+to)\b";
    THINKS = r"(?i)\b(?:thinks?|thought|reckons?|doubts?|argues?|argued|contends?|contended|regards?|regarded|considers|judges|believes|opines|maintains|finds\s+it|questions\s+whether)\s+(?:that\s+)?";
    /// A view in the first person.
    FIRST = r"(?i)\b(?:we|I)\s+(?:also\s+|still\s+|do\s+not\s+|don[’']t\s+|strongly\s+|firmly\s+)*(?:think|believe|consider|regard|doubt|see|hold|feel|find|would\s+argue|maintain)\s+(?:that\s+)?";
    IN_VIEW = r"(?i)\b(?:in\s+(?:our|my|his|her|its|their|this\s+\w+[’']s|[\p{L}]+[’']s)\s+(?:\w+\s+)?(?:view|opinion|judg(?:e)?ment|estimation|eyes|reading)|to\s+(?:our|my|his|her|their)\s+mind|(?:seems|seem|appears|appear|looks|look)\s+to\s+(?:us|me|him|her|them)\b|as\s+(?:we|I)\s+see\s+it|for\s+(?:our|my)\s+part|(?:it\s+seems|seems|looks|appears)\s+(?:[\w-]+\s+){0,1}(?:right|wrong|clear|misplaced|bearable|unlikely|likely|plausible|implausible|fair|unfair|premature|justified|excessive|thin|weak|overblown|exaggerated|obvious|doubtful|inadequate|disproportionate)\b|\barguably\b|should\s+be\s+read\b|it\s+is\s+(?:hard|difficult|easy)\s+to\s+(?:see|imagine|believe|argue|overstate)|\bmakes\s+(?:no|little)\s+sense\b|\b(?:is|are|was|were)\s+(?:a\s+mistake|overblown|overstated|exaggerated|misguided|naive|naïve|short-sighted|long\s+overdue|too\s+(?:little|late|weak|slow|broad|narrow|small|lenient|low|high|timid|harsh|blunt|light|soft|vague|costly|far))\b|\b(?:is|was)\s+(?:a\s+)?(?:wake-up\s+call|long\s+shot|red\s+herring|turning\s+point)|already\s+looks?\s+like|\b(?:is|are)\s+(?:urgently|badly|sorely)\s+needed|\bmarks\s+an?\s+(?:notable|significant|major|sharp|dramatic)\b|\b(?:highlights|underscores|illustrates|shows\s+how|raises\s+questions)\s+(?:the\s+(?:challenges?|difficult\w+|risks?|need|limits|importance|danger)|about|how)\b)";
    /// A view of somebody whose trade it is not to have one, or an accusation: told elsewhere.
    NO_VIEW = r"(?i)\b(?:prosecutors|police|investigators|indictment|fbi|agents|court|officials|treasury|department|intelligence)\b";
    NO_OBJECT = r"(?i)^(?:of|about|to|in|and|or|,|\.|by|as\s+though|for)\b|^[,.;]";
    /// "of the broker Teague": who they are that think.
    FORWARD = r"(?i)\b(?:could|may|might|will|won[’']t|would|likely)\b";
    REGARDS = r"(?i)^(?:regard|consider)";
    FIRST_PERSON = r"(?i)^(?:I|we)$";
    OWNED = r"(?i)(?:\b(?:their|his|her|its|the\s+company[’']s|our)|[’']s)\s+$";
    COMPANY = r"(?i)\b(?:company|firm|startup|start-up|developer|lab|maker|letter|indictment|complaint|memo)$";
    INSERTED = r"(?i)^,?\s*$";
    /// A judging word in marks for what somebody finds it: "called the raid “reckless”".
    CALLED = r"(?i)\b(?:called|calls|labell?ed|branded)\s+[^“”\x22;.]{3,80}[“\x22][\p{L}-]+(?:able|ible|less|ful|ous|ive|ing|ish|ic|ent|ant)[.,]?[”\x22]";
    /// Praise and blame of what somebody did: "has criticised the curbs as a campaign".
    CRITICISES = r"(?i)\b(?:criticis(?:es|ed|ing)|criticiz(?:es|ed|ing)|condemn(?:s|ed|ing)|denounc(?:es|ed|ing)|decri(?:es|ed)|decrying|blast(?:s|ed)|slammed|lambast(?:s|ed)|deplor(?:es|ed)|prais(?:es|ed|ing)|hail(?:s|ed|ing)|welcom(?:es|ed|ing)|applaud(?:s|ed|ing)|laud(?:s|ed))\s+[^;]+";
}

/// The views of a sentence; `told` are the claims so far.
pub(super) fn read(reader: &Reader<'_, '_>, sentence: &Sentence, told: &[Content]) -> Vec<Content> {
    if sentence.headline {
        return Vec::new();
    }
    let mut found = held(reader, sentence);
    let judged = judgements::judgements(sentence).into_iter().chain(criticised(sentence)).chain(called(sentence));
    for claim in judged.filter_map(|range| opinion(reader, sentence, range, None)) {
        let span = claim.quotes.first().span();
        let known = found.iter().any(|other| other.quotes.first().span().overlaps(span));
        let tells = |other: &&Content| {
            matches!(other.kind, ClaimKind::Measure | ClaimKind::Definition | ClaimKind::Response | ClaimKind::Verification)
        };
        if !known && !told.iter().filter(tells).any(|other| other.quotes.first().span().overlaps(span)) {
            found.push(claim);
        }
    }
    found
}

/// "Beijing has criticised the curbs as a campaign": the words from who says so.
fn criticised(sentence: &Sentence) -> Option<Range<usize>> {
    let verb = CRITICISES.find(&sentence.text)?;
    let who = subject(sentence, verb.start())?;
    let quoted = sentence.text.get(..verb.start()).is_some_and(inside_marks);
    let words = sentence.words(who.clone());
    let end = sentence.clause(verb.start()..verb.start() + 1).end.max(verb.start() + 1);
    // What it is called between marks is a quotation.
    let called = sentence.words(verb.start()..end).contains(['“', '"']);
    (!quoted && !called && words.contains(char::is_uppercase)).then_some(who.start..end)
}

/// "Poole called the raid “reckless”": the words from who says so.
fn called(sentence: &Sentence) -> Option<Range<usize>> {
    let called = CALLED.find(&sentence.text)?;
    let who = subject(sentence, called.start())?;
    let quoted = sentence.text.get(..called.start()).is_some_and(inside_marks);
    let words = sentence.words(who.clone());
    // "what Halden calls “adversarial distillation”" gives a name.
    let names = words.to_lowercase().starts_with("what") || sentence.words(0..who.start).trim_end().ends_with("what");
    (!quoted && !names && words.contains(char::is_uppercase)).then_some(who.start..called.end())
}

/// The view that somebody is said to hold, or that a word such as "in our view" makes one.
fn held(reader: &Reader<'_, '_>, sentence: &Sentence) -> Vec<Content> {
    let mut found = Vec::new();
    let text = &sentence.text;
    let quoted = |at: usize| text.get(..at).is_some_and(inside_marks);
    if let Some(claim) = thought(reader, sentence) {
        found.push(claim);
    } else if let Some(view) = IN_VIEW.find(text).filter(|view| !sentence.headline && !quoted(view.start())) {
        let range = clause_without(sentence, &view.range());
        found.extend(opinion(reader, sentence, range, None));
    } else if let Some(first) = FIRST.find(text).filter(|_| sentence.rungs.is_empty()) {
        let end = spoken_end(text, first.end()).unwrap_or(sentence.end());
        let negative =
            first.as_str().to_lowercase().contains("n't") || first.as_str().contains("n’t") || first.as_str().contains("not");
        let value = if negative { first.start() } else { first.end() };
        if !NO_OBJECT.is_match(sentence.words(first.end()..text.len())) && first.end() < end {
            // A view inside a quotation is the whole of what is quoted.
            let (start, end) = if quoted(first.start()) {
                spoken(text, first.start()).map_or((first.start(), end), |range| (range.start, range.end))
            } else {
                (first.start(), end)
            };
            found.extend(opinion(
                reader,
                sentence,
                start..end,
                Some(if quoted(first.start()) { start..end } else { value..end }),
            ));
        }
    } else if let Some(experts) = EXPERTS.find(text).filter(|found| {
        !FORWARD.is_match(text)
            && !quoted(found.start())
            && !OWNED.is_match(sentence.words(0..found.start()))
            && !text.contains(['“', '"'])
    }) {
        let clause = sentence.clause(experts.range());
        let end = sentence.end();
        let inserted = sentence.words(experts.end()..end).trim_start().starts_with(',') || experts.end() + 3 >= end;
        let range = if inserted && end <= 260 { 0..end } else { clause.start..if end <= 260 { end } else { clause.end } };
        found.extend(opinion(reader, sentence, range, None));
    }
    found
}

/// "Anselm thinks a criminal case is a long shot": what follows is the view.
fn thought(reader: &Reader<'_, '_>, sentence: &Sentence) -> Option<Content> {
    let text = &sentence.text;
    let thinks = THINKS.find_iter(text).find(|thinks| !text.get(..thinks.start()).is_some_and(inside_marks))?;
    let who = subject(sentence, thinks.start())?;
    let words = sentence.words(who.clone());
    // "The three suspects are": a noun.
    let own = words.strip_prefix("The ").unwrap_or(words);
    let named = own.contains(char::is_uppercase) && !FIRST_PERSON.is_match(words)
        || matches!(words.to_lowercase().as_str(), "he" | "she");
    let complement = sentence.words(thinks.end()..text.len());
    // "thinks the shares could fall" expects.
    let expects = FORWARD.is_match(complement.split(',').next().unwrap_or(""));
    let told_elsewhere =
        !sentence.rungs.is_empty() || NO_VIEW.is_match(words) || COMPANY.is_match(words) || EXPERTS.is_match(text);
    let accuses = !REGARDS.is_match(thinks.as_str()) && reader.cast.is_accuser(words);
    if !named
        || expects
        || told_elsewhere
        || accuses
        || NO_OBJECT.is_match(complement)
        || complement.split_whitespace().count() < 3
    {
        return None;
    }
    let end = sentence.clause(thinks.end()..thinks.end() + 1).end.max(thinks.end()).min(sentence.end());
    let claim = opinion(reader, sentence, who.start..end, Some(thinks.end()..end))?;
    Some(Content { subject: short_name(words), ..claim })
}

fn opinion(reader: &Reader<'_, '_>, sentence: &Sentence, range: Range<usize>, value: Option<Range<usize>>) -> Option<Content> {
    if sentence.words(range.clone()).split_whitespace().count() < 4 {
        return None;
    }
    let ahead = AHEAD.is_match(sentence.words(range.clone()));
    let kind = if ahead { ClaimKind::Forecast } else { ClaimKind::Opinion };
    let mut content = reader.claim(kind, sentence, range, Matter::Told)?;
    let words = value.map(|value| sentence.words(value).trim_matches([',', ' ', '.', '”', '"']).to_owned());
    content.value = words.or_else(|| Some(content.quotes.first().text.clone()));
    if ahead {
        content.hedge = Hedge::Forecast;
    } else if content.hedge > Hedge::Opinion && content.hedge != Hedge::Disputed {
        content.hedge = Hedge::Opinion;
    }
    Some(content)
}

/// The clause that a view is of: of an insertion, the clause that it stands in.
fn clause_without(sentence: &Sentence, view: &Range<usize>) -> Range<usize> {
    let own = sentence.clause(view.clone());
    let before = sentence.words(own.start..view.start);
    let after = sentence.words(view.end..own.end.max(view.end));
    if INSERTED.is_match(before) && after.trim().is_empty() {
        // "Dunmore's evidence, to his mind, shows"; "…, in our view": the clause around it.
        let end = if sentence.end() <= 240 { sentence.end() } else { own.end };
        let start = sentence.clause_start(own.start.saturating_sub(3));
        return start..end;
    }
    own
}

/// Whether `before` ends inside quotation marks.
fn inside_marks(before: &str) -> bool {
    before.matches('“').count() > before.matches('”').count() || before.matches('"').count() % 2 == 1
}

/// The words between the marks around `at`.
fn spoken(text: &str, at: usize) -> Option<Range<usize>> {
    let open = text.get(..at)?.rfind(['“', '"'])?;
    let start = open + text.get(open..)?.chars().next()?.len_utf8();
    let end = at + text.get(at..)?.find(['”', '"'])?;
    Some(start..end)
}

fn spoken_end(text: &str, at: usize) -> Option<usize> {
    inside_marks(text.get(..at)?).then(|| text.get(at..)?.find(['”', '"']).map(|end| at + end)).flatten()
}
