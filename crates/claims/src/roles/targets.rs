//! The model that was queried, copied or stolen: a name with words by it that only a model has.

use super::listing::{plays, reach_back};
use super::role;
use crate::document::{holds_name, model_name};
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::bare;
use dossier_grammar::{Found, Name, NameKind};
use dossier_model::{Content, SpeakerRole};
use std::collections::BTreeMap;
use std::ops::Range;

patterns! {
    /// What is done to models alone.
    QUERIED = r"(?ix)\b(?:(?:exchanges|conversations|interactions|queries|prompts|dialogues|chats|messages|requests|questions)\s+(?:with|to|through|via|against|from)|(?:transcripts?|traces|chains?\s+of\s+thought)\s+(?:of|from))\s+(?:(?:its|the|their|our|(?-i:\p{Lu})[\w-]*['’]s)\s+)?(?:(?:flagship|frontier|latest|AI)\s+)*$
        | \b(?:distill?(?:s|ed|ing)?|distill?ation\s+(?:of|from|attacks?\s+on|campaigns?\s+(?:against|on))|jailbreak(?:s|ing)?|prompt(?:s|ed|ing)|quer(?:y|ied|ying)|clon(?:e|es|ed|ing)|extract(?:ed|ing)?\s+(?:[\p{L}-]+\s+){0,4}from|cop(?:y|ied|ying)|imitat(?:e|es|ed|ing)|replicat(?:e|es|ed|ing)|weights\s+of|outputs\s+(?:of|from)|answers\s+(?:of|from)|min(?:e|es|ed|ing)|access\s+to|reproduc(?:e|es|ed|ing)|against|targeting|target(?:s|ed)|misus(?:e|ed|ing))\s+(?:(?:its|the|their|our|(?-i:\p{Lu})[\w-]*['’]s)\s+)?(?:(?:flagship|frontier|latest|AI)\s+)*$";
    SURELY = r"(?i)\b(?:exchanges|conversations|transcripts?|queries|prompts|dialogues|chats|distill?(?:s|ed|ing)?|distill?ation\s+(?:of|from)|weights\s+of)\b[\p{L}’'\s]*$";
    /// "its Osprey model", "the Sparrow assistant".
    MODEL = r"^(?:['’]s)?\s+(?:\d[\d.]*\s+)?(?:(?:artificial[- ]intelligence|A\.?I\.?|large|language|frontier|flagship|reasoning|family\s+of|series\s+of|line\s+of)\s+)*(?:models?|chatbots?|assistants?|LLMs?)\b";
    /// "Corvid's reasoning capabilities", "Corvid outputs".
    ABLE = r"^(?:['’]s)?\s+(?:[\w-]+\s+){0,3}?(?:capabilit(?:y|ies)|outputs?)\b|^['’]s\s+(?:[\w-]+\s+){0,2}?(?:reasoning|responses|answers|thinking)\b";
    /// What a company owns: "Halden's newest model".
    OWNS = r"^['’]s?\s+(?:[\w-]+\s+){0,3}?(?:models?|chatbots?|assistants?|\p{Lu}\w+)\b";
    /// The accused's own: "Meridian's Tern chatbot", "maker of the Tern models".
    MAKER_OF = r"(?i)\b(?:maker|developer|creator|owner)s?\s+of\s+(?:the\s+)?$|\bwhich\s+(?:makes|develops)\s+(?:the\s+)?$";
    /// "Corvel, our flagship model".
    APPOSED = r"^,\s+(?:our|its|the|their|a|[Hh]is|(?:\p{Lu}[\w-]*['’]s))\s+(?:[\p{L}-]+\s+){0,4}?(?:model|chatbot|assistant|LLM)s?\b";
    /// "our model, Halyard", "a model called Halyard".
    MODEL_BEFORE = r"(?i)\b(?:AI|artificial[- ]intelligence(?:\s+\(AI\))?|language)\s+(?:model|chatbot|assistant)\s+$|\b(?:our|its|their|the\s+company['’]s|the\s+firm['’]s|the\s+lab['’]s|the|a)\s+(?:[\p{L}-]+\s+){0,3}?(?:model|chatbot|assistant)s?(?:,|\s+called|\s+named|,\s+called|\s+known\s+as)?\s+$";
    /// "its", "Vesper's" or "the" before it.
    OWNED = r"(?:\b(?:[Ii]ts|[Oo]ur|[Tt]heir|[Tt]he)|\p{Lu}[\w-]*['’]s)\s+(?:(?:flagship|frontier|latest|AI|own)\s+)*$";
    THE = r"\b[Tt]he\s+(?:\p{Ll}+\s+)*$";
    /// What is drawn out of models, before their names: "extracting billions of tokens from A, B and C".
    DRAWN = r"(?ix)\b(?:extract|distill?|exfiltrat|harvest|captur|siphon|scrap|cop(?:y|i)|collect|gather|train)\w*\s+(?:[^,;.]{0,60}?\s)?[“\x22]?(?:[^,;.]{0,30}?\s)?(?:tokens(?:\s+of\s+(?:training\s+)?data)?|outputs?|answers|responses|data|capabilit(?:y|ies)|reasoning|knowledge|traces|completions|exchanges)[”\x22]?\s+(?:from|of)\s+(?:the\s+)?";
    /// "jailbroken" behind a model's name.
    JAILBROKEN = r"^,?\s+(?:which\s+)?(?:(?:was|were|had\s+been|has\s+been)\s+)?jailbroken\b";
    /// A name with the number of its version.
    NUMBERED = r"\p{L}[\s-]v?\d+(?:\.\d+)*$";
    /// A report of such questioning.
    CASE = r"(?i)\b(?:distill\w*|model\s+extraction|extract(?:ion|ed|ing)|jailbreak\w*|prompt\s+injection|weights|cop(?:y|ied|ying)|clon(?:ed|ing)|fraudulent\s+accounts|queries|exchanges|misus\w+|tricked|abus(?:ed|ing)|hijack\w*)\b";
    /// The copy, the copier's own product.
    OTHER = r"(?i)\b(?:release(?:s|d)?|launch(?:es|ed)?|unveil(?:s|ed)?|its\s+own|their\s+own|rival|competing|train(?:ed|ing)?)\s+(?:\p{L}+\s+){0,3}$";
}

/// Whether words tell of such a case.
pub(crate) fn is_case(text: &str) -> bool {
    CASE.is_match(text)
}

/// What a text says of one name.
#[derive(Default)]
struct Score {
    weight: u32,
    sure: bool,
    place: Option<(usize, Range<usize>)>,
}

/// The models that the text says were targeted.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    let sentences: Vec<&Sentence> = reader.page.sentences().collect();
    if !sentences.iter().any(|sentence| CASE.is_match(&sentence.text)) {
        return;
    }
    let publisher = sentences.iter().find_map(|sentence| sentence.chain.first());
    let publisher =
        publisher.filter(|first| first.role == SpeakerRole::Outlet && first.words.is_none()).map(|first| bare(&first.name));
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for (n, sentence) in sentences.iter().enumerate() {
        for name in sentence.names.iter().filter(|name| !matches!(name.what.kind, NameKind::Person | NameKind::Place)) {
            let short = model_name(&name.what.text);
            let is_other = |one: &str| crate::document::same_party(one, &short);
            let taken = reader.cast.accuser.as_deref().is_some_and(is_other)
                || reader.cast.accused.iter().any(|one| is_other(&one.name) || one.labs.iter().any(|lab| lab.contains(&short)));
            if taken || crate::document::is_demonym(&short) {
                continue;
            }
            let (start, end) = (name.range.start, name.range.start + name.what.text.len());
            let from = reach_back(&sentence.text, start);
            let (before, after) = (sentence.words(from..start), sentence.words(end..sentence.text.len()));
            let outlet =
                sentence.speakers.iter().any(|one| one.what.role == SpeakerRole::Outlet && one.what.name == name.what.text);
            let of_accused = reader.cast.accused.iter().any(|one| {
                let owner = before.trim_end().strip_suffix("'s").or_else(|| before.trim_end().strip_suffix("’s"));
                owner.is_some_and(|owner| owner.ends_with(&one.name))
            });
            let outlet = outlet || publisher.is_some_and(|own| own == bare(&name.what.text));
            if OTHER.is_match(before) || MAKER_OF.is_match(before) || OWNS.is_match(after) || outlet || of_accused {
                continue;
            }
            let queried = QUERIED.find(before);
            let model = MODEL.find(after).filter(|_| OWNED.is_match(before) || queried.is_some());
            // "the Osprey model" may be anybody's.
            let model = model.or_else(|| ABLE.find(after).filter(|_| !name.what.text.contains(' ')));
            let own = model.is_some() && !THE.is_match(before);
            let apposed = APPOSED.find(after).or_else(|| JAILBROKEN.find(after));
            let led = MODEL_BEFORE.find(before);
            let sure = model.is_some()
                || apposed.is_some()
                || led.is_some()
                || queried.as_ref().is_some_and(|found| SURELY.is_match(found.as_str()));
            let weight = u32::from(queried.is_some())
                + 2 * u32::from(queried.as_ref().is_some_and(|found| SURELY.is_match(found.as_str())))
                + u32::from(model.is_some())
                + u32::from(own)
                + 2 * u32::from(apposed.is_some() || led.is_some());
            let score = scores.entry(short).or_default();
            score.weight += weight;
            score.sure |= sure;
            let place = if let Some(model) = model.or(apposed) {
                Some(start..end + model.end())
            } else if let Some(led) = led {
                Some(from + led.start()..end)
            } else {
                queried.map(|found| from + found.start()..end)
            };
            if let Some(place) = place.filter(|_| score.place.is_none() && (sure || weight > 0) && !sentence.headline) {
                score.place = Some((n, place));
            }
        }
    }
    for (n, sentence) in sentences.iter().enumerate().filter(|(_, sentence)| !sentence.headline) {
        for name in drawn(reader, sentence, &sentences) {
            let score = scores.entry(model_name(&name.what.text)).or_default();
            score.weight += 4;
            score.sure = true;
            score.place.get_or_insert((n, name.range.start..name.range.start + name.what.text.len()));
        }
    }
    let most = scores.values().filter(|score| score.sure).map(|score| score.weight).max().unwrap_or(0);
    for (name, score) in scores.into_iter().filter(|(_, score)| score.sure && score.weight >= 2 && score.weight * 2 >= most) {
        let known = reader.cast.target.as_deref().is_none_or(|target| target == name || score.weight >= 3);
        let Some((n, place)) = score.place.filter(|_| known) else { continue };
        if let Some(sentence) = sentences.get(n).filter(|sentence| holds_name(&sentence.text, &name)) {
            out.extend(role(reader, sentence, place, &name, "target model"));
        }
    }
}

/// The models of a list that something is drawn from: one of them at least bears a version's number somewhere in the text, as no company
/// does.
fn drawn<'s>(reader: &Reader<'_, '_>, sentence: &'s Sentence, all: &[&Sentence]) -> Vec<&'s Found<Name>> {
    let numbered = |name: &str| {
        let begins = |other: &str| other.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-']));
        all.iter().flat_map(|sentence| &sentence.names).any(|one| begins(&one.what.text) && NUMBERED.is_match(&one.what.text))
    };
    let of_case = |name: &str| {
        let cast = reader.cast;
        cast.is_accuser(name)
            || cast.also_accuses(name)
            || cast.accused.iter().any(|one| crate::document::same_party(&one.name, name))
            || super::is_agency(name)
    };
    let mut found = Vec::new();
    for lead in DRAWN.find_iter(&sentence.text) {
        let Some(first) = sentence.names.iter().find(|name| name.range.start == lead.end()) else { continue };
        let listed = sentence.names_listed_from(first);
        if listed.iter().any(|name| numbered(&name.what.text)) {
            found.extend(listed.into_iter().filter(|name| plays(name) && !of_case(&name.what.text)));
        }
    }
    found
}
