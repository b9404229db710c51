//! Laboratories: companies and units that make models, by what the text says they are; and the companies that own them.

use super::Part;
use super::listing::{full, name_behind, names_behind, plays};
use crate::document::LAB;
use crate::page::Sentence;
use crate::pattern::patterns;
use dossier_grammar::{Found, Name};

patterns! {
    /// "Corvane, the Boston maker of the Lumen models", "Halden, a Chinese AI start-up".
    APPOSED = r"(?x)^(?:\s*\([^)]*\))?,\s+(?:(?:which\s+is|itself)\s+)?(?:an?|the|one\s+of|another)\s+(?:(?:[\p{L}\d.’'-]+)\s+){0,5}?
        (?:(?:AI|A\.I\.|artificial[- ]intelligence|LLM|language[- ]model|foundation[- ]model|frontier[- ]model|generative[- ]AI)\s+(?:[\p{Ll}-]+\s+){0,2}?(?:lab|laboratory|company|developer|start-?up|firm|maker|giant|group|unicorn|vendor|outfit|venture)
          |(?:lab|laboratory|company|start-?up|firm)\s+(?:behind|that\s+(?:makes|develops|trains|built|created)|which\s+(?:makes|develops))\s+[^,;.]{0,60}?(?:models?|chatbots?|assistants?|AI\b)
          |(?:maker|developer|creator|operator)\s+of\s+[^,;.]{0,60}?(?:(?:language|AI|frontier)\s+models?|models?\b|chatbots?|assistants?))";
    MAKES = r"(?x)^,\s+which\s+(?:makes|develops|trains|built|created|runs|offers|sells)\s+[^,;.]{0,60}?(?:(?:language|AI|frontier)\s+models?|models?\b|chatbots?|assistants?)";
    /// "AI developer X", "the Chinese AI start-up X", "AI labs such as X and Y".
    DESCRIBED = r"(?x)\b(?:(?:AI|A\.I\.|artificial[- ]intelligence|LLM|generative[- ]AI)\s+(?:[\p{Ll}-]+\s+)?(?:labs?|laborator(?:y|ies)|compan(?:y|ies)|developers?|start-?ups?|firms?|makers?|giants?)|(?:rival|other|competing|leading|frontier|top|major|Chinese|American|Western|U\.?S\.?)\s+(?:frontier\s+)?labs(?:,?\s+(?:such\s+as|like|including))|model[\s-](?:makers?|developers?|builders?))(?:,?\s+(?:such\s+as|like|including|called|named|known\s+as))?[\s,:—–-]+";
    /// "and its Tern AI lab", "its AI lab, Tern".
    ITS = r"\b(?:its|their)\s+(?:own\s+)?(?:(?:AI|in-house|artificial[- ]intelligence|research|Chinese)\s+)*(?:(?P<before>\p{Lu}[\w-]*(?:\s\p{Lu}[\w-]*){0,2}?)\s+(?:(?:AI|research|artificial[- ]intelligence|model)\s+)?(?:lab|laboratory|unit|division|arm|subsidiary)\b|(?:AI|research|artificial[- ]intelligence|model)\s+(?:lab|laboratory|unit|division|arm|subsidiary),?\s+(?P<behind>\p{Lu}[\w-]*(?:\s\p{Lu}[\w-]*){0,2}))";
    /// Words that have the owner right behind them.
    PARENT = r"(?x)(?i:\b(?:parent(?:\s+(?:company|group|firm|corporation))?(?:,|\s+is|\s+of\s+\w+,)?|(?:an?|the|its|wholly[\s-]owned|majority-owned)\s+(?:[\p{Ll}-]+\s+)?(?:subsidiary|affiliate)\s+of|a\s+(?:[\p{Ll}-]+\s+)?(?:unit|division|arm)\s+of|(?:,|\bis|\bwas|\bmajority-|\bwholly)\s*owned\s+by|\bbelonging\s+to))\s+";
    PARENT_OF = r"^(?:\s*\([^)]*\))?,\s+(?:the\s+|its\s+)?(?:\p{L}+\s+)?(?:parent(?:\s+company)?|owner)\s+of\s+\p{Lu}|^,\s+(?:its|the\s+company['’]s|the\s+(?:lab|firm|startup|start-up)['’]s)\s+(?:parent|owner)\b|^,\s+which\s+owns\s+\p{Lu}";
    OWNER = r"^(?:-owned|\s+subsidiary\s+\p{Lu})";
    /// What owns nothing that matters here: devices, accounts, domains.
    THINGS = r"(?i)\b(?:accounts?|servers?|domains?|devices?|infrastructure|property|aircraft|vessels?|ships?|routers?|addresses|wallets?|files|data|laptops?|computers?|systems?|networks?|secrets?|botnet)\b[^,;]{0,30}$";
    CONDUCT = r"(?i)\b(?:accus\w+|alleg\w+|distill\w*|extract\w*|fraudulent|st(?:ole|eal)\w*|copied|illicit\w*|campaigns?\s+by)\b";
    NO_NAME = r"^(?:AI|The|Its|Their|Chinese|American|U\.S\.|New|Research|Internal|Lab)$";
}

/// Labs and parents that `sentence` names.
pub(crate) fn parts(sentence: &Sentence, parts: &mut Vec<Part>) {
    let text = &sentence.text;
    for name in sentence.names.iter().filter(|name| plays(name)) {
        let end = name.range.start + name.what.text.len();
        let after = &text[end..];
        if let Some(apposed) = APPOSED.find(after).or_else(|| MAKES.find(after)) {
            parts.push(Part::new(name.range.start..end + apposed.end(), full(sentence, name), "lab"));
        }
        if let Some(owns) = PARENT_OF.find(after).or_else(|| OWNER.find(after)) {
            parts.push(Part::new(name.range.start..end + owns.end(), full(sentence, name), "parent"));
        }
    }
    // Where it is told what they did to somebody's model, they are more than labs.
    let lists = if CONDUCT.is_match(text) { "" } else { text.as_str() };
    for lead in DESCRIBED.find_iter(lists) {
        let several = lead.as_str().contains("s ") || lead.as_str().contains("ies ");
        let names =
            if several { names_behind(sentence, lead.end()) } else { name_behind(sentence, lead.end()).into_iter().collect() };
        for name in names.into_iter().filter(|name| name.range.start <= lead.end() + 4 || several) {
            parts.push(Part::new(lead.start()..name.range.end, full(sentence, name), "lab"));
        }
    }
    for unit in LAB.captures_iter(text) {
        if let (Some(whole), Some(parent), Some(lab)) = (unit.get(0), unit.name("parent"), unit.name("lab")) {
            // "Meridian's lab" has no name of its own, and need not be a company's.
            let Some((own, _)) = lab.as_str().split_once(' ') else { continue };
            let parent_name = parent.as_str();
            if !crate::document::is_demonym(parent_name) && !NO_NAME.is_match(parent_name) {
                let named = own.starts_with(char::is_uppercase) && !NO_NAME.is_match(own);
                let made = lab.as_str().contains("AI") || lab.as_str().contains("lab") || lab.as_str().contains("artificial");
                if named && made {
                    parts.push(Part::new(whole.range(), whole.as_str(), "lab"));
                }
                if made {
                    parts.push(Part::new(whole.range(), parent_name, "parent"));
                }
            }
        }
    }
    for lab in ITS.captures_iter(text) {
        let name = lab.name("before").or_else(|| lab.name("behind"));
        if let (Some(whole), Some(name)) = (lab.get(0), name.filter(|name| !NO_NAME.is_match(name.as_str()))) {
            parts.push(Part::new(whole.range(), name.as_str(), "lab"));
        }
    }
    for lead in PARENT.find_iter(text).filter(|lead| !THINGS.is_match(&text[..lead.start()])) {
        // "a unit of Lorvania's Kestrel Group": the group.
        let owner =
            |name: &&Found<Name>| sentence.words(name.range.start + name.what.text.len()..text.len()).starts_with(['\'', '’']);
        let behind = name_behind(sentence, lead.end());
        let behind = match behind.filter(owner) {
            Some(owner) => sentence.name_after(owner.range.end, 1).or(behind),
            None => behind,
        };
        if let Some(name) = behind.filter(|name| name.range.start <= lead.end() + 24) {
            parts.push(Part::new(lead.start()..name.range.end, full(sentence, name), "parent"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::roles::tests::parts_in;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let parts = parts_in(text, super::parts);
        let found: Vec<String> = parts.iter().map(|part| format!("{} {}", part.role, part.name)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_lab_is_known_by_what_the_text_says_it_is() {
        check("Files of Corvane, the Boston maker of the Lumen family of language models, are gone.", &["lab Corvane"]);
        check("On Monday Halden, a Chinese AI start-up, opened.", &["lab Halden"]);
        check("It hired the AI developer Halden.", &["lab Halden"]);
        check("It is said of AI labs such as Halden and Corvane.", &["lab Halden", "lab Corvane"]);
        check("It was run by Meridian and its Tern AI lab.", &["lab Tern"]);
        check("It was run by Meridian's Tern lab.", &["lab Meridian's Tern lab", "parent Meridian"]);
    }

    #[test]
    fn a_parent_owns_a_company() {
        check("Shares of the company's parent, Hollin Group, fell.", &["parent Hollin Group"]);
        check("It is Corvane, a subsidiary of Hollin Group.", &["parent Hollin Group"]);
        check("It is Corvane, a unit of Lorvania's Hollin Group.", &["parent Hollin Group"]);
        check("Corvane, owned by Hollin Group, said so.", &["parent Hollin Group"]);
        check("They used servers owned by Hollin Group.", &[]);
    }
}
