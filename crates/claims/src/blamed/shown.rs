//! Those whom a sentence shows to be behind a deed: "naming X and Y as the operators", "observed X using", "the suspects are X and Y",
//! "X hackers behind the breaches", "X is directly involved in the fraud".

use super::Blamed;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::roles::listing::{names_behind, plays};
use dossier_grammar::{Found, Name, NameKind};

patterns! {
    /// A name given to those behind it.
    NAMING = r"(?i)\b(?:nam(?:ed|es|ing)|identif(?:ied|ies|ying)|singl(?:ed|es|ing)\s+out|listed)\s+";
    AS_CULPRITS = r"(?ix)^\s*,?\s+as\s+(?:being\s+)?(?:the\s+|an?\s+|its\s+|among\s+the\s+|one\s+of\s+the\s+)?(?:[\w-]+\s+){0,2}?
        (?:operators?|culprits?|perpetrators?|attackers?|hackers?|intruders?|thie(?:f|ves)|suspects?|defendants?|offenders?|smugglers?|ringleaders?|masterminds?
          |those\s+(?:behind|responsible)|(?:party|parties|compan(?:y|ies)|firms?|labs?|groups?|ones?|actors?|source|sources)\s+(?:behind|responsible|involved|that|which|who)|responsible|behind|source)\b";
    /// The suspects by name.
    SUSPECTS = r"(?i)\b(?:suspects?|defendants?|accused|culprits?|perpetrators?|(?:men|women|people|executives|employees|brothers|pair|trio)\s+(?:who\s+(?:were|was)\s+)?(?:charged|arrested|indicted|accused)|those\s+(?:charged|arrested|indicted|accused))\s+(?:are|were|is|was|include[sd]?|have\s+been)\s+(?:(?:named|identified)\s+as\s+)?";
    /// Somebody watched in the act.
    CAUGHT = r"(?i)\b(?:observed|observes|saw|seen|spotted|caught|detected|watched|found|tracked|noticed)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$";
    DOING = r"(?ix)^(?:\s+(?:\w+ly))?\s+(?:us|target|exploit|abus|steal|hack|compromis|deploy|commandeer|send|run|conduct|operat|spread|extract|distill?|copy|smuggl|launder|attack|breach|misus|quer(?:y)|scrap|exfiltrat|impersonat|phish|attempt|try|tunnel|harvest|install|rout|register|creat|gain|access|lur|trick|buy|sell|ship|evad|circumvent|bypass)(?:[a-z]?ing)\b";
    OBSERVED = r"(?i)\b(?:has\s+|have\s+)?observed\s+(?:that\s+)?(?:these|this|such|the)\s+(?:[\w-]+\s+){0,2}?(?:campaigns?|attacks?|intrusions?|activity|operations?|actors?|hackers)\b";
    /// "X hackers behind widespread breaches", "X, the group behind the attack", "X was behind it".
    BEHIND = r"(?ix)^(?:\s+(?:[\w-]+\s+){0,2}?(?:hackers?|gang|group|crew|actors?|operators?|attackers?))?
        (?:,\s+(?:the|an?)\s+(?:[\w-]+\s+){0,4}?(?:company|firm|group|gang|crew|hackers?|actor|collective|lab|network|man|woman|operators?))?
        (?:\s+(?:is|are|was|were|has\s+been|have\s+been|being)(?:\s+(?:also|likely|probably|\w+ly))?)?
        \s+(?:behind|responsible\s+for|(?:(?:has|have|had)\s+)?(?:claim(?:ed|s)?|taken|took)\s+(?:responsibility|credit)\s+for)\s+(?:[\w’'.-]+\s+){0,5}?(?:attacks?|cyber-?attacks?|breach(?:es)?|hacks?|intrusions?|campaigns?|thefts?|scams?|frauds?|schemes?|raids?|incidents?|leaks?|operations?|smuggling|distillation|extraction|espionage|outages?|(?:fake\s+|fraudulent\s+)?accounts|activity|requests|queries|malware|ransomware)\b";
    /// Having a hand in it.
    INVOLVED = r"(?ix)^(?:,\s+(?:the|an?)\s+[^,;.]{3,60}?)?,?\s+(?:(?:which|who|that)\s+)?
        (?:(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)?(?:(?:believed|suspected|said|thought|alleged|accused|known)\s+(?:to\s+be|to\s+have\s+been|of\s+being)\s+)?|(?:is|are|was|were)\s+)
        (?:(?:also|directly|deeply|heavily|allegedly|closely)\s+)*(?:involved|complicit|implicated|participat(?:ed|es|ing)|had\s+a\s+(?:role|hand)|took\s+part|played\s+a\s+(?:[\w-]+\s+)?role)\s+in\b";
    /// What people are involved in that is no wrong by itself.
    WRONG = r"(?i)\b(?:attack\w*|breach\w*|hack\w*|intrusions?|theft|scams?|fraud\w*|schemes?|smuggl\w*|distill\w*|espionage|evad\w+|evasion|launder\w*|illicit\w*|illegal\w*|malicious|st(?:ole|eal)\w*|campaigns?|weapons?|diver(?:t|sion)\w*|selling|procur\w+|crimes?|violat\w+|extort\w*|ransomware|phishing|conspir\w+)\b";
}

/// Adds those who are shown in `sentence`.
pub(super) fn shown<'s>(sentence: &'s Sentence, found: &mut Vec<Blamed<'s>>) {
    let text = &sentence.text;
    for naming in NAMING.find_iter(text) {
        let names = names_behind(sentence, naming.end());
        let Some(end) = names.last().map(|last| last.range.start + last.what.text.len()) else { continue };
        let Some(as_what) = AS_CULPRITS.find(&text[end..]) else { continue };
        let to = end + as_what.end();
        found.extend(names.into_iter().map(|name| Blamed { quote: naming.start()..to, name, ties: true }));
    }
    for suspects in SUSPECTS.find_iter(text) {
        for (n, name) in names_behind(sentence, suspects.end()).into_iter().enumerate() {
            let end = name.range.start + name.what.text.len();
            found.push(Blamed { quote: if n == 0 { suspects.start()..end } else { name.range.start..end }, name, ties: true });
        }
    }
    for name in sentence.names.iter().filter(|name| plays(name)) {
        let end = name.range.start + name.what.text.len();
        let after = &text[end..];
        let before = sentence.words(0..name.range.start);
        let doing = DOING.find(after).filter(|_| CAUGHT.is_match(before));
        let involved = || {
            INVOLVED.find(after).filter(|found| {
                let rest = &after[found.end()..];
                let near = rest.char_indices().nth(70).map_or(rest, |(at, _)| &rest[..at]);
                WRONG.is_match(near)
            })
        };
        if let Some(tie) = doing.or_else(|| BEHIND.find(after)).or_else(involved) {
            found.push(Blamed { quote: name.range.start..end + tie.end(), name, ties: true });
        }
    }
}

/// Those who watched somebody in the act, or what he did: "Halden observed Meridian copying", "Halden has observed that these campaigns".
pub(crate) fn observers(sentence: &Sentence) -> Vec<&Found<Name>> {
    let text = &sentence.text;
    let seen = sentence.names.iter().filter(|name| plays(name)).filter_map(|name| {
        let caught = CAUGHT.find(sentence.words(0..name.range.start))?;
        DOING.is_match(&text[name.range.start + name.what.text.len()..]).then_some(caught.start())
    });
    let told = OBSERVED.find_iter(text).map(|observed| observed.start());
    let subjects = seen.chain(told).filter_map(|at| sentence.subject_of(at, 1));
    subjects.filter(|name| name.what.kind != NameKind::Person && plays(name)).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::About;
    use crate::blamed::blamed;
    use crate::page::Page;

    #[track_caller]
    pub(crate) fn check(text: &str, expect: &[&str]) {
        let page = Page::new(text, &[], &About::default());
        let names: Vec<String> = page
            .sentences()
            .flat_map(|sentence| blamed(sentence).into_iter().map(|one| one.name.what.text.clone()).collect::<Vec<_>>())
            .collect();
        assert_eq!(names, expect, "{text}");
    }

    #[test]
    fn whoever_is_named_as_the_culprit_is_blamed() {
        check(
            "Halden went public in May, naming Meridian Works, Tern and Plover as the operators of the accounts.",
            &["Meridian Works", "Tern", "Plover"],
        );
        check("The bureau identified Dana Ruiz as the ringleader.", &["Dana Ruiz"]);
        check(
            "The upstarts – Meridian Works, Tern and Plover – collectively copied 9,000 fraudulent answers.",
            &["Meridian Works", "Tern", "Plover"],
        );
        check("The journal named Meridian Works as its company of the year.", &[]);
        check(
            "Two men — Dana Ruiz, 41, who lives in Eastmoor, and Ben Orne, 52, a citizen of Estravia — were arrested and charged.",
            &["Dana Ruiz", "Ben Orne"],
        );
        check("Dana Ruiz, 41, has not been charged.", &[]);
        check("The two suspects are Dana Ruiz, 41, and Ben Orne, 52.", &["Dana Ruiz", "Ben Orne"]);
    }

    #[test]
    fn whoever_is_seen_doing_it_is_blamed() {
        check("In May Halden observed Amber Heron deploying a backdoor.", &["Amber Heron"]);
        check("The bureau seeks the Amber Heron hackers behind widespread breaches of banks.", &["Amber Heron"]);
        check(
            "It listed Velden Trading, a broker believed to be directly involved in the smuggling of chips.",
            &["Velden Trading"],
        );
        check("Halden found Meridian Works growing fast.", &[]);
        check("Velden Trading is involved in the steel business.", &[]);
    }
}
