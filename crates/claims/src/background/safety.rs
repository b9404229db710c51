//! What is said of the guardrails and the safety of a copied model.

use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content};
use std::ops::Range;

patterns! {
    /// A model that was made by copying, or what stands for one.
    COPIED = r"(?i)\b(?:(?:illicitly\s+|unlawfully\s+|improperly\s+)?(?:cop(?:ied|ycat|ies)|distilled|extracted|cloned|stolen|imitat\w+|knock-?off|derived|derivative|resulting|pirated|replica(?:ted)?|unauthori[sz]ed|such|these|those|rival|student|unprotected|stripped)\s+(?:(?:AI|language|frontier|open|American|U\.S\.)\s+)?(?:models?|systems?|versions?|cop(?:y|ies)|clones?|replicas?|chatbots?|imitations?)|(?:models?|systems?|chatbots?|versions?)\s+(?:(?:\w+\s+)?(?:cop(?:ied|ying)|built|made|trained|created|obtained|produced|developed|derived|distilled|extracted|stolen)\s+(?:in\s+this\s+way|this\s+way|by|through|using|via|with|from|on|illicitly|without|so)|in\s+question|stripped)|(?:the|a|any|every|each)\s+(?:cop(?:y|ies)|clones?|replicas?|imitations?|imitators?|student)\b|distillation|model\s+extraction|the\s+(?:practice|technique|process|method)|(?:cop(?:ying|ies)|cloning|clones))\b";
    /// What happens to its safety.
    LOSES = r"(?i)\b(?:(?:often|usually|typically|rarely|seldom|largely|effectively|generally|tends?\s+to|may|might|can|could|will|would|is|are|has|have|do(?:es)?|did|was|were)\s+)*(?:(?:also|unlikely\s+to|likely\s+to|not|n['’]t|never|hardly)\s+)*(?:lack(?:s|ed|ing)?|los(?:e|es|ing|t)|strip(?:s|ped|ping)?|without|shed(?:s|ding)?|drop(?:s|ped)?|discard(?:s|ed)?|remov(?:e|es|ed|ing)|omit(?:s|ted)?|miss(?:es|ing)?|carr(?:y|ies)(?:\s+over)?|inherit(?:s|ed)?|retain(?:s|ed)?|keep(?:s)?|kept|preserv(?:e|es|ed)|come(?:s)?\s+without|ha(?:s|ve|d)\s+(?:no|none\s+of|few(?:er)?|weaker|almost\s+no)|bypass(?:es|ed)?|evad(?:e|es|ed)|weaken(?:s|ed)?|disabl(?:e|es|ed)|free\s+of|devoid\s+of|unlikely\s+to)\s+(?:[\p{L}\d’',-]+\s+){0,8}?(?:safety(?:\s+(?:guard-?rails?|protections?|measures?|features?|training|filters?|mechanisms?|controls?|tuning|alignment|work|limits|checks))?|guard-?rails?|safeguards?|refusals?|protections?|filters|safety\s+\w+)\b(?:\s+(?:that|which)\s+(?:we|its|the|their|they|it)\s+[^,.;]+|\s+of\s+(?:its|the|their)\s+[\w-]+)?";
    /// What it does that the original does not.
    ANSWERS = r"(?i)\b(?:tends?\s+to\s+|will\s+|would\s+|more\s+(?:often|readily|likely\s+to)\s+|readily\s+|often\s+|also\s+)*(?:answer(?:s|ed|ing)?|compl(?:y|ies|ied)\s+with|respond(?:s|ed)?\s+to|repl(?:y|ies|ied)\s+to|help(?:s|ed)?\s+with|assist(?:s|ed)?\s+with|provid(?:e|es|ed)|gave|gives?|explain(?:s|ed)?|produce[sd]?|generate[sd]?|fulfil(?:l|ls|led|s)?)\s+(?:[\p{L}\d’'-]+\s+){0,6}?(?:dangerous|harmful|hazardous|risky|weapons?|bioweapons?|pathogens?|nerve\s+agents?|toxins?|explosives?|malware|unsafe|illegal|illicit|prohibited|forbidden|abusive)\b[^,.;]*";
    /// A quantity of models that answer: it goes with the clause.
    SHARE_OF = r"(?i)(?:[\d.,]+\s*(?:percent|per\s+cent|%)|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:out\s+)?of\s+[\w-]+|half|most|all|many)(?:\s+of\s+(?:them|these|those|the\s+\w+))?\s+$";
    /// Capabilities without protection, in others' hands.
    UNPROTECTED = r"(?i)\b(?:un(?:protected|checked|guarded|safe)|unaligned|unfiltered|unrestricted)\s+(?:AI\s+)?(?:capabilities|models?|systems?|versions?)\b";
}

/// Safety of a copied model.
pub(super) fn propose(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    let text = &sentence.text;
    let copied = COPIED.find(text);
    let mut said: Option<usize> = None;
    if let Some(copied) = copied {
        for stated in [&*LOSES, &*ANSWERS].into_iter().filter_map(|pattern| pattern.find(text)) {
            // "Stripped of its safeguards, the copy ..." speaks of the copy too.
            let near = copied.start() < stated.end() || copied.start() - stated.end() < 12;
            if !near || said.is_some_and(|said| stated.start() < said) {
                continue;
            }
            let share = SHARE_OF.find(sentence.words(0..stated.start())).map_or(stated.start(), |share| share.start());
            let from = sentence.clause_start(share).min(share);
            // The model that it is said of belongs to the words, where it is near.
            let with_model = copied.start() < from && share - copied.start() <= 90 && said.is_none();
            let from = if with_model { sentence.clause_start(copied.start()) } else { from };
            claim(reader, sentence, from..stated.end(), sentence.words(share..stated.end()), out);
            said = Some(stated.end());
        }
    }
    if let (None, Some(found)) = (said, UNPROTECTED.find(text)) {
        claim(reader, sentence, sentence.clause(found.range()), found.as_str(), out);
    }
}

fn claim(reader: &Reader<'_, '_>, sentence: &Sentence, quote: Range<usize>, value: &str, out: &mut Vec<Content>) {
    let Some(mut content) = reader.claim(ClaimKind::Safety, sentence, quote, Matter::Told) else { return };
    content.property = "safety".to_owned();
    content.value = Some(value.to_owned());
    out.push(content);
}
