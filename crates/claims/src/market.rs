//! What happened on a market: kept apart from the campaign, under the company whose shares moved.

use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use crate::windows;
use dossier_grammar::{Figure, FigureKind, Found};
use dossier_model::{ClaimKind, Content, Hedge};
use std::ops::Range;

patterns! {
    NOUN = r"(?i)\b(?:shares|share prices?|stocks?|depositary receipts|ADRs?|market (?:value|cap|panic)|(?:market )?capitali[sz]ation|(?:extended|after-hours|premarket|pre-market|early|late|morning|afternoon|midday|over-the-counter|Asian|Asia|Tokyo|London|New York|Hong Kong|U\.S\.|European) trading|year[- ]to[- ]date|trading (?:day|session)|S&P 500|Dow Jones|(?-i:Index)|Nasdaq|investors|traders)\b";
    MOVE = r"(?i)\b(?:fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|rose|ris(?:es|en|ing)|sank|sink(?:s|ing)?|sunk|tumbl(?:e|es|ed|ing)|eras(?:e|es|ed|ing)|wip(?:e|es|ed|ing)|gain(?:s|ed|ing)?|plung(?:e|es|ed|ing)|jump(?:s|ed|ing)?|slid|slid(?:es|ing)|surg(?:e|es|ed|ing)|los(?:t|es|ing)|clos(?:ed|es|ing)|slump(?:s|ed|ing)?|tank(?:s|ed|ing)?|climb(?:s|ed|ing)?|soar(?:s|ed|ing)?|declin(?:e|es|ed|ing)|shed|sheds|burn(?:s|ed|ing)?|evaporat(?:e|es|ed|ing)|vaporis(?:es|ed)|vaporiz(?:es|ed)|slip(?:s|ped|ping)?|dip(?:s|ped|ping)?|eas(?:es|ed|ing)|edg(?:es|ed|ing)|tick(?:s|ed|ing)|rall(?:y|ies|ied|ying)|rebound(?:s|ed|ing)?|recover(?:s|ed|ing)?|retreat(?:s|ed|ing)?|crash(?:es|ed|ing)?|shav(?:es|ed|ing)|knock(?:s|ed|ing)?|add(?:s|ed|ing)|crater(?:s|ed|ing)?|nosediv(?:es|ed|ing)|collaps(?:e|es|ed|ing)|spik(?:e|es|ed|ing)|sag(?:s|ged|ging)?|buckl(?:es|ed)|leap(?:s|t|ed)?|swung|advanc(?:es|ed|ing)|lower|higher|down|up)\b";
    /// A company that moves by a share: "Meridian fell another", right before the figure.
    FALLS = r"(?i)\b(?:fell|falls|drop(?:s|ped)|rose|rises|sank|sinks|tumbl(?:es|ed)|gain(?:s|ed)|plung(?:es|ed)|jump(?:s|ed)|slid|slides|surg(?:es|ed)|los(?:t|es)|clos(?:es|ed)|finish(?:es|ed)|end(?:s|ed)|slump(?:s|ed)|climb(?:s|ed)|soar(?:s|ed)|declin(?:es|ed)|shed|sheds|slip(?:s|ped)|dip(?:s|ped)|eas(?:es|ed)|edg(?:es|ed)|rall(?:ies|ied)|rebound(?:s|ed)|retreat(?:s|ed)|crash(?:es|ed)|add(?:s|ed)|advanc(?:es|ed)|collaps(?:es|ed)|was|were)\s+(?:(?:by|up|down|higher|lower|as\s+much\s+as|more\s+than|about|around|nearly|almost|roughly|over|an?|another|further|additional|some)\s+)*$";
    /// Where and when shares are traded.
    TRADED = r"(?i)^(?:\s+(?:lower|higher|up|down))?\s+(?:on|in|at|by)\s+(?:(?:(?:early|late|morning|afternoon|midday|after-hours|extended|pre-?market)\s+)?(?:(?:\p{Lu}\p{L}+\s+)?trading|trade)|(?:Mon|Tues|Wednes|Thurs|Fri)day|Hong\s+Kong|New\s+York|London|Tokyo|Shanghai|Shenzhen|Frankfurt|Amsterdam|Seoul|Taipei|Sydney|Toronto|Zurich|Paris|Mumbai|(?:the\s+)?(?:close|open|opening|session|day|news))\b";
    /// What goes on from one movement to the next: "and a further", "and lost another".
    FURTHER = r"(?i)^[^.;]{0,60}?\b(?:and|then|before|but|while)\s+(?:\p{Ll}+\s+)?(?:by\s+)?(?:an?\s+)?(?:further|another|additional)\s+$";
    /// The noun of a movement that was told already: "the 28% drop", "$5bn erased".
    TOLD = r"(?i)^[- ](?:\p{Ll}+\s+)?(?:drop|fall|slide|decline|plunge|slump|tumble|loss|rout|sell-?off|jump|rise|gain|surge|rally|dip|crash|collapse|wipe-?out|hit|erased|wiped|lost|gone|shed)\b|^\s+(?:in|of)\s+(?:market\s+)?(?:value|capitali[sz]ation)\b";
    SHARES = r"(?i)\b(?:shares?|stocks?|market\s+(?:value|cap)|depositary\s+receipts)\b";
    /// What a thing is worth, not how it moved: "from its $18bn market value".
    LEVEL = r"(?i)^\s+(?:market\s+(?:value|cap)|(?:market\s+)?capitali[sz]ation|valuation|company)\b";
    POSSIBLY = r"(?i)\b(?:potentially|possibly|could|may|might|would)\s+(?:\p{Ll}+\s+){0,3}$";
    FROM_WHOM = r"(?i)\bfrom\s+$";
    OWNER_OF = r"(?i)\b(?:shares?|stock)\s+(?:of|in)\s+$";
}

/// Whether the figure at `range` measures a movement on a market: the sentence moves something that is traded.
pub(crate) fn is_movement(sentence: &Sentence, range: &Range<usize>) -> bool {
    NOUN.is_match(&sentence.text)
        && MOVE.find_iter(&sentence.text).any(|word| {
            let between = if word.end() <= range.start { word.end()..range.start } else { range.end..word.start() };
            between.start <= between.end && sentence.words(between).split_whitespace().count() <= 8
        })
}

/// Whether the word at `range` moves something that is traded.
pub(crate) fn moves(sentence: &Sentence, range: &Range<usize>) -> bool {
    NOUN.is_match(&sentence.text)
        && MOVE.find(sentence.words(range.clone())).is_some_and(|word| word.start() == 0)
        && sentence.figures.iter().any(|figure| is_movement(sentence, &figure.range))
}

/// The figures of `sentence` that measure a movement on a market, in order.
pub(crate) fn movements<'s>(reader: &Reader<'_, '_>, sentence: &'s Sentence) -> Vec<&'s Found<Figure>> {
    let mut found: Vec<&Found<Figure>> = Vec::new();
    for figure in &sentence.figures {
        let before = sentence.words(0..figure.what.number.start);
        let after = sentence.words(figure.range.end..sentence.text.len());
        let goes_on = |last: &&Found<Figure>| {
            last.what.kind == figure.what.kind && FURTHER.is_match(sentence.words(last.range.end..figure.what.number.start))
        };
        let falls = || {
            figure.what.kind == FigureKind::Rate
                && FALLS.find(before).is_some_and(|verb| sentence.name_before(verb.start(), 1).is_some())
                && TRADED.is_match(after)
                && is_traded(reader)
        };
        if is_movement(sentence, &figure.range)
            || found.last().is_some_and(goes_on)
            || falls()
            || told(reader, sentence, figure).is_some()
        {
            found.push(figure);
        }
    }
    found
}

/// Whether a text tells of shares at all.
fn is_traded(reader: &Reader<'_, '_>) -> bool {
    reader.page.passages.iter().any(|passage| SHARES.is_match(&passage.text))
}

/// Where another sentence tells the movement that a figure names: "the 28% drop".
fn told<'r>(reader: &Reader<'r, '_>, sentence: &Sentence, figure: &Found<Figure>) -> Option<(&'r Sentence, &'r Found<Figure>)> {
    if figure.what.kind == FigureKind::Count || !TOLD.is_match(sentence.words(figure.range.end..sentence.text.len())) {
        return None;
    }
    let same = |one: &&Found<Figure>| one.what.quantity.value == figure.what.quantity.value && one.what.kind == figure.what.kind;
    reader.page.sentences().filter(|other| other.at != sentence.at).find_map(|other| {
        let moved = other.figures.iter().filter(same).find(|one| is_movement(other, &one.range))?;
        Some((other, moved))
    })
}

/// Movements on a market.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences() {
        let moved = movements(reader, sentence);
        for figure in &moved {
            let after = sentence.words(figure.range.end..sentence.text.len());
            if LEVEL.is_match(after) && moved.len() > 1 {
                continue;
            }
            let Some(mut content) =
                reader.claim(ClaimKind::Market, sentence, sentence.clause(figure.range.clone()), Matter::Record)
            else {
                continue;
            };
            content.subject = told(reader, sentence, figure)
                .and_then(|(other, moved)| mover(other, &moved.range))
                .or_else(|| mover(sentence, &figure.range))
                .unwrap_or_else(|| "market".to_owned());
            content.property = "market".to_owned();
            content.value = Some(figure.what.quantity.value.normalize().to_string());
            content.unit.clone_from(&figure.what.quantity.unit);
            content.bound = figure.what.quantity.bound;
            if content.hedge == Hedge::Asserted && POSSIBLY.is_match(sentence.words(0..figure.range.start)) {
                content.hedge = Hedge::Forecast;
            }
            if let Some(period) = windows::nearest(sentence, &figure.range) {
                content.period = period.what.edtf;
                content.resolution = windows::resolution(reader, period);
            }
            out.push(content);
        }
    }
}

/// Whose value moved: the name behind "from", before "shares", or behind "shares of".
fn mover(sentence: &Sentence, figure: &Range<usize>) -> Option<String> {
    let before = |range: &Range<usize>, pattern: &regex::Regex| pattern.is_match(sentence.words(0..range.start));
    let from = sentence.names.iter().find(|name| name.range.start >= figure.end && before(&name.range, &FROM_WHOM));
    let of = || sentence.names.iter().find(|name| before(&name.range, &OWNER_OF));
    let owner = || sentence.name_before(NOUN.find(&sentence.text)?.start(), 3);
    from.or_else(of).or_else(owner).or_else(|| sentence.name_before(figure.start, 12)).map(|name| short_name(&name.what.text))
}
