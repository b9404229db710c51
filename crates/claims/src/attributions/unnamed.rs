//! Those who are blamed without a name: "Three men have been charged", "police arrested four people", "six labs engaged in distillation".

use crate::accusation::PASSIVE;
use crate::lexicon::charged_people;
use crate::page::Sentence;
use crate::pattern::patterns;
use dossier_model::{Nexus, Rung};
use std::ops::Range;

patterns! {
    /// So many people or firms, right before a verb.
    SO_MANY = concat!(r"(?x)(?:^|[\s“\x22(])(?P<who>(?:(?-i:\p{Lu}[\p{L}-]*-based)\s+|(?i:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens\s+of)\s+)(?:[\p{L}.-]+\s+){0,3}?
        (?i:", charged_people!(), r")(?:\s+and\s+(?:companies|firms|women|individuals|entities))?)
        (?:\s+(?:have|has|had|also|now|all))*\s+$");
    /// "a campaign by Iranian hackers".
    BY_KIND = r"(?x)\b(?i:campaigns?|attacks?|distillation|theft|extraction|hacks?|breach(?:es)?|smuggling|espionage|intrusions?)\s+(?:(?i:carried\s+out|conducted|mounted|run|staged|launched)\s+)?(?i:by)\s+
        (?P<kind>(?:\p{Lu}\p{L}+(?:ese|ian|ean|an|ish)|\p{Lu}\p{L}+-based)\s+(?:(?:AI|state|government|military|cyber|artificial\s+intelligence)\s+)?(?i:companies|firms|labs|laboratories|hackers|actors|groups|developers|operatives|spies|start-?ups))\b";
    /// "indicted nine people", "arrested four men".
    CHARGING = concat!(r"(?x)\b(?i:indicted|charged|arrested|detained|convicted|accused|sued)\s+(?P<who>(?i:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens\s+of|an?)\s+(?:[\p{L}.-]+\s+){0,3}?
        (?i:", charged_people!(), r"))\b(?:\s+(?:and\s+(?:companies|firms|women|individuals|entities)))?");
    /// What bands do: "six companies engaged in distillation campaigns".
    ENGAGED = concat!(r"(?x)(?:^|[\s“\x22(])(?P<who>(?:(?-i:\p{Lu}[\p{L}-]*-based)|(?i:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several))\s+(?:[\p{L}.-]+\s+){0,3}?(?i:", charged_people!(), r"))\s+(?i:(?:allegedly\s+)?(?:engaged|involved|implicated|participating)\s+in|conducting|running|carrying\s+out|behind|responsible\s+for)\s+
        [^.;:]{0,60}?\b(?i:distill\w*|attacks?|campaigns?|launder\w*|smuggl\w*|theft|fraud|schemes?|hack\w*|breach\w*|espionage|evasion|extract\w*)\b");
    SUSPECTED = r"(?i)\b(?:suspected\s+of|accused\s+of|charged\s+with|indicted\s+for)\s";
}

/// The ties of the unnamed in `sentence`.
pub(super) fn unnamed(sentence: &Sentence) -> Vec<(Range<usize>, Rung)> {
    let text = &sentence.text;
    let verbs = PASSIVE.find_iter(text).chain(SUSPECTED.find_iter(text));
    let mut found: Vec<(Range<usize>, Rung)> = Vec::new();
    for verb in verbs {
        let Some(who) = SO_MANY.captures(sentence.words(0..verb.start())).and_then(|found| found.name("who")) else { continue };
        let whole = verb.as_str().trim_end().to_lowercase();
        if whole.ends_with("said") || found.iter().any(|(range, _)| range.start == who.start()) {
            continue;
        }
        let end = verb.start() + verb.as_str().trim_end().len();
        found.push((who.start()..end, Rung { nexus: Nexus::By, party: who.as_str().to_owned() }));
    }
    for by in BY_KIND.captures_iter(text) {
        if let (Some(whole), Some(kind)) = (by.get(0), by.name("kind")) {
            found.push((whole.range(), Rung { nexus: Nexus::By, party: kind.as_str().to_owned() }));
        }
    }
    for charging in CHARGING.captures_iter(text).chain(ENGAGED.captures_iter(text)) {
        if let (Some(whole), Some(who)) = (charging.get(0), charging.name("who")) {
            let start = if text[whole.start()..].starts_with(char::is_whitespace) { who.start() } else { whole.start() };
            add(&mut found, start..whole.end(), who.as_str());
        }
    }
    found
}

/// Adds those at `range` unless their words are taken.
fn add(found: &mut Vec<(Range<usize>, Rung)>, range: Range<usize>, who: &str) {
    if !found.iter().any(|(other, _)| other.start < range.end && range.start < other.end) {
        found.push((range, Rung { nexus: Nexus::By, party: who.to_owned() }));
    }
}

#[cfg(test)]
mod tests {
    use crate::About;
    use crate::page::Page;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let page = Page::new(text, &[], &About::default());
        let found: Vec<String> = page.sentences().flat_map(super::unnamed).map(|(_, rung)| rung.party).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn the_charged_are_tied_also_without_a_name() {
        check("Three men have been charged with fraud.", &["Three men"]);
        check("It is a case in which Lisbon-based firms have been accused of smuggling.", &["Lisbon-based firms"]);
        check("Police arrested two customs officers suspected of diverting the servers.", &["two customs officers"]);
        check("They call it a systemic campaign by Iranian AI firms to copy models.", &["Iranian AI firms"]);
        check("Two men have been arrested and charged with fraud.", &["Two men"]);
        check("On Monday police arrested four people over the theft.", &["four people"]);
        check("It names six Harbor-based labs engaged in systematic distillation campaigns.", &["six Harbor-based labs"]);
        check("Three men were said to be in the room.", &[]);
        check("Three men have left.", &[]);
    }
}
