//! Persons and companies that a government has sanctioned, listed or blocked.

use super::Part;
use super::listing::{full, name_behind, names_before, names_behind, reach_back};
use crate::page::Sentence;
use crate::pattern::patterns;

/// The longest quote that holds verb and name.
const REACH: usize = 90;

patterns! {
    ACTIVE = r"(?x)\b(?:(?:hit|slapped)\s+with\s+(?:\p{Ll}+\s+){0,2}(?:sanctions|penalties)\s+(?:was|were|are|is)\b|(?:[Dd]esignated|[Ss]anctioned|[Bb]lacklisted)\s+(?:today\s+|on\s+\p{L}+\s+|also\s+)?(?:is|are|was|were|include[ds]?)\b|(?:(?:[Ff]irst|[Ll]atest|[Oo]ther|[Nn]ewly|[Oo]nly|[Nn]ext|[Mm]ost\s+recent)\s+)+(?:designated|sanctioned|blacklisted|listed)\s+(?:[\p{Ll}-]+\s+){1,3}?(?:is|are|was|were)\b|(?:designat|sanction|blacklist)(?:ed|es|ing|s)|imposed\s+(?:\p{Ll}+\s+){0,2}sanctions\s+(?:on|against)|(?:sanctions|penalties)\s+(?:on|against)|(?:impos(?:ed|es|ing)|announc(?:ed|es|ing)|issued|levied)\s+(?:\p{Ll}+\s+){0,2}sanctions\s+(?:on|against|targeting)|(?:designation|listing|blacklisting|sanctioning)\s+of|(?:sanctions|blocking\s+sanctions)\s+(?:also\s+)?(?:targeting|target(?:ed|s)?))";
    /// "placed X on the List of ...", "put X under sanctions".
    PLACED = r"(?i)\b(?:plac(?:ed|es|ing)|put|puts|putting|add(?:ed|s|ing)|includ(?:ed|es|ing)|list(?:ed|s|ing))\b";
    LIST = r"(?x)^(?:[^;:]{0,140}?)\s(?:to|on|onto|under|in)\s+(?:(?:the|its|a|an|their|U\.?S\.?|US|EU|\p{Lu}[\p{L}.]*(?:['’]s)?|\p{Ll}+)\s+){0,5}?(?:Entity\s+List|entity\s+list|SDN\s+List|Specially\s+Designated|List\s+of\s+Specially|sanctions\b|blacklist|(?:export|trade)\s+(?:blacklist|restrictions|controls)|export\s+controls|Unverified\s+List|Military\s+End[\s-]User|sanctions\s+list|1260H|restricted\s+list|denied\s+persons|Denied\s+Persons)";
    /// "published the list, with X and Y on it", "an updated blacklist naming X".
    LIST_WITH = r"(?i)\b(?:publish|releas|issu|updat|unveil|post|expand)\w*\b[^.;]{0,60}?\b(?:black\s?list|list|roster)\b(?:\s+of\s+[^,;.]{3,60}?)?(?:,\s+(?:with|naming|including|among\s+them)|\s+(?:naming|that\s+(?:names|includes)))\s+";
    /// "X was put on the list".
    pub(crate) LISTED = r"(?x)\b(?:(?:(?:was|were|is|are)\s+being|was|were|is|are|been|being|be)\s+(?:(?:also|both|itself|previously|already|first|each|\p{Ll}+ly)\s+)*(?:designated|sanctioned|blacklisted|under\s+(?:U\.?S\.?\s+|EU\s+|\p{L}+\s+)?sanctions|(?:added|placed|put|included)\s+(?:to|on|onto|under|in)\s+(?:(?:the|its|a|U\.?S\.?|US|EU|\p{Lu}[\p{L}.]*(?:['’]s)?|\p{Ll}+)\s+){0,5}?(?:Entity\s+List|SDN|List\s+of\s+Specially|sanctions|blacklist|export\s+(?:blacklist|controls|restrictions)|trade\s+(?:blacklist|restrictions)|Unverified\s+List|Military\s+End|restricted\s+list))
        |(?:has|have|had)\s+been\s+(?:\p{Ll}+\s+)?on\s+(?:the|a)\s+(?:[\p{L}.]+\s+){0,3}(?:Entity\s+List|blacklist|sanctions\s+list|SDN\s+List))";
    /// "X, a firm that the United States put under sanctions", "X, which is on the Entity List".
    RELATIVE = r"(?x)^(?:,)?\s*(?:\([^)]*\))?(?:,?\s+(?:an?|the)\s+[^,;]{3,70}?|,)?\s+(?:that|which|whom|who)\s+(?:[\p{L}.]+\s+){0,6}?
        (?:sanctioned|designated|blacklisted|(?:placed|put|added|included)\s+(?:to|on|onto|under|in)\s+(?:[\p{L}.'’]+\s+){0,4}?(?:Entity\s+List|blacklist|sanctions|export\s+controls|List\s+of|SDN|restricted\s+list)
        |(?:is|are|was|were|has\s+been|have\s+been)\s+(?:\p{Ll}+\s+)?(?:on|under)\s+(?:[\p{L}.'’]+\s+){0,4}?(?:Entity\s+List|blacklist|sanctions|SDN))";
    /// "the previously designated X", "U.S.-sanctioned X".
    ATTRIBUTE = r"(?:\b(?:previously|already)\s+(?:designated|sanctioned|blacklisted)|\b(?:U\.?S\.?|EU|UN|OFAC)-(?:sanctioned|designated|blacklisted)|\b(?:the|of|by|from|to|with|for|and)\s+(?:sanctioned|blacklisted|designated))\s+$|(?:\b(?:previously|already)\s+(?:designated|sanctioned|blacklisted)|\b(?:U\.?S\.?|EU|UN|OFAC)-(?:sanctioned|designated|blacklisted)|\b(?:the|of|by|from|to|with|for|and)\s+(?:sanctioned|blacklisted))\s+(?:\p{Lu}\p{L}+(?:ese|ian|ish|an)\s+)?(?:AI\s+)?(?:company|firm|bank|chipmaker|maker|entity|group|startup|start-up|businessman|developer|giant|conglomerate|supplier|distributor)\s+$";
    /// Words that make the designation a plan, a wish or a denial.
    UNDONE = r"(?i)\b(?:could|may|might|would|should|will|shall|can|plan(?:s|ned|ning)?|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|threaten(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?\s+(?:for|on)|ask(?:s|ed|ing)?|whether|if|propos(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|want(?:s|ed)?|seek(?:s|ing)?|sought|not|never|no|to|possible|potential|press(?:es|ed|ing)?|demand(?:s|ed|ing)?|push(?:es|ed|ing)?|discuss(?:es|ed|ing)?|prepar(?:es|ed|ing)|expects?|favou?rs?|back(?:s|ed)?|violat(?:e|es|ed|ing)|evad(?:e|es|ed|ing)|circumvent\w*|avoid\w*|lift(?:s|ed|ing)?|eas(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|propose|bypass\w*)\b";
    MODAL = r"(?i)\b(?:could|may|might|would|should|will|plans?|consider\w*|not|never|urged|removed|lifted)\b";
    LIFTED = r"(?i)\b(?:removed|delisted|lifted)\b";
    CUT = r"(?i)[;:]|,\s+(?:and|but|while|after)\s+(?:\p{Ll}+\s+){1,3}|\bafter\b|\bwho\b|\bthat\b|\bwhich\b";
}

/// The designated that `sentence` names.
pub(crate) fn parts(sentence: &Sentence, parts: &mut Vec<Part>) {
    let text = &sentence.text;
    let mut add = |range: std::ops::Range<usize>, verb: std::ops::Range<usize>, name: &str| {
        let (from, to) = (range.start.min(verb.start), range.end.max(verb.end));
        let quote = if to - from <= REACH { from..to } else { range };
        // Who imposes the sanctions is not under them.
        if !super::is_agency(name) && !parts.iter().any(|part| part.role == "designated" && part.name == name) {
            parts.push(Part::new(quote, name, "designated"));
        }
    };
    for verb in ACTIVE.find_iter(text) {
        let own =
            verb.as_str().starts_with(|c: char| c.is_lowercase()) || verb.as_str().starts_with("Design") || sentence.headline;
        if !own || undone(text, verb.start()) || is_participle(text, verb.range()) {
            continue;
        }
        for (n, name) in names_behind(sentence, verb.end()).into_iter().enumerate() {
            if name.range.start - verb.end() < 400 {
                // The first with its verb, the others of the list by themselves.
                add(name.range.clone(), if n == 0 { verb.range() } else { name.range.clone() }, full(sentence, name));
            }
        }
    }
    for verb in PLACED.find_iter(text) {
        let Some(list) = LIST.find(&text[verb.end()..]) else { continue };
        if undone(text, verb.start()) {
            continue;
        }
        let end = verb.end() + list.end();
        for name in names_behind(sentence, verb.end()).into_iter().filter(|name| name.range.end < end) {
            // "the Entity List" is itself no designated name.
            if !name.what.text.contains("List") {
                add(name.range.clone(), verb.start()..name.range.end, full(sentence, name));
            }
        }
    }
    let of_body = || !super::bodies::agencies(text).is_empty();
    for lead in LIST_WITH.find_iter(text).filter(|lead| of_body() && !undone(text, lead.start())) {
        for name in names_behind(sentence, lead.end()) {
            add(name.range.clone(), name.range.clone(), full(sentence, name));
        }
    }
    for verb in LISTED.find_iter(text).filter(|verb| !undone(text, verb.start()) && !verb.as_str().starts_with("be ")) {
        for name in names_before(sentence, verb.start()) {
            add(name.range.clone(), verb.range(), full(sentence, name));
        }
    }
    for name in sentence.names.iter().filter(|name| super::listing::plays(name)) {
        let after = &text[name.range.end..];
        let related = RELATIVE.find(after).filter(|found| !MODAL.is_match(found.as_str()));
        if let Some(found) = related {
            add(name.range.clone(), name.range.start..name.range.end + found.end(), full(sentence, name));
        }
    }
    for at in sentence.names.iter().map(|name| name.range.start) {
        let from = reach_back(text, at);
        if let (Some(lead), Some(name)) = (ATTRIBUTE.find(&text[from..at]), name_behind(sentence, at))
            && name.range.start == at
        {
            add(from + lead.start()..name.range.end, from + lead.start()..from + lead.end(), full(sentence, name));
        }
    }
}

/// Whether the clause before `at` says that it has not been done.
fn undone(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let from = CUT.find_iter(before).last().map_or(0, |cut| cut.end());
    let near = &before[from.max(floor(before, before.len().saturating_sub(70)))..];
    UNDONE.is_match(near) || LIFTED.is_match(near)
}

/// The character boundary at or before `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// "the sanctioned X" is told by its attribute; "were designated by" has nothing designated behind it.
fn is_participle(text: &str, verb: std::ops::Range<usize>) -> bool {
    let before = text[..verb.start].trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
    let after = text[verb.end..].trim_start();
    let passive = matches!(before.as_str(), "was" | "were" | "been" | "being" | "is" | "are" | "be" | "a" | "an" | "specially");
    // "is sanctioning X" is going on, "was sanctioned" has nobody behind it.
    let passive = passive && !text[verb.clone()].ends_with("ing");
    let by = ["by ", "for ", "as ", "under ", "to ", "in ", "on "].iter().any(|word| after.starts_with(word))
        && !text[verb].ends_with("on");
    by || passive
}

#[cfg(test)]
mod tests {
    use crate::roles::tests::check_names;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        check_names(text, super::parts, expect);
    }

    #[test]
    fn whoever_was_listed_or_sanctioned_is_designated() {
        check("On Monday the agency designated Belmont Info-Tech and two of its officers.", &["Belmont Info-Tech"]);
        check(
            "It placed Dovre Cloud AS and its founder, Sig Aamodt, on the List of Specially Designated Nationals.",
            &["Dovre Cloud AS", "Sig Aamodt"],
        );
        check(
            "The gear went to Yun Cloud, a Lorvanian company that Washington added to the Entity List in 2023.",
            &["Yun Cloud"],
        );
        check(
            "The line ended at Neva Compute, an operator that the United States put under sanctions in 2023.",
            &["Neva Compute"],
        );
        check("Neva Compute was added to the Entity List last year.", &["Neva Compute"]);
        check(
            "The office sanctioned Meridian Works (MW) and its president, Ada Vale, for fraud, and two brokers, Jan Holm and Ben Orne, for helping.",
            &["Meridian Works", "Ada Vale", "Jan Holm", "Ben Orne"],
        );
        check(
            "Five other brokers (Ada Vale, Jan Holm and Ben Orne) were also designated.",
            &["Ada Vale", "Jan Holm", "Ben Orne"],
        );
        check("They moved money for the previously designated First Harbor Bank.", &["First Harbor Bank"]);
    }

    #[test]
    fn lists_of_the_designated_are_read_to_their_end() {
        check("Also designated today are Reza Kar and Leila Hos, who managed accounts.", &["Reza Kar", "Leila Hos"]);
        check(
            "OFAC designated Harbor Land, which has served many gangs, including Lock and Play, as well as three sister companies (Harbor Land Technology, Centre Kirish, and ML Cloud).",
            &["Harbor Land", "Harbor Land Technology", "Centre Kirish", "ML Cloud"],
        );
        check(
            "Today's sanctions also target three Harbor Land executives: Alex Volos (who sold it), Kir Zato (who collects payments), and Yul Pank (who assisted with finances).",
            &["Alex Volos", "Kir Zato", "Yul Pank"],
        );
        check("It announced sanctions targeting bulletproof hosting (BPH) providers.", &[]);
        check("Karim Trading FZE is being designated for fraud.", &["Karim Trading FZE"]);
        check("The office is sanctioning Meridian Works pursuant to the act.", &["Meridian Works"]);
    }

    #[test]
    fn plans_wishes_and_evasions_designate_nobody() {
        check("The agency plans to add Belmont Info-Tech to the Entity List.", &[]);
        check("It urged the office to sanction Meridian Works.", &[]);
        check("They evaded sanctions on Lorvania and Russia.", &[]);
        check("Sanctioning Meridian Works could follow.", &[]);
    }
}
