//! Expectations: what may, could or is likely to come.

use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Hedge};
use std::ops::Range;

patterns! {
    MODAL = r"(?i)\b(?:could|may|might|(?:will|would)\s+(?:most\s+|very\s+)?(?:likely|probably|almost\s+certainly|inevitably|eventually|soon)|(?:are|is|seems?|looks?|appears?)\s+(?:highly\s+|very\s+|more\s+|most\s+|un)?(?:likely|unlikely|set|bound|poised|on\s+course|on\s+track)\s+to|(?:is|are)\s+(?:widely\s+)?(?:expected|projected|forecast|predicted|anticipated)\s+to|remains?\s+(?:unclear|to\s+be\s+seen)\s+whether|there\s+may\s+be|may\s+yet|could\s+yet|probably\s+(?:will|has|have|is|are)|will\s+not\s+be\s+the\s+last|won[’']t\s+be\s+the\s+last|stands\s+to)\b";
    /// "The agency expects further attempts".
    EXPECTS = r"(?i)\b(?:expects?|expecting|anticipates?|predicts?|predicted|forecasts|foresees?|warns?\s+of|warned\s+of|fears?)\s+(?P<what>[^;]+)";
    BELIEVES = r"(?i)\b(?:few|many|most|some|analysts?|experts?|lawyers|nobody|no\s+one)\b[^,;.]{0,40}?\b(?:believe|think|expect|doubt)\s+(?:that\s+)?[^,;.]{0,40}?\b(?:will|would|won[’']t)\b";
    /// Plain "will": an expectation in a headline or where somebody is quoted or thinks so.
    WILL = r"(?i)\b(?:will|won[’']t|is\s+going\s+to|are\s+going\s+to)\s+(?:not\s+|also\s+|only\s+|soon\s+)?[a-z]+";
    OWN_WILL = r"(?i)\b(?:we|I)(?:[’']ll|\s+(?:will|are\s+going\s+to|am\s+going\s+to|could|may|might|would))\b";
    THINKS = r"(?i)\b(?:thinks?|believes?|reckons?|predicts?|expects?|estimates?|warns?|argues?)\b[^.;]{0,60}$";
    /// A modal that tells an end, a condition, a doubt, an ability or the past, and expects nothing.
    NO_FORECAST = r"(?ix)\b(?:so\s+that|in\s+order\s+that|who|which|whoever|anyone\s+who|whether|if|when|where|how|what|so|until|unless|told|claimed|boasted|showed|such\s+that|because|since|than)\s+(?:[\w’'-]+\s+){0,6}$";
    DONE = r"(?ix)^\S+\s+(?:not\s+)?(?:be\s+(?:immediately\s+|independently\s+|seen|found|reached|accessed|traced|identified|verified|linked|held|determined|confirmed|considered|described|viewed|read|trained|built|made|bought|downloaded|replaced|reused|run\b)|have\b|independently|immediately|verif\w+|confirm\w*|reached?|determine\w*|no\s+longer|see\b|only\b|say\b|use\b|access\b|also\s+(?:have|be|reveal)\b|not\b|well\s+have)";
    MONTH = r"^May\s+\d";
    COURT = r"(?i)\b(?:sentenc\w+|trial|hearing|appear\s+in\s+court|arraign\w+|verdict)\b";
    NOT_EXPECTS = r"(?i)\b(?:what\s+to|than|as|was|were|is|are|be|been|did\s+not|not|to|never|the|a|an|no|his|her|its|their|over|of|and)\s+$";
    RANGE_END = r"(?i)[;:]|\s[—–]\s|,\s+(?:which|who|said|says|according|while|but|and\s+(?:said|says|has|had)|adding|whose|\p{L}+\s+(?:said|says|told))\b|\s+(?:but|while|because|according)\b";
}

/// The expectations of a sentence.
pub(super) fn read(reader: &Reader<'_, '_>, sentence: &Sentence, told: &[Content]) -> Vec<Content> {
    let text = &sentence.text;
    let mut found: Vec<Range<usize>> = Vec::new();
    for expects in EXPECTS.captures_iter(text).filter(|_| !sentence.headline) {
        let (Some(whole), Some(what)) = (expects.get(0), expects.name("what")) else { continue };
        if !NOT_EXPECTS.is_match(sentence.words(0..whole.start())) && what.as_str().split_whitespace().count() > 2 {
            let end = ended(sentence, what.start());
            let start = if whole.as_str().to_lowercase().starts_with("warn") { what.start() } else { whole.start() };
            found.push(start..end);
        }
    }
    if let Some(believes) = BELIEVES.find(text) {
        found.push(believes.start()..ended(sentence, believes.end()));
    }
    for modal in MODAL.find_iter(text).filter(|_| !sentence.headline) {
        // The month.
        if modal.as_str().starts_with("May") {
            continue;
        }
        let clause_start = sentence.clause_start(modal.start());
        let before = sentence.words(clause_start..modal.start());
        let after = sentence.words(modal.start()..text.len());
        if NO_FORECAST.is_match(before)
            || NO_FORECAST.is_match(sentence.words(0..modal.start()))
            || DONE.is_match(after)
            || MONTH.is_match(after)
            || COURT.is_match(after)
        {
            continue;
        }
        // "China's ministry could, lawyers warn, answer with curbs".
        let inserted = after.split_once(", ").filter(|(first, rest)| !first.contains(' ') && rest.contains(", ")).is_some();
        let end = if inserted { sentence.end() } else { ended(sentence, modal.end()) };
        found.push(clause_start..end);
    }
    for will in WILL.find_iter(text) {
        let before = sentence.words(0..will.start());
        let quoted = inside_marks(before);
        if (sentence.headline || quoted || THINKS.is_match(before))
            && !OWN_WILL.is_match(sentence.words(sentence.clause_start(will.start())..will.end()))
            && !COURT.is_match(will.as_str())
            && !NO_FORECAST.is_match(before)
        {
            let start = if quoted {
                before
                    .rfind(['“', '"'])
                    .map_or(0, |open| open + before.get(open..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8))
            } else {
                sentence.clause_start(will.start())
            };
            let end = if quoted {
                text.get(will.end()..).and_then(|rest| rest.find(['”', '"'])).map_or(sentence.end(), |end| will.end() + end)
            } else {
                ended(sentence, will.end())
            };
            found.push(start..end);
        }
    }
    let mut read: Vec<Content> = Vec::new();
    let mut taken: Vec<Range<usize>> = Vec::new();
    for range in found {
        let overlaps = taken.iter().any(|other| other.start < range.end && range.start < other.end);
        if overlaps || sentence.words(range.clone()).split_whitespace().count() < 4 || planned(reader, sentence, &range, told) {
            continue;
        }
        taken.push(range.clone());
        if let Some(mut content) = reader.claim(ClaimKind::Forecast, sentence, range, Matter::Told) {
            content.value = Some(content.quotes.first().text.clone());
            content.hedge = Hedge::Forecast;
            read.push(content);
        }
    }
    read
}

/// Where what is expected ends, from `at` on.
fn ended(sentence: &Sentence, at: usize) -> usize {
    let rest = sentence.words(at..sentence.end().max(at));
    let end = RANGE_END.find(rest).map_or(sentence.end().max(at), |end| at + end.start());
    let words = sentence.words(at..end);
    // Within a quotation, its end.
    words.find('”').map_or(end, |close| at + close)
}

fn inside_marks(before: &str) -> bool {
    before.matches('“').count() > before.matches('”').count() || before.matches('"').count() % 2 == 1
}

/// Whether these words are a planned measure already.
fn planned(reader: &Reader<'_, '_>, sentence: &Sentence, range: &Range<usize>, told: &[Content]) -> bool {
    let Some(place) = reader.page.content(ClaimKind::Forecast, sentence.place(range.clone())) else { return true };
    let span = place.quotes.first().span();
    told.iter().any(|claim| {
        let same = matches!(claim.kind, ClaimKind::Measure | ClaimKind::Verification | ClaimKind::Response);
        same && claim.quotes.first().span().overlaps(span)
    })
}
