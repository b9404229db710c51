//! Those who pay to end a case: "agreed to pay $3 million to settle charges", "a settlement with X and Y", "18 alleged violations by X".

use super::Blamed;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::roles::listing::{names_behind, plays};

patterns! {
    /// What has the other party of a settlement behind it, or whoever is fined or said to have broken a rule.
    WITH = r"(?ix)\b(?:(?:settle(?:d|s|ments?)?|consent\s+(?:decree|order|agreement|judgment)s?|(?:deferred|non)[\s-]prosecution\s+agreements?)\s+with
        | fin(?:ed|ing)
        | (?:impos|assess|lev[iy])(?:es|ed|ing)?\s+(?:an?\s+|the\s+)?(?:[\w.,$€£-]+\s+){0,5}?(?:penalt(?:y|ies)|fines?)\s+(?:on|against)
        | (?:alleged|apparent|suspected|claimed)\s+(?:[\w-]+\s+){0,3}?(?:violations?|breach(?:es)?|infringements?|misconduct|wrongdoing)\s+by)\s+(?:the\s+)?";
    /// What the one who pays does, behind the name.
    PAYS = r"(?ix)^(?:\s+\([^)]*\))?,?\s+(?:(?:has|have|had|also|will|must|is|are|was|were|been|\w+ly)\s+)*
        (?:(?:agree[sd]?|consent(?:s|ed)?|ordered|forced|required|sentenced|made)\s+to\s+(?:pay|forfeit|settle)|pay(?:s|ing)?|paid|settle[sd]?|fined|penali[sz]ed)\b";
    /// "ordered X to pay".
    ORDERED = r"(?i)\b(?:ordered|orders|required|requires|directed|forced|compelled)\s+$";
    TO_PAY = r"(?i)^\s+to\s+(?:pay|forfeit|refund|repay|surrender|destroy|delete|disgorge)\b";
    /// An inquiry, before those whom it is about.
    INQUIRY = r"(?ix)\b(?:(?:open|launch|start|announc|widen|expand)(?:s|es|ed|ing)?\s+(?:an?|its|the|their)\s+(?:[\w-]+\s+){0,3}?(?:inquiry|investigation|probe)\s+(?:into|of|against)
        |(?:is|are|was|were|been|began|started)\s+(?:also\s+|now\s+|\w+ly\s+)?(?:investigating|probing|looking\s+into|examining)(?:\s+whether|\s+if|\s+how)?(?:\s+\([^)]*\))?)\s+(?:the\s+)?";
    /// An event that is looked into, called after the one it befell.
    AN_EVENT = r"(?i)^(?:['’]s?)?\s+(?:data\s+|cyber\s*|ransomware\s+)?(?:breach|hack|attack|incident|leak|outage|theft|crash|claims?|allegations?|complaint|accusations?)\b";
    FINED = r"(?i)\b(?:was|were|been|is|are)\s+(?:\w+\s+)?(?:fined|penali[sz]ed)$";
    /// What is ended by paying for it.
    CASE = r"(?i)\b(?:allegations?|charges|claims|violat(?:ions?|ed|ing)|penalt(?:y|ies)|fines?|probe|investigations?|lawsuits?|accusations?|breach(?:es)?\s+of)\b";
    /// A settlement of an account, a dispute over nothing wrong.
    A_CASE = r"(?i)\b(?:violat\w+|allegations?|charges|penalt(?:y|ies)|fines?|fined|unauthori[sz]ed|export\w*|sanctions|misconduct|fraud\w*|brib\w+|breach\w*|lawsuits?|evasion|illegal\w*|unlawful\w*|million|billion)\b";
}

/// Adds those who settle in `sentence`.
pub(super) fn settled<'s>(sentence: &'s Sentence, found: &mut Vec<Blamed<'s>>) {
    let text = &sentence.text;
    for lead in WITH.find_iter(text).filter(|_| A_CASE.is_match(text)) {
        for name in names_behind(sentence, lead.end()) {
            let end = name.range.start + name.what.text.len();
            if !sentence.words(end..text.len()).starts_with(['\'', '’']) {
                found.push(Blamed { quote: lead.start()..end, name, ties: true });
            }
        }
    }
    for lead in INQUIRY.find_iter(text) {
        for name in sentence.names.iter().filter(|name| plays(name) && name.range.start == lead.end()) {
            let end = name.range.start + name.what.text.len();
            if !AN_EVENT.is_match(&text[end..]) {
                found.push(Blamed { quote: lead.start()..end, name, ties: false });
            }
        }
    }
    for name in sentence.names.iter().filter(|name| plays(name)) {
        let end = name.range.start + name.what.text.len();
        let after = &text[end..];
        if let (Some(ordered), Some(pay)) = (ORDERED.find(sentence.words(0..name.range.start)), TO_PAY.find(after))
            && A_CASE.is_match(text)
        {
            found.push(Blamed { quote: ordered.start()..end + pay.end(), name, ties: true });
            continue;
        }
        let Some(pays) = PAYS.find(after) else { continue };
        let rest = &after[pays.end()..];
        let clause = rest.find(['.', ';']).filter(|stop| rest[*stop..].starts_with(". ") || rest[*stop..].starts_with(';'));
        let near = &rest[..clause.unwrap_or(rest.len())];
        let case = CASE.find(near).filter(|case| case.start() < 110);
        // "was fined" says enough.
        let fined = FINED.is_match(pays.as_str()).then_some(0);
        if let Some(to) = case.map(|case| case.end()).or(fined) {
            found.push(Blamed { quote: name.range.start..end + pays.end() + to, name, ties: true });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::blamed::shown::tests::check;

    #[test]
    fn whoever_settles_a_case_is_blamed() {
        check("Meridian Works agreed to pay $3 million to settle allegations of chip smuggling.", &["Meridian Works"]);
        check(
            "The bureau reached a $1 million settlement with Meridian Works and Velden Trading over exports.",
            &["Meridian Works", "Velden Trading"],
        );
        check("It settled 18 alleged export violations by Velden Trading in May.", &["Velden Trading"]);
        check("In May the regulator fined Velden Trading 2 million euros for the breach.", &["Velden Trading"]);
        check("Velden Trading was fined $2 million over unlicensed shipments.", &["Velden Trading"]);
        check("Meridian Works agreed to pay $3 million for a stake in Oster.", &[]);
        check("Velden Trading pays its engineers well.", &[]);
        check("Meridian Works settled in Eastmoor.", &[]);
        check("In May the agency ordered Velden Trading to pay $10 million for misleading its users.", &["Velden Trading"]);
    }

    #[test]
    fn whoever_is_investigated_is_blamed_and_the_victim_is_not() {
        check("On Monday the bureau opened an inquiry into Velden Trading over its exports.", &["Velden Trading"]);
        check("Halden is investigating whether Meridian Works copied its answers.", &["Meridian Works"]);
        check("Police launched an investigation into the Oster Mobile breach.", &[]);
        check("Halden is investigating claims of a breach.", &[]);
    }
}
