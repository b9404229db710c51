//! Views, expectations, effects, and what else a party said: at most one claim a sentence, and only where no other rule tells it
//! better.

use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Hedge};
use std::ops::Range;

patterns! {
    VIEW = r"(?i)\b(?:(?:many\s+|some\s+|other\s+|several\s+|one\s+)?(?:analysts?|researchers?|experts?|observers?|economists?|critics|scholars?|commentators)\b[^.;]{0,60}?\b(?:say|says|said|argue|argues|argued|believe|believes|noted|judged|warn|warned|think|dispute|doubt|question|suggest)|researchers\s+argue|should\s+be\s+read)\b";
    /// A modal that tells an end, a condition, a doubt or somebody's ability, and expects nothing.
    NO_FORECAST = r"(?i)\b(?:so\s+that|in\s+order\s+that|who|which|whoever|anyone\s+who|whether|if|when|where|how)\s+(?:[\w’'-]+\s+){0,6}$|\b(?:could|can)\s+not\b|\b(?:could|may|might)\s+(?:not\s+)?(?:be\s+)?(?:immediately\s+|independently\s+)*(?:verif\w+|confirm\w*|reached?|determine\w*)\b";
    EXPECTS = r"\b(?:could|may|might|will\s+likely|are\s+likely\s+to|is\s+likely\s+to|is\s+expected\s+to|are\s+expected\s+to|remains\s+unclear\s+whether|there\s+may\s+be)\s+[\w-]+";
    /// "The agency expects further attempts".
    EXPECTING = r"(?i)\b(?:expects?|anticipates?|predicts?|forecasts?|foresees?|estimates?\s+that\s+[^,;]{0,60}?\s+will|will\s+(?:probably|almost\s+certainly|eventually|soon|likely)|probably\s+will|(?:is|are)\s+bound\s+to)\b";
    FOLLOWS = r"(?i)\b(?:into\s+a\s+subsidy|(?:rais(?:e|es|ing)|pos(?:e|es|ing)|creat(?:e|es|ing))\s+(?:[\w-]+\s+){0,2}(?:national\s+security|security|safety)\s+(?:concerns?|risks?|threats?)|undermin(?:e|es|ed|ing)\s+(?:the\s+|its\s+|your\s+|US\s+|U\.S\.\s+)?[\w’'.-]+|subsidi[sz]e(?:s|d)?\s+(?:[\w-]+\s+)*R&D|led\s+to\s+(?:a|an)\s+[\w-]+|enabl(?:e|es|ing)\s+authoritarian)";
    SAID = r"(?i)\b(?:(?:said|says|stated|states|cautioned|warned|warns|asserts|asserted)(?:\s+that)?|(?:told\s+[\w\s]{1,30}|noted|notes|adds|added|acknowledged|confirmed|emphasi[sz]ed|highlighted|argues|argued)\s+that)\s+";
    COMMON = r"(?i)^(?:the\s+(?:[\w.-]+\s+){0,3}(?:company|firm|startup|developer|lab)|it|they)$";
}

/// Opinions, forecasts, effects and statements.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    let mut told: Vec<Range<u32>> = out.iter().map(|content| content.quotes.first().start..content.quotes.first().end).collect();
    told.sort_by_key(|range| (range.start, range.end));
    for sentence in reader.page.sentences().filter(|sentence| !sentence.headline && sentence.row.is_none()) {
        let claim = effect(reader, sentence).or_else(|| opinion(reader, sentence)).or_else(|| forecast(reader, sentence));
        let mut claim = claim.or_else(|| statement(reader, sentence, &told));
        if let Some(claim) = &mut claim
            && let Some(moved) = moved_in(reader, sentence, out)
        {
            claim.subject = moved;
        }
        out.extend(claim);
    }
}

/// Whose market value moved in a sentence: a view in it is a view of that, not of the campaign.
fn moved_in(reader: &Reader<'_, '_>, sentence: &Sentence, told: &[Content]) -> Option<String> {
    let whole = reader.page.content(ClaimKind::Market, sentence.place(0..sentence.end()))?.quotes.first().span();
    let inside = |claim: &&Content| claim.kind == ClaimKind::Market && whole.contains(claim.quotes.first().span());
    told.iter().find(inside).map(|claim| claim.subject.clone())
}

fn opinion(reader: &Reader<'_, '_>, sentence: &Sentence) -> Option<Content> {
    let found = VIEW.find(&sentence.text)?;
    // Words between marks are somebody's own: a quotation tells them.
    if sentence.text.contains(['“', '"']) {
        return None;
    }
    let end = sentence.end();
    let clause = sentence.clause(found.range());
    let inserted = sentence.words(found.end()..end).trim_start().starts_with(',');
    let range = if inserted && end <= 260 { 0..end } else { clause };
    let mut content = reader.claim(ClaimKind::Opinion, sentence, range, Matter::Told)?;
    content.value = Some(content.quotes.first().text.clone());
    if content.hedge > Hedge::Opinion && content.hedge != Hedge::Disputed {
        content.hedge = Hedge::Opinion;
    }
    Some(content)
}

fn forecast(reader: &Reader<'_, '_>, sentence: &Sentence) -> Option<Content> {
    let found = EXPECTS.find(&sentence.text).or_else(|| EXPECTING.find(&sentence.text))?;
    let clause = sentence.clause(found.range());
    let told = sentence.words(sentence.clause_start(found.start()).saturating_sub(0)..found.start());
    if NO_FORECAST.is_match(told) || NO_FORECAST.is_match(sentence.words(found.start()..clause.end)) {
        return None;
    }
    if sentence.words(clause.clone()).split_whitespace().count() < 4 {
        return None;
    }
    let mut content = reader.claim(ClaimKind::Forecast, sentence, clause, Matter::Told)?;
    content.value = Some(content.quotes.first().text.clone());
    content.hedge = Hedge::Forecast;
    Some(content)
}

fn effect(reader: &Reader<'_, '_>, sentence: &Sentence) -> Option<Content> {
    let found = FOLLOWS.find(&sentence.text)?;
    if EXPECTS.is_match(&sentence.text) || (sentence.item && !reader.cast.concerns(sentence)) {
        return None;
    }
    let clause = sentence.clause(found.range());
    let start = SAID.find_iter(&sentence.text).filter(|said| said.end() <= found.start() && said.start() >= clause.start).last();
    let start = start.map_or(clause.start, |said| said.end());
    let after = sentence.words(found.end()..clause.end);
    let range = start..after.find(" and ").map_or(clause.end, |and| found.end() + and);
    let mut content = reader.claim(ClaimKind::Effect, sentence, range, Matter::Told)?;
    content.value = Some(content.quotes.first().text.clone());
    Some(content)
}

/// "The company said the campaign resembled past efforts": what a party of the case said and no other claim tells.
fn statement(reader: &Reader<'_, '_>, sentence: &Sentence, told: &[Range<u32>]) -> Option<Content> {
    let found = SAID.find(&sentence.text)?;
    let before = sentence.words(0..found.start()).trim();
    let listed: Vec<String> =
        sentence.names_listed_before(found.start()).iter().map(|name| short_name(&name.what.text)).collect();
    let named = sentence.name_before(found.start(), 3).map(|name| short_name(&name.what.text));
    let named = if listed.len() > 1 { Some(listed.join(" and ")) } else { named };
    let who = named.or_else(|| reader.cast.accuser.clone().filter(|_| COMMON.is_match(before)))?;
    let end = sentence.end();
    let clause = sentence.clause(found.end()..(found.end() + 1).min(end));
    let range = found.end().min(end)..if end.saturating_sub(found.end()) <= 200 { end } else { clause.end };
    if sentence.words(range.clone()).split_whitespace().count() < 4 || sentence.words(range.clone()).contains(['“', '"']) {
        return None;
    }
    let content = reader.claim(ClaimKind::Statement, sentence, range, Matter::Told)?;
    let quote = content.quotes.first();
    let first = told.partition_point(|other| other.start < quote.start);
    let covered = told
        .get(first..)
        .unwrap_or(&[])
        .iter()
        .take_while(|other| other.start < quote.end)
        .any(|other| other.end <= quote.end + 40);
    if covered {
        return None;
    }
    let value = Some(quote.text.clone());
    Some(Content { subject: who, value, ..content })
}
