//! A list of abilities as its items: "agentic coding, tool use and computer vision capabilities" is three.

use super::heads::{Head, head, is_no_ability};
use crate::pattern::patterns;
use std::ops::Range;

patterns! {
    /// What stands between two items.
    BETWEEN = r"(?i)(?:,\s*(?:(?:and|or|but)\s+)?(?:also\s+|then\s+)?|;\s*(?:and\s+)?|\s+(?:and|or|plus|&)\s+(?:also\s+)?|,?\s+(?:as\s+well\s+as|along\s+with|together\s+with|in\s+addition\s+to)\s+)";
    /// Where a list ends, whatever follows.
    END = r"(?i)[.;?!—–:](?:\s|$|[”\x22])|\s[—–-]\s|—|\(|,?\s*\b(?:that|which|who|whose|where|when|while|with|for|from|by|through|using|via|rather|instead|unlike|between|during|after|before|across|at|as\s+(?:a|an|the|part|it|they)|than|were|was|is|are|has|had|have|will|would|could|may|said|says|saying|allowing|since|until|within|into|over|against|among|because|according|employed|generated|in\s+(?:an?|the|order|its|their|his|return|\p{Lu}\w+|\d+)|to\s+(?:train|improve|build|develop|create|make|produce|help|boost|feed|use|be|the|its|their|avoid|evade|gain)|so|but|if|under|on|about|per|without|including|such|like|all|respectively)\b";
    /// What leads an item and is no part of it.
    LEAD = r"(?i)^(?:[“”‘’\x22'\s]|(?:the|its|their|his|her|our|a|an|both|also|even|notably|particularly|especially|mainly|mostly|chiefly|primarily|largely|specifically|namely|such|certain|some|various|all|so-called|following|two|three|four|five|several|other)\s|(?:model|lab|company|system|assistant|chatbot|developer)['’]s\s|\p{Lu}[\w.-]*(?:\s\p{Lu}?[\w.-]+){0,2}['’]s?\s|(?:(?:most|more|highly)\s+)?(?:differentiated|valuable|prized|advanced|sensitive|powerful|sophisticated|core|key|distinctive|lucrative|frontier|highest-value|high-value|flagship|best|strongest|proprietary|unique|commercial|underlying)\s|(?:capabilit(?:y|ies)|abilit(?:y|ies)|skills?|strengths?|functions?|features?|areas?|domains?|fields?|tasks?|topics?|subjects?|questions?|problems?|work|prowess|performance|expertise)(?:\s+(?:such\s+as|like|including|in|of|at|on|for|around|related\s+to|involving|to\s+do\s+with)\s|\s*[,:—–]|\s*$)|(?:ability|capacity)\s+(?:for|of)\s|(?:improving|copying|extracting|replicating|reproducing|boosting|enhancing|eliciting|learning|mimicking|imitating|teaching|harvesting|capturing|probing|testing|understanding\s+(?:its|how))\s|(?:use|navigation)\s+of\s|(?:on|in|at|about|around|of|like|including|as|to)\s)+";
    /// What stands behind an ability and only says that it is one.
    CLOSING = r"(?i)\s*\b(?:capabilit(?:y|ies)|abilit(?:y|ies)|skills?|strengths?|prowess|expertise|features?|workflows?|functions?|functionality|domains?|areas?|performance|know-how|outputs?|answers|responses|traces|competenc(?:e|ies|y))[”\x22’']*$";
    /// What stands behind an ability that is one without it.
    TASKS = r"(?i)\s+(?:tasks?|questions?|problems?|exercises|prompts|queries)$";
    OWNER = r"\s+of\s+(?:(?:its|the|their|our|that|a|an)\s|\p{Lu}).*$";
    /// Adverbs behind an item.
    TRAIL = r"(?i)(?:\s+(?:mostly|mainly|chiefly|primarily|especially|particularly|notably|in\s+particular|among\s+others|above\s+all|alike|too|too|first|alone|again|at\s+scale|tasks?\s+across\s+.*|then|and|or))+$|[\s“”‘’\x22',]+$";
    ADVERB = r"(?i)^(?:mainly|mostly|chiefly|primarily|especially|particularly|notably|largely|above\s+all|first)$";
    /// Words that an ability's name has.
    WORD = r"^[\p{L}][\p{L}\d’'+#/-]*$";
    /// Words that no ability's name has.
    VERBAL = r"(?i)^(?:i|it|they|he|she|we|you|who|not|no|very|much|more|less|never|was|were|be|been|being|did|do|does|can|could|should|would|will|may|might|must|also|just|only|still|already|then|there|here|how|why|what|told|asked|adding|noting|calling|making|giving|seeking|trying|hoping|turning|leading|prompting|costing|hiding|saving|paying|buying|selling|sending|building|training|creating|developing|generating|opening|posing|running|ran|used|made|took|got|went|stole|copied|extracted|found|seen|held|accounted|followed|denied|declined|tens|hundreds|thousands|millions|billions|dozens)$";
    ONE_ADJECTIVE = r"(?i)^(?:agentic|multi-?step|multi-?turn|logical|mathematical|scientific|legal|medical|clinical|visual|spatial|causal|step-by-step|autonomous|multimodal|financial|statistical|strategic|advanced|long-horizon|long-context|quantitative|verbal|linguistic|symbolic|deductive|abstract|technical|complex|creative)$";
    POSSESSED = r"(?:['’]s?\s|(?i:\b(?:its|their)\s))";
    PLURAL_ABILITY = r"(?i)\b(?:capabilit(?:y|ies)|abilit(?:y|ies)|skills|prowess|strengths)\b";
}

/// One item of a list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// Its bytes in the region.
    pub(crate) range: Range<usize>,
    /// The ability.
    pub(crate) name: String,
}

/// What a list is, beside its items.
#[derive(Debug, Default)]
pub(crate) struct List {
    pub(crate) items: Vec<Item>,
    /// Whether its own words say that it lists abilities: one of them is sure, or the list calls itself abilities.
    pub(crate) sure: bool,
    /// Whether one of them has a head that can be an ability.
    pub(crate) likely: bool,
}

/// The list that `region` begins with.
pub(crate) fn list(region: &str) -> List {
    let mut found = List::default();
    let mut at = 0;
    // "capabilities such as", "abilities: ": the list calls itself so, and its words are not the list's end.
    if let Some(lead) = LEAD.find(region) {
        at = lead.end();
        found.sure = PLURAL_ABILITY.is_match(lead.as_str());
    }
    // "step-by-step" goes on.
    let ends = std::iter::successors(END.find_at(region, at), |last| END.find_at(region, last.end()));
    let mut ends = ends.filter(|end| !region[..end.start()].ends_with('-'));
    let end = ends.next().map_or(region.len(), |end| end.start());
    let mut adjective: Option<Range<usize>> = None;
    while at < end {
        let next = BETWEEN.find_at(region, at).filter(|next| next.start() < end);
        let to = next.map_or(end, |next| next.start());
        let piece = region.get(at..to).unwrap_or("");
        let lead = LEAD.find(piece).map_or(0, |lead| lead.end());
        let words = piece.get(lead..).unwrap_or("");
        if ONE_ADJECTIVE.is_match(words.trim()) && next.is_some() {
            adjective = Some(at + lead..to);
        } else {
            match item(words) {
                Some((name, closed)) => {
                    let start = at + lead + (words.len() - words.trim_start().len());
                    if let Some(adjective) = adjective.take() {
                        // "logical and mathematical reasoning" is two.
                        let head = name.split_whitespace().next_back().unwrap_or("").to_owned();
                        let first = format!("{} {head}", region.get(adjective.clone()).unwrap_or("").trim());
                        found.items.push(Item { range: adjective.start..start + name.len(), name: first });
                    }
                    found.sure |= closed || is_sure(&name);
                    found.likely |= head(&name).is_some();
                    found.items.push(Item { range: start..start + name.len(), name });
                }
                None if words.trim().is_empty() && found.items.is_empty() => {}
                None if ADVERB.is_match(words.trim()) => {}
                None => break,
            }
        }
        at = next.map_or(end, |next| next.end());
    }
    found
}

/// The ability that a piece of a list names, and whether the piece says that it is one.
fn item(piece: &str) -> Option<(String, bool)> {
    let mut words = piece.trim();
    // "writing skills of Corvid": whose they are.
    words = words.get(..OWNER.find(words).map_or(words.len(), |owner| owner.start())).unwrap_or(words);
    let mut closed = false;
    loop {
        let before = words;
        words = words.get(..TRAIL.find(words).map_or(words.len(), |found| found.start())).unwrap_or("").trim_end();
        if let Some(found) = CLOSING.find(words) {
            closed |= PLURAL_ABILITY.is_match(found.as_str());
            words = words.get(..found.start()).unwrap_or("").trim_end();
        }
        if words == before {
            break;
        }
    }
    // "reasoning tasks" is reasoning; "long-horizon tasks" has no other head.
    if let Some(found) = TASKS.find(words)
        && head(words.get(..found.start()).unwrap_or("")).is_some()
    {
        words = words.get(..found.start()).unwrap_or("");
    }
    let all: Vec<&str> = words.split_whitespace().collect();
    let named = (1..=6).contains(&all.len())
        && all.iter().all(|word| WORD.is_match(word.trim_matches(['“', '”', '"', '’', '‘'])) && !VERBAL.is_match(word))
        && all.last().is_some_and(|head| !head.ends_with("ed") && !head.ends_with("ly"))
        && all.iter().enumerate().all(|(at, word)| lowercase(word) || (at == 0 && !first_is_name(&all)));
    let noun = all.last()?.trim_matches(['“', '”', '"', '’', '‘']).to_lowercase();
    let known = head(words) == Some(Head::Sure);
    (named && (known || !is_no_ability(&noun)) && noun.len() > 2)
        .then(|| (words.trim_matches(['“', '”', '"', '’', '‘']).to_owned(), closed))
}

/// Whether a word is not a name: in small letters, or an abbreviation of a field.
fn lowercase(word: &str) -> bool {
    let word = word.trim_start_matches(['“', '"', '‘', '\'']);
    word.starts_with(char::is_lowercase) || matches!(word, "AI" | "SQL" | "STEM" | "CUDA" | "Python" | "GPU" | "UI" | "API")
}

/// Whether the capital of a first word is a name's: it is not where the rest is a known ability.
fn first_is_name(words: &[&str]) -> bool {
    head(&words.join(" ")).is_none()
}

/// Whether nobody would take `name` for anything but an ability.
pub(super) fn is_sure(name: &str) -> bool {
    let adjective = || ONE_ADJECTIVE.is_match(name.split_whitespace().next().unwrap_or(""));
    head(name).is_some_and(|head| head == Head::Sure || adjective())
}

/// Whether `region` begins with a thing that belongs to somebody: "Corvid's", "its".
pub(crate) fn is_possessed(region: &str) -> bool {
    POSSESSED
        .find(region)
        .is_some_and(|found| region.get(..found.start()).is_some_and(|before| before.split_whitespace().count() <= 3))
}
