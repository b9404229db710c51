//! Who was breached, stolen from or defrauded.

use super::Part;
use super::listing::{full, name_behind, names_behind, plays, reach_back};
use crate::page::Sentence;
use crate::pattern::patterns;

patterns! {
    /// Words that have the victim right behind them.
    BEFORE = r"(?x)(?i:
        \b(?:inside|into|from|on|of|in|across|to|against|at|access(?:ed|ing)?|breach(?:ed|ing)?|compromis(?:ed|ing)|infiltrat(?:ed|ing)|penetrat(?:ed|ing)|hack(?:ed|ing)?|hit|struck|attack(?:ed|ing)|(?:hack(?:s|ed|ing)?|break(?:s|ing)?|broke|broken)\s+into)\s+(?:the\s+)?(?:[\p{Ll}-]+\s+){0,2}(?:networks?|computer\s+systems?|servers?|databases?)\s+(?:of|at|belonging\s+to|owned\s+by|operated\s+by)
        | \b(?:breach|hack|cyber-?attacks?|cyber\s+attacks?|ransomware\s+attacks?|attacks?|intrusions?|break-in|data\s+leak|data\s+theft|hacking|compromise)\s+(?:at|on|of|against|into|targeting|affecting|hitting|inside)
        | \bfraud\s+against
        | \b(?:hacked|breached|infiltrated|penetrated|defrauded|burgled|extorted|blackmailed|swindled|robbed|compromised)(?:\s+into)?
        | \b(?:hack(?:s|ing)?|break(?:s|ing)?|broke|broken)\s+into | \b(?:hacking|breaching|infiltrating|defrauding|extorting|blackmailing)
        | \b(?:st(?:ole|olen|eal|eals|ealing)|theft|exfiltrat(?:ed|ing|ion)|loot(?:ed|ing)|copied|extort(?:ed|ing)|swindl(?:ed|ing))\b[^,;.:]{0,80}?\s+from
        | \b(?:halt|disrupt|crippl|paraly[sz]|shut)\w*\s+(?:down\s+)?(?:[\p{L}-]+\s+){0,4}?(?:production(?:\s+lines)?|operations|factor(?:y|ies)|plants?|services|systems)\s+(?:of|at)
        | \btrade\s+secrets?\s+(?:of|from|belonging\s+to|owned\s+by) | \b(?:secrets?|source\s+code|weights)\s+belonging\s+to
        | \bvictims?(?:\s+of\s+(?:the\s+)?(?:[\p{Ll}-]+\s+){0,2}[\p{Ll}-]+)?(?:,|\s+(?:was|were|is|are|include[ds]?|including|such\s+as|like|named|among\s+them))
        )\s+";
    /// "stole Corvane's source code", "containing Halden's trade secrets".
    OWNED = r"(?ix)^(?:['’]s?)?\s+(?:networks?|systems?|trade\s+secrets)\b|^['’]s?\s+(?:[\p{L}-]+\s+){0,3}?(?:trade\s+secrets|source\s+code|model\s+weights|weights|secrets|customer\s+(?:data|records|database)|data(?:base)?|files|networks?|systems?|servers?|intellectual\s+property|technology|proprietary|confidential|e-?mails?|passwords?|credentials)\b";
    STEALS = r"(?i)\b(?:st(?:ole|olen|eal|eals|ealing)|theft|exfiltrat\w+|loot(?:ed|ing)|hack(?:ed|ing|ers?)?|breach(?:ed|ing)?|infiltrat\w+|trade\s+secrets|intruders?|broke\s+into|misappropriat\w+|compromised)\b";
    /// "copied Halden's newest model".
    COPIES = r"(?i)\b(?:cop(?:y|ied|ying|ies)|clon(?:e|es|ed|ing)|distill?(?:s|ed|ing)?|st(?:ole|olen|eal|eals|ealing)|replicat(?:e|es|ed|ing)|reverse[- ]engineer(?:s|ed|ing)?|extract(?:s|ed|ing)?\s+from)\s+[“\x22]?$";
    MODEL_OF = r"^['’]s?\s+(?:[\w-]+\s+){0,3}?(?:models?|chatbots?|assistants?|\p{Lu}\w+)\b";
    /// A list of victims in brackets or behind "including".
    SUCH_AS = r"(?i)\b(?:breach(?:ed|ing)?|hack(?:ed|ing)?|infiltrat(?:ed|ing)|compromis(?:ed|ing)|attack(?:ed|ing)|hit|target(?:ed|ing)|penetrat(?:ed|ing)|defraud(?:ed|ing)|robbed|stole\s+from|breaches\s+(?:of|at)|attacks\s+(?:on|against))\s+(?:[\p{L}\d.-]+\s+){0,5}?(?:providers|companies|firms|carriers|banks|agencies|organi[sz]ations|institutions|victims|retailers|operators|universities|hospitals|businesses|targets|networks|airlines|ministries|contractors)\s*(?:\(|,\s+)?\s*(?:including|such\s+as|among\s+them|like|—|–)\s+";
    /// "violated Halden's terms of service".
    BREAKS = r"(?i)\b(?:violat\w*|breach\w*|breaks?|broke|in\s+violation\s+of|contrary\s+to|against)\s+$";
    TERMS = r"(?i)^['’]s?\s+(?:terms(?:\s+of\s+(?:service|use))?|usage\s+polic(?:y|ies)|acceptable[- ]use\s+policy)\b";
    /// "Halden has warned customers their data may have been taken".
    WARNS = r"(?i)^\s+(?:has\s+|have\s+|had\s+)?(?:warned|told|notified|informed|alerted|(?:is|began|started)\s+notifying|says)\s+(?:its\s+|some\s+|all\s+|affected\s+)*(?:customers|users|patients|members|staff|employees|clients|shoppers)(?:['’])?\b[^.;]{0,60}\b(?:data|details|information|records|passwords)\b[^.;]{0,50}\b(?:taken|stolen|accessed|exposed|leaked|breach(?:ed)?|compromised)\b";
    /// A case of a member of staff who took things along.
    THEFT = r"(?i)\b(?:theft|thefts|stole|stolen|steal|stealing|trade\s+secrets?|espionage|misappropriat\w+|insider|leak(?:ed|ing|s)?|secrets|smuggled\s+out)\b";
    STAFF = r"(?ix)\b(?:former|ex-?|then|one-?time|senior|fired|departing|rogue|current)\s+(?:[\p{Ll}-]+\s+){0,3}(?:engineers?|employees?|contractors?|workers?|executives?|managers?|researchers?|scientists?|developers?|staff(?:er)?s?|administrators?|designers?|technicians?|insiders?|interns?|director)\s+(?:at|of|for|with|from)\s+";
    EX_NAME = r"(?i)\b(?:former|ex)[\s-]+(?:the\s+)?$";
    /// "an ex-Corvane engineer", one word with the name.
    EX_WORD = r"\b[Ee]x-(?P<name>\p{Lu}[\p{L}\d&]*(?:\s\p{Lu}[\p{L}\d]*)?)(?:['’]s)?\s+(?:(?:AI|software|hardware|chip|senior|research|process|staff|security)\s+){0,3}(?:engineers?|employees?|contractors?|workers?|executives?|managers?|researchers?|scientists?|developers?)\b";
    STAFF_BEHIND = r"^(?:['’]s)?\s+(?:(?:AI|software|hardware|chip|senior|research|process|staff|security|machine[- ]learning)\s+){0,3}(?:engineers?|employees?|contractors?|workers?|executives?|managers?|researchers?|scientists?|developers?|staff(?:er)?s?)\b";
    /// "X said it was hacked", "X was breached".
    SUFFERS = r"(?ix)^(?:\s*\([^)]*\))?\s*(?:,[^,]{1,60},)?\s*(?:(?:said|says|confirmed|confirms|disclosed|admitted|acknowledged|announced|revealed|reported|told\s+[^,;]{1,40})\s+(?:[\p{Ll}\p{Lu}][\p{L}]*\s+){0,3}?(?:that\s+)?(?:it|its\s+(?:[\p{Ll}-]+\s+){1,3}|hackers|attackers|intruders|cybercriminals|an?\s+intruder)\s+)?
        (?:(?:also|itself|later|recently)\s+)*
        (?:(?:was|were|had\s+been|has\s+been|have\s+been|been|got)\s+(?:also\s+|recently\s+|\p{Ll}+ly\s+)?(?:hacked|breached|infiltrated|compromised|attacked|defrauded|robbed|(?:the\s+)?(?:victim|target)\s+of\s+an?\s+(?:[\p{L}-]+\s+){0,3}(?:attack|hack|breach|intrusion|theft|cyberattack|fraud)|hit\s+by|struck\s+by)
          | (?:suffered|sustained|experienced|fell\s+victim)\s+(?:to\s+)?(?:an?|the)\s+(?:[\p{L}-]+\s+){0,3}(?:attack|hack|breach|intrusion|theft|cyberattack|fraud|incident|scam|leak))\b";
    DISCLOSED = r"(?ix)^(?:\s+\([^)]*\))?(?:,\s+(?:an?|the|which|one\s+of|part\s+of|managed|owned|run|operated|based|maker|home)\s[^;.]{2,100}?,)?\s+(?:(?:has|have|had|also|recently|later|\w+ly)\s+)*
        (?:said|confirmed|confirms|disclosed|discloses|admitted|acknowledged|announced|revealed|reported|suffered|sustained|faced|experienced|detected|discovered|was\s+hit\s+by|fell\s+victim\s+to)\s+
        (?:an?|the|that\s+an?|last\s+\w+\s+an?)\s+(?:[\p{L}-]+\s+){0,3}(?:(?:data|security)\s+breach|breach|hack|cyber-?attack|cyber\s+attack|(?:ransomware|supply[\s-]chain|phishing|denial-of-service|credential-stuffing)\s+attack|intrusion|security\s+incident|cyber(?:security)?\s+incident|data\s+(?:leak|theft)|theft)\b";
    /// "X said on Tuesday that hackers stole".
    TOLD_OF = r"(?ix)^(?:\s+\([^)]*\))?(?:,\s+(?:an?|the|which)\s[^;.]{2,80}?,)?\s+(?:(?:has|have|had|also|later|\w+ly)\s+)*(?:said|says|confirmed|disclosed|admitted|acknowledged|announced|revealed|reported)\s+
        (?:(?:late\s+|early\s+)?(?:on|in|last|this)\s+[\p{L}\d\s]{3,22}?\s+)?(?:that\s+)?(?:unknown\s+|unidentified\s+|the\s+)?(?:hackers?|attackers?|intruders?|cyber-?criminals|thieves|criminals|an?\s+(?:unauthori[sz]ed|unknown|third)[\s-]+(?:party|person|actor)|threat\s+actors?)\s+(?:had\s+|have\s+)?(?:stole|stolen|accessed|broke|broken|breached|got|gained|copied|took|taken|hit|obtained|compromised|infiltrated|entered)\b";
    /// "X's systems were breached".
    OWN_BREACHED = r"(?i)^['’]s?\s+(?:[\p{L}-]+\s+){0,3}?(?:systems?|networks?|servers?|databases?|data|website|source\s+code|e-?mail\s+accounts)\s+(?:was|were|had\s+been|have\s+been|has\s+been)\s+(?:\w+ly\s+)?(?:hacked|breached|compromised|infiltrated|stolen|exposed|leaked|encrypted|accessed)\b";
    /// "X paid a ransom", "X and its insurer paid $88,000 to regain access".
    PAID = r"(?i)^(?:\s+and\s+(?:its|their|his|her)\s+[\p{Ll}\s-]{3,40}?)?\s+(?:(?:has|have|had|also|later|then)\s+)*(?:paid|pays)\s+[^.;]{0,70}?(?:\bransom\b|\bto\s+(?:regain|restore|recover|unlock|decrypt)\b)";
    /// "data of 3 million X customers was stolen".
    OF_CUSTOMERS = r"(?i)^\s+(?:customers|users|patients|subscribers|employees|members|passengers|students)\b[^.;,]{0,40}\b(?:was|were|been)\s+(?:\w+ly\s+)?(?:stolen|exposed|leaked|compromised|breached)\b";
    /// "X shut down its systems after detecting the intrusion".
    SHUTS = r"(?i)^\s+(?:(?:has|had|also|then|quickly|immediately)\s+)*(?:shut|took|pulled|switched)\s+(?:down\s+|off\s+)?(?:some\s+of\s+|parts\s+of\s+)?(?:its|their)\s+(?:[\p{Ll}-]+\s+){0,3}?(?:systems?|networks?|website|servers?|platform)\b[^.;]{0,40}?\b(?:after|because\s+of|following|due\s+to|in\s+response\s+to)\b[^.;]{0,40}\b(?:intrusion|attack|cyber-?attack|breach|ransomware|hack|hackers|incident)\b";
    /// "the X breach", "X cyber attack".
    NAMED_AFTER = r"(?i)^(?:['’]s)?\s+(?:data\s+)?(?:breach|hack|cyber-?attack|cyber\s+attack|ransomware\s+attack|intrusion|theft|[Hh]eist|victims?)\b";
    /// Attacks on models are no breaches: "a distillation attack on Halden".
    DISTILLED = r"(?i)\b(?:distill?ation|extraction|distillation-style|model|prompt[- ]injection|jailbreak\w*|verbal|legal|political|scathing|personal|direct|prior|previous|military|terrorist|missile|drone|recent)\s+(?:attacks?|campaigns?)\s+(?:at|on|of|against|into|targeting)\s+$";
    DENIED = r"(?i)\b(?:not|never|no|nobody|none|no\s+one|without|denied|whether|could|might|may|if|attempt\w*\s+to)\s+(?:\p{Ll}+\s+){0,3}$|\bin\s+$";
}

/// The victims that `sentence` names.
pub(crate) fn parts(sentence: &Sentence, parts: &mut Vec<Part>) {
    let text = &sentence.text;
    for lead in BEFORE.find_iter(text) {
        let from = reach_back(text, lead.start());
        if DISTILLED.is_match(&text[from..lead.end()]) || DENIED.is_match(&text[from..lead.start()]) {
            continue;
        }
        for (n, name) in names_behind(sentence, lead.end()).into_iter().enumerate() {
            let near = n == 0 && name.range.end - lead.start() <= 110;
            // "compromised networks, and Halden": another item of the sentence's list.
            let gap = sentence.words(lead.end()..name.range.start);
            let apart = n == 0 && gap.contains(", and ") && !lead.as_str().contains("ictim");
            let owned = apart || is_cloud(&text[name.range.end..]);
            let quote = if near { lead.start()..name.range.end } else { name.range.clone() };
            if !owned {
                parts.push(Part::new(quote, full(sentence, name), "victim"));
            }
        }
    }
    for lead in SUCH_AS.find_iter(text) {
        for name in names_behind(sentence, lead.end()) {
            parts.push(Part::new(name.range.clone(), full(sentence, name), "victim"));
        }
    }
    for name in sentence.names.iter().filter(|name| plays(name)) {
        let from = reach_back(text, name.range.start);
        let (before, after) = (&text[from..name.range.start], &text[name.range.start + name.what.text.len()..]);
        let owned = OWNED.find(after).filter(|_| {
            STEALS.is_match(before) && before.len() - STEALS.find_iter(before).last().map_or(0, |found| found.end()) < 60
        });
        let suffers = SUFFERS
            .find(after)
            .or_else(|| TOLD_OF.find(after))
            .or_else(|| DISCLOSED.find(after))
            .or_else(|| WARNS.find(after))
            .or_else(|| TERMS.find(after).filter(|_| BREAKS.is_match(before)))
            .or_else(|| OWN_BREACHED.find(after))
            .or_else(|| PAID.find(after))
            .or_else(|| OF_CUSTOMERS.find(after))
            .or_else(|| SHUTS.find(after))
            .or_else(|| NAMED_AFTER.find(after));
        let copied = MODEL_OF.find(after).filter(|_| COPIES.is_match(before));
        if let Some(found) = owned.or(suffers).or(copied) {
            parts.push(Part::new(
                name.range.start..name.range.start + name.what.text.len() + found.end(),
                &name.what.text,
                "victim",
            ));
        }
        if THEFT.is_match(text)
            && let (Some(lead), Some(staff)) = (EX_NAME.find(before), STAFF_BEHIND.find(after))
        {
            let end = name.range.start + name.what.text.len() + staff.end();
            parts.push(Part::new(from + lead.start()..end, full(sentence, name), "victim"));
        }
    }
    for ex in EX_WORD.captures_iter(text).filter(|_| THEFT.is_match(text)) {
        if let (Some(whole), Some(name)) = (ex.get(0), ex.name("name")) {
            parts.push(Part::new(whole.range(), name.as_str(), "victim"));
        }
    }
    for lead in STAFF.find_iter(text).filter(|_| THEFT.is_match(text)) {
        if let Some(name) = name_behind(sentence, lead.end()) {
            parts.push(Part::new(lead.start()..name.range.end, full(sentence, name), "victim"));
        }
    }
}

/// "to his personal Harbor cloud account": a service that the thief used.
fn is_cloud(after: &str) -> bool {
    ["'s cloud", "’s cloud", " cloud account", " account", " Drive", "'s model", "’s model", " model", "'s users", " users"]
        .iter()
        .any(|word| after.starts_with(word))
}

#[cfg(test)]
mod tests {
    use crate::roles::tests::check_names;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        check_names(text, super::parts, expect);
    }

    #[test]
    fn whoever_was_breached_is_a_victim() {
        check("Intruders sat inside the computer network of Corvane for weeks.", &["Corvane"]);
        check("It follows a breach at Corvane.", &["Corvane"]);
        check("They claimed the attack on Corvane and an attempted hack of Meridian Works.", &["Corvane", "Meridian Works"]);
        check("On Friday Corvane said it was hacked.", &["Corvane"]);
        check("On Friday Corvane warned customers that their data may have been stolen.", &["Corvane"]);
        check("He was convicted of stealing Corvane trade secrets.", &["Corvane"]);
        check("It halted the production lines of Corvane for a week.", &["Corvane"]);
        check("It said this violated Corvane's terms of service.", &["Corvane"]);
        check("On Friday Corvane disclosed a data breach.", &["Corvane"]);
        check("Hackers broke into Corvane in May.", &["Corvane"]);
        check("The group stole 40 files from Corvane.", &["Corvane"]);
        check("He took files with Corvane's trade secrets and stole Corvane's source code.", &["Corvane"]);
    }

    #[test]
    fn the_employer_is_the_victim_of_a_thief_on_its_staff() {
        check("A jury convicted Ben Orne, a former engineer at Corvane, of theft of trade secrets.", &["Corvane"]);
        check("An ex-Corvane engineer was convicted of stealing secrets.", &["Corvane"]);
        check("Ben Orne, a former engineer at Corvane, founded Halden.", &[]);
    }

    #[test]
    fn victims_are_also_told_in_lists_and_by_their_own_word() {
        check("Earlier victims of the gang include Lowland Foods and the airline Kestair.", &["Lowland Foods", "Kestair"]);
        check("On Friday Corvane confirmed it had been the target of a cyberattack.", &["Corvane"]);
        check("They hit a Norwegian firm after an attack on Norwegian cloud operator Fjordata.", &["Fjordata"]);
    }

    #[test]
    fn whoever_tells_of_intruders_pays_or_shuts_down_was_hit() {
        check("On Friday Corvane said hackers accessed its systems.", &["Corvane"]);
        check("They broke into the network of Corvane and hit the servers of Fjordata.", &["Corvane", "Fjordata"]);
        check("In May Corvane's systems were breached.", &["Corvane"]);
        check("In July Corvane and its insurance company paid $88,000 in bitcoin to regain access to its files.", &["Corvane"]);
        check("The data of 3 million Corvane customers was stolen.", &["Corvane"]);
        check("In May Corvane shut down its systems after detecting the intrusion.", &["Corvane"]);
        check("In May Corvane paid $3 million to the treasury, and Fjordata said its customers were pleased.", &[]);
    }

    #[test]
    fn a_model_that_is_questioned_is_not_breached() {
        check("It was the largest distillation attack on Corvane so far.", &[]);
        check("They did not hack Corvane.", &[]);
    }
}
