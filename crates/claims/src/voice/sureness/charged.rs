//! What a text tells in its own voice of those who were charged, sanctioned or accused.

use crate::document::Cast;
use crate::lexicon::{CAMPAIGN_UNITS, charged_people};
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::voice::{GOES_ON, continues};
use dossier_grammar as grammar;
use dossier_model::ClaimKind;
use std::ops::Range;

patterns! {
    /// A charge or a sanction, up to the word behind which its reason stands.
    CHARGED_FOR = r"(?i)\baccus(?:es|ed|ing)\b[^.;]*?\bof\b|\bnam(?:es|ed|ing)\s[^.;]{2,140}?\bfor\b|\bblam(?:es|ed|ing)\s[^.;]{2,100}?\bfor\b|\bfac(?:es|ed|ing)\s+(?:[\w-]+\s+){0,3}?(?:counts?|charges?)(?:\s+of\b|:)|\b(?:charged|indicted|arrested|indictment|charges)\b[^.;]*?\b(?:for|with|over|who|of|in\s+an?\s+(?:\w+\s+)?(?:schemes?|plot|conspiracy|ring))\b";
    SANCTIONED_FOR = r"(?i)\b(?:(?:imposed|announced|issued|placed|slapped|unveiled)\s+(?:[\w-]+\s+){0,3}sanctions|sanctions\s+(?:\w+\s+)?(?:target|hit|cover|name)(?:s|ed|ing)?|(?:sanctioned|designated|blacklisted)(?:\s+(?-i:\p{Lu})|\b))[^.;]*?(?:\b(?:for|over|who|which|that|involved|linked|accused|as)\b|\()";
    /// People and bodies that are counted because they were charged or listed.
    TAKEN_AFTER = r"(?i)^\s*(?:(?:from|at|of|in)\s+(?:[\w.]+\s+){1,5})?(?:(?:have|has|had|were|was|are|been|also|now)\s+)*(?:arrested|charged|indicted|sanctioned|designated|detained)\b";
    TAKEN_BEFORE = r"(?i)\b(?:charg(?:ed|es|ing)|nam(?:es|ed|ing)|accus(?:es|ed|ing)|indicted|arrested|sanctioned|designated|sanctions\s+(?:on|against)|charges\s+against)\s+(?:(?:an?|the|\w+|and|[\w.]+)\s+){0,6}$";
    TAKEN_IN = r"(?i)^(?:nam(?:ed|es|ing)|accus(?:ed|es|ing)|charg(?:ed|es|ing)|indicted|arrested|sanctioned|designated)\s";
    SANCTIONED_SAYING = r"(?i)\b(?:sanctions\s+(?:on|against)|sanctioned|designated|blacklisted|added)\b[^.;]*?,\s+(?:saying|alleging|accusing|claiming|citing)\b";
    /// What sets an apposition apart.
    APPOSES = r"(?:,|\s[—–-])\s+(?:the\s+|all\s+)?$";
    /// Words of a charge in an attribution.
    CHARGE = r"(?i)\b(?:charg(?:ed|es|ing)|indict(?:ed|s|ment)|accus(?:ed|es|ing)|sue[ds]?|taken\s+to\s+court|settle(?:d|s|ments?)?|allegations?|alleged|penalt(?:y|ies)|fined|lawsuits?)\b";
    /// What was done without leave goes on about the charge.
    UNLICENSED = r"(?i)\bwithout\s+(?:the\s+|an?\s+|any\s+)?(?:required\s+|necessary\s+|export\s+)*(?:licen[cs]es?|permits?|permission|authori[sz]ation|approval)\b";
    SUM = r"(?i)^(?:(?:at\s+least|over|more\s+than|about|around|some|nearly|almost|roughly|approximately|an?\s+estimated|up\s+to)\s+)?(?:US|C|A)?[$€£¥]\s?\d";
    PEOPLE = concat!(r"(?i)\b(?:", charged_people!(), r")\b");
}

/// Whether a number counts those who were charged or listed.
pub(super) fn is_taken(sentence: &Sentence, range: &Range<usize>) -> bool {
    PEOPLE.is_match(sentence.words(range.clone()))
        && (TAKEN_AFTER.is_match(sentence.words(range.end..sentence.text.len()))
            || TAKEN_BEFORE.is_match(sentence.words(0..range.start))
            || TAKEN_IN.is_match(sentence.words(range.clone())))
}

/// Whether what stands at `range` is the reason that an office gives for a sanction.
pub(super) fn is_reason(sentence: &Sentence, range: &Range<usize>) -> bool {
    SANCTIONED_SAYING.find(&sentence.text).is_some_and(|found| found.end() <= range.start + 3)
}

/// Whether a number only counts the names before it: "Meridian, Tern and Plover, three start-ups that".
pub(super) fn is_apposed(sentence: &Sentence, range: &Range<usize>) -> bool {
    let before = sentence.words(0..range.start);
    let behind_name =
        APPOSES.find(before).is_some_and(|mark| sentence.names.iter().any(|name| name.range.end.abs_diff(mark.start()) < 2));
    // "…, using at least six front companies" counts what was used.
    let used = sentence.words(range.clone()).split(' ').next().is_some_and(|word| word.ends_with("ing"));
    PEOPLE.is_match(sentence.words(range.clone())) && behind_name && !used
}

/// Whether a text tells in its own voice what somebody is charged with, sanctioned or accused for.
pub(super) fn is_charged(sentence: &Sentence, range: &Range<usize>, kind: ClaimKind, cast: &Cast) -> bool {
    // The listed and those who stand by them are counted, not accused of their number.
    if kind == ClaimKind::Count && PEOPLE.is_match(sentence.words(range.clone())) {
        return false;
    }
    // Sums and shares are quoted with their clause.
    let whole = matches!(kind, ClaimKind::Amount | ClaimKind::Rate | ClaimKind::Period);
    let behind = |found: Option<regex::Match<'_>>| {
        found.is_some_and(|found| found.end() <= range.start + 3 || whole && found.end() < range.end)
    };
    if behind(CHARGED_FOR.find(&sentence.text)) {
        return true;
    }
    // "charged X", "X agreed to settle": the tie itself is a charge.
    if kind == ClaimKind::Attribution && CHARGE.is_match(sentence.words(range.clone())) {
        return true;
    }
    if cast.author.is_some() {
        return false;
    }
    if behind(SANCTIONED_FOR.find(&sentence.text)) {
        return true;
    }
    let of_case = match kind {
        ClaimKind::Count => CAMPAIGN_UNITS.iter().any(|unit| sentence.words(range.clone()).contains(unit)),
        ClaimKind::Act
        | ClaimKind::Attribution
        | ClaimKind::Method
        | ClaimKind::Technique
        | ClaimKind::LegalWord
        | ClaimKind::Superlative => true,
        // Sums and times are of the case where they belong to a deed.
        ClaimKind::Amount | ClaimKind::Period => of_deed(sentence, range),
        _ => false,
    };
    // A headline that drops the word says more than its text: that is marked, not mended.
    let named = !cast.accused_in(sentence).is_empty();
    of_case && !sentence.headline && (cast.accuser.is_some() && named || charged_before(sentence, cast))
        || !sentence.headline && charged_before(sentence, cast) && is_done(sentence, range)
}

/// "Over $500 million shipped in April": an item of the case that begins with its sum.
fn begins_with_sum(sentence: &Sentence) -> bool {
    let money = SUM.is_match(&sentence.text);
    money && sentence.deeds.iter().any(|deed| matches!(deed.what.class, grammar::DeedClass::Harm | grammar::DeedClass::Trade))
}

/// Whether a sum or a time belongs to a deed: it stands in it, or the sentence tells of one and nothing else.
fn of_deed(sentence: &Sentence, range: &Range<usize>) -> bool {
    let wrong =
        |deed: &grammar::Found<grammar::Deed>| matches!(deed.what.class, grammar::DeedClass::Harm | grammar::DeedClass::Trade);
    is_done(sentence, range) || sentence.deeds.iter().any(wrong) || UNLICENSED.is_match(&sentence.text)
}

/// Whether the words at `range` belong to what a sentence tells somebody did.
fn is_done(sentence: &Sentence, range: &Range<usize>) -> bool {
    sentence.deeds.iter().any(|deed| deed.range.start <= range.start && range.end <= deed.range.end)
}

/// Whether a sentence goes on about those whom prosecutors charge, in a case without another accuser.
pub(super) fn charged_before(sentence: &Sentence, cast: &Cast) -> bool {
    let goes_on = GOES_ON.is_match(&sentence.text)
        || continues(sentence, cast)
        || !cast.accused_in(sentence).is_empty()
        || UNLICENSED.is_match(&sentence.text)
        || begins_with_sum(sentence);
    cast.accuser.is_none() && goes_on && sentence.charged
}
