//! When: the window of the campaign, other spans, and the dates of events.

use crate::document::short_name;
use crate::lexicon::CAMPAIGN_UNITS;
use crate::market;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_grammar::{Found, Period, PeriodKind};
use dossier_model::{ClaimKind, Content, Edtf, Endpoint};

patterns! {
    CAMPAIGN = r"(?i)\b(?:campaigns?|operations?|attacks?|distill\w*|extract\w*|access\w*|generat\w*|siphon\w*|harvest\w*|breach\w*|intrusions?|smuggl\w*|divert\w*|stole|stolen|exfiltrat\w*|fraudulent|fake|scrap(?:ed|ing))\b";
    /// The verb of an event, with what stands right behind it.
    EVENT = r"(?i)\b(?:was |were |been )?(?:arrested|charged|pleaded guilty|convicted|sentenced|released?|launched|discovered|detected|founded|banned|designated|sanctioned|signed|passed|introduced|filed|sold|resigned|blocked|documented|exposed|active|identified|acquired|available)\b(?:\s+(?:guilty|the|a|an|its|to|of)\b)?";
}

/// Windows, spans and dates.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences() {
        for period in &sentence.periods {
            let Some(edtf) = period.what.edtf else { continue };
            out.extend(match period.what.kind {
                PeriodKind::Span => span(reader, sentence, period, edtf),
                PeriodKind::Point => point(reader, sentence, period, edtf),
            });
        }
    }
}

/// "between April 22 and June 5", in a sentence on the campaign.
fn span(reader: &Reader<'_, '_>, sentence: &Sentence, period: &Found<Period>, edtf: Edtf) -> Option<Content> {
    let clause = sentence.clause(period.range.clone());
    let counts = sentence.figures.iter().any(|figure| {
        figure.what.quantity.unit.as_deref().is_some_and(|unit| CAMPAIGN_UNITS.iter().any(|known| unit.ends_with(known)))
    });
    let closed = matches!(edtf, Edtf::Interval(Endpoint::Date(_), Endpoint::Date(_)));
    let told = if closed { sentence.text.as_str() } else { sentence.words(clause.clone()) };
    let on_campaign = (CAMPAIGN.is_match(told) || (closed && counts)) && !reader.cast.accused.is_empty();
    // A long clause is cut to what was done in that time: the last figure before it.
    let figure =
        sentence.figures.iter().rfind(|figure| figure.range.end <= period.range.start && figure.range.start >= clause.start);
    let quote = match figure {
        Some(figure) if clause.len() > 100 => sentence.phrase(figure.range.clone()).start..period.range.end,
        _ => clause.clone(),
    };
    let mut content = reader.claim(ClaimKind::Period, sentence, quote, Matter::Campaign)?;
    content.period = Some(edtf);
    if on_campaign {
        content.property = "window".to_owned();
    } else {
        let event = event_near(sentence, &clause)?;
        content.property = format!("period of {event}");
        content.subject =
            sentence.name_before(period.range.start, 12).map_or(content.subject, |name| short_name(&name.what.text));
    }
    Some(content)
}

/// A date of an event that the same clause names.
fn point(reader: &Reader<'_, '_>, sentence: &Sentence, period: &Found<Period>, edtf: Edtf) -> Option<Content> {
    if sentence.headline || sentence.figures.iter().any(|figure| market::is_movement(sentence, &figure.range)) {
        return None;
    }
    let clause = sentence.clause(period.range.clone());
    let event = event_near(sentence, &clause)?;
    let mut content = reader.claim(ClaimKind::Date, sentence, clause.clone(), Matter::Told)?;
    let verb = sentence.text.find(&event).unwrap_or(period.range.start);
    content.subject = sentence.name_before(verb, 8).map_or(content.subject, |name| short_name(&name.what.text));
    content.property = format!("date of {}", event.to_lowercase());
    content.period = Some(edtf);
    Some(content)
}

fn event_near(sentence: &Sentence, clause: &std::ops::Range<usize>) -> Option<String> {
    let found = EVENT.find(sentence.words(clause.clone()))?;
    let words = found.as_str().trim();
    let kept = words.trim_start_matches("was ").trim_start_matches("were ").trim_start_matches("been ");
    let kept = kept.split(' ').take(if kept.starts_with("pleaded") { 2 } else { 1 }).collect::<Vec<_>>().join(" ");
    (!kept.is_empty()).then_some(kept)
}
