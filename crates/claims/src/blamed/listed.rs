//! Those whom a sentence lists behind what many are called: "attacks from seven labs, including X and Y", "ransomware groups such as X".

use super::{ANSWERS, Blamed, DENIED, WRONGS};
use crate::lexicon::of_many;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::roles::listing::{describes, plays};
use dossier_grammar::{Found, Name};

patterns! {
    /// Deeds that come from many: "illicit distillation attacks against the model from seven labs based in Harbor, including". What is taken from many was theirs.
    FROM_MANY = concat!(r"(?ix)\b(?:(?:campaigns?|attacks?|attempts?|operations?)(?:\s+(?:on|against|at|targeting)\s+[^.;:(),]{1,40}?)?\s+(?:from|by)
          |(?:distillation|extraction|intrusions?|thefts?|smuggling|abuse|misuse|copying)(?:\s+(?:of|on|against|at)\s+[^.;:(),]{1,40}?)?\s+by)
        \s+(?:[\w-]+\s+){0,5}?(?:", of_many!(), r")\b
        (?:\s+(?:based|headquartered|located|operating|working|registered|active)\s+(?:in|from|out\s+of)\s+[^,;:.()]{2,30})?
        (?:,?\s+(?:including|such\s+as|like|namely|among\s+them)\s+|:\s+|\s*\(|\s+[—–]\s+(?:including\s+)?)");
    /// Many by the wrong that they do: "six companies engaged in distillation campaigns, including".
    DOING = concat!(r"(?ix)\b(?:", of_many!(), r")\s+(?:that\s+(?:are|were|have)\s+)?(?:allegedly\s+)?
        (?:(?:engaged|engaging|involved|participating|implicated)\s+in|conducting|running|behind|responsible\s+for|accused\s+of|suspected\s+of)\s+(?:[\w-]+\s+){0,3}?
        (?:distill\w*|extract\w*|smuggl\w*|theft|stealing|fraud\w*|hack\w*|espionage|launder\w*|evasion|evading|attacks?|campaigns?|schemes?|copying|breach(?:es|ing)?)\b[^.;:()]{0,90}?
        (?:,?\s+(?:[—–]\s+)?(?:including|such\s+as|namely|among\s+them)\s+|:\s+|\s*\(|\s+[—–]\s+)");
    /// Campaigns by whose they are: "three coordinated campaigns (X, Y and Z)".
    OF_CAMPAIGNS = r"(?ix)\b(?:campaigns|operations|attacks|efforts)\s*\(";
    OWN_CAMPAIGNS = r"(?i)\b(?:disclosed|identified|detected|uncovered|disrupted|attributed|flagged|documented|found)\s+(?:[\p{L}\d-]+\s+){0,6}$";
    /// Many named for what they did: "named four labs as distillers of its technology:".
    NAMED_AS = concat!(r"(?ix)\b(?:named|identified|listed|singled\s+out|called\s+out)\s+(?:[\w-]+\s+){0,4}?(?:", of_many!(), r")\s+
        (?:as\s+(?:[\w’'-]+\s+){0,3}?(?:distillers?|culprits|perpetrators|offenders|attackers|smugglers|thieves|hackers|copycats|operators|responsible|behind)\b[^.;:()]{0,50}?|behind\s+[^.;:()]{3,40}?|responsible\s+for\s+[^.;:()]{3,40}?)
        (?::\s+|\s*\(|\s+[—–]\s+|,\s+(?:including|namely)\s+)");
    /// Names for bands of criminals.
    CRIMINAL = r"(?ix)\b(?:ransomware|cyber-?crime|cyber-?criminal|hacking|extortion|hacker|threat|espionage)\s+(?:groups|gangs|crews|actors|operations|collectives|outfits|syndicates|cartels)
        (?:,?\s+(?:including|such\s+as|like|namely|among\s+them)\s+|:\s+|\s*\(|\s+[—–]\s+(?:including\s+)?)";
    /// Those who suffered or answer: "attacks by rivals on companies including".
    SUFFERED = r"(?i)\b(?:on|against|at|of|hit|targeted|targeting|breached|attacked|hacked)\s+(?:[\w-]+\s+){0,4}$";
    ALIAS = r"^\s*\((?:aka|a\.k\.a\.|also\s+known\s+as|formerly|or)\s[^)]{1,40}\)";
    NEXT = r"^(?:\s*,\s+(?:and\s+)?|\s+and\s+|\s*&\s*)";
}

/// The longest words from what many are called to one of their names, in bytes.
const TIE_LIMIT: usize = 160;

/// Adds those who are listed in `sentence`.
pub(super) fn listed<'s>(sentence: &'s Sentence, found: &mut Vec<Blamed<'s>>) {
    let text = &sentence.text;
    let leads = FROM_MANY.find_iter(text).chain(DOING.find_iter(text)).chain(NAMED_AS.find_iter(text));
    let campaigns =
        OF_CAMPAIGNS.find_iter(text).filter(|lead| OWN_CAMPAIGNS.is_match(&text[..lead.start()]) && WRONGS.is_match(text));
    // What bands are called blames them; whose deeds are told with it is another matter.
    let bands = CRIMINAL.find_iter(text).map(|lead| (lead, false));
    for (lead, ties) in leads.chain(campaigns).map(|lead| (lead, true)).chain(bands) {
        let before = &text[..lead.start()];
        if DENIED.is_match(before) || SUFFERED.is_match(before) && !lead.as_str().contains("from") {
            continue;
        }
        let names = names(sentence, lead.end());
        let end = names.last().map_or(lead.end(), |last| last.range.end);
        if ANSWERS.is_match(&text[end..]) {
            continue;
        }
        for name in names {
            let end = name.range.start + name.what.text.len();
            let near = end - lead.start() <= TIE_LIMIT;
            found.push(Blamed { quote: if near { lead.start()..end } else { name.range.start..end }, name, ties });
        }
    }
}

/// The bands of criminals that `sentence` lists: whom somebody else serves.
pub(crate) fn bands(sentence: &Sentence) -> Vec<&Found<Name>> {
    CRIMINAL.find_iter(&sentence.text).flat_map(|lead| names(sentence, lead.end())).collect()
}

/// The names listed from `at` on, over other names of theirs in brackets.
fn names(sentence: &Sentence, at: usize) -> Vec<&Found<Name>> {
    let mut listed = Vec::new();
    let mut from = at;
    while let Some(name) = sentence.names.iter().find(|name| name.range.start >= from) {
        if !plays(name) || !(name.range.start == from || describes(sentence, from..name.range.start)) {
            break;
        }
        listed.push(name);
        let end = name.range.start + name.what.text.len();
        let rest = &sentence.text[end..];
        let alias = ALIAS.find(rest).map_or(0, |alias| alias.end());
        let Some(next) = NEXT.find(&rest[alias..]) else { break };
        from = end + alias + next.end();
    }
    listed
}

#[cfg(test)]
mod tests {
    use crate::About;
    use crate::page::Page;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let page = Page::new(text, &[], &About::default());
        let found: Vec<String> = page
            .sentences()
            .flat_map(|sentence| {
                let mut found = Vec::new();
                super::listed(sentence, &mut found);
                found.into_iter().map(|one| one.name.what.text.clone()).collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn many_are_blamed_by_what_they_are_called() {
        check(
            "Halden said it disrupted illicit distillation attacks against Corvid from four labs based in Estravia, including Meridian Works, Oster AI (aka Ostra), and Velden.",
            &["Meridian Works", "Oster AI", "Velden"],
        );
        check(
            "In May, Halden disclosed two coordinated campaigns (Meridian Works and Velden) that ran 9,000 fraudulent accounts.",
            &["Meridian Works", "Velden"],
        );
        check(
            "It identifies three firms engaged in distillation campaigns, though few are named — including Meridian Works and Velden.",
            &["Meridian Works", "Velden"],
        );
        check("It has named two labs as distillers of its models: Meridian Works and Velden.", &["Meridian Works", "Velden"]);
        check("It served several ransomware groups, including Dusk Otter and Velden.", &["Dusk Otter", "Velden"]);
    }

    #[test]
    fn those_who_suffer_or_answer_are_not_blamed() {
        check("It told of the theft of data from companies including Meridian Works and Velden.", &[]);
        check("Attacks that took files from suppliers such as Meridian Works and Velden went on.", &[]);
        check("It lists companies engaged in chip making, including Meridian Works and Velden.", &[]);
        check("Halden named two labs as partners in its research: Meridian Works and Velden.", &[]);
        check("Halden described two advertising campaigns (Meridian Works and Velden) in May.", &[]);
        check("The gang staged attacks on companies including Meridian Works and Velden.", &[]);
        check("There were no attacks from labs including Meridian Works and Velden.", &[]);
        check("Labs including Meridian Works and Velden met in May.", &[]);
    }
}
