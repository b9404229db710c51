//! What was targeted in a model: one claim for each ability, once in a text.
//!
//! Abilities are an open class, so they are known by the frame they stand in: what a campaign targeted, extracted or copied, what its
//! queries were about, what its model was to become better at, the cell of a table, the answer to "what did they want?". Heads that
//! are abilities anywhere anchor a frame that alone is not enough. Nothing is read from what a model is said to be good at.

mod heads;
mod list;

use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Hedge};
use list::{List, is_possessed, list};
use std::collections::BTreeSet;
use std::ops::Range;

patterns! {
    /// A document about the copying of a model.
    COPYING = r"(?i)\bdistill?\w*|\b(?:cop(?:y|ied|ying)|clon(?:e|ed|ing)|extract\w*|imitat\w+|mimic\w*|replicat\w+|siphon\w*|reproduc\w+|reverse[- ]engineer\w*|harvest\w*|steal\w*|stole)\b[^.]{0,80}\b(?:models?|chatbot|assistant|capabilit(?:y|ies)|outputs|answers|LLMs?)\b|\b(?:model|reasoning|capability)\s+(?:extraction|stealing|cloning)\b";
    /// A document about the copying of something, and about a model that is asked things.
    COPYING_OF = r"(?i)\b(?:cop(?:y|ied|ying)|clon(?:e|ed|ing)|extract\w*|imitat\w+|mimic\w*|replicat\w+|siphon\w*|harvest\w*)\b";
    MODEL = r"(?i)\b(?:models?|assistants?|chatbots?|LLMs?)\b";
    ASKED = r"(?i)\b(?:quer(?:y|ies)|chats|prompts?|exchanges|conversations|API|logins|accounts)\b";
    /// Words of wanting, before a noun that says it is a skill.
    AFTER = r"(?i)\b(?:target\w*|focus\w*|aim\w*|want\w*|sought|seek\w*|prob\w+|after|extract\w*|harvest\w*|cop(?:y|ied|ying)|clon\w+|replicat\w*|steal\w*|stole|siphon\w*|captur\w*|collect\w*|reproduc\w*|imitat\w*|mimic\w*|learn\w*|test\w*|concentrat\w*)\b";
    /// Verbs of what a campaign was after.
    VERB = r"(?i)\b(?:target(?:s|ed|ing)?(?:\s+(?:at|on))?|focus(?:es|s?ed|s?ing)?\s+on|concentrat(?:es|ed|ing)\s+on|cent(?:er|re|r)(?:s|d|ed|ing)?\s+(?:on|around)|(?:aim|direct|gear)(?:s|ed|ing)?\s+(?:specifically\s+|squarely\s+|narrowly\s+)?(?:at|toward|towards)|extract(?:s|ed|ing)?|harvest(?:s|ed|ing)?|replicat(?:e|es|ed|ing)|reproduc(?:e|es|ed|ing)|reconstruct(?:s|ed|ing)?|imitat(?:e|es|ed|ing)|mimic(?:s|ked|king)?|duplicat(?:e|es|ed|ing)|captur(?:e|es|ed|ing)|siphon(?:s|ed|ing)?(?:\s+(?:off|out))?|lift(?:ed|ing)|pursu(?:e|es|ed|ing)|sought(?:\s+out)?|seeking|collect(?:s|ed|ing)?|covet(?:s|ed|ing)|went\s+(?:for|after)|going\s+after|(?:were|was)\s+after|after\s+(?:its|the\s+model['’]s)|zeroe?d\s+in\s+on|zeroing\s+in\s+on|hom(?:ed|ing)\s+in\s+on|interested\s+in|prob(?:e|es|ed|ing)|min(?:ed|ing)|drain(?:ed|ing)|pull(?:ed|ing)?(?:\s+out)?|train(?:ed|ing)?\s+(?:[\w-]+\s+){1,4}?on|cop(?:y|ied|ying)|clon(?:e|ed|ing)|steal(?:ing)?|stole|map(?:ped|ping)|exploit(?:ed|ing)|exercis(?:ed|ing)|test(?:ed|ing)|elicit(?:ed|ing)?|(?:coax|teas|draw|drew|wheedl)(?:e|ed|ing)?\s+out|br(?:ing|inging|ought)\s+out|covered|covering|spanned|spanning|revolv(?:ed|ing)\s+around|dealt\s+with|dealing\s+with|devoted\s+to|dedicated\s+to|drill(?:ed|ing)\s+(?:into|on)|transfer(?:red|ring)?|acquir(?:e|ed|ing)|obtain(?:ed|ing)?)\b";
    /// What the queries of a campaign were about.
    ABOUT = r"(?i)\b(?:exchanges|queries|questions|prompts|conversations|requests|chats|interactions|sessions|dialogues|traffic|API\s+calls|calls|messages|answers|responses|replies|completions|outputs|transcripts|solutions|tokens|(?:most|many|half|much|all|some|part|the\s+bulk|the\s+rest|(?:a|the)\s+majority|two[- ]thirds|three[- ]quarters)\s+of\s+(?:them|these|those|which|it))\s+(?:[\w’'-]+\s+){0,4}?(?:on|in|about|concerning|cover(?:ing|ed)|spann(?:ing|ed)|regarding|around|involving|dealing\s+with|relat(?:ing|ed)\s+to|to\s+do\s+with|devoted\s+to|dedicated\s+to|aimed\s+at|directed\s+at|seeking|asking\s+(?:for|about|it\s+to)|asked\s+(?:for|about|it\s+to)|probing|testing|exercising|requiring|touching\s+on|drawn\s+from)\s";
    /// "mostly about", where what is about it stands further off.
    MOSTLY = r"(?i)\b(?:mostly|mainly|largely|chiefly|primarily|predominantly|overwhelmingly|principally|almost\s+all|specifically|particularly|especially)\s+(?:on|about|around|concerning|in|for|concerned\s+with)\s";
    /// "the model's ability to plan", "its gift for legal argument": the noun says that it is one.
    SKILL = r"(?i)\b(?:(?:its|their|the\s+(?:model|chatbot|assistant|system)['’]s|(?-i:\p{Lu})[\w-]*['’]s)\s+(?:[\w-]+\s+){0,2}?|(?:model|chatbot|assistant)['’]s\s+)(?:ability|abilities|capacity|knack|gift|talent|flair|aptitude|facility|skills?|prowess|strengths?)\s+(?:to|for|at|with|in)\s";
    /// "capabilities such as", "in areas such as".
    SUCH = r"(?i)\b(?:capabilities|abilities|skills|strengths|functions|features|areas|domains|fields|topics|subjects|things|tasks)\s*(?:,\s*)?(?:such\s+as|including|like|namely|among\s+them|:|—)\s*";
    /// What a rival's own model was to gain.
    PURPOSE = r"(?i)\b(?:improv(?:e|es|ed|ing)|boost(?:s|ed|ing)?|enhanc(?:e|es|ed|ing)|strengthen(?:s|ed|ing)?|sharpen(?:s|ed|ing)?|bolster(?:s|ed|ing)?|hon(?:e|es|ed|ing)|upgrad(?:e|es|ed|ing)|refin(?:e|es|ed|ing)|better)\s+(?:(?:its|their|the)\s+(?:own\s+)?|(?-i:\p{Lu})[\w-]*['’]s\s+(?:own\s+)?|at\s+)?(?:(?-i:\p{Lu})[\w.-]*\s+)?(?:(?:models?|systems?|chatbots?|rival|product)(?:['’]s?|s['’])\s+|(?:models?|systems?|products?)\s+(?:at|in)\s+)?";
    /// What was targeted stands before it: "coding and tool use were targeted".
    WAS_TARGETED = r"(?i)\b(?:was|were|is|are|been|being)\s+(?:[\w-]+\s+){0,2}?(?:targeted|copied|extracted|harvested|siphoned|replicated|probed|cloned|mined|(?:the|their|its)\s+(?:main|primary|chief|principal|real|key)\s+(?:targets?|focus|goals?|objectives?|aims?|interest))\b";
    /// What is turned against a model.
    MEANS = r"(?i)\b(?:accounts?|jailbreak\w*|logins?|keys|prompts?|quer(?:y|ies|ied)|operators?|attackers?)\b";
    /// "drew 60 million answers, in particular translations"; "asked mostly about law".
    CLOSER = r"(?i),\s+(?:in\s+particular|notably|above\s+all|especially|chiefly|mostly|mainly|primarily)\s|\basked\s+(?:(?:it|them|him)\s+)?(?:mostly\s+|mainly\s+|chiefly\s+|only\s+)?about\s+(?:nothing\s+but\s+|little\s+but\s+)?";
    /// "the targets were most often", "wanted three things:".
    TARGETS_WERE = r"(?i)\b(?:targets?|targeted\s+(?:abilities|capabilities|areas|skills)|focus|aims?|goals?|interests?|priorit(?:y|ies))\s+(?:was|were|is|are)\s+(?:(?:most\s+often|mostly|mainly|chiefly|usually|on|to\s+(?:copy|extract|learn))\s+)*|\b(?:want(?:ed|s)?|sought|(?:was|were)\s+after)\s+(?:two|three|four|five|several|\d+)\s+things:\s*";
    /// "copy its coding model": what the model is for.
    MODEL_FOR = r"(?i)\b(?:cop(?:y|ied|ying)|clon(?:e|ed|ing)|distill?(?:ed|ing)?|extract(?:ed|ing)?|scrap(?:e|ed|ing)|st(?:eal|ole|olen|ealing)|replicat(?:e|ed|ing)|siphon(?:ed|ing)?|aimed\s+at|targeted|targeting)\s+(?:most\s+of\s+)?(?:its|their|the|an?|our|(?-i:\p{Lu})[\w-]*[’']s)\s+(?:(?:flagship|new|best|own|advanced)\s+)?(?P<what>[\p{Ll}][\w-]*(?:\s[\p{Ll}][\w-]*)?)\s+(?:AI\s+)?models?\b";
    /// What a campaign sent and got, and what with.
    DRAWN = r"(?i)\b(?:exchanges|queries|questions|prompts|requests|answers|responses|replies|completions|outputs|interactions|conversations|chats|accounts|operators|proxy|bots)\b";
    PREFACE = r"(?i)^(?:according|in|on|during|after|among|as|by)\b";
    CAMPAIGN = r"(?i)\b(?:campaigns?|operations?|efforts?|attacks?|move|accounts|exchanges|queries|prompts|requests|interactions|traffic|conversations|attackers?|intruders?|operators|activity|bots?|labs?)\b";
    /// Who does it, in a sentence that names nobody.
    STANDS_FOR = r"(?i)\b(?:it|they|the\s+(?:group|company|firm|start-?up|lab|laboratory|developer|two|three|others?|accused|former|latter))\b";
    /// What a model or a maker is said to be made for.
    MADE_FOR = r"(?i)\b(?:models?|release[ds]?|launch\w*|unveil\w*|known\s+for|(?:designed|built)\s+for|specialis\w+|specializ\w+|start-?ups?\s+that|team|research(?:ers)?|regulat\w+|rules?|policy|bill|act|sanctions?|export\s+controls?|defen[cs]es?|detect\w*|monitor\w*|safeguards?|mitigations?|investors?|shares|customers|survey|study|paper|courses?)\s+(?:[\w’'-]+\s+){0,3}$";
    /// Questions that ask the press or an official, not a model.
    OF_THE_PRESS = r"(?i)\b(?:answer\w*|respond\w*|repl(?:y|ied|ies)|declin\w+|comment\w*|rais(?:e|es|ed|ing)|fac(?:e|es|ed|ing)|address\w*|reporters?|journalists?|lawmakers?|e-?mailed|written|spokes\w+|legal|policy|public|diplomatic)\s+(?:[\w’'-]+\s+){0,4}$";
    /// A question to which the answer is a list of abilities.
    WANTED = r"(?i)\bwhat\b[^?]*\b(?:want(?:ed)?|after|target\w*|look(?:ing)?\s+for|seek|sought|steal|stole|stolen|extract\w*|take|took|taken|interested|copied|copy)\b[^?]*\?$";
    /// A verb that a cell or an answer begins with.
    LEADING_VERB = r"(?i)^(?:targeted|focused\s+on|aimed\s+at|focus(?:es)?\s+on)\s+";
    /// "Asked what they wanted, she said: “...”".
    ASKED_WANTED = r"(?i)\basked\s+what\b[^“\x22]*\b(?:want(?:ed)?|after|target\w*|looking\s+for|sought|interested)\b[^“\x22]*[“\x22]";
    /// Columns whose cells list abilities.
    COLUMN = r"(?i)\b(?:target(?:s|ed)?|capabilit(?:y|ies)|abilit(?:y|ies)|skills?|focus|what\s+was\s+(?:targeted|copied|extracted|taken))\b";
    DASH = r"\s[—–-]\s|—|:\s";
    /// Between a frame and a dash: the abilities in few words, and nothing else.
    NEAR_DASH = r"(?i)^\s*(?:[\w’'-]+\s+){0,6}(?:capabilit(?:y|ies)|abilit(?:y|ies)|skills|strengths|functions|features|areas|behaviou?rs?|workloads|qualities|talents)$";
    /// A clause of its own behind a dash, and no list.
    CLAUSE = r"(?i)^[^—–,;:]{0,60}?\b(?:said|says|told|added|adds|wrote|writes|is|are|was|were|has|have|had|that|which|who)\b";
    /// A sentence whose list is the items behind it.
    LEADS_ITEMS = r"(?i)\b(?:capabilities|abilities|skills|areas|targets?|domains|targeted|focused\s+on|(?:prompts|queries|requests|questions|answers|exchanges)\s+(?:\w+\s+){1,3}(?:groups|kinds|areas|categories|sorts|types))\b[^.]*:$";
}

/// How much a frame says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// What stands in it is an ability.
    Sure,
    /// One of the list has to have the head of an ability.
    Likely,
    /// One of the list has to be beyond doubt.
    Loose,
}

/// Targeted capabilities.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    if !is_about_copying(reader) {
        return;
    }
    let mut found = Vec::new();
    let (mut asked, mut itemised) = (false, false);
    for sentence in reader.page.passages.iter().flat_map(|passage| &passage.sentences) {
        let answers = std::mem::replace(&mut asked, WANTED.is_match(&sentence.text));
        if !sentence.item {
            itemised = LEADS_ITEMS.is_match(sentence.text.trim());
        }
        // An answer may speak to its reader: "voices, if you believe the letter".
        if answers && !sentence.text.ends_with('?') {
            whole(reader, sentence, Frame::Likely, &mut found);
        }
        if sentence.mute {
            continue;
        }
        if sentence.row.is_some() && sentence.column.as_deref().is_some_and(|column| COLUMN.is_match(column)) {
            whole(reader, sentence, Frame::Sure, &mut found);
        } else if sentence.item && itemised {
            whole(reader, sentence, Frame::Likely, &mut found);
        }
        let on_campaign = sentence.row.is_some()
            || reader.cast.concerns(sentence)
            || CAMPAIGN.is_match(&sentence.text)
            || STANDS_FOR.is_match(&sentence.text);
        in_sentence(reader, sentence, on_campaign, &mut found);
    }
    // Once in a text: at its first place, outside a headline if there is one.
    found.sort_by_key(|content| (content.headline, content.quotes.first().start));
    let mut said = BTreeSet::new();
    found.retain(|content| said.insert(content.value.clone()));
    out.extend(found);
}

/// Whether the document is about the copying of a model: elsewhere nobody targets abilities.
fn is_about_copying(reader: &Reader<'_, '_>) -> bool {
    let says = |pattern: &regex::Regex| reader.page.passages.iter().any(|passage| pattern.is_match(&passage.text));
    says(&COPYING) || (says(&COPYING_OF) && says(&MODEL) && says(&ASKED))
}

/// A sentence or cell that is a list and no more.
fn whole(reader: &Reader<'_, '_>, sentence: &Sentence, frame: Frame, out: &mut Vec<Content>) {
    let from = LEADING_VERB.find(&sentence.text).map_or(0, |verb| verb.end());
    take(reader, sentence, from..from, frame, out);
}

/// What the frames of a sentence hold; those that need it only where the sentence is about the campaign.
fn in_sentence(reader: &Reader<'_, '_>, sentence: &Sentence, on_campaign: bool, out: &mut Vec<Content>) {
    let mut frames: Vec<(Range<usize>, Frame)> = Vec::new();
    for mostly in MOSTLY.find_iter(&sentence.text) {
        // "drew 17 million answers, chiefly in image understanding".
        let drawn = on_campaign && DRAWN.is_match(sentence.words(0..mostly.start()));
        frames.push((mostly.range(), if drawn { Frame::Likely } else { Frame::Loose }));
    }
    for closer in
        CLOSER.find_iter(&sentence.text).filter(|closer| on_campaign && DRAWN.is_match(sentence.words(0..closer.start())))
    {
        frames.push((closer.range(), Frame::Likely));
    }
    for targets in TARGETS_WERE.find_iter(&sentence.text) {
        frames.push((targets.range(), Frame::Likely));
    }
    for model in MODEL_FOR.captures_iter(&sentence.text).filter_map(|found| found.name("what")) {
        if list::is_sure(model.as_str()) {
            claim(reader, sentence, model.range(), model.as_str(), out);
        }
    }
    for verb in VERB.find_iter(&sentence.text).filter(|_| on_campaign) {
        // "jailbreak the model to extract": for what it was done, not what the model is made for.
        let before = sentence.words(0..verb.start());
        if !MADE_FOR.is_match(before) || before.ends_with("to ") && MEANS.is_match(before) {
            frames.push((verb.range(), Frame::Loose));
        }
    }
    for asked in ASKED_WANTED.find_iter(&sentence.text) {
        frames.push((asked.end()..asked.end(), Frame::Likely));
    }
    for about in
        ABOUT.find_iter(&sentence.text).filter(|about| on_campaign && !OF_THE_PRESS.is_match(sentence.words(0..about.start())))
    {
        frames.push((about.range(), Frame::Likely));
    }
    for skill in SKILL.find_iter(&sentence.text).filter(|skill| on_campaign && AFTER.is_match(sentence.words(0..skill.start()))) {
        frames.push((skill.range(), Frame::Sure));
    }
    for such in SUCH.find_iter(&sentence.text).filter(|such| VERB.is_match(sentence.words(0..such.start()))) {
        frames.push((such.range(), Frame::Sure));
    }
    for purpose in PURPOSE.find_iter(&sentence.text).filter(|_| on_campaign) {
        frames.push((purpose.range(), Frame::Loose));
    }
    frames.sort_by_key(|(range, _)| range.start);
    let before = out.len();
    if WAS_TARGETED.find(&sentence.text).is_some_and(|was| on_campaign || was.as_str().contains("target")) {
        let from = sentence.text.find(", ").filter(|_| PREFACE.is_match(&sentence.text)).map_or(0, |comma| comma + 2);
        take(reader, sentence, from..from, Frame::Loose, out);
    }
    for (range, frame) in frames {
        // "aimed at its reasoning, specifically around X": what is told more closely is of the same sort.
        let closer = out.len() > before && MOSTLY.is_match(sentence.words(range.clone()));
        take(reader, sentence, range, if closer { Frame::Sure } else { frame }, out);
    }
}

/// The abilities of the list behind `frame`.
fn take(reader: &Reader<'_, '_>, sentence: &Sentence, trigger: Range<usize>, frame: Frame, out: &mut Vec<Content>) {
    listed(reader, sentence, trigger.clone(), frame, out);
    // "its reasoning abilities - step-by-step logic, grading", "its most valued behaviors — coding": behind the dash it is told more closely.
    if let Some(dash) = DASH.find_at(&sentence.text, trigger.end)
        && NEAR_DASH.is_match(sentence.words(trigger.end..dash.start()))
        && !CLAUSE.is_match(sentence.words(dash.end()..sentence.text.len()))
    {
        listed(reader, sentence, dash.end()..dash.end(), Frame::Likely, out);
    }
}

fn listed(reader: &Reader<'_, '_>, sentence: &Sentence, trigger: Range<usize>, frame: Frame, out: &mut Vec<Content>) {
    let region = sentence.words(trigger.end..sentence.text.len());
    let List { items, sure, likely } = list(region);
    let of_target =
        is_possessed(region) && reader.cast.target.as_deref().is_some_and(|target| region.trim_start().starts_with(target));
    let holds = match frame {
        Frame::Sure => true,
        Frame::Likely => sure || likely,
        Frame::Loose => sure || (likely && of_target),
    };
    if !holds {
        return;
    }
    for (number, item) in items.iter().enumerate() {
        let range = trigger.end + item.range.start..trigger.end + item.range.end;
        // The words that say it was targeted go with the first of a list, where they are near.
        let with_trigger = number == 0 && trigger.start < trigger.end && range.end - trigger.start <= 60;
        let quote = if with_trigger { trigger.start..range.end } else { range };
        claim(reader, sentence, quote, &item.name, out);
    }
}

/// The claim that the ability `name` was targeted, by the words at `quote`.
fn claim(reader: &Reader<'_, '_>, sentence: &Sentence, quote: Range<usize>, name: &str, out: &mut Vec<Content>) {
    let Some(mut content) = reader.claim(ClaimKind::Capability, sentence, quote, Matter::Campaign) else { return };
    // What may yet be extracted was not targeted.
    if matches!(content.hedge, Hedge::Forecast | Hedge::Conditional) {
        return;
    }
    // To have been after something is a deed: who is not the author of the text alleges it.
    let accuses = reader.cast.author.is_none() && reader.cast.accuser.is_some() && !reader.cast.accused.is_empty();
    if accuses && matches!(content.hedge, Hedge::Asserted | Hedge::Reported) {
        content.hedge = Hedge::Alleged;
    }
    content.property = "targeted capability".to_owned();
    content.value = Some(name.to_lowercase());
    out.push(content);
}

#[cfg(test)]
mod tests {
    use crate::About;
    use crate::tests::rules;
    use dossier_model::ClaimKind;

    #[track_caller]
    fn check(sentence: &str, expect: &[&str]) {
        let text = format!("Halden accused Meridian of copying its model Corvid. {sentence}");
        let claims = rules(&text, &About::default()).into_iter();
        let found: Vec<_> = claims.filter(|claim| claim.kind == ClaimKind::Capability).filter_map(|claim| claim.value).collect();
        assert_eq!(found, expect, "{sentence}");
    }

    #[test]
    fn abilities_are_known_by_what_was_asked_drawn_and_targeted() {
        check(
            "Meridian harvested some 35 million responses on legal reasoning, chip design and biology.",
            &["legal reasoning", "chip design", "biology"],
        );
        check(
            "It drew over 17 million completions from Corvid, chiefly in customer service and image understanding.",
            &["customer service", "image understanding"],
        );
        check("They sent 6.7 million prompts, most of which asked for legal translation.", &["legal translation"]);
        check("The model's coding and translation abilities were the main target.", &["coding", "translation"]);
        check("The targets were most often coding and protein design.", &["coding", "protein design"]);
        check("The group wanted three things: code review and bug fixing.", &["code review", "bug fixing"]);
        check("Meridian used thousands of accounts to clone its reasoning model.", &["reasoning"]);
        check("The operators used jailbreaks to get Corvid's model to extract its hidden reasoning.", &["hidden reasoning"]);
        check("They asked for legal translation and step-by-step proofs in their prompts on coding.", &["coding"]);
        check("Meridian answered questions in May about the budget and the law.", &[]);
        check("Meridian used accounts to extract the model's capabilities, according to people familiar with it.", &[]);
        check("The company released a model to extract text from pictures.", &[]);
    }

    #[test]
    fn abilities_behind_a_dash_are_read() {
        check(
            "The campaign focused on Corvid's most valuable behaviors — software engineering and agentic reasoning — in May.",
            &["software engineering", "agentic reasoning"],
        );
        check("The campaign focused on Corvid's features — which took years — in May.", &[]);
    }
}
