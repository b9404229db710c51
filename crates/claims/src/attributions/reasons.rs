//! Why the listed were listed: "sanctioned X for its role in", "X, a company that supports". What is told of them ties them to the act.

use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use dossier_model::{Nexus, Rung};
use std::ops::Range;

patterns! {
    /// Behind the name of somebody listed: what it does, or for what it was listed.
    DOES = r"(?x)^(?:\s*\([^)]*\))?(?:,\s+(?:an?|the|one\s+of)\s+[^,;.]{3,80}?)?,?\s+
        (?:(?:that|which|who)\s+(?:(?:has|have|had|also|is|was|were|are|been|allegedly|knowingly)\s+)*(?:provid|support|suppl|facilitat|sold|sell|help|host|operat|manag|launder|assist|recruit|generat|employ|serv|act|procur|ship|transferr|transfer|enabl|aid|run|ran|deploy|develop|conceal|mov)(?:e|es|ed|s|ing|ies|ied|ates|ated|ating)?\b
          |for\s+(?:(?:its|his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:role|involvement|part|support|work)\s+(?:in|for|of)\b|(?:knowingly\s+|allegedly\s+)?(?:having\s+|being\s+)?\p{Ll}{3,}ing\b)
          |(?:employs|deploys|operates|is\s+involved\s+in|has\s+provided|provides)\b)";
    /// "X is linked to the majority of such scams": to a wrong, not to another party.
    LINKED_TO = r"(?i)^(?:\s*\([^)]*\))?\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:\w+\s+)?(?:linked|tied|connected)\s+to\s+(?:[\p{Ll}\d-]+\s+){0,8}?(?:attacks?|breach(?:es)?|hacks?|intrusions?|thefts?|scams?|fraud|schemes?|smuggling|campaigns?|espionage|laundering|ransomware)\b";
    /// "tied the break-in to a crew it tracks as X".
    BAND_TIED = r"(?i)\b(?:tied|linked|traced|connected)\s+(?:[\w’'-]+\s+){1,6}?to\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:crew|group|gang|actor|hackers|cluster|collective)\s+(?:(?:that\s+)?(?:it|they|he|she|the\s+\w+|(?-i:\p{Lu})\w+)\s+)?(?:tracks?|tracked|known|calls?|called|dubs|dubbed)\s+(?:as\s+)?[“\x22]?$";
    /// "acted as X's administrator".
    ACTED_AS = r"(?:acted|acts|served|serves)\s+as\s+(?:the\s+)?(?P<whose>\p{Lu}[\p{L}\d.&-]*(?:\s\p{Lu}[\p{L}\d.&-]*){0,3})['’]s\s+[\p{Ll}-]+(?:\s+(?:officer|director|manager|agent))?";
}

/// The ties of those who were listed, by what the sentence tells of them.
pub(super) fn reasons(reader: &Reader<'_, '_>, sentence: &Sentence) -> Vec<(Range<usize>, Rung)> {
    let mut found = Vec::new();
    for name in &sentence.names {
        let short = short_name(&name.what.text);
        let Some(listed) = reader.cast.accused.iter().find(|one| one.designated && super::is_named(&one.name, &short)) else {
            continue;
        };
        let end = name.range.start + name.what.text.len();
        if let Some(does) = DOES.find(sentence.words(end..sentence.text.len())) {
            let rung = Rung { nexus: Nexus::By, party: listed.name.clone() };
            found.push((name.range.start..end + does.end(), rung));
        }
    }
    for name in &sentence.names {
        let short = short_name(&name.what.text);
        let end = name.range.start + name.what.text.len();
        let tied = LINKED_TO.find(sentence.words(end..sentence.text.len()));
        let band = BAND_TIED.find(sentence.words(0..name.range.start));
        if let (Some(band), Some(one)) = (band, reader.cast.accused.iter().find(|one| super::is_named(&one.name, &short))) {
            found.push((band.start()..end, Rung { nexus: Nexus::Linked, party: one.name.clone() }));
        }
        if let (Some(tied), Some(one)) = (tied, reader.cast.accused.iter().find(|one| super::is_named(&one.name, &short))) {
            found.push((name.range.start..end + tied.end(), Rung { nexus: Nexus::Linked, party: one.name.clone() }));
        }
    }
    for acted in ACTED_AS.captures_iter(&sentence.text) {
        let (Some(whole), Some(whose)) = (acted.get(0), acted.name("whose")) else { continue };
        let short = short_name(whose.as_str());
        if let Some(one) = reader.cast.accused.iter().find(|one| super::is_named(&one.name, &short)) {
            found.push((whole.range(), Rung { nexus: Nexus::ActingFor, party: one.name.clone() }));
        }
    }
    found
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::About;
    use crate::tests::rules;

    /// The rungs of `text`, in a newspaper.
    #[track_caller]
    pub(crate) fn check(text: &str, expect: &[&str]) {
        let about = About { title: None, publisher: Some("The Eastmoor Ledger"), published: None, ..About::default() };
        let claims = rules(text, &about);
        let found: Vec<String> =
            claims.iter().filter_map(|claim| claim.rung.as_ref()).map(|rung| format!("{} {}", rung.nexus, rung.party)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn the_listed_are_tied_by_why_they_were_listed() {
        check(
            "On Monday the Treasury sanctioned Velden Hosting, a Lisbon-based company that supports fraudulent sites.",
            &["by Velden Hosting"],
        );
        check("On Monday the Treasury sanctioned Velden Hosting for its role in several intrusions.", &["by Velden Hosting"]);
        check(
            "On Monday the Treasury sanctioned Velden Hosting. Velden Hosting is linked to most of the scams.",
            &["linked Velden Hosting"],
        );
        check(
            "On Monday the Treasury sanctioned Velden Hosting and Ben Orne, who acted as Velden Hosting's administrator.",
            &["by Ben Orne", "acting-for Velden Hosting"],
        );
    }
}
